"""What a build adds to the ledger: a datestamp moves when, and only when, its record has changed.

OAI-PMH 2.0, 2.5.1 and 2.5.2 (https://www.openarchives.org/OAI/openarchivesprotocol.html): the datestamp is that of
the record in one format, and a repository that has said that a record is deleted never forgets it.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from teiedit.model.ledger import COLUMNS, HEAD, Entry, Stamp

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


def digest(record: bytes) -> str:
    """Return what the ledger keeps of a record."""
    return hashlib.sha256(record).hexdigest()[:16]


def entered(before: Entry | None, hashes: Mapping[str, str], now: str) -> Entry:
    """Return the entry of a document that is published now.

    Args:
        before: its entry so far, if there is one.
        hashes: what `digest` says of its records, by format.
        now: the moment of this build.
    """
    if before is None or before.withdrawn:
        first = before.published if before else now
        return Entry(first, "", (), {name: Stamp(value, now) for name, value in hashes.items()})
    kept = before.stamps
    stamps = {
        name: kept[name] if name in kept and kept[name].hash == value else Stamp(value, now)
        for name, value in hashes.items()
    }
    return Entry(before.published, "", (), {**kept, **stamps})


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
