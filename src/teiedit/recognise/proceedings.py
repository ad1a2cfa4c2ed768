"""What several do together: treaties and minutes are read by their own structure, and not as letters.

In: the lines of a document and its kind. Out: its outline, if it is of such a kind and shows its structure, and the
marks that only such documents have.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from teiedit.recognise import minutes, rolls, signatories, treaties, turns
from teiedit.recognise.outline import Outline, Roll
from teiedit.recognise.register import name_mark

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from teiedit.model.evidence import Mark, Zone
    from teiedit.model.source import Transcript
    from teiedit.recognise.register import Index

RULES = {**treaties.RULES, **signatories.RULES, **minutes.RULES, **rolls.RULES, **turns.RULES}
# In which kinds of document somebody speaks and others are heard.
_SPOKEN = ("minutes", "speech")


def find_outline(transcript: Transcript, zones: Sequence[Zone], genre: str, tags: Sequence[str]) -> Outline | None:
    """Return the outline of a treaty or of minutes; None for what is read as a letter."""
    if genre in ("treaty", "other"):
        return treaties.read_treaty(transcript, zones, tags, sure=genre == "treaty")
    return minutes.read_minutes(transcript, zones, tags) if genre == "minutes" else None


def act_marks(
    transcript: Transcript,
    zones: Sequence[Zone],
    outline: Outline | None,
    genre: str,
    index: Index,
    year: int,
    *,
    headed: bool,
) -> list[Mark]:
    """Return the marks of names among those present and those who sign, and of events.

    Args:
        transcript: the text.
        zones: its lines.
        outline: of a treaty or of minutes; or None.
        genre: the kind of document.
        index: the register.
        year: of the document, or 0.
        headed: whether a heading names sender and addressee; whoever signs is one of them then.
    """
    signed = [zone for zone in zones if zone.kind == "signatory" or (zone.kind == "signed" and outline and not headed)]
    named = [mark for zone in signed for mark in signatories.marks(transcript, zone)]
    named += [
        mark for block in (outline.body if outline else ()) if isinstance(block, Roll) for mark in rolls.marks(block)
    ]
    events = list(_events(transcript, zones)) if genre in _SPOKEN else []
    known = [
        name_mark(mark, transcript.words(mark.span), index, year) if mark.kind == "persName" else mark for mark in named
    ]
    return known + events


def _events(transcript: Transcript, zones: Sequence[Zone]) -> Iterator[Mark]:
    for zone in zones:
        if zone.kind in ("p", "event"):
            yield from turns.find_events(transcript, zone.span, whole=zone.kind == "event")
