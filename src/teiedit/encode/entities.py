"""The people, places and bodies of one document: a record for each that it names, and for no other.

https://tei-c.org/release/doc/tei-p5-doc/en/html/ND.html
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from teiedit.model.register import Entry
from teiedit.tools.tei import element

if TYPE_CHECKING:
    from lxml import etree

    from teiedit.model.document import Document
    from teiedit.model.edition import Edition

_LISTS = {"persName": "listPerson", "orgName": "listOrg", "placeName": "listPlace"}
_RECORDS = {"persName": "person", "orgName": "org", "placeName": "place"}


def encode_entities(document: Document, edition: Edition) -> etree._Element | None:
    """Return the records that the document's names point to, or None if there are none.

    What the register says is the editors' word, where the edition names editors.
    """
    resp = "#editor" if edition.editors else None
    entries = {entry.id: entry for entry in document.entries}
    people = (*document.sent.people, *document.received.people, *document.copied.people)
    parties = [Entry(p.id, p.kind, p.name) for p in people]
    named = {entry.id: entries.get(entry.id, entry) for entry in (*parties, *document.entries)}.values()
    lists = [
        element(listed, *(_record(entry, resp) for entry in named if entry.kind == kind))
        for kind, listed in _LISTS.items()
        if any(entry.kind == kind for entry in named)
    ]
    return element("standOff", *lists, type="entities") if lists else None


def _record(entry: Entry, resp: str | None) -> etree._Element:
    """Return the record of an entry, as the register has it."""
    geo = element("location", element("geo", entry.geo), resp=resp) if entry.geo else None
    office = element("occupation", entry.office, type="office", resp=resp) if entry.office else None
    return element(
        _RECORDS[entry.kind],
        element(entry.kind, entry.name),
        geo,
        office,
        element("birth", entry.birth, when=entry.birth, resp=resp) if entry.birth else None,
        element("death", entry.death, when=entry.death, resp=resp) if entry.death else None,
        *(element("idno", uri, type=kind, resp=resp) for kind, uri in entry.authorities),
        *(element("note", words, resp=resp) for words in (entry.dates, entry.note) if words),
        xml_id=entry.id,
    )
