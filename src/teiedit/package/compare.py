"""What has changed between two states of one document, fact by fact."""

from __future__ import annotations

from collections import Counter
from itertools import zip_longest
from typing import TYPE_CHECKING

from teiedit.package.kinds import Change
from teiedit.package.words import differences

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from teiedit.package.facts import Facts, Said

_FIELDS = (
    "date",
    "receipt",
    "sender",
    "recipient",
    "copy",
    "place",
    "destination",
    "title",
    "kind",
    "language",
    "reference",
    "answer",
)
# So many places where words differ are told one by one.
_TOLD = 50


def compare(old: Facts, new: Facts) -> tuple[Change, ...]:
    """Return the changes from one state of a document to the next, in the order in which they are told."""
    changes = [*_words(old, new), *_fields(old, new), *_bags(old, new), *_structure(old, new)]
    if changes:
        return tuple(changes)
    if old.transcript != new.transcript:
        return (Change("spacing"),)
    if old.encoding != new.encoding:
        return (Change("encoding"),)
    return ()


def _words(old: Facts, new: Facts) -> Iterator[Change]:
    # of one transcript, every text is the same; where it seems not, only the encoding is another
    if old.transcript and old.transcript == new.transcript:
        return
    found = list(differences(old.text, new.text))
    for before, after in found[:_TOLD]:
        yield Change("words", before, after)
    if len(found) > _TOLD:
        yield Change("words", "", f"and {len(found) - _TOLD:,} more places")


def _fields(old: Facts, new: Facts) -> Iterator[Change]:
    for kind in _FIELDS:
        before, after = old.fields.get(kind, ()), new.fields.get(kind, ())
        if before != after:
            yield Change(kind, "; ".join(map(str, before)), "; ".join(map(str, after)))


def _bags(old: Facts, new: Facts) -> Iterator[Change]:
    signatures = _pairs(old.bags["signature"], new.bags["signature"], in_order=True)
    for before, after, times in signatures:
        kind = _happened(before, after)
        if kind == "changed" and before and after and before.words == after.words:
            kind = "attributed"
        yield _change(f"signature-{kind}", before, after, times)
    yield from _names(old, new)
    for name, in_order in (("text-date", True), ("link", False), ("mark", False)):
        for before, after, times in _pairs(old.bags[name], new.bags[name], in_order=in_order):
            if name == "mark" and before and after:
                yield _change("mark-removed", before, None, times)
                yield _change("mark-added", None, after, times)
            else:
                yield _change(f"{name}-{_happened(before, after)}", before, after, times)


def _names(old: Facts, new: Facts) -> Iterator[Change]:
    for before, after, times in _pairs(old.bags["name"], new.bags["name"], in_order=False):
        was, now = bool(before and before.value), bool(after and after.value)
        if was and now:
            yield _change("name-relinked", before, after, times)
        elif now:
            yield _change("name-linked", before, after, times)
        elif was:
            yield _change("name-unlinked", before, after, times)


def _happened(before: Said | None, after: Said | None) -> str:
    return "changed" if before and after else "added" if after else "removed"


def _change(kind: str, before: Said | None, after: Said | None, times: int) -> Change:
    return Change(kind, str(before) if before else "", str(after) if after else "", times)


def _pairs(old: Counter[Said], new: Counter[Said], *, in_order: bool) -> Iterator[tuple[Said | None, Said | None, int]]:
    """Give what is gone beside what has come in its place, and how often.

    Args:
        old: how often each was there.
        new: how often each is there.
        in_order: whether what has other words stands for what is gone, where there are as many of both.
    """
    gone, come = old - new, new - old
    for before in list(gone):
        for after in [said for said in come if said.words == before.words]:
            times = min(gone[before], come[after])
            if times:
                yield before, after, times
                gone[before] -= times
                come[after] -= times
    left, arrived = list((+gone).elements()), list((+come).elements())
    if in_order and len(left) == len(arrived):
        yield from ((before, after, 1) for before, after in zip(left, arrived, strict=True))
        return
    yield from ((before, None, times) for before, times in Counter(left).items())
    yield from ((None, after, times) for after, times in Counter(arrived).items())


def _structure(old: Facts, new: Facts) -> Iterator[Change]:
    before, after = old.order["clauses"], new.order["clauses"]
    if before != after:
        kind = "renumbered" if len(before) == len(after) else "clauses"
        yield Change(kind, _differing(before, after), _differing(after, before))
    for kind in ("divisions", "enclosures"):
        if old.order[kind] != new.order[kind]:
            yield Change(kind, "; ".join(old.order[kind]), "; ".join(new.order[kind]))
    if old.paragraphs != new.paragraphs:
        yield Change("paragraphs", str(old.paragraphs), str(new.paragraphs))


def _differing(one: Sequence[str], other: Sequence[str]) -> str:
    """Return numbers without those that begin both lists alike, or end them so."""
    start = next((i for i, (a, b) in enumerate(zip_longest(one, other)) if a != b), len(one))
    end = 0
    while end < min(len(one), len(other)) - start and one[-1 - end] == other[-1 - end]:
        end += 1
    shown = ", ".join(one[start : len(one) - end])
    return shown if len(shown) <= 200 else f"{shown[:200].rpartition(', ')[0]}, …"
