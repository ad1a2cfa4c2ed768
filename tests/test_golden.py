"""What the program makes of small transcripts, whole: `pytest --update-golden` writes, git shows what changed."""

from __future__ import annotations

import difflib

import click
import pytest
from lxml import etree

from letters import ENGLISH
from support import ROOT
from teiedit.cli._report import text
from teiedit.make import make_tei
from teiedit.read.source import decode
from teiedit.tools.tei import parse

CASES = sorted(path for path in (ROOT / "tests/golden").iterdir() if path.is_dir())


def made(case):
    source, found = decode((case / "in.txt").read_bytes(), "in.txt", "in.txt")
    result = make_tei(source, "in", ENGLISH)
    findings = "".join(click.unstyle(text(d)) + "\n" for d in (*found, *result.diagnostics))
    return {"out.xml": (result.tei or b"").decode(), "out.txt": findings}


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.name)
def test_the_result_is_what_was_expected(case, request):
    for name, content in made(case).items():
        path = case / name
        if request.config.getoption("--update-golden"):
            path.write_text(content, "utf-8")
        expected = path.read_text("utf-8") if path.exists() else ""
        diff = "".join(difflib.unified_diff(expected.splitlines(True), content.splitlines(True), "expected", "made"))
        assert not diff, diff


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.name)
@pytest.mark.xdist_group("tei_all")
def test_the_result_is_valid_in_tei_itself(case, tei_all):
    assert tei_all.validate(etree.ElementTree(parse(made(case)["out.xml"].encode()))), tei_all.error_log
