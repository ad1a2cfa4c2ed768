"""Words are found again where they stand, or said to be lost: never taken for others."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from teiedit.model.anchor import Anchor, Lost
from teiedit.model.position import Span
from teiedit.tools.anchoring import Quotable

TEXT = "To the Mayor.\r\n\r\nWe met in May;\tand in  May\nwe parted. The Mayor wrote to me in May, too.\n"


def located(anchor: Anchor, text: str = TEXT) -> str | None:
    found = Quotable(text).locate(anchor)
    return None if isinstance(found, Lost) else text[found.start : found.end]


def test_the_only_place_is_found_whatever_white_space_there_is() -> None:
    assert located(Anchor("and in May we parted")) == "and in  May\nwe parted"


def test_words_within_others_are_not_those_words() -> None:
    assert located(Anchor("Ma")) is None
    assert isinstance(Quotable("The Mayor").locate(Anchor("May")), Lost)


def test_several_places_are_never_one() -> None:
    found = Quotable(TEXT).locate(Anchor("May"))
    assert isinstance(found, Lost)
    assert found.several
    assert [TEXT[span.start : span.end] for span in found.candidates] == ["May"] * 3


def test_what_stands_around_tells_which() -> None:
    found = Quotable(TEXT).locate(Anchor("May", before="me in"))
    assert found == Span(TEXT.rindex("May"), TEXT.rindex("May") + 3)


def test_words_whose_surroundings_are_others_are_lost_though_they_stand_there_once() -> None:
    text = "He came in October and left."
    found = Quotable(text).locate(Anchor("October", "she wrote to us late in ", " of that same year"))
    assert isinstance(found, Lost)
    assert found.candidates == (Span(text.index("October"), text.index("October") + 7),)


def test_white_space_alone_is_no_words() -> None:
    blank = TEXT.index("\r\n\r\n")
    anchor = Quotable(TEXT).anchor(Span(blank, blank + 2))
    assert anchor.words == ""
    assert isinstance(Quotable(TEXT).locate(anchor), Lost)


def test_words_that_were_corrected_have_candidates() -> None:
    text = "I have the honnour to be your servant."
    found = Quotable(text).locate(Anchor("I have the honour"))
    assert isinstance(found, Lost)
    assert found.candidates[0] == Span(0, text.index(" to be"))


words = st.lists(st.sampled_from(["a", "the", "May", "Mayor", "3.", "in", "Dear", "x"]), min_size=1, max_size=40)
spaces = st.sampled_from([" ", "\n", "  ", "\r\n\r\n", "\t", "\f"])


@given(words, spaces, st.data())
def test_an_anchor_finds_its_own_words_or_says_that_they_stand_there_twice(
    parts: list[str], space: str, data: st.DataObject
) -> None:
    text = space.join(parts)
    first = data.draw(st.integers(0, len(parts) - 1))
    last = data.draw(st.integers(first, len(parts) - 1))
    start = len(space.join(parts[:first])) + (len(space) if first else 0)
    span = Span(start, start + len(space.join(parts[first : last + 1])))
    quotable = Quotable(text)
    anchor = quotable.anchor(span)
    assert anchor.words == " ".join(parts[first : last + 1])
    found = quotable.locate(anchor)
    assert found == span


@given(words, words, words, st.data())
def test_after_an_edit_elsewhere_the_words_are_found_or_reported_but_never_others(
    head: list[str], middle: list[str], tail: list[str], data: st.DataObject
) -> None:
    """The words are marked with a sign that stands nowhere else, which tells where they truly are."""
    own = ["§", *middle]
    before = " ".join([*head, *own, *tail])
    start = before.index("§")
    anchor = Quotable(before).anchor(Span(start, start + len(" ".join(own))))
    edited_head, edited_tail = data.draw(words), data.draw(words)
    gone = data.draw(st.booleans())
    after = " ".join([*edited_head, *([] if gone else own), *edited_tail])
    found = Quotable(after).locate(anchor)
    if isinstance(found, Span):
        assert not gone
        assert after[found.start : found.end] == " ".join(own)
