"""`teiedit build`: a whole edition."""

from __future__ import annotations

import contextlib
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import click

from teiedit.cli._formats import formats_option
from teiedit.cli._main import CONTEXT
from teiedit.cli._report import counts, plural, show, status

if TYPE_CHECKING:
    from collections.abc import Iterator

    from teiedit.incremental.unchanged import Look
    from teiedit.model.report import Report
    from teiedit.tools.cluster import Cluster


@click.command("build", short_help="Build a whole edition.", context_settings=CONTEXT)
@click.argument("edition_folder", type=click.Path(path_type=Path), default=".", required=False)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, file_okay=False),
    help="Where to write; by default the folder `output` in the edition's folder.",
)
@formats_option("Make only this; may be given several times. By default what edition.toml says, or everything.")
@click.option("--strict", is_flag=True, help="Refuse transcripts that are not in UTF-8.")
@click.option("--fresh", is_flag=True, help="Make everything again, also what has not changed.")
@click.option("-j", "--jobs", type=click.IntRange(1), help="How many processes; by default one a core.")
@click.option("--cluster", default="", metavar="ADDRESS", help="Make the documents on a Dask cluster: its scheduler.")
@click.option("--explain-changes", is_flag=True, help="Publish nothing; list what a build would change, and why.")
@click.option("--accept", is_flag=True, help="With --explain-changes: list the changes, and build.")
@click.option("--json", "as_json", is_flag=True, help="With --explain-changes: the list as JSON.")
def command(  # noqa: PLR0913, PLR0917 - one for each option
    edition_folder: Path,
    output: Path | None,
    formats: tuple[str, ...],
    strict: bool,
    fresh: bool,
    jobs: int | None,
    cluster: str,
    explain_changes: bool,
    accept: bool,
    as_json: bool,
) -> int:
    """Build a whole edition: every transcript in EDITION_FOLDER (default: here) and its web site.

    EDITION_FOLDER holds edition.toml and, anywhere below it, one .txt file for each document. The output is a
    static site: open its index.html, or copy the folder to any web server.

    \b
    output/
      index.html        the edition's home
      documents/        a reading page for each document
      tei/  pdf/  epub/  text/

    Only what has changed is made again. A document with an error is not published; the others are, and what was
    published before stays.
    Words on each finding: teiedit explain CODE.

    With --explain-changes nothing is published: what the TEI of each document says is compared with what it would
    say now, and each difference is listed with its cause: transcript, decisions, register, settings or the program's
    rules. Exit status: 0 nothing would change, 3 something would, 1 errors were found, 2 could not run.
    """
    from teiedit.incremental.room import forget  # noqa: PLC0415 - not needed for --help
    from teiedit.incremental.unchanged import Look  # noqa: PLC0415 - not needed for --help

    start = time.monotonic()
    output = output or edition_folder / "output"
    if (accept or as_json) and not explain_changes:
        raise click.UsageError("--accept and --json go with --explain-changes")
    if explain_changes:
        from teiedit.cli import _explanation  # noqa: PLC0415 - rarely wanted

        with Progress() as progress:
            settled = _explanation.explained(
                edition_folder,
                output,
                (formats, strict, fresh, jobs),
                progress.update,
                as_json=as_json,
                accept=accept,
            )
        if settled is not None:
            return settled
    if fresh:
        forget(output)
    look = Look(edition_folder, output, formats, strict=strict)
    report = look.report()
    if report is None:
        with _far(cluster) as far:
            report = _built(look, far or jobs)
    show(report.diagnostics)
    _summary(report, output, time.monotonic() - start, aside=as_json)
    return status(report.diagnostics, report.fail_on)


def _built(look: Look, jobs: int | Cluster | None) -> Report:
    import gc  # noqa: PLC0415 - as below

    # what is made of many documents stays to the end: looking for garbage in it is a tenth of a build with one change
    gc.set_threshold(50_000)
    from teiedit.build import build_seen  # noqa: PLC0415 - heavy, and not needed where nothing has changed

    with Progress() as progress:
        return build_seen(look, jobs=jobs, progress=progress.update)


@contextlib.contextmanager
def _far(address: str) -> Iterator[Cluster | None]:
    """Give the cluster at an address, if there is one."""
    if not address:
        yield None
        return
    from teiedit.build import no_cluster  # noqa: PLC0415 - rarely wanted
    from teiedit.incremental.program import whole  # noqa: PLC0415 - as above
    from teiedit.model.diagnostic import EditionError  # noqa: PLC0415 - as above
    from teiedit.tools.cluster import Cluster, ClusterError  # noqa: PLC0415 - as above

    try:
        cluster = Cluster(address, whole)
    except ClusterError as error:
        raise EditionError(no_cluster(error)) from error
    with contextlib.closing(cluster):
        yield cluster


def _summary(report: Report, output: Path, seconds: float, *, aside: bool) -> None:
    errors, warnings = counts(report.diagnostics)
    parts = [
        plural(report.documents, "document"),
        plural(errors, "error"),
        plural(warnings, "check"),
        f"{seconds:.1f} seconds",
    ]
    click.echo(", ".join(parts), err=aside)
    failed = report.documents - report.published
    if failed:
        click.echo(f"{plural(failed, 'document')} not published; mend the errors above and build again", err=aside)
    click.echo(f"{output.as_posix()}: {plural(report.written, 'file')} new or changed", err=aside)


class Progress:
    """A bar on a terminal; elsewhere a line now and then, so that a log stays short."""

    def __init__(self) -> None:
        self._bar = sys.stderr.isatty()
        self._what = ""
        self._shown = 0.0 if self._bar else time.monotonic()

    def __enter__(self) -> Progress:
        return self

    def __exit__(self, *_: object) -> None:
        if self._bar:
            click.echo("\r\x1b[K", nl=False, err=True)

    def update(self, what: str, done: int, total: int, name: str) -> None:
        """Show how far it has come; see `teiedit.build.build`."""
        now = time.monotonic()
        begins = what != self._what
        self._what = what
        if done < total and not (self._bar and begins) and now - self._shown < (0.1 if self._bar else 10):
            return
        self._shown = now
        if self._bar:
            width = 30
            filled = width * done // total
            bar = click.style("━" * filled, fg="green") + click.style("━" * (width - filled), dim=True)
            click.echo(f"\r\x1b[K{bar} {what} {done:,}/{total:,}  {name[:40]}".rstrip(), nl=False, err=True)
        elif done < total:
            click.echo(f"{what}: {done:,} of {total:,}", err=True)
