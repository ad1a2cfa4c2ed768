"""`teiedit fmt`: transcripts put in order, their words untouched."""

from __future__ import annotations

import collections
import contextlib
import functools
from pathlib import Path
from typing import TYPE_CHECKING

import click

from teiedit.cli import _files
from teiedit.cli._main import CONTEXT
from teiedit.cli._report import plural, show, status
from teiedit.tools.printable import printable

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Iterator

    from teiedit.model.diagnostic import Diagnostic
    from teiedit.model.edition import Edition
    from teiedit.read.folder import File
    from teiedit.tidy.file import Order, Tidied


def _encoding(_: click.Context, __: click.Parameter, value: str | None) -> str:
    """Return the name of an encoding, if there is one of that name."""
    try:
        with contextlib.suppress(UnicodeError):
            b"a".decode(value or "utf-8")
    except LookupError as error:
        message = f'there is no encoding "{value}"; common are windows-1252, mac-roman, cp850'
        raise click.BadParameter(message) from error
    return value or ""


@click.command("fmt", short_help="Put transcripts in order; never change their words.", context_settings=CONTEXT)
@click.argument("paths", type=click.Path(path_type=Path, allow_dash=True), nargs=-1)
@click.option("--check", is_flag=True, help="Write nothing; list what is not in order, with exit status 1.")
@click.option("--diff", is_flag=True, help="Write nothing; show what would change, · for blanks and → for tabs.")
@click.option("--stdin", is_flag=True, help="Standard input to standard output, as - does.")
@click.option("--marks", is_flag=True, help="Also one notation for the transcriber's marks: [deleted: x] as ~~x~~.")
@click.option("--encoding", callback=_encoding, help="The encoding of those files that are not in UTF-8.")
@click.option("-j", "--jobs", "processes", type=click.IntRange(1), help="How many processes; by default one a core.")
def command(
    paths: tuple[Path, ...],
    check: bool,
    diff: bool,
    stdin: bool,
    marks: bool,
    encoding: str,
    processes: int | None,
) -> int:
    """Put transcripts (PATHS: files, folders or -; default: here) in order, and never change their words.

    \b
    What is put in order:
      encoding           UTF-8 without a byte order mark
      line ends          those of Windows and of old Macintoshes become those of Unix
      blanks             none at the end of a line
      tabs               in indents they become spaces, by stops of eight
      blank lines        two at most in a row, none at the head or the foot
      the last line      ends with a line end

    Single line breaks, indents, gaps within lines and form feeds stay. Each transcript is read before and after,
    and whatever would make another document of it is left as it is, and said. Where the encoding can only be
    guessed, the likeliest are shown and the file left; say it with --encoding.
    """
    from teiedit.tidy.file import Order  # noqa: PLC0415 - heavy, and not needed for --help

    order = Order(marks=marks, encoding=encoding)
    if stdin or paths == (_files.STANDARD,):
        if paths not in ((), (_files.STANDARD,)):
            raise click.UsageError("standard input is one transcript; name no files beside it")
        return _standard(order, check=check, diff=diff)
    if _files.STANDARD in paths:
        raise click.UsageError("- stands alone: standard input is one transcript")
    return _formatted(paths or (Path(),), order, processes, check=check, diff=diff)


def _standard(order: Order, *, check: bool, diff: bool) -> int:
    from teiedit.model.edition import Edition  # noqa: PLC0415 - as above
    from teiedit.read.folder import File  # noqa: PLC0415 - as above
    from teiedit.tidy.file import tidy  # noqa: PLC0415 - as above

    file = File("stdin", _files.STANDARD, "<stdin>", "stdin.txt", _files.read(_files.STANDARD))
    tidied = tidy(file, Edition(languages=()), order)
    show(tidied.diagnostics)
    if diff:
        _show_diff(tidied)
    elif not check:
        # what is left as it is goes through as it is, so that nothing is lost in a pipe
        _files.write(None, tidied.after)
    return max(status(tidied.diagnostics), int(check and not tidied.in_order))


def _formatted(paths: tuple[Path, ...], order: Order, processes: int | None, *, check: bool, diff: bool) -> int:
    from teiedit.cli import _sources  # noqa: PLC0415 - as above
    from teiedit.cli.build import Progress  # noqa: PLC0415 - as above
    from teiedit.tidy.file import each_once, leads_out  # noqa: PLC0415 - as above

    out = [one for path in paths if not path.is_dir() and (one := leads_out(path))]
    inside = tuple(path for path in paths if path.is_dir() or not leads_out(path))
    jobs, noted = _sources.jobs(inside, strict=False)
    # what is wrong with a register is said by check and build
    diagnostics = [*out, *(one for one in noted if one.code.startswith("T"))]
    show(diagnostics)
    once = list(each_once(jobs))
    fates: Counter[str] = collections.Counter()
    with Progress() as progress:
        for done, tidied in enumerate(_tidied(once, order, processes), 1):
            progress.update("format", done, len(once), tidied.file.shown)
            found = _settled(tidied, written=not (check or diff))
            show(found)
            diagnostics += found
            fates[_fate(tidied, found)] += 1
            if tidied.changes and not status(found):
                click.echo(f"{printable(tidied.file.shown)}: {', '.join(tidied.changes)}", err=diff)
            if diff:
                _show_diff(tidied)
    _summary(fates, written=not (check or diff))
    return max(status(diagnostics), int(check and fates["changed"] + fates["unsure"] > 0))


def _settled(tidied: Tidied, *, written: bool) -> tuple[Diagnostic, ...]:
    """Write what is to be written, and return all that is to be said."""
    from teiedit.tidy.file import write  # noqa: PLC0415 - as above

    return (*tidied.diagnostics, *(write(tidied) if written and tidied.before != tidied.after else ()))


def _fate(tidied: Tidied, found: tuple[Diagnostic, ...]) -> str:
    if status(found):
        return "failed"
    if tidied.before != tidied.after:
        return "changed"
    return "kept" if tidied.in_order else "unsure"


def _summary(fates: Counter[str], *, written: bool) -> None:
    parts = [f"{plural(fates['changed'], 'transcript')} {'put in order' if written else 'not in order'}"]
    parts.append(f"{fates['kept']:,} in order already")
    if fates["unsure"]:
        parts.append(f"{fates['unsure']:,} left, since the encoding is not sure")
    if fates["failed"]:
        parts.append(f"{fates['failed']:,} left with an error")
    click.echo(", ".join(parts), err=True)


def _tidied(jobs: list[tuple[File, Edition]], order: Order, processes: int | None) -> Iterator[Tidied]:
    from teiedit.tools.workers import each  # noqa: PLC0415 - as above

    # editions are numbered, so that each goes to a process once and not with every file
    editions = list(dict.fromkeys(edition for _, edition in jobs))
    numbers = {edition: number for number, edition in enumerate(editions)}
    work = [(file, numbers[edition]) for file, edition in jobs]
    return each(functools.partial(_tidy, editions, order), work, len(work), processes)


def _tidy(editions: list[Edition], order: Order, job: tuple[File, int]) -> Tidied:
    from teiedit.tidy.file import tidy  # noqa: PLC0415 - as above

    file, number = job
    return tidy(file, editions[number], order)


def _show_diff(tidied: Tidied) -> None:
    """Show on standard output what would change, by lines; line ends are told in words, since each would differ."""
    import difflib  # noqa: PLC0415 - rarely wanted

    from teiedit.tidy.layout import lines  # noqa: PLC0415 - as above

    if tidied.before == tidied.after:
        return
    name = printable(tidied.file.shown)
    ours, theirs = lines(tidied.text), lines(tidied.after.decode())
    for line in difflib.unified_diff(ours, theirs, name, f"{name} (in order)", lineterm=""):
        colour = {"+": "green", "-": "red", "@": "cyan"}.get(line[0])
        click.echo(click.style(_visible(line), fg=colour))


def _visible(line: str) -> str:
    """Return a line of a difference with its blanks and tabs to be seen where they are what differs."""
    if line[:1] not in "+-" or line[:3] in ("+++", "---"):
        return printable(line)
    words = line[1:].rstrip(" \t")
    end = line[1 + len(words) :]
    indent = words[: len(words) - len(words.lstrip(" \t"))]
    shown = indent.replace("\t", "→") + printable(words[len(indent) :])
    return line[0] + shown + end.replace(" ", "·").replace("\t", "→")
