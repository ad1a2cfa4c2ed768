"""One form of date in one language, as evidence and tests know it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DateRule:
    """One form in which a language writes dates.

    Attributes:
        id: a name such as "en.day-month-year", used in evidence.
        what: what it reads, as a reader of the edition is told.
        examples: texts that are read whole, each with the expected value ("from/to" for two values, "" for none).
        counterexamples: texts in which no date may be found.
    """

    id: str
    what: str
    examples: tuple[tuple[str, str], ...] = ()
    counterexamples: tuple[str, ...] = ()


WHAT = {
    "iso": "{} date as ISO 8601 writes it",
    "dual": "{} date by the Julian and the Gregorian calendar",
    "dual-year": "{} date with the year by Lady Day and by New Year",
    "days-month-year": "{} row or range of days in one month of a year",
    "days-month": "{} row or range of days in one month",
    "month-days-year": "{} range of days in one month of a year, the month first",
    "month-days": "{} range of days in one month, the month first",
    "day-month-year": "{} date of day, month and year",
    "day-month": "{} date of day and month",
    "numeric": "{} date in figures",
    "numeric-days": "{} range of days in figures",
    "numeric-day-month": "{} date of day and month in figures",
    "away": "{} day of a month counted from that of the document",
    "republican": "{} date of the French republican calendar",
    "month-day-year": "{} date of month, day and year",
    "month-day": "{} date of month and day",
    "months-year": "{} range of months in a year",
    "month-year": "{} month and year",
    "month-part": "{} part of a month: its beginning, middle or end",
    "year-month-day": "{} date with the year first",
    "year": "{} year",
    "years": "{} range of years",
}
