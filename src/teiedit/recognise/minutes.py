"""Minutes and records of conversation: who was present, the items of the agenda, who said what.

In: a transcript that is minutes by its words. Out: its outline, or None where neither participants nor items nor
turns of speech show its structure. https://tei-c.org/release/doc/tei-p5-doc/en/html/DR.html
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from teiedit.model.evidence import Evidence, Zone
from teiedit.model.position import Span
from teiedit.recognise import acts, dates, enumerators, rolls, turns
from teiedit.recognise.outline import (
    Block,
    Outline,
    Paragraph,
    Roll,
    Section,
    Turn,
    closing,
    is_enclosure,
    is_greeted,
    opening,
    paragraphs,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from teiedit.model.source import Transcript
    from teiedit.recognise.enumerators import Enumerator
    from teiedit.recognise.turns import Speaker

ITEM_RULE = "act.item"
HELD_RULE = "act.held"
RULES = {
    ITEM_RULE: "short lines numbered one after the other, each with text below it, are the items of an agenda",
    HELD_RULE: "the line that says where and when a meeting was held is its dateline",
}
_HELD = 160
_TITLE = 110
# How many paragraphs may stand between a title and those present: "Held at the Guildhall on 5 May".
_BEFORE_LISTS = 5


def read_minutes(transcript: Transcript, zones: Sequence[Zone], tags: Sequence[str]) -> Outline | None:
    """Return the outline of minutes.

    Args:
        transcript: the text.
        zones: its lines as the grammar of letters has read them.
        tags: the languages to try for dates.
    """
    found = paragraphs(transcript, zones)
    found = found[: next((at for at, one in enumerate(found) if at and is_enclosure(one)), len(found))]
    end = found[-1].span.end
    front, opens, start = _opening(found, tags)
    lists, listed, below = _lists(transcript, found, start)
    spoken = _spoken(transcript, found, lists, below)
    named = frozenset(found[index].span.start for index in spoken)
    if is_greeted(zones, end, named) or any(zone.kind == "part" for zone in zones):
        return None
    closes, last = closing(
        found, [zone for zone in zones if zone.span.start < end], max(below, *(i + 1 for i in spoken), 0)
    )
    reader = _Reader(transcript, found[:last], spoken, lists)
    heads = reader.heads(below)
    if not (lists or spoken or heads):
        return None
    before = tuple(found[at].as_zone() for at in range(start, listed))
    return Outline(front, opens, (*before, *reader.body(below, heads)), closes, rest=_rest(zones, end))


def _opening(found: Sequence[Paragraph], tags: Sequence[str]) -> tuple[tuple[Zone, ...], tuple[Zone, ...], int]:
    """Return the lines above the record, what opens it, and at which paragraph its text begins."""
    front, opens, start = opening(found, acts.is_minutes, _is_body)
    while start < len(found) and _is_held(found[start], tags):
        opens = (*opens, found[start].as_zone("dateline", Evidence(HELD_RULE, "high")))
        start += 1
    return front, opens, start


def _lists(transcript: Transcript, found: Sequence[Paragraph], start: int) -> tuple[tuple[Roll, ...], int, int]:
    """Return the lists of participants and the agenda, where they begin, and the first paragraph below them."""
    near = range(start, min(start + _BEFORE_LISTS, len(found)))
    first = next((at for at in near if _is_body(found[at])), start)
    lists, below = rolls.read(found, first, transcript)
    return (lists, first, below) if lists else ((), start, start)


def _spoken(
    transcript: Transcript, found: Sequence[Paragraph], lists: Sequence[Roll], below: int
) -> dict[int, tuple[Speaker, int]]:
    """Return the turns of speech by paragraph."""
    listed = " ".join(transcript.words(entry.zone.span) for roll in lists for entry in roll.entries).casefold()
    return {below + index: turn for index, turn in turns.find_turns(found[below:], listed).items()}


def _rest(zones: Sequence[Zone], end: int) -> tuple[Zone, ...]:
    """Return the lines of what is enclosed, which a heading begins."""
    below = [zone for zone in zones if zone.span.start >= end]
    return (Zone("enclosure", below[0].span, below[0].evidence), *below[1:]) if below else ()


def _is_held(paragraph: Paragraph, tags: Sequence[str]) -> bool:
    """Say whether a line tells where and when a meeting was held."""
    return acts.is_done(paragraph.text) and len(paragraph.text) <= _HELD and bool(dates.find(paragraph.text, tags))


def _is_body(paragraph: Paragraph) -> bool:
    return acts.roll(paragraph.rows[0].text) is not None or acts.agenda(paragraph.text) is not None


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads the paragraphs of one record, from those who were present to the last."""

    transcript: Transcript
    found: Sequence[Paragraph]
    spoken: Mapping[int, tuple[Speaker, int]]
    lists: tuple[Roll, ...]

    def heads(self, start: int) -> dict[int, str]:
        """Return the paragraphs that head an item of the agenda, with their numbers.

        They are numbered from 1 in one way, and below each but the last there is text; else they are clauses.
        """
        numbered = [(index, sign) for index in range(start, len(self.found)) if (sign := self._number(index))]
        for at, (index, first) in enumerate(numbered):
            for series, ordinal in first.readings:
                chosen = {index: first.sign} if ordinal == 1 else {}
                for other, sign in numbered[at + 1 :]:
                    if chosen and sign.style == first.style and sign.ordinal(series) == len(chosen) + 1:
                        chosen[other] = sign.sign
                if len(chosen) > 1 and all(after - before > 1 for before, after in pairwise(chosen)):
                    return chosen
        return {}

    def _number(self, index: int) -> Enumerator | None:
        """Return the enumerator of a line that could head an item: "1. Cuba", "Item 1: Cuba"; else None."""
        paragraph = self.found[index]
        text = paragraph.rows[0].text
        word = acts.item(text)
        label = text[word:].lstrip(" \t").replace(":", ".", 1) if word else text
        sign = enumerators.at_head(label)
        if sign is None or index in self.spoken or len(paragraph.rows) > 1 or len(text) > _TITLE:
            return None
        title = label[sign.span.end :].strip()
        return sign if title[:1].isupper() and title[-1] not in ".;,!?" else None

    def body(self, start: int, heads: Mapping[int, str]) -> Iterator[Block]:
        """Yield the blocks: those present, what stands before the first item, and the items."""
        first = min(heads, default=len(self.found))
        # the turns before the items name those who speak; the lists are theirs to point to
        said = [*self._blocks(start, first)]
        items = [self._item(head, number, end) for head, number, end in self._bounds(heads)]
        yield from rolls.pointed(self.lists, self._pointers())
        yield from said
        yield from items

    def _bounds(self, heads: Mapping[int, str]) -> Iterator[tuple[int, str, int]]:
        ends = [*list(heads)[1:], len(self.found)] if heads else []
        for (index, number), end in zip(heads.items(), ends, strict=True):
            yield index, number, end

    def _item(self, index: int, number: str, end: int) -> Section:
        evidence = Evidence(ITEM_RULE, "high")
        head = (self.found[index].as_zone("head"),)
        return Section("item", number, head, tuple(self._blocks(index + 1, end)), evidence)

    def _blocks(self, start: int, end: int) -> Iterator[Block]:
        index = start
        while index < end:
            if index in self.spoken:
                after = self._turn_end(index, end)
                turn = self._turn(index, after)
                yield turn if turn.content else self.found[index].as_zone()
                index = after
            else:
                yield self.found[index].as_zone()
                index += 1

    def _turn_end(self, index: int, end: int) -> int:
        """Return where a turn ends: behind what the speaker goes on to say, and what happens meanwhile."""
        after = index + 1
        if self._alone(index) and after < end and after not in self.spoken:
            after += 1
        if after > index + 1 or not self._alone(index):
            while after < end and after not in self.spoken and self._goes_on(after):
                after += 1
        return after

    def _alone(self, index: int) -> bool:
        """Say whether the name stands alone on its line, so that the speech is in the next paragraph."""
        speaker, _ = self.spoken[index]
        return not self.found[index].rows[0].text[speaker.end :].strip() and len(self.found[index].rows) == 1

    def _goes_on(self, index: int) -> bool:
        text = self.found[index].text
        if self._kind(index) == "event":
            return True
        return acts.speaks(text) and enumerators.at_head(text) is None

    def _turn(self, index: int, end: int) -> Turn:
        speaker, times = self.spoken[index]
        paragraph = self.found[index]
        begin = paragraph.span.start
        label = Zone("speaker", Span(begin, begin + speaker.end))
        rest = self.transcript.source.text[label.span.end : paragraph.span.end]
        start = label.span.end + len(rest) - len(rest.lstrip())
        own = (Zone("p", Span(start, paragraph.span.end)),) if rest.strip() else ()
        more = tuple(self.found[at].as_zone(self._kind(at)) for at in range(index + 1, end))
        note = "speaks once, with a title or among those present" if times == 1 else f"speaks {times} times"
        goes_on = any(zone.kind == "p" for zone in (own + more)[1:])
        rule, sure = (turns.CONTINUED_RULE, False) if goes_on else (turns.RULE, times > 1)
        evidence = Evidence(rule, "high" if sure else "medium", note, (label.span,))
        return Turn(label, own + more, evidence, rolls.who(speaker, self.lists, self.transcript))

    def _kind(self, index: int) -> str:
        return "event" if turns.is_event(self.transcript, self.found[index].span) else "p"

    def _pointers(self) -> frozenset[str]:
        speakers = {rolls.who(speaker, self.lists, self.transcript) for speaker, _ in self.spoken.values()}
        return frozenset(speakers)
