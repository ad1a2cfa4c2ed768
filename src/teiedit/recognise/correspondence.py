"""Who wrote to whom, where and when: read from the heading, the dateline, the salutation and the signature.

Encoding: https://tei-c.org/release/doc/tei-p5-doc/en/html/HD.html#HD44CD
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from teiedit.model.document import Action, Dated, Person
from teiedit.model.evidence import Evidence
from teiedit.model.position import Span
from teiedit.model.source import WHITE
from teiedit.recognise import acts, dates, names
from teiedit.recognise.dating import settle
from teiedit.recognise.fields import read_field
from teiedit.recognise.formulas.und import SEAL_MARK, SIGNED_MARK
from teiedit.recognise.headings import (
    FIELDS_RULE,
    Heading,
    any_language,
    plain_name,
    plain_signature,
    read_heading,
)
from teiedit.recognise.people import Party, each_party, named, signs_for_office
from teiedit.tools.expressions import expression

if TYPE_CHECKING:
    from collections.abc import Sequence

    from teiedit.model.evidence import Zone
    from teiedit.model.source import Transcript

PLACE_RULE = "place.dateline"
PLACE_FIELD_RULE = "place.field"
SIGNATURE_RULE = "parties.signature"
SALUTE_RULE = "parties.salute"
ADDRESS_RULE = "parties.address"
DATELINE_RULE = "sent.dateline"
COPIES_RULE = "parties.copies"


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
        copied: those who have a copy; nobody if no field says so.
        mentions: names in heading, salutation and signature, each with the record it belongs to.
        agree: whether signature and heading name the same sender; None if there is not both.
    """

    sent: Action
    received: Action
    copied: Action
    mentions: tuple[tuple[Party, Person], ...]
    agree: bool | None


def heading_of(transcript: Transcript, zone: Zone, tags: Sequence[str]) -> Heading | None:
    """Return what a heading says of the parties, with its places in the transcript, or None if its form is unknown."""
    heading = read_heading(transcript.source.text[zone.span.start : zone.span.end], tags)
    if heading is None:
        return None

    def moved(span: Span) -> Span:
        return Span(zone.span.start + span.start, zone.span.start + span.end)

    return replace(
        heading,
        senders=tuple(Party(moved(p.span), p.name) for p in heading.senders),
        addressees=tuple(Party(moved(p.span), p.name) for p in heading.addressees),
        place=moved(heading.place) if heading.place else None,
    )


def find_heading(transcript: Transcript, zones: Sequence[Zone], tags: Sequence[str]) -> Heading | None:
    """Return what names the parties: a heading, or the fields From and To, or a salutation such as "A B s. p. d."."""
    for zone in zones:
        if zone.kind == "main" and (heading := heading_of(transcript, zone, tags)):
            return heading
    senders, addressees = (_in_fields(transcript, zones, subtype) for subtype in ("from", "to"))
    if senders or addressees:
        return Heading("", senders, addressees, None, FIELDS_RULE)
    for zone in zones:
        if zone.kind == "salute" and (heading := heading_of(transcript, zone, tags)):
            return heading if heading.rule.id == _GREETING else None
    return None


# The one form of a heading that is also a salutation.
_GREETING = "la.a-b-salutem"


def _in_fields(transcript: Transcript, zones: Sequence[Zone], subtype: str) -> tuple[Party, ...]:
    """Return everybody whom the fields of one kind name, in the order of the text."""
    found: list[Party] = []
    for zone in zones:
        if zone.kind in ("field", "footfield"):
            text = transcript.source.text[zone.span.start : zone.span.end]
            read = read_field(text)
            if read.subtype == subtype:
                found += named(text[read.value.start : read.value.end], zone.span.start + read.value.start)
    return tuple(found)


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


def read_salute(transcript: Transcript, zone: Zone) -> Party | None:
    """Return the person addressed in a salutation: a name or a form of address; None if there is neither."""
    text = transcript.source.text[zone.span.start : zone.span.end]
    found = names.addressed(text)
    if found is None:
        return None
    start, end = found
    return Party(Span(zone.span.start + start, zone.span.start + end), " ".join(text[start:end].split()))


_ADDRESSED_TO = expression(r"[^\r\n,;:(]+")
_OFFICES = expression(
    r"^(?:(?:[AÀàa]|An|To|the|le|la|den|Herrn?|Hrn|Frau|Monsieur|M|Madame|Mme|Mr|Mrs|Hon|Honou?rable|Right|The|His|Her|Son|S|E|"
    r"Excellency|Excellence|Pr[äée]sident|Professor|Prof|Dr|Doctor|Doktor|Hofrat|Minister|Ministre|Nationalrat[h]?|Sir|Lord|Earl|"
    r"Baron|General|Général|Sénateur|Ambassadeur|Consul|Esq|Dem|Hochgeachteten|Hochgeehrten|Messrs|Firma|Fa|MM|Messieurs|Señor[ae]?s?|Sr[ae]?s?|Sres|Don|Doña|"
    r"Excmo|Ilmo|Al|All|Alla|Signor[ei]?|Signora|Sig|Egr|Egregio|Ill|Spett|Preg|Cav|Avv|Dott|Conte|Den|De|Aan|Heere?n?|Mevrouw|Mejuffrouw|Weled\w*|[A-Z]\w+issimo|"
    r"viro|[Dd]omino|D|Viro|magistro|doctori|fratri)\b[.,]?\s+)+(?=\S)"
)


def read_address(transcript: Transcript, zone: Zone) -> Party | None:
    """Return the person to whom an address is made out: "Stefan Weber" of "Herrn Stefan Weber, Wien"."""
    text = transcript.source.text[zone.span.start : zone.span.end]
    match = _ADDRESSED_TO.match(text)
    if match is None:
        return None
    office = _OFFICES.match(match.group())
    start = office.end() if office else 0
    name = re.sub(r"\s+(?:Esq(?:uire)?\.?|in\s+\S+|à\s+\S+)$", "", match.group()[start:].rstrip(" ."))
    if office is None or not names.names_somebody(name) or len(name.split()) > 5 or any(c.isdigit() for c in name):
        return None
    span = Span(zone.span.start + start, zone.span.start + start + len(name))
    return Party(span, " ".join(name.split()))


def find_correspondence(
    transcript: Transcript, zones: Sequence[Zone], heading: Heading | None, tags: Sequence[str]
) -> Correspondence:
    """Put together what heading, dateline, salutation and signature say."""
    spans = [read_signature(transcript, zone).name for zone in zones if zone.kind == "signed"]
    signatures = [p for span in spans for p in each_party(transcript.source.text[span.start : span.end], span.start)]
    # a line to sign on is nobody's name
    signatures = [party for party in signatures if any(character.isalpha() for character in party.name)]
    salute = next((p for z in zones if z.kind == "salute" and (p := read_salute(transcript, z))), None)
    address = next((p for z in zones if z.kind in _ADDRESSES and (p := read_address(transcript, z))), None)
    senders, by_sender, agree = _senders(heading, signatures)
    addressees, by_addressee = _addressees(heading, salute, address)
    copies = _in_fields(transcript, zones, "cc")
    called = [(party.name, plain_name(party.name)) for party in copies]
    records = names.people([*senders, *addressees, *called])
    date, by_date = _sent_date(transcript, zones, tags)
    place, placed = _sent_place(transcript, zones, tags, heading)
    sent = Action("sent", tuple(records[n] for n, _ in senders), place, date, by_sender or by_date, placed)
    arrived = _received_date(transcript, zones, tags, date)
    received = Action("received", tuple(records[n] for n, _ in addressees), "", arrived, by_addressee)
    by_copy = Evidence(COPIES_RULE, "high", "", tuple(party.span for party in copies)) if copies else None
    copied = Action("received", tuple(records[n] for n, _ in called), evidence=by_copy, subtype="cc")
    mentions = _mentions(heading, signatures, salute, sent.people, received.people)
    mentions += tuple((party, records[party.name]) for party in copies)
    return Correspondence(sent, received, copied, mentions, agree)


def without_signatories(parties: Correspondence) -> Correspondence:
    """Return what is known of the date and place alone: no letter, so that nobody who signed has sent it."""
    received = Action("received", (), "", parties.received.date)
    return replace(parties, sent=replace(parties.sent, people=()), received=received, mentions=(), agree=None)


Called = tuple[str, str]
"""The fullest form of a name, and the form by which somebody is called in the heading."""


def _senders(heading: Heading | None, signatures: list[Party]) -> tuple[list[Called], Evidence | None, bool | None]:
    signed = [plain_signature(party.name) for party in signatures]
    if heading is None or not heading.senders:
        evidence = Evidence(SIGNATURE_RULE, "medium", "", tuple(p.span for p in signatures)) if signed else None
        return [(name, name) for name in dict.fromkeys(signed)], evidence, None
    result: list[Called] = []
    for party in heading.senders:
        match = next((name for name in signed if names.same_family(party.name, name)), "")
        full = names.fuller(party.name, match) if match else party.name
        # a bare surname is completed; "Mr. Turpin" is how the heading chose to call him
        plain = plain_name(party.name)
        result.append((full, full if plain == party.name else plain))
    agree, nameless = None, False
    if signed and heading.rule is not FIELDS_RULE and not any(signs_for_office(p.name) for p in heading.senders):
        agree = any(_may_sign(p.name, s) for p in heading.senders for s in signed)
        nameless = not agree and not any(names.is_signed_name(party.name) for party in signatures[:2])
        agree = None if nameless else agree
    note = {True: "the signature agrees with it", False: "the signature differs", None: ""}[agree]
    note = "the signature names nobody" if nameless else note
    cert = "medium" if agree is False or nameless else heading.rule.cert
    spans = tuple(party.span for party in heading.senders)
    return result, Evidence(f"heading.{heading.rule.id}", cert, note, spans), agree


def _may_sign(name: str, signature: str) -> bool:
    return names.may_be(name, signature) or names.contracted(name, signature)


_ADDRESSES = ("address", "footaddress")


def _addressees(
    heading: Heading | None, salute: Party | None, address: Party | None
) -> tuple[list[Called], Evidence | None]:
    if heading is not None and heading.addressees:
        spans = tuple(party.span for party in heading.addressees)
        evidence = Evidence(f"heading.{heading.rule.id}", heading.rule.cert, "", spans)
        return [(party.name, plain_name(party.name)) for party in heading.addressees], evidence
    if address is not None:
        return [(address.name, plain_name(address.name))], Evidence(ADDRESS_RULE, "medium", "", (address.span,))
    if salute is not None and names.names_somebody(salute.name):
        return [(salute.name, plain_name(salute.name))], Evidence(SALUTE_RULE, "medium", "", (salute.span,))
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
        found += zip(heading.senders, senders, strict=False)
        found += zip(heading.addressees, addressees, strict=False)
    for party in signatures:
        name = plain_signature(party.name)
        fitting = [person for person in senders if _may_sign(person.name, name)]
        found += [(party, person) for person in sorted(fitting, key=lambda one: one.name != name)][:1]
    if salute is not None and len(addressees) == 1:
        found.append((salute, addressees[0]))
    return tuple(found)


def _sent_date(
    transcript: Transcript, zones: Sequence[Zone], tags: Sequence[str]
) -> tuple[Dated | None, Evidence | None]:
    for zone in (z for z in zones if z.kind == "main"):
        text = transcript.source.text[zone.span.start : zone.span.end]
        _, found = dates.heading(text, any_language(tags))
        if found is not None and found.possible and (found.start.year or found.end):
            return _dated(transcript, zone, found), None
    for zone in (z for z in zones if z.kind in ("dateline", "footdate", "done", "field")):
        text = transcript.source.text[zone.span.start : zone.span.end]
        if zone.kind == "field" and ((read := read_field(text)).subtype != "date" or read.received):
            continue
        for found in dates.find(text, tags):
            settled = settle(found, year=_years_named(transcript) if found.short is not None else 0)
            if RECEIVED.search(text[: found.span.start]):
                continue
            if settled.found.possible and settled.found.start.year:
                dated = _dated(transcript, zone, settled.found)
                span = Span(zone.span.start + found.span.start, zone.span.start + found.span.end)
                return dated, settled.evidence(span) or Evidence(DATELINE_RULE, "high", "", (span,))
    return None, None


# "(Received April 25.)", "[Empfangen 3. Mai]", "Reçu le 4 juin": when the letter arrived
RECEIVED = expression(
    r"(?:received|rec['’]?d|empf(?:angen|\.)?|erhalten|eingegangen|eing\.|präs(?:entiert|\.)?|reçue?|ricevuta|recibida)\b[.:,]?\s*"
    r"(?:on|am|den|le|at|il|el)?\s*$",
    re.IGNORECASE,
)


def _received_date(
    transcript: Transcript, zones: Sequence[Zone], tags: Sequence[str], sent: Dated | None
) -> Dated | None:
    context = sent.attributes[0][1] if sent else ""
    for zone in (z for z in zones if z.kind in ("dateline", "footdate", "field")):
        text = transcript.source.text[zone.span.start : zone.span.end]
        handed = zone.kind == "field" and read_field(text).received
        for found in dates.find(text, tags):
            if handed or RECEIVED.search(text[: found.span.start]):
                settled = settle(found, context).found
                return _dated(transcript, zone, settled) if settled.possible and settled.start.year else None
    return None


def _dated(transcript: Transcript, zone: Zone, found: dates.Found) -> Dated:
    span = Span(zone.span.start + found.span.start, zone.span.start + found.span.end)
    return Dated(transcript.words(span), found.attributes())


_YEAR = expression(r"(?<![\d/.])(?:1[5-9]\d\d)(?![\d/]|\.\d)")


def _years_named(transcript: Transcript) -> int:
    """Return the middle one of the years that the document names, or 0: a two-digit year is near to it."""
    years = sorted(int(match.group()) for match in _YEAR.finditer(transcript.source.text))
    return years[len(years) // 2] if years else 0


def _sent_place(
    transcript: Transcript, zones: Sequence[Zone], tags: Sequence[str], heading: Heading | None
) -> tuple[str, Evidence | None]:
    """Return where a document was sent from, or "", and the rule that says so, if it is not the heading."""
    if heading is not None and heading.place is not None:
        return transcript.words(heading.place), None
    zone = next((z for z in zones if z.kind in ("dateline", "footdate", "done")), None)
    span = place_in_dateline(transcript, zone, tags) if zone else None
    field = (
        None if span else next((s for z in zones if z.kind == "field" and (s := place_in_field(transcript, z))), None)
    )
    if field is not None:
        return transcript.words(field), Evidence(PLACE_FIELD_RULE, "high", "", (field,))
    return transcript.words(span) if span else "", Evidence(PLACE_RULE, "medium")


def place_in_field(transcript: Transcript, zone: Zone) -> Span | None:
    """Return what a field such as "Place: Bremen" names, if it has the form of a name."""
    text = transcript.source.text[zone.span.start : zone.span.end]
    read = read_field(text)
    value = text[read.value.start : read.value.end].rstrip(" ,;:.\t\r\n")
    if read.subtype != "place" or not value[:1].isupper() or not _PLACE.fullmatch(value):
        return None
    return Span(zone.span.start + read.value.start, zone.span.start + read.value.start + len(value))


# A place has no figures, and its name stands on one line.
_PLACE = expression(r"[^\d\r\n]{2,60}")


# What links a place to the date that follows it: "Berlin, den", "Paris, le", "Milano, addì".
_LINKING = expression(
    r"[\s,]*\b(?:den|d|dem|am|im|in|the|this|on|le|ce|du|il|l[iì]|addì|adi|el|de|op)\b\.?[\s,]*$", re.IGNORECASE
)
_WEEKDAY = expression(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\w*|(?:Mon|Diens|Donners|Frei|Sams|Sonn)tag\w*|Mittwoch\w*|Sonnabend\w*|"
    r"(?:lun|mar|mercre|jeu|vendre|same)di|dimanche",
    re.IGNORECASE,
)


def place_in_dateline(transcript: Transcript, zone: Zone, tags: Sequence[str]) -> Span | None:
    """Return the words before the date of a dateline: "Washington" of "Washington, October 27, 1962"."""
    text = transcript.source.text[zone.span.start : zone.span.end]
    found = dates.find(text, tags)
    before = text[: found[0].span.start] if found else ""
    named = acts.done(before) if acts.is_done(before) else None
    if named is not None:
        return Span(zone.span.start + named[0], zone.span.start + named[1])
    place = _LINKING.sub("", before).rstrip(" ,;:.—–-\t\r\n")
    lead = re.match(r"[\[(]", place)
    if lead or not place[:1].isupper() or any(character.isdigit() for character in place) or _WEEKDAY.fullmatch(place):
        return None
    return Span(zone.span.start, zone.span.start + len(place))
