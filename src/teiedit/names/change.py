"""Confirmed proposals become changes of the registers, and nothing else does."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from teiedit.model.diagnostic import Diagnostic, EditionError, Severity
from teiedit.model.position import Place
from teiedit.model.register import PREFIXES
from teiedit.names.sheet import new_sheet, read_sheet, unchanged
from teiedit.read.authorities import AUTHORITIES
from teiedit.read.lifetimes import lifetime
from teiedit.read.register import COLUMNS, FILES, FOLDER, NAME_CHARACTERS
from teiedit.tools import files
from teiedit.tools.expressions import expression
from teiedit.tools.tei import NOT_XML, slug

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from teiedit.names.proposal import Proposal
    from teiedit.names.sheet import Row, Sheet

_NEW = {
    "persName": ("id", "name", "variants", "dates", "office", "gnd", "viaf", "wikidata", "note"),
    "placeName": ("id", "name", "variants", "lat", "lon", "geonames", "gnd", "wikidata", "note"),
    "orgName": ("id", "name", "variants", "dates", "gnd", "viaf", "wikidata", "note"),
}


@dataclass(slots=True)
class Registers:
    """The files of an edition's registers while they are changed.

    Attributes:
        folder: holds edition.toml.
        shown: as the user knows it.
        home: where a register that there is not yet will stand.
        sheets: the kind of its entries, and each file.
        rows: each entry by its identifier: its kind, its file and its row.
        removed: the identifiers of entries that are gone, and of those that have taken their place ("" for none).
        diagnostics: what could not be done, and what somebody has to look at.
    """

    folder: Path
    shown: str
    home: Path
    sheets: list[tuple[str, Sheet]] = field(default_factory=list)
    rows: dict[str, tuple[str, Sheet, Row]] = field(default_factory=dict)
    removed: dict[str, str] = field(default_factory=dict)
    diagnostics: list[Diagnostic] = field(default_factory=list)

    def apply(self, proposal: Proposal, place: Place) -> bool:
        """Do what somebody has confirmed; say whether anything changed. What cannot be done is a diagnostic (N001).

        Args:
            proposal: as confirmed.
            place: where it was confirmed, for messages.
        """
        if self._is_gone(proposal):
            return False
        fault = self._fault(proposal)
        if fault:
            self.diagnostics.append(Diagnostic("N001", Severity.ERROR, place, *fault))
            return False
        return {
            "new": self._new,
            "variant": self._add,
            "authority": self._add,
            "merge": self._merge,
            "unused": self._remove,
        }[proposal.action](proposal)

    def _is_gone(self, proposal: Proposal) -> bool:
        """Say whether an entry that was to go has gone before."""
        if proposal.action == "merge":
            return proposal.id in self.rows and bool(proposal.other) and proposal.other not in self.rows
        return proposal.action == "unused" and proposal.id not in self.rows

    def _fault(self, proposal: Proposal) -> tuple[str, str] | None:
        """Return why a proposal cannot be carried out, and what to do; None if it can."""
        if any(NOT_XML.search(value) for value in (proposal.id, proposal.name, *proposal.variants, proposal.dates)):
            return f'"{proposal.id}" has a control character', "take it out: it cannot stand in XML"
        if proposal.kind not in PREFIXES:
            hint = "write persons, places or organisations"
            return f'it is not said in which register "{proposal.name}" belongs', hint
        if proposal.kind == "persName" and proposal.dates and lifetime(proposal.dates) is None:
            return f'"{proposal.dates}" is no birth and death', 'write years or days, as in "1917–1963", or words'
        return self._fault_of_new(proposal) if proposal.action == "new" else self._fault_of_known(proposal)

    def _fault_of_known(self, proposal: Proposal) -> tuple[str, str] | None:
        gone = next((i for i in (proposal.id, proposal.other) if i and i not in self.rows), "")
        if gone:
            return f'there is no entry "{gone}"', "propose anew: the register has changed"
        if proposal.other == proposal.id:
            return "an entry cannot be merged with itself", "name another one"
        if proposal.other and self.rows[proposal.other][0] != self.rows[proposal.id][0]:
            hint = "only entries of one register can be merged"
            return f'"{proposal.id}" and "{proposal.other}" are in different registers', hint
        if proposal.action == "merge" and not proposal.other:
            return "it is not said which entry would go", "fill the column other"
        return None

    def _fault_of_new(self, proposal: Proposal) -> tuple[str, str] | None:
        prefix = PREFIXES[proposal.kind]
        if not proposal.name.strip():
            return "an entry without a name", "fill the column name"
        if not NAME_CHARACTERS.fullmatch(proposal.id) or not proposal.id.startswith(prefix):
            hint = f'write "{prefix}{slug(proposal.name) or 1}", or the like'
            return f'"{proposal.id}" cannot be an identifier here', hint
        known = self.rows.get(proposal.id)
        if known and known[1].get(known[2], "name") != proposal.name:
            return f'there is an entry "{proposal.id}" already', "give the new one another identifier"
        return None

    def _new(self, proposal: Proposal) -> bool:
        if proposal.id in self.rows:
            return self._add(proposal)
        sheet = self._sheet(proposal.kind)
        prefix = PREFIXES[proposal.kind]
        typed = [sheet.get(row, "id") for row in sheet.data()]
        led = not typed or sum(identifier.startswith(prefix) for identifier in typed) * 2 > len(typed)
        values = {
            "id": proposal.id if led and typed else proposal.id.removeprefix(prefix),
            "name": proposal.name,
            "variants": "|".join(dict.fromkeys(v for v in map(_clean, proposal.variants) if v and v != proposal.name)),
            "dates": proposal.dates,
        }
        row = sheet.append(values)
        self.rows[proposal.id] = (proposal.kind, sheet, row)
        self._authorities(sheet, row, proposal.authorities)
        return True

    def _add(self, proposal: Proposal) -> bool:
        """Add forms and records to an entry; nothing that it has is changed."""
        _, sheet, row = self.rows[proposal.id]
        before = list(row.raw)
        self._variants(sheet, row, proposal.variants)
        self._authorities(sheet, row, proposal.authorities)
        if proposal.dates and not sheet.get(row, "dates"):
            sheet.set(row, "dates", proposal.dates)
        return row.raw != before

    def _variants(self, sheet: Sheet, row: Row, forms: Iterable[str]) -> None:
        have = [part for part in map(_clean, sheet.get(row, "variants").split("|")) if part]
        known = {sheet.get(row, "name"), *have}
        new = [form for form in dict.fromkeys(map(_clean, forms)) if form and form not in known]
        if new:
            sheet.set(row, "variants", "|".join([*have, *new]))

    def _authorities(self, sheet: Sheet, row: Row, records: Iterable[tuple[str, str]]) -> None:
        for authority, uri in records:
            column = authority if authority in AUTHORITIES else "authority"
            have = [part for part in sheet.get(row, column).split("|") if part]
            number = uri.rstrip("/").rpartition("/")[2]
            if uri not in have and (column == "authority" or number not in have):
                sheet.set(row, column, "|".join([*have, number if column != "authority" else uri]))

    def _merge(self, proposal: Proposal) -> bool:
        """Put one entry into another: its names become variants, and what the other does not have is taken over."""
        _, sheet, kept = self.rows[proposal.id]
        _, other, gone = self.rows[proposal.other]
        names = [other.get(gone, "name"), *other.get(gone, "variants").split("|")]
        self._variants(sheet, kept, names)
        for column in other.columns:
            value = other.get(gone, column)
            if not value or column in ("id", "name", "variants"):
                continue
            mine = sheet.get(kept, column)
            if not mine:
                sheet.set(kept, column, value)
            elif column in (*AUTHORITIES, "authority"):
                joined = dict.fromkeys([*mine.split("|"), *value.split("|")])
                sheet.set(kept, column, "|".join(joined))
            elif mine != value:
                message = f'"{proposal.id}" keeps {column} "{mine}"; "{value}" of "{proposal.other}" is gone'
                hint = "if the other is right, write it into the register"
                self.diagnostics.append(Diagnostic("N003", Severity.WARNING, Place(sheet.shown), message, hint))
        return self._gone(proposal.other, proposal.id)

    def _remove(self, proposal: Proposal) -> bool:
        return self._gone(proposal.id, "")

    def _gone(self, identifier: str, instead: str) -> bool:
        _, sheet, row = self.rows.pop(identifier)
        sheet.remove(row)
        self.removed[identifier] = instead
        if instead:
            for _, other in self.sheets:
                _refer(other, identifier, instead)
        return True

    def _sheet(self, kind: str) -> Sheet:
        """Return the file for new entries of a kind."""
        found = [sheet for of, sheet in self.sheets if of == kind]
        if found:
            return found[-1]
        name = next(name for name, of in FILES.items() if of == kind)
        path = self.home / name
        like = self.sheets[0][1] if self.sheets else None
        sheet = new_sheet(path, shown_in(path, self.folder, self.shown), _NEW[kind], like)
        self.sheets.append((kind, sheet))
        return sheet

    def changed(self) -> list[Sheet]:
        """Return the files that are to be written."""
        return [sheet for _, sheet in self.sheets if sheet.content() != sheet.before]


def read_registers(folder: Path, shown: str) -> Registers:
    """Read the registers of an edition, to change them.

    Raises:
        EditionError: N002 a file cannot be read to its end, and so not be written again.
    """
    places = [place for place in (folder, folder / FOLDER) if place.is_dir()]
    paths = [path for place in places for path in sorted(place.glob("*.[cC][sS][vV]")) if path.name.lower() in FILES]
    paths = [path for path in paths if path.resolve().is_relative_to(folder.resolve())]
    home = paths[-1].parent if paths else folder / FOLDER
    registers = Registers(folder, shown, home)
    for path in paths:
        kind = FILES[path.name.lower()]
        sheet = read_sheet(path, shown_in(path, folder, shown), COLUMNS)
        registers.sheets.append((kind, sheet))
        for row in sheet.data():
            typed, name = sheet.get(row, "id"), sheet.get(row, "name")
            identifier = typed if typed.startswith(PREFIXES[kind]) else PREFIXES[kind] + (typed or slug(name))
            registers.rows.setdefault(identifier, (kind, sheet, row))
    return registers


def write(sheets: Iterable[Sheet]) -> None:
    """Write files, each whole or not at all, if none has changed since it was read.

    Raises:
        EditionError: N004 a file has changed, or cannot be written.
    """
    known = list(sheets)
    for sheet in known:
        if not unchanged(sheet):
            message = f'"{sheet.shown}" has changed since it was read; nothing was written'
            hint = "close it in other programs, and do it again"
            raise EditionError(Diagnostic("N004", Severity.ERROR, Place(sheet.shown), message, hint))
    for sheet in known:
        try:
            files.replace(sheet.path, sheet.content())
        except OSError as error:
            reason = (error.strerror or "it cannot be written").lower()
            message = f'cannot write "{sheet.shown}": {reason}'
            raise EditionError(Diagnostic("N004", Severity.ERROR, Place(sheet.shown), message, "")) from error


def shown_in(path: Path, folder: Path, shown: str) -> str:
    """Return a file of the edition as the user knows it."""
    name = path.relative_to(folder).as_posix()
    return name if shown in ("", ".") else f"{shown}/{name}"


def _clean(value: str) -> str:
    return " ".join(value.replace("|", " ").split())


def _whole(identifier: str) -> re.Pattern[str]:
    """Return what finds an identifier that is not part of a longer one."""
    escaped = "".join(f"\\{c}" if c in ".-" else c for c in identifier)
    return expression(rf"(?<![\w.-]){escaped}(?![\w-])(?!\.\w)")


def _refer(sheet: Sheet, identifier: str, instead: str) -> None:
    """Let every field but the identifiers point to the entry that has taken another's place."""
    pattern = _whole(identifier)
    for row in sheet.data():
        for column in sheet.columns:
            value = sheet.get(row, column)
            if column not in ("id", "name", "variants") and identifier in value:
                new = pattern.sub(instead, value)
                if new != value:
                    sheet.set(row, column, new)


# Files of an edition in which somebody may have written an identifier.
_OTHERS = ("*.toml", "*.md", "*.xsl", "*.typ", "*.css")


def still_used(registers: Registers) -> Iterator[Diagnostic]:
    """Yield where the edition's other files name an entry that is gone; they are not changed."""
    if not registers.removed:
        return
    patterns = {identifier: _whole(identifier) for identifier in registers.removed}
    for path in sorted({path for kind in _OTHERS for path in registers.folder.rglob(kind)}):
        if any(part.startswith(".") for part in path.relative_to(registers.folder).parts) or not path.is_file():
            continue
        shown = shown_in(path, registers.folder, registers.shown)
        for number, line in enumerate(path.read_text("utf-8", errors="replace").splitlines(), 1):
            for identifier, pattern in patterns.items():
                match = pattern.search(line) if identifier in line else None
                if match:
                    place = Place(shown, number, match.start() + 1, number, match.end() + 1)
                    instead = registers.removed[identifier]
                    hint = f'write "{instead}"' if instead else "take it out"
                    message = f'"{identifier}" is named here, and is no more in the register'
                    yield Diagnostic("N003", Severity.WARNING, place, message, hint, line)
