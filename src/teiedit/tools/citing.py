"""How places in a text are cited: what the encoder declares of it in a file, and whoever reads the file follows.

`refsDecl/citeStructure`: https://tei-c.org/release/doc/tei-p5-doc/en/html/HD.html#HDCRS
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from teiedit.tools.tei import TEI, XML_ID

if TYPE_CHECKING:
    from lxml import etree

DC_TITLE = "http://purl.org/dc/terms/title"
# The name that a page gives to a paragraph or division without an identifier, from its number: xslt/common/ids.xsl.
# In XPath, for the file; counted in one go by `numbers`, since XPath counts from the beginning for each.
PARAGRAPH = (
    "concat('te-p', count((preceding::p | ancestor-or-self::p)[ancestor::text][not(ancestor::note)]"
    "[not(@xml:id and (@part = 'M' or @part = 'F'))]))"
)
DIVISION = (
    "concat('te-s', count((preceding::div | ancestor-or-self::div | preceding::floatingText | ancestor::floatingText)"
    "[ancestor::text]))"
)
_P, _DIV, _FLOATING, _NOTE = (f"{{{TEI}}}{name}" for name in ("p", "div", "floatingText", "note"))
_TEXT = f"{{{TEI}}}text"


def numbers(root: etree._Element) -> dict[str, dict[etree._Element, str]]:
    """Return, for each of the two expressions, its values for the elements of a document.

    Args:
        root: the document's TEI element.
    """
    made: dict[etree._Element, str] = {}
    paragraphs = divisions = 0
    for text in root.iterchildren(_TEXT):
        in_notes = {inner for note in text.iter(_NOTE) for inner in note.iter(_P)}
        for node in text.iter(_P, _DIV, _FLOATING):
            if node.tag == _P:
                continues = node.get(XML_ID) and node.get("part") in ("M", "F")
                paragraphs += not continues and node not in in_notes
                made[node] = f"te-p{paragraphs}"
            else:
                divisions += 1
                made[node] = f"te-s{divisions}"
    return {PARAGRAPH: made, DIVISION: made}
