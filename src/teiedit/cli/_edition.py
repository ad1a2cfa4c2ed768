"""`teiedit check --edition`: the findings of a whole edition, and its missing letters as a table."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

import click

from teiedit.cli import _files, _sources
from teiedit.cli._report import as_data, counts, plural, show, status
from teiedit.examination import examine
from teiedit.read.register import entry_places
from teiedit.tools.printable import printable

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from teiedit.model.diagnostic import Diagnostic
    from teiedit.model.edition import Edition
    from teiedit.model.finding import Finding, MissingLetter
    from teiedit.model.position import Place
    from teiedit.read.folder import File

# What is told in a list of its own, and not one by one.
_MISSING, _UNUSED = "A003", "A008"
_COLUMNS = ("date", "from", "to", "named in", "at", "words", "perhaps")
# So many rows of a list are printed; all of them are in the table and for programs.
_ROWS = 40
# The widest that a column is printed.
_WIDE = 44


def check(paths: tuple[Path, ...], table: Path | None, output: str, *, strict: bool, processes: int | None) -> int:
    """Look through the editions that `paths` name, print what was found, and return the exit status."""
    jobs, diagnostics = _sources.jobs(paths, strict=strict)
    number = 0
    findings: list[Finding] = []
    missing: list[MissingLetter] = []
    for edition, files in _by_edition(jobs):
        found = examine(files, edition, _places(files[0], edition), processes)
        number += found.documents
        findings += found.findings
        missing += found.missing
    if table is not None:
        _files.write(table, _csv(missing).encode())
    everything = [*diagnostics, *(one.diagnostic() for one in findings)]
    if output == "json":
        _show_json(diagnostics, findings, missing, number)
    else:
        _show_text(diagnostics, findings, missing, number)
    return status(everything)


def _by_edition(jobs: Sequence[tuple[File, Edition]]) -> list[tuple[Edition, list[File]]]:
    # by identity: settings may be large, and are one object for each edition
    editions: dict[int, tuple[Edition, list[File]]] = {}
    for file, edition in jobs:
        editions.setdefault(id(edition), (edition, []))[1].append(file)
    return list(editions.values())


def _places(file: File, edition: Edition) -> dict[str, Place]:
    top = _sources.top_of(file.path) if edition.register.entries else None
    return entry_places(top, _sources.shown(top)) if top else {}


def _show_text(
    diagnostics: Iterable[Diagnostic], findings: Sequence[Finding], missing: Sequence[MissingLetter], number: int
) -> None:
    listed = [one for one in findings if one.code in (_MISSING, _UNUSED)]
    single = [*diagnostics, *(one.diagnostic() for one in findings if one not in listed)]
    show(single)
    if missing:
        click.echo("\nLetters that are named, and that the edition does not have:\n")
        click.echo(_table([_row(letter) for letter in missing], ("date", "from", "to", "named in", "words")))
    unused = [one for one in listed if one.code == _UNUSED]
    if unused:
        click.echo("\nEntries of the register that no document names:\n")
        rows = [(str(one.quote.place), one.quote.words) for one in unused]
        click.echo(_table([dict(zip(("at", "entry"), row, strict=True)) for row in rows], ("at", "entry")))
    errors, warnings = counts(single)
    parts = [plural(number, "document"), plural(errors, "error"), plural(warnings, "check")]
    parts += [plural(len(missing), "missing letter")] if missing else []
    parts += [plural(len(unused), "unused entry", "unused entries")] if unused else []
    click.echo(("\n" if listed else "") + ", ".join(parts))


def _table(rows: Sequence[dict[str, str]], columns: Sequence[str]) -> str:
    """Return rows as a table in plain text, each column as wide as it must be."""
    shown = [{name: _cut(row[name]) for name in columns} for row in rows[:_ROWS]]
    widths = {name: max(len(name), *(len(row[name]) for row in shown)) for name in columns}
    lines = [{name: name for name in columns}, *shown]
    text = ["  ".join(line[name].ljust(widths[name]) for name in columns).rstrip() for line in lines]
    more = [f"… and {len(rows) - _ROWS:,} more"] if len(rows) > _ROWS else []
    return "\n".join([*text, *more])


def _cut(words: str) -> str:
    plain = printable(words)
    return plain if len(plain) <= _WIDE else f"{plain[: _WIDE - 1]}…"


def _row(letter: MissingLetter) -> dict[str, str]:
    """Return one missing letter as a row: the first document that names it, and how many more do."""
    first, *more = dict.fromkeys(one.document for one in letter.named)
    days = letter.days
    return {
        "date": days.first if days.one else f"{days.first}/{days.last}",
        "from": letter.sender or "unknown",
        "to": letter.addressee or "unknown",
        "named in": first + (f" and {len(more)} more" if more else ""),
        "words": letter.named[0].quote.words,
    }


def _csv(missing: Iterable[MissingLetter]) -> str:
    """Return the missing letters as a table, a row for each time that one is named.

    A cell that a spreadsheet would take for a formula is led by an apostrophe.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(_COLUMNS)
    for letter in missing:
        for named in letter.named:
            row = {
                **_row(letter),
                "named in": named.document,
                "at": str(named.quote.place),
                "words": named.quote.words,
                "perhaps": " ".join(letter.perhaps),
            }
            writer.writerow([_cell(row[name]) for name in _COLUMNS])
    return out.getvalue()


def _cell(words: str) -> str:
    return f"'{words}" if words[:1] in ("=", "+", "-", "@", "\t") else words


def _show_json(
    diagnostics: Iterable[Diagnostic], findings: Sequence[Finding], missing: Iterable[MissingLetter], number: int
) -> None:
    said = [as_data(one) for one in diagnostics]
    everything = [*diagnostics, *(one.diagnostic() for one in findings)]
    errors, warnings = counts(everything)
    data = {
        "diagnostics": [*said, *(_finding(one) for one in findings)],
        "missing": [_letter(one) for one in missing],
        "summary": {"documents": number, "errors": errors, "warnings": warnings},
    }
    click.echo(json.dumps(data, ensure_ascii=False, indent=2))


def _finding(one: Finding) -> dict[str, object]:
    evidence = [_said(side.document, str(side.quote.place), side.quote.words) for side in one.evidence]
    span = [one.span.start, one.span.end] if one.span else None
    own = {"id": one.id, "document": one.document or None, "words": one.quote.words or None, "span": span}
    return {**own, **as_data(one.diagnostic()), "evidence": evidence}


def _letter(letter: MissingLetter) -> dict[str, object]:
    return {
        "from": letter.sender or None,
        "to": letter.addressee or None,
        "first": letter.days.first,
        "last": letter.days.last,
        "named": [_said(one.document, str(one.quote.place), one.quote.words) for one in letter.named],
        "perhaps": list(letter.perhaps),
    }


def _said(document: str, place: str, words: str) -> dict[str, str | None]:
    return {"document": document or None, "place": place, "words": words}
