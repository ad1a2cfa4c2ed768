"""A RELAX NG grammar read as data, for explaining and for proofs.

It must have no interleave, and neither content nor attributes may depend on the other, or on where an element
stands. Ours is of that kind, and so is the official schema for all of TEI.
https://relaxng.org/spec-20011203.html
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from lxml import etree

from teiedit.tools.resources import resource
from teiedit.tools.tei import XML
from teiedit.validate.datatypes import RNG, Data, Datatype, ListOf, Nothing, OneOf, Repeat, Text, Value
from teiedit.validate.regex import EMPTY, NOTHING, TEXT, Expr, choice, sequence, star, symbol

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

ANY = "*"  # the name of an element or attribute that a name class leaves open


@dataclass(frozen=True, slots=True)
class Attribute:
    """An attribute of one element: whether it must be there, and the datatypes it may have."""

    required: bool
    datatypes: tuple[Datatype, ...]


@dataclass(frozen=True, slots=True)
class ElementRule:
    """What one element may hold; attributes by name, with "xml:" for those of the XML namespace."""

    name: str
    content: Expr
    attributes: Mapping[str, Attribute]


@dataclass(frozen=True, slots=True)
class Grammar:
    """The rules by element name, and the names with which a document may begin."""

    start: frozenset[str]
    elements: Mapping[str, ElementRule]


@cache
def ours() -> Grammar:
    """Return the grammar of teiedit.rng."""
    return read_grammar(resource("schema/teiedit.rng"))


def read_grammar(path: Path) -> Grammar:
    """Return the grammar in a file of RELAX NG's XML syntax.

    Raises:
        ValueError: it has a pattern that this reader does not know, such as an interleave.
    """
    return grammar_of(etree.parse(path).getroot())


def grammar_of(root: etree._Element) -> Grammar:
    """Return the grammar of which `root` is the root element.

    Raises:
        ValueError: it has a pattern that this reader does not know, such as an interleave.
    """
    return _Reader(root).grammar()


def _local(node: etree._Element) -> str:
    return str(node.tag).removeprefix(f"{{{RNG}}}")


def _children(node: etree._Element) -> list[etree._Element]:
    """The patterns in `node`: neither annotations nor name classes."""
    return [c for c in node if isinstance(c.tag, str) and c.tag.startswith(f"{{{RNG}}}") and _local(c) != "name"]


def _name(node: etree._Element) -> str:
    inner = node.find(f"{{{RNG}}}name")
    if inner is None:
        return node.get("name", ANY)
    prefix = "xml:" if inner.get("ns") == XML else ""
    return prefix + (inner.text or "").strip()


class _Reader:
    """Reads one grammar; definitions are worked out once, when first referred to."""

    def __init__(self, root: etree._Element) -> None:
        self.root = root
        self.defines: dict[str, list[etree._Element]] = {}
        for define in root.iter(f"{{{RNG}}}define"):
            self.defines.setdefault(define.get("name", ""), []).extend(_children(define))
        self.contents: dict[str, Expr | None] = {}

    def grammar(self) -> Grammar:
        rules: dict[str, ElementRule] = {}
        for node in self.root.iter(f"{{{RNG}}}element"):
            name = _name(node)
            if name != ANY and name not in rules:
                rules[name] = ElementRule(name, self.group(_children(node)), self.attributes(node))
        starts = [child for start in self.root.iter(f"{{{RNG}}}start") for child in _children(start)]
        return Grammar(self.group(starts).first, rules)

    def group(self, patterns: Iterable[etree._Element]) -> Expr:
        expr = EMPTY
        for pattern in reversed(list(patterns)):
            expr = sequence(self.content(pattern), expr)
        return expr

    def content(self, node: etree._Element) -> Expr:  # noqa: C901, PLR0911 - one line for each kind of pattern
        kind = _local(node)
        match kind:
            case "element":
                return symbol(_name(node))
            case "attribute" | "empty":
                return EMPTY
            case "notAllowed":
                return NOTHING
            case "text":
                return star(symbol(TEXT))
            case "data" | "value" | "list":
                return choice((symbol(TEXT), EMPTY))
            case "ref":
                return self.reference(node.get("name", ""))
            case "choice":
                return choice(self.content(child) for child in _children(node))
        inner = self.group(_children(node))
        match kind:
            case "group":
                return inner
            case "optional":
                return choice((inner, EMPTY))
            case "zeroOrMore":
                return star(inner)
            case "oneOrMore":
                return sequence(inner, star(inner))
        raise ValueError(f"<{kind}> is not a pattern that can be explained")

    def reference(self, name: str) -> Expr:
        if name not in self.contents:
            self.contents[name] = None
            self.contents[name] = self.group(self.defines[name])
        expr = self.contents[name]
        if expr is None:
            raise ValueError(f"{name} refers to itself outside an element")
        return expr

    def attributes(self, element: etree._Element) -> Mapping[str, Attribute]:
        found: dict[str, Attribute] = {}
        for child in _children(element):
            self.collect(child, True, found)
        return found

    def collect(self, node: etree._Element, required: bool, found: dict[str, Attribute]) -> None:
        """Gather the attributes in `node`, which need not be there once a choice or an option has been passed."""
        kind = _local(node)
        if kind == "element":
            return
        if kind == "attribute":
            name, old = _name(node), found.get(_name(node), Attribute(False, ()))
            datatypes = dict.fromkeys((*old.datatypes, self.datatype(_children(node))))
            found[name] = Attribute(required or old.required, tuple(datatypes))
            return
        children = self.defines[node.get("name", "")] if kind == "ref" else _children(node)
        for child in children:
            self.collect(child, required and kind not in ("optional", "choice", "zeroOrMore"), found)

    def datatype(self, patterns: list[etree._Element]) -> Datatype:
        if not patterns:
            return Text()
        if len(patterns) > 1:
            raise ValueError("a value of several patterns in a row is not one that can be explained")
        return self.value(patterns[0])

    def value(self, node: etree._Element) -> Datatype:  # noqa: PLR0911 - one line for each kind of pattern
        kind = _local(node)
        match kind:
            case "text":
                return Text()
            case "empty":
                return Nothing()
            case "value":
                return Value(node.text or "")
            case "data":
                facets = ((p.get("name", ""), p.text or "") for p in node.iter(f"{{{RNG}}}param"))
                return Data(node.get("type", ""), tuple(sorted(facets)))
            case "ref":
                return self.datatype(self.defines[node.get("name", "")])
            case "list":
                return ListOf(tuple(self.value(child) for child in self._unwrapped(node)))
            case "oneOrMore" | "zeroOrMore" | "optional":
                return Repeat(kind, self.datatype(_children(node)))
            case "choice":
                members = [self.value(child) for child in _children(node)]
                flat = [m for member in members for m in (member.members if isinstance(member, OneOf) else (member,))]
                return OneOf(tuple(dict.fromkeys(flat))) if len(flat) > 1 else flat[0]
        raise ValueError(f"<{kind}> is not a datatype that can be explained")

    def _unwrapped(self, node: etree._Element) -> list[etree._Element]:
        children = _children(node)
        if len(children) == 1 and _local(children[0]) == "group":
            return _children(children[0])
        return children
