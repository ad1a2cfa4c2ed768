import pytest

from teiedit.model.position import Span
from teiedit.model.source import Source, fold
from teiedit.read.transcript import read_transcript


def read(text):
    return read_transcript(Source("a.txt", "a.txt", text, "0" * 64))


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_are_cut_at_each_kind_of_line_end_and_keep_their_offsets(end):
    transcript = read(f"one{end}{end}three{end}")
    assert [line.text for line in transcript.lines] == ["one", "", "three"]
    for line in transcript.lines:
        assert transcript.source.text[line.span.start : line.span.end] == line.text


def test_only_line_ends_cut_lines():
    assert len(read("a\u2028b\u0085c\x1dd").lines) == 1


def test_a_place_counts_lines_and_columns_from_one():
    place = read("ab\ncdef\n").place(Span(4, 6))
    assert (place.line, place.column, place.end_line, place.end_column) == (2, 2, 2, 4)


def test_a_place_may_run_over_lines():
    place = read("ab\ncd").place(Span(1, 4))
    assert (place.line, place.column, place.end_line, place.end_column) == (1, 2, 2, 2)


@pytest.mark.parametrize("character", ["\x00", "\x07", "\x0b", "\x1b", "\ufffe"])
def test_a_character_that_xml_cannot_hold_is_an_error_at_its_place(character):
    (found,) = read(f"Sir,\nI {character} am\n").diagnostics
    assert (found.code, found.place.line, found.place.column) == ("T006", 2, 3)
    assert f"U+{ord(character):04X}" in found.message


def test_a_form_feed_is_no_error():
    assert read("Sir,\n\x0cI am\n").diagnostics == ()


def test_decomposed_letters_are_noted_once_and_kept():
    transcript = read("Zu\u0308rich\nMu\u0308ller")
    (found,) = transcript.diagnostics
    assert (found.code, found.place.line, found.place.column) == ("T007", 1, 2)
    assert "u\u0308" in transcript.source.text


def test_folding_keeps_a_no_break_space():
    assert fold(" a \n\t b\u00a0 c") == " a b\u00a0 c"


@pytest.mark.parametrize(
    "block",
    ["---\ntitle: x\ndate: 1962\n---\n", "\n---\ntags:\n  - a\n# why\nfrom: B\n...\n", "---\r\nmy-key: x\r\n---\r\n"],
)
def test_a_block_of_settings_at_the_head_is_warned_of(block):
    (found,) = read(block + "\nDear Sir,\n").diagnostics
    assert found.code == "T015"
    assert '"a.decisions.toml"' in found.hint


@pytest.mark.parametrize(
    "text",
    [
        "---\nDear Sir,\n---\n",
        "---\nTo: Bell\nDear Sir,\n---\nx\n",
        "---\nTo: Bell\n",
        "---\n---\n",
        "To: Bell\n---\nDear Sir,\n---\n",
        "- 1 -\nTo: Bell\n- 2 -\n",
    ],
)
def test_lines_of_hyphens_in_a_letter_are_no_block_of_settings(text):
    assert read(text).diagnostics == ()
