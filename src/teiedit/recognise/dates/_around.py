"""What stands around the core of a date: weekdays, "early", "before", "last", brackets, and what joins two dates."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from teiedit.model.position import Span
from teiedit.recognise.dates._calendar import from_julian
from teiedit.recognise.dates._forms import cores
from teiedit.recognise.dates._lexicon import plain
from teiedit.tools.expressions import expression

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable

    from teiedit.recognise.dates._core import Draft
    from teiedit.recognise.dates._lexicon import Lexicon
    from teiedit.recognise.dates._tokens import Row

_WEEKDAY_AHEAD = expression(r"w\.?p?[,:]?[lf]{0,2}$")
_THIRD_AHEAD = expression(r"q[-.]?f?$")
_BOUND_AHEAD = expression(r"[BGCZ]\.?[lf]{0,2}$")
_BETWEEN_AHEAD = expression(r"Z[lf]{0,2}$")
_REACH = 8
_WEEKDAY_BEHIND = expression(r",?\(?w\)?")
_AWAY_BEHIND = expression(r",?f?T")
_STYLE_BEHIND = expression(r",?\(?[NE]\)?")
_WEEKDAY_END = expression(r"\s*(?:$|[,.;:)\n–—-])")
_JOINT = expression(r",?([-RO&]),?l?")
_OPENING = expression(r"\[\??\s?$")
_CLOSING = expression(r"[.\s]?(?:\s?\(?\?\)?)?\s?\]")
_MARK = expression(r"\s?\(\?\)")
_BOUNDS = {"B": "before", "G": "after", "C": "about", "Z": "between"}


def dates_of(row: Row, lexicon: Lexicon) -> list[Draft]:
    """Return the dates of a row in order, each with all that belongs to it."""
    drafts: list[Draft] = []
    taken = -1
    for core in cores(row, lexicon):
        draft = _behind(_ahead(_without_stop(core, row, lexicon), row, taken), row)
        taken = draft.last
        drafts.append(draft)
    return [_bounded(draft, row) for draft in _joined(drafts, row)]


def _ahead(draft: Draft, row: Row, taken: int) -> Draft:
    """Take in the weekday before a date, or the word that says which part of the month."""
    start = max(taken + 1, draft.first - _REACH)
    match = _WEEKDAY_AHEAD.search(row.code, start, draft.first)
    if match and draft.start.day and not draft.end and _near(row, match.start(), draft.first):
        at = match.start()
        return replace(draft, first=at, weekday=row.tokens[at][3])
    match = _THIRD_AHEAD.search(row.code, start, draft.first)
    if match and draft.start.month and not draft.start.day and draft.end is None:
        at = match.start()
        return replace(draft, first=at, third=row.tokens[at][3])
    return draft


def _without_stop(draft: Draft, row: Row, lexicon: Lexicon) -> Draft:
    """Leave the stop after a day or a whole name that comes last to the sentence: "October 16.", "9 September."."""
    if row.code[draft.last] != "." or draft.last == draft.first or draft.form == "numeric-day-month":
        return draft
    kind, start, end, _ = row.tokens[draft.last - 1]
    whole = kind in "12o" or (kind in "mu" and lexicon.whole(plain(row.text[start:end])))
    return replace(draft, last=draft.last - 1) if whole else draft


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
    between = _BETWEEN_AHEAD.search(row.code, max(0, a.first - _REACH), a.first) is not None
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
    match = _BOUND_AHEAD.search(row.code, max(0, draft.first - _REACH), draft.first)
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
    first_close, first_open = text.find("]", start, end), text.find("[", start, end)
    opening = _OPENING.search(text, max(0, start - 3), start)
    opened_before = opening is not None
    if first_close >= 0 and not 0 <= first_open < first_close:
        # "[Juni] 1903"
        return (Span(_start(opening, start), end), True, "?" in text[start:end]) if opened_before else None
    closing = _CLOSING.match(text, end)
    if closing and (opened_before or text.count("[", start, end) > text.count("]", start, end)):
        span = Span(_start(opening, start), closing.end())
    else:
        mark = _MARK.match(text, end)
        span = Span(start, mark.end() if mark else end)
    words = text[span.start : span.end]
    return span, "[" in words and "]" in words, "?" in words


def _start(opening: re.Match[str] | None, start: int) -> int:
    return opening.start() if opening else start


def longest(founds: Iterable[tuple[Span, int]]) -> list[int]:
    """Return which of the spans to keep: of those that overlap the longest, then that of the lowest rank."""
    ordered = sorted(enumerate(founds), key=lambda item: (item[1][0], item[1][1]))
    kept: list[int] = []
    group: list[tuple[int, tuple[Span, int]]] = []
    for item in ordered:
        if group and item[1][0].start >= max(other[1][0].end for other in group):
            kept += _of_group(group)
            group = []
        group.append(item)
    return kept + _of_group(group)


def _of_group(group: list[tuple[int, tuple[Span, int]]]) -> list[int]:
    chosen: list[tuple[Span, int]] = []
    for at, (span, _) in sorted(group, key=lambda item: (-item[1][0].length, item[1][1], item[1][0].start)):
        if not any(span.overlaps(other) for other, _ in chosen):
            chosen.append((span, at))
    return [at for _, at in sorted(chosen)]
