"""The words for what is not well-formed XML: what the parser says, as it would be said to somebody with a letter."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from teiedit.model.diagnostic import Diagnostic, Severity
from teiedit.model.position import Place

if TYPE_CHECKING:
    from lxml import etree

# what libxml2 says (a regular expression), and a message and hint with its groups
_SAYINGS: tuple[tuple[str, str, str], ...] = (
    (
        r"Opening and ending tag mismatch: (\S+) line (\d+) and (\S+)",
        "<{0}> of line {1} is closed by </{2}>",
        "add </{0}> before </{2}>, or the <{2}> that </{2}> should close; or one of the two is misspelt",
    ),
    (
        r"Premature end of data in tag (\S+) line (\d+)",
        "it ends before <{0}> of line {1} is closed",
        "its end may have been cut off: add </{0}> and the end tags of all that is around it",
    ),
    (
        r"EndTag: '</' not found",
        "it ends before all tags are closed",
        "its end may have been cut off: add the end tags",
    ),
    (
        r"Attribute (\S+) redefined",
        "the attribute {0} stands twice on one tag",
        "keep one of the two; an attribute may stand only once",
    ),
    (
        r"AttValue: .* expected",
        "the value of an attribute is not in quotation marks",
        'write it in straight ones, such as type="letter"',
    ),
    (
        r"Unescaped '<' not allowed in attributes values",
        'the value of an attribute has no end, or a "<" in it',
        'close the quotation marks; a "<" in a value is written "&lt;"',
    ),
    (
        r"Specification mandates? value for attribute (\S+)",
        "the attribute {0} has no value",
        'write {0}="…", or take it away',
    ),
    (r"Double hyphen within comment", 'a comment has "--" in it', 'write one hyphen: "--" may only end a comment'),
    (r"Comment not terminated", "a comment has no end", 'end it with "-->"'),
    (
        r"Entity '(\w+)' not defined",
        "there is no entity &{0};",
        "write the character itself; only &amp;, &lt;, &gt;, &quot; and &apos; have names here",
    ),
    (
        r"Extra content at the end of the document",
        "something stands after its end",
        "one file holds one document: take away what follows </TEI>, or begin a new file",
    ),
    (r"StartTag: invalid element name", 'a "<" stands as text', 'write it "&lt;"'),
    (r"(?:xmlParseEntityRef: no name|EntityRef: expecting ';')", 'a "&" stands as text', 'write it "&amp;"'),
    (r"(?:Document is empty|Start tag expected)", "it is empty, or does not begin with a tag", "begin it with <TEI>"),
    (
        r"(?i)not proper UTF-8|encoding",
        "it is not in UTF-8",
        "save it as UTF-8",
    ),
)


def not_well_formed(error: etree.XMLSyntaxError, file: str) -> Diagnostic:
    """Return what keeps a file from being XML."""
    line, column = error.position if error.position else (0, 0)
    message, hint = _said(str(error.msg or "").partition(", line ")[0])
    place = Place(file, line, max(column, 0))
    return Diagnostic("R001", Severity.ERROR, place, f"the file is not well-formed XML: {message}", hint)


def _said(words: str) -> tuple[str, str]:
    if match := re.search(r"invalid Char value (\d+)", words):
        return f"it has the control character U+{int(match[1]):04X}", "take it away; word processors leave such signs"
    for pattern, message, hint in _SAYINGS:
        if match := re.search(pattern, words):
            return message.format(*match.groups()), hint.format(*match.groups())
    plain = " ".join(words.split())
    return f"{plain[:1].lower()}{plain[1:]}", "mend it in an editor that knows XML, which shows the place"
