"""CommonMark to XHTML: the only module that imports markdown-it.

Beside https://spec.commonmark.org/ there are tables and footnotes. HTML in the text is text, and a link leads to the
web, to a mailbox, or within the site; anything else stays as it was typed. Headings are moved so that a page's own
title is the only first one and no level is left out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from teiedit.tools.tei import NOT_XML, slug

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from markdown_it import MarkdownIt
    from markdown_it.token import Token
    from markdown_it.tree import SyntaxTreeNode

_WEB = re.compile(r"(?:https?:|mailto:|//)", re.I)
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.I)


@dataclass(frozen=True, slots=True)
class Marked:
    """A text of Markdown, made XHTML.

    Attributes:
        title: the words of its first heading, or "".
        line: the line of that heading.
        body: a fragment of XHTML, in no namespace.
        links: addresses within the site, with their lines.
    """

    title: str
    line: int
    body: str
    links: tuple[tuple[str, int], ...]


def marked(
    text: str,
    show: Callable[[str, int], Mapping[str, str] | None],
    lead: Callable[[str], str],
    *,
    titled: bool = False,
) -> Marked:
    """Return a whole text as XHTML.

    Args:
        text: Markdown.
        titled: leave a heading that stands first out of the body: it is the page's title.
        show: called with a picture's address and line; returns the attributes of its element, or None.
        lead: called with the address of a link within the site; returns it as the page is to have it.
    """
    reader = _reader()
    tokens = reader.parse(NOT_XML.sub("\ufffd", text))
    title, line = _title(tokens)
    if titled and tokens and tokens[0].type == "heading_open":
        tokens = tokens[3:]
    _move_headings(tokens)
    for token, number in _inline(tokens):
        address = str(token.attrs.get("href", ""))
        if token.type == "image":
            _picture(token, show(str(token.attrs["src"]), number))
        elif token.type == "link_open" and is_within(address):
            token.attrs["href"] = lead(address)
    body = NOT_XML.sub("\ufffd", reader.renderer.render(tokens, reader.options, {}))
    return Marked(title, line, body, _links(tokens))


def marked_line(text: str) -> Marked:
    """Return one line as XHTML, without a paragraph around it."""
    reader = _reader()
    tokens = reader.parseInline(NOT_XML.sub("\ufffd", text))
    for token, _ in _inline(tokens):
        if token.type == "image":
            _picture(token, None)
    return Marked("", 1, NOT_XML.sub("\ufffd", reader.renderer.render(tokens, reader.options, {})), _links(tokens))


def tree(text: str) -> SyntaxTreeNode:
    """Return what a text of Markdown holds, as nodes, for other forms than XHTML."""
    from markdown_it.tree import SyntaxTreeNode  # noqa: PLC0415 - as in _reader

    return SyntaxTreeNode(_reader().parse(NOT_XML.sub("\ufffd", text)))


def is_within(address: str) -> bool:
    """Say whether an address leads within the site."""
    return not _WEB.match(address)


@cache
def _reader() -> MarkdownIt:
    from markdown_it import MarkdownIt  # noqa: PLC0415 - 40 ms that most commands do not need
    from mdit_py_plugins.footnote import footnote_plugin  # noqa: PLC0415 - as above

    reader = MarkdownIt("commonmark", {"html": False, "xhtmlOut": True}).enable("table").use(footnote_plugin)
    reader.disable(["footnote_inline"], ignoreInvalid=True)
    reader.validateLink = lambda url: bool(_WEB.match(url)) or not _SCHEME.match(url)  # type: ignore[method-assign]
    return reader


def _title(tokens: list[Token]) -> tuple[str, int]:
    for token, following in pairwise(tokens):
        if token.type == "heading_open":
            return _words(following.children or []), (token.map or [0])[0] + 1
    return "", 1


def _words(tokens: list[Token]) -> str:
    said = (
        " " if token.type in ("softbreak", "hardbreak") else token.content
        for token in tokens
        if token.type in ("text", "code_inline", "image", "softbreak", "hardbreak")
    )
    return " ".join("".join(said).split())


def _move_headings(tokens: list[Token]) -> None:
    """Give each heading the level of its depth, from the second on, and an identifier made of its words."""
    levels: list[int] = []
    taken: dict[str, int] = {}
    for index, token in enumerate(tokens):
        if token.type == "heading_open":
            level = int(token.tag[1])
            while levels and levels[-1] >= level:
                levels.pop()
            levels.append(level)
            token.tag = tokens[index + 2].tag = f"h{min(len(levels) + 1, 6)}"
            token.attrSet("id", _identifier(_words(tokens[index + 1].children or []), taken))
        elif token.attrs.get("style"):
            side = str(token.attrs.pop("style")).rpartition(":")[2]
            token.attrSet("class", f"to-{side}")


def _identifier(words: str, taken: dict[str, int]) -> str:
    """Return an identifier that no other heading has, nor anything that the pages' own parts have ("te-…")."""
    name = re.sub(r"^(te-|fn)", r"s-\1", slug(words)) or "section"
    taken[name] = taken.get(name, 0) + 1
    return name if taken[name] == 1 else _identifier(f"{name}-{taken[name]}", taken)


def _inline(tokens: list[Token]) -> Iterator[tuple[Token, int]]:
    """Give what stands in lines, with the number of its line."""
    line = 1
    for token in tokens:
        line = token.map[0] + 1 if token.map else line
        within = line
        for child in token.children or ():
            within += child.type in ("softbreak", "hardbreak")
            yield child, within


def _picture(token: Token, attributes: Mapping[str, str] | None) -> None:
    words = _words(token.children or [])
    if attributes is None:
        token.type, token.tag, token.content, token.children = "text", "", words, None
        return
    token.attrs = {**attributes, "alt": "", **({"title": t} if (t := token.attrs.get("title")) else {})}


def _links(tokens: list[Token]) -> tuple[tuple[str, int], ...]:
    found = ((str(token.attrs["href"]), line) for token, line in _inline(tokens) if token.type == "link_open")
    return tuple((address, line) for address, line in found if is_within(address))
