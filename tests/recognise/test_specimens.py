"""Invented letters of many languages, centuries and kinds, each with the reading that an editor would expect.

A specimen is a transcript (`specimens/<name>.txt`) and what it says (`<name>.toml`). Words are compared without
case, punctuation and spacing. What a record leaves out must not be found, except for addresses and the language,
and for what treaties and minutes alone have: that is compared where the record names the kind of document.
"""

from __future__ import annotations

import re
import tomllib

import pytest

from letters import document, find, tei, words
from support import ROOT
from teiedit.model.edition import Edition

FOLDER = ROOT / "tests/recognise/specimens"
NAMES = sorted(path.stem for path in FOLDER.glob("*.txt"))
ID = "{http://www.w3.org/XML/1998/namespace}id"
ANY = Edition(title="Specimens", publisher="Nobody", languages=())


def folded(text):
    return "".join(re.findall(r"[^\W_]", text.casefold()))


def together(root, path):
    return folded(" ".join(words(node) for node in find(root, path)))


def reading(text):
    """Return what the program makes of a transcript, in the terms of a specimen's record."""
    read, root = document(text, ANY), tei(text, ANY)
    date = read.sent.date
    return {
        "language": read.language,
        "salute": together(root, "//tei:opener/tei:salute"),
        "close": together(root, "//tei:closer/tei:salute"),
        "dateline": [folded(words(node)) for node in find(root, "//tei:body//tei:dateline")],
        "signed": [folded(words(node)) for node in find(root, "//tei:signed")],
        "postscript": together(root, "//tei:postscript"),
        "address": [folded(words(node)) for node in find(root, "//tei:address")],
        "paragraphs": len(find(root, "//tei:body//tei:p[not(ancestor::tei:postscript)]")),
        "sender": [folded(person.name) for person in read.sent.people],
        "addressee": [folded(person.name) for person in read.received.people],
        "date": date.attributes[0][1] if date else "",
        "fields": [node.get("subtype") for node in find(root, "//tei:seg[@type='field']")],
        **structure(read.genre, root),
    }


def structure(genre, root):
    """Return what treaties and minutes have that letters have not."""
    divisions = find(root, "//tei:body/tei:div//tei:div[@type] | //tei:body/tei:div[@type = 'enclosure']")
    named = "//tei:item/tei:persName | //tei:list//tei:item//tei:persName | //tei:signed/tei:persName[not(@ref)]"
    return {
        "genre": genre,
        "divisions": [" ".join(filter(None, (node.get("type"), node.get("n")))) for node in divisions],
        "heads": [broken(node) for node in find(root, "//tei:body//tei:div/tei:head")],
        "participants": [words(node) for node in find(root, "//tei:list[@type = 'participants']/tei:item")],
        "names": [words(node) for node in find(root, named)],
        "speakers": [
            " ".join(filter(None, (words(find(node, "tei:speaker")[0]), node.get("who"))))
            for node in find(root, "//tei:sp")
        ],
        "events": [words(node) for node in find(root, "//tei:stage")],
        "clauses": [node.get(ID) for node in find(root, "//tei:div[@type='article']//*[@n][not(self::tei:div)]")],
        "references": [
            " ".join(filter(None, (words(node), node.get("target")))) for node in find(root, "//tei:body//tei:ref")
        ],
    }


def broken(node):
    return " ".join(" ".join(text.split()) for text in node.itertext() if text.strip())


def expected(record):
    """Return a record with everything in it, folded as `reading` folds."""
    plain = {key: record.get(key, "") for key in ("date",)}
    joined = {key: folded(" ".join(_list(record, key))) for key in ("salute", "close", "postscript")}
    lists = {key: [folded(one) for one in record.get(key, [])] for key in ("dateline", "signed", "sender", "addressee")}
    given = {key: record[key] for key in ("language", "paragraphs", "genre") if key in record}
    given |= {key: record.get(key, []) for key in ("participants", "speakers", "events", "names") if "genre" in record}
    given |= {key: record[key] for key in ("divisions", "heads", "clauses", "references") if key in record}
    if "address" in record:
        given["address"] = [folded(one) for one in record["address"]]
    return {**plain, **joined, **lists, **given, "fields": record.get("fields", [])}


def _list(record, key):
    value = record.get(key, [])
    return [value] if isinstance(value, str) else value


@pytest.mark.parametrize("name", NAMES)
def test_an_invented_letter_is_read_as_an_editor_would(name):
    record = expected(tomllib.loads((FOLDER / f"{name}.toml").read_text("utf-8")))
    found = reading((FOLDER / f"{name}.txt").read_text("utf-8"))
    assert {key: found[key] for key in record} == record


def test_there_are_specimens_of_many_languages():
    languages = {name.partition("-")[0] for name in NAMES}
    assert len(NAMES) >= 30
    assert {"de", "en", "es", "fr", "it", "la", "nl"} <= languages
