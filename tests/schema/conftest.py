"""What the tests of the schema share: the schemas, compiled once, and the examples of the encoding rules."""

from __future__ import annotations

import re
from dataclasses import dataclass

import pytest
from lxml import etree

from fragments import in_context
from support import ROOT, shared
from teiedit.validate.grammar import Grammar, ours, read_grammar


@dataclass(frozen=True)
class Schemas:
    """The same grammar, as the validators see it."""

    rng: etree.RelaxNG
    xsd: etree.XMLSchema


@pytest.fixture(scope="session")
def schemas() -> Schemas:
    return Schemas(
        etree.RelaxNG(etree.parse(ROOT / "schema/teiedit.rng")),
        etree.XMLSchema(etree.parse(ROOT / "schema/teiedit.xsd")),
    )


@pytest.fixture(scope="session")
def grammar() -> Grammar:
    return ours()


@pytest.fixture(scope="session")
def all_of_tei() -> Grammar:
    return read_grammar(shared("official/tei/tei_all.rng"))


@pytest.fixture(scope="session")
def examples() -> dict[int, str]:
    """The examples of the encoding rules as whole documents, by line."""
    rules = shared("ENCODING.md").read_text("utf-8")
    found = re.finditer(r"^```xml (\w+)\n(.*?)^```", rules, re.S | re.M)
    return {rules.count("\n", 0, m.start()) + 1: in_context(m[1], m[2]) for m in found}
