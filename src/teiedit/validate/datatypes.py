"""Datatypes of attribute values, as data: what they accept, how they are called, whether one lies within another.

https://relaxng.org/spec-20011203.html#IDA0MZR (data, value, list) and https://www.w3.org/TR/xmlschema-2/.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from lxml import etree

RNG = "http://relaxng.org/ns/structure/1.0"
XSD_TYPES = "http://www.w3.org/2001/XMLSchema-datatypes"


@dataclass(frozen=True, slots=True)
class Text:
    """Any text."""


@dataclass(frozen=True, slots=True)
class Nothing:
    """No text."""


@dataclass(frozen=True, slots=True)
class Value:
    """One literal."""

    literal: str


@dataclass(frozen=True, slots=True)
class Data:
    """A type of XML Schema Part 2, with its facets as sorted pairs of name and value."""

    type: str
    facets: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class OneOf:
    """One of several; none of `members` is itself a OneOf."""

    members: tuple[Datatype, ...]


@dataclass(frozen=True, slots=True)
class ListOf:
    """Words parted by white space: `items` in order."""

    items: tuple[Datatype, ...]


@dataclass(frozen=True, slots=True)
class Repeat:
    """A number of words in a list; `how` is "oneOrMore", "zeroOrMore" or "optional"."""

    how: str
    item: Datatype


Datatype = Text | Nothing | Value | Data | OneOf | ListOf | Repeat


def accepts(datatype: Datatype, value: str) -> bool:
    """Say whether `value` is in the value space, as libxml2 sees it."""
    probe = etree.Element("x")
    try:
        probe.set("v", value)
    except ValueError:  # a character that XML does not have
        return False
    return _judge(datatype).validate(probe)


@cache
def _judge(datatype: Datatype) -> etree.RelaxNG:
    root = etree.Element(f"{{{RNG}}}element", {"name": "x", "datatypeLibrary": XSD_TYPES}, {None: RNG})
    _write(etree.SubElement(root, f"{{{RNG}}}attribute", {"name": "v"}), datatype)
    return etree.RelaxNG(etree.ElementTree(root))


def _write(parent: etree._Element, datatype: Datatype) -> None:  # noqa: C901 - one case for each kind
    def add(name: str, text: str | None = None, **attributes: str) -> etree._Element:
        child = etree.SubElement(parent, f"{{{RNG}}}{name}", attributes)
        child.text = text
        return child

    match datatype:
        case Text():
            add("text")
        case Nothing():
            add("empty")
        case Value(literal):
            add("value", literal)
        case Data(name, facets):
            # an ID is a name here: whether it is unique is not for a datatype to say
            data = add("data", type="NCName" if name == "ID" else name)
            for facet, value in facets:
                etree.SubElement(data, f"{{{RNG}}}param", {"name": facet}).text = value
        case OneOf(members):
            group = add("choice")
            for member in members:
                _write(group, member)
        case ListOf(items):
            group = add("list")
            for item in items:
                _write(group, item)
        case Repeat(how, item):
            _write(add(how), item)


_NARROWER = {
    ("nonNegativeInteger", "decimal"),
    ("nonNegativeInteger", "double"),
    ("decimal", "double"),
    ("ID", "NCName"),
}


def within(inner: Datatype, outer: Datatype) -> bool:  # noqa: PLR0911 - one case for each pair of kinds
    """Say whether everything that `inner` accepts is accepted by `outer`; False also where that is not evident."""
    if inner == outer or outer in (Text(), Data("string")):
        return True
    match inner, outer:
        case OneOf(members), _:
            return all(within(member, outer) for member in members)
        case _, OneOf(members):
            return any(within(inner, member) for member in members)
        case Value(literal), _:
            return accepts(outer, literal)
        case (ListOf((Repeat("oneOrMore", a),)), ListOf((Repeat("oneOrMore" | "zeroOrMore", b),))):
            return within(a, b)
        case Data(), ListOf((Repeat("oneOrMore" | "zeroOrMore", b),)):  # one word is a list of one
            return within(inner, b)
        case Data(a_type, _), Data(b_type, facets):
            if facets:
                return False
            return a_type == b_type or b_type in ("string", "token") or (a_type, b_type) in _NARROWER
    return False
