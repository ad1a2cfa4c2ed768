"""Whether the links in an edition's own pages lead to something."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from teiedit.model.diagnostic import Diagnostic, Severity
from teiedit.model.position import Place

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

    from teiedit.model.edition import Edition
    from teiedit.model.house import Link
    from teiedit.model.output import Shelf


class Watched:
    """A shelf that remembers the files to which the edition's own pages lead."""

    def __init__(self, shelf: Shelf, edition: Edition, *, large: bool) -> None:
        """Begin.

        Args:
            shelf: where the files go.
            edition: whose pages they are.
            large: entries of the registers have pages of their own.
        """
        self._shelf = shelf
        self._edition = edition
        self._large = large
        self._wanted = {_parted(link.address, name, large=large)[0] for _, name, link in _links(edition)}
        self._seen: dict[str, bytes] = {}

    def put(self, path: str, content: bytes, key: str = "") -> None:
        """Take a file."""
        if path in self._wanted:
            self._seen[path] = content
        self._shelf.put(path, content, key)

    def stays(self, path: str, key: str) -> bool:
        """Say whether the file is there already; one that is to be looked at is made again."""
        return path not in self._wanted and self._shelf.stays(path, key)

    def broken(self, documents: Container[str]) -> list[Diagnostic]:
        """Return E023 for each link in the edition's own pages that leads to no page, or to no place on it.

        Args:
            documents: identifiers of the documents, which have pages and files of their own.
        """
        return [
            Diagnostic("E023", Severity.WARNING, Place(shown, link.line), message, _LINK_HINT)
            for shown, name, link in _links(self._edition)
            if (message := self._message(link.address, name, documents))
        ]

    def _message(self, address: str, page: str, documents: Container[str]) -> str:
        target, place = _parted(address, page, large=self._large)
        folder, _, name = target.rpartition("/")
        identifier = name.rpartition(".")[0]
        if folder in _OF_DOCUMENTS and (identifier in documents or identifier == self._edition.id):
            return ""
        if target not in self._seen:
            return f'the link "{address}" leads to no page of the edition'
        ids = re.escape(escape(place)).encode()
        if place and target.endswith(".html") and not re.search(rb"\sid=\"" + ids + rb"\"", self._seen[target]):
            return f'the link "{address}" leads to no place on its page'
        return ""


def _links(edition: Edition) -> Iterator[tuple[str, str, Link]]:
    """Give the links of the edition's own pages: the page as the user knows it, its name, and the link."""
    own = (*edition.house.introduction, *edition.house.pages, *([edition.house.footer] if edition.house.footer else ()))
    return ((page.shown, page.name or "index", link) for page in own for link in page.links)


def _parted(address: str, page: str, *, large: bool) -> tuple[str, str]:
    """Return the file and the place to which a link leads, as `xslt/html/own.xsl` moves it."""
    parts = urlsplit(_ENTRY.sub(r"\1/\2.html", address) if large else address)
    return unquote(parts.path) or f"{page}.html", unquote(parts.fragment)


_LINK_HINT = "an address begins at the site's home, such as documents/ID.html or persons.html#p-ID"
_ENTRY = re.compile(r"^(persons|places|organisations)\.html#(.+)$")
_OF_DOCUMENTS = ("documents", "tei", "pdf", "epub", "text", "cite")
