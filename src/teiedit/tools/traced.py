"""Which settings a step asks for, found by watching it."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import fields
from typing import TYPE_CHECKING, Any

from teiedit.model.edition import Edition
from teiedit.tools.sums import short_sum

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

_FIELDS = frozenset(field.name for field in fields(Edition))
_asked: set[str] = set()


class TracedEdition(Edition):
    """An edition that notes which of its settings are asked for."""

    __slots__ = ()

    def __getattribute__(self, name: str) -> Any:
        if name in _FIELDS:
            _asked.add(name)
        return object.__getattribute__(self, name)


def traced(edition: Edition) -> TracedEdition:
    """Return the same settings, watched."""
    return TracedEdition(**{name: getattr(edition, name) for name in _FIELDS})


@contextmanager
def asking() -> Iterator[set[str]]:
    """Give a set that holds, at the end, the names of the settings asked for within; one may stand within another."""
    outer = set(_asked)
    _asked.clear()
    inner: set[str] = set()
    try:
        yield inner
    finally:
        inner |= _asked
        _asked.update(outer)


def digests(edition: Edition, names: Iterable[str]) -> Mapping[str, str]:
    """Return what can be compared of the settings called `names`; what is no setting any more has ""."""
    return {name: short_sum(repr(getattr(edition, name)).encode()) if name in _FIELDS else "" for name in sorted(names)}
