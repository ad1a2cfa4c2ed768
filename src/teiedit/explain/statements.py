"""What the TEI of one document states of its words, each with its place and its reason.

https://tei-c.org/release/doc/tei-p5-doc/en/html/CE.html
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lxml import etree

from teiedit.package.facts import words_of
from teiedit.tools.tei import NS, TEI, XML_ID
from teiedit.validate.fidelity import extents

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_NAMES = {"persName": "person", "orgName": "organisation", "placeName": "place", "name": "name"}
_DATES = {"date": "date", "time": "time"}
_WORDS = {"notBefore": "not before", "notAfter": "not after"}
_LINES = {
    "head": "heading",
    "dateline": "dateline",
    "signed": "signature",
    "p": "paragraph",
    "label": "label",
    "postscript": "postscript",
    "titlePart": "part of the title",
    "speaker": "speaker",
}
_MARKS = {
    "add": "addition",
    "del": "struck out",
    "sic": "slip",
    "corr": "correction",
    "gap": "gap",
    "hi": "set off",
    "note": "note",
    "supplied": "supplied",
    "unclear": "doubtful",
    "damage": "damage",
    "q": "quotation",
    "quote": "quotation",
    "pb": "page break",
    "metamark": "transcriber's sign",
    "idno": "number",
    "pc": "sign",
    "rs": "expression that refers to somebody or something",
    "foreign": "words in another language",
    "term": "term",
    "abbr": "abbreviation",
    "expan": "expansion",
}
# What only holds others together, and has no words that are not theirs.
_WRAPPERS = frozenset("text front body opener closer list choice lb".split())
# Attributes that say how sure a statement is, or hold the file together.
_APART = frozenset((XML_ID, "resp", "cert", "evidence", "decls", "ref", "type", "subtype", "rend", "part"))


@dataclass(frozen=True, slots=True)
class Why:
    """The reason that a document gives for a statement.

    Attributes:
        rule: the identifier of its rule in the TEI, "r-date-context-year"; "" where an editor needs none.
        does: what the rule does, in words.
        reason: what it found here.
        resp: who answers for it: "teiedit", or an editor.
        cert: how sure it is: "high", "medium" or "low".
    """

    rule: str
    does: str
    reason: str
    resp: str
    cert: str


@dataclass(frozen=True, slots=True)
class Statement:
    """Something that a document states of words.

    Attributes:
        kind: "name", "date", "line", "clause", "division", "reference" or "mark".
        value: what they are, for readers: "person", "1911-03-02", "signature".
        records: the records that they point to.
        words: those words, with single spaces.
        start: where they begin, in characters of the transcript that are not white space.
        end: where they end.
        why: the reason given, if any.
        cert: how sure it is, or "".
    """

    kind: str
    value: str
    records: tuple[str, ...]
    words: str
    start: int
    end: int
    why: Why | None
    cert: str


def reasons(root: etree._Element) -> Mapping[str, Why]:
    """Return the reasons that a document gives, by the xml:id of what they are given for."""
    rules = {
        node.get(XML_ID, ""): words_of(node)
        for node in root.iterfind("tei:teiHeader/tei:encodingDesc/tei:classDecl/tei:taxonomy/tei:category", NS)
    }
    found: dict[str, Why] = {}
    for node in root.iterfind("tei:standOff[@type='provenance']/tei:certainty", NS):
        rule = (node.get("ana") or "").removeprefix("#")
        resp = (node.get("resp") or "").removeprefix("#")
        why = Why(rule, rules.get(rule, ""), words_of(node), resp, node.get("cert") or "")
        for target in (node.get("target") or "").split():
            found.setdefault(target.removeprefix("#"), why)
    return found


def statements(root: etree._Element, given: Mapping[str, Why]) -> tuple[Statement, ...]:
    """Return what a document states of its text, in the text's order.

    Args:
        root: the TEI element.
        given: its reasons.
    """
    return tuple(_statements(root, given))


def _statements(root: etree._Element, given: Mapping[str, Why]) -> Iterator[Statement]:
    places = extents(root)
    text = root.find("tei:text", NS)
    for node in text.iter() if text is not None else ():
        name = _name(node)
        if not name or name in _WRAPPERS:
            continue
        kind, value = _said(node, name)
        records = (node.get("ref") or "").replace("#", "").split()
        start, end = places.get(node) or _beside(node, places)
        why = given.get(node.get(XML_ID, ""))
        yield Statement(kind, value, tuple(records), words_of(node), start, end, why, node.get("cert") or "")


def _name(node: etree._Element) -> str:
    return etree.QName(node).localname if isinstance(node.tag, str) else ""


def _beside(node: etree._Element, places: Mapping[etree._Element, tuple[int, int]]) -> tuple[int, int]:
    """Return where something stands that an edition has added: with what it was added to."""
    return next((places[up] for up in node.iterancestors() if up in places), (0, 0))


def _said(node: etree._Element, name: str) -> tuple[str, str]:
    """Return the kind of statement that an element makes, and what it says."""
    if name in _NAMES:
        return "name", _NAMES[name]
    if name in _DATES:
        return "date", _date(node, name)
    if name == "item" or (name == "p" and node.get("n")):
        level = sum(1 for _ in node.iterancestors(f"{{{TEI}}}item")) + 1
        return "clause", f"clause {node.get('n', '')}, level {level}" if node.get("n") else f"item, level {level}"
    if name == "div":
        return "division", " ".join(filter(None, (node.get("type") or "division", node.get("n"))))
    if name == "ref":
        return "reference", f"points to {(node.get('target') or 'nothing').removeprefix('#')}"
    line = _line(node, name)
    return ("line", line) if line else ("mark", _mark(node, name))


def _line(node: etree._Element, name: str) -> str:
    """Return the function of a line in the document; "" for what is no line."""
    if name == "salute":
        closes = next(node.iterancestors(f"{{{TEI}}}closer"), None) is not None
        return "complimentary close" if closes else "salutation"
    if name == "seg" and node.get("type") == "field":
        return f"field “{node.get('subtype') or 'unknown'}”"
    return " ".join(filter(None, (_LINES[name], _typed(node)))) if name in _LINES else ""


def _mark(node: etree._Element, name: str) -> str:
    return " ".join(filter(None, (_MARKS.get(name, f"<{name}>"), _typed(node), _others(node))))


def _typed(node: etree._Element) -> str:
    said = [node.get(name) for name in ("type", "subtype", "rend") if node.get(name)]
    return f"({', '.join(map(str, said))})" if said else ""


def _others(node: etree._Element) -> str:
    said = [f"{etree.QName(key).localname} {node.attrib[key]}" for key in node.attrib if key not in _APART]
    return f"({', '.join(map(str, said))})" if said else ""


def _date(node: etree._Element, name: str) -> str:
    found = [(key, value) for key, value in node.attrib.items() if key not in _APART]
    said = " ".join(
        str(value) if key == "when" else f"{_WORDS.get(str(key), str(key))} {value}" for key, value in found
    )
    return said or f"{name} without a value"
