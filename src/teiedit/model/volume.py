"""How the edition's books, PDF and EPUB, are divided."""

from __future__ import annotations

from dataclasses import dataclass

# The formats that bind all documents into one book.
BOOKS = ("pdf", "epub")
# What chapters can be made by; or the editors say which documents stand in which.
DIVISIONS = ("year", "correspondent", "none")


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter of the edition's books.

    Attributes:
        title: as readers see it.
        documents: their identifiers, in order.
        word: in place of a title, what is to be said in the edition's language: "undated" or "others".
    """

    title: str
    documents: tuple[str, ...]
    word: str = ""


@dataclass(frozen=True, slots=True)
class Volume:
    """The table [volume] of edition.toml.

    Attributes:
        chapters: one of DIVISIONS, or the chapters that the editors have made.
    """

    chapters: str | tuple[Chapter, ...] = "year"


NO_VOLUME = Volume()
