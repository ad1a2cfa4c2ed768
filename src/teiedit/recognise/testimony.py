"""What a document says of itself and of others, gathered from it once it is understood.

In: a recognised document. Out: its testimony, by which `teiedit.catalogue.plausibility` compares it with the others.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from teiedit.model.catalogue import UNDATED, Days, days_of
from teiedit.model.document import Element
from teiedit.model.finding import Quote
from teiedit.model.position import Span
from teiedit.model.source import WHITE
from teiedit.model.testimony import Mention, Party, Passage, Testimony
from teiedit.recognise import letters, people
from teiedit.recognise.enumerators import normal
from teiedit.recognise.language import primary
from teiedit.recognise.signing import signature_of, spoken_to
from teiedit.tools.expressions import expression
from teiedit.tools.likeness import sketch

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from teiedit.model.document import Document, Person
    from teiedit.model.edition import Edition
    from teiedit.model.source import Transcript

_YEAR = expression(r"(?<!\d)\d{4}(?!\d)")
# What may stand between "paragraph 3" and "your letter of May 5".
_OF = expression(
    r",?\s+(?:(?:of|in|to|des|zu|von|du|de|dans|della?|nella|van|uit)\s+)?(?:the\s+|la\s+|l['’])?", re.IGNORECASE
)
_STEPS = expression(r"\d+|(?<![A-Za-z])[IVXLC]+(?![A-Za-z])|(?<=\()[a-z](?=\))")
# Letters that are named within these are named by somebody else, or in the heading.
_APART = frozenset("q quote floatingText opener closer note".split())


def testify(document: Document, transcript: Transcript, edition: Edition) -> Testimony:
    """Return what a document says.

    Args:
        document: the document.
        transcript: its text.
        edition: whose languages it may be in.
    """
    tags = tuple(dict.fromkeys(primary(tag) for tag in (document.language, *edition.languages)))
    seen = _Seen(transcript)
    main = document.body[0] if document.body else None
    for node in document.front:
        seen.walk(node, ())
    if main is not None:
        seen.walk(main, ())
    mentions = _mentions(transcript, seen, tags)
    sent = _sent(document)
    differs = any(d.code == "D020" for d in document.diagnostics)
    return Testimony(
        id=document.id,
        name=transcript.source.name,
        opening=_opening(transcript),
        senders=tuple(map(_party, document.sent.people)),
        addressees=tuple(map(_party, document.received.people)),
        sent=sent,
        dated=_dated(document, seen, sent),
        julian=any("julian" in dict(date.attributes).get("calendar", "") for date in seen.all_dates),
        place=_place(document, seen),
        located=document.sent.located,
        signature=signature_of(document, seen.signed, transcript, differs=differs),
        salute=spoken_to(document, seen.salutes, transcript),
        mentions=mentions,
        passages=_passages(transcript, seen, mentions),
        numbers=frozenset(seen.numbers),
        entries=tuple(entry.id for entry in document.entries),
        dismissed=document.dismissed,
        text=sketch(transcript.source.text[main.span.start : main.span.end]) if main else sketch(""),
    )


@dataclass(slots=True)
class _Seen:
    """What stands where in a document."""

    transcript: Transcript
    dates: list[Element] = field(default_factory=list)
    all_dates: list[Element] = field(default_factory=list)
    headed: list[Element] = field(default_factory=list)
    places: list[Element] = field(default_factory=list)
    references: list[Element] = field(default_factory=list)
    signed: list[Element] = field(default_factory=list)
    salutes: list[Element] = field(default_factory=list)
    numbers: set[str] = field(default_factory=set)

    def walk(self, node: Element, above: tuple[str, ...]) -> None:
        """Take in an element and what is in it."""
        self._take(node, above)
        for child in node.content:
            if isinstance(child, Element):
                self.walk(child, (*above, node.tag))

    def _take(self, node: Element, above: tuple[str, ...]) -> None:
        apart = not _APART.isdisjoint(above)
        attributes = dict(node.attributes)
        if node.tag == "date":
            self.all_dates.append(node)
            if "dateline" in above or "titlePart" in above:
                self.headed.append(node)
            elif "div" in above and not apart:
                self.dates.append(node)
        elif node.tag == "placeName" and ("dateline" in above or "titlePart" in above):
            self.places.append(node)
        elif node.tag == "ref" and not apart and "target" not in attributes:
            self.references.append(node)
        elif node.tag == "signed":
            self.signed.append(node)
        elif node.tag == "salute" and "opener" in above:
            self.salutes.append(node)
        elif node.tag in ("item", "p", "div") and attributes.get("n"):
            kind = "article" if node.tag == "div" else ""
            self.numbers.update(f"{kind}{normal(step)}" for step in _STEPS.findall(attributes["n"])[:1])


def _opening(transcript: Transcript) -> Quote:
    line = next((line for line in transcript.lines if not line.blank), transcript.lines[0])
    inner = line.text.strip(WHITE)
    start = line.span.start + line.text.index(inner)
    return quote(transcript, Span(start, start + len(inner)))


def quote(transcript: Transcript, span: Span) -> Quote:
    """Return the words of a stretch of the transcript."""
    return Quote(transcript.words(span), span, transcript.place(span))


def _party(person: Person) -> Party:
    body = person.kind == "orgName" or people.is_incumbent(person.name)
    return Party(person.id, person.name, person.entry is not None, body)


def _sent(document: Document) -> Days:
    date = document.sent.date
    return days_of(dict(date.attributes)) if date else UNDATED


def _dated(document: Document, seen: _Seen, sent: Days) -> Quote | None:
    """Return the words of the date, those of the dateline before those of the heading."""
    if document.sent.date is None:
        return None
    same = [date for date in seen.headed if days_of(dict(date.attributes)) == sent]
    return quote(seen.transcript, same[-1].span) if same else None


def _place(document: Document, seen: _Seen) -> Quote | None:
    words = document.sent.place
    if not words:
        return None
    quotes = [quote(seen.transcript, place.span) for place in seen.places]
    return next((one for one in quotes if one.words in words or words in one.words), None)


def _mentions(transcript: Transcript, seen: _Seen, tags: Sequence[str]) -> tuple[Mention, ...]:
    """Return the letters that are named by a date that is sure enough to look for them."""
    by_span = {date.span: date for date in seen.dates}
    found = letters.named(transcript.source.text, sorted(by_span), tags)
    return tuple(mention for one in found if (mention := _mention(transcript, one.span, by_span[one.date], one.whose)))


def _mention(transcript: Transcript, span: Span, date: Element, whose: str) -> Mention | None:
    days = days_of(dict(date.attributes))
    unsure = date.evidence is not None and date.evidence.cert == "low"
    if unsure or not days.first or not days.last or days.first[:7] != days.last[:7]:
        return None
    full = bool(_YEAR.search(transcript.words(date.span)))
    return Mention(quote(transcript, span), whose, days, full)


def _passages(transcript: Transcript, seen: _Seen, mentions: Sequence[Mention]) -> tuple[Passage, ...]:
    """Return the places of other letters that are named with their letter right behind them."""
    return tuple(_each_passage(transcript, seen, mentions))


def _each_passage(transcript: Transcript, seen: _Seen, mentions: Sequence[Mention]) -> Iterator[Passage]:
    text = transcript.source.text
    for reference in seen.references:
        steps = _STEPS.findall(transcript.words(reference.span))
        for mention in mentions:
            span = mention.quote.span
            if steps and span and _OF.fullmatch(text, reference.span.end, max(reference.span.end, span.start)):
                words = quote(transcript, reference.span)
                article = words.words[:3].lower() == "art"
                yield Passage(words, "article" if article else "", normal(steps[0]), mention)
