"""One transcript's way through the rooms: bytes to a checked TEI document, and from that the files to publish.

The same steps serve `build`, `encode` and `check`. Between the two halves stands the catalogue: a page can lead to
the next letter, and a letter to its answer, only when all are known.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cache
from typing import TYPE_CHECKING

from teiedit.catalogue import REPLY_RULE, REPLY_RULES, read_record, renamed
from teiedit.encode import encode, with_replies
from teiedit.model.commentary import NO_COMMENTARY
from teiedit.model.decisions import NO_DECISIONS, SUFFIX
from teiedit.model.diagnostic import Diagnostic, EditionError, Severity
from teiedit.model.position import Place
from teiedit.read.commentary import read_commentary
from teiedit.read.decisions import read_decisions
from teiedit.read.folder import read_beside
from teiedit.read.source import decode, read_source
from teiedit.read.transcript import read_transcript
from teiedit.recognise.decided import decide
from teiedit.recognise.document import recognise
from teiedit.recognise.questions import Questions
from teiedit.recognise.register import index_of
from teiedit.recognise.rules import all_rules as recognition_rules
from teiedit.recognise.testimony import testify
from teiedit.tools import rooms
from teiedit.tools.saxon import TransformError
from teiedit.tools.tei import serialise
from teiedit.tools.traced import asking
from teiedit.validate import check
from teiedit.validate.fidelity import check_fidelity

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from teiedit.encode import Encoded
    from teiedit.model.around import Around
    from teiedit.model.catalogue import Record, Reply
    from teiedit.model.commentary import Commentary
    from teiedit.model.decisions import Decision, Decisions
    from teiedit.model.document import Document
    from teiedit.model.edition import Edition
    from teiedit.model.position import Span
    from teiedit.model.question import Question
    from teiedit.model.source import Source, Transcript
    from teiedit.model.testimony import Testimony
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
        found: what was found while publishing, by format.
        asked: the settings that each step asked for, by "read" or the format.
        testimony: what the document says of itself and of others, where it was asked for.
        digests: what each format keeps of the document for the files of the edition.
    """

    id: str
    tei: bytes | None
    files: dict[str, dict[str, bytes]]
    diagnostics: tuple[Diagnostic, ...]
    record: Record | None = None
    found: Mapping[str, tuple[Diagnostic, ...]] = field(default_factory=dict)
    asked: Mapping[str, frozenset[str]] = field(default_factory=dict)
    testimony: Testimony | None = None
    digests: Mapping[str, bytes] = field(default_factory=dict)


@cache
def all_rules() -> dict[str, str]:
    """Return rule id to description, for every rule that evidence can name."""
    return {**recognition_rules(), **REPLY_RULES}


def make_tei(
    source: Source,
    identifier: str,
    edition: Edition,
    decisions: Decisions = NO_DECISIONS,
    commentary: Commentary = NO_COMMENTARY,
    *,
    testifying: bool = False,
) -> Made:
    """Read, recognise, encode and check one transcript.

    Args:
        source: its text.
        identifier: the document's.
        edition: its settings.
        decisions: what its editors have decided.
        commentary: what they have written about it.
        testifying: whether its testimony is asked for too.
    """
    transcript = read_transcript(source)
    found = transcript.diagnostics
    if _errors(found):
        return Made(identifier, None, {}, _with_excerpts(found, transcript))
    document = recognise(transcript, identifier, edition, decisions, commentary)
    if _errors(document.diagnostics):
        return Made(identifier, None, {}, _with_excerpts((*found, *document.diagnostics), transcript))
    encoded = encode(document, transcript, edition, all_rules())
    if any(said.seen for said in decisions.said()):
        found = (*found, *_changed(transcript, identifier, edition, decisions))
    checked = check(encoded.root, _locator(encoded, transcript))
    found = (
        *found,
        *_open((*document.diagnostics, *checked), document, transcript),
        *check_fidelity(encoded.root, transcript),
    )
    tei = None if _errors(found) else serialise(encoded.root)
    said = testify(document, transcript, edition) if testifying else None
    return Made(identifier, tei, {}, _with_excerpts(found, transcript), testimony=said)


def _changed(transcript: Transcript, identifier: str, edition: Edition, decisions: Decisions) -> Iterator[Diagnostic]:
    """Yield C007 for each decision of whose words the rules now say something else."""
    for question in asked(transcript, identifier, edition, decisions)[0]:
        if question.status == "changed" and question.answer is not None:
            about = f'"{question.anchor.words}"' if question.anchor else f"the {question.kind}"
            message = (
                f"of {about} the rules said {question.answer.seen} when it was decided, and now say {question.seen}"
            )
            place = Place(decisions.shown, question.answer.line)
            hint = "look at it again; the decision stands"
            yield Diagnostic("C007", Severity.INFO, place, message, hint)


def asked(
    transcript: Transcript,
    identifier: str,
    edition: Edition,
    decisions: Decisions,
    checked: Callable[[Document], Iterable[Diagnostic]] | None = None,
) -> tuple[tuple[Question, ...], tuple[tuple[Decision, Span], ...]]:
    """Return what the rules alone conclude of a transcript, as questions, with what was decided of it.

    Beside them stand the decisions about words whose words were found.

    Args:
        transcript: the text.
        identifier: the document's.
        edition: its settings.
        decisions: what was decided.
        checked: gives what the validators find in the document; left out, findings are no questions.
    """
    plain = recognise(transcript, identifier, edition)
    findings = (*plain.diagnostics, *checked(plain)) if checked else ()
    placed = decide(transcript, decisions, index_of(edition.register), edition.editors).found
    return Questions(transcript, plain, findings).answered(decisions, placed), tuple(placed)


@dataclass(frozen=True, slots=True)
class Asked:
    """What can be asked about one document.

    Attributes:
        questions: all of them, with their answers.
        decided: the decisions about words, each with where its words stand now.
        diagnostics: what stands against reading it.
    """

    questions: tuple[Question, ...] = ()
    decided: tuple[tuple[Decision, Span], ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()


def questions(file: File, edition: Edition, across: Iterable[Diagnostic] = ()) -> Asked:
    """Return all that can be asked about one transcript's document.

    Args:
        file: the transcript, with the decisions beside it.
        edition: its settings.
        across: what was found when it was held against the other documents.
    """
    try:
        source, _ = read_source(file.path, file.shown, file.name, strict=edition.strict)
        decisions = _decisions(file)
    except EditionError as error:
        return Asked(diagnostics=error.diagnostics)
    transcript = read_transcript(source)
    if _errors(transcript.diagnostics):
        return Asked(diagnostics=transcript.diagnostics)

    def checked(plain: Document) -> Iterable[Diagnostic]:
        encoded = encode(plain, transcript, edition, all_rules())
        return (*check(encoded.root, _locator(encoded, transcript)), *across)

    return Asked(*asked(transcript, file.id, edition, decisions, checked))


def _open(found: Iterable[Diagnostic], document: Document, transcript: Transcript) -> Iterator[Diagnostic]:
    """Yield findings without those that an editor has looked at and dismissed; errors stay."""
    dismissed = [(code, transcript.place(span)) for code, span in document.dismissed]
    for one in found:
        ends = (one.place.end_line or one.place.line, one.place.end_column or one.place.column + 1)
        if one.severity is Severity.ERROR or not any(
            one.code == code
            and (one.place.line, one.place.column) < (place.end_line, place.end_column)
            and (place.line, place.column) < ends
            for code, place in dismissed
        ):
            yield one


def make_document(file: File, edition: Edition, *, testifying: bool = False) -> Made:
    """Read a transcript's file and make its TEI, with its record for the catalogue."""
    with asking() as asked:
        made = _made(file, edition, testifying=testifying)
    return replace(made, asked={"read": frozenset(asked)})


def _made(file: File, edition: Edition, *, testifying: bool) -> Made:
    try:
        if file.content is None:
            source, found = read_source(file.path, file.shown, file.name, strict=edition.strict)
        else:
            source, found = decode(file.content, file.shown, file.name, strict=edition.strict)
        decisions = _decisions(file)
    except EditionError as error:
        return Made(file.id, None, {}, error.diagnostics)
    beside = read_beside(file)
    commentary = read_commentary(beside, file.beside_shown, edition.language) if beside else NO_COMMENTARY
    made = make_tei(source, file.id, edition, decisions, commentary, testifying=testifying)
    record = read_record(made.tei) if made.tei is not None else None
    return replace(made, diagnostics=(*found, *made.diagnostics), record=record)


def _decisions(file: File) -> Decisions:
    """Return what editors have decided of a transcript.

    Raises:
        EditionError: their file has faults.
    """
    content = read_beside(file).get(SUFFIX)
    return read_decisions(content, file.beside_shown(SUFFIX)) if content is not None else NO_DECISIONS


@dataclass(frozen=True, slots=True)
class Task:
    """One document to be published, now that all are known.

    Attributes:
        id: its identifier.
        shown: its transcript, as the user knows it.
        tei: its TEI, without what the other documents add.
        around: what stands around it.
        replies: what it answers, and what answers it.
        namesakes: identifiers that mean somebody else in another document, each with the one to use instead.
        formats: what to make.
    """

    id: str
    shown: str
    tei: bytes
    around: Around
    replies: tuple[Reply, ...]
    namesakes: Mapping[str, str]
    formats: tuple[str, ...]


def completed(tei: bytes, replies: tuple[Reply, ...], namesakes: Mapping[str, str]) -> bytes:
    """Return a document's TEI with what the other documents add to it; see `Task`."""
    if replies:
        tei = with_replies(tei, replies, REPLY_RULE, all_rules()[REPLY_RULE])
    return renamed(tei, namesakes) if namesakes else tei


def publish_document(task: Task, edition: Edition) -> Made:
    """Make everything that the edition wants from one document's TEI."""
    made = completed(task.tei, task.replies, task.namesakes)
    tei, files, digests = made.decode(), {}, {}
    found: dict[str, tuple[Diagnostic, ...]] = {}
    asked: dict[str, frozenset[str]] = {}
    for name in task.formats:
        with asking() as settings:
            try:
                output = rooms.module(PUBLISH, name).document(tei, edition, task.around)
            except TransformError as error:
                found[name] = (stopped(name, task.shown, error),)
                continue
        asked[name] = frozenset(settings)
        files[name] = dict(output.files)
        if output.digest:
            digests[name] = output.digest
        found[name] = tuple(d if d.code in _HOUSE else _in(d, task.shown) for d in output.diagnostics)
    diagnostics = tuple(d for of_format in found.values() for d in of_format)
    if _errors(d for d in diagnostics if d.code not in _HOUSE):
        return Made(task.id, None, {}, diagnostics)
    return Made(task.id, made, files, diagnostics, None, found, asked, digests=digests)


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
        if d.place.line and d.place.column and not d.excerpt and d.place.file == transcript.source.path
        else d
        for d in diagnostics
    )
