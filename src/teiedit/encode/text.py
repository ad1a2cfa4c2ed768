"""The text of a document as TEI: front matter and body.

https://tei-c.org/release/doc/tei-p5-doc/en/html/DS.html
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from teiedit.model.document import Added, Element, Node, Text
from teiedit.tools.tei import XML_ID, XML_LANG, append, element

if TYPE_CHECKING:
    from lxml import etree

    from teiedit.encode.provenance import Provenance
    from teiedit.model.document import Document
    from teiedit.model.position import Span
    from teiedit.model.source import Transcript

# att.editLike gives @evidence to these alone among what we infer:
# https://tei-c.org/release/doc/tei-p5-doc/en/html/ref-att.editLike.html
_WITH_EVIDENCE = ("date", "persName", "placeName", "orgName")

Spans = dict["etree._Element", "Span"]


def encode_text(document: Document, transcript: Transcript, provenance: Provenance, spans: Spans) -> etree._Element:
    """Return the `text` element; fill `spans` with the words that each element came from."""
    writer = _Writer(transcript, provenance, spans)
    text = element("text")
    if document.front:
        append(text, element("front", *map(writer.write, document.front)))
    append(text, element("body", *map(writer.write, document.body)))
    if document.back:
        append(text, element("back", *map(writer.write, document.back)))
    return text


def encode_abstracts(document: Document, transcript: Transcript, provenance: Provenance) -> list[etree._Element]:
    """Return the editors' summaries, as `abstract` elements of the header."""
    writer = _Writer(transcript, provenance, {})
    return [writer.write(abstract) for abstract in document.abstracts]


class _Writer:
    """Writes elements of one document; whitespace is folded here and nowhere else."""

    def __init__(self, transcript: Transcript, provenance: Provenance, spans: Spans) -> None:
        self.transcript = transcript
        self.provenance = provenance
        self.spans = spans

    def write(self, source: Element) -> etree._Element:
        node = element(source.tag)
        identifier = source.id
        if source.evidence is not None:
            identifier = self.provenance.record(
                source.evidence, identifier, source.tag, source.span, about=_inferred(source)
            )
        if identifier:
            node.set(XML_ID, identifier)
        for name, value in source.attributes:
            node.set(XML_LANG if name == "xml:lang" else name, value)
        if source.evidence is not None:
            node.set("resp", source.evidence.by)
            node.set("cert", source.evidence.cert)
            if source.tag in _WITH_EVIDENCE:
                node.set("evidence", _ground(source.evidence.rule))
        self.spans[node] = source.span
        append(node, *map(self._content, source.content))
        return node

    def _content(self, node: Node) -> etree._Element | str:
        if isinstance(node, Text):
            return self.transcript.words(node.span)
        return node.text if isinstance(node, Added) else self.write(node)


# An editor's own guess, in brackets or with a question mark.
_SUPPLIED = "date.supplied"


# What the register knows is not in the text.
_REGISTER = "name.register"


def _ground(rule: str) -> str:
    if rule == _SUPPLIED:
        return "conjecture"
    return "external" if rule.startswith(_REGISTER) else "internal"


def _inferred(source: Element) -> str:
    """Return the attribute of a date that says when: the value is what was inferred, not that it is a date."""
    values = [name for name, _ in source.attributes if name in ("when", "from", "to", "notBefore", "notAfter")]
    return values[0] if source.tag == "date" and len(values) == 1 else ""
