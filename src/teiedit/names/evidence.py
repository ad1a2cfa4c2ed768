"""What one document holds of names: its parties, signatures, salutations and datelines, and its running text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from teiedit.model.diagnostic import EditionError, Severity
from teiedit.model.document import Element
from teiedit.model.position import Span
from teiedit.names import lexicon
from teiedit.names.proposal import Document, Seen
from teiedit.names.running import Running
from teiedit.read.source import read_source
from teiedit.read.transcript import read_transcript
from teiedit.recognise import names
from teiedit.recognise.correspondence import ADDRESS_RULE, SALUTE_RULE, SIGNATURE_RULE
from teiedit.recognise.document import recognise
from teiedit.recognise.headings import plain_name, plain_signature
from teiedit.recognise.language import primary
from teiedit.recognise.people import form_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from teiedit.model.document import Action, Person
    from teiedit.model.document import Document as Understood
    from teiedit.model.edition import Edition
    from teiedit.model.source import Transcript
    from teiedit.read.folder import File

_RULES = {SIGNATURE_RULE: "signature", SALUTE_RULE: "salutation", ADDRESS_RULE: "party"}
_NAMES = ("persName", "orgName", "rs")
_RUNNING = ("p", "item")
# No place: streets, houses, hotels.
_STREET = re.compile(
    r"\b(?:street|road|avenue|square|gate|house|hotel|hôtel|villa|rue|boulevard|quai|schlo(?:ss|ß)|castle|château|palace)\b|"
    r"(?:stra(?:ss|ß)e|str\.?|gasse|platz|hof|weg)$",
    re.IGNORECASE,
)
# A letterhead and the place may stand on one line, or on two.
_PARTED = re.compile(r"[,;|(]| {2,}|\t|\r?\n|\r")
_LONGEST = 60


def read_document(edition: Edition, file: File) -> Document:
    """Return what a transcript holds of names, as the edition's settings and registers make it understood.

    Nothing is raised: what cannot be read, or holds no letter, is a diagnostic of the result.
    """
    try:
        source, found = read_source(file.path, file.shown, file.name, strict=edition.strict)
    except EditionError as error:
        return Document(diagnostics=error.diagnostics)
    transcript = read_transcript(source)
    faults = tuple(d for d in (*found, *transcript.diagnostics) if d.severity is Severity.ERROR)
    if faults:
        return Document(diagnostics=faults)
    return find_names(transcript, recognise(transcript, file.id, edition))


def find_names(transcript: Transcript, document: Understood) -> Document:
    """Return what a document that is understood holds of names.

    Args:
        transcript: its text.
        document: what the recognisers have made of it.
    """
    elements = list(_elements((*document.front, *document.body)))
    running = Running(transcript.source.text, primary(document.language))
    running.read(element.span for element in elements if element.tag in _RUNNING and not _holds_blocks(element))
    seen = [
        *_parties(document, elements),
        *_called(transcript, document, elements),
        *_places(transcript, document, elements),
    ]
    capitals = {word for form in running.words() for word in form.form.lower().split()}
    capitals |= {word for name in running.seen() for word in name.form.lower().split()}
    return Document(
        _year(document),
        (*seen, *running.seen()),
        tuple(running.words()),
        tuple(running.small.keys() & capitals),
        tuple(entry.id for entry in document.entries),
        tuple(person.entry.id for action in _sides(document) for person in action.people if person.entry),
    )


def _year(document: Understood) -> int:
    values = [value for _, value in document.sent.date.attributes] if document.sent.date else []
    return next((int(value[:4]) for value in values if value[:4].isdigit()), 0)


def _elements(nodes: tuple[Element, ...]) -> Iterator[Element]:
    """Yield all elements in the order of the text."""
    for element in nodes:
        yield element
        yield from _elements(tuple(node for node in element.content if isinstance(node, Element)))


def _holds_blocks(element: Element) -> bool:
    return any(isinstance(node, Element) and node.tag in ("p", "list", "item") for node in element.content)


def _sides(document: Understood) -> tuple[Action, ...]:
    return document.sent, document.received, document.copied


def _parties(document: Understood, elements: list[Element]) -> Iterator[Seen]:
    """Yield the parties whom the register does not know, or knows by the family name alone."""
    places: dict[str, Span] = {}
    for element in elements:
        if element.tag in _NAMES:
            for name, value in element.attributes:
                if name == "ref":
                    places.setdefault(value[1:], element.span)
    for action in _sides(document):
        rule = _RULES.get(action.evidence.rule, "party") if action.evidence else "party"
        for person in action.people:
            span = places.get(person.id) or _first(document)
            if person.entry is None and _is_name(person):
                plain = plain_name(person.name)
                # "The Chairman of the Commission (Stevens)" names a person
                kind = "orgName" if any(map(lexicon.is_body, plain.split())) else "persName"
                if kind == "orgName" and lexicon.is_title(plain.split()[0]):
                    # an office in a body
                    continue
                yield Seen(plain, _title(person.name), kind, rule, span.start, span.end)


def _first(document: Understood) -> Span:
    blocks = (*document.front, *document.body)
    return Span(blocks[0].span.start, blocks[0].span.start) if blocks else Span(0, 0)


def _title(name: str) -> str:
    """Return the titles at the head of a name."""
    plain = plain_name(name)
    return name[: -len(plain)].strip() if name.endswith(plain) and len(plain) < len(name) else ""


def _is_name(person: Person) -> bool:
    if person.kind == "orgName":
        return True
    return len(person.name) <= _LONGEST and names.names_somebody(person.name) and not any(map(str.isdigit, person.name))


def _called(transcript: Transcript, document: Understood, elements: list[Element]) -> Iterator[Seen]:
    """Yield the forms by which signatures, salutations and headings call the parties."""
    people = {person.id: person for action in _sides(document) for person in action.people}
    where = [(element.span, element.tag) for element in elements if element.tag in ("signed", "salute")]
    for element in elements:
        reference = dict(element.attributes).get("ref", "") if element.tag in _NAMES else ""
        person = people.get(reference[1:])
        if person is None or element.span.length > _LONGEST:
            continue
        inside = next((tag for span, tag in where if span.contains(element.span)), "")
        rule = {"signed": "signature", "salute": "salutation"}.get(inside, "family")
        form = transcript.words(element.span)
        plain = plain_signature(form) if inside == "signed" else plain_name(form)
        if rule == "family" and person.entry is None:
            continue
        if _is_called(plain):
            entry = person.entry.id if person.entry else ""
            title = form[: -len(plain)].strip() if form.endswith(plain) else ""
            yield Seen(
                plain, title, person.kind, rule, element.span.start, element.span.end, 1, entry, plain_name(person.name)
            )


def _is_called(form: str) -> bool:
    """Say whether words have the form of a name, and are more than words of address."""
    longest = max((len(word.rstrip(".")) for word in form.split()), default=0)
    return longest > 2 and bool(form_of(form)) and names.names_somebody(form)


def _places(transcript: Transcript, document: Understood, elements: list[Element]) -> Iterator[Seen]:
    """Yield the place of the dateline, if no entry is known for it."""
    place = document.sent.place
    if not place or document.sent.located:
        return
    element = next((e for e in elements if e.tag == "placeName" and not e.attributes), None)
    span = element.span if element else _first(document)
    whole = transcript.source.text[span.start : span.end] if element else place
    parts = [" ".join(part.split()).strip(" .") for part in _PARTED.split(whole)]
    for part in reversed(parts):
        if _is_place(part):
            form = part.title() if part.isupper() else part
            yield Seen(form, "", "placeName", "dateline", span.start, span.end)
            return


def _is_place(part: str) -> bool:
    words = part.split()
    return (
        0 < len(words) <= 3
        and len(part) > 2
        and part[0].isupper()
        and not any(map(str.isdigit, part))
        and not names.is_body(part)
        and not _STREET.search(part)
        and any(len(word) > 2 and not word.endswith(".") for word in words)
        and not words[0].endswith(".")
        and not any(lexicon.names_nobody(word.rstrip(".")) for word in (words[0], words[-1]))
    )
