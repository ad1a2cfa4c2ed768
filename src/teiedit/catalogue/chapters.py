"""The chapters of the edition's books: by year, by correspondence, or as the editors have made them."""

from __future__ import annotations

from collections import Counter
from itertools import groupby
from typing import TYPE_CHECKING

from teiedit.catalogue.order import pair
from teiedit.model.volume import Chapter

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from teiedit.model.catalogue import Record
    from teiedit.model.volume import Volume

    Party = frozenset[str]
    Pair = frozenset[Party]


def divide(records: Iterable[Record], volume: Volume) -> tuple[Chapter, ...]:
    """Return the chapters of the edition's books in order; () where these are not divided and go by date.

    Each document stands in one chapter. One that the editors have named nowhere stands at the end, in a chapter of
    what is left; one that they have named twice where they have named it first.
    """
    ordered = sorted(records, key=lambda record: record.order)
    if isinstance(volume.chapters, tuple):
        return _given(ordered, volume.chapters)
    made = _DIVISIONS[volume.chapters](ordered)
    return made if len(made) > 1 else ()


def _given(ordered: Sequence[Record], chapters: Iterable[Chapter]) -> tuple[Chapter, ...]:
    waiting = {record.id: record for record in ordered}
    made = []
    for chapter in chapters:
        documents = tuple(name for name in chapter.documents if waiting.pop(name, None))
        made.append(Chapter(chapter.title, documents))
    left = Chapter("", tuple(waiting), "others")
    return tuple(chapter for chapter in (*made, left) if chapter.documents)


def _by_year(ordered: Sequence[Record]) -> tuple[Chapter, ...]:
    years = groupby(ordered, key=lambda record: record.order[0][:4])
    made = [(year, tuple(record.id for record in records)) for year, records in years]
    return tuple(
        Chapter("", documents, "undated") if year == "9999" else Chapter(year.lstrip("0"), documents)
        for year, documents in made
    )


def _by_correspondent(ordered: Sequence[Record]) -> tuple[Chapter, ...]:
    """Return a chapter for each correspondence, in the order of their first letters; what is no letter comes last."""
    exchanges: dict[Pair, list[str]] = {}
    left = []
    for record in ordered:
        if record.senders and record.recipients:
            exchanges.setdefault(pair(record), []).append(record.id)
        else:
            left.append(record.id)
    hub = _hub(exchanges)
    names = _names(ordered)
    made = [Chapter(_title(parties, hub, names), tuple(documents)) for parties, documents in exchanges.items()]
    return (*made, Chapter("", tuple(left), "others")) if left else tuple(made)


def _hub(exchanges: Mapping[Pair, Sequence[str]]) -> Party | None:
    """Return the party that more than half of the letters are from or to, after which no chapter need be called."""
    letters: Counter[Party] = Counter()
    for parties, documents in exchanges.items():
        for party in parties:
            letters[party] += len(documents)
    all_letters = sum(map(len, exchanges.values()))
    # by name where two have the same number, as in an edition of one correspondence
    most = max(letters, key=lambda party: (letters[party], sorted(party)), default=None)
    return most if most is not None and len(exchanges) > 1 and letters[most] * 2 > all_letters else None


def _title(parties: Pair, hub: Party | None, names: Mapping[str, str]) -> str:
    others = [party for party in parties if party != hub] or list(parties)
    return " – ".join(sorted(", ".join(sorted(names.get(key, key) for key in party)) for party in others))


def _names(records: Iterable[Record]) -> dict[str, str]:
    """Return how each party is called: as its record has it, or as the first letter names it."""
    names: dict[str, str] = {}
    for record in records:
        for key, name in record.called:
            names.setdefault(key, name)
    recorded = {f"#{identifier}": name for record in records for identifier, name in record.people}
    return names | recorded


_DIVISIONS: Mapping[str, Callable[[Sequence[Record]], tuple[Chapter, ...]]] = {
    "year": _by_year,
    "correspondent": _by_correspondent,
    "none": lambda _: (),
}
