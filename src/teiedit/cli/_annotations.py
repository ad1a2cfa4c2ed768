"""Diagnostics in the forms that other programs show beside the text: SARIF and GitHub's annotations.

https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from teiedit import __version__
from teiedit.model.codes import CODES
from teiedit.model.diagnostic import Diagnostic, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def sarif(diagnostics: Iterable[Diagnostic]) -> dict[str, object]:
    """Return a SARIF 2.1.0 log with one run."""
    found = list(diagnostics)
    codes = sorted({d.code for d in found})
    number = {code: i for i, code in enumerate(codes)}
    driver = {"name": "teiedit", "version": __version__, "rules": [_rule(code) for code in codes]}
    return {
        "$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": driver},
                "columnKind": "unicodeCodePoints",
                "results": [_result(d, number[d.code]) for d in found],
            }
        ],
    }


def _rule(code: str) -> dict[str, object]:
    entry = CODES[code]
    return {
        "id": code,
        "name": "".join(word.capitalize() for word in entry.name.split("-")),
        "shortDescription": {"text": entry.what},
        "fullDescription": {"text": f"{entry.what} {entry.why}"},
        "help": {"text": entry.example},
    }


def _result(diagnostic: Diagnostic, rule: int) -> dict[str, object]:
    hint = f"; {diagnostic.hint}" if diagnostic.hint else ""
    location: dict[str, object] = {"artifactLocation": {"uri": _uri(diagnostic.place.file)}}
    region = _region(diagnostic)
    if region:
        location["region"] = region
    return {
        "ruleId": diagnostic.code,
        "ruleIndex": rule,
        "level": _LEVELS[diagnostic.severity],
        "message": {"text": f"{diagnostic.message}{hint}"},
        "locations": [{"physicalLocation": location}],
    }


def _region(diagnostic: Diagnostic) -> dict[str, object]:
    place = diagnostic.place
    names = ("startLine", "startColumn", "endLine", "endColumn")
    region: dict[str, object] = {
        name: value
        for name, value in zip(names, (place.line, place.column, place.end_line, place.end_column), strict=True)
        if value
    }
    if region and diagnostic.excerpt:
        region["snippet"] = {"text": diagnostic.excerpt}
    return region


def _uri(file: str) -> str:
    """A relative path as a relative reference, an absolute one as a file URI."""
    path = Path(file)
    return path.as_uri() if path.is_absolute() else quote(path.as_posix())


def github(diagnostic: Diagnostic) -> str:
    """Return a workflow command of GitHub Actions, which shows the finding beside the line that it is about."""
    place = diagnostic.place
    where = {
        "file": place.file,
        "line": place.line,
        "col": place.column,
        "endLine": place.end_line if place.end_line >= place.line else 0,
        "endColumn": place.end_column if place.end_line == place.line else 0,
        "title": f"{diagnostic.code}: {CODES[diagnostic.code].name.replace('-', ' ')}",
    }
    properties = ",".join(f"{name}={_escaped(str(value), ':,')}" for name, value in where.items() if value)
    words = diagnostic.message + (f"\nhint: {diagnostic.hint}" if diagnostic.hint else "")
    return f"::{_COMMANDS[diagnostic.severity]} {properties}::{_escaped(words)}"


def _escaped(words: str, also: str = "") -> str:
    return "".join(f"%{ord(c):02X}" if c in "%\r\n" or c in also else c for c in words)
