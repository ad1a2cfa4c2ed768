"""The answers in a table become decisions: each row is looked at before anything is written.

A document is written to only if all its rows can be: half of what an editor has thought about a letter is no reading.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from teiedit.model.decisions import FACTS, SUFFIX
from teiedit.model.diagnostic import Diagnostic, EditionError, Severity
from teiedit.model.position import Place
from teiedit.model.question import RefusedError, StaleError
from teiedit.read.decisions import read_decisions
from teiedit.recognise.questions import decision_in_short, fact_in_short
from teiedit.review import answers, values, writing
from teiedit.review.table import state
from teiedit.review.wording import what

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from teiedit.model.question import Question
    from teiedit.review.desk import Desk, Sheet
    from teiedit.review.table import Row

_DECISIONS = ("accept", "reject", "change", "retract")


@dataclass(slots=True)
class Applied:
    """What became of a table.

    Attributes:
        answers: how many were written.
        documents: about how many documents.
        same: how many rows say what is decided already.
        diagnostics: what is wrong with the others, by row.
        left: how many rows were right, but about documents of which another row was not.
    """

    answers: int = 0
    documents: int = 0
    same: int = 0
    left: int = 0
    diagnostics: list[Diagnostic] = field(default_factory=list)


class _WrongError(Exception):
    """Raised where a row cannot be a decision."""

    def __init__(self, message: str, hint: str, code: str = "C008") -> None:
        super().__init__(message)
        self.message, self.hint, self.code = message, hint, code


def apply(desk: Desk, rows: Iterable[Row], shown: str) -> Applied:
    """Write the answers of a table into the files of decisions.

    Diagnostics: C008 a row cannot be a decision, C009 it was answered on other evidence than there is now, and those of
    files of decisions that cannot be written to.

    Args:
        desk: on which the documents lie that the rows name.
        rows: of `read_table`.
        shown: the table as the user knows it.
    """
    by_document: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        by_document[row.document].append(row)
    result = Applied()
    for document, listed in by_document.items():
        _apply(desk, document, listed, shown, result)
    return result


def _apply(desk: Desk, document: str, rows: Sequence[Row], shown: str, result: Applied) -> None:
    said, faults, seen, same = [], [], set(), 0
    sheet = desk.sheet(document) if document in desk.sheets else None
    for row in rows:
        try:
            if row.id in seen:
                raise _WrongError(f'the question "q{row.id}" is answered twice', "keep one of the two rows")
            seen.add(row.id)
            one = _answer(desk, sheet, row)
            if one is None:
                same += 1
            else:
                said.append(one)
        except _WrongError as error:
            message = f"row {row.number}: {error.message}"
            faults.append(Diagnostic(error.code, Severity.ERROR, Place(shown, row.number), message, error.hint))
    if not faults and said and sheet is not None:
        faults = _written(desk, sheet, said, shown)
    result.same += same
    result.diagnostics += faults
    if faults:
        result.left += len(said)
    elif said:
        result.answers += len(said)
        result.documents += 1


def _written(desk: Desk, sheet: Sheet, said: Sequence[dict[str, Any]], shown: str) -> list[Diagnostic]:
    try:
        desk.answer_all(sheet.file.id, sheet.version, said)
    except RefusedError as error:
        return list(error.diagnostics)
    except StaleError:
        message = f'"{sheet.file.shown}", or what was decided of it, has changed while the table was read'
        return [Diagnostic("C009", Severity.ERROR, Place(shown), message, "do it again")]
    except OSError as error:
        target = sheet.file.beside_shown(SUFFIX)
        message = f'cannot write "{target}": {(error.strerror or "").lower()}'
        return [Diagnostic("T009", Severity.ERROR, Place(target), message, "")]
    return []


def _answer(desk: Desk, sheet: Sheet | None, row: Row) -> dict[str, Any] | None:
    """Return the answer in a row; None if it is what is decided already."""
    if row.decision not in _DECISIONS:
        told = f'"{row.decision}" is no decision' if row.decision else "it has a value, and no decision"
        raise _WrongError(told, f"write one of: {', '.join(_DECISIONS)}")
    if sheet is None:
        raise _WrongError(f'there is no document "{row.document}"', "keep the column as it was written")
    question = next((one for one in sheet.questions if one.id == row.id), None)
    if question is None:
        hint = "its words, or those beside them, have changed; write the table anew, and look at it again"
        raise _WrongError(f'there is no question "q{row.id}" about "{row.document}"', hint, "C009")
    if row.value and row.decision != "change":
        raise _WrongError(f'"{row.decision}" takes no value', 'write "change", or leave "value" empty')
    if row.decision == "retract":
        given: dict[str, Any] = {}
        same = question.answer is None
    else:
        given = _given(desk, question, row)
        short = _in_short(question, given)
        same = question.status == "decided" and short == question.decided
    if same:
        return None
    if row.seen != state(question):
        raise _stale(desk, question, row)
    do = {"do": "retract"} if row.decision == "retract" else {"set": given}
    return {"question": question.id, **do, "why": row.note}


def _given(desk: Desk, question: Question, row: Row) -> dict[str, Any]:
    register = desk.edition.register
    if row.decision == "accept":
        return answers.accepted(question, {entry.id: entry for entry in register.entries})
    if row.decision == "reject":
        if not values.can_be_refused(question):
            raise _WrongError(f"{_kind(question)} cannot be rejected", _instead(question))
        return answers.refused(question)
    try:
        return values.changed(question, row.value, register)
    except values.ImpossibleError as error:
        raise _WrongError(f'{_kind(question)} cannot become "{row.value}"', str(error)) from error


def _kind(question: Question) -> str:
    return f"the {question.kind}" if question.anchor is None or question.kind == "finding" else f'"{question.kind}"'


def _instead(question: Question) -> str:
    return values.expected(question) if values.can_be_changed(question) else 'write "accept", or nothing'


def _in_short(question: Question, given: dict[str, Any]) -> str:
    """Return in short what a decision says.

    Raises:
        _WrongError: no file of decisions can hold it.
    """
    try:
        if question.anchor is None and question.kind in FACTS:
            text = writing.with_fact("", question.kind, given)
            return fact_in_short(read_decisions(text.encode(), "").facts[question.kind])
        text = writing.with_decision("", {"words": "x", **given})
        return decision_in_short(read_decisions(text.encode(), "").decisions[0])
    except EditionError as error:
        first = error.diagnostics[0]
        raise _WrongError(first.message, first.hint) from error


def _stale(desk: Desk, question: Question, row: Row) -> _WrongError:
    if question.status == "decided":
        message = f"it was decided since the table was written: {question.decided}"
    else:
        now = what(question, desk.edition.register) or f"nothing more than “{question.kind}”"
        message = f"the rules said “{row.says}” when the table was written, and now say “{now}”"
        if row.says == now:
            message = "the reasons have changed since the table was written"
    return _WrongError(message, "write the table anew, and look at it again", "C009")
