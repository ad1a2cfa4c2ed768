"""How stylesheets are written: declared, typed, and without clock, chance or reading of files."""

from __future__ import annotations

import re

import pytest
from lxml import etree

from support import ROOT

XSL = "http://www.w3.org/1999/XSL/Transform"
X = f"{{{XSL}}}"
TEI = "http://www.tei-c.org/ns/1.0"
READS = re.compile(r"\b(?:doc|document|unparsed-text|unparsed-text-lines|collection|uri-collection|json-doc)\s*\(")
CHANCE = re.compile(r"\b(?:current-(?:dateTime|date|time)|generate-id|random-number-generator)\s*\(")

# Browsers run XSLT 1.0, which has no types.
SHEETS = sorted(path for path in (ROOT / "xslt").rglob("*.xsl") if path.parent.name != "oai")


def sheet(path):
    return etree.parse(path).getroot()


def expressions(root):
    """Every attribute of the stylesheet that may hold an expression, with its element."""
    return [(node, value) for node in root.iter("*") for value in node.attrib.values()]


@pytest.fixture(params=SHEETS, ids=[str(path.relative_to(ROOT)) for path in SHEETS])
def root(request):
    return sheet(request.param)


def test_there_are_stylesheets():
    assert len(SHEETS) > 20


def test_the_root_declares_what_every_module_declares(root):
    assert root.tag in (f"{X}stylesheet", f"{X}package")
    assert root.get("version") == "3.0"
    assert root.get("expand-text") == "yes"
    assert root.get("xpath-default-namespace") == TEI
    assert root.get("default-mode", "").startswith("m:")
    assert root.get("exclude-result-prefixes") == "#all"
    if root.tag == f"{X}package":
        assert root.get("declared-modes") == "yes"


def test_every_function_parameter_and_template_has_a_type(root):
    untyped = [
        (node.tag.removeprefix(X), node.get("name") or node.get("match"), node.sourceline)
        for node in root.iter(f"{X}function", f"{X}param", f"{X}template")
        if node.get("as") is None
    ]
    assert untyped == []


def test_every_mode_stops_where_two_templates_match(root):
    for mode in root.iter(f"{X}mode"):
        assert mode.get("on-multiple-match") == "fail"
        assert mode.get("name", "").startswith(("m:", "mp:"))


def test_there_is_neither_clock_nor_chance(root):
    assert [(node.sourceline, value) for node, value in expressions(root) if CHANCE.search(value)] == []
    assert not CHANCE.search("".join(text for node in root.iter("*") for text in (node.text or "", node.tail or "")))


def test_a_file_is_read_only_when_the_stylesheet_is_compiled(root):
    read = [
        (node.sourceline, value)
        for node, value in expressions(root)
        if READS.search(value) and not (node.tag == f"{X}variable" and node.get("static") == "yes")
    ]
    assert read == []


def test_reading_texts_are_never_indented(root):
    for output in root.iter(f"{X}output"):
        assert output.get("indent") == "no" or output.get("method") == "text"


def test_common_imports_nothing():
    for path in (ROOT / "xslt/common").glob("*.xsl"):
        for node in sheet(path).iter(f"{X}import", f"{X}include"):
            assert "/" not in node.get("href")
