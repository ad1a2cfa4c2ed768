"""Zones become the divisions of the text: openers, paragraphs, lists of clauses, closers, postscripts.

TEI wants what opens a division first and what closes it last
(https://tei-c.org/release/doc/tei-p5-doc/en/html/DS.html#DSHD); lines with such a function elsewhere stay
paragraphs, so that no order of the transcript is ever changed.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from teiedit.model.document import Element, Node
from teiedit.model.evidence import Attributes, Evidence, Mark, Zone
from teiedit.model.position import Span
from teiedit.model.source import WHITE
from teiedit.recognise.assemble import fill
from teiedit.recognise.fields import read_field
from teiedit.recognise.finders import find_postscript_label
from teiedit.recognise.levels import with_levels
from teiedit.recognise.pages import why_paragraph
from teiedit.recognise.printed import LINES, is_heading, with_form
from teiedit.tools.expressions import expression
from teiedit.tools.tei import slug

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from teiedit.model.source import Transcript
    from teiedit.recognise.clauses import Clauses, Item

CONTINUED_RULE = "structure.paragraph-continued"
CONTINUED_WHAT = "a paragraph that breaks off at the end of a part goes on in the next"
_OPENING = ("label", "number", "letterhead", "address", "subject", "field", "dateline", "salute")
_CLOSING = ("valediction", "signed", "role", "footdate", "footaddress", "footfield")
_ADDRESS_LINE = expression(r"[^ \t\r\n][^\r\n]*[^ \t\r\n]|[^ \t\r\n]")
_NUMBER = expression(r"\s*[.:]?$")


@dataclass(slots=True)
class Builder:
    """Builds the text of one document.

    Attributes:
        transcript: the text.
        marks: the settled marks within its zones.
        levels: on which level the paragraphs are clauses of which an editor has decided that, by where they begin.
        series: how many lists of clauses have been numbered, for identifiers that do not collide.
        taken: the identifiers given.
        scope: the identifier of the article whose clauses are being built, with which theirs begin; or "".
    """

    transcript: Transcript
    marks: Sequence[Mark]
    levels: Mapping[int, int] = field(default_factory=dict)
    series: int = 0
    taken: set[str] = field(default_factory=set)
    scope: str = ""

    def divisions(self, zones: Sequence[Zone], attributes: Attributes) -> tuple[Element, ...]:
        """Return the document's division and those of its enclosures, from all zones below the front matter.

        Args:
            zones: the lines.
            attributes: those of the first division.
        """
        documents = _split_documents(zones)
        first = self._document(documents[0], attributes)
        return first, *self._enclosed(documents[1:])

    def enclosures(self, zones: Sequence[Zone]) -> tuple[Element, ...]:
        """Return the divisions of what is enclosed, from all zones below the document."""
        return tuple(self._enclosed(_split_documents(zones))) if zones else ()

    def _enclosed(self, documents: Sequence[Sequence[Zone]]) -> Iterator[Element]:
        for number, zones in enumerate(documents, 1):
            yield self._document(zones, (("type", "enclosure"), ("n", str(number))))

    def _document(self, zones: Sequence[Zone], attributes: Attributes) -> Element:
        content: list[Element] = []
        parts = _split_parts(zones)
        for index, (head, inside) in enumerate(parts):
            # what closes the document ends the division it stands in, and no part may follow it there
            blocks = self._division(inside, closes=head is not None or len(parts) == 1)
            if head is None:
                content += blocks
            else:
                content.append(self._part(head, blocks, index))
        span = Span(zones[0].span.start, zones[-1].span.end)
        evidence = zones[0].evidence if zones[0].kind == "enclosure" else None
        return Element("div", tuple(_continued(content, self.transcript)), span, attributes, evidence)

    def front(self, zones: Sequence[Zone]) -> tuple[Element, ...]:
        """Return the lines above the document as titlePart elements."""
        return tuple(
            Element("titlePart", fill(zone.span, self.marks), zone.span, (("type", zone.kind),)) for zone in zones
        )

    def _part(self, head: Zone, blocks: list[Element], index: int) -> Element:
        label = _NUMBER.sub("", self.transcript.words(head.span)).split()[-1]
        identifier = self.unique(f"part-{slug(label) or index}")
        heading = Element("head", fill(head.span, self.marks), head.span)
        end = blocks[-1].span.end if blocks else head.span.end
        attributes: Attributes = (("type", "part"), ("n", label))
        return Element("div", (heading, *blocks), Span(head.span.start, end), attributes, None, identifier)

    def _division(self, zones: Sequence[Zone], *, closes: bool) -> list[Element]:
        result: list[Element] = []
        first = 0
        while first < len(zones) and zones[first].kind == "enclosure":
            result.append(Element("head", fill(zones[first].span, self.marks), zones[first].span))
            first += 1
        if first < len(zones) and is_heading(zones[first], self.transcript):
            result.append(Element("head", fill(zones[first].span, self.marks), zones[first].span))
            first += 1
        opening = first
        while first < len(zones) and zones[first].kind in _OPENING:
            first += 1
        if first > opening:
            lines = with_form(zones[opening:first], self.transcript)
            result.append(grouped("opener", [self.line(zone) for zone in lines]))
        last = len(zones)
        while last > first and zones[last - 1].kind in (*_CLOSING, "postscript"):
            last -= 1
        if last == first or not closes:
            # nothing but a closing: TEI wants a paragraph before it
            last = len(zones)
        plain = [z if z.kind == "p" else Zone("p", z.span) for z in zones[first:last]]
        result += self.blocks(with_levels(self.transcript, plain, self.levels))
        return result + self.tail(zones[last:])

    def tail(self, zones: Sequence[Zone]) -> list[Element]:
        """Return what ends a division, in its order: closers, datelines at the foot, postscripts.

        An address that stands apart from the signature is a closer of its own.
        """
        result: list[Element] = []
        group: list[Zone] = []
        for zone in zones:
            kind = zone.kind if zone.kind in ("postscript", "footdate") else "closer"
            apart = zone.kind == "footaddress" and group and self._apart(group[-1], zone)
            if group and (kind != self._kind(group) or apart or kind == "footdate"):
                result.append(self._end(group))
                group = []
            group.append(zone)
        return [*result, self._end(group)] if group else result

    @staticmethod
    def _kind(group: Sequence[Zone]) -> str:
        return group[0].kind if group[0].kind in ("postscript", "footdate") else "closer"

    def _end(self, group: list[Zone]) -> Element:
        if group[0].kind == "postscript":
            return self._postscript(group)
        if group[0].kind == "footdate":
            return grouped("dateline", [self.line(z) for z in group]) if len(group) > 1 else self.line(group[0])
        return grouped("closer", self._closing(group))

    def _apart(self, before: Zone, zone: Zone) -> bool:
        """Say whether a blank line stands between two zones, or one is set to the right and the other is not."""
        text = self.transcript.source.text
        blank = text[before.span.end : zone.span.start].count("\n") > 1
        # a line too long to be set to the right begins at the left; the lines below it show where it belongs
        last = len(text) - len(text[zone.span.end :]) - 1
        indent = max(self._indent(zone), self._indent(Zone(zone.kind, Span(last, zone.span.end))))
        return blank or self._indent(before) - indent > 8

    def _indent(self, zone: Zone) -> int:
        line = self.transcript.line_at(zone.span.start)
        return len(line.text[: len(line.text) - len(line.text.lstrip(WHITE))].expandtabs(8))

    def _closing(self, zones: Sequence[Zone]) -> list[Element]:
        """Return the lines of a closer; an office stands in the signature above it, on a line of its own."""
        lines: list[Element] = []
        for zone in zones:
            line = self.line(zone)
            if zone.kind == "role" and lines and lines[-1].tag == "signed":
                above = lines.pop()
                office = Element("roleName", line.content, line.span, (), line.evidence)
                content = (*above.content, Element("lb", (), Span(line.span.start, line.span.start)), office)
                span = Span(above.span.start, line.span.end)
                line = Element("signed", content, span, above.attributes, above.evidence)
            elif zone.kind == "role":
                office = Element("roleName", line.content, line.span, (), line.evidence)
                line = Element("signed", (office,), line.span)
            elif zone.kind == "signed" and lines and _only_office(lines[-1]):
                above = lines.pop()
                content = (*above.content, Element("lb", (), Span(line.span.start, line.span.start)), *line.content)
                line = Element("signed", content, Span(above.span.start, line.span.end), (), line.evidence)
            lines.append(line)
        return lines

    def line(self, zone: Zone) -> Element:
        """Return a line of an opener or closer."""
        tag, attributes = LINES.get(zone.kind, (zone.kind, ()))
        if tag == "address":
            return Element(tag, self._address_lines(zone), zone.span, (), zone.evidence)
        if tag in ("field", "footfield"):
            return self._field(zone)
        return Element(tag, fill(zone.span, self.marks), zone.span, attributes, zone.evidence)

    def _field(self, zone: Zone) -> Element:
        """Return a field of label and value: "SUBJECT: Shipping"."""
        start = zone.span.start
        read = read_field(self.transcript.source.text[start : zone.span.end])
        attributes: Attributes = (("type", "field"), ("subtype", read.subtype))
        if read.label is None:
            return Element("seg", fill(zone.span, self.marks), zone.span, attributes, zone.evidence)
        label = Span(start + read.label.start, start + read.label.end)
        content: list[Node] = [*fill(Span(start, label.start), self.marks)] if label.start > start else []
        content.append(Element("label", fill(label, self.marks), label))
        content += fill(Span(label.end, zone.span.end), self.marks)
        return Element("seg", tuple(content), zone.span, attributes, zone.evidence)

    def _address_lines(self, zone: Zone) -> tuple[Element, ...]:
        text = self.transcript.source.text[zone.span.start : zone.span.end]
        spans = [Span(zone.span.start + m.start(), zone.span.start + m.end()) for m in _ADDRESS_LINE.finditer(text)]
        return tuple(Element("addrLine", fill(span, self.marks), span) for span in spans)

    def _postscript(self, zones: Sequence[Zone]) -> Element:
        content: list[Element] = []
        for zone in zones:
            label = find_postscript_label(self.transcript, zone) if zone.kind == "postscript" and not content else None
            start = zone.span.start
            if label is not None:
                content.append(Element("label", fill(label, self.marks), label))
                start = after_space(self.transcript, label.end)
            content.append(self._paragraph(Span(start, zone.span.end)))
        span = Span(zones[0].span.start, zones[-1].span.end)
        return Element("postscript", tuple(content), span, (), zones[0].evidence)

    def blocks(self, blocks: Iterable[Zone | Clauses], path: str = "") -> list[Element]:
        """Return paragraphs and lists of clauses; `path` leads to the clause that holds them."""
        result: list[Element] = []
        for block in blocks:
            if isinstance(block, Zone):
                result.append(self._paragraph(block.span, why_paragraph(block)))
            elif block.statement or path:
                result.append(self._list(block, path))
            else:
                result += self._numbered(block)
        return result

    def within(self, scope: str, blocks: Iterable[Zone | Clauses]) -> list[Element]:
        """Return blocks whose clauses have identifiers that begin with `scope`."""
        outside, self.scope = self.scope, scope
        result = self.blocks(blocks)
        self.scope = outside
        return result

    def _paragraph(self, span: Span, evidence: Evidence | None = None) -> Element:
        content = self._inline(span, "")
        if len(content) == 1 and isinstance(content[0], Element) and content[0].tag == "stage":
            return content[0]
        return Element("p", content, span, (), evidence)

    def _inline(self, span: Span, path: str) -> tuple[Node, ...]:
        return tuple(self._with_ids(node, path) for node in fill(span, self.marks))

    def _with_ids(self, node: Node, path: str) -> Node:
        """Give the items of an inline enumeration their identifiers, which know the clauses above them."""
        if not isinstance(node, Element):
            return node
        below = path
        identifier = node.id
        if node.tag == "list" and not path:
            self.series += 1
        if node.tag == "item":
            below = "-".join(filter(None, (path, slug(dict(node.attributes)["n"]))))
            identifier = self._clause_id(below)
        content = tuple(self._with_ids(child, below) for child in node.content)
        return Element(node.tag, content, node.span, node.attributes, node.evidence, identifier)

    def _list(self, clauses: Clauses, path: str) -> Element:
        if not path:
            self.series += 1
        content: list[Element] = []
        for item in clauses.items:
            content += self._item(item, path)
        span = Span(content[0].span.start, content[-1].span.end)
        return Element("list", tuple(content), span, (("type", "clauses"), ("rend", "numbered")))

    def _item(self, item: Item, path: str) -> tuple[Element, Element]:
        below = "-".join(filter(None, (path, slug(item.number))))
        identifier = self._clause_id(below)
        label = Element("label", fill(item.label, self.marks), item.label)
        text = Span(after_space(self.transcript, item.label.end), item.zone.span.end)
        content: tuple[Node, ...] = self._inline(text, below)
        end = text.end
        if item.inner:
            inner = self.blocks(item.inner, below)
            end = inner[-1].span.end
            content = (Element("p", content, text), *inner) if any(e.tag == "p" for e in inner) else (*content, *inner)
        attributes = (("n", item.number),)
        return label, Element("item", content, Span(text.start, end), attributes, why_paragraph(item.zone), identifier)

    def _numbered(self, clauses: Clauses) -> list[Element]:
        result: list[Element] = []
        for item in clauses.items:
            label = Element("label", fill(item.label, self.marks), item.label)
            identifier = self.unique(f"{self.scope or 'para'}-{slug(item.number)}")
            outside, self.scope = self.scope, identifier if self.scope else ""
            content = (label, *self._inline(Span(item.label.end, item.zone.span.end), ""))
            evidence = why_paragraph(item.zone)
            result.append(Element("p", content, item.zone.span, (("n", item.number),), evidence, identifier))
            result += self.blocks(item.inner, "")
            self.scope = outside
        return result

    def _clause_id(self, path: str) -> str:
        prefix = self.scope or ("c" if self.series <= 1 else f"c{self.series}")
        return self.unique(f"{prefix}-{path}")

    def unique(self, identifier: str) -> str:
        """Return an identifier that no other element has, and keep it."""
        candidate, number = identifier, 2
        while candidate in self.taken:
            candidate, number = f"{identifier}-{number}", number + 1
        self.taken.add(candidate)
        return candidate


def _only_office(line: Element) -> bool:
    return line.tag == "signed" and len(line.content) == 1 and getattr(line.content[0], "tag", "") == "roleName"


def _split_documents(zones: Sequence[Zone]) -> list[list[Zone]]:
    """Cut where a document ends and another begins: at the head of an enclosure, or an opening below a closing."""
    documents: list[list[Zone]] = [[]]
    closed = False
    for zone in zones:
        head = zone.kind == "enclosure" and any(z.kind != "enclosure" for z in documents[-1])
        if documents[-1] and (head or (closed and zone.kind in _OPENING)):
            documents.append([])
            closed = False
        documents[-1].append(zone)
        closed = closed or zone.kind in (*_CLOSING, "postscript")
    return documents


def _split_parts(zones: Sequence[Zone]) -> list[tuple[Zone | None, list[Zone]]]:
    parts: list[tuple[Zone | None, list[Zone]]] = []
    for zone in zones:
        if zone.kind == "part":
            parts.append((zone, []))
        elif parts:
            parts[-1][1].append(zone)
        else:
            parts.append((None, [zone]))
    return parts


def grouped(tag: str, lines: list[Element]) -> Element:
    """Return an element that holds lines."""
    return Element(tag, tuple(lines), Span(lines[0].span.start, lines[-1].span.end))


def after_space(transcript: Transcript, offset: int) -> int:
    """Return where the first character stands that is not white space, from `offset` on."""
    text = transcript.source.text
    while offset < len(text) and text[offset] in WHITE:
        offset += 1
    return offset


def _continued(content: list[Element], transcript: Transcript) -> list[Element]:
    """Join paragraphs that run over the boundary of two parts by @part, @next and @prev."""
    result = list(content)
    for index in range(len(result) - 1):
        first, second = result[index], result[index + 1]
        if first.tag != "div" or second.tag != "div":
            continue
        end, start = first.content[-1], second.content[1] if len(second.content) > 1 else second.content[0]
        if not _runs_on(end, start, transcript):
            continue
        assert isinstance(end, Element)  # noqa: S101 - checked in _runs_on
        assert isinstance(start, Element)  # noqa: S101
        one, two = f"{first.id}-end", f"{second.id}-start"
        result[index] = _replace(first, end, (("part", "I"), ("next", f"#{two}")), one)
        result[index + 1] = _replace(second, start, (("part", "F"), ("prev", f"#{one}")), two)
    return result


def _runs_on(end: Node, start: Node, transcript: Transcript) -> bool:
    if not (isinstance(end, Element) and isinstance(start, Element) and end.tag == start.tag == "p"):
        return False
    before, after = transcript.words(end.span), transcript.words(start.span)
    return before[-1] not in '.!?:;”’")]' and after[0].islower() and not end.id and not start.id


def _replace(division: Element, paragraph: Element, attributes: Attributes, identifier: str) -> Element:
    evidence = Evidence(
        CONTINUED_RULE, "medium", "no stop before the break, a small letter after it", (paragraph.span,)
    )
    joined = Element("p", paragraph.content, paragraph.span, attributes, evidence, identifier)
    content = tuple(joined if node is paragraph else node for node in division.content)
    return Element("div", content, division.span, division.attributes, division.evidence, division.id)
