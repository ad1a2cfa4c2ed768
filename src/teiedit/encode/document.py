"""A whole document as one TEI file, in the order header, entities, provenance, text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lxml import etree

from teiedit.encode.entities import encode_entities
from teiedit.encode.header import encode_header
from teiedit.encode.provenance import Provenance
from teiedit.encode.text import Spans, encode_abstracts, encode_text
from teiedit.tools.tei import TEI, element

if TYPE_CHECKING:
    from collections.abc import Mapping

    from teiedit.model.document import Document
    from teiedit.model.edition import Edition
    from teiedit.model.position import Span
    from teiedit.model.source import Transcript

# The release of TEI P5 that the customisation is a subset of.
_P5 = "4.12.0"
# Elements that hold elements only, and may be indented without touching the text.
_INDENTED = frozenset(
    f"{{{TEI}}}{tag}"
    for tag in (
        "TEI teiHeader fileDesc titleStmt respStmt publicationStmt availability sourceDesc msDesc msIdentifier "
        "encodingDesc projectDesc editorialDecl correction normalization quotation hyphenation interpretation "
        "refsDecl citeStructure classDecl taxonomy category appInfo application "
        "profileDesc abstract creation langUsage textClass correspDesc "
        "correspAction revisionDesc standOff listPerson listOrg listPlace person org place location "
        "text front body back div opener closer postscript list item"
    ).split()
)


@dataclass(frozen=True, slots=True)
class Encoded:
    """A document as TEI.

    Attributes:
        root: the TEI element.
        spans: for each element in document order, the words of the transcript that it came from, or None.
    """

    root: etree._Element
    spans: tuple[Span | None, ...]


def encode(document: Document, transcript: Transcript, edition: Edition, rules: Mapping[str, str]) -> Encoded:
    """Return `document` as TEI.

    Args:
        document: what the transcript was understood to be.
        transcript: its text.
        edition: who publishes it, and under what terms.
        rules: rule id to what the rule does, in words for readers.
    """
    provenance = Provenance(transcript, rules)
    spans: Spans = {}
    text = encode_text(document, transcript, provenance, spans)
    abstracts = encode_abstracts(document, transcript, provenance)
    header = encode_header(document, transcript.source, edition, provenance, text, abstracts)
    root = element(
        "TEI",
        header,
        encode_entities(document, edition),
        provenance.stand_off(),
        text,
        version=_P5,
        xml_id=document.id,
        xml_lang=document.language,
    )
    indent(root)
    return Encoded(root, tuple(spans.get(node) for node in root.iter(etree.Element)))


def indent(node: etree._Element, depth: int = 0) -> None:
    """Put each child on a line of its own wherever no text stands beside it."""
    if not len(node) or node.tag not in _INDENTED or _holds_text(node):
        return
    node.text = "\n" + "  " * (depth + 1)
    for child in node:
        indent(child, depth + 1)
        child.tail = "\n" + "  " * (depth + 1)
    node[-1].tail = "\n" + "  " * depth


def _holds_text(node: etree._Element) -> bool:
    inline = node.tag == f"{{{TEI}}}list" and "inline" in node.get("rend", "")
    return inline or any(text.strip() for text in (node.text or "", *(child.tail or "" for child in node)))
