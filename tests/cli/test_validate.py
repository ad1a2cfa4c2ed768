"""`teiedit validate` as a user meets it: many files, many forms of output, schemas of the user's own."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from editions import teiedit
from support import ROOT, module, shared

CASES = ROOT / "tests/diagnostics"
CLEAN = CASES / "clean/in.xml"
BROKEN = CASES / "two-faults/in.xml"
HOUSE = """<schema xmlns="http://purl.oclc.org/dsdl/schematron" queryBinding="xslt2">
<ns prefix="tei" uri="http://www.tei-c.org/ns/1.0"/>
<pattern>
  <rule abstract="true" id="headed">
    <assert id="H1" role="warning" test="tei:head">a <name/> of this series has a heading.</assert>
  </rule>
  <rule context="tei:div[@type = 'letter']"><extends rule="headed"/></rule>
  <rule context="tei:signed"><report test="true()" diagnostics="d">signed by <value-of select="."/></report></rule>
</pattern>
<diagnostics><diagnostic id="d">take it away</diagnostic></diagnostics>
</schema>"""


def codes(run) -> list[str]:
    return [d["code"] for d in json.loads(run.stdout)["diagnostics"]]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Twelve files, every third of them broken, in two folders."""
    for number in range(12):
        path = tmp_path / "tei" / ("a" if number % 2 else "b") / f"{number:02}.xml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes((CLEAN if number % 3 else BROKEN).read_bytes())
    return tmp_path


def test_files_folders_and_patterns_may_be_mixed(folder: Path) -> None:
    run = teiedit("validate", "tei/a/01.xml", "tei/b", "tei/**/0?.xml", "--output", "json", cwd=folder)
    data = json.loads(run.stdout)
    assert data["summary"] == {"files": 6 + 5, "errors": 4 * 3, "warnings": 0}
    files = list(dict.fromkeys(d["file"] for d in data["diagnostics"]))
    assert files == ["tei/b/00.xml", "tei/b/06.xml", "tei/a/03.xml", "tei/a/09.xml"]
    assert run.returncode == 1


def test_the_order_does_not_depend_on_the_number_of_processes(folder: Path) -> None:
    runs = [teiedit("validate", "tei", "-j", jobs, cwd=folder) for jobs in ("1", "2", "5")]
    assert len({run.stderr for run in runs}) == 1
    assert len({run.stdout for run in runs}) == 1
    assert runs[0].stderr.count(b"error[") == 12


@pytest.mark.parametrize(
    ("argument", "words"),
    [("no.xml", 'no file or folder is called "no.xml"'), ("*.odt", 'no file fits "*.odt"'), ("empty", "no .xml files")],
)
def test_what_is_not_there_is_said_plainly(tmp_path: Path, argument: str, words: str) -> None:
    (tmp_path / "empty").mkdir()
    run = teiedit("validate", argument, cwd=tmp_path)
    assert run.returncode == 2
    assert words in run.stderr.decode()


def test_a_file_called_like_a_pattern_is_that_file(tmp_path: Path) -> None:
    (tmp_path / "a[1].xml").write_bytes(CLEAN.read_bytes())
    assert teiedit("validate", "a[1].xml", cwd=tmp_path).stdout.decode() == "1 file, 0 errors, 0 checks\n"


def test_standard_input_is_one_of_the_files() -> None:
    run = teiedit("validate", CLEAN, "-", "--output", "json", stdin=BROKEN.read_bytes())
    assert {d["file"] for d in json.loads(run.stdout)["diagnostics"]} == {"<stdin>"}
    assert json.loads(run.stdout)["summary"]["files"] == 2


def test_sarif_has_what_the_standard_requires(folder: Path) -> None:
    """Required properties and enumerations of SARIF 2.1.0, sections 3.13 to 3.30."""
    run = teiedit("validate", "tei", "--output", "sarif", cwd=folder)
    log = json.loads(run.stdout)
    assert log["version"] == "2.1.0"
    (one,) = log["runs"]
    rules = one["tool"]["driver"]["rules"]
    assert one["tool"]["driver"]["name"] == "teiedit"
    assert one["columnKind"] in ("utf16CodeUnits", "unicodeCodePoints")
    assert len(one["results"]) == 12
    assert len({rule["id"] for rule in rules}) == len(rules) == 3
    for result in one["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["level"] in ("none", "note", "warning", "error")
        assert result["message"]["text"]
        (location,) = result["locations"]
        place = location["physicalLocation"]
        assert re.fullmatch(r"tei/[ab]/\d\d\.xml", place["artifactLocation"]["uri"])
        region = place["region"]
        assert 1 <= region["startLine"] <= region["endLine"]
        assert 1 <= region["startColumn"] < region["endColumn"]
        assert region["snippet"]["text"]


def test_sarif_of_nothing_is_a_log_without_results(tmp_path: Path) -> None:
    path = tmp_path / "ein Brief ü.xml"
    path.write_bytes(CLEAN.read_bytes())
    run = teiedit("validate", path, "--output", "sarif")
    assert run.returncode == 0
    assert json.loads(run.stdout)["runs"][0]["results"] == []
    path.write_bytes(BROKEN.read_bytes())
    run = teiedit("validate", path, "--output", "sarif")
    uris = {
        result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        for result in json.loads(run.stdout)["runs"][0]["results"]
    }
    assert uris == {path.as_uri()}
    assert " " not in path.as_uri()


def test_github_is_given_one_command_for_each_finding(tmp_path: Path) -> None:
    name = "a,b:c.xml"
    (tmp_path / name).write_bytes(BROKEN.read_bytes().replace(b"Havana", b"100%"))
    run = teiedit("validate", name, "--output", "github", cwd=tmp_path)
    lines = run.stdout.decode().splitlines()
    assert len(lines) == 3
    for line in lines:
        assert re.fullmatch(r"::error file=a%2Cb%3Ac\.xml,line=\d+,col=\d+,.*title=[^,:]+::.+", line)
    assert "100%25" in lines[1]
    assert "%0Ahint: " in lines[0]
    assert run.returncode == 1


def test_a_check_is_a_warning_and_a_note_a_notice() -> None:
    run = teiedit("validate", CASES / "clause-missing/in.xml", CASES / "terms-missing/in.xml", "--output", "github")
    assert [line.split(" ")[0] for line in run.stdout.decode().splitlines()] == ["::warning", "::notice"]
    assert run.returncode == 0


@pytest.mark.parametrize("name", ["teiedit.rng", "teiedit.rnc", "teiedit.xsd"])
def test_a_grammar_of_ones_own_is_asked_in_place_of_ours(name: str) -> None:
    if name.endswith(".rnc"):
        module("rnc2rng", "pip install rnc2rng")
    run = teiedit("validate", BROKEN, CLEAN, "--schema", ROOT / "schema" / name, "--output", "json")
    assert codes(run) == (["W002", "W002"] if name.endswith(".xsd") else ["R010", "R005"])
    assert [d["line"] for d in json.loads(run.stdout)["diagnostics"]] == [47, 49]
    assert all(d["column"] for d in json.loads(run.stdout)["diagnostics"])
    assert run.returncode == 1


def test_a_schematron_of_ones_own_reports_at_its_places_with_its_roles(tmp_path: Path) -> None:
    (tmp_path / "house.sch").write_text(HOUSE, "utf-8")
    run = teiedit("validate", CLEAN, "--schema", tmp_path / "house.sch", "--output", "json")
    found = json.loads(run.stdout)["diagnostics"]
    assert [(d["code"], d["severity"], d["line"]) for d in found] == [("W003", "warning", 44), ("W003", "error", 57)]
    assert found[0]["message"] == "a div of this series has a heading"
    assert found[0]["hint"] == 'rule "H1" of house.sch'
    assert (found[1]["message"], found[1]["hint"]) == ("signed by John F. Kennedy", "take it away")


def test_several_schemas_are_asked_in_turn(tmp_path: Path) -> None:
    (tmp_path / "house.sch").write_text(HOUSE, "utf-8")
    schemas = ("--schema", ROOT / "schema/teiedit.rng", "--schema", tmp_path / "house.sch")
    assert codes(teiedit("validate", BROKEN, *schemas, "--output", "json")) == ["R010", "R005", "W003", "W003"]


def test_the_official_rules_of_tei_run_as_a_house_schema(tmp_path: Path) -> None:
    path = tmp_path / "a.xml"
    path.write_text(
        CLEAN.read_text("utf-8").replace('when="1962-10-26"', 'when="1962-10-26" from="1962-10-26"'), "utf-8"
    )
    run = teiedit("validate", path, CLEAN, "--schema", shared("official/tei/tei_all.sch"), "--output", "json")
    (found,) = json.loads(run.stdout)["diagnostics"]
    assert (found["code"], found["line"]) == ("W003", 49)
    assert "@when" in found["message"]


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("a.rng", "<grammar xmlns='http://relaxng.org/ns/structure/1.0'><start/></grammar>", "cannot be used"),
        ("b.rng", "<grammar", "not well-formed"),
        ("c.xsd", "<schema xmlns='http://www.w3.org/2001/XMLSchema'><wibble/></schema>", "cannot be used"),
        (
            "d.sch",
            "<schema xmlns='http://purl.oclc.org/dsdl/schematron'><include href='x'/></schema>",
            "cannot be used",
        ),
        ("e.rnc", "start = element x {", "compact syntax"),
        ("f.xml", "<TEI/>", "begins no schema"),
    ],
)
def test_a_schema_that_cannot_be_used_is_said_once_and_nothing_is_judged(
    tmp_path: Path, name: str, text: str, words: str
) -> None:
    if name.endswith(".rnc"):
        module("rnc2rng", "pip install rnc2rng")
    (tmp_path / name).write_text(text, "utf-8")
    run = teiedit("validate", CLEAN, BROKEN, "--schema", tmp_path / name)
    assert run.returncode == 2
    assert run.stderr.decode().count("W004") == 1
    assert words in run.stderr.decode()
    assert "Traceback" not in run.stderr.decode()


def test_a_schema_that_depends_on_context_is_reported_in_the_words_of_its_validator(tmp_path: Path) -> None:
    house = tmp_path / "house.rng"
    one = "<element name='x'><element name='a'><element name='y'><empty/></element></element></element>"
    other = "<element name='x'><element name='b'><element name='y'><text/></element></element></element>"
    house.write_text(f"<choice xmlns='http://relaxng.org/ns/structure/1.0'>{one}{other}</choice>", "utf-8")
    (tmp_path / "a.xml").write_text("<x>\n<a><y>no</y></a></x>", "utf-8")
    run = teiedit("validate", tmp_path / "a.xml", "--schema", house, "--output", "json")
    found = json.loads(run.stdout)["diagnostics"]
    assert found
    assert {d["code"] for d in found} == {"W002"}
    assert all("house.rng" in d["message"] for d in found)
