"""Distributed Text Services without a server: trees, places, passages."""

from __future__ import annotations

import pytest
from lxml import etree

from teiedit.publish.dts.addresses import Addresses
from teiedit.publish.dts.navigation import WHOLE, Places, Text, WrongRequestError, navigation
from teiedit.publish.dts.passages import WRAPPER, passage
from teiedit.publish.dts.trees import read_trees, read_units
from teiedit.publish.dts.xpath import compiled, prefixed
from teiedit.tools.tei import NS, TEI, parse

# Somebody else's TEI: two trees, with positions as references.
BOOKS = f"""<TEI xmlns="{TEI}" xml:lang="la"><teiHeader><fileDesc><titleStmt><title>T</title></titleStmt></fileDesc>
<encodingDesc>
<refsDecl n="lines"><citeStructure unit="line" match="//l" use="position()"/></refsDecl>
<refsDecl default="true"><citeStructure unit="book" match="/TEI/text/body/div[@type='book']" use="@n">
<citeData property="http://purl.org/dc/terms/title" use="head"/><citeData property="http://example.org/x" use="@n"/>
<citeStructure unit="chapter" match="div" use="position()" delim=" "><citeStructure unit="verse" match="l" use="@n"
delim=":"/></citeStructure></citeStructure>
<citeStructure unit="preface" match="//front/p" use="string('pr')"/></refsDecl>
<refsDecl><citeStructure unit="x" match="for $x in //l return $x" use="@n"/></refsDecl>
</encodingDesc></teiHeader>
<standOff><certainty target="#x" locus="name"/></standOff>
<text><front><p>Before.</p></front><body><div type="book" n="1"><head>One</head>
<div><l n="1">a <hi>b</hi></l> and <l n="2">c</l></div><div><l n="1">d</l></div></div>
<div type="book" n="2"><head xml:lang="en">Two</head>
<div><l n="1">e</l><l n="1">f</l></div></div></body></text></TEI>"""
REFS = ["pr", "1", "1 1", "1 1:1", "1 1:2", "1 2", "1 2:1", "2", "2 1", "2 1:1"]
AT = Addresses("https://example.org/")


@pytest.fixture
def books():
    return Text.of("books", parse(BOOKS.encode()))


def asked(text, down=None, **places):
    return navigation(text, Places(**places), down, AT)


def refs(answer):
    return [unit["identifier"] for unit in answer["member"]]


def cut(text, start, end=None):
    units = {unit.identifier: unit.node for unit in text.units()}
    return parse(passage(text.root, units[start], units[end or start]))


def inside(root):
    return "".join(next(root.iter(WRAPPER)).itertext())


def test_the_default_tree_comes_first_and_has_no_name(books):
    assert [tree.identifier for tree in books.trees] == ["", "lines"]
    assert [unit.identifier for unit in books.units("lines")] == ["1", "2", "3", "4", "5"]


def test_references_are_put_together_and_the_first_of_two_counts(books):
    assert [unit.identifier for unit in books.units()] == REFS
    assert books.units()[-1].node.text == "e"


def test_titles_are_in_their_own_language(books):
    first, second = (unit for unit in books.units() if unit.kind == "book")
    assert first.terms == (("title", "la", "One"),)
    assert second.terms == (("title", "en", "Two"),)


def test_the_kinds_of_place_are_outlined(books):
    outline = books.trees[0].outline()
    assert outline["citeStructure"][0]["citeStructure"][0]["citeStructure"] == [
        {"@type": "CiteStructure", "citeType": "verse"}
    ]
    assert "identifier" not in outline
    assert books.trees[1].outline()["identifier"] == "lines"


# The specification's table of parameters, line by line.
@pytest.mark.parametrize(
    ("down", "places", "expected"),
    [
        (None, {"ref": "1 1"}, None),
        (None, {"start": "1", "end": "2"}, None),
        (0, {"ref": "1 1"}, ["1 1", "1 2"]),
        (0, {"ref": "1"}, ["pr", "1", "2"]),
        (1, {}, ["pr", "1", "2"]),
        (2, {}, ["pr", "1", "1 1", "1 2", "2", "2 1"]),
        (7, {}, REFS),
        (1, {"ref": "1"}, ["1", "1 1", "1 2"]),
        (2, {"ref": "1"}, ["1", "1 1", "1 1:1", "1 1:2", "1 2", "1 2:1"]),
        (1, {"ref": "pr"}, ["pr"]),
        (1, {"start": "1", "end": "2"}, ["1", "1 1", "1 2", "2", "2 1"]),
        (1, {"start": "1 1:2", "end": "2"}, ["1 1:2", "1 2", "1 2:1", "2", "2 1", "2 1:1"]),
        (1, {"start": "1 1", "end": "1 2"}, ["1 1", "1 1:1", "1 1:2", "1 2", "1 2:1"]),
        (WHOLE, {}, REFS),
        (WHOLE, {"ref": "1 1"}, ["1 1", "1 1:1", "1 1:2"]),
        (WHOLE, {"start": "1 1:2", "end": "2"}, ["1 1:2", "1 2", "1 2:1", "2", "2 1", "2 1:1"]),
        (WHOLE, {"start": "1", "end": "1 1:1"}, ["1", "1 1", "1 1:1", "1 1:2", "1 2", "1 2:1"]),
        (1, {"tree": "lines"}, ["1", "2", "3", "4", "5"]),
    ],
)
def test_down_goes_as_deep_as_the_table_says(books, down, places, expected):
    answer = asked(books, down, **places)
    assert ("member" not in answer) if expected is None else refs(answer) == expected
    assert ("ref" in answer, "start" in answer, "end" in answer) == tuple(
        name in places for name in ("ref", "start", "end")
    )
    for name in {"ref", "start", "end"} & set(places):
        assert answer[name]["identifier"] == places[name]


@pytest.mark.parametrize(
    ("down", "places", "status"),
    [
        (None, {}, 400),
        (0, {}, 400),
        (0, {"start": "1", "end": "2"}, 400),
        (1, {"ref": "1", "start": "1"}, 400),
        (1, {"ref": "1", "end": "1"}, 400),
        (1, {"start": "1"}, 400),
        (1, {"end": "1"}, 400),
        (1, {"ref": "3"}, 404),
        (1, {"ref": "1 1:1 "}, 404),
        (1, {"start": "1", "end": "3"}, 404),
        (1, {"start": "3", "end": "1"}, 404),
        (1, {"start": "2", "end": "1"}, 404),
        (1, {"ref": "1", "tree": "pages"}, 404),
    ],
)
def test_what_cannot_be_meant_is_refused(books, down, places, status):
    with pytest.raises(WrongRequestError) as error:
        asked(books, down, **places)
    assert error.value.status == status


def test_a_document_without_trees_has_no_places_and_no_errors():
    text = Text.of("none", parse(f'<TEI xmlns="{TEI}"><text><body><p>P.</p></body></text></TEI>'.encode()))
    for down, places in ((None, {}), (1, {}), (0, {"ref": "x"}), (-1, {"start": "x", "end": "y"})):
        answer = asked(text, down, **places)
        assert answer["member"] == []
        assert answer["resource"]["citationTrees"] == []


def test_a_passage_keeps_what_is_around_it_and_nothing_beside_it(books):
    root = cut(books, "1 1:1")
    wrapper = next(root.iter(WRAPPER))
    assert [each.tag.removeprefix(f"{{{TEI}}}") for each in wrapper.iterancestors()] == [
        "div",
        "div",
        "body",
        "text",
        "TEI",
    ]
    assert wrapper.getparent().getparent().attrib == {"type": "book", "n": "1"}
    assert inside(root) == "a b"
    assert "".join(root.find("tei:text", NS).itertext()) == "a b"
    assert root.find("tei:teiHeader", NS) is not None
    assert root.find("tei:standOff", NS) is None


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        ("1 1:1", "1 1:2", "a b and c"),
        ("1 1:2", "1 2:1", "cd"),
        ("1 1:2", "2 1:1", "cd\nTwo\ne"),
        ("1", "1 1:1", "One\na b and cd"),
        ("1 1:1", "1 2", "a b and cd"),
        ("pr", "1 1:1", "Before.One\na b"),
    ],
)
def test_a_range_goes_from_the_first_word_of_one_to_the_last_of_the_other(books, start, end, words):
    root = cut(books, start, end)
    assert inside(root) == words
    assert len(list(root.iter(WRAPPER))) == 1


def test_the_label_of_a_clause_stands_beside_the_passage():
    body = '<div><list><label>(a)</label> <item xml:id="c-a" n="a">Ay.</item></list></div>'
    root = parse(f'<TEI xmlns="{TEI}"><text><body>{body}</body></text></TEI>'.encode())
    item = root.find(".//tei:item", NS)
    made = parse(passage(root, item, item))
    assert inside(made) == "Ay."
    assert made.findtext(".//tei:label", namespaces=NS) == "(a)"


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("//body/div", "//tei:body/tei:div"),
        ("div[@type='book div']", "tei:div[@type='book div']"),
        ("div div div", "tei:div div tei:div"),
        ("p | postscript/p", "tei:p | tei:postscript/tei:p"),
        ("tei:div/p", "tei:div/tei:p"),
        ("ancestor::div[position() = last()]/@n", "ancestor::tei:div[position() = last()]/@n"),
        ("@n and head or not(text())", "@n and tei:head or not(text())"),
        ("attribute::n", "attribute::n"),
        ("@xml:id", "@xml:id"),
        ("4 mod 2", "4 mod 2"),
        ("or", "tei:or"),
        ("*[self::p]", "*[self::tei:p]"),
    ],
)
def test_names_without_a_prefix_are_of_tei(expression, expected):
    assert prefixed(expression) == expected
    assert compiled(expression, {}) is not None


@pytest.mark.parametrize("expression", ["for $x in p return $x", "p[", "", "'", "if (p) then 1 else 2"])
def test_what_is_no_xpath_is_none(expression):
    assert compiled(expression, {}) is None


def test_structures_that_fail_when_asked_find_nothing():
    for match, use in (
        ("/TEI/text/nothing()", "@n"),
        ("/TEI/text", "no()"),
        ("/TEI/text", "$x"),
        ("/TEI/@n", "."),
        ("1", "1"),
    ):
        structure = f'<citeStructure match="{match}" use="{use}"/>'
        head = f"<teiHeader><encodingDesc><refsDecl>{structure}</refsDecl></encodingDesc></teiHeader>"
        root = parse(f'<TEI xmlns="{TEI}" n="1">{head}<text/></TEI>'.encode())
        assert [unit for tree in read_trees(root) for unit in read_units(root, tree)] == []


def test_deep_documents_are_cut():
    deep = 200
    body = "<hi>" * deep + "w" + "</hi>" * deep
    root = parse(f'<TEI xmlns="{TEI}"><text><body><p>{body}</p><p>x</p></body></text></TEI>'.encode())
    (last,) = [each for each in root.iter(f"{{{TEI}}}hi") if not len(each)]
    made = parse(passage(root, last, root.findall(".//tei:p", NS)[1]))
    assert inside(made) == "wx"
    assert isinstance(made, etree._Element)
