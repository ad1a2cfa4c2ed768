"""The best path through the grammar of letters (Viterbi): one function for each line, for the sheet as a whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from teiedit.recognise.zones.grammar import STAGE, transition

if TYPE_CHECKING:
    from teiedit.recognise.zones.layout import Row

_ORDER = {state: index for index, state in enumerate(STAGE)}
_BEGIN = ("", -1)
# A path so far behind the best never wins: any line can be a paragraph, at a price far below this.
_HOPELESS = 18.0

Key = tuple[str, int]
Step = dict[Key, tuple[float, Key]]


def best_path(rows: list[Row], scores: list[dict[str, float]]) -> list[str]:
    """Return a function for each line: those whose scores and transitions add up to most.

    Args:
        rows: the lines.
        scores: for each line, function to weight; what is missing is impossible.
    """
    best: Step = {_BEGIN: (0.0, _BEGIN)}
    steps: list[Step] = []
    for row, local in zip(rows, scores, strict=True):
        best = _next(best, row, local)
        steps.append(best)
    return _trace(steps) if steps else []


def _next(best: Step, row: Row, local: dict[str, float]) -> Step:
    """Extend every path by one line; of those that end alike only the best is kept."""
    following: Step = {}
    least = max(total for total, _ in best.values()) - _HOPELESS
    best = {key: step for key, step in best.items() if step[0] >= least}
    for state, weight in local.items():
        for before, (total, _) in best.items():
            stage = before[1] if state in ("more", "part") else STAGE[state]
            value = total + weight + transition(*before, state, row)
            key = (state, stage)
            if key not in following or value > following[key][0]:
                following[key] = (value, before)
    return following


def _trace(steps: list[Step]) -> list[str]:
    # ties go to the function that comes first, so that the reading never depends on a dictionary's order
    key = max(steps[-1], key=lambda k: (steps[-1][k][0], -_ORDER[k[0]]))
    path = []
    for step in reversed(steps):
        path.append(key[0])
        key = step[key][1]
    return path[::-1]
