"""How much a proposal weighs, and why: the strength of its surest evidence, and in how many documents it stands."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from teiedit.names.proposal import RULES

if TYPE_CHECKING:
    from collections.abc import Mapping

# Each further kind of evidence adds this much of its strength.
_FURTHER = 0.2


def rules_of(counted: Mapping[str, int]) -> dict[str, int]:
    """Return in how many documents each kind of evidence was met, without what only counts words."""
    return {rule: number for rule, number in counted.items() if rule in RULES and number}


def strength(counted: Mapping[str, int]) -> int:
    """Return the strength of the surest evidence."""
    return max((RULES[rule].strength for rule in counted if rule in RULES), default=0)


def weigh(counted: Mapping[str, int], documents: int) -> float:
    """Return the weight: strength times the number of documents, on a scale where twice as many count one more."""
    strengths = sorted((RULES[rule].strength for rule in counted), reverse=True)
    if not strengths:
        return 0.0
    sure = strengths[0] + _FURTHER * sum(strengths[1:])
    return round(sure * (1 + math.log2(max(documents, 1))), 2)


def why(counted: Mapping[str, int]) -> tuple[str, ...]:
    """Return the kinds of evidence in words, the strongest first."""
    ordered = sorted(counted.items(), key=lambda item: (-RULES[item[0]].strength, -item[1], item[0]))
    return tuple(f"{RULES[rule].what} ({number})" for rule, number in ordered)
