"""The passages of a document that a translation lies beside, or a note points to, and the names that they have.

A passage that has no identifier gets one when it is pointed to: a paragraph the name of its number, which it has in
the pages of the edition already (`te-p3`), any other passage one of its own (`te-b1`).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from teiedit.model.document import Element, Text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from teiedit.model.document import Node
    from teiedit.model.source import Transcript

_CORE = frozenset(("p", "head", "item", "table", "speaker"))
_LINES = frozenset(("dateline", "salute", "signed", "trailer"))
_CLOSED = frozenset(("note", "table", "head", "speaker", *_LINES))


@dataclass(frozen=True, slots=True)
class Unit:
    """One passage.

    Attributes:
        index: its place among all elements of the body, in document order.
        tag: its element.
        name: its identifier; or the one that it gets.
        label: the number or letter printed before it, or "".
        path: its numbers and those around it: "2(b)"; or "".
        length: how many characters it has.
        group: the place, among all elements, of the opening or closing whose line it is; 0 for none.
        paragraph: its number among the paragraphs, or 0.
    """

    index: int
    tag: str
    name: str
    label: str
    path: str
    length: int
    group: int = 0
    paragraph: int = 0


@dataclass(frozen=True, slots=True)
class _Around:
    group: int = 0
    path: str = ""
    label: str = ""


class Units:
    """The passages of one document.

    Attributes:
        passages: in document order; a passage that another holds follows it.
        names: the identifier, present or to come, of every element by its place.
        inline: the places of the clauses within paragraphs, by their numbers: "2(b)".
    """

    def __init__(self, transcript: Transcript, front: Sequence[Element], body: Sequence[Element]) -> None:
        """Number what stands in a document."""
        self.names: dict[int, str] = {}
        self.inline: dict[str, list[int]] = {}
        self._transcript = transcript
        self.passages: list[Unit] = []
        self._index = self._paragraphs = self._blocks = 0
        for element in front:
            self._pass(element)
        for element in body:
            self._walk(element, _Around())

    def _pass(self, element: Element) -> None:
        """Count the paragraphs of what is not translated."""
        self._paragraphs += element.tag == "p" and not _continues(element)
        for child in _elements(element):
            if element.tag != "note":
                self._pass(child)

    def _walk(self, element: Element, around: _Around) -> None:
        self._index += 1
        index = self._index
        continues = element.tag == "p" and _continues(element)
        self._paragraphs += element.tag == "p" and not continues
        self.names[index] = element.id or self._made(element)
        number = dict(element.attributes).get("n", "")
        numbered = element.tag in ("item", "p", "div") and number
        path = (f"{around.path}({number})" if around.path else number) if numbered else around.path
        group = index if element.tag in ("opener", "closer") else around.group
        if _is_unit(element) and not continues:
            self.passages.append(self._unit(element, index, replace(around, path=path, group=group)))
        label = ""
        for child in _elements(element):
            if child.tag == "label":
                label = self._transcript.words(child.span)
            if element.tag in _CLOSED or (child.tag == "list" and "inline" in dict(child.attributes).get("rend", "")):
                self._skip(child, path, counted=element.tag != "note")
            else:
                self._walk(child, _Around(group, path, label if child.tag == "item" else ""))

    def _skip(self, element: Element, path: str, *, counted: bool) -> None:
        """Number elements that lie within a passage, and are none of their own."""
        self._index += 1
        self.names[self._index] = element.id
        self._paragraphs += counted and element.tag == "p" and not _continues(element)
        number = dict(element.attributes).get("n", "") if element.tag == "item" else ""
        if number:
            path = f"{path}({number})" if path else number
            self.inline.setdefault(path, []).append(self._index)
        for child in _elements(element):
            self._skip(child, path, counted=counted)

    def _made(self, element: Element) -> str:
        if element.tag == "p":
            return f"te-p{self._paragraphs}"
        if not _is_unit(element) and element.tag not in ("opener", "closer"):
            return ""
        self._blocks += 1
        return f"te-b{self._blocks}"

    def _unit(self, element: Element, index: int, around: _Around) -> Unit:
        labels = [child for child in _elements(element) if child.tag == "label"]
        label = around.label or (self._transcript.words(labels[0].span) if labels and element.tag == "p" else "")
        paragraph = self._paragraphs if element.tag == "p" else 0
        name = self.names[index]
        return Unit(index, element.tag, name, label, around.path, _length(element), around.group, paragraph)


def with_names(body: Sequence[Element], names: Mapping[int, str]) -> tuple[Element, ...]:
    """Return a body in which the elements at these places have these identifiers, where they have none."""
    count = 0

    def named(element: Element) -> Element:
        nonlocal count
        count += 1
        identifier = element.id or names.get(count, "")
        content: tuple[Node, ...] = tuple(
            named(child) if isinstance(child, Element) else child for child in element.content
        )
        return replace(element, id=identifier, content=content)

    return tuple(named(element) for element in body)


def _is_unit(element: Element) -> bool:
    if element.tag == "item":
        return all(child.tag != "p" for child in _elements(element))
    field = element.tag == "seg" and ("type", "field") in element.attributes
    return element.tag in _CORE or element.tag in _LINES or field


def _continues(element: Element) -> bool:
    return bool(element.id) and dict(element.attributes).get("part") in ("M", "F")


def _elements(element: Element) -> Iterator[Element]:
    return (child for child in element.content if isinstance(child, Element))


def _length(element: Element) -> int:
    """Return how many characters of text an element has, without those of passages in it."""
    return sum(
        child.span.length if isinstance(child, Text) else _length(child)
        for child in element.content
        if isinstance(child, Text) or (isinstance(child, Element) and not (_is_unit(child) and child.tag != "seg"))
    )
