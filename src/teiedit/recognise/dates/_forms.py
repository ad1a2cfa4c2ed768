"""The forms of dates, for all languages: patterns over the letters of _tokens.py, and how each is read.

A form finds the core of a date; weekdays and small words around it, and what joins two dates, come after.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from teiedit.recognise.dates._calendar import Calendar, from_republican, julian_lag

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from teiedit.model.evidence import Cert
    from teiedit.recognise.dates._lexicon import Lexicon
    from teiedit.recognise.dates._tokens import Row, Token


@dataclass(frozen=True, slots=True)
class Draft:
    """A date as its core says it, between the tokens `first` and `last`; fields as in Found."""

    first: int
    last: int
    form: str
    start: Calendar
    end: Calendar | None = None
    cert: Cert = "high"
    note: str = ""
    short: int | None = None
    bound: str = ""
    calendar: str = ""
    weekday: int | None = None
    supplied: bool = False
    doubtful: bool = False
    months: int | None = None
    years: int | None = None
    third: int | None = None


@dataclass(frozen=True, slots=True)
class Core:
    """What a form matched: tokens `first` to `last` of a row in some language."""

    row: Row
    first: int
    last: int
    form: str
    lexicon: Lexicon

    @property
    def tokens(self) -> tuple[Token, ...]:
        """The matched tokens."""
        return self.row.tokens[self.first : self.last + 1]

    @property
    def between(self) -> bool:
        """Say whether a word such as "between" stands before the core."""
        return re.search(r"Z[lf]{0,2}$", self.row.code[: self.first]) is not None

    def values(self, kinds: str) -> list[int]:
        """Return the values of the matched tokens of these kinds, in order."""
        return [token[3] for token in self.tokens if token[0] in kinds]

    def before(self) -> str:
        """Return the text before the core."""
        return self.row.text[: self.row.tokens[self.first][1]]

    def after(self) -> str:
        """Return a little text after the core."""
        end = self.row.tokens[self.last][2]
        return self.row.text[end : end + 12]

    def draft(self, start: Calendar, end: Calendar | None = None, *, cert: Cert = "high", note: str = "") -> Draft:
        """Return a date from the first to the last token of the core."""
        return Draft(self.first, self.last, self.form, start, end, cert, note)


_DAY = r"[12o]\.?"
_MONTH = r"[mug][.:]?"
_NEXT_YEAR = r",?-?f?Y?[4s]"
_SHORT_END = re.compile(r"\s*(?:$|\n|[;)\]–—(„“”»]|\.(?!\d)|,(?!\s*\d)|:(?!\d)|-\s|/\s)")
_FIRM_END = re.compile(r"\s*(?:[.,]?[–—\s]*$|[.,]?\s*\n|\.\s+[^\W\d_]|[)\]])")
_NO_FIGURE = re.compile(r"(?![.:,]?\d|\s*[½¼¾%]|/\d)")


def _year(token: Token) -> tuple[int, int | None]:
    """Return the year that a token says, and its last two figures where that is all: 906 is 1906."""
    kind, _, _, value = token
    if kind == "3":
        return (1000 + value, None) if value >= 500 else (0, None)
    return (value, None) if kind == "4" else (0, value)


def _with_year(core: Core, month: int, day: int) -> list[Draft]:
    token = core.row.tokens[core.last]
    year, short = _year(token)
    if not 1 <= month <= 12 or day > 31 or (not year and short is None):
        return []
    if token[0] in "23" and not _SHORT_END.match(core.after()):
        return []
    if token[0] == "2" and core.row.code[core.last - 1] == "," and not _FIRM_END.match(core.after()):
        return []
    if token[0] == "4" and not _NO_FIGURE.match(core.after()):
        return []
    draft = core.draft(Calendar(year, month, day))
    if "g" in core.row.code[core.first : core.last]:
        draft = replace(draft, cert="medium", note="the month's name is misspelt")
    return [replace(draft, short=short)]


def _day_month_year(core: Core) -> list[Draft]:
    return _with_year(core, core.values("mug")[0], core.values("12o")[0])


def _month_day_year(core: Core) -> list[Draft]:
    token = core.tokens[-1]
    if not core.lexicon.month_first and token[0] != "4":
        return []
    days = core.values("12o")
    day = days[0] if days else 0
    if token[0] == "2" and core.row.code[core.last - 1] not in "/-" and token[3] <= 31:
        return []
    return _with_year(core, core.values("mug")[0], day)


def _year_month_day(core: Core) -> list[Draft]:
    day = core.values("12o")[0]
    if day > 31 or not _NO_FIGURE.match(core.after()) or not _SHORT_END.match(core.after()):
        return []
    return [core.draft(Calendar(core.values("4")[0], core.values("mug")[0], day))]


def _month_year(core: Core) -> list[Draft]:
    token = core.tokens[-1]
    month = core.values("mug")[0]
    if token[0] == "2":
        if core.lexicon.month_first or not _alone(core):
            return []
        draft = replace(
            core.draft(Calendar(0, month)), short=token[3], cert="medium", note="the number is a short year"
        )
        return [draft]
    if token[0] == "s" and not _SHORT_END.match(core.after()):
        return []
    return _with_year(core, month, 0)


def _months(core: Core) -> list[Draft]:
    """ "May to July 1850", "Juni oder Juli 1922"."""
    first, second = core.values("mug")
    drafts = _with_year(core, second, 0) if first < second else []
    bound = "between" if "O" in core.row.code[core.first : core.last] or core.between else ""
    return [replace(d, start=d.start.in_month(first), end=d.start, bound=bound) for d in drafts]


def _day_month(core: Core) -> list[Draft]:
    month, day = core.values("mug")[0], core.values("12o")[0]
    kinds = core.row.code[core.first : core.last + 1]
    small = "u" in kinds and not ("o" in kinds and "f" in kinds)
    if day > 31 or "g" in kinds or small:
        return []
    return [core.draft(Calendar(0, month, day))]


def _month_day(core: Core) -> list[Draft]:
    if not core.lexicon.month_first or not _NO_FIGURE.match(core.after()):
        return []
    return _day_month(core)


def _days(core: Core) -> list[Draft]:
    """Several days of one month: a range, or each its own date: "3d and 5th of May"."""
    numbers = [at for at in range(core.first, core.last + 1) if core.row.tokens[at][0] in "12o"]
    code = core.row.code
    month_at = next((at for at in range(core.first, core.last + 1) if code[at] in "mug"), core.last)
    days = [at for at in numbers if at < month_at] or [at for at in numbers if at > month_at]
    year, short = 0, None
    if code[core.last] in "234s" and core.last > days[-1]:
        checked = _with_year(core, core.values("mug")[0], 1)
        if not checked:
            return []
        year, short = checked[0].start.year, checked[0].short
    dates = [Calendar(year, core.row.tokens[month_at][3], core.row.tokens[at][3]) for at in days]
    if any(day.day > 31 for day in dates) or not _NO_FIGURE.match(core.after()):
        return []
    between = code[days[0] + 1 : days[-1]]
    if len(dates) == 2 and (not set("&,O") & set(between) or core.between):
        return [replace(core.draft(dates[0], dates[1]), short=short)] if dates[0].day < dates[1].day else []
    if days[0] > month_at:
        return []
    singles = [replace(core.draft(day), first=at, last=at) for at, day in zip(days[:-1], dates[:-1], strict=True)]
    return [replace(d, short=short) for d in (*singles, replace(core.draft(dates[-1]), first=days[-1]))]


def _numeric(core: Core) -> list[Draft]:
    """Day, month and year in figures, the month perhaps in Roman ones."""
    tokens = [token for token in core.tokens if token[0] in "1234osri"]
    day, month, last = tokens
    code = core.row.code[core.first : core.last + 1]
    if day[0] in "ri":
        day, month = month, day
    if not _separated(code, core) or not 1 <= day[3] <= 31 or not _clear(core):
        return []
    if month[0] in "12" and month[3] > 12 and core.lexicon.month_first and day[3] <= 12:
        day, month = month, day
    elif month[0] in "12" and core.lexicon.month_first and "." not in code and day[3] <= 12 and day[3] != month[3]:
        return _ambiguous(core, last)
    if not 1 <= month[3] <= 12:
        return []
    drafts = _with_year(core, month[3], day[3])
    if last[0] == "2" and _shifted(core):
        return []
    if core.tokens[0][0] in "ri":
        drafts = [replace(d, cert="medium", note="the month stands first") for d in drafts]
    return drafts


def _shifted(core: Core) -> bool:
    """Say whether the date could begin at the second number: "Elisenstr. 11. 5. 10. 94"."""
    match = re.match(r"[12]\.[12]\.[234]", core.row.code[core.first + 2 :])
    return match is not None and 1 <= core.row.tokens[core.first + 4][3] <= 12


def _ambiguous(core: Core, last: Token) -> list[Draft]:
    """ "5/3/1862" is 5 March or May 3: only the year is said."""
    if last[0] != "4":
        return []
    return [core.draft(Calendar(last[3]), cert="medium", note="day and month may be either way round")]


def _separated(code: str, core: Core) -> bool:
    """Say whether the three numbers are held together as in a date, and not as in a list."""
    signs = re.sub(r"[1234osri]", "_", code)
    if "," in signs:
        return _alone(core)
    if "i" in code:
        return re.search(r"[./-]i[./-]", code) is not None
    if "r" in code:
        return True
    first = signs.index("_", 1)
    gap = signs[first + 1 : -1]
    return bool(gap) or code[-1] in "34s" or "/" in signs[1:first]


def _clear(core: Core) -> bool:
    """Say whether no figures, nor a word such as "No.", belong to the number in front."""
    before = core.before()
    if re.search(r"\d[./,:-]$|\w-$", before[-2:]):
        return False
    ahead = core.row.code[: core.first]
    return not ahead.endswith(("#", "#."))


def _numeric_year_first(core: Core) -> list[Draft]:
    year, month, day = (token[3] for token in core.tokens if token[0] in "124")
    if month > 12 or not 1 <= day <= 31 or not _clear(core) or not _NO_FIGURE.match(core.after()):
        return []
    return [core.draft(Calendar(year, month, day))]


def _numeric_days(core: Core) -> list[Draft]:
    tokens = [token for token in core.tokens if token[0] in "1234osri"]
    first, second, month = (token[3] for token in tokens[:3])
    if not (1 <= first < second <= 31 and 1 <= month <= 12) or not _clear(core):
        return []
    drafts = _with_year(core, month, second)
    if "&" in core.row.code[core.first : core.last] and not core.between:
        at = core.first
        second_at = next(n for n in range(at + 1, core.last) if core.row.code[n] in "12")
        return [
            d
            for draft in drafts
            for d in (replace(draft, start=replace(draft.start, day=first), last=at), replace(draft, first=second_at))
        ]
    return [replace(d, start=replace(d.start, day=first), end=d.start) for d in drafts]


def _numeric_day_month(core: Core) -> list[Draft]:
    """ "am 5. 3.", "d. 24/8", "Samstag 3/5", "22. X.": only with a word that says that it is a date, or alone."""
    tokens = [token for token in core.tokens if token[0] in "12ori"]
    day, month = tokens
    code = core.row.code[core.first : core.last + 1]
    if not (1 <= day[3] <= 31 and 1 <= month[3] <= 12) or not _clear(core):
        return []
    if core.row.code[core.last + 1 : core.last + 2] in tuple("1234s/"):
        return []
    ahead = core.row.code[: core.first]
    weekday = re.search(r"w[.,]?[lf]?$", ahead) is not None
    article = re.search(r"l\.?$", ahead) is not None and not core.lexicon.month_first
    ended = code[-1] == "." or re.match(r"\s*(?:$|[,;:)\]\n–—])|\.(?!\d)", core.after()) is not None
    alone = _alone(core) and (code[-1] == "." or re.search(r"[^\W\d_]", core.before()) is not None)
    if not (weekday or (article and ended) or alone):
        return []
    if month[0] in "12" and core.lexicon.month_first and "/" in code:
        return []
    note = "a day and a month in figures"
    return [
        core.draft(Calendar(0, month[3], day[3]), cert="high" if weekday else "medium", note="" if weekday else note)
    ]


def _alone(core: Core) -> bool:
    """Say whether the date ends a short line in which only a place stands before it."""
    text = core.row.text
    before = core.before()
    if len(text) > 90 or text[core.row.tokens[core.last][2] :].strip(" .)]–—-"):
        return False
    words = re.findall(r"[^\W\d_]+", before)
    return (
        len(words) <= 4 and not any(c.isdigit() for c in before) and not any(w.islower() and len(w) > 4 for w in words)
    )


def _dual(core: Core) -> list[Draft]:
    """ "3/15 May 1848", "20 December 1848/1 January 1849": Julian and Gregorian; the value is the latter."""
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


def _dual_year(core: Core) -> list[Draft]:
    """ "10 February 1732/3": the year by Lady Day and by New Year; the value is the latter."""
    tokens = core.tokens
    first, second = tokens[-3][3], tokens[-1][3]
    width = 10 ** int(tokens[-1][0])
    month = core.values("mug")[0]
    if (first + 1) % width != second or month > 3 or first > 1752:
        return []
    days = core.values("12o")
    note = "the year began in March: the later of the two is meant"
    return [core.draft(Calendar(first + 1, month, days[0] if days else 0), cert="medium", note=note)]


def _away(core: Core) -> list[Draft]:
    """ "the 11th instant", "am 3. d. M.": the day of a month counted from the document's."""
    day = core.values("12o")[0]
    if not 1 <= day <= 31:
        return []
    return [replace(core.draft(Calendar(0, 0, day)), months=core.values("t")[0])]


def _republican(core: Core) -> list[Draft]:
    """ "18 brumaire an VIII"; without its year such a day has no value."""
    year = core.tokens[-1][3]
    day = from_republican(year, core.values("M")[0], core.values("12o")[0])
    return [] if day is None else [replace(core.draft(day), calendar="republican")]


def _iso(core: Core) -> list[Draft]:
    value = core.tokens[0][3]
    day = Calendar(value // 10000, value // 100 % 100, value % 100)
    return [core.draft(day)] if 1 <= day.month <= 12 and 1 <= day.day <= 31 else []


def _year_alone(core: Core) -> list[Draft]:
    """A year of which words, or brackets around it, say that it is one."""
    year = core.values("4")[0]
    if not _NO_FIGURE.match(core.after()) or re.match(r"\w|-\d", core.after()):
        return []
    if core.tokens[0][0] == "4":
        bracket = core.before().rstrip(" ")[-1:] == "[" and re.match(r"\s?\??\s?\]", core.after())
        return [core.draft(Calendar(year))] if bracket and year >= 1400 else []
    return [core.draft(Calendar(year))]


def _years(core: Core) -> list[Draft]:
    first, second = core.values("4")
    if first >= second or second - first > 120 or not _NO_FIGURE.match(core.after()):
        return []
    return [core.draft(Calendar(first), Calendar(second))]


def _year_bound(core: Core) -> list[Draft]:
    """ "before 1801", "um 1850": read only where the sentence or the brackets end, since "vor 1500 Menschen" is no year."""
    year = core.values("4")[0]
    if year < 1400 or not re.match(r"\s*(?:$|[.,;:)\]?](?!\d))", core.after()):
        return []
    return [replace(core.draft(Calendar(year)), first=core.last)]


_LIST = rf"{_DAY}(?:(?:[-R,&O]l?){_DAY}){{1,5}}"
_FORMS: tuple[tuple[str, str, Callable[[Core], list[Draft]]], ...] = (
    ("iso", r"I", _iso),
    ("dual", rf"{_DAY}/{_DAY}f{{0,3}}{_MONTH}(?:,?f?4)?", _dual),
    ("dual", rf"{_DAY}f{{0,3}}{_MONTH},?4?/{_DAY}f{{0,3}}{_MONTH},?4", _dual),
    ("dual", rf"{_MONTH}{_DAY},?4?/{_MONTH}{_DAY},?4", _dual),
    ("dual", rf"{_MONTH}{_DAY}/{_DAY},?4", _dual),
    ("dual-year", rf"{_DAY}f{{0,3}}{_MONTH},?4[/-][12]", _dual_year),
    ("dual-year", rf"{_MONTH}{_DAY},?4[/-][12]", _dual_year),
    ("days-month-year", rf"{_LIST}f{{0,3}}{_MONTH}{_NEXT_YEAR}", _days),
    ("days-month-year", rf"{_LIST}f{{0,3}}{_MONTH}[23]", _days),
    ("days-month", rf"{_LIST}f{{0,3}}m\.?(?!,?f?4)", _days),
    ("month-days-year", rf"{_MONTH}{_DAY}[-R&]{_DAY},?4", _days),
    ("month-days", rf"m\.?{_DAY}[-R&]{_DAY}(?!,?4)", _days),
    ("day-month-year", rf"{_DAY},?-?f{{0,3}}{_MONTH}{_NEXT_YEAR}", _day_month_year),
    ("day-month-year", rf"{_DAY},?-?f{{0,3}}{_MONTH}[,/-]?[23]", _day_month_year),
    ("day-month", rf"{_DAY}f{{0,3}}[mu]\.?(?!,?f?4)", _day_month),
    ("numeric", r"[12o](?:\./|\.-|[./-])(?:[12]|[ri])(?:\./|[./-])?[234s]", _numeric),
    ("numeric", r"[12o]\.?r\.?[234s]", _numeric),
    ("numeric", r"[12],[12],[24]", _numeric),
    ("numeric", r"[ri][./][12][./][24s]", _numeric),
    ("numeric", r"4([./])[12]\1[12](?![./]?[1234])", _numeric_year_first),
    ("numeric-days", r"[12]\.?[-R&]l?[12][./](?:[12]|r)[./]?[24]", _numeric_days),
    ("numeric-day-month", r"[12o](?:\./|[./])(?:[12]|r|i)\.?", _numeric_day_month),
    ("away", rf"{_DAY},?[lf]*t", _away),
    ("republican", r"[12o][lf.]*M,?[lf]*a?\.?[12ri]", _republican),
    ("month-day-year", rf"{_MONTH}l?{_DAY},?[-/]?(?:f?Y?4|[s2])", _month_day_year),
    ("month-day", rf"m\.?l?{_DAY}(?!,?4)", _month_day),
    ("months-year", rf"{_MONTH}[-R&/O]l?{_MONTH},?f?4", _months),
    ("month-year", rf"{_MONTH},?f?Y?(?:4|s|2)", _month_year),
    ("year-month-day", rf"4[.,]?{_MONTH}[12o]", _year_month_day),
    ("year", r"Y4", _year_alone),
    ("year", r"4", _year_alone),
    ("years", r"[lf]4[Rf]4", _years),
    ("years", r"l4-4", _years),
    ("year", r"[BGC]l?4", _year_bound),
)
NAMES = tuple(dict.fromkeys(name for name, _, _ in _FORMS))


def _starting() -> dict[str, list[tuple[str, re.Pattern[str], Callable[[Core], list[Draft]]]]]:
    table: dict[str, list[tuple[str, re.Pattern[str], Callable[[Core], list[Draft]]]]] = {}
    for name, pattern, reader in _FORMS:
        compiled = re.compile(pattern)
        for kind in "I12omugri4YlfBGC":
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
    """Say whether the number at the start is whole: the 26 of "3.26 October" is not."""
    start = row.tokens[at][1]
    before = row.text[max(0, start - 2) : start]
    return row.code[at] not in "12o" or not (before[-1:] in tuple("./,:") and before[:1].isdigit())
