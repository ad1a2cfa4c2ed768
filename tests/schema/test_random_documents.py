"""Random documents: what the grammar makes, all of TEI accepts; what is then broken, all our validators see."""

from __future__ import annotations

import random
from functools import cache
from typing import TYPE_CHECKING

import pytest
from lxml import etree

from teiedit.encode.citations import encode_citations
from teiedit.publish.dts.passages import WRAPPER, passage
from teiedit.publish.dts.trees import read_trees, read_units
from teiedit.tools.tei import NS, TEI, XML, append, parse
from teiedit.validate.datatypes import Data, Datatype, ListOf, Nothing, OneOf, Repeat, Text, Value, accepts
from teiedit.validate.explain import faults
from teiedit.validate.grammar import Grammar, ours
from teiedit.validate.regex import NOTHING, TEXT, Choice, Expr, Sequence, Star, Symbol

if TYPE_CHECKING:
    from conftest import Schemas

DOCUMENTS = 2000
BY_ALL = 200  # of these are shown to every validator
TO_BREAK = 80
MUTANTS = 4  # of each

_SAMPLES = {
    "anyURI": ("#x", "https://example.org/a"),
    "language": ("en", "ru-Latn"),
    "date": ("1962-10-27",),
    "gYear": ("1962", "0043"),
    "gYearMonth": ("1962-10",),
    "gMonthDay": ("--10-27",),
    "dateTime": ("1962-10-27T10:00:00Z",),
    "time": ("10:00:00",),
    "decimal": ("-1.5", "2"),
    "double": ("0.5", "1"),
    "nonNegativeInteger": ("0", "3"),
    "NCName": ("abc",),
    "Name": ("abc",),
    "string": ("-", " "),
    "token": ("abc", "1.0", "10px", "p-1", "…"),
}


@cache
def depths() -> dict[str, int]:
    """How deep each element must at least be."""
    depth = dict.fromkeys(ours().elements, 99)
    while True:
        better = {name: 1 + depth_of(rule.content, depth) for name, rule in ours().elements.items()}
        if better == depth:
            return depth
        depth = better


def depth_of(expr: Expr, depth: dict[str, int]) -> int:
    match expr:
        case Symbol(name=name):
            return 0 if name == TEXT else depth[name]
        case Sequence(head=head, tail=tail):
            return max(depth_of(head, depth), depth_of(tail, depth))
        case Choice(members=members):
            return min(depth_of(member, depth) for member in members)
    return 99 if expr is NOTHING else 0


@cache
def least(expr: Expr) -> int:
    """How deep what `expr` accepts must at least be."""
    return depth_of(expr, depths())


@cache
def samples(datatype: Data) -> tuple[str, ...]:
    return tuple(value for value in _SAMPLES[datatype.type] if accepts(datatype, value))


class Maker:
    """Makes one document after another from a seed."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self.ids = 0

    def element(self, name: str, depth: int) -> etree._Element:
        rule = ours().elements[name]
        node = etree.Element(f"{{{TEI}}}{name}", nsmap={None: TEI})
        for attribute, spec in rule.attributes.items():
            if spec.required or self.random.random() < 0.08:
                node.set(attribute.replace("xml:", f"{{{XML}}}"), self.value(spec.datatypes[0]))
        self.fill(node, rule.content, depth - 1)
        return node

    def fill(self, node: etree._Element, expr: Expr, depth: int) -> None:
        match expr:
            case Symbol(name=name):
                append(node, "word " if name == TEXT else self.element(name, depth))
            case Sequence(head=head, tail=tail):
                self.fill(node, head, depth)
                self.fill(node, tail, depth)
            case Choice(members=members):
                limit = max(depth, min(map(least, members)))
                fitting = [member for member in members if least(member) <= limit]
                self.fill(node, self.random.choice(fitting), depth)
            case Star(body=body) if least(body) < depth:
                for _ in range(self.random.choice((0, 1, 1, 2))):
                    self.fill(node, body, depth)

    def value(self, datatype: Datatype) -> str:  # noqa: PLR0911 - one case for each kind
        match datatype:
            case Text():
                return "some text"
            case Nothing():
                return ""
            case Value(literal):
                return literal
            case OneOf(members):
                return self.value(self.random.choice(members))
            case ListOf(items):
                return " ".join(self.value(item) for item in items)
            case Repeat(_, item):
                return " ".join(self.value(item) for _ in range(self.random.choice((1, 1, 2))))
            case Data("ID", _):
                self.ids += 1
                return f"i{self.ids}"
            case Data():
                return self.random.choice(samples(datatype))

    def broken(self, xml: bytes) -> etree._Element:
        """The document with one random change, which may leave it valid."""
        root = parse(xml)
        node = self.random.choice(list(root.iter()))
        names = sorted(ours().elements)
        match self.random.randrange(6):
            case 0:
                node.tag = f"{{{TEI}}}{self.random.choice(names)}"
            case 1:
                node.set(
                    self.random.choice(("when", "type", "target", "foo", "n")),
                    self.random.choice(("abc", "#x", "1962-13-01")),
                )
            case 2 if node.attrib:
                del node.attrib[self.random.choice(sorted(node.attrib))]
            case 3:
                append(node, "stray")
            case 4:
                append(node, etree.Element(f"{{{TEI}}}{self.random.choice(names)}"))
            case _ if len(node) > 1:
                node.insert(0, node[-1])
        return parse(etree.tostring(root))


@pytest.mark.xdist_group("tei_all")
def test_thousands_of_random_documents_are_valid_in_all_of_tei(
    schemas: Schemas, tei_all: etree.RelaxNG, grammar: Grammar
) -> None:
    maker = Maker(1962)
    for number in range(DOCUMENTS):
        document = maker.element("TEI", 9 if number < BY_ALL else 7)
        assert schemas.rng.validate(document), schemas.rng.error_log
        assert schemas.xsd.validate(document), schemas.xsd.error_log
        assert tei_all.validate(document), tei_all.error_log
        assert number >= BY_ALL or faults(grammar, document) == ()


def test_three_validators_agree_on_what_is_broken(schemas: Schemas, grammar: Grammar) -> None:
    maker, broken = Maker(1963), 0
    for _ in range(TO_BREAK):
        xml = etree.tostring(maker.element("TEI", 9))
        for _ in range(MUTANTS):
            mutant = maker.broken(xml)
            valid = schemas.rng.validate(mutant)
            assert schemas.xsd.validate(mutant) == valid, etree.tostring(mutant)
            assert (faults(grammar, mutant) == ()) == valid, etree.tostring(mutant)
            broken += not valid
    assert broken > TO_BREAK


def test_every_element_of_the_schema_is_made_at_some_time() -> None:
    maker, made = Maker(1964), set()
    for name in ours().elements:
        made |= {etree.QName(e).localname for e in maker.element(name, 4).iter()}
    assert made == set(ours().elements)


def test_in_random_documents_every_paragraph_is_cited_and_every_passage_is_its_text() -> None:
    maker, cited = Maker(1965), 0
    for _ in range(150):
        root = maker.element("TEI", 9)
        text = root.find("tei:text", NS)
        assert text is not None
        declared = encode_citations(text)
        for old in root.iter(f"{{{TEI}}}refsDecl"):
            old.set("default", "false")
        if declared is None:
            continue
        declared.set("default", "true")
        description = root.find("tei:teiHeader/tei:encodingDesc", NS)
        assert description is not None
        description.append(declared)
        units = read_units(root, read_trees(root)[0])
        paragraphs = text.xpath(".//tei:p[not(ancestor::tei:note)]", namespaces=NS)
        assert [
            unit.node for unit in units if unit.kind == "paragraph" and unit.node.tag == f"{{{TEI}}}p"
        ] == paragraphs
        for one, other in zip(units, units[1:] + units[:1], strict=True):
            end = other if units.index(other) > units.index(one) else one
            made = parse(passage(root, one.node, end.node))
            assert len(list(made.iter(WRAPPER))) == 1
            cited += 1
            if end is one or one.level > end.level:
                continue
            single = parse(passage(root, one.node, one.node))
            assert "".join(next(single.iter(WRAPPER)).itertext()) == "".join(one.node.itertext())
    assert cited > 300
