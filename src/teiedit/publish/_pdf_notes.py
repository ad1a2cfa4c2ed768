"""Labels of notes in a PDF that Typst made: links between label and note, and the tags of the labels.

Where Typst makes these itself, it sets each paragraph with a note twice: the number of a note is what it asks the
finished pages for. So set.typ links label and note by addresses of ours, the same on both sides, and the places are
put for them here, as a link's rectangle gives them (ISO 32000-1, 12.3.2.2 and 12.5.6.5).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence

    # Where something stands in the file, and what comes in its place.
    Change = tuple[int, int, bytes]

# Objects as Typst writes them: a link that is ours, the element of the tag tree that holds it, the element in that.
_LINK = re.compile(
    rb"^(?P<number>\d+) 0 obj\n<</Type/Annot/Subtype/Link/Rect\[(?P<x>\S+) \S+ \S+ (?P<y>[^]]+)\][^\n]*?"
    rb"(?P<action>/A<</Type/Action/S/URI/URI\(teiedit:(?P<side>note|call)/(?P<nth>\d+\.\d+)/(?P<label>[0-9a-f]*)\)>>)"
    rb"[^\n]*(?P<words>/Contents\(teiedit:[^)]*\))",
    re.M,
)
_HOLDER = re.compile(
    rb"^(?P<number>\d+) 0 obj\n<</Type/StructElem(?P<kind>/S/Link)/P \d+ 0 R/K\["
    rb"(?P<object><</Type/OBJR/Pg \d+ 0 R/Obj (?P<link>\d+) 0 R>>)(?P<inner>\d+) 0 R\]",
    re.M,
)
_ON_PAGE = re.compile(rb"<</Type/OBJR/Pg (?P<page>\d+) 0 R/Obj (?P<link>\d+) 0 R>>")
_INNER = re.compile(rb"\d+ 0 obj\n<</Type/StructElem(?P<kind>/S/Strong)/P \d+ 0 R/K(?P<kids>\[)")
_PARENTS = re.compile(rb"/ParentTree<</Nums\[(?P<pairs>[^]]*)\]")
_PAIR = re.compile(rb"(\d+) (\d+)( 0 R)")
_OTHER = {b"note": b"call", b"call": b"note"}
_TABLE = re.compile(rb"xref\n0 (\d+)\n")
_ROW = 20


def noted(pdf: bytes, words: str) -> bytes:
    """Lead the labels of notes to their notes, and back.

    Args:
        pdf: as Typst made it.
        words: what a label is called where it is read out, with {} for it.
    """
    links = list(_LINK.finditer(pdf))
    if not links:
        return pdf
    starts = _starts(pdf)
    pages = {found["link"]: found["page"] for found in _ON_PAGE.finditer(pdf)}
    places = {
        (link["side"], link["nth"]): b"[%b 0 R/XYZ %b %b 0]" % (pages[link["number"]], link["x"], link["y"])
        for link in links
    }
    changes: list[Change] = []
    for link in links:
        label = bytes.fromhex(link["label"].decode()).decode()
        said = words.replace("{}", label) if link["side"] == b"note" else label
        changes.append((*link.span("action"), b"/Dest" + places[_OTHER[link["side"]], link["nth"]]))
        changes.append((*link.span("words"), b"/Contents" + _string(said)))
    changes += _labels(pdf, {link["number"] for link in links}, starts)
    return _changed(pdf, sorted(changes), starts)


def _string(words: str) -> bytes:
    """Return a string of text (ISO 32000-1, 7.9.2.2)."""
    if words.isascii():
        return b"(%b)" % re.sub(rb"[\\()]", rb"\\\g<0>", words.encode())
    return b"<FEFF%b>" % words.encode("utf-16-be").hex().upper().encode()


def _labels(pdf: bytes, links: Container[bytes], starts: Sequence[int]) -> Iterator[Change]:
    """Make of each link with `strong` in it a label with a link in it, since labels hold links (14.8.4.3.3)."""
    now: dict[bytes, bytes] = {}
    for holder in _HOLDER.finditer(pdf):
        inner = _INNER.match(pdf, starts[int(holder["inner"])]) if holder["link"] in links else None
        if inner:
            now[holder["number"]] = holder["inner"]
            yield *holder.span("kind"), b"/S/Lbl"
            yield *holder.span("object"), b""
            yield *inner.span("kind"), b"/S/Link"
            yield *inner.span("kids"), b"[" + holder["object"]
    if parents := _PARENTS.search(pdf):
        pairs = _PAIR.sub(lambda pair: b"%b %b%b" % (pair[1], now.get(pair[2], pair[2]), pair[3]), parents["pairs"])
        yield *parents.span("pairs"), pairs


def _starts(pdf: bytes) -> list[int]:
    """Return where each object begins, by the table at the file's end (ISO 32000-1, 7.5.4); 0 for one that is not."""
    table = _table(pdf)
    first = table.end()
    return [int(pdf[row : row + 10]) for row in range(first, first + int(table[1]) * _ROW, _ROW)]


def _table(pdf: bytes) -> re.Match[bytes]:
    start = int(pdf[pdf.rindex(b"startxref\n") + 10 :].split(b"\n", 1)[0])
    if table := _TABLE.match(pdf, start):
        return table
    message = "no table of objects where the file says it is"
    raise ValueError(message)


def _changed(pdf: bytes, changes: Sequence[Change], starts: Sequence[int]) -> bytes:
    """Return the file with its changes, which lie one behind the other, and with all places in its table moved."""
    table = _table(pdf)
    ends = [end for _, end, _ in changes]
    moved = list(accumulate((len(new) - end + start for start, end, new in changes), initial=0))
    rest = pdf[table.end() :]
    made = b"".join(_pieces(pdf[: table.end()], changes))
    lines = b"".join(
        b"%010d%b" % (start and start + moved[bisect_right(ends, start)], rest[row * _ROW + 10 : row * _ROW + _ROW])
        for row, start in enumerate(starts)
    )
    trailer = rest[len(starts) * _ROW :].rpartition(b"startxref\n")[0]
    return b"%b%b%bstartxref\n%d\n%%%%EOF" % (made, lines, trailer, table.start() + moved[-1])


def _pieces(pdf: bytes, changes: Sequence[Change]) -> Iterator[bytes]:
    done = 0
    for start, end, new in changes:
        yield pdf[done:start]
        yield new
        done = end
    yield pdf[done:]
