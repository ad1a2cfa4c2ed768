"""Markdown becomes a well-formed fragment that says what was typed and can do nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from teiedit.tools.markdown import marked, marked_line


def made(text, **options):
    return marked(text, lambda *_: None, lambda address: address, **options)


def tree(text, **options):
    return etree.fromstring(f"<div>{made(text, **options).body}</div>")


def said(text):
    return " ".join("".join(tree(text).itertext()).split())


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=200))
def test_whatever_is_typed_the_fragment_is_well_formed(text):
    tree(text)
    etree.fromstring(f"<div>{marked_line(text).body}</div>")


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        '<img src="x" onerror="alert(1)">',
        "<b>bold</b>",
        "</style></main><!-- -->",
        "<?php ?> <![CDATA[ ]]>",
    ],
)
def test_html_is_text(text):
    assert said(text) == text
    assert {element.tag for element in tree(text).iter()} <= {"div", "p"}


@pytest.mark.parametrize(
    "address",
    ["javascript:alert(1)", "JAVASCRIPT:x", "data:text/html,x", "vbscript:x", "file:///etc/passwd", "ftp://x"],
)
def test_a_link_that_would_do_something_is_none(address):
    assert not tree(f"[here]({address})").xpath("//a")
    assert not tree(f"<{address}>").xpath("//a")
    assert not etree.fromstring(f"<p>{marked_line(f'[here]({address})').body}</p>").xpath("//a")


def test_links_within_the_site_are_told_with_their_lines():
    text = "# A\n\nOne [x](a.html#b)\ntwo [y](https://example.org/) [z](c.html)\n\n- [m](mailto:a@b.c)\n- [l](d.html)\n"
    assert made(text).links == (("a.html#b", 3), ("c.html", 4), ("d.html", 7))


@pytest.mark.parametrize(
    ("levels", "expected"),
    [("1 2 3 2", "h2 h3 h4 h3"), ("1 1", "h2 h2"), ("3 4 2", "h2 h3 h2"), ("2 4 4 3", "h2 h3 h3 h3")],
)
def test_no_level_is_left_out(levels, expected):
    text = "\n\n".join(f"{'#' * int(level)} Part {number}" for number, level in enumerate(levels.split()))
    assert [element.tag for element in tree(text)] == expected.split()


def test_the_first_heading_is_the_title_and_may_be_left_to_the_page():
    text = "# The *whole* `story`\n\nWords.\n"
    assert (made(text).title, made(text).line) == ("The whole story", 1)
    assert [element.tag for element in tree(text)] == ["h2", "p"]
    assert [element.tag for element in tree(text, titled=True)] == ["p"]


def test_a_heading_has_an_identifier_of_its_own():
    ids = tree("# Über uns\n\n# Über uns\n\n# te-text\n\n# Λόγος\n\n# fn1\n").xpath("//@id")
    assert ids == ["uber-uns", "uber-uns-2", "s-te-text", "section", "s-fn1"]


def test_tables_have_no_style_of_their_own():
    table = tree("| a | b |\n|:--|--:|\n| 1 | 2 |\n")
    assert not table.xpath("//@style")
    assert table.xpath("//td/@class") == ["to-left", "to-right"]


def test_notes_lead_there_and_back():
    root = tree("Words[^a].\n\n[^a]: The note.\n")
    assert {href[1:] for href in root.xpath("//a/@href")} == set(root.xpath("//@id"))


def test_a_picture_that_cannot_be_shown_leaves_its_words():
    assert said("![The *seal*](x.png)") == "The seal"


def test_a_picture_keeps_its_words_and_gets_its_size():
    shown = {"src": "assets/x.png", "width": "3", "height": "2"}
    body = marked('![The "seal"](x.png)', lambda *_: shown, str).body
    image = etree.fromstring(body).find("img")
    assert dict(image.attrib) == {**shown, "alt": 'The "seal"'}


def test_a_line_has_no_paragraph():
    assert marked_line("*a* [b](c.html)").body == '<em>a</em> <a href="c.html">b</a>'
