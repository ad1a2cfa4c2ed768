"""Takes the pictures of docs/images/ anew, from the second sample edition, in a real browser.

Run: python docs/screenshots.py (needs Chromium, and `pip install '.[test]'`). Look at each before it is kept.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from teiedit.build import build

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
        browser.close()


def _prepare(tab: Page, name: str) -> None:
    """Set the page as its picture shows it."""
    if name == "marks":
        tab.get_by_label("Editor’s marks").check()
    if name == "evidence":
        tab.get_by_label("Inferences").check()


if __name__ == "__main__":
    main()
