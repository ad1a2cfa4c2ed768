"""The answers of OAI-PMH as people see them: pages of the server, and what a browser makes of the XML by itself."""

from __future__ import annotations

import pytest

from pages import axe
from serving import Server

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
OURS = "identifier=oai:letters.example.org:letter-00001"
QUERIES = [
    "verb=Identify",
    "verb=ListMetadataFormats",
    "verb=ListSets",
    "verb=ListIdentifiers&metadataPrefix=oai_dc",
    "verb=ListRecords&metadataPrefix=oai_dc&from=2026-02-01",
    f"verb=GetRecord&metadataPrefix=tei&{OURS}",
    "verb=ListRecords",
]


@pytest.fixture(scope="module")
def server(edition):
    with Server(edition.folder, "--no-access-log") as server:
        yield server


@pytest.mark.parametrize(("width", "scheme"), [(320, "dark"), (1200, "light")])
@pytest.mark.parametrize("query", QUERIES)
def test_axe_finds_nothing_and_nothing_is_cut_off(browser, server, query, width, scheme):
    tab = browser.new_page(color_scheme=scheme, viewport={"width": width, "height": 800})
    wrong = []
    tab.on("console", lambda message: wrong.append(message.text))
    tab.on("pageerror", lambda error: wrong.append(str(error)))
    tab.goto(f"{server.url}/oai/browse?{query}")
    shown = tab.evaluate("document.documentElement.scrollWidth")
    assert shown <= width
    # axe is put into the page by a way that the page's own rules do not forbid
    found = axe().run(tab, options={"runOnly": RULES}).response["violations"]
    tab.close()
    assert [(each["id"], each["nodes"][0]["html"]) for each in found] == []
    assert [words for words in wrong if "favicon" not in words] == []


def test_one_can_go_from_answer_to_answer(browser, server):
    tab = browser.new_page()
    tab.goto(f"{server.url}/oai/browse")
    tab.get_by_role("link", name="ListIdentifiers").click()
    assert tab.locator("h1").inner_text() == "Identifiers, oai_dc"
    assert f"of {server.url}/oai," in tab.locator("header").inner_text()
    assert tab.locator("tbody tr").count() == 200
    tab.get_by_role("link", name="Next").click()
    assert tab.locator("tbody tr").count() == 50
    tab.get_by_role("link", name="letter-00249", exact=False).click()
    assert tab.locator("dd", has_text="Letter 249 & more").count() == 1
    tab.get_by_role("link", name="Its other formats").click()
    assert tab.locator("tbody th").all_inner_texts() == ["oai_dc", "tei"]
    tab.close()
