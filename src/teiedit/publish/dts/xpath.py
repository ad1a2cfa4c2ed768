"""The XPath of a citation structure, in which names without a prefix are TEI's.

XSLT has xpath-default-namespace for that, XPath 1.0 nothing: a prefix is written before such names, by the rules of
https://www.w3.org/TR/1999/REC-xpath-19991116/#exprlex.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from lxml import etree

from teiedit.tools.tei import TEI

if TYPE_CHECKING:
    from collections.abc import Mapping

_TOKEN = re.compile(
    r"""\s*(?:(?P<name>[^\W\d][\w.\-]*(?::(?!:)[^\W\d][\w.\-]*)?)|(?P<other>"[^"]*"|'[^']*'|::|//|\.\.|[<>!]=|[\d.]+|\S))"""
)
_NAME_FOLLOWS = frozenset(("@", "::", "(", "[", ",", "/", "//", "|", "+", "-", "=", "!=", "<", "<=", ">", ">=", "$"))
_OPERATORS = frozenset(("and", "or", "div", "mod"))


def compiled(expression: str, nsmap: Mapping[str | None, str]) -> etree.XPath | None:
    """Return an expression to be called with an element; None where it is not XPath 1.0.

    Args:
        expression: as it stands in the file.
        nsmap: the prefixes that are bound where it stands.
    """
    return _compiled(expression, tuple(sorted((p, uri) for p, uri in nsmap.items() if p and p != "tei")))


@lru_cache(maxsize=1024)
def _compiled(expression: str, prefixes: tuple[tuple[str, str], ...]) -> etree.XPath | None:
    try:
        return etree.XPath(prefixed(expression), namespaces={**dict(prefixes), "tei": TEI}, regexp=False)
    except etree.XPathError:
        return None


def prefixed(expression: str) -> str:
    """Return an expression in which each name of an element that has no prefix has one."""
    found = list(_TOKEN.finditer(expression))
    result, end, before = [], 0, ""
    for place, token in enumerate(found):
        after = found[place + 1]["other"] if place + 1 < len(found) else ""
        name = token["name"]
        operator = name in _OPERATORS and before not in ("", *_NAME_FOLLOWS)
        if name and not operator and ":" not in name and after not in ("(", "::") and before not in ("@", "$"):
            attribute = before == "::" and found[place - 2]["name"] == "attribute"
            start = token.start("name")
            result += [expression[end:start], "" if attribute else "tei:"]
            end = start
        # after an operator that is a name, a name of an element follows again
        before = "," if operator else token["other"] or "name"
    return "".join([*result, expression[end:]])
