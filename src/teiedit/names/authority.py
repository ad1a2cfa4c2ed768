"""An authority file that somebody has, read record by record: CSV, JSON lines, a JSON array; also packed with gzip.

Nothing of it stays in memory but what matches, so that it may be of any size; nothing of it is trusted.
"""

from __future__ import annotations

import csv
import gzip
import io
import json
import zlib
from typing import IO, TYPE_CHECKING, Any

from teiedit.model.diagnostic import Diagnostic, EditionError, Severity
from teiedit.model.position import Place
from teiedit.names.records import FIELDS, AuthorityRecord, field_of, inside, record_of_fields, record_of_json

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

_DELIMITERS = (";", ",", "\t")
_CHUNK = 1 << 20
# No record is longer than this; an answer that holds all records in one object may not be either.
_LONGEST = 64 * _CHUNK
# So many faulty rows are told one by one.
_TOLD = 5
_SPACE = " \t\r\n,"


def read_authority(
    path: Path, shown: str, columns: Mapping[str, str], found: list[Diagnostic]
) -> Iterator[AuthorityRecord]:
    """Yield the records of a file.

    Args:
        path: the file.
        shown: as the user knows it.
        columns: what columns are called where that cannot be told: "name" to the header's word, or to a number from 1.
        found: gets a diagnostic (N006) for the first rows that are no records, and one that counts the others.

    Raises:
        EditionError: N006 there is no such file, or it cannot be unpacked.
    """
    told = _Told(shown, found)
    try:
        with _opened(path) as handle:
            head = handle.read(_CHUNK)
            rows = _json(handle, head, told) if head.lstrip()[:1] in ("{", "[") else _csv(handle, head, columns, told)
            yield from rows
    except (OSError, EOFError, zlib.error) as error:
        reason = (getattr(error, "strerror", "") or str(error) or "it cannot be read").lower()
        message = f'cannot read "{shown}": {reason}'
        hint = "give a CSV or JSON file that is on this machine"
        raise EditionError(Diagnostic("N006", Severity.ERROR, Place(shown), message, hint)) from error
    told.close()


class _Told:
    """Counts rows that are no records, and tells of the first."""

    def __init__(self, shown: str, found: list[Diagnostic]) -> None:
        self.shown = shown
        self.found = found
        self.faults = 0
        self.records = 0

    def fault(self, line: int, reason: str) -> None:
        self.faults += 1
        if self.faults <= _TOLD:
            self._say(line, f"this row was passed over: {reason}")

    def close(self) -> None:
        if self.faults > _TOLD:
            self._say(0, f"{self.faults - _TOLD:,} more rows were passed over")
        if not self.records:
            self._say(0, f'"{self.shown}" has no record that could be read')

    def _say(self, line: int, message: str) -> None:
        hint = "a record has a name, and the number or address of its authority; --columns says what columns are"
        self.found.append(Diagnostic("N006", Severity.WARNING, Place(self.shown, line), message, hint))


def _opened(path: Path) -> IO[str]:
    if path.suffix.lower() == ".gz":
        return gzip.open(path, "rt", encoding="utf-8-sig", errors="replace", newline="")
    return path.open("r", encoding="utf-8-sig", errors="replace", newline="")


def _json(handle: IO[str], buffer: str, told: _Told) -> Iterator[AuthorityRecord]:
    """Yield the records of JSON values, parted by anything: lines, or the commas of an array."""
    for line, value in _values(handle, buffer, told):
        for data in inside(value):
            record = record_of_json(data)
            if record is None:
                told.fault(line, "it has no name, or no number of an authority")
            else:
                told.records += 1
                yield record


def _values(handle: IO[str], buffer: str, told: _Told) -> Iterator[tuple[int, Any]]:
    decoder = json.JSONDecoder()
    at, line, ended = 0, 1, False
    while True:
        while at < len(buffer) and (buffer[at] in _SPACE or buffer[at] in "[]"):
            line += buffer[at] == "\n"
            at += 1
        if at >= len(buffer) or len(buffer) - at < 2:
            if ended:
                return
            more = handle.read(_CHUNK)
            buffer, at, ended = buffer[at:] + more, 0, not more
            continue
        try:
            value, end = decoder.raw_decode(buffer, at)
        except (ValueError, RecursionError) as error:
            skipped = _broken_line(buffer, at, error, ended=ended)
            if not skipped:
                more = handle.read(max(_CHUNK, len(buffer) - at))
                buffer, at, ended = buffer[at:] + more, 0, not more
                continue
            told.fault(line, "it is not JSON")
            if skipped > len(buffer):
                return
            line += 1
            at = skipped
            continue
        yield line, value
        line += buffer.count("\n", at, end)
        at = end


def _broken_line(buffer: str, at: int, error: Exception, *, ended: bool) -> int:
    """Return where the line after a faulty one begins, past the end where nothing follows; 0 if more must be read.

    A value that only seems faulty because its end is not read yet stands on the last line of what is read, or goes on
    over lines that do not begin a value of their own.
    """
    end = buffer.find("\n", at)
    if isinstance(error, RecursionError) or ended or len(buffer) - at > _LONGEST:
        return end + 1 if end >= 0 else len(buffer) + 1
    return end + 1 if 0 <= end < len(buffer) - 1 and buffer[end + 1] == "{" else 0


def _csv(handle: IO[str], head: str, columns: Mapping[str, str], told: _Told) -> Iterator[AuthorityRecord]:
    first = next((line for line in head.splitlines() if line.strip()), "")
    delimiter = max(_DELIMITERS, key=lambda sign: (_known(first.split(sign)), first.count(sign)))
    reader = csv.reader(_lines(handle, head), delimiter=delimiter)
    names: list[str] | None = None
    while True:
        try:
            fields = next(reader, None)
        except csv.Error as error:
            told.fault(reader.line_num, str(error).lower())
            continue
        if fields is None:
            return
        if not any(map(str.strip, fields)):
            continue
        if names is None:
            names, headed = _columns(fields, columns)
            if headed:
                continue
        record = record_of_fields(_fields(names, fields))
        if record is None:
            told.fault(reader.line_num, "it has no name, or no number of an authority")
        else:
            told.records += 1
            yield record


def _lines(handle: IO[str], head: str) -> Iterator[str]:
    """Yield lines; what is longer than a record may be is cut, so that no file fills the memory."""
    rest = head
    buffered = io.StringIO(rest, newline="")
    last = ""
    for line in buffered:
        if last:
            yield last
        last = line
    tail = last if last.endswith("\n") else last + handle.readline(_LONGEST)
    if tail:
        yield tail
    while line := handle.readline(_LONGEST):
        yield line


def _known(names: list[str]) -> int:
    return sum(bool(field_of(name.strip(' "'))) for name in names)


def _columns(fields: list[str], given: Mapping[str, str]) -> tuple[list[str], bool]:
    """Return what each column of a table holds, and whether its first row says so."""
    typed = [" ".join(field.split()).lower() for field in fields]
    names = [field_of(name) for name in typed]
    headed = "name" in names or any(word.lower() in typed for word in given.values() if not word.isdecimal())
    if not headed:
        # what somebody says of some columns says that the others do not matter
        names = [""] * len(fields) if given else _guessed(fields)
    for meaning, word in given.items():
        at = int(word) - 1 if word.isdecimal() else typed.index(word.lower()) if word.lower() in typed else -1
        if 0 <= at < len(names):
            names = ["" if name == meaning else name for name in names]
            names[at] = meaning
    return names, headed


def _guessed(fields: list[str]) -> list[str]:
    """Return what the columns of a table without a header may hold, by the values of its first row."""
    names: list[str] = []
    for value in map(str.strip, fields):
        found = record_of_fields({"uri": value, "name": "x"})
        years = [name for name in names if name in ("birth", "death")]
        if found and "uri" not in names:
            names.append("uri")
        elif value[:4].isdecimal() and len(value) < 11 and len(years) < 2:
            names.append(("birth", "death")[len(years)])
        elif any(map(str.isalpha, value)) and "://" not in value:
            names.append("office" if "variants" in names else "variants" if "name" in names else "name")
        else:
            names.append("")
    return names


def _fields(names: list[str], fields: list[str]) -> dict[str, str]:
    values: dict[str, str] = {}
    for name, value in zip(names, fields, strict=False):
        if name and value.strip():
            values[name] = f"{values[name]}|{value.strip()}" if name in values else value.strip()
    return values


MEANINGS = tuple(dict.fromkeys(FIELDS.values()))
