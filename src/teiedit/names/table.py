"""The table of proposals that somebody fills in: a row for each, and a column `decision`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from teiedit.model.diagnostic import Diagnostic, Severity
from teiedit.model.position import Place
from teiedit.names.proposal import ACTIONS, Proposal
from teiedit.names.sheet import new_sheet, read_sheet
from teiedit.read.authorities import record_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

COLUMNS = (
    "decision", "action", "register", "id", "name", "variants", "other", "authority", "dates", "documents", "count",
    "years", "why", "against", "candidates", "examples", "evidence", "key",
)  # fmt: skip
REGISTERS = {"persName": "persons", "placeName": "places", "orgName": "organisations"}
_KINDS = {name: kind for kind, name in REGISTERS.items()} | {"organizations": "orgName"}
YES, NO, LATER = "yes", "no", ""
_WORDS = {
    YES: ("yes", "y", "j", "ja", "o", "oui", "x", "1", "true"),
    NO: ("no", "n", "nein", "non", "0", "false"),
    LATER: ("", "?", "skip", "later"),
}
# A spreadsheet takes what begins so for a formula: https://owasp.org/www-community/attacks/CSV_Injection
_FORMULA = re.compile(r"[=+@\t\r-]")


def table(path: Path, proposals: Iterable[Proposal], delimiter: str) -> bytes:
    """Return the table, as spreadsheets read it: with a byte order mark.

    Args:
        path: where it will stand.
        proposals: one row each.
        delimiter: between fields.
    """
    sheet = new_sheet(path, path.name, COLUMNS)
    sheet.delimiter, sheet.bom, sheet.end = delimiter, True, "\r\n"
    sheet.header.end = sheet.end
    for proposal in proposals:
        sheet.append({column: _guarded(value) for column, value in _row(proposal).items()})
    return sheet.content()


def _row(proposal: Proposal) -> dict[str, str]:
    first, last = proposal.years
    return {
        "action": proposal.action,
        "register": REGISTERS.get(proposal.kind, ""),
        "id": proposal.id,
        "name": proposal.name,
        "variants": "|".join(proposal.variants),
        "other": proposal.other,
        "authority": "|".join(uri for _, uri in proposal.authorities),
        "dates": proposal.dates,
        "documents": str(proposal.documents),
        "count": str(proposal.count),
        "years": "" if not first else str(first) if first == last else f"{first}–{last}",
        "why": "; ".join(proposal.reasons),
        "against": "; ".join(proposal.clashes),
        "candidates": "; ".join(f"{c.uri} {c.name} ({c.score}: {', '.join(c.reasons)})" for c in proposal.candidates),
        "examples": " / ".join(f"{e.place}: …{e.before}[{e.words}]{e.after}…" for e in proposal.examples),
        "evidence": "|".join(proposal.rules),
        "key": proposal.key[2],
    }


def _guarded(value: str) -> str:
    return f"'{value}" if _FORMULA.match(value) else value


def read_table(
    path: Path, shown: str
) -> tuple[list[tuple[str, Proposal, Place, tuple[str, str, str]]], list[Diagnostic]]:
    """Read a table that somebody has filled in.

    Args:
        path: the file.
        shown: as the user knows it.

    Returns:
        The decision (`YES` or `NO`), the proposal as it is now, its row, and the key of what was proposed; rows without
        a decision are not among them. And what is wrong with rows (N001).

    Raises:
        EditionError: N002 the file cannot be read.
    """
    sheet = read_sheet(path, shown, COLUMNS)
    decided: list[tuple[str, Proposal, Place, tuple[str, str, str]]] = []
    found: list[Diagnostic] = []
    missing = [column for column in ("decision", "action", "id", "name") if column not in sheet.columns]
    if missing:
        message = f'there is no column "{missing[0]}"'
        hint = "take the table that teiedit names --csv has written, and change its fields only"
        return [], [Diagnostic("N001", Severity.ERROR, Place(shown, sheet.header.line), message, hint)]
    for row in sheet.data():
        values = {column: _unguarded(sheet.get(row, column)) for column in COLUMNS}
        place = Place(shown, row.line)
        word = values["decision"].lower().rstrip(".!")
        decision = next((meant for meant, words in _WORDS.items() if word in words), None)
        fault = _fault(values, decision)
        if fault:
            found.append(Diagnostic("N001", Severity.ERROR, place, *fault))
        elif decision:
            proposal = _proposal(values)
            about = proposal.kind if proposal.action == "new" else proposal.id
            decided.append((decision, proposal, place, (proposal.action, about, values["key"])))
    return decided, found


def _fault(values: dict[str, str], decision: str | None) -> tuple[str, str] | None:
    if decision is None:
        return f'"{values["decision"]}" is no decision', "write yes or no, or leave it empty to decide later"
    if decision != YES:
        return None
    if values["action"] not in ACTIONS:
        return f'"{values["action"]}" is nothing that can be done', f"it is one of {', '.join(ACTIONS)}"
    if values["register"] and values["register"].lower() not in _KINDS:
        return f'there is no register "{values["register"]}"', "write persons, places or organisations"
    wrong = next((uri for uri in _parts(values["authority"]) if record_of(uri) is None), "")
    if wrong:
        return (
            f'"{wrong}" is no address of a record',
            "write the whole address, such as https://d-nb.info/gnd/118540238",
        )
    return None


def _proposal(values: dict[str, str]) -> Proposal:
    documents = values["documents"]
    return Proposal(
        values["action"],
        _KINDS.get(values["register"].lower(), ""),
        values["id"],
        values["name"],
        _parts(values["variants"]),
        values["other"],
        documents=int(documents) if documents.isascii() and documents.isdigit() else 0,
        rules=_parts(values["evidence"]),
        authorities=tuple(found for uri in _parts(values["authority"]) if (found := record_of(uri))),
        dates=values["dates"],
    )


def _parts(value: str) -> tuple[str, ...]:
    return tuple(part for part in map(str.strip, value.split("|")) if part)


def _unguarded(value: str) -> str:
    return value[1:] if value.startswith("'") and _FORMULA.match(value[1:]) else value
