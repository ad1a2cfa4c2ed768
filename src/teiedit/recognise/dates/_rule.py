"""What a language's file of dates consists of."""

from __future__ import annotations

import re
from collections.abc import Mapping  # noqa: TC003 - the dataclass's fields
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DateRule:
    """One form in which a language writes dates.

    Attributes:
        id: a name such as "en.day-month-year", used in evidence.
        pattern: with the named groups day, month, year, day2, month2, weekday, as far as the form has them.
        months: names and abbreviations in lower case, without a point, to the month's number.
        weekdays: names in lower case to the day's number, Monday = 0.
        what: what it reads, as a reader of the edition is told.
        examples: texts that are read whole, each with the expected value ("from/to" for a range).
        counterexamples: texts in which the rule must find nothing.
    """

    id: str
    pattern: re.Pattern[str]
    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    what: str
    examples: tuple[tuple[str, str], ...]
    counterexamples: tuple[str, ...] = ()

    def month(self, name: str | None) -> int:
        """Return the number of the month called `name`, or 0."""
        return self.months[name.rstrip(".:").lower()] if name else 0

    def weekday(self, name: str | None) -> int | None:
        """Return the number of the weekday called `name`, or None."""
        return self.weekdays[name.rstrip(".").lower()] if name else None


def names(*mappings: Mapping[str, int]) -> str:
    """Return a pattern for the names in `mappings`: capitalised or all in capitals, with or without a point.

    Lower case is not read: "may" and "march" are mostly verbs.
    """
    words = sorted({form for mapping in mappings for name in mapping for form in (name.capitalize(), name.upper())})
    return "(?:" + "|".join(sorted(map(re.escape, words), key=len, reverse=True)) + r")\b\.?"
