"""The forms of dates, for all languages: patterns over the letters of _tokens.py, and how each is read.

A form finds the core of a date; weekdays and small words around it, and what joins two dates, come after.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from teiedit.recognise.dates import _figures, _words
from teiedit.recognise.dates._core import Core, Draft
from teiedit.tools.expressions import expression

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Iterator

    from teiedit.recognise.dates._lexicon import Lexicon
    from teiedit.recognise.dates._tokens import Row

_DAY = r"[12o]\.?"
_MONTH = r"[mug][.:]?"
_NEXT_YEAR = r",?-?f?Y?[4s]"
_LIST = rf"{_DAY}(?:(?:[-R/]|,?[&O]\.?|,)l?{_DAY}){{1,5}}"
_FORMS: tuple[tuple[str, str, Callable[[Core], list[Draft]]], ...] = (
    ("iso", r"I", _figures.iso),
    ("dual", rf"{_DAY}/{_DAY}f{{0,3}}{_MONTH}(?:,?f?4)?", _words.dual),
    ("dual", rf"{_DAY}f{{0,3}}{_MONTH},?4?/{_DAY}f{{0,3}}{_MONTH},?4", _words.dual),
    ("dual", rf"{_MONTH}{_DAY},?4?/{_MONTH}{_DAY},?4", _words.dual),
    ("dual", rf"{_MONTH}{_DAY}/{_DAY},?4", _words.dual),
    ("dual-year", rf"{_DAY}f{{0,3}}{_MONTH},?4[/-][12]", _words.dual_year),
    ("dual-year", rf"{_MONTH}{_DAY},?4[/-][12]", _words.dual_year),
    ("days-month-year", rf"{_LIST}f{{0,3}}{_MONTH}{_NEXT_YEAR}", _words.days),
    ("days-month-year", rf"{_LIST}f{{0,3}}{_MONTH}[23]", _words.days),
    ("days-month", rf"{_LIST}f{{0,3}}m\.?(?!,?f?4)", _words.days),
    ("month-days-year", rf"{_MONTH}{_DAY}(?:(?:[-R]|,?&|,){_DAY}){{1,5}},?4", _words.days),
    ("month-days", rf"m\.?{_DAY}(?:[-R]|(?:,{_DAY}){{0,4}},?&){_DAY}(?!,?4)", _words.days),
    ("day-month-year", rf"{_DAY},?-?f{{0,3}}{_MONTH}{_NEXT_YEAR}", _words.day_month_year),
    ("day-month-year", rf"{_DAY},?f{{0,3}}{_MONTH}[,/]?[23]|{_DAY}-[mug]-2", _words.day_month_year),
    ("day-month", rf"{_DAY}f{{0,3}}[mu]\.?(?!,?f?4)", _words.day_month),
    ("numeric", r"[12o](?:\./|\.-|[./-])(?:[12]|[ri])(?:\./|[./-])?[234s]", _figures.numeric),
    ("numeric", r"[12o]\.?r\.?[234s]", _figures.numeric),
    ("numeric", r"[12],[12],[24]", _figures.numeric),
    ("numeric", r"[ri][./][12][./][24s]", _figures.numeric),
    ("numeric", r"4([./])[12]\1[12](?![./]?[1234])", _figures.numeric_year_first),
    ("numeric-days", r"[12]\.?[-R&O/]l?[12][./](?:[12]|r)[./]?[24]", _figures.numeric_days),
    ("numeric-days", r"[12][./](?:[12]|r)\.?[-R]l?[12][./](?:[12]|r)[./]?[24]", _figures.numeric_range),
    ("numeric-day-month", r"[12o](?:\./|[./])(?:[12]|r|i)\.?", _figures.numeric_day_month),
    ("away", rf"{_LIST},?[lf]*t", _words.away),
    ("away", rf"{_DAY},?[lf]*t", _words.away),
    ("republican", r"[12o][lf.]*M,?[lf]*[aY]?\.?[12ri]", _words.republican),
    ("month-day-year", rf"{_MONTH}l?{_DAY},?[-/]?(?:f?Y?4|[s2])", _words.month_day_year),
    ("month-day", rf"m\.?l?{_DAY}(?!,?4)", _words.month_day),
    ("months-year", rf"{_MONTH}[-R&/O]l?{_MONTH},?f?4", _words.months),
    ("month-year", rf"{_MONTH},?f?Y?(?:4|s|2)", _words.month_year),
    ("year-month-day", rf"4[.,]?{_MONTH}[12o]", _words.year_month_day),
    ("year", r"Y4", _words.year_alone),
    ("year", r"4", _words.year_alone),
    ("year", r"[Sq]f?4", _words.year_alone),
    ("year", r"n4", _words.year_after_in),
    ("month-part", r"q-?f?m\.?(?!,?f?[4s])", _words.month_part),
    ("years", r"[lf]4R4", _words.years),
    ("years", r"Z4[&R]4", _words.years),
    ("years", r"l4-4", _words.years),
    ("year", r"[BGC]\.?l?4", _words.year_bound),
)
NAMES = tuple(dict.fromkeys(name for name, _, _ in _FORMS))


def _starting() -> dict[str, list[tuple[str, re.Pattern[str], Callable[[Core], list[Draft]]]]]:
    table: dict[str, list[tuple[str, re.Pattern[str], Callable[[Core], list[Draft]]]]] = {}
    for name, pattern, reader in _FORMS:
        compiled = expression(pattern)
        for kind in "I12omugri4YlfBGCnqZS":
            if _may_start(pattern, kind):
                table.setdefault(kind, []).append((name, compiled, reader))
    return table


def _may_start(pattern: str, kind: str) -> bool:
    head = pattern[1 : pattern.index("]")] if pattern[0] == "[" else pattern[0]
    return kind in head


_BY_START = _starting()


def cores(row: Row, lexicon: Lexicon) -> Iterator[Draft]:
    """Yield the dates of a row from left to right: at each place the first form that can be read."""
    at, code = 0, row.code
    while at < len(code):
        drafts: list[Draft] = []
        for name, pattern, reader in _BY_START.get(code[at], ()):
            match = pattern.match(code, at)
            if match:
                drafts = reader(Core(row, at, match.end() - 1, name, lexicon))
                if drafts and _own(row, at):
                    break
                drafts = []
        yield from drafts
        at = drafts[-1].last + 1 if drafts else at + 1


def _own(row: Row, at: int) -> bool:
    """Say whether the number at the start is whole, and of a day: that of "3.26 October" or "No. 5 of May" is not."""
    start = row.tokens[at][1]
    before = row.text[max(0, start - 2) : start]
    if row.code[at] in "12" and row.code[max(0, at - 2) : at].endswith(("#", "#.")):
        return False
    if row.code[at] in "12" and before == "./":
        return False
    return row.code[at] not in "12o" or not (before[-1:] in tuple("./,:") and before[:1].isdigit())
