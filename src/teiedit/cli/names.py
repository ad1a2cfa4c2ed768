"""`teiedit names`: names that the registers do not have, proposed, and written where somebody confirms them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from teiedit.cli._main import CONTEXT
from teiedit.cli._report import plural, show, status

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from teiedit.model.diagnostic import Diagnostic
    from teiedit.names.confirm import Decision, Outcome
    from teiedit.names.proposal import Proposal
    from teiedit.names.propose import Proposed
    from teiedit.names.records import AuthorityRecord

_ACTIONS = ("new", "variant", "merge", "authority", "unused")
_REGISTERS = ("persons", "places", "organisations")


@click.command(
    "names", short_help="Propose entries for the registers; write what you confirm.", context_settings=CONTEXT
)
@click.argument("edition", type=click.Path(path_type=Path, exists=True, file_okay=False), default=".")
@click.option("-i", "--interactive", is_flag=True, help="Ask about one proposal after the other.")
@click.option(
    "--csv",
    "table",
    type=click.Path(path_type=Path),
    help="Write a table to be filled in: yes or no in the column decision.",
)
@click.option(
    "--apply", "filled", type=click.Path(path_type=Path, exists=True), help="Carry out a table that was filled in."
)
@click.option("--dry-run", is_flag=True, help="Show what would be written, as a diff, and write nothing.")
@click.option(
    "--authority",
    "authorities",
    type=click.Path(path_type=Path),
    multiple=True,
    help="Match with this extract of an authority file (CSV, JSON, JSON lines; .gz).",
)
@click.option(
    "--columns", default="", help='What columns of that CSV are, such as "name=Label,uri=item" or "uri=1,name=2".'
)
@click.option("--only", type=click.Choice(_ACTIONS), multiple=True, help="These proposals only.")
@click.option(
    "--register", "registers", type=click.Choice(_REGISTERS), multiple=True, help="Proposals for these registers only."
)
@click.option(
    "--limit",
    type=click.IntRange(0),
    default=50,
    help="How many are listed or asked about; 0 for all.",
    show_default=True,
)
@click.option("--again", is_flag=True, help="Propose what was refused, too.")
@click.option("--json", "as_json", is_flag=True, help="List all proposals as JSON.")
@click.option("-j", "--jobs", "processes", type=click.IntRange(1), help="How many processes; by default one a core.")
def command(edition: Path, **given: Any) -> int:
    """Propose entries for persons.csv, places.csv and organisations.csv from all documents of EDITION.

    \b
    teiedit names letters/                        list the proposals, the weightiest first
    teiedit names letters/ --interactive          decide on the terminal
    teiedit names letters/ --csv proposals.csv    decide in a spreadsheet …
    teiedit names letters/ --apply proposals.csv  … and carry it out

    Proposed are new entries, other forms of an entry's name, entries that may be one, and entries that no document
    names; each with why, how often, and where. Nothing is written but what you confirm; what you refuse is not
    proposed again unless there is more to it. With --authority, records of a file of yours are proposed, too: GND,
    VIAF or Wikidata, as CSV or JSON. Nothing is looked up on the network.
    """
    options = _Options(**given)
    if sum((options.interactive, options.table is not None, options.filled is not None, options.as_json)) > 1:
        raise click.UsageError("take one of --interactive, --csv, --apply and --json")
    if options.filled is not None:
        return _apply(edition, options.filled, dry_run=options.dry_run)
    return _propose(edition, options)


@dataclass(frozen=True, slots=True)
class _Options:
    """The options, by their names on the command line or those given to them there."""

    interactive: bool
    table: Path | None
    filled: Path | None
    dry_run: bool
    authorities: tuple[Path, ...]
    columns: str
    only: tuple[str, ...]
    registers: tuple[str, ...]
    limit: int
    again: bool
    as_json: bool
    processes: int | None


def _propose(folder: Path, options: _Options) -> int:
    """Propose, and show it in the way that is asked for."""
    from teiedit.cli import _names  # noqa: PLC0415 - heavy, and not needed for --help

    proposed, found = _proposed(folder, options)
    picked = _names.chosen(proposed.proposals, options.only, options.registers)
    if options.as_json:
        click.echo(_names.as_data(picked, proposed, found))
        return status(found)
    show(found)
    if options.table is not None:
        return _table(folder, options.table, picked, dry_run=options.dry_run)
    if options.interactive:
        from teiedit.cli._ask import ask  # noqa: PLC0415 - as above

        return _carry_out(folder, list(ask(picked[: options.limit or None])), dry_run=options.dry_run)
    click.echo("\n".join(_names.listed(picked, options.limit, proposed)))
    return status(found)


def _meanings(columns: str) -> Mapping[str, str]:
    from teiedit.names.authority import MEANINGS  # noqa: PLC0415 - as above

    meanings: dict[str, str] = {}
    for part in filter(None, map(str.strip, columns.split(","))):
        meaning, sign, word = map(str.strip, part.partition("="))
        if not sign or not word or meaning not in MEANINGS:
            raise click.UsageError(
                f'"{part}" says of no column what it is; write one of {", ".join(MEANINGS)}, "=", and its name'
            )
        meanings[meaning] = word
    return meanings


def _proposed(folder: Path, options: _Options) -> tuple[Proposed, list[Diagnostic]]:
    from teiedit.cli import _sources  # noqa: PLC0415 - as above
    from teiedit.model.register import NO_REGISTER  # noqa: PLC0415 - as above
    from teiedit.names.authority import read_authority  # noqa: PLC0415 - as above
    from teiedit.names.decisions import read_refused  # noqa: PLC0415 - as above
    from teiedit.names.propose import propose  # noqa: PLC0415 - as above
    from teiedit.read.folder import find_files  # noqa: PLC0415 - as above
    from teiedit.read.register import with_register  # noqa: PLC0415 - as above

    settings = replace(_sources.settings_for(folder), register=NO_REGISTER)
    edition, found = with_register(settings, folder, folder.as_posix())
    files, noted = find_files(folder)
    diagnostics = [*found, *noted]
    refused = read_refused(folder, folder.as_posix())
    diagnostics += refused.diagnostics

    columns = _meanings(options.columns)

    def records() -> Iterator[AuthorityRecord]:
        for path in options.authorities:
            yield from read_authority(path, path.as_posix(), columns, diagnostics)

    told = None if options.again else refused
    proposed = propose(files, edition, options.processes, records=records(), refused=told)
    return proposed, [*diagnostics, *proposed.diagnostics]


def _table(folder: Path, path: Path, proposals: Sequence[Proposal], *, dry_run: bool) -> int:
    """Write the table of proposals."""
    from teiedit.names.change import read_registers  # noqa: PLC0415 - as above
    from teiedit.names.table import table  # noqa: PLC0415 - as above
    from teiedit.tools import files  # noqa: PLC0415 - as above

    sheets = read_registers(folder, folder.as_posix()).sheets
    content = table(path, proposals, sheets[0][1].delimiter if sheets else ";")
    if dry_run:
        click.echo(content.decode("utf-8-sig"), nl=False)
        return 0
    try:
        files.replace(path, content)
    except OSError as error:
        raise click.UsageError(f'cannot write "{path}": {(error.strerror or "").lower()}') from error
    click.echo(f"{plural(len(proposals), 'proposal')} in {path}; write yes or no into the column decision, then:")
    click.echo(f"  teiedit names {folder} --apply {path}")
    return 0


def _apply(folder: Path, path: Path, *, dry_run: bool) -> int:
    from teiedit.names.confirm import Decision  # noqa: PLC0415 - as above
    from teiedit.names.table import YES, read_table  # noqa: PLC0415 - as above

    rows, found = read_table(path, path.as_posix())
    show(found)
    decisions = [Decision(word == YES, proposal, place, key) for word, proposal, place, key in rows]
    return max(_carry_out(folder, decisions, dry_run=dry_run), status(found))


def _carry_out(folder: Path, decisions: Sequence[Decision], *, dry_run: bool) -> int:
    """Write what was decided, or show it."""
    from teiedit.names.change import read_registers, write  # noqa: PLC0415 - as above
    from teiedit.names.confirm import carry_out, difference  # noqa: PLC0415 - as above
    from teiedit.names.decisions import read_refused  # noqa: PLC0415 - as above
    from teiedit.read.register import read_register  # noqa: PLC0415 - as above

    registers = read_registers(folder, folder.as_posix())
    outcome = carry_out(decisions, registers, read_refused(folder, folder.as_posix(), registers.home))
    show(outcome.diagnostics)
    if dry_run:
        if outcome.sheets:
            click.echo(difference(outcome.sheets))
        click.echo(_summary(outcome, "would be"), err=True)
        return status(outcome.diagnostics)
    write(outcome.sheets)
    if outcome.confirmed:
        show(read_register(folder, folder.as_posix())[1])
    click.echo(_summary(outcome, "were" if outcome.confirmed != 1 else "was"))
    return status(outcome.diagnostics)


def _summary(outcome: Outcome, were: str) -> str:
    parts = [f"{plural(outcome.confirmed, 'proposal')} {were} written", f"{outcome.refused:,} refused"]
    parts += [f"{outcome.idle:,} had been written before"] if outcome.idle else []
    return ", ".join(parts) + "".join(f"\n  {sheet.shown}" for sheet in outcome.sheets)
