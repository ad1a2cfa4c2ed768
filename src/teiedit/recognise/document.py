"""One transcript, understood: the order in which the recognisers run."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from teiedit.model.commentary import NO_COMMENTARY
from teiedit.model.decisions import NO_DECISIONS
from teiedit.model.diagnostic import Diagnostic, Severity
from teiedit.model.document import Archive, Document, Person, corresponds
from teiedit.model.evidence import Evidence, Mark, Zone
from teiedit.model.position import Span
from teiedit.recognise import finders, formulas
from teiedit.recognise.archives import find_archive
from teiedit.recognise.assemble import settle
from teiedit.recognise.clauses import find_inline
from teiedit.recognise.commentary import with_commentary
from teiedit.recognise.correspondence import Correspondence, find_correspondence, find_heading, without_signatories
from teiedit.recognise.dating import find_dates
from teiedit.recognise.decided import decide
from teiedit.recognise.divisions import divide
from teiedit.recognise.earlier import find_earlier
from teiedit.recognise.editorial import transcribers_marks
from teiedit.recognise.enumerators import at_head
from teiedit.recognise.fields import read_field
from teiedit.recognise.foreign import find_foreign
from teiedit.recognise.genres import find_genre
from teiedit.recognise.identities import identify, mark_names, with_entries, year_of
from teiedit.recognise.language import find_languages, primary
from teiedit.recognise.pages import find_pages, joined, outside, with_pages
from teiedit.recognise.proceedings import act_marks, find_outline
from teiedit.recognise.references import with_references
from teiedit.recognise.register import index_of
from teiedit.recognise.structure import Builder
from teiedit.recognise.zones import find_zones

if TYPE_CHECKING:
    from collections.abc import Sequence

    from teiedit.model.commentary import Commentary
    from teiedit.model.decisions import Decisions
    from teiedit.model.document import Element
    from teiedit.model.edition import Edition
    from teiedit.model.evidence import Attributes
    from teiedit.model.source import Transcript
    from teiedit.recognise.outline import Outline

FRONT = ("series", "transcript", "main", "sub", "reference")
_DATED = ("main", "sub", "dateline", "footdate", "done", "p", "postscript", "field")


def recognise(
    transcript: Transcript,
    identifier: str,
    edition: Edition,
    decisions: Decisions = NO_DECISIONS,
    commentary: Commentary = NO_COMMENTARY,
) -> Document:
    """Return what `transcript` is understood to be.

    Args:
        transcript: the lines of one file, with at least one that is not blank.
        identifier: the document's xml:id.
        edition: its languages are tried, the likeliest first.
        decisions: what its editors have decided of it.
        commentary: what they have written about it.
    """
    transcript = _with_line_feeds(transcript)
    index = index_of(edition.register)
    decided = decide(transcript, decisions, index, edition.editors)
    languages, why = find_languages(transcript.source.text, edition.languages)
    languages, chosen = decided.language(languages)
    why = chosen or why
    # Rules go by language alone: "de-AT" is read with those of "de".
    tags = tuple(dict.fromkeys(primary(tag) for tag in (*languages, *edition.languages)))
    pages = find_pages(transcript)
    zones = joined(transcript, _in_front(find_zones(transcript, tags, decided.lines())), pages)
    heading = find_heading(transcript, zones, tags)
    genre, by = decided.genre(*find_genre(transcript, heading, zones))
    outline = find_outline(transcript, zones, genre, tags)
    if outline is not None:
        # a treaty has parties, but neither sender nor addressee
        zones, heading = outline.zones(), None if genre == "treaty" else heading
    found = find_correspondence(transcript, zones, heading, tags)
    # whoever signs a treaty or minutes has sent them to nobody
    known = identify(transcript, zones, without_signatories(found) if outline and not heading else found, index)
    parties = decided.parties(known.parties, zones)
    known = replace(known, parties=parties)
    marks, diagnostics = _marks(transcript, zones, tags, parties)
    marks += act_marks(transcript, zones, outline, genre, index, year_of(parties), headed=heading is not None)
    named, ambiguous = mark_names(transcript, zones, marks, known, index, tags[0])
    body = tuple(zone for zone in zones if zone.kind not in FRONT)
    said, unsaid = transcribers_marks(transcript, body, genre, edition.conventions, marks)
    between = list(outside(pages, zones))
    apart = {mark.span for mark in between}
    within = [mark for mark in pages if mark.span not in apart]
    settled = settle(decided.marks([*said, *within, *named]))
    levels, body = decided.levels(body)
    builder = Builder(transcript, settled, levels)
    title, titled = decided.title(*_title(transcript, zones, identifier, parties, tags[0]))
    front = builder.front([zone for zone in zones if zone.kind in FRONT])
    top = front[-1].span.end if front else 0
    above = [mark for mark in between if mark.span.end <= top]
    below = [mark for mark in between if mark.span.end > top]
    document = Document(
        id=identifier,
        genre=genre,
        language=languages[0],
        title=title,
        titled=titled,
        front=with_pages(front, above),
        body=with_pages(_body(builder, body, genre, outline, parties), below) if body else (),
        sent=parties.sent,
        received=parties.received,
        copied=parties.copied,
        earlier=find_earlier(transcript, zones, settled, tags, parties),
        archive=_archive(transcript, settled),
        findings=tuple(evidence for evidence in (by, why) if evidence),
        diagnostics=(
            *diagnostics,
            *unsaid,
            *ambiguous,
            *_disagreement(transcript, zones, parties),
            *_empty(transcript, zones, body),
        ),
    )
    document = with_references(document, transcript)
    document = with_entries(decided.complete(document) if decisions else document, index)
    return document if commentary == NO_COMMENTARY else with_commentary(document, transcript, commentary)


def _with_line_feeds(transcript: Transcript) -> Transcript:
    """Return a transcript whose lines all end with a line feed, every character in its place.

    Lines are looked for in many places, and the line ends of Windows and of old Macintoshes say nothing else.
    """
    text = transcript.source.text
    if "\r" not in text:
        return transcript
    text = text.replace("\r\n", " \n").replace("\r", "\n")
    return replace(transcript, source=replace(transcript.source, text=text))


def _in_front(zones: Sequence[Zone]) -> tuple[Zone, ...]:
    """Return zones of which none is a heading below the text: an editor may say so, but no line changes its place."""
    above = True
    result = []
    for zone in zones:
        above = above and zone.kind in FRONT
        result.append(zone if above or zone.kind not in FRONT else Zone("p", zone.span))
    return tuple(result)


def _body(
    builder: Builder, zones: Sequence[Zone], genre: str, outline: Outline | None, parties: Correspondence
) -> tuple[Element, ...]:
    decls: Attributes = (("decls", "#corresp-1"),) if corresponds(genre, parties.sent, parties.received) else ()
    attributes = (("type", genre), *decls)
    return divide(builder, outline, attributes) if outline else builder.divisions(zones, attributes)


def _marks(
    transcript: Transcript, zones: Sequence[Zone], tags: Sequence[str], parties: Correspondence
) -> tuple[list[Mark], list[Diagnostic]]:
    marks: list[Mark] = []
    diagnostics: list[Diagnostic] = []
    for zone in zones:
        if zone.kind in _DATED:
            timed = zone.kind == "field" and read_field(_text(transcript, zone)).subtype in ("date", "time")
            found = find_dates(transcript, zone.span, tags, parties.sent.date, timed=timed)
            dated = "date" in zone.kind or timed
            marks += [finders.received(transcript, zone, m) for m in found.marks] if dated else found.marks
            diagnostics += found.diagnostics
        if zone.kind in ("p", "postscript"):
            marks += _inline_clauses(transcript, zone)
            marks += finders.find_quotations(transcript, zone.span)
        elif zone.kind == "signed":
            marks += finders.find_signature(transcript, zone)
        elif zone.kind == "reference":
            marks += finders.find_reference(transcript, zone)
        elif zone.kind in ("dateline", "footdate", "done"):
            marks += finders.find_place(transcript, zone, tags)
        elif zone.kind == "field":
            marks += finders.find_field_place(transcript, zone)
    marks += find_foreign(transcript, [zone.span for zone in zones if zone.kind not in FRONT])
    salutes = [zone.span for zone in zones if zone.kind == "salute"]
    marks += finders.name_marks(parties.mentions, salutes)
    return marks, diagnostics


def _text(transcript: Transcript, zone: Zone) -> str:
    return transcript.source.text[zone.span.start : zone.span.end]


def _inline_clauses(transcript: Transcript, zone: Zone) -> tuple[Mark, ...]:
    text = _text(transcript, zone)
    label = at_head(text)
    skip = label.span.end if label else 0
    return find_inline(text[skip:], zone.span.start + skip)


TITLE_RULE = "title.parties"


def _title(
    transcript: Transcript, zones: Sequence[Zone], identifier: str, parties: Correspondence, language: str
) -> tuple[str, Evidence | None]:
    for kind in ("main", "transcript", "series"):
        for zone in zones:
            if zone.kind == kind:
                return transcript.words(zone.span), None
    joined = formulas.joined(language)
    sender, addressee = _party(parties.sent.people, joined), _party(parties.received.people, joined)
    if not sender and not addressee:
        return identifier, None
    to = formulas.to(language)
    who = f"{sender} {to} {addressee}" if sender and addressee else sender or f"{to.capitalize()} {addressee}"
    date = parties.sent.date
    return f"{who}, {date.words}" if date else who, Evidence(TITLE_RULE, "medium")


def _archive(transcript: Transcript, marks: Sequence[Mark]) -> Archive | None:
    idno = next((mark for mark in marks if mark.kind == "idno"), None)
    return find_archive(transcript.words(idno.span)) if idno else None


def _party(people: Sequence[Person], joined: str = "and") -> str:
    """Return the names of several people as a title has them: "A, B and C"."""
    called = [person.name for person in people]
    return f" {joined} ".join(filter(None, (", ".join(called[:-1]), *called[-1:])))


def _disagreement(transcript: Transcript, zones: Sequence[Zone], parties: Correspondence) -> list[Diagnostic]:
    if parties.agree is not False:
        return []
    zone = next(zone for zone in zones if zone.kind == "signed")
    sender = ", ".join(person.name for person in parties.sent.people)
    return [
        Diagnostic(
            "D020",
            Severity.WARNING,
            transcript.place(zone.span),
            f'the heading names "{sender}" as sender, the signature reads "{transcript.words(zone.span)}"',
            "if somebody signed for the sender, leave it; else correct the heading",
        )
    ]


def _empty(transcript: Transcript, zones: Sequence[Zone], body: Sequence[Zone]) -> list[Diagnostic]:
    if body:
        return []
    return [
        Diagnostic(
            "D001",
            Severity.ERROR,
            transcript.place(zones[-1].span if zones else Span(0, 0)),
            "there is no text below the heading",
            "add the text of the document, or remove the file",
        )
    ]
