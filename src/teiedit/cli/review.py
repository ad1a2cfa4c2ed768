"""`teiedit review`: what the rules are not sure of is put to the editors, and their answers are kept."""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import TYPE_CHECKING

import click

from teiedit.cli import _files
from teiedit.cli._main import CONTEXT
from teiedit.cli._report import plural, show, status

if TYPE_CHECKING:
    from teiedit.model.diagnostic import Diagnostic
    from teiedit.model.evidence import Cert
    from teiedit.review.desk import Desk


@click.command("review", short_help="Answer what the rules are not sure of.", context_settings=CONTEXT)
@click.argument("folder", metavar="[EDITION]", default=".", type=click.Path(path_type=Path))
@click.option("--text", is_flag=True, help="Ask here, in the terminal.")
@click.option("--report", type=click.Path(path_type=Path), help="Write a page of all questions, for those who read.")
@click.option("--csv", "table", type=click.Path(path_type=Path), help="Write a table of all questions; - for stdout.")
@click.option("--apply", "answered", type=click.Path(path_type=Path), help="Take the answers in such a table.")
@click.option("--summary", is_flag=True, help="Say how many questions there are, and ask nothing.")
@click.option("--by", default="", help="Who decides: a name or initials; by default the edition's first editor.")
@click.option(
    "--below",
    type=click.Choice(["high", "medium"]),
    help="Ask what is less sure than this; by default as [review] in edition.toml says, or high.",
)
@click.option("--port", type=click.IntRange(0, 65535), default=0, help="For the browser; by default any that is free.")
@click.option("--browser/--no-browser", default=True, help="Open the page in the browser, or only say where it is.")
@click.option("-j", "--jobs", "processes", type=click.IntRange(1), help="How many processes; by default one a core.")
def command(  # noqa: PLR0913 - a command's options
    folder: Path,
    *,
    text: bool,
    report: Path | None,
    table: Path | None,
    answered: Path | None,
    summary: bool,
    by: str,
    below: str | None,
    port: int,
    browser: bool,
    processes: int | None,
) -> int:
    """Put to the editors of an EDITION (a folder; default: here) what the rules could not tell, or are not sure of.

    Each answer is written at once into a file beside the transcript, such as letter7.decisions.toml, and holds in
    every build from then on. What was decided is not asked again, unless what it rests on has changed.

    Without an option the questions are shown in the browser. A table (--csv) is answered in a spreadsheet: write
    accept, reject or change into the column "decision", and for change what it is into "value"; --apply takes it
    back.
    """
    from teiedit.review.desk import Desk  # noqa: PLC0415 - heavy, and not needed for --help

    if answered is not None and (text or report or table):
        raise click.UsageError("--apply takes a table; ask in a second run")
    desk = Desk(folder, by, _below(folder, below), processes)
    if answered is not None:
        return _apply(desk, answered)
    if not (text or report or table or summary):
        _browser(desk, port, show=browser)
        return 0
    found = _opened(desk)
    if report is not None:
        from teiedit.review.report import report as page  # noqa: PLC0415 - not needed for --help

        _files.write(report, page(desk))
    if table is not None:
        from teiedit.review.table import table as rows  # noqa: PLC0415 - as above

        _files.write(table, rows(desk))
    if not (report and str(report) == "-") and not (table and str(table) == "-"):
        _summary(desk)
    if text:
        _terminal(desk)
    return status(found)


def _below(folder: Path, below: str | None) -> Cert:
    """Return what is asked: what is less sure than this."""
    from teiedit.model.diagnostic import EditionError  # noqa: PLC0415 - not needed for --help
    from teiedit.read.edition import FILE, read_edition  # noqa: PLC0415 - as above

    if below is None:
        # whatever is wrong with the folder is said where it is read as a whole
        with contextlib.suppress(EditionError):
            below = read_edition(folder / FILE, FILE).review.below
    return "medium" if below == "medium" else "high"


def _opened(desk: Desk, only: frozenset[str] | None = None) -> list[Diagnostic]:
    """Lay the documents on the desk, and show what stands against reading them."""
    from teiedit.cli.build import Progress  # noqa: PLC0415 - not needed for --help

    with Progress() as progress:
        found = list(desk.open(lambda done, total: progress.update("reading", done, total, ""), only))
        if only is None:
            progress.update("comparing", 0, 0, "")
            desk.compare()
    found += [one for sheet in desk.sheets.values() for one in sheet.findings]
    show(found)
    return found


def _summary(desk: Desk) -> None:
    from teiedit.review.wording import tally  # noqa: PLC0415 - not needed for --help

    counted = tally(desk.sheets.values(), desk.below)
    parts = [
        plural(counted.documents, "document"),
        f"{plural(counted.asked, 'question')} asked",
        f"{counted.open:,} open",
        f"{counted.decided:,} decided",
    ]
    if counted.changed:
        parts.append(f"{counted.changed:,} changed since they were decided")
    click.echo(", ".join(parts))


def _terminal(desk: Desk) -> None:
    from teiedit.review.screen import screen  # noqa: PLC0415 - not needed for --help
    from teiedit.review.terminal import Terminal  # noqa: PLC0415 - as above

    Terminal(desk, screen()).run()


def _apply(desk: Desk, answered: Path) -> int:
    """Write the answers of a table; the exit status says whether all of them could be."""
    from teiedit.review.applying import apply  # noqa: PLC0415 - not needed for --help
    from teiedit.review.table import read_table  # noqa: PLC0415 - as above

    shown = _files.shown(answered)
    rows = read_table(_files.read(answered), shown)
    found = _opened(desk, frozenset(row.document for row in rows))
    known = {(sheet.file.id, one.id) for sheet in desk.sheets.values() for one in sheet.questions}
    if any(row.document in desk.sheets and (row.document, row.id) not in known for row in rows):
        # a question about two documents is known only when all were looked at
        found = _opened(desk)
    result = apply(desk, rows, shown)
    show(result.diagnostics)
    said = f"{plural(result.answers, 'answer')} about {plural(result.documents, 'document')} written"
    more = [f"{result.same:,} were so already"] if result.same else []
    more += [f"{plural(len(result.diagnostics), 'row')} not taken"] if result.diagnostics else []
    more += [f"{result.left:,} left with them"] if result.left else []
    click.echo(", ".join((said, *more)))
    return status([*found, *result.diagnostics])


def _browser(desk: Desk, port: int, *, show: bool) -> None:
    """Show the questions in the browser; the desk is opened while its page is shown already."""
    from teiedit.cli._desk import browse  # noqa: PLC0415 - heavy, and not needed for --help

    browse(desk, port, show=show)
