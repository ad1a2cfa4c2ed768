"""What a build adds to the ledger: a datestamp moves when, and only when, its record has changed.

OAI-PMH 2.0, 2.5.1 and 2.5.2 (https://www.openarchives.org/OAI/openarchivesprotocol.html): the datestamp is that of
the record in one format, and a repository that has said that a record is deleted never forgets it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from teiedit.model.ledger import COLUMNS, GONE, HEAD, Entry, Stamp
from teiedit.tools.sums import short_sum

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Mapping


def digest(record: bytes) -> str:
    """Return what the ledger keeps of a record."""
    return short_sum(record)


def entered(before: Entry | None, hashes: Mapping[str, str], now: str, unknown: Container[str] = ()) -> Entry:
    """Return the entry of a document that is published now.

    Args:
        before: its entry so far, if there is one.
        hashes: what `digest` says of its records, by format.
        now: the moment of this build.
        unknown: the formats of which nothing is said where they have no hash. In any other the document has no record
            any more.
    """
    if before is None:
        return Entry(now, "", (), {name: Stamp(value, now) for name, value in hashes.items()})
    # what went with a document that was withdrawn went then
    went = before.withdrawn or now
    lost = {name: stamp if stamp.gone else Stamp(GONE, went) for name, stamp in before.stamps.items()}
    kept = {name: stamp for name, stamp in before.stamps.items() if name in unknown and not before.withdrawn}
    made = {name: _stamp(before, name, value, now) for name, value in hashes.items()}
    return Entry(before.published, "", (), {**lost, **kept, **made})


def _stamp(before: Entry, name: str, value: str, now: str) -> Stamp:
    kept = before.stamps.get(name)
    return kept if kept is not None and kept.hash == value and not before.withdrawn else Stamp(value, now)


def withdrawn(before: Entry, sets: Iterable[str], now: str) -> Entry:
    """Return the entry of a document that is no more; what was withdrawn stays as it was."""
    if before.withdrawn:
        return before
    return Entry(before.published, now, tuple(sets), before.stamps)


def render(entries: Mapping[str, Entry]) -> bytes:
    """Return the ledger as a file: one line for each document, in the order of their identifiers."""
    formats = sorted({name for entry in entries.values() for name in entry.stamps})
    lines = [HEAD, "\t".join((*COLUMNS, *formats))]
    for identifier in sorted(entries):
        entry = entries[identifier]
        cells = [_cell(entry, name) for name in formats]
        lines.append("\t".join((identifier, entry.published, entry.withdrawn, " ".join(entry.sets), *cells)))
    return ("\n".join(lines) + "\n").encode()


def _cell(entry: Entry, name: str) -> str:
    stamp = entry.stamps.get(name)
    if stamp is None:
        return ""
    return stamp.hash if stamp.changed == entry.published else f"{stamp.hash}@{stamp.changed}"
