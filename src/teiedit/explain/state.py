"""One state of a document: as it is published, or as it would be now."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lxml import etree

from teiedit.explain.statements import reasons, statements
from teiedit.package.facts import read_facts, words_of
from teiedit.tools.tei import NS, TEI, XML_ID, parse

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from teiedit.explain.statements import Statement, Why
    from teiedit.package.facts import Facts

# Where the header names what a fact is about, and else the identifiers of the inferences that it can rest on.
_ABOUT = {
    "title": ("tei:titleStmt/tei:title", "i-title"),
    "kind": ("tei:textClass/tei:catRef", "i-genre"),
    "language": ("tei:langUsage/tei:language", "i-language"),
    "date": ("tei:creation/tei:date", "i-sent"),
    "place": ("tei:creation/tei:placeName", "i-sent"),
    "sender": ("tei:correspAction[@type='sent']", "i-sent"),
    "recipient": ("tei:correspAction[@type='received']", "i-received"),
    "destination": ("tei:correspAction[@type='received']/tei:placeName", "i-received"),
    "receipt": ("tei:correspAction[@type='received']/tei:date", "i-received"),
    "copy": ("tei:correspAction[@subtype='cc']", "i-cc"),
    "reference": ("tei:msIdentifier/tei:repository", "i-repository"),
    "answer": ("tei:correspContext/tei:ref[@target]", "i-reply-1"),
}


@dataclass(frozen=True, slots=True)
class Stated:
    """What a document says, and why.

    Attributes:
        facts: of the document as a whole.
        statements: of the words of its text.
        fields: the reasons given for what the header says, by the kind of fact.
        decisions: what is recorded of editors' decisions.
        registered: the identifiers of records that come from a register.
        parts: header, records, reasons and text, as they are compared.
    """

    facts: Facts
    statements: tuple[Statement, ...]
    fields: Mapping[str, Why]
    decisions: tuple[str, ...]
    registered: frozenset[str]
    parts: Mapping[str, str]


def read_stated(tei: bytes) -> Stated:
    """Return what a TEI document states.

    Raises:
        etree.XMLSyntaxError: it is not well-formed.
    """
    root = parse(tei)
    given = reasons(root)
    return Stated(
        read_facts(tei),
        statements(root, given),
        dict(_fields(root, given)),
        tuple(_decisions(root)),
        frozenset(_registered(root)),
        dict(_parts(root)),
    )


def _fields(root: etree._Element, given: Mapping[str, Why]) -> Iterator[tuple[str, Why]]:
    header = root.find("tei:teiHeader", NS)
    for kind, (path, identifier) in _ABOUT.items():
        nodes = header.findall(f".//{path}", NS) if header is not None else []
        named = [node.get(XML_ID, "") for node in nodes]
        also = [name for name in given if name == identifier or name.startswith(f"{identifier}-")]
        why = next((given[name] for name in (*named, *also) if name in given), None)
        if why is not None:
            yield kind, why


def _decisions(root: etree._Element) -> Iterator[str]:
    for node in root.iterfind("tei:teiHeader/tei:revisionDesc/tei:change", NS):
        who = (node.get("who") or "").removeprefix("#")
        if who != "teiedit":
            yield " ".join(filter(None, (f"{who}:", words_of(node), node.get("when"))))


def _registered(root: etree._Element) -> Iterator[str]:
    """Give the records of which an entry tells more than the name, and those that an entry was evidence for."""
    for stand_off in root.iterfind("tei:standOff[@type='entities']", NS):
        for node in stand_off.iter(*(f"{{{TEI}}}{tag}" for tag in ("person", "org", "place"))):
            if any((child.get("resp") or "").startswith("#editor") for child in node):
                yield node.get(XML_ID, "")
    for node in root.iterfind("tei:text//*[@evidence='external']", NS):
        yield from (node.get("ref") or "").replace("#", "").split()


def _parts(root: etree._Element) -> Iterator[tuple[str, str]]:
    names = {
        "the header": "tei:teiHeader",
        "the records of people and places": "tei:standOff[@type='entities']",
        "the reasons given": "tei:standOff[@type='provenance']",
        "the text": "tei:text",
    }
    for name, path in names.items():
        yield name, _digest(root.findall(path, NS))


def _digest(nodes: list[etree._Element]) -> str:
    return hashlib.sha256(b"".join(etree.tostring(node, method="c14n") for node in nodes)).hexdigest()
