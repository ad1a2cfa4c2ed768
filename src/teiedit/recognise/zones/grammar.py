"""The grammar of letters: which function of a line may follow which, and at what price.

A document goes through stages: what stands above it, its opening, its body, its closing, what comes after. A
function has its stage; going back costs, except where a new document begins below (an enclosure, a second
letter on the sheet). The weights are in the same coin as the scores of the rules: 1 slight, 3 good, 5 strong.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from teiedit.recognise.zones.layout import Row

FRONT, OPENING, BODY, CLOSING, AFTER = range(5)

# "more" is a line that goes on, "runin" a salutation at the head of a paragraph; "postscript" is one that says so,
# "psmore" what follows it, "afterword" one without a sign; "footdate" and "footaddress" stand below the text,
# "middate" between it and the signature: "Datum Basileae 3. Maii. Tuus", "Dall'Aia li 12 febraro. Di Vostra Serenità".
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
    "field": OPENING,
    "dateline": OPENING,
    "salute": OPENING,
    "runin": BODY,
    "p": BODY,
    "valediction": CLOSING,
    "signed": CLOSING,
    "role": CLOSING,
    "footaddress": CLOSING,
    "footdate": CLOSING,
    "middate": CLOSING,
    "postscript": AFTER,
    "psmore": AFTER,
    "afterword": AFTER,
    "footfield": AFTER,
    "enclosure": OPENING,
    "part": BODY,
    "more": BODY,
}
IMPOSSIBLE = -20.0

_RUNNING = ("p", "more", "postscript", "psmore", "afterword", "runin", "valediction", "field", "footfield")
_SIGNATURE = ("signed", "role")
_AFTERWARDS = (*_SIGNATURE, "footdate", "postscript", "psmore", "afterword")
_GREETED_AFTER = ("dateline", "reference", "main", "part", "", "enclosure", "address", "number", "field")
_NEEDS_CLOSING = ("postscript", "afterword", "footaddress", "role", "footdate")

# The order of an archive's sheet: series, transcript, heading, reference.
_FRONT_ORDER = {
    ("series", "transcript"): 2.0,
    ("transcript", "main"): 3.5,
    ("main", "reference"): 5.0,
    ("main", "main"): -4.0,
    ("reference", "main"): -4.0,
    ("reference", "series"): -4.0,
    ("main", "series"): -4.0,
}

# How much likelier a signature is after each function; after any other it is unlikely.
_SIGNED_AFTER = {
    "valediction": 3.0,
    "middate": 0.0,
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


def transition(before: str, stage: int, state: str, row: Row) -> float:
    """Return the weight of a line's function after the line before it.

    Args:
        before: the function of the line before; "" at the beginning.
        stage: the stage reached; -1 at the beginning.
        state: the function of the line.
        row: the line.
    """
    if state == "more":
        return _more(before, row)
    if STAGE[state] == FRONT:
        front = before in ("", "series", "transcript", "main", "reference")
        return _FRONT_ORDER.get((before, state), 0.0) if front else IMPOSSIBLE
    if row.runs_on and before in _RUNNING and state != "field":
        return -6.0
    if state == "part":
        return 0.0
    if state == "enclosure":
        return -1.0 if stage >= BODY else -6.0
    stranded = IMPOSSIBLE if before == "middate" and state not in ("valediction", "signed") else 0.0
    return stranded + _order(before, stage, state) + _NEIGHBOURS.get(state, _nothing)(before, row)


def _more(before: str, row: Row) -> float:
    if before not in _RUNNING or row.after_blank:
        return IMPOSSIBLE
    return 1.0 if row.runs_on else -4.0


def _order(before: str, stage: int, state: str) -> float:
    """Weigh going forward, staying, or going back through the stages."""
    target = STAGE[state]
    if state == "runin" and (stage >= BODY or before == "salute"):
        # "Señor:" above "Muy señor mío: con el correo…" greets twice
        return (-3.5 if before == "salute" else -8.0) if stage < CLOSING else -4.0
    if state == "psmore":
        return 0.0 if stage == AFTER and before in ("postscript", "psmore", "more") else IMPOSSIBLE
    if target >= stage:
        return _forward(stage, state)
    return _back(before, stage, state)


def _forward(stage: int, state: str) -> float:
    if STAGE[state] == CLOSING and stage < BODY:
        return -12.0
    # a postscript needs something to be a postscript to
    if state == "footfield":
        # a memorandum has its list of enclosures without a signature
        return {BODY: -3.0}.get(stage, 0.0 if stage >= CLOSING else -8.0)
    return -8.0 if state in _NEEDS_CLOSING and stage < CLOSING else 0.0


def _back(before: str, stage: int, state: str) -> float:
    target = STAGE[state]
    if target == OPENING and stage >= CLOSING:
        # a new document begins below: the surer the more it looks like an opening
        return -4.0 if state in ("salute", "dateline") else -6.0
    if target == CLOSING and stage == AFTER:
        # a signature below the postscript
        return -1.5
    return -4.0 if target == OPENING and before in ("letterhead", "dateline") else -5.0


def _nothing(before: str, row: Row) -> float:  # noqa: ARG001 - one signature for all
    return 0.0


def _inside_block(before: str, row: Row) -> bool:
    """Where blank lines part paragraphs, a close does not begin in the middle of one."""
    return before in ("p", "more", "runin") and row.spaced and not row.after_blank


def _signed(before: str, row: Row) -> float:
    if _inside_block(before, row):
        return -4.0
    together = not row.after_blank and before in ("valediction", *_SIGNATURE)
    again = -1.5 if row.after_blank and before in _SIGNATURE else 0.0
    return _SIGNED_AFTER.get(before, -4.0) + again + (0.5 if together or row.after_blank or row.right else -1.0)


def _valediction(before: str, row: Row) -> float:
    if _inside_block(before, row):
        return -4.0
    if before == "valediction":
        return 0.0 if row.after_blank else 2.0
    return -4.5 if before in _AFTERWARDS else 0.0


def _role(before: str, row: Row) -> float:
    return 0.0 if before in _SIGNATURE and not row.after_blank else IMPOSSIBLE


def _salute(before: str, row: Row) -> float:
    if before == "salute":
        return -3.0 if row.after_blank else 0.0
    return 1.0 if before in _GREETED_AFTER else 0.0


def _foot_address(before: str, row: Row) -> float:
    if before != "footaddress":
        return 0.0
    return -1.0 if row.after_blank else 0.5


_MIDDATE_AFTER = {"p": -3.5, "more": -3.5, "runin": -3.5, "valediction": -0.5}

_NEIGHBOURS: Mapping[str, Callable[[str, Row], float]] = {
    "signed": _signed,
    "valediction": _valediction,
    "role": _role,
    "middate": lambda before, _: _MIDDATE_AFTER.get(before, IMPOSSIBLE),
    "salute": _salute,
    "footaddress": _foot_address,
    "afterword": lambda before, _: 0.7 if before == "afterword" else 0.0,
    "p": lambda before, _: -1.0 if before == "valediction" else 0.0,
}
