"""Lines whose function an editor has decided: the best path goes through it, or around what it is not."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from teiedit.model.position import Span
from teiedit.model.source import FORM_FEED, WHITE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from teiedit.model.evidence import Evidence
    from teiedit.recognise.zones.layout import Row
    from teiedit.recognise.zones.scores import Scored

_SPACE = WHITE + FORM_FEED


@dataclass(frozen=True, slots=True)
class Forced:
    """What has been decided of some lines.

    Attributes:
        span: their words; where it begins or ends within a line, the line is two.
        states: the functions that they may have; of several the grammar of letters chooses.
        evidence: by whom and why.
        excluded: they have none of these functions, and may have any other.
    """

    span: Span
    states: tuple[str, ...]
    evidence: Evidence
    excluded: bool = False


def cut(rows: Sequence[Row], decided: Sequence[Forced]) -> list[Row]:
    """Return lines cut where what was decided begins or ends within them."""
    bounds = sorted({at for one in decided if not one.excluded for at in (one.span.start, one.span.end)})
    return [piece for row in rows for piece in _pieces(row, bounds)] if bounds else list(rows)


def _pieces(row: Row, bounds: Sequence[int]) -> Iterator[Row]:
    # a word is never divided: it would be two where the pieces become blocks
    inner = [
        at
        for at in bounds
        if row.span.start < at < row.span.end
        and any(character in _SPACE for character in row.text[at - row.span.start - 1 : at - row.span.start + 1])
    ]
    if not inner:
        yield row
        return
    first = True
    for start, end in zip([row.span.start, *inner], [*inner, row.span.end], strict=True):
        text = row.text[start - row.span.start : end - row.span.start]
        if not text.strip(_SPACE):
            continue
        lead = len(text) - len(text.lstrip(_SPACE))
        words = text.strip(_SPACE)
        span = Span(start + lead, start + lead + len(words))
        last = span.end == row.span.end
        yield replace(
            row,
            text=words,
            span=span,
            after_blank=row.after_blank and first,
            before_blank=row.before_blank and last,
            runs_on=row.runs_on and first,
        )
        first = False


def force(scored: Scored, row: Row, decided: Sequence[Forced]) -> Scored:
    """Return what can be said of a line, with what was decided of it before all."""
    for one in decided:
        if not one.span.overlaps(row.span):
            continue
        if one.excluded:
            scored.scores = {state: weight for state, weight in scored.scores.items() if state not in one.states}
            scored.scores.setdefault("p", 0.0)
            continue
        states = one.states
        if states == ("p",) and row.span.start > one.span.start and not row.after_blank:
            states = ("more",)
        scored.scores = dict.fromkeys(states, 0.0)
        scored.evidence = dict.fromkeys(states, one.evidence)
    return scored


def decides(evidence: Evidence | None) -> bool:
    """Say whether an editor has decided so."""
    return evidence is not None and bool(evidence.resp)
