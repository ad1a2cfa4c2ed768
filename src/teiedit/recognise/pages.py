"""Page boundaries on lines of their own: "[page 2]", "- 2 -", a form feed; and paragraphs that run over them.

Such a line is no part of the letter: zones are found as if it were not there. In: the text. Out: marks, for what
lies within a zone, and the place of the others in the finished tree. A typed page number is fw, a boundary pb:
https://tei-c.org/release/doc/tei-p5-doc/en/html/CO.html#CORS5
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from teiedit.model.document import Element
from teiedit.model.evidence import Evidence, Mark, Zone
from teiedit.model.position import Span
from teiedit.model.source import FORM_FEED, WHITE
from teiedit.recognise.assemble import elements_of
from teiedit.recognise.editorial import page_break
from teiedit.tools.expressions import expression

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from teiedit.model.document import Node
    from teiedit.model.evidence import Attributes
    from teiedit.model.source import Line, Transcript

NUMBER_RULE = "page.number"
JOINED_RULE = "page.paragraph-continued"
RULES = {
    NUMBER_RULE: "a number between dashes, or beside a form feed, on a line of its own is that of a page",
    JOINED_RULE: "a paragraph that breaks off at the end of a page goes on at the head of the next",
}
_BRACKETED = expression(r"[ \t]*\[([^\[\]]{1,40})\][ \t]*")
_DASHED = expression(r"[ \t]*[-–—][ \t]?(?P<n>\d{1,3})[ \t]?[-–—][ \t]*")
_BARE = expression(r"[ \t]*(?P<n>\d{1,3})\.?[ \t]*")
_FEED = expression(FORM_FEED)
_SOLID = expression(r"[^ \t\r\n\f]")
_SPACE = expression(r"[ \t\r\n]*")
# No line that only parts pages is longer.
_LONGEST = 48
_CLOSED = '.!?:;”’")]»'


@dataclass(frozen=True, slots=True)
class _Number:
    """A typed page number: its words, and the page."""

    span: Span
    page: int


def page_lines(transcript: Transcript) -> frozenset[int]:
    """Return the numbers of the lines that hold nothing but page boundaries and page numbers."""
    found = {transcript.line_at(number.span.start).number for number in _numbers(transcript)}
    for line in transcript.lines:
        if len(line.text) <= _LONGEST and (_breaks(line.text) or _is_feed(line.text)):
            found.add(line.number)
    return frozenset(found)


def _breaks(text: str) -> bool:
    match = _BRACKETED.fullmatch(text.replace(FORM_FEED, "")) if "[" in text else None
    return match is not None and page_break(" ".join(match[1].split())) is not None


def _is_feed(text: str) -> bool:
    return FORM_FEED in text and not text.strip(WHITE + FORM_FEED)


def _numbers(transcript: Transcript) -> list[_Number]:
    """Return the typed page numbers, if they count upwards."""
    found: list[_Number] = []
    fed = FORM_FEED in transcript.source.text
    lines = [line for line in transcript.lines if not line.blank] if fed else transcript.lines
    for index, line in enumerate(lines):
        if not 0 < len(line.text) <= _LONGEST:
            continue
        text = line.text.replace(FORM_FEED, " ")
        match = _DASHED.fullmatch(text) or (_BARE.fullmatch(text) if fed and _beside_feed(lines, index) else None)
        if match is not None:
            start = line.span.start + len(text) - len(text.lstrip())
            found.append(_Number(Span(start, start + len(text.strip())), int(match["n"])))
    upwards = all(one.page < other.page for one, other in pairwise(found))
    return found if upwards else []


def _beside_feed(lines: Sequence[Line], index: int) -> bool:
    """Say whether a form feed stands before the line or after it, with nothing between but white space."""
    before = lines[index - 1].text if index else ""
    after = lines[index + 1].text.lstrip(WHITE) if index + 1 < len(lines) else ""
    own = lines[index].text.strip(WHITE)
    return FORM_FEED in (own[:1], own[-1:], before.rstrip(WHITE)[-1:], after[:1])


def find_pages(transcript: Transcript) -> tuple[Mark, ...]:
    """Return a mark for each page boundary that is a form feed or stands on a line of its own, in their order."""
    text = transcript.source.text
    numbers = _numbers(transcript)
    solid = _SOLID.search(text)
    first, last = (solid.start() if solid else len(text)), len(text.rstrip(WHITE + FORM_FEED))
    at_foot = bool(numbers) and numbers[0].page == 1 and first < numbers[0].span.start
    marks = [_number(text, number, at_foot=at_foot, last=last) for number in numbers]
    begins = {number.span.start: number.page for number in numbers}
    ends = {number.span.end: number.page for number in numbers}
    for count, match in enumerate(_FEED.finditer(text)):
        at = match.start()
        page = begins.get(_after(text, at + 1)) or ends.get(_before(text, at), -1) + 1
        named = str(page or f"[{count + (2 if first < at else 1)}]")
        attributes: Attributes = (("n", named),) if at < last else ()
        marks.append(Mark(Span(at, at + 1), "pb", (*attributes, ("rend", "form-feed")), signs=(1, 0)))
    for line in transcript.lines:
        if len(line.text) <= _LONGEST and _breaks(line.text):
            start = line.span.start + line.text.index("[")
            end = text.index("]", start)
            kind, attributes = page_break(" ".join(text[start + 1 : end].split())) or ("pb", ())
            marks.append(Mark(Span(start, end + 1), kind, (*attributes, ("resp", "#transcriber"))))
    return tuple(sorted(marks, key=lambda mark: mark.span))


def _number(text: str, number: _Number, *, at_foot: bool, last: int) -> Mark:
    place = "bottom" if at_foot else "top"
    attributes: Attributes = (("n", str(number.page)), ("type", "pageNum"), ("place", place))
    after, before = _after(text, number.span.end), _before(text, number.span.start)
    fed = FORM_FEED in (text[after : after + 1], text[max(before - 1, 0) : before])
    # the sign that the boundary is marked by another, or that there is none
    signs = (0, 0) if fed or (at_foot and number.span.end >= last) else (1, 0)
    return Mark(number.span, "fw", attributes, Evidence(NUMBER_RULE, "high"), signs=signs)


def _after(text: str, at: int) -> int:
    """Return where the white space that begins at `at` ends."""
    match = _SPACE.match(text, at)
    return match.end() if match else at


def _before(text: str, at: int) -> int:
    """Return where the white space that ends at `at` begins."""
    while at and text[at - 1] in WHITE:
        at -= 1
    return at


def joined(transcript: Transcript, zones: Sequence[Zone], pages: Sequence[Mark]) -> tuple[Zone, ...]:
    """Return the zones with one paragraph where a page boundary parts its halves.

    The first half ends without a stop, or in a hyphen; the second begins with a small letter.
    """
    result: list[Zone] = []
    for zone in zones:
        last = result[-1] if result else None
        if last is not None and _goes_on(transcript, last, zone, pages):
            note = "no stop before the page boundary, a small letter after it"
            text = transcript.source.text
            ends, begins = _LAST_WORD.search(text[: last.span.end]), _FIRST_WORD.match(text, zone.span.start)
            between = Span(ends.start() if ends else last.span.end, begins.end() if begins else zone.span.start)
            evidence = Evidence(JOINED_RULE, "medium", note, (between,))
            result[-1] = Zone("p", Span(last.span.start, zone.span.end), evidence)
        else:
            result.append(zone)
    return tuple(result)


def _goes_on(transcript: Transcript, last: Zone, zone: Zone, pages: Sequence[Mark]) -> bool:
    if last.kind != "p" or zone.kind != "p":
        return False
    index = bisect_left(pages, last.span.end, key=lambda mark: mark.span.start)
    between = index < len(pages) and pages[index].span.end <= zone.span.start
    text = transcript.source.text
    return between and text[last.span.end - 1] not in _CLOSED and text[zone.span.start].islower()


_LAST_WORD = expression(r"[^ \t\r\n\f]+$")
_FIRST_WORD = expression(r"[^ \t\r\n\f]+")


def why_paragraph(zone: Zone) -> Evidence | None:
    """Return why a paragraph is one although a page ends in it, or because an editor has decided so."""
    why = zone.evidence
    return why if why is not None and (why.rule == JOINED_RULE or why.resp) else None


def with_pages(elements: Sequence[Element], pages: Sequence[Mark]) -> tuple[Element, ...]:
    """Return elements with the page boundaries that lie between them, each as deep in the tree as it can stand."""
    content: tuple[Node, ...] = tuple(elements)
    for mark in pages:
        content = _inserted(content, mark)
    return tuple(node for node in content if isinstance(node, Element))


def _inserted(content: tuple[Node, ...], mark: Mark, within: str = "") -> tuple[Node, ...]:
    at = bisect_right(content, mark.span.start, key=lambda node: node.span.start)
    above = content[at - 1] if at else None
    if isinstance(above, Element) and above.content and above.span.contains(mark.span):
        inner = replace(above, content=_inserted(above.content, mark, above.tag))
        return (*content[: at - 1], inner, *content[at:])
    # the lines of a signature are one element, where only lb says that one has ended
    ended = (Element("lb", (), Span(mark.span.start, mark.span.start)),) if within == "signed" else ()
    return (*content[:at], *ended, *elements_of(mark), *content[at:])


def outside(pages: Sequence[Mark], zones: Sequence[Zone]) -> Iterator[Mark]:
    """Yield the page boundaries that stand in no zone."""
    for mark in pages:
        at = bisect_right(zones, mark.span.start, key=lambda zone: zone.span.start)
        # zones begin and end where lines do, or where an editor has cut one
        if not any(zone.span.overlaps(mark.span) for zone in zones[max(at - 1, 0) : at + 1]):
            yield mark
