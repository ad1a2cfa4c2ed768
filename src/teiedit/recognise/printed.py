"""What lines of an opener or closer are called in TEI, and which of them were printed before a word was written.

"MEMORANDUM", "TELEGRAMM" or the name of a house in capitals, above everything else, is what the paper had on it:
https://tei-c.org/release/doc/tei-p5-doc/en/html/ref-fw.html
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
# No letterhead of one line is longer.
_LONGEST = 60
# What may stand above a letterhead without being its end: how secret, how urgent.
_ABOVE = ("field", "number", "label")


def with_print(zones: Sequence[Zone], transcript: Transcript) -> list[Zone]:
    """Return the zones of an opener with those lines at its top that were printed called so.

    They have no label and are all in capitals; where nothing but a word for a kind of document stands, it is the
    heading of a form, else the head of the writer's paper.
    """
    result = list(zones)
    for index, zone in enumerate(zones):
        words = transcript.words(zone.span)
        if zone.kind == "subject" and zone.evidence is None and words.isupper() and len(words) <= _LONGEST:
            result[index] = replace(zone, kind="form" if words.rstrip(".:").casefold() in _kinds() else "letterhead")
        elif zone.kind not in _ABOVE:
            break
    return result


@cache
def _kinds() -> frozenset[str]:
    """Return the words of all languages for kinds of document, in lower case."""
    modules = (rooms.module(formulas.__name__, tag) for tag in formulas.languages())
    return frozenset(word.casefold() for module in modules for word in getattr(module, "GENRES", ()))
