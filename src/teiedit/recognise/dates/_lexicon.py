"""What a language's file says of its dates: words, and texts with the values they must give.

The grammar of dates is one for all languages (see _forms.py); a language adds its names of months and days, its
small words, and whether it may put the month first.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping  # noqa: TC003 - the dataclass's fields
from dataclasses import dataclass, field
from functools import cached_property

from teiedit.recognise.dates._numbers import Numerals  # noqa: TC001 - the dataclass's field

# Small words, by the letter that stands for them in the grammar.
ARTICLE, OF, AND, OR, UNTIL = "l", "f", "&", "O", "R"
BEFORE, AFTER, ABOUT, BETWEEN, THIRD = "B", "G", "C", "Z", "q"
MONTH_AWAY, YEAR_AWAY, THE_YEAR, OLD_STYLE, NEW_STYLE = "t", "T", "Y", "N", "E"
DAYPART, NUMBERING, DAY_WORD = "p", "#", "o"
# A year counted from last or next time that the day came, not from the document's own year.
LAST, NEXT = 90, 91

_PLAIN = str.maketrans("áàâäãåéèêëíìîïóòôöõúùûüçñý", "aaaaaaeeeeiiiiooooouuuucny")
_LONG = 5


def plain(word: str) -> str:
    """Return a word in small letters without the accents of western Europe, as lexica are looked up."""
    return word.lower().translate(_PLAIN)


Word = tuple[str, int]


@dataclass(frozen=True)
class Lexicon:
    """The dates of one language.

    Attributes:
        name: the language's English name with its article: "an English".
        months: twelve strings: the full name first, then spellings and abbreviations.
        weekdays: seven strings from Monday, likewise.
        words: letter of the grammar to words without a value of their own.
        values: letter of the grammar to words, each with a value.
        phrases: several words to letter and value; a full stop may be followed by a space or not.
        ordinals: endings that make a number a day: "th", "ten".
        month_first: whether "May 3, 1862" is usual.
        numerals: how numbers are written in words, if they are read.
        small: whether names of months are written with a small letter.
        anchors: other words near which a date may stand without figures: "instant".
        latin: other names of the months whose abbreviations are met ("Febr." may be *februarii*).
        examples: form to texts that are read whole and the expected value ("from/to" for two values).
        counterexamples: texts in which no date may be found.
    """

    name: str
    months: tuple[str, ...]
    weekdays: tuple[str, ...]
    words: Mapping[str, str]
    ordinals: str
    values: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    phrases: Mapping[str, Word] = field(default_factory=dict)
    month_first: bool = False
    numerals: Numerals | None = None
    small: bool = False
    anchors: str = ""
    latin: tuple[str, ...] = ()
    examples: Mapping[str, tuple[tuple[str, str], ...]] = field(default_factory=dict)
    counterexamples: tuple[str, ...] = ()

    @cached_property
    def month(self) -> dict[str, int]:
        """Every form of a month's name, plain, to its number."""
        return _numbered(self.months, 1)

    @cached_property
    def weekday(self) -> dict[str, int]:
        """Every form of a weekday's name, plain, to its number, Monday = 0."""
        return _numbered(self.weekdays, 0)

    @cached_property
    def word(self) -> dict[str, Word]:
        """Every small word, plain, to its letter and value."""
        found = {plain(word): (kind, 0) for kind, words in self.words.items() for word in words.split()}
        found |= {plain(word): (kind, n) for kind, words in self.values.items() for word, n in words.items()}
        found |= {plain(word): (DAY_WORD, n) for word, n in self._days.items() if word.isalpha()}
        return found

    @property
    def _days(self) -> Mapping[str, int]:
        return self.numerals.days if self.numerals else {}

    @cached_property
    def ordinal(self) -> frozenset[str]:
        """The endings of ordinal numbers, plain."""
        return frozenset(plain(ending) for ending in self.ordinals.split())

    @cached_property
    def phrase(self) -> dict[str, Word]:
        """Every phrase without its spaces to its letter and value."""
        found = {squeezed(phrase): word for phrase, word in self.phrases.items()}
        return found | {squeezed(word): (DAY_WORD, n) for word, n in self._days.items() if not word.isalpha()}

    @cached_property
    def sought(self) -> tuple[str, ...]:
        """The words near which a date is looked for where no figure stands, in small letters."""
        return (*self.full, *self.anchors.split())

    @cached_property
    def phrase_list(self) -> tuple[str, ...]:
        """The phrases as written."""
        return (*self.phrases, *(word for word in self._days if not word.isalpha()))

    @cached_property
    def full(self) -> tuple[str, ...]:
        """The full names of the months in small letters: they are looked for where no figure stands."""
        return tuple(names.split()[0] for names in self.months)

    def whole(self, word: str) -> bool:
        """Say whether a plain word is the whole name of a month, not an abbreviation that has its own stop."""
        return word in self._whole

    @cached_property
    def _whole(self) -> frozenset[str]:
        short = {name for name in self.month if any(full != name and full.startswith(name) for full in self.month)}
        return frozenset(self.month) - short | {plain(name) for name in self.full}

    @cached_property
    def _guesses(self) -> dict[str, int]:
        return {}

    def abbreviated(self, word: str) -> int:
        """Return the month that a plain word abbreviates as no list could: "septber", "febs", "dezbr"; or 0.

        It has the month's first three letters, and all its letters stand in the name in this order.
        """
        if word not in self._guesses:
            self._guesses[word] = next(
                (
                    number
                    for name, number in self._names()
                    if len(name) > _LONG and word[:3] == name[:3] and _within(word, name)
                ),
                0,
            )
        return self._guesses[word]

    def misspelt(self, word: str) -> int:
        """Return the month whose full name a plain word misses by one letter: "fevier"; or 0."""
        if len(word) < _LONG:
            return 0
        return next((number for name, number in self._names() if len(name) >= _LONG and _one_off(word, name)), 0)

    def _names(self) -> list[tuple[str, int]]:
        return [
            (plain(name), number)
            for names in (self.months, self.latin)
            for number, forms in enumerate(names, 1)
            for name in forms.split()
        ]


def squeezed(phrase: str) -> str:
    """Return a phrase in small letters without spaces."""
    return "".join(phrase.lower().split())


def phrase_pattern(phrases: Iterable[str]) -> str:
    """Return a pattern for phrases, the longest first; none at all give a pattern that never matches."""
    if not phrases:
        return r"(?!)"
    made = [
        re.sub(r"\\ ", r"\\s+", re.escape(phrase)).replace(r"\.\s+", r"\.\s?")
        for phrase in sorted(phrases, key=len, reverse=True)
    ]
    return rf"(?<![^\W_])(?i:{'|'.join(made)})(?![^\W_])"


def _numbered(rows: tuple[str, ...], first: int) -> dict[str, int]:
    return {plain(name): number for number, names in enumerate(rows, first) for name in names.split()}


def _within(word: str, name: str) -> bool:
    letters = iter(name)
    return all(letter in letters for letter in word)


def _one_off(word: str, name: str) -> bool:
    """Say whether one letter more, one less, another one, or two exchanged, tell the words apart."""
    if abs(len(word) - len(name)) > 1 or word[0] != name[0]:
        return False
    start = 0
    while start < min(len(word), len(name)) and word[start] == name[start]:
        start += 1
    a, b = word[start:], name[start:]
    return a[1:] == b[1:] or a[1:] == b or a == b[1:] or (a[2:] == b[2:] and a[:2] == b[1::-1])
