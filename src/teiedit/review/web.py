"""The desk as a page in the browser asks for it: plain objects, ready for JSON."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any

from teiedit.make import Task, make_document, publish_document
from teiedit.model.around import Around
from teiedit.model.decisions import FACTS, LINES, WORDS
from teiedit.model.diagnostic import EditionError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from teiedit.model.decisions import Decision
    from teiedit.model.diagnostic import Diagnostic
    from teiedit.model.position import Span
    from teiedit.model.question import Question
    from teiedit.review.desk import Desk, Sheet

# A page by itself: nothing before or after it, its style within it.
_ALONE = Around(alone=True)


class WebDesk:
    """A desk that is opened while its page is shown already."""

    def __init__(self, desk: Desk) -> None:
        """Begin to look at the documents, in a thread."""
        self._desk = desk
        self._done, self._total = 0, 0
        self._failed: tuple[Diagnostic, ...] = ()
        self._ready = threading.Event()
        self._comparing = True
        # Saxon works for one at a time
        self._making = threading.Lock()
        threading.Thread(target=self._open, name="teiedit-review", daemon=True).start()

    def _open(self) -> None:
        try:
            self._desk.open(self._progress)
        except EditionError as error:
            self._failed = error.diagnostics
            self._comparing = False
            self._ready.set()
            return
        self._ready.set()
        # the questions of each document come first; those between documents follow
        try:
            self._desk.compare()
        finally:
            self._comparing = False

    def _progress(self, done: int, total: int) -> None:
        self._done, self._total = done, total

    def wait(self, seconds: float | None = None) -> bool:
        """Wait until all documents were looked at; say whether they were."""
        return self._ready.wait(seconds)

    def state(self) -> dict[str, Any]:
        """Return how far the desk is, and what there is to be decided in which document."""
        sheets = list(self._desk.sheets.values())
        ready = self._ready.is_set()
        documents = [self._counted(sheet) for sheet in sheets]
        return {
            "ready": ready,
            "comparing": self._comparing,
            "done": self._done,
            "total": self._total,
            "title": self._desk.edition.title if sheets else "",
            "documents": documents,
            "entries": [[one.id, one.name, one.kind] for one in self._desk.edition.register.entries] if ready else [],
            "lines": list(LINES),
            "words": list(WORDS),
            "facts": list(FACTS),
            "findings": [_finding(one) for one in self._failed],
        }

    def _counted(self, sheet: Sheet) -> dict[str, Any]:
        asked = [one for one in sheet.questions if one.is_asked(self._desk.below)]
        left = sum(one.status != "decided" for one in asked)
        return {"id": sheet.file.id, "file": sheet.file.name, "open": left, "asked": len(asked)}

    def document(self, identifier: str) -> dict[str, Any]:
        """Return a document: its text, all questions about it, and what was found in it.

        Raises:
            KeyError: there is none.
        """
        return self._shown(self._desk.sheet(identifier))

    def version(self, identifier: str) -> str:
        """Return what can be compared of a document as it is on the disk.

        Raises:
            KeyError: there is none.
        """
        return self._desk.sheet(identifier).version

    def _shown(self, sheet: Sheet) -> dict[str, Any]:
        try:
            text = self._desk.text(sheet.file.id)
        except EditionError:
            text = ""
        questions = [self._question(one) for one in sheet.questions]
        findings = [_finding(one) for one in sheet.findings]
        counted = self._counted(sheet)
        decided = [_decided(one, span) for one, span in sheet.decided]
        return {
            **counted,
            "version": sheet.version,
            "text": text,
            "questions": questions,
            "decided": decided,
            "findings": findings,
        }

    def _question(self, question: Question) -> dict[str, Any]:
        return {
            "id": question.id,
            "kind": question.kind,
            "words": question.anchor.words if question.anchor else "",
            "span": [question.span.start, question.span.end] if question.span else None,
            "line": question.place.line,
            "says": question.says,
            "value": dict(question.value),
            "values": list(question.values),
            "cert": question.cert,
            "rule": question.rule,
            "why": question.why,
            "asked": question.is_asked(self._desk.below),
            "status": question.status,
            "decided": question.decided,
            "by": question.answer.by if question.answer else "",
            "on": question.answer.on if question.answer else "",
            "reason": question.answer.why if question.answer else "",
            "before": question.answer.seen if question.answer else "",
            "now": question.seen,
        }

    def answer(self, identifier: str, seen: str, said: Mapping[str, Any]) -> dict[str, Any]:
        """Take an answer; see `Desk.answer`."""
        return self._shown(self._desk.answer(identifier, seen, said))

    def undo(self) -> dict[str, Any] | None:
        """Take back the last answer; see `Desk.undo`."""
        sheet = self._desk.undo()
        return self._shown(sheet) if sheet is not None else None

    def page(self, identifier: str) -> bytes:
        """Return the reading text of a document as it is now, as a page that needs no other file; b"" if there is none.

        Raises:
            KeyError: there is no such document.
        """
        with self._making:
            file = self._desk.sheet(identifier).file
            made = make_document(file, self._desk.edition)
            if made.tei is None:
                return b""
            task = Task(file.id, file.shown, made.tei, _ALONE, (), {}, ("html",))
            files = publish_document(task, self._desk.edition).files.get("html", {})
            return files.get(f"documents/{file.id}.html", b"")


def _decided(decision: Decision, span: Span) -> dict[str, Any]:
    said = decision.said
    value = " ".join(filter(None, (decision.value, decision.entry, "/".join(v for _, v in decision.dated))))
    return {
        "line": said.line,
        "words": decision.anchor.words,
        "span": [span.start, span.end],
        "verb": decision.verb,
        "value": value,
        "by": said.by,
        "on": said.on,
        "reason": said.why,
    }


def _finding(found: Diagnostic) -> dict[str, str]:
    return {
        "code": found.code,
        "severity": found.severity.word,
        "place": str(found.place),
        "message": found.message,
        "hint": found.hint,
    }
