"""Dates of running text, given a year by the document they stand in.

"October 26th" in a letter of 27 October 1962 is the 26th of October 1962. A letter speaks mostly of the recent
past: of the years that could be meant the nearest is taken, and the earlier of two that are equally near.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from teiedit.model.diagnostic import Diagnostic, Severity
from teiedit.model.evidence import Evidence, Mark
from teiedit.model.position import Span
from teiedit.recognise import dates

if TYPE_CHECKING:
    from collections.abc import Sequence

    from teiedit.model.document import Dated
    from teiedit.model.source import Transcript

CONTEXT_RULE = "date.context-year"
CONTEXT_WHAT = "a date without a year takes the year of the document"
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@dataclass(frozen=True, slots=True)
class DatesFound:
    """Marks for the dates of one stretch of text, and what is odd about them."""

    marks: tuple[Mark, ...]
    diagnostics: tuple[Diagnostic, ...]


def find_dates(transcript: Transcript, span: Span, tags: Sequence[str], sent: Dated | None) -> DatesFound:
    """Return the dates within `span`.

    Args:
        transcript: the text.
        span: where to look.
        tags: the languages of the text.
        sent: the document's own date, which gives a year to dates that have none.
    """
    marks: list[Mark] = []
    diagnostics: list[Diagnostic] = []
    for found in dates.find(transcript.source.text[span.start : span.end], tags):
        place = Span(span.start + found.span.start, span.start + found.span.end)
        if not found.possible:
            diagnostics.append(_impossible(transcript, place))
            marks.append(Mark(place, "date"))
            continue
        mark, settled = _mark(found, place, sent)
        marks.append(mark)
        diagnostics += _weekday(transcript, place, settled)
    return DatesFound(tuple(marks), tuple(diagnostics))


def _mark(found: dates.Found, place: Span, sent: Dated | None) -> tuple[Mark, dates.Found]:
    if found.start.year:
        return Mark(place, "date", found.attributes()), found
    context = sent.attributes[0][1] if sent else ""
    if not context:
        # no year anywhere: TEI's --MM-DD says just what the words say
        return Mark(place, "date", found.attributes()), found
    year, sure = _year(found.start, context)
    settled = found.in_year(year)
    if not settled.possible:
        return Mark(place, "date", found.attributes()), found
    why = f"the year {year} is that of the document" if str(year) == context[:4] else f"{year} is nearest to {context}"
    evidence = Evidence(CONTEXT_RULE, "high" if sure else "medium", why, (place,))
    return Mark(place, "date", settled.attributes(), evidence), settled


def _year(day: dates.Calendar, context: str) -> tuple[int, bool]:
    """Return the year that brings `day` nearest to the date `context`, and whether no other comes close."""
    year = int(context[:4])
    if len(context) < 7 or not day.month:
        return year, True
    middle = _ordinal(dates.Calendar(year, int(context[5:7]), int(context[8:10] or 15)))
    ranked = sorted((abs(_ordinal(day.in_year(y)) - middle), y) for y in (year - 1, year, year + 1))
    return ranked[0][1], ranked[0][0] <= 120


def _ordinal(day: dates.Calendar) -> int:
    return date(day.year, day.month, 1).toordinal() + (day.day or 15) - 1


def _impossible(transcript: Transcript, place: Span) -> Diagnostic:
    return Diagnostic(
        "D012",
        Severity.WARNING,
        transcript.place(place),
        f'"{transcript.words(place)}" is not a day of the calendar',
        "compare it with the original; if it stands there so, leave it: the TEI then carries no date value",
    )


def _weekday(transcript: Transcript, place: Span, found: dates.Found) -> list[Diagnostic]:
    if found.weekday is None or not (found.start.year and found.start.day) or found.start.weekday() == found.weekday:
        return []
    real, named = _DAYS[found.start.weekday()], _DAYS[found.weekday]
    return [
        Diagnostic(
            "D013",
            Severity.WARNING,
            transcript.place(place),
            f'"{transcript.words(place)}": {found.start.iso} was a {real}, not a {named}',
            "check the day and the year against the original; an old-style date may explain it",
        )
    ]
