"""`teiedit explain`: more on a diagnostic's code."""

from __future__ import annotations

import difflib
import textwrap

import click

from teiedit.cli._main import CONTEXT
from teiedit.model.codes import CODES


@click.command("explain", short_help="Explain a finding's code.", context_settings=CONTEXT)
@click.argument("code", required=False)
def command(code: str | None) -> None:
    """Explain the CODE of a finding, such as D012; without a code, list them all.

    \b
    The letter of a code says where the finding comes from:
      E  edition.toml and the command's arguments     R  RELAX NG, the grammar of TEI
      T  the transcript's file                        S  Schematron, rules beside the grammar
      D  what was inferred from the text              W  XML Schema, and your own schema
      L  the proof that nothing was lost              X  XSLT, and P publishing
      K  packages for archives                        C  the editors' decisions
    """
    if code is None:
        for key in sorted(CODES):
            click.echo(f"{key}  {CODES[key].name.replace('-', ' ')}")
        return
    entry = CODES.get(code.strip("[]").upper())
    if entry is None:
        near = difflib.get_close_matches(code.upper(), CODES, 1)
        hint = f'; did you mean "{near[0]}"?' if near else "; teiedit explain lists them all"
        raise click.UsageError(f'there is no code "{code}"{hint}')
    click.echo(click.style(f"{code.strip('[]').upper()}: {entry.name.replace('-', ' ')}", bold=True))
    for title, words in (("What", entry.what), ("Why it matters", entry.why), ("Example", entry.example)):
        click.echo(f"\n{title}")
        for paragraph in words.splitlines():
            click.echo(textwrap.fill(paragraph, 88, initial_indent="  ", subsequent_indent="  "))
