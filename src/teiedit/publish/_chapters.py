"""The chapters of a book, found by its documents."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from teiedit.model.volume import Chapter


@dataclass(frozen=True, slots=True)
class Heading:
    """The heading of a chapter: its number, from 1, and its title. Two chapters may have one title."""

    number: int
    title: str


class Headings:
    """The headings of a book's chapters, by the documents that stand below them."""

    def __init__(self, chapters: Sequence[Chapter]) -> None:
        self._chapters = chapters
        self._numbers = {name: number for number, one in enumerate(chapters, 1) for name in one.documents}
        self.count = len(chapters)

    def over(self, document: str, words: Mapping[str, str]) -> Heading | None:
        """Return what a document stands below; None where the book is not divided.

        Args:
            document: its identifier.
            words: what a chapter without a title of its own is called, by `Chapter.word`.
        """
        number = self._numbers.get(document)
        if number is None:
            return None
        chapter = self._chapters[number - 1]
        return Heading(number, chapter.title or words[chapter.word])
