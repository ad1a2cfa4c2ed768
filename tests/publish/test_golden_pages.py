"""Chosen pages as they look: drawn, and compared with tests/golden-pages/. `pytest --update-golden` draws them anew."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace

import pytest

from pages import imported, letter, sent, written
from support import ROOT, module
from teiedit.model.edition import Edition, Licence
from teiedit.publish import epub, html, pdf

TEI = (ROOT / "tests/golden-pages/letter.xml").read_text("utf-8")
EDITION = Edition(
    id="harbour",
    title="Harbour letters",
    subtitle="The repair of the mole",
    description="Letters between a harbour and those who paid for it.",
    publisher="Sample edition",
    place="Northport",
    date="2026",
    editors=("Sample Editor",),
    licence=Licence("CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/"),
)
ANSWER = letter(
    "<opener><salute>Madam,</salute></opener><p>The crane is sent by the steamer.</p>",
    "letter-2",
    "The Board to the harbour master",
    profile=sent('<date when="1871-03-16"/>', "Board of Works", "Ada Lind"),
)
SMALL = 75


@pytest.fixture
def check(request):
    module("PIL", "pip install pillow")
    from pictures import check  # noqa: PLC0415 - it needs Pillow

    update = request.config.getoption("--update-golden")
    return lambda name, png, width: check(name, png, width, update)


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    folder = tmp_path_factory.mktemp("pages")
    documents = [TEI, ANSWER]
    written(folder, html.volume(documents, EDITION).files)
    for tei in documents:
        written(folder, html.document(tei, EDITION).files)
    (book,) = epub.volume(documents, EDITION).files.values()
    zipfile.ZipFile(io.BytesIO(book)).extractall(folder / "book")
    return folder


def drawn(content, page):
    """A page of a PDF as a PNG; -1 is the last."""
    with imported("pypdfium2", "pip install pypdfium2").PdfDocument(content) as opened:
        png = io.BytesIO()
        opened[page % len(opened)].render(scale=SMALL / 72, grayscale=True).to_pil().save(png, "PNG")
        return png.getvalue()


@pytest.fixture(scope="module")
def papers():
    (alone,) = pdf.document(TEI, EDITION).files.values()
    (book,) = pdf.volume([TEI, ANSWER], replace(EDITION, description="")).files.values()
    return {"letter": alone, "book": book}


@pytest.mark.parametrize(
    ("name", "file", "page"),
    [
        ("pdf-first-page", "letter", 0),  # letterhead, fields, notes, a page break in the margin, nested clauses
        ("pdf-second-page", "letter", 1),  # a table, a quotation, the closer
        ("book-title", "book", 0),
        ("book-contents", "book", 2),
        ("book-indexes", "book", -2),
    ],
)
def test_a_page_on_paper_looks_as_it_did(papers, check, name, file, page):
    check(name, drawn(papers[file], page), 620)


def shown(browser, path, scheme="light", width=1280, height=900):
    """The first window of a page, when its fonts are there."""
    tab = browser.new_page(
        viewport={"width": width, "height": height}, color_scheme=scheme, device_scale_factor=1, reduced_motion="reduce"
    )
    tab.goto(path.as_uri())
    tab.evaluate("document.fonts.ready.then(() => {})")
    png = tab.screenshot()
    tab.close()
    return png


@pytest.mark.parametrize(
    ("name", "page", "scheme", "width"),
    [
        ("html-wide", "documents/letter-1.html", "light", 1500),
        ("html-dark", "documents/letter-1.html", "dark", 1100),
        ("html-phone", "documents/letter-1.html", "light", 390),
        ("html-home", "index.html", "light", 1280),
    ],
)
def test_a_page_on_a_screen_looks_as_it_did(browser, site, check, name, page, scheme, width):
    check(name, shown(browser, site / page, scheme, width), min(width, 750))


def test_a_page_of_the_e_book_looks_as_it_did(browser, site, check):
    (page,) = (site / "book/EPUB").rglob("letter-1.xhtml")
    check("epub-page", shown(browser, page, width=600, height=900), 600)


def test_the_comparison_sees_a_lost_word_and_a_moved_block_but_no_soft_edge(papers):
    module("PIL", "pip install pillow")
    from PIL import ImageChops, ImageDraw, ImageFilter  # noqa: PLC0415 - see above

    from pictures import FEW, differing, normal, share  # noqa: PLC0415 - see above

    page = normal(drawn(papers["letter"], 0), 620)
    assert share(differing(page.filter(ImageFilter.GaussianBlur(0.6)), page)) <= FEW / 2
    without = page.copy()
    ImageDraw.Draw(without).rectangle((200, 300, 300, 310), fill=255)
    assert share(differing(without, page)) > FEW
    assert share(differing(ImageChops.offset(page, 0, 4), page)) > 5 * FEW
