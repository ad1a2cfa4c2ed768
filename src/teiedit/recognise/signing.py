"""Whether signature and salutation name those whom the heading names.

Names are given the benefit of every doubt: a form of one name is enough, and so is a spelling that is nearly the same.
"""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from teiedit.model.document import Element
from teiedit.model.finding import Quote
from teiedit.model.position import Span
from teiedit.model.testimony import Name, Verdict
from teiedit.recognise import names, people
from teiedit.recognise.headings import plain_name, plain_signature
from teiedit.tools.tei import slug

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from teiedit.model.document import Action, Document, Person
    from teiedit.model.source import Transcript

_NEARLY = 0.75
_SHORT = 3


def signature_of(
    document: Document, signed: Sequence[Element], transcript: Transcript, *, differs: bool
) -> Name | None:
    """Return the first signature, and whether it is the sender's.

    Args:
        document: the document.
        signed: its signatures.
        transcript: its text.
        differs: whether it is known that none of them is the sender's.
    """
    if not signed:
        return None
    span = _name_in(signed[0])
    words = transcript.words(span)
    verdict: Verdict = "agrees"
    if differs and not _any_of(plain_signature(words), document.sent.people):
        verdict = "other side" if _is_one(plain_signature(words), document.received.people) else "differs"
    return Name(_quote(transcript, span), verdict, _heading(document.sent, transcript))


def spoken_to(document: Document, salutes: Sequence[Element], transcript: Transcript) -> Name | None:
    """Return the name in the salutation, and whether it is the addressee's.

    Forenames alone, forms of address and words for kin say nothing against an addressee whom the heading names; a
    surname does, and so does the name of the sender. Of an office anybody may be the holder: None.
    """
    received = document.received
    headed = received.evidence is not None and received.evidence.rule.startswith("heading.")
    if not salutes or not headed or not received.people:
        return None
    text = transcript.source.text[salutes[0].span.start : salutes[0].span.end]
    where = names.addressed(text)
    offices = any(person.kind == "orgName" or people.is_incumbent(person.name) for person in received.people)
    if where is None or offices or not names.names_somebody(text[where[0] : where[1]]):
        return None
    span = Span(salutes[0].span.start + where[0], salutes[0].span.start + where[1])
    name = transcript.words(span)
    return Name(_quote(transcript, span), _verdict(name, document), _heading(received, transcript))


def _verdict(name: str, document: Document) -> Verdict:
    addressees, senders = document.received.people, document.sent.people
    if _any_of(name, addressees):
        return "agrees"
    if _is_one(name, senders):
        return "other side"
    return "differs" if people.form_of(name) == "titled" else ""


def _any_of(name: str, persons: Iterable[Person]) -> bool:
    return any(names.may_be(form, name) or _like(form, name) for person in persons for form in _forms(person))


def _is_one(name: str, persons: Iterable[Person]) -> bool:
    """Say whether a name is somebody's beyond doubt: the family name, whole."""
    family = slug(names.family_name(name))
    return len(family) > _SHORT and any(
        family == slug(names.family_name(form)) for person in persons for form in _forms(person)
    )


def _forms(person: Person) -> tuple[str, ...]:
    """Return how somebody may be called."""
    registered = person.entry.forms if person.entry else ()
    return tuple(dict.fromkeys((person.name, plain_name(person.name), *filter(None, [person.called]), *registered)))


def _like(name: str, other: str) -> bool:
    """Say whether two names have a word in common that is spelt nearly alike: "Meyer" and "Meier", "Karle"."""
    return any(SequenceMatcher(None, one, two).ratio() >= _NEARLY for one in _words(name) for two in _words(other))


def _words(name: str) -> list[str]:
    return [word for word in slug(name).split("-") if len(word) >= _SHORT and not names.is_title(word)]


def _name_in(element: Element) -> Span:
    """Return where the name in a signature stands; the whole of it where no name is marked."""
    inner = [child for child in element.content if isinstance(child, Element)]
    return next((child.span for child in inner if child.tag in ("persName", "orgName")), element.span)


def _heading(action: Action, transcript: Transcript) -> Quote | None:
    spans = action.evidence.spans if action.evidence else ()
    return _quote(transcript, spans[0]) if spans else None


def _quote(transcript: Transcript, span: Span) -> Quote:
    return Quote(transcript.words(span), span, transcript.place(span))
