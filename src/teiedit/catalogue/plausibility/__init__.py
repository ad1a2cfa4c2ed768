"""What the documents of an edition say of each other, and where they contradict each other or themselves.

In: what each document says (`teiedit.model.testimony`), and the register. Out: findings, and the letters that are
missing. A module for each question; each takes the documents all at once and needs time in proportion to their number.
A question is silent where it cannot tell: whoever reads two hundred false alarms never asks again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from teiedit.catalogue.plausibility import (
    chronology,
    duplicates,
    itineraries,
    letters,
    lifetimes,
    parties,
    passages,
    unused,
)
from teiedit.model.finding import numbered

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from teiedit.model.finding import Finding, MissingLetter
    from teiedit.model.position import Place
    from teiedit.model.register import Register
    from teiedit.model.testimony import Testimony

# What the documents together know better than each alone, and say instead of it.
DECIDED = frozenset({"D020"})


def compare(
    documents: Sequence[Testimony], register: Register, places: Mapping[str, Place]
) -> tuple[tuple[Finding, ...], tuple[MissingLetter, ...]]:
    """Return what does not go together in an edition, and the letters that it names and does not have.

    Args:
        documents: what each document says.
        register: the people, places and bodies of the edition.
        places: where each entry stands in the register's files, by its identifier.

    Returns:
        Findings that no editor has dismissed, by document, in the order of the documents, those of the register last;
        and missing letters by date.
    """
    ordered = sorted(documents, key=lambda document: (document.sent.first or "9999", document.id))
    named, missing = letters.find(ordered)
    together = [
        *parties.find(documents),
        *chronology.find(documents),
        *named,
        *itineraries.find(ordered, register),
        *duplicates.find(documents),
        *passages.find(ordered),
        *lifetimes.find(documents, register),
    ]
    by_id = {document.id: document for document in documents}
    number = {name: at for at, name in enumerate(by_id)}
    left = [one for one in together if not by_id[one.document].has_dismissed(one.code, one.quote)]
    found = sorted(left, key=lambda one: (number[one.document], *_at(one), one.code))
    return numbered([*found, *unused.find(documents, register, places)]), missing


def _at(one: Finding) -> tuple[int, int]:
    return one.quote.place.line, one.quote.place.column
