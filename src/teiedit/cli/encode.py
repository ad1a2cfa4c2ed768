"""`teiedit encode`: transcripts to TEI."""

from __future__ import annotations

import functools
from pathlib import Path
from typing import TYPE_CHECKING

import click

from teiedit.cli import _files
from teiedit.cli._main import CONTEXT
from teiedit.cli._report import counts, plural, show, status

if TYPE_CHECKING:
    from collections.abc import Iterator

    from teiedit.cli._sources import Job
    from teiedit.make import Made
    from teiedit.model.diagnostic import Diagnostic
    from teiedit.model.edition import Edition
    from teiedit.read.folder import File


@click.command("encode", short_help="Encode transcripts as TEI.", context_settings=CONTEXT)
@click.argument("files", type=click.Path(path_type=Path, allow_dash=True), nargs=-1, required=True)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, allow_dash=True),
    help="A file for one transcript, a folder for several; by default one goes to standard output.",
)
@click.option("--strict", is_flag=True, help="Refuse transcripts that are not in UTF-8.")
@click.option("-j", "--jobs", "processes", type=click.IntRange(1), help="How many processes; by default one a core.")
def command(files: tuple[Path, ...], output: Path | None, strict: bool, processes: int | None) -> int:
    """Encode transcripts (FILES, folders, or - for standard input) as TEI P5.

    \b
    teiedit encode letter.txt                 TEI on standard output
    teiedit encode letter.txt -o letter.xml   into a file
    teiedit encode letters/ -o tei/           all of a folder, as tei/<id>.xml
    cat letter.txt | teiedit encode -         from another program

    No edition.toml is needed; the nearest one above a file is used if there is one. What is written is whole
    and valid: a transcript with an error gives a diagnostic and no TEI.
    """
    from teiedit.cli import _sources  # noqa: PLC0415 - heavy, and not needed for --help
    from teiedit.make import make_tei  # noqa: PLC0415 - as above

    if files == (_files.STANDARD,):
        source, found, edition = _sources.standard_input(strict=strict)
        made = make_tei(source, "stdin", edition)
        show((*found, *made.diagnostics))
        if made.tei is not None:
            _files.write(output, made.tei)
        return status(made.diagnostics)
    if _files.STANDARD in files:
        raise click.UsageError("- stands alone: standard input is one transcript")
    jobs, diagnostics = _sources.jobs(files, strict=strict)
    show(diagnostics)
    if len(jobs) == 1 and not (_is_folder(output) or any(path.is_dir() for path in files)):
        (made,) = _encoded(jobs, processes)
        show(made.diagnostics)
        if made.tei is not None:
            _files.write(output, made.tei)
        return status([*diagnostics, *made.diagnostics])
    if output is None:
        raise click.UsageError("several transcripts need a folder to go to: -o FOLDER")
    return max(status(diagnostics), _write_many(jobs, output, processes))


def _encoded(jobs: list[Job], processes: int | None) -> Iterator[Made]:
    from teiedit.tools.workers import each  # noqa: PLC0415 - not needed for --help

    # editions are numbered, so that each goes to a process once and not with every file
    editions = list(dict.fromkeys(edition for _, edition in jobs))
    numbers = {edition: number for number, edition in enumerate(editions)}
    work = [(file, numbers[edition]) for file, edition in jobs]
    return each(functools.partial(_encode, editions), work, len(work), processes)


def _encode(editions: list[Edition], job: tuple[File, int]) -> Made:
    from dataclasses import replace  # noqa: PLC0415 - as above

    from teiedit.make import make_document  # noqa: PLC0415 - as above

    file, number = job
    return make_document(file, replace(editions[number], formats=()))


def _write_many(jobs: list[Job], folder: Path, processes: int | None) -> int:
    worst, written = 0, 0
    seen: list[Diagnostic] = []
    for made in _encoded(jobs, processes):
        show(made.diagnostics)
        seen += made.diagnostics
        worst = max(worst, status(made.diagnostics))
        if made.tei is not None:
            written += 1
            _files.write(folder / f"{made.id}.xml", made.tei)
    errors, warnings = counts(seen)
    parts = (plural(written, "document"), plural(errors, "error"), plural(warnings, "check"))
    click.echo(", ".join(parts), err=True)
    return worst


def _is_folder(path: Path | None) -> bool:
    return path is not None and path.is_dir()
