"""One document: as it is published, compared with what would be published now."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from lxml import etree

from teiedit.explain.causes import Known
from teiedit.explain.differ import differ
from teiedit.explain.difference import Difference
from teiedit.explain.state import read_stated
from teiedit.make import publish_document
from teiedit.model.diagnostic import EditionError
from teiedit.model.position import Span
from teiedit.model.source import WHITE
from teiedit.read.source import decode, read_source
from teiedit.read.transcript import read_transcript

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from teiedit.explain.state import Stated
    from teiedit.make import Task
    from teiedit.model.edition import Edition
    from teiedit.model.register import Register
    from teiedit.read.folder import File


@dataclass(frozen=True, slots=True)
class Work:
    """One document to be compared.

    Attributes:
        task: what is to be published of it.
        file: its transcript.
        published: its TEI file on the site; None if there is none.
        written: what the last build has written there, by its hash; "" if that is not known.
    """

    task: Task
    file: File
    published: Path | None
    written: str


@dataclass(frozen=True, slots=True)
class Explained:
    """What would become of one document.

    Attributes:
        id: its identifier.
        state: "same", "changed", "new" or "gone".
        title: its title.
        differences: where it is changed, each with its cause.
    """

    id: str
    state: str
    title: str = ""
    differences: tuple[Difference, ...] = ()


def explain_document(work: Work, edition: Edition, others: frozenset[str] | None) -> Explained:
    """Return what would become of one document.

    Args:
        work: the document.
        edition: its settings.
        others: which of them are others than at the last build; None if that is not known.
    """
    name = work.task.id
    made = publish_document(work.task, edition)
    now = next(iter(made.files["tei"].values()))
    before = _content(work.published)
    if before == now:
        return Explained(name, "same")
    new = read_stated(now)
    try:
        old = read_stated(before) if before is not None else None
    except etree.XMLSyntaxError:
        why = "the published file is not well-formed XML"
        damaged = Difference("markup", "", "in the whole file", "", 0, "file", why)
        return Explained(name, "changed", new.facts.title, (damaged,))
    if old is None or before is None:
        return Explained(name, "new", new.facts.title)
    touched = bool(work.written) and hashlib.sha256(before).hexdigest()[:16] != work.written
    known = _known(edition, others, old, new, touched=touched)
    return Explained(name, "changed", new.facts.title, differ(old, new, known, _lines(work.file, edition)))


def _content(path: Path | None) -> bytes | None:
    try:
        return path.read_bytes() if path is not None else None
    except OSError:
        return None


def _known(edition: Edition, others: frozenset[str] | None, old: Stated, new: Stated, *, touched: bool) -> Known:
    return Known(
        others=others,
        transcript=old.facts.transcript != new.facts.transcript,
        decisions=old.decisions != new.decisions,
        file=touched,
        register=_entries(edition.register),
        published=old.registered,
        known=frozenset(old.facts.records),
        renamed=frozenset(_renamed(old, new)),
    )


def _renamed(old: Stated, new: Stated) -> Iterator[str]:
    """Give identifiers of those whom no register knows, and who are as before but for it.

    Such an identifier depends on who has the same name in other documents.
    """
    was, now = old.facts.records, new.facts.records
    gone = {fields: name for name, fields in was.items() if name not in now and name not in old.registered}
    for name, fields in now.items():
        if name not in was and name not in new.registered and fields in gone:
            yield from (name, gone[fields])


@cache
def _entries(register: Register) -> Mapping[str, str]:
    return {entry.id: entry.name for entry in register.entries}


def _lines(file: File, edition: Edition) -> Callable[[int], int]:
    """Return what gives the line of a place that is counted in characters that are not white space."""
    try:
        if file.content is None:
            source, _ = read_source(file.path, file.shown, file.name, strict=edition.strict)
        else:
            source, _ = decode(file.content, file.shown, file.name, strict=edition.strict)
    except EditionError:
        return lambda _: 0
    transcript = read_transcript(source)
    places = [at for at, character in enumerate(source.text) if character not in WHITE]

    def line(at: int) -> int:
        return transcript.place(Span(places[at], places[at] + 1)).line if at < len(places) else 0

    return line
