"""Write the pages of docs/ that are made from the program itself: commands, settings, diagnostics, marks.

`python docs/generate.py` writes them; `python docs/generate.py --check` only says whether they are up to date.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click
from lxml import etree

from teiedit.cli._main import _group
from teiedit.encode import encode
from teiedit.model.codes import CODES
from teiedit.model.edition import ALONE, AROUND, Edition
from teiedit.read.edition import HARVEST_KEYS, KEYS, PDF_KEYS, REVIEW_KEYS, STYLE_KEYS, TEXT_KEYS, VOLUME_KEYS, Key
from teiedit.read.source import decode
from teiedit.read.transcript import read_transcript
from teiedit.recognise.conventions import PAIRS, REASONS, UNITS
from teiedit.recognise.document import recognise
from teiedit.recognise.rules import all_rules
from teiedit.tools.tei import NS

if TYPE_CHECKING:
    from collections.abc import Mapping

DOCS = Path(__file__).resolve().parent
_ROOMS = {
    "E": "edition.toml and the command's arguments",
    "T": "the transcript's file",
    "D": "what was inferred from the text",
    "A": "documents of an edition held against each other",
    "C": "the editors' decisions",
    "L": "the proof that nothing was lost",
    "R": "RELAX NG, the grammar",
    "S": "Schematron, the rules beside the grammar",
    "W": "W3C XML Schema, and schemas of your own",
    "X": "XSLT",
    "P": "publishing",
    "V": "the server",
    "M": "metadata for harvesters",
    "K": "packages for archives",
    "N": "registers, and the names proposed for them",
}


def commands() -> str:
    """Return docs/commands.md: every command's help, as the terminal shows it."""
    width = {"max_content_width": 96, "terminal_width": 96, "help_option_names": ["-h", "--help"]}
    context = click.Context(_group, info_name="teiedit", **width)
    parts = ["# Commands", "", "Made from the program's own help.", "", "```", _group.get_help(context), "```", ""]
    for name in _group.list_commands(context):
        command = _group.get_command(context, name)
        if command is not None:
            inner = click.Context(command, info_name=name, parent=context, **width)
            parts += [f"## teiedit {name}", "", "```", command.get_help(inner), "```", ""]
    return "\n".join(parts)


def settings() -> str:
    """Return docs/edition-toml.md: every key."""
    kinds = {
        "text": "one line of text",
        "texts": "a list of texts",
        "choice": "one of",
        "choices": "a list of",
        "flag": "true or false",
        "date": "a year, month or day",
        "tag": "a language tag",
        "tags": "a list of language tags",
        "url": "an address on the web",
        "host": "a domain",
        "mail": "an e-mail address",
        "uuid": "a UUID that begins with a letter",
        "licence": "a name and a url",
        "colour": "a colour, as `#85281c`",
        "table": "a table: see below",
        "chapters": "chapters: see below; or one of",
        "signs": "a table, `[conventions]`: see [How to type a transcript](transcripts.md#your-own-signs)",
    }

    def rows(keys: Mapping[str, Key]) -> list[str]:
        return [
            f"| `{name}` | {key.what} | {kinds[key.kind]}{': ' if key.choices else ''}{', '.join(key.choices)} |"
            for name, key in keys.items()
        ]

    head = ["| key | what it is for | value |", "| --- | --- | --- |"]
    return "\n".join(
        [
            "# edition.toml",
            "",
            "The settings of an edition, in the folder that holds its transcripts; in UTF-8, in [TOML](https://toml.io).",
            "Only `title` is needed.",
            "A key that the program does not know is an error, so that a misspelt one is never passed over.",
            "",
            *head,
            *rows(KEYS),
            "",
            "## Style",
            "",
            "The table `[style]` gives the pages colours, a type, a logo and a foot of your own; no key is needed.",
            "It is explained, with everything else that gives an edition its look, in [A house style](house-style.md).",
            "",
            *head,
            *rows(STYLE_KEYS),
            "",
            "## PDF",
            "",
            "The table `[pdf]` says how the PDFs are set, those of the documents and the book of them all.",
            "",
            *head,
            *rows(PDF_KEYS),
            "",
            "## Harvest",
            "",
            "The table `[harvest]` says what libraries and portals are told; no key is needed.",
            "What it is for is explained in [How to be found](harvest.md).",
            "",
            *head,
            *rows(HARVEST_KEYS),
            "",
            "## Text",
            "",
            "The table `[text]` says what is made beside the plain text of each document.",
            "What a text for braille is, and how it becomes braille, is said in [Braille](braille.md).",
            "",
            *head,
            *rows(TEXT_KEYS),
            "",
            "## Volume",
            "",
            "The table `[volume]` says how the books of all documents, PDF and EPUB, are divided.",
            "",
            *head,
            *rows(VOLUME_KEYS),
            "",
            "- `year`: by date, with a chapter for each year. This is so where nothing is said.",
            "- `correspondent`: a chapter for each correspondence, that is for all that the same two parties wrote to",
            "  each other, in the order of their first letters. If more than half of the letters are from or to one",
            "  party, the chapters are called after the others. What is no letter comes last.",
            "- `none`: by date, without chapters.",
            "",
            "Or say yourself which documents stand in which chapter, and in which order.",
            "A document is called after its file, in lower case and without `.txt`:",
            "",
            "```toml",
            "[[volume.chapters]]",
            'title = "The voyage"',
            'documents = ["1831-12-27-fitzroy", "1832-02-08-henslow"]',
            "",
            "[[volume.chapters]]",
            'title = "The return"',
            'documents = ["1836-10-06-sister"]',
            "```",
            "",
            "What no chapter names stands at the end, in a chapter of what is left.",
            "The build says so, and which names it does not know.",
            "",
            "## Review",
            "",
            "The table `[review]` says what `teiedit review` asks: see [Review](review.md).",
            "",
            *head,
            *rows(REVIEW_KEYS),
            "",
        ]
    )


def diagnostics() -> str:
    """Return docs/diagnostics.md: every code."""
    parts = ["# Diagnostics", "", "What the program may say, by code; `teiedit explain CODE` shows the same.", ""]
    for letter, room in _ROOMS.items():
        codes = [code for code in sorted(CODES) if code.startswith(letter)]
        if not codes:
            continue
        parts += [f"## {letter}: {room}", ""]
        for code in codes:
            entry = CODES[code]
            parts += [f"### {code}: {entry.name.replace('-', ' ')}", "", f"{entry.what}\n{entry.why}", ""]
            parts += [f"    {line}" for line in entry.example.splitlines()] + [""]
    return "\n".join(parts)


_LETTER = "Oakham, 3 May 1921\n\nDear Sir,\n\nHere it begins.\n\n{}\n\nHere it ends.\n\nYours truly,\nA. Bell\n"
# The marks that are no signs around words, by what they say.
_MARKS = {
    "What could not be read": (
        ("a passage that cannot be read", "the [illegible] ships"),
        ("its size, if it is known", "the [2 words illegible] ships"),
        ("damage", "the [torn] ships"),
        ("words struck out that cannot be read", "the [one word crossed out] ships"),
        ("what an editor has left out", "the ships [...] came"),
        ("what is left out, in words", "[Here follows a list of ships.]"),
        ("a row of stars, or a line of points", "the ships * * * came"),
        ("matter that is still closed", "the ships [1 line not declassified] came"),
    ),
    "What is doubtful, wrong or wanting": (
        ("doubt about the word before", "to Ankara [?] and back"),
        ("doubt about one or two words", "to [Ankara?] and back"),
        ("a slip that stands so", "it was recieved [sic] there"),
        ("a word supplied", "where it [was] seen"),
        ("letters supplied", "the representative[s] came"),
    ),
    "Pages": (
        ("a new page", "the [page 2] ships"),
        ("a new folio", "the [fol. 12v] ships"),
    ),
}
_FORMS = {"label": "a bracket with a label", "tag": "a tag", "double": "double brackets"}
_KINDS = {
    "del": "Words struck out",
    "add": "Words added",
    "hi": "Words underlined",
    "note": "Notes in the margin",
    "unclear": "Doubtful words, with a tag",
}


def marks() -> str:
    """Return docs/marks.md: every mark of a transcriber, with the TEI that the program makes of it."""
    head = ["| | you type | it becomes |", "| --- | --- | --- |"]
    parts = [
        "# The transcriber's marks",
        "",
        "Every mark that the program knows, and the TEI that it makes of it; what each is for is said in",
        "[How to type a transcript](transcripts.md#the-transcribers-marks).",
        "This page is made by the program from its own tables, and each example by encoding it.",
        "",
        '`resp="#transcriber"` says that whoever made the transcript answers for it.',
        "Signs that are not in the TEI are those for which the element stands; the program writes them back from it.",
        "Signs of another form are kept in `metamark`.",
        "Where both say the same, `teiedit fmt --marks` writes the first in the place of the second:",
        "`~~five~~`, `\\ten/` (above the line), `_must_` and `[Ankara?]`.",
        "",
    ]
    for title, examples in _MARKS.items():
        parts += [f"## {title}", "", *head, *(_row(what, text) for what, text in examples), ""]
    for kind, title in _KINDS.items():
        examples = [(pair, one.partition(" → ")[0]) for pair in PAIRS if pair.kind == kind for one in pair.examples]
        parts += [f"## {title}", "", *head]
        parts += [_row(_FORMS.get(pair.id.rpartition("-")[2], "signs"), text) for pair, text in examples]
        parts += [""]
    return "\n".join([*parts, *_own_signs(), *_words()])


def _row(what: str, text: str, conventions: tuple[tuple[str, str], ...] = ()) -> str:
    return f"| {what} | {_code(text)} | {_code(_made(text, conventions))} |"


def _code(text: str) -> str:
    """Return code within a table."""
    ticks = "``" if "`" in text else "`"
    return f"{ticks}{text.replace('|', chr(92) + '|')}{ticks}"


def _made(text: str, conventions: tuple[tuple[str, str], ...]) -> str:
    """Return the TEI of a paragraph that has only this text."""
    source, _ = decode(_LETTER.format(text).encode(), "marks.txt", "marks.txt")
    transcript = read_transcript(source)
    edition = Edition(title="Marks", languages=("en",), conventions=conventions)
    root = encode(recognise(transcript, "marks", edition), transcript, edition, all_rules()).root
    paragraph = root.findall(".//tei:body//tei:p", NS)[1]
    made = etree.tostring(paragraph, encoding="unicode", with_tail=False)
    made = re.sub(r' xmlns="[^"]*"| xml:id="[^"]*"', "", made)
    return made.removeprefix("<p>").removesuffix("</p>")


def _own_signs() -> list[str]:
    """Return the table of the meanings that an edition can give to signs of its own."""
    alone = [_row(f'`"xxx" = "{word}"`', "to Ankara xxx and back", (("xxx", word),)) for word in ALONE]
    around = [_row(f'`"⟨ … ⟩" = "{word}"`', "the ⟨five⟩ ships", (("⟨ … ⟩", word),)) for word in AROUND]
    return [
        "## Signs of your own",
        "",
        "Under `[conventions]` in edition.toml each sign of your own is given one of these meanings.",
        "A sign alone:",
        "",
        "| in edition.toml | you type | it becomes |",
        "| --- | --- | --- |",
        *alone,
        "",
        "A sign around words is written with `…` between its two parts:",
        "",
        "| in edition.toml | you type | it becomes |",
        "| --- | --- | --- |",
        *around,
        "",
        "Your own signs win over all others, so a sign that is known already can be given another meaning, or none.",
        "",
    ]


def _words() -> list[str]:
    """Return the words that a bracket may hold to speak of a loss."""
    reasons: dict[str, list[str]] = {}
    for word, reason in REASONS.items():
        reasons.setdefault(reason, []).append(word)
    units: dict[str, list[str]] = {}
    for word, unit in UNITS.items():
        units.setdefault(unit, []).append(word)
    return [
        "## Words for what is lost",
        "",
        "A bracket speaks of a loss if it holds one of these words, and besides it only words for a size, numbers, and",
        "little words such as “of”, “the”, “about”.",
        "",
        "| `reason` | words |",
        "| --- | --- |",
        *(f"| `{reason}` | {', '.join(words)} |" for reason, words in reasons.items()),
        "",
        "| `unit` | words |",
        "| --- | --- |",
        *(f"| `{unit}` | {', '.join(words)} |" for unit, words in units.items()),
        "",
    ]


PAGES = {"commands.md": commands, "edition-toml.md": settings, "diagnostics.md": diagnostics, "marks.md": marks}


def main() -> int:
    """Write the pages, or with --check only compare them."""
    stale = []
    for name, make in PAGES.items():
        path, content = DOCS / name, make()
        if not path.exists() or path.read_text("utf-8") != content:
            stale.append(name)
            if "--check" not in sys.argv:
                path.write_text(content, "utf-8")
    print(f"{'out of date' if '--check' in sys.argv else 'written'}: {', '.join(stale) or 'nothing'}")
    return int(bool(stale) and "--check" in sys.argv)


if __name__ == "__main__":
    sys.exit(main())
