"""How long lists are divided into pages: documents by time, names by their initials, and what is still long by number.

A page of documents is a century, a decade, a year or a month, whichever is the longest that holds few enough; so a
new document changes the page where it stands, and seldom another.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from teiedit.publish._gathering import UNDATED
from teiedit.tools.tei import element

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from lxml import etree

# So many documents stand on a page, so many entries of a register, so many parties that wrote to one another.
DOCUMENTS, ENTRIES, EXCHANGES = 500, 200, 500


@dataclass(frozen=True, slots=True)
class Part:
    """One page of a list.

    Attributes:
        name: of its file, after that of the list: "1871-05-2"; "" for the whole list.
        kind: how it is called: "time" by its label, "undated", "names" by two, "numbers" by two.
        label: its label: "1870–1879", "1871", "1871-05"; the first and the last of what stands on it.
        count: how much stands on it.
        begin: what the days, or the initials, on it begin with.
        at: so much of that stands on pages before it.
        number: which of the pages with the same label it is; 0 for the only one.
    """

    name: str
    kind: str
    label: tuple[str, ...]
    count: int
    begin: str = ""
    at: int = 0
    number: int = 0


@dataclass(frozen=True, slots=True)
class Group:
    """Pages of a list that belong together: a decade, an initial."""

    kind: str
    label: str
    parts: tuple[Part, ...]

    @property
    def count(self) -> int:
        """How much stands on the pages of the group."""
        return sum(part.count for part in self.parts)


def by_time(months: Iterable[tuple[str, int]], most: int) -> tuple[Group, ...]:
    """Return the pages of a list of documents.

    Args:
        months: how many documents there are of each month, in order; see `Gathering.months`.
        most: so many stand on one page.
    """
    known = list(months)
    if _total(known) <= most:
        return _whole(_total(known))
    undated = sum(count for month, count in known if month.startswith(UNDATED))
    dated = [(month, count) for month, count in known if not month.startswith(UNDATED)]
    groups = [group for _, century in groupby(dated, _beginning(2)) for group in _century(list(century), most)]
    if undated:
        groups.append(Group("undated", "", tuple(_numbered("undated", "undated", "", undated, UNDATED, most))))
    return tuple(groups)


Months = list[tuple[str, int]]


def _whole(count: int) -> tuple[Group, ...]:
    """Return the one page of a list that is not divided."""
    return (Group("", "", (Part("", "", (), count),)),)


def _beginning(length: int) -> Callable[[tuple[str, int]], str]:
    return lambda month: month[0][:length]


def _total(months: Months) -> int:
    return sum(count for _, count in months)


def _century(months: Months, most: int) -> Iterator[Group]:
    if _total(months) <= most:
        part = _span(months, 2)
        yield Group("time", part.label[0], (part,))
        return
    for _, some in groupby(months, _beginning(3)):
        decade = list(some)
        parts = [_span(decade, 3)] if _total(decade) <= most else _years(decade, most)
        yield Group("time", _years_of(decade[0][0][:3]), tuple(parts))


def _years(months: Months, most: int) -> Iterator[Part]:
    for year, some in groupby(months, _beginning(4)):
        of_year = list(some)
        if _total(of_year) <= most:
            yield Part(year, "time", (year,), _total(of_year), year)
            continue
        for month, count in of_year:
            yield from _numbered(month, "time", month, count, month, most)


def _span(months: Months, length: int) -> Part:
    begin = months[0][0][:length]
    label = _years_of(begin)
    return Part(label.replace("–", "-"), "time", (label,), _total(months), begin)


def _years_of(begin: str) -> str:
    """Return "1870–1879" for "187"."""
    return "–".join(f"{begin}{digit * (4 - len(begin))}" for digit in "09")


def _numbered(name: str, kind: str, label: str, count: int, begin: str, most: int) -> Iterator[Part]:
    pages = -(-count // most)
    for page in range(pages):
        file = f"{name}-{page + 1}" if page else name
        some = min(most, count - page * most)
        yield Part(file, kind, (label,), some, begin, page * most, page + 1 if pages > 1 else 0)


def by_initial(names: Iterable[tuple[str, str]], most: int) -> tuple[Group, ...]:
    """Return the pages of a register.

    Args:
        names: initial and name of each entry, in order.
        most: so many stand on one page.
    """
    known = list(names)
    if len(known) <= most:
        return _whole(len(known))
    groups = []
    for initial, some in groupby(known, lambda name: name[0]):
        parts: list[Part] = []
        at, first, last = 0, "", ""
        held = 0
        for _, name in some:
            if held == most:
                parts.append(_named(initial, (first, last), held, at, len(parts)))
                at, held = at + held, 0
            first, last, held = (name if held == 0 else first), name, held + 1
        parts.append(_named(initial, (first, last), held, at, len(parts)))
        groups.append(Group("initial", initial, tuple(parts)))
    return tuple(groups)


def _named(initial: str, label: tuple[str, str], count: int, at: int, before: int) -> Part:
    name = initial.lower() if initial.isascii() and initial.isalpha() else _code(initial)
    return Part(f"{name}-{before + 1}" if before else name, "names", label, count, initial, at)


def _code(initial: str) -> str:
    """Return the name of a file for an initial that is not in ASCII: "u0416"."""
    return "other" if initial == "#" else "".join(f"u{ord(sign):04x}" for sign in initial)


def by_number(count: int, most: int) -> tuple[Group, ...]:
    """Return the pages of a list without any other order."""
    parts = []
    for at in range(0, max(count, 1), most):
        some = min(most, count - at)
        number = at // most + 1
        parts.append(Part(str(number), "numbers", (str(at + 1), str(at + some)), some, "", at))
    return (Group("numbers", "", tuple(parts)),)


def ways(
    groups: Sequence[Group], target: Callable[[Part], str], here: Part | None, *, whole: bool = False
) -> etree._Element:
    """Return the ways through a list, as `xslt/html/divided.xsl` takes them.

    A page names all groups, the pages of its own group, and those before and after it; the first page names all with
    what stands on each. So the pages stay as they are where a document is added on another.

    Args:
        groups: the list's pages.
        target: gives the address of a page, from the folder of the pages.
        here: the page that is made; None for the list's first.
        whole: name all pages, with their numbers.
    """
    made = element("list")
    flat = [part for group in groups for part in group.parts]
    for group in groups:
        current = here is not None and here in group.parts
        item = element("item", type=group.kind, rend="current" if current else None)
        item.append(_ref(group.parts[0], target, "group", (group.label,), ""))
        if whole:
            item.set("n", str(group.count))
        if whole or current:
            item.append(element("list", *(_item(part, target, here, whole=whole) for part in group.parts)))
        made.append(item)
    if here is not None:
        at = flat.index(here)
        made.append(_ref(here, target, "here", here.label, here.kind))
        if at:
            made.append(_ref(flat[at - 1], target, "prev", flat[at - 1].label, flat[at - 1].kind))
        if at + 1 < len(flat):
            made.append(_ref(flat[at + 1], target, "next", flat[at + 1].label, flat[at + 1].kind))
    return made


def _item(part: Part, target: Callable[[Part], str], here: Part | None, *, whole: bool) -> etree._Element:
    item = element("item", n=str(part.count) if whole else None, rend="current" if part == here else None)
    item.append(_ref(part, target, "part", part.label, part.kind))
    return item


def _ref(part: Part, target: Callable[[Part], str], kind: str, label: tuple[str, ...], named: str) -> etree._Element:
    words = [element("seg", words) for words in label]
    number = str(part.number) if part.number and kind != "group" else None
    return element("ref", *words, type=kind, subtype=named or None, target=target(part), n=number)
