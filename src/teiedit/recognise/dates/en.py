"""English dates: 27 October 1962; October 27, 1962; the 26th of October; October 26th; 26-28 October 1962."""

from __future__ import annotations

import re

from teiedit.recognise.dates._rule import DateRule, names

MONTHS = {
    name: number
    for number, forms in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ),
        1,
    )
    for name in forms.split()
}
WEEKDAYS = {
    name: number
    for number, name in enumerate(("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"))
}

_WEEKDAY = rf"(?:\b(?P<weekday>{names(WEEKDAYS)}),?\s+(?:the\s+)?)?"
_DAY = r"(?<![\d/.,-])(?P<day>\d{1,2})(?:st|nd|rd|th|d)?"
_DAY_AFTER = r"(?P<day>\d{1,2})(?:st|nd|rd|th|d)?(?![\d/]|[.,:]\d)\b"
_DAY2 = r"\s?(?:-|–|—|to|and)\s?(?P<day2>\d{1,2})(?:st|nd|rd|th|d)?(?![\d/]|[.,:]\d)\b"
_MONTH = rf"\b(?P<month>{names(MONTHS)})"
_YEAR = r"(?P<year>1[0-9]{3}|20[0-9]{2})\b"
_OF = r"(?:\s+day)?(?:\s+of)?\s+"


def _rule(
    name: str, pattern: str, what: str, examples: tuple[tuple[str, str], ...], counterexamples: tuple[str, ...] = ()
) -> DateRule:
    return DateRule(f"en.{name}", re.compile(pattern), MONTHS, WEEKDAYS, what, examples, counterexamples)


RULES = (
    _rule(
        "day-month-year",
        rf"{_WEEKDAY}{_DAY}{_OF}{_MONTH},?\s+{_YEAR}",
        "an English date of day, month and year",
        (
            ("27 October 1962", "1962-10-27"),
            ("3d of March, 1861", "1861-03-03"),
            ("2nd day of May 1904", "1904-05-02"),
            ("Saturday, 27th October 1962", "1962-10-27"),
            ("5 SEPT. 1899", "1899-09-05"),
        ),
        ("room 27 October Street", "27 october 1962", "1/27 October 1962 ships"),
    ),
    _rule(
        "month-day-year",
        rf"{_WEEKDAY}{_MONTH}\s+{_DAY_AFTER},?\s+{_YEAR}",
        "an English date of month, day and year",
        (
            ("October 27, 1962", "1962-10-27"),
            ("Oct. 7th, 1962", "1962-10-07"),
            ("Tuesday, May 5, 1863", "1863-05-05"),
        ),
        ("may 5, 1863", "October 1962"),
    ),
    _rule(
        "days-month-year",
        rf"{_DAY}{_DAY2}{_OF}{_MONTH},?\s+{_YEAR}",
        "an English range of days in one month of a year",
        (("26–28 October 1962", "1962-10-26/1962-10-28"), ("1st to 3rd May 1871", "1871-05-01/1871-05-03")),
        ("26–28 October",),
    ),
    _rule(
        "month-days-year",
        rf"{_MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th|d)?{_DAY2},?\s+{_YEAR}",
        "an English range of days in one month of a year",
        (("October 26-28, 1962", "1962-10-26/1962-10-28"),),
    ),
    _rule(
        "month-year",
        rf"{_MONTH},?\s+{_YEAR}",
        "an English month and year",
        (("October 1962", "1962-10"), ("Sept., 1899", "1899-09")),
        ("October 27", "Admiral May"),
    ),
    _rule(
        "day-month",
        rf"{_WEEKDAY}{_DAY}{_OF}{_MONTH}(?!,?\s+(?:1[0-9]{{3}}|20[0-9]{{2}})\b)",
        "an English date of day and month",
        (("26th October", "--10-26"), ("4th of July", "--07-04"), ("Friday, 26 October", "--10-26")),
        ("27 October 1962", "3.26 October"),
    ),
    _rule(
        "month-day",
        rf"{_WEEKDAY}{_MONTH}\s+{_DAY_AFTER}(?!,?\s+(?:1[0-9]{{3}}|20[0-9]{{2}})\b)",
        "an English date of month and day",
        (("October 26th", "--10-26"), ("Sept. 3", "--09-03"), ("Friday, October 26", "--10-26")),
        ("October 27, 1962", "October 1962", "May 5:30", "March 1,000 men"),
    ),
    _rule(
        "days-month",
        rf"{_DAY}{_DAY2}{_OF}{_MONTH}(?!,?\s+(?:1[0-9]{{3}}|20[0-9]{{2}})\b)",
        "an English range of days in one month",
        (("26–28 October", "--10-26/--10-28"),),
        ("26–28 October 1962",),
    ),
    _rule(
        "month-days",
        rf"{_MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th|d)?{_DAY2}(?!,?\s+(?:1[0-9]{{3}}|20[0-9]{{2}})\b)",
        "an English range of days in one month",
        (("October 26–28", "--10-26/--10-28"), ("June 3rd to 5th", "--06-03/--06-05")),
        ("October 26–28, 1962",),
    ),
)
