"""What editors write, in every output: told apart from the document, in its language, and reachable."""

from __future__ import annotations

import functools
import json
import re

import pytest
from lxml import etree

from commentary import EDITION, made
from pages import axe, written
from teiedit.model.around import ALONE, Around
from teiedit.publish import epub, html, metadata, pdf, text
from teiedit.publish._reading import units
from teiedit.tools.tei import parse, serialise

NOTES = "> le **chat** va\n\nCalled *Minou*; see [clause 2](#c-2).\n"
ENGLISH = """\
Lyons, 3 May 1901

Madam,

I thank you for your letter of the month of May, which I have read with great pleasure and shall keep.

Please note the following:

1. The garden will be closed in the month of August.

2. The hothouse will stay open (a) on Mondays and (b) on Thursdays, from two o'clock to five, for those who write.

I add that the cat is well.[^1]

Yours sincerely

Paul Morel

[^1]: Not a tiger.
"""
GERMAN = "{¶ 1}\nIch danke Ihnen für Ihren Brief aus dem Monat Mai, den ich aufbewahre.\n"
FILES = {
    "notes": NOTES,
    "headnote": "Two *gardeners*.",
    "regest": "He thanks & asks.",
    "regest_fr": "Il remercie.",
    "translation_en": ENGLISH,
    "translation_de": GERMAN,
}


@functools.cache
def tei():
    root, found = made(**FILES)
    assert [d.code for d in found if d.code.startswith("B")] == ["B010"]
    return serialise(root).decode()


@functools.cache
def page():
    (content,) = (c for p, c in html.document(tei(), EDITION).files.items() if p.endswith("letter.html"))
    return content.decode()


@functools.cache
def tree():
    return etree.fromstring(page().encode(), etree.HTMLParser(encoding="utf-8"))


def test_each_passage_stands_with_its_translation_and_says_its_language():
    pairs = tree().xpath("//*[contains(@class, 'pair')]")
    said = {
        p[0].get("id"): [(t.get("lang"), " ".join("".join(t.itertext()).split())[:12]) for t in p[1:]] for p in pairs
    }
    assert said["te-p1"] == [("en", "I thank you "), ("de", "Ich danke Ih")]
    (clause,) = tree().xpath("//li[@id='c-2']/div[contains(@class, 'translated')]")
    assert "".join(clause.itertext()).strip().startswith("2. The hothouse")


def test_nothing_stands_twice_and_every_link_within_the_page_leads_somewhere():
    identifiers = tree().xpath("//@id")
    assert len(identifiers) == len(set(identifiers))
    assert {href[1:] for href in tree().xpath("//a/@href[starts-with(., '#')]")} <= set(identifiers)
    assert page().count("I thank you for your letter") == 1


def test_which_translation_is_shown_is_chosen_without_a_script():
    choices = tree().xpath("//input[@name='te-translation']")
    assert [c.get("id") for c in choices] == ["te-translation-1", "te-translation-2", "te-translation-none"]
    assert [c.get("checked") is not None for c in choices] == [True, False, False]


def test_summaries_and_introduction_stand_above_the_text_and_say_what_they_are():
    sections = tree().xpath("//section[@role='doc-abstract' or @role='doc-introduction']")
    assert [(s.get("aria-label"), s.xpath("div/@lang")) for s in sections] == [
        ("Summary", ["en", "fr"]),
        ("Editors’ introduction", ["en"]),
    ]
    assert tree().xpath("//meta[@name='description']/@content") == ["He thanks & asks."]


def test_a_translation_of_which_nothing_is_aligned_stands_below():
    root, _ = made(translation_de="{-}\n\nNichts davon.\n")
    content = b"".join(html.document(serialise(root).decode(), EDITION, ALONE).files.values()).decode()
    assert "pair" not in re.sub(r"<style.*?</style>", "", content, flags=re.S)
    assert "Translation: German" in content
    assert "Nichts davon." in content


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    folder = tmp_path_factory.mktemp("site")
    return written(folder, {**html.volume([tei()], EDITION).files, **html.document(tei(), EDITION).files})


@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 1280), ("light", 700), ("dark", 320)])
def test_axe_finds_nothing_and_nothing_runs_out_of_the_window(browser, site, scheme, width):
    tab = browser.new_page(viewport={"width": width, "height": 800}, color_scheme=scheme)
    tab.goto((site / "documents/letter.html").as_uri())
    found = axe().run(tab).response["violations"]
    over = tab.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    tab.close()
    assert [(v["id"], [n["html"] for n in v["nodes"]]) for v in found] == []
    assert over == 0


def test_side_by_side_where_there_is_room_below_on_a_phone_and_hidden_on_request(browser, site):
    context = browser.new_context(java_script_enabled=False)
    tab = context.new_page()
    tab.goto((site / "documents/letter.html").as_uri())
    ours, theirs = tab.locator("#te-p1"), tab.locator("#te-p1 + .translated.t1")
    tab.set_viewport_size({"width": 1280, "height": 800})
    assert theirs.bounding_box()["x"] > ours.bounding_box()["x"] + ours.bounding_box()["width"]
    assert abs(theirs.bounding_box()["y"] - ours.bounding_box()["y"]) < 4
    tab.set_viewport_size({"width": 390, "height": 800})
    assert theirs.bounding_box()["y"] > ours.bounding_box()["y"] + ours.bounding_box()["height"]
    tab.check("#te-translation-none")
    assert not theirs.is_visible()
    tab.check("#te-translation-2")
    assert [tab.locator(f".t{number}").first.is_visible() for number in (1, 2)] == [False, True]
    context.close()


def test_the_plain_text_says_what_is_the_editors():
    (content,) = (c for p, c in text.document(tei(), EDITION).files.items() if p.endswith(".txt"))
    said = content.decode()
    assert "Summary: He thanks & asks." in said
    assert "Editors’ introduction: Two gardeners." in said
    assert said.index("Votre dévoué") < said.index("Translation: English") < said.index("Yours sincerely")
    assert "chat[a] va bien" in said
    assert "[a] Called Minou; see clause 2." in said


def test_an_e_book_has_the_translation_behind_the_document():
    (content,) = epub.document(tei(), EDITION).files.values()
    assert content.startswith(b"PK")


def test_a_pdf_is_made_of_it():
    output = pdf.document(tei(), EDITION)
    assert output.diagnostics == ()
    (content,) = output.files.values()
    assert content.startswith(b"%PDF")


def test_the_search_finds_it_and_says_that_it_is_the_editors():
    found = units(parse(tei().encode()), "")
    kinds = {unit.text: (unit.kind, unit.language, unit.anchor) for unit in found}
    assert kinds["He thanks & asks."] == ("summary", "en", "")
    assert kinds["I add that the cat is well."] == ("translation", "en", kinds["I add that the cat is well."][2])
    assert kinds["Not a tiger."][0] == "note"
    assert kinds["J'ajoute que le chat va bien."][:1] == ("paragraph",)
    identifiers = set(tree().xpath("//@id"))
    assert {unit.anchor for unit in found} - {""} <= identifiers


def test_libraries_are_told_the_summary_and_the_languages():
    files = metadata.document(tei(), EDITION, Around()).files
    (dublin_core,) = (c.decode() for p, c in files.items() if "/oai_dc/" in p)
    assert re.findall(r'description xml:lang="(\w+)">([^<]*)', dublin_core) == [
        ("en", "He thanks &amp; asks."),
        ("fr", "Il remercie."),
    ]
    assert re.findall(r"dc:language>(\w+)<", dublin_core) == ["fr", "en", "de"]
    (linked,) = (json.loads(c) for p, c in files.items() if "/jsonld/" in p)
    assert [work["inLanguage"] for work in linked["workTranslation"]] == ["en", "de"]
