"""Times of day: 10 p.m., noon, 11 Uhr vormittags, ½ 6, 8 h. 30 du soir.

The value is that of @when in TEI (xsd:time), given only where morning and evening cannot be confused.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from teiedit.model.position import Span
from teiedit.tools.expressions import expression

if TYPE_CHECKING:
    import re
    from collections.abc import Sequence

    from teiedit.model.evidence import Attributes

_QUARTERS = {"¼": 15, "½": 30, "¾": 45, "1/4": 15, "1/2": 30, "3/4": 45, "halb": 30}
_PART = r"(?:¼|½|¾|1/2|1/4|3/4)"
_ENGLISH = expression(
    r"(?<![\d.,:/])(?P<hour>\d{1,2})(?:[.:](?P<minute>\d\d))?\s?(?P<half>[AaPp])\.?\s?[Mm](?:\.|\b)"
    r"|(?<![\d.,:/])(?P<clock>\d{1,2})(?:[.:](?P<clock_minute>\d\d))?\s?o['’]clock\b"
    r"|\b(?P<word>(?:12\s)?(?:noon|midnight))\b"
)
_MORNING = r"früh|morgens|vormittags?|vorm\.?|v\.\s?m\.|nachts"
_EVENING = r"nachmittags?|nachm\.?|n\.\s?m\.|abends?|abds\.?"
_GERMAN = expression(
    rf"(?<![\d.,:/])(?P<hour>\d{{1,2}})(?:[.:](?P<minute>\d\d))?\s?(?P<part>{_PART})?"
    r"\s?(?P<clock>(?:Uhr|h\.)(?![^\W\d_]))?(?:(?<=Uhr)\s(?P<past>[0-5]\d)(?=\s?(?:Min|morg|früh|vorm|nachm|mitt|abend|nacht)|[.,;)\]]?\s*$|[,;)\]])(?:\s?Min(?:\.|uten)?)?)?"
    rf"(?:\s?(?P<morning>(?i:{_MORNING}))|\s?(?P<evening>(?i:{_EVENING})))?(?![\w/])"
    rf"|(?<![\d/])(?P<to>{_PART}|\b[Hh]alb)\s?(?P<next>\d{{1,2}})(?!\d)(?:\s?(?P<clock2>Uhr)\b)?"
    rf"(?:\s?(?P<morning2>(?i:{_MORNING}))|\s?(?P<evening2>(?i:{_EVENING})))?(?![\w/])"
)
_FRENCH = expression(
    rf"(?<![\d.,:/])(?P<hour>\d{{1,2}})\s?(?P<clock>heures?\b|h\b\.?)"
    rf"(?:\s?(?P<minute>\d\d)\b|\s?(?P<part>{_PART}|et demie))?"
    r"(?:\s(?:(?P<morning>du matin)|(?P<evening>du soir|de l['’]après-midi)))?"
    r"|\b(?P<word>midi|minuit)\b"
)


@dataclass(frozen=True, slots=True)
class Time:
    """A time of day in a text.

    Attributes:
        span: where it stands.
        value: such as "19:00:00", or "" where it may be in the morning or in the evening.
        certain: whether the words alone say that it is a time; "½ 6" does only beside a date.
    """

    span: Span
    value: str
    certain: bool

    def attributes(self) -> Attributes:
        """Return the TEI attribute @when, if there is a value."""
        return (("when", self.value),) if self.value else ()


def times(text: str, tags: Sequence[str]) -> tuple[Time, ...]:
    """Return the times of day in `text`, in English, German and French.

    Args:
        text: a dateline, or more.
        tags: the languages to try, in order; a later one adds only what does not overlap.
    """
    found: list[Time] = []
    for tag in tags:
        pattern = _PATTERNS.get(tag.partition("-")[0])
        for match in pattern.finditer(text) if pattern else ():
            time = _time(match)
            if time and not any(time.span.overlaps(other.span) for other in found):
                found.append(time)
    return tuple(sorted(found, key=lambda time: time.span))


def _time(match: re.Match[str]) -> Time | None:
    groups = match.groupdict()
    span = Span(*match.span())
    if groups.get("word"):
        return Time(span, "00:00:00" if groups["word"].endswith(("midnight", "minuit")) else "12:00:00", True)
    if groups.get("half"):
        return _english(span, groups)
    return _other(span, groups, int(groups.get("hour") or groups.get("next") or groups["clock"] or 0))


def _english(span: Span, groups: dict[str, str | None]) -> Time | None:
    hour, minute = int(groups["hour"] or 0), int(groups["minute"] or 0)
    if not 1 <= hour <= 12 or minute > 59:
        return None
    if hour == 12 and not minute:
        # 12 p.m. was midnight to some and noon to others
        return Time(span, "", True)
    hour = hour % 12 + (12 if (groups["half"] or "").lower() == "p" else 0)
    return Time(span, f"{hour:02d}:{minute:02d}:00", True)


def _other(span: Span, groups: dict[str, str | None], hour: int) -> Time | None:
    part = groups.get("part") or groups.get("to") or ""
    minute = int(groups.get("minute") or groups.get("past") or groups.get("clock_minute") or 0) + _QUARTERS.get(
        part.lower(), 0
    )
    minute += 30 if part == "et demie" else 0
    if groups.get("to"):
        hour -= 1
    morning = groups.get("morning") or groups.get("morning2")
    evening = groups.get("evening") or groups.get("evening2")
    said = bool(groups.get("clock") or groups.get("clock2") or morning or evening)
    if hour > 24 or hour < 0 or minute > 59 or not (said or part):
        return None
    if evening and hour < 12:
        hour += 12
    # "¼ 8" is a quarter past seven to some and to eight to others; without a word any hour below 13 may be either
    known = (morning or evening or hour > 12) and groups.get("to") not in ("¼", "1/4", "¾", "3/4")
    return Time(span, f"{hour % 24:02d}:{minute:02d}:00" if known else "", said)


_PATTERNS = {"en": _ENGLISH, "de": _GERMAN, "fr": _FRENCH}
