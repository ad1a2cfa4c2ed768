"""Letters that are named in letters: "your letter of the 3rd inst.", "Ihr Schreiben vom 3. d. M.", "la vôtre du 3".

In: a text, its languages, and where its dates stand. Out: which dates are those of letters, and whose letters.
One file for each language has the words, with examples and counterexamples, which one shared test runs.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Literal

from teiedit.model.position import Span
from teiedit.recognise.letters._words import Letters
from teiedit.tools import rooms
from teiedit.tools.expressions import expression

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Sequence

__all__ = ["Letters", "NamedLetter", "days_alone", "languages", "linked_dates", "named", "named_before", "words"]

Whose = Literal["yours", "ours", ""]

# No words by which a letter is named are longer.
_REACH = 120
_GAP = 24
# What may part the dates of several letters: "your letters of May 3 and of June 5".
_ALSO = expression(
    r"\s*(?:,|&|(?<!\w)(?:and|und|u|et|y|e|ed|en|og|och|i|a|oraz|ac)(?!\w)\.?|\s)+\s*(?:[^\W\d_]{1,4}\.?\s*)?"
)


@dataclass(frozen=True, slots=True)
class NamedLetter:
    """A letter that is named by its date.

    Attributes:
        span: the words that name it, to the end of its date.
        date: the words of its date.
        whose: "yours" if the addressee wrote it, "ours" if the writer did, "" where it is not said.
        genre: what it is called, or the language's word for a letter.
        title: how one writes of such a letter, with places for genre, sender and addressee.
    """

    span: Span
    date: Span
    whose: Whose
    genre: str
    title: str


def languages() -> tuple[str, ...]:
    """Return the tags of the languages that have a file."""
    return rooms.names(__name__)


@cache
def words(tag: str) -> Letters | None:
    """Return the words of one language, or None if it has no file."""
    return rooms.module(__name__, tag).LETTERS if tag in languages() else None


@cache
def _known(tags: tuple[str, ...]) -> tuple[Letters, ...]:
    return tuple(found for tag in tags if (found := words(tag)) is not None)


def named(text: str, dates: Sequence[Span], tags: Sequence[str]) -> tuple[NamedLetter, ...]:
    """Return the letters that `text` names by one of the dates in it, in their order.

    One to somebody else than the addressee ("your letter of May 3 to Mr. Bell") is left out.

    Args:
        text: a paragraph, or a whole letter.
        dates: where its dates stand, in their order.
        tags: the languages to try, the likeliest first.
    """
    found: list[NamedLetter] = []
    for date in dates:
        letter = named_before(text, date, tags) or _also(text, date, found)
        if letter is not None:
            found.append(letter)
    return tuple(letter for letter in found if not _to_others(text, letter.date.end, tags))


def named_before(text: str, date: Span, tags: Sequence[str]) -> NamedLetter | None:
    """Return the letter that the words before a date name, or None."""
    start = max(0, date.start - _REACH)
    for language in _known(tuple(tags)):
        match = language.owned_before.search(text, start, date.start) or language.before.search(text, start, date.start)
        if match:
            return NamedLetter(Span(match.start(), date.end), date, *_said(match, language), language.title)
    return None


def _said(match: re.Match[str], language: Letters) -> tuple[Whose, str]:
    groups = {name for name, value in match.groupdict().items() if value}
    whose: Whose = ""
    if groups & {"yours", "yours_alone", "yours_after"}:
        whose = "yours"
    elif groups & {"ours", "ours_alone", "ours_after"}:
        whose = "ours"
    genre = match.groupdict().get("genre") or match.groupdict().get("genre_before")
    return whose, genre or language.letter


def _also(text: str, date: Span, found: Sequence[NamedLetter]) -> NamedLetter | None:
    """Return one more of several letters, whose date follows that of the last."""
    if not found or date.start - found[-1].date.end > _GAP or not _ALSO.fullmatch(text, found[-1].date.end, date.start):
        return None
    return NamedLetter(date, date, found[-1].whose, found[-1].genre, found[-1].title)


def _to_others(text: str, end: int, tags: Sequence[str]) -> bool:
    return any(language.to_others.match(text, end) for language in _known(tuple(tags)))


def days_alone(text: str, tags: Sequence[str]) -> Iterator[tuple[Span, int]]:
    """Yield where letters are named by the day of their month alone, with its ending, and the day."""
    for language in _known(tuple(tags)):
        for match in language.with_day.finditer(text):
            figures = "".join(character for character in match["day"] if character.isdigit())
            yield Span(match.start("day"), match.end()), int(figures)


def linked_dates(text: str, tags: Sequence[str]) -> frozenset[int]:
    """Return the offsets at which a date would be that of a letter: "the letter of" has it right behind it."""
    return frozenset(match.end() for each in _known(tuple(tags)) for match in each.linked.finditer(text))
