"""The fonts of the pages: whole, small, under their licence, and fetched only where they are needed."""

from __future__ import annotations

import re

import pytest
from fontTools.ttLib import TTFont

from pages import EDITION, letter, written
from support import ROOT, tool
from teiedit.model.around import ALONE
from teiedit.publish import html

FONTS = sorted((ROOT / "xslt/html/fonts").glob("*.woff2"))
RULES = (ROOT / "xslt/html/fonts/fonts.css").read_text("utf-8")
# What an editor of letters types: quotation marks, dashes, brackets, daggers, raised letters, fractions.
SIGNS = "“”„‘’‚«»‹›–—…§¶†‡·•⟨⟩⟦⟧⸢⸣⸤⸥ſæœøßÆŒØẞ£€№½¼¾→←°′″"


STAND_INS = ("Edition Times", "Edition Noto", "Edition Arial", "Edition Roboto")


def ranges(rule):
    """The characters that a rule of the style sheet is for."""
    found = set()
    for first, last in re.findall(r"U\+([0-9A-F]+)(?:-([0-9A-F]+))?", rule):
        found |= set(range(int(first, 16), int(last or first, 16) + 1))
    return found


def rule_of(name):
    return next(line for line in RULES.splitlines() if f'"{name}"' in line)


@pytest.mark.parametrize("path", FONTS, ids=lambda p: p.stem)
def test_each_font_is_small_licensed_and_named_by_the_style_sheet(path):
    font = TTFont(path)
    assert path.stat().st_size < (60_000 if path.stem.endswith("-latin") else 140_000)
    assert "font-display: swap" in rule_of(path.name)
    assert "Open Font License" in font["name"].getDebugName(13)
    assert set(font.getBestCmap()) - {0x20} <= ranges(rule_of(path.name)) | {0xA0}
    assert "Source" not in font["name"].getDebugName(1) + font["name"].getDebugName(4)


def test_the_style_sheet_names_no_font_that_is_not_there():
    assert set(re.findall(r"url\(\"([^\"]+)", RULES)) == {path.name for path in FONTS}
    assert html.volume([], EDITION).files["assets/fonts/fonts.css"].decode() == RULES


@pytest.mark.parametrize("name", ["serif-regular", "serif-italic", "serif-semibold", "serif-semibold-italic"])
def test_no_character_is_asked_of_two_scripts_of_a_face(name):
    files = [path.name for path in FONTS if re.fullmatch(rf"{name}-(latin|latin-ext|greek|cyrillic)\.woff2", path.name)]
    assert len(files) == 4
    seen = [number for file in files for number in ranges(rule_of(file))]
    assert len(seen) == len(set(seen))


@pytest.mark.parametrize("face", ["serif-regular", "serif-italic"])
def test_editors_signs_are_in_one_face(face):
    had = set()
    for path in FONTS:
        if path.name.startswith((face, face.replace("serif", "medieval"))):
            had |= set(TTFont(path).getBestCmap())
    assert [sign for sign in SIGNS if ord(sign) not in had] == []


def test_text_has_small_capitals_old_figures_fractions_and_ligatures():
    font = TTFont(ROOT / "xslt/html/fonts/serif-regular-latin.woff2")
    features = {record.FeatureTag for record in font["GSUB"].table.FeatureList.FeatureRecord}
    assert {"smcp", "onum", "lnum", "tnum", "frac", "liga"} <= features
    assert "kern" in {record.FeatureTag for record in font["GPOS"].table.FeatureList.FeatureRecord}


def test_the_licence_goes_with_the_fonts():
    files = html.volume([], EDITION).files
    assert b"SIL OPEN FONT LICENSE Version 1.1" in files["assets/fonts/OFL.txt"]
    for path in FONTS:
        assert files[f"assets/fonts/{path.name}"] == path.read_bytes()
    assert not [name for name in files if name.endswith(".py")]


def test_a_page_alone_asks_for_no_font():
    (page,) = html.document(letter(), EDITION, ALONE).files.values()
    assert b"@font-face" not in page
    assert b"url(" not in page


def site(folder, text):
    files = html.document(letter(f"<p>{text}</p>"), EDITION).files
    return written(folder, {**html.volume([], EDITION).files, **files})


@pytest.fixture
def fetched(browser, tmp_path):
    """The fonts that a letter's page fetches when it is opened, by its text."""

    def fonts(text):
        folder = site(tmp_path, text)
        tab = browser.new_page()
        asked, said = [], []
        tab.on("request", lambda request: asked.append(request.url))
        tab.on("console", lambda message: said.append(message.text))
        tab.goto((folder / "documents/letter-1.html").as_uri())
        tab.evaluate("document.fonts.ready")
        tab.wait_for_load_state("networkidle")
        states = tab.evaluate("[...document.fonts].map(f => [f.family, f.weight, f.status])")
        tab.close()
        # stand-ins, fonts that this system need not have, may be missing
        assert [state for state in states if state[2] == "error" and state[0] not in STAND_INS] == []
        assert said == []
        assert all(url.startswith(folder.as_uri()) for url in asked)
        return {url.rpartition("/")[2].removesuffix(".woff2") for url in asked if url.endswith(".woff2")}

    return fonts


def test_an_english_letter_fetches_latin_only(fetched):
    assert {name.rpartition("-")[2] for name in fetched("Plain words, “quoted” – with ⟨signs⟩ and œ.")} == {"latin"}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [("λόγος", "serif-regular-greek"), ("слово", "serif-regular-cyrillic"), ("łaska", "serif-regular-latin-ext")],
)
def test_another_script_fetches_its_own_file(fetched, text, wanted):
    assert wanted in fetched(text)


def test_medieval_letters_fetch_theirs(fetched):
    assert "medieval-regular" in fetched("ꝑſona d\u1dd9ns")


SHIFTS = """window.shifts = 0;
new PerformanceObserver(list => { for (const one of list.getEntries()) window.shifts += one.value; })
  .observe({ type: "layout-shift", buffered: true });"""


@pytest.mark.parametrize("width", [360, 1280])
def test_nothing_moves_when_the_fonts_come(browser, tmp_path, width):
    """Until then a font of the system stands in, as wide as ours: Times or Arial, or what is made like them."""
    tool("liberation")
    folder = site(tmp_path, "An honest letter of a good many words, to fill more than a line. " * 12)
    tab = browser.new_page(viewport={"width": width, "height": 800})
    held = []
    tab.route("**/*.woff2", lambda route: held.append(route))  # noqa: PLW0108 - it wants a function of Python's own
    tab.add_init_script(SHIFTS)
    tab.goto((folder / "documents/letter-1.html").as_uri(), wait_until="domcontentloaded")
    tab.wait_for_timeout(300)
    before = tab.evaluate("document.documentElement.scrollHeight")
    for route in held:
        route.continue_()
    tab.evaluate("document.fonts.ready")
    tab.wait_for_timeout(300)
    came = tab.evaluate("[...document.fonts].some(f => f.family == 'Libertinus Serif' && f.status == 'loaded')")
    after, shifts = tab.evaluate("[document.documentElement.scrollHeight, window.shifts]")
    tab.close()
    assert held
    assert came
    assert (after, shifts < 0.02) == (before, True)
