"""Links from one page of an e-book to a passage of another: kept where the passage is there.

A link to a place that a file does not have makes a book invalid, and whether a page has it is known once it is made.
So pages with such links wait, compressed, until all are.
"""

from __future__ import annotations

import re
import zlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

# A link to a passage of another document: its file, and the place in it.
_LINK = re.compile(r'(?P<before> href="(?:documents/)?(?P<document>[^"#/:?]+)\.xhtml)#(?P<anchor>[^"]+)(?=")')
# Such a link in TEI, and in the editors' introduction.
_POINTER = re.compile(r"""["'\s](?:documents/)?([^\s"'/#:?<>]+)\.(?:xml|html)#([^\s"'<>]+)""")
_IDENTIFIER = re.compile(r'\sid="([^"]+)"')


class Passages:
    """The passages of a book that are pointed to, which of them there are, and the pages that wait to know it."""

    def __init__(self) -> None:
        self._wanted: dict[str, set[str]] = {}
        self._there: set[tuple[str, str]] = set()
        self._waiting: dict[str, bytes] = {}

    def want(self, text: str) -> None:
        """Take the pointers of a TEI document, or of an introduction."""
        for document, anchor in _POINTER.findall(text):
            self._wanted.setdefault(document, set()).add(anchor)

    def pass_by(self, file: str, document: str, page: str) -> bool:
        """Take note of a page's places; keep it and return True if it has to wait.

        Args:
            file: what it is called in the book.
            document: the identifier of the document that it shows, or "".
            page: the page.
        """
        if wanted := self._wanted.get(document):
            self._there.update((document, anchor) for anchor in wanted.intersection(_IDENTIFIER.findall(page)))
        waits = _LINK.search(page) is not None
        if waits:
            self._waiting[file] = zlib.compress(page.encode(), 1)
        return waits

    def settled(self) -> Iterator[tuple[str, str]]:
        """Give the pages that have waited; their links lead to the passage, or to the document where there is none."""
        for file, packed in self._waiting.items():
            yield file, _LINK.sub(self._link, zlib.decompress(packed).decode())

    def _link(self, link: re.Match[str]) -> str:
        return link[0] if (link["document"], link["anchor"]) in self._there else link["before"]
