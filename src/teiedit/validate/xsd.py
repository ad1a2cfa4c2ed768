"""A second opinion: the same document against teiedit.xsd, by another validator; far too slow for every build.

https://www.w3.org/TR/xmlschema-1/
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, cast

from lxml import etree

from teiedit.model.diagnostic import Diagnostic, Severity
from teiedit.tools.resources import resource
from teiedit.tools.tei import TEI, parse

if TYPE_CHECKING:
    from collections.abc import Callable

    from xmlschema import XMLSchema

    from teiedit.model.position import Place


def check_xsd(tei: bytes, where: Callable[[int], Place]) -> tuple[Diagnostic, ...]:
    """Return what the W3C XML Schema has against a TEI document, in document order.

    Args:
        tei: a whole document.
        where: from an element's index in document order (root = 0, elements only) to the place to report.

    Raises:
        etree.XMLSyntaxError: the text is not well-formed.
    """
    root = parse(tei)
    elements = [e for e in root.iter() if isinstance(e.tag, str)]
    index = {id(element): i for i, element in enumerate(elements)}
    found = []
    for error in _schema().iter_errors(cast("Any", root)):  # it takes lxml, though its types do not say so
        i = index.get(id(error.elem), 0)
        name = etree.QName(elements[i]).localname
        reason = " ".join((error.reason or "").replace(f"{{{TEI}}}", "").split())
        message = f"the XML Schema refuses <{name}>: {reason[:1].lower()}{reason[1:].rstrip('.')}"
        found.append((i, Diagnostic("W001", Severity.ERROR, where(i), message, _HINT)))
    return tuple(diagnostic for _, diagnostic in sorted(found, key=lambda pair: pair[0]))


_HINT = "see what the RELAX NG schema says of the same place; if it says nothing, the two schemas disagree: tell us"


@cache
def _schema() -> XMLSchema:
    from xmlschema import XMLSchema  # noqa: PLC0415 - half a second that a build does not need

    return XMLSchema(str(resource("schema/teiedit.xsd")), allow="local")
