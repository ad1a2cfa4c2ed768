"""Diagnostics for people, and for programs."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from teiedit.model.diagnostic import Diagnostic, EditionError, Severity
from teiedit.tools.printable import printable

if TYPE_CHECKING:
    from collections.abc import Iterable

_COLOUR = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "cyan"}
# An excerpt is cut to what fits a terminal, around the place.
_WIDTH = 100


def show(diagnostics: Iterable[Diagnostic]) -> None:
    """Print diagnostics for people on standard error."""
    if lines := [text(diagnostic) for diagnostic in diagnostics]:
        click.echo("\n".join(lines), err=True)


def text(diagnostic: Diagnostic) -> str:
    """Return a diagnostic with its excerpt and hint, in colour where the terminal shows it."""
    colour = _COLOUR[diagnostic.severity]
    head = click.style(f"{diagnostic.severity.word}[{diagnostic.code}]", fg=colour, bold=True)
    lines = [f"{click.style(str(diagnostic.place), bold=True)}: {head}: {printable(diagnostic.message)}"]
    lines += _excerpt(diagnostic, colour)
    if diagnostic.hint:
        lines.append(f"    {click.style('hint:', fg='green')} {printable(diagnostic.hint)}")
    return "\n".join(lines)


def _excerpt(diagnostic: Diagnostic, colour: str) -> list[str]:
    place = diagnostic.place
    if not diagnostic.excerpt or not place.column:
        return []
    start = place.column - 1
    end = place.end_column - 1 if place.end_line == place.line else len(diagnostic.excerpt)
    left = max(0, min(start - 30, len(diagnostic.excerpt) - _WIDTH))
    shown = printable(diagnostic.excerpt[left : left + _WIDTH])
    before = "…" if left else ""
    after = "…" if left + _WIDTH < len(diagnostic.excerpt) else ""
    mark = "^" * max(1, min(end, left + _WIDTH) - start)
    number = f"{place.line:>5} | "
    blank = " " * (len(number) - 2) + "| "
    return [
        f"{number}{before}{shown}{after}",
        f"{blank}{' ' * (len(before) + start - left)}{click.style(mark, fg=colour)}",
    ]


def as_data(diagnostic: Diagnostic) -> dict[str, object]:
    """Return a diagnostic as JSON data."""
    place = diagnostic.place
    return {
        "code": diagnostic.code,
        "severity": diagnostic.severity.name.lower(),
        "file": place.file,
        "line": place.line or None,
        "column": place.column or None,
        "endLine": place.end_line or None,
        "endColumn": place.end_column or None,
        "message": diagnostic.message,
        "hint": diagnostic.hint or None,
        "excerpt": diagnostic.excerpt or None,
    }


def show_json(diagnostics: Iterable[Diagnostic], **summary: object) -> None:
    """Print diagnostics and a summary as one JSON object on standard output."""
    data = {"diagnostics": [as_data(d) for d in diagnostics], "summary": summary}
    click.echo(json.dumps(data, ensure_ascii=False, indent=2))


def show_error(error: EditionError) -> None:
    """Print what kept the command from running."""
    show(error.diagnostics)


def counts(diagnostics: Iterable[Diagnostic]) -> tuple[int, int]:
    """Return how many errors and how many warnings there are."""
    found = list(diagnostics)
    errors = sum(d.severity is Severity.ERROR for d in found)
    return errors, sum(d.severity is Severity.WARNING for d in found)


def plural(number: int, noun: str, many: str = "") -> str:
    """Return "1 error", "2 errors"; the plural is `noun` with an s unless given."""
    return f"{number:,} {noun if number == 1 else many or noun + 's'}"


def status(diagnostics: Iterable[Diagnostic], fail_on: str = "error") -> int:
    """Return the exit status: 1 if anything is at or above `fail_on`, else 0."""
    limit = Severity.WARNING if fail_on == "warning" else Severity.ERROR
    return int(any(d.severity >= limit for d in diagnostics))
