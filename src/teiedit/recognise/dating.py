"""Dates of running text, given what they lack by the document they stand in.

"October 26th" in a letter of 27 October 1962 is the 26th of October 1962. A letter speaks mostly of the recent
past: of the years that could be meant the nearest is taken, and the earlier of two that are equally near.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from teiedit.model.diagnostic import Diagnostic, Severity
from teiedit.model.evidence import Evidence, Mark
from teiedit.model.position import Span
from teiedit.recognise import dates, letters
from teiedit.recognise.dates import LAST, NEXT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from teiedit.model.document import Dated
    from teiedit.model.evidence import Cert
    from teiedit.model.source import Transcript

CONTEXT_RULE = "date.context-year"
CONTEXT_WHAT = "a date without a year takes the year of the document"
SHORT_RULE = "date.short-year"
RELATIVE_RULE = "date.relative"
READING_RULE = "date.reading"
SUPPLIED_RULE = "date.supplied"
WEEKDAY_RULE = "date.weekday-year"
DAY_RULE = "date.day-of-letter"
RULES = {
    CONTEXT_RULE: CONTEXT_WHAT,
    SHORT_RULE: "of the years that end in the same two figures the nearest to the document's is meant",
    RELATIVE_RULE: "a date counted from the document's own month or year",
    READING_RULE: "words that are usually, but not always, this date",
    SUPPLIED_RULE: "a date that an editor supplied or doubted",
    WEEKDAY_RULE: "the one year in which the day fell on the weekday that is named",
    DAY_RULE: "a letter named by the day of its month alone is of the last such day before the document",
}
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_CENTURIES = (1600, 1700, 1800, 1900)
_TIME_REACH = 24


@dataclass(frozen=True, slots=True)
class DatesFound:
    """Marks for the dates of one stretch of text, and what is odd about them."""

    marks: tuple[Mark, ...]
    diagnostics: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class Settled:
    """A date with what its words leave open, as far as that can be known.

    Attributes:
        found: the date.
        rule: what settled it, or "" if the words say all.
        cert: how sure its value is.
        note: why.
    """

    found: dates.Found
    rule: str = ""
    cert: Cert = "high"
    note: str = ""

    def evidence(self, place: Span) -> Evidence | None:
        """Return the reason for the value, or None if the words say all; `place` is where they stand."""
        return Evidence(self.rule, self.cert, self.note, (place,)) if self.rule else None


def find_dates(
    transcript: Transcript, span: Span, tags: Sequence[str], sent: Dated | None, *, year: int = 0, timed: bool = False
) -> DatesFound:
    """Return the dates within `span`, and the times of day beside them.

    Args:
        transcript: the text.
        span: where to look.
        tags: the languages of the text.
        sent: the document's own date, which gives a year to dates that have none.
        year: a year about which the document was written, if its own date is not known.
        timed: whether a time of day is expected there, even without a date.
    """
    marks: list[Mark] = []
    diagnostics: list[Diagnostic] = []
    text = transcript.source.text[span.start : span.end]
    context = _context(sent)
    linked = letters.linked_dates(text, tags)
    for found in dates.find(text, tags):
        place = Span(span.start + found.span.start, span.start + found.span.end)
        if not found.possible:
            diagnostics.append(_impossible(transcript, place))
            marks.append(Mark(place, "date"))
            continue
        settled = settle(found, context, year=year, past=found.span.start in linked)
        marks.append(Mark(place, "date", settled.found.attributes(), settled.evidence(place)))
        diagnostics += _weekday(transcript, place, settled.found)
    marks += _days(text, span, tags, context, marks)
    marks += _times(text, span, tags, marks, alone=timed)
    return DatesFound(tuple(marks), tuple(diagnostics))


def _context(sent: Dated | None) -> str:
    """Return the document's date as ISO, or what is known of it: the first value that has a year."""
    values = [value for _, value in sent.attributes] if sent else []
    return next((value for value in values if value[:1].isdigit()), "")


def settle(found: dates.Found, context: str = "", *, year: int = 0, past: bool = False) -> Settled:
    """Return a date with its year, and its month, taken from the document where the words do not say them.

    Without a context no year is invented, unless the named weekday leaves only one.

    Args:
        found: the date as the words say it.
        context: the document's date, "1962-10-27" or less of it, or "".
        year: a year near which the document was written, where its date is not known; a weaker ground.
        past: whether it is the date of a letter, which cannot be later than one that names it.
    """
    base = int(context[:4]) if context else year
    settled = Settled(found)
    if found.months is not None:
        settled = _month_away(found, context)
    elif found.start.year:
        return _as_read(settled)
    elif found.short is not None:
        settled = _short(found, base)
    elif base and found.years is not None:
        settled = _year_away(found, context or f"{base:04d}")
    elif base:
        settled = _nearest(found, context or f"{base:04d}", past=past)
    if not settled.found.possible or not settled.rule:
        return _as_read(Settled(found))
    if not context and base and settled.cert == "high":
        settled = replace(settled, cert="medium")
    return _as_read(settled)


def _as_read(settled: Settled) -> Settled:
    """Lower the certainty of a date to that of its reading."""
    found = settled.found
    if found.cert == "high" or (settled.rule and settled.cert == "low"):
        return settled
    rule = SUPPLIED_RULE if found.supplied or found.doubtful else READING_RULE
    note = "; ".join(filter(None, (settled.note, found.note)))
    cert: Cert = "low" if "low" in (found.cert, settled.cert) else "medium"
    return Settled(found, settled.rule or rule, cert, note)


def _month_away(found: dates.Found, context: str) -> Settled:
    if len(context) < 7:
        return Settled(found)
    count = int(context[:4]) * 12 + int(context[5:7]) - 1 + (found.months or 0)
    note = f"the month is counted from {context[:7]}, that of the document"
    return Settled(found.within(count // 12, count % 12 + 1), RELATIVE_RULE, "high", note)


def _short(found: dates.Found, base: int) -> Settled:
    short = found.short or 0
    if base:
        nearest = min(
            (c * 100 + short for c in range(base // 100 - 1, base // 100 + 2)), key=lambda y: (abs(y - base), y)
        )
        cert: Cert = "high" if abs(nearest - base) <= 30 else "medium"
        return Settled(found.in_year(nearest), SHORT_RULE, cert, f"{nearest} is the nearest to {base} that ends so")
    fitting = [c + short for c in _CENTURIES if _falls(found, c + short)]
    if len(fitting) != 1:
        return Settled(found)
    note = f"of the years that end so, from 1600 on, only in {fitting[0]} did it fall on a {_DAYS[found.weekday or 0]}"
    return Settled(found.in_year(fitting[0]), WEEKDAY_RULE, "medium", note)


def _falls(found: dates.Found, year: int) -> bool:
    """Say whether the day fell on the weekday that is named."""
    day = found.start.in_year(year)
    return found.weekday is not None and bool(day.day) and day.possible and day.weekday() == found.weekday


def _year_away(found: dates.Found, context: str) -> Settled:
    year = int(context[:4])
    away = found.years or 0
    if away not in (LAST, NEXT):
        return Settled(found.in_year(year + away), RELATIVE_RULE, "high", f"the year is counted from {year}")
    if len(context) < 10:
        return Settled(found)
    middle = _ordinal(dates.Calendar(year, int(context[5:7]), int(context[8:10])))
    days = [
        y for y in (year - 1, year, year + 1) if (_ordinal(found.start.in_year(y)) - middle) * (away - LAST or -1) > 0
    ]
    meant = max(days) if away == LAST else min(days)
    return Settled(found.in_year(meant), RELATIVE_RULE, "high", f"counted from {context}")


def _nearest(found: dates.Found, context: str, *, past: bool) -> Settled:
    year, sure = _year(found.start, context)
    if past and len(context) == 10 and found.in_year(year).start.iso > context:
        why = f"a letter that is named is older than {context}"
        return Settled(found.in_year(year - 1), CONTEXT_RULE, "medium", why)
    others = [y for y in (year - 1, year + 1) if y <= int(context[:4]) and _falls(found, y)]
    if found.weekday is not None and found.start.day and others and not _falls(found, year):
        note = f"in {others[0]} it fell on a {_DAYS[found.weekday]}"
        return Settled(found.in_year(others[0]), WEEKDAY_RULE, "medium", note)
    why = f"the year {year} is that of the document" if str(year) == context[:4] else f"{year} is nearest to {context}"
    return Settled(found.in_year(year), CONTEXT_RULE, "high" if sure else "medium", why)


def _year(day: dates.Calendar, context: str) -> tuple[int, bool]:
    """Return the year that brings `day` nearest to the date `context`, and whether no other comes close."""
    year = int(context[:4])
    if len(context) < 7 or not day.month:
        return year, True
    middle = _ordinal(dates.Calendar(year, int(context[5:7]), int(context[8:10] or 15)))
    ranked = sorted((abs(_ordinal(day.in_year(y)) - middle), y) for y in (year - 1, year, year + 1))
    return ranked[0][1], ranked[0][0] <= 120


def _days(text: str, span: Span, tags: Sequence[str], context: str, marks: Sequence[Mark]) -> list[Mark]:
    """Return the dates of letters that are named by their day alone: "your letter of the 9th"."""
    result: list[Mark] = []
    for found, day in letters.days_alone(text, tags) if len(context) == 10 else ():
        place = Span(span.start + found.start, span.start + found.end)
        known = any(mark.span.overlaps(place) for mark in (*marks, *result))
        if not known and 1 <= day <= 31:
            evidence = Evidence(DAY_RULE, "medium", f"the last such day before {context}", (place,))
            result.append(Mark(place, "date", (("when", _last(day, context)),), evidence))
    return result


def _last(day: int, context: str) -> str:
    """Return the last day of that number before a date."""
    count = int(context[:4]) * 12 + int(context[5:7]) - 1 - (day >= int(context[8:]))
    found = dates.Calendar(count // 12, count % 12 + 1, day)
    return found.iso if found.possible else _last(day, f"{found.year:04d}-{found.month:02d}-01")


def _ordinal(day: dates.Calendar) -> int:
    return date(day.year, day.month or 7, 1).toordinal() + (day.day or 15) - 1


def _times(text: str, span: Span, tags: Sequence[str], marks: Sequence[Mark], *, alone: bool) -> list[Mark]:
    """Return the times of day that stand near a date, or `alone`."""
    if not marks and not alone:
        return []
    found: list[Mark] = []
    for time in dates.times(text, tags):
        place = Span(span.start + time.span.start, span.start + time.span.end)
        gaps = [max(place.start - other.span.end, other.span.start - place.end) for other in (*marks, *found)]
        near = min(gaps, default=0) <= (_TIME_REACH if time.certain else 3) or (alone and time.certain)
        if min(gaps, default=0) < 0 or not near:
            continue
        found.append(Mark(place, "time", time.attributes()))
    return found


def _impossible(transcript: Transcript, place: Span) -> Diagnostic:
    return Diagnostic(
        "D012",
        Severity.WARNING,
        transcript.place(place),
        f'"{transcript.words(place)}" is not a day of the calendar',
        "compare it with the original; if it stands there so, leave it: the TEI then carries no date value",
    )


def _weekday(transcript: Transcript, place: Span, found: dates.Found) -> list[Diagnostic]:
    """Compare a day with its weekday; the value of a date is Gregorian, whatever its words count by.

    "Monday, 6th inst." of an enclosure may be of another month than that of the letter: nothing is said of it.
    """
    day = found.start
    if (
        found.months is not None
        or found.weekday is None
        or not (day.year and day.day)
        or day.weekday() == found.weekday
    ):
        return []
    real, named = _DAYS[day.weekday()], _DAYS[found.weekday]
    if found.calendar:
        hint = "check the day, the year and the calendar against the original"
    elif dates.from_julian(day).weekday() == found.weekday:
        hint = f"by the Julian calendar it was a {named}; if the date is old style, say so beside it: a. St., O. S."
    else:
        hint = "check the day and the year against the original"
    message = f'"{transcript.words(place)}": {day.iso} was a {real}, not a {named}'
    return [Diagnostic("D013", Severity.WARNING, transcript.place(place), message, hint)]
