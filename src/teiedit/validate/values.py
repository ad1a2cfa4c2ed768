"""The words for attribute values: what kind of value is wanted, and what a wrong one was probably meant to be."""

from __future__ import annotations

import calendar
import difflib
import re
from typing import TYPE_CHECKING

from teiedit.validate.datatypes import Data, ListOf, OneOf, Repeat, Value, accepts

if TYPE_CHECKING:
    from teiedit.validate.datatypes import Datatype

# attributes that any element may have, and that are no help to someone looking for the right one
EVERYWHERE = frozenset(
    ("xml:id", "xml:lang", "n", "rend", "facs", "corresp", "resp", "cert", "ana", "source", "change")
)

_KINDS = {
    "anyURI": "a link",
    "ID": "an identifier",
    "NCName": "a name",
    "Name": "a name",
    "language": "a language tag",
    "date": "a date",
    "dateTime": "a date and time",
    "time": "a time",
    "gYear": "a year",
    "gYearMonth": "a month",
    "gMonthDay": "a day of the year",
    "decimal": "a number",
    "double": "a number from 0 to 1",
    "nonNegativeInteger": "a whole number",
}

_FORMS = {
    "anyURI": 'a link without spaces: "#id" for something in this file, or a full address',
    "ID": "an identifier: a letter first, then letters, digits, hyphens and full stops, no spaces",
    "NCName": "a name: a letter first, then letters, digits and hyphens, no spaces",
    "Name": "a name: a letter first, then letters, digits and hyphens, no spaces",
    "language": 'a language tag, such as "en", "fr" or "ru-Latn"',
    "double": 'a number from 0 to 1, such as "0.8"',
    "decimal": 'a number, such as "2" or "1.5"',
    "nonNegativeInteger": 'a whole number, such as "2"',
}

_DATE = 'a date as "1962-10-27", "1962-10" or "1962"; a time as "19:00:00"'

_PATTERNED = {
    r"[^\p{C}\p{Z}]+": "one word, without spaces",
    ".+": "at least one sign",
    r"[\d]+(\.[\d]+){0,2}": 'a version number, such as "4.12.0"',
    r"[\d]+[a-z]*[\d]*(\.[\d]+[a-z]*[\d]*){0,3}": 'a version number, such as "0.1.0"',
}

_MONTHS = {name.lower(): i for i, name in enumerate(calendar.month_name) if name}


def kind(value: str, datatype: Datatype) -> str:
    """Return what `value` is not, though it should be."""
    match _plain(datatype):
        case OneOf(members) if any(isinstance(m, Data) for m in members):
            day = re.fullmatch(r"\d{4}-\d\d(-\d\d)?", value.strip())
            return "in the calendar" if day else "in the form of a date or a time"
        case OneOf():
            return "one of its values"
        case Value(literal):
            return f'"{literal}"'
        case Data(name, facets):
            return _pattern(facets) or _KINDS.get(name, "a value it may have")
    return "a value it may have"


def described(datatype: Datatype) -> str:
    """Return what the value should look like."""
    match _plain(datatype):
        case OneOf(members):
            words = [m.literal for m in members if isinstance(m, Value)]
            return f"one of {', '.join(words)}" if words else _DATE
        case Value(literal):
            return f'"{literal}"'
        case Data(name, facets):
            return _pattern(facets) or _FORMS.get(name, _KINDS.get(name, "a value of its kind"))
    return "any text"


def advice(value: str, datatype: Datatype) -> str:  # noqa: PLR0911 - one line for each kind of value
    """Return what to write instead of `value`."""
    plain = _plain(datatype)
    match plain:
        case OneOf(members) if any(isinstance(m, Data) for m in members):
            return _date_advice(value, datatype)
        case OneOf(members):
            return _choice_advice(value, datatype, tuple(m.literal for m in members if isinstance(m, Value)))
        case Data("language"):
            name = value.strip().lower().removeprefix("in ")
            return f'write "{_LANGUAGES[name]}"' if name in _LANGUAGES else f"write {described(datatype)}"
        case Data("anyURI") if not value.strip():
            return "say what it points to, or take the attribute away"
        case Data("anyURI") if " " in value.strip():
            return 'a space in a link is written "%20"'
        case Data("ID" | "NCName"):
            better = re.sub(r"[^\w.-]+", "-", value.strip()).strip("-")
            better = better if re.match(r"[^\W\d]", better) else f"x-{better}"
            if accepts(datatype, better):
                return f'an identifier begins with a letter and has no spaces: "{better}" would do'
    return f"write {described(datatype)}"


def _choice_advice(value: str, datatype: Datatype, words: tuple[str, ...]) -> str:
    if set(words) >= _CERTAINTIES and re.fullmatch(_NUMBER, value.strip()):
        return f'write "{_certainty(float(value))}"; a number goes into degree of the <certainty> that says why'
    folded = {word.lower(): word for word in words}
    close = difflib.get_close_matches(value.strip().lower(), folded, 1, 0.7)
    return f'did you mean "{folded[close[0]]}"?' if close else f"write {described(datatype)}"


def _plain(datatype: Datatype) -> Datatype:
    """The datatype of one word, where the value is a list."""
    match datatype:
        case ListOf((item,)):
            return _plain(item)
        case Repeat(_, item):
            return _plain(item)
    return datatype


def _pattern(facets: tuple[tuple[str, str], ...]) -> str:
    for name, value in facets:
        if name == "pattern":
            return _PATTERNED.get(value, "a length with its unit, such as 10cm" if "cm" in value else "")
    return ""


_CERTAINTIES = frozenset(("high", "medium", "low"))
_NUMBER = re.compile(r"0?\.\d+|[01](\.\d+)?")
_LANGUAGES = {
    "english": "en",
    "french": "fr",
    "german": "de",
    "italian": "it",
    "latin": "la",
    "russian": "ru",
    "spanish": "es",
}


def _certainty(score: float) -> str:
    if score >= 0.9:
        return "high"
    return "medium" if score >= 0.6 else "low"


_YEAR_FIRST = re.compile(r"(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})")
_YEAR_LAST = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})")
_IN_WORDS = re.compile(r"(?:(\d{1,2})(?:st|nd|rd|th)? )?([A-Za-z]+)(?: (\d{1,2})(?:st|nd|rd|th)?,?)? (\d{4})")


def _date_advice(value: str, datatype: Datatype) -> str:
    text = value.strip()
    if match := re.fullmatch(_YEAR_FIRST, text):
        year, month, day = (int(part) for part in match.groups())
        return _day(year, month, day) or _swapped(year, month, day)
    if match := re.fullmatch(_YEAR_LAST, text):
        day, month, year = (int(part) for part in match.groups())
        if day <= 12 and month <= 12 and day != month:
            one, other = f"{year:04}-{month:02}-{day:02}", f"{year:04}-{day:02}-{month:02}"
            return f'the year comes first: write "{one}" or "{other}", whichever day is meant'
        return _day(year, month, day) or _swapped(year, month, day)
    if (match := re.fullmatch(_IN_WORDS, text)) and match[2].lower() in _MONTHS:
        year, month, day_in_words = int(match[4]), _MONTHS[match[2].lower()], match[1] or match[3]
        return _day(year, month, int(day_in_words)) if day_in_words else f'write "{year:04}-{month:02}"'
    if accepts(datatype, f"{text}:00"):
        return f'a time has seconds too: write "{text}:00"'
    return f"write {_DATE}"


def _day(year: int, month: int, day: int) -> str:
    if not 1 <= month <= 12 or year == 0:
        return ""
    last = calendar.monthrange(year, month)[1]
    if not 1 <= day <= last:
        name = calendar.month_name[month]
        return f'{name} {year} has {last} days: write the right day, or only the month, "{year:04}-{month:02}"'
    return f'write "{year:04}-{month:02}-{day:02}"'


def _swapped(year: int, month: int, day: int) -> str:
    """The month is not one of twelve: perhaps it is the day."""
    return (
        f'there is no month {month}; did you mean "{year:04}-{day:02}-{month:02}"?'
        if 1 <= day <= 12
        else f"write {_DATE}"
    )
