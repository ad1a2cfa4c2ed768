"""Each example on the page about decisions is run, and gives the TEI that the page shows."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from lxml import etree

from letters import ENGLISH, transcript
from support import ROOT
from teiedit.encode import encode
from teiedit.model.decisions import CONFIRMED, FACTS, LINES, STRUCTURES, WORDS
from teiedit.model.position import Span
from teiedit.model.register import Entry, Register
from teiedit.read.decisions import read_decisions
from teiedit.recognise.document import recognise
from teiedit.recognise.rules import all_rules
from teiedit.validate import check
from teiedit.validate.fidelity import check_fidelity

PAGE = (ROOT / "docs/decisions.md").read_text("utf-8")
(LETTER,) = re.findall(r"```text\n(.*?)```", PAGE, re.DOTALL)
BLOCKS = re.findall(r"```toml\n(.*?)```(?:\n\n```xml\n(.*?)```)?", PAGE, re.DOTALL)
ROWS = [
    [cell.strip() for cell in re.split(r"(?<!\\)\|", row)[1:-1]]
    for row in re.findall(r"^\| `[a-z -]+` \| `.*$", PAGE, re.MULTILINE)
]
REGISTER = Register(
    (
        Entry("p-weber", "persName", "Weber, Anna"),
        Entry("p-clara", "persName", "Brandt, Clara"),
        Entry("o-seeds", "orgName", "Seed Society of Bremen"),
        Entry("pl-bremen", "placeName", "Bremen"),
    )
)
EDITION = replace(ENGLISH, editors=("Ada Byron",), register=REGISTER)


def made(toml):
    """The TEI of the letter with these decisions; it is valid, nothing is lost, and no decision fails."""
    read = transcript(LETTER)
    document = recognise(read, "letter", EDITION, read_decisions(toml.encode(), "letter.decisions.toml"))
    assert [one.message for one in document.diagnostics if one.code[0] == "C"] == []
    root = encode(document, read, EDITION, all_rules()).root
    assert check_fidelity(root, read) == ()
    assert [one.message for one in check(root, lambda _: read.place(Span(0, 1))) if one.severity == 3] == []
    return root


def simple(root, *, short):
    text = etree.tostring(root, encoding="unicode").replace(' xmlns="http://www.tei-c.org/ns/1.0"', "")
    if short:
        text = re.sub(r' (?:xml:id|resp|cert|evidence)="[^"]*"', "", text)
    return re.sub(r"\s+", " ", text)


def cells(row):
    """What a row says: the table of TOML, and the TEI."""
    kind, words, *more, tei = [re.findall(r"`([^`]*)`", cell) for cell in row]
    return kind[0], f'[[decision]]\nwords = "{words[0]}"\n' + "\n".join(more[0] if more else ()) + "\n", tei[0]


@pytest.mark.parametrize(("toml", "tei"), BLOCKS, ids=[toml.splitlines()[1] for toml, _ in BLOCKS])
def test_each_example_gives_what_is_shown(toml, tei):
    root = made(toml)
    whole = [re.sub(r' xml:id="(?:i|d|c)[-0-9]*"', "", simple(root, short=False)), simple(root, short=True)]
    for line in tei.splitlines():
        assert any(line in text for text in whole), line


@pytest.mark.parametrize("row", ROWS, ids=[f"{row[0]} {row[1]}" for row in ROWS])
def test_each_row_gives_what_is_shown(row):
    kind, toml, tei = cells(row)
    refused = row in [r for r in ROWS if len(r) == 3 and kind in CONFIRMED]
    shown = simple(made(f'{toml}{"is-not" if refused else "is"} = "{kind}"\n'), short=True)
    assert tei in shown or re.sub(r"<(?!/?p>)[^>]*>", "", shown).find(tei) >= 0


def test_every_kind_has_an_example():
    shown = {cells(row)[0] for row in ROWS}
    assert shown == {*LINES, *WORDS}
    assert all(f"`{kind}`" in PAGE for kind in STRUCTURES)
    assert all(f"\n{fact} = " in PAGE for fact in FACTS)
