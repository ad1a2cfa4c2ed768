"""One transcript's way through the rooms: bytes to a checked TEI document, and from that the files to publish.

The same steps serve `build`, `encode` and `check`. Between the two halves stands the catalogue: a page can lead to
the next letter, and a letter to its answer, only when all are known.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from teiedit.catalogue import REPLY_RULE, REPLY_RULES, read_record, renamed
from teiedit.encode import encode, with_replies
from teiedit.model.diagnostic import Diagnostic, EditionError, Severity
from teiedit.model.position import Place
from teiedit.read.source import read_source
from teiedit.read.transcript import read_transcript
from teiedit.recognise.document import recognise
from teiedit.recognise.rules import all_rules as recognition_rules
from teiedit.tools import rooms
from teiedit.tools.saxon import TransformError
from teiedit.tools.tei import serialise
from teiedit.validate import check
from teiedit.validate.fidelity import check_fidelity

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

    from teiedit.encode import Encoded
    from teiedit.model.around import Around
    from teiedit.model.catalogue import Record, Reply
    from teiedit.model.edition import Edition
    from teiedit.model.source import Source, Transcript
    from teiedit.read.folder import File

PUBLISH = "teiedit.publish"


@dataclass(frozen=True, slots=True)
class Made:
    """What became of one transcript.

    Attributes:
        id: the document's identifier.
        tei: the TEI file, or None if an error stands against publishing it.
        files: format to files (path relative to the output folder, content); empty if `tei` is None.
        diagnostics: everything found on the way.
        record: what the catalogue keeps of it, where it was asked for.
    """

    id: str
    tei: bytes | None
    files: dict[str, dict[str, bytes]]
    diagnostics: tuple[Diagnostic, ...]
    record: Record | None = None


@cache
def all_rules() -> dict[str, str]:
    """Return rule id to description, for every rule that evidence can name."""
    return {**recognition_rules(), **REPLY_RULES}


def make_tei(source: Source, identifier: str, edition: Edition) -> Made:
    """Read, recognise, encode and check one transcript."""
    transcript = read_transcript(source)
    found = transcript.diagnostics
    if _errors(found):
        return Made(identifier, None, {}, _with_excerpts(found, transcript))
    document = recognise(transcript, identifier, edition)
    if _errors(document.diagnostics):
        return Made(identifier, None, {}, _with_excerpts((*found, *document.diagnostics), transcript))
    encoded = encode(document, transcript, edition, all_rules())
    found = (
        *found,
        *document.diagnostics,
        *check_fidelity(encoded.root, transcript),
        *check(encoded.root, _locator(encoded, transcript)),
    )
    tei = None if _errors(found) else serialise(encoded.root)
    return Made(identifier, tei, {}, _with_excerpts(found, transcript))


def make_document(file: File, edition: Edition) -> Made:
    """Read a transcript's file and make its TEI, with its record for the catalogue."""
    try:
        source, found = read_source(file.path, file.shown, file.name, strict=edition.strict)
    except EditionError as error:
        return Made(file.id, None, {}, error.diagnostics)
    made = make_tei(source, file.id, edition)
    record = read_record(made.tei) if made.tei is not None else None
    return replace(made, diagnostics=(*found, *made.diagnostics), record=record)


@dataclass(frozen=True, slots=True)
class Task:
    """One document to be published, now that all are known.

    Attributes:
        id: its identifier.
        shown: its transcript, as the user knows it.
        tei: the file that holds its TEI; what the other documents add is written there.
        around: what stands around it.
        replies: what it answers, and what answers it.
        namesakes: identifiers that mean somebody else in another document, each with the one to use instead.
    """

    id: str
    shown: str
    tei: Path
    around: Around
    replies: tuple[Reply, ...]
    namesakes: Mapping[str, str]


def publish_document(task: Task, edition: Edition) -> Made:
    """Make everything that the edition wants from one document's TEI."""
    first = made = task.tei.read_bytes()
    if task.replies:
        made = with_replies(made, task.replies, REPLY_RULE, all_rules()[REPLY_RULE])
    if task.namesakes:
        made = renamed(made, task.namesakes)
    if made is not first:
        task.tei.write_bytes(made)
    tei, files, diagnostics = made.decode(), {}, []
    for name in edition.formats:
        try:
            output = rooms.module(PUBLISH, name).document(tei, edition, task.around)
        except TransformError as error:
            diagnostics.append(stopped(name, task.shown, error))
            continue
        files[name] = dict(output.files)
        diagnostics += [d if d.code in _HOUSE else _in(d, task.shown) for d in output.diagnostics]
    if _errors(d for d in diagnostics if d.code not in _HOUSE):
        return Made(task.id, None, {}, tuple(diagnostics))
    return Made(task.id, made, files, tuple(diagnostics))


# The edition's own stylesheet stopped: the document has its page all the same, made by ours.
_HOUSE = ("X005", "X007")


def _in(diagnostic: Diagnostic, shown: str) -> Diagnostic:
    return replace(diagnostic, place=replace(diagnostic.place, file=shown))


def stopped(name: str, shown: str, error: TransformError) -> Diagnostic:
    """Return what to say where a stylesheet stopped."""
    message = f'the {name} of "{shown}" could not be made: {error}'
    hint = "if this program made the TEI, please report it with the transcript"
    return Diagnostic("X003", Severity.ERROR, Place(shown), message, hint)


def _errors(diagnostics: Iterable[Diagnostic]) -> bool:
    return any(d.severity is Severity.ERROR for d in diagnostics)


def _locator(encoded: Encoded, transcript: Transcript) -> Callable[[int], Place]:
    """Return where an element of the TEI came from; what is made by the program (the header) is the whole file."""

    def where(index: int) -> Place:
        span = encoded.spans[index]
        return transcript.place(span) if span is not None else Place(transcript.source.path)

    return where


def _with_excerpts(diagnostics: Iterable[Diagnostic], transcript: Transcript) -> tuple[Diagnostic, ...]:
    return tuple(
        replace(d, excerpt=transcript.lines[d.place.line - 1].text)
        if d.place.line and d.place.column and not d.excerpt
        else d
        for d in diagnostics
    )
