"""The outline of a treaty or of minutes: which lines are headings, articles, turns of speech, names of those present.

In: a transcript's lines, as the grammar of letters has read them. Out: what the readers of treaties and of minutes
build: an outline whose leaves are zones, in the transcript's order and without a gap.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from teiedit.model.evidence import Evidence, Zone
from teiedit.model.position import Span
from teiedit.recognise import formulas
from teiedit.recognise.zones.layout import Row, rows
from teiedit.recognise.zones.scores import SALUTE_RULE, SHAPE_RULE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from teiedit.model.source import Transcript

# The lines above the text that keep their function: rules have read them, not their shape.
_OPENING = ("field", "dateline", "number", "label")
_SHORT = 120
# An archive's lines are among the first.
_FRONT_LINES = 5


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines that run on from each other, as one paragraph.

    Attributes:
        rows: its lines.
        text: its words, as one line.
        zone: what the grammar of letters took its first line for.
    """

    rows: tuple[Row, ...]
    text: str
    zone: Zone

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.rows[0].span.start, self.rows[-1].span.end)

    @property
    def after_blank(self) -> bool:
        """Whether a blank line stands before it."""
        return self.rows[0].after_blank

    def as_zone(self, kind: str = "p", evidence: Evidence | None = None) -> Zone:
        """Return it as a zone."""
        return Zone(kind, self.span, evidence)


@dataclass(frozen=True, slots=True)
class Section:
    """A division of the text.

    Attributes:
        type: "article", "section", "preamble", "testimonium", "item" or "enclosure".
        number: in figures; "" if it has none.
        head: the lines of its heading.
        label: where the label of an article stands that begins its first paragraph; None if it has a heading.
        content: what it holds.
        evidence: why it is taken for one.
        subtype: what a section is called: "part", "chapter".
        closing: signatures at its end.
    """

    type: str
    number: str
    head: tuple[Zone, ...]
    content: tuple[Block, ...]
    evidence: Evidence | None = None
    label: Span | None = None
    subtype: str = ""
    closing: tuple[Zone, ...] = ()


@dataclass(frozen=True, slots=True)
class Turn:
    """What one speaker says: the label with the name, the paragraphs, and who it is, "#sp-1", if that is known."""

    speaker: Zone
    content: tuple[Zone, ...]
    evidence: Evidence
    who: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a list: its enumerator if it has one, its text, and the identifier by which others point to it."""

    zone: Zone
    label: Span | None = None
    number: str = ""
    name: Span | None = None
    id: str = ""


@dataclass(frozen=True, slots=True)
class Roll:
    """A list of participants, or the agenda.

    Attributes:
        type: "participants" or "agenda".
        subtype: "present", "chair", "attending", "secretary", "absent"; "" for an agenda.
        head: its label, and what part of the list it is: "Present:", "For Ardenia:".
        entries: what it lists.
        evidence: why it is taken for one.
    """

    type: str
    subtype: str
    head: tuple[Zone, ...]
    entries: tuple[Entry, ...]
    evidence: Evidence


Block = Zone | Section | Turn | Roll


@dataclass(frozen=True, slots=True)
class Outline:
    """A treaty or minutes, understood.

    Attributes:
        front: the lines above the document, its title among them.
        opening: fields and datelines above the text.
        body: the text.
        closing: signatures and what belongs to them.
        enclosures: what follows, with articles of its own.
        rest: what follows, as the grammar of letters has read it.
    """

    front: tuple[Zone, ...]
    opening: tuple[Zone, ...]
    body: tuple[Block, ...]
    closing: tuple[Zone, ...] = ()
    enclosures: tuple[Section, ...] = ()
    rest: tuple[Zone, ...] = ()

    def zones(self) -> tuple[Zone, ...]:
        """Return all its lines, in order."""
        blocks = (*self.front, *self.opening, *self.body, *self.closing, *self.enclosures, *self.rest)
        return tuple(zone for block in blocks for zone in leaves(block))


def leaves(block: Block) -> Iterator[Zone]:
    """Yield the zones of a block in order."""
    if isinstance(block, Zone):
        yield block
    elif isinstance(block, Turn):
        yield block.speaker
        yield from block.content
    elif isinstance(block, Roll):
        yield from block.head
        yield from (entry.zone for entry in block.entries)
    else:
        yield from block.head
        for inner in block.content:
            yield from leaves(inner)
        yield from block.closing


def paragraphs(transcript: Transcript, zones: Sequence[Zone]) -> tuple[Paragraph, ...]:
    """Return the paragraphs of a transcript: a line that only the margin broke goes on in the next."""
    lines = rows(transcript)
    starts = [index for index, row in enumerate(lines) if not index or not row.runs_on]
    result = []
    at = 0
    for start, end in pairwise([*starts, len(lines)]):
        while at + 1 < len(zones) and zones[at + 1].span.start <= lines[start].span.start:
            at += 1
        own = tuple(lines[start:end])
        result.append(Paragraph(own, " ".join(" ".join(row.text.split()) for row in own), zones[at]))
    return tuple(result)


def is_greeted(zones: Sequence[Zone], before: int, spoken: frozenset[int] = frozenset()) -> bool:
    """Say whether somebody is greeted as in a letter: what stands below, such a document encloses.

    Args:
        zones: the lines of the document.
        before: where to look no further.
        spoken: where a speaker is named, which is no greeting: "Mr. Chairman: I rise to speak."
    """
    starts = (zone for zone in zones if zone.kind == "salute" and zone.span.start < before)
    greetings = (zone for zone in starts if zone.span.start not in spoken)
    return any(zone.evidence is not None and zone.evidence.rule != SALUTE_RULE for zone in greetings)


def is_enclosure(paragraph: Paragraph) -> bool:
    """Say whether a line by itself heads an enclosure."""
    rules = (rule for tag in formulas.languages() for rule in formulas.rules(tag) if rule.zone == "enclosure")
    return paragraph.after_blank and any(rule.pattern.match(paragraph.text) for rule in rules)


def opening(
    found: Sequence[Paragraph], is_title: Callable[[str], bool], is_body: Callable[[Paragraph], bool]
) -> tuple[tuple[Zone, ...], tuple[Zone, ...], int]:
    """Return the lines above a document, what opens it, and at which paragraph its text begins.

    Args:
        found: the paragraphs of the document.
        is_title: says whether a line is the beginning of its title.
        is_body: says whether a paragraph is surely one of its text.
    """
    front = _sheet(found)
    sheet = len(front)
    opens: list[Zone] = []
    index = sheet
    while index < len(found) and not is_body(found[index]):
        here = found[index]
        below = index > sheet and not opens and bool(front) and not here.after_blank
        if here.zone.kind in _OPENING and here.zone.evidence is not None:
            opens.append(here.as_zone(here.zone.kind, here.zone.evidence))
        elif below and _goes_on(here):
            front[-1] = Zone(front[-1].kind, Span(front[-1].span.start, here.span.end))
        elif not opens and _is_title(here, is_title):
            front.append(here.as_zone("sub" if any(z.kind == "main" for z in front) else "main"))
        else:
            break
        index += 1
    return tuple(front), tuple(opens), index


def _sheet(found: Sequence[Paragraph]) -> list[Zone]:
    """Return the first lines if they are an archive's: those up to one that a rule finds to be so."""
    first = [_archival(paragraph.rows[0].text) for paragraph in found[:_FRONT_LINES]]
    last = max((index for index, kind in enumerate(first) if kind), default=-1)
    titles = [index for index in range(last + 1) if not first[index]]
    return [
        found[index].as_zone(first[index] or ("main" if index == titles[-1] else "series")) for index in range(last + 1)
    ]


def _archival(line: str) -> str:
    """Return what an archive's line is, "transcript" or "reference"; "" for others."""
    rules = (rule for tag in formulas.languages() for rule in formulas.rules(tag))
    found = (rule.zone for rule in rules if rule.zone in ("transcript", "reference") and rule.pattern.match(line))
    return next(found, "")


def _is_title(paragraph: Paragraph, begins: Callable[[str], bool]) -> bool:
    text = paragraph.text
    capitals = text.isupper() and len(text) <= 2 * _SHORT and text[-1] not in ",;:"
    return capitals or (begins(text) and len(text) <= 2 * _SHORT and text[-1] not in ",;:")


def _goes_on(paragraph: Paragraph) -> bool:
    """Say whether a line right below a title is more of it: "über den Grenzverkehr", "held at Port Ellis"."""
    return len(paragraph.text) <= _SHORT and not paragraph.text.endswith((",", ";", ":", "!", "?"))


def closing(found: Sequence[Paragraph], zones: Sequence[Zone], start: int) -> tuple[tuple[Zone, ...], int]:
    """Return the signatures with which a document ends as a letter does, and where among `found` they begin.

    Args:
        found: the paragraphs of the document.
        zones: its lines as the grammar of letters has read them.
        start: the first paragraph that may belong to them.
    """
    index = len(found)
    while index > start and found[index - 1].zone.kind in ("signed", "role", "valediction", "footdate", "footfield"):
        index -= 1
    while index < len(found) and found[index].zone.span.start != found[index].span.start:
        # its first line belongs to what stands above
        index += 1
    if index == len(found) or not any(_is_signature(paragraph.zone) for paragraph in found[index:]):
        return (), len(found)
    first = found[index].span.start
    return tuple(zone for zone in zones if zone.span.start >= first), index


def _is_signature(zone: Zone) -> bool:
    return zone.kind == "signed" or (zone.evidence is not None and zone.evidence.rule == SHAPE_RULE)
