"""The catalogue of an edition: one SQLite file, `metadata/catalogue.sqlite`, with each document's records.

It is written anew in each build, while the documents are made, and takes the old one's place when it is whole; so a
server may read on while an edition is rebuilt. What was made of a document that cannot be made now is taken over
from the old one.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
import zlib
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

from teiedit.catalogue.ledger import digest, entered, render, withdrawn
from teiedit.catalogue.sets import PARENTS, sets_of

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Mapping
    from pathlib import Path

    from teiedit.model.ledger import Entry

NAME = "metadata/catalogue.sqlite"
VERSION = "2"

_SCHEMA = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE dictionary (format TEXT PRIMARY KEY, bytes BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE document (
  id TEXT PRIMARY KEY, facts TEXT NOT NULL, published TEXT NOT NULL, withdrawn TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE record (
  format TEXT, id TEXT, changed TEXT NOT NULL, deleted INTEGER NOT NULL, PRIMARY KEY (format, id)
) WITHOUT ROWID;
CREATE TABLE content (id TEXT, format TEXT, bytes BLOB NOT NULL, PRIMARY KEY (id, format)) WITHOUT ROWID;
CREATE TABLE sets (spec TEXT PRIMARY KEY, name TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE member (spec TEXT, id TEXT, PRIMARY KEY (spec, id)) WITHOUT ROWID;
"""
_INDEXES = """
CREATE INDEX record_changed ON record (format, changed, id, deleted);
CREATE INDEX record_of ON record (id, format, changed);
CREATE INDEX member_of ON member (id, spec);
CREATE TABLE total (format TEXT, spec TEXT, number INTEGER, PRIMARY KEY (format, spec)) WITHOUT ROWID;
INSERT INTO total SELECT format, '' AS spec, count(*) AS number FROM record GROUP BY format
  UNION ALL SELECT format, spec, count(*) FROM member JOIN record USING (id) GROUP BY format, spec ORDER BY 1, 2;
CREATE TABLE stamp (format TEXT, changed TEXT, number INTEGER, PRIMARY KEY (format, changed)) WITHOUT ROWID;
INSERT INTO stamp SELECT format, changed, count(*) FROM record GROUP BY format, changed;
"""
# Stands for the moment of this build until that is known: the later it is taken, the fewer harvesters can ask between
# the moment that a record bears and the one at which it is to be had.
# As wide as a moment, so that the file is the same whether a record is new or not.
_NOW = "0000-00-00T00:00:00Z"


def pack(content: bytes, dictionary: bytes) -> bytes:
    """Return a record as it is kept; records of one format have much in common, which the dictionary takes out."""
    packer = zlib.compressobj(6, zlib.DEFLATED, zdict=dictionary) if dictionary else zlib.compressobj(6)
    return packer.compress(content) + packer.flush()


def unpack(packed: bytes, dictionary: bytes) -> bytes:
    """Return a record."""
    unpacker = zlib.decompressobj(zdict=dictionary) if dictionary else zlib.decompressobj()
    return unpacker.decompress(packed) + unpacker.flush()


class Store:
    """Writes one build's catalogue."""

    def __init__(self, path: Path, ledger: Mapping[str, Entry], previous: Path | None) -> None:
        """Begin.

        Args:
            path: a file that is not there.
            ledger: the entries so far.
            previous: the catalogue of the build before, if there is one.
        """
        self._ledger = ledger
        self._entries: dict[str, Entry] = {}
        self._dictionaries: dict[str, bytes] = {}
        self._names: dict[str, str] = {}
        self._facts = hashlib.sha256()
        self._base = sqlite3.connect(path, isolation_level=None)
        self._base.executescript("PRAGMA page_size = 8192; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;")
        self._base.executescript(_SCHEMA)
        self._base.execute("BEGIN")
        self._old = _opened(previous)

    def add(self, identifier: str, facts: bytes, records: Mapping[str, bytes], kept: Container[str] = ()) -> None:
        """Take a document that is published now.

        Args:
            identifier: the document's.
            facts: its facts as JSON, see `xslt/records/facts.xsl`.
            records: the records by format.
            kept: the formats whose records the site has as files, so that they are not kept here. One that is not
                among the records was not made now, which says nothing of it; of any other the document has none.
        """
        hashes = {name: digest(content) for name, content in records.items()}
        self._document(identifier, facts.decode(), entered(self._ledger.get(identifier), hashes, _NOW, kept), hashes)
        for name in sorted(name for name in records if name not in kept):
            if name not in self._dictionaries:
                self._dictionaries[name] = records[name][:32_000]
                self._base.execute("INSERT INTO dictionary VALUES (?, ?)", (name, self._dictionaries[name]))
            row = (identifier, name, pack(records[name], self._dictionaries[name]))
            self._base.execute("INSERT INTO content VALUES (?, ?, ?)", row)

    def keep(self, identifier: str) -> bool:
        """Take over what the catalogue before has of a document; say whether it has it."""
        entry = self._ledger.get(identifier)
        if self._old is None or entry is None or entry.withdrawn:
            return False
        try:
            found = self._old.execute(_LIVE, (identifier,)).fetchone()
            rows = self._old.execute("SELECT format, bytes FROM content WHERE id = ? ORDER BY format", (identifier,))
            contents = [(name, unpack(packed, _dictionary(self._old, name))) for name, packed in rows]
        except (sqlite3.DatabaseError, zlib.error):
            # a damaged one is as none
            return False
        if not found:
            return False
        self._document(identifier, found[0], entry, entry.stamps)
        for name, content in contents:
            if name in entry.stamps and entry.stamps[name].gone:
                continue
            own = self._dictionaries.setdefault(name, content[:32_000])
            self._base.execute("INSERT OR IGNORE INTO dictionary VALUES (?, ?)", (name, own))
            self._base.execute("INSERT INTO content VALUES (?, ?, ?)", (identifier, name, pack(content, own)))
        return True

    def _document(self, identifier: str, facts: str, entry: Entry, there: Container[str]) -> None:
        """Write a published document and its records: those that are there, and those that are no more."""
        self._entries[identifier] = entry
        self._facts.update(f"{identifier}\0{facts}\0".encode())
        stamps = {name: stamp for name, stamp in sorted(entry.stamps.items()) if name in there or stamp.gone}
        self._insert(identifier, facts, entry, [(name, stamp.changed, stamp.gone) for name, stamp in stamps.items()])
        members = sets_of(json.loads(facts))
        self._names |= members
        self._members(identifier, members)

    def _insert(self, identifier: str, facts: str, entry: Entry, changes: Iterable[tuple[str, str, bool]]) -> None:
        row = (identifier, facts, entry.published, entry.withdrawn)
        self._base.execute("INSERT INTO document VALUES (?, ?, ?, ?)", row)
        rows = [(name, identifier, changed, int(gone)) for name, changed, gone in changes]
        self._base.executemany("INSERT INTO record VALUES (?, ?, ?, ?)", rows)

    def _members(self, identifier: str, specs: Iterable[str]) -> None:
        all_of = sorted({*specs, *(spec.partition(":")[0] for spec in specs)})
        self._base.executemany("INSERT INTO member VALUES (?, ?)", [(spec, identifier) for spec in all_of])

    def finish(self, now: str, missing: Iterable[str] = (), about: Mapping[str, str] | None = None) -> dict[str, Entry]:
        """Make the catalogue whole; return the ledger as it is now.

        Args:
            now: the moment of this build.
            missing: documents that are still part of the edition, though nothing of them can be shown.
            about: what the catalogue says of the edition, for whoever has only this file.
        """
        missing = frozenset(missing)
        entries = dict(self._ledger)
        for identifier in sorted(set(self._ledger) - set(self._entries) - missing):
            entry = withdrawn(self._ledger[identifier], self._sets_before(identifier), now)
            entries[identifier] = entry
            self._insert(identifier, "{}", entry, [(name, _went(entry, name), True) for name in sorted(entry.stamps)])
            self._members(identifier, entry.sets)
        for identifier, entry in self._entries.items():
            entries[identifier] = _dated(entry, now)
        self._base.execute("UPDATE record SET changed = ? WHERE changed = ?", (now, _NOW))
        self._base.execute("UPDATE document SET published = ? WHERE published = ?", (now, _NOW))
        self._facts.update(render({name: entries[name] for name in sorted(entries) if name not in missing}))
        self._close(about or {})
        return entries

    def _close(self, about: Mapping[str, str]) -> None:
        used = {spec for (spec,) in self._base.execute("SELECT DISTINCT spec FROM member")}
        rows = [(spec, self._names.get(spec) or PARENTS.get(spec, spec)) for spec in sorted(used)]
        self._base.executemany("INSERT INTO sets VALUES (?, ?)", rows)
        self._facts.update(json.dumps(sorted(about.items())).encode())
        meta = [*about.items(), ("version", VERSION), ("digest", self._facts.hexdigest())]
        self._base.executemany("INSERT INTO meta VALUES (?, ?)", meta)
        self._base.execute("COMMIT")
        self._base.executescript(_INDEXES)
        self._base.close()
        if self._old is not None:
            self._old.close()

    def _sets_before(self, identifier: str) -> tuple[str, ...]:
        if self._old is None:
            return ()
        query = "SELECT spec FROM member WHERE id = ? AND spec LIKE '%:%' ORDER BY 1"
        try:
            return tuple(spec for (spec,) in self._old.execute(query, (identifier,)))
        except sqlite3.DatabaseError:
            return ()


_LIVE = "SELECT facts FROM document WHERE id = ? AND withdrawn = ''"


def same(one: Path, other: Path) -> bool:
    """Say whether two catalogues hold the same; False where either is none of ours."""
    digests = [digest_of(path) for path in (one, other)]
    return bool(digests[0]) and digests[0] == digests[1]


def digest_of(path: Path) -> str:
    """Return what tells a catalogue from others; "" where it is none of ours."""
    base = _opened(path)
    if base is None:
        return ""
    with closing(base):
        row = base.execute("SELECT value FROM meta WHERE key = 'digest'").fetchone()
        return row[0] if row else ""


def _opened(path: Path | None) -> sqlite3.Connection | None:
    """Open a catalogue to be read; None where there is none of this version."""
    if path is None or not path.is_file():
        return None
    base = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True)
    try:
        if base.execute("SELECT value FROM meta WHERE key = 'version'").fetchone() == (VERSION,):
            return base
    except sqlite3.DatabaseError:
        pass
    base.close()
    return None


def _dictionary(base: sqlite3.Connection, name: str) -> bytes:
    row = base.execute("SELECT bytes FROM dictionary WHERE format = ?", (name,)).fetchone()
    return row[0] if row else b""


def _went(entry: Entry, name: str) -> str:
    """Return when a record of a withdrawn document went: with it, or before it."""
    stamp = entry.stamps[name]
    return stamp.changed if stamp.gone else entry.withdrawn


def _dated(entry: Entry, now: str) -> Entry:
    stamps = {n: replace(s, changed=now) if s.changed == _NOW else s for n, s in entry.stamps.items()}
    return replace(entry, published=now if entry.published == _NOW else entry.published, stamps=stamps)
