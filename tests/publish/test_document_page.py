"""What a document's page offers beside its text: views, places to cite, evidence, registers, images, its source."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pages import EDITION, EVERYTHING, letter, parsed, said
from support import ROOT
from teiedit.build import build
from teiedit.model.around import ALONE
from teiedit.publish import html

RECORDS = (
    '<standOff><listPerson><person xml:id="p-a"><persName>Ada</persName></person></listPerson>'
    '<listOrg><org xml:id="o-a"><orgName>A</orgName></org></listOrg></standOff>'
)
EVIDENCE = (
    '<standOff><certainty target="#i-1" locus="name" cert="high" resp="#t"><desc>line 1</desc></certainty>'
    '<certainty target="#i-2" locus="end" cert="medium" resp="#t"><desc>line 2</desc></certainty>'
    '<certainty target="#i-3" locus="value" cert="low" resp="#t"><desc>line 3</desc></certainty></standOff>'
)
CLAUSES = (
    '<p>As follows:</p><list type="clauses" rend="numbered"><label>2)</label><item xml:id="c-2" n="2">We go '
    '<list rend="inline numbered"><label>(b)</label> <item xml:id="c-2-b" n="b">far.</item></list></item></list>'
)
ARTICLE = (
    '<div type="article" n="3" xml:id="art-3"><head>Article 3</head>'
    '<p n="1" xml:id="art-3-1"><label>1.</label> X.</p></div>'
)


def page(body, before="", edition=EDITION, around=None):
    tei = letter(body).replace("<text>", f"{before}<text>")
    made = html.document(tei, edition, **({"around": around} if around else {})).files
    return parsed(made["documents/letter-1.html"].decode())


def source(tei, name="everything", folder=""):
    made = html.document(tei, replace(EDITION, interface=("de",))).files
    return parsed(made[f"{folder}documents/{name}.tei.html"].decode())


@pytest.fixture(scope="module")
def everything():
    return parsed(html.document(EVERYTHING, EDITION).files["documents/everything.html"].decode())


def test_the_reading_text_is_the_first_of_two_views(everything):
    views = everything.xpath("//div[@class='views']/fieldset")[0]
    assert [said(label) for label in views.findall("label")] == ["Reading text", "Editor’s marks"]
    assert views.xpath(".//input[@checked]/@id") == ["te-view-reading"]


def test_a_text_without_marks_has_no_views_of_them():
    made = page("<p>Plain.</p>")
    assert not made.xpath("//fieldset")
    assert made.xpath("//div[@class='views']/a/@href") == ["../documents/letter-1.tei.html"]


def test_a_page_alone_has_no_script_and_leads_to_no_other_page():
    made = page("<p>A <del>b</del>.</p>", around=ALONE)
    assert not made.xpath("//script[@src] | //div[@class='toast'] | //a[contains(@href, '.html')]")
    assert made.xpath("//fieldset")


@pytest.mark.parametrize(
    ("body", "anchor", "name"),
    [
        ("<p>One.</p>", "te-p1", "Paragraph 1"),
        ('<p n="4" xml:id="para-4"><label>4.</label> Four.</p>', "para-4", "Paragraph 4"),
        (CLAUSES, "c-2", "Clause 2"),
        (CLAUSES, "c-2-b", "Clause 2(b)"),
        (
            ARTICLE,
            "art-3-1",
            "Article 3, paragraph 1",
        ),
    ],
)
def test_a_place_has_a_link_to_itself_with_its_name(body, anchor, name):
    made = page(body)
    (link,) = made.xpath(f"//div[@class='text']//a[@href='#{anchor}']")
    assert link.get("aria-label") == name
    assert made.xpath(f"//*[@id='{anchor}']")


def test_the_label_that_the_document_prints_is_that_link():
    made = page(CLAUSES)
    assert [said(label) for label in made.xpath("//a[@class='label']")] == ["2)", "(b)"]


def test_paragraphs_of_notes_and_second_halves_are_not_counted():
    made = page(
        "<p>One.<note><p>Not this.</p></note></p>"
        '<p part="I" xml:id="p-a" next="#p-b">two</p><p part="F" xml:id="p-b" prev="#p-a">and on.</p><p>Three.</p>'
    )
    assert [(a.text, a.get("href")) for a in made.xpath("//a[@class='n']")] == [
        ("1", "#te-p1"),
        ("2", "#p-a"),
        ("3", "#te-p3"),
    ]


def test_words_that_were_inferred_lead_to_the_evidence_and_the_evidence_back():
    made = page(
        '<p><persName xml:id="i-1">Ada</persName> on <date xml:id="i-2" when="1900">the day</date>, '
        '<placeName xml:id="i-3">Rye</placeName>.</p>',
        EVIDENCE,
    )
    for number, cert in (("1", "high"), ("2", "medium"), ("3", "low")):
        (words,) = made.xpath(f"//*[@id='i-{number}']")
        assert words.get("data-cert") == cert
        assert words.xpath("a[starts-with(@class, 'why')]/@href") == [f"#te-e{number}"]
        assert made.xpath(f"//li[@id='te-e{number}']/a/@href") == [f"#i-{number}"]
    assert made.xpath("//*[@id='i-2']/a/@aria-label") == ["Evidence: the date “the day”, probable"]


def test_a_word_that_was_joined_is_named_and_found():
    made = page('<p>so wick-<lb xml:id="i-2" break="no"/>ed a man</p>', EVIDENCE)
    assert said(made.xpath("//li[@id='te-e2']/a")[0]) == "“wick- ed”"
    assert made.xpath("//p//*[@id='i-2']/a/@aria-label") == ["Evidence: the divided word “wick- ed”, probable"]


def test_what_is_not_certain_comes_first_and_open():
    made = page(
        '<p><persName xml:id="i-1">A</persName><date xml:id="i-2">b</date><placeName xml:id="i-3">c</placeName></p>',
        EVIDENCE,
    )
    assert made.xpath("//section[@id='te-encoding']/ul[@class='kinds']//li/@id") == ["te-e2", "te-e3"]
    assert made.xpath("//details[@class='evidence-sure']//li/@id") == ["te-e1"]


def test_no_link_stands_in_another():
    body = '<p><rs xml:id="i-1" ref="#p-a">the <orgName xml:id="i-2" ref="#o-a">Board</orgName></rs></p>'
    made = html.document(letter(body).replace("<text>", f"{RECORDS}{EVIDENCE}<text>"), EDITION).files
    text = made["documents/letter-1.html"].decode()
    paragraph = text[text.index('<p id="te-p1"') : text.index("</p>", text.index('<p id="te-p1"'))]
    depth = 0
    for piece in paragraph.split("<")[1:]:
        depth += piece.startswith("a ")
        depth -= piece.startswith("/a>")
        assert depth <= 1


def test_a_name_leads_to_its_register_where_the_site_has_one():
    made = page('<p><persName ref="#p-a">Ada</persName> <placeName>Rye</placeName></p>', RECORDS)
    assert made.xpath("//a[@class='pers']/@href") == ["../persons.html#p-a"]
    assert made.xpath("//span[@class='place']")
    alone = page('<p><persName ref="#p-a">Ada</persName></p>', RECORDS, around=ALONE)
    assert not alone.xpath("//a[@class='pers']")


def test_a_link_says_when_it_leads_away():
    made = page('<p><ref target="other.xml#c-1">theirs</ref>, <ref target="https://example.org/a?b">that</ref></p>')
    assert [said(a) for a in made.xpath("//a[@class='ref']")] == [
        "theirs (another document)",
        "that (opens at example.org)",
    ]


FACSIMILE = (
    '<facsimile corresp="https://iiif.example.org/m.json"><surface xml:id="s-1" n="1">'
    '<graphic url="images/1.jpg" width="600px" height="800px"/></surface>'
    '<surface xml:id="s-2" n="2" ulx="0" uly="0" lrx="30" lry="40"><graphic url="images/2.jpg"/></surface>'
    '<surface n="3"><graphic url="https://img.example.org/3.jpg"/></surface>'
    '<surface n="4"><graphic url="javascript:alert(1)"/></surface></facsimile>'
)


def test_images_of_the_edition_are_shown_and_those_elsewhere_linked():
    made = page('<pb n="1" facs="#s-1"/><p>x</p>', FACSIMILE)
    images = made.xpath("//section[@class='facsimile']//img")
    assert [(i.get("src"), i.get("width"), i.get("height"), i.get("loading")) for i in images] == [
        ("../tei/images/1.jpg", "600", "800", "lazy"),
        ("../tei/images/2.jpg", "30", "40", "lazy"),
    ]
    assert images[0].get("alt") == "Image of page 1"
    assert made.xpath("//figcaption/a/@href") == ["#te-pb1"]
    assert [said(li) for li in made.xpath("//li[@class='elsewhere']")] == [
        "Image of page 3 (opens at img.example.org)",
        "Images in a IIIF viewer (opens at iiif.example.org)",
    ]


def test_the_source_is_the_file_line_by_line(tmp_path):
    build(ROOT / "sources/heroes-and-villains", tmp_path / "out", formats=("html", "tei"))
    shown = parsed((tmp_path / "out/documents/source7.tei.html").read_text(encoding="utf-8"))
    file = (tmp_path / "out/tei/source7.xml").read_text(encoding="utf-8")
    lines = shown.xpath("//pre/span[@class='l']")
    assert "".join(line.text_content() for line in lines).rstrip("\n") == file.rstrip("\n")
    assert len(lines) == len(file.rstrip("\n").split("\n"))


def test_what_the_text_can_link_to_has_the_same_name_in_the_source(everything):
    ids = set(source(EVERYTHING).xpath("//pre//@id"))
    of_text = {i for i in everything.xpath("//div[@class='text']//@id") if not i.endswith(("-call", "-head"))}
    assert of_text <= ids


def test_nothing_of_the_source_becomes_markup():
    made = source(EVERYTHING)
    assert not made.xpath("//pre//*[not(self::span)]")
    assert "&lt;b&gt;bold&lt;/b&gt;" in made.xpath("string(//pre)")


def test_the_source_speaks_each_language_of_the_site_and_leads_back_within_it():
    made = source(EVERYTHING, folder="de/")
    assert made.get("lang") == "de"
    assert made.xpath("//div[@class='views']/a/@href") == ["../documents/everything.html", "../../tei/everything.xml"]
