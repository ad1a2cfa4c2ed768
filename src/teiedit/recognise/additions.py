"""What editors add to a finished document: elements around words, and notes behind them.

Words of the transcript are only ever enclosed; what is not in it (`Added`) stands in elements that say so.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from teiedit.model.document import Element, Text
from teiedit.model.position import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from teiedit.model.document import Node

# Nothing is put into these: what belongs to their words stands behind them.
_CLOSED = frozenset("idno date time metamark gap pc fw note ref persName placeName orgName roleName rs choice".split())
# Nothing is enclosed within these.
_LEAVES = frozenset("idno metamark gap pc fw note choice".split())


@dataclass(frozen=True, slots=True)
class Addition:
    """One thing to be put into a document.

    Attributes:
        span: the words that it encloses; or, if it has no length, where it stands.
        make: gives the element, of what it encloses.
    """

    span: Span
    make: Callable[[tuple[Node, ...]], Element]


def put(elements: Sequence[Element], additions: Sequence[Addition]) -> tuple[tuple[Element, ...], tuple[Addition, ...]]:
    """Return the elements with what was added, and the additions that have no place in them.

    An addition has none where its words begin or end in the middle of an element.
    """
    left: list[Addition] = []
    result = list(elements)
    # from the end, so that what stands at one place keeps its order
    for addition in sorted(additions, key=lambda one: (one.span.start, one.span.length), reverse=True):
        for index, element in enumerate(result):
            if _holds(element, addition.span):
                changed = _put(element, addition)
                if changed is None:
                    left.append(addition)
                else:
                    result[index] = changed
                break
        else:
            left.append(addition)
    return tuple(result), tuple(reversed(left))


def _holds(node: Node, span: Span) -> bool:
    """Say whether a node holds all of `span`; what stands between two nodes belongs to the first."""
    if span.length:
        return node.span.contains(span)
    return node.span.start < span.start <= node.span.end


def _put(element: Element, addition: Addition) -> Element | None:
    if element.tag in (_LEAVES if addition.span.length else _CLOSED):
        return None
    for index, node in enumerate(element.content):
        if isinstance(node, Element) and _holds(node, addition.span):
            if changed := _put(node, addition):
                return _with(element, index, index + 1, (changed,))
            if addition.span.length:
                # of the element as a whole its words may still be those that are meant
                break
            start = _after_signs(element.content, index + 1)
            return _with(element, start, start, (addition.make(()),))
    return _between(element, addition)


def _between(element: Element, addition: Addition) -> Element | None:
    """Put something among the text and the elements that `element` itself holds."""
    span = addition.span
    nodes = [part for node in element.content for part in _cut(node, span)]
    inside = [index for index, node in enumerate(nodes) if _within(node, span)]
    if span.length:
        enclosed = [nodes[index] for index in inside]
        covered = sum(node.span.length for node in enclosed)
        if any(_is_sign(node) for node in enclosed):
            # it says something of the whole element, and stands at its ends
            return None
        if not inside or covered != span.length or inside[-1] - inside[0] + 1 != len(inside):
            return None
        start, end = inside[0], inside[-1] + 1
    else:
        ends = [i for i, node in enumerate(nodes) if node.span.end <= span.start]
        if not any(isinstance(node, Text) for node in nodes):
            return None
        start = end = _after_signs(nodes, ends[-1] + 1 if ends else 0)
        enclosed = []
    return replace(element, content=(*nodes[:start], addition.make(tuple(enclosed)), *nodes[end:]))


def _is_sign(node: Node) -> bool:
    return isinstance(node, Element) and node.tag == "metamark" and ("function", "transcriber") in node.attributes


def _after_signs(nodes: Sequence[Node], index: int) -> int:
    """Return where something is put that belongs to what stands before `index`: behind its signs of doubt, too."""
    while index < len(nodes) and getattr(nodes[index], "tag", "") == "metamark":
        index += 1
    return index


def _within(node: Node, span: Span) -> bool:
    return span.contains(node.span) and (node.span.length > 0 or span.start < node.span.start < span.end)


def _cut(node: Node, span: Span) -> tuple[Node, ...]:
    """Cut a text where `span` begins and ends."""
    if not isinstance(node, Text):
        return (node,)
    inner = [at for at in (span.start, span.end) if node.span.start < at < node.span.end]
    bounds = [node.span.start, *dict.fromkeys(inner), node.span.end]
    return tuple(Text(Span(start, end)) for start, end in pairwise(bounds))


def _with(element: Element, start: int, end: int, nodes: tuple[Node, ...]) -> Element:
    return replace(element, content=(*element.content[:start], *nodes, *element.content[end:]))
