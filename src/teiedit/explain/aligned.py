"""Where the words of one text stand in another that was made from it.

Places are counted in characters that are not white space.
"""

from __future__ import annotations

from difflib import SequenceMatcher
from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

# Beyond so many pairs of words, what lies between the first difference and the last counts as changed.
_PAIRS = 1_000_000


def aligned(old: Sequence[str], new: Sequence[str]) -> Callable[[int, int], tuple[int, int]]:
    """Return what gives the place in the new text of a place in the old one.

    Words that are others now have the place of what stands between the same words.

    Args:
        old: the words of the one text.
        new: the words of the other.
    """
    before, after = _starts(old), _starts(new)
    same = [(before[at], before[at + size], after[there] - before[at]) for at, there, size in _same(old, new) if size]

    def place(start: int, end: int) -> tuple[int, int]:
        first = next((start + by for a, b, by in same if a <= start < b), None)
        last = next((end + by for a, b, by in same if a < end <= b), None)
        if first is None:
            first = max((b + by for a, b, by in same if b <= start), default=0)
        if last is None:
            last = min((a + by for a, b, by in same if a >= end), default=after[-1])
        return first, max(first, last)

    return place


def _starts(words: Sequence[str]) -> list[int]:
    return [0, *accumulate(map(len, words))]


def _same(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int, int]]:
    shorter = min(len(old), len(new))
    head = next((i for i in range(shorter) if old[i] != new[i]), shorter)
    tail = next((i for i in range(shorter - head) if old[-1 - i] != new[-1 - i]), shorter - head)
    ends = [(0, 0, head), (len(old) - tail, len(new) - tail, tail)]
    middle, other = old[head : len(old) - tail], new[head : len(new) - tail]
    if len(middle) * len(other) > _PAIRS:
        return ends
    matched = SequenceMatcher(None, middle, other, autojunk=False).get_matching_blocks()
    return [ends[0], *((a + head, b + head, size) for a, b, size in matched), ends[1]]
