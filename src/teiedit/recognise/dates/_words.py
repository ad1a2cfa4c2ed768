"""How dates with the name of a month, and years, are read: from what a pattern of _forms.py matched to a date.

A reader returns no date where the numbers, or the text around them, say that the words are something else.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from teiedit.recognise.dates._calendar import Calendar, from_republican, julian_lag
from teiedit.recognise.dates._core import NO_FIGURE, SHORT_END, alone, with_year

if TYPE_CHECKING:
    from teiedit.recognise.dates._core import Core, Draft


def day_month_year(core: Core) -> list[Draft]:
    return with_year(core, core.values("mug")[0], core.values("12o")[0])


def month_day_year(core: Core) -> list[Draft]:
    token = core.tokens[-1]
    if not core.lexicon.month_first and token[0] != "4":
        return []
    days = core.values("12o")
    day = days[0] if days else 0
    if token[0] == "2" and core.row.code[core.last - 1] not in "/-" and token[3] <= 31:
        return []
    return with_year(core, core.values("mug")[0], day)


def year_month_day(core: Core) -> list[Draft]:
    day = core.values("12o")[0]
    if day > 31 or not NO_FIGURE.match(core.after()) or not SHORT_END.match(core.after()):
        return []
    return [core.draft(Calendar(core.values("4")[0], core.values("mug")[0], day))]


def month_year(core: Core) -> list[Draft]:
    token = core.tokens[-1]
    month = core.values("mug")[0]
    if token[0] == "2":
        if core.lexicon.month_first or not alone(core):
            return []
        draft = replace(
            core.draft(Calendar(0, month)), short=token[3], cert="medium", note="the number is a short year"
        )
        return [draft]
    if token[0] == "s" and not SHORT_END.match(core.after()):
        return []
    return with_year(core, month, 0)


def months(core: Core) -> list[Draft]:
    """Read "May to July 1850", "Juni oder Juli 1922"."""
    first, second = core.values("mug")
    drafts = with_year(core, second, 0) if first < second else []
    bound = "between" if set("O/") & set(core.row.code[core.first : core.last]) or core.between else ""
    return [replace(d, start=d.start.in_month(first), end=d.start, bound=bound) for d in drafts]


def day_month(core: Core) -> list[Draft]:
    month, day = core.values("mug")[0], core.values("12o")[0]
    kinds = core.row.code[core.first : core.last + 1]
    small = "u" in kinds and not ("o" in kinds and "f" in kinds)
    if day > 31 or "g" in kinds or small:
        return []
    return [core.draft(Calendar(0, month, day))]


def month_day(core: Core) -> list[Draft]:
    if not core.lexicon.month_first or not NO_FIGURE.match(core.after()):
        return []
    return day_month(core)


def days(core: Core) -> list[Draft]:
    """Several days of one month: a range, or each its own date: "3d and 5th of May"."""
    numbers = [at for at in range(core.first, core.last + 1) if core.row.tokens[at][0] in "12o"]
    code = core.row.code
    month_at = next((at for at in range(core.first, core.last + 1) if code[at] in "mug"), core.last)
    days = [at for at in numbers if at < month_at] or [at for at in numbers if at > month_at]
    year, short = 0, None
    if code[core.last] in "234s" and core.last > days[-1]:
        checked = with_year(core, core.values("mug")[0], 1)
        if not checked:
            return []
        year, short = checked[0].start.year, checked[0].short
    dates = [Calendar(year, core.row.tokens[month_at][3], core.row.tokens[at][3]) for at in days]
    if any(day.day > 31 for day in dates) or not NO_FIGURE.match(core.after()):
        return []
    if days[0] > month_at and not year and not core.lexicon.month_first:
        return []
    between = set(code[days[0] + 1 : days[-1]])
    if len(dates) == 2 and (not between & set("&,") or core.between):
        return _pair(core, dates, between, short)
    return _each(core, days, dates, short) if "&" in between else []


def _pair(core: Core, dates: list[Calendar], between: set[str], short: int | None) -> list[Draft]:
    """Return two days as a range, or as the bounds of one that is not known: "3. oder 4. Mai", "3./4. Mai"."""
    apart = dates[1].day - dates[0].day
    if apart < 1 or ("/" in between and apart > 1):
        return []
    bound = "between" if between & set("O/") else ""
    return [replace(core.draft(dates[0], dates[1]), short=short, bound=bound)]


def _each(core: Core, days: list[int], dates: list[Calendar], short: int | None) -> list[Draft]:
    """Return each day of a row as a date: the month belongs to the one beside it, the year to the last."""
    drafts = []
    for at, day in zip(days, dates, strict=True):
        first = core.first if at == days[0] else at
        last = core.last if at == days[-1] else at
        drafts.append(replace(core.draft(day), first=first, last=last, short=short))
    return drafts


def dual(core: Core) -> list[Draft]:
    """Read "3/15 May 1848", "20 December 1848/1 January 1849": Julian and Gregorian; the value is the latter."""
    days = core.values("12o")
    months = core.values("mug")
    years = core.values("4")
    last = Calendar(years[-1] if years else 0, months[-1], days[-1])
    first = Calendar(years[0] if years else 0, months[0], days[0])
    if not (last.possible and first.possible and first.day):
        return []
    year = last.year or 1850
    gap = last.in_year(year).ordinal() - first.in_year(first.year or year).ordinal()
    gap += 365 if gap < -300 else 0
    if not 10 <= gap <= 13:
        return []
    fits = not last.year or gap == julian_lag(last)
    note = "" if fits else "the calendars were not so many days apart"
    draft = core.draft(last, cert="high" if fits else "medium", note=note)
    return [replace(draft, calendar="dual")]


def dual_year(core: Core) -> list[Draft]:
    """Read "10 February 1732/3": the year by Lady Day and by New Year; the value is the latter."""
    tokens = core.tokens
    first, second = tokens[-3][3], tokens[-1][3]
    width = 10 ** int(tokens[-1][0])
    month = core.values("mug")[0]
    if (first + 1) % width != second or month > 3 or first > 1752:
        return []
    days = core.values("12o")
    note = "the year began in March: the later of the two is meant"
    return [core.draft(Calendar(first + 1, month, days[0] if days else 0), cert="medium", note=note)]


def away(core: Core) -> list[Draft]:
    """Read "the 11th instant", "am 3. d. M.", "the 7th and 8th ultimo": days counted from the document's month."""
    days = [at for at in range(core.first, core.last + 1) if core.row.tokens[at][0] in "12o"]
    if any(not 1 <= core.row.tokens[at][3] <= 31 for at in days):
        return []
    dates = [Calendar(0, 0, core.row.tokens[at][3]) for at in days]
    between = set(core.row.code[days[0] + 1 : days[-1]])
    if len(days) == 2 and not between & set("&,"):
        made = _pair(core, dates, between, None)
    else:
        made = _each(core, days, dates, None)
    return [replace(draft, months=core.values("t")[0]) for draft in made]


def republican(core: Core) -> list[Draft]:
    """Read "18 brumaire an VIII"; without its year such a day has no value."""
    year = core.tokens[-1][3]
    day = from_republican(year, core.values("M")[0], core.values("12o")[0])
    return [] if day is None else [replace(core.draft(day), calendar="republican")]


def year_alone(core: Core) -> list[Draft]:
    """A year of which words, or brackets around it, say that it is one."""
    year = core.values("4")[0]
    if not NO_FIGURE.match(core.after()) or re.match(r"\w|-\d", core.after()):
        return []
    if core.tokens[0][0] == "4":
        bracket = core.before().rstrip(" ")[-1:] == "[" and re.match(r"\s?\??\s?\]", core.after())
        return [core.draft(Calendar(year))] if bracket and year >= 1400 else []
    return [core.draft(Calendar(year))]


def year_after_in(core: Core) -> list[Draft]:
    """Read "in 1848" only where the sentence pauses: "in 1848 houses" is no year."""
    year = core.values("4")[0]
    if year < 1500 or not re.match(r"\s*(?:$|[.,;:)!?](?![\d]))", core.after()):
        return []
    return [replace(core.draft(Calendar(year)), first=core.last)]


def month_part(core: Core) -> list[Draft]:
    """Read "Ende Juli", "the middle of October": the year is open, and the days depend on it."""
    if not NO_FIGURE.match(core.after()) or re.match(r"[12o]", core.row.code[core.last + 1 :]):
        return []
    draft = core.draft(Calendar(0, core.values("m")[0]), cert="medium", note="early, middle and late are ten days each")
    return [replace(draft, third=core.values("q")[0])]


def years(core: Core) -> list[Draft]:
    first, second = core.values("4")
    if first >= second or second - first > 120 or not NO_FIGURE.match(core.after()):
        return []
    start = core.first + (core.row.code[core.first] == "Z")
    return [replace(core.draft(Calendar(first), Calendar(second)), first=start)]


def year_bound(core: Core) -> list[Draft]:
    """Read "before 1801" only where the sentence or the brackets end, since "vor 1500 Menschen" is no year."""
    year = core.values("4")[0]
    if year < 1400 or not re.match(r"\s*(?:$|[.,;:)\]?](?!\d))", core.after()):
        return []
    return [replace(core.draft(Calendar(year)), first=core.last)]
