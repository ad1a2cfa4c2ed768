"""Who sender and addressee are, and what place a letter was sent from, by the edition's register.

The register wins over inference: where it knows somebody, the record is its own.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from teiedit.model.document import Element
from teiedit.model.evidence import Evidence
from teiedit.model.position import Span
from teiedit.recognise.correspondence import read_signature
from teiedit.recognise.headings import plain_name, plain_signature
from teiedit.recognise.mentions import find_mentions, report
from teiedit.recognise.people import each_party
from teiedit.recognise.register import Unclear, place_evidence, place_mark, place_of, resolve, same_entry

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from teiedit.model.diagnostic import Diagnostic
    from teiedit.model.document import Action, Document, Person
    from teiedit.model.evidence import Mark, Zone
    from teiedit.model.register import Entry
    from teiedit.model.source import Transcript
    from teiedit.recognise.correspondence import Correspondence
    from teiedit.recognise.people import Party
    from teiedit.recognise.register import Index

_RUNNING = ("p", "postscript", "subject", "field")
_ADDRESSES = ("address", "footaddress")


@dataclass(frozen=True, slots=True)
class Identified:
    """The parties with their records, and names of them that several entries bear, each with where it stands."""

    parties: Correspondence
    unclear: tuple[tuple[Unclear, Span], ...] = ()


def identify(transcript: Transcript, zones: Sequence[Zone], parties: Correspondence, index: Index) -> Identified:
    """Return the parties as the register knows them.

    Args:
        transcript: the text.
        zones: its lines, among them the signatures.
        parties: what heading, dateline, salutation and signature say.
        index: the register.
    """
    if not index.by_id:
        return Identified(parties)
    year = year_of(parties)
    found: dict[str, Person | Unclear | None] = {}
    for action in (parties.sent, parties.received, parties.copied):
        headed = action.evidence is not None and action.evidence.rule.startswith("heading.")
        for person in action.people:
            forms = (person.name, person.called or person.name, plain_name(person.name))
            found[person.id] = resolve(forms, index, year=year, surname=headed)
    known = _renamed(parties, found, index)
    spans = {person.id: party.span for party, person in reversed(parties.mentions)}
    unclear = tuple((who, spans[key]) for key, who in found.items() if isinstance(who, Unclear) and key in spans)
    sent = _located(replace(parties.sent, people=_people(parties.sent, known)), index)
    received = replace(parties.received, people=_people(parties.received, known))
    copied = replace(parties.copied, people=_people(parties.copied, known))
    mentions = tuple((party, known[person.id]) for party, person in parties.mentions)
    identified = replace(parties, sent=sent, received=received, copied=copied, mentions=mentions)
    return Identified(_signed(transcript, zones, identified, index), unclear)


def year_of(parties: Correspondence) -> int:
    """Return the year in which the document was sent, or 0."""
    values = [value for _, value in parties.sent.date.attributes] if parties.sent.date else []
    return next((int(value[:4]) for value in values if value[:4].isdigit()), 0)


def _renamed(parties: Correspondence, found: Mapping[str, Person | Unclear | None], index: Index) -> dict[str, Person]:
    """Return who each person is: an entry, or themselves by an identifier that no entry has."""
    known: dict[str, Person] = {}
    for person in (*parties.sent.people, *parties.received.people, *parties.copied.people):
        who = found[person.id]
        if who is not None and not isinstance(who, Unclear):
            known[person.id] = who
            continue
        identifier, number = person.id, 2
        while identifier in index.by_id:
            identifier, number = f"{person.id}-{number}", number + 1
        known[person.id] = replace(person, id=identifier)
    return known


def _people(action: Action, known: Mapping[str, Person]) -> tuple[Person, ...]:
    return tuple({known[person.id].id: known[person.id] for person in action.people}.values())


def _located(action: Action, index: Index) -> Action:
    found = place_of(action.place, index) if action.place else None
    if found is None:
        return action
    entry, start, end = found
    evidence = place_evidence(entry, end - start, action.place)
    return replace(action, place=action.place[start:end], located=entry.id, placed=evidence)


def _signed(transcript: Transcript, zones: Sequence[Zone], parties: Correspondence, index: Index) -> Correspondence:
    """Return the parties with signatures that the register alone shows to be the sender's: "Jack" of J. F. Kennedy."""
    seen = {party.span for party, _ in parties.mentions}
    new = [
        (party, person)
        for party in _signatures(transcript, zones)
        for person in parties.sent.people
        if party.span not in seen and person.entry and _is(plain_signature(party.name), person.entry, index)
    ]
    if not new:
        return parties
    evidence = parties.sent.evidence
    if parties.agree is False and evidence is not None:
        note = "the signature agrees with it, by the register"
        evidence = Evidence(evidence.rule, "high", note, evidence.spans)
    sent = replace(parties.sent, evidence=evidence)
    return replace(parties, sent=sent, mentions=(*parties.mentions, *new), agree=True)


def _is(name: str, entry: Entry, index: Index) -> bool:
    return same_entry(name, entry.name, index)


def _signatures(transcript: Transcript, zones: Sequence[Zone]) -> Iterator[Party]:
    for zone in zones:
        if zone.kind == "signed":
            span = read_signature(transcript, zone).name
            yield from each_party(transcript.source.text[span.start : span.end], span.start)


def mention_evidence(party: Party, person: Person) -> Evidence | None:
    """Return why a name that stands in a document is that of somebody in the register; None for others."""
    if person.evidence is None:
        return None
    note = f"refers to {person.name}; {person.evidence.note}"
    return Evidence(person.evidence.rule, person.evidence.cert, note, (party.span,))


def is_called(person: Person, name: str) -> bool:
    """Say whether `name` is, word for word, one that the register has for a person."""
    return person.entry is not None and name.casefold() in (form.casefold() for form in person.entry.forms)


def mark_names(
    transcript: Transcript,
    zones: Sequence[Zone],
    marks: Sequence[Mark],
    known: Identified,
    index: Index,
    language: str,
) -> tuple[Sequence[Mark], list[Diagnostic]]:
    """Return `marks` with the records of places, and with the names in running text; and what is to be said of it."""
    if not index.by_id:
        return marks, []
    placed = [
        place_mark(mark, transcript.source.text, index) if mark.kind == "placeName" and not mark.attributes else mark
        for mark in marks
    ]
    spans = [span for zone in zones for span in _running(transcript, zone)]
    found = find_mentions(transcript, spans, index, language=language, year=year_of(known.parties))
    return [*placed, *found.marks], report(transcript, (*known.unclear, *found.unclear))


def _running(transcript: Transcript, zone: Zone) -> Iterator[Span]:
    """Yield the stretches of a zone in which names are looked for; each line of an address is one."""
    if zone.kind in _RUNNING:
        yield zone.span
    elif zone.kind in _ADDRESSES:
        for line in transcript.lines:
            if line.span.overlaps(zone.span):
                yield Span(max(line.span.start, zone.span.start), min(line.span.end, zone.span.end))


def with_entries(document: Document, index: Index) -> Document:
    """Return a document with the entries of the register that it names, in the order of their first mention."""
    if not index.by_id:
        return document
    sent, received = document.sent, document.received
    named = [person.id for person in (*sent.people, *received.people, *document.copied.people)]
    named += [sent.located, received.located, *_references((*document.front, *document.body))]
    entries = tuple(index.by_id[name] for name in dict.fromkeys(named) if name in index.by_id)
    return replace(document, entries=entries)


def _references(elements: Sequence[Element]) -> Iterator[str]:
    """Yield the identifiers that elements point to, in the order of the text."""
    for element in elements:
        yield from (value[1:] for name, value in element.attributes if name == "ref")
        yield from _references([node for node in element.content if isinstance(node, Element)])
