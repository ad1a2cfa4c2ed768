"""The proof of losslessness: it holds for what we make, and notices each kind of loss."""

from copy import deepcopy

import pytest
from hypothesis import given, settings

from letters import TRANSCRIPTS, document, encoded, find, sheet, transcript
from teiedit.tools.tei import parse, serialise
from teiedit.validate.fidelity import check_fidelity

TEXT = sheet("We agree (a) to go and (b) to stay. I am glad of the “end” on October 26th.\n\nP.S. None.")


def tampered(change):
    root = deepcopy(encoded(TEXT).root)
    change(root)
    return check_fidelity(root, transcript(TEXT))


def first(root, path):
    return find(root, path)[0]


def test_what_we_encode_is_whole():
    assert check_fidelity(encoded(TEXT).root, transcript(TEXT)) == ()


def test_it_is_still_whole_after_writing_and_reading():
    assert check_fidelity(parse(serialise(encoded(TEXT).root)), transcript(TEXT)) == ()


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (lambda r: setattr(first(r, "//tei:q"), "text", "“ends”"), 'has "s” on'),
        (lambda r: setattr(first(r, "//tei:body//tei:salute"), "text", ""), '"Dear'),
        (lambda r: setattr(first(r, "//tei:item[2]"), "text", "to go and"), 'reads "stay.'),
        (lambda r: first(r, "//tei:body").clear(), "is missing from the TEI"),
        (lambda r: setattr(first(r, "//tei:q"), "tail", "on "), '"on October'),
        (lambda r: setattr(first(r, "//tei:closer"), "tail", "extra"), "extra"),
    ],
)
def test_a_changed_lost_or_added_word_is_found(change, says):
    (found,) = tampered(change)
    assert found.code == "L001"
    assert says in found.message
    assert found.place.line


def test_two_words_run_together_are_found():
    (found,) = tampered(lambda r: setattr(first(r, "//tei:p[tei:list]"), "text", "Weagree "))
    assert found.code == "L001"


def test_what_an_editor_adds_is_no_change_of_the_transcript():
    def correct(root):
        quotation = first(root, "//tei:q")
        note = quotation.makeelement(quotation.tag.replace("}q", "}note"), {"type": "editorial"})
        note.text = "sic"
        quotation.append(note)

    assert tampered(correct) == ()


@settings(max_examples=300, deadline=None)
@given(TRANSCRIPTS)
def test_no_transcript_however_odd_loses_a_character(text):
    if any(d.code == "D001" for d in document(text).diagnostics):
        return
    assert check_fidelity(encoded(text).root, transcript(text)) == ()
