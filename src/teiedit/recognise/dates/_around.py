"""What stands around the core of a date: weekdays, "early", "before", "last", brackets, and what joins two dates."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from teiedit.model.position import Span
from teiedit.recognise.dates._calendar import from_julian
from teiedit.recognise.dates._forms import cores

if TYPE_CHECKING:
    from collections.abc import Iterable

    from teiedit.recognise.dates._forms import Draft
    from teiedit.recognise.dates._lexicon import Lexicon
    from teiedit.recognise.dates._tokens import Row

_WEEKDAY_AHEAD = re.compile(r"w\.?p?[,:]?[lf]{0,2}$")
_THIRD_AHEAD = re.compile(r"q[-.]?f?$")
_BOUND_AHEAD = re.compile(r"[BGCZ]\.?[lf]{0,2}$")
_WEEKDAY_BEHIND = re.compile(r",?\(?w\)?")
_AWAY_BEHIND = re.compile(r",?f?T")
_STYLE_BEHIND = re.compile(r",?\(?[NE]\)?")
_WEEKDAY_END = re.compile(r"\s*(?:$|[,.;:)\n–—-])")
_JOINT = re.compile(r",?([-RO&]),?l?")
_BOUNDS = {"B": "before", "G": "after", "C": "about", "Z": "between"}


def dates_of(row: Row, lexicon: Lexicon) -> list[Draft]:
    """Return the dates of a row in order, each with all that belongs to it."""
    drafts: list[Draft] = []
    taken = -1
    for core in cores(row, lexicon):
        draft = _behind(_ahead(_without_stop(core, row), row, taken), row)
        taken = draft.last
        drafts.append(draft)
    return [_bounded(draft, row) for draft in _joined(drafts, row)]


def _ahead(draft: Draft, row: Row, taken: int) -> Draft:
    """Take in the weekday before a date, or the word that says which part of the month."""
    ahead = row.code[taken + 1 : draft.first]
    match = _WEEKDAY_AHEAD.search(ahead)
    if match and draft.start.day and not draft.end and _near(row, taken + 1 + match.start(), draft.first):
        at = taken + 1 + match.start()
        return replace(draft, first=at, weekday=row.tokens[at][3])
    match = _THIRD_AHEAD.search(ahead)
    if match and draft.start.month and not draft.start.day and draft.end is None:
        at = taken + 1 + match.start()
        return replace(draft, first=at, third=row.tokens[at][3])
    return draft


def _without_stop(draft: Draft, row: Row) -> Draft:
    """The stop after a day that comes last is the sentence's: "October 16."."""
    stop = row.code[draft.last] == "." and row.code[draft.last - 1] in "12o" and draft.form != "numeric-day-month"
    return replace(draft, last=draft.last - 1) if stop and draft.last > draft.first else draft


def _near(row: Row, first: int, second: int) -> bool:
    return row.text.count("\n", row.tokens[first][2], row.tokens[second][1]) <= 1


def _behind(draft: Draft, row: Row) -> Draft:
    code = row.code
    if not (draft.start.year or draft.short is not None):
        match = _AWAY_BEHIND.match(code, draft.last + 1)
        if match:
            at = match.end() - 1
            draft = replace(draft, last=at, years=row.tokens[at][3])
    match = _STYLE_BEHIND.match(code, draft.last + 1)
    if match:
        draft = _styled(replace(draft, last=match.end() - 1), "N" in match[0])
    match = _WEEKDAY_BEHIND.match(code, draft.last + 1)
    if match and draft.weekday is None and draft.start.day and draft.end is None:
        at = match.start() + match[0].index("w")
        if _WEEKDAY_END.match(row.text, row.tokens[at][2]) and match[0].count("(") == match[0].count(")"):
            draft = replace(draft, last=match.end() - 1, weekday=row.tokens[at][3])
    return draft


def _styled(draft: Draft, old: bool) -> Draft:
    """Old style is the Julian calendar: the value is the Gregorian day."""
    if not old or draft.calendar or draft.end is not None:
        return draft
    if draft.start.year and draft.start.day and draft.start.possible:
        return replace(draft, start=from_julian(draft.start), calendar="julian")
    return replace(draft, calendar="julian")


def _joined(drafts: list[Draft], row: Row) -> list[Draft]:
    """Make one of two dates with "to", "bis" or a dash between them, or "between ... and"."""
    result: list[Draft] = []
    for draft in drafts:
        joined = _join(result[-1], draft, row) if result else None
        if joined is not None:
            result[-1] = joined
        else:
            result.append(draft)
    return result


def _join(a: Draft, b: Draft, row: Row) -> Draft | None:
    match = _JOINT.fullmatch(row.code, a.last + 1, b.first)
    if match is None or a.end or b.end or a.short is not None or b.short is not None or a.calendar or b.calendar:
        return None
    if a.months is not None or b.months is not None or a.third != b.third or bool(a.start.day) != bool(b.start.day):
        return None
    between = re.search(r"Z[lf]{0,2}$", row.code[: a.first]) is not None
    if match[1] in "&O" and not between and not (match[1] == "O" and not a.start.day):
        return None
    if match[1] == "-" and a.start.year and not b.start.year:
        return None
    start, end = a.start, b.start
    if end.year and not start.year:
        start = start.in_year(end.year - ((start.month, start.day) > (end.month, end.day)))
    elif start.year and not end.year:
        end = end.in_year(start.year + ((start.month, start.day) > (end.month, end.day)))
    if (start.year, start.month, start.day) >= (end.year, end.month, end.day) and start.year:
        return None
    bound = "between" if match[1] in "&O" else ""
    return replace(b, first=a.first, start=start, end=end, weekday=None, bound=bound, third=a.third)


def _bounded(draft: Draft, row: Row) -> Draft:
    """Take in "before", "after", "about" and "between"."""
    match = _BOUND_AHEAD.search(row.code, 0, draft.first)
    if match is None:
        return draft
    bound = _BOUNDS[match[0][0]]
    if (bound == "between") != (draft.end is not None):
        return draft
    cert = "low" if bound == "about" else draft.cert
    note = "the words say that it is not exact" if bound == "about" else draft.note
    return replace(draft, first=match.start(), bound=bound, cert=cert, note=note)


def place(draft: Draft, row: Row) -> tuple[Span, bool, bool] | None:
    """Return where a date stands with the brackets that belong to it, whether it has any, and a question mark.

    None if a bracket closes within it that was opened before: the words do not belong together.
    """
    text, start, end = row.text, row.tokens[draft.first][1], row.tokens[draft.last][2]
    inner = text[start:end]
    depth = inner.count("[") - inner.count("]")
    tail = re.compile(r"\s?\(?\?\)?(?=\s*(?:$|[\]).,;]))|").match(text, end)
    end_mark = tail.end() if tail else end
    if text[start - 1 : start] == "[" and depth <= 0 and inner.find("]") < 0:
        depth += 1
        start_mark = start - 1
    else:
        start_mark = start
    if inner.find("]") >= 0 and "[" not in inner[: inner.find("]")]:
        if text[start - 1 : start] != "[":
            return None
        start_mark, depth = start - 1, depth + 1
    closing = re.compile(r"[.\s]?\??\]").match(text, end_mark)
    if depth > 0 and closing:
        span = Span(start_mark, closing.end())
    elif depth > 0 and start_mark < start:
        span = Span(start, end)
    else:
        span = Span(start_mark if depth <= 0 else start, end_mark)
    words = text[span.start : span.end]
    return span, "[" in words and "]" in words, "?" in words


def longest(founds: Iterable[tuple[Span, int]]) -> list[int]:
    """Return which of the spans to keep, of those that overlap the longest and then the first; each has a rank."""
    ranked = sorted(enumerate(founds), key=lambda item: (-item[1][0].length, item[1][1], item[1][0].start))
    kept: list[tuple[Span, int]] = []
    for at, (span, _) in ranked:
        if not any(span.overlaps(other) for other, _ in kept):
            kept.append((span, at))
    return [at for _, at in sorted(kept)]
