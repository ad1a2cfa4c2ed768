"""How dates in figures are read: from what a pattern of _forms.py matched to a date.

A reader returns no date where the numbers, or the text around them, say that the words are something else.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from teiedit.recognise.dates._calendar import Calendar
from teiedit.recognise.dates._core import LINE, NO_FIGURE, alone, clear, with_year

if TYPE_CHECKING:
    from teiedit.recognise.dates._core import Core, Draft
    from teiedit.recognise.dates._tokens import Token


def numeric(core: Core) -> list[Draft]:
    """Day, month and year in figures, the month perhaps in Roman ones."""
    tokens = [token for token in core.tokens if token[0] in "1234osri"]
    day, month, last = tokens
    code = core.row.code[core.first : core.last + 1]
    if day[0] in "ri":
        day, month = month, day
    if not _separated(code, core) or not 1 <= day[3] <= 31 or not clear(core):
        return []
    if month[0] in "12" and month[3] > 12 and core.lexicon.month_first and day[3] <= 12:
        day, month = month, day
    elif month[0] in "12" and core.lexicon.month_first and "." not in code and day[3] <= 12 and day[3] != month[3]:
        return _ambiguous(core, last)
    if not 1 <= month[3] <= 12:
        return []
    drafts = with_year(core, month[3], day[3])
    if last[0] == "2" and _shifted(core):
        return []
    if last[0] == "2" and month[0] in "12" and not _expected(core):
        drafts = [replace(d, cert="medium", note="three numbers that may be a date") for d in drafts]
    if core.tokens[0][0] in "ri":
        drafts = [replace(d, cert="medium", note="the month stands first") for d in drafts]
    return drafts


def _expected(core: Core) -> bool:
    """Say whether a date is expected: after an article, a weekday or a comma, or in a short line of its own."""
    return re.search(r"(?:^|[lw,(]\.?)$", core.ahead) is not None or len(core.row.text) <= LINE


def _shifted(core: Core) -> bool:
    """Say whether the date could begin at the second number: "Elisenstr. 11. 5. 10. 94"."""
    match = re.match(r"[12]\.[12]\.[234]", core.row.code[core.first + 2 :])
    return match is not None and 1 <= core.row.tokens[core.first + 4][3] <= 12


def _ambiguous(core: Core, last: Token) -> list[Draft]:
    """Read "5/3/1862": it is 5 March or May 3: only the year is said."""
    if last[0] != "4":
        return []
    return [core.draft(Calendar(last[3]), cert="medium", note="day and month may be either way round")]


def _separated(code: str, core: Core) -> bool:
    """Say whether the three numbers are held together as in a date, and not as in a list."""
    signs = re.sub(r"[1234osri]", "_", code)
    if "," in signs:
        return alone(core)
    if "i" in code:
        return re.search(r"[./-]i[./-]", code) is not None
    if "r" in code:
        return True
    first = signs.index("_", 1)
    gap = signs[first + 1 : -1]
    return bool(gap) or code[-1] in "34s" or "/" in signs[1:first]


def numeric_year_first(core: Core) -> list[Draft]:
    year, month, day = (token[3] for token in core.tokens if token[0] in "124")
    if month > 12 or not 1 <= day <= 31 or not clear(core) or not NO_FIGURE.match(core.after()):
        return []
    return [core.draft(Calendar(year, month, day))]


def numeric_days(core: Core) -> list[Draft]:
    tokens = [token for token in core.tokens if token[0] in "1234osri"]
    first, second, month = (token[3] for token in tokens[:3])
    if not (1 <= first < second <= 31 and 1 <= month <= 12) or not clear(core):
        return []
    signs = core.row.code[core.first : core.last]
    if "/" in re.sub(r"^[12]\.?", "", signs)[:1] and second - first != 1:
        return []
    drafts = with_year(core, month, second)
    if "&" in signs and not core.between:
        at = next(n for n in range(core.first + 1, core.last) if core.row.code[n] in "12")
        one = [replace(d, start=replace(d.start, day=first), last=core.first) for d in drafts]
        return [*one, *(replace(d, first=at) for d in drafts)]
    bound = "between" if re.match(r"[12]\.?[O/]", signs) else ""
    return [replace(d, start=replace(d.start, day=first), end=d.start, bound=bound) for d in drafts]


def numeric_range(core: Core) -> list[Draft]:
    """Read "26. 3. bis 1. 4. 1890"."""
    first, month, last, last_month = [token[3] for token in core.tokens if token[0] in "1234osr"][:4]
    if (month, first) >= (last_month, last) or not (1 <= first <= 31 and 1 <= last <= 31) or not clear(core):
        return []
    drafts = with_year(core, last_month, last)
    return [replace(d, start=Calendar(d.start.year, month, first), end=d.start) for d in drafts]


def numeric_day_month(core: Core) -> list[Draft]:
    """Read "am 5. 3.", "d. 24/8", "Samstag 3/5", "22. X.": only with a word that says that it is a date, or alone."""
    tokens = [token for token in core.tokens if token[0] in "12ori"]
    day, month = tokens
    code = core.row.code[core.first : core.last + 1]
    if not (1 <= day[3] <= 31 and 1 <= month[3] <= 12) or not clear(core):
        return []
    if core.row.code[core.last + 1 : core.last + 2] in tuple("1234s/"):
        return []
    weekday = re.search(r"w[.,]?[lf]?$", core.ahead) is not None
    article = re.search(r"l\.?$", core.ahead) is not None and not core.lexicon.month_first
    ended = code[-1] == "." or re.match(r"\s*(?:$|[,;:)\]\n–—])|\.(?!\d)", core.after()) is not None
    by_itself = alone(core) and (code[-1] == "." or re.search(r"[^\W\d_]", core.before()) is not None)
    if not (weekday or (article and ended) or by_itself):
        return []
    if month[0] in "12" and core.lexicon.month_first and "/" in code:
        return []
    note = "a day and a month in figures"
    return [
        core.draft(Calendar(0, month[3], day[3]), cert="high" if weekday else "medium", note="" if weekday else note)
    ]


def iso(core: Core) -> list[Draft]:
    value = core.tokens[0][3]
    day = Calendar(value // 10000, value // 100 % 100, value % 100)
    return [core.draft(day)] if 1 <= day.month <= 12 and 1 <= day.day <= 31 else []
