"""Numbered clauses: which paragraphs are the members of a list, and which signs in a sentence enumerate.

In: the zones of the body. Out: a tree of lists, items and plain zones, and marks for inline enumerations.
Encoding: https://tei-c.org/release/doc/tei-p5-doc/en/html/CO.html#COLI
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from teiedit.model.evidence import Evidence, Mark, Zone
from teiedit.model.position import Span
from teiedit.model.source import WHITE
from teiedit.recognise import enumerators
from teiedit.tools.expressions import expression

if TYPE_CHECKING:
    from collections.abc import Sequence

    from teiedit.model.source import Transcript
    from teiedit.recognise.enumerators import Enumerator

INLINE_RULE = "clause.inline"
INLINE_END_RULE = "clause.inline-end"
_SENTENCE_END = expression(r"[.?!][”’\")\]]*[ \t\r\n]+(?=[“‘\"(\[]*[A-ZÀ-Þ])")


@dataclass(frozen=True, slots=True)
class Item:
    """One clause: its label, its own text, and what belongs to it below.

    Attributes:
        label: where the printed label stands.
        number: the enumerator without punctuation.
        zone: the paragraph that begins with the label.
        inner: further paragraphs and lists of the same clause.
    """

    label: Span
    number: str
    zone: Zone
    inner: tuple[Zone | Clauses, ...] = ()


@dataclass(frozen=True, slots=True)
class Clauses:
    """A list of numbered clauses, or the numbered paragraphs of the whole document.

    Attributes:
        items: in order.
        statement: whether a lead-in makes it the list of a statement; else its numbers count the document's
            own paragraphs.
    """

    items: tuple[Item, ...]
    statement: bool = True


@dataclass(frozen=True, slots=True)
class _Numbered:
    zone: Zone
    enumerator: Enumerator | None


def find_clauses(transcript: Transcript, zones: Sequence[Zone]) -> tuple[Zone | Clauses, ...]:
    """Group the numbered paragraphs among `zones` into lists, nested by the kind and order of their labels.

    A series needs two members and begins with 1, a or i. A paragraph without a label between two members
    belongs to the first of them.
    """
    numbered = [
        _Numbered(zone, enumerators.at_head(transcript.source.text[zone.span.start : zone.span.end]))
        if zone.kind == "p"
        else _Numbered(zone, None)
        for zone in zones
    ]
    result: list[Zone | Clauses] = []
    index = 0
    while index < len(numbered):
        end, items = _series(numbered, index)
        if items:
            result.append(Clauses(items, statement=is_statement(transcript, zones, index, end)))
            index = end
        else:
            result.append(numbered[index].zone)
            index += 1
    return tuple(result)


def is_statement(transcript: Transcript, zones: Sequence[Zone], start: int, end: int) -> bool:
    """Say whether the paragraphs from `start` to `end` are the list of a statement; else they are the document's."""
    lead = transcript.words(zones[start - 1].span) if start else "."
    whole = all(zone.kind != "p" for zone in (*zones[:start], *zones[end:]))
    return not whole or lead[-1] not in ".!?"


def _series(numbered: list[_Numbered], start: int) -> tuple[int, tuple[Item, ...]]:
    """Return the list that begins at `start`, and the index after it; no items if none begins there."""
    first = numbered[start].enumerator
    if first is None:
        return start, ()
    for series, ordinal in first.readings:
        if ordinal == 1:
            members = _members(numbered, start, series, first.style)
            if len(members) > 1:
                end = _end(numbered, members)
                bounds = [*members, end]
                items = tuple(_item(numbered, bounds[i], bounds[i + 1]) for i in range(len(members)))
                return end, items
    return start, ()


def _members(numbered: list[_Numbered], start: int, series: str, style: str) -> list[int]:
    members = [start]
    for index in range(start + 1, len(numbered)):
        entry = numbered[index]
        if entry.zone.kind != "p":
            break
        if (
            entry.enumerator is not None
            and entry.enumerator.style == style
            and entry.enumerator.ordinal(series) == len(members) + 1
        ):
            members.append(index)
    return members


def _end(numbered: list[_Numbered], members: list[int]) -> int:
    """Return where the last clause ends: behind a list that begins right below its label, else behind itself."""
    last = members[-1]
    end, inner = _series(numbered, last + 1) if last + 1 < len(numbered) else (0, ())
    return end if inner else last + 1


def _item(numbered: list[_Numbered], start: int, end: int) -> Item:
    entry = numbered[start]
    assert entry.enumerator is not None  # noqa: S101 - members have one
    label = entry.enumerator.span
    inner: list[Zone | Clauses] = []
    index = start + 1
    while index < end:
        following, items = _series(numbered[:end], index)
        if items:
            inner.append(Clauses(items))
            index = following
        else:
            inner.append(numbered[index].zone)
            index += 1
    offset = entry.zone.span.start
    return Item(Span(offset + label.start, offset + label.end), entry.enumerator.sign, entry.zone, tuple(inner))


def find_inline(text: str, offset: int) -> tuple[Mark, ...]:
    """Return marks for an enumeration inside one paragraph: a list, and in it labels and items.

    Args:
        text: the paragraph, without its own label.
        offset: where `text` begins in the transcript.
    """
    signs = enumerators.inline(text)
    for index, first in enumerate(signs):
        for series, ordinal in first.readings:
            if ordinal != 1:
                continue
            members = [first]
            for sign in signs[index + 1 :]:
                if sign.style == first.style and sign.ordinal(series) == len(members) + 1:
                    members.append(sign)
            if len(members) > 1:
                return _inline_marks(text, offset, members)
    return ()


def _inline_marks(text: str, offset: int, members: list[Enumerator]) -> tuple[Mark, ...]:
    sentence = _SENTENCE_END.search(text, members[-1].span.end)
    end = sentence.start() + len(sentence.group().rstrip(WHITE)) if sentence else len(text)
    marks = [
        Mark(
            Span(offset + members[0].span.start, offset + end),
            "list",
            (("type", "clauses"), ("rend", "inline numbered")),
        )
    ]
    bounds = [m.span.start for m in members[1:]] + [end]
    for member, stop in zip(members, bounds, strict=True):
        body = text[member.span.end : stop]
        start = member.span.end + len(body) - len(body.lstrip(WHITE))
        last = member is members[-1]
        evidence = None
        if last and sentence:
            follows = " ".join(text[end:].split()[:3])
            evidence = Evidence(INLINE_END_RULE, "medium", f'the next sentence begins "{follows}"')
        number = member.sign
        marks.append(Mark(Span(offset + member.span.start, offset + member.span.end), "label"))
        marks.append(
            Mark(
                Span(offset + start, offset + member.span.end + len(body.rstrip(WHITE))),
                "item",
                (("n", number),),
                evidence,
            )
        )
    return tuple(marks)
