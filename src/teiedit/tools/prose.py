"""What editors write in Markdown becomes elements of TEI, with their words as `Added`.

Paragraphs, emphasis, links, lists, quotations, tables and, where a reader asks for them, headings and footnotes have
an element; for a picture, a rule or a listing its words stay and a diagnostic says so. HTML is text.
https://spec.commonmark.org/
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import unquote

from teiedit.model.commentary import Passage
from teiedit.model.diagnostic import Diagnostic, Severity
from teiedit.model.document import Added, Element
from teiedit.model.position import Place, Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from markdown_it.tree import SyntaxTreeNode

    from teiedit.model.document import Node
    from teiedit.model.evidence import Attributes

NOWHERE = Span(0, 0)
_FOREIGN = re.compile(r"\[([^\[\]]+)\]\{lang=([A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)\}")
# "{2(b)}", "{#c-2}", "{¶ 3}", "{-}": what a passage of a translation is laid beside.
_MARK = re.compile(r"\{\s*([^{}]*?)\s*\}")
PARAGRAPHS = "¶"
_LABEL = re.compile(r"\(?(?:\d{1,3}|[A-Za-z]|[ivxlIVXL]{1,5})(?:[.)°]|\.\))\s")
_DOCUMENT = re.compile(r"(?:[^/\\:?#]+/|\.\.?/)*([^/\\:?#]+\.(?:txt|xml))(#[\w.-]+)?", re.I)
_WORDS = "its words stay as a paragraph"


class Prose:
    """Reads the nodes of one Markdown file.

    Attributes:
        found: what cannot be encoded.
        passages: one for each element that `model.commentary.passages` yields of what was read, in the same order.
        paragraphs: the mark "{¶}" stands somewhere alone.
    """

    def __init__(
        self,
        shown: str,
        named: Callable[[str], str],
        *,
        translation: bool = False,
        footnotes: dict[int, SyntaxTreeNode],
    ) -> None:
        """Prepare to read a file.

        Args:
            shown: the file, as the user knows it.
            named: called with the name of a transcript; returns its document's identifier.
            translation: headings are kept, and marks of alignment read.
            footnotes: the file's footnotes by number, which become notes where they are called.
        """
        self.found: list[Diagnostic] = []
        self.passages: list[Passage] = []
        self.paragraphs = False
        self._shown = shown
        self._named = named
        self._translation = translation
        self._footnotes = footnotes
        self._mark = ""
        self._label = ""
        self._line = 1
        self._in_note = False

    def blocks(self, nodes: Sequence[SyntaxTreeNode]) -> tuple[Element, ...]:
        """Return block nodes as elements, in order."""
        return tuple(element for node in nodes for element in self._block(node))

    def _block(self, node: SyntaxTreeNode) -> Iterator[Element]:
        self._line = node.map[0] + 1 if node.map else self._line
        kind = node.type
        if kind == "paragraph":
            yield from self._paragraph(node)
        elif kind == "heading":
            yield self._heading(node)
        elif kind in ("bullet_list", "ordered_list"):
            yield self._list(node, ordered=kind == "ordered_list")
        elif kind == "blockquote":
            yield _element("quote", *self.blocks(node.children))
        elif kind == "table":
            self._passage()
            yield _element("table", *(row for part in node.children for row in self._rows(part)))
        elif kind in ("fence", "code_block"):
            self._cannot("a listing has no element of its own", _WORDS)
            self._passage()
            yield _element("p", *_lines(node.content))
        elif kind == "hr":
            self._cannot("a rule between paragraphs has no element, and was left out", "take it away")

    def _paragraph(self, node: SyntaxTreeNode) -> Iterator[Element]:
        children = self._marked(node.children[0].children)
        if children:
            self._passage(f"{self._label}{_words(children)}")
            yield _element("p", *self._inline(children))

    def _heading(self, node: SyntaxTreeNode) -> Element:
        children = node.children[0].children
        self._passage()
        content = self._inline(children)
        if self._translation:
            return _element("head", *content, attributes=(("n", node.tag[1:]),))
        self._cannot(
            f'"{_words(children)[:60]}" is a heading, and here none can stand',
            "its words stay, in bold, as a paragraph",
        )
        return _element("p", _element("hi", *content, attributes=(("rend", "bold"),)))

    def _list(self, node: SyntaxTreeNode, *, ordered: bool) -> Element:
        content: list[Node] = []
        for item in node.children:
            label = f"{item.info}{item.markup}" if ordered else ""
            if label:
                content.append(_element("label", _added(label)))
            content.append(self._item(item, label))
        return _element("list", *content, attributes=(("rend", "numbered" if ordered else "bulleted"),))

    def _item(self, item: SyntaxTreeNode, label: str) -> Element:
        tight = all(child.hidden for child in item.children if child.type == "paragraph")
        self._line = item.map[0] + 1 if item.map else self._line
        if not tight:
            self._label = f"{label} " if label else ""
            content = self.blocks(item.children)
            return _element("item", *content) if content else _element("item", self._empty(label))
        first, *others = item.children or (None,)
        if first is None or first.type != "paragraph":
            self._passage(f"{label} ")
            return _element("item", *(self.blocks(item.children) or (_added("…"),)))
        children = self._marked(first.children[0].children)
        self._passage(f"{label} {_words(children)}")
        return _element("item", *self._inline(children), *self.blocks(others))

    def _empty(self, label: str) -> Element:
        self._passage(f"{label} ")
        return _element("p", _added("…"))

    def _rows(self, part: SyntaxTreeNode) -> Iterator[Element]:
        role: Attributes = (("role", "label"),) if part.type == "thead" else ()
        for row in part.children:
            cells = (_element("cell", *self._inline(cell.children[0].children)) for cell in row.children)
            yield _element("row", *cells, attributes=role)

    # what stands in lines

    def _inline(self, nodes: Sequence[SyntaxTreeNode]) -> tuple[Node, ...]:
        return tuple(part for node in nodes for part in self._phrase(node))

    def _phrase(self, node: SyntaxTreeNode) -> Iterator[Node]:
        kind = node.type
        if kind == "text":
            yield from _foreign(node.content)
        elif kind == "softbreak":
            self._line += 1
            yield _added(" ")
        elif kind == "hardbreak":
            self._line += 1
            yield Element("lb", (), NOWHERE)
        elif kind == "em":
            yield _element("emph", *self._inline(node.children))
        elif kind == "strong":
            yield _element("hi", *self._inline(node.children), attributes=(("rend", "bold"),))
        elif kind == "code_inline":
            yield _element("hi", _added(node.content), attributes=(("rend", "monospaced"),))
        elif kind == "link":
            yield self._link(node)
        elif kind == "image":
            yield from self._picture(node)
        elif kind == "footnote_ref":
            yield from self._footnote(node)

    def _link(self, node: SyntaxTreeNode) -> Element:
        address = str(node.attrs.get("href", ""))
        content = self._inline(node.children) or (_added(address),)
        match = _DOCUMENT.fullmatch(unquote(address))
        if match:
            target = f"{self._named(match[1].removesuffix('.xml'))}.xml{match[2] or ''}"
            return _element("ref", *content, attributes=(("type", "document"), ("target", target)))
        if re.fullmatch(r"https?://\S+|#[\w.-]+", address):
            return _element("ref", *content, attributes=(("target", address),))
        hint = "link to the web (https://…), to a transcript (letter7.txt), or to a place in the document (#c-2)"
        self._say("B006", f'the link to "{address}" leads to no document of the edition and not to the web', hint)
        return _element("ref", *content)

    def _picture(self, node: SyntaxTreeNode) -> Iterator[Node]:
        self._cannot(f'the picture "{node.attrs.get("src", "")}" has no place here', "its description stays, as text")
        yield _added(node.content)

    def _footnote(self, node: SyntaxTreeNode) -> Iterator[Node]:
        footnote = self._footnotes.get(node.meta.get("id", -1))
        if footnote is None or self._in_note:
            hint = "write it into the text; only a translation can have footnotes"
            self._cannot("a footnote is called here, and here none can stand", hint)
            yield _added(f"[{node.meta.get('label') or ''}]")
            return
        self._in_note, line = True, self._line
        yield _element("note", *self.blocks(footnote.children), attributes=EDITORIAL)
        self._in_note, self._line = False, line

    # what is said of passages

    def _marked(self, children: Sequence[SyntaxTreeNode]) -> list[SyntaxTreeNode]:
        """Return what stands in a paragraph, without the mark of alignment that may be its first line."""
        children = list(children)
        first = children[0].content.strip() if children and children[0].type == "text" else ""
        alone = len(children) == 1 or (len(children) > 1 and children[1].type in ("softbreak", "hardbreak"))
        match = _MARK.fullmatch(first) if self._translation and not self._in_note and alone else None
        if match is None:
            return children
        if match[1] == PARAGRAPHS:
            self.paragraphs = True
        else:
            self._mark = match[1] or "-"
        self._line += 1
        return children[2:]

    def _passage(self, words: str = "") -> None:
        if not self._in_note:
            label = _LABEL.match(words)
            self.passages.append(Passage(Place(self._shown, self._line), label[0].strip() if label else "", self._mark))
            self._mark = self._label = ""

    def _cannot(self, message: str, hint: str) -> None:
        self._say("B005", message, hint)

    def _say(self, code: str, message: str, hint: str) -> None:
        self.found.append(Diagnostic(code, Severity.WARNING, Place(self._shown, self._line), message, hint))


EDITORIAL: Attributes = (("type", "editorial"), ("resp", "#editor"))


def footnotes(nodes: Sequence[SyntaxTreeNode]) -> dict[int, SyntaxTreeNode]:
    """Return the footnotes of a text, by number."""
    blocks = [node for node in nodes if node.type == "footnote_block"]
    return {footnote.meta["id"]: footnote for block in blocks for footnote in block.children}


def _element(tag: str, *content: Node, attributes: Attributes = ()) -> Element:
    return Element(tag, content, NOWHERE, attributes)


def _added(text: str) -> Added:
    return Added(text, NOWHERE)


def _lines(text: str) -> Iterator[Node]:
    for number, line in enumerate(text.rstrip("\n").split("\n")):
        if number:
            yield Element("lb", (), NOWHERE)
        yield _added(line)


def _foreign(text: str) -> Iterator[Node]:
    """Yield a text with the words that it says to be in another language: "[mot juste]{lang=fr}"."""
    at = 0
    for match in _FOREIGN.finditer(text):
        yield _added(text[at : match.start()])
        yield _element("foreign", _added(match[1]), attributes=(("xml:lang", match[2]),))
        at = match.end()
    yield _added(text[at:])


def _words(nodes: Sequence[SyntaxTreeNode]) -> str:
    return "".join(
        node.content if node.type in ("text", "code_inline") else " " if "break" in node.type else _words(node.children)
        for node in nodes
    )
