"""The command `teiedit`: finds its commands by their file names and imports one only when it is used."""

from __future__ import annotations

import sys
from typing import Any

import click

from teiedit import __version__
from teiedit.tools import rooms

_COMMANDS = "teiedit.cli"
CONTEXT = {"help_option_names": ["-h", "--help"], "max_content_width": 100}


class _Commands(click.Group):
    """Commands by file name; the help lists them in the order of an edition's life."""

    _order = (
        "init",
        "build",
        "review",
        "serve",
        "check",
        "fmt",
        "names",
        "encode",
        "validate",
        "transform",
        "package",
        "changes",
        "evaluate",
        "explain",
    )

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        names = rooms.names(_COMMANDS)
        return sorted(names, key=lambda n: (self._order.index(n) if n in self._order else len(self._order), n))

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:  # noqa: ARG002 - click's signature
        if name not in rooms.names(_COMMANDS):
            return None
        command: click.Command = rooms.module(_COMMANDS, name).command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        import difflib  # noqa: PLC0415 - only for a mistyped command

        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as error:
            near = difflib.get_close_matches(args[0], self.list_commands(ctx), 1)
            if near and error.message.startswith("No such command"):
                message = f'there is no command "{args[0]}"; did you mean "{near[0]}"?'
                raise click.UsageError(message, ctx) from error
            raise


@click.group(cls=_Commands, context_settings=CONTEXT)
@click.version_option(__version__, prog_name="teiedit", message="%(prog)s %(version)s")
def _group() -> None:
    """Turn plain transcripts of letters and documents into a scholarly edition.

    \b
    A new edition in three lines:
      teiedit init my-letters        make a folder with a sample
      teiedit build my-letters       make TEI, HTML, PDF, EPUB and plain text
      open my-letters/output/index.html

    Whatever the program infers from a transcript is marked as such in the TEI, with its reason, and not a
    character of the transcript is lost. Exit status: 0 clean, 1 errors were found, 2 could not run.
    """


def main() -> None:
    """Run the command line, with exit status 2 and a diagnostic where nothing can go on."""
    from teiedit.cli._report import show_error  # noqa: PLC0415 - after click has parsed `--help`
    from teiedit.model.diagnostic import EditionError  # noqa: PLC0415 - as above

    try:
        status: Any = _group.main(standalone_mode=False)
    except EditionError as error:
        show_error(error)
        sys.exit(2)
    except click.ClickException as error:
        error.show()
        sys.exit(2)
    except (click.Abort, KeyboardInterrupt):
        click.echo("stopped; everything that was written is whole", err=True)
        sys.exit(130)
    except BrokenPipeError:
        sys.exit(0)
    sys.exit(status if isinstance(status, int) else 0)
