"""Where something stands: as offsets in the exact text, and as a person counts lines and columns."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of code points, `start <= i < end`, of one transcript's exact text."""

    start: int
    end: int

    def contains(self, other: Span) -> bool:
        """Say whether `other` lies wholly within this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Say whether the two spans share at least one character."""
        return self.start < other.end and other.start < self.end

    @property
    def length(self) -> int:
        """How many code points the span holds."""
        return self.end - self.start


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A place in a file as a person counts: lines and columns from 1; 0 where it is not known.

    Columns are code points. `end_line` and `end_column` name the first position after the place.
    `file` is the path as the user knows it, with forward slashes.
    """

    file: str
    line: int = 0
    column: int = 0
    end_line: int = 0
    end_column: int = 0

    def __str__(self) -> str:
        """`file:line:column`, without the parts that are not known."""
        return ":".join([self.file, *(str(n) for n in (self.line, self.column) if n)])
