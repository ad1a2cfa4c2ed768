"""The command line: arguments, colour, exit codes; one file for each command."""

from __future__ import annotations

from teiedit.cli._main import main

__all__ = ["main"]
