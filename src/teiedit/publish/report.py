"""What stylesheets have to say: xsl:message becomes diagnostics.

A message of ours is a `diagnostic` element with a code and a severity; anything else a stylesheet says is kept too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from teiedit.model.diagnostic import Diagnostic, Severity
from teiedit.model.position import Place
from teiedit.tools.tei import parse

if TYPE_CHECKING:
    from collections.abc import Iterable

DIAGNOSTIC = "https://teiedit.org/ns/diagnostic"
_SEVERITIES = {"info": Severity.INFO, "warning": Severity.WARNING, "error": Severity.ERROR}


def diagnostics(messages: Iterable[str], file: str) -> tuple[Diagnostic, ...]:
    """Return one diagnostic for each message, in order and each only once.

    Args:
        messages: as in `Transformed.messages`, XML text each.
        file: the file the user knows the document by; a message may name another in its attribute `file`.
    """
    return tuple(dict.fromkeys(_diagnostic(message, file) for message in messages))


def _diagnostic(message: str, file: str) -> Diagnostic:
    element = _element(message)
    if element is None:
        return Diagnostic("X002", Severity.WARNING, Place(file), f"a stylesheet says: {' '.join(message.split())}")
    return Diagnostic(
        element.get("code", "X002"),
        _SEVERITIES.get(element.get("severity", ""), Severity.WARNING),
        Place(element.get("file", file)),
        " ".join("".join(element.itertext()).split()),
        element.get("hint", ""),
    )


def _element(message: str) -> etree._Element | None:
    """The `diagnostic` element of a message, which Saxon hands over in white space or a document node."""
    try:
        root = parse(message.strip().encode())
    except etree.XMLSyntaxError:
        return None
    return next(root.iter(f"{{{DIAGNOSTIC}}}diagnostic"), None)
