"""Is the letter that another names there, and is it older than the one that names it?

A letter counts as there where any document of its day is from its writer or to its addressee, or from nobody knows
whom: names of one person differ too much between documents to ask for more.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from teiedit.catalogue.plausibility._days import iso, julian_lag, ordinal
from teiedit.model.catalogue import Days
from teiedit.model.diagnostic import Severity
from teiedit.model.finding import MissingLetter, Witness, found

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from teiedit.model.finding import Finding
    from teiedit.model.testimony import Mention, Party, Testimony

# A letter of so many days before or after may be the one that is meant.
_NEAR = 3
_YEAR = 366


@dataclass(slots=True)
class _Index:
    """The documents by their days."""

    of_day: dict[str, list[Testimony]] = field(default_factory=lambda: defaultdict(list))
    uncertain: list[Testimony] = field(default_factory=list)
    by_party: dict[str, list[Testimony]] = field(default_factory=lambda: defaultdict(list))
    julian: set[str] = field(default_factory=set)

    def at(self, days: Days, keys: frozenset[str]) -> Iterator[Testimony]:
        """Yield the documents that may be of these days: with a day of their own, or uncertain and of these people."""
        first, last = ordinal(days.first), ordinal(days.last)
        for day in range(first, last + 1):
            yield from self.of_day.get(iso(day), ())
        for key in sorted(keys):
            for one in self.by_party.get(key, ()):
                if one.sent.first <= days.last and days.first <= (one.sent.last or one.sent.first):
                    yield one


@dataclass(frozen=True, slots=True)
class _Named:
    """A letter that is named: from whom, to whom, of which days."""

    one: Testimony
    mention: Mention
    senders: tuple[Party, ...]
    addressees: tuple[Party, ...]
    days: Days

    @property
    def keys(self) -> frozenset[str]:
        return frozenset(party.key for party in (*self.senders, *self.addressees))


def find(ordered: Sequence[Testimony]) -> tuple[list[Finding], tuple[MissingLetter, ...]]:
    """Return A004 for letters that are older than those they name, A003 for those that are missing, and their list.

    Args:
        ordered: the documents by their dates.
    """
    index = _index(ordered)
    reversed_: list[Finding] = []
    missing: dict[tuple[frozenset[str], frozenset[str], Days], list[_Named]] = defaultdict(list)
    for one in ordered:
        for named in _all_named(one):
            later = _later(named, index)
            if later is not None:
                reversed_.append(later)
            elif not one.has_dismissed("A003", named.mention.quote) and not _is_there(named, index):
                key = (_keys(named.senders), _keys(named.addressees), named.days)
                missing[key].append(named)
    groups = sorted(missing.values(), key=lambda group: (group[0].days.first, group[0].one.id))
    rows = [(group, _perhaps(group[0], index)) for group in groups]
    return [*reversed_, *(_absent(group, near) for group, near in rows)], tuple(_row(g, near) for g, near in rows)


def _index(ordered: Sequence[Testimony]) -> _Index:
    index = _Index()
    for one in ordered:
        if one.julian:
            index.julian |= _keys((*one.senders, *one.addressees))
        if one.sent.one:
            index.of_day[one.sent.first].append(one)
        elif one.sent.first:
            for party in (*one.senders, *one.addressees):
                index.by_party[party.key].append(one)
    return index


def _keys(parties: Sequence[Party]) -> frozenset[str]:
    return frozenset(party.key for party in parties)


def _all_named(one: Testimony) -> Iterator[_Named]:
    """Yield the letters that a document names of which it is said who wrote them."""
    for mention in one.mentions:
        if mention.whose == "yours" and one.addressees:
            yield _Named(one, mention, one.addressees, one.senders, mention.days)
        elif mention.whose == "ours" and one.senders:
            yield _Named(one, mention, one.senders, one.addressees, mention.days)


def _is_there(named: _Named, index: _Index) -> bool:
    senders, addressees = _keys(named.senders), _keys(named.addressees)
    for days in _calendars(named.days, julian=not named.keys.isdisjoint(index.julian)):
        for other in index.at(days, named.keys):
            if other.id == named.one.id:
                continue
            if not other.senders or not other.addressees:
                return True
            if senders & _keys(other.senders) or addressees & _keys(other.addressees):
                return True
    return False


def _calendars(days: Days, *, julian: bool) -> Iterator[Days]:
    """Yield the days as they are, and by the other calendar where the people use both."""
    yield days
    if days.one and julian:
        lag = julian_lag(days.first)
        for moved in (lag, -lag):
            day = iso(ordinal(days.first) + moved)
            yield Days(day, day)


def _later(named: _Named, index: _Index) -> Finding | None:
    """Return what is to be said where the letter that is named is younger than the one that names it."""
    one, mention = named.one, named.mention
    if not (one.sent.one and named.days.one):
        return None
    away = ordinal(named.days.first) - ordinal(one.sent.first)
    old = not named.keys.isdisjoint(index.julian) and away <= julian_lag(one.sent.first)
    if away > 0 and not old:
        message = f'dated {one.sent.first}, but names a letter of {named.days.first}: "{mention.quote.words}"'
        hint = "one of the two dates is probably a slip; compare both with the original"
        evidence = (Witness(one.id, one.dated),) if one.dated else ()
        return found("A004", Severity.WARNING, one.id, mention.quote, message, hint, evidence)
    other = None if mention.full or away > 0 or _is_there(named, index) else _soon(named, index)
    if other is None:
        return None
    message = (
        f'dated {one.sent.first}, but names "{mention.quote.words}", and the letter of that day that the edition has '
        f"({other.id}) is of {other.sent.first}"
    )
    hint = "check the years of both: a writer in January easily puts the old one"
    evidence = (Witness(other.id, other.dated or other.opening),)
    return found("A004", Severity.WARNING, one.id, mention.quote, message, hint, evidence)


def _soon(named: _Named, index: _Index) -> Testimony | None:
    """Return the letter of that day and month that was written within a year after the one that names it."""
    sent = named.one.sent.first
    later = [
        other
        for year in (int(sent[:4]), int(sent[:4]) + 1)
        for other in index.of_day.get(f"{year:04d}{named.days.first[4:]}", ())
        if 0 < ordinal(other.sent.first) - ordinal(sent) <= _YEAR and _between(named, other)
    ]
    return later[0] if later else None


def _between(named: _Named, other: Testimony) -> bool:
    senders, addressees = _keys(named.senders) & _keys(other.senders), _keys(named.addressees) & _keys(other.addressees)
    return bool(senders and addressees)


def _perhaps(named: _Named, index: _Index) -> tuple[Testimony, ...]:
    """Return the letters of nearly that day between the same two."""
    if not named.days.one:
        return ()
    middle = ordinal(named.days.first)
    near = [
        other
        for day in range(middle - _NEAR, middle + _NEAR + 1)
        for other in index.of_day.get(iso(day), ())
        if other.id != named.one.id and _between(named, other)
    ]
    return tuple(near)


def _absent(group: Sequence[_Named], near: Sequence[Testimony]) -> Finding:
    named = group[0]
    message = f'"{named.mention.quote.words}": the edition has no letter of {_span(named.days)} {_from_to(named)}'
    hint = "it may be lost, or not be part of the edition"
    if near:
        message += f"; it has one of {near[0].sent.first} ({near[0].id})"
        hint = "if that one is meant, one of the two dates is a slip"
    evidence = tuple(Witness(other.id, other.dated or other.opening) for other in near)
    return found("A003", Severity.INFO, named.one.id, named.mention.quote, message, hint, evidence)


def _row(group: Sequence[_Named], near: Sequence[Testimony]) -> MissingLetter:
    named = group[0]
    witnesses = tuple(Witness(each.one.id, each.mention.quote) for each in group)
    perhaps = tuple(other.id for other in near)
    return MissingLetter(_called(named.senders), _called(named.addressees), named.days, witnesses, perhaps)


def _from_to(named: _Named) -> str:
    parts = [f"from {_called(named.senders)}"] if named.senders else []
    return " ".join([*parts, *([f"to {_called(named.addressees)}"] if named.addressees else [])])


def _called(parties: Sequence[Party]) -> str:
    return ", ".join(party.name for party in parties)


def _span(days: Days) -> str:
    return days.first if days.one else f"{days.first} to {days.last}"
