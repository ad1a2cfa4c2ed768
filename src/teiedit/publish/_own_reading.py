"""The text of a page of the edition's own as a search reads it: its blocks, in order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from teiedit.publish._reading import Unit
from teiedit.tools.tei import parse

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

_XHTML = "{http://www.w3.org/1999/xhtml}"
_BLOCKS = frozenset("h1 h2 h3 h4 h5 h6 p li dt dd pre blockquote table tr td th ul ol section div".split())
_CELLS = ("td", "th")


def page_units(body: str) -> tuple[Unit, ...]:
    """Return the blocks of a fragment of XHTML that have words; a row of a table is one."""
    root = parse(f'<div xmlns="{_XHTML[1:-1]}">{body}</div>'.encode())
    found = (" ".join("".join(parts).split()) for parts in _blocks(root))
    return tuple(Unit("", "page", "", "", words) for words in found if words)


def _blocks(node: etree._Element) -> Iterator[list[str]]:
    """Yield the words of each block; those between its inner blocks go with it."""
    own = [node.text or ""]
    inner: list[list[str]] = []
    for child in node:
        name = child.tag.removeprefix(_XHTML) if isinstance(child.tag, str) else ""
        first, *others = _blocks(child) if name else [[]]
        if name in _CELLS or name not in _BLOCKS:
            own += [*first, " " if name in (*_CELLS, "br") else ""]
            inner += others
        else:
            inner += [first, *others]
        own.append(child.tail or "")
    yield own
    yield from inner
