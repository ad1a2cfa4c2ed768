"""An encoded letter as the plain transcript that a typist would have made of it: a block a line, blank lines between.

Used where an archive has its encoding but no transcript any more.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from teiedit.evaluate.fields import UNREAD, reading, words

if TYPE_CHECKING:
    from collections.abc import Iterator

# Elements that are read as one line each.
_LINES = frozenset(
    "p ab head dateline salute signed addrLine titlePart trailer row l speaker stage label item byline".split()
)
# Of these only what is inside are lines.
_HOLDERS = frozenset(
    "text body front back group div div1 div2 div3 opener closer list table lg sp postscript floatingText quote "
    "address argument figure".split()
)


def plain_text(root: etree._Element) -> str:
    """Return the transcript of the text of a TEI file."""
    text = next((n for n in root.iter() if isinstance(n.tag, str) and etree.QName(n).localname == "text"), None)
    if text is None:
        return ""
    return "\n\n".join(line for line in _lines(text) if line) + "\n"


def _lines(node: etree._Element) -> Iterator[str]:
    """Give the lines of `node`; text that stands loose between blocks is a line of its own."""
    loose: list[str] = [node.text or ""]
    label = ""
    for child in node:
        name = etree.QName(child).localname if isinstance(child.tag, str) else ""
        block = name in _HOLDERS or name in (_LINES if etree.QName(node).localname != "p" else _LINES - {"label"})
        if not block:
            loose.append(reading(child) if name and name not in UNREAD else "")
            loose.append(child.tail or "")
            continue
        yield " ".join("".join(loose).split())
        loose = [child.tail or ""]
        if name == "label":
            label = words(child)
            continue
        inner = list(_lines(child)) if name in _HOLDERS or _holds_blocks(child) else [words(child)]
        inner = [line for line in inner if line]
        if label and inner:
            inner[0] = f"{label} {inner[0]}"
        label = ""
        yield from inner
    yield " ".join("".join(loose).split())


def _holds_blocks(node: etree._Element) -> bool:
    """Say whether a paragraph or item holds others, or a list that is not part of a sentence."""
    return any(
        isinstance(n.tag, str)
        and etree.QName(n).localname in ("p", "list", "table", "floatingText", "lg", "signed", "dateline")
        and "inline" not in (n.get("rend") or "")
        and not any("inline" in (up.get("rend") or "") for up in n.iterancestors())
        for n in node.iterdescendants()
    )
