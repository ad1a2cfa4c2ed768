"""What check promises its callers: order, places, and that it changes nothing."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from lxml import etree

from letters import ENGLISH, sheet
from support import ROOT
from teiedit.make import make_tei
from teiedit.model.diagnostic import Severity
from teiedit.model.position import Place
from teiedit.read.source import decode
from teiedit.tools.tei import NS, parse
from teiedit.validate import check, check_file
from teiedit.validate.grammar import read_grammar
from teiedit.validate.xsd import check_xsd

CLEAN = (ROOT / "tests/diagnostics/clean/in.xml").read_bytes()


def where(index: int) -> Place:
    return Place("letter.txt", index + 1)


def test_the_place_is_asked_for_by_the_index_of_the_element() -> None:
    root = parse(CLEAN)
    root.insert(0, etree.Comment("not an element"))
    index = [e for e in root.iter() if isinstance(e.tag, str)].index(root.find(".//tei:salute", NS))
    root.find(".//tei:salute", NS).set("colour", "red")
    (found,) = check(root, where)
    assert found.place == Place("letter.txt", index + 1)
    root.find(".//tei:salute", NS).attrib.pop("colour")
    root.find(".//tei:salute", NS).set("ana", "#nothing")
    (found,) = check(root, where)
    assert (found.code, found.place) == ("S001", Place("letter.txt", index + 1))


def test_a_tree_and_its_bytes_are_judged_alike_and_the_tree_is_not_changed() -> None:
    broken = (ROOT / "tests/diagnostics/two-faults/in.xml").read_bytes()
    root = parse(broken)
    before = etree.tostring(root)
    assert check(root, where) == check(broken, where) != ()
    assert etree.tostring(root) == before


def test_faults_of_the_grammar_come_before_broken_rules() -> None:
    root = parse(CLEAN)
    root.find(".//tei:p/tei:placeName", NS).set("ref", "#nowhere")
    root.find(".//tei:signed", NS).set("colour", "red")
    root.find(".//tei:listPerson//tei:persName", NS).text = ""
    assert [d.code for d in check(root, where)] == ["R010", "S017", "S001"]


def test_an_unsure_inference_is_for_a_person_to_check_and_no_error() -> None:
    root = parse(CLEAN)
    root.find(".//tei:item", NS).attrib.update({"resp": "#teiedit", "cert": "medium"})
    (found,) = check(root, where)
    assert (found.code, found.severity) == ("S012", Severity.WARNING)


@pytest.mark.parametrize("xml", [b"", b"   ", b"<", b"<TEI", b"\xff\xfe\x00", b"<TEI>\x01</TEI>", b"plain text"])
def test_what_is_not_xml_is_one_finding(xml: bytes) -> None:
    (found,) = check_file(xml, "letter.xml")
    assert (found.code, found.place.file) == ("R001", "letter.xml")


def test_an_entity_is_neither_read_nor_expanded(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("the secret")
    xml = CLEAN.replace(b"<TEI", f'<!DOCTYPE TEI [<!ENTITY s SYSTEM "{secret}">]><TEI'.encode()).replace(
        b"Cuba", b"&s;"
    )
    (found,) = check_file(xml, "letter.xml")
    assert found.code == "R002"
    assert "secret" not in found.message + found.hint


def test_text_from_a_document_is_quoted_on_one_short_line() -> None:
    root = parse(CLEAN)
    division = root.find(".//tei:body/tei:div", NS)
    division[-1].tail = "line one\nline two " + "x" * 200
    (found,) = check(root, where)
    assert found.message == f'text may not stand directly in <div>, after a <closer>: "line one line two {"x" * 21}…"'


def test_hundreds_of_faults_are_all_found_quickly() -> None:
    root = parse(CLEAN)
    paragraph = root.find(".//tei:body//tei:p", NS)
    for _ in range(500):
        etree.SubElement(paragraph, f"{{{NS['tei']}}}signed").text = "x"
    assert len(check(root, where)) == 500


def test_a_deep_document_does_not_end_the_program() -> None:
    depth = min(200, sys.getrecursionlimit())
    deep = b"<hi>" * depth + b"x" + b"</hi>" * depth
    assert check(CLEAN.replace(b"Cuba</placeName>.", b"Cuba</placeName>." + deep), where) == ()


def test_the_second_opinion_has_words_and_places() -> None:
    assert check_xsd(CLEAN, where) == ()
    root = parse(CLEAN)
    root.find(".//tei:signed", NS).set("colour", "red")
    (found,) = check_xsd(etree.tostring(root), where)
    assert found.code == "W001"
    assert "<signed>" in found.message
    assert "colour" in found.message
    assert found.place.line > 1


@pytest.mark.parametrize("pattern", ["<interleave><text/><text/></interleave>", "<mixed><text/></mixed>"])
def test_a_grammar_that_cannot_be_explained_is_refused(tmp_path: Path, pattern: str) -> None:
    path = tmp_path / "x.rng"
    element = f'<element name="x">{pattern}</element>'
    path.write_text(f'<grammar xmlns="http://relaxng.org/ns/structure/1.0"><start>{element}</start></grammar>')
    with pytest.raises(ValueError, match="is not a pattern"):
        read_grammar(path)


def test_a_fault_in_what_was_made_from_a_transcript_is_reported_in_the_transcript() -> None:
    words = "We met on 27 October 1992 in London."
    source, _ = decode(sheet(words).encode(), "letters/5.txt", "5.txt")
    (found,) = make_tei(source, "letter-5", ENGLISH).diagnostics
    line = sheet(words).splitlines().index(words) + 1
    assert (found.code, found.place) == ("S007", Place("letters/5.txt", line, 11, line, 26))
    assert found.excerpt == words


def test_nothing_is_worked_out_where_there_is_nothing_to_say() -> None:
    """Places cost as much as the grammar, and most files need none."""
    asked = []
    assert check(CLEAN, lambda i: asked.append(i) or Place("x")) == ()
    assert asked == []


def test_lines_that_name_a_schema_are_no_elements() -> None:
    models = b'<?xml-model href="../schema/teiedit.rng"?>\n<?xml-model href="../schema/teiedit.sch"?>\n<TEI '
    xml = CLEAN.replace(b"<TEI ", models, 1).replace(b"<salute", b'<salute colour="red"')
    (found,) = check_file(xml, "letter.xml")
    assert found.place.line == 49
    assert check_file(CLEAN.replace(b"<TEI ", models, 1), "letter.xml") == ()


@pytest.mark.parametrize("number", ["0.95", "0.7", ".3"])
def test_a_certainty_in_numbers_is_given_its_word(number: str) -> None:
    root = parse(CLEAN)
    root.find(".//tei:signed", NS).set("cert", number)
    (found,) = check(root, where)
    assert found.hint.startswith({"0.95": 'write "high"', "0.7": 'write "medium"', ".3": 'write "low"'}[number])
