"""Lines in capitals above a document: headings, and the name of a form."""

from __future__ import annotations

import pytest

from letters import find, tei, words


def opener(text):
    return [(n.tag.rpartition("}")[2], n.get("type"), n.get("subtype")) for n in find(tei(text), "//tei:opener/*")]


@pytest.mark.parametrize("form", ["TELEGRAM.", "TELEGRAMM", "DENKSCHRIFT", "SOCIETY OF CLOCKMAKERS"])
def test_a_line_in_capitals_above_everything_is_the_heading(form):
    root = tei(f"{form}\n\nLeeds, 3 May 1911.\n\nDear Sir,\n\nThe clock is done.\n\nYours truly,\nA. Bell\n")
    assert [words(node) for node in find(root, "//tei:body/tei:div/tei:head")] == [form]
    assert [n.tag.rpartition("}")[2] for n in find(root, "//tei:opener/*")] == ["dateline", "salute"]


def test_a_form_may_have_a_word_of_handling_above_it():
    found = opener("SECRET\n\nMEMORANDUM\n\nTo: Mr. A. Bell\nFrom: C. Hart\n\nThe roof is done.\n")
    assert found[:2] == [("seg", "field", "classification"), ("fw", "header", None)]


def test_a_subject_below_the_date_stays_one():
    found = opener(
        "Leeds, 3 May 1911.\n\nREPAIR OF THE CLOCK\n\nDear Sir,\n\nThe clock is done.\n\nYours truly,\nA. Bell\n"
    )
    assert ("seg", "field", "subject") in found
