"""Days as numbers."""

from __future__ import annotations

from datetime import date
from functools import lru_cache


@lru_cache(maxsize=4096)
def ordinal(day: str) -> int:
    """Return the number of a day, YYYY-MM-DD."""
    return date(int(day[:4]), int(day[5:7]), int(day[8:10])).toordinal()


def iso(number: int) -> str:
    """Return the day with a number."""
    return date.fromordinal(max(1, number)).isoformat()


def julian_lag(day: str) -> int:
    """Return by how many days the Julian calendar is behind on a Gregorian day: 10 in 1600, 13 in 1917."""
    year = int(day[:4]) if day[5:] > "02-28" else int(day[:4]) - 1
    return year // 100 - year // 400 - 2
