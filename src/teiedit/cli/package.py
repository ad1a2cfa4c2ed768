"""`teiedit package`: a release of an edition, for an archive."""

from __future__ import annotations

from pathlib import Path

import click

from teiedit.cli._formats import formats_option
from teiedit.cli._main import CONTEXT
from teiedit.cli._report import plural, show, status


@click.command("package", short_help="Pack a release for an archive.", context_settings=CONTEXT)
@click.argument("edition_folder", type=click.Path(path_type=Path), default=".", required=False)
@click.option(
    "-o",
    "target",
    metavar="FILE.zip|FOLDER",
    type=click.Path(path_type=Path),
    help="What to write: a .zip file, or a new folder. By default a .zip file here, named by edition and release.",
)
@click.option("--release", default="", metavar="NAME", help='What the release is called, such as "2.0"; else its day.')
@click.option(
    "--date",
    "day",
    default="",
    metavar="YYYY-MM-DD",
    help="The day of the release; by default that of edition.toml, or the latest of ledger.tsv.",
)
@click.option(
    "--previous",
    type=click.Path(path_type=Path),
    help="The release before (a package, or a folder with a built edition): what has changed since is listed.",
)
@click.option(
    "--built",
    "output",
    metavar="FOLDER",
    type=click.Path(path_type=Path, file_okay=False),
    help="Where the edition was built; by default the folder `output` in the edition's folder.",
)
@formats_option("Take only this of the output; may be given several times. By default everything that is there.")
def command(
    edition_folder: Path,
    target: Path | None,
    release: str,
    day: str,
    previous: Path | None,
    output: Path | None,
    formats: tuple[str, ...],
) -> int:
    """Pack the edition in EDITION_FOLDER (default: here), as it was built, for long-term preservation.

    The package is a bag (BagIt 1.0) with sums of all files, and describes itself to programs (RO-Crate 1.2) and to
    people. The same edition gives the same package, byte for byte.

    \b
    bag-info.txt  manifest-sha256.txt  manifest-sha512.txt  …
    data/
      README.txt                what is here, and how to read it without any program
      sources/                  transcripts, settings, registers, ledger, your own pages
      output/                   TEI, schema, records, pages, PDF, e-books
      CHANGES.md                what has changed since the release before (with --previous)
      ro-crate-metadata.json    every file with its format, size and sum

    Build first: teiedit build. With an error nothing is written.
    """
    from teiedit.package.bag import size_in_words  # noqa: PLC0415 - heavy, and not needed for --help
    from teiedit.package.pack import Wanted, pack  # noqa: PLC0415 - as above

    wanted = Wanted(output or edition_folder / "output", target, release, day, previous, formats)
    packed = pack(edition_folder, wanted)
    show(packed.diagnostics)
    for line in packed.summary:
        click.echo(line)
    number = ", ".join((plural(packed.documents, "document"), plural(packed.files, "file")))
    click.echo(f"{packed.path.as_posix()}: release {packed.release.name}, {number}, {size_in_words(packed.octets)}")
    return status(packed.diagnostics, packed.edition.fail_on)
