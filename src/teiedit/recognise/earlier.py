"""The letter that a letter answers: "your letter of the 3rd", named in its first paragraph.

`letters/` holds the words of each language.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from teiedit.model.document import Dated, Earlier
from teiedit.model.evidence import Evidence
from teiedit.recognise import letters

if TYPE_CHECKING:
    from collections.abc import Sequence

    from teiedit.model.document import Person
    from teiedit.model.evidence import Mark, Zone
    from teiedit.model.source import Transcript
    from teiedit.recognise.correspondence import Correspondence
    from teiedit.recognise.letters import NamedLetter

RULE = "context.earlier"
WHAT = "a letter named in the first paragraph is taken as the letter answered"


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
        named = letters.named_before(transcript.source.text, mark.span, tags)
        if named is not None and named.whose == "yours":
            label = _label(named, parties)
            why = Evidence(RULE, "medium", "named in the first paragraph", (named.span,))
            return Earlier(label, Dated(transcript.words(mark.span), mark.attributes), why)
    return None


def _label(named: NamedLetter, parties: Correspondence) -> str:
    genre = named.genre.capitalize()
    if not (parties.received.people and parties.sent.people):
        return genre
    theirs, ours = _party(parties.received.people), _party(parties.sent.people)
    return named.title.format(genre=genre, sender=theirs, addressee=ours)


def _party(people: Sequence[Person]) -> str:
    return ", ".join(person.name for person in people)
