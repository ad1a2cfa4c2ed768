"""The sets of a catalogue as collections: the edition, what it is divided by, and the divisions."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from teiedit.catalogue.sets import PARENTS
from teiedit.model.shelf import Shelf

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from teiedit.catalogue.reader import Catalogue
    from teiedit.model.catalogue import Item

# Identifiers of documents have no full stop, so that those of collections are apart from them.
_BY = "by."
_ALL = "SELECT document.id FROM document WHERE withdrawn = '' ORDER BY json_extract(facts, '$.sort'), document.id"
_IN_SET = """SELECT document.id FROM member JOIN document USING (id) WHERE withdrawn = '' AND spec = ?
  ORDER BY json_extract(facts, '$.sort'), document.id"""
_TOTALS = """SELECT spec, name, count(*) FROM sets JOIN member USING (spec) JOIN document USING (id)
  WHERE withdrawn = '' GROUP BY spec ORDER BY spec"""


class CatalogueShelves:
    """The collections of one catalogue; one thread may use them at a time."""

    def __init__(self, catalogue: Catalogue) -> None:
        """Begin; what is asked for is read then."""
        self._catalogue = catalogue
        self._listed: dict[str, Sequence[str]] = {}

    @property
    def about(self) -> Mapping[str, str]:
        """What the catalogue says of the edition."""
        return self._catalogue.meta

    @cached_property
    def all(self) -> Mapping[str, Shelf]:
        """Each collection by its identifier."""
        totals = self._catalogue.base.execute(_TOTALS).fetchall()
        inner = [Shelf(_shelf(spec), name, _above(spec, self._root), 0, n) for spec, name, n in totals if ":" in spec]
        outer = [_divided(spec, inner, self._root) for spec in PARENTS]
        outer = [shelf for shelf in outer if shelf.shelves]
        (total,) = self._catalogue.base.execute("SELECT count(*) FROM document WHERE withdrawn = ''").fetchone()
        whole = Shelf(self._root, self.about.get("title", "") or self._root, "", len(outer), total)
        return {shelf.id: shelf for shelf in (whole, *outer, *inner)}

    @property
    def _root(self) -> str:
        return self.about.get("id", "") or "edition"

    def within(self, identifier: str) -> Sequence[Shelf]:
        """Return the collections that one holds."""
        return [shelf for shelf in self.all.values() if shelf.above == identifier]

    def around(self, item: Item) -> Sequence[Shelf]:
        """Return the collections on which a document stands."""
        return [self.all[identifier] for identifier in (self._root, *map(_shelf, item.sets))]

    def documents(self, identifier: str, first: int, number: int) -> Sequence[str]:
        """Return the identifiers of some documents of a collection, by date, from the one at `first`."""
        if identifier not in self._listed:
            spec = identifier.replace(".", ":", 1)
            ask = (_ALL,) if identifier == self._root else (_IN_SET, (spec,))
            self._listed[identifier] = [found for (found,) in self._catalogue.base.execute(*ask)]
        return self._listed[identifier][first : first + number]

    def item(self, identifier: str) -> Item | None:
        """Return a document, or None if there is none."""
        return self._catalogue.item(identifier)


def _shelf(spec: str) -> str:
    return spec.replace(":", ".", 1) if ":" in spec else f"{_BY}{spec}"


def _above(spec: str, root: str) -> str:
    return _shelf(spec.partition(":")[0]) if ":" in spec else root


def _divided(spec: str, inner: Sequence[Shelf], root: str) -> Shelf:
    """Return what holds the divisions by one property; no document stands there itself."""
    identifier = _shelf(spec)
    return Shelf(identifier, PARENTS[spec], root, sum(shelf.above == identifier for shelf in inner), 0)
