"""The grammar of letters, and the best path through it.

A document goes through stages: what stands above it, its opening, its body, its closing, what comes after. A
function has its stage; going back costs, except where a new document begins below (an enclosure, a second
letter on the sheet).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from teiedit.recognise.zones.layout import Row

FRONT, OPENING, BODY, CLOSING, AFTER = range(5)

STAGE = {
    "series": FRONT,
    "transcript": FRONT,
    "main": FRONT,
    "reference": FRONT,
    "label": OPENING,
    "number": OPENING,
    "letterhead": OPENING,
    "address": OPENING,
    "subject": OPENING,
    "dateline": OPENING,
    "salute": OPENING,
    "runin": BODY,
    "p": BODY,
    "valediction": CLOSING,
    "signed": CLOSING,
    "role": CLOSING,
    "footaddress": CLOSING,
    "footdate": CLOSING,
    "postscript": AFTER,
    "psmore": AFTER,
    "afterword": AFTER,
    "enclosure": OPENING,
    "part": BODY,
    "more": BODY,
}
STATES = tuple(STAGE)
IMPOSSIBLE = -9.0
_BEGIN = ("", -1)

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
        following: Step = {}
        for state, weight in local.items():
            for before, (total, _) in best.items():
                stage = before[1] if state in ("more", "part") else STAGE[state]
                value = total + weight + transition(before, state, row)
                key = (state, stage)
                if key not in following or value > following[key][0]:
                    following[key] = (value, before)
        steps.append(following)
        best = following
    if not steps:
        return []
    # ties go to the state that comes first, so that the reading never depends on a dictionary's order
    key = max(steps[-1], key=lambda k: (steps[-1][k][0], -STATES.index(k[0])))
    path = []
    for step in reversed(steps):
        path.append(key[0])
        key = step[key][1]
    return path[::-1]


def transition(previous: Key, state: str, row: Row) -> float:
    """Return the weight of going from one line's function to the next line's."""
    before, stage = previous
    if state == "more":
        return _more(before, row)
    if row.runs_on and before in _RUNNING:
        return -6.0
    if state == "part":
        return 0.0
    if state == "enclosure":
        return -1.0 if stage >= BODY else -6.0
    if STAGE[state] == FRONT:
        return _front(before, state)
    return _stages(before, stage, state) + _neighbours(before, state, row)


_RUNNING = ("p", "more", "postscript", "psmore", "afterword", "runin", "valediction")


def _more(before: str, row: Row) -> float:
    if before not in _RUNNING or row.after_blank:
        return -20.0
    return 1.0 if row.runs_on else -4.0


def _front(before: str, state: str) -> float:
    """Weigh the order of an archive's sheet: series, transcript, heading, reference."""
    if before not in ("", "series", "transcript", "main", "reference"):
        return -20.0
    if (before, state) in (("main", "main"), ("reference", "main"), ("reference", "series"), ("main", "series")):
        return -4.0
    return {("series", "transcript"): 2.0, ("transcript", "main"): 3.5, ("main", "reference"): 5.0}.get(
        (before, state), 0.0
    )


def _stages(before: str, stage: int, state: str) -> float:
    target = STAGE[state]
    if state == "runin" and (stage >= BODY or before == "salute"):
        return -8.0 if stage < CLOSING else -4.0
    if target == CLOSING and stage < BODY:
        return -12.0
    if target >= stage:
        # a postscript needs something to be a postscript to; a closing without a body is a note
        if state == "psmore":
            return 0.0 if before in ("postscript", "psmore", "more") and stage == AFTER else -20.0
        skipped = state in ("postscript", "afterword", "footaddress", "role", "footdate") and stage < CLOSING
        return -8.0 if skipped else 0.0
    if target == OPENING and stage >= CLOSING:
        # a new document begins below: the surer the more it looks like an opening
        return -4.0 if state in ("salute", "dateline") else -6.0
    if target == OPENING and before in ("letterhead", "dateline"):
        return -4.0
    if target == CLOSING and stage == AFTER:
        # a signature below the postscript
        return -1.5
    return -5.0


# What makes a closing likelier, or less likely, by what stands before it.
_SIGNED_AFTER = {
    "valediction": 3.0,
    "p": 0.0,
    "more": 0.0,
    "runin": 0.0,
    "signed": -2.0,
    "role": -2.0,
    "postscript": -0.5,
    "psmore": -0.5,
    "afterword": -0.5,
    "footdate": -1.0,
    "footaddress": -3.0,
}


def _neighbours(before: str, state: str, row: Row) -> float:
    if state in ("signed", "valediction") and before in ("p", "more", "runin") and row.spaced and not row.after_blank:
        return -4.0
    if state == "signed":
        together = not row.after_blank and before in ("valediction", "signed", "role")
        again = -1.5 if row.after_blank and before in ("signed", "role") else 0.0
        return _SIGNED_AFTER.get(before, -4.0) + again + (0.5 if together or row.after_blank or row.right else -1.0)
    if state == "valediction":
        if before == "valediction":
            return 2.0 if not row.after_blank else 0.0
        return -4.5 if before in ("signed", "role", "footdate", "postscript", "psmore", "afterword") else 0.0
    if state == "role":
        return 0.0 if before in ("signed", "role") and not row.after_blank else -20.0
    if state == "salute":
        if before == "salute":
            return 0.0 if not row.after_blank else -3.0
        return 1.0 if before in ("dateline", "reference", "main", "part", "", "enclosure", "address", "number") else 0.0
    if state == before == "afterword":
        return 0.7
    if state == "p" and before in ("valediction",):
        return -1.0
    if state == "footaddress" and before == "footaddress":
        return 0.5 if not row.after_blank else -1.0
    return 0.0
