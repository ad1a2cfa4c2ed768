"""`teiedit changes`: what is different between two releases of an edition."""

from __future__ import annotations

from pathlib import Path

import click

from teiedit.cli import _files
from teiedit.cli._main import CONTEXT
from teiedit.cli._report import show, status
from teiedit.model.diagnostic import EditionError
from teiedit.tools import files


@click.command("changes", short_help="List what changed between two releases.", context_settings=CONTEXT)
@click.argument("old", type=click.Path(path_type=Path))
@click.argument("new", type=click.Path(path_type=Path))
@click.option(
    "--to",
    "form",
    type=click.Choice(["markdown", "json"]),
    default="markdown",
    help="For people, or for programs; by default Markdown.",
)
@click.option(
    "-o",
    "output",
    type=click.Path(path_type=Path, dir_okay=False, allow_dash=True),
    help="The file to write; by default standard output.",
)
def command(old: Path, new: Path, form: str, output: Path | None) -> int:
    """List what has changed from the release OLD to the release NEW, document by document.

    OLD and NEW are packages (made by teiedit package), folders with a built edition, or editions with such a folder
    in them. Compared is what the TEI says: dates, senders, addressees, places and titles, the words of the
    transcript, signatures, names and their records, clauses, enclosures and editorial marks, each before and after.
    """
    from teiedit.package import changelist  # noqa: PLC0415 - heavy, and not needed for --help
    from teiedit.package.changes import find_changes  # noqa: PLC0415 - as above
    from teiedit.package.editions import open_release  # noqa: PLC0415 - as above
    from teiedit.site import not_writable  # noqa: PLC0415 - as above

    try:
        with files.temporary() as spool:
            changes = find_changes(open_release(old), open_release(new), spool / "changes")
            chunks = changelist.markdown(changes) if form == "markdown" else changelist.data(changes)
            content = b"".join(chunks)
    except OSError as error:
        raise EditionError(not_writable(files.temporary_folder() or Path(), error)) from error
    _files.write(output, content)
    show(changes.found)
    return status(changes.found)
