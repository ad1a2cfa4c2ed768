"""Regular expressions that are compiled at their first use."""

from __future__ import annotations

import gc
import pickle
import re
from importlib import import_module
from pkgutil import walk_packages
from typing import TYPE_CHECKING

import pytest

from teiedit import recognise
from teiedit.tools import expressions
from teiedit.tools.expressions import expression

if TYPE_CHECKING:
    from types import ModuleType


def test_an_expression_behaves_as_the_pattern() -> None:
    late, pattern = expression("(?P<word>b+)", re.IGNORECASE), re.compile("(?P<word>b+)", re.IGNORECASE)
    for _ in range(2):
        assert late.sub("x", "aBb") == pattern.sub("x", "aBb")
        assert [m.span() for m in late.finditer("abBab")] == [m.span() for m in pattern.finditer("abBab")]
    assert late.fullmatch("bb")
    assert not late.fullmatch("ab")
    assert (late.pattern, late.flags, late.groups, late.groupindex) == (
        pattern.pattern,
        pattern.flags,
        pattern.groups,
        pattern.groupindex,
    )


def test_an_expression_is_compiled_at_its_first_use_only(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[str] = []

    def counting(pattern: str, flags: int) -> re.Pattern[str]:
        made.append(pattern)
        return compiled(pattern, flags)

    compiled = re.compile
    monkeypatch.setattr(re, "compile", counting)
    late = expression("b")
    assert late.pattern == "b"
    assert made == []
    assert late.match("b")
    assert late.match("b")
    assert made == ["b"]


def test_an_expression_passes_to_another_process() -> None:
    late = expression("B", re.IGNORECASE)
    assert late.match("b")
    copy = pickle.loads(pickle.dumps(late))
    assert copy.match("b")
    assert copy.pattern == "B"


def test_a_faulty_expression_raises_when_it_is_used() -> None:
    faulty = expression("(")
    with pytest.raises(re.error):
        faulty.match("")


def test_every_expression_of_the_recognisers_is_well_formed() -> None:
    _import_all(recognise)
    found = [thing for thing in gc.get_objects() if type(thing) is expressions._Expression]
    assert len([late for late in found if late.pattern != "(" and late.flags is not None]) > 300


def _import_all(package: ModuleType) -> None:
    for module in walk_packages(package.__path__, f"{package.__name__}."):
        import_module(module.name)
