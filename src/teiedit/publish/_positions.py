"""Where each word of an edition stands: in memory as far as there is room, beyond that in a file of the system's own.

What is held is put by, word by word, whenever it has become too much; at the end the pieces of each word are joined.
"""

from __future__ import annotations

import sqlite3
from array import array
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

# Positions that are held, at four bytes each, and as many words.
MOST_HELD = 8_000_000
_MOST_WORDS = 400_000


class Positions:
    """Gathers positions by words."""

    def __init__(self, most: int) -> None:
        """Begin.

        Args:
            most: so many positions are held.
        """
        self._most = most
        self._held: dict[str, array[int]] = {}
        self._count = 0
        self._run = 0
        self._base: sqlite3.Connection | None = None

    def add(self, word: str, start: int, differences: Sequence[int]) -> None:
        """Add positions that follow those of this word so far.

        Args:
            word: a word.
            start: what the first difference is to be added to.
            differences: each position less the one before.
        """
        held = self._held.get(word)
        if held is None:
            if self._count >= self._most or len(self._held) >= _MOST_WORDS:
                self._put_by()
            held = self._held[word] = array("I")
        at = start
        for difference in differences:
            at += difference
            held.append(at)
        self._count += len(differences)

    def words(self) -> Iterator[tuple[str, array[int]]]:
        """Give each word with its positions, the words as JavaScript compares them; nothing can be added after."""
        if self._base is None:
            # by their units of sixteen bits
            for word in sorted(self._held, key=lambda word: word.encode("utf-16-be")):
                yield word, self._held[word]
            return
        self._put_by()
        yield from _joined(self._base.execute("SELECT word, positions FROM run ORDER BY word, number"))
        self._base.close()

    def _put_by(self) -> None:
        """Write what is held to the file."""
        if self._base is None:
            # without a name: SQLite makes a file that nobody else sees, and removes it
            self._base = sqlite3.connect("", isolation_level=None)
            self._base.execute("PRAGMA journal_mode = OFF")
            self._base.execute("CREATE TABLE run (word BLOB, number INTEGER, positions BLOB)")
        rows = (
            (word.encode("utf-16-be"), self._run, self._held[word].tobytes())
            for word in sorted(self._held, key=lambda word: word.encode("utf-16-be"))
        )
        self._base.execute("BEGIN")
        self._base.executemany("INSERT INTO run VALUES (?, ?, ?)", rows)
        self._base.execute("COMMIT")
        self._held, self._count, self._run = {}, 0, self._run + 1


def _joined(rows: Iterable[tuple[bytes, bytes]]) -> Iterator[tuple[str, array[int]]]:
    current: bytes | None = None
    positions: array[int] = array("I")
    for word, some in rows:
        if current is not None and word != current:
            yield current.decode("utf-16-be"), positions
            positions = array("I")
        current = word
        positions.frombytes(some)
    if current is not None:
        yield current.decode("utf-16-be"), positions
