"""The search page in a real browser: from a disk and from a server, with and without scripts, for eye, ear and hand."""

from __future__ import annotations

import functools
import http.server
import json
import shutil
import subprocess
import threading
import unicodedata
from dataclasses import replace

import pytest

from pages import EDITION, EVERYTHING, axe, letter, sent, written
from support import tool
from teiedit.publish import html
from teiedit.publish._folding import fold, words

LETTERS = [
    letter(
        "<opener><salute>Sehr geehrter Herr!</salute></opener><p>Die Straße ist geſperrt.</p>"
        "<p>Das Oberhaupt des Staates war zu Łódź, in der Mitte der Straße.</p>",
        name="strasse",
        title="Ada an Ben",
        lang="de",
        profile=sent('<date when="1962-10-27"/>', "Ada", "Ben"),
    ),
    letter(
        '<p>We remo-<lb break="no"/>ved the <hi>mis</hi>siles from Cuba.</p><p>The embargo is lifted.</p>'
        "<p>He <choice><sic>wrot</sic><corr>wrote</corr></choice> it.</p>",
        name="missiles",
        title="Ben to Ada",
        profile=sent('<date when="1963-01-05"/>', "Ben", "Ada"),
    ),
    letter(
        "<p>The missiles again.</p><p>&lt;img src=x onerror=alert(1)&gt; &lt;/script&gt; hostile</p>"
        + "".join(f"<p>The fleet, number {n}, is at sea.</p>" for n in range(6)),
        name="fleet",
        title="Cy to Ada &lt;b&gt;",
        profile=sent('<date when="1961"/>', "Cy", "Ada"),
    ),
    *[letter("<p>A filler about the harbour.</p>", name=f"filler-{n:02}", title=f"Filler {n}") for n in range(23)],
    EVERYTHING,
]


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    folder = tmp_path_factory.mktemp("site")
    edition = replace(EDITION, interface=("de", "fr"))
    made = dict(html.volume(LETTERS, edition).files)
    for tei in LETTERS:
        made |= html.document(tei, edition).files
    return written(folder, made)


@pytest.fixture(scope="module")
def server(site):
    handler = type("Quiet", (http.server.SimpleHTTPRequestHandler,), {"log_message": lambda *_: None})
    made = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(handler, directory=str(site)))
    thread = threading.Thread(target=made.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{made.server_port}/"
    made.shutdown()
    made.server_close()
    thread.join()


@pytest.fixture
def tab(browser):
    page = browser.new_page()
    wrong = []
    page.on("console", lambda message: "favicon" in message.location["url"] or wrong.append(message.text))
    page.on("pageerror", lambda error: wrong.append(str(error)))
    yield page
    page.close()
    assert wrong == []


def go(tab, base, query="", page="search.html"):
    """Open the page and wait for its answer."""
    tab.goto(f"{base}{page}{query}")
    tab.wait_for_selector("form[data-ready]")
    return settle(tab)


def settle(tab):
    """Wait until nothing changes any more, and return what is said."""
    tab.wait_for_function(
        """() => new Promise(resolve => {
          let timer = setTimeout(() => resolve(true), 200);
          new MutationObserver(() => { clearTimeout(timer); timer = setTimeout(() => resolve(true), 200); })
            .observe(document.getElementById("te-results"), { childList: true, subtree: true });
        })"""
    )
    return tab.inner_text("#te-status")


def titles(tab):
    return tab.locator(".found h3").all_inner_texts()


def passages(tab):
    return tab.locator(".hits .text").all_inner_texts()


def marks(tab):
    return tab.locator(".found mark").all_inner_texts()


@pytest.fixture(scope="module", params=["disk", "server"])
def base(request, site):
    return request.getfixturevalue("server") if request.param == "server" else f"{site.as_uri()}/"


def test_words_lead_to_the_paragraph_and_are_marked_there(tab, base):
    assert go(tab, base, "?q=embargo") == "1 passage in 1 document"
    assert (titles(tab), passages(tab), marks(tab)) == (["Ben to Ada"], ["The embargo is lifted."], ["embargo"])
    tab.click(".hits a")
    tab.wait_for_url("**/documents/missiles.html?q=embargo#te-p2")
    assert tab.evaluate("document.querySelector(':target').id") == "te-p2"
    assert tab.evaluate("[...CSS.highlights.get('te-found')].map(String)") == ["embargo"]
    tab.go_back()
    tab.wait_for_selector("form[data-ready]")
    assert settle(tab) == "1 passage in 1 document"


@pytest.mark.parametrize(
    ("query", "found", "marked"),
    [
        ("strasse", "2 passages in 1 document", ["Straße", "Straße"]),
        ("STRASSE ", "2 passages in 1 document", ["Straße", "Straße"]),
        ("gesperrt", "1 passage in 1 document", ["geſperrt"]),
        ("lodz", "1 passage in 1 document", ["Łódź"]),
        ("Łódź", "1 passage in 1 document", ["Łódź"]),
        ("missiles", "2 passages in 2 documents", ["missiles", "missiles"]),
        ("removed", "1 passage in 1 document", ["removed"]),
        ("embar", "1 passage in 1 document", ["embargo"]),
        ("embar ", "Nothing was found.", []),
        ("miss* removed", "1 passage in 1 document", ["removed", "missiles"]),
        ('"des Staates"', "1 passage in 1 document", ["des Staates"]),
        ("„des Staates“", "1 passage in 1 document", ["des Staates"]),
        ('"Staates des"', "Nothing was found.", []),
        ('"Mitte der Strasse"', "1 passage in 1 document", ["Mitte der Straße"]),
        ("missiles -cuba", "1 passage in 1 document", ["missiles"]),
        ("-cuba", "", []),
        ("wrot ", "1 passage in 1 document", ["wrot"]),
        ('"he wrote it"', "1 passage in 1 document", []),
        ("zzzz", "Nothing was found.", []),
        ("ben missiles", "1 passage in 1 document", ["Ben", "missiles"]),
    ],
)
def test_what_a_query_finds(tab, site, query, found, marked):
    status = go(tab, f"{site.as_uri()}/", f"?q={query.replace(' ', '+')}")
    assert status.startswith(found)
    assert sorted(marks(tab)) == sorted(marked)


def test_words_of_different_paragraphs_are_found_in_their_document(tab, site):
    status = go(tab, f"{site.as_uri()}/", "?q=missiles+embargo")
    assert status == "No single paragraph has all of this; its words stand in different paragraphs of 1 document."
    assert passages(tab) == ["We removed the missiles from Cuba.", "The embargo is lifted."]


def test_limits_leave_only_some_documents_and_count_what_they_would_leave(tab, base):
    go(tab, base, "?q=missiles")
    options = tab.locator("#te-person option").all_inner_texts()
    assert options == ["all", "Ada (2)", "Ben (1)", "Cy (1)", "Foreign Office (0)", "Marchant, Herbert (0)"]
    tab.select_option("#te-person", "Cy")
    assert settle(tab) == "1 passage in 1 document"
    assert titles(tab) == ["Cy to Ada <b>"]
    assert tab.url.endswith("?q=missiles&person=Cy")
    tab.go_back()
    assert settle(tab) == "2 passages in 2 documents"
    assert tab.input_value("#te-person") == ""


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("?person=Ada", ["Ada an Ben", "Ben to Ada", "Cy to Ada <b>"]),
        ("?person=Ada&role=from", ["Ada an Ben"]),
        ("?since=1962&until=1962", ["Ada an Ben"]),
        ("?until=1962", ["Ada an Ben", "Cy to Ada <b>"]),
        ("?language=de", ["Ada an Ben"]),
        ("?person=Ada&order=oldest", ["Cy to Ada <b>", "Ada an Ben", "Ben to Ada"]),
        ("?person=Ada&order=newest", ["Ben to Ada", "Ada an Ben", "Cy to Ada <b>"]),
        ("?q=missiles&since=1963", ["Ben to Ada"]),
        ("?person=Nobody", []),
    ],
)
def test_the_address_holds_the_query(tab, site, query, found):
    go(tab, f"{site.as_uri()}/", query)
    assert [title for title in titles(tab) if title != 'Telegram No. 812 <script>alert("1")</script> & "all"'] == found


def test_typing_answers_and_the_last_word_may_be_unfinished(tab, base):
    go(tab, base)
    tab.locator("#te-q").press_sequentially("embar")
    tab.wait_for_selector(".found li")
    assert settle(tab) == "1 passage in 1 document"
    assert tab.url.endswith("?q=embar")


def test_everything_is_done_by_keyboard(tab, site):
    go(tab, f"{site.as_uri()}/")
    tab.focus("#te-q")
    tab.keyboard.type("harbour")
    tab.keyboard.press("Enter")
    assert settle(tab) == "23 passages in 23 documents"
    assert tab.locator(".found > li").count() == 10
    tab.focus("#te-more")
    tab.keyboard.press("Enter")
    settle(tab)
    assert tab.locator(".found > li").count() == 20
    assert tab.evaluate("document.activeElement === document.querySelectorAll('.found > li')[10].querySelector('a')")
    tab.click("#te-more")
    settle(tab)
    assert tab.locator(".found > li").count() == 23
    assert not tab.is_visible("#te-more")
    tab.focus("button[type=reset]")
    tab.keyboard.press("Enter")
    settle(tab)
    assert (tab.locator(".found > li").count(), tab.inner_text("#te-status")) == (0, "")
    assert tab.evaluate("document.activeElement.id") == "te-q"


def test_more_passages_of_a_document_are_shown_when_asked_for(tab, site):
    assert go(tab, f"{site.as_uri()}/", "?q=fleet") == "6 passages in 1 document"
    assert len(passages(tab)) == 3
    tab.click(".rest button")
    settle(tab)
    assert len(passages(tab)) == 6
    assert not tab.locator(".rest").count()


def test_texts_come_into_the_page_as_text(tab, site):
    go(tab, f"{site.as_uri()}/", "?q=hostile")
    assert passages(tab) == ["<img src=x onerror=alert(1)> </script> hostile"]
    assert not tab.locator(".found img").count()
    assert titles(tab) == ["Cy to Ada <b>"]


@pytest.mark.parametrize(
    ("page", "status", "date"),
    [
        ("search.html", "2 passages in 1 document", "27 October 1962 · Ada → Ben · Letter"),
        ("de/search.html", "2 Stellen in 1 Dokument", "27. Oktober 1962 · Ada → Ben · Brief"),
        ("fr/search.html", "2 passages dans 1 document", "27 octobre 1962 · Ada → Ben · Lettre"),
    ],
)
def test_the_page_speaks_its_language(tab, base, page, status, date):
    assert go(tab, base, "?q=strasse", page).replace("\xa0", " ") == status
    assert tab.inner_text(".found .facts") == date
    tab.click(".hits a")
    tab.wait_for_url(f"**/{page.removesuffix('search.html')}documents/strasse.html?q=strasse#te-p1")


def test_dates_are_written_as_on_the_other_pages(tab, site):
    go(tab, f"{site.as_uri()}/", "?q=812")
    assert tab.inner_text(".found .facts").startswith("between 26 and 27 October 1962 · ")


def test_words_are_marked_in_a_text_with_editors_marks(tab, site):
    tab.goto(f"{site.as_uri()}/documents/everything.html?q=missile+" + '"work on missile"')
    assert tab.evaluate("[...CSS.highlights.get('te-found')].length") > 0
    assert tab.evaluate("[...CSS.highlights.get('te-found')].map(String)")[0].endswith("missile")


def test_the_number_of_a_paragraph_is_no_part_of_its_first_word(tab, site):
    tab.goto(f"{site.as_uri()}/documents/fleet.html?q=the")
    assert tab.evaluate("[...CSS.highlights.get('te-found')].map(String)")[0] == "The"


def test_a_document_opened_without_a_query_has_no_marks(tab, site):
    tab.goto(f"{site.as_uri()}/documents/missiles.html")
    assert tab.evaluate("CSS.highlights.has('te-found')") is False


def test_without_scripts_the_page_leads_to_the_documents(browser, site):
    tab = browser.new_context(java_script_enabled=False).new_page()
    tab.goto(f"{site.as_uri()}/search.html")
    assert not tab.is_visible("form")
    assert tab.is_visible("noscript p")
    assert tab.get_attribute("noscript a", "href") == "documents.html"
    tab.close()


def test_an_index_that_is_not_there_is_said(browser, site, tmp_path):
    shutil.copy(site / "search.html", tmp_path)
    shutil.copytree(site / "assets", tmp_path / "assets")
    tab = browser.new_page()
    tab.goto((tmp_path / "search.html").as_uri())
    tab.wait_for_function("document.getElementById('te-status').textContent")
    assert tab.inner_text("#te-status").startswith("The index could not be loaded.")
    tab.close()


def test_python_and_the_browser_fold_alike(tab, site):
    """Every letter, digit and mark that this Python knows; newer ones of the browser's are beyond it."""
    signs = [chr(code) for code in range(0x20, 0x30000) if unicodedata.category(chr(code))[0] in "LNMPSZ"]
    lines = [" ".join(signs[start : start + 500]) for start in range(0, len(signs), 500)]
    go(tab, f"{site.as_uri()}/")
    there = tab.evaluate("lines => lines.map(line => teWords.split(line).map(found => found.word))", lines)
    differing = [
        (ours, theirs)
        for line, found in zip(lines, there, strict=True)
        for ours, theirs in zip(words(line), found, strict=True)
        if ours != theirs
    ]
    assert differing == []


def test_a_mark_covers_the_letters_as_they_were_written(tab, site):
    go(tab, f"{site.as_uri()}/")
    text = "Die Strasse, De\u0301tente; ﬁne Œuvre: co\u00adop"
    asked = "strasse detente fine oeuvre coop"
    spans = tab.evaluate("([text, asked]) => teWords.find(text, teWords.parse(asked))", [text, asked])
    assert [text[start:end] for start, end in spans] == ["Strasse", "De\u0301tente", "ﬁne", "Œuvre", "co\u00adop"]
    assert fold("De\u0301tente") == "detente"


RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@pytest.mark.parametrize(
    ("scheme", "width", "forced"),
    [
        ("light", 1280, "none"),
        ("dark", 1280, "none"),
        ("light", 320, "none"),
        ("dark", 320, "none"),
        ("light", 800, "active"),
    ],
)
@pytest.mark.parametrize("query", ["", "?q=strasse+fleet*&language=de", "?q=fleet"])
def test_axe_finds_nothing_and_nothing_runs_out_of_the_window(browser, site, scheme, width, forced, query):
    tab = browser.new_page(viewport={"width": width, "height": 800}, color_scheme=scheme, forced_colors=forced)
    go(tab, f"{site.as_uri()}/", query)
    tab.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true })")
    found = axe().run(tab, options={"runOnly": RULES}).response["violations"]
    over = tab.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    tab.close()
    assert [(v["id"], [n["html"] for n in v["nodes"]]) for v in found] == []
    assert over == 0


def test_the_nu_checker_finds_neither_errors_nor_warnings(site):
    made = [str(site / page) for page in ("search.html", "de/search.html", "fr/search.html", "documents/missiles.html")]
    done = subprocess.run([tool("java"), "-jar", tool("vnu"), *made], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_a_limit_on_words_is_kept_in_an_index_of_several_files(tab, tmp_path):
    """Words of all files of an index are found: the first and the last of each, and one that fills several."""
    documents = [
        letter(f"<p>{'so ' * 30_000}</p><p>{' '.join(f'w{n:05x}' for n in range(i, 30_000, 3))}</p>", name=f"d{i}")
        for i in range(3)
    ]
    written(tmp_path, html.volume(documents, EDITION).files)
    first = json.loads((tmp_path / "search/index.js").read_text("utf-8")[len('teSearch("index",') : -3])["words"]
    assert first.count("so") > 1
    go(tab, f"{tmp_path.as_uri()}/")
    for word in [word for word in first if word.startswith("w")]:
        before = f"w{max(int(word[1:], 16) - 1, 0):05x}"
        for query in (word, before):
            tab.fill("#te-q", f"{query} ")
            tab.keyboard.press("Enter")
            assert settle(tab) == "1 passage in 1 document"
    tab.fill("#te-q", "so ")
    tab.keyboard.press("Enter")
    assert settle(tab) == "3 passages in 3 documents"
