"""The ODD says what the grammar says: elements, attributes, values, content; and its examples are valid."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

import pytest
from lxml import etree

from fragments import CONTEXTS, in_context
from support import ROOT, shared
from teiedit.model.codes import CODES
from teiedit.tools.tei import TEI, XML, parse
from teiedit.validate.datatypes import Data, Datatype, ListOf, OneOf, Repeat, Text, Value
from teiedit.validate.grammar import Attribute, ElementRule, Grammar
from teiedit.validate.regex import EMPTY, TEXT, Expr, choice, outside, sequence, star, symbol
from teiedit.validate.subset import differences

if TYPE_CHECKING:
    from conftest import Schemas

T = f"{{{TEI}}}"
EXAMPLES = "{http://www.tei-c.org/ns/Examples}"
# TEI's own datatypes, as P5 4.12 defines them
TEI_TYPES: dict[str, Datatype] = {
    "teidata.pointer": Data("anyURI", (("pattern", r"\S+"),)),
    "teidata.word": Data("token", (("pattern", r"[^\p{C}\p{Z}]+"),)),
    "teidata.text": Text(),
}


@cache
def odd() -> etree._Element:
    return etree.parse(ROOT / "schema/teiedit.odd", etree.XMLParser(collect_ids=False)).getroot()


class Reader:
    """Reads a `schemaSpec` as an ODD processor does, knowing nothing of how it was made."""

    def __init__(self, root: etree._Element) -> None:
        self.specs = {
            kind: {spec.get("ident"): spec for spec in root.iter(f"{T}{kind}")}
            for kind in ("elementSpec", "classSpec", "macroSpec", "dataSpec")
        }
        self.start = root.find(f".//{T}schemaSpec").get("start")

    def grammar(self) -> Grammar:
        rules = {
            name: ElementRule(name, self.content(spec.find(f"{T}content")[0]), self.attributes(spec))
            for name, spec in self.specs["elementSpec"].items()
        }
        return Grammar(frozenset((self.start,)), rules)

    def content(self, node: etree._Element) -> Expr:
        match etree.QName(node).localname:
            case "textNode":
                expr = star(symbol(TEXT))
            case "empty":
                expr = EMPTY
            case "elementRef":
                expr = symbol(node.get("key"))
            case "macroRef":
                expr = self.content(self.specs["macroSpec"][node.get("key")].find(f"{T}content")[0])
            case "alternate":
                expr = choice(self.content(child) for child in node)
            case "sequence":
                expr = EMPTY
                for child in reversed(node):
                    expr = sequence(self.content(child), expr)
        if node.get("maxOccurs") == "unbounded":
            return star(expr) if node.get("minOccurs") == "0" else sequence(expr, star(expr))
        return choice((expr, EMPTY)) if node.get("minOccurs") == "0" else expr

    def attributes(self, spec: etree._Element) -> dict[str, Attribute]:
        found: dict[str, Attribute] = {}
        for member in spec.iter(f"{T}memberOf"):
            found |= self.attributes(self.specs["classSpec"][member.get("key")])
        for attribute in spec.iter(f"{T}attDef"):
            found[attribute.get("ident")] = Attribute(attribute.get("usage") == "req", (self.datatype(attribute),))
        return found

    def datatype(self, attribute: etree._Element) -> Datatype:
        outer = attribute.find(f"{T}datatype")
        values = [item.get("ident") for item in attribute.iter(f"{T}valItem")]
        if values:
            assert attribute.find(f"{T}valList").get("type") == "closed"
            inner: Datatype = OneOf(tuple(map(Value, values))) if len(values) > 1 else Value(values[0])
        else:
            inner = self.data(outer.find(f"{T}dataRef"))
        several = outer.get("maxOccurs") == "unbounded"
        return ListOf((Repeat("oneOrMore", inner),)) if several else inner

    def data(self, ref: etree._Element) -> Datatype:
        if ref.get("name"):
            facets = [(facet.get("name"), facet.get("value")) for facet in ref.iter(f"{T}dataFacet")]
            pattern = [("pattern", ref.get("restriction"))] if ref.get("restriction") else []
            return Data(ref.get("name"), tuple(sorted([*facets, *pattern])))
        if ref.get("key") in TEI_TYPES:
            return TEI_TYPES[ref.get("key")]
        alternate = self.specs["dataSpec"][ref.get("key")].find(f"{T}content/{T}alternate")
        return OneOf(tuple(self.data(part) for part in alternate))


def test_odd_and_grammar_name_the_same_elements(grammar: Grammar) -> None:
    assert set(Reader(odd()).specs["elementSpec"]) == set(grammar.elements)
    modules = [ref.get("include", "").split() for ref in odd().iter(f"{T}moduleRef")]
    assert sorted(name for names in modules for name in names) == sorted(grammar.elements)


def test_odd_and_grammar_name_the_same_attributes_and_values(grammar: Grammar) -> None:
    read = Reader(odd()).grammar()
    for name, rule in grammar.elements.items():
        assert dict(read.elements[name].attributes) == dict(rule.attributes), name


def test_odd_and_grammar_have_the_same_content(grammar: Grammar) -> None:
    read = Reader(odd()).grammar()
    assert read.start == grammar.start
    for name, rule in grammar.elements.items():
        assert outside(rule.content, read.elements[name].content) is None, name
        assert outside(read.elements[name].content, rule.content) is None, name


def test_what_the_odd_defines_lies_within_tei(all_of_tei: Grammar) -> None:
    assert differences(Reader(odd()).grammar(), all_of_tei) == ()


def test_elements_are_taken_from_the_modules_that_tei_has_them_in() -> None:
    p5 = etree.parse(shared("official/tei/p5subset.xml"))
    home = {spec.get("ident"): spec.get("module") for spec in p5.iter(f"{T}elementSpec")}
    for name, spec in Reader(odd()).specs["elementSpec"].items():
        assert spec.get("module") == home[name], name


def test_teis_own_datatypes_are_as_they_are_read_here() -> None:
    p5 = etree.parse(shared("official/tei/p5subset.xml"))
    for key in ("teidata.pointer", "teidata.word"):
        (ref,) = p5.iterfind(f".//{T}dataSpec[@ident='{key}']/{T}content/{T}dataRef")
        assert Data(ref.get("name"), (("pattern", ref.get("restriction")),)) == TEI_TYPES[key]


def test_each_rule_is_in_the_odd_with_its_words() -> None:
    specs = {s.get("ident"): s.findtext(f"{T}desc") for s in odd().iter(f"{T}constraintSpec")}
    assert specs == {code: entry.what for code, entry in CODES.items() if code[0] == "S"}


def test_the_prose_speaks_of_elements_and_attributes_that_there_are(grammar: Grammar) -> None:
    attributes = {name for rule in grammar.elements.values() for name in rule.attributes}
    for node in odd().iter(f"{T}gi"):
        assert node.text in grammar.elements
    for node in odd().iter(f"{T}att"):
        assert node.text in attributes


@pytest.mark.xdist_group("tei_all")
def test_the_odd_is_itself_valid_tei(tei_all: etree.RelaxNG) -> None:
    assert tei_all.validate(odd().getroottree()), tei_all.error_log


def test_no_identifier_stands_twice() -> None:
    identifiers = [str(i) for i in odd().xpath("//@xml:id")]
    assert len(identifiers) == len(set(identifiers))


def examples() -> list[str]:
    """Each example as text in the namespace of TEI."""
    found = []
    for example in odd().iter(f"{EXAMPLES}egXML"):
        text = etree.tostring(example, encoding="unicode", with_tail=False)
        inner = text[text.index(">") + 1 : text.rindex("</")].strip()
        found.append(re.sub(r' xmlns(:\w+)?="[^"]*"', "", inner))
    return found


@pytest.mark.parametrize("example", examples(), ids=lambda text: text[:30])
@pytest.mark.xdist_group("tei_all")
def test_each_example_is_valid_where_it_may_stand(example: str, schemas: Schemas, tei_all: etree.RelaxNG) -> None:
    if example.startswith("<TEI"):
        whole = [example.replace("<TEI", f'<TEI xmlns="{TEI}"', 1)]
    else:
        whole = [in_context(context, example) for context in CONTEXTS]
    documents = [document for text in whole if (document := parsed(text)) is not None]
    valid = [document for document in documents if schemas.rng.validate(document)]
    assert valid, example
    assert any(schemas.xsd.validate(d) and tei_all.validate(d) for d in valid)


def parsed(text: str) -> etree._Element | None:
    try:
        return parse(text.encode())
    except etree.XMLSyntaxError:
        return None


def test_the_examples_show_every_element(grammar: Grammar) -> None:
    shown = {etree.QName(e).localname for x in odd().iter(f"{EXAMPLES}egXML") for e in x.iter(f"{EXAMPLES}*")}
    assert shown >= set(grammar.elements)


def test_every_link_between_the_pages_of_elements_leads_somewhere(grammar: Grammar) -> None:
    pages = {path.name: path.read_text("utf-8") for path in (ROOT / "docs/elements").glob("*.md")}
    assert set(pages) == {"index.md", *(f"{name}.md" for name in grammar.elements)}
    for name, text in pages.items():
        for target in re.findall(r"\]\((?!https?:)([^)#]+)", text):
            assert (ROOT / "docs/elements" / target).exists(), (name, target)
    anchors = set(re.findall(r'<a id="([^"]+)"', pages["index.md"])) | {"what-every-element-may-have"}
    assert {a for text in pages.values() for a in re.findall(r"index\.md#([\w-]+)", text)} <= anchors


def test_every_attribute_is_explained_where_it_is_used() -> None:
    assert XML  # the namespace of xml:id
    for attribute in odd().iter(f"{T}attDef"):
        assert attribute.findtext(f"{T}desc"), attribute.get("ident")
