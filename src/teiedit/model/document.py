"""The document as understood: a tree whose leaves are stretches of the transcript.

Text is a node of its own, so that nothing can be lost between elements. Elements carry TEI's names for what
they are (https://tei-c.org/release/doc/tei-p5-doc/en/html/DS.html), and the evidence for it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from teiedit.model.diagnostic import Diagnostic
    from teiedit.model.evidence import Attributes, Evidence
    from teiedit.model.position import Span
    from teiedit.model.register import Entry


@dataclass(frozen=True, slots=True)
class Text:
    """A stretch of the transcript."""

    span: Span


@dataclass(frozen=True, slots=True)
class Element:
    """A named part of the document.

    Attributes:
        tag: the TEI element.
        content: what it holds, in the transcript's order.
        span: from its first to its last character.
        attributes: TEI attributes in order, without identifier and certainty.
        evidence: why it is what it is said to be; None where nothing was inferred.
        id: the xml:id; "" to let the encoder number it if something points there.
    """

    tag: str
    content: tuple[Text | Element | Added, ...]
    span: Span
    attributes: Attributes = field(default=())
    evidence: Evidence | None = None
    id: str = ""


@dataclass(frozen=True, slots=True)
class Added:
    """Words of the editors, which are not in the transcript; they stand in elements that say so (`corr`, `note`).

    Attributes:
        text: the words.
        span: where in the transcript they stand; without length.
    """

    text: str
    span: Span


Node = Text | Element | Added


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody (or a body) who takes part.

    Attributes:
        id: the record's xml:id, such as "p-kennedy".
        name: the fullest form of the name that the document gives.
        kind: "persName" or "orgName".
        called: the name by which the heading calls them, without titles of courtesy.
        entry: who they are in the edition's register; None if they are not known to be in it.
        evidence: why they are taken to be that entry.
    """

    id: str
    name: str
    kind: str = "persName"
    called: str = ""
    entry: Entry | None = None
    evidence: Evidence | None = None


@dataclass(frozen=True, slots=True)
class Dated:
    """A date as typed, with its value as TEI attributes (when, or from and to); why, if an editor has decided it."""

    words: str
    attributes: Attributes
    evidence: Evidence | None = None


@dataclass(frozen=True, slots=True)
class Action:
    """One side of the correspondence: who, where, when.

    Attributes:
        type: "sent" or "received".
        people: those known to take part; empty if nobody is.
        place: a place name as typed, or "".
        date: or None.
        evidence: why; None if nothing is known.
        placed: why the place is taken to be one, where that is less sure than the rest; or None.
        located: the identifier of the place's record in the edition's register, or "".
        subtype: "cc" for those who have a copy, else "".
    """

    type: str
    people: tuple[Person, ...] = ()
    place: str = ""
    date: Dated | None = None
    evidence: Evidence | None = None
    placed: Evidence | None = None
    located: str = ""
    subtype: str = ""


@dataclass(frozen=True, slots=True)
class Earlier:
    """The letter that this one answers: words for it, its date, and why it is taken as such."""

    words: str
    date: Dated | None
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Archive:
    """Where the original is kept, as far as the reference tells.

    Attributes:
        reference: the whole reference as cited.
        collection: the part above the piece, or "".
        repository: the archive's name, or "".
        settlement: its town, or "".
        country: its country, or "".
        evidence: why the archive is taken to be this one; None if it is not known.
    """

    reference: str
    collection: str = ""
    repository: str = ""
    settlement: str = ""
    country: str = ""
    evidence: Evidence | None = None


@dataclass(frozen=True, slots=True)
class Revision:
    """What an editor has decided on one day.

    Attributes:
        on: the day, as YYYY-MM-DD, or "".
        by: the identifier of the editor.
        count: how many decisions.
    """

    on: str
    by: str
    count: int


@dataclass(frozen=True, slots=True)
class Document:
    """One transcript, understood.

    Attributes:
        id: an XML name, stable: made from the file's name.
        genre: "letter", "telegram", ... (the first division's type).
        language: BCP 47 tag of the main language; "und" if it is not known.
        title: what it is called in lists.
        titled: why it is called so, where no line of the transcript says it; or None.
        front: the lines printed above the document, as titlePart elements.
        body: the document's divisions, openers, paragraphs, lists, closers.
        sent: who wrote, where and when.
        received: to whom.
        earlier: the letter that it answers, or None.
        archive: where the original is kept, or None.
        entries: the entries of the edition's register that the document names, in the order of their first mention.
        findings: inferences about the document as a whole (its genre, its language).
        diagnostics: what an editor should look at.
        copied: those who have a copy.
        editors: who has decided anything of it beside the editors of the edition: identifier and name.
        revisions: what editors have decided, the latest first.
        dismissed: findings that an editor has looked at, by code and words.
        back: translations by the editors, as divisions.
        abstracts: summaries by the editors, one a language.
        edited: the editors have written something in it, or changed it.
    """

    id: str
    genre: str
    language: str
    title: str
    front: tuple[Element, ...]
    body: tuple[Element, ...]
    sent: Action
    received: Action
    earlier: Earlier | None = None
    archive: Archive | None = None
    entries: tuple[Entry, ...] = ()
    findings: tuple[Evidence, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    titled: Evidence | None = None
    copied: Action = Action("received", subtype="cc")
    editors: tuple[tuple[str, str], ...] = ()
    revisions: tuple[Revision, ...] = ()
    dismissed: tuple[tuple[str, Span], ...] = ()
    back: tuple[Element, ...] = ()
    abstracts: tuple[Element, ...] = ()
    edited: bool = False


def corresponds(genre: str, sent: Action, received: Action) -> bool:
    """Say whether a document is correspondence: a treaty, or minutes that nobody sent to anybody, are not."""
    return genre not in ("treaty", "minutes") or bool(sent.people or received.people)
