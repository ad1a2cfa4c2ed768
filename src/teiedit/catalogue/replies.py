"""Which document answers which: a letter names the one it answers by its date, and the edition has that one.

Two things must agree: the date that the letter names, and the parties, with sender and addressee changed about.
"Your letter of the 3rd" is then linked, both ways; where two letters of the edition fit, none is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from teiedit.model.catalogue import Days, Record, Reply

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

RULE = "context.answered"
RULES: Mapping[str, str] = {
    RULE: "the letter answered is the one of that date which the addressee sent to the sender",
}


Parties = tuple[frozenset[str], frozenset[str]]


def find_replies(records: Iterable[Record]) -> dict[str, tuple[Reply, ...]]:
    """Return what each document answers and what answers it, by its identifier; the letter answered comes first."""
    ordered = sorted(records, key=lambda record: record.order)
    sent: dict[Parties, list[Record]] = {}
    of_day: dict[tuple[Parties, str], list[Record]] = {}
    for record in ordered:
        if record.senders and record.recipients:
            parties = (frozenset(record.senders), frozenset(record.recipients))
            sent.setdefault(parties, []).append(record)
            of_day.setdefault((parties, record.sent.first), []).append(record)
    found: dict[str, tuple[Reply, ...]] = {}
    for record in ordered:
        named = record.answers
        if named is None:
            continue
        back = (frozenset(record.recipients), frozenset(record.senders))
        # a busy correspondence is not read through for each of its letters
        others = of_day.get((back, named.first), []) if named.one else sent.get(back, [])
        answered = _answered(record, named, others)
        if answered is not None:
            found[record.id] = (_reply("prev", record, answered), *found.get(record.id, ()))
            found[answered.id] = (*found.get(answered.id, ()), _reply("next", record, answered))
    return found


def _answered(record: Record, named: Days, others: Iterable[Record]) -> Record | None:
    """Return the one letter of the other party that the date can mean."""
    fitting = [other for other in others if other.id != record.id and other.sent.within(named)]
    earlier = [other for other in fitting if not record.sent.last or other.sent.first <= record.sent.last]
    return earlier[0] if len(earlier) == 1 else None


def _reply(kind: str, record: Record, answered: Record) -> Reply:
    cert = "high" if record.answers is not None and record.answers.one else "medium"
    other = answered if kind == "prev" else record
    note = f"{record.id} names a letter of {_span(record)}, and {answered.id} is the only one of then between the two"
    return Reply(kind, other.id, other.title, cert, note)


def _span(record: Record) -> str:
    named = record.answers
    if named is None:
        return ""
    return named.first if named.one else f"{named.first} to {named.last}"
