"""Expressions over children: what may come first, what may follow, what is allowed here and not there."""

from __future__ import annotations

import re
from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from teiedit.validate.regex import (
    EMPTY,
    NOTHING,
    Choice,
    Expr,
    Sequence,
    Star,
    Symbol,
    choice,
    derive,
    names,
    outside,
    run,
    sequence,
    star,
    symbol,
)

LETTERS = st.sampled_from("abc").map(symbol)
EXPRESSIONS = st.recursive(
    LETTERS | st.just(EMPTY),
    lambda inner: (
        st.builds(sequence, inner, inner) | st.lists(inner, min_size=1, max_size=3).map(choice) | inner.map(star)
    ),
    max_leaves=8,
)


def as_re(expr: Expr) -> str:
    """The same expression as Python knows it."""
    match expr:
        case Symbol(name=name):
            return name
        case Sequence(head=head, tail=tail):
            return as_re(head) + as_re(tail)
        case Choice(members=members):
            return f"(?:{'|'.join(as_re(member) for member in members)})"
        case Star(body=body):
            return f"(?:{as_re(body)})*"
    return "" if expr is EMPTY else "(?!)"


@given(EXPRESSIONS, st.text("abc", max_size=6))
def test_derivatives_accept_what_a_regular_expression_accepts(expr: Expr, word: str) -> None:
    assert run(expr, word).nullable == bool(re.fullmatch(as_re(expr), word))


@given(EXPRESSIONS)
def test_first_is_what_can_be_derived(expr: Expr) -> None:
    assert expr.first == {name for name in "abc" if derive(expr, name) is not NOTHING}
    assert expr.first <= names(expr)


@given(EXPRESSIONS, EXPRESSIONS)
def test_what_lies_outside_is_a_true_counterexample(inner: Expr, outer: Expr) -> None:
    word = outside(inner, outer)
    short = ("".join(letters) for n in range(4) for letters in product("abc", repeat=n))
    if word is None:
        assert not any(run(inner, w).nullable and not run(outer, w).nullable for w in short)
    else:
        assert run(inner, word) is not NOTHING
        assert not run(outer, word).nullable or run(outer, word) is NOTHING


def test_equal_expressions_are_one_object() -> None:
    a, b = symbol("a"), symbol("b")
    assert choice((a, b)) is choice((b, a, NOTHING, a))
    assert sequence(sequence(a, b), a) is sequence(a, sequence(b, a))
    assert star(choice((a, EMPTY))) is star(star(a)) is star(a)
    assert star(EMPTY) is EMPTY
    assert choice(()) is NOTHING
    assert sequence(a, NOTHING) is NOTHING
