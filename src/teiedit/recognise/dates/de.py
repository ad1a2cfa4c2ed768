"""German dates: 27. Oktober 1962; den 13ten März 1837; 8. VIII. 1906; 5. 10. 1894."""

from __future__ import annotations

import re

from teiedit.recognise.dates._rule import DateRule

_NAMES = (
    "januar jänner januarius jan jän",
    "februar feber februarius hornung febr feb",
    "märz merz mart mrz mär",
    "april apr",
    "mai may mei",
    "juni junius jun juny",
    "juli julius jul july",
    "august aug",
    "september septbr sept sep 7ber 7bris",
    "oktober october octobre octobr okt oct 8ber 8bris",
    "november novbr nov 9ber 9bris",
    "dezember december decbr dezbr dez dec 10ber xber xbris",
)
MONTHS = {name: number for number, names in enumerate(_NAMES, 1) for name in names.split()}
_ROMAN = "I II III IV V VI VII VIII IX X XI XII".split()
_ALL = (
    MONTHS
    | {roman.lower(): n for n, roman in enumerate(_ROMAN, 1)}
    | {f"{z}{n}": n for n in range(1, 13) for z in ("", "0")}
)
WEEKDAYS = {
    name: number
    for number, names in enumerate(
        ("montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag sonnabend", "sonntag")
    )
    for name in names.split()
}
_FORMS = sorted({f for n in MONTHS for f in (n.capitalize(), n.upper())}, key=len, reverse=True)
_MONTH = rf"(?P<month>(?:{'|'.join(_FORMS)})\b[.:]?)"
_WEEKDAY = rf"(?:\b(?P<weekday>(?:{'|'.join(n.capitalize() for n in WEEKDAYS)}))s?,?\s+(?:den\s+|d\.\s*)?)?"
_DAY = r"(?<![\d/.,-])(?P<day>\d{1,2})(?:\.|t|te|ten|ter)?"
_YEAR = r"(?P<year>1[0-9]{3}|20[0-9]{2})\b"


def _rule(name: str, pattern: str, what: str, examples: tuple[tuple[str, str], ...]) -> DateRule:
    return DateRule(f"de.{name}", re.compile(pattern), _ALL, WEEKDAYS, what, examples)


RULES = (
    _rule(
        "day-month-year",
        rf"{_WEEKDAY}{_DAY}\s*{_MONTH},?\s*{_YEAR}",
        "a German date of day, month and year",
        (("27. Oktober 1962", "1962-10-27"), ("Freitag, 13. Oktober 1837", "1837-10-13")),
    ),
    _rule(
        "numeric",
        rf"{_WEEKDAY}{_DAY}\s*[./]\s*(?P<month>0?[1-9]|1[0-2]|[IVX]{{1,4}})\s*[./]?\s*{_YEAR}",
        "a German date in figures",
        (("5. 10. 1894", "1894-10-05"), ("8. VIII. 1906", "1906-08-08")),
    ),
    _rule(
        "month-year",
        rf"\b{_MONTH},?\s+{_YEAR}",
        "a German month and year",
        (("Juli 1920", "1920-07"),),
    ),
    _rule(
        "day-month",
        rf"{_WEEKDAY}{_DAY}\s*{_MONTH}(?!,?\s+(?:1[0-9]{{3}}|20[0-9]{{2}})\b)",
        "a German date of day and month",
        (("24. August", "--08-24"),),
    ),
)
