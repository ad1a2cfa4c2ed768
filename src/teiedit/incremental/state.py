"""What the build before has made, step by step: a SQLite file in a folder beside the site's.

It only saves work: without it, or with one that is damaged or another version's, everything is made again. What it
says of files must be true after a power loss too: it is closed when they are on the disk.
"""

from __future__ import annotations

import json
import sqlite3
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from teiedit.incremental.room import FOLDER, discard, made
from teiedit.tools.traced import digests

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from teiedit.model.edition import Edition

NAME = "state.sqlite"
_VERSION = "1"
_SCHEMA = """
CREATE TABLE IF NOT EXISTS meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS source (id TEXT PRIMARY KEY, size INTEGER, time INTEGER, hash TEXT) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS step (
  step TEXT, id TEXT, key TEXT NOT NULL, found INTEGER NOT NULL, value TEXT NOT NULL, content BLOB,
  PRIMARY KEY (step, id)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS asked (step TEXT, setting TEXT, digest TEXT NOT NULL, PRIMARY KEY (step, setting))
  WITHOUT ROWID;
"""
_WRITTEN = "SELECT step, id, value FROM step WHERE step NOT IN ('read', 'context')"


@dataclass(frozen=True, slots=True)
class Kept:
    """What a step gave for one document.

    Attributes:
        key: what it was made from.
        value: what it gave, as an object of JSON; what was found under "found".
        content: bytes that it gave, or None.
    """

    key: str
    value: dict[str, Any]
    content: bytes | None = None


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

    def sources(self) -> dict[str, tuple[int, int, str]]:
        """Return size, time and hash of each transcript, by the document's identifier."""
        return {i: (size, time, value) for i, size, time, value in self._base.execute("SELECT * FROM source")}

    def keys(self, step: str) -> dict[str, str]:
        """Return what each document's step was made from."""
        return dict(self._base.execute("SELECT id, key FROM step WHERE step = ?", (step,)).fetchall())

    def values(self, step: str, *, found: bool = False) -> Iterator[tuple[str, Any]]:
        """Give what each document's step gave; of those alone in which something was found, where that is asked."""
        query = "SELECT id, value FROM step WHERE step = ? AND found >= ?"
        for identifier, value in self._base.execute(query, (step, int(found))).fetchall():
            yield identifier, _loaded(value)

    def files(self) -> Iterator[tuple[str, str, str]]:
        """Give what was written: format, document, and the file's path; "*" for the edition as a document."""
        for step, identifier, value in self._base.execute(_WRITTEN).fetchall():
            for path in _loaded(value).get("files", ()):
                yield ("metadata" if step == "catalogue" else step.removeprefix("volume ")), identifier or "*", path

    def kept(self, step: str, identifier: str) -> Kept | None:
        """Return what a step gave for one document."""
        row = self._base.execute(
            "SELECT key, value, content FROM step WHERE step = ? AND id = ?", (step, identifier)
        ).fetchone()
        return Kept(row[0], _loaded(row[1]), row[2] and _unpacked(row[2])) if row else None

    def asked_for_the_same(self, step: str, edition: Edition, program: str) -> bool:
        """Say whether a step would find the settings that it asked for, and the program, as they were."""
        rows = dict(self._base.execute("SELECT setting, digest FROM asked WHERE step = ?", (step,)).fetchall())
        if rows.pop("", None) != program:
            return False
        return rows == digests(edition, rows)

    def keep(self, step: str, identifier: str, kept: Kept) -> None:
        """Keep what a step gave for one document."""
        found = int(bool(kept.value.get("found")))
        packed = zlib.compress(kept.content, 1) if kept.content is not None else None
        row = (step, identifier, kept.key, found, json.dumps(kept.value, ensure_ascii=False), packed)
        self._base.execute("INSERT OR REPLACE INTO step VALUES (?, ?, ?, ?, ?, ?)", row)

    def keep_asked(self, step: str, edition: Edition, names: Iterable[str], program: str) -> None:
        """Keep which settings a step asked for, beside those that it asked for before."""
        before = self._base.execute("SELECT setting FROM asked WHERE step = ? AND setting != ''", (step,)).fetchall()
        known = {name for (name,) in before} | set(names)
        rows = [(step, "", program), *((step, name, value) for name, value in digests(edition, known).items())]
        self._base.execute("DELETE FROM asked WHERE step = ?", (step,))
        self._base.executemany("INSERT INTO asked VALUES (?, ?, ?)", rows)

    def keep_sources(self, sources: Mapping[str, tuple[int, int, str]]) -> None:
        """Keep size, time and hash of each transcript; what is of no transcript any more goes."""
        self._base.execute("DELETE FROM source")
        self._base.executemany("INSERT INTO source VALUES (?, ?, ?, ?)", [(i, *row) for i, row in sources.items()])
        self._base.execute("DELETE FROM step WHERE id != '' AND id NOT IN (SELECT id FROM source)")

    def finish(self) -> None:
        """Keep all this for the next build."""
        self._base.execute("COMMIT")
        self._base.close()

    def close(self) -> None:
        """Leave things as they were, unless finished."""
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
