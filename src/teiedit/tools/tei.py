"""TEI as XML: names, safe parsing, building, serialising.

The Guidelines' namespace: https://tei-c.org/release/doc/tei-p5-doc/en/html/ST.html
"""

from __future__ import annotations

import re
import unicodedata
from xml.parsers import expat

from lxml import etree

from teiedit.model.position import Place

TEI = "http://www.tei-c.org/ns/1.0"
XML = "http://www.w3.org/XML/1998/namespace"
XML_ID = f"{{{XML}}}id"
XML_LANG = f"{{{XML}}}lang"
NS = {"tei": TEI}

# What XML 1.0 production [2] Char leaves out: https://www.w3.org/TR/xml/#charsets (the complement, which is short,
# compiles in a twentieth of the time)
NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def parser() -> etree.XMLParser[etree._Element]:
    """Return a parser for XML that is not ours: no entities, no network, no document type.

    `collect_ids` is off because libxml2 otherwise refuses a file with a repeated xml:id, a fault that is
    ours to explain.
    """
    return etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, collect_ids=False, huge_tree=False)


def parse(xml: bytes) -> etree._Element:
    """Return the root element of `xml`.

    Raises:
        etree.XMLSyntaxError: the text is not well-formed.
    """
    return etree.fromstring(xml, parser())


def serialise(root: etree._Element) -> bytes:
    """Return `root` as UTF-8 with an XML declaration and a final line end."""
    return b'<?xml version="1.0" encoding="UTF-8"?>\n' + etree.tostring(root, encoding="UTF-8") + b"\n"


def element(tag: str, *content: etree._Element | str | None, **attributes: str | None) -> etree._Element:
    """Build a TEI element: children and text in order, attributes by keyword.

    `xml_id` and `xml_lang` stand for `xml:id` and `xml:lang`; a trailing underscore is dropped, so that
    `from_` can be said; attributes and content that are None are left out.
    """
    node = etree.Element(f"{{{TEI}}}{tag}", nsmap={None: TEI})
    for name, value in attributes.items():
        if value is not None:
            node.set(_ATTRIBUTE.get(name, name.rstrip("_")), value)
    append(node, *content)
    return node


_ATTRIBUTE = {"xml_id": XML_ID, "xml_lang": XML_LANG}


def append(node: etree._Element, *content: etree._Element | str | None) -> None:
    """Add children and text to `node`, in order. The only place that knows lxml's `tail`."""
    for part in content:
        if part is None:
            continue
        if isinstance(part, str):
            if len(node):
                node[-1].tail = (node[-1].tail or "") + part
            else:
                node.text = (node.text or "") + part
        else:
            node.append(part)


def by_editors(node: etree._Element) -> bool:
    """Say whether an element holds words of the editors', which are none of the document: a note, a translation."""
    if node.tag == _NOTE:
        return node.get("type") in ("editorial", "headnote")
    return node.tag == _DIV and node.get("type") == "translation" and node.get("resp") == "#editor"


_DIV, _NOTE = f"{{{TEI}}}div", f"{{{TEI}}}note"


def slug(text: str) -> str:
    """Return `text` as the tail of an XML name: ASCII letters, digits, hyphens, in lower case; may be ''."""
    plain = unicodedata.normalize("NFKD", text).replace("ß", "ss").replace("æ", "ae").replace("ø", "o")
    return re.sub(r"[^a-z0-9]+", "-", plain.encode("ascii", "ignore").decode().lower()).strip("-")


def element_places(xml: bytes, file: str) -> tuple[Place, ...]:
    """Return where each start tag stands in `xml`, in document order; a place ends where its tag does.

    Args:
        xml: a whole document.
        file: its path as the user knows it.

    Raises:
        ValueError: the text is not well-formed, or has a document type declaration.
    """
    reader = expat.ParserCreate()
    found: list[Place] = []

    def start(*_: object) -> None:
        line, column = reader.CurrentLineNumber, reader.CurrentColumnNumber + 1
        tag = _START_TAG.match(xml, reader.CurrentByteIndex)
        lines = _LINE_END.split(tag[0].decode("utf-8", "replace")) if tag else [""]
        end = len(lines[-1]) + (column if len(lines) == 1 else 1)
        found.append(Place(file, line, column, line + len(lines) - 1, end))

    def refuse(*_: object) -> None:
        raise ValueError("the document has a document type declaration")

    reader.StartElementHandler = start
    reader.StartDoctypeDeclHandler = refuse
    try:
        reader.Parse(xml, True)
    except expat.ExpatError as error:
        raise ValueError(str(error)) from error
    return tuple(found)


# XML 1.0 production [40] STag, loosely: https://www.w3.org/TR/xml/#NT-STag
_START_TAG = re.compile(rb"""<(?:[^<>"']|"[^"]*"|'[^']*')*>""")
_LINE_END = re.compile(r"\r\n|\r|\n")
