"""What harvesters ask a catalogue for: records by format, set and datestamp, in the order of their identifiers.

That order does not change when records do, so that whoever goes through a list while the edition is rebuilt meets
each record once. No list is ever made whole: a page costs the same at the beginning and at the end, of a hundred
records and of 300,000.
"""

from __future__ import annotations

import heapq
import json
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from teiedit.catalogue.reader import Catalogue

# A build gives all that it changed one datestamp. Up to so many builds are merged, each read in its own order.
_BUILDS = 250
# Up to so many records are sorted; of more, one in the next few that are looked at will do.
_SORTED = 10_000
# Up to so many records are counted.
_COUNTED = 2_000
# Follows every moment.
_EVER = "~"

_Row = tuple[str, str, int]


@dataclass(frozen=True, slots=True)
class Selection:
    """Which records.

    Attributes:
        format: the format's prefix.
        spec: the set they are in, or "".
        since: the first moment at which they may have changed, or "".
        until: the last moment, or "".
    """

    format: str
    spec: str = ""
    since: str = ""
    until: str = ""


@dataclass(frozen=True, slots=True)
class Header:
    """One record, without its content.

    Attributes:
        id: the document's identifier.
        changed: its datestamp.
        deleted: whether the document is withdrawn, or has no record in this format any more.
        sets: all sets that it is in, also those that hold the others.
    """

    id: str
    changed: str
    deleted: bool
    sets: tuple[str, ...]


def page(catalogue: Catalogue, selection: Selection, after: str, limit: int) -> list[Header]:
    """Return the first `limit` records of a selection whose identifiers follow `after`."""
    return _headers(catalogue, list(islice(_rows(catalogue, selection, after, limit), limit)))


def one(catalogue: Catalogue, name: str, identifier: str) -> Header | None:
    """Return one record in one format."""
    statement = "SELECT id, changed, deleted FROM record WHERE format = ? AND id = ?"
    found = _headers(catalogue, catalogue.base.execute(statement, (name, identifier)).fetchall())
    return found[0] if found else None


def number(catalogue: Catalogue, selection: Selection) -> int | None:
    """Return how many records a selection has; None where they would have to be counted one by one."""
    total = _total(catalogue, selection)
    if not (selection.since or selection.until):
        return total
    builds = _builds(catalogue, selection)
    dated = sum(count for _, count in builds) if len(builds) <= _BUILDS else None
    if not selection.spec:
        return dated
    if total <= _COUNTED or (dated is not None and dated <= _COUNTED):
        return sum(1 for _ in _rows(catalogue, selection, "", _COUNTED))
    return None


def formats(catalogue: Catalogue, identifier: str = "") -> tuple[str, ...]:
    """Return the prefixes of all formats, or of those that one document has."""
    names = [name for (name,) in catalogue.base.execute("SELECT format FROM total WHERE spec = ''")]
    return tuple(name for name in names if not identifier or one(catalogue, name, identifier) is not None)


def sets(catalogue: Catalogue, after: str, limit: int) -> list[tuple[str, str]]:
    """Return the first `limit` sets that follow `after`, each with its name."""
    statement = "SELECT spec, name FROM sets WHERE spec > ? ORDER BY spec LIMIT ?"
    return catalogue.base.execute(statement, (after, limit)).fetchall()


def count_sets(catalogue: Catalogue) -> int:
    """Return how many sets there are."""
    (count,) = catalogue.base.execute("SELECT count(*) FROM sets").fetchone()
    return int(count)


def earliest(catalogue: Catalogue) -> str:
    """Return the first datestamp of all; "" where there is no record."""
    statement = "SELECT min(changed) FROM stamp"
    (moment,) = catalogue.base.execute(statement).fetchone()
    return moment or ""


def _rows(catalogue: Catalogue, selection: Selection, after: str, limit: int) -> Iterator[_Row]:
    """Give at least the first `limit` rows, in the order of the identifiers, in the cheapest way."""
    if not (selection.since or selection.until):
        return _undated(catalogue, selection, after, limit)
    builds = _builds(catalogue, selection)
    dated = sum(count for _, count in builds)
    if selection.spec and _total(catalogue, selection) <= dated:
        return _of_set(catalogue, selection, after, limit)
    if len(builds) <= _BUILDS:
        return heapq.merge(*(_of_build(catalogue, selection, moment, after) for moment, _ in builds))
    return _dated(catalogue, selection, after, limit)


def _undated(catalogue: Catalogue, selection: Selection, after: str, limit: int) -> Iterator[_Row]:
    if selection.spec:
        return _of_set(catalogue, selection, after, limit)
    statement = "SELECT id, changed, deleted FROM record WHERE format = ? AND id > ? ORDER BY id LIMIT ?"
    return catalogue.base.execute(statement, (selection.format, after, limit))


def _of_set(catalogue: Catalogue, selection: Selection, after: str, limit: int) -> Iterator[_Row]:
    """Go through a set's documents. CROSS JOIN keeps SQLite to this order of the tables."""
    statement = """
      SELECT member.id, changed, deleted FROM member CROSS JOIN record ON record.format = ? AND record.id = member.id
      WHERE spec = ? AND member.id > ? AND changed BETWEEN ? AND ? ORDER BY member.id LIMIT ?"""
    ends = (selection.since, selection.until or _EVER)
    return catalogue.base.execute(statement, (selection.format, selection.spec, after, *ends, limit))


def _of_build(catalogue: Catalogue, selection: Selection, moment: str, after: str) -> Iterator[_Row]:
    """Go through what bears one datestamp; the index has it by identifier."""
    statement = """
      SELECT id, changed, deleted FROM record INDEXED BY record_changed WHERE format = ? AND changed = ? AND id > ?
      AND (? = '' OR EXISTS (SELECT 1 FROM member WHERE member.spec = ? AND member.id = record.id)) ORDER BY id"""
    return catalogue.base.execute(statement, (selection.format, moment, after, selection.spec, selection.spec))


def _dated(catalogue: Catalogue, selection: Selection, after: str, limit: int) -> Iterator[_Row]:
    """Go through what many builds changed: sorted if it is little, else looked for among all."""
    ends = (selection.format, selection.since, selection.until or _EVER)
    (count,) = catalogue.base.execute(_LITTLE, (*ends, _SORTED + 1)).fetchone()
    statement = _BY_DATE if count <= _SORTED else _AMONG_ALL
    return catalogue.base.execute(statement, (*ends, after, selection.spec, selection.spec, limit))


_LITTLE = """
  SELECT count(*) FROM (
    SELECT 1 FROM record INDEXED BY record_changed WHERE format = ? AND changed BETWEEN ? AND ? LIMIT ?)"""
_BY_DATE = """
  SELECT id, changed, deleted FROM record INDEXED BY record_changed
  WHERE format = ? AND changed BETWEEN ? AND ? AND id > ?
  AND (? = '' OR EXISTS (SELECT 1 FROM member WHERE member.spec = ? AND member.id = record.id)) ORDER BY id LIMIT ?"""
# The sign keeps SQLite from the index by dates.
_AMONG_ALL = """
  SELECT id, changed, deleted FROM record WHERE format = ? AND +changed BETWEEN ? AND ? AND id > ?
  AND (? = '' OR EXISTS (SELECT 1 FROM member WHERE member.spec = ? AND member.id = record.id)) ORDER BY id LIMIT ?"""


def _builds(catalogue: Catalogue, selection: Selection) -> list[tuple[str, int]]:
    """Return the datestamps of a selection and how many records bear each; not all where they are too many to merge."""
    statement = "SELECT changed, number FROM stamp WHERE format = ? AND changed BETWEEN ? AND ? LIMIT ?"
    ends = (selection.since, selection.until or _EVER)
    return catalogue.base.execute(statement, (selection.format, *ends, _BUILDS + 1)).fetchall()


def _total(catalogue: Catalogue, selection: Selection) -> int:
    statement = "SELECT number FROM total WHERE format = ? AND spec = ?"
    row = catalogue.base.execute(statement, (selection.format, selection.spec)).fetchone()
    return row[0] if row else 0


def _headers(catalogue: Catalogue, rows: Sequence[_Row]) -> list[Header]:
    specs: dict[str, list[str]] = {identifier: [] for identifier, _, _ in rows}
    statement = """
      SELECT member.id, spec FROM json_each(?) CROSS JOIN member INDEXED BY member_of ON member.id = json_each.value
      ORDER BY json_each.key, spec"""
    for identifier, spec in catalogue.base.execute(statement, (json.dumps(list(specs)),)):
        specs[identifier].append(spec)
    return [Header(name, changed, bool(deleted), tuple(specs[name])) for name, changed, deleted in rows]
