"""The chapters that editors have made in edition.toml, against the documents that there are."""

from __future__ import annotations

import difflib
import re
from typing import TYPE_CHECKING

from teiedit.model.diagnostic import Diagnostic, Severity
from teiedit.model.position import Place
from teiedit.read.edition import FILE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from teiedit.model.edition import Edition

_NAMED = 8


def check_volume(edition: Edition, identifiers: Sequence[str], folder: Path, shown: str) -> tuple[Diagnostic, ...]:
    """Return what is wrong with the chapters of edition.toml.

    Args:
        edition: its settings.
        identifiers: of all documents.
        folder: holds edition.toml.
        shown: the folder as the user knows it.

    Returns:
        E026 for a document that does not exist, E027 for one that is named twice, and E028 for those that are not
        named, once for them all.
    """
    chapters = edition.volume.chapters
    if isinstance(chapters, str):
        return ()
    settings = f"{shown}/{FILE}" if shown not in ("", ".") else FILE
    text = (folder / FILE).read_text("utf-8-sig")
    named = [name for chapter in chapters for name in chapter.documents]
    return (*_each(named, identifiers, text, settings), *_left(set(named), identifiers, settings))


def _each(named: Sequence[str], identifiers: Sequence[str], text: str, settings: str) -> Iterator[Diagnostic]:
    seen: dict[str, int] = {}
    known = set(identifiers)
    for name in named:
        seen[name] = seen.get(name, 0) + 1
        place = _place(name, seen[name], text, settings)
        if name not in known:
            near = difflib.get_close_matches(name, identifiers, 3, 0.6)
            meant = " or ".join(f'"{one}"' for one in near)
            hint = f"did you mean {meant}?" if near else _CALLED
            yield Diagnostic("E026", Severity.WARNING, place, f'there is no document "{name}"', hint)
        elif seen[name] == 2:
            message = f'the document "{name}" is named in the chapters twice'
            hint = "it stands where it is named first; take the other away"
            yield Diagnostic("E027", Severity.WARNING, place, message, hint)


_CALLED = 'a document is called after its file, in lower case and without ".txt"'


def _left(named: set[str], identifiers: Sequence[str], settings: str) -> Iterator[Diagnostic]:
    left = [name for name in identifiers if name not in named]
    if not left:
        return
    listed = ", ".join(f'"{name}"' for name in left[:_NAMED])
    more = f", and {len(left) - _NAMED} more" if len(left) > _NAMED else ""
    message = f"no chapter names {listed}{more}"
    hint = "in the books they stand at the end, in a chapter of what is left"
    yield Diagnostic("E028", Severity.WARNING, Place(settings), message, hint)


def _place(name: str, which: int, text: str, settings: str) -> Place:
    """Return where a document is named for the first, second … time."""
    found = list(re.finditer(rf"""(["']){re.escape(name)}\1""", text))
    if len(found) < which:
        return Place(settings)
    start = found[which - 1].start()
    line, column = text.count("\n", 0, start) + 1, start - text.rfind("\n", 0, start)
    return Place(settings, line, column, line, column + len(name) + 2)
