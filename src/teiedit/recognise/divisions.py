"""The outline of a treaty or of minutes becomes divisions: articles, items, lists of participants, turns of speech.

https://tei-c.org/release/doc/tei-p5-doc/en/html/DS.html
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from teiedit.model.document import Element
from teiedit.model.evidence import Zone
from teiedit.model.position import Span
from teiedit.recognise import signatories
from teiedit.recognise.assemble import fill
from teiedit.recognise.levels import with_levels
from teiedit.recognise.outline import Roll, Section, Turn
from teiedit.recognise.structure import after_space, grouped
from teiedit.tools.tei import slug

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from teiedit.model.document import Node
    from teiedit.model.evidence import Attributes
    from teiedit.recognise.outline import Block, Entry, Outline
    from teiedit.recognise.structure import Builder

_PREFIX = {"article": "art", "section": "sec", "item": "item"}


def divide(builder: Builder, outline: Outline, attributes: Attributes) -> tuple[Element, ...]:
    """Return the division of a treaty or of minutes, and those of what is enclosed.

    Args:
        builder: builds what stands in it: lines, paragraphs, clauses.
        outline: what to build.
        attributes: those of the first division.
    """
    writer = _Writer(builder)
    opening = [grouped("opener", [builder.line(zone) for zone in outline.opening])] if outline.opening else []
    content = [*opening, *writer.blocks(outline.body), *writer.closing(outline.closing)]
    document = Element("div", tuple(content), Span(content[0].span.start, content[-1].span.end), attributes)
    enclosed = tuple(writer.section(section, "") for section in outline.enclosures)
    return document, *enclosed, *builder.enclosures(outline.rest)


class _Writer:
    """Writes the blocks of one outline."""

    def __init__(self, builder: Builder) -> None:
        self.builder = builder
        self.transcript = builder.transcript

    def blocks(self, blocks: Sequence[Block], scope: str = "") -> Iterator[Element]:
        """Yield the elements of blocks; paragraphs that stand together may be clauses."""
        plain: list[Zone] = []
        for block in blocks:
            if isinstance(block, Zone):
                plain.append(block)
                continue
            yield from self._plain(plain, scope)
            plain = []
            if isinstance(block, Section):
                yield self.section(block, scope)
            else:
                yield self._turn(block, scope) if isinstance(block, Turn) else self._roll(block)
        yield from self._plain(plain, scope)

    def _plain(self, zones: Sequence[Zone], scope: str) -> list[Element]:
        return self.builder.within(scope, with_levels(self.transcript, zones, self.builder.levels)) if zones else []

    def section(self, section: Section, scope: str) -> Element:
        """Return a division with its heading."""
        identifier, inner = self._identifier(section, scope)
        content: list[Element] = [self._head(section.head)] if section.head else []
        blocks = section.content
        if section.label is not None and isinstance(blocks[0], Zone):
            content.append(self._labelled(section.label, blocks[0]))
            blocks = blocks[1:]
        content += self.blocks(blocks, inner)
        content += self.closing(section.closing)
        attributes: list[tuple[str, str]] = [("type", section.type)]
        attributes += [("subtype", section.subtype)] if section.subtype else []
        attributes += [("n", section.number)] if section.number else []
        span = Span(content[0].span.start, content[-1].span.end)
        return Element("div", tuple(content), span, tuple(attributes), section.evidence, identifier)

    def _identifier(self, section: Section, scope: str) -> tuple[str, str]:
        """Return the identifier of a division, and that with which the identifiers in it begin."""
        if section.type == "enclosure":
            return "", f"enc-{section.number}"
        prefix = _PREFIX.get(section.type)
        if prefix is None or not section.number:
            return "", scope
        own = "-".join(filter(None, (prefix, section.subtype, slug(section.number))))
        # an annex counts its own articles; those of a treaty run through its parts
        above = scope if scope.startswith("enc-") or own in self.builder.taken else ""
        identifier = self.builder.unique(f"{above}-{own}" if above else own)
        return identifier, "" if section.type == "item" else identifier

    def _head(self, lines: Sequence[Zone]) -> Element:
        return Element(
            "head", tuple(self._broken([zone.span for zone in lines])), Span(lines[0].span.start, lines[-1].span.end)
        )

    def _broken(self, spans: Sequence[Span]) -> Iterator[Node]:
        """Yield lines with a line break between them."""
        for index, span in enumerate(spans):
            if index:
                yield Element("lb", (), Span(span.start, span.start))
            yield from fill(span, self.builder.marks)

    def _labelled(self, label: Span, zone: Zone) -> Element:
        """Return the paragraph that an article begins with, its number in its line."""
        head = Element("label", fill(label, self.builder.marks), label)
        rest = fill(Span(label.end, zone.span.end), self.builder.marks)
        return Element("p", (head, *rest), zone.span)

    def _turn(self, turn: Turn, scope: str) -> Element:
        speaker = Element("speaker", fill(turn.speaker.span, self.builder.marks), turn.speaker.span)
        content = (speaker, *self._plain(turn.content, scope))
        who: Attributes = (("who", turn.who),) if turn.who else ()
        return Element("sp", content, Span(speaker.span.start, content[-1].span.end), who, turn.evidence)

    def _roll(self, roll: Roll) -> Element:
        content: list[Element] = [self._head(roll.head)]
        for entry in roll.entries:
            content += self._entry(entry)
        kind: Attributes = (("type", roll.type),)
        kind += (("subtype", roll.subtype),) if roll.subtype else (("rend", "numbered"),)
        span = Span(content[0].span.start, content[-1].span.end)
        return Element("list", tuple(content), span, kind, roll.evidence)

    def _entry(self, entry: Entry) -> Iterator[Element]:
        start = entry.zone.span.start
        if entry.label is not None:
            yield Element("label", fill(entry.label, self.builder.marks), entry.label)
            start = after_space(self.transcript, entry.label.end)
        text = Span(start, entry.zone.span.end)
        number: Attributes = (("n", entry.number),) if entry.number else ()
        yield Element("item", fill(text, self.builder.marks), text, number, None, entry.id)

    def closing(self, zones: Sequence[Zone]) -> list[Element]:
        """Return what closes a document: the sentence that dates it, and the signatures, in one closer."""
        if not any(zone.kind in ("done", "signatory") for zone in zones):
            return self.builder.tail(zones) if zones else []
        own = [zone for zone in zones if zone.kind in ("done", "signatory")]
        closer = grouped("closer", [self._signed(zone) for zone in own])
        after = [zone for zone in zones if zone not in own]
        return [closer, *(self.builder.tail(after) if after else [])]

    def _signed(self, zone: Zone) -> Element:
        if zone.kind == "done":
            return self.builder.line(replace(zone, kind="dateline"))
        spans = list(signatories.lines(self.transcript, zone))
        return Element("signed", tuple(self._broken(spans)), zone.span, (), zone.evidence)
