"""What a static site can give of DTS: the entry, collections, each document's tree as a whole, and whole documents.

A host of files cannot cut passages, and knows no parameters; the templates of URIs say so. The files end in .jsonld,
by which hosts know the media type application/ld+json. They need absolute addresses, and are made where edition.toml
says what that of the site is (base_url).
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from teiedit.publish.dts.addresses import Addresses
from teiedit.publish.dts.collections import (
    Describer,
    alone,
    collection,
    entry,
    item_json,
    pages,
    rendered,
)
from teiedit.publish.dts.navigation import WHOLE, Places, Text, navigation
from teiedit.tools.tei import XML_ID

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from teiedit.model.edition import Edition
    from teiedit.model.shelf import Shelves

FOLDER = "dts"


def document(root: etree._Element, edition: Edition) -> dict[str, bytes]:
    """Return `dts/navigation/<id>.jsonld`, the tree of a document.

    Args:
        root: the document's TEI element.
        edition: whose document it is; without a base_url, there are no files.
    """
    name = root.get(XML_ID, "")
    if not edition.base_url or not name:
        return {}
    addresses = Addresses(edition.base_url, static=True)
    made = navigation(Text.of(name, root), Places(), WHOLE, addresses)
    about = {"@id": made["resource"]["navigation"], "@type": "Navigation"}
    return {f"{FOLDER}/navigation/{name}.jsonld": rendered({**about, **made})}


def volume(shelves: Shelves, edition: Edition) -> Iterator[tuple[str, bytes]]:
    """Give the entry, and a file for each page of a collection and for each document as a member.

    Args:
        shelves: all collections of the edition.
        edition: whose they are; without a base_url, there are no files.
    """
    if not edition.base_url:
        return
    addresses = Addresses(edition.base_url, static=True)
    describe = Describer(shelves, addresses)

    @cache
    def member(identifier: str) -> str:
        return item_json(describe, identifier)

    yield f"{FOLDER}/index.jsonld", rendered(entry(addresses))
    for shelf in shelves.all.values():
        for page in range(1, pages(shelf) + 1):
            content = collection(describe, shelf, page, member)
            name = f"index{page if page > 1 else ''}.jsonld"
            yield f"{FOLDER}/collection/{shelf.id}/{name}", content
            if not shelf.above:
                yield f"{FOLDER}/collection/{name}", content
    (whole, *_) = shelves.all.values()
    for identifier in shelves.documents(whole.id, 0, whole.documents):
        yield f"{FOLDER}/collection/{identifier}/index.jsonld", alone(member(identifier))
