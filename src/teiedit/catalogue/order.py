"""The edition's order, and what stands before and after each document in it and in its correspondence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from teiedit.model.around import Around, Neighbour
from teiedit.model.catalogue import UNDATED

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from teiedit.model.catalogue import Record

# With more documents than these, or more people and bodies, an edition is large.
_LARGE = 500


def arrange(records: Iterable[Record]) -> dict[str, Around]:
    """Return what stands around each document, by its identifier, in the edition's order.

    The order is that of the dates. A correspondence is all that the same two parties, or groups of parties, wrote
    to each other, whoever began.
    """
    ordered = sorted(records, key=lambda record: record.order)
    letters: dict[frozenset[frozenset[str]], list[Record]] = {}
    for record in ordered:
        if record.senders and record.recipients and record.sent != UNDATED:
            letters.setdefault(pair(record), []).append(record)
    beside: dict[str, tuple[Neighbour | None, Neighbour | None]] = {}
    for exchange in letters.values():
        beside |= {record.id: _beside(exchange, index) for index, record in enumerate(exchange)}
    nothing = (None, None)
    large = _are_many(ordered)
    return {
        record.id: Around(False, *_beside(ordered, index), *beside.get(record.id, nothing), large)
        for index, record in enumerate(ordered)
    }


def _are_many(records: Sequence[Record]) -> bool:
    """Say whether there are too many documents, or people and bodies, for one page."""
    people: set[str] = set()
    for record in records:
        people.update(identifier for identifier, _ in record.people)
        if len(people) > _LARGE:
            return True
    return len(records) > _LARGE


def pair(record: Record) -> frozenset[frozenset[str]]:
    """Return the two parties of a letter, whoever of them wrote it."""
    return frozenset((frozenset(record.senders), frozenset(record.recipients)))


def _beside(ordered: Sequence[Record], index: int) -> tuple[Neighbour | None, Neighbour | None]:
    before = ordered[index - 1] if index else None
    after = ordered[index + 1] if index + 1 < len(ordered) else None
    return _neighbour(before), _neighbour(after)


def _neighbour(record: Record | None) -> Neighbour | None:
    return Neighbour(record.id, record.title, record.language) if record else None
