"""Words are found again in a text that has changed: where they stand, or what they may have become.

A place is taken only where nothing else can be meant: by all that is known of what stands around it, or by enough of
it on both sides, or by one side whole. Whatever is less than that is a candidate, for a person to look at.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from teiedit.model.anchor import Anchor, Lost
from teiedit.model.position import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

# XML's white space and the form feed, as everywhere where words are compared.
_WORD = re.compile(r"[^ \t\r\n\f]+")
# What is kept of either side of an anchor, and how far it is extended where words and sides stand twice.
_CONTEXT, _FAR = 32, 512
# So many characters right beside the words are enough where both sides have them; one side alone must be this long.
_NEAR, _ALONE = 12, 20
_CANDIDATES = 5
_LIKE = 0.6
# How much less like it than the likest a stretch may be.
_LESS = 0.15
_WINDOWS = 20_000


class Quotable:
    """A text in which words are looked for, and from which they are quoted."""

    def __init__(self, text: str) -> None:
        """Fold the white space of `text`."""
        matches = list(_WORD.finditer(text))
        self._size = len(text)
        self._starts = [match.start() for match in matches]
        self._folded: list[int] = []
        at = 0
        for match in matches:
            self._folded.append(at)
            at += match.end() - match.start() + 1
        self._text = " ".join(match.group() for match in matches)

    def anchor(self, span: Span) -> Anchor:
        """Return how the words of `span` are quoted: with as much around them as tells them from all others."""
        start, end = self._inward(span.start), self._inward(span.end, ends=True)
        words = self._text[start:end]
        length = _CONTEXT
        while True:
            before = _from_word(self._text[max(0, start - length) : start], start > length)
            after = _to_word(self._text[end : end + length], end + length < len(self._text))
            anchor = Anchor(words, before, after)
            if length >= _FAR or len([at for at in self._all(anchor) if self._fits(anchor, at, whole=True)]) < 2:
                return anchor
            length *= 2

    def locate(self, anchor: Anchor) -> Span | Lost:
        """Return where the words of `anchor` stand, or what may be meant."""
        anchor = Anchor(_fold(anchor.words).strip(), _fold(anchor.before), _fold(anchor.after))
        if not anchor.words:
            return Lost()
        places = list(self._all(anchor))
        if not anchor.before.strip() and not anchor.after.strip():
            fitting = [places]
        else:
            fitting = [
                [at for at in places if self._fits(anchor, at, whole=True)],
                [at for at in places if self._fits(anchor, at, whole=False)],
                [at for at in places if self._one_side(anchor, at)],
            ]
        for found in fitting:
            if len(found) == 1:
                return self._span(found[0], len(anchor.words))
            if found:
                return Lost(tuple(self._span(at, len(anchor.words)) for at in found[:_CANDIDATES]), several=True)
        return Lost(tuple(self._span(at, size) for at, size in self._nearest(anchor, places)))

    def _all(self, anchor: Anchor) -> Iterator[int]:
        """Yield where the words stand by themselves, and not within others, unless they are quoted so."""
        words = anchor.words
        if not words:
            return
        within = anchor.before[-1:].isalnum(), anchor.after[:1].isalnum()
        at = self._text.find(words)
        while at >= 0:
            end = at + len(words)
            before = words[0].isalnum() and self._text[max(0, at - 1) : at].isalnum()
            after = words[-1].isalnum() and self._text[end : end + 1].isalnum()
            if (not before or within[0]) and (not after or within[1]):
                yield at
            at = self._text.find(words, at + 1)

    def _beside(self, anchor: Anchor, at: int) -> tuple[tuple[int, int], tuple[int, int]]:
        """Return for both sides how many characters agree, counted from the words, and how many are known."""
        end = at + len(anchor.words)
        before, after = anchor.before.strip()[::-1], anchor.after.strip()
        left = _common(before, self._text[max(0, at - len(before) - 1) : at].rstrip()[::-1])
        right = _common(after, self._text[end : end + len(after) + 1].lstrip())
        return (left, len(before)), (right, len(after))

    def _fits(self, anchor: Anchor, at: int, *, whole: bool) -> bool:
        return all(same >= (known if whole else min(known, _NEAR)) for same, known in self._beside(anchor, at))

    def _one_side(self, anchor: Anchor, at: int) -> bool:
        return any(same == known >= _ALONE for same, known in self._beside(anchor, at))

    def _nearest(self, anchor: Anchor, places: Iterable[int]) -> list[tuple[int, int]]:
        """Return the places likeliest to be meant, each with its length: the same words, then words like them."""
        same = sorted(places, key=lambda at: -sum(agree for agree, _ in self._beside(anchor, at)))
        found = [(at, len(anchor.words)) for at in same[:_CANDIDATES]]
        if found:
            return found
        alike = sorted(self._like(anchor))[:_CANDIDATES]
        return [place for key, place in alike if key <= alike[0][0] + _LESS]

    def _like(self, anchor: Anchor) -> Iterator[tuple[float, tuple[int, int]]]:
        """Yield stretches of as many words that are like those of an anchor, the likest having the smallest key."""
        count = anchor.words.count(" ") + 1
        matcher = SequenceMatcher(None, b=anchor.words, autojunk=False)
        step = max(1, len(self._folded) // _WINDOWS)
        for index in range(0, max(1, len(self._folded) - count + 1), step):
            last = min(index + count, len(self._folded)) - 1
            if last < index:
                return
            start = self._folded[index]
            end = self._folded[last + 1] - 1 if last + 1 < len(self._folded) else len(self._text)
            matcher.set_seq1(self._text[start:end])
            if matcher.real_quick_ratio() < _LIKE or matcher.quick_ratio() < _LIKE:
                continue
            alike = matcher.ratio()
            if alike >= _LIKE:
                yield -alike, (start, end - start)

    def _inward(self, offset: int, *, ends: bool = False) -> int:
        """Return the place in the folded text of an offset in the text."""
        index = bisect_right(self._starts, offset - 1 if ends else offset) - 1
        if index < 0:
            return 0
        length = (self._folded[index + 1] if index + 1 < len(self._folded) else len(self._text) + 1) - (
            self._folded[index] + 1
        )
        within = offset - self._starts[index]
        if within >= length and not ends and index + 1 < len(self._folded):
            return self._folded[index + 1]
        return self._folded[index] + min(within, length)

    def _span(self, at: int, length: int) -> Span:
        return Span(self._outward(at), self._outward(at + length - 1) + 1)

    def _outward(self, at: int) -> int:
        index = max(bisect_right(self._folded, at) - 1, 0)
        return min(self._starts[index] + at - self._folded[index], self._size)


def _fold(words: str) -> str:
    return re.sub(r"[ \t\r\n\f]+", " ", words)


def _common(one: str, other: str) -> int:
    count = 0
    for ours, theirs in zip(one, other, strict=False):
        if ours != theirs:
            break
        count += 1
    return count


def _from_word(text: str, cut: bool) -> str:
    return text.partition(" ")[2] if cut and " " in text.rstrip() else text


def _to_word(text: str, cut: bool) -> str:
    return text.rpartition(" ")[0] if cut and " " in text.lstrip() else text
