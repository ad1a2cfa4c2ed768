"""What editors have written about a document: notes, introduction, summaries, translations.

Their words are elements whose text is `Added`; the spans of these say nothing until they have a place in the document.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from teiedit.model.document import Element

if TYPE_CHECKING:
    from collections.abc import Iterator

    from teiedit.model.anchor import Anchor
    from teiedit.model.diagnostic import Diagnostic
    from teiedit.model.document import Node
    from teiedit.model.position import Place


@dataclass(frozen=True, slots=True)
class Note:
    """One note on words of the transcript.

    Attributes:
        anchor: the words on which it hangs.
        content: its blocks.
        language: its BCP 47 tag.
        place: where its words are quoted, in the file of the notes.
    """

    anchor: Anchor
    content: tuple[Element, ...]
    language: str
    place: Place


@dataclass(frozen=True, slots=True)
class Prose:
    """A text about the document as a whole, in one language.

    Attributes:
        content: its blocks.
        language: its BCP 47 tag.
    """

    content: tuple[Element, ...]
    language: str


@dataclass(frozen=True, slots=True)
class Passage:
    """What a translation says of one of its passages: see `passages`.

    Attributes:
        place: where it stands, in the file of the translation.
        label: the number or letter with which it begins, as typed, or "".
        mark: what the translator has named as its counterpart ("#c-2", "2(b)", "¶ 3"); "-" for none; "" if nothing
            is said.
    """

    place: Place
    label: str = ""
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Translation:
    """A translation of the document.

    Attributes:
        content: its blocks, and a heading before them if it has one.
        passages: one for each element that `passages` yields of the content, in the same order.
        language: its BCP 47 tag.
        place: its file.
        paragraphs: it gives paragraphs and clauses alone, and leaves out opening and closing.
    """

    content: tuple[Element, ...]
    passages: tuple[Passage, ...]
    language: str
    place: Place
    paragraphs: bool = False


@dataclass(frozen=True, slots=True)
class Commentary:
    """All that stands beside one transcript.

    Attributes:
        notes: in the order of their files.
        headnotes: introductions, one a language.
        regests: summaries, one a language.
        translations: one a language.
        diagnostics: what could not be read.
    """

    notes: tuple[Note, ...] = ()
    headnotes: tuple[Prose, ...] = ()
    regests: tuple[Prose, ...] = ()
    translations: tuple[Translation, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()


NO_COMMENTARY = Commentary()


def passages(content: tuple[Node, ...]) -> Iterator[Element]:
    """Yield what a translation has to lay beside the document.

    These are its paragraphs, headings and tables, and items that hold none of those.
    """
    for node in content:
        if isinstance(node, Element):
            if is_passage(node):
                yield node
            if node.tag not in ("p", "head", "table", "note"):
                yield from passages(node.content)


def is_passage(node: Element) -> bool:
    """Say whether an element of a translation is laid beside one of the document."""
    if node.tag == "item":
        return not any(isinstance(child, Element) and child.tag == "p" for child in node.content)
    return node.tag in ("p", "head", "table")
