"""The citation trees of a document: what its `refsDecl` declares, and the places that are found by it.

https://tei-c.org/release/doc/tei-p5-doc/en/html/HD.html#HDCRS
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from lxml import etree

from teiedit.publish.dts.xpath import compiled
from teiedit.tools.citing import numbers
from teiedit.tools.tei import NS, TEI, XML_ID, XML_LANG

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_STRUCTURE, _DATA = f"{{{TEI}}}citeStructure", f"{{{TEI}}}citeData"
_POSITION = "position()"
_TERMS = ("http://purl.org/dc/terms/", "http://purl.org/dc/elements/1.1/")


@dataclass(frozen=True, slots=True)
class Structure:
    """One kind of place.

    Attributes:
        kind: what it is called.
        match: the expression that finds the elements, from the place around them.
        use: the expression for its own part of the reference.
        delim: what stands before that.
        data: the terms of Dublin Core that are known of it, each with its expression.
        within: the kinds of place within it.
    """

    kind: str
    match: etree.XPath
    use: str
    delim: str
    data: tuple[tuple[str, etree.XPath], ...]
    within: tuple[Structure, ...]
    nsmap: Mapping[str | None, str]

    def outline(self) -> dict[str, Any]:
        """What kinds of place there are in which, as JSON."""
        inner = [structure.outline() for structure in self.within]
        own = {"@type": "CiteStructure", "citeType": self.kind}
        return {**own, "citeStructure": inner} if inner else own


@dataclass(frozen=True, slots=True)
class Tree:
    """One way to cite a document.

    Attributes:
        identifier: its name; "" for the one that is meant where none is named.
        structures: the kinds of place that are in no other.
    """

    identifier: str
    structures: tuple[Structure, ...]

    def outline(self) -> dict[str, Any]:
        """What kinds of place there are, as JSON."""
        named = {"identifier": self.identifier} if self.identifier else {}
        return {"@type": "CitationTree", **named, "citeStructure": [each.outline() for each in self.structures]}


@dataclass(frozen=True, slots=True, eq=False)
class Unit:
    """One place that can be cited.

    Attributes:
        identifier: its reference.
        level: how deep it is in the tree, from 1.
        parent: the place around it.
        kind: what it is called.
        node: its element.
        anchor: its name in the document's page, or "".
        terms: what is known of it: term of Dublin Core, language, words.
    """

    identifier: str
    level: int
    parent: Unit | None
    kind: str
    node: etree._Element
    anchor: str
    terms: tuple[tuple[str, str, str], ...]


def read_trees(root: etree._Element) -> tuple[Tree, ...]:
    """Return the citation trees of a document, the default one first.

    A structure whose XPath is beyond XPath 1.0 is left out, with what is in it.
    """
    declared = root.findall("tei:teiHeader/tei:encodingDesc/tei:refsDecl", NS)
    declared.sort(key=lambda node: node.get("default") != "true")
    trees: list[Tree] = []
    for node in declared:
        structures = tuple(_structures(node))
        if structures:
            number = len(trees) + 1
            name = (node.get("n") or node.get(XML_ID) or f"tree-{number}") if trees else ""
            trees.append(Tree(name, structures))
    return tuple(trees)


def _structures(node: etree._Element) -> Iterator[Structure]:
    for child in node.iterchildren(_STRUCTURE):
        match, use = compiled(child.get("match", ""), child.nsmap), child.get("use", "")
        if match is None or (use != _POSITION and compiled(use, child.nsmap) is None):
            continue
        data = tuple(_data(child))
        kind = child.get("unit") or "unit"
        yield Structure(kind, match, use, child.get("delim", ""), data, tuple(_structures(child)), child.nsmap)


def _data(node: etree._Element) -> Iterator[tuple[str, etree.XPath]]:
    for child in node.iterchildren(_DATA):
        term = child.get("property", "")
        prefix = next((prefix for prefix in _TERMS if term.startswith(prefix)), None)
        expression = compiled(child.get("use", ""), child.nsmap)
        if prefix and expression is not None:
            yield term.removeprefix(prefix), expression


def read_units(root: etree._Element, tree: Tree) -> list[Unit]:
    """Return the places of a tree, in the order of the document, each before those in it.

    Of places with the same reference, the first counts.
    """
    return list(_Finder(root).within(tree.structures, None))


class _Finder:
    def __init__(self, root: etree._Element) -> None:
        self._root = root
        self._numbers = numbers(root)
        self._known: set[str] = set()
        self._order: dict[etree._Element, int] = {}

    def within(self, structures: tuple[Structure, ...], above: Unit | None) -> Iterator[Unit]:
        found = []
        for structure in structures:
            context = self._root if above is None else above.node
            value = _called(structure.match, context)
            matched = [node for node in value if isinstance(node, etree._Element)] if isinstance(value, list) else ()
            found += [(node, structure, number) for number, node in enumerate(matched, 1)]
        if len(structures) > 1 and len(found) > 1:
            found.sort(key=lambda each: self._place(each[0]))
        for node, structure, number in found:
            unit = self._unit(node, structure, number, above)
            if unit is not None:
                yield unit
                if structure.within:
                    yield from self.within(structure.within, unit)

    def _place(self, node: etree._Element) -> int:
        if not self._order:
            self._order = {each: place for place, each in enumerate(self._root.iter())}
        return self._order[node]

    def _unit(self, node: etree._Element, structure: Structure, number: int, above: Unit | None) -> Unit | None:
        own = self._own(node, structure, number)
        identifier = f"{above.identifier if above else ''}{structure.delim}{own}"
        if not own or identifier in self._known:
            return None
        self._known.add(identifier)
        terms = tuple((term, _language(value), words) for term, value, words in _terms(node, structure))
        level = above.level + 1 if above else 1
        return Unit(identifier, level, above, structure.kind, node, self._anchor(node), terms)

    def _own(self, node: etree._Element, structure: Structure, number: int) -> str:
        if structure.use == _POSITION:
            return str(number)
        if structure.use in self._numbers:
            return self._numbers[structure.use].get(node, "")
        expression = compiled(structure.use, structure.nsmap)
        return "" if expression is None else _words(_called(expression, node))

    def _anchor(self, node: etree._Element) -> str:
        return node.get(XML_ID, "") or next(filter(None, (names.get(node) for names in self._numbers.values())), "")


def _called(expression: etree.XPath, node: etree._Element) -> Any:
    try:
        return expression(node)
    except etree.XPathError:
        return None


def _words(value: Any) -> str:
    """Return a value of XPath as a string, as its function string() does, with single spaces."""
    if isinstance(value, list):
        return _words(value[0]) if value else ""
    if isinstance(value, etree._Element):
        return " ".join("".join(value.itertext()).split())
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return " ".join(str(value).split()) if isinstance(value, (str, float)) else ""


def _terms(node: etree._Element, structure: Structure) -> Iterator[tuple[str, etree._Element, str]]:
    for term, expression in structure.data:
        value = _called(expression, node)
        if words := _words(value):
            first = value[0] if isinstance(value, list) else value
            yield term, first if isinstance(first, etree._Element) else node, words


def _language(node: etree._Element | None) -> str:
    while node is not None:
        if language := node.get(XML_LANG):
            return language
        node = node.getparent()
    return "und"
