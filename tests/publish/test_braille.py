"""Text for braille: plain signs, notes after their paragraphs, and nothing that liblouis does not know."""

from __future__ import annotations

import re
import subprocess
from dataclasses import replace

import pytest

from pages import EDITION, EVERYTHING, letter
from support import ROOT, tool
from teiedit.model.edition import Text
from teiedit.publish import text
from teiedit.publish._braille import for_braille

HARBOUR = (ROOT / "tests/golden-pages/letter.xml").read_text("utf-8")
GERMAN = (
    "<p>Straße, Größe; „so“ – und ‚so‘ …</p><p>§ 12, 3 °C, 5 €, 1/2; er schrieb: »Ja«.<note n='1'>Auch dies.</note></p>"
)
FRENCH = "<p>« Où est-ce ? » — l’œuvre d’un maître, çà et là ; naïve.</p><p>Le 1<hi rend='superscript'>er</hi> mai.</p>"


def made(tei, form="paragraphs", language="en"):
    """The plain text and the one for braille."""
    edition = replace(EDITION, text=Text(form), language=language)
    plain, braille = text.document(tei, edition).files.values()
    return plain.decode(), braille.decode()


def test_it_is_made_only_where_it_is_asked_for():
    assert list(text.document(HARBOUR, EDITION).files) == ["text/letter-1.txt"]
    asked = replace(EDITION, text=Text("lines"))
    assert list(text.document(HARBOUR, asked).files) == ["text/letter-1.txt", "text/letter-1.brl.txt"]


def test_a_note_follows_its_paragraph_and_signs_are_words():
    blocks = made(HARBOUR)[1].split("\n\n")
    at = next(i for i, block in enumerate(blocks) if block.startswith("I have the honour"))
    assert blocks[at + 1].startswith("[1] The gale began")
    assert "lent to us; [p. 2] without it the work would need [deleted: thirty] [added: forty] men" in blocks[at + 2]
    assert blocks[at + 3].startswith("[2] In 1870")
    assert not re.search(r"[~_\\=\t]", "".join(blocks))


@pytest.mark.parametrize("form", ["paragraphs", "lines"])
def test_no_word_and_no_note_is_lost_or_said_twice(form):
    plain, braille = made(EVERYTHING, form)
    called = re.findall(r"^\[\w+\] ", plain, re.MULTILINE)
    assert called
    for label in called:
        assert len(re.findall(rf"^(?: {{4}})?{re.escape(label.strip())}\s", braille, re.MULTILINE)) == 1, label

    def words(content):
        return sorted(re.findall(r"[^\W_]+", for_braille(content, "paragraphs").split("\n\n* * *\n\n")[1]))

    missing = [word for word in words(plain.replace("\t", "; ")) if word not in set(re.findall(r"[^\W_]+", braille))]
    assert missing == []


def test_lines_are_short_and_paragraphs_indented():
    lines = made(HARBOUR, "lines")[1].splitlines()
    assert max(map(len, lines)) <= 40
    start = next(i for i, line in enumerate(lines) if "I have the honour" in line)
    assert lines[start].startswith("  I have")
    assert not lines[start + 1].startswith(" ")


@pytest.mark.parametrize(
    ("typed", "plain"),
    [
        ("eﬃcient ﬁeld", "efficient field"),
        ("10\u00a0000 and\u202f5\u2009%", "10 000 and 5 %"),
        ("co\u00adop, a\u2060b", "coop, ab"),
        ("non\u2011stop", "non-stop"),
        ("ſo it was…", "so it was..."),
        ("one \u2015 two\u2e3a", "one — two—"),
        ("De\u0301tente", "Détente"),
        ("\tOne.\n\n3) \tTwo.", "One.\n\n3) Two."),
    ],
)
def test_signs_are_plain(typed, plain):
    assert for_braille(typed, "paragraphs") == plain


@pytest.mark.parametrize(
    ("tei", "language", "table"),
    [
        (HARBOUR, "en", "en-ueb-g1.ctb"),
        (HARBOUR, "en", "en-ueb-g2.ctb"),
        (letter(GERMAN, lang="de"), "de", "de-g1.ctb"),
        (letter(GERMAN, lang="de"), "de", "de-g2.ctb"),
        (letter(FRENCH, lang="fr"), "fr", "fr-bfu-g2.ctb"),
        (letter(FRENCH, lang="fr"), "fr", "fr-bfu-comp6.utb"),
    ],
)
def test_liblouis_knows_every_character(tei, language, table):
    def translated(words):
        command = [tool("lou_translate"), "--forward", f"unicode.dis,{table}"]
        return subprocess.run(command, input=words.encode(), capture_output=True, check=True).stdout.decode()

    signs = sorted(set(made(tei, "paragraphs", language)[1]) - {"\n", " "})
    cells = translated("\n".join([*signs, "\ue000", ""])).split("\n")
    assert len(cells) == len(signs) + 2
    # what a table lacks comes as its number in a frame, or as a blank
    unknown = cells[len(signs)][:3]
    assert [sign for sign, cell in zip(signs, cells, strict=False) if cell.startswith(unknown)] == []
    assert set("".join(cells)) <= {chr(cell) for cell in range(0x2800, 0x2900)}
