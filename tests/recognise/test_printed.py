"""What was printed on the paper before a word was written: the head of a house, the name of a form."""

from __future__ import annotations

import pytest

from letters import find, tei, words


def opener(text):
    return [(n.tag.rpartition("}")[2], n.get("type"), n.get("subtype")) for n in find(tei(text), "//tei:opener/*")]


@pytest.mark.parametrize("form", ["TELEGRAM.", "TELEGRAMM", "DENKSCHRIFT"])
def test_a_word_for_a_kind_of_document_in_capitals_is_the_heading_of_a_form(form):
    found = opener(f"{form}\n\nTo: Mr. A. Bell\nFrom: C. Hart\n\nThe roof is done.\n")
    assert found[0] == ("fw", "header", None)


def test_a_form_may_have_a_word_of_handling_above_it():
    found = opener("SECRET\n\nMEMORANDUM\n\nTo: Mr. A. Bell\nFrom: C. Hart\n\nThe roof is done.\n")
    assert found[:2] == [("seg", "field", "classification"), ("fw", "header", None)]


def test_a_name_in_capitals_above_everything_is_the_head_of_the_paper():
    root = tei(
        "SOCIETY OF CLOCKMAKERS\n\nLeeds, 3 May 1911.\n\nDear Sir,\n\nThe clock is done.\n\nYours truly,\nA. Bell\n"
    )
    (head,) = find(root, "//tei:opener/tei:fw")
    assert (head.get("type"), words(head)) == ("letterhead", "SOCIETY OF CLOCKMAKERS")


def test_a_subject_below_the_date_stays_one():
    found = opener(
        "Leeds, 3 May 1911.\n\nREPAIR OF THE CLOCK\n\nDear Sir,\n\nThe clock is done.\n\nYours truly,\nA. Bell\n"
    )
    assert ("seg", "field", "subject") in found
    assert ("fw", "letterhead", None) not in found
