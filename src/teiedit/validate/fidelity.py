"""The proof that nothing was lost: the transcript's characters, in order, are those of the TEI's text.

What is compared is every character that is not white space, and the white space between two characters that
stand in one block of text. Left out of the TEI is what an edition adds: corrections, regularisations,
expansions, descriptions of figures, editorial notes, and the editors' own introductions and translations. Where a
block begins or ends (a paragraph, an item, its label), and beside a form feed, the transcript may have white space or
none. The signs that an element stands for (the brackets of a supplied word) are written back, from the elements alone;
a line end within a divided word is `lb` with break="no", and a form feed is `pb` with rend="form-feed".
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from teiedit.model.diagnostic import Diagnostic, Severity
from teiedit.model.notation import NOTATION
from teiedit.model.position import Span
from teiedit.model.source import FORM_FEED
from teiedit.tools.tei import NS, TEI, by_editors

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from teiedit.model.source import Transcript

_ADDED = frozenset(f"{{{TEI}}}{tag}" for tag in ("corr", "reg", "expan", "figDesc"))
_INLINE = frozenset(
    f"{{{TEI}}}{tag}"
    for tag in (
        "abbr add anchor choice corr date del desc emph expan foreign fw g gap hi idno measure metamark milestone "
        "name num orgName orig pb pc persName placeName q quote ref reg roleName rs seg sic soCalled stamp subst "
        "supplied term time title unclear forename surname"
    ).split()
)
_SIGNS = {f"{{{TEI}}}{tag}": signs for tag, signs in NOTATION.items()}
_HI, _LB, _METAMARK, _PB, _UNCLEAR = (f"{{{TEI}}}{tag}" for tag in ("hi", "lb", "metamark", "pb", "unclear"))
_BOUNDARY = "\x1e"
_BREAK = "\x1f"
_LINE_END = re.compile(r"[ \t]*(?:\r\n|\r|\n)[ \t]*")
_SPACE = re.compile(r"[ \t\r\n]+")
_CHARACTERS = re.compile(r"[^ \t\r\n]")
_UNITS = re.compile(r"([ \t\r\n\x1e\x1f]*)([^ \t\r\n\x1e\x1f])")


def check_fidelity(root: etree._Element, transcript: Transcript) -> tuple[Diagnostic, ...]:
    """Return nothing if the transcript is whole in the TEI; otherwise L001, where the two part.

    Args:
        root: the TEI element.
        transcript: what it was made from.
    """
    text = root.find("tei:text", NS)
    encoded = "".join(_linear(text)) if text is not None else ""
    source = transcript.source.text
    if _BREAK not in encoded and _words(source) == _words(encoded.replace(_BOUNDARY, " ")):
        return ()
    return _compare(transcript, encoded)


def restored(root: etree._Element) -> tuple[str, ...]:
    """Return the text of a TEI document as its transcript has it, block by block, with single spaces."""
    text = root.find("tei:text", NS)
    whole = "".join(_linear(text)).replace(_BREAK, "") if text is not None else ""
    blocks = (" ".join(_words(block)) for block in whole.split(_BOUNDARY))
    return tuple(block for block in blocks if block and block != FORM_FEED)


def extents(root: etree._Element) -> dict[etree._Element, tuple[int, int]]:
    """Return where the words of each element of the text stand in the transcript.

    Given are start and end, counted in the transcript's characters that are not white space. What an edition adds is
    left out.
    """
    text = root.find("tei:text", NS)
    found: dict[etree._Element, tuple[int, int]] = {}
    if text is not None:
        _measure(text, 0, found)
    return found


def _measure(node: etree._Element, start: int, found: dict[etree._Element, tuple[int, int]]) -> int:
    """Note the extents of `node` and all in it, and return where it ends."""
    before, after = _signs(node)
    form_feed = FORM_FEED if node.tag == _PB and node.get("rend") == "form-feed" else ""
    at = start + _count(before) + _count(form_feed or node.text)
    for child in node:
        if isinstance(child.tag, str) and not _is_added(child):
            at = _measure(child, at, found)
        at += _count(child.tail)
    found[node] = (start, at + _count(after))
    return found[node][1]


def _count(text: str | None) -> int:
    return sum(1 for _ in _CHARACTERS.finditer(text)) if text else 0


def _words(text: str) -> list[str]:
    return [word for word in _SPACE.split(text) if word]


def _linear(node: etree._Element) -> Iterator[str]:
    """Give the text of `node` in order, with a sign wherever a block begins or ends."""
    if node.tag == _LB and node.get("break") == "no":
        yield _BREAK
        return
    if node.tag == _PB and node.get("rend") == "form-feed":
        yield _BOUNDARY + FORM_FEED + _BOUNDARY
        return
    around = _BOUNDARY if node.tag not in _INLINE else ""
    before, after = _signs(node)
    yield around + before + (node.text or "")
    for child in node:
        if isinstance(child.tag, str) and not _is_added(child):
            yield from _linear(child)
        yield child.tail or ""
    yield after + around


def _signs(node: etree._Element) -> tuple[str, str]:
    """Return the notation that `node` stands for, unless it has the transcript's own signs within or behind it."""
    signs = _SIGNS.get(str(node.tag))
    if signs is None or (node.tag == _HI and node.get("rend") != "underline"):
        return "", ""
    own = len(node) and not node.text and node[0].tag == _METAMARK and node[0].get("function") == "transcriber"
    if own or (node.tag == _UNCLEAR and _marked(node)):
        return "", ""
    return signs


def _marked(node: etree._Element) -> bool:
    """Say whether the next thing after a doubtful word, white space apart, is the transcriber's own mark of doubt."""
    at: etree._Element | None = node
    while at is not None:
        if (at.tail or "").strip():
            return False
        following = _next(at)
        while following is not None and following.tag != _METAMARK and not (following.text or "").strip():
            if not len(following):
                break
            following = following[0]
        if following is None:
            at = at.getparent()
        elif following.tag == _METAMARK:
            return following.get("function") == "uncertain"
        elif (following.text or "").strip():
            return False
        else:
            at = following
    return False


def _next(node: etree._Element) -> etree._Element | None:
    """Return what follows an element, without what the editors add right behind it."""
    following = node.getnext()
    while following is not None and _is_added(following) and not (following.tail or "").strip():
        following = following.getnext()
    return following


def _is_added(node: etree._Element) -> bool:
    return node.tag in _ADDED or by_editors(node)


def _compare(transcript: Transcript, encoded: str) -> tuple[Diagnostic, ...]:
    """Walk through both texts, character by character, to the first difference that matters."""
    source = transcript.source.text
    ours = _UNITS.finditer(encoded)
    end = 0
    for theirs in _CHARACTERS.finditer(source):
        unit = next(ours, None)
        if unit is None:
            return (_lost(transcript, theirs.start(), len(source)),)
        if unit[2] != theirs.group():
            return (_differs(transcript, theirs.start(), encoded[unit.start(2) : unit.start(2) + 30]),)
        between = source[end : theirs.start()]
        if _BREAK in unit[1]:
            agree = unit[1] == _BREAK and bool(_LINE_END.fullmatch(between))
        else:
            agree = not end or _BOUNDARY in unit[1] or bool(unit[1]) == bool(between)
        if not agree:
            return (_differs(transcript, theirs.start(), encoded[unit.start() : unit.start() + 30]),)
        end = theirs.end()
    extra = next(ours, None)
    if extra is not None:
        return (_differs(transcript, len(source) - 1, encoded[extra.start(2) : extra.start(2) + 30]),)
    return ()


def _lost(transcript: Transcript, start: int, end: int) -> Diagnostic:
    words = transcript.words(Span(start, min(end, start + 40))).strip()
    return _diagnostic(transcript, start, f'"{words}" of the transcript is missing from the TEI')


def _differs(transcript: Transcript, start: int, encoded: str) -> Diagnostic:
    words = transcript.words(Span(start, min(len(transcript.source.text), start + 30))).strip()
    found = " ".join(encoded.replace(_BOUNDARY, " ").replace(_BREAK, " ").split())
    return _diagnostic(transcript, start, f'the transcript reads "{words}" where the TEI has "{found}"')


def _diagnostic(transcript: Transcript, start: int, message: str) -> Diagnostic:
    return Diagnostic(
        "L001",
        Severity.ERROR,
        transcript.place(Span(start, start + 1)),
        message,
        "the document was not published; this is a fault of the program: please report it with the transcript",
    )
