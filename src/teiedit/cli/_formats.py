"""The option that names formats, as several commands have it."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import click

from teiedit.model.formats import FORMATS

if TYPE_CHECKING:
    from collections.abc import Callable

Command = TypeVar("Command", bound="Callable[..., object]")


def formats_option(words: str) -> Callable[[Command], Command]:
    """Return the option `--format`, which gives a command its `formats`.

    Args:
        words: what the command does with them.
    """
    return click.option("-f", "--format", "formats", multiple=True, type=click.Choice(FORMATS), help=words)
