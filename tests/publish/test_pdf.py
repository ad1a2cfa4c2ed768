"""The PDF of one letter: what an archive would look for in it."""

from __future__ import annotations

import io
import itertools
import subprocess
import sys
from pathlib import Path

import pikepdf
import pytest

from pdfs import bare, read_aloud, tags, untagged, verapdf, written
from teiedit.model.edition import Edition
from teiedit.publish import pdf
from teiedit.tools.tei import NS, parse

EVERYTHING = Path(__file__).with_name("everything.xml")
EDITION = Edition(id="sample", title="Heroes & Villains", publisher="Sample edition", date="2026-03")


@pytest.fixture(scope="module")
def everything() -> bytes:
    output = pdf.document(EVERYTHING.read_text(encoding="utf-8"), EDITION)
    assert list(output.files) == ["pdf/everything.pdf"]
    return output.files["pdf/everything.pdf"]


@pytest.fixture(scope="module")
def opened(everything: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(everything))


def test_verapdf_finds_pdf_ua_1_and_pdf_a_3a_without_fault(everything: bytes, tmp_path: Path) -> None:
    assert verapdf([written(tmp_path, everything)]) == {"document ua1": [], "document 3a": []}


def test_the_file_says_that_it_is_both_standards(opened: pikepdf.Pdf) -> None:
    with opened.open_metadata() as xmp:
        assert xmp["pdfaid:part"] == "3"
        assert xmp["pdfaid:conformance"] == "A"
        assert xmp["pdfuaid:part"] == "1"


def test_the_metadata_name_title_author_language_and_keywords(opened: pikepdf.Pdf) -> None:
    with opened.open_metadata() as xmp:
        assert xmp["dc:title"] == 'Telegram No. 812 <script>alert("1")</script> & "all"'
        assert xmp["dc:creator"] == ["Herbert Marchant"]
        assert xmp["dc:language"] == {"en"}
        assert "FO 371/162389" in xmp["pdf:Keywords"]
        assert "FO 371/162389" in xmp["dc:description"]
    assert opened.Root.Lang == "en"
    assert opened.Root.ViewerPreferences.DisplayDocTitle
    assert opened.Root.MarkInfo.Marked


def test_the_date_is_the_first_day_of_the_editions(opened: pikepdf.Pdf) -> None:
    assert str(opened.docinfo["/CreationDate"]).startswith("D:20260301")


@pytest.mark.parametrize(("date", "day"), [("2026", "20260101"), ("2026-03-09", "20260309"), ("", "19700101")])
def test_the_date_comes_from_the_edition_and_never_from_the_clock(date: str, day: str) -> None:
    output = pdf.document(EVERYTHING.read_text(encoding="utf-8"), Edition(date=date))
    with pikepdf.open(io.BytesIO(output.files["pdf/everything.pdf"])) as opened:
        assert str(opened.docinfo["/CreationDate"]).startswith(f"D:{day}")


def test_the_tei_file_is_attached_as_the_source(opened: pikepdf.Pdf) -> None:
    (attached,) = opened.attachments.values()
    assert attached.filename == "everything.xml"
    assert attached.get_file().read_bytes() == EVERYTHING.read_bytes()
    assert attached.get_file().mime_type == "application/tei+xml"
    assert attached.obj.AFRelationship == "/Source"
    assert len(opened.Root.AF) == 1


def test_everything_painted_is_tagged_or_an_artifact(opened: pikepdf.Pdf) -> None:
    assert untagged(opened) == []


def test_the_levels_of_headings_begin_at_one_and_skip_none(opened: pikepdf.Pdf) -> None:
    levels = [int(name[1:]) for _, name, _ in tags(opened) if name[0] == "H" and name[1:].isdigit()]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))
    assert max(levels) == 4


def test_the_bookmarks_are_the_title_the_parts_and_the_enclosures(opened: pikepdf.Pdf) -> None:
    def titles(items: list[pikepdf.OutlineItem]) -> list[str]:
        return [title for item in items for title in (item.title, *titles(item.children))]

    with opened.open_outline() as outline:
        found = titles(outline.root)
    assert found[0].startswith("Telegram No. 812")
    assert found[1].startswith("Source 7a")
    assert found[2:5] == ["Source 7b", "1. The quarantine", "Article 1"]
    assert found[-1] == "About this document"


def test_clauses_are_lists_with_their_printed_labels(opened: pikepdf.Pdf, everything: bytes, tmp_path: Path) -> None:
    names = [name for _, name, _ in tags(opened)]
    assert names.count("LI") == names.count("LBody")
    told = read_aloud(written(tmp_path, everything))
    for label in ("1)Youwouldagree.", "2)Wewouldagree", "(i)one;(ii)two.", "–ships;–aircraft."):
        assert label in told


def test_a_nested_list_is_a_list_within_a_list(opened: pikepdf.Pdf) -> None:
    depths = [depth for depth, name, _ in tags(opened) if name == "L"]
    assert max(depths) > min(depths)


def test_tables_have_column_headings_notes_are_notes_and_quotations_quotations(opened: pikepdf.Pdf) -> None:
    found = tags(opened)
    names = [name for _, name, _ in found]
    assert names.count("Table") == 1
    assert "Caption" in names
    headers = [node for _, name, node in found if name == "TH"]
    assert len(headers) == 3
    assert {str(a.Scope) for node in headers for a in _attributes(node) if "/Scope" in a} == {"/Column"}
    assert names.count("Note") == 8
    assert "BlockQuote" in names


def _attributes(node: pikepdf.Dictionary) -> list[pikepdf.Dictionary]:
    given = node.get("/A", pikepdf.Array())
    return [a for a in (given if isinstance(given, pikepdf.Array) else [given]) if isinstance(a, pikepdf.Dictionary)]


def test_passages_say_their_language(everything: bytes, opened: pikepdf.Pdf) -> None:
    languages = {str(node.Lang) for _, _, node in tags(opened) if "/Lang" in node}
    languages |= _languages_of_spans(opened)
    assert {"fr", "ar", "ru"} <= {tag.split("-")[0] for tag in languages}


def _languages_of_spans(opened: pikepdf.Pdf) -> set[str]:
    found = set()
    for page in opened.pages:
        for operands, operator in pikepdf.parse_content_stream(page):
            if str(operator) == "BDC" and isinstance(operands[1], pikepdf.Dictionary) and "/Lang" in operands[1]:
                found.add(str(operands[1].Lang))
    return found


@pytest.mark.parametrize(
    ("tag", "lang"),
    [
        ("de-AT", "de-AT"),
        ("zh-Hant-TW", "zh-TW"),
        ("es-419", "es"),
        ("x-old", "und"),
        ("de-1901", "de"),
        ("en-a-aa", "en"),
    ],
)
def test_the_language_of_a_document_reaches_the_catalogue(tag: str, lang: str) -> None:
    tei = EVERYTHING.read_text(encoding="utf-8").replace(
        'xml:id="everything" xml:lang="en"', f'xml:id="l" xml:lang="{tag}"'
    )
    with pikepdf.open(io.BytesIO(pdf.document(tei, EDITION).files["pdf/l.pdf"])) as opened:
        assert str(opened.Root.Lang).replace("-Hant", "") == lang


def test_every_word_of_the_transcript_is_in_the_tag_tree_in_order(everything: bytes, tmp_path: Path) -> None:
    told = read_aloud(written(tmp_path, everything))
    root = parse(EVERYTHING.read_bytes())
    editors = "ancestor::tei:corr or ancestor::tei:reg or ancestor::tei:expan or ancestor::tei:figDesc"
    # Right-to-left words are told in the order of the page, which is another question.
    foreign = 'ancestor::*[@xml:lang][1]/@xml:lang = "ar"'
    place = 0
    for words in root.xpath(f"tei:text//text()[not({editors} or {foreign} or ancestor::tei:note)]", namespaces=NS):
        for word in (bare(w) for w in words.split()):
            found = told.find(word, place)
            assert found >= 0, (word, told[place : place + 60])
            place = found + len(word)


def test_pages_are_counted_and_have_a_running_head_from_the_second(everything: bytes, tmp_path: Path) -> None:
    path = written(tmp_path, everything)
    pages = [
        subprocess.run(
            ["pdftotext", "-f", str(n), "-l", str(n), path, "-"], capture_output=True, text=True, check=True
        ).stdout
        for n in (1, 2)
    ]
    assert "1 of 4" in pages[0]
    assert "2 of 4" in pages[1]
    assert "between 26 and 27 October 1962" in pages[1].splitlines()[2]
    assert pages[0].startswith("Telegram No. 812")


def test_the_colophon_says_what_is_not_sure_and_why(everything: bytes, tmp_path: Path) -> None:
    told = read_aloud(written(tmp_path, everything))
    assert bare("to give assurances: probable (where it ends). line 12, columns 29 to 40") in told
    assert bare("[word] words that are not in the source, supplied") in told


def test_a_correction_stands_in_a_note_and_the_slip_in_the_text(everything: bytes, tmp_path: Path) -> None:
    told = read_aloud(written(tmp_path, everything))
    assert bare("ships; as are follows") in told
    assert bare("as are follows] to be read as: are as follows") in told


def test_two_processes_give_the_same_bytes(everything: bytes) -> None:
    program = (
        "import sys; from pathlib import Path; from teiedit.publish import pdf;"
        "from teiedit.model.edition import Edition;"
        "e = Edition(id='sample', title='Heroes & Villains', publisher='Sample edition', date='2026-03');"
        f"o = pdf.document(Path({str(EVERYTHING)!r}).read_text(encoding='utf-8'), e);"
        "sys.stdout.buffer.write(o.files['pdf/everything.pdf'])"
    )
    again = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True).stdout
    assert again == everything


def test_a_second_document_does_not_see_the_first(everything: bytes) -> None:
    other = EVERYTHING.read_text(encoding="utf-8").replace("SHIPS HAVE TURNED BACK", "NOTHING TO REPORT")
    assert pdf.document(other, EDITION).files["pdf/everything.pdf"] != everything
    assert pdf.document(EVERYTHING.read_text(encoding="utf-8"), EDITION).files["pdf/everything.pdf"] == everything


def test_an_edition_in_german_has_german_labels(tmp_path: Path) -> None:
    output = pdf.document(EVERYTHING.read_text(encoding="utf-8"), Edition(language="de-AT"))
    told = read_aloud(written(tmp_path, output.files["pdf/everything.pdf"]))
    assert bare("Die TEI-Datei everything.xml ist dieser PDF-Datei beigefügt") in told
