"""Words as XML has them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from teiedit.tools.markup import escape, quoteattr

WORDS = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs"), exclude_characters="\ufffe\uffff"))


@given(WORDS)
def test_words_come_back_as_they_were(words: str) -> None:
    read = etree.fromstring(f"<a b={quoteattr(words)}>{escape(words)}</a>")
    assert (read.get("b"), read.text or "") == (words, words)


def test_line_ends_and_tabs_stay_in_an_attribute() -> None:
    words = "one\ntwo\tthree\r"
    assert etree.fromstring(f"<a b={quoteattr(words)}/>").get("b") == words
