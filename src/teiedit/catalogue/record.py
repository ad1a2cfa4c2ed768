"""A document's record, read from its TEI header alone."""

from __future__ import annotations

import calendar
import re
from typing import TYPE_CHECKING

from teiedit.model.catalogue import Days, Record
from teiedit.tools.tei import NS, TEI, XML_ID, XML_LANG, parse

if TYPE_CHECKING:
    from lxml import etree

_HEADER = "tei:teiHeader/"
_CORRESPONDENCE = f"{_HEADER}tei:profileDesc/tei:correspDesc[1]"
_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?:T.*)?")


def read_record(tei: bytes) -> Record:
    """Return the record of a TEI document.

    Args:
        tei: a whole TEI document.

    Raises:
        etree.XMLSyntaxError: it is not well-formed.
    """
    root = parse(tei)
    identifier = root.get(XML_ID, "document")
    titles = root.findall(f"{_HEADER}tei:fileDesc/tei:titleStmt/tei:title", NS)
    main = next((t for t in titles if t.get("type") == "main"), titles[0] if titles else None)
    letter = root.find(_CORRESPONDENCE, NS)
    created = root.find(f"{_HEADER}tei:profileDesc/tei:creation/tei:date", NS)
    sent = letter.find("tei:correspAction[@type='sent']/tei:date", NS) if letter is not None else None
    answered = letter.find("tei:correspContext/tei:ref[@type='prev']/tei:date", NS) if letter is not None else None
    sent_by, received_by = _parties(letter, "sent"), _parties(letter, "received")
    return Record(
        identifier,
        _words(main) or identifier,
        root.get(XML_LANG, "und"),
        tuple(key for key, _ in sent_by),
        tuple(key for key, _ in received_by),
        days(sent if sent is not None else created),
        days(answered) if answered is not None else None,
        _people(root),
        (*sent_by, *received_by),
    )


def days(date: etree._Element | None) -> Days:
    """Return the days that a TEI date allows.

    https://tei-c.org/release/doc/tei-p5-doc/en/html/ref-att.datable.w3c.html
    """
    if date is None:
        return Days()
    when = date.get("when")
    if when:
        return Days(_day(when, last=False), _day(when, last=True))
    return Days(
        _day(date.get("from") or date.get("notBefore") or "", last=False),
        _day(date.get("to") or date.get("notAfter") or "", last=True),
    )


def _day(value: str, *, last: bool) -> str:
    match = _DATE.fullmatch(value)
    if match is None or match[1] == "0000":
        return ""
    year, month, day = match.groups()
    month = month or ("12" if last else "01")
    if not 1 <= int(month) <= 12:
        return ""
    return f"{year}-{month}-{day or (f'{calendar.monthrange(int(year), int(month))[1]}' if last else '01')}"


def _parties(letter: etree._Element | None, action: str) -> tuple[tuple[str, str], ...]:
    """Return whoever sent or received it, with the words that name them.

    Those who got a copy are left out, and "Unknown".
    """
    if letter is None:
        return ()
    acts = [a for a in letter.findall(f"tei:correspAction[@type='{action}']", NS) if a.get("subtype") != "cc"]
    names = [n for act in acts for n in act if n.tag in (f"{{{TEI}}}persName", f"{{{TEI}}}orgName")]
    keys = [(n.get("ref") or _words(n).casefold(), _words(n)) for n in names]
    return tuple((key, words) for key, words in keys if key and key != "unknown")


def _people(root: etree._Element) -> tuple[tuple[str, str], ...]:
    records = root.xpath("tei:standOff/tei:listPerson/tei:person | tei:standOff/tei:listOrg/tei:org", namespaces=NS)
    named = ((r.get(XML_ID, ""), _words(r[0] if len(r) else None)) for r in records)
    return tuple((identifier, name) for identifier, name in named if identifier and name)


def _words(node: etree._Element | None) -> str:
    return " ".join("".join(node.itertext()).split()) if node is not None else ""
