"""Where two texts differ, in words: each place with what stood there and what stands there now.

First blocks are compared, then the words within those that differ, so that the work grows with what was changed.
"""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# Words that are shown around a change, and how long what is shown may be.
_AROUND = 3
_LONGEST = 240
# Beyond so many pairs of words two passages are given as a whole.
_PAIRS = 4_000_000


def differences(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Give each place where two texts differ, before and after, with a few words around it.

    Args:
        old: the one text, block by block, with single spaces.
        new: the other.
    """
    for tag, start, end, new_start, new_end in SequenceMatcher(None, old, new).get_opcodes():
        if tag != "equal":
            yield from _in_words(" ".join(old[start:end]).split(" "), " ".join(new[new_start:new_end]).split(" "))


def _in_words(old: list[str], new: list[str]) -> Iterator[tuple[str, str]]:
    if old == new:
        return
    old, new = ([word for word in words if word] for words in (old, new))
    if len(old) * len(new) > _PAIRS:
        yield _shortened(" ".join(old)), _shortened(" ".join(new))
        return
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for group in _near(matcher.get_opcodes()):
        (_, start, _, new_start, _), (_, _, end, _, new_end) = group[0], group[-1]
        yield _excerpt(old, start, end), _excerpt(new, new_start, new_end)


_Opcode = tuple[str, int, int, int, int]


def _near(opcodes: Sequence[_Opcode]) -> Iterator[list[_Opcode]]:
    """Give the changes; those with only a few words between them as one."""
    group: list[_Opcode] = []
    for opcode in opcodes:
        if opcode[0] != "equal":
            group.append(opcode)
        elif group and opcode[2] - opcode[1] > 2 * _AROUND:
            yield _trimmed(group)
            group = []
        elif group:
            group.append(opcode)
    if group:
        yield _trimmed(group)


def _trimmed(group: list[_Opcode]) -> list[_Opcode]:
    while group[-1][0] == "equal":
        group.pop()
    return group


def _excerpt(words: Sequence[str], start: int, end: int) -> str:
    first, last = max(0, start - _AROUND), min(len(words), end + _AROUND)
    shown = " ".join(words[first:last])
    return _shortened(f"{'… ' if first else ''}{shown}{' …' if last < len(words) else ''}")


def _shortened(words: str) -> str:
    if len(words) <= _LONGEST:
        return words
    half = _LONGEST // 2 - 2
    return f"{words[:half].rstrip()} … {words[-half:].lstrip()}"
