"""Who wrote to whom, where and when: read from the heading, the dateline, the salutation and the signature.

Encoding: https://tei-c.org/release/doc/tei-p5-doc/en/html/HD.html#HD44CD
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from teiedit.model.document import Action, Dated, Person
from teiedit.model.evidence import Evidence
from teiedit.model.position import Span
from teiedit.model.source import WHITE
from teiedit.recognise import dates, formulas, names
from teiedit.recognise.formulas.und import SEAL_MARK, SIGNED_MARK
from teiedit.recognise.zones import split_date

if TYPE_CHECKING:
    from collections.abc import Sequence

    from teiedit.model.evidence import Zone
    from teiedit.model.source import Transcript

_AND = re.compile(r"\s+(?:and|&)\s+(?=[A-Z])")
SIGNATURE_RULE = "parties.signature"
SALUTE_RULE = "parties.salute"
DATELINE_RULE = "sent.dateline"


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody named in a zone: where the name stands, and as what."""

    span: Span
    name: str


@dataclass(frozen=True, slots=True)
class Heading:
    """What a heading says: the kind of document (or ""), its parties, and the rule that read it."""

    genre: str
    senders: tuple[Party, ...]
    addressees: tuple[Party, ...]
    rule: formulas.HeadingRule


@dataclass(frozen=True, slots=True)
class Signature:
    """A signature: the copyist's sign before the name, if any, and the name."""

    sign: Span | None
    function: str
    name: Span


@dataclass(frozen=True, slots=True)
class Correspondence:
    """Everything known of the parties.

    Attributes:
        sent: the sending side.
        received: the receiving side.
        mentions: names in heading, salutation and signature, each with the record it belongs to.
        agree: whether signature and heading name the same sender; None if there is not both.
    """

    sent: Action
    received: Action
    mentions: tuple[tuple[Party, Person], ...]
    agree: bool | None


def read_heading(transcript: Transcript, zone: Zone, tags: Sequence[str]) -> Heading | None:
    """Return what a heading says of the parties, or None if it has no known form."""
    text = transcript.source.text[zone.span.start : zone.span.end]
    head, _ = split_date(text, tags)
    for rule in formulas.headings(tuple(tags)):
        match = rule.pattern.fullmatch(head)
        if match:
            genre = rule.genres.get((match.groupdict().get("genre") or "").lower(), "")
            return Heading(
                genre,
                _parties(match, "sender", zone.span.start),
                _parties(match, "addressee", zone.span.start),
                rule,
            )
    return None


def _parties(match: re.Match[str], group: str, offset: int) -> tuple[Party, ...]:
    return _each(match[group], offset + match.start(group))


def _each(text: str, offset: int) -> tuple[Party, ...]:
    """Return the parties in "A and B", which stands at `offset`."""
    cuts = [0, *(edge for cut in _AND.finditer(text) for edge in cut.span()), len(text)]
    return tuple(
        Party(Span(offset + a, offset + b), " ".join(text[a:b].split()))
        for a, b in zip(cuts[::2], cuts[1::2], strict=True)
        if text[a:b].split()
    )


def read_signature(transcript: Transcript, zone: Zone) -> Signature:
    """Return the parts of a signature."""
    text = transcript.source.text[zone.span.start : zone.span.end]
    for pattern, function in ((SIGNED_MARK, "signed"), (SEAL_MARK, "seal")):
        match = pattern.match(text)
        if match and text[match.end() :].strip(WHITE):
            rest = text[match.end() :]
            start = zone.span.start + match.end() + len(rest) - len(rest.lstrip(WHITE))
            sign = Span(zone.span.start, zone.span.start + match.end())
            return Signature(sign, function, Span(start, _without_stop(text, zone.span)))
    return Signature(None, "", Span(zone.span.start, _without_stop(text, zone.span)))


def _without_stop(text: str, span: Span) -> int:
    """A comma or stop after a name is no part of it, unless the stop ends an initial: "H." but "Adams."."""
    if text.endswith(",") or re.search(r"\w{3,}\.$", text):
        return span.end - 1
    return span.end


def read_salute(transcript: Transcript, zone: Zone, tags: Sequence[str]) -> Party | None:
    """Return the person addressed in a salutation, or None if no rule of `tags` knows its form."""
    text = transcript.source.text[zone.span.start : zone.span.end]
    for rule in (rule for tag in tags for rule in formulas.rules(tag) if rule.zone == "salute"):
        match = rule.pattern.match(text)
        if match and match.groupdict().get("person"):
            start, end = match.span("person")
            return Party(Span(zone.span.start + start, zone.span.start + end), " ".join(match["person"].split()))
    return None


def find_correspondence(
    transcript: Transcript, zones: Sequence[Zone], heading: Heading | None, tags: Sequence[str]
) -> Correspondence:
    """Put together what heading, dateline, salutation and signature say."""
    spans = [read_signature(transcript, zone).name for zone in zones if zone.kind == "signed"]
    signatures = [p for span in spans for p in _each(transcript.source.text[span.start : span.end], span.start)]
    salute = next((p for z in zones if z.kind == "salute" and (p := read_salute(transcript, z, tags))), None)
    senders, by_sender, agree = _senders(heading, signatures)
    addressees, by_addressee = _addressees(heading, salute)
    records = names.people(dict.fromkeys([*senders, *addressees]))
    record = {person.name: person for person in records}
    date, by_date = _sent_date(transcript, zones, tags)
    place = _sent_place(transcript, zones, tags)
    sent = Action("sent", tuple(record[n] for n in senders), place, date, by_sender or by_date)
    received = Action("received", tuple(record[n] for n in addressees), "", None, by_addressee)
    mentions = _mentions(heading, signatures, salute, sent.people, received.people)
    return Correspondence(sent, received, mentions, agree)


def _senders(heading: Heading | None, signatures: list[Party]) -> tuple[list[str], Evidence | None, bool | None]:
    signed = [party.name for party in signatures]
    if heading is None:
        evidence = Evidence(SIGNATURE_RULE, "medium", "", tuple(p.span for p in signatures)) if signed else None
        return signed, evidence, None
    result = []
    for party in heading.senders:
        match = next((name for name in signed if names.same_family(party.name, name)), "")
        result.append(names.fuller(party.name, match) if match else party.name)
    agree = None
    if signed and not any(names.is_body(party.name) for party in heading.senders):
        agree = any(names.same_family(p.name, s) for p in heading.senders for s in signed)
    note = {True: "the signature agrees with it", False: "the signature differs", None: ""}[agree]
    cert = "medium" if agree is False else heading.rule.cert
    spans = tuple(party.span for party in heading.senders)
    return result, Evidence(f"heading.{heading.rule.id}", cert, note, spans), agree


def _addressees(heading: Heading | None, salute: Party | None) -> tuple[list[str], Evidence | None]:
    if heading is not None:
        spans = tuple(party.span for party in heading.addressees)
        evidence = Evidence(f"heading.{heading.rule.id}", heading.rule.cert, "", spans)
        return [party.name for party in heading.addressees], evidence
    if salute is not None and names.names_somebody(salute.name):
        return [salute.name], Evidence(SALUTE_RULE, "medium", "", (salute.span,))
    return [], None


def _mentions(
    heading: Heading | None,
    signatures: list[Party],
    salute: Party | None,
    senders: tuple[Person, ...],
    addressees: tuple[Person, ...],
) -> tuple[tuple[Party, Person], ...]:
    found: list[tuple[Party, Person]] = []
    if heading is not None:
        found += zip(heading.senders, senders, strict=True)
        found += zip(heading.addressees, addressees, strict=True)
    for party in signatures:
        found += [(party, person) for person in senders if names.same_family(party.name, person.name)][:1]
    if salute is not None and len(addressees) == 1:
        found.append((salute, addressees[0]))
    return tuple(found)


def _sent_date(
    transcript: Transcript, zones: Sequence[Zone], tags: Sequence[str]
) -> tuple[Dated | None, Evidence | None]:
    for kind in ("main", "dateline"):
        for zone in (z for z in zones if z.kind == kind):
            text = transcript.source.text[zone.span.start : zone.span.end]
            found = [d for d in dates.find(text, tags) if d.possible and d.start.year]
            if found:
                date = found[-1]
                start = zone.span.start
                span = Span(start + date.span.start, start + date.span.end)
                evidence = Evidence(DATELINE_RULE, "high", "", (span,)) if kind == "dateline" else None
                return Dated(transcript.words(span), date.attributes()), evidence
    return None, None


def _sent_place(transcript: Transcript, zones: Sequence[Zone], tags: Sequence[str]) -> str:
    zone = next((z for z in zones if z.kind == "dateline"), None)
    span = place_in_dateline(transcript, zone, tags) if zone else None
    return transcript.words(span) if span else ""


def place_in_dateline(transcript: Transcript, zone: Zone, tags: Sequence[str]) -> Span | None:
    """Return the words before the date of a dateline: "Washington" of "Washington, October 27, 1962"."""
    text = transcript.source.text[zone.span.start : zone.span.end]
    found = dates.find(text, tags)
    before = text[: found[0].span.start] if found else ""
    place = before.rstrip(" ,;:.—–-\t")
    if not place[:1].isupper() or any(character.isdigit() for character in place):
        return None
    return Span(zone.span.start, zone.span.start + len(place))
