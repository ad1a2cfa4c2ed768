"""The index of the full-text search: small files that the browser loads as a query needs them.

In: TEI documents, one by one; out: scripts in `search/`, each of which hands one piece of the index to `teSearch`
(`xslt/html/js/search.js`). Scripts, because a page opened from a disk may load nothing else.

Every word of the edition has a number, its position, counted through all documents in order; between two units one
number is left out, so that no phrase runs over their border. The index says for each word, folded, where it stands; so
words, words in order, and the number of hits are known without reading a text. Readings of one place have the same
positions.

    search/index.js          what there is: the first word of each file of words, the documents of each piece of them,
                             and the values that one can filter by
    search/words/0.js        words in alphabetical order, with their positions
    search/documents/0.js    documents in order: who, when, what, and the lengths of their units
    search/texts/0/ID.js     facts and units of a document, or of a page of the edition's own ("+PATH"), to be shown;
                             from 8,000 words also in texts/1/ and so on

Numbers are written as differences, in 88 signs of ASCII: the lower half of them ends a number, the upper half goes on.
"""

from __future__ import annotations

import json
import re
from array import array
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from teiedit.publish._facts import DATES, Facts, Party, facts
from teiedit.publish._folding import words
from teiedit.publish._own_reading import page_units
from teiedit.publish._reading import FIRST, LAST, NEXT, Unit, units
from teiedit.tools.tei import parse

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml import etree

    from teiedit.model.house import Page

FOLDER = "search"
# Bytes of a file of words or of documents, about; words of a document in one file of texts.
SIZE = 40_000
DOCUMENTS_SIZE = 8_000
PIECE = 8_000


class Index:
    """Takes documents and gives the files of the search."""

    def __init__(self) -> None:
        self._positions: defaultdict[str, array[int]] = defaultdict(lambda: array("I"))
        self._next = 0
        self._units = 0
        self._pieces = _Pieces(DOCUMENTS_SIZE)
        self._years: Counter[int] = Counter()
        self._people: dict[str, tuple[int, str]] = {}
        self._counts: dict[str, Counter[str]] = {name: Counter() for name in ("people", "genres", "languages")}
        self._values: dict[str, list[str]] = {"genres": [], "languages": []}
        self._files: dict[str, bytes] = {}

    def passing(self, documents: Iterable[str]) -> Iterator[str]:
        """Give the TEI documents on, one by one, and take each on its way."""
        for tei in documents:
            self.add(parse(tei.encode()))
            yield tei

    def add(self, tei: etree._Element) -> None:
        """Take one document, after those before it.

        Args:
            tei: the root of a TEI document; it is not changed.
        """
        known = facts(tei)
        self._take(known, (_heading(known), *units(tei, known.title)))

    def add_page(self, page: Page, path: str, language: str) -> None:
        """Take a page of the edition's own, after the documents.

        Args:
            page: a page.
            path: where it stands in the site, without ".html".
            language: its BCP 47 tag.
        """
        known = Facts(f"+{path}", page.title, (), (), "", (), "", "page", language, "")
        self._take(known, (_heading(known), *page_units(page.body)))

    def _take(self, known: Facts, found: tuple[Unit, ...]) -> None:
        start = self._next
        lengths = [self._unit(unit) for unit in found]
        self._units += len(found)
        self._years.update({known.day // 10_000} - {0})
        self._pieces.add(f"{known.id} {self._numbers(known, lengths)}", self._next - start)
        for number, content in _texts(known, found, lengths):
            self._files[f"{FOLDER}/texts/{number}/{known.id}.js"] = _script(f"texts/{number}/{known.id}", content)

    def files(self) -> dict[str, bytes]:
        """Return all files of the search; nothing can be added after."""
        files = dict(self._files)
        first: list[str] = []
        for number, (word, content) in enumerate(_shards(self._positions)):
            first.append(word)
            files[f"{FOLDER}/words/{number}.js"] = _script(f"words/{number}", content)
        for number, documents in enumerate(self._pieces.contents()):
            files[f"{FOLDER}/documents/{number}.js"] = _script(f"documents/{number}", documents)
        files[f"{FOLDER}/index.js"] = _script("index", self._contents(first))
        return files

    def _contents(self, first: list[str]) -> dict[str, object]:
        people = [[label, self._counts["people"][key]] for key, (_, label) in self._people.items()]
        return {
            "words": first,
            "documents": self._pieces.sizes,
            "units": self._units,
            "length": self._next,
            "piece": PIECE,
            "people": people,
            "years": [[year, self._years[year]] for year in sorted(self._years)],
            **{name: [[value, self._counts[name][value]] for value in known] for name, known in self._values.items()},
        }

    def _unit(self, unit: Unit) -> int:
        """Note the words of a unit, and return how many positions it takes, with the one left out after it."""
        length = 0
        for position, word in _words(unit.source):
            self._positions[word].append(self._next + position)
            length = max(length, position + 1)
        self._next += length + 1
        return length + 1

    def _numbers(self, known: Facts, lengths: list[int]) -> str:
        senders, recipients = ([self._person(party) for party in group] for group in (known.senders, known.recipients))
        self._counts["people"].update({party.key for party in (*known.senders, *known.recipients)})
        return numbers(
            (
                known.day,
                self._value("genres", known.genre),
                self._value("languages", known.language),
                len(senders),
                *senders,
                len(recipients),
                *recipients,
                len(lengths),
                *lengths,
            )
        )

    def _person(self, party: Party) -> int:
        return self._people.setdefault(party.key, (len(self._people), party.label))[0]

    def _value(self, name: str, value: str) -> int:
        self._counts[name][value] += 1
        if value not in self._values[name]:
            self._values[name].append(value)
        return self._values[name].index(value)


class _Pieces:
    """Gathers the documents' lines into files of about one size."""

    def __init__(self, size: int) -> None:
        self._size = size
        self._lines: list[list[str]] = []
        self._bytes = size
        self.sizes: list[list[int]] = []  # documents and positions of each file

    def add(self, line: str, length: int) -> None:
        if self._bytes >= self._size:
            self._lines.append([])
            self.sizes.append([0, 0])
            self._bytes = 0
        self._lines[-1].append(line)
        self._bytes += len(line) + 3
        self.sizes[-1][0] += 1
        self.sizes[-1][1] += length

    def contents(self) -> Iterator[list[str]]:
        yield from self._lines


def _heading(known: Facts) -> Unit:
    """The first unit of each document: what it is, so that a name in its heading is found with words of its text."""
    parties = [party.name for party in (*known.senders, *known.recipients)]
    said = [known.title, *parties, known.place, known.reference]
    return Unit("", "title", "", "", " · ".join(part for part in dict.fromkeys(said) if part))


def _words(source: str) -> Iterator[tuple[int, str]]:
    """The words of a unit with their positions; other readings at the positions of the first."""
    plain = words(_READINGS.sub(lambda found: found[1], source))
    yield from enumerate(plain)
    for found in _READINGS.finditer(source) if FIRST in source else ():
        before, after = _READINGS.sub(r"\1", source[: found.start()]), _READINGS.sub(r"\1", source[found.end() :])
        for reading in found[2].split(NEXT)[1:]:
            yield from _differing(plain, words(before + reading + after))


_READINGS = re.compile(f"{FIRST}([^{NEXT}{LAST}]*)((?:{NEXT}[^{NEXT}{LAST}]*)*){LAST}")


def _differing(plain: list[str], other: list[str]) -> Iterator[tuple[int, str]]:
    """The words of `other` that `plain` has not, from where the two part and up to where they meet again.

    Where one reading has more words than the other, those of the other have both positions: the words before and those
    after it are their neighbours.
    """
    shorter = min(len(plain), len(other))
    start = next((at for at in range(shorter) if plain[at] != other[at]), shorter)
    end = next((at for at in range(shorter - start) if plain[-1 - at] != other[-1 - at]), shorter - start)
    changed = other[start : len(other) - end]
    for first in {start, max(start, len(plain) - end - len(changed))}:
        yield from ((first + at, word) for at, word in enumerate(changed) if first + at < len(plain))


def _texts(known: Facts, found: tuple[Unit, ...], lengths: list[int]) -> Iterator[tuple[int, dict[str, object]]]:
    """The units of a document in pieces of some PIECE words, each with the document's facts."""
    pieces: dict[int, list[list[str]]] = {}
    firsts: dict[int, int] = {}
    position = 0
    for number, (unit, length) in enumerate(zip(found, lengths, strict=True)):
        piece = position // PIECE
        firsts.setdefault(piece, number)
        pieces.setdefault(piece, []).append([unit.anchor, unit.kind, unit.number, unit.language, unit.text])
        position += length
    about = {
        "title": known.title,
        "from": ", ".join(party.name for party in known.senders),
        "to": ", ".join(party.name for party in known.recipients),
        "date": {name: value for name, value in known.date if name in DATES},
        "said": known.date_text,
        "genre": known.genre,
        "language": known.language,
    }
    for piece, content in pieces.items():
        yield piece, {**about, "first": firsts[piece], "units": content}


def _shards(positions: dict[str, array[int]]) -> Iterator[tuple[str, str]]:
    """The words in order in files of about SIZE bytes; a word that fills more than one has them to itself."""
    first, before, size = "", "", 0
    parts: list[str] = []
    for word in sorted(positions, key=lambda word: word.encode("utf-16-be")):  # as JavaScript compares
        pieces = [*_parted(sorted(set(positions[word])))]
        if parts and (len(pieces) > 1 or size + len(pieces[0]) + len(word.encode()) > SIZE):
            yield first, " ".join(parts)
            before, parts, size = "", [], 0
        if len(pieces) > 1:
            yield from ((word, f"0{word} {piece}") for piece in pieces)
            continue
        first = first if parts else word
        shared = _shared(before, word)
        parts.append(f"{_DIGITS[shared]}{word[shared:]} {pieces[0]}")
        size += len(parts[-1].encode()) + 1
        before = word
    if parts:
        yield first, " ".join(parts)


_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


def _shared(before: str, word: str) -> int:
    """How many characters two words begin with in common, as far as one digit can say.

    Those beyond the basic plane are not shared: JavaScript counts each as two.
    """
    limit = min(len(before), len(word), len(_DIGITS) - 1)
    return next((at for at in range(limit) if before[at] != word[at] or word[at] > "\uffff"), limit)


# All signs of ASCII that a string in a script can hold as they are, and no quotation mark of HTML.
SIGNS = "".join(sign for sign in map(chr, range(33, 127)) if sign not in "\"\\<>&'")
HALF = len(SIGNS) // 2


def _number(value: int) -> str:
    signs = ""
    while value >= HALF:
        signs += SIGNS[HALF + value % HALF]
        value //= HALF
    return signs + SIGNS[value]


_SMALL = tuple(map(_number, range(HALF * HALF)))


def numbers(values: Iterable[int]) -> str:
    """Return the numbers as a string, one after another."""
    return "".join(_SMALL[value] if value < HALF * HALF else _number(value) for value in values)


def _parted(positions: list[int]) -> Iterator[str]:
    """The positions as differences, in strings of less than SIZE; each begins anew."""
    signs: list[str] = []
    size = before = 0
    for position in positions:
        step, before = position - before, position
        signs.append(_SMALL[step] if step < HALF * HALF else _number(step))
        size += len(signs[-1])
        if size >= SIZE - 100:
            yield "".join(signs)
            signs, size, before = [], 0, 0
    if signs:
        yield "".join(signs)


def _script(name: str, content: object) -> bytes:
    """A call that hands over one piece; nothing in it can end a script or a line."""
    data = json.dumps([name, content], ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    for sign in "<>&\u2028\u2029":
        data = data.replace(sign, f"\\u{ord(sign):04x}")
    return f"teSearch({data[1:-1]});\n".encode()
