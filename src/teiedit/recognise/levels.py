"""Clauses on the levels that editors have decided: the list is laid flat, moved, and nested again.

What the labels say of all others stays. Where a clause is moved, those that follow it in its list, and what stands
below them, move with it: "(i)" that was taken for the first of a new list takes "(ii)" along.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from teiedit.model.position import Span
from teiedit.recognise import enumerators
from teiedit.recognise.clauses import Clauses, Item, find_clauses, is_statement

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from teiedit.model.evidence import Zone
    from teiedit.model.source import Transcript


@dataclass(frozen=True, slots=True)
class _Entry:
    """A paragraph: the level of its clause, 0 for none, and its label if it begins the clause."""

    zone: Zone
    level: int
    label: Span | None = None
    number: str = ""


def with_levels(transcript: Transcript, zones: Sequence[Zone], levels: Mapping[int, int]) -> tuple[Zone | Clauses, ...]:
    """Return the clauses among `zones`, as their labels nest them but for those that an editor has moved.

    Args:
        transcript: the text.
        zones: paragraphs.
        levels: 1 for a clause of the outermost list, 2 for one within it; 0 for a paragraph that is none; by where the
            paragraphs begin. One without a label belongs to the clause of that level that stands above it.
    """
    found = find_clauses(transcript, zones)
    if not any(zone.span.start in levels for zone in zones):
        return found
    entries = _moved(list(_flat(found, 0)), transcript, levels)
    result: list[Zone | Clauses] = []
    index = 0
    while index < len(entries):
        if not entries[index].level:
            result.append(entries[index].zone)
            index += 1
            continue
        end = index
        while end < len(entries) and entries[end].level:
            end += 1
        statement = is_statement(transcript, zones, index, end)
        result += [
            replace(block, statement=statement) if isinstance(block, Clauses) else block
            for block in _nested(entries[index:end], 1)
        ]
        index = end
    return tuple(result)


def _flat(blocks: Sequence[Zone | Clauses], level: int) -> Iterator[_Entry]:
    for block in blocks:
        if isinstance(block, Clauses):
            for item in block.items:
                yield _Entry(item.zone, level + 1, item.label, item.number)
                yield from _flat(item.inner, level + 1)
        else:
            yield _Entry(block, level)


def _moved(entries: list[_Entry], transcript: Transcript, levels: Mapping[int, int]) -> list[_Entry]:
    was = [entry.level for entry in entries]
    for index, entry in enumerate(entries):
        wanted = levels.get(entry.zone.span.start)
        if wanted is None:
            continue
        by = wanted - entry.level
        entries[index] = _labelled(entry, wanted, transcript)
        if entry.label is None:
            continue
        for following in range(index + 1, len(entries)):
            if was[following] < was[index] or not was[following]:
                break
            entries[following] = replace(entries[following], level=max(entries[following].level + by, 0))
    return _steady(entries)


def _labelled(entry: _Entry, level: int, transcript: Transcript) -> _Entry:
    if not level:
        return _Entry(entry.zone, 0)
    start = entry.zone.span.start
    sign = enumerators.at_head(transcript.source.text[start : entry.zone.span.end])
    if entry.label is not None or sign is None:
        return replace(entry, level=level)
    return _Entry(entry.zone, level, Span(start + sign.span.start, start + sign.span.end), sign.sign)


def _steady(entries: Sequence[_Entry]) -> list[_Entry]:
    """Return entries of which none is more than a level below the clause above it, and none goes on with nothing."""
    result: list[_Entry] = []
    above = 0
    for entry in entries:
        level = min(entry.level, above + 1 if entry.label is not None else above)
        result.append(replace(entry, level=level) if level else _Entry(entry.zone, 0))
        above = level
    return result


def _nested(entries: Sequence[_Entry], level: int) -> Iterator[Zone | Clauses]:
    """Yield the paragraphs and lists of a level; each clause holds what stands below it."""
    items: list[Item] = []
    index = 0
    while index < len(entries):
        entry = entries[index]
        end = index + 1
        while end < len(entries) and (entries[end].level > level or _goes_on(entries[end], level)):
            end += 1
        if entry.label is None:
            yield entry.zone
            end = index + 1
        else:
            inner = _inner(entries[index + 1 : end], level)
            items.append(Item(entry.label, entry.number, entry.zone, tuple(inner)))
        index = end
    if items:
        yield Clauses(tuple(items))


def _goes_on(entry: _Entry, level: int) -> bool:
    return entry.label is None and entry.level == level


def _inner(entries: Sequence[_Entry], level: int) -> Iterator[Zone | Clauses]:
    index = 0
    while index < len(entries):
        if entries[index].level <= level:
            yield entries[index].zone
            index += 1
            continue
        end = index
        while end < len(entries) and entries[end].level > level:
            end += 1
        yield from _nested(entries[index:end], level + 1)
        index = end
