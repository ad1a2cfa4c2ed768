"""Where a document stands: alone, or among the others of its edition."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Neighbour:
    """The document before or after in the edition's order.

    Attributes:
        id: its identifier, after which its files are named.
        title: its title.
        language: BCP 47 tag of its title, or "und".
    """

    id: str
    title: str
    language: str = "und"


@dataclass(frozen=True, slots=True)
class Around:
    """What stands around a document.

    Attributes:
        alone: the document is to be one file that needs no other, without links into an edition.
        previous: the document before it, if there is one.
        next: the document after it, if there is one.
        earlier: the document before it in the same correspondence, if there is one.
        later: the document after it in the same correspondence, if there is one.
        large: there are so many documents, or people, that lists are divided and each entry has a page of its own.
    """

    alone: bool = False
    previous: Neighbour | None = None
    next: Neighbour | None = None
    earlier: Neighbour | None = None
    later: Neighbour | None = None
    large: bool = False


ALONE = Around(alone=True)
AMONG = Around()
