"""What an edition's own Typst template may not hold."""

from __future__ import annotations

import pytest

from teiedit.tools.template import misspelt, objections


@pytest.mark.parametrize(
    "text",
    [
        '#import "@preview/cetz:0.3.4": *',
        '#let x = { import "a.typ"; 1 }',
        '#include "a.typ"',
        '#eval("1")',
        "#let run = eval",
        '#dictionary(std).at("ev" + "al")',
        '#plugin("a.wasm")',
        "/* import */",
    ],
)
def test_whatever_could_fetch_or_run_something_is_refused_at_its_place(text: str) -> None:
    (found,) = objections(f"#let a = 1\n  {text}")
    assert found.line == 2
    assert f"  {text}"[found.column - 1 :].startswith(("import", "include", "eval", "std", "plugin"))


def test_words_that_only_hold_such_a_word_are_free() -> None:
    assert objections("#let important = 1\n#let re-import = 2\n#let evaluation = [includes]") == ()


def test_names_that_are_nearly_read_are_pointed_out() -> None:
    text = "#let ink = red\n#let titel-page(it) = []\n#let gold = yellow\n#let framd(kind, body) = body\n"
    assert [(one.line, one.column, one.hint.split('"')[1]) for one in misspelt(text)] == [
        (2, 6, "title-page"),
        (4, 6, "framed"),
    ]
