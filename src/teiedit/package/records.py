"""The people, places and bodies that the documents of a release name, as their TEI records them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from teiedit.package.kinds import Change

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


class Records:
    """The records of one release, by their identifiers."""

    def __init__(self) -> None:
        self._fields: dict[str, tuple[str, ...] | None] = {}
        self._named: set[str] = set()

    def add(self, records: Mapping[str, tuple[str, ...]]) -> None:
        """Take the records of a document.

        An identifier that means somebody else in another document, as those do that the program makes of bare names,
        is not compared.
        """
        for identifier, fields in records.items():
            if self._fields.setdefault(identifier, fields) != fields:
                self._fields[identifier] = None

    def name(self, identifiers: Iterable[str]) -> None:
        """Take the identifiers of records whose document is the same in both releases."""
        self._named.update(identifiers)

    def fields(self, identifier: str) -> tuple[str, ...] | None:
        """Return what is recorded, or None where it is not to be compared."""
        return self._fields.get(identifier)

    def changed(self) -> set[str]:
        """Return the identifiers of records in documents that have changed."""
        return set(self._fields)

    def all(self) -> set[str]:
        """Return the identifiers of all records."""
        return self._named | set(self._fields)


def changed_records(old: Records, new: Records) -> dict[str, Change]:
    """Return what has changed of the records, by their identifiers, in order."""
    found = {}
    before, after = old.all(), new.all()
    for identifier in sorted(old.changed() | new.changed()):
        was, now = old.fields(identifier), new.fields(identifier)
        if identifier not in before:
            found[identifier] = Change("record-added", "", "; ".join(now or ()))
        elif identifier not in after:
            found[identifier] = Change("record-removed", "; ".join(was or ()))
        elif was is not None and now is not None and was != now:
            gone = [line for line in was if line not in now]
            come = [line for line in now if line not in was]
            if gone or come:
                found[identifier] = Change("record-changed", "; ".join(gone), "; ".join(come))
    return found
