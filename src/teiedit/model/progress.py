"""How far a long work has come, told to whoever waits for it."""

from __future__ import annotations

from collections.abc import Callable

# What is done, how much of it is done, and how much there is.
Told = Callable[[str, int, int], None]


def untold(what: str, done: int, total: int) -> None:
    """Tell nobody."""
