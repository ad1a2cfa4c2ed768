"""A stylesheet that is not ours: what it may not do, and how it comes to stand on ours.

It may import one file, ours, and compute. It may not read or write anything: no file, no address, no second result.
The test is stricter than it must be (a function's name in a string counts too), because it cannot be looser.
https://www.w3.org/TR/xslt-30/ https://www.w3.org/TR/xpath-functions-31/
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lxml import etree

from teiedit.tools.expressions import expression
from teiedit.tools.resources import resource
from teiedit.tools.tei import parse

if TYPE_CHECKING:
    from collections.abc import Iterator

OURS = "teiedit:html.xsl"
_OUR_FILE = "xslt/html/html.xsl"
MODE = "https://teiedit.org/ns/mode"
STOPPED = "https://teiedit.org/ns/stopped"
_XSL = "http://www.w3.org/1999/XSL/Transform"
_X = f"{{{_XSL}}}"

# Instructions that read, write or run what is not in the stylesheet.
_INSTRUCTIONS = frozenset(
    "result-document source-document stream evaluate include use-package import-schema merge-source".split()
)
_READING = (
    "doc doc-available document unparsed-text unparsed-text-lines unparsed-text-available collection uri-collection "
    "json-doc transform load-xquery-module parse-xml parse-xml-fragment environment-variable "
    "available-environment-variables function-lookup static-base-uri base-uri document-uri system-property "
    # the same input gives the same bytes
    "current-dateTime current-date current-time random-number-generator generate-id"
).split()
_CALL = expression(rf"(?<![\w.-])(?:{'|'.join(_READING)})\s*[(#]")
# Namespaces of functions that processors add to the language.
_EXTENSION = expression(
    r"(?:java|clitype|xalan):|https?://(?:saxon\.sf\.net|(?:xml\.)?apache\.org|e(?:xslt|xpath)\.org)", re.I
)
_ANY_HREF = expression(rf"""(\bhref\s*=\s*)(["']){re.escape(OURS)}\2""")
_END = expression(r"</(?:[\w.-]+:)?(?:stylesheet|transform)\s*>(?!.*</(?:[\w.-]+:)?(?:stylesheet|transform)\s*>)", re.S)


@dataclass(frozen=True, slots=True)
class Objection:
    """Something in a stylesheet that it may not hold: the line, what it is, and what to do."""

    line: int
    what: str
    hint: str


def objections(text: str) -> tuple[Objection, ...]:
    """Return what stands against a stylesheet, in the order of its lines; nothing if it may be used."""
    try:
        root = parse(text.encode())
    except etree.XMLSyntaxError as error:
        return (Objection(error.lineno or 1, f"it is not well-formed XML: {error.msg}", "close each element"),)
    if root.getroottree().docinfo.doctype:
        return (Objection(1, "it has a document type declaration", "remove <!DOCTYPE …>"),)
    if root.tag not in (f"{_X}stylesheet", f"{_X}transform"):
        return (Objection(_line(root), "it is not a stylesheet", "its outermost element is xsl:stylesheet"),)
    return (*_frame(root), *(found for element in root.iter("*") for found in _element(element)))


def _frame(root: etree._Element) -> Iterator[Objection]:
    """Give what the outermost element lacks: without it templates would match nothing."""
    if root.get("version") != "3.0":
        yield Objection(_line(root), "it is not of version 3.0", 'write version="3.0" in xsl:stylesheet')
    mode = root.get("default-mode", "")
    prefix, _, local = mode.rpartition(":")
    if local != "html" or root.nsmap.get(prefix) != MODE:
        hint = f'write default-mode="m:html" and xmlns:m="{MODE}" in xsl:stylesheet'
        yield Objection(_line(root), "it does not say which mode its templates are for", hint)
    if len(list(root.iter(f"{_X}import"))) != 1:  # what it imports, if not ours, is told at its own line
        yield Objection(
            _line(root), "it does not import ours, or more than that", f'begin with <xsl:import href="{OURS}"/>'
        )


def _element(element: etree._Element) -> Iterator[Objection]:
    line = _line(element)
    name, ours = etree.QName(element).localname, etree.QName(element).namespace == _XSL
    if ours and name in _INSTRUCTIONS:
        yield Objection(line, f"it uses xsl:{name}", _APART)
    if ours and name == "import" and element.get("href") != OURS:
        yield Objection(line, f'it imports "{element.get("href", "")}"', f'it may import "{OURS}" only')
    for key, value in ((etree.QName(key), str(value)) for key, value in element.attrib.items()):
        if ours and key.namespace is None and key.localname.startswith("_"):
            yield Objection(line, f'it has the attribute "{key.localname}"', "write the attribute itself")
        if key.localname == "extension-element-prefixes":
            yield Objection(line, "it declares extension elements", "use the instructions of XSLT 3.0 only")
        if ours or "{" in value:
            yield from _expression(value, line)
    for address in {uri for uri in element.nsmap.values() if uri and _EXTENSION.match(uri)} - _above(element):
        yield Objection(line, f'it declares the namespace "{address}"', "use the functions of XPath 3.1 only")
    for words in _texts(element):
        if "{" in words:
            yield from _expression(words, line)


def _texts(element: etree._Element) -> list[str]:
    """Return the texts between an element's children as XSLT has them: comments and instructions part nothing."""
    texts = [element.text or ""]
    for child in element:
        if isinstance(child.tag, str):
            texts.append(child.tail or "")
        else:
            texts[-1] += child.tail or ""
    return texts


def _above(element: etree._Element) -> set[str]:
    parent = element.getparent()
    return set() if parent is None else {uri for uri in parent.nsmap.values() if uri}


def _expression(text: str, line: int) -> Iterator[Objection]:
    for call in _CALL.finditer(text):
        yield Objection(line, f"it calls {call[0].rstrip('(#').strip()}()", _APART)
    if re.search(r"Q\{\s*" + _EXTENSION.pattern, text, re.I):
        yield Objection(line, "it calls a function of a processor's own", "use the functions of XPath 3.1 only")


_APART = "it may read and write nothing but the document and the page; what it needs can stand in the stylesheet itself"


def _line(element: etree._Element) -> int:
    return int(element.sourceline or 1)


def on_ours(text: str) -> str:
    """Return a stylesheet without objections so that it can be compiled: on ours, and telling where it stops.

    No line moves. Where it stops with an error, it says so in a message with the line and makes an empty page.
    """
    placed = _ANY_HREF.sub(rf"\g<1>\g<2>{resource(_OUR_FILE).as_uri()}\g<2>", text)
    return _END.sub(lambda end: _STOP + end[0], placed, count=1)


_STOP = " ".join(
    line.strip()
    for line in f"""
  <x:template xmlns:x="{_XSL}" xmlns:d="{STOPPED}" xmlns:e="http://www.w3.org/2005/xqt-errors" xmlns:h="{MODE}"
    match="/" mode="h:html" priority="1000000" expand-text="no">
  <x:try><x:next-match/>
  <x:catch errors="*"><x:message><d:stopped line="{{$e:line-number}}" module="{{$e:module}}">
  <x:value-of select="$e:description"/></d:stopped></x:message></x:catch></x:try>
  </x:template>
""".splitlines()
)
