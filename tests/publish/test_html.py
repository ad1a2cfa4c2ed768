"""The pages of the edition: what they say, how they say it to those who do not see, and what cannot get in."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from itertools import pairwise

import pytest

from pages import EDITION, EVERYTHING, letter, parsed, said, seen, sent
from support import ROOT
from teiedit.model.around import ALONE
from teiedit.publish import html
from teiedit.tools.saxon import transform


def page(tei, edition=EDITION, **options):
    files = html.document(tei, edition, **options).files
    return parsed(next(content for name, content in files.items() if name.startswith("documents/")).decode())


def body(fragment, **options):
    return page(letter(fragment), **options).xpath("//div[@class='text']")[0]


def home(*documents, edition=EDITION):
    return parsed(html.volume(documents, edition).files["index.html"].decode())


@pytest.fixture(scope="module")
def everything():
    return page(EVERYTHING)


def test_the_page_is_named_after_the_document():
    assert list(html.document(letter(name="fo-1"), EDITION).files) == [
        "documents/fo-1.html",
        "documents/fo-1.tei.html",
        "cite/fo-1.bib",
        "cite/fo-1.ris",
        "cite/fo-1.json",
        "search/texts/0/fo-1.js",
    ]


def test_a_second_run_gives_the_same_bytes():
    assert html.document(EVERYTHING, EDITION) == html.document(EVERYTHING, EDITION)


def test_there_is_one_first_heading_and_no_level_is_left_out(everything):
    levels = [int(h.tag[1]) for h in everything.xpath("//*[self::h1 or self::h2 or self::h3 or self::h4 or self::h5]")]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_landmarks_are_there_and_not_inside_one_another(everything):
    for landmark in ("body/header", "div/nav", "div/main", "div/aside", "body/footer"):
        assert len(everything.xpath(f"//{landmark}")) == 1
    assert everything.xpath("//a[@class='skip']/@href") == ["#te-text"]


def test_every_link_within_the_page_leads_to_something(everything):
    ids = everything.xpath("//@id")
    assert len(ids) == len(set(ids))
    for href in everything.xpath("//a/@href[starts-with(., '#')]"):
        assert href[1:] in ids


def test_the_contents_part_the_lines_of_a_heading_by_a_space():
    division = '<div type="article" n="1"><head>Article 1<lb/>Fisheries</head><p>Fish.</p></div>'
    (entry,) = page(letter(division)).xpath("//nav//a[starts-with(., 'Article')]")
    assert said(entry) == "Article 1 Fisheries"


def test_the_transcripts_own_title_is_the_heading_when_it_is_the_headers():
    front = '<front><titlePart type="series">S</titlePart><titlePart type="main">A <hi>letter</hi></titlePart></front>'
    made = page(letter(front=front)).xpath("//header[@class='front']")[0]
    assert [said(child) for child in made] == ["S", "A letter"]
    assert made[1].tag == "h1"


def test_a_title_of_the_transcript_that_differs_stays_beside_the_headers():
    front = '<front><titlePart type="main">Another</titlePart></front>'
    made = page(letter(front=front)).xpath("//header[@class='front']")[0]
    assert [(child.tag, said(child)) for child in made] == [("h1", "A letter"), ("p", "Another")]


@pytest.mark.parametrize(
    "text",
    [
        "&lt;script&gt;alert(1)&lt;/script&gt;",
        "]]&gt;",
        "&lt;!--",
        "&amp;amp;",
        "&lt;/style&gt;",
        '" onclick="x',
        "{1+1}",
    ],
)
def test_no_text_of_a_transcript_becomes_markup(text):
    tei = letter(f"<p>{text}</p><div type='section' n=\"1\"><head>{text}</head><p>x</p></div>", title=text)
    plain = text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
    made = page(tei)
    assert said(made.xpath("//p[@id='te-p1']")[0]) == plain
    assert said(made.xpath("//h1")[0]) == plain
    assert not made.xpath("//*[@onclick]")
    assert [script.get("type") for script in made.xpath("//script[not(@src)]")] == ["application/ld+json"]


def test_data_for_machines_cannot_end_its_script():
    title = "&lt;/script&gt;&lt;!-- &amp; \\\\ &quot;"
    script = page(letter(title=title)).xpath("//script[@type]/text()")[0]
    assert "<" not in script
    assert json.loads(script)["name"] == '</script><!-- & \\\\ "'


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", " JavaScript:x", "data:text/html,x", "//evil.example/x", "\\\\x"]
)
def test_an_address_that_is_not_of_the_web_is_no_link(address):
    made = body(f'<p>See <ref target="{address}">this</ref>.</p>')
    assert not made.xpath(".//a[@class='ref']")
    assert said(made) == "See this."


def test_a_reference_leads_to_its_clause_and_to_another_document():
    made = body(
        '<list rend="numbered" type="clauses"><label>1)</label><item xml:id="c-1" n="1">One.</item></list>'
        '<p><ref target="#c-1">one</ref>, <ref target="other.xml#c-2">theirs</ref>, <ref target="#no">none</ref></p>'
    )
    assert made.xpath(".//a[@class='ref']/@href") == ["#c-1", "other.html#c-2"]


def test_clauses_are_a_list_with_the_typed_labels_and_no_others():
    made = body(
        '<p>As follows: <list type="clauses" rend="numbered"><label>1)</label> '
        '<item xml:id="c-1" n="1">One.</item>'
        '<label>2)</label> <item xml:id="c-2" n="2">Two.</item></list> and so on.</p>'
    )
    assert [said(li) for li in made.xpath(".//ol/li")] == ["1) One.", "2) Two."]
    assert made.xpath(".//ol/li/@id") == ["c-1", "c-2"]
    assert [said(p) for p in made.xpath(".//div[@class='paragraph']/p")] == ["As follows:", "and so on."]


def test_clauses_in_a_sentence_stay_in_it_and_can_be_linked_to():
    made = body(
        '<p>We agree <list type="clauses" rend="inline numbered"><label>(a)</label> '
        '<item xml:id="c-a" n="a">to go and</item> <label>(b)</label> <item xml:id="c-b" n="b">to stay.</item></list>'
        " Good.</p>"
    )
    assert said(made.xpath(".//p")[0]) == "We agree (a) to go and (b) to stay. Good."
    assert made.xpath(".//p//span/@id") == ["c-a", "c-b"]


@pytest.mark.parametrize(
    ("fragment", "eye", "ear"),
    [
        ("<del>shall</del>", "shall", "deleted: shall (end of deletion)"),
        ('<add place="above">may</add>', "may", "added above the line: may (end of addition)"),
        ("<supplied>was</supplied>", "[was]", "[supplied: was]"),
        ("<unclear>Izmir</unclear>", "[Izmir?]", "uncertain reading: [Izmir?]"),
        ('<unclear>A</unclear> <metamark function="uncertain">[?]</metamark>', "A [?]", "uncertain reading: A [?]"),
        ("<choice><sic>or</sic><corr>on</corr></choice>", "or [on]", "or [to be read as: on]"),
        ("<choice><abbr>F.O.</abbr><expan>Foreign Office</expan></choice>", None, "F.O. [in full: Foreign Office]"),
        ('<gap reason="illegible"><desc>[2 words]</desc></gap>', "[2 words]", "[2 words]"),
        ('<gap reason="damage" unit="word" quantity="2"/>', "[damaged, 2 words]", "[damaged, 2 words]"),
        ("<stamp>29 OCT</stamp>", "29 OCT", "stamp: 29 OCT"),
    ],
)
def test_what_is_shown_by_signs_is_also_said_in_words(fragment, eye, ear):
    made = body(f"<p>{fragment}</p>").xpath(".//p")[0]
    assert said(made) == ear
    assert eye is None or seen(made) == eye


def test_words_of_ours_in_a_text_of_another_language_are_marked_as_such():
    made = page(letter("<p><del>nein</del></p>", lang="de")).xpath("//del/span[@class='unseen']")[0]
    assert made.get("lang") == "en"


def test_a_hyphen_at_the_end_of_a_line_is_closed_up():
    made = body('<p>on mis-<lb break="no"/>sile sites and bul-<pb n="2" break="no"/>lets</p>')
    assert seen(made) == "on missile sites and bulp. 2lets"


def test_a_page_break_has_a_name():
    made = body('<p>a <pb n="2"/>b</p>').xpath(".//span[@role='doc-pagebreak']")[0]
    assert made.get("aria-label") == "page 2"


def test_notes_are_called_and_lead_back(everything):
    calls = everything.xpath("//a[@role='doc-noteref']")
    backs = everything.xpath("//section[@role='doc-endnotes']//a[@role='doc-backlink']")
    assert [call.get("href")[1:] for call in calls] == everything.xpath("//section[@role='doc-endnotes']//li/@id")
    assert [back.get("href")[1:] for back in backs] == [call.get("id") for call in calls]
    assert [call.text for call in calls] == ["a", "1", "b", "2"]


def test_fields_are_rows_of_label_and_value(everything):
    rows = everything.xpath("//dl[@class='fields']")[0]
    assert [(said(row.find("dt")), said(row.find("dd"))) for row in rows][:2] == [
        ("FROM:", "HAVANA"),
        ("TO:", "FOREIGN OFFICE"),
    ]
    unlabelled = everything.xpath("//div[contains(@class, 'precedence')]")[0]
    assert said(unlabelled) == "PrecedenceIMMEDIATE"


def test_a_label_that_comes_twice_begins_another_list():
    field = '<seg type="field" subtype="to"><label>TO:</label> A</seg>'
    assert len(body(f"<opener>{field} {field}</opener><p>x</p>").xpath(".//dl")) == 2


def test_a_passage_from_right_to_left_says_so_and_turns_back():
    made = body('<p>x <foreign xml:lang="ar">كلمة <foreign xml:lang="en">word</foreign></foreign></p>')
    assert made.xpath(".//i/@dir") == ["rtl", "ltr"]


def test_an_element_without_a_rule_keeps_its_text_and_is_reported():
    made = html.document(letter("<p>a <egad>b</egad></p>"), EDITION)
    assert [(d.code, d.place.file) for d in made.diagnostics] == [("X001", "letter-1.xml")]
    assert "egad" in made.diagnostics[0].message
    assert said(parsed(next(iter(made.files.values())).decode()).xpath("//p[@id='te-p1']")[0]) == "a b"


def test_the_facts_say_how_sure_an_inference_is(everything):
    facts = {said(row.find("dt")): said(row.find("dd")) for row in everything.xpath("//dl[@class='facts']/div")}
    assert facts["From"] == "Herbert Marchant (probable)"
    assert facts["Held by"] == "The National Archives, Kew (probable)"
    assert facts["Date"] == "between 26 and 27 October 1962 (probable)"
    assert facts["To"] == "Foreign Office"


def test_the_evidence_of_an_inference_is_on_the_page(everything):
    reasons = said(everything.xpath("//ul[@class='kinds']")[0])
    assert "“to give assurances.” (where it ends): probable" in reasons
    assert 'line 12, columns 29 to 40: "I am <b>confident</b>"; ]]> stays text' in reasons


def test_there_are_links_to_the_formats_that_are_made_and_no_others():
    made = page(letter(), replace(EDITION, formats=("html", "tei", "text")))
    assert made.xpath("//ul[@class='formats']//a/@href") == ["../text/letter-1.txt", "../tei/letter-1.xml"]


def test_a_page_alone_needs_no_other_file():
    made = page(letter(), around=ALONE)
    assert not made.xpath(
        "//link[@rel='stylesheet' or @rel='alternate'] | //script[@src] | //button"
        " | //a[not(starts-with(@href, '#'))][ancestor::header]"
    )
    assert "--measure" in made.xpath("//style/text()")[0]


def test_nothing_is_fetched_from_elsewhere():
    made = page(EVERYTHING)
    assert not made.xpath("//img | //iframe | //object | //embed")
    assert all(src.startswith("../assets/") for src in made.xpath("//script/@src"))
    assert made.xpath("//link[@rel='stylesheet']/@href") == ["../assets/fonts/fonts.css", "../assets/style.css"]
    files = html.volume([], EDITION).files
    sheets = {name: content.decode() for name, content in files.items() if name.endswith(".css")}
    assert sorted(sheets) == ["assets/fonts/fonts.css", "assets/site.css", "assets/style.css"]
    assert not any("@import" in sheet for sheet in sheets.values())
    assert not any("url(" in sheet for name, sheet in sheets.items() if "fonts" not in name)
    fonts = re.findall(r"url\(\s*[\"']?([^\"')]*)", sheets["assets/fonts/fonts.css"])
    assert {f"assets/fonts/{address}" for address in fonts} <= set(files)


def test_the_page_speaks_the_language_of_the_edition_and_the_text_its_own():
    made = page(letter(lang="en", profile=sent('<date when="1962-10-27"/>')), replace(EDITION, language="de-AT"))
    assert made.get("lang") == "de"
    assert made.xpath("//article/@lang") == ["en"]
    assert "27. Oktober 1962" in said(made.xpath("//aside")[0])


def test_a_reference_manager_finds_author_and_date(everything):
    names = {meta.get("name"): meta.get("content") for meta in everything.xpath("//meta[@name]")}
    assert names["citation_author"] == "Marchant, Herbert"
    assert names["DC.identifier"] == "everything"
    assert "citation_pdf_url" not in names


def test_an_edition_with_an_address_gives_absolute_ones_to_machines():
    made = page(letter(), replace(EDITION, base_url="https://example.org/ed/"))
    assert made.xpath("//link[@rel='canonical']/@href") == ["https://example.org/ed/documents/letter-1.html"]
    assert made.xpath("//meta[@name='citation_pdf_url']/@content") == ["https://example.org/ed/pdf/letter-1.pdf"]


def test_the_home_page_lists_documents_by_date_and_the_undated_last():
    made = home(
        letter(name="undated", profile=sent()),
        letter(name="late", profile=sent('<date when="1962-10-28"/>')),
        letter(name="year", profile=sent('<date when="1962"/>')),
        letter(name="early", profile=sent('<date when="1961-01-01"/>')),
    )
    rows = made.xpath("//tbody//a/@href")
    assert [row.removeprefix("documents/").removesuffix(".html") for row in rows] == [
        "early",
        "late",
        "year",
        "undated",
    ]
    assert said(made.xpath("//tbody/tr[last()]/td")[0]) == "undated"


def test_the_home_page_links_to_the_volume_only_where_it_is_made():
    books = ["epub/test-edition.epub", "pdf/test-edition.pdf"]
    assert home(letter()).xpath("//p[@class='volume']/a/@href") == books
    assert not home(letter(), edition=replace(EDITION, formats=("html",))).xpath("//p[@class='volume']")
    assert not home().xpath("//p[@class='volume']")


def test_the_home_page_of_no_documents_says_so():
    assert "no documents yet" in said(home())


def test_an_editions_own_stylesheet_can_import_ours_and_change_one_thing(tmp_path):
    house = tmp_path / "house.xsl"
    house.write_text(
        f"""<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" default-mode="m:html"
        xmlns:m="https://teiedit.org/ns/mode" xpath-default-namespace="http://www.tei-c.org/ns/1.0">
        <xsl:import href="{(ROOT / "xslt/html/html.xsl").as_uri()}"/>
        <xsl:template match="salute"><b><xsl:apply-templates/></b></xsl:template></xsl:stylesheet>"""
    )
    made = parsed(transform(house, letter("<opener><salute>Dear</salute></opener><p>x</p>")).result)
    assert [said(b) for b in made.xpath("//b")] == ["Dear"]
    assert made.xpath("//p[@id='te-p1']")
