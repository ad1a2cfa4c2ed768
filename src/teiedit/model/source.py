"""The transcript as it was given: exact text, and its lines."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from teiedit.model.position import Place, Span

if TYPE_CHECKING:
    from teiedit.model.diagnostic import Diagnostic


# XML's white space. A no-break space, and every other kind that Unicode knows, is a character of the text.
WHITE = " \t\r\n"
# A boundary of pages. XML cannot hold it: it becomes pb, and is written back from it.
FORM_FEED = "\f"


@dataclass(frozen=True, slots=True)
class Source:
    """One transcript's exact text.

    Attributes:
        path: the file as the user knows it, with forward slashes; for messages.
        name: its path within the edition, with forward slashes, or its bare name; for the edition itself.
        text: the decoded text, line ends and all; never normalised. A byte order mark is not part of it.
        sha256: of the file's bytes, in hexadecimal.
        encoding: the name of the encoding it was read in, "utf-8" unless it had to be detected.
    """

    path: str
    name: str
    text: str
    sha256: str
    encoding: str = "utf-8"


@dataclass(frozen=True, slots=True)
class Line:
    """One line: its number from 1, its text without the line end, and where that text stands."""

    number: int
    text: str
    span: Span

    @property
    def blank(self) -> bool:
        """Say whether the line holds nothing but white space."""
        return not self.text.strip(WHITE)


@dataclass(frozen=True, slots=True)
class Transcript:
    """A source cut into lines, with what was noticed while reading it."""

    source: Source
    lines: tuple[Line, ...]
    diagnostics: tuple[Diagnostic, ...] = ()

    def line_at(self, offset: int) -> Line:
        """Return the line that holds the character at `offset` (the last line, past the end)."""
        index = bisect_right(self.lines, offset, key=lambda line: line.span.start) - 1
        return self.lines[max(index, 0)]

    def place(self, span: Span) -> Place:
        """Return lines and columns of `span`."""
        first, last = self.line_at(span.start), self.line_at(max(span.end - 1, span.start))
        return Place(
            self.source.path,
            first.number,
            span.start - first.span.start + 1,
            last.number,
            span.end - last.span.start + 1,
        )

    def words(self, span: Span) -> str:
        """Return the text of `span` with runs of white space folded to one space."""
        return fold(self.source.text[span.start : span.end])


def fold(text: str) -> str:
    """Return `text` with each run of white space (XML's, or a form feed) as one space; a no-break space stays."""
    parts = text.replace("\t", " ").replace("\n", " ").replace("\r", " ").replace(FORM_FEED, " ").split(" ")
    inner = " ".join(part for part in parts if part)
    if not inner:
        return " " if text else ""
    return (" " if not parts[0] else "") + inner + (" " if not parts[-1] else "")
