"""One transcript's way through the rooms: bytes to a checked TEI document, and to the files made from it.

The same steps serve `build`, `encode` and `check`; nothing here writes.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from teiedit.encode import encode
from teiedit.model.diagnostic import Diagnostic, EditionError, Severity
from teiedit.model.position import Place
from teiedit.read.source import read_source
from teiedit.read.transcript import read_transcript
from teiedit.recognise.document import recognise
from teiedit.recognise.rules import all_rules
from teiedit.tools import rooms
from teiedit.tools.saxon import TransformError
from teiedit.tools.tei import serialise
from teiedit.validate import check
from teiedit.validate.fidelity import check_fidelity

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from teiedit.encode import Encoded
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
    """

    id: str
    tei: bytes | None
    files: dict[str, dict[str, bytes]]
    diagnostics: tuple[Diagnostic, ...]


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
    """Read a transcript's file and make everything that the edition wants from it."""
    try:
        source, found = read_source(file.path, file.shown, file.name, strict=edition.strict)
    except EditionError as error:
        return Made(file.id, None, {}, error.diagnostics)
    made = make_tei(source, file.id, edition)
    if made.tei is None:
        return replace(made, diagnostics=(*found, *made.diagnostics))
    tei, files, diagnostics = made.tei.decode(), {}, [*found, *made.diagnostics]
    for name in edition.formats:
        try:
            output = rooms.module(PUBLISH, name).document(tei, edition)
        except TransformError as error:
            diagnostics.append(stopped(name, file.shown, error))
            continue
        files[name] = dict(output.files)
        diagnostics += [replace(d, place=replace(d.place, file=file.shown)) for d in output.diagnostics]
    if _errors(tuple(diagnostics)):
        return Made(file.id, None, {}, tuple(diagnostics))
    return Made(file.id, made.tei, files, tuple(diagnostics))


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
