"""persons.csv, places.csv and organisations.csv become a Register: read strictly, and never further than they go.

The files lie beside edition.toml or in a folder `register` there: UTF-8, a header line, fields parted by semicolon,
comma or tab and quoted as in RFC 4180 (https://www.rfc-editor.org/rfc/rfc4180). What is wrong with a row is reported
at its line; the row or the value is left out, and the others are read.
"""

from __future__ import annotations

import csv
import difflib
import io
import re
from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from teiedit.model.diagnostic import Diagnostic, Severity
from teiedit.model.position import Place
from teiedit.model.register import NO_REGISTER, PREFIXES, Entry, Register
from teiedit.read.authorities import AUTHORITIES, EXAMPLES, record_of, record_uri
from teiedit.read.lifetimes import lifetime
from teiedit.tools.expressions import expression
from teiedit.tools.tei import NOT_XML, slug

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from teiedit.model.edition import Edition

FOLDER = "register"
# What `teiedit names` keeps beside the registers: proposals that somebody has refused.
DECISIONS = "names.decisions.csv"
FILES = {
    "persons.csv": "persName",
    "places.csv": "placeName",
    "organisations.csv": "orgName",
    "organizations.csv": "orgName",
}
_OF_ALL = ("id", "name", "variants", "dates", "note", *AUTHORITIES, "authority")
_OF_ONE = {"office": "persName", "lat": "placeName", "lon": "placeName"}
COLUMNS = (*_OF_ALL, *_OF_ONE)
_DELIMITERS = (";", ",", "\t")
# XML 1.0 production [4] NameChar, without the colon: https://www.w3.org/TR/xml/#NT-NameChar
NAME_CHARACTERS = expression(
    "[A-Za-z0-9._\u00b7\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u037d\u037f-\u1fff\u200c\u200d\u203f\u2040\u2070-\u218f"
    "\u2c00-\u2fef\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd\U00010000-\U000effff-]+"
)
_LINE_END = expression(r"\r\n|\r|\n")
# So many findings of one kind in one file are told one by one.
_TOLD = 20


def with_register(edition: Edition, folder: Path, shown: str) -> tuple[Edition, tuple[Diagnostic, ...]]:
    """Return `edition` with the registers that lie in its folder, and what is wrong with them."""
    register, found = read_register(folder, shown)
    return replace(edition, register=register), found


def read_register(folder: Path, shown: str) -> tuple[Register, tuple[Diagnostic, ...]]:
    """Read the registers of an edition.

    Args:
        folder: holds edition.toml; the registers are beside it or in its folder `register`.
        shown: the folder as the user knows it, "" or "." for the one he is in.

    Returns:
        What can be used, and diagnostics: E010 a column that is not known, E011 a file or row that cannot be read,
        E012 an entry without a name, E013 an identifier twice, E014 one that cannot stand in XML, E015 no record of an
        authority, E016 a name of two entries, E017 a file that is not read, E018 dates or coordinates that are none,
        T009 a link that leads out of the folder.
    """
    found: list[Diagnostic] = []
    rows: list[_Row] = []
    for place in (folder, folder / FOLDER):
        for path in sorted(place.glob("*.[cC][sS][vV]")) if place.is_dir() else ():
            rows += _file(path, folder, shown, found)
    if not rows and not found:
        return NO_REGISTER, ()
    entries = _once(rows, found)
    found += _shared(entries)
    return Register(tuple(row.entry for row in entries)), _capped(found)


def entry_places(folder: Path, shown: str) -> dict[str, Place]:
    """Return where each entry of an edition's registers stands, by its identifier; see `read_register`."""
    ignored: list[Diagnostic] = []
    rows = [
        row
        for place in (folder, folder / FOLDER)
        for path in (sorted(place.glob("*.[cC][sS][vV]")) if place.is_dir() else ())
        for row in _file(path, folder, shown, ignored)
    ]
    return {row.entry.id: row.place for row in _once(rows, ignored)}


@dataclass(frozen=True, slots=True)
class _Row:
    """An entry and where it stands."""

    entry: Entry
    place: Place
    excerpt: str


@dataclass(slots=True)
class _File:
    """One file while it is read: its lines, and what is wrong with them."""

    shown: str
    lines: list[str]
    found: list[Diagnostic] = field(default_factory=list)

    def say(self, code: str, line: int, words: str, message: str, hint: str) -> None:
        """Report an error; the words are looked for in the line."""
        place, excerpt = self.place(line, words)
        self.found.append(Diagnostic(code, Severity.ERROR, place, message, hint, excerpt))

    def place(self, line: int, words: str) -> tuple[Place, str]:
        """Return where `words` stand in a line, or else the line, and what is written there."""
        text = self.lines[line - 1] if 0 < line <= len(self.lines) else ""
        column = text.find(words) + 1 if words else 0
        if not column:
            return Place(self.shown, line), ""
        return Place(self.shown, line, column, line, column + len(words)), text


def _file(path: Path, folder: Path, shown: str, found: list[Diagnostic]) -> list[_Row]:
    name = path.relative_to(folder).as_posix()
    where = name if shown in ("", ".") else f"{shown}/{name}"
    kind = FILES.get(path.name.lower())
    if kind is None and path.name == DECISIONS:
        return []
    if kind is None:
        near = difflib.get_close_matches(path.name.lower(), FILES, 1, 0.75)
        if near or path.parent != folder:
            hint = f'did you mean "{near[0]}"?' if near else f"a register is called {', '.join(list(FILES)[:3])}"
            message = f'"{where}" is no register that the program knows, and was not read'
            found.append(Diagnostic("E017", Severity.WARNING, Place(where), message, hint))
        return []
    if not path.resolve().is_relative_to(folder.resolve()):
        message = f'"{where}" is a link that leads out of the edition\'s folder, and was left out'
        found.append(Diagnostic("T009", Severity.WARNING, Place(where), message, "copy the file into the folder"))
        return []
    text, fault = _text(path, where)
    if fault:
        found.append(fault)
        return []
    file = _File(where, _LINE_END.split(text))
    rows = list(_rows(file, text, kind))
    found += file.found
    return rows


def _text(path: Path, shown: str) -> tuple[str, Diagnostic | None]:
    """Return the text of a file, or why there is none."""
    data = b""
    try:
        data = path.read_bytes()
        return data.decode("utf-8-sig"), None
    except OSError as error:
        place, reason = Place(shown), (error.strerror or "").lower()
    except UnicodeDecodeError as error:
        place, reason = Place(shown, data.count(b"\n", 0, error.start) + 1), "it is not in UTF-8"
    hint = 'save it as "CSV UTF-8", or as text in UTF-8'
    return "", Diagnostic("E011", Severity.ERROR, place, f'cannot read "{shown}": {reason}', hint)


def _rows(file: _File, text: str, kind: str) -> Iterator[_Row]:
    header: list[str] = []
    for line, fields in _records(file, text):
        if not any(map(str.strip, fields)) or fields[0].lstrip().startswith("#"):
            continue
        if NOT_XML.search("".join(fields)):
            hint = "take it out: it cannot stand in XML"
            file.say("E011", line, "", "a control character stands in this row", hint)
        elif not header:
            header = _header(file, line, fields)
            if "name" not in header:
                hint = f"the first line names the columns: {', '.join(COLUMNS)}"
                file.say("E011", line, "", 'there is no column "name"', hint)
                return
        elif any(map(str.strip, fields[len(header) :])):
            hint = 'put a field that holds a separator into quotation marks: "Home, Lord"'
            file.say("E011", line, "", f"this row has {len(fields)} fields and the header {len(header)}", hint)
        else:
            values = dict(zip(header, (" ".join(value.split()) for value in fields), strict=False))
            entry = _entry(file, line, values, kind)
            if entry is not None:
                yield _Row(entry, *file.place(line, entry.name))


def _records(file: _File, text: str) -> Iterator[tuple[int, list[str]]]:
    """Yield the line on which each record begins, and its fields."""
    start, separator = 0, _separator(file.lines)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    while True:
        try:
            fields = next(reader, None)
        except csv.Error as error:
            reason = "a quotation mark is never closed" if "end of data" in str(error) else str(error).lower()
            hint = 'a quotation mark within a quoted field is typed twice: "the ""Sun"" inn"'
            file.say("E011", start + 1, "", f"this row cannot be read: {reason}", hint)
            fields = []
        if fields is None:
            return
        if fields and not (start == 0 and fields[0].lower().startswith("sep=")):
            yield start + 1, fields
        start = reader.line_num


def _separator(lines: list[str]) -> str:
    """Return the sign between fields: the one that parts the header into most columns that are known."""
    head = next((line for line in lines if line.strip() and not line.startswith(("#", "sep=", '"#'))), "")

    def known(delimiter: str) -> int:
        return sum(part.strip(' "').lower() in COLUMNS for part in head.split(delimiter))

    return max(_DELIMITERS, key=lambda delimiter: (known(delimiter), head.count(delimiter)))


def _header(file: _File, line: int, fields: list[str]) -> list[str]:
    header = [" ".join(name.split()).lower() for name in fields]
    while header and not header[-1]:
        header.pop()
    for index, (name, typed) in enumerate(zip(header, fields, strict=False)):
        near = difflib.get_close_matches(name, COLUMNS, 1, 0.6)
        hint = f'did you mean "{near[0]}"?' if near else f"the columns are: {', '.join(COLUMNS)}"
        if name in header[:index]:
            file.say("E010", line, typed, f'there are two columns "{typed.strip()}"', "give each column once")
            header[index] = ""
        elif name not in COLUMNS:
            file.say("E010", line, typed, f'unknown column "{typed.strip()}"', hint)
    return header


def _entry(file: _File, line: int, values: dict[str, str], kind: str) -> Entry | None:
    name = values.get("name", "")
    if not name:
        file.say(
            "E012", line, values.get("id", ""), "this entry has no name", "fill the column name, or remove the row"
        )
        return None
    identifier = _identifier(file, line, values.get("id", ""), name, kind)
    if not identifier:
        return None
    for column, owner in _OF_ONE.items():
        if values.get(column) and kind != owner:
            home = next(file for file, of in FILES.items() if of == owner)
            hint = f"it belongs in {home}"
            file.say("E010", line, values[column], f'the column "{column}" has no meaning here', hint)
    variants = tuple(dict.fromkeys(v for part in values.get("variants", "").split("|") if (v := part.strip())))
    birth, death = _dates(file, line, values.get("dates", ""), kind)
    return Entry(
        id=identifier,
        kind=kind,
        name=name,
        variants=tuple(variant for variant in variants if variant != name),
        birth=birth,
        death=death,
        dates="" if birth or death else values.get("dates", ""),
        office=values.get("office", "") if kind == "persName" else "",
        note=values.get("note", ""),
        authorities=tuple(_authorities(file, line, values)),
        geo=_geo(file, line, values) if kind == "placeName" else "",
    )


def _identifier(file: _File, line: int, typed: str, name: str, kind: str) -> str:
    """Return the xml:id of an entry, or "" if there is none that could be used."""
    prefix = PREFIXES[kind]
    if not typed:
        made = slug(name)
        if not made:
            file.say("E014", line, name, f'no identifier can be made of "{name}"', f'give it one: "{prefix}1"')
        return f"{prefix}{made}" if made else ""
    other = next((p for p in PREFIXES.values() if p != prefix and typed.startswith(p)), "")
    if other:
        message = f'the identifier "{typed}" begins as those of {_KINDS[other]} do'
        file.say("E014", line, typed, message, f'call it "{prefix}{typed.removeprefix(other)}", or move the row')
        return ""
    if not NAME_CHARACTERS.fullmatch(typed):
        better = slug(typed.removeprefix(prefix)) or slug(name) or "1"
        message = f'"{typed}" cannot be an identifier in XML'
        file.say("E014", line, typed, message, f'letters, figures, ".", "-" and "_" can: "{prefix}{better}"')
        return ""
    return typed if typed.startswith(prefix) else prefix + typed


_KINDS = {"p-": "persons", "pl-": "places", "o-": "organisations"}


def _dates(file: _File, line: int, typed: str, kind: str) -> tuple[str, str]:
    """Return birth and death of a person."""
    if not typed or kind != "persName":
        return "", ""
    life = lifetime(typed)
    if life is None:
        hint = 'write years or days, as in "1917–1963" or "1917-05-29/1963-11-22", or words'
        file.say("E018", line, typed, f'"{typed}" is no birth and death', hint)
    return life or ("", "")


def _geo(file: _File, line: int, values: dict[str, str]) -> str:
    """Return latitude and longitude, or ""."""
    degrees: list[str] = []
    for column, limit in (("lat", 90), ("lon", 180)):
        typed = values.get(column, "")
        number = typed.replace(",", ".").replace("\u2212", "-")
        if re.fullmatch(r"[+-]?\d{1,3}(?:\.\d{1,12})?", number, re.ASCII) and abs(float(number)) <= limit:
            degrees.append(number.removeprefix("+"))
        elif typed or values.get("lat") or values.get("lon"):
            hint = f"write decimal degrees from -{limit} to {limit}, such as 21.5, in both columns"
            file.say("E018", line, typed, f'"{typed}" is no {_DEGREES[column]}', hint)
    return " ".join(degrees) if len(degrees) == 2 else ""


_DEGREES = {"lat": "latitude", "lon": "longitude"}


def _authorities(file: _File, line: int, values: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Yield the type and the URI of each authority record."""
    for column in AUTHORITIES:
        for typed in filter(None, map(str.strip, values.get(column, "").split("|"))):
            uri = record_uri(column, typed)
            if uri:
                yield column, uri
            else:
                hint = f"write its number or address there, such as {EXAMPLES[column]}"
                file.say("E015", line, typed, f'"{typed}" is no record of {column}', hint)
    for typed in filter(None, map(str.strip, values.get("authority", "").split("|"))):
        found = record_of(typed)
        if found:
            yield found
        else:
            hint = "write the whole address, such as https://d-nb.info/gnd/118540238"
            file.say("E015", line, typed, f'"{typed}" is no address on the web', hint)


def _once(rows: list[_Row], found: list[Diagnostic]) -> list[_Row]:
    """Return the rows without those whose identifier an earlier one has."""
    known: dict[str, _Row] = {}
    for row in rows:
        first = known.setdefault(row.entry.id, row)
        if first is not row:
            message = (
                f'"{row.entry.name}" has the identifier "{row.entry.id}", as has "{first.entry.name}" ({first.place})'
            )
            hint = "give one of the two another in the column id; the second was left out"
            found.append(Diagnostic("E013", Severity.ERROR, row.place, message, hint, row.excerpt))
    return list(known.values())


def _shared(rows: list[_Row]) -> Iterator[Diagnostic]:
    """Yield a warning for each name that belongs to two entries."""
    known: dict[str, _Row] = {}
    for row in rows:
        for form in row.entry.forms:
            first = known.setdefault(form, row)
            if first is not row:
                message = f'"{form}" is a name of "{first.entry.name}" ({first.place}) and of "{row.entry.name}"'
                hint = "in documents this form will be left without a record; take it from one of the two if you can"
                yield Diagnostic("E016", Severity.WARNING, row.place, message, hint, row.excerpt)


def _capped(found: list[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Return findings with all but the first of each kind in a file summed up."""
    kept: list[Diagnostic] = []
    counts: Counter[tuple[str, str, Severity]] = Counter()
    for diagnostic in found:
        kind = (diagnostic.code, diagnostic.place.file, diagnostic.severity)
        counts[kind] += 1
        if counts[kind] <= _TOLD:
            kept.append(diagnostic)
    for (code, file, severity), count in counts.items():
        if count > _TOLD:
            message = f"{count - _TOLD:,} more rows have the same fault ({code})"
            kept.append(Diagnostic(code, severity, Place(file), message, "mend those above, and look again"))
    return tuple(kept)
