"""Each folder is a broken document and what is said about it: every word of it is meant."""

from pathlib import Path

import pytest

from teiedit.model.codes import CODES
from teiedit.model.diagnostic import Diagnostic
from teiedit.validate import check_file

CASES = sorted(path.parent for path in Path(__file__).parent.glob("*/in.xml"))


def shown(found: tuple[Diagnostic, ...]) -> str:
    return "".join(f"{d.place}: {d.severity.word}[{d.code}]: {d.message}\n    hint: {d.hint}\n" for d in found)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_broken_document_is_explained(case: Path) -> None:
    found = check_file((case / "in.xml").read_bytes(), "in.xml")
    assert shown(found) == (case / "expected.txt").read_text("utf-8")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_messages_are_in_the_house_style(case: Path) -> None:
    for found in check_file((case / "in.xml").read_bytes(), "in.xml"):
        assert found.message[:1] != found.message[:1].upper() or not found.message[:1].isalpha()
        assert not found.message.endswith(".")
        assert found.hint
        assert not found.hint.endswith(".")
        assert "\n" not in found.message + found.hint


def test_one_mistake_is_one_message() -> None:
    """The folders have one mistake each, but for the two that say otherwise."""
    for case in CASES:
        number = {"clean": 0, "two-faults": 3}.get(case.name, 1)
        assert len(check_file((case / "in.xml").read_bytes(), "in.xml")) == number, case.name


def test_every_code_has_a_folder() -> None:
    seen = {d.code for case in CASES for d in check_file((case / "in.xml").read_bytes(), "in.xml")}
    ours = {code for code in CODES if code[0] in "RS"}
    assert ours - seen == {"R013"}, "R013 is for what the program cannot explain: there must be no such document"
