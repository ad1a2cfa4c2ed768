"""An edition's own look and pages in the site: what is published, linked, said, and what cannot get in."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace

import pytest

from pages import EDITION, letter, parsed, said
from teiedit.model.around import ALONE
from teiedit.model.house import House, Link, Page, Picture, Sheet, Style
from teiedit.publish import epub, html
from teiedit.tools.colour import ENOUGH, least
from teiedit.tools.stylesheet import on_ours

TWO = replace(EDITION, interface=("de",))
CHRONICLE = Page("chronicle", "Chronicle", '<p>See <a href="documents/letter-1.html">it</a>.</p>', "pages/chronicle.md")
CHRONIK = replace(CHRONICLE, title="Chronik", language="de", body="<p>Sieh.</p>")
SOURCES = Page("sources", "Sources", '<p><a href="tei/letter-1.xml">x</a></p>', "pages/sources.md")
LOGO = Picture("images/a b.svg", b"<svg/>", 40, 20)


def edition(base=EDITION, style=None, **house):
    return replace(base, house=House(**house), style=style or Style())


def volume(wanted, *documents):
    return html.volume(documents or [letter()], wanted)


def document(wanted):
    files = html.document(letter(), wanted).files
    return {name: parsed(page.decode()) for name, page in files.items() if name.endswith(".html")}


def site(wanted):
    return {name: parsed(page.decode()) for name, page in volume(wanted).files.items() if name.endswith(".html")}


def sheet(body):
    return Sheet(
        on_ours(
            '<xsl:stylesheet version="3.0" xmlns="http://www.w3.org/1999/xhtml" '
            'xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:m="https://teiedit.org/ns/mode" '
            'xpath-default-namespace="http://www.tei-c.org/ns/1.0" default-mode="m:html">\n'
            f'<xsl:import href="teiedit:html.xsl"/>\n<xsl:template match="p">\n{body}\n</xsl:template></xsl:stylesheet>'
        ),
        "ed/house.xsl",
    )


def test_an_edition_without_a_look_of_its_own_links_to_none():
    assert not [name for name in volume(EDITION).files if name.startswith(("assets/house", "assets/edition"))]
    assert len(site(EDITION)["index.html"].xpath("//link[@rel='stylesheet']")) == 3


def test_the_editions_own_styles_come_last():
    made = edition(css=b"p {}", style=Style(accent="#1f6b4a"))
    assert volume(made).files["assets/edition.css"] == b"p {}"
    for name, up in (("index.html", ""), ("documents/letter-1.html", "../")):
        page = {**site(made), **document(made)}[name]
        hrefs = page.xpath("//link[@rel='stylesheet']/@href")
        ours = ("fonts/fonts", "style") if up else ("fonts/fonts", "style", "site")
        assert hrefs == [f"{up}assets/{sheet}.css" for sheet in (*ours, "house", "edition")]


def test_a_page_alone_has_nothing_of_the_edition():
    made = edition(css=b"p {}", style=Style(accent="#1f6b4a"), pages=(CHRONICLE,), logo=LOGO, footer=SOURCES)
    page = parsed(html.document(letter(), made, ALONE).files["documents/letter-1.html"].decode())
    assert not page.xpath("//link[@rel='stylesheet'] | //img | //*[@class='own-foot']")


def colours(style):
    css = volume(edition(style=style)).files["assets/house.css"].decode()
    parts = re.split(r"@media screen and \(prefers-color-scheme: (\w+)\)", css)
    return {
        scheme: dict(re.findall(r"--(\w+): (#\w{6});", rule))
        for scheme, rule in zip(parts[1::2], parts[2::2], strict=True)
    }


def test_an_accent_is_made_lighter_for_the_dark():
    made = colours(Style(accent="#1f6b4a"))
    assert made["light"] == {"accent": "#1f6b4a"}
    assert least(made["dark"]["accent"], "#17181a", "#202225") >= ENOUGH


@pytest.mark.parametrize(
    "style", [Style(paper="#ffe0b0"), Style(paper="#101820"), Style(ink="#302010"), Style(paper_dark="#404040")]
)
def test_what_stands_on_another_paper_can_be_read(style):
    for palette in colours(style).values():
        for name in ("ink", "quiet", "accent", "editor"):
            assert least(palette[name], palette["paper"], palette["raised"]) >= ENOUGH


def test_the_colours_are_for_screens():
    css = volume(edition(style=Style(paper="#ffe0b0", ink="#102030", paper_dark="#000000", font="sans"))).files
    outside = re.sub(r"@media screen[^{]*\{ :root \{[^}]*\} \}", "", css["assets/house.css"].decode())
    assert outside.strip() == ":root { --serif: var(--sans); }"


def test_a_logo_is_shown_as_an_image_and_by_no_other_means():
    made = edition(logo=LOGO, style=Style(logo_alt='The "seal"'))
    assert volume(made).files["assets/pictures/images/a b.svg"] == b"<svg/>"
    for page in (*site(made).values(), *document(made).values()):
        (logo,) = page.xpath("//header//img")
        assert logo.get("src").endswith("assets/pictures/images/a%20b.svg")
        assert (logo.get("width"), logo.get("height"), logo.get("alt")) == ("40", "20", 'The "seal"')
        assert not page.xpath("//svg//*[@d='evil'] | //object | //embed | //iframe")


def test_the_foot_says_the_editions_line_with_links_from_where_the_page_stands():
    footer = Page("", "", 'Ask <a href="chronicle.html">us</a> &lt;/style&gt;&lt;script&gt;', "edition.toml")
    made = edition(TWO, footer=footer, pages=(CHRONICLE,))
    pages = {**site(made), **document(made)}
    for name, href in (("index.html", ""), ("de/index.html", ""), ("documents/letter-1.html", "../")):
        (foot,) = pages[name].xpath("//footer/p[@class='own-foot']")
        assert said(foot) == "Ask us </style><script>"
        assert foot.xpath("a/@href") == [f"{href}chronicle.html"]


def test_an_introduction_stands_on_the_home_page_in_the_readers_language():
    english = Page("", "Intro", '<h2 id="a">Intro</h2><p>Words.</p>', "introduction.md")
    german = replace(english, body="<p>Worte.</p>", language="de")
    pages = site(edition(TWO, introduction=(english, german)))
    assert said(pages["index.html"].xpath("//div[@class='own-words']")[0]) == "IntroWords."
    assert said(pages["de/index.html"].xpath("//div[@class='own-words']")[0]) == "Worte."
    assert not pages["documents.html"].xpath("//div[@class='own-words']")


def test_a_page_is_made_in_every_language_and_every_page_leads_to_it():
    made = edition(TWO, pages=(CHRONICLE, CHRONIK, SOURCES))
    pages = {**site(made), **document(made)}
    assert said(pages["chronicle.html"].xpath("//h1")[0]) == "Chronicle"
    assert said(pages["de/chronicle.html"].xpath("//h1")[0]) == "Chronik"
    for name, page in pages.items():
        ways = page.xpath("//nav[@class='ways']//a[starts-with(., 'Chroni') and contains(@href, 'chronicle')]")
        assert len(ways) == 1, name
        assert (ways[0].get("aria-current") == "page") == name.endswith("chronicle.html")


def test_words_in_another_language_than_the_page_say_so():
    page = site(edition(TWO, pages=(SOURCES,)))["de/sources.html"]
    assert page.xpath("//main/*/@lang") == ["en", "en"]
    assert page.xpath("//nav[@class='ways']//a[@aria-current]/@lang") == ["en"]


def test_links_lead_to_the_language_of_the_page_and_to_files_of_all():
    pages = site(edition(TWO, pages=(CHRONICLE, SOURCES)))
    assert pages["de/chronicle.html"].xpath("//main//a/@href") == ["documents/letter-1.html"]
    assert pages["de/sources.html"].xpath("//main//a/@href") == ["../tei/letter-1.xml"]


def test_a_page_cannot_have_the_name_of_ours():
    taken = [replace(CHRONICLE, name=name, shown=f"pages/{name}.md") for name in ("index", "documents", "404")]
    made = volume(edition(pages=(*taken, SOURCES)))
    assert [(d.code, d.place.file) for d in made.diagnostics] == [("E022", f"pages/{p.name}.md") for p in taken]
    assert b"Chronicle" not in made.files["index.html"]
    assert "sources.html" in made.files


@pytest.mark.parametrize(
    ("address", "broken"),
    [
        ("documents/letter-1.html", False),
        ("documents/letter-1.html#te-p1", False),
        ("documents/letter-9.html", True),
        ("tei/letter-1.xml", False),
        ("epub/test-edition.epub", False),
        ("persons.html", False),
        ("persons.html#p-nobody", True),
        ("index.html#te-documents", False),
        ("#here", False),
        ("#there", True),
        ("chronicle.html#here", False),
        ("nothing.html", True),
        ("assets/style.css", False),
        ("../../etc/passwd", True),
    ],
)
def test_links_that_lead_to_nothing_are_told_at_their_line(address, broken):
    page = replace(CHRONICLE, body='<h2 id="here">Here</h2>', links=(Link(address, 7),))
    found = [(d.code, d.place.file, d.place.line) for d in volume(edition(pages=(page,))).diagnostics]
    assert found == ([("E023", "pages/chronicle.md", 7)] if broken else [])


def test_the_words_of_the_edition_cannot_leave_their_place():
    evil = Page("x", "</title><script>alert(1)</script>", "<p>&lt;script&gt;</p>", "pages/x.md")
    for page in site(edition(pages=(evil,), style=Style(logo_alt='"><script>alert(1)</script>'), logo=LOGO)).values():
        assert not [text for text in page.xpath("//script/text()") if "alert" in text]


def test_a_template_of_the_edition_takes_the_place_of_ours():
    made = edition(sheet=sheet('<p class="mine"><xsl:apply-templates/></p>'))
    assert said(document(made)["documents/letter-1.html"].xpath("//p[@class='mine']")[0]) == "Text."


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ('<xsl:message terminate="yes">No more</xsl:message>', "Processing terminated by xsl:message"),
        ("<xsl:sequence select=\"error((), 'No')\"/>", "No"),
        ('<xsl:sequence select="number(.) idiv 0"/>', ""),
    ],
)
def test_where_the_editions_stylesheet_stops_the_page_is_made_by_ours(body, reason):
    made = html.document(letter(), edition(sheet=sheet(body)))
    assert made.files == html.document(letter(), EDITION).files
    stops = [d for d in made.diagnostics if d.code == "X005"]
    assert [(d.place.file, d.place.line) for d in stops] == [("ed/house.xsl", 4)]
    assert reason in stops[0].message
    assert "file:" not in stops[0].message


def test_what_the_editions_stylesheet_says_is_passed_on():
    made = html.document(letter(), edition(sheet=sheet("<xsl:message>Look</xsl:message>")))
    assert [(d.code, d.message) for d in made.diagnostics] == [("X002", "a stylesheet says: Look")]


def test_a_stylesheet_that_never_ends_does_not_end_us(capfd):
    made = html.document(letter(), edition(sheet=sheet("<b><xsl:apply-templates select='.'/></b>")))
    assert [d.code for d in made.diagnostics] == ["X005"]
    assert made.files == html.document(letter(), EDITION).files
    capfd.readouterr()


def test_the_same_edition_gives_the_same_bytes():
    made = edition(TWO, pages=(CHRONICLE, CHRONIK), logo=LOGO, css=b"p {}", style=Style(accent="#1f6b4a"))
    assert volume(made) == volume(made)


def test_wide_spacing_holds_on_the_site_and_in_books_and_only_where_it_is_wanted():
    wide = replace(EDITION, style=Style(spacing="wide"))
    assert b"word-spacing" in html.volume([letter()], wide).files["assets/house.css"]
    assert "assets/house.css" not in html.volume([letter()], EDITION).files
    for edition, wanted in ((wide, True), (EDITION, False)):
        (book,) = epub.document(letter(), edition).files.values()
        with zipfile.ZipFile(io.BytesIO(book)) as archive:
            assert (b"word-spacing" in archive.read("EPUB/style.css")) == wanted
