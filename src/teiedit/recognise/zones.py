"""Which lines are the dateline, the salutation, a paragraph, the signature: one reading of the whole transcript.

Each line may have one of a few functions (states). Rules say how well a line fits a function, a small grammar
of letters says which function may follow which, and the best path through both is found for the transcript as
a whole (Viterbi), so that a signature in the middle or a heading at the end loses against what surrounds it.
Neither order nor shape is absolute: a letter without salutation, or two letters on one sheet, can be read.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from teiedit.model.evidence import Evidence, Zone
from teiedit.model.position import Span
from teiedit.model.source import WHITE
from teiedit.recognise import dates, formulas

if TYPE_CHECKING:
    from collections.abc import Sequence

    from teiedit.model.source import Line, Transcript
    from teiedit.recognise.formulas import LineRule

# Where in a document each function belongs; "part" and "more" (a line that goes on) have no place of their own.
_STAGE = {
    "series": 0,
    "transcript": 0,
    "main": 0,
    "reference": 0,
    "dateline": 1,
    "salute": 1,
    "p": 2,
    "valediction": 3,
    "signed": 3,
    "role": 3,
    "postscript": 4,
}
_STATES = (*_STAGE, "part", "more")
_START = -1

# What a line costs in a function for which it shows no sign.
_UNSIGNED = {
    "series": -1.5,
    "transcript": -9.0,
    "main": -3.0,
    "reference": -9.0,
    "dateline": -9.0,
    "salute": -9.0,
    "p": 0.0,
    "valediction": -9.0,
    "signed": -6.0,
    "role": -9.0,
    "postscript": -9.0,
    "part": -9.0,
    "more": 0.0,
}
_HEADING_SCORE = 4.0
_DATELINE_SCORE = 4.0
# The only words in small letters that a dateline has beside its date, in the languages of Europe's chanceries.
_SMALL = frozenset("of the at in near off and de la le les du des den der am an im à en am".split())
# A typist's page is narrower than this; a longer line is a whole paragraph.
_PAGE_WIDTH = 120
_SIGNATURE_WIDTH = 80


@dataclass(frozen=True, slots=True)
class _Reading:
    """One line with all that can be said of it alone."""

    line: Line
    text: str
    scores: dict[str, float]
    rules: dict[str, Evidence]
    after_blank: bool


def find_zones(transcript: Transcript, tags: Sequence[str]) -> tuple[Zone, ...]:
    """Return the zones of a transcript in order: together they hold every line that is not blank.

    Args:
        transcript: the lines.
        tags: the languages whose set phrases to look for.
    """
    readings = _readings(transcript, tags)
    states = _best_path(readings, wrapped=all(len(r.text) <= _PAGE_WIDTH for r in readings))
    return tuple(_zones(readings, states))


def _readings(transcript: Transcript, tags: Sequence[str]) -> list[_Reading]:
    rules = [rule for tag in ("und", *tags) for rule in formulas.rules(tag)]
    headings = formulas.headings(tuple(tags))
    readings: list[_Reading] = []
    after_blank = True
    for line in transcript.lines:
        if line.blank:
            after_blank = True
            continue
        text = line.text.strip(WHITE)
        scores, evidence = _by_rules(text, rules)
        _as_heading(text, headings, tags, scores)
        _as_dateline(text, tags, scores, evidence)
        readings.append(_Reading(line, text, scores, evidence, after_blank))
        after_blank = False
    return readings


def _by_rules(text: str, rules: list[LineRule]) -> tuple[dict[str, float], dict[str, Evidence]]:
    scores, evidence = dict(_UNSIGNED), {}
    for rule in rules:
        if rule.score > scores[rule.zone] and rule.pattern.match(text):
            scores[rule.zone] = rule.score
            evidence[rule.zone] = Evidence(f"zone.{rule.id}", rule.cert)
    if len(text) > _PAGE_WIDTH:
        scores["series"] = scores["main"] = -9.0
    if len(text) > _SIGNATURE_WIDTH or not any(character.isalpha() for character in text):
        scores["signed"] = -9.0
    if text[-1] in ".!?;" and len(text) > 60:
        scores["series"] -= 2
        scores["main"] -= 2
    return scores, evidence


def _as_heading(
    text: str, headings: Sequence[formulas.HeadingRule], tags: Sequence[str], scores: dict[str, float]
) -> None:
    if len(text) <= 200 and any(rule.pattern.fullmatch(split_date(text, tags)[0]) for rule in headings):
        scores["main"] = _HEADING_SCORE


def _as_dateline(text: str, tags: Sequence[str], scores: dict[str, float], evidence: dict[str, Evidence]) -> None:
    if len(text) > 90:
        return
    found = [date for date in dates.find(text, tags) if date.start.day or date.start.month]
    if not found:
        return
    rest = (text[: found[0].span.start] + text[found[-1].span.end :]).strip(" ,.;:()[]—–-")
    words = rest.split()
    if len(words) <= 6 and not any(word.islower() and word not in _SMALL for word in words):
        scores["dateline"] = _DATELINE_SCORE
        evidence["dateline"] = Evidence("zone.dateline", "high")


def split_date(text: str, tags: Sequence[str]) -> tuple[str, dates.Found | None]:
    """Return a heading without the date at its end, and that date."""
    found = dates.find(text, tags)
    if found and not text[found[-1].span.end :].strip(" .)]"):
        before = text[: found[-1].span.start].rstrip(" ,;([")
        return (before.removesuffix(" dated").removesuffix(" of").rstrip(" ,"), found[-1])
    return text, None


def _best_path(readings: list[_Reading], *, wrapped: bool) -> list[str]:
    """Viterbi over (state, stage reached): the stage is kept through parts and continued lines."""
    best: dict[tuple[str, int], tuple[float, tuple[str, int] | None]] = {("", _START): (0.0, None)}
    steps: list[dict[tuple[str, int], tuple[float, tuple[str, int] | None]]] = []
    for reading in readings:
        following: dict[tuple[str, int], tuple[float, tuple[str, int] | None]] = {}
        for previous, (total, _) in best.items():
            for state in _STATES:
                local = reading.scores[state]
                if local <= -9:
                    continue
                score = total + local + _transition(previous, state, reading, wrapped=wrapped)
                key = (state, _STAGE.get(state, previous[1]))
                if key not in following or score > following[key][0]:
                    following[key] = (score, previous)
        steps.append(following)
        best = following
    return _trace(steps)


def _trace(steps: list[dict[tuple[str, int], tuple[float, tuple[str, int] | None]]]) -> list[str]:
    if not steps:
        return []
    # ties go to the state that comes first, so that the reading never depends on a dictionary's order
    key = max(steps[-1], key=lambda k: (steps[-1][k][0], -_STATES.index(k[0])))
    path = []
    for step in reversed(steps):
        path.append(key[0])
        previous = step[key][1]
        if previous is None:
            break
        key = previous
    return path[::-1]


def _transition(previous: tuple[str, int], state: str, reading: _Reading, *, wrapped: bool) -> float:
    before, stage = previous
    if state == "more":
        continues = wrapped and not reading.after_blank and before in ("p", "more", "postscript", "salute")
        return 1.0 if continues else -20.0
    if state == "part":
        return 0.0
    score = 0.0
    target = _STAGE[state]
    if target < stage:
        # a second letter below the first, or a foot dateline
        score -= 1.0 if state == "dateline" else 5.0
    if state == "p" and wrapped and not reading.after_blank and before in ("p", "more"):
        score -= 0.5
    if target == 0:
        score += _front(before, state)
    if state == "signed":
        score += {"valediction": 3.0, "signed": -1.0, "": -20.0, "p": 0.5}.get(before, -1.0)
        score += 0.5 if reading.after_blank or before == "valediction" else -1.5
    if state == "role":
        score += 0.0 if before in ("signed", "role") and not reading.after_blank else -20.0
    if state == "salute" and before in ("dateline", "reference", "main", "part", ""):
        score += 1.0
    return score


def _front(before: str, state: str) -> float:
    """Weigh the order of an archive's sheet: series, transcript, heading, reference."""
    if before not in ("", "series", "transcript", "main", "reference"):
        return -12.0
    if state == "main" and before in ("main", "reference"):
        return -4.0
    if state == "series" and before != "":
        return -4.0
    return {("series", "transcript"): 2.0, ("transcript", "main"): 3.5, ("main", "reference"): 5.0}.get(
        (before, state), 0.0
    )


def _zones(readings: list[_Reading], states: list[str]) -> list[Zone]:
    zones: list[Zone] = []
    for reading, state in zip(readings, states, strict=True):
        start = reading.line.span.start + reading.line.text.index(reading.text)
        span = Span(start, start + len(reading.text))
        if state == "more" and zones:
            last = zones[-1]
            zones[-1] = Zone(last.kind, Span(last.span.start, span.end), last.evidence)
        else:
            zones.append(Zone(state, span, reading.rules.get(state)))
    return zones
