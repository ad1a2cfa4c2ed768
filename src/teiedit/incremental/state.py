"""What the build before has made, step by step: a SQLite file in a folder beside the site's.

It only saves work: without it, or with one that is damaged or another version's, everything is made again. What has
been done so far is saved now and then, so that a build that is stopped need not begin anew. What it says of files may
then not be true yet: after a build that did not come to its end each file is compared (`unchanged.py`).

A table of short rows says of each step what it was made from; what it gave lies beside, and is read only where it is
asked for.
"""

from __future__ import annotations

import json
import sqlite3
import time
import zlib
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from teiedit.incremental.room import FOLDER, discard, made
from teiedit.tools.traced import digests

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from teiedit.model.edition import Edition

NAME = "state.sqlite"
_VERSION = "2"
_SCHEMA = """
CREATE TABLE IF NOT EXISTS meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS source (id TEXT PRIMARY KEY, stamp TEXT NOT NULL, key TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS step (
  step TEXT, id TEXT, key TEXT NOT NULL, gave TEXT NOT NULL, record TEXT NOT NULL, found INTEGER NOT NULL,
  PRIMARY KEY (step, id)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS result (step TEXT, id TEXT, value TEXT NOT NULL, content BLOB, PRIMARY KEY (step, id));
CREATE TABLE IF NOT EXISTS asked (step TEXT, setting TEXT, digest TEXT NOT NULL, PRIMARY KEY (step, setting))
  WITHOUT ROWID;
"""
_WRITTEN = "SELECT step, id, value FROM result WHERE step NOT IN ('read', 'context', 'relations')"
_GAVE = "SELECT id, value FROM result WHERE step = ?"
_FOUND = "SELECT id, value FROM step CROSS JOIN result USING (step, id) WHERE step = ? AND found"
_KEPT = """SELECT key, gave, record, value, content FROM step CROSS JOIN result USING (step, id)
  WHERE step = ? AND id = ?"""
# Seconds after which what was done is saved, and how many times longer than saving takes it should be.
_PAUSE, _SHARE = 5.0, 20


class Brief(NamedTuple):
    """What is compared of a step for one document.

    Attributes:
        key: what it was made from; "" where that cannot be used again.
        gave: as for `Kept`.
        record: as for `Kept`.
    """

    key: str
    gave: str
    record: str


@dataclass(frozen=True, slots=True)
class Kept:
    """What a step gave for one document.

    Attributes:
        key: what it was made from.
        value: what it gave, as an object of JSON; what was found under "found".
        content: bytes that it gave, or None.
        gave: the sum of what it gave, "" if nothing.
        record: the sum of the document's record, if it gave one.
    """

    key: str
    value: dict[str, Any]
    content: bytes | None = None
    gave: str = ""
    record: str = ""


class Damaged(Exception):  # noqa: N818 - says what is the case
    """Raised where what is kept cannot be read; or is another version's."""


class State:
    """The steps of the build before, and of this one as they come."""

    def __init__(self, output: Path) -> None:
        """Open what is kept for a site, or begin anew.

        Raises:
            OSError: the folder cannot be made.
            sqlite3.Error: the file cannot be written: the disk is full, or another has it.
        """
        self._path = made(output) / NAME
        if self._path.is_dir():
            begin_anew(output)
        try:
            self._base = self._opened()
        except (sqlite3.Error, Damaged) as error:
            if not is_damage(error):
                raise
            begin_anew(output)
            self._base = self._opened()
        self._pause(0)

    def _opened(self) -> sqlite3.Connection:
        base = sqlite3.connect(self._path, isolation_level=None)
        try:
            # a commit is on the disk, its end too, before anybody is told of it
            base.execute("PRAGMA synchronous = EXTRA")
            base.executescript(_SCHEMA)
            row = base.execute("SELECT value FROM meta WHERE key = 'version'").fetchone()
            if row is not None and row[0] != _VERSION:
                raise Damaged(row[0])
            base.execute("BEGIN IMMEDIATE")
            base.execute("INSERT OR REPLACE INTO meta VALUES ('version', ?)", (_VERSION,))
        except (sqlite3.Error, Damaged):
            base.close()
            raise
        return base

    def sources(self) -> dict[str, tuple[str, str]]:
        """Return, by document, what was seen of its files, and what stands for what is in them."""
        return {name: (stamp, key) for name, stamp, key in self._base.execute("SELECT * FROM source").fetchall()}

    def briefs(self, step: str) -> dict[str, Brief]:
        """Return what can be compared of a step, by document."""
        rows = self._base.execute("SELECT id, key, gave, record FROM step WHERE step = ?", (step,)).fetchall()
        return {name: Brief(key, gave, record) for name, key, gave, record in rows}

    def values(self, step: str, *, found: bool = False) -> Iterator[tuple[str, Any]]:
        """Give what each document's step gave; of those alone in which something was found, where that is asked."""
        for identifier, value in self._base.execute(_FOUND if found else _GAVE, (step,)).fetchall():
            yield identifier, _loaded(value)

    def files(self) -> Iterator[tuple[str, str, str]]:
        """Give what was written: format, document, and the file's path; "*" for the edition as a document."""
        for step, identifier, value in self._base.execute(_WRITTEN).fetchall():
            for path in _loaded(value).get("files", ()):
                yield ("metadata" if step == "catalogue" else step.removeprefix("volume ")), identifier or "*", path

    def kept(self, step: str, identifier: str) -> Kept | None:
        """Return what a step gave for one document."""
        row = self._base.execute(_KEPT, (step, identifier)).fetchone()
        if row is None:
            return None
        key, gave, record, value, content = row
        return Kept(key, _loaded(value), content and _unpacked(content), gave, record)

    def asked_for_the_same(self, step: str, edition: Edition, program: str) -> bool:
        """Say whether a step would find the settings that it asked for, and the program, as they were."""
        rows = dict(self._base.execute("SELECT setting, digest FROM asked WHERE step = ?", (step,)).fetchall())
        if rows.pop("", None) != program:
            return False
        return rows == digests(edition, rows)

    def other_settings(self, step: str, edition: Edition, program: str) -> frozenset[str] | None:
        """Return the settings that a step would find otherwise than before; "" among them stands for the program.

        None is given where nothing is known of the build before.
        """
        rows = dict(self._base.execute("SELECT setting, digest FROM asked WHERE step = ?", (step,)).fetchall())
        if not rows:
            return None
        now = {"": program, **digests(edition, [name for name in rows if name])}
        return frozenset(name for name in rows if rows[name] != now[name])

    def keep(self, step: str, identifier: str, kept: Kept) -> None:
        """Keep what a step gave for one document."""
        found = int(bool(kept.value.get("found")))
        packed = zlib.compress(kept.content, 1) if kept.content is not None else None
        brief = (step, identifier, kept.key, kept.gave, kept.record, found)
        value = json.dumps(kept.value, ensure_ascii=False)
        self._base.execute("INSERT OR REPLACE INTO step VALUES (?, ?, ?, ?, ?, ?)", brief)
        self._base.execute("INSERT OR REPLACE INTO result VALUES (?, ?, ?, ?)", (step, identifier, value, packed))

    def keep_brief(self, step: str, briefs: Mapping[str, Brief]) -> None:
        """Keep what can be compared of a step that gave nothing else, by document."""
        rows = [(step, name, *brief) for name, brief in briefs.items()]
        self._base.executemany("INSERT OR REPLACE INTO step VALUES (?, ?, ?, ?, ?, 0)", rows)

    def spend(self, step: str) -> None:
        """Note that nothing a step gave can be used again, since settings or program are others."""
        self._base.execute("UPDATE step SET key = '' WHERE step = ? AND key != ''", (step,))

    def keep_asked(self, step: str, edition: Edition, names: Iterable[str], program: str) -> None:
        """Keep which settings a step asked for, beside those that it asked for before.

        They must be as they were for all documents whose step can be used again: see `spend`.
        """
        before = self._base.execute("SELECT setting FROM asked WHERE step = ? AND setting != ''", (step,)).fetchall()
        known = {name for (name,) in before} | set(names)
        rows = [(step, "", program), *((step, name, value) for name, value in digests(edition, known).items())]
        self._base.execute("DELETE FROM asked WHERE step = ?", (step,))
        self._base.executemany("INSERT INTO asked VALUES (?, ?, ?)", rows)

    def keep_sources(self, changed: Mapping[str, tuple[str, str]], gone: Iterable[str]) -> None:
        """Keep what was seen of documents, as `sources` gives it; what is of a document that is gone goes."""
        rows = [(name, *row) for name, row in changed.items()]
        self._base.executemany("INSERT OR REPLACE INTO source VALUES (?, ?, ?)", rows)
        ids = [(name,) for name in gone]
        for table in ("source", "step", "result"):
            self._base.executemany(f"DELETE FROM {table} WHERE id = ?", ids)  # noqa: S608 - names of ours

    def due(self) -> bool:
        """Say whether it is time to save what was done: seldom enough for it to cost next to nothing."""
        return time.monotonic() >= self._next

    @contextmanager
    def saving(self) -> Iterator[None]:
        """Save what was done so far, for a build that may be stopped, when that is done which must be done before."""
        begun = time.monotonic()
        yield
        self._base.execute("COMMIT")
        self._base.execute("BEGIN IMMEDIATE")
        self._pause(time.monotonic() - begun)

    def _pause(self, taken: float) -> None:
        self._next = time.monotonic() + max(_PAUSE, _SHARE * taken)

    def finish(self) -> None:
        """Keep all this for the next build."""
        self._base.execute("COMMIT")
        self._base.close()

    def close(self) -> None:
        """Leave things as they were when they were saved last, unless finished."""
        self._base.close()


def begin_anew(output: Path) -> None:
    """Remove what is kept of the steps.

    Raises:
        OSError: it cannot be removed.
    """
    path = output / FOLDER / NAME
    for file in (path, *path.parent.glob(f"{NAME}-*")):
        discard(file)


def is_damage(error: Exception) -> bool:
    """Say whether an error says that a state is damaged, and not that it cannot be used now.

    See https://www.sqlite.org/rescode.html.
    """
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    return isinstance(error, Damaged) or code in (sqlite3.SQLITE_ERROR, sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


def _loaded(value: str) -> Any:
    try:
        return json.loads(value)
    except ValueError as error:
        raise Damaged from error


def _unpacked(content: bytes) -> bytes:
    try:
        return zlib.decompress(content)
    except zlib.error as error:
        raise Damaged from error
