"""Markdown files become pages: their names, order, languages, links and pictures."""

from __future__ import annotations

import pytest

from teiedit.model.house import in_language
from teiedit.read.pages import Pages

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"/>'


def read(folder, languages=("en", "de"), **files):
    """The pages of a folder; in names "__" is a slash, "_" a hyphen and "!" a full stop."""
    for name, content in files.items():
        path = folder / name.replace("__", "/").replace("_", "-").replace("!", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, "utf-8")
    return Pages(folder, "ed", languages)


def page(tmp_path, text, **files):
    made = read(tmp_path, **{"pages__a!md": text}, **files)
    return made.pages[0], [(d.code, d.place.file, d.place.line) for d in made.found]


def test_there_need_not_be_any(tmp_path):
    made = read(tmp_path)
    assert (made.introduction, made.pages, made.pictures, made.found) == ((), (), (), [])


def test_a_number_gives_the_order_and_is_no_part_of_the_name(tmp_path):
    names = ["pages__2-b!md", "pages__10-a!md", "pages__last!md", "pages__Über uns!md", "pages__1. First!md"]
    made = read(tmp_path, **dict.fromkeys(names, "# T"))
    assert [p.name for p in made.pages] == ["first", "b", "a", "last", "uber-uns"]
    assert made.found == []


def test_the_title_is_the_first_heading_or_else_the_name(tmp_path):
    made = read(
        tmp_path, **{"pages__a!md": "# A *title*\n\nx", "pages__my_page!md": "x", "pages__z!md": "x\n\n## Late"}
    )
    assert [p.title for p in made.pages] == ["A title", "My page", "Late"]
    assert [p.body for p in made.pages] == ["<p>x</p>\n", "<p>x</p>\n", '<p>x</p>\n<h2 id="late">Late</h2>\n']


def test_a_page_in_the_readers_language_is_taken_or_else_the_editions_own(tmp_path):
    files = {"introduction!md": "one", "introduction!de!md": "eins", "pages__a!md": "# A", "pages__1-b!de!md": "# B"}
    made = read(tmp_path, **files)
    assert "eins" in in_language(made.introduction, "de").body
    assert "one" in in_language(made.introduction, "fr").body
    assert [(p.name, p.language) for p in made.pages] == [("b", "de"), ("a", "")]
    assert in_language(made.pages[:1], "en").title == "B"


def test_translations_of_a_page_stand_together(tmp_path):
    files = {f"pages__{n}!md": "# T" for n in ("b", "a", "1-c", "c!de", "a!de")}
    assert [(p.name, p.language) for p in read(tmp_path, **files).pages] == [
        ("c", ""),
        ("c", "de"),
        ("a", ""),
        ("a", "de"),
        ("b", ""),
    ]


def test_a_language_that_the_site_does_not_speak_is_told(tmp_path):
    made = read(tmp_path, **{"pages__a!it!md": "# A"})
    assert made.pages == ()
    assert [(d.code, d.place.file) for d in made.found] == [("E022", "ed/pages/a.it.md")]


def test_a_roman_number_is_no_language(tmp_path):
    made = read(tmp_path, **{"pages__vol!ii!md": "# Two", "pages__a!md": "# A\n\n[Two](vol.ii.md)"})
    assert [(p.name, p.language) for p in made.pages] == [("a", ""), ("vol-ii", "")]
    assert 'href="vol-ii.html"' in made.pages[0].body
    assert made.found == []


def test_two_files_of_one_name_are_told(tmp_path):
    made = read(tmp_path, **{"pages__1-a!md": "# One", "pages__2-a!md": "# Two", "pages__a!en!md": "# Three"})
    assert [p.title for p in made.pages] == ["One"]
    assert [d.code for d in made.found] == ["E022", "E022"]


def test_a_name_without_letters_is_told(tmp_path):
    assert [d.code for d in read(tmp_path, **{"pages__Ω!md": "# A"}).found] == ["E022"]


def test_transcripts_and_other_files_are_no_pages(tmp_path):
    made = read(tmp_path, **{"pages__a!txt": "x", "readme!md": "x", "introduction_old!md": "x", "letters__b!md": "x"})
    assert (made.introduction, made.pages) == ((), ())


@pytest.mark.parametrize(
    ("written", "led"),
    [
        ("chronicle.html#a", "chronicle.html#a"),
        ("documents/a.html", "documents/a.html"),
        ("../documents/a.html", "documents/a.html"),
        ("chronicle.md", "chronicle.html"),
        ("10-chronicle.md#war", "chronicle.html#war"),
        ("../introduction.md", "index.html"),
        ("pages/chronicle.de.md", "chronicle.html"),
        ("#here", "#here"),
    ],
)
def test_links_lead_to_pages(tmp_path, written, led):
    made, _ = page(tmp_path, f"# A\n\nx\ny [b]({written})\n")
    assert [(link.address, link.line) for link in made.links] == [(led, 4)]
    assert f'href="{led}"' in made.body


def test_a_picture_is_read_once_with_its_size(tmp_path):
    text = "# A\n\n![One](images/a%20b.svg)\n\n![Two](../images/a%20b.svg)\n"
    made, found = page(tmp_path, text, **{"images__a b!svg": SVG})
    assert found == []
    assert made.body.count('src="assets/pictures/images/a%20b.svg" width="40" height="20"') == 2


@pytest.mark.parametrize(
    ("address", "code"),
    [
        ("https://example.org/a.svg", "E021"),
        ("//example.org/a.svg", "E021"),
        ("missing.svg", "E021"),
        ("/etc/passwd", "E020"),
        ("../../a.svg", "E020"),
        ("%2e%2e/%2e%2e/a.svg", "E020"),
    ],
)
def test_a_picture_from_elsewhere_leaves_its_words(tmp_path, address, code):
    (tmp_path.parent / "a.svg").write_text(SVG, "utf-8")
    made, found = page(tmp_path, f"# A\n\n![The words]({address})\n")
    assert found == [(code, "ed/pages/a.md", 3)]
    assert made.body == "<p>The words</p>\n"


def test_a_page_that_is_not_in_utf_8_is_told(tmp_path):
    (tmp_path / "introduction.md").write_bytes(b"\xff\xfe")
    assert [(d.code, d.place.file) for d in read(tmp_path).found] == [("E021", "ed/introduction.md")]
