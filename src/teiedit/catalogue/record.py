"""A document's record, read from its TEI header alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from teiedit.model.catalogue import Days, Record, days_of
from teiedit.tools.header import actions, correspondence, is_known, party_names, plain, sent_date, title
from teiedit.tools.tei import NS, XML_ID, XML_LANG, parse

if TYPE_CHECKING:
    from lxml import etree


def read_record(tei: bytes) -> Record:
    """Return the record of a TEI document.

    Args:
        tei: a whole TEI document.

    Raises:
        etree.XMLSyntaxError: it is not well-formed.
    """
    root = parse(tei)
    letter = correspondence(root)
    answered = letter.find("tei:correspContext/tei:ref[@type='prev']/tei:date", NS) if letter is not None else None
    sent_by, received_by = _parties(root, "sent"), _parties(root, "received")
    return Record(
        root.get(XML_ID, "document"),
        title(root),
        root.get(XML_LANG, "und"),
        tuple(key for key, _ in sent_by),
        tuple(key for key, _ in received_by),
        days(sent_date(root)),
        days(answered) if answered is not None else None,
        _people(root),
        (*sent_by, *received_by),
    )


def days(date: etree._Element | None) -> Days:
    """Return the days that a TEI date allows."""
    return Days() if date is None else days_of({str(name): str(value) for name, value in date.attrib.items()})


def _parties(root: etree._Element, kind: str) -> tuple[tuple[str, str], ...]:
    """Return whoever sent or received it, with the words that name them.

    Those who got a copy are left out, and "Unknown".
    """
    words = [(name, plain(name)) for name in party_names(actions(root, kind))]
    keys = [(name.get("ref") or said.casefold(), said) for name, said in words]
    return tuple((key, said) for key, said in keys if is_known(key))


def _people(root: etree._Element) -> tuple[tuple[str, str], ...]:
    records = root.xpath("tei:standOff/tei:listPerson/tei:person | tei:standOff/tei:listOrg/tei:org", namespaces=NS)
    named = ((r.get(XML_ID, ""), plain(r[0] if len(r) else None)) for r in records)
    return tuple((identifier, name) for identifier, name in named if identifier and name)
