"""The words of all languages as patterns: one look at a line tells what it could be in a treaty or in minutes."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from teiedit.tools import rooms
from teiedit.tools.expressions import expression

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from teiedit.recognise.acts._words import Words

_PACKAGE = __name__.rpartition(".")[0]
# What holds articles, from the widest to the narrowest.
SECTIONS = ("part", "title", "chapter", "section")
# What ends a label: a colon, a dash, or its line.
LABEL_END = r"\s?(?::|\.?\s?[—–]|\.?\s--?(?=\s)|\.?$)"


def languages() -> tuple[str, ...]:
    """Return the tags of the languages that have a file of the words of treaties and minutes."""
    return rooms.names(_PACKAGE)


@cache
def words() -> tuple[Words, ...]:
    """Return the words of every language."""
    return tuple(rooms.module(_PACKAGE, tag).WORDS for tag in languages())


def spelled(phrases: Iterable[str]) -> str:
    """Return the pattern of one of several phrases, whatever their capitals; a star stands for any ending."""
    longest_first = sorted(set(phrases), key=lambda phrase: (-len(phrase), phrase))
    return f"(?i:{'|'.join(map(_phrase, longest_first))})" if longest_first else r"(?!)"


def _phrase(phrase: str) -> str:
    escaped = r"\s+".join(re.escape(word) for word in phrase.removesuffix("*").split())
    if phrase.endswith("*"):
        return escaped + r"\w*"
    if phrase.endswith("."):
        return escaped + "?"
    return escaped + (r"(?!\w)" if phrase[-1].isalnum() else "")


def every(name: str) -> tuple[str, ...]:
    """Return the words of one kind ("treaties", "events") of all languages."""
    return tuple(phrase for one in words() for phrase in getattr(one, name))


@cache
def _first_words(name: str) -> frozenset[str]:
    return frozenset(re.split(r"[\s'’*]", phrase, maxsplit=1)[0].rstrip(".") for phrase in every(name))


def begins(name: str, text: str) -> re.Match[str] | None:
    """Return the words of a kind with which a text begins, or None.

    A look at the first word spares letters the price of the pattern, which is long.
    """
    first = re.split(r"[\s'’.,:;]", text[:40].casefold(), maxsplit=1)[0]
    return opening(name).match(text) if first in _first_words(name) else None


@cache
def opening(name: str) -> re.Pattern[str]:
    """Return the pattern of a text that begins with one of the words of a kind."""
    return expression(spelled(every(name)))


@cache
def label(name: str) -> re.Pattern[str]:
    """Return the pattern of a label: one of the words of a kind ("rolls", "agendas"), and what ends it."""
    return expression(rf"(?P<label>{spelled(every(name))}){LABEL_END}")


@cache
def rolls() -> dict[str, str]:
    """Return every label of a list of participants, to what it lists."""
    return {phrase: subtype for one in words() for phrase, subtype in one.rolls.items()}


@cache
def ordinals() -> dict[str, int]:
    """Return every word that numbers an article, with its number."""
    return {form: place for one in words() for place, forms in enumerate(one.ordinals, 1) for form in forms}


@cache
def headings() -> Sequence[re.Pattern[str]]:
    """Return the patterns of a numbered heading, "Article IV" and "Zweites Kapitel"; a group names its kind."""
    forms = {"article": every("articles")}
    forms |= {kind: tuple(n for one in words() for n in one.sections.get(kind, ())) for kind in SECTIONS}
    noun = "(?:" + "|".join(rf"(?P<{kind}>{spelled(nouns)})" for kind, nouns in forms.items()) + ")"
    sign = (
        rf"(?:(?P<word>{spelled(ordinals())})|(?P<digits>\d{{1,3}})(?:\s?(?P<more>bis|ter|quater|[a-z]))?|"
        r"(?P<roman>[IVXLC]{1,7}))(?!\w)"
    )
    stop = r"(?P<stop>\s*[.:)]?\s*[—–-]{1,2}|\s*[.:)])?\s*"
    return (
        expression(rf"{noun}\s*(?:(?i:the)\s+)?{sign}{stop}"),
        expression(rf"{sign}\.?\s+{noun}(?!\w){stop}"),
    )


@cache
def done() -> tuple[tuple[re.Pattern[str], tuple[re.Pattern[str], ...]], ...]:
    """Return for each language how the sentence begins that says where it was done, and how the place follows."""
    link = r"(?:de|la|le|am|an|der|upon|on|the|di|del|before|near|of|bei|vor|près|devant)\s"
    name = rf"(?:the\s+)?(?P<place>(?:The\s)?[A-ZÀ-Þ][\w’'-]*(?:[.]?\s(?:{link}){{0,2}}[A-ZÀ-Þ][\w’'-]*)*)"
    return tuple(
        (
            expression(spelled(one.done)),
            tuple(expression(rf"(?<!\w){spelled((before,))}\s+{name}") for before in one.places),
        )
        for one in words()
    )
