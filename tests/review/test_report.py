"""The page for those who only read: whole, safe, the same each time, and open to everybody."""

from __future__ import annotations

import re

import pytest
from lxml import html

from desks import LETTER, desk, question
from pages import axe, written
from teiedit.review.report import report

HOSTILE = LETTER.replace("Anna Weber", 'Anna <script>alert("x")</script> Weber').replace("9th", "9th & <i>10th</i>")


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    made = desk(tmp_path_factory.mktemp("edition"), letter1=LETTER, letter2=HOSTILE)
    for kind, words in (("sender", None), ("date", "9th")):
        said = {"question": question(made, kind, words).id, "do": "accept", "why": "<b>seen</b>"}
        made.answer("letter1", "", said)
    return made


@pytest.fixture(scope="module")
def page(made):
    return html.document_fromstring(report(made))


def test_each_document_has_what_is_open_and_folded_what_is_decided(made, page):
    for identifier, done in (("letter1", 2), ("letter2", 0)):
        (section,) = page.xpath(f'//section[h2/@id = "{identifier}"]')
        asked = [q for q in made.sheet(identifier).questions if q.is_asked("high")]
        assert len(section.xpath("div")) == len(asked) - done
        assert len(section.xpath("details/div")) == done
    (date,) = [div for div in page.xpath("//details/div") if "9th" in div.findtext("h3")]
    assert date.xpath("string(.//mark)") == "9th"
    assert "date 1894-02-09, by AB on" in date.text_content()
    assert "<b>seen</b>" in date.text_content()


def test_every_link_of_the_contents_leads_to_a_document(page):
    identifiers = page.xpath("//@id")
    assert len(set(identifiers)) == len(identifiers)
    assert [link.get("href")[1:] in identifiers for link in page.xpath("//a")] == [True, True]


def test_what_stands_in_a_transcript_is_shown_and_not_run(page):
    assert not page.xpath("//script | //b | //i")
    assert page.xpath("string(//h1)").startswith("Letters & <notes>")
    assert '<script>alert("x")</script>' in page.text_content()


def test_it_needs_nothing_from_elsewhere_and_names_no_place_of_this_machine(made):
    content = report(made)
    assert not re.search(rb'src=|href="(?!#)|url\(', content)
    assert str(made.folder).encode() not in content
    assert report(made) == content


def test_an_edition_without_questions_has_a_page(tmp_path):
    made = desk(tmp_path)
    made.sheets = {}
    assert b"There is nothing to ask." in report(made)


@pytest.mark.parametrize(("scheme", "width"), [("light", 1200), ("dark", 320)])
def test_axe_finds_nothing(made, tmp_path, browser, scheme, width):
    written(tmp_path, {"report.html": report(made)})
    tab = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
    tab.goto((tmp_path / "report.html").as_uri())
    tab.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    assert [(one["id"], one["nodes"][0]["html"]) for one in axe().run(tab).response["violations"]] == []
    assert tab.evaluate("document.documentElement.scrollWidth") <= width
    tab.close()
