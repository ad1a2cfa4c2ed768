"""Days of the Gregorian calendar, and the way to them from the Julian and the French republican one.

Values in TEI are Gregorian whatever the words count by (att.datable.w3c,
https://tei-c.org/release/doc/tei-p5-doc/en/html/ref-att.datable.w3c.html).
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

# The first day of each republican year from I to XIV in the Gregorian September.
_REPUBLICAN_SEPTEMBER = (22, 22, 22, 23, 22, 22, 22, 23, 23, 23, 23, 24, 23, 23)
_LEAP_REPUBLICAN = (3, 7, 11)
COMPLEMENTARY = 13


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
        if not self.month:
            return 1 <= self.day <= 31
        return 1 <= self.month <= 12 and 1 <= self.day <= monthrange(self.year or 2000, self.month)[1]

    @property
    def iso(self) -> str:
        """The value as TEI writes it: "1962-10-26", "1962-10", "1962", "--10-26" without a year, "" if it has no form.

        A month without its year has a form in XML Schema but not in what TEI's readers expect of a date.
        """
        if not self.year:
            return f"--{self.month:02d}-{self.day:02d}" if self.month and self.day else ""
        if not self.month:
            return "" if self.day else f"{self.year:04d}"
        return f"{self.year:04d}-{self.month:02d}" + (f"-{self.day:02d}" if self.day else "")

    def in_year(self, year: int) -> Calendar:
        """Return the same day or month in `year`."""
        return Calendar(year, self.month, self.day)

    def in_month(self, month: int) -> Calendar:
        """Return the same day in `month`."""
        return Calendar(self.year, month, self.day)

    def weekday(self) -> int:
        """Return the day of the week, Monday = 0; only for a full and possible date."""
        return date(self.year, self.month, self.day).weekday()

    def length(self) -> int:
        """Return how many days its month has; only where year and month are known."""
        return monthrange(self.year, self.month)[1]

    def ordinal(self) -> int:
        """Return the number of the day, or of one in the middle of what is known; only where the year is known."""
        return date(self.year, self.month or 7, 1).toordinal() + (self.day or 15) - 1


def from_julian(day: Calendar) -> Calendar:
    """Return the Gregorian day of a full Julian one (29 February 1700 to 1900 included)."""
    years, months = (day.year, day.month) if day.month > 2 else (day.year - 1, day.month + 12)
    # days since 1 March of the year 0, in which leap days come last
    count = years * 365 + years // 4 + (153 * (months - 3) + 2) // 5 + day.day - 1
    # the Julian 1 March 1900 is the Gregorian 14 March 1900
    epoch = 1900 * 365 + 1900 // 4
    moved = date(1900, 3, 14) + timedelta(days=count - epoch)
    return Calendar(moved.year, moved.month, moved.day)


def julian_lag(day: Calendar) -> int:
    """Return by how many days the Julian calendar is behind on a full Gregorian `day` (10 to 13)."""
    century = (day.year if (day.month, day.day) > (2, 28) else day.year - 1) // 100
    return century - century // 4 - 2


def from_republican(year: int, month: int, day: int) -> Calendar | None:
    """Return the Gregorian day of a French republican one, or None if there is none.

    Args:
        year: from 1 to 14.
        month: from 1 (vendémiaire) to 12 (fructidor), or 13 for the complementary days.
        day: from 1 to 30, or to 5 or 6 in month 13.
    """
    if not 1 <= year <= len(_REPUBLICAN_SEPTEMBER):
        return None
    last = 30 if month < COMPLEMENTARY else 6 if year in _LEAP_REPUBLICAN else 5
    if not 1 <= day <= last:
        return None
    start = date(1791 + year, 9, _REPUBLICAN_SEPTEMBER[year - 1])
    moved = start + timedelta(days=30 * (month - 1) + day - 1)
    return Calendar(moved.year, moved.month, moved.day)
