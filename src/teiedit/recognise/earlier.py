"""The letter that a letter answers: "your letter of the 3rd", named in its first paragraph.

`formulas/` holds the words of each language (EARLIER).
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from teiedit.model.document import Dated, Earlier
from teiedit.model.evidence import Evidence
from teiedit.model.position import Span
from teiedit.recognise import formulas
from teiedit.tools import rooms

if TYPE_CHECKING:
    import re
    from collections.abc import Sequence
    from types import ModuleType

    from teiedit.model.document import Person
    from teiedit.model.evidence import Mark, Zone
    from teiedit.model.source import Transcript
    from teiedit.recognise.correspondence import Correspondence

RULE = "context.earlier"
WHAT = "a letter named in the first paragraph is taken as the letter answered"
# No words by which a letter is named are longer.
_REACH = 80


def find_earlier(
    transcript: Transcript,
    zones: Sequence[Zone],
    marks: Sequence[Mark],
    tags: Sequence[str],
    parties: Correspondence,
) -> Earlier | None:
    """Return the letter that the first paragraph answers: "I have read your letter of October 26th"."""
    first = next((zone for zone in zones if zone.kind == "p"), None)
    if first is None:
        return None
    for mark in marks:
        if mark.kind != "date" or not mark.attributes or not first.span.contains(mark.span):
            continue
        named = _named(transcript.source.text, mark.span.start, tags)
        if named is not None:
            module, match = named
            label = _label(module, match["genre"].capitalize(), parties)
            words = Span(match.start(), mark.span.end)
            why = Evidence(RULE, "medium", "named in the first paragraph", (words,))
            return Earlier(label, Dated(transcript.words(mark.span), mark.attributes), why)
    return None


def _label(module: ModuleType, genre: str, parties: Correspondence) -> str:
    if not (parties.received.people and parties.sent.people):
        return genre
    theirs, ours = _party(parties.received.people), _party(parties.sent.people)
    return str(module.EARLIER_LABEL.format(genre=genre, sender=theirs, addressee=ours))


def _party(people: Sequence[Person]) -> str:
    return ", ".join(person.name for person in people)


def _named(text: str, end: int, tags: Sequence[str]) -> tuple[ModuleType, re.Match[str]] | None:
    """Return the words before `end` that name a letter of the addressee's, and the language they are in."""
    for module in _modules(tuple(tags)):
        pattern: re.Pattern[str] | None = getattr(module, "EARLIER", None)
        match = pattern.search(text, max(0, end - _REACH), end) if pattern else None
        if match:
            return module, match
    return None


@cache
def _modules(tags: tuple[str, ...]) -> tuple[ModuleType, ...]:
    known = formulas.languages()
    return tuple(rooms.module(formulas.__name__, tag) for tag in tags if tag in known)
