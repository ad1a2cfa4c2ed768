"""Could the writer be there that day?

The register's coordinates say how far two places are from each other. Between two letters a writer has the days
between them and one more; how far one came in a day is put high, so that what is found was not possible.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from teiedit.catalogue.plausibility._days import ordinal
from teiedit.model.diagnostic import Severity
from teiedit.model.finding import Witness, found

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from teiedit.model.finding import Finding
    from teiedit.model.register import Register
    from teiedit.model.testimony import Testimony

# Until which year one came how many kilometres in a day and a night: by post-horses or a good wind, by the first
# railways, by express trains and steamers, by air. From then on anybody may be anywhere.
_SPEEDS = ((1839, 250), (1879, 800), (1924, 1400), (1949, 6000))
_EARTH = 6371.0
# Closer than this is the same place, or a house in the country.
_NEAR = 60


def find(ordered: Sequence[Testimony], register: Register) -> Iterator[Finding]:
    """Yield A005 for letters of one writer from two places too far apart for the time between them.

    Args:
        ordered: the documents by their dates.
        register: its places may have coordinates.
    """
    where = {entry.id: point for entry in register.entries if (point := _point(entry.geo))}
    last: dict[str, Testimony] = {}
    for one in ordered:
        if not one.sent.one or one.located not in where or len(one.senders) != 1 or one.senders[0].body:
            continue
        who = one.senders[0]
        if not who.registered and " " not in who.name:
            continue
        key = who.key if who.registered else who.name.casefold()
        before = last.get(key)
        if before is not None:
            yield from _apart(before, one, where[before.located], where[one.located])
        last[key] = one


def _apart(
    before: Testimony, one: Testimony, there: tuple[float, float], here: tuple[float, float]
) -> Iterator[Finding]:
    far = distance(there, here)
    days = ordinal(one.sent.first) - ordinal(before.sent.first)
    speed = next((speed for year, speed in _SPEEDS if int(one.sent.first[:4]) <= year), 0)
    if not speed or far < _NEAR or far <= speed * (days + 1):
        return
    quote, other = one.place or one.opening, before.place or before.opening
    when = "the same day" if not days else f"{days} {'day' if days == 1 else 'days'} before"
    message = (
        f'{one.senders[0].name} writes from "{quote.words}" on {one.sent.first}, and {when} from "{other.words}" '
        f"({before.id}), {far:,.0f} km away"
    )
    hint = "one of the dates or places is probably wrong, or somebody else wrote one of the two"
    yield found("A005", Severity.WARNING, one.id, quote, message, hint, (Witness(before.id, other),))


def _point(geo: str) -> tuple[float, float] | None:
    parts = geo.split()
    return (float(parts[0]), float(parts[1])) if len(parts) == 2 else None


def distance(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Return how many kilometres two points of latitude and longitude are apart, on a sphere."""
    (a, b), (c, d) = (tuple(map(math.radians, point)) for point in (one, other))
    half = math.sin((c - a) / 2) ** 2 + math.cos(a) * math.cos(c) * math.sin((d - b) / 2) ** 2
    return 2 * _EARTH * math.asin(math.sqrt(min(1.0, half)))
