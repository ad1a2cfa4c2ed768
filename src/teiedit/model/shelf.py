"""The collections in which the documents of an edition can be found, each document on several of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from teiedit.model.catalogue import Item


@dataclass(frozen=True, slots=True)
class Shelf:
    """One collection.

    Attributes:
        id: its identifier, which no document has.
        title: its name.
        above: the identifier of the one that it is in; "" for the edition as a whole.
        shelves: how many collections it holds.
        documents: how many documents stand on it.
    """

    id: str
    title: str
    above: str
    shelves: int
    documents: int


class Shelves(Protocol):
    """All collections of an edition."""

    @property
    def about(self) -> Mapping[str, str]:
        """What is known of the edition: id, title, language, address; each may be missing."""

    @property
    def all(self) -> Mapping[str, Shelf]:
        """Each collection by its identifier, the edition as a whole first."""

    def within(self, identifier: str) -> Sequence[Shelf]:
        """Return the collections that one holds."""

    def around(self, item: Item) -> Sequence[Shelf]:
        """Return the collections on which a document stands."""

    def documents(self, identifier: str, first: int, number: int) -> Sequence[str]:
        """Return the identifiers of some documents of a collection, by date, from the one at `first`."""

    def item(self, identifier: str) -> Item | None:
        """Return a document, or None if there is none."""
