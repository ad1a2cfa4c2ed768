"""`teiedit validate`: any TEI file against the schema."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from teiedit.cli import _files
from teiedit.cli._main import CONTEXT
from teiedit.cli._report import counts, plural, show, show_json, status

if TYPE_CHECKING:
    from teiedit.model.diagnostic import Diagnostic


# Not XML, not TEI, or with a document type declaration: there is nothing to ask a second schema.
_UNREADABLE = ("R001", "R002", "R003", "R004")


@click.command("validate", short_help="Validate TEI files against the schema.", context_settings=CONTEXT)
@click.argument("tei_files", type=click.Path(path_type=Path, allow_dash=True), nargs=-1, required=True)
@click.option("--xsd", is_flag=True, help="Ask the W3C XML Schema too (slower; a second opinion).")
@click.option("--output", type=click.Choice(["text", "json"]), default="text", help="For people, or for programs.")
def command(tei_files: tuple[Path, ...], xsd: bool, output: str) -> int:
    """Validate TEI_FILES (files, folders of .xml files, or -) against this program's schema.

    The schema is a strict subset of TEI P5: a file that passes here passes TEI's own tei_all. It need not have
    been made by this program.
    """
    found: list[Diagnostic] = []
    files = [file for path in tei_files for file in _expand(path)]
    for path in files:
        found += _validate(path, xsd=xsd)
    errors, warnings = counts(found)
    if output == "json":
        show_json(found, files=len(files), errors=errors, warnings=warnings)
    else:
        show(found)
        click.echo(", ".join((plural(len(files), "file"), plural(errors, "error"), plural(warnings, "check"))))
    return status(found)


def _expand(path: Path) -> list[Path]:
    if path.is_dir():
        files = sorted(path.rglob("*.xml"))
        if not files:
            raise click.UsageError(f'there are no .xml files in "{path}"')
        return files
    if path != _files.STANDARD and not path.exists():
        raise click.UsageError(f'there is no file or folder "{path}"')
    return [path]


def _validate(path: Path, *, xsd: bool) -> tuple[Diagnostic, ...]:
    from teiedit.validate import check_file  # noqa: PLC0415 - heavy, and not needed for --help

    data, shown = _files.read(path), _files.shown(path)
    found = check_file(data, shown)
    if xsd and not any(d.code in _UNREADABLE for d in found):
        from teiedit.tools.tei import element_places  # noqa: PLC0415 - as above
        from teiedit.validate.xsd import check_xsd  # noqa: PLC0415 - as above

        places = element_places(data, shown)
        found = (*found, *check_xsd(data, places.__getitem__))
    lines = data.decode("utf-8", "replace").splitlines()
    return tuple(_with_excerpt(diagnostic, lines) for diagnostic in found)


def _with_excerpt(diagnostic: Diagnostic, lines: list[str]) -> Diagnostic:
    line = diagnostic.place.line
    if diagnostic.excerpt or not (line and diagnostic.place.column) or line > len(lines):
        return diagnostic
    return replace(diagnostic, excerpt=lines[line - 1])
