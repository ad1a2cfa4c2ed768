"""`teiedit check`: what an editor should look at, without writing anything."""

from __future__ import annotations

from pathlib import Path

import click

from teiedit.cli import _files
from teiedit.cli._main import CONTEXT
from teiedit.cli._report import counts, plural, show, show_json, status


@click.command("check", short_help="Say what an editor should look at; write nothing.", context_settings=CONTEXT)
@click.argument("paths", type=click.Path(path_type=Path, allow_dash=True), nargs=-1)
@click.option(
    "--edition",
    "whole",
    is_flag=True,
    help="Compare the documents with each other too, and list the letters that they name and the edition lacks.",
)
@click.option(
    "--missing",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE.csv",
    help="Write the letters that are missing as a table; implies --edition.",
)
@click.option("--output", type=click.Choice(["text", "json"]), default="text", help="For people, or for programs.")
@click.option("--strict", is_flag=True, help="Refuse transcripts that are not in UTF-8.")
@click.option("-j", "--jobs", "processes", type=click.IntRange(1), help="How many processes; by default one a core.")
def command(
    paths: tuple[Path, ...], whole: bool, missing: Path | None, output: str, strict: bool, processes: int | None
) -> int:
    """Recognise and validate transcripts (PATHS: files, folders or -; default: here), and write nothing.

    Each finding names the transcript's line and column, says what is wrong and what to do about it. An "error"
    keeps a document from being published, a "check" is for you to look at. More on one: teiedit explain CODE.

    With --edition the documents are also held against each other: dates, replies, places, duplicates and more.
    """
    from teiedit.cli import _sources  # noqa: PLC0415 - heavy, and not needed for --help
    from teiedit.cli.encode import _encoded  # noqa: PLC0415 - as above
    from teiedit.make import make_tei  # noqa: PLC0415 - as above

    if whole or missing:
        from teiedit.cli import _edition  # noqa: PLC0415 - as above

        if _files.STANDARD in paths:
            raise click.UsageError("--edition needs the folder of an edition: standard input is one transcript")
        return _edition.check(paths or (Path(),), missing, output, strict=strict, processes=processes)
    if paths == (_files.STANDARD,):
        source, found, edition = _sources.standard_input(strict=strict)
        diagnostics = [*found, *make_tei(source, "stdin", edition).diagnostics]
        number = 1
    else:
        jobs, diagnostics = _sources.jobs(paths or (Path(),), strict=strict)
        number = len(jobs)
        for made in _encoded(jobs, processes):
            diagnostics += made.diagnostics
    errors, warnings = counts(diagnostics)
    if output == "json":
        show_json(diagnostics, documents=number, errors=errors, warnings=warnings)
    else:
        show(diagnostics)
        click.echo(", ".join((plural(number, "document"), plural(errors, "error"), plural(warnings, "check"))))
    return status(diagnostics)
