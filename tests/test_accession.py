"""What a build made enters the catalogue and the ledger: changed, withdrawn, failed, published again."""

from __future__ import annotations

import sqlite3

import pytest

from editions import edition, tree
from letters import sheet
from teiedit.build import build
from teiedit.catalogue.reader import Catalogue, NoCatalogueError
from teiedit.model.diagnostic import EditionError
from teiedit.read.ledger import read_ledger

FORMATS = ("tei", "metadata")
FIRST, SECOND, THIRD = "2026-01-01T10:00:00Z", "2026-02-01T10:00:00Z", "2026-03-01T10:00:00Z"
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
