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
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from teiedit.publish._facts import DATES, Facts, facts
from teiedit.publish._folding import words
from teiedit.publish._own_reading import page_units
from teiedit.publish._positions import MOST_HELD, Positions
from teiedit.publish._reading import FIRST, LAST, NEXT, Unit, units

if TYPE_CHECKING:
    from array import array
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from lxml import etree

    from teiedit.model.house import Page

FOLDER = "search"
# Bytes of a file of words or of documents, about; words of a document in one file of texts.
SIZE = 40_000
DOCUMENTS_SIZE = 8_000
PIECE = 8_000


class Searched(NamedTuple):
    """What the index takes of one document, or of a page of the edition's own.

    Attributes:
        id: its identifier.
        day: as `Facts.day`.
        genre: the kind of document.
        language: BCP 47 tag.
        senders: whoever sent it: key and label.
        recipients: whoever received it.
        lengths: how many positions each of its units takes, with the one left out after it.
        words: each word, with its positions counted from the document's first, as differences.
    """

    id: str
    day: int
    genre: str
    language: str
    senders: Sequence[Sequence[str]]
    recipients: Sequence[Sequence[str]]
    lengths: Sequence[int]
    words: Mapping[str, Sequence[int]]


def searched(tei: etree._Element) -> tuple[Searched, dict[str, bytes]]:
    """Return what the index takes of a document, and the files with its texts, to be shown.

    Args:
        tei: the root of a TEI document; it is not changed.
    """
    known = facts(tei)
    return _searched(known, (_heading(known), *units(tei, known.title)))


def page_searched(page: Page, path: str, language: str) -> tuple[Searched, dict[str, bytes]]:
    """Return the same of a page of the edition's own.

    Args:
        page: a page.
        path: where it stands in the site, without ".html".
        language: its BCP 47 tag.
    """
    known = Facts(f"+{path}", page.title, (), (), "", (), "", "page", language, "")
    return _searched(known, (_heading(known), *page_units(page.body)))


def _searched(known: Facts, found: tuple[Unit, ...]) -> tuple[Searched, dict[str, bytes]]:
    places: dict[str, set[int]] = {}
    lengths = []
    start = 0
    for unit in found:
        length = 0
        for position, word in _words(unit.source):
            places.setdefault(word, set()).add(start + position)
            length = max(length, position + 1)
        lengths.append(length + 1)
        start += length + 1
    words = {word: [*_differences(sorted(positions))] for word, positions in places.items()}
    senders, recipients = ([(p.key, p.label) for p in group] for group in (known.senders, known.recipients))
    files = {
        f"{FOLDER}/texts/{number}/{known.id}.js": _script(f"texts/{number}/{known.id}", content)
        for number, content in _texts(known, found, lengths)
    }
    return Searched(known.id, known.day, known.genre, known.language, senders, recipients, lengths, words), files


def _differences(positions: Iterable[int]) -> Iterator[int]:
    before = 0
    for position in positions:
        yield position - before
        before = position


class Index:
    """Takes documents and gives the files of the search, but for the texts."""

    def __init__(self, most: int = MOST_HELD) -> None:
        """Begin.

        Args:
            most: so many positions are held in memory; more go to a file.
        """
        self._positions = Positions(most)
        self._next = 0
        self._units = 0
        self._pieces = _Pieces(DOCUMENTS_SIZE)
        self._years: Counter[int] = Counter()
        self._people: dict[str, tuple[int, str]] = {}
        self._counts: dict[str, Counter[str]] = {name: Counter() for name in ("people", "genres", "languages")}
        self._values: dict[str, list[str]] = {"genres": [], "languages": []}

    def take(self, found: Searched) -> None:
        """Take a document, after those before it, or a page of the edition's own, after the documents."""
        start = self._next
        for word, differences in found.words.items():
            self._positions.add(word, start, differences)
        self._next += sum(found.lengths)
        self._units += len(found.lengths)
        self._years.update({found.day // 10_000} - {0})
        self._pieces.add(f"{found.id} {self._numbers(found)}", self._next - start)

    def files(self) -> Iterator[tuple[str, bytes]]:
        """Give the files by their paths; nothing can be added after."""
        first: list[str] = []
        for number, (word, content) in enumerate(_shards(self._positions.words())):
            first.append(word)
            yield f"{FOLDER}/words/{number}.js", _script(f"words/{number}", content)
        for number, documents in enumerate(self._pieces.contents()):
            yield f"{FOLDER}/documents/{number}.js", _script(f"documents/{number}", documents)
        yield f"{FOLDER}/index.js", _script("index", self._contents(first))

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

    def _numbers(self, found: Searched) -> str:
        senders, recipients = ([self._person(*party) for party in group] for group in (found.senders, found.recipients))
        self._counts["people"].update({key for key, _ in (*found.senders, *found.recipients)})
        return numbers(
            (
                found.day,
                self._value("genres", found.genre),
                self._value("languages", found.language),
                len(senders),
                *senders,
                len(recipients),
                *recipients,
                len(found.lengths),
                *found.lengths,
            )
        )

    def _person(self, key: str, label: str) -> int:
        return self._people.setdefault(key, (len(self._people), label))[0]

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


def _shards(words: Iterable[tuple[str, array[int]]]) -> Iterator[tuple[str, str]]:
    """The words in order in files of about SIZE bytes; a word that fills more than one has them to itself."""
    first, before, size = "", "", 0
    parts: list[str] = []
    for word, positions in words:
        pieces = [*_parted(positions)]
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


def _parted(positions: Iterable[int]) -> Iterator[str]:
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
