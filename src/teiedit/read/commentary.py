"""What editors have written beside a transcript, in Markdown, becomes a `Commentary`.

    letter7.notes.md            notes, each under the words on which it hangs
    letter7.headnote.md         an introduction, above the document
    letter7.regest.md           a summary
    letter7.translation.de.md   a translation

Each may end in a language ("letter7.regest.fr.md"); without one it is in that of the edition.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from teiedit.model.anchor import Anchor
from teiedit.model.commentary import NO_COMMENTARY, Commentary, Note, Passage, Translation
from teiedit.model.commentary import Prose as Text
from teiedit.model.diagnostic import Diagnostic, Severity
from teiedit.model.position import Place
from teiedit.read.folder import document_id
from teiedit.tools.markdown import tree
from teiedit.tools.prose import Prose, footnotes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from markdown_it.tree import SyntaxTreeNode

    from teiedit.model.document import Element

_NAME = re.compile(r"(?P<kind>notes|headnote|regest|translation)(?:\.(?P<language>[^.]+))?\.md")
# More than anybody writes about one letter; what is read is held in memory.
_LARGEST = 5_000_000
_BOLD = re.compile(r"(?<!\\)\*\*(.+?)(?<!\\)\*\*", re.S)
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_POINTS = re.compile(r"\.\.\.|…")
_OMITTED = re.compile(r"^(?:\s|\.\.\.|…)+|(?:\s|\.\.\.|…)+$")
_QUOTE = re.compile(r"^ {0,3}> ?", re.M)


def read_commentary(files: Mapping[str, bytes], shown: Callable[[str], str], language: str) -> Commentary:
    """Return what the files beside a transcript say.

    Args:
        files: their bytes, by what follows the transcript's name; others than those above are passed over.
        shown: called with such an ending; returns the file as the user knows it.
        language: BCP 47 tag of the edition's own words.

    The diagnostics: B004 notes without words, or words without a note; B005 what cannot be encoded; B006 a link that
    leads nowhere; B009 a file that cannot be read.
    """
    named = [(match, suffix) for suffix in files if (match := _NAME.fullmatch(suffix))]
    # what is in the edition's own language stands first
    named.sort(key=lambda one: (one[0]["kind"], (one[0]["language"] or language) != language, one[1]))
    found = [_File(files[suffix], shown(suffix), match, language) for match, suffix in named]
    if not found:
        return NO_COMMENTARY
    read = [file for file in found if file.nodes]
    return Commentary(
        tuple(note for file in read if file.kind == "notes" for note in file.notes()),
        tuple(file.text() for file in read if file.kind == "headnote"),
        tuple(file.text() for file in read if file.kind == "regest"),
        tuple(file.translation() for file in read if file.kind == "translation"),
        tuple(diagnostic for file in found for diagnostic in file.found),
    )


class _File:
    """One file beside a transcript."""

    def __init__(self, content: bytes, shown: str, name: re.Match[str], language: str) -> None:
        self.kind = name["kind"]
        self.nodes: list[SyntaxTreeNode] = []
        self._language = name["language"] or language
        self._shown = shown
        text = self._decoded(content)
        self._lines = text.split("\n")
        self._own: list[Diagnostic] = [] if text.strip() else [self._unread(content)]
        self._prose = Prose(shown, document_id, translation=False, footnotes={})
        if text.strip():
            top = list(tree(text).children)
            self.nodes = [node for node in top if node.type != "footnote_block"]
            calls = footnotes(top) if self.kind == "translation" else {}
            self._prose = Prose(shown, document_id, translation=self.kind == "translation", footnotes=calls)

    @property
    def found(self) -> list[Diagnostic]:
        return [*self._own, *self._prose.found]

    def _decoded(self, content: bytes) -> str:
        try:
            return content[:_LARGEST].decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
        except UnicodeDecodeError:
            return ""

    def _unread(self, content: bytes) -> Diagnostic:
        empty = not content.strip() or len(content) > _LARGEST
        what = "is empty" if not content.strip() else "is too large" if empty else "is not in UTF-8"
        hint = "write something into it, or remove it" if empty else "save it as UTF-8"
        return Diagnostic(
            "B009", Severity.WARNING, Place(self._shown), f'"{self._shown}" {what}, and was left out', hint
        )

    def text(self) -> Text:
        """Return a text about the whole document."""
        return Text(self._prose.blocks(self.nodes), self._language)

    def translation(self) -> Translation:
        """Return a translation."""
        content = self._prose.blocks(self.nodes)
        passages: tuple[Passage, ...] = tuple(self._prose.passages)
        return Translation(content, passages, self._language, Place(self._shown, 1), self._prose.paragraphs)

    def notes(self) -> Iterator[Note]:
        """Yield the notes: a quotation begins one, and what follows up to the next is its text."""
        groups: list[tuple[SyntaxTreeNode | None, list[SyntaxTreeNode]]] = [(None, [])]
        for node in self.nodes:
            if node.type == "blockquote" and not _quotes(node):
                groups.append((node, []))
            else:
                groups[-1][1].append(node)
        for quotation, nodes in groups:
            if quotation is not None:
                yield from self._note(quotation, nodes)
            elif nodes:
                message = "these words stand before the first quotation, and belong to no note"
                hint = 'begin each note with the words on which it hangs, quoted: "> the words"'
                self._say(nodes[0], message, hint)

    def _note(self, quotation: SyntaxTreeNode, nodes: Sequence[SyntaxTreeNode]) -> Iterator[Note]:
        line, end = quotation.map or (0, 1)
        quoted = _QUOTE.sub("", "\n".join(self._lines[line:end]))
        anchor = _anchor(quoted)
        content = self._content(nodes)
        if anchor is None:
            message = "of the words quoted here several are in bold, and only one run of them can have the note"
            self._say(quotation, message, "put ** around the words that the note is about, once")
        elif not content:
            message = f'no note follows the words "{_short(anchor.words)}"'
            self._say(quotation, message, "write the note below them, after an empty line, not beginning with >")
        else:
            yield Note(anchor, content, self._language, Place(self._shown, line + 1))

    def _content(self, nodes: Sequence[SyntaxTreeNode]) -> tuple[Element, ...]:
        """Return the text of a note; a quotation within a quotation is one of the note's own."""
        flat = [inner for node in nodes for inner in (node.children if node.type == "blockquote" else [node])]
        return self._prose.blocks(flat)

    def _say(self, node: SyntaxTreeNode, message: str, hint: str) -> None:
        line = node.map[0] + 1 if node.map else 1
        self._own.append(Diagnostic("B004", Severity.WARNING, Place(self._shown, line), message, hint))


def _quotes(node: SyntaxTreeNode) -> bool:
    return bool(node.children) and all(child.type == "blockquote" for child in node.children)


def _anchor(quoted: str) -> Anchor | None:
    """Return the words that a quotation means; None where several are in bold.

    Bold words are meant, and the others are around them; without any all are. Points of omission are left out.
    """
    bold = _BOLD.findall(quoted)
    if len(bold) > 1:
        return None
    if not bold:
        return Anchor(_plain(_OMITTED.sub("", quoted)))
    before, _, after = quoted.partition(f"**{bold[0]}**")
    # only what stands right beside the words
    return Anchor(_plain(bold[0]), _plain(_POINTS.split(before)[-1]), _plain(_POINTS.split(after)[0]))


def _plain(text: str) -> str:
    return _ESCAPED.sub(r"\1", text)


def _short(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= 60 else f"{words[:57].rstrip()}…"
