"""A card written as one long line: "Lindau 3.5.17 Lieber Hans! … Herzliche Grüße Dein Karl".

Where a sheet has one line only, it is cut into lines where positive signs say so: a date at its head right before
a salutation, and at its end, after a sentence, the words of a close with a name behind them.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from teiedit.model.position import Span
from teiedit.model.source import FORM_FEED, WHITE
from teiedit.recognise import dates, formulas
from teiedit.recognise.people import form_of
from teiedit.tools.expressions import expression

if TYPE_CHECKING:
    from collections.abc import Sequence

    from teiedit.recognise.zones.layout import Row

# Place and date at the head are no longer, nor are close and name at the end.
_HEAD, _END = 60, 90
_SPACE = WHITE + FORM_FEED
# A place and what links it to the date: "Neu Ulm, den", "Paris, le".
_PLACE_WORDS = 3
_GREETING = expression(r"[^,!:.;]{3,40}[,!:][ \t]+(?=[^ \t])")
_SENTENCE = expression(r"[.!?…][ \t]+(?=[^\W\d_])")
_WORD = expression(r"[ \t]+(?=[^\W\d_])")


def cut_card(rows: list[Row], tags: Sequence[str]) -> list[Row]:
    """Return the one line of a card as the lines of its dateline, its text, its close and its signature.

    Args:
        rows: the lines of the sheet; several are returned as they are.
        tags: the languages whose set phrases to look for.
    """
    if len(rows) != 1 or len(rows[0].text) <= _HEAD:
        return rows
    text = rows[0].text
    opening = _opening(text, tags)
    cuts = [0, *opening, *(at for at in _closing(text, tags) if not opening or at > opening[-1]), len(text)]
    return [_row(rows[0], a, b) for a, b in pairwise(cuts)]


def _row(row: Row, start: int, end: int) -> Row:
    text = row.text[start:end]
    first = start + len(text) - len(text.lstrip(_SPACE))
    last = end - len(text) + len(text.rstrip(_SPACE))
    span = Span(row.span.start + first, row.span.start + last)
    alone = replace(row, text=row.text[first:last], span=span, before_blank=True, after_blank=True, runs_on=False)
    return replace(alone, spaced=True)


def _opening(text: str, tags: Sequence[str]) -> list[int]:
    """Return where a date at the head ends, with at most a place before it, and where the salutation behind it does.

    Nothing where no salutation is there, at the head or right behind a date.
    """
    heads = [0, *(match.end() for match in _WORD.finditer(text[:_HEAD]))]
    for head in heads:
        greeting = _GREETING.match(text, head)
        if (
            greeting
            and _matches("salute", greeting.group().rstrip(_SPACE), tags)
            and (not head or _dated(text[:head], tags))
        ):
            return [*([head] if head else []), greeting.end()]
    return []


def _dated(text: str, tags: Sequence[str]) -> bool:
    bare = text.rstrip(" .,;\t")
    found = dates.find(bare, tags)
    exact = bool(found) and found[-1].span.end == len(bare) and bool(found[-1].start.day or found[-1].start.month)
    return exact and len(bare[: found[0].span.start].split()) <= _PLACE_WORDS


def _closing(text: str, tags: Sequence[str]) -> list[int]:
    """Return where the close begins, and where the name behind it; nothing where either is not there."""
    starts = [m.end() for m in _SENTENCE.finditer(text) if len(text) - m.end() <= _END]
    for start in reversed(starts):
        spaces = [m for m in _WORD.finditer(text, start) if _matches("valediction", text[start : m.start()], tags)]
        named = [m for m in spaces if _matches("signed", text[m.end() :], tags)]
        named += [m for m in reversed(spaces) if form_of(text[m.end() :]) in ("alone", "full", "initials")]
        if named:
            return [start, named[0].end()]
        if _matches("signed", text[start:], tags):
            return [start]
    return []


def _matches(zone: str, text: str, tags: Sequence[str]) -> bool:
    rules = (rule for tag in tags for rule in formulas.rules(tag) if rule.zone == zone)
    return any(rule.pattern.match(text) for rule in rules)
