"""Does the date fit the transcript's name, the documents beside it, and the rest of the correspondence?"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from datetime import date
from typing import TYPE_CHECKING

from teiedit.catalogue.plausibility._days import julian_lag, ordinal
from teiedit.model.diagnostic import Severity
from teiedit.model.finding import Quote, Witness, found

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from teiedit.model.finding import Finding
    from teiedit.model.testimony import Testimony

_NAMED = re.compile(r"(?<!\d)(1[4-9]\d\d|20\d\d)([-_.]?)(\d\d)\2(\d\d)(?!\d)")
# Names of files tell a date if so many of them agree with their documents, and order them if so many do not go back.
_AGREE, _AT_LEAST = 0.8, 3
_IN_ORDER, _ROW = 0.9, 10
# So many days a document must be away from those before and after it.
_AWAY = 14
# So many letters a correspondence must have, and so many years another must be away from all of them.
_LETTERS, _YEARS = 5, 25


def find(documents: Sequence[Testimony]) -> Iterator[Finding]:
    """Yield A002 for dates that the name of the file, the order of the files or the correspondence contradicts."""
    dated = [one for one in documents if one.sent.one]
    told = list(_by_name(dated))
    seen = {one.document for one in told}
    rows = [one for one in _by_order(dated) if one.document not in seen]
    seen |= {one.document for one in rows}
    yield from told
    yield from rows
    yield from (one for one in _by_correspondence(dated) if one.document not in seen)


def _quote(one: Testimony) -> Quote:
    return one.dated or one.opening


def _by_name(dated: Sequence[Testimony]) -> Iterator[Finding]:
    """Compare dates with those in the names of files, in an edition whose files are named so."""
    named = [(one, day) for one in dated if (day := _day_in(one.name.rpartition("/")[2]))]
    agree = sum(one.sent.first == day for one, day in named)
    if agree < _AT_LEAST or agree < _AGREE * len(named):
        return
    for one, day in named:
        away = abs(ordinal(one.sent.first) - ordinal(day))
        if away and away != julian_lag(one.sent.first):
            name = one.name.rpartition("/")[2]
            message = f"dated {one.sent.first}, but the file is called {name}"
            hint = "correct whichever is wrong: the date, or the name of the file"
            yield found("A002", Severity.WARNING, one.id, _quote(one), message, hint)


def _day_in(name: str) -> str:
    match = _NAMED.search(name)
    if match is None:
        return ""
    try:
        return date(int(match[1]), int(match[3]), int(match[4])).isoformat()
    except ValueError:
        return ""


def _by_order(dated: Sequence[Testimony]) -> Iterator[Finding]:
    """Find documents whose date goes back or ahead of the others, where the files stand in the order of time."""
    folders: dict[str, list[Testimony]] = defaultdict(list)
    for one in dated:
        folders[one.name.rpartition("/")[0]].append(one)
    for row in folders.values():
        row.sort(key=_natural)
        kept = _longest([one.sent.first for one in row])
        if len(row) >= _ROW and len(kept) >= _IN_ORDER * len(row):
            yield from _strays(row, kept)


def _natural(one: Testimony) -> tuple[tuple[int, str], ...]:
    """Return what files are put in order by as people do: 2 before 10."""
    name = one.name.rpartition("/")[2]
    return tuple((int(part), "") if part.isdigit() else (-1, part) for part in re.split(r"(\d+)", name) if part)


def _longest(days: Sequence[str]) -> list[int]:
    """Return which days are in the longest row that never goes back."""
    ends: list[str] = []
    places: list[int] = []
    before: list[int] = []
    for at, day in enumerate(days):
        length = bisect_right(ends, day)
        before.append(places[length - 1] if length else -1)
        ends[length : length + 1] = [day]
        places[length : length + 1] = [at]
    kept: list[int] = []
    at = places[-1] if places else -1
    while at >= 0:
        kept.append(at)
        at = before[at]
    return kept[::-1]


def _strays(row: Sequence[Testimony], kept: Sequence[int]) -> Iterator[Finding]:
    for at in sorted(set(range(len(row))) - set(kept)):
        index = bisect_right(kept, at)
        around = [row[place] for place in kept[max(0, index - 1) : index + 1]]
        if len(around) < 2:
            continue
        one, (first, last) = row[at], around
        day = ordinal(one.sent.first)
        if ordinal(first.sent.first) - _AWAY <= day <= ordinal(last.sent.first) + _AWAY:
            continue
        message = (
            f"dated {one.sent.first}, but stands between documents of {first.sent.first} ({first.id}) "
            f"and {last.sent.first} ({last.id})"
        )
        evidence = tuple(Witness(other.id, _quote(other)) for other in around)
        hint = "the files are in the order of time: compare day, month and year with the original"
        yield found("A002", Severity.WARNING, one.id, _quote(one), message, hint, evidence)


def _by_correspondence(dated: Sequence[Testimony]) -> Iterator[Finding]:
    """Find the one letter that is decades away from all others between the same two."""
    pairs: dict[frozenset[str], list[Testimony]] = defaultdict(list)
    for one in dated:
        if len(one.senders) == len(one.addressees) == 1:
            pairs[frozenset((one.senders[0].key, one.addressees[0].key))].append(one)
    for row in pairs.values():
        row.sort(key=lambda one: one.sent.first)
        if len(row) <= _LETTERS:
            continue
        for one, rest in ((row[0], row[1:]), (row[-1], row[:-1])):
            first, last = rest[0].sent.first[:4], rest[-1].sent.first[:4]
            away = max(int(first) - int(one.sent.first[:4]), int(one.sent.first[:4]) - int(last))
            if away > max(_YEARS, 2 * (int(last) - int(first))):
                others = f"the other {len(rest)} letters between the two are of {first} to {last}"
                message = f"dated {one.sent.first}, but {others}"
                evidence = (Witness(rest[0].id, _quote(rest[0])),)
                yield found("A002", Severity.WARNING, one.id, _quote(one), message, "check the year", evidence)
