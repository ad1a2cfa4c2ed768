"""Answers as XML text: each value escaped, whatever it holds."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

NAMESPACE = "http://www.openarchives.org/OAI/2.0/"
_SCHEMA = f"{NAMESPACE} {NAMESPACE}OAI-PMH.xsd"
_XSI = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'

# What XML 1.0 cannot hold, 2.2.
_FORBIDDEN = re.compile(r"[^\t\n\r\x20-\uD7FF\uE000-\uFFFD\U00010000-\U0010FFFF]")
_ESCAPES = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\n": "&#10;", "\r": "&#13;", "\t": "&#9;"}
)
# All that may stand before the root of a document of ours.
_PROLOG = re.compile(rb"(?:\xef\xbb\xbf)?(?:\s+|<\?.*?\?>|<!--.*?-->)*", re.DOTALL)


def escaped(value: str) -> str:
    """Return a value as it stands in text and in attributes."""
    return _FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", value).translate(_ESCAPES)


def element(name: str, value: str) -> str:
    """Return an element with text."""
    return f"<{name}>{escaped(value)}</{name}>"


def attributes(values: Mapping[str, str]) -> str:
    """Return attributes, each with a space before it."""
    return "".join(f' {name}="{escaped(value)}"' for name, value in values.items())


def root(document: bytes) -> bytes:
    """Return the root element of a document, as it stands there, without what stands around it."""
    start = _PROLOG.match(document)
    begin = start.end() if start else 0
    end = document.rfind(b">") + 1
    while (tail := document[begin:end]).endswith((b"?>", b"-->")):
        opening = tail.rfind(b"<?" if tail.endswith(b"?>") else b"<!--")
        end = document.rfind(b">", begin, begin + opening) + 1
    return document[begin:end]


def located(document: bytes, namespace: str, schema: str) -> bytes:
    """Return a root element that says where its schema is, as records must (3.4)."""
    head, sign, rest = document.partition(b">")
    if not sign or b"schemaLocation" in head:
        return document
    name = re.match(rb"<[^\s/>]+", head)
    cut = name.end() if name else 0
    declared = "" if b"xmlns:xsi=" in head else f" {_XSI}"
    said = f'{declared} xsi:schemaLocation="{escaped(namespace)} {escaped(schema)}"'.encode()
    return head[:cut] + said + head[cut:] + sign + rest


def envelope(style: str, moment: str, address: str, request: Mapping[str, str], body: bytes) -> bytes:
    """Return a whole answer.

    Args:
        style: the address of the stylesheet for people's browsers.
        moment: when it is given.
        address: the base URL.
        request: the arguments that were understood.
        body: the element of the verb, or errors.
    """
    head = (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<?xml-stylesheet type="text/xsl" href="{escaped(style)}"?>\n'
        f'<OAI-PMH xmlns="{NAMESPACE}" {_XSI} xsi:schemaLocation="{_SCHEMA}">\n'
        f"<responseDate>{moment}</responseDate>\n"
        f"<request{attributes(request)}>{escaped(address)}</request>\n"
    )
    return b"".join((head.encode(), body, b"\n</OAI-PMH>\n"))
