"""Words of a transcript on a terminal: they must not steer it."""

from __future__ import annotations


def printable(words: str) -> str:
    """Return words with control characters shown as their code points, and tabs as spaces."""
    return "".join(c if c.isprintable() or c == " " else f"<U+{ord(c):04X}>" for c in words.replace("\t", " "))
