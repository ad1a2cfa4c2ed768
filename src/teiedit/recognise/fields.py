"""Fields at the head or foot of a document: a label such as "Subject:", and what it says.

Encoding: seg with type "field" and a subtype, https://tei-c.org/release/doc/tei-p5-doc/en/html/ref-seg.html
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from teiedit.model.position import Span
from teiedit.model.source import WHITE
from teiedit.recognise import formulas
from teiedit.recognise.formulas.und import CLASSIFICATION, PRECEDENCE
from teiedit.tools import rooms


@dataclass(frozen=True, slots=True)
class Field:
    """The parts of a field, counted from the start of its text.

    Attributes:
        subtype: what it is for: "to", "from", "date", "subject", ...
        label: where its label stands, or None.
        value: where what it says stands.
    """

    subtype: str
    label: Span | None
    value: Span


def read_field(text: str) -> Field:
    """Return the parts of a line that a rule has found to be a field."""
    text = text.rstrip(WHITE)
    match = _labelled().match(text)
    if match is None:
        return Field(_unlabelled(text), None, Span(0, len(text)))
    word = " ".join(match["label"].rstrip(" .:\t").casefold().split())
    start = match.end() + len(text[match.end() :]) - len(text[match.end() :].lstrip(WHITE))
    label = match["label"].rstrip(WHITE)
    return Field(
        _subtypes()[word], Span(match.start("label"), match.start("label") + len(label)), Span(start, len(text))
    )


def _unlabelled(text: str) -> str:
    if CLASSIFICATION.match(text):
        return "classification"
    return "precedence" if PRECEDENCE.match(text) else "enclosures"


@cache
def _subtypes() -> dict[str, str]:
    """Return every label of every language with its subtype; the languages agree where they share one."""
    found: dict[str, str] = {}
    for tag in formulas.languages():
        module = rooms.module(formulas.__name__, tag)
        found |= getattr(module, "FIELDS", {}) | getattr(module, "FOOT", {})
    return found


@cache
def _labelled() -> re.Pattern[str]:
    return re.compile(formulas.labels(_subtypes()), re.IGNORECASE)
