"""Hyphens at line ends: closed up only where that is sure."""

import pytest

from letters import encoded, find, tei, transcript, words
from teiedit.model.position import Span
from teiedit.recognise.hyphens import find_hyphens
from teiedit.validate.fidelity import check_fidelity


def divided(text):
    found = find_hyphens(transcript(text), [Span(0, len(text))])
    return [(text[: mark.span.start].split()[-1], text[mark.span.end :].split()[0]) for mark in found]


@pytest.mark.parametrize(
    "text",
    [
        "the mis-\nsile sites are there; a missile was seen",
        "the exami-\r\n   nation of it",
        "eine Bespre-\nchung darüber",
        "l'indé-\npendance du pays",
        "the mis¬\nsile sites",
        "das ge=\nwesene",
    ],
)
def test_a_hyphen_that_only_divides_is_closed_up(text):
    assert len(divided(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "a well-\nknown man",
        "to-\nday and on",
        "peut-\nêtre demain",
        "y a-t-\nil des",
        "Ein-\nund Ausfuhr",
        "the Anglo-\nFrench note",
        "a ship-\nyard; the yard was closed",
        "an air-\nraid; the air-raid began",
        "1914-\n1918",
        "he came -\nand went",
    ],
)
def test_a_hyphen_that_may_belong_to_the_word_is_left_alone(text):
    assert divided(text) == []


WRAPPED = """\
Dear Sir,

We have the honour to acknowledge your letter, and have seen the exami-
nation of the sites in question and the drawing that shows the mis-
sile itself. The missile was brought there in the summer by a well-
known ship, and it has not been moved since by anybody we know of.
"""


def test_the_hyphen_stays_and_the_line_break_says_so():
    root = tei(WRAPPED)
    breaks = find(root, "//tei:lb[@break='no']")
    assert [(lb.get("cert"), lb.get("resp")) for lb in breaks] == [("medium", "#teiedit"), ("high", "#teiedit")]
    assert "the exami-nation of the sites" in words(find(root, "//tei:body//tei:p")[0])
    assert "by a well- known ship" in words(find(root, "//tei:body//tei:p")[0])
    assert "lb with break" in words(find(root, "//tei:hyphenation")[0])


def test_the_proof_accepts_a_dropped_line_end_and_nothing_else():
    made = encoded(WRAPPED).root
    assert check_fidelity(made, transcript(WRAPPED)) == ()
    for other in (
        WRAPPED.replace("mis-\n", "mis- "),
        WRAPPED.replace("mis-\n", "mis-\n\n"),
        WRAPPED.replace("mis-\n", "mis-"),
    ):
        assert [d.code for d in check_fidelity(made, transcript(other))] == ["L001"]
