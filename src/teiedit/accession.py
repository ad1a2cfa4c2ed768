"""What a build made enters the catalogue, and the ledger beside the transcripts.

The catalogue is published first: a moment in the ledger that nobody can have seen yet would let harvesters pass over
what bears it. The ledger that belongs to it is noted before (`incremental/pending.py`), so that one is never without
the other, whenever the build ends.
"""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from teiedit.catalogue.ledger import render
from teiedit.catalogue.reader import Catalogue, NoCatalogueError
from teiedit.catalogue.store import NAME, Store, digest_of, same
from teiedit.incremental import pending
from teiedit.model.diagnostic import Diagnostic, Severity
from teiedit.model.position import Place
from teiedit.model.records import FACTS, KEPT
from teiedit.read.ledger import FILE, read_ledger
from teiedit.tools import files

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

    from teiedit.model.edition import Edition

_TEI = "tei"


class Accession:
    """One build's additions to the catalogue and the ledger."""

    def __init__(self, folder: Path, output: Path, spool: Path) -> None:
        """Read the ledger and begin a catalogue.

        Args:
            folder: the edition's.
            output: the site's.
            spool: a folder for files of this build.

        Raises:
            EditionError: E030, the ledger cannot be read.
            OSError: the spool cannot be written to.
        """
        self._path = folder / FILE
        self._output = output
        self._place = output / NAME
        with contextlib.suppress(OSError):
            files.sweep([folder])
        self._ledger = read_ledger(self._caught_up(spool), self._path.as_posix())
        self._fresh = spool / "catalogue.sqlite"
        self._store = Store(self._fresh, self._ledger, self._place)
        self._added: set[str] = set()

    def document(self, identifier: str, files: Mapping[str, bytes], tei: Iterable[bytes]) -> None:
        """Take a document that is published now.

        Args:
            identifier: the document's.
            files: those of its records.
            tei: its TEI file, if there is one.
        """
        records = {path.split("/")[1]: content for path, content in files.items()}
        facts = records.pop(FACTS)
        records = {name: content for name, content in records.items() if name in KEPT}
        for content in tei:
            records[_TEI] = content
        self._store.add(identifier, facts, records, kept=(_TEI,))
        self._added.add(identifier)

    @property
    def readable(self) -> bool:
        """Whether the catalogue of the build before can be read."""
        try:
            self.catalogue().close()
        except NoCatalogueError:
            return False
        return True

    def keep(self, identifier: str) -> bool:
        """Take over what the catalogue has of a document of which nothing was made anew; say whether it has it."""
        kept = self._store.keep(identifier)
        if kept:
            self._added.add(identifier)
        return kept

    def finish(self, identifiers: Iterable[str], now: Callable[[], str], edition: Edition) -> list[Diagnostic]:
        """Put the catalogue in its place, and write the ledger.

        Args:
            identifiers: all documents of the edition. What was made before of one that is not published now stays.
            now: gives the moment of what is new.
            edition: whose documents they are.

        Raises:
            OSError: the catalogue cannot be written.
        """
        rest = [identifier for identifier in identifiers if identifier not in self._added]
        missing = [identifier for identifier in rest if not self._store.keep(identifier)]
        ledger = render(self._store.finish(now(), missing, _about(edition)))
        pending.note(self._output, digest_of(self._fresh), self._written(), ledger)
        if not same(self._fresh, self._place):
            files.move(self._fresh, self._place)
        return self._write(ledger)

    def _caught_up(self, spool: Path) -> Path:
        """Write the ledger that a build before was kept from writing; return where it can be read."""
        due = pending.due(self._output, digest_of(self._place), self._written())
        if due is None:
            return self._path
        if self._write(due):
            (spool / FILE).write_bytes(due)
            return spool / FILE
        return self._path

    def _written(self) -> bytes:
        """Return the ledger's file as it is."""
        return self._path.read_bytes() if self._path.is_file() else b""

    def _write(self, ledger: bytes) -> list[Diagnostic]:
        try:
            files.replace(self._path, ledger)
        except OSError as error:
            return [_not_written(self._path.as_posix(), error)]
        pending.done(self._output)
        return []

    def catalogue(self) -> Catalogue:
        """Return the finished catalogue."""
        return Catalogue(self._place)


def _about(edition: Edition) -> dict[str, str]:
    """Return what a server must know of the edition, which may have nothing but the output."""
    host = urlsplit(edition.base_url).hostname or ""
    return {
        "id": edition.id,
        "title": edition.title,
        "contact": edition.contact,
        "address": edition.base_url,
        "oai": edition.harvest.oai or (f"{edition.base_url}oai" if edition.base_url else ""),
        "repository": edition.harvest.repository or host,
    }


def _not_written(shown: str, error: OSError) -> Diagnostic:
    message = f'cannot write "{shown}": {(error.strerror or str(error)).lower()}'
    hint = "let the program write in the edition's folder; until then this output alone knows what changed when"
    return Diagnostic("E031", Severity.WARNING, Place(shown), message, hint)
