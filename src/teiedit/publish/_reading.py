"""The text of a document as a search reads it: units of a paragraph's size, each with the place it is found at.

In: TEI; out: `Unit`s in the order in which they begin. A unit is a paragraph, a clause, a heading, a note, a line of
the opening or closing, a row of a table. Words are whole, whatever elements stand in them: a word that runs over the
end of a line is closed up, and a note does not part what it stands in.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from teiedit.publish._anchors import PLACES, Anchors
from teiedit.tools.tei import NS, TEI, XML_LANG, by_editors

if TYPE_CHECKING:
    from lxml import etree

# Readings of one place, in `Unit.source`: signs that XML does not have.
FIRST, NEXT, LAST = "\x01", "\x02", "\x03"


@dataclass(frozen=True, slots=True)
class Unit:
    """A stretch of text that a search finds.

    Attributes:
        anchor: the identifier on the page of what it is, or of what it follows; "" for the top of the page.
        kind: one of `KINDS`.
        number: its number, where it has one: "3", "2(b)".
        language: its BCP 47 tag, where it is not that of the document.
        source: its text, with FIRST, NEXT and LAST around and between the readings of one place.
    """

    anchor: str
    kind: str
    number: str
    language: str
    source: str

    @property
    def text(self) -> str:
        """The text as it is shown: what stands, then in brackets what is proposed."""
        return re.sub(f"{NEXT}([^{NEXT}{LAST}]*)", r" [\1]", self.source).replace(FIRST, "").replace(LAST, "")


# What a unit is, by its element or the one around it; the first five by any around it.
KINDS = {
    "note": "note",
    "abstract": "summary",
    "translation": "translation",
    "postscript": "postscript",
    "row": "table",
    "p": "paragraph",
    "item": "clause",
    "head": "heading",
    "titlePart": "heading",
    "opener": "opening",
    "closer": "closing",
}
_HELD = tuple(KINDS)[:5]

_BLOCKS = frozenset(
    "text front body back div floatingText p list item head opener closer postscript dateline salute signed address "
    "trailer note titlePart abstract table row sp stage fw".split()
)
_CHOICES = frozenset(("choice", "subst"))
_APART = frozenset("label speaker cell addrLine item head figDesc seg".split())
_BREAKS = frozenset("lb pb cb milestone".split())
# Those that may stand in the midst of a word.
_WITHIN = frozenset(("note", "fw"))
_HYPHEN = re.compile("[-=\xad¬‐]?\\s*$")


def units(tei: etree._Element, title: str) -> tuple[Unit, ...]:
    """Return the units of a document's text; not the heading that says its title again.

    Args:
        tei: the root of a TEI document.
        title: the document's title, as the header has it.
    """
    summaries = _Reader()
    for abstract in tei.iterfind("tei:teiHeader/tei:profileDesc/tei:abstract", NS):
        summaries.block(abstract, "abstract", "")
    reader = _Reader()
    for text in tei.findall(f"{{{TEI}}}text"):
        reader.block(text, "text", "")
    # a summary has no place in the text: it stands at the top of the page
    made = (
        *(replace(draft.unit(), anchor="") for draft in summaries.drafts),
        *(draft.unit() for draft in reader.drafts),
    )
    return tuple(unit for unit in made if unit.source and not (unit.kind == "heading" and unit.source == title))


@dataclass(slots=True)
class _Draft:
    anchor: str
    kind: str
    number: str
    language: str
    parts: list[str] = field(default_factory=list)

    def add(self, text: str | None) -> None:
        if text:
            self.parts.append(text)

    def close_up(self) -> None:
        """Drop the hyphen and the space at which a word is divided."""
        while self.parts:
            self.parts[-1] = _HYPHEN.sub("", self.parts[-1])
            if self.parts[-1]:
                return
            self.parts.pop()

    def unit(self) -> Unit:
        return Unit(self.anchor, self.kind, self.number, self.language, " ".join("".join(self.parts).split()))


class _Reader:
    """Walks a text once; the innermost block gets the words."""

    def __init__(self) -> None:
        self.drafts: list[_Draft] = []
        self._anchors = Anchors()
        self._last = ""
        self._label = ""
        self._choosing = False

    def block(self, node: etree._Element, name: str, language: str, around: tuple[str, ...] = ()) -> None:
        """Read a block into a unit of its own, and the blocks in it into theirs."""
        path = (*around, "translation" if name == "div" and by_editors(node) else name)
        language = node.get(XML_LANG, language)
        place = self._anchors.of(node, name, in_note="note" in path)
        anchor = place if name in PLACES else ""
        if anchor and "note" not in path:
            self._last = anchor
        kind = _kind(path)
        draft = _Draft(anchor or self._last, kind, self._number(node, name, kind), language)
        self.drafts.append(draft)
        if name in ("p", "item") and self._label:
            draft.add(self._label + " ")
            self._label = ""
        self._content(node, draft, path, language)
        if name in _LABELLED and self._label:
            draft.add(self._label)
            self._label = ""

    def _number(self, node: etree._Element, name: str, kind: str) -> str:
        if kind == "paragraph" and name == "p":
            labelled = node.find(f"{{{TEI}}}label") is not None
            return (node.get("n") if labelled else "") or str(self._anchors.paragraph)
        if kind == "note":
            note = node if name == "note" else next(node.iterancestors(f"{{{TEI}}}note"), node)
            return note.get("n", "")
        if kind == "clause":
            items = [item for item in (*reversed([*node.iterancestors(_ITEM)]), node) if item.tag == _ITEM]
            first, *more = [item.get("n") or "" for item in items] or [""]
            return first + "".join(f"({number})" for number in more if number)
        return ""

    def _content(self, node: etree._Element, draft: _Draft, path: tuple[str, ...], language: str) -> None:
        draft.add(node.text)
        for child in node:
            self._child(child, draft, path, language)
            draft.add(child.tail)

    def _child(self, node: etree._Element, draft: _Draft, path: tuple[str, ...], language: str) -> None:
        if not isinstance(node.tag, str):  # a comment or processing instruction
            return
        name = node.tag.removeprefix(f"{{{TEI}}}")
        if name in _BREAKS:
            if node.get("break") == "no":
                draft.close_up()
            else:
                draft.add(" ")
        elif name in ("label", "speaker") and path[-1] in _LABELLED:
            self._label = " ".join("".join(node.itertext()).split())
        elif name in _CHOICES:
            self._readings(node, draft, path, language)
        elif _is_block(node, name, path):
            self.block(node, name, language, path)
            draft.add("" if name in _WITHIN else " ")
        else:
            self._phrase(node, name, draft, path, language)

    def _phrase(self, node: etree._Element, name: str, draft: _Draft, path: tuple[str, ...], language: str) -> None:
        self._anchors.of(node, name, in_note="note" in path)
        apart = " " if name in _APART or name in _BLOCKS else ""
        draft.add(apart)
        self._content(node, draft, (*path, name) if name == "figure" else path, language)
        draft.add(apart)

    def _readings(self, node: etree._Element, draft: _Draft, path: tuple[str, ...], language: str) -> None:
        inner = [child for child in node if isinstance(child.tag, str)]
        nested, self._choosing = self._choosing, True
        for at, child in enumerate(inner):
            draft.add(" " if nested else (NEXT if at else FIRST))
            self._child(child, draft, path, language)
        draft.add("" if nested or not inner else LAST)
        self._choosing = nested


_ITEM = f"{{{TEI}}}item"
# Blocks in which a label or a speaker's name begins the block that follows it.
_LABELLED = ("list", "sp", "postscript")


def _kind(path: tuple[str, ...]) -> str:
    held = next((name for name in _HELD if name in path), "")
    if path[-2:] == ("item", "p"):
        held = held or "item"
    return KINDS.get(held or path[-1]) or KINDS.get(path[-2] if len(path) > 1 else "", "")


def _is_block(node: etree._Element, name: str, path: tuple[str, ...]) -> bool:
    if name not in _BLOCKS or "figure" in path:
        return False
    if name in ("item", "list", "head"):
        around = node if name == "list" else node.getparent()
        return around is None or around.tag != f"{{{TEI}}}list" or "inline" not in around.get("rend", "").split()
    return True
