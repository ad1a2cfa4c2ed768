"""What editors add stands where its words stand, and the words stay as they are."""

from __future__ import annotations

from teiedit.model.document import Added, Element, Node, Text
from teiedit.model.position import Span
from teiedit.recognise.additions import Addition, put

TEXT = "On 3 May we recieved it."
#       0  3     9  12        21
PARAGRAPH = Element(
    "p", (Text(Span(0, 3)), Element("date", (Text(Span(3, 8)),), Span(3, 8)), Text(Span(8, 24))), Span(0, 24)
)


def shown(node: Node) -> str:
    if isinstance(node, Added):
        return node.text
    if isinstance(node, Text):
        return TEXT[node.span.start : node.span.end]
    return f"<{node.tag}>{''.join(map(shown, node.content))}</{node.tag}>"


def note(offset: int, words: str = "n") -> Addition:
    span = Span(offset, offset)
    return Addition(span, lambda _: Element("note", (Added(words, span),), span))


def correction(start: int, end: int) -> Addition:
    span = Span(start, end)
    return Addition(span, lambda content: Element("sic", content, span))


def placed(*additions: Addition) -> tuple[str, int]:
    (element,), left = put((PARAGRAPH,), additions)
    return shown(element), len(left)


def test_a_note_stands_behind_its_words() -> None:
    assert placed(note(20)) == ("<p>On <date>3 May</date> we recieved<note>n</note> it.</p>", 0)


def test_a_note_on_a_date_stands_behind_the_date() -> None:
    assert placed(note(8)) == ("<p>On <date>3 May</date><note>n</note> we recieved it.</p>", 0)
    assert placed(note(4)) == ("<p>On <date>3 May</date><note>n</note> we recieved it.</p>", 0)


def test_a_note_stands_at_the_very_end() -> None:
    assert placed(note(24))[0].endswith("it.<note>n</note></p>")


def test_two_notes_at_one_place_keep_their_order() -> None:
    assert "recieved<note>1</note><note>2</note>" in placed(note(20, "1"), note(20, "2"))[0]


def test_words_are_enclosed() -> None:
    assert placed(correction(12, 20)) == ("<p>On <date>3 May</date> we <sic>recieved</sic> it.</p>", 0)


def test_words_with_elements_among_them_are_enclosed_whole() -> None:
    assert placed(correction(0, 11)) == ("<p><sic>On <date>3 May</date> we</sic> recieved it.</p>", 0)
    assert placed(correction(3, 8)) == ("<p>On <date><sic>3 May</sic></date> we recieved it.</p>", 0)


def test_what_would_cross_an_element_is_left() -> None:
    assert placed(correction(0, 4)) == (shown(PARAGRAPH), 1)


def test_a_correction_and_a_note_on_the_same_words() -> None:
    assert "<sic>recieved</sic><note>n</note> it" in placed(note(20), correction(12, 20))[0]
