"""The small finders that work inside one zone: quotations, signatures, salutations, references, datelines."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from teiedit.model.evidence import Attributes, Evidence, Mark, Zone
from teiedit.model.position import Span
from teiedit.model.source import WHITE
from teiedit.recognise.correspondence import (
    PLACE_FIELD_RULE,
    PLACE_RULE,
    RECEIVED,
    place_in_dateline,
    place_in_field,
    read_signature,
)
from teiedit.recognise.fields import read_field
from teiedit.recognise.identities import is_called, mention_evidence
from teiedit.tools.expressions import expression

if TYPE_CHECKING:
    from collections.abc import Sequence

    from teiedit.model.document import Person
    from teiedit.model.source import Transcript
    from teiedit.recognise.people import Party

MENTION_RULE = "name.party"
MENTION_WHAT = "a name or form of address in heading, salutation or signature refers to the sender or the addressee"

# Opening and closing marks that differ; straight marks only where they are even in number.
_QUOTATIONS = expression(r"“[^“”]*”|„[^„“”]*[“”]|«[^«»]*»|»[^«»]*«")
_STRAIGHT = expression(r'(?<![\w"])"(?=\S)[^"]*(?<=\S)"(?![\w"])')
_REFERENCE = expression(r":\s*(?P<idno>.*?)\s*[)\]]?$", re.DOTALL)
_POSTSCRIPT = expression(r"P\.?\s?S\.?|N\.\s?B\.|Postscript")


def find_quotations(transcript: Transcript, span: Span) -> tuple[Mark, ...]:
    """Return quotations that open and close within `span`, with their marks inside."""
    text = transcript.source.text[span.start : span.end]
    matches = list(_QUOTATIONS.finditer(text))
    if text.count('"') % 2 == 0:
        matches += _STRAIGHT.finditer(text)
    return tuple(Mark(Span(span.start + m.start(), span.start + m.end()), "q") for m in matches)


def find_signature(transcript: Transcript, zone: Zone) -> tuple[Mark, ...]:
    """Return the copyist's sign of a signature, if it has one."""
    signature = read_signature(transcript, zone)
    if signature.sign is None:
        return ()
    return (Mark(signature.sign, "metamark", (("function", signature.function),)),)


def find_reference(transcript: Transcript, zone: Zone) -> tuple[Mark, ...]:
    """Return the reference itself in a line such as "(Catalogue ref: FO 371/162388)"."""
    text = transcript.source.text[zone.span.start : zone.span.end]
    match = _REFERENCE.search(text)
    if match is None or not match["idno"]:
        return ()
    span = Span(zone.span.start + match.start("idno"), zone.span.start + match.end("idno"))
    return (Mark(span, "idno", (("type", "catalogue"),)),)


def received(transcript: Transcript, zone: Zone, mark: Mark) -> Mark:
    """Return a date of a dateline or a field, marked as that of receipt where the words before it say so."""
    text = transcript.source.text
    if zone.kind == "field":
        said = read_field(text[zone.span.start : zone.span.end]).received
    else:
        said = mark.kind == "date" and bool(RECEIVED.search(text[zone.span.start : mark.span.start]))
    return replace(mark, attributes=(("type", "received"), *mark.attributes)) if said else mark


def find_postscript_label(transcript: Transcript, zone: Zone) -> Span | None:
    """Return where the "P.S." of a postscript stands, or None."""
    text = transcript.source.text[zone.span.start : zone.span.end]
    match = _POSTSCRIPT.match(text)
    return Span(zone.span.start, zone.span.start + match.end()) if match and text[match.end() :].strip(WHITE) else None


def find_place(transcript: Transcript, zone: Zone, tags: Sequence[str]) -> tuple[Mark, ...]:
    """Return the place in a dateline, if words stand before its date."""
    span = place_in_dateline(transcript, zone, tags)
    evidence = Evidence(PLACE_RULE, "medium")
    return (Mark(span, "placeName", (), evidence),) if span else ()


def find_field_place(transcript: Transcript, zone: Zone) -> tuple[Mark, ...]:
    """Return the place that a field names, if that is what it is for."""
    span = place_in_field(transcript, zone)
    return (Mark(span, "placeName", (), Evidence(PLACE_FIELD_RULE, "high")),) if span else ()


def name_marks(mentions: Sequence[tuple[Party, Person]], salutes: Sequence[Span]) -> tuple[Mark, ...]:
    """Return marks for the parties where they are named; a form of address in a salutation is an rs."""
    marks = []
    for party, person in mentions:
        in_salute = any(span.contains(party.span) for span in salutes)
        same = party.name.split()[-1].casefold() in person.name.casefold() or is_called(person, party.name)
        evidence = mention_evidence(party, person) or Evidence(MENTION_RULE, "high", f"refers to {person.name}")
        attributes: Attributes = (("ref", f"#{person.id}"),)
        if in_salute and not same:
            kind = "person" if person.kind == "persName" else "org"
            marks.append(Mark(party.span, "rs", (("type", kind), *attributes), evidence))
        else:
            marks.append(Mark(party.span, person.kind, attributes, evidence))
    return tuple(marks)
