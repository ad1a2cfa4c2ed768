"""A finished catalogue, read."""

from __future__ import annotations

import json
import sqlite3
from functools import cached_property
from typing import TYPE_CHECKING

from teiedit.catalogue.shelves import CatalogueShelves
from teiedit.catalogue.store import VERSION, unpack
from teiedit.model.catalogue import Item

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


_CHANGED = "SELECT changed FROM record WHERE format = ? AND id = ? AND deleted = 0"


class NoCatalogueError(Exception):
    """Raised where a file is no catalogue of this version."""


class Catalogue:
    """The catalogue of one build; a later build's is another file under the same name.

    One thread may use it at a time.
    """

    def __init__(self, path: Path) -> None:
        """Open a catalogue.

        Raises:
            NoCatalogueError: there is none, or another version's.
        """
        self._dictionaries: dict[str, bytes] = {}
        try:
            self.base = sqlite3.connect(
                f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False
            )
            rows = self.base.execute("SELECT key, value FROM meta")
            self.meta = dict(rows.fetchall())
        except sqlite3.Error as error:
            raise NoCatalogueError(str(error)) from error
        if self.meta.get("version") != VERSION:
            self.base.close()
            raise NoCatalogueError(self.meta.get("version", ""))

    def close(self) -> None:
        """Close the file."""
        self.base.close()

    @cached_property
    def shelves(self) -> CatalogueShelves:
        """The collections in which the documents are; what is read of them is kept."""
        return CatalogueShelves(self)

    def items(self) -> Iterator[Item]:
        """Give all documents that are published, in the order of their dates."""
        rows = self.base.execute(
            "SELECT id FROM document WHERE withdrawn = '' ORDER BY json_extract(facts, '$.sort'), id"
        )
        for (identifier,) in rows:
            item = self.item(identifier)
            if item is not None:
                yield item

    def item(self, identifier: str) -> Item | None:
        """Return one document, or None if it is not published, or no more."""
        row = self.base.execute(
            "SELECT facts, published FROM document WHERE id = ? AND withdrawn = ''", (identifier,)
        ).fetchone()
        if row is None:
            return None
        # records lie by format, so that one document's are found by asking for each
        changed = [
            (name, *found) for name in self._formats for found in self.base.execute(_CHANGED, (name, identifier))
        ]
        sets = self.base.execute("SELECT spec FROM member WHERE id = ? AND spec LIKE '%:%' ORDER BY 1", (identifier,))
        return Item(identifier, json.loads(row[0]), row[1], dict(changed), tuple(spec for (spec,) in sets))

    @cached_property
    def _formats(self) -> tuple[str, ...]:
        return tuple(name for (name,) in self.base.execute("SELECT DISTINCT format FROM record ORDER BY 1"))

    def content(self, identifier: str, name: str) -> bytes | None:
        """Return a record in one format; None where there is none, or the site has it as a file."""
        row = self.base.execute("SELECT bytes FROM content WHERE id = ? AND format = ?", (identifier, name)).fetchone()
        if row is None:
            return None
        if name not in self._dictionaries:
            kept = self.base.execute("SELECT bytes FROM dictionary WHERE format = ?", (name,)).fetchone()
            self._dictionaries[name] = kept[0] if kept else b""
        return unpack(row[0], self._dictionaries[name])

    def latest(self) -> str:
        """Return the last moment at which any record was made, changed or withdrawn, or ""."""
        return self.base.execute("SELECT max(changed) FROM record").fetchone()[0] or ""
