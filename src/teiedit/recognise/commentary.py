"""What editors have written beside a transcript comes into its document.

Each note stands behind the words on which it hangs, the introduction above the document, summaries in the header, and
translations below, laid beside their passages.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import count, pairwise
from typing import TYPE_CHECKING

from teiedit.model.anchor import Lost
from teiedit.model.commentary import is_passage
from teiedit.model.diagnostic import Diagnostic, Severity
from teiedit.model.document import Element
from teiedit.model.position import Place, Span
from teiedit.recognise.additions import Addition, put
from teiedit.recognise.alignment import align
from teiedit.recognise.units import Units, with_names
from teiedit.tools.anchoring import Quotable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from teiedit.model.commentary import Commentary, Note, Prose, Translation
    from teiedit.model.document import Document, Node
    from teiedit.model.evidence import Attributes
    from teiedit.model.source import Transcript

_RESP = ("resp", "#editor")


def with_commentary(document: Document, transcript: Transcript, commentary: Commentary) -> Document:
    """Return a document with what the editors have written about it.

    Not one of its words is changed or moved; what has no place in it is left out, with a diagnostic: B001 the words
    of a note are not in the transcript, B002 they stand there several times, B003 no note can stand behind them, B006
    a link to a place that the document does not have, and those of `alignment.align`.
    """
    units = Units(transcript, document.front, document.body)
    pointed = _Pointers(units, transcript)
    aligned = [(translation, align(translation, units)) for translation in commentary.translations]
    back = tuple(
        _division(translation, {at: pointed.to(index) for at, index in alignment.beside.items()}, document.id, pointed)
        for translation, alignment in aligned
    )
    additions, unplaced = _notes(commentary.notes, transcript, pointed, document.language)
    headnotes = tuple(_editorial("note", "headnote", text, pointed, document.language) for text in commentary.headnotes)
    abstracts = tuple(_editorial("abstract", "", _paragraphs(text), pointed, "") for text in commentary.regests)
    body = with_names(document.body, pointed.names)
    front_and_body, left = put((*document.front, *body), [addition for _, addition in additions])
    left_out = [note for note, addition in additions if any(addition is one for one in left)]
    return replace(
        document,
        front=(*front_and_body[: len(document.front)], *headnotes),
        body=front_and_body[len(document.front) :],
        back=back,
        abstracts=abstracts,
        edited=True,
        diagnostics=(
            *document.diagnostics,
            *commentary.diagnostics,
            *unplaced,
            *map(_no_place, left_out),
            *pointed.found,
            *(diagnostic for _, alignment in aligned for diagnostic in alignment.found),
        ),
    )


class _Pointers:
    """Links to places in the document: those that are pointed to get their names, others are no links.

    Attributes:
        names: identifiers to be given, by the place of their element.
        found: links that lead nowhere.
    """

    def __init__(self, units: Units, transcript: Transcript) -> None:
        self.names: dict[int, str] = {}
        self.found: list[Diagnostic] = []
        self._units = units
        self._places = {name: index for index, name in units.names.items() if name}
        self._file = transcript.source.path

    def to(self, index: int) -> str:
        self.names[index] = self._units.names[index]
        return f"#{self.names[index]}"

    def checked(self, node: Node, place: Place | None = None) -> Node:
        """Return a node of the editors' with the links in it that lead to a place."""
        if not isinstance(node, Element):
            return node
        target = dict(node.attributes).get("target", "") if node.tag == "ref" else ""
        attributes = node.attributes
        if target.startswith("#"):
            if target[1:] in self._places:
                self.to(self._places[target[1:]])
            else:
                attributes = tuple(pair for pair in attributes if pair[0] != "target")
                self._nowhere(target, place)
        return replace(node, attributes=attributes, content=tuple(self.checked(child, place) for child in node.content))

    def _nowhere(self, target: str, place: Place | None) -> None:
        message = f'the link to "{target}" leads to no place in the document'
        hint = "the TEI has the names of its places, such as #c-2; a paragraph is #te-p3 by its number"
        self.found.append(Diagnostic("B006", Severity.WARNING, place or Place(self._file), message, hint))


def _notes(
    notes: Sequence[Note], transcript: Transcript, pointed: _Pointers, language: str
) -> tuple[list[tuple[Note, Addition]], list[Diagnostic]]:
    """Return the notes whose words are found, and what is to be said of the others."""
    additions: list[tuple[Note, Addition]] = []
    found: list[Diagnostic] = []
    text = Quotable(transcript.source.text) if notes else None
    for note in notes:
        place = text.locate(note.anchor) if text else Lost()
        if isinstance(place, Lost):
            found.append(_lost(note, place, transcript))
        else:
            content = tuple(pointed.checked(block, note.place) for block in note.content)
            at = Span(place.end, place.end)
            additions.append((note, Addition(at, _maker(content, at, _said("editorial", note.language, language)))))
    return additions, found


def _maker(content: tuple[Node, ...], at: Span, attributes: Attributes) -> Callable[[tuple[Node, ...]], Element]:
    placed = tuple(_placed(node, at) for node in content)
    return lambda _: Element("note", placed, at, attributes)


def _placed(node: Node, at: Span) -> Node:
    """Return what editors wrote, as standing at a place of the transcript."""
    if isinstance(node, Element):
        return replace(node, span=at, content=tuple(_placed(child, at) for child in node.content))
    return replace(node, span=at)


def _said(kind: str, language: str, around: str) -> Attributes:
    return (*((("type", kind),) if kind else ()), _RESP, *((("xml:lang", language),) if language != around else ()))


def _editorial(tag: str, kind: str, text: Prose, pointed: _Pointers, language: str) -> Element:
    content = tuple(pointed.checked(block) for block in text.content)
    return Element(tag, content, Span(0, 0), _said(kind, text.language, language))


def _paragraphs(text: Prose) -> Prose:
    """Return a text that holds paragraphs alone, as the header wants it."""
    blocks = (node if node.tag == "p" else Element("p", (node,), node.span) for node in text.content)
    return replace(text, content=tuple(blocks))


def _division(translation: Translation, beside: Mapping[int, str], document: str, pointed: _Pointers) -> Element:
    """Return a translation, each passage pointing to what it lies beside."""
    numbers = count()
    content = tuple(_beside(node, beside, numbers, pointed) for node in translation.content)
    language = translation.language
    attributes = (("type", "translation"), ("corresp", f"#{document}"), _RESP, ("xml:lang", language))
    return Element("div", _sections(content), Span(0, 0), attributes, id=f"translation-{language}")


def _beside(node: Element, beside: Mapping[int, str], numbers: Iterator[int], pointed: _Pointers) -> Element:
    target = beside.get(next(numbers), "") if is_passage(node) else ""
    attributes = (*node.attributes, ("corresp", target)) if target else node.attributes
    node = replace(node, attributes=attributes)
    if node.tag in ("p", "head", "table"):
        checked = pointed.checked(node)
        return checked if isinstance(checked, Element) else node
    content = tuple(
        _beside(child, beside, numbers, pointed)
        if isinstance(child, Element) and child.tag != "note"
        else pointed.checked(child)
        for child in node.content
    )
    return replace(node, content=content)


def _sections(content: Sequence[Element]) -> tuple[Element, ...]:
    """Return blocks in divisions, one for each heading and what is below it; a title stays with the first blocks."""
    first = int(bool(content) and content[0].tag == "head" and _level(content[0]) == 1)
    starts: list[int] = []
    for index, node in enumerate(content):
        if node.tag == "head" and index >= first and (not starts or _level(node) <= _level(content[starts[-1]])):
            starts.append(index)
    bounds = [*starts, len(content)]
    before = content[: bounds[0]]
    below = tuple(_section(content[start:end]) for start, end in pairwise(bounds))
    return (*(_plain(node) for node in before), *below)


def _section(content: Sequence[Element]) -> Element:
    return Element("div", (_plain(content[0]), *_sections(content[1:])), Span(0, 0), (("type", "section"),))


def _plain(node: Element) -> Element:
    """Return a heading without the level that Markdown gave it."""
    if node.tag != "head":
        return node
    return replace(node, attributes=tuple(pair for pair in node.attributes if pair[0] != "n"))


def _level(head: Element) -> int:
    return int(dict(head.attributes).get("n", "1"))


def _lost(note: Note, lost: Lost, transcript: Transcript) -> Diagnostic:
    words = _short(note.anchor.words)
    near = "; ".join(f'{transcript.place(span)} "{_short(transcript.words(span))}"' for span in lost.candidates)
    if lost.several:
        message = f'the note was left out: "{words}" stands in the transcript several times: {near}'
        hint = "quote the words around them too, and put ** around those that the note is about"
        return Diagnostic("B002", Severity.WARNING, note.place, message, hint)
    message = f'the note was left out: "{words}" does not stand so in the transcript'
    hint = f"is one of these meant? {near}" if near else "copy the words from the transcript, as they stand there"
    return Diagnostic("B001", Severity.WARNING, note.place, message, hint)


def _no_place(note: Note) -> Diagnostic:
    message = f'the note was left out: behind "{_short(note.anchor.words)}" none can stand'
    return Diagnostic("B003", Severity.WARNING, note.place, message, "quote other words of the same sentence")


def _short(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= 60 else f"{words[:57].rstrip()}…"
