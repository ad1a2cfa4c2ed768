"""The site of an edition that is worked on: one page at once, the rest by a whole build, nothing published touched."""

from __future__ import annotations

import pytest

from editions import edition, tree
from letters import sheet
from teiedit.build import build
from teiedit.preview import FORMATS, Preview


@pytest.fixture
def preview(tmp_path):
    folder = edition(tmp_path / "letters", one=sheet("One."), two=sheet("Two."))
    made = Preview(folder, tmp_path / "site", jobs=1)
    made.begin()
    return made, folder, tmp_path / "site"


def clean(folder, output):
    build(folder, output, formats=FORMATS)
    return tree(output)


def test_it_is_the_site_that_a_build_makes_and_no_ledger_is_written(preview, tmp_path):
    _, folder, site = preview
    assert tree(site) == clean(folder, tmp_path / "clean")
    assert not (folder / "ledger.tsv").exists()


def test_a_changed_transcript_makes_its_page_anew(preview):
    made, folder, site = preview
    (folder / "one.txt").write_text(sheet("A marmalade."), "utf-8")
    update = made.change([folder / "one.txt"])
    assert (update.documents, update.whole) == (("one",), False)
    assert "A marmalade." in (site / "documents/one.html").read_text("utf-8")


def test_a_change_of_what_others_show_asks_for_a_whole_build(preview, tmp_path):
    made, folder, site = preview
    (folder / "one.txt").write_text(sheet("One.").replace("27 October", "28 October"), "utf-8")
    assert made.change([folder / "one.txt"]).whole
    made.rebuild()
    assert tree(site) == clean(folder, tmp_path / "clean")


def test_changes_one_after_another_end_as_a_clean_build(preview, tmp_path):
    made, folder, site = preview
    for text in ("Three.", "Four words are here.", "Two."):
        (folder / "two.txt").write_text(sheet(text), "utf-8")
        made.change([folder / "two.txt"])
    page = (site / "documents/two.html").read_bytes()
    assert page == clean(folder, tmp_path / "clean")["documents/two.html"]


@pytest.mark.parametrize("name", ["three.txt", "edition.toml", "register/persons.csv"])
def test_a_new_file_or_a_setting_asks_for_a_whole_build(preview, name):
    made, folder, _ = preview
    (folder / name).parent.mkdir(exist_ok=True)
    (folder / name).write_text("x", "utf-8")
    assert made.change([folder / name]) == made.change([folder / name])
    assert made.change([folder / name]).whole


def test_a_removed_transcript_goes_with_the_whole_build(preview):
    made, folder, site = preview
    (folder / "two.txt").unlink()
    assert made.change([folder / "two.txt"]).whole
    made.rebuild()
    assert not (site / "documents/two.html").exists()


def test_a_faulty_transcript_is_reported_and_its_page_stays(preview):
    made, folder, site = preview
    before = (site / "documents/one.html").read_bytes()
    (folder / "one.txt").write_text("", "utf-8")
    assert [d.severity.name for d in made.change([folder / "one.txt"]).findings] == ["ERROR"]
    assert (site / "documents/one.html").read_bytes() == before


def test_a_faulty_setting_is_reported_and_the_site_stays(preview):
    made, folder, site = preview
    before = tree(site)
    (folder / "edition.toml").write_text("titel = 1", "utf-8")
    assert {d.code for d in made.rebuild().findings} == {"E001", "E004"}
    assert tree(site) == before
    (folder / "edition.toml").write_text('title = "Mended"\nlanguages = ["en"]\n', "utf-8")
    assert made.rebuild().findings == ()
    assert "Mended" in (site / "index.html").read_text("utf-8")
