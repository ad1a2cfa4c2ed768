"""Does the letter that is named have the paragraph that is named?"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from teiedit.model.diagnostic import Severity
from teiedit.model.finding import Witness, found

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from teiedit.model.finding import Finding
    from teiedit.model.testimony import Passage, Testimony

# So many numbered places a letter must have to be one whose paragraphs are counted.
_COUNTED = 2
_ARTICLE = "article"


def find(ordered: Sequence[Testimony]) -> Iterator[Finding]:
    """Yield A007 for "paragraph 9 of your letter of May 3" where that letter's paragraphs are numbered from 1 to 7."""
    of_day: dict[str, list[Testimony]] = defaultdict(list)
    for one in ordered:
        if one.sent.one:
            of_day[one.sent.first].append(one)
    for one in ordered:
        for passage in one.passages:
            letter = _letter(one, passage, of_day)
            if letter is not None:
                yield from _missing(one, passage, letter)


def _letter(one: Testimony, passage: Passage, of_day: dict[str, list[Testimony]]) -> Testimony | None:
    """Return the one letter that is meant."""
    mention = passage.letter
    writers = {"yours": one.addressees, "ours": one.senders}.get(mention.whose, ())
    keys = {party.key for party in writers}
    fitting = [
        other
        for other in (of_day.get(mention.days.first, ()) if mention.days.one else ())
        if other.id != one.id and keys & {party.key for party in other.senders}
    ]
    return fitting[0] if len(fitting) == 1 else None


def _missing(one: Testimony, passage: Passage, letter: Testimony) -> Iterator[Finding]:
    counted = {number for number in letter.numbers if number.startswith(_ARTICLE) == (passage.kind == _ARTICLE)}
    figures = sorted(int(bare) for number in counted if (bare := number.removeprefix(_ARTICLE)).isdigit())
    if len(figures) < _COUNTED or not passage.number.isdigit() or f"{passage.kind}{passage.number}" in counted:
        return
    asked = f'"{passage.quote.words}" of "{passage.letter.quote.words}"'
    message = f"{asked}, but {letter.id} counts from {figures[0]} to {figures[-1]}"
    hint = "check the number, and whether another letter is meant"
    evidence = (Witness(letter.id, letter.opening),)
    yield found("A007", Severity.WARNING, one.id, passage.quote, message, hint, evidence)
