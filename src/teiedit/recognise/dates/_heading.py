"""An editor's heading and the date at its end."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from teiedit.model.position import Span
from teiedit.recognise.dates._calendar import Calendar
from teiedit.recognise.dates._found import Found
from teiedit.tools.expressions import expression

if TYPE_CHECKING:
    from teiedit.recognise.dates._rule import DateRule

# after the date: closing signs, or an editor's remark in brackets that holds no figures: "[PS]"
_AFTER = expression(r"[\s.,;)\]]*(?:[\[(][^\[\]()\d]{1,60}[\])]\s*)?$")
_UNDATED = expression(
    r"[\s,;.:–—-]*[(\[]?(?<![^\W_])(?:[oO]\. ?[DdJj]\.|[sSnN]\. ?[dDaA]\.|[oO]hne Datum|[uU]ndatiert|[uU]ndated"
    r"|[nN]o date|[sS]ans date|[nN]on datée?|[sS]enza data|[sS]in fecha|[zZ]onder datum)[)\].]*\s*$"
)
_PERHAPS = "vermutlich|wohl|wahrscheinlich|vielleicht|probably|perhaps|possibly|sans doute|probablement|forse|quizás"
_LINKS = (
    "dated|of|on|from|vom|von|am|den|aus|aus dem Jahre?|datiert|du|le|de|en date du|datée? du|del|il|in data|van|den"
)
# what joins a heading and its date and belongs to neither
_JOINT = expression(rf"(?:[\s,;:–—(\[-]+(?:(?:(?:,\s*)?(?:{_PERHAPS})\s+)?(?:{_LINKS})\.?|(?:{_PERHAPS}))?)?\s*[(\[]?$")
_DOUBT = expression(rf"(?:{_PERHAPS})(?![^\W_])")
# a stop that ends a sentence, and no abbreviation
_STOP = expression(r"(?<=[^\W\d_]{3})\.$")
_GUESS = "the heading says that it is a guess"
_YEAR = expression(r"(?<=[\s,(\[])(?P<words>\[?(?P<year>1[0-9]{3}|20[0-9]{2})\s?\??\]?)(?=[\s.)]*$|\s*\[)")


def heading_date(text: str, found: tuple[Found, ...], year_rule: DateRule) -> tuple[str, Found | None]:
    """Return the heading without the last of the dates `found` in it, if that stands at its end, and that date.

    Args:
        text: the heading.
        found: the dates in it.
        year_rule: the rule to name for a year that stands alone at the end.
    """
    undated = _UNDATED.search(text)
    if undated:
        return text[: undated.start()], None
    last = found[-1] if found and _AFTER.fullmatch(text, found[-1].span.end) else _year(text, year_rule)
    if last is None:
        return text, None
    before = text[: last.span.start]
    joint = _JOINT.search(before)
    if joint and _DOUBT.search(joint[0]) and not last.doubtful:
        last = replace(last, cert="low", note=_GUESS, doubtful=True)
    return _STOP.sub("", (before[: joint.start()] if joint else before).rstrip(" ,;")), last


def _year(text: str, rule: DateRule) -> Found | None:
    match = _YEAR.search(text)
    if match is None or not _AFTER.fullmatch(text, match.end()):
        return None
    before = text[: match.start()]
    joint = _JOINT.search(before)
    if joint is None or not joint[0].strip():
        return None
    doubtful = "?" in match["words"] or _DOUBT.search(joint[0]) is not None
    note = _GUESS if doubtful else ""
    span = Span(*match.span("words"))
    supplied = "[" in match["words"]
    return Found(
        span,
        Calendar(int(match["year"])),
        None,
        None,
        rule,
        "low" if doubtful else "medium" if supplied else "high",
        note,
        supplied=supplied,
        doubtful=doubtful,
    )
