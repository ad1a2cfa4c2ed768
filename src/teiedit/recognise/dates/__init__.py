"""Dates in running text: one file of rules for each language, one reading of what they match.

In: a text and the languages to try. Out: dates with their value in the forms of TEI's att.datable.w3c
(https://tei-c.org/release/doc/tei-p5-doc/en/html/ref-att.datable.w3c.html), never more precise than the words.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from teiedit.model.position import Span
from teiedit.recognise.dates._rule import DateRule
from teiedit.tools import rooms

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from teiedit.model.evidence import Attributes

__all__ = ["Calendar", "DateRule", "Found", "find", "heading", "languages", "rules"]


@dataclass(frozen=True, slots=True)
class Calendar:
    """A day, month or year of the Gregorian calendar; what the words do not say is 0."""

    year: int = 0
    month: int = 0
    day: int = 0

    @property
    def possible(self) -> bool:
        """Say whether there is such a day; without a year, whether there is in any year."""
        if not self.day:
            return self.month <= 12
        return 1 <= self.month <= 12 and 1 <= self.day <= monthrange(self.year or 2000, self.month)[1]

    @property
    def iso(self) -> str:
        """The value as TEI writes it: "1962-10-26", "1962-10", "1962", or "--10-26" without a year."""
        year = f"{self.year:04d}" if self.year else "-"
        if not self.month:
            return year
        return f"{year}-{self.month:02d}" + (f"-{self.day:02d}" if self.day else "")

    def in_year(self, year: int) -> Calendar:
        """Return the same day or month in `year`."""
        return Calendar(year, self.month, self.day)

    def weekday(self) -> int:
        """Return the day of the week, Monday = 0; only for a full and possible date."""
        return date(self.year, self.month, self.day).weekday()


@dataclass(frozen=True, slots=True)
class Found:
    """A date in a text.

    Attributes:
        span: where it stands in the text that was searched.
        start: the date, or the first of a range.
        end: the last of a range, or None.
        weekday: the day of the week that is named with it, Monday = 0, or None.
        rule: the rule that matched.
    """

    span: Span
    start: Calendar
    end: Calendar | None
    weekday: int | None
    rule: DateRule

    @property
    def possible(self) -> bool:
        """Say whether its days are days of the calendar."""
        return self.start.possible and (self.end is None or self.end.possible)

    def attributes(self) -> Attributes:
        """Return the TEI attributes: @when, or @from and @to."""
        if self.end is None:
            return (("when", self.start.iso),)
        return (("from", self.start.iso), ("to", self.end.iso))

    def in_year(self, year: int) -> Found:
        """Return the same date in `year`."""
        end = self.end.in_year(year) if self.end else None
        return Found(self.span, self.start.in_year(year), end, self.weekday, self.rule)


def languages() -> tuple[str, ...]:
    """Return the tags of the languages whose dates can be read."""
    return rooms.names(__name__)


def rules(language: str) -> tuple[DateRule, ...]:
    """Return the rules of one language, or none if the language has no file."""
    if language not in languages():
        return ()
    found: tuple[DateRule, ...] = rooms.module(__name__, language).RULES
    return found


def find(text: str, tags: Sequence[str]) -> tuple[Found, ...]:
    """Return the dates in `text` in the order in which they stand, without overlap: the longest reading wins."""
    candidates = [found for tag in tags for rule in rules(tag) for found in _matches(rule, text)]
    candidates.sort(key=lambda found: (-found.span.length, found.span.start))
    chosen: list[Found] = []
    for found in candidates:
        if not any(found.span.overlaps(other.span) for other in chosen):
            chosen.append(found)
    return tuple(sorted(chosen, key=lambda found: found.span))


_AFTER = re.compile(r"[\s.)\]]*(?:\[[^\]\d]{1,40}\]\s*)?$")
_UNDATED = re.compile(r"[\s,;.(\[–—-]*\b(?:[oOsS]\. ?[dD]\.|n\. ?d\.|undated|ohne Datum|sans date)[)\]]?\.?\s*$")
_BEFORE = re.compile(r"[\s,;(\[–—-]+(?:(?:dated|of|vom|von|le|du|den|am|on)\s*)?$")


def heading(text: str, tags: Sequence[str]) -> tuple[str, Found | None]:
    """Return an editor's heading without the date at its end, and that date."""
    undated = _UNDATED.search(text)
    if undated:
        return text[: undated.start()], None
    found = find(text, tags)
    if not found or not _AFTER.fullmatch(text, found[-1].span.end):
        return text, None
    before = text[: found[-1].span.start]
    joint = _BEFORE.search(before)
    return before[: joint.start()] if joint else before, found[-1]


def _matches(rule: DateRule, text: str) -> Iterator[Found]:
    for match in rule.pattern.finditer(text):
        groups = match.groupdict()
        year = int(groups.get("year") or 0)
        month = rule.month(groups.get("month"))
        start = Calendar(year, month, int(groups.get("day") or 0))
        end = None
        if groups.get("day2"):
            last_month = rule.month(groups.get("month2")) or month
            start = Calendar(year, month, start.day)
            end = Calendar(year, last_month, int(groups["day2"]))
        yield Found(Span(*match.span()), start, end, rule.weekday(groups.get("weekday")), rule)
