"""Contents and indexes of a book, as events: what stands where, once all pages are counted."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import groupby
from typing import TYPE_CHECKING

from teiedit.publish._folding import fold
from teiedit.publish._pdf_events import WITHIN

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from teiedit.publish._chapters import Heading
    from teiedit.publish._pdf_events import Event

# The indexes in their order, and the records that each holds.
INDEXES = {"persons": "person", "places": "place", "organisations": "org"}
# What is no family name though it stands last: "Elizabeth II", "Smith Jr.".
_NO_SURNAME = re.compile(r"[IVXLC]+\.?|\d.*|[Jj]r\.?|[Ss]r\.?|.{1,2}|\W.*")


@dataclass(frozen=True, slots=True)
class Name:
    """A person, place or body that documents name.

    Attributes:
        kind: "person", "place" or "org".
        name: as its record has it.
        surname: as its record has it, or "".
    """

    kind: str
    name: str
    surname: str = ""

    def listed(self) -> str:
        """Return the name as an index has it: a person's family name first."""
        if self.kind != "person" or "," in self.name:
            return self.name
        before, _, last = self.name.rpartition(" ")
        if self.surname and self.name.endswith(f" {self.surname}"):
            before, last = self.name.removesuffix(f" {self.surname}"), self.surname
        elif not before or _NO_SURNAME.fullmatch(last) or not last[0].isupper():
            return self.name
        return f"{last}, {before}"


@dataclass(slots=True)
class Entry:
    """A document of the book.

    Attributes:
        id: its identifier.
        title: its title.
        date: in words, where the title does not say it.
        chapter: what it stands below; None where the book is not divided.
        page: the number of the page on which it begins, from 1.
        top: how far down that page it begins, in points.
        parties: the identifiers of the correspondents' records.
    """

    id: str
    title: str
    date: str
    chapter: Heading | None = None
    parties: tuple[str, ...] = field(default=())
    page: int = 0
    top: float = 0.0


def contents(introduction: str, entries: Iterable[Entry], chapters: Iterable[tuple[str, int]]) -> list[Event]:
    """Return the contents.

    Args:
        introduction: its title, or "" where there is none; it stands before the documents, and its page is counted
            when the contents are set.
        entries: the documents, under the headings of their chapters.
        chapters: title and page of what stands behind the documents.
    """
    events: list[Event] = []
    if introduction:
        line: list[Event] = [{"s": "link", "to": "=introduction"}, introduction]
        events += _lines([[*line, 0, {"s": "leader", "page": "=introduction"}, 0]])
    for chapter, documents in groupby(entries, key=lambda entry: entry.chapter):
        if chapter:
            events += [{"s": "division"}, chapter.title, 0]
        events += _lines(_line(f"{e.title}, {e.date}" if e.date else e.title, e.page) for e in documents)
    return [*events, {"s": "rest"}, *_lines(_line(title, page) for title, page in chapters), 0]


def _line(title: str, page: int) -> list[Event]:
    return [{"s": "link", "url": f"{WITHIN}page/{page}"}, title, 0, {"s": "leader", "page": str(page)}, 0]


# More entries than two columns of a page hold: whether they fit need not be measured, which takes as long as setting
# them does.
_FITS = 110


def index(kind: str, names: Mapping[str, Name], pages: Mapping[str, Iterable[int]]) -> list[Event]:
    """Return one index, or [] if nothing would stand in it.

    Args:
        kind: one of INDEXES.
        names: by the identifiers of their records.
        pages: on which each of them stands.
    """
    listed = sorted(
        (fold(name.listed()), name.listed(), identifier)
        for identifier, name in names.items()
        if name.kind == INDEXES[kind] and name.name and identifier in pages
    )
    if not listed:
        return []
    events: list[Event] = []
    for _, letter in groupby(listed, key=lambda entry: entry[0][:1]):
        events += _lines(
            ([*_entry(identifier), name, *_places(pages[identifier])] for _, name, identifier in letter), index=True
        )
    return [{"s": "columns", "long": len(listed) > _FITS}, *events, 0]


def _entry(identifier: str) -> list[Event]:
    return [{"s": "entry", "name": identifier}, 0]


# Who stands on more pages than a reader would look up, as those do who wrote half of the letters, is "12–480 passim":
# so many places are given at most.
_MOST = 60


def _places(pages: Iterable[int]) -> Iterator[Event]:
    for first, last, whole in _ranges(sorted(set(pages))):
        yield ", "
        yield {"s": "link", "url": f"{WITHIN}page/{first}"}
        yield str(first) if first == last else f"{first}–{last}"
        yield 0
        if not whole:
            yield " passim"


def _ranges(pages: Sequence[int]) -> list[tuple[int, int, bool]]:
    """Return pages that follow one another as first and last, and whether all between them are meant.

    Where that gives too many, ranges with few pages between them become one.
    """
    apart = 1
    while len(ranges := _runs(pages, apart)) > _MOST:
        apart *= 2
    return ranges


def _runs(pages: Iterable[int], apart: int) -> list[tuple[int, int, bool]]:
    runs: list[tuple[int, int, bool]] = []
    for page in pages:
        if runs and page - runs[-1][1] <= apart:
            first, last, whole = runs[-1]
            runs[-1] = (first, page, whole and page - last == 1)
        else:
            runs.append((page, page, True))
    return runs


def _lines(items: Iterable[Iterable[Event]], *, index: bool = False) -> list[Event]:
    events: list[Event] = [{"s": "lines", "index": index}]
    for item in items:
        events += [{"s": "item"}, *item, 0]
    return [*events, 0] if len(events) > 1 else []
