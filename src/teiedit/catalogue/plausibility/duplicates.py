"""Is a document there twice?"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from teiedit.model.diagnostic import Severity
from teiedit.model.finding import Witness, found
from teiedit.tools.likeness import likeness

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from teiedit.model.finding import Finding
    from teiedit.model.testimony import Testimony

# Shorter texts are alike by their set phrases alone.
_WORDS = 30
# The share of runs of five words that two copies have in common: with 0.6 one word in twenty may differ.
_ALIKE = 0.6
# Documents are compared where one of the smallest hashes is the same; what is the same in very many is a set phrase.
_LOOKED_AT, _COMMON = 12, 40


def find(documents: Sequence[Testimony]) -> Iterator[Finding]:
    """Yield A006 for each document whose text an earlier one has too, word for word or nearly so."""
    exact: dict[str, Testimony] = {}
    index: dict[int, list[Testimony]] = defaultdict(list)
    for one in documents:
        if one.text.length < _WORDS:
            continue
        twin = exact.get(one.text.digest)
        if twin is not None:
            yield _finding(one, twin, 1.0)
            continue
        near = _nearest(one, index)
        if near is not None:
            yield _finding(one, *near)
        exact[one.text.digest] = one
        for value in one.text.smallest[:_LOOKED_AT]:
            index[value].append(one)


def _nearest(one: Testimony, index: dict[int, list[Testimony]]) -> tuple[Testimony, float] | None:
    others = {
        other.id: other
        for value in one.text.smallest[:_LOOKED_AT]
        if len(index[value]) <= _COMMON
        for other in index[value]
    }
    ranked = [(likeness(one.text, other.text), other) for other in others.values()]
    share, best = max(ranked, key=lambda pair: (pair[0], pair[1].id), default=(0.0, one))
    return (best, share) if share >= _ALIKE else None


def _finding(one: Testimony, other: Testimony, share: float) -> Finding:
    same = "has the same words as" if share == 1.0 else f"has {share:.0%} of its runs of words in common with"
    people = {party.key for party in one.addressees} == {party.key for party in other.addressees}
    alike = people and one.sent == other.sent
    message = f'"{one.opening.words}" {same} "{other.opening.words}" ({other.id})'
    if alike or (share == 1.0 and people):
        hint = "if it is one document transcribed twice, remove one; if it is a copy, say so in its heading"
        severity = Severity.WARNING
    else:
        what = "dates" if people else "addressees"
        hint = f"the {what} differ: it may be a circular or a draft; if it is one document, remove one"
        severity = Severity.INFO
    return found("A006", severity, one.id, one.opening, message, hint, (Witness(other.id, other.opening),))
