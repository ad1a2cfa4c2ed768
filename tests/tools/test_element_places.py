"""Where the start tags of a file stand, as a person counts."""

import pytest

from support import ROOT
from teiedit.model.position import Place
from teiedit.tools.tei import element_places, parse


def test_lines_and_columns_count_characters_from_one() -> None:
    xml = '<a>\n  <b/>ẞ𝔄é<c x="&lt;1>2">\r\n<d\n  y="1"\n/></c></a>'
    assert element_places(xml.encode(), "f.xml") == (
        Place("f.xml", 1, 1, 1, 4),
        Place("f.xml", 2, 3, 2, 7),
        Place("f.xml", 2, 10, 2, 25),
        Place("f.xml", 3, 1, 5, 3),
    )


def test_comments_and_instructions_are_no_elements() -> None:
    xml = b"<?xml version='1.0'?><!-- <x> --><a><?pi <y>?><![CDATA[<z>]]><b/></a>"
    assert [p.column for p in element_places(xml, "f.xml")] == [34, 62]


def test_places_are_in_the_order_and_number_of_the_parsed_elements() -> None:
    xml = (ROOT / "tests/diagnostics/clean/in.xml").read_bytes()
    elements = [e for e in parse(xml).iter() if isinstance(e.tag, str)]
    places = element_places(xml, "f.xml")
    assert len(places) == len(elements)
    assert [p.line for p in places] == [e.sourceline for e in elements]


@pytest.mark.parametrize(
    ("xml", "why"),
    [
        (b"<a><b></a>", "mismatched tag"),
        (b"", "no element found"),
        (b'<!DOCTYPE a [<!ENTITY e "x">]><a>&e;</a>', "document type declaration"),
        (b"<!DOCTYPE a><a/>", "document type declaration"),
    ],
)
def test_what_is_no_xml_or_has_a_document_type_is_refused(xml: bytes, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        element_places(xml, "f.xml")
