"""Days of the Roman calendar, which writers of Latin counted back from Calends, Nones and Ides."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from teiedit.model.position import Span
from teiedit.recognise.dates._calendar import Calendar
from teiedit.tools.expressions import expression

if TYPE_CHECKING:
    from collections.abc import Iterator

    from teiedit.model.evidence import Cert

_MONTHS = {
    name: number
    for number, names in enumerate("ian feb mar apr mai iun iul aug,sex sep oct nov dec".split(), 1)
    for name in names.split(",")
}
_NUMERALS = {"i": 1, "v": 5, "x": 10}
_DAY = expression(
    r"(?<!\w)(?:(?:(?P<eve>prid(?:ie|\.))|(?:(?:a\.\s?d\.|ante\s+diem)\s+)?(?P<count>\d{1,2}|[IVXivx]{1,5})[.,]?)\s*"
    r"(?P<back>[CK]al|Non|Id)(?:end)?(?:as|us|\.|arum|uum)?|(?P<on>[CK]alendis|Nonis|Idibus))\.?\s+"
    r"(?P<month>[IJ]an|Feb|Mar|Apr|Ma[ijy]|[IJ]un|[IJ]ul|Aug|Sext|Sep|Oct|Nov|Dec)\w*\.?"
    r"(?:,?\s+(?:anno\s+)?(?:Domini\s+)?(?P<year>1\d{3})(?!\d))?",
    re.IGNORECASE,
)
# Days are counted from the Ides on, but not over them: the 13th of most months.
_IDES, _LONGEST = 13, 8
_FIXED = expression(r"kal|cal|non|id", re.IGNORECASE)


def roman_days(text: str) -> Iterator[tuple[Span, Calendar, Cert, str]]:
    """Yield the days counted so in `text`: where, which day as the words count, how surely, and why not quite.

    The year stays as written; of a day before the first of January it may be the year before or after.
    """
    if not _FIXED.search(text):
        return
    for match in _DAY.finditer(text):
        day = _day(match)
        if day is None:
            continue
        crossed = day.month == 12 and not match["month"].lower().startswith("dec")
        note = "counted back over New Year: the year may be the one before" if crossed else ""
        yield Span(*match.span()), day, "low" if crossed else "medium", note


def _day(match: re.Match[str]) -> Calendar | None:
    month = _MONTHS[match["month"].lower().replace("j", "i").replace("y", "i")[:3]]
    year = int(match["year"] or 0)
    word = (match["back"] or match["on"]).lower()
    long = month in (3, 5, 7, 10)
    fixed = {"n": 7 if long else 5, "i": 15 if long else 13}.get(word[0], 1)
    back = 0 if match["on"] else 1 if match["eve"] else _number(match["count"]) - 1
    if 0 <= back < min(fixed, _LONGEST):
        return Calendar(year, month, fixed - back)
    before = Calendar(year or 1, (month - 2) % 12 + 1)
    day = before.length() + 1 - back
    return Calendar(year, before.month, day) if fixed == 1 and day > _IDES else None


def _number(count: str) -> int:
    """Return a number in figures or Roman numerals, "IIII" as well as "IV"."""
    if count.isdigit():
        return int(count)
    values = [_NUMERALS[letter] for letter in count.lower()]
    return sum(-a if a < b else a for a, b in zip(values, [*values[1:], 0], strict=True))
