"""What two states of a document state of the same words, side by side."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from teiedit.explain.statements import Statement

    Pair = tuple[Statement | None, Statement | None]
    Place = Callable[[int, int], tuple[int, int]]


def pairs(old: Sequence[Statement], new: Sequence[Statement], place: Place) -> list[Pair]:
    """Return each statement of either state with its like in the other, or None.

    First those are paired that state the same of the same words, then others of the same words and kind, then those
    whose words overlap. The pairs come in the order of the text; places are those of the new state, where there are
    any.

    Args:
        old: what is stated in the one.
        new: what is stated in the other.
        place: gives the place in the other of a place in the one.
    """
    moved = [(statement, place(statement.start, statement.end)) for statement in old]
    here = [replace(statement, start=at[0], end=at[1]) for statement, at in moved]
    found: list[Pair] = []
    for key in (_whole, _kind):
        same, here, new = _matched(here, new, key)
        found += same
    overlapping, here, new = _overlapping(here, new)
    found += overlapping
    found += [(statement, None) for statement in here]
    found += [(None, statement) for statement in new]
    return sorted(found, key=_order)


def _order(pair: Pair) -> tuple[int, int, str, str, bool]:
    one = pair[1] or pair[0]
    assert one is not None  # noqa: S101 - one of the two is there
    return one.start, -one.end, one.kind, one.value, pair[1] is None


def _whole(statement: Statement) -> tuple[object, ...]:
    return (*_kind(statement), statement.value, statement.records)


def _kind(statement: Statement) -> tuple[object, ...]:
    return statement.kind, statement.start, statement.end


def _matched(
    old: Iterable[Statement], new: Iterable[Statement], key: Callable[[Statement], tuple[object, ...]]
) -> tuple[list[Pair], list[Statement], list[Statement]]:
    waiting: dict[tuple[object, ...], list[Statement]] = defaultdict(list)
    for statement in old:
        waiting[key(statement)].append(statement)
    found: list[Pair] = []
    left = []
    for statement in new:
        group = waiting[key(statement)]
        if group:
            found.append((group.pop(0), statement))
        else:
            left.append(statement)
    return found, [statement for group in waiting.values() for statement in group], left


def _overlapping(
    old: Sequence[Statement], new: Sequence[Statement]
) -> tuple[list[Pair], list[Statement], list[Statement]]:
    by_kind: dict[str, list[Statement]] = defaultdict(list)
    for statement in sorted(old, key=lambda s: (s.start, s.end)):
        if statement.kind != "mark":
            by_kind[statement.kind].append(statement)
    found: list[Pair] = []
    left = []
    for statement in sorted(new, key=lambda s: (s.start, s.end)):
        other = next(_touching(by_kind[statement.kind], statement), None)
        if other is None:
            left.append(statement)
        else:
            by_kind[statement.kind].remove(other)
            found.append((other, statement))
    marks = [statement for statement in old if statement.kind == "mark"]
    return found, [*marks, *(statement for group in by_kind.values() for statement in group)], left


def _touching(candidates: Iterable[Statement], statement: Statement) -> Iterator[Statement]:
    for one in candidates:
        if one.start >= statement.end:
            return
        if one.end > statement.start:
            yield one
