"""The rules of teiedit.sch, which no grammar can state: pointers, agreement, order, reasons.

They are compiled to XSLT when the schema is made (schema/generate.py) and run by Saxon.
https://schematron.com/document/2811.html (ISO/IEC 19757-3:2020)
"""

from __future__ import annotations

import difflib
import re
from typing import TYPE_CHECKING

from lxml import etree

from teiedit.model.diagnostic import Diagnostic, Severity
from teiedit.tools import saxon

if TYPE_CHECKING:
    from collections.abc import Callable

    from teiedit.model.position import Place

_LOST = "S001"
_SEVERITY = {"error": Severity.ERROR, "warning": Severity.WARNING, "info": Severity.INFO}


def check(root: etree._Element, where: Callable[[int], Place]) -> tuple[Diagnostic, ...]:
    """Return the rules that a document breaks, in document order.

    Args:
        root: the root element of a whole document.
        where: from an element's index in document order (root = 0, elements only) to the place to report.
    """
    return tuple(diagnostic for _, diagnostic in findings(root, where))


def findings(root: etree._Element, where: Callable[[int], Place]) -> tuple[tuple[int, Diagnostic], ...]:
    """Return the same, each with the index of the element that it is about."""
    xml = etree.tostring(root, encoding="unicode", with_tail=False)
    report = etree.fromstring(saxon.transform("schema/teiedit-schematron.xsl", xml).result.encode())
    found = []
    for finding in report:
        index = int(finding.get("index", "0"))
        severity = _SEVERITY[finding.get("severity", "error")]
        message, hint = (part.text or "" for part in finding)
        if finding.get("code") == _LOST:
            hint = _near(message, root) or hint
        found.append((index, Diagnostic(finding.get("code", ""), severity, where(index), message, hint)))
    return tuple(sorted(found, key=lambda pair: pair[0]))


def _near(message: str, root: etree._Element) -> str:
    """What a pointer to nothing was probably meant to be: an identifier that looks like it, or ""."""
    lost = re.findall(r"#([^\s\"#]+)", message)
    known = [str(i) for i in root.xpath("//@xml:id")]
    close = [match for name in lost for match in difflib.get_close_matches(name, known, 1, 0.75)]
    return f'did you mean "#{close[0]}"?' if close else ""
