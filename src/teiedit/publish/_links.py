"""Whether the links in an edition's own pages lead to something."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from teiedit.model.diagnostic import Diagnostic, Severity
from teiedit.model.position import Place

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from teiedit.model.edition import Edition


def broken_links(edition: Edition, files: Mapping[str, bytes], documents: Iterable[str]) -> list[Diagnostic]:
    """Return E023 for each link in the edition's own pages that leads to no page, or to no place on it.

    Args:
        edition: whose pages they are.
        files: what was made for the edition as a whole, by path.
        documents: identifiers of the documents, which have pages and files of their own.
    """
    known = {*documents, edition.id}
    own = (*edition.house.introduction, *edition.house.pages, *([edition.house.footer] if edition.house.footer else ()))
    links = [(page.shown, page.name or "index", link) for page in own for link in page.links]
    return [
        Diagnostic("E023", Severity.WARNING, Place(shown, link.line), message, _LINK_HINT)
        for shown, name, link in links
        if (message := _broken(link.address, name, files, known))
    ]


_LINK_HINT = "an address begins at the site's home, such as documents/ID.html or persons.html#p-ID"


def _broken(address: str, page: str, files: Mapping[str, bytes], documents: set[str]) -> str:
    parts = urlsplit(address)
    path, place = unquote(parts.path), unquote(parts.fragment)
    folder, _, name = path.rpartition("/")
    if folder in _OF_DOCUMENTS and name.rpartition(".")[0] in documents:
        return ""
    target = path or f"{page}.html"
    if target not in files:
        return f'the link "{address}" leads to no page of the edition'
    ids = re.escape(escape(place)).encode()
    if place and target.endswith(".html") and not re.search(rb"\sid=\"" + ids + rb"\"", files[target]):
        return f'the link "{address}" leads to no place on its page'
    return ""


_OF_DOCUMENTS = ("documents", "tei", "pdf", "epub", "text", "cite")
