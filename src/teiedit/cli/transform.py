"""`teiedit transform`: one TEI file to one reading format."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import click

from teiedit.cli import _files
from teiedit.cli._main import CONTEXT
from teiedit.cli._report import show, status

_TARGETS = ("html", "pdf", "epub", "text")


@click.command("transform", short_help="Make HTML, PDF, EPUB or text of one TEI file.", context_settings=CONTEXT)
@click.argument("tei_file", type=click.Path(path_type=Path, allow_dash=True))
@click.option("--to", "target", type=click.Choice(_TARGETS), required=True, help="What to make.")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False, allow_dash=True),
    help="The file to write; html and text may go to standard output.",
)
def command(tei_file: Path, target: str, output: Path | None) -> int:
    """Make one HTML page, PDF, EPUB or plain text of TEI_FILE (or - for standard input).

    The file is complete in itself: an HTML page carries its style sheet. The TEI need not have been made by this
    program; elements it has no form for are shown as plain text and reported.
    """
    from teiedit.make import stopped  # noqa: PLC0415 - as above
    from teiedit.model.around import ALONE  # noqa: PLC0415 - as above
    from teiedit.model.edition import Edition  # noqa: PLC0415 - heavy imports, not needed for --help
    from teiedit.tools import rooms  # noqa: PLC0415 - as above
    from teiedit.tools.saxon import TransformError  # noqa: PLC0415 - as above

    if output is None and target in ("pdf", "epub"):
        raise click.UsageError(f"{target} is not text: name a file with -o")
    tei = _read(tei_file)
    shown = _files.shown(tei_file)
    if output is not None and output.exists() and tei_file.exists() and output.samefile(tei_file):
        raise click.UsageError("the file to write is the one to read; name another with -o")
    try:
        made = rooms.module("teiedit.publish", target).document(tei, Edition(formats=()), ALONE)
    except TransformError as error:
        show([stopped(target, shown, error)])
        return 1
    show(replace(d, place=replace(d.place, file=shown)) for d in made.diagnostics)
    for content in made.files.values():
        _files.write(output, content)
    return status(made.diagnostics)


def _read(path: Path) -> str:
    from lxml import etree  # noqa: PLC0415 - as above

    from teiedit.tools.tei import TEI, XML_ID, parse  # noqa: PLC0415 - as above

    shown = _files.shown(path)
    try:
        root = parse(_files.read(path))
    except etree.XMLSyntaxError as error:
        raise click.ClickException(f'"{shown}" is not well-formed XML: {error.msg}') from error
    if root.getroottree().docinfo.doctype:
        raise click.ClickException(f'"{shown}" has a document type declaration, which is not accepted')
    if root.tag != f"{{{TEI}}}TEI":
        raise click.ClickException(f'"{shown}" is not a TEI document: its outermost element is not TEI')
    if XML_ID not in root.attrib:
        root.set(XML_ID, "document")
    return etree.tostring(root, encoding="unicode")
