"""A document's page as it is used: in Chromium, by mouse and by keyboard, with scripts and without."""

from __future__ import annotations

from itertools import pairwise

import pytest

from pages import EDITION, EVERYTHING, axe, letter, sent, written
from teiedit.publish import html

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
LONG = "".join(f"<p>{'A sentence of some words. ' * 30}<del>{'struck out ' * 60}</del></p>" for _ in range(12))
INFERRED = (
    '<standOff><certainty target="#i-1" locus="name" cert="medium" resp="#t"><desc>line 7</desc></certainty></standOff>'
)
NOTED = '<p>Of <persName xml:id="i-1">Ada</persName>.<note n="1">A note.</note></p>'
USUAL = 60 * 1024


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    folder = tmp_path_factory.mktemp("site")
    long = letter(NOTED + LONG, name="long", profile=sent('<date when="1962-10-27"/>')).replace(
        "<text>", f"{INFERRED}<text>"
    )
    made = dict(html.volume([], EDITION).files)
    usual = long.replace(LONG, f"<p>{'A sentence of some words. ' * 12}</p>" * 8).replace('"long"', '"usual"')
    noted = "".join(f"<p>{'A sentence of some words. ' * 12}<note>{'A note. ' * 9}</note></p>" for _ in range(7))
    noted = long.replace(LONG, noted).replace('"long"', '"noted"')
    for tei in (EVERYTHING, long, usual, noted):
        made |= html.document(tei, EDITION).files
    return written(folder, made) / "documents"


@pytest.fixture
def opened(browser, site):
    """Opens a page, and holds every message of its console against the test."""
    contexts, messages = [], []

    def open_page(name, **options):
        options = {"viewport": {"width": 1280, "height": 800}, "reduced_motion": "reduce", **options}
        context = browser.new_context(**options)
        contexts.append(context)
        tab = context.new_page()
        tab.on("console", lambda message: messages.append(message.text))
        tab.on("pageerror", lambda error: messages.append(str(error)))
        tab.goto((site / name).as_uri())
        return tab

    yield open_page
    for context in contexts:
        context.close()
    assert messages == []


def top(tab, selector):
    return tab.locator(selector).evaluate("e => e.getBoundingClientRect().top")


@pytest.mark.parametrize("view", ["", "#te-view-marks", "#te-show-inferences", "source"])
@pytest.mark.parametrize(
    ("width", "colours"),
    [(1280, {"color_scheme": "light"}), (360, {"color_scheme": "dark"}), (320, {"forced_colors": "active"})],
)
def test_axe_finds_nothing_in_any_view(opened, view, width, colours):
    name = "everything.tei.html" if view == "source" else "everything.html"
    tab = opened(name, viewport={"width": width, "height": 800}, **colours)
    if view.startswith("#"):
        tab.check(view)
    tab.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true })")
    found = axe().run(tab, options={"runOnly": RULES, "preload": False}).response["violations"]
    over = tab.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert [(v["id"], [n["html"] for n in v["nodes"]]) for v in found] == []
    assert over == 0


@pytest.mark.parametrize("scripts", [True, False])
def test_a_view_shows_what_it_says_with_and_without_scripts(opened, scripts):
    tab = opened("everything.html", java_script_enabled=scripts)
    text = "div.text"
    reading = tab.locator(text).inner_text()
    assert "are as follows" in reading
    assert "as are follows" not in reading
    assert "shall" not in reading.replace("Parties shall", "")
    tab.check("#te-view-marks")
    marks = tab.locator(text).inner_text()
    assert "as are follows" in marks
    assert tab.locator(".choice .corr .sign").first.is_visible()


def test_the_choice_lasts_to_the_next_page(opened):
    tab = opened("everything.html")
    tab.check("#te-view-marks")
    tab.goto(tab.url.replace("everything", "long"))
    assert tab.is_checked("#te-view-marks")


def test_a_view_keeps_the_place(opened):
    tab = opened("long.html")
    tab.locator("#te-p8").evaluate("e => scrollTo(0, e.getBoundingClientRect().top + scrollY - 100)")
    before = top(tab, "#te-p8")
    tab.locator("#te-view-marks").focus()
    tab.keyboard.press("Space")
    assert tab.is_checked("#te-view-marks")
    assert abs(top(tab, "#te-p8") - before) < 2


def test_the_source_opens_at_the_same_place_and_leads_back_to_it(opened):
    tab = opened("long.html")
    tab.locator("#te-p8").evaluate("e => scrollTo(0, e.getBoundingClientRect().top + scrollY - 100)")
    tab.locator("a.other-view").evaluate("e => e.click()")
    tab.wait_for_url("**/long.tei.html#te-p8")
    assert 0 <= top(tab, "#te-p8") < 400
    tab.locator("a.other-view").evaluate("e => e.click()")
    tab.wait_for_url("**/long.html#te-p8")
    assert 0 <= top(tab, "#te-p8") < 400


def test_a_number_copies_a_citation_and_then_the_link(opened):
    tab = opened("everything.html", permissions=["clipboard-read", "clipboard-write"])
    tab.click("a.n[href='#te-p2']")
    status = tab.locator(".toast [role=status]")
    status.filter(has_text="Citation copied").wait_for()
    copied = tab.evaluate("navigator.clipboard.readText()")
    address = tab.url
    assert address.endswith("everything.html#te-p2")
    assert copied.endswith(f", paragraph 2, {address}")
    assert copied.startswith("Telegram No. 812")
    tab.click(".toast .link-only")
    status.filter(has_text="Link copied").wait_for()
    assert tab.evaluate("navigator.clipboard.readText()") == address
    tab.keyboard.press("Escape")
    assert not tab.is_visible(".toast")


def test_a_citation_that_cannot_be_copied_is_shown(opened):
    tab = opened("everything.html")
    tab.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error('refused')) }")
    tab.click("a.label[href='#c-2']")
    status = tab.locator(".toast [role=status]")
    status.filter(has_text="by hand").wait_for()
    assert "clause 2, file:" in status.inner_text()


def test_evidence_is_shown_beside_the_words_and_the_focus_returns(opened):
    tab = opened("long.html")
    link = tab.locator("#i-1 > a.why")
    assert not link.is_visible()
    tab.check("#te-show-inferences")
    link.focus()
    tab.keyboard.press("Enter")
    box = tab.locator("#te-evidence-box")
    assert box.is_visible()
    assert "line 7" in box.inner_text()
    assert "probable" in box.inner_text()
    tab.keyboard.press("Escape")
    assert not box.is_visible()
    assert link.evaluate("e => e === document.activeElement")
    tab.click("#i-1")
    assert box.is_visible()


def test_without_scripts_evidence_is_a_link_away(opened):
    tab = opened("long.html", java_script_enabled=False)
    tab.check("#te-show-inferences")
    tab.click("#i-1 > a.why")
    assert tab.url.endswith("#te-e1")
    tab.click("#te-e1 > a")
    assert tab.url.endswith("#i-1")


@pytest.mark.parametrize(("width", "beside"), [(1280, False), (1500, True)])
def test_a_note_stands_beside_its_call_where_there_is_room(opened, width, beside):
    tab = opened("long.html", viewport={"width": width, "height": 900})
    distance = abs(top(tab, "#te-n1") - top(tab, "#te-n1-call"))
    assert (distance < 40) == beside
    assert tab.locator("#te-n1 a[role=doc-backlink]").get_attribute("href") == "#te-n1-call"


def test_notes_do_not_cover_one_another(opened):
    tab = opened("everything.html", viewport={"width": 1500, "height": 900})
    boxes = tab.eval_on_selector_all(
        ".notes > ol > li", "all => all.map(e => [e.getBoundingClientRect().top, e.getBoundingClientRect().bottom])"
    )
    boxes.sort()
    assert all(first[1] <= second[0] for first, second in pairwise(boxes))


def test_each_control_of_the_bar_is_reached_and_worked_by_keyboard(opened):
    tab = opened("everything.html")
    tab.locator("#te-text").focus()
    reached = []
    for _ in range(5):
        tab.keyboard.press("Tab")
        reached.append(tab.evaluate("document.activeElement.id || document.activeElement.className"))
    start = reached.index("te-view-reading")
    assert reached[start : start + 3] == ["te-view-reading", "te-show-inferences", "other-view"]
    tab.locator("#te-view-reading").focus()
    tab.keyboard.press("ArrowRight")
    assert tab.is_checked("#te-view-marks")


def test_the_source_wraps_long_lines_or_scrolls_by_keyboard(opened):
    tab = opened("everything.tei.html")
    wide = "e => e.scrollWidth > e.clientWidth"
    listing = tab.locator("pre")
    assert not listing.evaluate(wide)
    tab.uncheck("#te-wrap")
    assert listing.evaluate(wide)
    listing.focus()
    tab.keyboard.press("ArrowRight")
    tab.wait_for_function("document.querySelector('pre').scrollLeft > 0")


def test_print_follows_the_chosen_view(opened):
    tab = opened("everything.html")
    tab.emulate_media(media="print")
    hidden = "e => getComputedStyle(e).display === 'none'"
    assert tab.eval_on_selector(".text del", hidden)
    assert tab.eval_on_selector(".views", hidden)
    tab.emulate_media(media="screen")
    tab.check("#te-view-marks")
    tab.emulate_media(media="print")
    assert not tab.eval_on_selector(".text del", hidden)


SHIFTS = """window.shifts = 0;
const inText = (source) => source.node?.parentElement?.closest("article");
new PerformanceObserver((list) => {
  for (const one of list.getEntries()) if (one.sources.some(inText)) window.shifts += one.value;
}).observe({ type: "layout-shift", buffered: true });"""


@pytest.mark.parametrize("slower", [1, 6])
def test_the_page_of_a_letter_stays_still(browser, site, slower):
    """On a slow machine too, and where fonts come late: the margin is set before anything is drawn."""
    tab = browser.new_page(viewport={"width": 1500, "height": 900})
    tab.context.new_cdp_session(tab).send("Emulation.setCPUThrottlingRate", {"rate": slower})
    tab.add_init_script(SHIFTS)
    held = []
    tab.route("**/*.woff2", lambda route: held.append(route))  # noqa: PLW0108 - it wants a function of Python's own
    tab.goto((site / "noted.html").as_uri(), wait_until="domcontentloaded")
    tab.wait_for_timeout(400)
    for route in held:
        route.continue_()
    tab.evaluate("document.fonts.ready.then(() => {})")
    tab.wait_for_timeout(400)
    shifts, beside = tab.evaluate("[window.shifts, document.querySelector('article').matches('.with-margin')]")
    tab.close()
    assert beside
    assert shifts < 0.01


def test_the_page_of_a_letter_stays_small(opened, site):
    tab = opened("usual.html")
    assert tab.eval_on_selector_all("script[src]", "all => all.every(e => e.defer)")
    loaded = tab.eval_on_selector_all(
        "script[src], link[rel=stylesheet]", "all => all.map(e => e.getAttribute('src') || e.getAttribute('href'))"
    )
    parts = [site / name for name in ("usual.html", *loaded) if "fonts" not in name]
    assert sum(part.stat().st_size for part in parts) < USUAL
