"""Dates in running text: one grammar for all languages, one file of words for each.

In: a text and the languages to try. Out: dates with their value in the forms of TEI's att.datable.w3c
(https://tei-c.org/release/doc/tei-p5-doc/en/html/ref-att.datable.w3c.html), never more precise than the words.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from teiedit.recognise.dates._around import dates_of, longest, place
from teiedit.recognise.dates._calendar import Calendar, from_julian
from teiedit.recognise.dates._forms import NAMES
from teiedit.recognise.dates._found import Found
from teiedit.recognise.dates._heading import heading_date
from teiedit.recognise.dates._lexicon import LAST, NEXT
from teiedit.recognise.dates._roman import roman_days
from teiedit.recognise.dates._rule import WHAT, DateRule
from teiedit.recognise.dates._times import Time, times
from teiedit.recognise.dates._tokens import row, windows
from teiedit.tools import rooms

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from teiedit.recognise.dates._core import Draft
    from teiedit.recognise.dates._lexicon import Lexicon
    from teiedit.recognise.dates._tokens import Row

__all__ = [
    "LAST",
    "NEXT",
    "Calendar",
    "DateRule",
    "Found",
    "Time",
    "find",
    "from_julian",
    "heading",
    "languages",
    "lexicon",
    "rules",
    "times",
]

UNDETERMINED = "und"


def languages() -> tuple[str, ...]:
    """Return the tags of the languages whose dates can be read; "und" reads what is the same in all."""
    return rooms.names(__name__)


@cache
def lexicon(tag: str) -> Lexicon:
    """Return the words of a language ("de" for "de-AT"), or of none in particular if it has no file."""
    name = tag.partition("-")[0]
    found: Lexicon = rooms.module(__name__, name if name in languages() else UNDETERMINED).LEXICON
    return found


@cache
def rules(language: str) -> tuple[DateRule, ...]:
    """Return the rules of one language, or none if the language has no file."""
    return tuple(_rules(language).values()) if language in languages() else ()


@cache
def _rules(language: str) -> dict[str, DateRule]:
    words = lexicon(language)
    return {
        form: DateRule(
            f"{language}.{form}",
            WHAT[form].format(words.name),
            tuple(words.examples.get(form, ())),
            words.counterexamples if form == NAMES[0] else (),
        )
        for form in NAMES
    }


@cache
def _tags(tags: tuple[str, ...]) -> tuple[str, ...]:
    """Return the languages to read, once each."""
    known = (tag.partition("-")[0] for tag in tags)
    return tuple(dict.fromkeys(tag if tag in languages() else UNDETERMINED for tag in known)) or (UNDETERMINED,)


def find(text: str, tags: Sequence[str]) -> tuple[Found, ...]:
    """Return the dates in `text` in the order in which they stand, without overlap.

    The longest reading wins, then that of the language named first.

    Args:
        text: a line, a paragraph or a whole letter.
        tags: the BCP 47 tags of the languages to try, the likeliest first.
    """
    return _find(text, _tags(tuple(tags)))


# A dateline is asked for its date when lines are weighed, when the place is read, and when dates are marked.
@lru_cache(maxsize=512)
def _find(text: str, tags: tuple[str, ...]) -> tuple[Found, ...]:
    found = [(date, rank) for rank, tag in enumerate(tags) for date in _in_language(text, tag)]
    if len(found) < 2:
        return tuple(date for date, _ in found)
    return tuple(found[at][0] for at in longest((date.span, rank) for date, rank in found))


def _in_language(text: str, tag: str) -> Iterator[Found]:
    words = lexicon(tag)
    for start, end in windows(text, words):
        letters = row(text, start, end, words)
        for draft in dates_of(letters, words):
            made = _found(draft, letters, tag)
            if made is not None:
                yield made
    if words is lexicon("la"):
        for span, day, cert, note in roman_days(text):
            yield Found(span, day, None, None, _rules(tag)["day-month-year" if day.year else "day-month"], cert, note)


def _found(draft: Draft, letters: Row, tag: str) -> Found | None:
    where = place(draft, letters)
    if where is None:
        return None
    span, supplied, doubtful = where
    cert, note = draft.cert, draft.note
    if doubtful:
        cert, note = "low", "an editor put a question mark to it"
    elif supplied and cert == "high":
        cert, note = "medium", "supplied by an editor in square brackets"
    return Found(
        span,
        draft.start,
        draft.end,
        draft.weekday,
        _rules(tag)[draft.form],
        cert,
        note,
        draft.short,
        draft.bound,
        draft.calendar,
        supplied,
        doubtful,
        draft.months,
        draft.years,
        draft.third,
    )


def heading(text: str, tags: Sequence[str]) -> tuple[str, Found | None]:
    """Return an editor's heading without the date at its end, and that date.

    "Message from A to B, 27 October 1962" is "Message from A to B" and the date; "A an B, o. D." is "A an B" and
    None; a place before the date stays: "A an B, Basel".
    """
    return heading_date(text, find(text, tags), _year_rule(tuple(tags)))


@cache
def _year_rule(tags: tuple[str, ...]) -> DateRule:
    return _rules(_tags(tags)[0])["year"]
