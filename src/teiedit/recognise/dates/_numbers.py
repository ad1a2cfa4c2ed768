"""Days and years in words: "the twenty-ninth day of June, one thousand eight hundred and ninety-five"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True)
class Numerals:
    """How a language writes numbers in words.

    Attributes:
        days: words that are the day of a month, to its number; spaces and hyphens between words are alike.
        parts: the words, or parts of words, of which years are made, to their value.
        start: a pattern for how a year begins, so that not every number is taken for one.
        joints: a pattern for what may stand between two parts.
    """

    days: Mapping[str, int]
    parts: Mapping[str, int]
    start: str
    joints: str

    @cached_property
    def pattern(self) -> str:
        """A pattern for a year in words."""
        return rf"(?<![^\W_])(?i:{self.start}(?:{self.joints}(?:{self._part}))*)(?![^\W_])"

    @cached_property
    def _part(self) -> str:
        return "|".join(map(re.escape, sorted(self.parts, key=len, reverse=True)))

    def year(self, words: str) -> int:
        """Return the value of a year in words: each "hundred" and "thousand" multiplies what stands before it."""
        total = current = 0
        for part in re.findall(self._part, words.lower()):
            value = self.parts[part]
            if value == 1000:
                total, current = total + max(current, 1) * 1000, 0
            elif value == 100:
                current = max(current, 1) * 100
            else:
                current += value
        return total + current


_ENGLISH_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
).split()
_ENGLISH_ONES = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
_ENGLISH_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_FRENCH_ONES = (
    "un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit "
    "dix-neuf vingt"
).split()
_GERMAN_ONES = (
    "ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn "
    "achtzehn neunzehn"
).split()
_GERMAN_ORDINALS = (
    "erst zweit dritt viert fünft sechst siebent acht neunt zehnt elft zwölft dreizehnt vierzehnt fünfzehnt "
    "sechzehnt siebzehnt achtzehnt neunzehnt zwanzigst"
).split()
_GERMAN_TENS = "zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig".split()


def _tens(names: list[str]) -> dict[str, int]:
    return {name: number * 10 for number, name in enumerate(names, 2)}


def _from_one(names: list[str]) -> dict[str, int]:
    return {name: number for number, name in enumerate(names, 1)}


ENGLISH = Numerals(
    days=_from_one(_ENGLISH_ORDINALS)
    | {f"twenty{gap}{name}": 20 + n for n, name in enumerate(_ENGLISH_ORDINALS[:9], 1) for gap in " -"}
    | {"thirtieth": 30, "thirty-first": 31, "thirty first": 31},
    parts=_from_one(_ENGLISH_ONES) | _tens(_ENGLISH_TENS) | {"hundred": 100, "thousand": 1000},
    start=r"(?:one\s+thousand|(?:fifteen|sixteen|seventeen|eighteen|nineteen)\s+hundred)",
    joints=r"(?:,?\s+and\s+|,?\s+|-)",
)
FRENCH = Numerals(
    days=_from_one(_FRENCH_ONES)
    | {f"vingt-{name}": 20 + n for n, name in enumerate(_FRENCH_ONES[:9], 1)}
    | {"premier": 1, "vingt et un": 21, "trente": 30, "trente et un": 31, "trente-un": 31},
    parts=_from_one(_FRENCH_ONES)
    | {"vingt": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60}
    | {"quatre-vingts": 80, "quatre-vingt": 80, "cents": 100, "cent": 100, "mille": 1000, "mil": 1000},
    start=r"(?:mil(?:le)?|(?:dix-huit|dix-sept|dix-neuf|seize|quinze)\s+cents?)",
    joints=r"(?:\s+et\s+|\s+|-)",
)
GERMAN = Numerals(
    days={f"{name}{end}": n for n, name in enumerate(_GERMAN_ORDINALS, 1) for end in ("e", "en", "er")}
    | {
        f"{one}und{ten}sten": n + value
        for n, one in enumerate(_GERMAN_ONES[:9], 1)
        for ten, value in (("zwanzig", 20), ("dreißig", 30))
    }
    | {"dreißigsten": 30, "siebten": 7},
    parts=_from_one(_GERMAN_ONES) | _tens(_GERMAN_TENS) | {"hundert": 100, "tausend": 1000},
    start=r"(?:(?:ein)?tausend|(?:fünfzehn|sechzehn|siebzehn|achtzehn|neunzehn)hundert)",
    joints=r"(?:\s*und\s*|\s*)",
)
