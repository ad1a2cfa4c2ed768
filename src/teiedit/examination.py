"""An edition looked through: what is odd in each document, and what does not go together in all of them.

Each document is recognised, encoded and checked by a worker, which hands back its testimony and no tree; the
testimonies are compared when all are there. A document that cannot be read is reported, and the others go on.
"""

from __future__ import annotations

import functools
from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from teiedit.catalogue.plausibility import DECIDED, compare
from teiedit.make import make_document
from teiedit.model.diagnostic import Diagnostic, EditionError, Severity
from teiedit.model.finding import Quote, found, numbered
from teiedit.model.position import Place, Span
from teiedit.read.source import decode, read_source
from teiedit.read.transcript import read_transcript
from teiedit.tools.workers import each

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from teiedit.model.edition import Edition
    from teiedit.model.finding import Finding, MissingLetter
    from teiedit.model.source import Transcript
    from teiedit.model.testimony import Testimony
    from teiedit.read.folder import File


@dataclass(frozen=True, slots=True)
class Examination:
    """What was found in an edition.

    Attributes:
        documents: how many transcripts were looked at.
        findings: by document, in the order of the transcripts; those of the register last.
        missing: letters that the documents name and the edition does not have, by date.
    """

    documents: int
    findings: tuple[Finding, ...]
    missing: tuple[MissingLetter, ...]


@dataclass(frozen=True, slots=True)
class _Examined:
    """One document, as a worker hands it back."""

    findings: tuple[Finding, ...]
    testimony: Testimony | None = None


def examine(
    files: Sequence[File], edition: Edition, places: Mapping[str, Place], processes: int | None = None
) -> Examination:
    """Look through the documents of an edition.

    Args:
        files: its transcripts.
        edition: its settings and register.
        places: where each entry of the register stands, by its identifier.
        processes: how many; None for one a core.
    """
    settings = replace(edition, formats=())
    alone: list[Finding] = []
    documents: list[Testimony] = []
    for one in each(functools.partial(_examine, settings), files, len(files), processes, _lost):
        alone += one.findings
        if one.testimony is not None:
            documents.append(one.testimony)
    together, missing = compare(documents, edition.register, places)
    quoted = _with_excerpts(together, {file.id: file for file in files}, strict=edition.strict)
    number = {file.id: at for at, file in enumerate(files)}
    ordered = sorted([*alone, *quoted], key=lambda one: (number.get(one.document, len(files)), *_at(one)))
    return Examination(len(files), numbered(ordered), missing)


def _at(one: Finding) -> tuple[int, int]:
    return (one.quote.place.line, one.quote.place.column) if one.document else (0, 0)


def _examine(edition: Edition, file: File) -> _Examined:
    made = make_document(file, edition, testifying=True)
    kept = [one for one in made.diagnostics if one.code not in DECIDED]
    transcript = _transcript(file, strict=edition.strict) if kept else None
    return _Examined(tuple(_alone(file.id, one, transcript) for one in kept), made.testimony)


def _lost(file: File) -> _Examined:
    """Return what to say where the process that looked at a document was ended."""
    message = f'the process that read "{file.shown}" was ended from outside, or ran out of memory'
    hint = "try it again with fewer processes: -j 1"
    return _Examined((found("P003", Severity.ERROR, file.id, Quote("", None, Place(file.shown)), message, hint),))


def _transcript(file: File, *, strict: bool) -> Transcript | None:
    try:
        if file.content is None:
            source, _ = read_source(file.path, file.shown, file.name, strict=strict)
        else:
            source, _ = decode(file.content, file.shown, file.name, strict=strict)
    except EditionError:
        return None
    return read_transcript(source)


def _alone(document: str, one: Diagnostic, transcript: Transcript | None) -> Finding:
    """Return what was found in one document as a finding with a name."""
    span = _span(one.place, transcript) if transcript else None
    words = transcript.words(span) if transcript and span else ""
    result = found(one.code, one.severity, document, Quote(words, span, one.place), one.message, one.hint)
    return replace(result, excerpt=one.excerpt)


def _span(place: Place, transcript: Transcript) -> Span | None:
    lines = transcript.lines
    if not (place.line and place.column) or max(place.line, place.end_line) > len(lines):
        return None
    start = lines[place.line - 1].span.start + place.column - 1
    end = lines[place.end_line - 1].span.start + place.end_column - 1 if place.end_line else start
    return Span(start, max(start, end))


def _with_excerpts(findings: Iterable[Finding], files: Mapping[str, File], *, strict: bool) -> list[Finding]:
    """Return findings with the lines that they are about; each transcript is read once more."""
    of: dict[str, list[Finding]] = defaultdict(list)
    for one in findings:
        of[one.document].append(one)
    result: list[Finding] = []
    for document, these in of.items():
        transcript = _transcript(files[document], strict=strict) if document in files else None
        lines = transcript.lines if transcript else ()
        for one in these:
            line = one.quote.place.line
            known = one.quote.span is not None and 0 < line <= len(lines)
            result.append(replace(one, excerpt=lines[line - 1].text) if known else one)
    return result
