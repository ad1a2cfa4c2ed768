"""Fixtures for all tests."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from lxml import etree

from support import module, shared, tool

if TYPE_CHECKING:
    from playwright.sync_api import Browser

# Letters are drawn alike on every screen: not fitted to its pixels, and in one colour.
BROWSER = ("--no-sandbox", "--font-render-hinting=none", "--disable-lcd-text", "--hide-scrollbars")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write what the program makes over what was expected")


@pytest.fixture(scope="session")
def tei_all() -> etree.RelaxNG:
    """The official schema of all of TEI P5; ten seconds to compile, so once a process."""
    return etree.RelaxNG(etree.parse(shared("official/tei/tei_all.rng")))


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium, driven by playwright."""
    module("playwright", "pip install playwright")
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - most tests do without

    with sync_playwright() as driver:
        chromium = driver.chromium.launch(executable_path=tool("chromium"), args=BROWSER)
        yield chromium
        chromium.close()
