"""The first real source, against what a scholar encoded by hand (where a program can know it)."""

from __future__ import annotations

import functools
from dataclasses import replace

import pytest
from lxml import etree

from letters import ENGLISH, find, words
from support import ROOT, shared
from teiedit.make import make_tei
from teiedit.read.register import read_register
from teiedit.read.source import read_source
from teiedit.tools.tei import parse

SOURCE = ROOT / "sources/heroes-and-villains/source7.txt"


@functools.cache
def ours():
    source, _ = read_source(SOURCE, SOURCE.name, SOURCE.name)
    made = make_tei(source, "source7", ENGLISH)
    assert made.diagnostics == ()
    return parse(made.tei)


@functools.cache
def theirs():
    """The hand encoding as typed: without corrections, authorities and names of places that only an editor knows."""
    return parse(shared("gold/source7.xml").read_bytes())


def plain(node):
    """The words of a node without corrections."""
    return " ".join("".join(node.xpath(".//text()[not(ancestor::*[local-name() = 'corr'])]")).split())


COMPARED = {
    "reference": "//tei:msIdentifier/tei:idno[@type='catalogue']",
    "repository": "//tei:msIdentifier/tei:repository",
    "collection": "//tei:msIdentifier/tei:collection",
    "sender": "//tei:correspAction[@type='sent']/tei:persName",
    "author": "//tei:titleStmt/tei:author",
    "front matter": "//tei:titlePart",
    "heads": "//tei:head",
    "salute": "//tei:salute",
    "form of address": "//tei:salute/tei:rs",
    "paragraphs": "//tei:body//tei:p",
    "labels": "//tei:label[parent::tei:list]",
    "clauses": "//tei:list[@rend='numbered']/tei:item",
    "inline clauses": "//tei:list[@rend='inline numbered']/tei:item",
    "quotations": "//tei:q",
    "signature": "//tei:signed",
    "sign of the signature": "//tei:metamark[@function='signed']",
    "name signed": "//tei:signed/tei:persName",
}


@pytest.mark.parametrize("what", COMPARED)
def test_the_words_are_those_of_the_hand_encoding(what):
    expected = [plain(node) for node in find(theirs(), COMPARED[what])]
    assert expected
    assert [words(node) for node in find(ours(), COMPARED[what])] == expected


VALUES = {
    "title": "//tei:titleStmt/tei:title/text()",
    "date sent": "//tei:correspAction[@type='sent']/tei:date/@when",
    "creation": "//tei:creation/tei:date/@when",
    "letter answered": "//tei:correspContext//tei:date/@when",
    "kind": "//tei:catRef/@target",
    "divisions": "//tei:body//tei:div/@type",
    "parts": "//tei:div[@type='part']/@n",
    "part ids": "//tei:div[@type='part']/@xml:id",
    "clause numbers": "//tei:item/@n",
    "clause ids": "//tei:item/@xml:id",
    "certainty of clauses": "//tei:item/@cert",
    "dates in the text": "//tei:body//tei:date[not(@resp='#editor')]/@when",
    "records of persons": "//tei:person[not(@xml:id='p-thant')]/@xml:id",
    "who is meant": "//tei:titlePart/tei:persName/@ref | //tei:salute/tei:rs/@ref | //tei:signed/tei:persName/@ref",
}


@pytest.mark.parametrize("what", VALUES)
def test_the_values_are_those_of_the_hand_encoding(what):
    expected = [str(v) for v in find(theirs(), VALUES[what])]
    assert expected
    assert [str(v) for v in find(ours(), VALUES[what])] == expected


def test_the_addressee_is_named_as_far_as_the_transcript_does():
    (name,) = find(ours(), "//tei:correspAction[@type='received']/tei:persName")
    assert words(name) == "Khrushchev"


def test_the_sample_is_the_source_byte_for_byte():
    assert SOURCE.read_bytes() == shared("sources/source7.txt").read_bytes()


@pytest.mark.xdist_group("tei_all")
def test_the_sample_is_valid_in_tei_itself(tei_all):
    assert tei_all.validate(etree.ElementTree(ours())), tei_all.error_log


@functools.cache
def with_registers():
    register, found = read_register(SOURCE.parent, SOURCE.parent.name)
    assert found == ()
    source, _ = read_source(SOURCE, SOURCE.name, SOURCE.name)
    made = make_tei(source, "source7", replace(ENGLISH, register=register))
    assert made.diagnostics == ()
    return parse(made.tei)


NAMED = {
    "places and bodies in the text": "//tei:body//tei:placeName | //tei:body//tei:orgName",
    "sender and addressee": "//tei:correspAction/tei:persName",
    "names of persons": "//tei:person[not(@xml:id='p-thant')]/tei:persName",
    "offices": "//tei:person[not(@xml:id='p-thant')]/tei:occupation",
    "authorities": "//tei:person/tei:idno",
}


@pytest.mark.parametrize("what", NAMED)
def test_with_the_registers_every_name_of_the_hand_encoding_is_found_and_no_adjective(what):
    """The hand encoding leaves "Cuban" unmarked, and so the lists are equal only if we do, too."""
    expected = [(words(node), node.get("ref")) for node in find(theirs(), NAMED[what])]
    assert expected
    assert [(words(node), node.get("ref")) for node in find(with_registers(), NAMED[what])] == expected


def test_with_the_registers_the_records_are_those_of_the_hand_encoding():
    path = "//tei:standOff//@xml:id[not(. = 'p-thant')]"
    expected = [str(name) for name in find(theirs(), path)]
    assert sorted(str(name) for name in find(with_registers(), path)) == sorted(expected)


@pytest.mark.xdist_group("tei_all")
def test_the_sample_with_its_registers_is_valid_in_tei_itself(tei_all):
    assert tei_all.validate(etree.ElementTree(with_registers())), tei_all.error_log
