"""Words that run the other way are marked by their script, and nothing else is."""

import pytest

from letters import encoded, find, tei, transcript, words
from teiedit.model.position import Span
from teiedit.recognise.foreign import find_foreign
from teiedit.validate.fidelity import check_fidelity


def passages(text):
    found = find_foreign(transcript(text), [Span(0, len(text))])
    return [(text[mark.span.start : mark.span.end], dict(mark.attributes)["xml:lang"]) for mark in found]


ENGLISH = "It was a dark and stormy night when we read these words: "


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("the word שלום, 12 letters", [("שלום", "und-Hebr")]),
        ("the words שלום עולם, טוב. Then", [("שלום עולם, טוב", "und-Hebr")]),
        ("pointed שׁוֹבֶרֶת־אֶבֶן and", [("שׁוֹבֶרֶת־אֶבֶן", "und-Hebr")]),
        ("his «كتاب الحيوان» (سنة 931 هـ)", [("كتاب الحيوان", "und-Arab"), ("سنة 931 هـ", "und-Arab")]),
        ("both שלום and سلام and ܫܠܡܐ", [("שלום", "und-Hebr"), ("سلام", "und-Arab"), ("ܫܠܡܐ", "und-Syrc")]),
        ("Greek λόγος, слово, 中文, no more", []),
        ("the number ٩٣١ alone", []),
    ],
)
def test_a_passage_ends_with_its_letters(text, found):
    assert sorted(passages(ENGLISH + text)) == sorted(found)


def test_in_a_letter_of_that_script_nothing_is_foreign():
    assert passages("שלום רב לך ידידי היקר, and so on") == []


def test_the_words_are_marked_in_the_tei_and_none_is_lost():
    text = "Dear Sir,\n\nI have read שלום עולם, 12 times, and so have they all.\n\nYours truly,\nA. Smith\n"
    root = tei(text)
    (foreign,) = find(root, "//tei:p/tei:foreign")
    assert words(foreign) == "שלום עולם"
    assert foreign.get("{http://www.w3.org/XML/1998/namespace}lang") == "und-Hebr"
    assert foreign.get("cert") == "high"
    assert check_fidelity(encoded(text).root, transcript(text)) == ()
