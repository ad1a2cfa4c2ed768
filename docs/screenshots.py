"""Takes the pictures of docs/images/ anew, from the second sample edition, in a real browser.

Run: python docs/screenshots.py (needs Chromium, and `pip install '.[test]'`). Look at each before it is kept.
"""

from __future__ import annotations

import tempfile
import threading
from pathlib import Path

import uvicorn
from playwright.sync_api import Browser, Page, sync_playwright

from teiedit.build import build
from teiedit.review.desk import Desk
from teiedit.review.web import WebDesk
from teiedit.serve.review import BASE, Review, alone
from teiedit.serve.run import address, listen

ROOT = Path(__file__).parent.parent
LETTER = "documents/doc-1914-11-12-marlowe-to-caske.html"
SHORT = "documents/doc-1912-02-18-marlowe-to-mauvoisin.html"
MARKED = "documents/doc-1913-09-07-clara-dorrenbach-to-marlowe.html"
# name: page, width, height, colours
VIEWS = {
    "home": ("index.html", 1280, 900, "light"),
    "documents": ("documents.html?year=1914", 1280, 800, "light"),
    "document": (SHORT, 1440, 1000, "light"),
    "document-dark": (LETTER, 1440, 900, "dark"),
    "document-phone": (LETTER, 390, 844, "light"),
    "marks": (MARKED, 1280, 800, "light"),
    "evidence": (SHORT, 1280, 900, "light"),
    "source": (SHORT.replace(".html", ".tei.html"), 1280, 800, "light"),
    "agreement": ("documents/doc-1923-09-14-agreement.html", 1280, 900, "light"),
    "chronology": ("chronology.html", 1280, 800, "light"),
    "correspondence": ("correspondence.html", 1280, 800, "light"),
    "persons": ("persons.html", 1280, 900, "light"),
    "search": ("search.html?q=seeds+cold", 1280, 900, "light"),
}


def main() -> None:
    """Build the edition and take the pictures."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as p:
        build(ROOT / "sources/specimens", Path(folder), formats=("tei", "html", "pdf", "epub", "text"))
        browser = p.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        for name, (page, width, height, scheme) in VIEWS.items():
            colours = "dark" if scheme == "dark" else "light"
            tab = browser.new_page(viewport={"width": width, "height": height}, color_scheme=colours)
            path, _, query = page.partition("?")
            tab.goto((Path(folder) / path).as_uri() + (f"?{query}" if query else ""))
            _prepare(tab, name)
            tab.wait_for_timeout(500)
            tab.screenshot(path=ROOT / f"docs/images/{name}.png")
            tab.close()
        _desk(browser)
        browser.close()


# A letter that the rules read wrongly: nobody signs so, and "i." and "ii." are no list of their own here.
LETTER_TO_REVIEW = """\
Bremen, 3 March 1894

My dear Carl,

I have your letter of the 1st, and thank you for it.

I ask you
1. to send the books
a. the large ones
b. the small ones
i. those with maps
ii. those without
2. to write.

Ever yours
the Old Bear
"""


def _desk(browser: Browser) -> None:
    """Take the pictures of the editor's desk, on the way on which a letter is put right."""
    with tempfile.TemporaryDirectory() as folder, listen("127.0.0.1", 0) as listening:
        letters = Path(folder)
        (letters / "edition.toml").write_text('title = "Letters to Carl"\nlanguages = ["en"]\n', "utf-8")
        (letters / "bear.txt").write_text(LETTER_TO_REVIEW, "utf-8")
        desk = WebDesk(Desk(letters))
        server = threading.Thread(
            target=lambda: uvicorn.Server(uvicorn.Config(alone(Review(lambda: desk)), log_level="error")).run(
                [listening]
            ),
            daemon=True,
        )
        server.start()
        tab = browser.new_page(viewport={"width": 1280, "height": 860})
        tab.goto(f"{address(listening)}{BASE}")
        tab.wait_for_selector(".row")
        tab.wait_for_timeout(2000)
        tab.screenshot(path=ROOT / "docs/images/review.png")
        tab.click("button[aria-label='Change the sender']")
        tab.fill("#f-people", "Anna Weber")
        tab.fill("#f-why", "by the hand")
        _shot(tab, "review-sender")
        for name, line, what in (("signature", 16, "is:signature"), ("clause", 11, "level:")):
            tab.evaluate(_SELECT, line)
            tab.keyboard.press("w")
            tab.select_option("#f-what", what)
            if what == "level:":
                tab.fill("#f-level", "2")
            _shot(tab, f"review-{name}")
        tab.close()


_SELECT = """(line) => {
  const texts = [...document.querySelectorAll(`.row[data-line="${line}"] [data-from]`)].map((part) => part.firstChild);
  const range = document.createRange();
  range.setStart(texts[0], 0);
  range.setEnd(texts.at(-1), texts.at(-1).data.length);
  getSelection().removeAllRanges();
  getSelection().addRange(range);
}"""


def _shot(tab: Page, name: str) -> None:
    tab.wait_for_timeout(400)
    tab.screenshot(path=ROOT / f"docs/images/{name}.png")
    tab.click("#form button.primary")
    tab.wait_for_selector("#form-dialog", state="hidden")
    tab.wait_for_timeout(800)


def _prepare(tab: Page, name: str) -> None:
    """Set the page as its picture shows it."""
    if name == "marks":
        tab.get_by_label("Editor’s marks").check()
    if name == "evidence":
        tab.get_by_label("Inferences").check()


if __name__ == "__main__":
    main()
