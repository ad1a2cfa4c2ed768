"""What was refused before, so that it is not proposed again: `names.decisions.csv` beside the registers.

A proposal that was refused comes back only if there is more to it than there was: another kind of evidence, or twice as
many documents.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from teiedit.model.diagnostic import Diagnostic, Severity
from teiedit.model.position import Place
from teiedit.names.sheet import Sheet, new_sheet, read_sheet
from teiedit.read.register import DECISIONS, FOLDER

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from teiedit.names.proposal import Proposal
    from teiedit.names.sheet import Row

COLUMNS = ("decision", "action", "about", "what", "documents", "evidence")


@dataclass(slots=True)
class Refused:
    """What was refused.

    Attributes:
        sheet: the file.
        known: key of the proposal to the number of documents and the kinds of evidence that it had.
        diagnostics: rows that cannot be read.
    """

    sheet: Sheet
    known: dict[tuple[str, str, str], tuple[int, frozenset[str]]] = field(default_factory=dict)
    diagnostics: list[Diagnostic] = field(default_factory=list)

    def stands(self, proposal: Proposal) -> bool:
        """Say whether a proposal was refused, and nothing has come to it since."""
        documents, rules = self.known.get(proposal.key, (-1, frozenset()))
        return (
            documents >= 0 and set(proposal.rules) <= rules and proposal.documents < max(2 * documents, 1 + documents)
        )

    def forms(self) -> frozenset[tuple[str, str]]:
        """Return entries, and forms of names that are not theirs."""
        return frozenset((about, what) for action, about, what in self.known if action == "variant")

    def add(self, key: tuple[str, str, str], documents: int, rules: Iterable[str]) -> None:
        """Refuse a proposal."""
        evidence = "|".join(sorted(rules))
        row = next((row for row in self.sheet.data() if self.key(row) == key), None)
        if row is None:
            values = dict(zip(COLUMNS, ("no", *key, str(documents), evidence), strict=True))
            self.sheet.append(values)
        else:
            self.sheet.set(row, "documents", str(documents))
            self.sheet.set(row, "evidence", evidence)
        self.known[key] = (documents, frozenset(rules))

    def key(self, row: Row) -> tuple[str, str, str]:
        """Return which proposal a row of the file is about."""
        return self.sheet.get(row, "action"), self.sheet.get(row, "about"), self.sheet.get(row, "what")


def read_refused(folder: Path, shown: str, home: Path | None = None) -> Refused:
    """Read what was refused for the edition in a folder.

    Args:
        folder: holds edition.toml.
        shown: the folder as the user knows it.
        home: where the file is to stand if there is none; the folder of the registers.

    Raises:
        EditionError: N002 the file cannot be read.
    """
    path = next((p for p in (folder / FOLDER / DECISIONS, folder / DECISIONS) if p.is_file()), None)
    if path is None:
        place = (home or folder / FOLDER) / DECISIONS
        return Refused(new_sheet(place, _shown(place, folder, shown), COLUMNS))
    refused = Refused(read_sheet(path, _shown(path, folder, shown), COLUMNS))
    for row in refused.sheet.data():
        documents = refused.sheet.get(row, "documents")
        if refused.sheet.get(row, "decision") != "no" or not documents.isdecimal():
            hint = 'each row begins with "no"; take out a row to have it proposed again'
            place_of = Place(refused.sheet.shown, row.line)
            refused.diagnostics.append(
                Diagnostic("N005", Severity.WARNING, place_of, "this row is no refusal, and was passed over", hint)
            )
            continue
        evidence = frozenset(refused.sheet.get(row, "evidence").split("|"))
        refused.known[refused.key(row)] = (int(documents), evidence)
    return refused


def _shown(path: Path, folder: Path, shown: str) -> str:
    name = path.relative_to(folder).as_posix()
    return name if shown in ("", ".") else f"{shown}/{name}"
