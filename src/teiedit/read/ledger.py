"""The ledger beside the transcripts, `ledger.tsv`.

One line for each document, in the order of their identifiers, so that a difference shows what changed and two
branches meet line by line. Two lines of one document, as a merge of both sides leaves them, are read as one: the
earlier publication and, of each record, the later change.

After the columns of the document there is one for each format. A cell is empty where there never was such a record;
else it has the record's hash (`teiedit.model.ledger.Stamp`), and after "@" the moment of its last change, if that is
not the document's publication. Sixteen zeros for a hash say that the document has no record in this format since that
moment, as one of EDM goes when the edition no longer states its rights; OAI-PMH must tell so for ever.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from teiedit.model.diagnostic import Diagnostic, EditionError, Severity
from teiedit.model.ledger import COLUMNS, Entry, Stamp
from teiedit.model.position import Place

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

FILE = "ledger.tsv"
_MOMENT = r"\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\dZ"
_CELL = re.compile(rf"([0-9a-f]{{16}})(?:@({_MOMENT}))?")
_IDENTIFIER = re.compile(r"[A-Za-z_][A-Za-z0-9._-]*")


def read_ledger(path: Path, shown: str) -> dict[str, Entry]:
    """Return the entries by the documents' identifiers; none where there is no file.

    Args:
        path: the file.
        shown: the file as the user knows it, for messages.

    Raises:
        EditionError: E030, with each line that cannot be read: to go on would forget what was withdrawn.
    """
    if not path.exists():
        return {}
    try:
        lines = path.read_text("utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise EditionError(_fault(shown, 0, "the file is not text in UTF-8")) from error
    entries: dict[str, Entry] = {}
    formats: Sequence[str] | None = None
    faults = []
    for number, line in enumerate(lines, 1):
        cells = line.split("\t")
        if not line or line.startswith("#"):
            continue
        if tuple(cells[: len(COLUMNS)]) == COLUMNS:
            formats = cells[len(COLUMNS) :]
            continue
        reason = "no line above it names the columns" if formats is None else _unreadable(cells, formats)
        if reason:
            faults.append(_fault(shown, number, reason))
            continue
        entry = _entry(cells, formats or ())
        before = entries.get(cells[0])
        entries[cells[0]] = _merged(before, entry) if before else entry
    if faults:
        raise EditionError(*faults)
    return entries


def _unreadable(cells: Sequence[str], formats: Sequence[str]) -> str:
    if len(cells) != len(COLUMNS) + len(formats):
        return f"it has {len(cells)} columns, not {len(COLUMNS) + len(formats)}"
    identifier, published, withdrawn, _, *records = cells
    if not _IDENTIFIER.fullmatch(identifier):
        return f'"{identifier[:40]}" is no identifier'
    moments = [("publication", published), *([("withdrawal", withdrawn)] if withdrawn else [])]
    wrong = next((f'its {what} "{moment[:40]}" is no moment' for what, moment in moments if not _is_moment(moment)), "")
    bad = next((cell for cell in records if cell and not _CELL.fullmatch(cell)), "")
    return wrong or (f'"{bad[:40]}" is no record' if bad else "")


def _is_moment(text: str) -> bool:
    return bool(re.fullmatch(_MOMENT, text))


def _entry(cells: Sequence[str], formats: Sequence[str]) -> Entry:
    _, published, withdrawn, sets, *records = cells
    stamps = {}
    for name, cell in zip(formats, records, strict=True):
        if match := _CELL.fullmatch(cell):
            stamps[name] = Stamp(match[1], match[2] or published)
    return Entry(published, withdrawn, tuple(sets.split()), stamps)


def _merged(one: Entry, other: Entry) -> Entry:
    """Return what two lines say together; a document is withdrawn where both say so."""
    stamps = dict(one.stamps)
    for name, stamp in other.stamps.items():
        if name not in stamps or stamps[name].changed < stamp.changed:
            stamps[name] = stamp
    both = one.withdrawn and other.withdrawn
    withdrawn = max(one.withdrawn, other.withdrawn) if both else ""
    return Entry(min(one.published, other.published), withdrawn, one.sets or other.sets, stamps)


def _fault(shown: str, line: int, reason: str) -> Diagnostic:
    place = Place(shown, line, 1, line, 1) if line else Place(shown)
    message = f'"{shown}" cannot be read: {reason}'
    hint = "take the file from your last copy; if there is none, delete the line: its document counts as new"
    return Diagnostic("E030", Severity.ERROR, place, message, hint)
