"""The cover of a book: its words fit, are read out, and are drawn the same everywhere."""

from __future__ import annotations

import pytest
from lxml import etree

from teiedit.model.house import ACCENT, NO_STYLE, Style
from teiedit.publish._cover import HEIGHT, WIDTH, Words, cover, wrapped

SVG = {"s": "http://www.w3.org/2000/svg"}


def drawn(title, style=NO_STYLE, **more):
    return etree.fromstring(cover(Words(title, **more), style, "en"))


def test_the_words_are_read_out_in_full():
    made = drawn("Letters <& papers>", subtitle="1914", above="Ada", below="Geneva, 2026")
    assert made.findtext("s:title", namespaces=SVG) == "Letters <& papers>. 1914. Ada. Geneva, 2026"


def test_letters_are_outlines_and_ask_for_no_font():
    made = drawn("Письма & Briefe", subtitle="Übersicht")
    assert made.xpath("//s:text", namespaces=SVG) == []
    titles = [title.text for title in made.iterfind("s:g/s:title", SVG)]
    assert " ".join(titles) == "Письма & Briefe Übersicht"


def test_a_line_with_letters_that_ours_are_not_is_text():
    made = drawn("漢字", subtitle="מכתבים")
    first, second = made.iterfind("s:text", SVG)
    assert (first.text, first.get("direction")) == ("漢字", None)
    assert (second.text, second.get("direction"), second.get("x")) == ("מכתבים", "rtl", "1440")


@pytest.mark.parametrize("title", ["x" * 500, "word " * 300, "Donaudampfschifffahrt " * 20, "漢" * 200])
def test_no_title_leaves_the_page(title):
    made = drawn(title.strip(), subtitle=title.strip(), above=title.strip(), below=title.strip())
    places = [group.get("transform") for group in made.iterfind("s:g", SVG)]
    bases = [float(place.partition(")")[0].split()[1]) for place in places]
    bases += [float(text.get("y")) for text in made.iterfind("s:text", SVG)]
    assert min(bases) > 0
    assert max(bases) < HEIGHT - 100


def test_lines_are_as_few_as_can_be_and_even():
    assert wrapped("one two three four", 184, 4) == ("one two", "three four")
    assert wrapped("short", 184, 4) == ("short",)
    assert wrapped("", 184, 4) == ()


def test_more_lines_than_there_may_be_end_in_an_ellipsis():
    lines = wrapped("word " * 100, 80, 3)
    assert len(lines) == 3
    assert lines[-1].endswith("…")


def test_the_colours_are_the_editions():
    def fills(style):
        return {node.get("fill") for node in drawn("A", style).iterfind("s:rect", SVG)}

    assert ACCENT in fills(NO_STYLE)
    assert fills(Style(accent="#1f6b4a", paper="#ffffff")) == {"#ffffff", "#1f6b4a"}


def test_a_cover_is_as_wide_and_high_as_shops_ask():
    made = drawn("A")
    assert (made.get("width"), made.get("height")) == (str(WIDTH), str(HEIGHT))
    assert HEIGHT / WIDTH == 1.6
