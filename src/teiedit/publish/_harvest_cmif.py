"""The edition's letters for correspSearch and its like: CMIF 1.1, `metadata/cmif.xml`, and a report beside it.

One `correspDesc` for each letter comes from `xslt/records/cmif.xsl`; here they are put into one envelope.
https://github.com/TEI-Correspondence-SIG/CMIF/blob/main/doc/documentation-en.md
"""

from __future__ import annotations

import re
import uuid
from typing import TYPE_CHECKING

from lxml import etree

from teiedit.publish._harvest_report import Coverage
from teiedit.publish._web import at
from teiedit.tools.tei import TEI, element, parse

if TYPE_CHECKING:
    from collections.abc import Iterator

    from teiedit.model.edition import Edition

CMIF = "cmif"
FILE = "metadata/cmif.xml"
REPORT = "metadata/cmif-report.json"
_CC = "https://creativecommons.org"
# The licences that a CMIF file may have: the address and the name in the sentence that the format wants.
LICENCES = {
    "CC BY 4.0": (f"{_CC}/licenses/by/4.0/", "CC-BY 4.0"),
    "CC0 1.0": (f"{_CC}/publicdomain/zero/1.0/", "CC0 1.0"),
}
_LICENCE_WORDS = "This file is licensed under the terms of the Creative Commons License"
_HERE = "<!--here-->"


class Letters:
    """The letters of one edition, gathered one by one."""

    def __init__(self, edition: Edition) -> None:
        self._edition = edition
        self._source = source_id(edition)
        self._pieces: list[str] = []
        self.coverage = Coverage()

    def add(self, identifier: str, piece: bytes | None) -> None:
        """Take a document's description as a letter; None where it is none."""
        self.coverage.documents += 1
        if piece is None:
            return
        letter = parse(piece)
        letter.set("source", f"#{self._source}")
        self.coverage.add(identifier, letter)
        # the envelope declares the namespace
        self._pieces.append(etree.tostring(letter, encoding="unicode").replace(f' xmlns="{TEI}"', "", 1))

    def files(self, latest: str) -> Iterator[tuple[str, bytes]]:
        """Give the file and the report; neither where there is no letter, or no licence that the format allows.

        Args:
            latest: when a record was last changed.
        """
        licence = open_licence(self._edition)
        if not self._pieces or not licence:
            return
        start, end = _envelope(self._edition, self._source, licence, latest).split(_HERE)
        head = '<?xml version="1.0" encoding="UTF-8"?>\n'
        yield FILE, "".join((head, start, "\n", *(f"{piece}\n" for piece in self._pieces), end, "\n")).encode()
        yield REPORT, self.coverage.report(at(self._edition, FILE), latest)


def source_id(edition: Edition) -> str:
    """Return the UUID of the edition: the one that it gives, or one made from its address, which begins with a letter.

    It is an xml:id, and must not change while the edition's address does not.
    """
    tries = (uuid.uuid5(uuid.NAMESPACE_URL, edition.base_url + "#" * number) for number in range(100))
    return edition.harvest.uuid.lower() or next(str(tried) for tried in tries if str(tried)[0].isalpha())


def open_licence(edition: Edition) -> str:
    """Return the key in LICENCES under which the metadata may be given away, or ""."""
    if edition.harvest.metadata_licence:
        return edition.harvest.metadata_licence
    address = re.sub("^http:", "https:", edition.licence.url) if edition.licence else ""
    return next((name for name, (known, _) in LICENCES.items() if f"{address}/".startswith(known)), "")


def _envelope(edition: Edition, source: str, licence: str, latest: str) -> str:
    """Return the file around the letters as text, with _HERE where they belong."""
    address, name = LICENCES[licence]
    publisher = element("ref", edition.publisher or edition.title, target=edition.base_url)
    publication = element(
        "publicationStmt",
        element("publisher", publisher),
        element("idno", at(edition, FILE), type="url"),
        element("date", when=latest),
        element("availability", element("licence", f"{_LICENCE_WORDS} {name}", target=address)),
    )
    title = element("titleStmt", element("title", edition.title), *_editors(edition))
    description = element("fileDesc", title, publication, element("sourceDesc", _bibliography(edition, source)))
    profile = element("profileDesc")
    profile.append(etree.Comment("here"))
    root = element("TEI", element("teiHeader", description, profile), element("text", element("body", element("p"))))
    etree.cleanup_namespaces(root)
    return etree.tostring(root, encoding="unicode")


def _editors(edition: Edition) -> Iterator[etree._Element]:
    """Give whom to ask: the editors, the first with the address for letters about the edition."""
    contact = element("email", edition.contact) if edition.contact else None
    first, *more = edition.editors or (edition.publisher or edition.title,)
    yield element("editor", f"{first} " if edition.contact else first, contact)
    yield from (element("editor", name) for name in more)


def _bibliography(edition: Edition, source: str) -> etree._Element:
    titles = ". ".join(part for part in (edition.title, edition.subtitle) if part)
    editors = f"ed. {', '.join(edition.editors)}" if edition.editors else ""
    imprint = ", ".join(part for part in (edition.publisher, edition.place, edition.date) if part)
    words = ". ".join(part for part in (titles, editors, imprint) if part)
    link = element("ref", edition.base_url, target=edition.base_url)
    return element("bibl", f"{words}. ", link, type="online", xml_id=source)
