"""Files and standard streams, with a plain sentence where one cannot be used."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from teiedit.tools import files

STANDARD = Path("-")


def shown(path: Path) -> str:
    """Return a path as the user knows it."""
    return "<stdin>" if path == STANDARD else path.as_posix()


def read(path: Path) -> bytes:
    """Return the content of a file, or of standard input for "-".

    Raises:
        click.ClickException: it cannot be read.
    """
    try:
        return sys.stdin.buffer.read() if path == STANDARD else path.read_bytes()
    except OSError as error:
        raise click.ClickException(f'cannot read "{shown(path)}": {(error.strerror or "").lower()}') from error


def write(path: Path | None, content: bytes) -> None:
    """Write a file whole, or standard output for None and "-".

    Raises:
        click.ClickException: it cannot be written.
    """
    if path is None or path == STANDARD:
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
        return
    try:
        files.replace(path, content)
    except OSError as error:
        raise click.ClickException(f'cannot write "{path.as_posix()}": {(error.strerror or "").lower()}') from error
