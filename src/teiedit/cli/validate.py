"""`teiedit validate`: any TEI files against the schema, or against one of the user's own."""

from __future__ import annotations

import functools
import glob
import json
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from teiedit.cli import _files
from teiedit.cli._main import CONTEXT
from teiedit.cli._report import counts, plural, show, show_json, status

if TYPE_CHECKING:
    from collections.abc import Iterable

    from teiedit.model.diagnostic import Diagnostic

_Item = tuple[str, Path, bytes | None]
# Not XML, not TEI, or with a document type declaration: there is nothing to ask a second schema.
_UNREADABLE = ("R001", "R002", "R003", "R004")


@click.command("validate", short_help="Validate TEI files against the schema.", context_settings=CONTEXT)
@click.argument("tei_files", nargs=-1, required=True)
@click.option(
    "--schema",
    "schemas",
    multiple=True,
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="A schema of your own in place of this program's: RELAX NG, XSD or Schematron; may be given several times.",
)
@click.option("--xsd", is_flag=True, help="Ask the W3C XML Schema too (slower; a second opinion).")
@click.option(
    "--output",
    type=click.Choice(["text", "json", "sarif", "github"]),
    default="text",
    help="For people, for programs, for code scanning, for GitHub Actions.",
)
@click.option("-j", "--jobs", "processes", type=click.IntRange(1), help="How many processes; by default one a core.")
def command(
    tei_files: tuple[str, ...], schemas: tuple[Path, ...], xsd: bool, output: str, processes: int | None
) -> int:
    """Validate TEI_FILES against this program's schema, or against your own.

    \b
    teiedit validate letter.xml                     one file
    teiedit validate tei/ "more/**/*.xml"           folders, and patterns in quotation marks
    cat letter.xml | teiedit validate -             from another program
    teiedit validate tei/ --schema tei_all.rng      another schema: .rng, .rnc, .xsd or .sch

    The schema is a strict subset of TEI P5: a file that passes here passes TEI's own tei_all. It need not have
    been made by this program. Findings come in the order of the files, whatever the number of processes.
    """
    from teiedit.tools.workers import each  # noqa: PLC0415 - heavy, and not needed for --help

    if schemas:
        from teiedit.validate import house  # noqa: PLC0415 - as above

        for schema in schemas:
            house.load(schema)
    items = list(dict.fromkeys(path for argument in tei_files for path in _expand(argument)))
    work = [(_files.shown(p), p, _files.read(p) if p == _files.STANDARD else None) for p in items]
    validate = functools.partial(_validate, schemas=schemas, xsd=xsd)
    found = list(dict.fromkeys(d for result in each(validate, work, len(work), processes) for d in result))
    _print(found, len(items), output)
    return 2 if any(d.code == "W004" for d in found) else status(found)


def _print(found: list[Diagnostic], files: int, output: str) -> None:
    errors, warnings = counts(found)
    summary = ", ".join((plural(files, "file"), plural(errors, "error"), plural(warnings, "check")))
    if output == "json":
        show_json(found, files=files, errors=errors, warnings=warnings)
    elif output == "text":
        show(found)
        click.echo(summary)
    else:
        from teiedit.cli import _annotations  # noqa: PLC0415 - not needed for --help

        if output == "sarif":
            click.echo(json.dumps(_annotations.sarif(found), ensure_ascii=False, indent=2))
        else:
            for diagnostic in found:
                click.echo(_annotations.github(diagnostic))
        click.echo(summary, err=True)


def _expand(argument: str) -> list[Path]:
    """Return the files that an argument names, a pattern's in alphabetical order."""
    path = Path(argument)
    if path == _files.STANDARD or path.is_file():
        return [path]
    if path.is_dir():
        return _files_in(path) or _nothing(f'there are no .xml files in "{argument}"')
    matches = sorted(Path(name) for name in glob.glob(argument, recursive=True))  # noqa: PTH207 - of absolute ones too
    if matches:
        found = [file for match in matches for file in ([match] if match.is_file() else _files_in(match))]
        return found or _nothing(f'there are no .xml files in what "{argument}" names')
    is_pattern = glob.escape(argument) != argument
    return _nothing(f'no file {"fits" if is_pattern else "or folder is called"} "{argument}"')


def _files_in(folder: Path) -> list[Path]:
    return sorted(file for file in folder.rglob("*.xml") if file.is_file())


def _nothing(message: str) -> list[Path]:
    raise click.UsageError(message)


def _validate(item: _Item, *, schemas: tuple[Path, ...], xsd: bool) -> tuple[Diagnostic, ...]:
    shown, path, content = item
    data = _files.read(path) if content is None else content
    found = _by_house(data, shown, schemas) if schemas else _by_ours(data, shown, xsd=xsd)
    if not found:
        return ()
    lines = data.decode("utf-8", "replace").splitlines()
    return tuple(_with_excerpt(diagnostic, lines) for diagnostic in found)


def _by_ours(data: bytes, shown: str, *, xsd: bool) -> tuple[Diagnostic, ...]:
    from teiedit.validate import check_file, places  # noqa: PLC0415 - heavy, and not needed for --help

    found = check_file(data, shown)
    if xsd and not any(d.code in _UNREADABLE for d in found):
        from teiedit.validate.xsd import check_xsd  # noqa: PLC0415 - as above

        found = (*found, *check_xsd(data, places(data, shown)))
    return found


def _by_house(data: bytes, shown: str, schemas: Iterable[Path]) -> tuple[Diagnostic, ...]:
    from teiedit.model.diagnostic import EditionError  # noqa: PLC0415 - as above
    from teiedit.validate.house import check_house  # noqa: PLC0415 - as above

    found: list[Diagnostic] = []
    for schema in schemas:
        try:
            found += check_house(data, shown, schema)
        except EditionError as error:  # an exception would lose its findings on the way from another process
            found += error.diagnostics
    return tuple(dict.fromkeys(found))


def _with_excerpt(diagnostic: Diagnostic, lines: list[str]) -> Diagnostic:
    line = diagnostic.place.line
    if diagnostic.excerpt or not (line and diagnostic.place.column) or line > len(lines):
        return diagnostic
    return replace(diagnostic, excerpt=lines[line - 1])
