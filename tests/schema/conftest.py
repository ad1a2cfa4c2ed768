"""What the tests of the schema share: the schemas, compiled once, and the examples of the encoding rules."""

from __future__ import annotations

import re
from dataclasses import dataclass

import pytest
from lxml import etree

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


_PARTS = {
    "titleStmt": "<title>t</title>",
    "publicationStmt": "<publisher>p</publisher>",
    "sourceDesc": "<bibl>b</bibl>",
    "encodingDesc": "<projectDesc><p>p</p></projectDesc>",
    "profileDesc": '<langUsage><language ident="en">English</language></langUsage>',
    "revisionDesc": "<change>c</change>",
}

_HEADER = """<fileDesc><titleStmt>{titleStmt}</titleStmt><publicationStmt>{publicationStmt}</publicationStmt>
<sourceDesc>{sourceDesc}</sourceDesc></fileDesc><encodingDesc>{encodingDesc}</encodingDesc>
<profileDesc>{profileDesc}</profileDesc><revisionDesc status="draft">{revisionDesc}</revisionDesc>"""


def in_context(context: str, fragment: str) -> str:
    """Return a whole document with `fragment` where its context says."""
    header = "<teiHeader>" + _HEADER.format(**_PARTS | {context: fragment}) + "</teiHeader>"
    before, text = "", '<body><div type="letter"><p>x</p></div></body>'
    match context:
        case "file":
            return fragment.replace("<?header?>", _HEADER.format(**_PARTS))
        case "facsimile":
            before = fragment
        case "standOff":
            before = f"<standOff>{fragment}</standOff>"
        case "text":
            text = fragment
        case "body":
            text = f"<body>{fragment}</body>"
        case "div":
            filler = "" if re.search(r"<(p|list|table|div)\b", fragment) else "<p>x</p>"
            text = f'<body><div type="letter">{fragment}{filler}</div></body>'
        case "p":
            text = f'<body><div type="letter"><p>{fragment}</p></div></body>'
        case _:
            assert context in _PARTS, context
    return f'<TEI xmlns="http://www.tei-c.org/ns/1.0">{header}{before}<text>{text}</text></TEI>'


@pytest.fixture(scope="session")
def examples() -> dict[int, str]:
    """The examples of the encoding rules as whole documents, by line."""
    rules = shared("ENCODING.md").read_text("utf-8")
    found = re.finditer(r"^```xml (\w+)\n(.*?)^```", rules, re.S | re.M)
    return {rules.count("\n", 0, m.start()) + 1: in_context(m[1], m[2]) for m in found}
