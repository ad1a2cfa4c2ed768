"""A transcript's whole way: whatever it holds, the TEI is valid and whole, or nothing is published."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from letters import ENGLISH, TRANSCRIPTS, sheet
from support import shared
from teiedit.make import make_document, make_tei
from teiedit.model.diagnostic import Severity
from teiedit.model.edition import Edition
from teiedit.read.folder import File
from teiedit.read.source import decode


def made(text, edition=ENGLISH):
    source, _ = decode(text.encode(), "a.txt", "a.txt")
    return make_tei(source, "a", edition)


@settings(max_examples=200, deadline=None)
@given(TRANSCRIPTS)
def test_a_random_transcript_becomes_valid_tei_or_is_refused_for_a_reason(text):
    result = made(text)
    errors = {d.code for d in result.diagnostics if d.severity is Severity.ERROR}
    assert errors <= {"D001"}
    assert (result.tei is None) == bool(errors)


@pytest.mark.parametrize("layout", [".txt", ".bare.txt", ".typed.txt"])
def test_real_letters_of_three_languages_are_whole_and_valid(layout):
    letters = sorted(p for p in shared("corpora/dev").glob(f"*/*{layout}") if p.name.count(".") == layout.count("."))
    assert len(letters) > 100
    for path in letters[::6]:
        source, _ = decode(path.read_bytes(), path.name, path.name)
        result = make_tei(source, "a", Edition(languages=()))
        assert [d for d in result.diagnostics if d.severity is Severity.ERROR] == [], path


def test_a_character_that_xml_cannot_hold_keeps_the_document_from_being_published():
    result = made(sheet("A bell \x07 rang."))
    assert result.tei is None
    assert [(d.code, d.place.line, d.excerpt) for d in result.diagnostics] == [("T006", 10, "A bell \x07 rang.")]


def test_a_finding_shows_the_line_it_is_about():
    (finding,) = made(sheet("We met on 31 June 1962.")).diagnostics
    assert finding.excerpt == "We met on 31 June 1962."


def test_a_finding_of_a_file_that_cannot_be_read_is_that_documents_own(tmp_path):
    result = make_document(File("x", tmp_path / "x.txt", "x.txt", "x.txt"), ENGLISH)
    assert (result.tei, [d.code for d in result.diagnostics]) == (None, ["T001"])


def test_same_input_same_bytes():
    assert made(sheet()).tei == made(sheet()).tei
