"""The desk: all questions about an edition, and the file of decisions of each document, kept safe.

A file is written only if it is as it was when it was read: what somebody has changed meanwhile, in an editor or at
another desk, is never overwritten.
"""

from __future__ import annotations

import functools
import threading
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from teiedit.examination import examine
from teiedit.make import make_document, questions
from teiedit.model.decisions import FACTS, SUFFIX
from teiedit.model.diagnostic import Diagnostic, EditionError, Severity
from teiedit.model.evidence import CERTS
from teiedit.model.position import Place, Span
from teiedit.model.question import RefusedError, StaleError
from teiedit.opening import opened
from teiedit.read.decisions import read_decisions
from teiedit.read.folder import with_beside
from teiedit.read.register import entry_places
from teiedit.read.source import read_source
from teiedit.review import answers, writing
from teiedit.tools import clock, files
from teiedit.tools.anchoring import Quotable
from teiedit.tools.sums import short_sum
from teiedit.tools.workers import each

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from teiedit.model.decisions import Decision
    from teiedit.model.edition import Edition
    from teiedit.model.evidence import Cert
    from teiedit.model.question import Question
    from teiedit.read.folder import File

_UNDO = 200
# The letter of codes of findings between documents.
_ACROSS = "A"


@dataclass(slots=True)
class Sheet:
    """One document on the desk.

    Attributes:
        file: its transcript.
        questions: all that can be asked.
        decided: the decisions about words, each with where its words stand.
        version: what can be compared of its transcript and its decisions.
        findings: what stands against reading it, or against its decisions.
    """

    file: File
    questions: tuple[Question, ...] = ()
    decided: tuple[tuple[Decision, Span], ...] = ()
    version: str = ""
    findings: tuple[Diagnostic, ...] = ()


@dataclass(frozen=True, slots=True)
class _Undo:
    """One change of a file: its bytes before (None: there was none) and after."""

    id: str
    path: Path
    before: bytes | None
    after: bytes | None


@dataclass(slots=True)
class Desk:
    """An edition that is reviewed.

    Attributes:
        folder: the edition's.
        by: who decides; "" for the editor of the edition.
        below: what is less sure is asked.
        jobs: how many processes look at the documents.
    """

    folder: Path
    by: str = ""
    below: Cert = "high"
    jobs: int | None = None
    edition: Edition = field(init=False)
    sheets: dict[str, Sheet] = field(init=False, default_factory=dict)
    _across: dict[str, tuple[Diagnostic, ...]] = field(init=False, default_factory=dict)
    _done: list[_Undo] = field(init=False, default_factory=list)
    _lock: threading.RLock = field(init=False, default_factory=threading.RLock)

    def open(
        self, progress: Callable[[int, int], None] | None = None, only: Container[str] | None = None
    ) -> tuple[Diagnostic, ...]:
        """Look at all documents; return what was found in the edition's own files.

        Args:
            progress: called with how many documents were looked at, and of how many.
            only: identifiers of the documents to look at; None for all.

        Raises:
            EditionError: the edition cannot be read.
        """
        self.edition, sources, found = opened(self.folder, ("tei",))
        if only is not None:
            sources = tuple(file for file in sources if file.id in only)
        look = functools.partial(look_at, edition=self.edition)
        for number, sheet in enumerate(each(look, sources, len(sources), self.jobs, _lost), 1):
            self.sheets[sheet.file.id] = sheet
            if progress:
                progress(number, len(sources))
        return found

    def compare(self) -> None:
        """Ask also about what does not go together among the documents, as `teiedit check --edition` finds it."""
        files = [sheet.file for sheet in self.sheets.values()]
        places = entry_places(self.folder, self.folder.as_posix())
        found: dict[str, tuple[Diagnostic, ...]] = {}
        for one in examine(files, self.edition, places, self.jobs).findings:
            if one.document in self.sheets and one.code[0] == _ACROSS and one.span is not None:
                found[one.document] = (*found.get(one.document, ()), one.diagnostic())
        with self._lock:
            self._across = found
            for identifier in found:
                self.sheets[identifier] = self._look(with_beside(self.sheets[identifier].file))

    def _look(self, file: File) -> Sheet:
        return look_at(file, self.edition, self._across.get(file.id, ()))

    def sheet(self, identifier: str) -> Sheet:
        """Return a document as it is now on the disk.

        Raises:
            KeyError: there is none.
        """
        with self._lock:
            sheet = self.sheets[identifier]
            file = with_beside(sheet.file)
            if sheet.version != version(file):
                self.sheets[identifier] = sheet = self._look(file)
            return sheet

    def open_questions(self, sheet: Sheet) -> Iterator[Question]:
        """Yield what is asked about a document and not answered, or answered on other evidence."""
        return (one for one in sheet.questions if one.status != "decided" and one.is_asked(self.below))

    def counts(self) -> tuple[int, int]:
        """Return how many questions are open, and how many were asked in all."""
        asked = [one for sheet in self.sheets.values() for one in sheet.questions if one.is_asked(self.below)]
        return sum(one.status != "decided" for one in asked), len(asked)

    def text(self, identifier: str) -> str:
        """Return the exact text of a transcript.

        Raises:
            KeyError: there is no such document.
            EditionError: it cannot be read.
        """
        return _text(self.sheets[identifier].file, self.edition)

    def answer(self, identifier: str, seen: str, said: Mapping[str, Any]) -> Sheet:
        """Write an answer into the file of decisions, and look at the document again.

        Args:
            identifier: the document's.
            seen: its version when the answer was given; "" to write in any case.
            said: "question" and "do" ("accept", "reject", "retract"), or "set" with what it is instead; or "span", two
                offsets in the text, and "set"; or "fact" and "set"; or "retract", the line of a decision. "why" at
                will.

        Raises:
            KeyError: there is no such document, or no such question.
            StaleError: transcript or decisions are not any more as they were.
            RefusedError: it can be no decision.
            OSError: the file cannot be written.
        """
        with self._lock:
            self.answer_all(identifier, seen, (said,))
            return self.sheet(identifier)

    def answer_all(self, identifier: str, seen: str, answered: Sequence[Mapping[str, Any]]) -> None:
        """Write several answers about one document into its file of decisions: all of them, or none.

        Args:
            identifier: as for `answer`.
            seen: as for `answer`.
            answered: each as for `answer`; no question twice.

        Raises:
            KeyError: as for `answer`.
            StaleError: as for `answer`.
            RefusedError: as for `answer`.
            OSError: as for `answer`.
        """
        with self._lock:
            sheet = self.sheet(identifier)
            if seen and seen != sheet.version:
                raise StaleError
            path = sheet.file.beside_path(SUFFIX)
            if path.is_symlink() and not path.resolve().is_relative_to(self.folder.resolve()):
                raise RefusedError(_leads_out(sheet.file.beside_shown(SUFFIX)))
            before = _bytes(path)
            found = text = _decoded(before, sheet.file)
            asked = {one.id: one for one in sheet.questions}
            for said in (one for one in answered if not _retracts(one)):
                text = self._written(sheet, text, found, said)
            text = _retracted(text, found, asked, [said for said in answered if _retracts(said)])
            self._write(sheet, path, before, text.encode())

    def _write(self, sheet: Sheet, path: Path, before: bytes | None, after: bytes) -> None:
        try:
            read_decisions(after, sheet.file.beside_shown(SUFFIX))
        except EditionError as error:
            raise RefusedError(*error.diagnostics) from error
        if _bytes(path) != before:
            raise StaleError
        content = after if after.strip() else None
        if content is None:
            path.unlink(missing_ok=True)
        else:
            files.replace(path, content)
        self._done = [*self._done[-_UNDO:], _Undo(sheet.file.id, path, before, content)]

    def undo(self) -> Sheet | None:
        """Take back what was written last; return its document, or None if there is nothing to take back.

        Raises:
            StaleError: the file is not any more as it was written.
            OSError: the file cannot be written.
        """
        with self._lock:
            if not self._done:
                return None
            last = self._done[-1]
            if _bytes(last.path) != last.after:
                raise StaleError
            if last.before is None:
                last.path.unlink(missing_ok=True)
            else:
                files.replace(last.path, last.before)
            self._done.pop()
            return self.sheet(last.id)

    def _written(self, sheet: Sheet, text: str, found: str, said: Mapping[str, Any]) -> str:
        """Return the text of the file of decisions with one answer; `found` is the text as it was read."""
        asked = {one.id: one for one in sheet.questions}
        question = asked[said["question"]] if "question" in said else None
        given = said.get("set") or {}
        if not isinstance(given, dict) or any(key in ("words", "before", "after") for key in given):
            raise RefusedError(_nothing(sheet))
        entries = {entry.id: entry for entry in self.edition.register.entries}
        if question is not None and not given:
            if said.get("do") not in ("accept", "reject"):
                raise RefusedError(_nothing(sheet))
            given = answers.accepted(question, entries) if said["do"] == "accept" else answers.refused(question)
        on = clock.moment()[:10]
        signed = answers.signed(self.by, on, str(said.get("why") or ""), question.seen if question else "")
        if (fact := _fact(question, said)) is not None:
            return writing.with_fact(text, fact, {**given, **signed})
        if question is not None and question.anchor is not None:
            anchor = question.anchor
        else:
            anchor = Quotable(_text(sheet.file, self.edition)).anchor(_span(said.get("span"), sheet))
        if not given:
            raise RefusedError(_nothing(sheet))
        table = {**answers.anchored(anchor), **given, **signed}
        number = _number(found, question) if question is not None and _same_verbs(given) else None
        return writing.with_decision(text, table, number)


def look_at(file: File, edition: Edition, across: tuple[Diagnostic, ...] = ()) -> Sheet:
    """Return a document with all questions about it; `across` is what was found beside other documents."""
    found = questions(file, edition, across)
    findings = tuple(d for d in make_document(file, edition).diagnostics if d.code[0] == "C") if file.beside else ()
    return Sheet(file, found.questions, found.decided, version(file), (*found.diagnostics, *findings))


def version(file: File) -> str:
    """Return what can be compared of a transcript and its decisions."""
    parts = [_bytes(file.path), _bytes(file.beside_path(SUFFIX))]
    return short_sum(b"\0".join(b"-" if one is None else b"+" + one for one in parts))


def _lost(file: File) -> Sheet:
    message = f'a process ended while it looked at "{file.shown}"'
    found = Diagnostic("P003", Severity.ERROR, Place(file.shown), message, "try again with fewer processes: --jobs 1")
    return Sheet(file, findings=(found,))


def _text(file: File, edition: Edition) -> str:
    return read_source(file.path, file.shown, file.name, strict=edition.strict)[0].text


def _bytes(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None


def _decoded(content: bytes | None, file: File) -> str:
    """Return the text of a file of decisions that can be read; only such a one is written to."""
    if content is None:
        return writing.FIRST.format(name=file.path.name)
    try:
        read_decisions(content, file.beside_shown(SUFFIX))
    except EditionError as error:
        raise RefusedError(*error.diagnostics) from error
    return content.decode()


def _fact(question: Question | None, said: Mapping[str, Any]) -> str | None:
    if question is not None:
        return question.kind if question.anchor is None and question.kind in FACTS else None
    name = said.get("fact")
    return name if isinstance(name, str) else None


def _span(given: Any, sheet: Sheet) -> Span:
    if isinstance(given, list) and len(given) == 2 and all(isinstance(one, int) for one in given):
        start, end = given
        if 0 <= start < end:
            return Span(start, end)
    raise RefusedError(_nothing(sheet))


def _same_verbs(given: Mapping[str, Any]) -> bool:
    """Say whether an answer takes the place of the one before; corrections and notes stand beside it."""
    return not any(verb in given for verb in ("read", "note"))


def _number(text: str, question: Question) -> int | None:
    """Return which decision of the file answers a question, counted from 0; None if none does."""
    if question.answer is None or question.anchor is None:
        return None
    return _at_line(text, question.answer.line)


def _at_line(text: str, line: int) -> int | None:
    """Return which decision of a file begins at a line; None if none does, or several."""
    lines: Sequence[int] = [one.said.line for one in read_decisions(text.encode(), "").decisions]
    # in a list on one line they cannot be told apart
    return lines.index(line) if lines.count(line) == 1 else None


def _retracts(said: Mapping[str, Any]) -> bool:
    return said.get("do") == "retract" or isinstance(said.get("retract"), int)


def _retracted(text: str, found: str, asked: Mapping[str, Question], answered: Sequence[Mapping[str, Any]]) -> str:
    """Return the text of a file without what is taken back.

    Args:
        text: the file, to which other answers may have been written.
        found: the file as it was read.
        asked: the questions by their identifiers.
        answered: what is taken back, as for `Desk.answer`.
    """
    numbers = set()
    for said in answered:
        question = asked[said["question"]] if "question" in said else None
        if question is None:
            numbers.add(_at_line(found, said["retract"]))
        elif question.anchor is not None:
            numbers.add(_number(found, question))
        elif question.answer is not None:
            text = writing.without_fact(text, question.kind)
    # the last first, so that the numbers of the others stay as they were
    for number in sorted((one for one in numbers if one is not None), reverse=True):
        text = writing.without_decision(text, number)
    return text


def _nothing(sheet: Sheet) -> Diagnostic:
    message = "the answer decides nothing"
    hint = "accept or reject what is asked, or say what the words are"
    return Diagnostic("C002", Severity.ERROR, Place(sheet.file.beside_shown(SUFFIX)), message, hint)


def _leads_out(shown: str) -> Diagnostic:
    message = f'"{shown}" is a link that leads out of the edition\'s folder, and is not written to'
    return Diagnostic("T009", Severity.ERROR, Place(shown), message, "put a file in its place")


def all_questions(sheets: Iterable[Sheet], below: Cert) -> Iterator[tuple[Sheet, Question]]:
    """Yield each document's questions that are asked, the least sure first within a document."""
    for sheet in sheets:
        for question in sorted(sheet.questions, key=lambda one: CERTS.index(one.cert), reverse=True):
            if question.is_asked(below):
                yield sheet, question
