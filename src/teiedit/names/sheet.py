"""A table as its file has it: what is not changed stays as it was, byte for byte.

Read are RFC 4180 (https://www.rfc-editor.org/rfc/rfc4180) and what spreadsheets make of it: any line ends, one of three
separators, a byte order mark or none. A field keeps its quotation marks; a new one has them where its file has them
around everything, or where it needs them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from teiedit.model.diagnostic import Diagnostic, EditionError, Severity
from teiedit.model.position import Place

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

_BOM = b"\xef\xbb\xbf"
_DELIMITERS = (";", ",", "\t")
_END = re.compile(r"\r\n|\r|\n")


@dataclass(slots=True)
class Row:
    """One record: its fields as they are typed, quotation marks and all, and the line end after it.

    Attributes:
        line: on which it begins, from 1; 0 for a new one.
        raw: the fields.
        end: the line end, or "" at the end of the file.
        data: it is neither header, remark nor blank.
    """

    line: int
    raw: list[str]
    end: str
    data: bool = True


@dataclass(slots=True)
class Sheet:
    """One file.

    Attributes:
        path: where it is.
        shown: as the user knows it.
        before: its bytes when it was read; None if there was no such file.
        columns: the names in its header, in small letters.
        delimiter: between fields.
        header: the record with the names of the columns.
        rows: all records, the header among them.
        bom: it begins with a byte order mark.
        end: its line end.
        quoted: every field that is not empty has quotation marks.
    """

    path: Path
    shown: str
    before: bytes | None
    columns: list[str]
    delimiter: str
    header: Row
    rows: list[Row] = field(default_factory=list)
    bom: bool = False
    end: str = "\n"
    quoted: bool = False

    def data(self) -> Iterator[Row]:
        """Yield the rows that are neither header nor remark."""
        return (row for row in self.rows if row.data)

    def get(self, row: Row, column: str) -> str:
        """Return the value of a field, "" where there is none, with white space folded."""
        if column not in self.columns:
            return ""
        index = self.columns.index(column)
        return " ".join(bare(row.raw[index]).split()) if index < len(row.raw) else ""

    def set(self, row: Row, column: str, value: str) -> None:
        """Write a field; a column that is missing is added at the end, and only this row gets longer."""
        index = self._column(column)
        row.raw += [""] * (index + 1 - len(row.raw))
        row.raw[index] = self._typed(value, was=row.raw[index])

    def append(self, values: Mapping[str, str]) -> Row:
        """Add a row at the end, and return it."""
        for column, value in values.items():
            if value:
                self._column(column)
        row = Row(0, [""] * len(self.columns), self.end)
        if self.rows and not self.rows[-1].end:
            # a file that ends without a line end keeps ending so
            self.rows[-1].end, row.end = self.end, ""
        self.rows.append(row)
        for column, value in values.items():
            if value:
                self.set(row, column, value)
        return row

    def remove(self, row: Row) -> None:
        """Take out a row."""
        index = next(i for i, other in enumerate(self.rows) if other is row)
        del self.rows[index]
        if not row.end and self.rows:
            self.rows[-1].end = ""

    def text(self) -> str:
        """Return the whole table as it is to be written, without a byte order mark."""
        return "".join(self.delimiter.join(row.raw) + row.end for row in self.rows)

    def content(self) -> bytes:
        """Return the whole file."""
        return (_BOM if self.bom else b"") + self.text().encode()

    def _column(self, name: str) -> int:
        if name in self.columns:
            return self.columns.index(name)
        index = len(self.columns)
        self.header.raw += [""] * (index + 1 - len(self.header.raw))
        self.header.raw[index] = self._typed(name)
        self.columns.append(name)
        return index

    def _typed(self, value: str, was: str = "") -> str:
        """Return a value as it stands in the file."""
        clean = " ".join(value.split())
        needed = any(sign in clean for sign in (self.delimiter, '"')) or clean.startswith("#")
        if clean and (needed or self.quoted or was.startswith('"')):
            return '"' + clean.replace('"', '""') + '"'
        return clean


def bare(raw: str) -> str:
    """Return a field's value without its quotation marks."""
    return raw[1:-1].replace('""', '"') if len(raw) > 1 and raw[0] == raw[-1] == '"' else raw


def read_sheet(path: Path, shown: str, known: Iterable[str]) -> Sheet:
    """Read a table.

    Args:
        path: the file.
        shown: as the user knows it.
        known: names of columns, by which the separator is found out.

    Raises:
        EditionError: N002 it cannot be read: no such file, not UTF-8, quotation marks that do not close, no header.
    """
    try:
        data = path.read_bytes()
        text = data.removeprefix(_BOM).decode("utf-8")
    except OSError as error:
        raise _unreadable(Place(shown), shown, (error.strerror or "it cannot be read").lower()) from error
    except UnicodeDecodeError as error:
        raise _unreadable(Place(shown, data.count(b"\n", 0, error.start) + 1), shown, "it is not in UTF-8") from error
    delimiter = _delimiter(text, tuple(known))
    rows = list(_rows(text, delimiter, shown))
    header = next((row for row in rows if _is_content(row)), None)
    if header is None:
        raise _unreadable(Place(shown, 1), shown, "it has no header")
    for row in rows:
        row.data = _is_content(row) and row is not header
    columns = [" ".join(bare(name).split()).lower() for name in header.raw]
    while columns and not columns[-1]:
        columns.pop()
    fields = [raw for row in rows if row.data for raw in row.raw if raw.strip()]
    ends = _END.findall(text)
    end = max(("\r\n", "\n", "\r"), key=ends.count) if ends else "\n"
    quoted = bool(fields) and all(raw.startswith('"') for raw in fields)
    return Sheet(path, shown, data, columns, delimiter, header, rows, data.startswith(_BOM), end, quoted)


def new_sheet(path: Path, shown: str, columns: Sequence[str], like: Sheet | None = None) -> Sheet:
    """Return a table that is not on the disk yet, in the form of another if there is one."""
    delimiter, end, bom = (like.delimiter, like.end, like.bom) if like else (";", "\n", False)
    header = Row(1, list(columns), end, data=False)
    return Sheet(
        path, shown, None, list(columns), delimiter, header, [header], bom, end, like.quoted if like else False
    )


def unchanged(sheet: Sheet) -> bool:
    """Say whether the file is still as it was read."""
    try:
        return sheet.path.read_bytes() == sheet.before
    except FileNotFoundError:
        return sheet.before is None
    except OSError:
        return False


def _is_content(row: Row) -> bool:
    """Say whether a record is neither blank nor a remark, nor the line by which a spreadsheet names the separator."""
    first = bare(row.raw[0]).lstrip().lower()
    return (
        any(bare(raw).strip() for raw in row.raw)
        and not first.startswith("#")
        and not (row.line == 1 and first.startswith("sep="))
    )


def _rows(text: str, delimiter: str, shown: str) -> Iterator[Row]:
    """Yield the records; together they are the text.

    Raises:
        EditionError: N002 quotation marks do not close, or something follows them.
    """
    part = re.compile(rf'("(?:[^"]|"")*"|[^{delimiter}\r\n"][^{delimiter}\r\n]*|)({delimiter}|\r\n|\r|\n|\Z)')
    at, line, fields, first = 0, 1, [], 1
    while at < len(text):
        match = part.match(text, at)
        if match is None:
            raise _unreadable(Place(shown, line), shown, "a quotation mark in this row is not closed, or not doubled")
        fields.append(match[1])
        line += len(_END.findall(match[1])) + (match[2] != delimiter and bool(match[2]))
        at = match.end()
        if match[2] != delimiter:
            yield Row(first, fields, match[2])
            fields, first = [], line
    if fields:
        # the file ends with a separator
        yield Row(first, [*fields, ""], "")


def _delimiter(text: str, known: tuple[str, ...]) -> str:
    lines = (line for line in _END.split(text) if line.strip() and not line.startswith(("#", "sep=", '"#')))
    head = next(lines, "")

    def columns(delimiter: str) -> int:
        return sum(part.strip(' "').lower() in known for part in head.split(delimiter))

    return max(_DELIMITERS, key=lambda delimiter: (columns(delimiter), head.count(delimiter)))


def _unreadable(place: Place, shown: str, reason: str) -> EditionError:
    hint = "mend the file first; nothing was written"
    return EditionError(Diagnostic("N002", Severity.ERROR, place, f'cannot read "{shown}": {reason}', hint))
