"""The names of places in a page, as xslt/common/ids.xsl makes them: an xml:id, or te- and a number."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from teiedit.tools.tei import XML_ID

if TYPE_CHECKING:
    from lxml import etree

# Those whose identifiers the page has, on themselves and always.
PLACES = frozenset(
    "p div floatingText note item list opener closer postscript dateline salute signed trailer titlePart".split()
)
_COUNTED = {"p": "te-p", "div": "te-s", "floatingText": "te-s", "note": "te-n", "pb": "te-pb"}
_IN_NOTE = "te-np"


class Anchors:
    """Counts the elements of one text, in document order."""

    def __init__(self) -> None:
        self._counts: Counter[str] = Counter()

    def of(self, node: etree._Element, name: str, *, in_note: bool) -> str:
        """Return the name of an element's place, or "" where the page has none for it.

        Args:
            node: the next element of the text; each may be asked once.
            name: its local name.
            in_note: whether it stands in a note.
        """
        counted = _IN_NOTE if name == "p" and in_note else _COUNTED.get(name, "")
        identifier = node.get(XML_ID, "")
        continues = name == "p" and bool(identifier) and node.get("part") in ("M", "F")
        if counted and not (continues and counted == "te-p"):
            self._counts[counted] += 1
        return identifier or (f"{counted}{self._counts[counted]}" if counted else "")

    @property
    def paragraph(self) -> int:
        """The number of the paragraph last asked for."""
        return self._counts["te-p"]
