"""A date that was found: what its words say, and what TEI can say of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from teiedit.recognise.dates._calendar import Calendar, from_julian

if TYPE_CHECKING:
    from teiedit.model.evidence import Attributes, Cert
    from teiedit.model.position import Span
    from teiedit.recognise.dates._rule import DateRule

# The first and last day of "early", "mid" and "late" in a month; 0 is the month's last day.
_THIRDS = ((1, 10), (11, 20), (21, 0))

_POINTERS = {"julian": "#julian", "republican": "#republican", "dual": "#gregorian #julian"}


@dataclass(frozen=True, slots=True)
class Found:
    """A date in a text.

    Attributes:
        span: where it stands in the text that was searched.
        start: the date, or the first of a range.
        end: the last of a range, or None.
        weekday: the day of the week that is named with it, Monday = 0, or None.
        rule: the rule that matched.
        cert: how sure it is that the words are a date, and this one.
        note: what makes it less than sure, in a few English words; or "".
        short: the year's last two figures, where the words give no more; `start.year` is then 0.
        bound: "before", "after", "between" (start and end are its bounds), "about", or "".
        calendar: "julian" or "republican" where the words count so, "dual" where they count in both ways, or "".
        supplied: whether it stands in square brackets, wholly or in part: an editor's addition.
        doubtful: whether an editor put a question mark to it.
        months: the month counted from the document's: 0 "instant", -1 "ultimo", 1 "proximo"; or None.
        years: the year counted from the document's: 0 "d. J.", -1 "v. J."; 90 for "last", 91 for "next"; or None.
        third: 0, 1 or 2 for the early, middle or late days of the month, or None.
    """

    span: Span
    start: Calendar
    end: Calendar | None
    weekday: int | None
    rule: DateRule
    cert: Cert = "high"
    note: str = ""
    short: int | None = None
    bound: str = ""
    calendar: str = ""
    supplied: bool = False
    doubtful: bool = False
    months: int | None = None
    years: int | None = None
    third: int | None = None

    @property
    def possible(self) -> bool:
        """Say whether its days are days of the calendar."""
        return self.start.possible and (self.end is None or self.end.possible)

    def attributes(self) -> Attributes:
        """Return the TEI attributes: @when, @from and @to, @notBefore and @notAfter; none where there is no value.

        A date whose words count by another calendar than the Gregorian has @calendar after its value, with pointers
        to `calendar` elements that are called "julian", "republican" and "gregorian".
        """
        value = self._value()
        if not value or not self.calendar:
            return value
        return (*value, ("calendar", _POINTERS[self.calendar]))

    def _value(self) -> Attributes:
        if self.calendar == "julian" and not self.start.year:
            # the value is Gregorian, and how far off the Julian day is depends on the year
            return ()
        first, last = self._ends()
        if not first.iso or not last.iso or not self.possible:
            return ()
        if self.bound in ("before", "after"):
            return (("notAfter", last.iso),) if self.bound == "before" else (("notBefore", first.iso),)
        if self.end is None and self.third is None:
            return (("when", first.iso),)
        names = ("notBefore", "notAfter") if self.bound == "between" or self.third is not None else ("from", "to")
        return ((names[0], first.iso), (names[1], last.iso))

    def _ends(self) -> tuple[Calendar, Calendar]:
        first, last = self.start, self.end or self.start
        if self.third is not None and first.year and last.year:
            a, b = _THIRDS[self.third]
            first = replace(first, day=a)
            last = replace(last, day=b or last.length())
        elif self.third is not None:
            return Calendar(), Calendar()
        return first, last

    def in_year(self, year: int) -> Found:
        """Return the same date in `year`, the year in which it begins."""
        return self.within(year, self.start.month)

    def within(self, year: int, month: int) -> Found:
        """Return the same date with its year, and its month where the words give only the day."""
        start = Calendar(year, self.start.month or month, self.start.day)
        if self.calendar == "julian" and not self.start.year and start.day and start.possible:
            start = from_julian(start)
        end = self.end
        if end is not None:
            end = Calendar(year, end.month or start.month, end.day)
            if (end.month, end.day) < (start.month, start.day):
                end = end.in_year(year + 1)
        return replace(self, start=start, end=end, short=None)
