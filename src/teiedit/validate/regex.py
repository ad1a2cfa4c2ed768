"""Regular expressions over child elements, decided by derivatives.

The content model of an element is an `Expr` over the names of its children, with TEXT for character data.
Equal expressions are one object, so that a derivative is worked out once and states can be compared by identity.
The method: J. A. Brzozowski, "Derivatives of Regular Expressions", JACM 11 (1964); for RELAX NG,
https://relaxng.org/jclark/derivative.html.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

TEXT = "#text"


@dataclass(frozen=True, eq=False)
class Expr:
    """An expression.

    Attributes:
        nullable: it accepts nothing at all, so that the element may end here.
        first: the names with which what it accepts can begin.
    """

    nullable: bool
    first: frozenset[str]


@dataclass(frozen=True, eq=False)
class Symbol(Expr):
    """One child."""

    name: str


@dataclass(frozen=True, eq=False)
class Sequence(Expr):
    """One after the other; `head` is never itself a sequence."""

    head: Expr
    tail: Expr


@dataclass(frozen=True, eq=False)
class Choice(Expr):
    """One of several; none of `members` is itself a choice."""

    members: tuple[Expr, ...]


@dataclass(frozen=True, eq=False)
class Star(Expr):
    """Any number of times."""

    body: Expr


EMPTY = Expr(True, frozenset())
NOTHING = Expr(False, frozenset())  # accepts no sequence at all, not even the empty one


@cache
def symbol(name: str) -> Expr:
    """Return the expression for one child `name`."""
    return Symbol(False, frozenset((name,)), name)


@cache
def sequence(head: Expr, tail: Expr) -> Expr:
    """Return `head` followed by `tail`."""
    if head is NOTHING or tail is NOTHING:
        return NOTHING
    if head is EMPTY:
        return tail
    if tail is EMPTY:
        return head
    if isinstance(head, Sequence):
        return sequence(head.head, sequence(head.tail, tail))
    first = head.first | tail.first if head.nullable else head.first
    return Sequence(head.nullable and tail.nullable, first, head, tail)


def choice(members: Iterable[Expr]) -> Expr:
    """Return the choice between `members`, in their order, each once."""
    flat: dict[Expr, None] = {}
    for member in members:
        flat.update(dict.fromkeys(member.members if isinstance(member, Choice) else (member,)))
    flat.pop(NOTHING, None)
    if len(flat) == 1:
        return next(iter(flat))
    return _choice(frozenset(flat), _Ordered(tuple(flat))) if flat else NOTHING


class _Ordered:
    """Carries an order past a cache that must not see it: all orders of the same members are one choice."""

    __slots__ = ("members",)

    def __init__(self, members: tuple[Expr, ...]) -> None:
        self.members = members

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Ordered)

    def __hash__(self) -> int:
        return 0


@cache
def _choice(members: frozenset[Expr], order: _Ordered) -> Expr:
    first = frozenset().union(*(member.first for member in members))
    return Choice(any(member.nullable for member in members), first, order.members)


@cache
def star(body: Expr) -> Expr:
    """Return `body` any number of times."""
    if body in (EMPTY, NOTHING) or isinstance(body, Star):
        return body if isinstance(body, Star) else EMPTY
    if isinstance(body, Choice) and EMPTY in body.members:
        return star(choice(member for member in body.members if member is not EMPTY))
    return Star(True, body.first, body)


@cache
def derive(expr: Expr, name: str) -> Expr:
    """Return what may follow once `name` has been seen at the start of `expr`; NOTHING if it may not stand there."""
    if name not in expr.first:
        return NOTHING
    if isinstance(expr, Symbol):
        return EMPTY
    if isinstance(expr, Choice):
        return choice(derive(member, name) for member in expr.members)
    if isinstance(expr, Star):
        return sequence(derive(expr.body, name), expr)
    if isinstance(expr, Sequence):
        rest = sequence(derive(expr.head, name), expr.tail)
        return choice((rest, derive(expr.tail, name))) if expr.head.nullable else rest
    return NOTHING


@cache
def names(expr: Expr) -> frozenset[str]:
    """Return every name that occurs anywhere in `expr`."""
    if isinstance(expr, Sequence):
        return names(expr.head) | names(expr.tail)
    if isinstance(expr, Choice):
        return frozenset().union(*(names(member) for member in expr.members))
    return names(expr.body) if isinstance(expr, Star) else expr.first


def run(expr: Expr, word: Iterable[str]) -> Expr:
    """Return what may follow after all of `word`; NOTHING if it was refused."""
    for name in word:
        expr = derive(expr, name)
        if expr is NOTHING:
            break
    return expr


def outside(inner: Expr, outer: Expr) -> tuple[str, ...] | None:
    """Return a shortest sequence that `inner` accepts or begins and `outer` does not; None if there is none."""
    seen = {(inner, outer)}
    todo: list[tuple[Expr, Expr, tuple[str, ...]]] = [(inner, outer, ())]
    for ours, theirs, word in todo:
        if ours.nullable and not theirs.nullable:
            return word
        for name in sorted(ours.first):
            pair = derive(ours, name), derive(theirs, name)
            if pair[1] is NOTHING:
                return (*word, name)
            if pair not in seen:
                seen.add(pair)
                todo.append((*pair, (*word, name)))
    return None
