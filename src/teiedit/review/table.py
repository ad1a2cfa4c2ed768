"""Questions as a table for spreadsheets, and the editors' answers in it.

CSV: https://www.rfc-editor.org/rfc/rfc4180. What spreadsheets make of it is undone: another separator, other line ends,
a byte order mark or none. What would be a formula is written behind an apostrophe.
https://owasp.org/www-community/attacks/CSV_Injection
"""

from __future__ import annotations

import csv
import hashlib
import io
import itertools
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from teiedit.model.diagnostic import Diagnostic, EditionError, Severity
from teiedit.model.position import Place
from teiedit.review.context import Lines
from teiedit.review.desk import all_questions
from teiedit.review.wording import certainty, change, what

if TYPE_CHECKING:
    from collections.abc import Iterator

    from teiedit.model.question import Question
    from teiedit.review.desk import Desk

COLUMNS = (
    "document",
    "id",
    "line",
    "words",
    "context",
    "kind",
    "says",
    "certainty",
    "why",
    "status",
    "decided",
    "seen",
    "decision",
    "value",
    "note",
)
_NEEDED = ("document", "id", "seen", "decision", "value")
_SEPARATORS = ",;\t"
# What a spreadsheet takes for a formula, at the start of a cell; also in the wide forms of East Asian scripts.
_FORMULA = re.compile(r"'*(?:\s*[=+\-@＝＋－＠]|[\t\r\n])")
_LARGE = 10_000_000


def table(desk: Desk) -> bytes:
    """Return all questions that are asked, a row each, in UTF-8 with a byte order mark."""
    made = io.StringIO(newline="")
    writer = csv.writer(made)
    writer.writerow(COLUMNS)
    for document, listed in itertools.groupby(
        all_questions(desk.sheets.values(), desk.below), lambda pair: pair[0].file.id
    ):
        lines = Lines(desk.text(document))
        for _, question in listed:
            writer.writerow([guarded(cell) for cell in _cells(desk, document, question, lines)])
    return b"\xef\xbb\xbf" + made.getvalue().encode()


def _cells(desk: Desk, document: str, question: Question, lines: Lines) -> Iterator[str]:
    yield document
    # led by a letter: a spreadsheet would take 12345678 or 1234e567 for a number
    yield f"q{question.id}"
    yield str(question.place.line or "")
    yield " ".join(question.anchor.words.split()) if question.anchor else ""
    before, words, after = lines.sentence(question)
    yield f"{before}⟦{words}⟧{after}".strip() if words else ""
    yield question.kind
    yield what(question, desk.edition.register)
    yield certainty(question)
    yield " ".join(f"{change(question)} {question.why}".split())
    yield question.status
    yield question.decided
    yield state(question)
    yield from ("", "", "")


def state(question: Question) -> str:
    """Return what can be compared of a question: what the rules say, and what was decided."""
    parts = (question.seen, question.status, question.decided)
    return "s" + hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:10]


def guarded(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if _FORMULA.match(cell) else cell


def unguarded(cell: str) -> str:
    """Return what `guarded` was given."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell[1:]) else cell


@dataclass(frozen=True, slots=True)
class Row:
    """One row in which an editor has answered.

    Attributes:
        number: as a spreadsheet counts it; the names of the columns are row 1.
        document: an identifier.
        id: that of the question.
        seen: what `state` gave when the table was written.
        says: what the rules said then.
        decision: "accept", "reject", "change" or "retract", or what an editor has written instead.
        value: what it is instead.
        note: why.
    """

    number: int
    document: str
    id: str
    seen: str
    says: str
    decision: str
    value: str
    note: str


def read_table(content: bytes, shown: str) -> tuple[Row, ...]:
    """Return the rows in which something was decided.

    Args:
        content: the bytes of the file.
        shown: the file as the user knows it.

    Raises:
        EditionError: C010 it cannot be read as such a table.
    """
    try:
        text = content.decode("utf-16" if content[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig")
    except UnicodeDecodeError as error:
        raise _unreadable(shown, "it is not in UTF-8", 'save it as "CSV UTF-8"') from error
    if text.lower().startswith("sep="):
        # a line that some spreadsheets write before all
        text = re.sub(r"[^\r\n]*(?:\r\n|\n|\r)?", "", text, count=1)
    head = text.lstrip("\r\n").splitlines()[:1]
    separator = max(_SEPARATORS, key=head[0].count) if head else ","
    csv.field_size_limit(_LARGE)
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True))
    except csv.Error as error:
        raise _unreadable(shown, str(error), "save it anew from the spreadsheet, as CSV") from error
    names = [name.strip().casefold() for name in rows[0]] if rows else []
    if missing := [name for name in _NEEDED if name not in names]:
        columns = ", ".join(f'"{name}"' for name in missing)
        raise _unreadable(
            shown, f"it has no column {columns}", "keep the columns that teiedit review --csv has written"
        )
    return tuple(_rows(names, rows[1:]))


def _rows(names: list[str], rows: list[list[str]]) -> Iterator[Row]:
    for number, cells in enumerate(rows, 2):
        row = {name: unguarded(cell).strip() for name, cell in zip(names, cells, strict=False)}
        if row.get("decision") or row.get("value"):
            fields = {key: row.get(key, "") for key in ("document", "seen", "says", "value", "note")}
            decision = row.get("decision", "").casefold()
            yield Row(number, id=row.get("id", "").removeprefix("q"), decision=decision, **fields)


def _unreadable(shown: str, why: str, hint: str) -> EditionError:
    return EditionError(Diagnostic("C010", Severity.ERROR, Place(shown), f'"{shown}" cannot be read: {why}', hint))
