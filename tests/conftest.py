"""Fixtures for all tests."""

from __future__ import annotations

import pytest
from lxml import etree

from support import shared


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write what the program makes over what was expected")


@pytest.fixture(scope="session")
def tei_all() -> etree.RelaxNG:
    """The official schema of all of TEI P5; ten seconds to compile, so once a process."""
    return etree.RelaxNG(etree.parse(shared("official/tei/tei_all.rng")))
