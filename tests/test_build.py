"""A whole edition: what is written, what stays, and what is never touched."""

from __future__ import annotations

import re
import zipfile

import pikepdf
import pytest

from editions import edition, tree
from letters import sheet
from teiedit.build import build
from teiedit.model.diagnostic import EditionError, Severity
from teiedit.read.folder import MARKER

FAST = ("tei", "html", "text")


def codes(report):
    return [d.code for d in report.diagnostics]


def refused(*arguments, **options):
    with pytest.raises(EditionError) as caught:
        build(*arguments, **options)
    return [d.code for d in caught.value.diagnostics]


def test_an_edition_becomes_a_site_with_every_format(tmp_path):
    report = build(edition(tmp_path / "letters"), tmp_path / "out")
    assert (report.documents, report.published, codes(report)) == (1, 1, ["M020"])
    assert set(tree(tmp_path / "out")) >= {
        "index.html",
        "documents/letter1.html",
        "tei/letter1.xml",
        "pdf/letter1.pdf",
        "epub/letter1.epub",
        "epub/letters.epub",
        "text/letter1.txt",
    }


def test_the_editors_chapters_give_the_books_their_order_and_each_fault_is_told_at_its_line(tmp_path):
    settings = """title = "T"
[[volume.chapters]]
title = "Second things"
documents = ["two", "twoo"]
[[volume.chapters]]
title = "First things"
documents = ["one", "two"]
"""
    folder = edition(tmp_path / "letters", settings, one=sheet(), two=sheet(), three=sheet())
    report = build(folder, tmp_path / "out", formats=("pdf", "epub"))
    found = [(d.code, d.place.line, d.place.column) for d in report.diagnostics]
    assert found == [("E026", 4, 21), ("E027", 7, 21), ("E028", 0, 0)]
    assert report.diagnostics[0].hint == 'did you mean "two"?'
    assert '"three"' in report.diagnostics[2].message
    with zipfile.ZipFile(tmp_path / "out/epub/letters.epub") as book:
        package = book.read("EPUB/package.opf").decode()
        nav = book.read("EPUB/nav.xhtml").decode()
    assert re.findall(r'idref="d-(\w+)"', package) == ["two", "one", "three"]
    assert re.findall(r">((?:Second|First) things|Other documents)<", nav) == [
        "Second things",
        "First things",
        "Other documents",
    ]
    with pikepdf.open(tmp_path / "out/pdf/letters.pdf") as book, book.open_outline() as outline:
        titles = [item.title for item in outline.root if item.children]
    assert titles == ["Second things", "First things", "Other documents"]
    assert codes(build(folder, tmp_path / "site", formats=("html",))) == []


def test_a_document_called_as_the_edition_keeps_its_files(tmp_path):
    build(
        edition(tmp_path / "letters", letters=sheet(), other=sheet()), tmp_path / "out", formats=("tei", "html", "epub")
    )
    files = tree(tmp_path / "out")
    assert {"epub/letters.epub", "epub/letters-edition.epub"} <= set(files)
    assert b"letters-edition.epub" in files["index.html"]


def test_building_twice_gives_the_same_bytes_and_writes_nothing_the_second_time(tmp_path):
    folder = edition(tmp_path / "letters")
    build(folder, tmp_path / "one")
    first = tree(tmp_path / "one")
    assert build(folder, tmp_path / "one").written == 0
    build(folder, tmp_path / "two")
    assert tree(tmp_path / "one") == first == tree(tmp_path / "two")


def test_many_documents_on_several_processes_give_the_same_bytes_and_order(tmp_path):
    texts = {f"letter{n}": sheet(f"Number {n} of 31 June 1962.") for n in range(12)}
    folder = edition(tmp_path / "letters", **texts)
    one = build(folder, tmp_path / "one", formats=FAST, jobs=1)
    two = build(folder, tmp_path / "two", formats=FAST, jobs=2)
    assert tree(tmp_path / "one") == tree(tmp_path / "two")
    assert one.diagnostics == two.diagnostics
    assert [d.place.file[-5:-4] for d in one.diagnostics][:3] == ["0", "1", "2"]


def test_a_document_with_an_error_is_not_published_and_the_others_are(tmp_path):
    folder = edition(tmp_path / "letters", bad=b"\0\1\2", empty="", good=sheet(), worse=sheet("A \x0b page."))
    report = build(folder, tmp_path / "out", formats=FAST)
    assert (report.documents, report.published) == (4, 1)
    assert codes(report) == ["T003", "T002", "T006"]
    assert [p for p in tree(tmp_path / "out") if p.startswith("tei/")] == ["tei/good.xml"]


def test_what_was_published_of_a_document_stays_while_it_has_an_error(tmp_path):
    folder = edition(tmp_path / "letters", one=sheet("First."), two=sheet("Second."))
    build(folder, tmp_path / "out", formats=FAST)
    before = tree(tmp_path / "out")
    (folder / "one.txt").write_text(sheet("First \x07."), "utf-8")
    build(folder, tmp_path / "out", formats=FAST)
    assert tree(tmp_path / "out") == before


def test_the_files_of_a_transcript_that_is_gone_are_removed_and_no_others(tmp_path):
    folder = edition(tmp_path / "letters", one=sheet(), two=sheet())
    build(folder, tmp_path / "out", formats=FAST)
    (tmp_path / "out/tei/mine.xml").write_text("mine", "utf-8")
    (folder / "two.txt").unlink()
    build(folder, tmp_path / "out", formats=FAST)
    files = tree(tmp_path / "out")
    assert "tei/mine.xml" in files
    assert not [path for path in files if "two" in path]
    assert b"two" not in files["index.html"]


def test_a_format_left_out_this_time_stays_as_it_was(tmp_path):
    folder = edition(tmp_path / "letters")
    build(folder, tmp_path / "out", formats=("tei", "html", "text"))
    build(folder, tmp_path / "out", formats=("html",))
    assert "text/letter1.txt" in tree(tmp_path / "out")


def test_the_output_may_lie_in_the_editions_folder_and_is_not_read_again(tmp_path):
    folder = edition(tmp_path / "letters")
    build(folder, folder / "output", formats=FAST)
    assert build(folder, folder / "output", formats=FAST).documents == 1


def test_a_folder_with_somebody_elses_files_is_not_written_to(tmp_path):
    folder, other = edition(tmp_path / "letters"), tmp_path / "other"
    other.mkdir()
    (other / "index.html").write_text("mine", "utf-8")
    assert refused(folder, other) == ["P002"]
    assert tree(other) == {"index.html": b"mine"}


@pytest.mark.parametrize("output", [".", ".."])
def test_the_edition_itself_is_never_the_output(tmp_path, output):
    folder = edition(tmp_path / "letters")
    assert refused(folder, folder / output) == ["P002"]


def test_an_output_that_cannot_be_made_is_a_diagnostic(tmp_path):
    (tmp_path / "file").write_text("x", "utf-8")
    assert refused(edition(tmp_path / "letters"), tmp_path / "file/out") == ["P001"]


def test_a_folder_without_settings_or_transcripts_is_a_diagnostic(tmp_path):
    assert refused(tmp_path / "nowhere", tmp_path / "out") == ["E005"]
    assert refused(tmp_path, tmp_path / "out") == ["E005"]
    (tmp_path / "edition.toml").write_text('title = "T"', "utf-8")
    assert refused(tmp_path, tmp_path / "out") == ["E006"]


def test_a_marker_that_was_tampered_with_removes_nothing_outside(tmp_path):
    folder = edition(tmp_path / "letters")
    build(folder, tmp_path / "out", formats=FAST)
    (tmp_path / "precious").write_text("x", "utf-8")
    with (tmp_path / "out" / MARKER).open("a", encoding="utf-8") as marker:
        marker.write("tei\tgone\t../precious\ntei\tgone\t/etc/hostname\n")
    build(folder, tmp_path / "out", formats=FAST)
    assert (tmp_path / "precious").exists()


def test_strict_refuses_other_encodings(tmp_path):
    folder = edition(tmp_path / "letters", a=sheet("Genève, où il a reçu").encode("windows-1252"))
    assert codes(build(folder, tmp_path / "out", formats=("tei",))) == ["T005"]
    report = build(folder, tmp_path / "strict", formats=("tei",), strict=True)
    assert (codes(report), report.diagnostics[0].severity) == (["T004"], Severity.ERROR)


def test_no_absolute_path_and_no_address_elsewhere_is_in_the_site(tmp_path):
    build(edition(tmp_path / "letters"), tmp_path / "out", formats=FAST)
    for path, content in tree(tmp_path / "out").items():
        assert str(tmp_path).encode() not in content, path
        if path.endswith((".html", ".css")):
            assert b'src="http' not in content
            assert b"url(http" not in content
            assert b"@import" not in content


def test_what_somebody_damaged_in_the_output_stops_no_build(tmp_path):
    folder = edition(tmp_path / "letters", one=sheet(), two=sheet())
    out = tmp_path / "out"
    build(folder, out, formats=FAST)
    (out / "tei/one.xml").write_text("<TEI", "utf-8")
    with (out / MARKER).open("ab") as marker:
        marker.write(b"\xff\xfe\n")
    (folder / "one.txt").write_text(sheet("A bell \x07 rang."), "utf-8")
    report = build(folder, out, formats=FAST)
    assert (report.published, codes(report)) == (1, ["T006"])


def test_the_editions_books_have_a_name_that_no_document_has(tmp_path):
    folder = edition(tmp_path / "x", **{"x": sheet(), "x-edition": sheet()})
    build(folder, tmp_path / "out", formats=("tei", "epub"))
    assert {"epub/x.epub", "epub/x-edition.epub", "epub/x-edition-edition.epub"} <= set(tree(tmp_path / "out"))
