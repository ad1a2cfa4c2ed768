"""What a build made enters the catalogue and the ledger: changed, withdrawn, failed, published again."""

from __future__ import annotations

import contextlib
import sqlite3

import pytest

from editions import edition, tree
from letters import sheet
from teiedit.build import build
from teiedit.catalogue.reader import Catalogue, NoCatalogueError
from teiedit.model.diagnostic import EditionError
from teiedit.model.ledger import GONE, Stamp
from teiedit.read.ledger import read_ledger

FORMATS = ("tei", "metadata")
FIRST, SECOND, THIRD, FOURTH = (f"2026-0{month}-01T10:00:00Z" for month in (1, 2, 3, 4))
EMPTY = b""


@pytest.fixture
def built(tmp_path):
    folder = edition(tmp_path / "letters", one=sheet("One."), two=sheet("Two."))
    return lambda now: (build(folder, tmp_path / "out", formats=FORMATS, now=lambda: now), folder, tmp_path / "out")


def records(output):
    with sqlite3.connect(output / "metadata/catalogue.sqlite") as base:
        return {(f, i): (c, d) for f, i, c, d in base.execute("SELECT * FROM record")}


def ledger(folder):
    return read_ledger(folder / "ledger.tsv", "ledger.tsv")


def test_a_new_edition_has_each_record_from_the_moment_of_its_build(built):
    _, folder, output = built(FIRST)
    assert {identifier for _, identifier in records(output)} == {"one", "two"}
    assert set(records(output).values()) == {(FIRST, 0)}
    assert {(e.published, e.withdrawn) for e in ledger(folder).values()} == {(FIRST, "")}


def test_building_again_moves_nothing(built):
    _, folder, output = built(FIRST)
    before, kept = tree(output), (folder / "ledger.tsv").read_bytes()
    report, _, _ = built(SECOND)
    assert (report.written, tree(output), (folder / "ledger.tsv").read_bytes()) == (0, before, kept)


def test_a_changed_text_moves_the_file_but_not_the_description(built):
    built(FIRST)
    _, folder, output = built(FIRST)
    (folder / "one.txt").write_text(sheet("Another one."), "utf-8")
    built(SECOND)
    assert records(output)["tei", "one"] == (SECOND, 0)
    assert records(output)["oai_dc", "one"] == (FIRST, 0)
    assert records(output)["tei", "two"] == (FIRST, 0)


def test_a_removed_document_stays_deleted_in_its_sets_whatever_is_built_after(built):
    _, folder, output = built(FIRST)
    (folder / "one.txt").unlink()
    built(SECOND)
    built(THIRD)
    assert records(output)["oai_dc", "one"] == (SECOND, 1)
    gone = ledger(folder)["one"]
    assert (gone.withdrawn, "genre:letter" in gone.sets) == (SECOND, True)
    with sqlite3.connect(output / "metadata/catalogue.sqlite") as base:
        assert base.execute("SELECT count(*) FROM member WHERE id = 'one' AND spec = 'genre:letter'").fetchone() == (1,)
    assert not (output / "metadata/oai_dc/one.xml").exists()


def test_it_stays_deleted_where_the_output_is_made_anew(built, tmp_path):
    _, folder, _ = built(FIRST)
    (folder / "one.txt").unlink()
    built(SECOND)
    build(folder, tmp_path / "elsewhere", formats=FORMATS, now=lambda: THIRD)
    assert records(tmp_path / "elsewhere")["oai_dc", "one"] == (SECOND, 1)


def test_what_cannot_be_made_now_keeps_its_record(built):
    _, folder, output = built(FIRST)
    before = Catalogue(output / "metadata/catalogue.sqlite")
    kept = before.content("one", "oai_dc")
    before.close()
    (folder / "one.txt").write_bytes(EMPTY)
    report, _, _ = built(SECOND)
    assert report.published == 1
    assert records(output)["oai_dc", "one"] == (FIRST, 0)
    after = Catalogue(output / "metadata/catalogue.sqlite")
    assert after.content("one", "oai_dc") == kept
    assert kept.startswith(b"<?xml")
    after.close()


def test_what_was_never_made_is_no_record(built):
    _, folder, output = built(FIRST)
    (folder / "three.txt").write_bytes(EMPTY)
    built(SECOND)
    assert "three" not in ledger(folder)
    assert ("oai_dc", "three") not in records(output)


def test_a_ledger_that_cannot_be_read_stops_the_build_and_damages_nothing(built):
    _, folder, output = built(FIRST)
    before = tree(output)
    (folder / "ledger.tsv").write_text("<<<<<<< HEAD\n")
    with pytest.raises(EditionError) as caught:
        built(SECOND)
    assert [d.code for d in caught.value.diagnostics] == ["E030"]
    assert tree(output) == before


def test_a_damaged_catalogue_is_made_anew(built):
    _, _, output = built(FIRST)
    whole = records(output)
    (output / "metadata/catalogue.sqlite").write_bytes(b"SQLite format 3\0 nothing")
    with pytest.raises(NoCatalogueError):
        Catalogue(output / "metadata/catalogue.sqlite")
    built(SECOND)
    assert records(output) == whole


def test_other_formats_alone_leave_catalogue_and_ledger_as_they_are(built, tmp_path):
    _, folder, output = built(FIRST)
    kept = (folder / "ledger.tsv").read_bytes(), (output / "metadata/catalogue.sqlite").read_bytes()
    (folder / "one.txt").write_text(sheet("Another one."), "utf-8")
    build(folder, output, formats=("tei",), now=lambda: SECOND)
    assert ((folder / "ledger.tsv").read_bytes(), (output / "metadata/catalogue.sqlite").read_bytes()) == kept


def test_the_items_come_by_date_with_their_sets(built):
    _, _, output = built(FIRST)
    catalogue = Catalogue(output / "metadata/catalogue.sqlite")
    items = list(catalogue.items())
    catalogue.close()
    assert [item.id for item in items] == ["one", "two"]
    assert {"genre:letter", "year:1962"} <= set(items[0].sets)
    assert items[0].changed == dict.fromkeys(("ead", "mods", "oai_dc", "tei", "tei_header"), FIRST)


def settings(rights):
    said = f'\n[harvest]\nrights = "{rights}"\nprovider = "An archive"\n' if rights else ""
    return f'title = "Test edition"\nlanguages = ["en"]\nbase_url = "https://letters.example.org/"\n{said}'


@pytest.fixture
def harvested(tmp_path):
    """An edition with records of EDM, built at FIRST; what builds it again."""
    rights = "http://rightsstatements.org/vocab/InC/1.0/"
    folder = edition(tmp_path / "letters", settings(rights), one=sheet("One."), two=sheet("Two."))
    build(folder, tmp_path / "out", formats=FORMATS, now=lambda: FIRST)
    return lambda now, formats=FORMATS: build(folder, tmp_path / "out", formats=formats, now=lambda: now)


def test_a_record_that_a_document_has_no_more_is_deleted_and_comes_back_to_life(harvested, tmp_path):
    folder, output = tmp_path / "letters", tmp_path / "out"
    stated = (folder / "edition.toml").read_text()
    assert records(output)["edm", "one"] == (FIRST, 0)
    (folder / "edition.toml").write_text(settings(""))
    harvested(SECOND)
    assert {records(output)["edm", name] for name in ("one", "two")} == {(SECOND, 1)}
    assert (records(output)["oai_dc", "one"], records(output)["tei", "one"]) == ((FIRST, 0), (FIRST, 0))
    assert ledger(folder)["one"].stamps["edm"] == Stamp(GONE, SECOND)
    with contextlib.closing(Catalogue(output / "metadata/catalogue.sqlite")) as catalogue:
        assert catalogue.content("one", "edm") is None
        assert "edm" not in catalogue.item("one").changed
        assert catalogue.latest() == SECOND
    # neither another build nor the change of one document moves what is gone
    (folder / "one.txt").write_text(sheet("Another one."), "utf-8")
    harvested(THIRD)
    assert {records(output)["edm", name] for name in ("one", "two")} == {(SECOND, 1)}
    (folder / "edition.toml").write_text(stated)
    harvested(FOURTH)
    assert {records(output)["edm", name] for name in ("one", "two")} == {(FOURTH, 0)}
    assert ledger(folder)["one"].stamps["edm"].hash != GONE


def test_a_letter_that_is_none_any_more_has_no_entry_for_services_that_find_letters(harvested, tmp_path):
    folder, output = tmp_path / "letters", tmp_path / "out"
    assert records(output)["cmif", "one"] == (FIRST, 0)
    (folder / "one.txt").write_text("A list of things.\n", "utf-8")
    harvested(SECOND)
    assert records(output)["cmif", "one"] == (SECOND, 1)
    assert records(output)["cmif", "two"] == (FIRST, 0)


def test_a_record_that_went_before_its_document_keeps_its_moment(harvested, tmp_path):
    folder, output = tmp_path / "letters", tmp_path / "out"
    (folder / "edition.toml").write_text(settings(""))
    harvested(SECOND)
    (folder / "one.txt").unlink()
    harvested(THIRD)
    assert (records(output)["edm", "one"], records(output)["oai_dc", "one"]) == ((SECOND, 1), (THIRD, 1))
    # and is not there either when the document is published again
    (folder / "one.txt").write_text(sheet("One."), "utf-8")
    harvested(FOURTH)
    assert (records(output)["edm", "one"], records(output)["oai_dc", "one"]) == ((SECOND, 1), (FOURTH, 0))


def test_what_is_gone_stays_so_where_the_output_is_made_anew(harvested, tmp_path):
    folder = tmp_path / "letters"
    (folder / "edition.toml").write_text(settings(""))
    harvested(SECOND)
    build(folder, tmp_path / "elsewhere", formats=FORMATS, now=lambda: THIRD)
    assert records(tmp_path / "elsewhere") == records(tmp_path / "out")


def test_a_build_of_the_records_alone_deletes_no_document(harvested, tmp_path):
    folder, output = tmp_path / "letters", tmp_path / "out"
    (folder / "one.txt").write_text(sheet("Another one."), "utf-8")
    harvested(SECOND, ("metadata",))
    assert ledger(folder)["two"].stamps["tei"].changed == FIRST
    assert not ledger(folder)["one"].stamps["tei"].gone
    assert records(output)["tei", "two"] == (FIRST, 0)
    # nor where there never was a document's file
    build(folder, tmp_path / "bare", formats=("metadata",), now=lambda: THIRD)
    assert not [name for name, _ in records(tmp_path / "bare") if name == "tei"]
    assert not ledger(folder)["one"].stamps["tei"].gone
