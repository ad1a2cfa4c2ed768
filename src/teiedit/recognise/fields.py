"""Fields at the head or foot of a document: a label such as "Subject:", and what it says.

Encoding: seg with type "field" and a subtype, https://tei-c.org/release/doc/tei-p5-doc/en/html/ref-seg.html
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from teiedit.model.position import Span
from teiedit.model.source import WHITE
from teiedit.recognise import dates, formulas
from teiedit.recognise.formulas.und import CLASSIFICATION, HANDED, PRECEDENCE, TYPIST
from teiedit.tools import rooms
from teiedit.tools.expressions import expression

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True)
class Field:
    """The parts of a field, counted from the start of its text.

    Attributes:
        subtype: what it is for: "to", "from", "date", "subject", ...
        label: where its label stands, or None.
        value: where what it says stands.
        received: whether it tells when the document was received.
    """

    subtype: str
    label: Span | None
    value: Span
    received: bool = False


def read_field(text: str) -> Field:
    """Return the parts of a line that a rule has found to be a field."""
    text = text.rstrip(WHITE)
    handed = HANDED.match(text)
    if handed is not None:
        kind = "time" if _HOUR.fullmatch(text, handed.end()) else "date"
        return Field(kind, Span(*handed.span("label")), Span(handed.end(), len(text)), handed["received"] is not None)
    match = _labelled().match(text)
    if match is None:
        return Field(_unlabelled(text), None, Span(0, len(text)))
    word = " ".join(match["label"].rstrip(" .:\t").casefold().split())
    start = match.end() + len(text[match.end() :]) - len(text[match.end() :].lstrip(WHITE))
    label = match["label"].rstrip(WHITE)
    return Field(
        _subtypes()[word], Span(match.start("label"), match.start("label") + len(label)), Span(start, len(text))
    )


# A time alone after its label: "3.20 p.m.]", "à 8 h. 15".
_HOUR = expression(
    r"(?:à|at|um|a|te)?\s*\d{1,2}(?:[.:]\d\d)?\s*(?:[ap]\.?\s?m\b\.?|Uhr|h\b\.?|heures?)?(?:\s\d\d)?"
    r"(?:\s(?:früh|morgens|abends|mittags|nachts|(?:vor|nach)m\w*\.?|du\s(?:matin|soir)|de\sl['’]après-midi))?[\])]?\.?",
    re.IGNORECASE,
)


def begins_handed(text: str) -> bool:
    """Say whether a line begins with a label such as "D." or "Received:", whatever follows."""
    return HANDED.match(text) is not None


def is_handed(text: str, tags: Sequence[str]) -> bool:
    """Say whether a line tells when a telegram was handed in or received, and nothing else: "D. 8.15 p.m. 3 May 1962".

    Args:
        text: the line.
        tags: the languages of its date.
    """
    handed = HANDED.match(text)
    if handed is None or len(text) > _LONGEST or not any(character.isdigit() for character in text):
        return False
    value = text[handed.end() :]
    hours = dates.times(value, tags)
    if len(handed["label"]) == 2 and not hours:
        # "D. 3. Mai" is "den 3. Mai"
        return False
    spans = [*(found.span for found in dates.find(value, tags)), *(hour.span for hour in hours)]
    left = "".join(" " if any(s.start <= at < s.end for s in spans) else sign for at, sign in enumerate(value))
    words = re.findall(r"[^\W\d_]+\.?", left)
    place = [word for word in words if word[0].isupper()]
    return bool(spans) and len(place) <= 2 and all(word.lower() in _SMALL for word in words if word not in place)


_LONGEST = 120
_SMALL = frozenset(
    "at on the of am den dem um in le du à a les el il op te om from aus von uhr h h. hrs hours no".split()
)


def _unlabelled(text: str) -> str:
    if CLASSIFICATION.match(text):
        return "classification"
    if PRECEDENCE.match(text):
        return "precedence"
    return "reference" if TYPIST.match(text) else "enclosures"


def begins_list(text: str) -> tuple[str, bool] | None:
    """Return the zone of a field that may list people over several lines, and whether its label stands alone.

    None if the line is no such field.
    """
    match = _listing().match(text)
    if match is None:
        return None
    word = " ".join((match["label"] or match["alone"]).rstrip(" .:\t").casefold().split())
    zone = "footfield" if word in _foot() else "field"
    return zone, match.end() == len(text)


def split_handed(text: str) -> tuple[Span, ...]:
    """Return the stretches of a line that tells, side by side, when a telegram was handed in and when received."""
    gaps = _GAP.finditer(text) if HANDED.match(text) else ()
    second = next((gap for gap in gaps if HANDED.match(text, gap.end())), None)
    if second is None:
        return (Span(0, len(text)),)
    return Span(0, len(text[: second.end()].rstrip(WHITE))), Span(second.end(), len(text))


_GAP = expression(r"(?: {2,}|[ ]*\t[ \t]*|[.,;][ ])(?=[^ \t])")
_LISTS = ("to", "cc", "distribution", "attention")


@cache
def _foot() -> frozenset[str]:
    modules = (rooms.module(formulas.__name__, tag) for tag in formulas.languages())
    return frozenset(word for module in modules for word in getattr(module, "FOOT", {}))


@cache
def _listing() -> re.Pattern[str]:
    words = [word for word, subtype in _subtypes().items() if subtype in _LISTS]
    alone = "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in sorted(words, key=len, reverse=True))
    return expression(rf"{formulas.labels(words)}|(?P<alone>(?:{alone})\s?:)$", re.IGNORECASE)


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
    return expression(formulas.labels(_subtypes()), re.IGNORECASE)
