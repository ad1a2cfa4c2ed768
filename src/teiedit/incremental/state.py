"""What the build before has made, step by step: a SQLite file in a folder beside the site's.

It only saves work: without it, or with one that is damaged or another version's, everything is made again.
"""

from __future__ import annotations

import json
import shutil
import sqlite3
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from teiedit.tools.traced import digests

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from teiedit.model.edition import Edition

FOLDER = ".teiedit-cache"
NAME = "state.sqlite"
_VERSION = "1"
# https://bford.info/cachedir/
_TAG = "Signature: 8a477f597d28d172789f06886806bc55\n# Made by teiedit; it can be deleted at any time.\n"
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


class State:
    """The steps of the build before, and of this one as they come."""

    def __init__(self, output: Path) -> None:
        """Open what is kept for a site, or begin anew.

        Raises:
            OSError: the folder cannot be made.
        """
        folder = output / FOLDER
        folder.mkdir(exist_ok=True)
        tag = folder / "CACHEDIR.TAG"
        if not tag.exists():
            tag.write_text(_TAG, "utf-8")
        self._path = folder / NAME
        try:
            self._base = self._opened()
        except sqlite3.Error:
            self._path.unlink(missing_ok=True)
            for rest in folder.glob(f"{NAME}-*"):
                rest.unlink(missing_ok=True)
            self._base = self._opened()

    def _opened(self) -> sqlite3.Connection:
        base = sqlite3.connect(self._path, isolation_level=None)
        try:
            base.executescript(_SCHEMA)
            row = base.execute("SELECT value FROM meta WHERE key = 'version'").fetchone()
            if row is not None and row[0] != _VERSION:
                raise sqlite3.DatabaseError(row[0])
            base.execute("BEGIN IMMEDIATE")
            base.execute("INSERT OR REPLACE INTO meta VALUES ('version', ?)", (_VERSION,))
        except sqlite3.Error:
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
            yield identifier, json.loads(value)

    def kept(self, step: str, identifier: str) -> Kept | None:
        """Return what a step gave for one document."""
        row = self._base.execute(
            "SELECT key, value, content FROM step WHERE step = ? AND id = ?", (step, identifier)
        ).fetchone()
        return Kept(row[0], json.loads(row[1]), row[2]) if row else None

    def asked_for_the_same(self, step: str, edition: Edition, program: str) -> bool:
        """Say whether a step would find the settings that it asked for, and the program, as they were."""
        rows = dict(self._base.execute("SELECT setting, digest FROM asked WHERE step = ?", (step,)).fetchall())
        if rows.pop("", None) != program:
            return False
        return rows == digests(edition, rows)

    def keep(self, step: str, identifier: str, kept: Kept) -> None:
        """Keep what a step gave for one document."""
        found = int(bool(kept.value.get("found")))
        row = (step, identifier, kept.key, found, json.dumps(kept.value, ensure_ascii=False), kept.content)
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


def forget(output: Path) -> None:
    """Remove what is kept for a site."""
    shutil.rmtree(output / FOLDER, ignore_errors=True)
