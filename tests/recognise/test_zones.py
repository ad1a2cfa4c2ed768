import pytest

from letters import transcript
from teiedit.recognise.zones import find_zones


def kinds(text):
    return [zone.kind for zone in find_zones(transcript(text), ["en"])]


def test_an_archives_sheet_is_read_from_series_to_signature():
    assert kinds(
        "Heroes\n\nTranscript: 7\n\nMessage from A. Kay to B. Lee, 1 May 1901\n(Catalogue ref: CAB 1/2)\n\n"
        "Source 7a\n\nDear Sir:\n\nI have read it.\n\nSource 7b\n\nIt is good.\n\n(s) A. Kay\n"
    ) == ["series", "transcript", "main", "reference", "part", "salute", "p", "part", "p", "signed"]


def test_a_bare_letter_has_no_heading():
    assert kinds("London, May 3, 1871\n\nDear Anna,\n\nAll is well.\n\nYours ever,\n\nBess\n\nP.S. Write soon.\n") == [
        "dateline",
        "salute",
        "p",
        "valediction",
        "signed",
        "postscript",
    ]


def test_lines_of_a_typists_page_are_one_paragraph():
    text = "Dear Sir,\n\nI have the honour to report\nthat all is well here and that\nthe ships have left.\n"
    assert kinds(text) == ["salute", "p"]


def test_long_lines_are_paragraphs_of_their_own():
    assert kinds("word " * 60 + ".\n" + "word " * 60 + ".\n") == ["p", "p"]


def test_a_name_in_the_middle_is_no_signature():
    assert kinds("Dear Sir,\n\nThe following came:\n\nJohn Smith\n\nHe said that nothing was to be done.\n") == [
        "salute",
        "p",
        "p",
        "p",
    ]


@pytest.mark.parametrize("text", ["x", "\n\nSource 7a\n", "(s) A. B.\n", "Dear Sir,\n", "P.S. x\n", "1)\n2)\n"])
def test_every_line_that_is_not_blank_is_in_a_zone(text):
    read = transcript(text)
    zones = find_zones(read, ["en"])
    inside = "".join(read.source.text[z.span.start : z.span.end] for z in zones)
    assert "".join(inside.split()) == "".join(text.split())
