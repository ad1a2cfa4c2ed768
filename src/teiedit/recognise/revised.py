"""A finished document with what editors have refused and confirmed, and whether it has become what they decided."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from teiedit.model.decisions import CONFIRMED, LINES, WORDS
from teiedit.model.document import Element

if TYPE_CHECKING:
    from collections.abc import Sequence

    from teiedit.model.decisions import Decision
    from teiedit.model.document import Node
    from teiedit.model.evidence import Evidence
    from teiedit.model.position import Span

# The elements of which one must be what a line has become.
_ELEMENTS = {
    "main": ("titlePart", "head"),
    "series": ("titlePart",),
    "reference": ("titlePart",),
    "letterhead": ("fw",),
    "address": ("address",),
    "field": ("seg",),
    "subject": ("seg", "head"),
    "dateline": ("dateline",),
    "salute": ("salute",),
    "p": ("p", "item"),
    "more": ("p", "item"),
    "valediction": ("salute",),
    "signed": ("signed",),
    "role": ("signed", "roleName"),
    "postscript": ("postscript",),
    "part": ("head",),
    "enclosure": ("head",),
}


def without(element: Element, refused: Sequence[tuple[tuple[str, ...], Span]]) -> Element:
    """Return an element in which what was refused is gone and its words stay."""
    content: list[Node] = []
    for node in element.content:
        if not isinstance(node, Element):
            content.append(node)
            continue
        inner = without(node, refused)
        gone = node.evidence is not None and not node.evidence.resp
        if gone and any(node.tag in tags and node.span.overlaps(span) for tags, span in refused):
            content += inner.content
        else:
            content.append(inner)
    return replace(element, content=tuple(content)) if refused else element


def confirmed(element: Element, sure: Sequence[tuple[str, Span, Evidence]]) -> Element:
    """Return an element with the editor's reason for what an editor has confirmed."""
    content = tuple(confirmed(node, sure) if isinstance(node, Element) else node for node in element.content)
    evidence = element.evidence
    if evidence is not None:
        own = (why for tag, span, why in sure if tag == element.tag and span.overlaps(element.span))
        evidence = next(own, evidence)
    return replace(element, content=content, evidence=evidence)


def is_there(elements: Sequence[Element], decision: Decision, span: Span) -> bool:
    """Say whether a document has become what was decided."""
    if decision.value in WORDS or decision.value in CONFIRMED:
        tags: tuple[str, ...] = ({**CONFIRMED, **WORDS}[decision.value],)
    else:
        tags = _ELEMENTS[LINES[decision.value][0]]
    return any(_has(element, tags, span) for element in elements)


def _has(element: Element, tags: tuple[str, ...], span: Span) -> bool:
    if not element.span.overlaps(span):
        return False
    # what an office or a line below is put into begins before it
    if element.tag in tags and (element.span.start >= span.start or element.span.contains(span)):
        return True
    return any(isinstance(node, Element) and _has(node, tags, span) for node in element.content)
