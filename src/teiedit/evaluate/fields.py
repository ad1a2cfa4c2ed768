"""What a TEI file says of a letter, field by field, whoever encoded it.

In: any TEI P5, with a header that describes the correspondence
(https://tei-c.org/release/doc/tei-p5-doc/en/html/HD.html#HD44CD) or with openers and closers in the text.
The same reading serves the scholars' files and ours, so that no habit of one side is counted as a fault.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from lxml import etree

from teiedit.tools.tei import XML_LANG

if TYPE_CHECKING:
    from collections.abc import Iterator

FIELDS = (
    "sender",
    "addressee",
    "date",
    "place",
    "dateline",
    "salute",
    "closer",
    "signed",
    "postscript",
    "clauses",
    "paragraphs",
    "language",
)
# What is not the reading text: apparatus, and the second half of a choice.
UNREAD = frozenset("note figDesc teiHeader corr reg expan fw facsimile standOff desc surplus".split())
# Elements that stand within a word or a line; all others part words.
_INLINE = frozenset(
    "abbr add anchor c choice date del emph ex foreign forename g gap geogName hi idno label lb measure metamark "
    "milestone mod name num orgName orig pb pc persName placeName ptr q quote ref restore roleName rs seg sic soCalled "
    "space stamp subst supplied surname term time title unclear w".split()
)
_ENCLOSED = frozenset("enclosure inclosure attachment annex annexe appendix beilage".split())
# A greeting that runs into the first paragraph is judged as a greeting; a farewell, without name, date and address.
_IN_PARAGRAPHS = ("list", "table", "salute")
_IN_CLOSERS = ("signed", "dateline", "address", "stamp", "postscript", "seg", "list", "table")
_LABEL = re.compile(
    r"\s*(\(?(?:\d{1,3}|[a-z]|[A-Z]|[ivxIVX]{1,6})[.)°]+\)?|§\s*\d+\.?|"
    r"(?:Art(?:icle|ikel|\.)|Section|Clause)\s+[\dIVX]+\.?)(?=\s|$)"
)


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a field.

    Attributes:
        text: its words; of a clause, those after the label; of a date, as typed.
        line: where it stands in its file, from 1; 0 if not known.
        cert: how sure its encoder was, "" if nothing is said.
        key: what else it is known by: a clause's label, a date's value ("1916-03-14", or two with "/").
    """

    text: str
    line: int = 0
    cert: str = ""
    key: str = ""


@dataclass(frozen=True, slots=True)
class Fields:
    """A letter as encoded.

    Attributes:
        values: the values of each of FIELDS.
        text: the whole reading text.
        rows: the rows of tables, as keys.
    """

    values: dict[str, tuple[Value, ...]] = field(default_factory=dict)
    text: str = ""
    rows: frozenset[str] = frozenset()


def read_fields(root: etree._Element) -> Fields:
    """Return the fields of a TEI file."""
    text = next(_named(root, "text"), None)
    values = dict(_correspondence(root))
    if text is not None:
        values |= _letter(text)
        values["clauses"] = tuple(_clauses(text))
        values["paragraphs"] = tuple(
            value for p in _named(text, "p", "ab") if _runs(p) and _key((value := _value(p, skip=_IN_PARAGRAPHS)).text)
        )
        if not values.get("date"):
            values["date"] = tuple(_dates(d for line in _opening(text, "dateline") for d in _named(line, "date")))[:1]
        if not values.get("place"):
            found = (p for line in _opening(text, "dateline") for p in _named(line, "placeName", "settlement"))
            values["place"] = tuple(_value(p) for p in found)[:1]
    values["language"] = tuple(_language(root, text))
    rows = frozenset(_key(words(row)) for row in _named(root, "row"))
    return Fields({name: values.get(name, ()) for name in FIELDS}, words(text) if text is not None else "", rows)


def _correspondence(root: etree._Element) -> Iterator[tuple[str, tuple[Value, ...]]]:
    actions = list(_named(root, "correspAction"))
    for kind, name in (("sent", "sender"), ("received", "addressee")):
        action = next((a for a in actions if a.get("type") == kind), None)
        if action is None:
            continue
        people = [
            _value(p, action) for p in _named(action, "persName", "orgName", "name", "rs") if not _within(p, "persName")
        ]
        yield name, tuple(p for p in people if _key(p.text) not in ("", "unknown"))
        if kind == "sent":
            yield "place", tuple(_value(p, action) for p in _named(action, "placeName", "settlement"))[:1]
            yield "date", tuple(_dates(_named(action, "date")))[:1]


def _letter(text: etree._Element) -> dict[str, tuple[Value, ...]]:
    closers = [_value(n, skip=_IN_CLOSERS) for n in _own(text, "closer") if not _within(n, "postscript")]
    postscripts = [_value(n) for n in _own(text, "postscript")]
    return {
        # at the foot where there is none at the head
        "dateline": tuple(_value(n) for n in (*_opening(text, "dateline"), *_own(text, "dateline")) if _key(words(n)))[
            :1
        ],
        "salute": tuple(_value(n) for n in _opening(text, "salute"))[:1],
        "closer": tuple(v for v in closers if _key(v.text))[:1],
        "signed": tuple(_value(n) for n in _own(text, "signed") if _key(words(n))),
        "postscript": tuple(v for v in postscripts if _key(v.text)),
    }


def _opening(text: etree._Element, name: str) -> Iterator[etree._Element]:
    """Give the datelines or salutes before the text: no foot date, no farewell in the last paragraph."""
    for node in _own(text, name):
        if not (_within(node, "closer") or _within(node, "postscript")) and _key(words(node)):
            paragraph = next((up for up in node.iterancestors() if _name(up) in ("p", "ab")), None)
            if name == "dateline" or paragraph is None or not _key(_before(paragraph, node)):
                yield node


def _before(paragraph: etree._Element, node: etree._Element) -> str:
    """Return the text of `paragraph` before `node`."""
    found = [paragraph.text or ""]
    for child in paragraph.iterdescendants():
        if child is node:
            break
        if not isinstance(child.tag, str):
            continue
        found.append(child.text or "")
        if node not in child.iterdescendants():
            found.append(child.tail or "")
    return "".join(found)


def _clauses(text: etree._Element) -> Iterator[Value]:
    for node in _named(text, "item", "p", "ab"):
        if _within(node, "note", "table") or (_name(node) != "item" and _within(node, "item")):
            continue
        previous = node.getprevious()
        child = next((c for c in node if _name(c) in ("label", "num") and not (node.text or "").strip()), None)
        if _name(node) == "item" and previous is not None and _name(previous) == "label":
            yield _clause(node, words(previous), words(node, skip=("list",)))
        elif child is not None:
            yield _clause(node, words(child), words(node, skip=("list", _name(child))))
        elif _name(node) == "item" or node.get("n"):
            body = words(node, skip=("list",))
            match = _LABEL.match(body)
            if match and (_name(node) == "item" or _key(match[1]) == _key(node.get("n") or "")):
                yield _clause(node, match[1], body[match.end() :])
            elif _name(node) == "item" and node.get("n"):
                yield _clause(node, node.get("n") or "", body)


def _clause(node: etree._Element, label: str, body: str) -> Value:
    return Value(body.strip(), node.sourceline or 0, node.get("cert") or "", _key(label))


def _dates(nodes: Iterator[etree._Element]) -> Iterator[Value]:
    for node in nodes:
        first = node.get("when") or node.get("when-iso") or node.get("from") or node.get("notBefore") or ""
        last = node.get("to") or node.get("notAfter") or first
        if first or last:
            first = first or last
            key = first[:10] if first == last else f"{first[:10]}/{last[:10]}"
            yield Value(words(node) or key, node.sourceline or 0, _cert(node), key)


def _language(root: etree._Element, text: etree._Element | None) -> Iterator[Value]:
    named = next((n for n in _named(root, "language") if n.get("ident")), None)
    tag = (named.get("ident") if named is not None else None) or (text.get(XML_LANG) if text is not None else None)
    if tag and tag != "und":
        yield Value(tag.split("-")[0].lower(), named.sourceline or 0 if named is not None else 0, "")


def _value(
    node: etree._Element, action: etree._Element | None = None, skip: tuple[str, ...] = ("list", "table")
) -> Value:
    return Value(words(node, skip), node.sourceline or 0, _cert(node if action is None else action))


def _cert(node: etree._Element) -> str:
    """Return how sure the encoder is of `node`, or of what holds it."""
    for at in (node, *node.iterancestors()):
        if _name(at) in ("div", "body", "text", "teiHeader", "profileDesc"):
            break
        if at.get("cert"):
            return str(at.get("cert"))
    return ""


def words(node: etree._Element, skip: tuple[str, ...] = ()) -> str:
    """Return the reading text of `node`, folded: without notes and apparatus, words parted where elements part them."""
    return " ".join(reading(node, skip).split())


def reading(node: etree._Element, skip: tuple[str, ...] = ()) -> str:
    """Return the reading text of `node` with its white space."""
    return "".join(_read(node, skip))


def _read(node: etree._Element, skip: tuple[str, ...]) -> Iterator[str]:
    name = _name(node)
    joined = name == "lb" and node.get("break") == "no"
    apart = "" if name in _INLINE and (name != "lb" or joined) else " "
    yield apart
    yield node.text or ""
    for child in node:
        kind = _name(child)
        if kind in skip:
            yield " "
        elif kind and kind not in UNREAD:
            yield from _read(child, skip)
        yield child.tail or ""
    yield apart


def _runs(paragraph: etree._Element) -> bool:
    """Say whether a paragraph is one of the running text."""
    return not _within(paragraph, "note", "postscript", "item", "closer", "opener", "cell", "figure", "p", "address")


def _own(text: etree._Element, name: str) -> Iterator[etree._Element]:
    """Give the elements that belong to the letter itself and not to an enclosure."""
    for node in _named(text, name):
        if not any(
            _name(up) == "floatingText" or (up.get("type") or "").lower() in _ENCLOSED for up in node.iterancestors()
        ):
            yield node


def _named(root: etree._Element, *names: str) -> Iterator[etree._Element]:
    """Give the descendants with these local names, whatever their namespace."""
    for node in root.iterdescendants():
        if _name(node) in names:
            yield node


def _name(node: etree._Element) -> str:
    return etree.QName(node).localname if isinstance(node.tag, str) else ""


def _within(node: etree._Element, *names: str) -> bool:
    return any(_name(up) in names for up in node.iterancestors())


def _key(text: str) -> str:
    """Return what is compared: letters and figures, without case."""
    return "".join(c for c in text.casefold() if c.isalnum())


key = _key
