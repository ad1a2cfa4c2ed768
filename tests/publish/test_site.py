"""The edition's pages as a reader meets them: a whole edition on disk, in three languages, in a real browser."""

from __future__ import annotations

import shutil
import subprocess
from collections import Counter
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from lxml import etree

from editions import tree
from pages import axe, parsed, said
from support import ROOT, tool
from teiedit.build import build

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
PAGES = ("index", "documents", "chronology", "correspondence", "persons", "places", "organisations", "statistics")
PAGES += ("principles", "accessibility", "search")
ATOM = {"a": "http://www.w3.org/2005/Atom"}


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """The second sample edition as a site that speaks English, German and French."""
    folder = tmp_path_factory.mktemp("edition") / "specimens"
    shutil.copytree(ROOT / "sources/specimens", folder)
    settings = folder / "edition.toml"
    settings.write_text('interface = ["de", "fr"]\n' + settings.read_text("utf-8"), "utf-8")
    output = tmp_path_factory.mktemp("site")
    build(folder, output, formats=("tei", "html"))
    return output


@pytest.fixture(scope="module")
def pages(site):
    return {name: parsed(content.decode()) for name, content in tree(site).items() if name.endswith(".html")}


def test_there_is_every_page_in_every_language(pages):
    documents = [name for name in pages if name.startswith("documents/")]
    assert len([name for name in documents if ".tei." not in name]) == 36
    for folder in ("de/", "fr/"):
        assert {f"{folder}{name}.html" for name in PAGES} <= set(pages)
        assert {f"{folder}{name}" for name in documents} <= set(pages)


def test_every_link_within_the_site_leads_to_a_file_and_a_place_in_it(site, pages):
    files = set(tree(site))
    ids = {name: {str(i) for i in page.xpath("//@id")} for name, page in pages.items()}
    lost = []
    for name, page in pages.items():
        if name.endswith("404.html"):
            continue
        for link in {str(link) for link in page.xpath("//@href | //@src")}:
            if urlsplit(link).scheme:
                continue
            target = urlsplit(urljoin(f"http://site/{name}", link))
            path = unquote(target.path).lstrip("/")
            if path not in files or (target.fragment and unquote(target.fragment) not in ids.get(path, ())):
                lost.append((name, link))
    assert lost == []


def test_no_id_stands_twice(pages):
    twice = {name: [i for i, n in Counter(page.xpath("//@id")).items() if n > 1] for name, page in pages.items()}
    assert {name: ids for name, ids in twice.items() if ids} == {}


def test_each_page_has_one_main_heading_and_a_title_of_its_own(pages):
    assert {name for name, page in pages.items() if len(page.xpath("//h1")) != 1} == set()
    for folder in ("", "de/", "fr/"):
        titles = Counter(said(pages[f"{folder}{name}.html"].xpath("//title")[0]) for name in PAGES)
        assert max(titles.values()) == 1


def test_a_page_says_its_language_and_where_its_translations_are(pages):
    page = pages["de/persons.html"]
    assert page.get("lang") == "de"
    switch = page.xpath("//nav[@class='languages']//a")
    assert [(a.get("hreflang"), a.get("href"), said(a)) for a in switch] == [
        ("en", "../persons.html", "English"),
        ("de", "../de/persons.html", "Deutsch"),
        ("fr", "../fr/persons.html", "Français"),
    ]
    assert page.xpath("//link[@rel='canonical']/@href") == ["https://example.org/specimens/de/persons.html"]
    assert len(page.xpath("//link[@rel='alternate'][@hreflang]")) == 3


def test_dates_and_kinds_are_written_the_readers_way(pages):
    cells = {f: said(pages[f"{f}documents.html"].xpath("//tbody/tr")[0]) for f in ("", "de/", "fr/")}
    assert "2 March 1911" in cells[""]
    assert "2. März 1911" in cells["de/"]
    assert "2 mars 1911" in cells["fr/"]
    assert ("Letter" in cells[""], "Brief" in cells["de/"], "Lettre" in cells["fr/"]) == (True, True, True)


def test_a_register_entry_tells_every_occurrence_down_to_the_paragraph(pages):
    (entry,) = pages["persons.html"].xpath("//section[starts-with(@aria-labelledby, 'p-tavernay')]")
    assert said(entry.xpath("./h2")[0]) == "Lucien Tavernay"
    kinds = [said(dt) for dt in entry.xpath(".//dt")]
    assert kinds == ["Wrote", "Mentioned in"]
    wrote = entry.xpath(".//dt[.='Wrote']/following-sibling::dd//a/@href")
    assert wrote == ["documents/doc-1921-07-02-tavernay-to-mauvoisin.html"]
    passages = entry.xpath(".//span[@class='passages']/a/@href")
    assert len(passages) > 5
    assert all("#" in link for link in passages)


def test_the_drawings_have_the_same_facts_as_the_lists(pages):
    page = pages["chronology.html"]
    bars = {a.get("aria-label"): a.get("href") for a in page.xpath("//svg//a")}
    years = {
        section.get("aria-labelledby"): len(section.xpath(".//li"))
        for section in page.xpath("//section[@class='year']")
    }
    assert bars["1911: 4 documents"] == "#te-y1911"
    assert {f"#{year}" for year in years} - {"#te-y0"} == set(bars.values())
    for label, target in bars.items():
        assert years[target[1:]] == int(label.split(": ")[1].split()[0])
    drawn = pages["correspondence.html"].xpath("//svg//a")
    rows = pages["correspondence.html"].xpath("//table//tr[td]")
    counts = Counter()
    for row in rows:
        number = int(said(row.xpath("./td[@class='number']")[0]))
        counts[said(row.xpath("./th")[0])] += number
        counts[said(row.xpath("./td")[0])] += number
    assert len(drawn) > 5
    for node in drawn:
        name, letters = node.get("aria-label").rsplit(": ", 1)
        assert counts[name] == int(letters.split()[0]), name


def test_a_letter_leads_to_its_answer_and_back(pages):
    answer = "documents/doc-1919-03-08-clara-dorrenbach-to-marlowe.html"
    first = "documents/doc-1919-02-03-marlowe-to-clara-dorrenbach.html"
    said_to = {name: pages[name].xpath("//aside//dl//a/@href") for name in (first, answer)}
    assert answer.split("/")[1] in said_to[first]
    assert first.split("/")[1] in said_to[answer]
    ways = pages[answer].xpath("//nav[@class='beside']//a")
    assert [a.getparent().get("class") for a in ways][:1] == ["earlier"]


def test_the_principles_name_the_rules_that_fired_and_no_others(site, pages):
    fired = set()
    for name, content in tree(site).items():
        if name.startswith("tei/"):
            fired |= set(etree.fromstring(content).xpath("//*[local-name()='certainty']/@ana"))
    shown = {f"#{row.get('id')}" for row in pages["principles.html"].xpath("//table//tr[@id]")}
    assert shown == fired


def test_the_statistics_agree_with_the_files(site, pages):
    facts = [said(dd) for dd in pages["statistics.html"].xpath("//dl[contains(@class, 'figures')]//dd")]
    assert facts[0] == str(len([n for n in tree(site) if n.startswith("tei/")]))
    shares = pages["statistics.html"].xpath("//table[1]//td//text()")
    assert sum(int(n) for n in shares) == int(facts[0])


def test_feeds_are_of_their_kind_and_lead_to_pages(site):
    files = tree(site)
    feed = etree.fromstring(files["atom.xml"])
    entries = feed.findall("a:entry", ATOM)
    assert len(entries) == 36
    ids = [entry.findtext("a:id", namespaces=ATOM) for entry in entries]
    assert len(set(ids)) == 36
    base = "https://example.org/specimens/"
    for entry in entries:
        assert entry.findtext("a:updated", namespaces=ATOM).endswith("Z")
        for link in entry.findall("a:link", ATOM):
            assert link.get("href").removeprefix(base) in files
    locations = etree.fromstring(files["sitemap.xml"]).xpath("//*[local-name()='loc']/text()")
    assert len(locations) == len(set(locations)) == 3 * (36 + len((*PAGES, "chronicle", "sources")))
    for location in locations:
        path = location.removeprefix(base)
        assert (path + "index.html" if path == "" or path.endswith("/") else path) in files
    assert f"Sitemap: {base}sitemap.xml" in files["robots.txt"].decode()
    assert "opds.xml" not in files


def test_a_page_that_is_not_there_is_answered_with_addresses_from_the_top_of_the_site(pages):
    page = pages["404.html"]
    links = page.xpath("//main//a/@href") + page.xpath("//link[@rel='stylesheet']/@href")
    assert links
    assert all(link.startswith("/specimens/") for link in links)


def test_the_nu_checker_is_silent_on_every_page(site):
    files = [str(page) for page in sorted(site.rglob("*.html"))]
    done = subprocess.run([tool("java"), "-jar", tool("vnu"), *files], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("view", ["light", "dark", "forced", "narrow"])
def test_axe_finds_nothing_on_any_page_of_the_edition(browser, site, view):
    options = {"color_scheme": "dark"} if view == "dark" else {"forced_colors": "active"} if view == "forced" else {}
    context = browser.new_context(viewport={"width": 320 if view == "narrow" else 1280, "height": 800}, **options)
    tab = context.new_page()
    errors = []
    tab.on("pageerror", lambda error: errors.append(str(error)))
    tab.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    for name in PAGES:
        tab.goto((site / f"{name}.html").as_uri())
        # axe itself asks for the style sheet, in vain where the page lies on disk: listen before it
        assert errors == []
        tab.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true })")
        found = axe().run(tab, options={"runOnly": RULES}).response["violations"]
        over = tab.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert [(name, v["id"], [n["html"] for n in v["nodes"]][:3]) for v in found] == []
        assert (name, over) == (name, 0)
        errors.clear()
    context.close()


def shown(tab):
    return tab.eval_on_selector_all("tbody tr:not([hidden]) th", "cells => cells.map(c => c.textContent)")


def test_the_list_is_filtered_by_what_is_chosen_and_the_address_keeps_it(browser, site):
    tab = browser.new_page()
    tab.goto((site / "documents.html").as_uri())
    assert len(shown(tab)) == 36
    tab.select_option("select[name=year]", "1914")
    tab.select_option("select[name=kind]", "Telegram")
    status = tab.inner_text(".filters [role=status]")
    assert (len(shown(tab)), status) == (2, "2 of 36 documents")
    assert "year=1914" in tab.url
    tab.reload()
    assert len(shown(tab)) == 2
    tab.fill("input[name=words]", "etienne mauvoisin nothing")
    assert (shown(tab), tab.inner_text(".filters [role=status]")) == ([], "No document fits.")
    tab.click("button[type=reset]")
    tab.wait_for_function("document.querySelectorAll('tbody tr:not([hidden])').length === 36")
    tab.fill("input[name=words]", "etienne")
    assert len(shown(tab)) > 3
    tab.close()


def test_the_list_is_sorted_by_its_columns_with_the_keyboard(browser, site):
    tab = browser.new_page()
    tab.goto((site / "documents.html").as_uri())
    before = shown(tab)
    tab.focus("thead th:first-child button")
    tab.keyboard.press("Enter")
    assert tab.get_attribute("thead th:first-child", "aria-sort") == "descending"
    assert shown(tab)[1:4] == before[-2:-5:-1]
    tab.keyboard.press("Tab")
    tab.keyboard.press("Space")
    senders = tab.eval_on_selector_all("tbody td:nth-child(2)", "cells => cells.map(c => c.textContent)")
    fold = str.maketrans("ÉéÄä", "EeAa")
    family = [s.translate(fold).lower().split()[-1] if s else "~" for s in senders if "," not in s]
    assert family == sorted(family)
    assert senders[-1] == ""
    assert tab.get_attribute("thead th:nth-child(2)", "aria-sort") == "ascending"
    assert tab.get_attribute("thead th:first-child", "aria-sort") is None
    tab.close()


def test_without_scripts_there_is_the_whole_table_and_no_dead_control(browser, site):
    context = browser.new_context(java_script_enabled=False)
    tab = context.new_page()
    tab.goto((site / "documents.html").as_uri())
    assert tab.locator("tbody tr").count() == 36
    assert not tab.locator("form.filters").is_visible()
    assert tab.locator("thead button").count() == 0
    context.close()


# https://www.w3.org/TR/WCAG22/#text-spacing
SPACED = "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }"
SPACED += " p { margin-block-end: 2em !important; }"
CUT = """() => [...document.querySelectorAll('main *')].filter((e) => {
  const style = getComputedStyle(e);
  return style.overflow === 'hidden' && !e.closest('.unseen, thead') && e.scrollHeight > e.clientHeight + 2;
}).map((e) => e.outerHTML.slice(0, 80))"""


@pytest.mark.parametrize("name", [*PAGES, "search", "documents/doc-1914-11-12-marlowe-to-caske", "404"])
@pytest.mark.parametrize("width", [360, 640, 1280, 2560])
def test_with_wider_spacing_and_in_any_window_nothing_is_cut_or_runs_out(browser, site, name, width):
    tab = browser.new_page(viewport={"width": width, "height": 800})
    tab.goto((site / f"{name}.html").as_uri())
    tab.add_style_tag(content=SPACED)
    over = tab.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    cut = tab.evaluate(CUT)
    tab.close()
    assert (over, cut) == (0, [])


def test_words_of_the_edition_keep_their_language_on_pages_in_another(pages):
    for place in ("//h1", "//p[@class='subtitle']", "//p[@class='description']"):
        for node in pages["de/index.html"].xpath(place):
            assert node.get("lang") == "en", place
        assert not pages["index.html"].xpath(f"{place}/@lang")
    known = pages["de/persons.html"].xpath("//p[@class='known'][contains(., 'Geboren')]")
    assert known
    assert [span.get("lang") for span in known[0].xpath("span")] == ["en"]
    assert "</span>. Geboren 18" in etree.tostring(known[0], encoding="unicode")


def test_licences_and_evidence_speak_the_readers_language(pages):
    name = "documents/doc-1911-03-02-dorrenbach-to-marlowe.html"
    for folder, licence, mark in (
        ("", "Encoding: CC", "“"),
        ("de/", "Kodierung: CC", "„"),
        ("fr/", "Encodage\u00a0: CC", "«\u00a0"),
    ):
        page = pages[folder + name]
        assert page.xpath("string(//a[@rel='license'][ancestor::dl])").startswith(licence)
        assert page.xpath(f"//ul[@class='kinds']//li[@id]/a[starts-with(., '{mark}')]")


def test_the_source_does_not_say_the_editions_name_again(pages):
    page = pages["documents/doc-1911-03-02-dorrenbach-to-marlowe.html"]
    facts = {said(row.xpath("dt")[0]): said(row.xpath("dd")[0]) for row in page.xpath("//dl[@class='facts']/div")}
    assert "Specimens" not in facts.get("Source", "")


def test_no_label_of_the_network_is_cut(browser, site):
    tab = browser.new_page(viewport={"width": 390, "height": 800})
    tab.goto((site / "correspondence.html").as_uri())
    tab.evaluate("document.fonts.ready.then(() => {})")
    outside = tab.eval_on_selector_all(
        ".network text",
        """all => all.filter(text => {
          const [box, whole] = [text, text.ownerSVGElement].map(e => e.getBoundingClientRect());
          return box.left < whole.left || box.right > whole.right; }).map(text => text.textContent)""",
    )
    scrolls = tab.eval_on_selector(
        ".drawing", "e => e.scrollWidth > e.clientWidth && getComputedStyle(e).backgroundImage"
    )
    tab.close()
    assert outside == []
    assert "gradient" in scrolls


@pytest.mark.parametrize("width", [360, 1000, 1280, 1600])
def test_the_foot_of_a_document_begins_where_its_text_does(browser, site, width):
    tab = browser.new_page(viewport={"width": width, "height": 800})
    tab.goto((site / "documents/doc-1911-03-02-dorrenbach-to-marlowe.html").as_uri())
    left = "e => e.getBoundingClientRect().left + parseFloat(getComputedStyle(e).paddingInlineStart)"
    text, foot = (tab.eval_on_selector(selector, left) for selector in ("main > article", ".foot > p"))
    tab.close()
    assert abs(text - foot) < 1


def test_on_paper_there_are_no_ways_on(browser, site):
    tab = browser.new_page()
    tab.goto((site / "documents/doc-1911-03-14-marlowe-to-dorrenbach.html").as_uri())
    hidden = "e => getComputedStyle(e).display === 'none'"
    assert not tab.eval_on_selector(".beside", hidden)
    tab.emulate_media(media="print")
    assert tab.eval_on_selector(".beside", hidden)
    tab.close()


def test_the_sign_of_an_inference_stays_with_its_word(browser, site):
    tab = browser.new_page(viewport={"width": 360, "height": 800})
    tab.goto((site / "documents/doc-1911-03-02-dorrenbach-to-marlowe.html").as_uri())
    tab.check("#te-show-inferences")
    displays = tab.eval_on_selector_all(".why, .why span", "all => all.map(e => getComputedStyle(e).display)")
    tab.close()
    assert set(displays) == {"inline"}


def test_the_editions_own_pages_are_searched(browser, site):
    tab = browser.new_page()
    tab.goto(f"{(site / 'search.html').as_uri()}?genre=page")
    tab.wait_for_selector(".found li")
    links = tab.eval_on_selector_all(".found h3 a", "all => all.map(e => e.getAttribute('href'))")
    tab.click(".found h3 a[href='chronicle.html']")
    tab.wait_for_url("**/chronicle.html")
    tab.close()
    assert sorted(links) == ["chronicle.html", "index.html", "sources.html"]
