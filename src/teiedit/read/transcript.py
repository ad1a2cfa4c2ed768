"""A source's text is cut into lines and looked over for what cannot go on."""

from __future__ import annotations

import re
import unicodedata

from teiedit.model.diagnostic import Diagnostic, Severity
from teiedit.model.position import Span
from teiedit.model.source import FORM_FEED, Line, Source, Transcript
from teiedit.tools.tei import NOT_XML

# Only these end a line: str.splitlines would also cut at U+0085, U+2028 and others, which are characters here.
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")


def read_transcript(source: Source) -> Transcript:
    """Cut `source` into lines.

    The transcript's diagnostics: T006 a character that XML cannot hold (an error, since the text could not
    be kept whole; a form feed is read as a page boundary), T007 text that is not in Unicode's composed form (a
    note; the text stays as it is), T015 a block of settings at the head, which is text here.
    """
    lines = tuple(_lines(source.text))
    transcript = Transcript(source, lines)
    return Transcript(source, lines, (*_impossible(transcript), *_decomposed(transcript), *_settings(transcript)))


def _lines(text: str) -> list[Line]:
    lines = []
    for number, match in enumerate(_LINE.finditer(text), 1):
        if match.start() == len(text) and number > 1:
            break
        content = match.group().rstrip("\r\n")
        lines.append(Line(number, content, Span(match.start(), match.start() + len(content))))
    return lines


def _impossible(transcript: Transcript) -> list[Diagnostic]:
    found = []
    for match in NOT_XML.finditer(transcript.source.text):
        if match.group() == FORM_FEED:
            continue
        found.append(
            Diagnostic(
                "T006",
                Severity.ERROR,
                transcript.place(Span(match.start(), match.end())),
                f"the character U+{ord(match.group()):04X} cannot stand in XML",
                "remove it, or replace it by what it stands for",
            )
        )
    return found


def _decomposed(transcript: Transcript) -> list[Diagnostic]:
    text = transcript.source.text
    if unicodedata.is_normalized("NFC", text):
        return []
    for line in transcript.lines:
        composed = unicodedata.normalize("NFC", line.text)
        if composed != line.text:
            column = next(
                (i for i, (a, b) in enumerate(zip(line.text, composed, strict=False)) if a != b), len(line.text) - 1
            )
            start = line.span.start + column
            return [
                Diagnostic(
                    "T007",
                    Severity.INFO,
                    transcript.place(Span(start, start + 1)),
                    "the text is not in Unicode's composed form (NFC), here for the first time",
                    "searches may miss such letters; convert the file to NFC if you can, the program leaves it alone",
                )
            ]
    return []


def _settings(transcript: Transcript) -> list[Diagnostic]:
    """Return T015 if the first lines are a block between "---" and "---", as note-taking and web programs have it."""
    lines = [line for line in transcript.lines[:_LONGEST_BLOCK] if not line.blank]
    if not lines or lines[0].text.strip() != "---":
        return []
    last = next((at for at, line in enumerate(lines[1:], 1) if line.text.strip() in ("---", "...")), 0)
    inner = lines[1:last]
    if not inner or not all(_SETTING.match(line.text) for line in inner):
        return []
    stem = transcript.source.name.rpartition("/")[2].removesuffix(".txt")
    return [
        Diagnostic(
            "T015",
            Severity.WARNING,
            transcript.place(Span(lines[0].span.start, lines[last].span.end)),
            "the transcript begins with a block of settings, which is read and published as text of the document",
            'write what stands on the sheet as lines, such as "From: …" and "Date: …", and what only you know under '
            f'[document] in "{stem}.decisions.toml"; then take the block out',
        )
    ]


# "key: value", an item of a list, a comment, or what is set in below a key.
_SETTING = re.compile(r"[\w -]{1,40}:(?:\s|$)|\s*- |\s*#|\s+\S")
_LONGEST_BLOCK = 60
