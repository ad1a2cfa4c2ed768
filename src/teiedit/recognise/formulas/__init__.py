"""The set phrases of letters, one file of rules for each language, and those that know no language.

A rule says of a single line how well it fits one function in a document; which function the line really has
is decided for the whole transcript at once, in `teiedit.recognise.zones`.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from teiedit.recognise.formulas._rule import HeadingRule, LineRule, labels
from teiedit.tools import rooms

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["HeadingRule", "LineRule", "headings", "joined", "labels", "languages", "rules", "to"]


def languages() -> tuple[str, ...]:
    """Return the tags of the languages that have a file; "und" is the one for every language."""
    return rooms.names(__name__)


@cache
def rules(language: str) -> tuple[LineRule, ...]:
    """Return the line rules of one language, or none if the language has no file."""
    found: tuple[LineRule, ...] = ()
    if language in languages():
        found = rooms.module(__name__, language).LINES
    return found


@cache
def headings(tags: Sequence[str]) -> tuple[HeadingRule, ...]:
    """Return the rules for headings that name sender and addressee, in the order of `tags`."""
    return tuple(rule for tag in tags if tag in languages() for rule in rooms.module(__name__, tag).HEADINGS)


def to(language: str) -> str:
    """Return what stands between sender and addressee in a title in `language`; "to" where none is known."""
    return getattr(rooms.module(__name__, language), "TO", "to") if language in languages() else "to"


def joined(language: str) -> str:
    """Return the word between two names in a title in `language`; "and" where none is known."""
    return getattr(rooms.module(__name__, language), "AND", "and") if language in languages() else "and"
