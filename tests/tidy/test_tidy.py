"""Transcripts put in order: whatever they hold, the words stay and the document is read as before."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from letters import ENGLISH, TRANSCRIPTS, encoded, find, sheet, transcript
from support import ROOT
from teiedit.model.anchor import Lost
from teiedit.model.edition import Edition
from teiedit.model.position import Span
from teiedit.read.folder import File, find_files
from teiedit.tidy.file import Order, tidy
from teiedit.tidy.layout import STEPS, in_order
from teiedit.tools.anchoring import Quotable
from teiedit.tools.tei import serialise
from teiedit.validate.fidelity import check_fidelity

SPECIMENS = find_files(ROOT / "sources/specimens")[0]
SPACE = " \t\r\n\f"
MESSY = (
    st.lists(st.sampled_from(("\n", "\r\n", "\r", " ", "\t", "\n\n\n\n", "\u00a0", "\f", "Dear Sir,", "x", "1)")))
    .map("".join)
    .filter(lambda text: text.strip(SPACE))
)


def after(content, *, edition=ENGLISH, beside=(), **order):
    data = content if isinstance(content, bytes) else content.encode()
    return tidy(File("a", ROOT / "none/a.txt", "a.txt", "a.txt", data, beside), edition, Order(**order))


def text_of(content, **how):
    return after(content, **how).after.decode()


def read(text, edition=ENGLISH):
    """The TEI of a text, without what names its bytes, its lines and its columns."""
    tei = serialise(encoded(text, edition).root).decode()
    tei = re.sub(r"lines? \d+(, columns \d+ to \d+| to \d+)", "", tei)
    return re.sub(r'(<idno type="sha256">)[0-9a-f]+', r"\1", tei)


def unsigned(text):
    """The text of a document's TEI without the transcriber's signs, element by element."""
    root = encoded(text).root
    nodes = find(root, "//tei:text//*[not(self::tei:metamark[@function='transcriber'])]")
    return [
        (node.tag, dict(node.attrib), "".join(node.xpath("text()")))
        for node in nodes
    ]  # fmt: skip


def alike(*_):
    return True


@settings(max_examples=150, deadline=None)
@given(TRANSCRIPTS)
def test_any_transcript_has_the_same_words_and_the_same_tei_in_order(text):
    done = text_of(text)
    assert [w for w in re.split(r"[ \t\r\n]+", done) if w] == [w for w in re.split(r"[ \t\r\n]+", text) if w]
    assert read(done) == read(text)
    assert text_of(done) == done


@settings(max_examples=150, deadline=None)
@given(TRANSCRIPTS)
def test_any_transcript_with_its_marks_respelt_has_the_same_elements_and_is_whole(text):
    done = text_of(text, marks=True)
    assert unsigned(done) == unsigned(text)
    assert check_fidelity(encoded(done).root, transcript(done)) == ()
    assert text_of(done, marks=True) == done


@pytest.mark.parametrize("specimen", SPECIMENS, ids=lambda f: f.id)
def test_the_samples_are_in_order(specimen):
    data = specimen.path.read_bytes()
    assert tidy(specimen, Edition(languages=()), Order(marks=True)).after == data


@pytest.mark.parametrize("specimen", SPECIMENS[::5], ids=lambda f: f.id)
@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_a_sample_from_another_system_comes_back_byte_by_byte(specimen, end):
    data = specimen.path.read_bytes()
    other = b"\xef\xbb\xbf" + data.decode().replace("\n", "  " + end).encode()
    assert after(other, edition=Edition(languages=())).after == data


@given(MESSY)
def test_each_step_and_all_of_them_done_twice_are_done_once(text):
    for step in STEPS:
        assert step.apply(step.apply(text)) == step.apply(text)
    once = in_order(text, alike)[0]
    assert in_order(once, alike) == (once, (), ())


@given(MESSY)
def test_where_the_steps_are_tried_one_by_one_what_comes_out_stays(text):
    def picky(one, other):
        return (one.count("\n\n\n"), one.count("\t")) == (other.count("\n\n\n"), other.count("\t"))

    once, _, refused = in_order(text, picky)
    assert in_order(once, picky) == (once, (), refused)


@given(TRANSCRIPTS, st.data())
def test_whatever_was_quoted_of_a_transcript_is_found_in_it_when_in_order(text, data):
    start = data.draw(st.sampled_from([at for at, sign in enumerate(text) if sign not in SPACE]))
    span = Span(start, data.draw(st.integers(start + 1, len(text))))
    anchor = Quotable(text).anchor(span)
    found = Quotable(text).locate(anchor)
    done = in_order(text, alike)[0]
    again = Quotable(done).locate(anchor)
    if isinstance(found, Lost):
        assert isinstance(again, Lost)
        return
    assert isinstance(again, Span)
    assert done[again.start : again.end].split() == text[found.start : found.end].split()


def test_what_means_something_is_left():
    text = "  1) One\n\n\n   word   wide\tgap\n\f\nNext\n                    A. Bell\n\u00a0\u2003\n\nx\u2028y\n"
    assert in_order(text, alike) == (text, (), ())


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("the [deleted: five] ten", "the ~~five~~ ten"),
        ("the [gestrichen:  five ] ten", "the ~~five~~ ten"),
        ("the <del>five</del> ten", "the ~~five~~ ten"),
        ("the [[strikethrough]] five [[/strikethrough]] ten", "the ~~five~~ ten"),
        ("the [interlined: ten] days", r"the \ten/ days"),
        ("We [[underlined]]must[[/underlined]] act", "We _must_ act"),
        ("to <unclear>Ankara</unclear> and", "to [Ankara?] and"),
    ],
)
def test_a_mark_that_says_what_a_canonical_one_says_is_written_so(typed, expected):
    assert text_of(sheet(typed), marks=True) == sheet(expected)
    assert text_of(sheet(typed)) == sheet(typed)


@pytest.mark.parametrize(
    "typed",
    [
        "the [inserted: ten] days",
        "the <ins>ten</ins> days",
        "attached. [in margin: I agree.]",
        "Ankara [?] and",
        "to <unclear>a b c d e f</unclear> and",
    ],
)
def test_a_mark_whose_other_notation_would_say_something_else_stays(typed):
    assert text_of(sheet(typed), marks=True) == sheet(typed)


def test_a_mark_that_cannot_be_respelt_does_not_keep_others_and_is_told():
    tidied = after(sheet("the [deleted: five] ten <unclear>a b c d e f</unclear> and"), marks=True)
    assert b"~~five~~ ten <unclear>" in tidied.after
    assert tidied.changes == ("1 mark",)
    assert [(d.code, d.message.partition(" was ")[0]) for d in tidied.diagnostics] == [
        ("T012", '"<unclear>a b c d e f</unclear>"')
    ]


def test_a_sign_that_the_edition_has_declared_stays():
    edition = Edition(title="x", languages=("en",), conventions=(("{ … }", "deleted"), ("<del> … </del>", "deleted")))
    text = sheet("the {five} <del>six</del> [deleted: seven] ten")
    assert text_of(text, edition=edition, marks=True) == text.replace("[deleted: seven]", "~~seven~~")


def test_marks_that_notes_may_quote_stay():
    tidied = after(sheet("the [deleted: five] ten"), marks=True, beside=(("notes.md", b"x"),))
    assert tidied.before == tidied.after
    assert [d.code for d in tidied.diagnostics] == ["T014"]


def test_a_mark_by_which_a_decision_finds_its_words_stays():
    lost = b'[[decision]]\nwords = "[deleted: five] ten"\nnote = "so"\n'
    found = b'[[decision]]\nwords = "Yours"\nnote = "so"\n'
    text = sheet("the [deleted: five] ten")
    assert text_of(text, marks=True, beside=(("decisions.toml", lost),)) == text
    assert "~~five~~" in text_of(text, marks=True, beside=(("decisions.toml", found),))


def test_layout_that_makes_another_document_is_left_and_said():
    # most of this sheet's blank lines stand in one place, and without them it would be one without any
    lines = ["We came to the town.", "We saw it.", "   We left it again.", "One more day it was.", "   All are well."]
    text = "Dear Sir,  \n" + "\n" * 8 + "\n".join((*lines, *lines)) + "\nYours truly,\nA. Bell\n"
    tidied = after(text)
    assert read(re.sub("\n{4,}", "\n\n\n", text)) != read(text)
    assert tidied.after.decode() == text.replace("Sir,  ", "Sir,")
    assert tidied.changes == ("blanks at line ends",)
    assert [(d.code, d.message.partition(" were ")[0]) for d in tidied.diagnostics] == [("T012", "runs of blank lines")]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("tab", ["\t\t\t\t\t", " " * 40])
def test_line_ends_and_tabs_make_no_other_document(end, tab):
    text = f"Oakham, 3 May 1921\n\nDear Sir,\n\nI am.\n\n{tab}Yours truly,\n{tab}A. Bell\n"
    assert read(text.replace("\n", end)) == read(text.replace(tab, " " * 40))


def test_an_encoding_that_is_not_sure_is_named_with_words_and_left():
    data = "Lieber Jürgen,\n\nGrüße – „schön“\n".encode("windows-1252")
    tidied = after(data)
    assert (tidied.after, tidied.in_order) == (data, False)
    (found,) = tidied.diagnostics
    assert found.code == "T005"
    assert 'as windows-1252 it has "Jürgen", "Grüße", "„schön“", "–"' in found.message
    assert "teiedit fmt --encoding NAME a.txt" in found.hint


def test_an_encoding_that_is_said_is_taken_for_files_that_are_not_in_utf_8_alone():
    text = "Lieber Jürgen,\n\nGrüße.\n"
    assert text_of(text.encode("mac-roman"), encoding="mac-roman") == text
    assert text_of(text.encode(), encoding="mac-roman") == text


@pytest.mark.parametrize("encoding", ["ascii", "utf-16", "utf-7", "shift-jis"])
def test_an_encoding_that_a_file_is_not_in_changes_nothing(encoding):
    data = "Lieber Jürgen,\n\nGrüße.\n".encode("windows-1252")
    tidied = after(data, encoding=encoding)
    assert tidied.after == data
    assert [d.code for d in tidied.diagnostics] == ["T013"]


def test_a_byte_order_mark_says_the_encoding():
    assert after("Grüße.\n".encode("utf-16")).after == "Grüße.\n".encode()
    assert after("Grüße.\n".encode("utf-8-sig")).after == "Grüße.\n".encode()


@pytest.mark.parametrize(
    ("data", "code"), [(b"a\x07b \n", "T006"), (b"\n \n", "T002"), (bytes(range(256)) * 4, "T003")]
)
def test_what_is_no_transcript_is_left(data, code):
    tidied = after(data)
    assert tidied.after == data
    assert [d.code for d in tidied.diagnostics] == [code]
