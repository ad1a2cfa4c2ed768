"""What lines of an opener or closer are called in TEI, and which of them are headings.

"TELEGRAMM" or the name of a house in capitals, above everything else, heads the document; "MEMORANDUM" below "SECRET"
is what the form had printed on it: https://tei-c.org/release/doc/tei-p5-doc/en/html/ref-fw.html
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from teiedit.recognise import formulas
from teiedit.tools import rooms

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from teiedit.model.evidence import Attributes, Zone
    from teiedit.model.source import Transcript

# The TEI element of a zone, where it is not called the same.
LINES: Mapping[str, tuple[str, Attributes]] = {
    "valediction": ("salute", ()),
    "role": ("signed", ()),
    "footdate": ("dateline", ()),
    "footaddress": ("address", ()),
    "label": ("note", (("type", "source"),)),
    "letterhead": ("fw", (("type", "letterhead"),)),
    "form": ("fw", (("type", "header"),)),
    "number": ("seg", (("type", "field"), ("subtype", "number"))),
    "subject": ("seg", (("type", "field"), ("subtype", "subject"))),
}
# No heading of one line is longer.
_LONGEST = 60
# What may stand above the name of a form: how secret, how urgent.
_ABOVE = ("field", "number", "label")


def is_heading(zone: Zone, transcript: Transcript) -> bool:
    """Say whether the first line of an opening is a heading: without a label, short, all in capitals."""
    words = transcript.words(zone.span)
    return zone.kind == "subject" and zone.evidence is None and words.isupper() and len(words) <= _LONGEST


def with_form(zones: Sequence[Zone], transcript: Transcript) -> list[Zone]:
    """Return the zones of an opener with the name of a form, below a word of handling, called so."""
    result = list(zones)
    for index, zone in enumerate(zones):
        if is_heading(zone, transcript) and transcript.words(zone.span).rstrip(".:").casefold() in _kinds():
            result[index] = replace(zone, kind="form")
        elif zone.kind not in _ABOVE:
            break
    return result


@cache
def _kinds() -> frozenset[str]:
    """Return the words of all languages for kinds of document, in lower case."""
    modules = (rooms.module(formulas.__name__, tag) for tag in formulas.languages())
    return frozenset(word.casefold() for module in modules for word in getattr(module, "GENRES", ()))
