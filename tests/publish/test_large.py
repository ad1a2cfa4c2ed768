"""An edition with more documents and people than one page can show: its lists in pages, and the ways between them."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from lxml import etree

from large import letters, people
from pages import EDITION, axe, parsed, said, written
from teiedit.model.around import Around
from teiedit.model.edition import Edition
from teiedit.model.house import House, Link, Page
from teiedit.model.register import Entry, Register
from teiedit.publish import html
from teiedit.publish._division import by_initial, by_number, by_time, ways

COUNT = 760
LETTERS = letters(COUNT, 230)
(HUB, HUB_NAME), *_ = people(230)
OWN = Page(
    "guide", "Guide", f'<p><a href="persons.html#{HUB}">The writer</a></p>', "pages/guide.md", "en",
    (Link(f"persons.html#{HUB}", 1),),
)  # fmt: skip
LARGE = Edition(
    id="large",
    title="A large edition",
    language="en",
    interface=("de",),
    formats=("tei", "html"),
    base_url="https://example.org/large/",
    register=Register((Entry("pl-here", "placeName", "Here"),)),
    house=House(pages=(OWN,)),
)
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
ATOM = {"a": "http://www.w3.org/2005/Atom"}


@pytest.fixture(scope="module")
def output():
    return html.volume(LETTERS, LARGE, large=True)


@pytest.fixture(scope="module")
def pages(output):
    return {name: parsed(content.decode()) for name, content in output.files.items() if name.endswith(".html")}


@pytest.fixture(scope="module")
def site(output, tmp_path_factory):
    return written(tmp_path_factory.mktemp("large"), output.files)


def listed(pages, begin):
    return {name: page for name, page in pages.items() if name.startswith(begin)}


def test_every_document_stands_on_one_page_of_the_list_and_of_the_chronology(pages):
    for name in ("documents", "chronology"):
        found = Counter(
            link.rpartition("/")[2]
            for page in listed(pages, f"lists/{name}-").values()
            for link in page.xpath("//main//*[self::tbody or self::ol]//a/@href")
        )
        assert found == {f"letter-{number}.html": 1 for number in range(1, COUNT + 1)}


def test_no_page_is_long(pages):
    for name, page in listed(pages, "lists/").items():
        assert len(page.xpath("//main//tbody/tr | //main//ol/li | //main//ul[@class='entries']/li")) <= 500, name
    for name, page in listed(pages, "persons/").items():
        assert len(page.xpath("//main//dd//li")) <= 3 * 500, name


def test_pages_are_called_after_the_time_the_letter_or_the_number(pages):
    assert said(pages["lists/documents-1870-05.html"].xpath("//h1")[0]) == "Documents, May 1870"
    assert said(pages["de/lists/documents-1870-05.html"].xpath("//h1")[0]) == "Dokumente, Mai 1870"
    assert said(pages["lists/documents-1700-1799.html"].xpath("//h1")[0]) == "Documents, 1700–1799"
    assert said(pages["lists/documents-undated.html"].xpath("//h1")[0]) == "Documents, undated"
    assert said(pages["lists/persons-b.html"].xpath("//h1")[0]).startswith("People, Bar")
    assert "lists/persons-u0416.html" in pages


def test_one_page_leads_to_the_next_through_the_whole_list(pages):
    for name in ("documents", "chronology", "persons", "correspondence"):
        those = set(listed(pages, f"lists/{name}-"))
        first = (
            f"{name}.html"
            if name == "correspondence"
            else pages[f"{name}.html"].xpath("//nav[@class='overview']//a/@href")[0]
        )
        here, seen = first.partition("#")[0], []
        while here:
            seen.append(here)
            on = pages[here].xpath("//link[@rel='next']/@href")
            before = pages[here].xpath("//nav[@class='beside']//li[@class='previous']/a/@href")
            assert [urljoin(here, link) for link in before] == seen[-2:-1]
            here = urljoin(here, on[0]) if on else ""
        assert set(seen) - {"correspondence.html"} == those
        assert len(seen) == len(set(seen))


def test_a_page_says_in_its_ways_which_it_is(pages):
    page = pages["lists/documents-1870-05.html"]
    (nav,) = page.xpath("//nav[@class='pages']")
    assert nav.get("aria-label") == "Pages of this list"
    assert [(said(a), a.get("aria-current")) for a in nav.xpath(".//a[@aria-current]")] == [
        ("1870–1879", "true"), ("May 1870", "page")
    ]  # fmt: skip
    assert page.xpath("//nav[@class='ways']//a[@aria-current]/@href") == ["../documents.html"]


def test_the_first_page_tells_how_much_stands_on_each(pages):
    for name in ("documents", "chronology", "persons"):
        (overview,) = pages[f"{name}.html"].xpath("//nav[@class='overview']")
        numbers = [int(node.text.replace(",", "")) for node in overview.xpath(".//span[@class='number']")]
        entries = [path for path in listed(pages, "persons/") if path.count("/") == 1]
        assert sum(numbers) == (len(entries) if name == "persons" else COUNT)
    links = pages["chronology.html"].xpath("//svg//a/@href")
    ids = set(pages["chronology.html"].xpath("//@id"))
    assert links
    assert {link[1:] for link in links} <= ids


def test_every_link_leads_to_a_file_and_a_place_in_it(output, pages):
    ids = {name: set(page.xpath("//@id")) for name, page in pages.items()}
    own = {
        f"{kind}/letter-{n}.{end}" for n in range(1, COUNT + 1) for kind, end in (("documents", "html"), ("tei", "xml"))
    }
    own |= {f"de/{name}" for name in own}
    lost = []
    for name, page in pages.items():
        for link in {str(link) for link in page.xpath("//@href | //@src")} if not name.endswith("404.html") else ():
            target = urlsplit(urljoin(f"http://site/{name}", link))
            path = unquote(target.path).lstrip("/")
            if target.netloc != "site" or path in own:
                continue
            if path not in output.files or (target.fragment and unquote(target.fragment) not in ids.get(path, ())):
                lost.append((name, link))
    assert lost == []


def test_no_id_stands_twice_and_each_page_has_a_heading_and_a_title_of_its_own(pages):
    for name, page in pages.items():
        assert [i for i, n in Counter(page.xpath("//@id")).items() if n > 1] == [], name
        assert len(page.xpath("//h1")) == 1, name
    titles = Counter(said(page.xpath("//title")[0]) for name, page in listed(pages, "lists/").items())
    assert max(titles.values()) == 1


def test_every_name_in_a_letter_leads_to_the_entry_that_leads_back(output, pages):
    for number in (1, 400, COUNT):
        made = html.document(LETTERS[number - 1], LARGE, Around(large=True)).files
        name = f"documents/letter-{number}.html"
        entries = {
            urljoin(name, link) for link in parsed(made[name].decode()).xpath("//article//a[@class='pers']/@href")
        }
        assert entries
        for entry in entries:
            assert entry in output.files
            parts = [page for path, page in pages.items() if path == entry or path.startswith(entry[:-5] + "/")]
            back = {link.rpartition("/")[2].partition("#")[0] for page in parts for link in page.xpath("//dd//a/@href")}
            assert f"letter-{number}.html" in back
        assert f"https://example.org/large/persons/{HUB}.html" in made[name].decode().replace("\\/", "/")


def test_an_entry_that_occurs_in_very_many_documents_has_several_pages(pages):
    first, second = pages[f"persons/{HUB}.html"], pages[f"persons/{HUB}/2.html"]
    assert said(first.xpath("//h1")[0]).startswith(f"{HUB_NAME}, 1–500 (17")
    assert second.xpath("//nav[@class='pages']//a[@aria-current='page']/@href") == [f"../../persons/{HUB}/2.html"]
    wrote = [li for page in (first, second) for li in page.xpath("//dt[.='Wrote']/following-sibling::dd//li")]
    assert len(wrote) == COUNT - COUNT // 3


def test_links_in_the_editions_own_pages_lead_to_the_entry(output, pages):
    assert output.diagnostics == ()
    assert pages["guide.html"].xpath("//main//a/@href") == [f"persons/{HUB}.html"]
    assert pages["de/guide.html"].xpath("//main//a/@href") == [f"persons/{HUB}.html"]
    lost = replace(OWN, links=(Link("persons.html#p-nobody", 1), Link("documents.html#nowhere", 2)))
    found = html.volume(LETTERS[:40], replace(LARGE, house=House(pages=(lost,))), large=True).diagnostics
    assert [(one.code, one.place.line) for one in found] == [("E023", 1), ("E023", 2)]


def test_the_table_of_exchanges_has_every_letter_once(pages):
    those = {"correspondence.html": pages["correspondence.html"], **listed(pages, "lists/correspondence-")}
    rows = [row for page in those.values() for row in page.xpath("//table[@class='exchange']/tbody/tr")]
    assert sum(int(said(row.xpath("./td[@class='number']")[0])) for row in rows) == COUNT
    assert len(pages["correspondence.html"].xpath("//svg/a")) == 24


def test_the_figures_are_those_of_all_documents(pages):
    figures = {said(div.xpath("dt")[0]): said(div.xpath("dd")[0]) for div in pages["statistics.html"].xpath("//dl/div")}
    assert figures["Documents"] == str(COUNT)
    assert f"{COUNT} documents, 1" in said(pages["index.html"].xpath("//p[@class='sum']")[0])


def test_feeds_and_citations_are_divided_as_the_list_is(output):
    here, seen, ids = "atom.xml", [], []
    while here:
        feed = etree.fromstring(output.files[here])
        seen.append(here)
        ids += feed.xpath("a:entry/a:id/text()", namespaces=ATOM)
        assert feed.xpath("a:link[@rel='self']/@href", namespaces=ATOM) == [f"https://example.org/large/{here}"]
        on = feed.xpath("a:link[@rel='next']/@href", namespaces=ATOM)
        here = on[0].rpartition("/")[2] if on else ""
    assert len(set(ids)) == len(ids) == COUNT
    assert len(seen) > 5
    cited = [name for name in output.files if name.startswith("cite/lists/documents-") and name.endswith(".bib")]
    assert sum(output.files[name].count(b"\n}") for name in cited) >= COUNT
    assert output.files["cite/edition.bib"].count(b"@") == 1


def test_all_pages_are_in_the_sitemap(output, pages):
    named = etree.fromstring(output.files["sitemap.xml"]).xpath("//*[local-name()='loc']/text()")
    there = {name.removeprefix("https://example.org/large/") for name in named}
    assert {name for name in pages if not name.endswith("404.html")} - {"index.html", "de/index.html"} <= there


CHECKED = (
    "documents",
    "chronology",
    "persons",
    "correspondence",
    "lists/documents-1870-05",
    "lists/chronology-1870-05",
)
CHECKED += ("lists/persons-b", f"persons/{HUB}", f"persons/{HUB}/2", "places")


@pytest.mark.parametrize("colours", ["light", "dark"])
def test_the_pages_have_no_fault_that_axe_finds_and_fit_any_window(browser, site, colours):
    context = browser.new_context(color_scheme=colours)
    tab = context.new_page()
    for name in CHECKED:
        for width in (360, 1280):
            tab.set_viewport_size({"width": width, "height": 800})
            tab.goto((site / f"{name}.html").as_uri())
            over = tab.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
            assert (name, width, over) == (name, width, 0)
        found = axe().run(tab, options={"runOnly": RULES}).response["violations"]
        assert [(name, v["id"], [n["html"] for n in v["nodes"]][:3]) for v in found] == []
    context.close()


def test_one_walks_through_a_list_with_the_keyboard_and_without_scripts(browser, site):
    context = browser.new_context(java_script_enabled=False)
    tab = context.new_page()
    tab.goto((site / "documents.html").as_uri())
    tab.focus("nav.overview a >> nth=0")
    tab.keyboard.press("Enter")
    tab.wait_for_url("**/lists/documents-1700-1799.html")
    tab.focus("nav.beside a[rel=next]")
    tab.keyboard.press("Enter")
    tab.wait_for_url("**/lists/documents-18*.html")
    assert tab.locator("tbody tr").count() > 0
    context.close()


def test_an_address_from_when_the_list_was_one_page_leads_to_the_entry(browser, site):
    tab = browser.new_page()
    tab.goto(f"{(site / 'persons.html').as_uri()}#{HUB}")
    tab.wait_for_url(f"**/persons/{HUB}.html")
    assert tab.inner_text("h1").startswith(HUB_NAME)
    tab.close()


def test_a_long_register_of_an_edition_with_few_documents_is_divided_and_the_documents_are_not():
    files = html.volume(LETTERS[:300], EDITION, large=True).files
    assert "documents.html" in files
    assert not [name for name in files if name.startswith("lists/documents")]
    assert [name for name in files if name.startswith("lists/persons-")]


def test_documents_are_divided_by_century_decade_year_month_and_number():
    months = [
        ("1701-03", 2),
        ("1802-01", 3),
        ("1803-01", 3),
        ("1871-01", 3),
        ("1871-05", 11),
        ("1874-01", 4),
        ("9999", 1),
    ]
    groups = by_time(months, 5)
    assert [(group.label, [(part.name, part.count) for part in group.parts]) for group in groups] == [
        ("1700–1799", [("1700-1799", 2)]),
        ("1800–1809", [("1802", 3), ("1803", 3)]),
        ("1870–1879", [("1871-01", 3), ("1871-05", 5), ("1871-05-2", 5), ("1871-05-3", 1), ("1874", 4)]),
        ("", [("undated", 1)]),
    ]
    assert [part.name for group in by_time(months, 100) for part in group.parts] == [""]


def test_names_are_divided_by_initial_and_number():
    names = [("A", "Abel"), ("A", "Amos"), ("A", "Ann"), ("Ж", "Жуков"), ("#", "1st")]
    groups = by_initial(names, 2)
    found = [(part.name, part.label, part.at, part.count) for group in groups for part in group.parts]
    assert found == [
        ("a", ("Abel", "Amos"), 0, 2),
        ("a-2", ("Ann", "Ann"), 2, 1),
        ("u0416", ("Жуков", "Жуков"), 0, 1),
        ("other", ("1st", "1st"), 0, 1),
    ]


def test_a_page_names_only_the_pages_of_its_own_group():
    groups = by_time([("1871-01", 3), ("1872-01", 3), ("1881-01", 3)], 3)
    made = ways(groups, lambda part: f"{part.name}.html", groups[0].parts[0])
    targets = [[ref.get("target") for ref in item.iter("{*}ref")] for item in made.iterfind("{*}item")]
    assert targets == [["1871.html", "1871.html", "1872.html"], ["1880-1889.html"]]
    assert [(ref.get("type"), ref.get("target")) for ref in made.iterfind("{*}ref")] == [
        ("here", "1871.html"), ("next", "1872.html"),
    ]  # fmt: skip
    assert [part.label for part in by_number(7, 3)[0].parts] == [("1", "3"), ("4", "6"), ("7", "7")]
