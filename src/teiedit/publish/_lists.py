"""The divided lists of a large edition: pages of documents, of the registers, and of who wrote to whom.

Each is made from what stands on it alone, so that one document more changes few of them.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from lxml import etree

from teiedit.publish import _cite
from teiedit.publish._corpus import bound
from teiedit.publish._division import DOCUMENTS, ENTRIES, EXCHANGES, Group, Part, by_initial, by_number, by_time, ways
from teiedit.publish._feeds import Ways, feeds
from teiedit.publish._site import banner, settings
from teiedit.tools.markup import quoteattr
from teiedit.tools.saxon import Param, Xml
from teiedit.tools.tei import TEI, element

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from teiedit.model.edition import Edition
    from teiedit.model.output import Shelf
    from teiedit.publish._gathering import Exchange, Gathering, Record

FOLDER = "lists"
# The registers: what names their entries, and what the entries are.
REGISTERS = {"persons": "persName", "places": "placeName", "organisations": "orgName"}
_LISTS = {"persons": "listPerson", "places": "listPlace", "organisations": "listOrg"}
# How a record occurs, as the stylesheets call it; of a place, and of others.
_OF_PLACES = {"s": "sent-from", "r": "received-at", "c": "copied-to", "m": "mentioned"}
_OF_OTHERS = {**_OF_PLACES, "s": "sent", "r": "received-by"}
# So many parties the drawing shows, as in xslt/html/correspondence.xsl.
_DRAWN = 24


class Maker(Protocol):
    """What makes pages: see `teiedit.publish._volume.Maker`."""

    def part(self, path: str, name: str, made_from: str, **more: Param) -> None:
        """Make a page of a list."""


class Lists:
    """The divided lists of one edition."""

    def __init__(
        self, gathering: Gathering, edition: Edition, maker: Maker, shelf: Shelf, changed: Mapping[str, str]
    ) -> None:
        """Divide the lists.

        Args:
            gathering: all documents.
            edition: whose lists they are.
            maker: makes the pages.
            shelf: where other files go.
            changed: when each document was last changed, of those of which it is known.
        """
        self._gathering = gathering
        self._edition = edition
        self._maker = maker
        self._shelf = shelf
        self._changed = changed
        self._registers = [name for name in REGISTERS if name in banner(edition)]
        self._times = by_time(gathering.months(), DOCUMENTS)
        self._names = {register: by_initial(gathering.names(register), ENTRIES) for register in self._registers}
        self._counts = dict(gathering.counts())
        self._exchanges = by_number(self._counts["exchanges"], EXCHANGES)

    @property
    def divided(self) -> tuple[str, ...]:
        """The pages that `make` makes."""
        return ("documents", "chronology", "correspondence", *self._registers)

    def make(self, figures: str) -> None:
        """Make all pages of the lists, the entries of the registers, and the feeds.

        Args:
            figures: a corpus that gives figures in the place of documents.
        """
        self._documents(figures)
        for register in self._registers:
            self._register(register)
            for group in self._names[register]:
                for part in group.parts:
                    self._entries(register, part)
        self._correspondence()

    def paths(self) -> Iterator[str]:
        """Give the paths of the pages beside the first of each list, without ".html"."""
        for name, groups in {"documents": self._times, "chronology": self._times, **self._names}.items():
            yield from (_path(name, part) for part in _parts(groups) if part.name)
        yield from (_ranked(part) for part in _parts(self._exchanges) if part.at)
        for register in self._registers:
            for record in self._gathering.each(register):
                yield from (_of_entry(register, record, part) for part in self._occurring(record))

    def _documents(self, figures: str) -> None:
        parts = list(_parts(self._times))
        if len(parts) > 1:
            first = ways(self._times, _to("documents"), None, whole=True)
            self._maker.part("documents", "documents", _EMPTY, ways=_xml(first))
            years = ways(self._years(), self._year, None, whole=True)
            self._maker.part("chronology", "chronology", figures, ways=_xml(years))
        for number, part in enumerate(parts):
            made_from = bound(None, self._gathering.entries(part.begin, part.at, part.count))
            for name in ("documents", "chronology"):
                self._maker.part(_path(name, part), name, made_from, **_ways(self._times, _to(name), part))
            self._read_by_programs(part, made_from, _around(parts, number))

    def _read_by_programs(self, part: Part, made_from: str, around: Ways) -> None:
        """Put the feeds, and the files for reference managers."""
        known = self._gathering.listed(part.begin, part.at, part.count)
        changed = {name: self._changed[name] for name in known if name in self._changed}
        params = settings(self._edition)
        for path, content in feeds(made_from, self._edition, params, changed, around).items():
            self._shelf.put(path, content)
        path = _path("documents", part)
        for name, content in _cite.files(made_from, path, {**params, "part": path}).items():
            self._shelf.put(name, content)

    def _years(self) -> tuple[Group, ...]:
        """Return the years, in the groups of the pages on which they begin."""
        made: dict[Group, list[Part]] = {}
        for year, count in sorted(self._gathering.years.items(), key=lambda one: (one[0] == "", one[0].zfill(4))):
            begin = year.zfill(4) if year else "9999"
            group, part = next(
                (group, part)
                for group in self._times
                for part in group.parts
                if begin.startswith(part.begin) or part.begin.startswith(begin)
            )
            kind = "time" if year else "undated"
            made.setdefault(group, []).append(Part(part.name, kind, (year,), count))
        return tuple(Group(group.kind, group.label, tuple(parts)) for group, parts in made.items())

    def _year(self, part: Part) -> str:
        return f"{_path('chronology', part)}.html#te-y{part.label[0] or '0'}"

    def _register(self, register: str) -> None:
        groups = self._names[register]
        if len(list(_parts(groups))) > 1:
            first = ways(groups, _to(register), None, whole=True)
            self._maker.part(register, register, _EMPTY, ways=_xml(first))
        for part in _parts(groups):
            records = self._gathering.records(register, part.begin, part.at, part.count)
            counted = "".join(self._counted(register, record) for record in records)
            here = _ways(groups, _to(register), part)
            self._maker.part(_path(register, part), register, _listed(register, counted), **here)

    def _counted(self, register: str, record: Record) -> str:
        """Return a record that says in @n how often it occurs."""
        names = _OF_PLACES if register == "places" else _OF_OTHERS
        how = self._gathering.how(record.id)
        counts = " ".join(f"{name}:{how[kind]}" for kind, name in names.items() if how[kind])
        return record.tei.replace(" ", f" n={quoteattr(counts)} ", 1)

    def _entries(self, register: str, part: Part) -> None:
        """Make the pages of the entries that stand on one page of the list."""
        to_list = element("ref", type="list", target=f"{_path(register, part)}.html")
        for record in self._gathering.records(register, part.begin, part.at, part.count):
            parts = self._occurring(record)
            for one in parts:
                found = self._gathering.occurrences(record, REGISTERS[register], one.at, one.count)
                made_from = _listed(register, record.tei, found)
                several = (Group("numbers", "", parts),)
                here = ways(several, _to_entry(register, record), one) if len(parts) > 1 else element("list")
                here.append(to_list)
                path = _of_entry(register, record, one)
                self._maker.part(path, register, made_from, ways=_xml(here), entry=record.id)

    def _occurring(self, record: Record) -> tuple[Part, ...]:
        """Return the pages of an entry."""
        count = self._gathering.how(record.id)[""]
        (group,) = by_number(count, DOCUMENTS)
        if len(group.parts) == 1:
            return group.parts
        return tuple(
            replace(part, label=(*part.label, *self._gathering.days(record.id, part.at, part.count)))
            for part in group.parts
        )

    def _correspondence(self) -> None:
        parts = list(_parts(self._exchanges))
        for part in parts:
            exchanges = self._gathering.exchanges(part.at, EXCHANGES)
            lists = [element("list", *map(self._exchange, exchanges), type="exchanges")]
            lists += self._drawing() if part.at == 0 else []
            figures = element("standOff", *lists, type="figures")
            if part.at == 0:
                figures.append(element("measure", type="parties", quantity=str(self._counts["parties"])))
            made_from = bound(None, [etree.tostring(figures, encoding="unicode")])
            here = _ways(self._exchanges, lambda one: f"{_ranked(one)}.html", part)
            self._maker.part(_ranked(part), "correspondence", made_from, **here)

    def _exchange(self, exchange: Exchange) -> etree._Element:
        ends = (self._party(exchange.sender), self._party(exchange.recipient))
        years = " ".join((exchange.first, exchange.last)).strip()
        return element("item", *ends, n=str(exchange.letters), corresp=years)

    def _party(self, key: str) -> etree._Element:
        """Return a party's name, with the way to its entry."""
        record = self._gathering.record(key.removeprefix("#")) if key.startswith("#") else None
        if record is None:
            return element("ref", self._gathering.party(key))
        register, name = record
        target = f"{register}/{key[1:]}.html" if register in self._registers else None
        return element("ref", name, target=target)

    def _drawing(self) -> list[etree._Element]:
        """Return the parties of most letters, and the letters between each two of them."""
        parties = self._gathering.parties(_DRAWN)
        places = {key: str(number) for number, (key, _) in enumerate(parties, 1)}
        between: Counter[tuple[str, ...]] = Counter()
        for exchange in self._gathering.between(places):
            between[tuple(sorted({exchange.sender, exchange.recipient}))] += exchange.letters
        nodes = [element("item", self._party(key), n=str(letters)) for key, letters in parties]
        pairs = [
            element("item", n=str(letters), corresp=" ".join(places[key] for key in pair))
            for pair, letters in sorted(between.items())
            if len(pair) > 1
        ]
        return [element("list", *nodes, type="parties"), element("list", *pairs, type="pairs")]


_EMPTY = f'<teiCorpus xmlns="{TEI}"/>'


def _xml(node: etree._Element) -> Xml:
    return Xml(etree.tostring(node, encoding="unicode"))


def _ways(groups: Sequence[Group], target: Callable[[Part], str], here: Part) -> dict[str, Param]:
    """Return the ways from one page of a list, as a parameter; {} where it is the only one."""
    return {"ways": _xml(ways(groups, target, here))} if len(list(_parts(groups))) > 1 else {}


def _parts(groups: Sequence[Group]) -> Iterator[Part]:
    return (part for group in groups for part in group.parts)


def _path(name: str, part: Part) -> str:
    return f"{FOLDER}/{name}-{part.name}" if part.name else name


def _to(name: str) -> Callable[[Part], str]:
    return lambda part: f"{_path(name, part)}.html"


def _ranked(part: Part) -> str:
    return f"{FOLDER}/correspondence-{part.name}" if part.at else "correspondence"


def _of_entry(register: str, record: Record, part: Part) -> str:
    return f"{register}/{record.id}/{part.name}" if part.at else f"{register}/{record.id}"


def _to_entry(register: str, record: Record) -> Callable[[Part], str]:
    return lambda part: f"{_of_entry(register, record, part)}.html"


def _listed(register: str, records: str, others: Iterable[str] = ()) -> str:
    """Return a corpus of records, and of what documents have of them."""
    name = _LISTS[register]
    known = f'<TEI xmlns="{TEI}"><standOff type="entities"><{name}>{records}</{name}></standOff></TEI>'
    return bound(None, [known, *others])


def _around(parts: Sequence[Part], number: int) -> Ways:
    """Return the pages of a feed around one of them; the first is the feed itself."""
    ends = ["", *(part.name for part in parts[1:])]
    if len(parts) == 1:
        return Ways()
    previous = ends[number - 1] if number else None
    return Ways(ends[number], previous, ends[number + 1] if number + 1 < len(ends) else None, ends[-1])
