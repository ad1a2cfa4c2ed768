"""The words that a question is about, in the lines in which they stand."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from teiedit.model.position import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from teiedit.model.question import Question

# How much of a long line is shown on either side of the words; and of the words themselves.
_BESIDE, _WITHIN = 160, 400
# Of a document as a whole: so many lines of its beginning and of its end.
_FIRST, _LAST = 6, 4


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a transcript, or what is shown of it.

    Attributes:
        number: counted from 1.
        before: what stands before the words that are meant; the whole line, where none are.
        words: what is meant, or "".
        after: what stands after them.
    """

    number: int
    before: str
    words: str = ""
    after: str = ""


class Lines:
    """The lines of one transcript."""

    def __init__(self, text: str) -> None:
        """Divide a text into lines, which end in LF, CR LF or CR."""
        self._text = text
        self._lines = [Span(*match.span(1)) for match in re.finditer(r"([^\r\n]*)(?:\r\n|\n|\r|\Z)", text)]

    def around(self, question: Question, beside: int = 1) -> tuple[Line, ...]:
        """Return the lines of a question's words, with those before and after; of a document its beginning and end.

        Args:
            question: what is asked.
            beside: how many lines that are not empty, before and after.
        """
        if question.span is None:
            return tuple(self._ends())
        start, end = question.span.start, question.span.end
        inside = [i for i, line in enumerate(self._lines) if line.start <= max(end - 1, start) and start <= line.end]
        first, last = (inside[0], inside[-1]) if inside else (0, -1)
        before = [i for i in range(first - 1, -1, -1) if self._words(i).strip()][:beside]
        after = [i for i in range(last + 1, len(self._lines)) if self._words(i).strip()][:beside]
        shown = [*range(min(before, default=first), last + 1), *range(last + 1, max(after, default=last) + 1)]
        return tuple(self._marked(i, question.span) for i in shown)

    def sentence(self, question: Question) -> tuple[str, str, str]:
        """Return on one line what stands before the words, the words, and what stands after them."""
        if question.span is None:
            return ("", "", "")
        start, end = question.span.start, question.span.end
        before = self._text[max(0, start - _BESIDE) : start]
        words, after = self._text[start:end], self._text[end : end + _BESIDE]
        return (_left(_flat(before), start > _BESIDE), _short(_flat(words)), _right(_flat(after)))

    def _ends(self) -> Iterator[Line]:
        filled = [i for i in range(len(self._lines)) if self._words(i).strip()]
        shown = filled if len(filled) <= _FIRST + _LAST else [*filled[:_FIRST], *filled[-_LAST:]]
        for index in shown:
            yield Line(index + 1, _right(self._words(index)))

    def _words(self, index: int) -> str:
        line = self._lines[index]
        return self._text[line.start : line.end]

    def _marked(self, index: int, span: Span) -> Line:
        line = self._lines[index]
        start, end = max(span.start, line.start), min(span.end, line.end)
        if start >= end:
            return Line(index + 1, _right(self._words(index)))
        before, words, after = (self._text[a:b] for a, b in ((line.start, start), (start, end), (end, line.end)))
        return Line(index + 1, _left(before), _short(words), _right(after))


def in_one(lines: Sequence[Line]) -> str:
    """Return the lines as one text, the words between ⟦ and ⟧."""
    return "\n".join(f"{one.before}⟦{one.words}⟧{one.after}" if one.words else one.before for one in lines)


def _flat(words: str) -> str:
    return re.sub(r"\s+", " ", words)


def _left(words: str, cut: bool = False) -> str:
    if len(words) <= _BESIDE and not cut:
        return words
    return "… " + words[-_BESIDE:].partition(" ")[2]


def _right(words: str) -> str:
    return words if len(words) < _BESIDE else words[:_BESIDE].rpartition(" ")[0] + " …"


def _short(words: str) -> str:
    return words if len(words) <= _WITHIN else f"{words[: _WITHIN // 2]} … {words[-_WITHIN // 2 :]}"
