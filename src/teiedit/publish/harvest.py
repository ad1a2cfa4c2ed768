"""What programs take of the edition as a whole, made from its catalogue.

In: the catalogue of a finished build; out, one file at a time: the letters for correspSearch (`metadata/cmif.xml`, with
a report), an OAI Static Repository (`metadata/oai-static.xml`), each document's links (`linkset/`), what web servers
are to say (`_headers`, `metadata/headers/`), and the catalogue as a list and a table.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from teiedit.model.diagnostic import Diagnostic, Severity
from teiedit.model.position import Place
from teiedit.publish import _harvest_headers, _signposting
from teiedit.publish._harvest_cmif import CMIF, Letters, open_licence
from teiedit.publish._harvest_oai import DUBLIN_CORE, MOST, Repository
from teiedit.publish._harvest_tables import Tables
from teiedit.publish.html import folders

if TYPE_CHECKING:
    from collections.abc import Iterator

    from teiedit.model.catalogue import Holdings, Item
    from teiedit.model.edition import Edition

_SETTINGS = "edition.toml"


class Harvest:
    """The files for harvesters of one edition.

    Attributes:
        changed: when each document was last changed, by its identifier; whole when all files were given.
    """

    def __init__(self, holdings: Holdings, edition: Edition) -> None:
        """Begin.

        Args:
            holdings: the catalogue, gone through once.
            edition: whose it is.
        """
        self.changed: dict[str, str] = {}
        self._holdings = holdings
        self._edition = edition
        self._letters = Letters(edition)
        self._repository = Repository(edition)

    def files(self) -> Iterator[tuple[str, bytes]]:
        """Give all files by their paths. Without an address of the edition there are the list and the table only."""
        tables = Tables()
        records: set[str] | None = None
        for item in self._holdings.items():
            tables.add(item)
            self.changed[item.id] = item.modified
            records = set(item.changed) if records is None else records & set(item.changed)
            if self._edition.base_url:
                self._gather(item)
                yield from _signposting.files(item, self._edition)
        yield from tables.files()
        if self._edition.base_url:
            yield from self._letters.files(self._holdings.latest())
            yield from self._repository.files()
            languages = [language for language, folder in folders(self._edition) if folder]
            yield from _harvest_headers.files(self._edition, languages, records or (), tuple(self.changed))

    def _gather(self, item: Item) -> None:
        piece = self._holdings.content(item.id, CMIF) if CMIF in item.changed else None
        self._letters.add(item.id, piece)
        self._repository.add(item, self._holdings.content(item.id, DUBLIN_CORE))

    def findings(self) -> Iterator[Diagnostic]:
        """Say what stands in the way of being found: M020 to M025. To be asked when all files were given."""
        if not self._edition.base_url:
            yield _note("M020", *_NO_ADDRESS)
            return
        if not self._edition.contact:
            yield _note("M021", *_NO_CONTACT)
        if self._letters.coverage.letters:
            if not open_licence(self._edition):
                yield _note("M022", *_NOT_OPEN)
            yield from self._letters.coverage.findings(_SETTINGS)
        if self._repository.count > MOST:
            message = f"an OAI Static Repository may hold {MOST:,} records, and there are {self._repository.count:,}"
            yield _note("M025", message, "a server for OAI-PMH may have any number of records")


_NO_ADDRESS = (
    "the edition has no address, so nothing can tell harvesters where its documents are",
    "give base_url, such as https://example.org/letters/: then there are CMIF, a static OAI repository and linksets",
)
_NO_CONTACT = (
    "nobody is named to whom harvesters can write",
    'give contact = "letters@example.org": OAI-PMH must have an address, and correspSearch asks for one',
)
_NOT_OPEN = (
    "no CMIF was made: correspSearch takes metadata under CC BY 4.0 or CC0 only",
    'if the metadata may be given away under one of them, say so under [harvest]: metadata_licence = "CC0 1.0"',
)


def _note(code: str, message: str, hint: str) -> Diagnostic:
    return Diagnostic(code, Severity.INFO, Place(_SETTINGS), message, hint)
