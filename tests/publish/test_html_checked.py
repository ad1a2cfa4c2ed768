"""The pages before judges that are not ours: the Nu HTML Checker, and axe in Chromium."""

from __future__ import annotations

import subprocess

import pytest

from pages import EDITION, EVERYTHING, axe, letter, sent, written
from support import tool
from teiedit.model.around import ALONE
from teiedit.publish import html

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """The pages on disk, and one page alone."""
    folder = tmp_path_factory.mktemp("site")
    documents = [EVERYTHING, letter(profile=sent('<date when="1962-10-27"/>'))]
    made = {**html.volume(documents, EDITION).files, **html.document(EVERYTHING, EDITION).files}
    made["documents/alone.html"] = html.document(letter(), EDITION, ALONE).files["documents/letter-1.html"]
    return written(folder, made)


def test_the_nu_checker_finds_neither_errors_nor_warnings(site):
    pages = [str(page) for page in sorted(site.rglob("*.html"))]
    done = subprocess.run([tool("java"), "-jar", tool("vnu"), *pages], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("page", ["index.html", "documents/everything.html"])
@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 1280), ("light", 360), ("dark", 320)])
def test_axe_finds_nothing_and_nothing_runs_out_of_the_window(browser, site, page, scheme, width):
    tab = browser.new_page(viewport={"width": width, "height": 800}, color_scheme=scheme)
    tab.goto((site / page).as_uri())
    tab.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true })")
    found = axe().run(tab, options={"runOnly": RULES}).response["violations"]
    over = tab.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    tab.close()
    assert [(v["id"], [n["html"] for n in v["nodes"]]) for v in found] == []
    assert over == 0


def test_the_whole_page_can_be_reached_by_keyboard(browser, site):
    tab = browser.new_page(viewport={"width": 1280, "height": 800})
    tab.goto((site / "documents/everything.html").as_uri())
    tab.keyboard.press("Tab")
    first = tab.evaluate("document.activeElement.className")
    visible = tab.evaluate("document.activeElement.getBoundingClientRect().height > 24")
    tab.keyboard.press("Enter")
    assert (first, visible) == ("skip", True)
    assert tab.evaluate("document.activeElement.id") == "te-text"
    tab.close()


def test_a_citation_is_copied_and_that_is_said(browser, site):
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    tab = context.new_page()
    tab.goto((site / "documents/everything.html").as_uri())
    button = tab.locator("button[data-copy='te-cite-chicago']")
    button.focus()
    tab.keyboard.press("Enter")
    tab.wait_for_function("document.querySelector('.copied').textContent !== ''")
    assert tab.locator(".copied").inner_text() == "Citation copied"
    assert tab.evaluate("navigator.clipboard.readText()") == tab.locator("#te-cite-chicago").inner_text()
    context.close()


def test_a_citation_can_be_read_and_selected_without_script(browser, site):
    context = browser.new_context(java_script_enabled=False)
    tab = context.new_page()
    tab.goto((site / "index.html").as_uri())
    assert tab.locator("#te-cite-chicago").is_visible()
    assert not tab.locator(".cite button").first.is_visible()
    context.close()


def test_on_paper_there_is_text_and_no_navigation(browser, site):
    tab = browser.new_page()
    tab.goto((site / "documents/everything.html").as_uri())
    tab.emulate_media(media="print")
    shown = "e => getComputedStyle(e).display !== 'none'"
    assert not tab.eval_on_selector("nav.contents", shown)
    assert not tab.eval_on_selector(".skip", shown)
    assert tab.eval_on_selector("article", shown)
    tab.close()
