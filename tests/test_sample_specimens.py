"""The second sample edition: many kinds of document in three languages, read as their editors would read them."""

from __future__ import annotations

import functools
from dataclasses import replace

import pytest
from lxml import etree

from letters import find
from support import ROOT
from teiedit.build import build
from teiedit.make import make_tei
from teiedit.model.diagnostic import Severity
from teiedit.read.edition import read_edition
from teiedit.read.folder import find_files
from teiedit.read.register import read_register
from teiedit.read.source import read_source
from teiedit.tools.tei import parse

FOLDER = ROOT / "sources/specimens"
FILES = {file.path.stem: file for file in find_files(FOLDER)[0]}

# By file: the language, and the kind where it is not a letter.
GERMAN = {
    "1911-03-02-dorrenbach-to-marlowe",
    "1914-07-20-dorrenbach-to-marlowe",
    "1914-07-28-dorrenbach-telegram",
    "1916-05-14-clara-dorrenbach-to-mauvoisin",
    "1919-03-08-clara-dorrenbach-to-marlowe",
    "1921-07-20-dorrenbach-to-marlowe",
    "1925-05-04-clara-dorrenbach-memorandum",
    "1928-10-04-clara-dorrenbach-to-marlowe",
    "1931-05-02-clara-dorrenbach-telegram",
}
FRENCH = {
    "1911-10-05-mauvoisin-circular-3",
    "1912-02-11-mauvoisin-to-marlowe",
    "1915-01-22-swiss-note-verbale",
    "1917-04-16-mauvoisin-to-marlowe",
    "1921-07-02-tavernay-to-mauvoisin",
    "1930-12-03-mauvoisin-to-marlowe",
    "1931-07-01-mauvoisin-circular-41",
}
KINDS = {"telegram": "telegram", "memorandum": "memorandum", "verbale": "note", "agreement": "treaty"}


@functools.cache
def edition():
    register, found = read_register(FOLDER, FOLDER.name)
    assert found == ()
    return replace(read_edition(FOLDER / "edition.toml", "edition.toml"), register=register)


@functools.cache
def made(name):
    file = FILES[name]
    source, diagnostics = read_source(file.path, file.shown, file.name)
    assert diagnostics == ()
    return make_tei(source, file.id, edition())


@functools.cache
def tei(name):
    return parse(made(name).tei)


def test_there_are_documents_of_every_kind_and_nothing_else_is_taken_for_one():
    kinds = {find(tei(name), "//tei:catRef")[0].get("target")[4:] for name in FILES}
    assert len(FILES) == 36
    assert kinds == {"letter", "telegram", "memorandum", "minutes", "treaty", "note"}


@pytest.mark.parametrize("name", FILES)
def test_nothing_is_lost_and_nothing_is_an_error(name):
    """A document for which the proof of losslessness fails has an error of the family L."""
    assert [d for d in made(name).diagnostics if d.severity is Severity.ERROR] == []


@pytest.mark.parametrize("name", FILES)
def test_kind_and_language_are_found(name):
    language = "de" if name in GERMAN else "fr" if name in FRENCH else "en"
    kind = next((kind for word, kind in KINDS.items() if word in name), "minutes" if "minutes" in name else "letter")
    root = tei(name)
    assert root.get("{http://www.w3.org/XML/1998/namespace}lang") == language
    assert [node.get("target") for node in find(root, "//tei:catRef")] == [f"#dt-{kind}"]


@pytest.mark.parametrize("name", FILES)
def test_the_date_of_writing_is_that_of_the_file_name(name):
    (day,) = find(tei(name), "//tei:creation/tei:date/@when")
    assert day == name[:10]


@pytest.mark.parametrize("name", FILES)
def test_all_but_the_minutes_and_the_agreement_are_sent_on_that_day(name):
    sent = find(tei(name), "//tei:correspAction[@type='sent']/tei:date/@when")
    assert sent == ([] if "minutes" in name or "agreement" in name else [name[:10]])


WRITTEN = [name for name in FILES if "-to-" in name and "telegram" not in name]


@pytest.mark.parametrize("name", WRITTEN)
def test_both_parties_are_those_of_the_register(name):
    sender, _, addressee = name[11:].partition("-to-")
    refs = {
        kind: find(tei(name), f"//tei:correspAction[@type='{kind}']/tei:persName/@ref") for kind in ("sent", "received")
    }
    people = {
        "dorrenbach": "dorrenbach-anselm",
        "clara-dorrenbach": "dorrenbach-clara",
    }
    bare = {"1914-11-09-caske-to-marlowe"}  # greets "Madam" and names nobody
    assert refs["sent"] == [f"#p-{people.get(sender, sender)}"]
    assert refs["received"] == ([] if name in bare else [f"#p-{people.get(addressee, addressee)}"])


@pytest.mark.xdist_group("tei_all")
@pytest.mark.parametrize("name", FILES)
def test_each_document_is_valid_in_tei_itself(name, tei_all):
    assert tei_all.validate(etree.ElementTree(tei(name))), tei_all.error_log


def test_the_edition_is_built_whole(tmp_path):
    report = build(FOLDER, tmp_path / "out", formats=("tei", "html", "text"))
    assert (report.documents, report.published) == (36, 36)
    assert [d for d in report.diagnostics if d.severity is Severity.ERROR] == []


ANSWERED = {
    "1911-03-14-marlowe-to-dorrenbach": "1911-03-02",
    "1914-11-12-marlowe-to-caske": "1914-11-09",
    "1919-03-08-clara-dorrenbach-to-marlowe": "1919-02-03",
    "1930-12-03-mauvoisin-to-marlowe": "1930-11-20",
    "1931-06-14-marlowe-to-wetherall": "1930-11-02",
}


@pytest.mark.parametrize("name", ANSWERED)
def test_the_letter_that_is_answered_is_one_of_the_edition(name):
    (day,) = find(tei(name), "//tei:correspContext/tei:ref[@type='prev']/tei:date/@when")
    assert day == ANSWERED[name]
    assert any(stem.startswith(day) for stem in FILES)
