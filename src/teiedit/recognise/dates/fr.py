"""French dates: le 27 octobre 1962; 1er mai 1915; 15 Février 1915."""

from __future__ import annotations

import re

from teiedit.recognise.dates._rule import DateRule

_NAMES = (
    "janvier janv",
    "février fevrier févr fev",
    "mars",
    "avril avr",
    "mai may",
    "juin",
    "juillet juill",
    "août aout aoust",
    "septembre sept 7bre",
    "octobre oct 8bre",
    "novembre nov 9bre",
    "décembre decembre déc dec xbre 10bre",
)
MONTHS = {name: number for number, names in enumerate(_NAMES, 1) for name in names.split()}
WEEKDAYS = {n: k for k, n in enumerate(("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"))}
_FORMS = sorted({f for n in MONTHS for f in (n, n.capitalize(), n.upper())}, key=len, reverse=True)
_MONTH = rf"(?P<month>(?:{'|'.join(_FORMS)})\b\.?)"
_WEEKDAY = rf"(?:\b(?P<weekday>(?:{'|'.join(f for n in WEEKDAYS for f in (n, n.capitalize()))})),?\s+(?:le\s+)?)?"
_DAY = r"(?<![\d/.,-])(?P<day>\d{1,2})(?:er|e|ème)?"
_YEAR = r"(?P<year>1[0-9]{3}|20[0-9]{2})\b"


def _rule(name: str, pattern: str, what: str, examples: tuple[tuple[str, str], ...]) -> DateRule:
    return DateRule(f"fr.{name}", re.compile(pattern), MONTHS, WEEKDAYS, what, examples)


RULES = (
    _rule(
        "day-month-year",
        rf"{_WEEKDAY}{_DAY}\.?\s+{_MONTH},?\s+{_YEAR}",
        "a French date of day, month and year",
        (("15 Février 1915", "1915-02-15"), ("1er mai 1848", "1848-05-01")),
    ),
    _rule("month-year", rf"\b{_MONTH},?\s+{_YEAR}", "a French month and year", (("juillet 1920", "1920-07"),)),
    _rule(
        "day-month",
        rf"{_WEEKDAY}{_DAY}\.?\s+{_MONTH}(?!,?\s+(?:1[0-9]{{3}}|20[0-9]{{2}})\b)",
        "a French date of day and month",
        (("24 août", "--08-24"),),
    ),
)
