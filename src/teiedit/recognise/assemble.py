"""Zones and marks become a document: the only place where marks meet, and where conflicts are settled."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from itertools import islice
from typing import TYPE_CHECKING

from teiedit.model.document import Element, Node, Text
from teiedit.model.evidence import CERTS, Mark
from teiedit.model.position import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

# Enumerations come as whole sets of marks and are settled first; a quotation that crosses one stays text.
_STRUCTURE = ("list", "label", "item")
# Marks are compared with those of the same stretch of text only, so that a long letter costs no more than its length.
_STRETCH = 512
# What may hold an event between its words.
_WITH_EVENTS = ("hi", "emph", *_STRUCTURE)
# What holds words that are not the document's, or none at all: nothing is marked within.
_LEAVES = ("fw", "gap", "idno", "lb", "metamark", "milestone", "pb", "pc")


def settle(marks: Iterable[Mark]) -> tuple[Mark, ...]:
    """Return marks that nest properly, in document order, an outer one before the inner.

    Of two that cross, or that say the same of overlapping words, one stays: structure before all, then what the
    transcript says itself, then what an editor has decided, then what was inferred; the longer, the surer, the earlier.
    """
    kept: list[Mark] = []
    near: dict[int, list[Mark]] = defaultdict(list)
    for mark in sorted(marks, key=_rank):
        stretches = range(mark.span.start // _STRETCH, mark.span.end // _STRETCH + 1)
        if all(_compatible(mark, other) for stretch in stretches for other in near[stretch]):
            kept.append(mark)
            for stretch in stretches:
                near[stretch].append(mark)
    return tuple(
        sorted(kept, key=lambda mark: (mark.span.start, -mark.span.end, _inner(mark) != mark.span, _rank(mark)))
    )


def _rank(mark: Mark) -> tuple[bool, bool, bool, int, int, int]:
    cert = CERTS.index(mark.evidence.cert) if mark.evidence else 0
    decided = mark.evidence is not None and bool(mark.evidence.resp)
    inferred = mark.evidence is not None and mark.kind not in _STRUCTURE
    # a form feed is no text, whatever stands around it
    first = mark.kind in _STRUCTURE or (mark.kind == "pb" and mark.signs == (1, 0))
    return (not first, inferred, not decided, -mark.span.length, cert, mark.span.start)


def _compatible(mark: Mark, other: Mark) -> bool:
    if not mark.span.overlaps(other.span):
        return True
    if mark.kind == other.kind and mark.kind not in _STRUCTURE:
        return False
    if _misplaced(mark, other) or _misplaced(other, mark):
        return False
    return _inner(mark).contains(other.span) or _inner(other).contains(mark.span)


def _misplaced(mark: Mark, around: Mark) -> bool:
    """Say whether an event, such as "(Applause.)", would stand in what holds words alone: a deletion, a name."""
    return mark.kind == "stage" and around.span.contains(mark.span) and around.kind not in _WITH_EVENTS


def _inner(mark: Mark) -> Span:
    """Return where other marks may stand within `mark`: not on its signs, and nowhere in a leaf."""
    if mark.kind in _LEAVES:
        return Span(mark.span.start, mark.span.start)
    before, after = mark.signs
    return Span(mark.span.start + before, mark.span.end - after)


def fill(span: Span, marks: Sequence[Mark]) -> tuple[Node, ...]:
    """Return the text of `span` with `marks` (settled, see above) as elements within it.

    Marks that do not lie wholly within `span` are left out.
    """
    inside = []
    for mark in islice(marks, bisect_left(marks, span.start, key=lambda m: m.span.start), None):
        if mark.span.start >= span.end:
            break
        if mark.span.end <= span.end and mark.span.length:
            inside.append(mark)
    nodes, end = _nest(span, inside, 0)
    assert end == len(inside)  # noqa: S101 - settled marks nest
    return nodes


def _nest(span: Span, marks: Sequence[Mark], index: int) -> tuple[tuple[Node, ...], int]:
    nodes: list[Node] = []
    position = span.start
    while index < len(marks) and span.contains(marks[index].span):
        mark = marks[index]
        if mark.span.start > position:
            nodes.append(Text(Span(position, mark.span.start)))
        content, index = _nest(_words(mark), marks, index + 1)
        nodes += _elements(mark, content)
        position = mark.span.end
    if position < span.end:
        nodes.append(Text(Span(position, span.end)))
    return tuple(nodes), index


def _words(mark: Mark) -> Span:
    """Return the words of `mark` without its signs."""
    before, after = mark.signs
    return Span(mark.span.start + before, mark.span.end - after)


def _elements(mark: Mark, content: tuple[Node, ...]) -> tuple[Node, ...]:
    """Return the element that `mark` becomes; a page break and its typed sign are two."""
    if mark.kind in ("pb", "milestone") and mark.signs == (0, 0):
        start = Span(mark.span.start, mark.span.start)
        return Element(mark.kind, (), start, mark.attributes, mark.evidence, mark.id), _sign(mark.span)
    if mark.kind == "fw":
        return _numbered(mark)
    if mark.kind == "gap":
        content = (Element("desc", content, mark.span),)
    elif mark.kept:
        opening, closing = Span(mark.span.start, _words(mark).start), Span(_words(mark).end, mark.span.end)
        content = (_sign(opening), *content, *([_sign(closing)] if closing.length else []))
    return (Element(mark.kind, content, mark.span, mark.attributes, mark.evidence, mark.id),)


def elements_of(mark: Mark) -> tuple[Node, ...]:
    """Return the elements that a mark becomes which stands alone between others."""
    return _elements(mark, (Text(_words(mark)),) if _words(mark).length else ())


def _numbered(mark: Mark) -> tuple[Node, ...]:
    """Return a typed page number, with the boundary that it stands at; without signs there is another, or none."""
    known = dict(mark.attributes)
    number = Element("fw", (Text(mark.span),), mark.span, mark.attributes, mark.evidence)
    if mark.signs == (0, 0):
        return (number,)
    if known["place"] == "top":
        return Element("pb", (), Span(mark.span.start, mark.span.start), (("n", known["n"]),)), number
    below = Span(mark.span.end, mark.span.end)
    return number, Element("pb", (), below, (("n", f"[{int(known['n']) + 1}]"),))


def _sign(span: Span) -> Element:
    return Element("metamark", (Text(span),), span, (("function", "transcriber"),))
