"""What is said of characters that no font has a sign for: their numbers, and their names in Unicode."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from teiedit.model.diagnostic import Diagnostic, Severity
from teiedit.model.position import Place

if TYPE_CHECKING:
    from collections.abc import Iterable

_NAMED = 40


def without_glyph(clusters: Iterable[str], place: str) -> tuple[Diagnostic, ...]:
    """Return P202, which names each of the characters that a PDF shows by their numbers; nothing if there is none.

    Args:
        clusters: characters, or groups of them that would make one sign.
        place: the file, or the edition, that they stand in.
    """
    names = _names(clusters)
    if not names:
        return ()
    message = f"the PDF's fonts have no sign for {names}: their numbers stand in their place"
    hint = "the attached TEI file and the other formats keep the characters; look whether they were meant"
    return (Diagnostic("P202", Severity.WARNING, Place(place), message, hint),)


def without_font(characters: Iterable[str], place: str) -> tuple[Diagnostic, ...]:
    """Return P204, which names each of the characters that no font of an e-book has; nothing if there is none."""
    names = _names(characters)
    if not names:
        return ()
    message = f"the book's fonts have no sign for {names}: a reading system may show a box"
    hint = "the characters are kept; look whether they were meant"
    return (Diagnostic("P204", Severity.WARNING, Place(place), message, hint),)


def _names(clusters: Iterable[str]) -> str:
    names = [_named(cluster) for cluster in sorted(clusters)]
    more = f", and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
    return f"{', '.join(names[:_NAMED])}{more}"


def _named(cluster: str) -> str:
    return " with ".join(f"U+{ord(c):04X} {unicodedata.name(c, 'without a name')}" for c in cluster)
