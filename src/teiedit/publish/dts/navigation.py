"""The places of a document that a request means: https://dtsapi.org/specifications/versions/v1.0/#navigation-endpoint."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from teiedit.publish.dts.trees import read_trees, read_units

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from lxml import etree

    from teiedit.publish.dts.addresses import Addresses
    from teiedit.publish.dts.trees import Tree, Unit

WHOLE = -1


class WrongRequestError(Exception):
    """Raised where a request cannot be answered.

    Attributes:
        status: the status of HTTP: 400 where it is no request, 404 where there is not what it asks for.
    """

    def __init__(self, status: int, message: str) -> None:
        """Say why, in words for whoever wrote the request."""
        super().__init__(message)
        self.status = status


@dataclass(frozen=True, slots=True)
class Places:
    """What is meant within a document: one place, a range, or (all "") the document as a whole.

    Attributes:
        ref: the reference of the place.
        start: that of the first place of the range.
        end: that of the last.
        tree: the citation tree; "" for the default one.
    """

    ref: str = ""
    start: str = ""
    end: str = ""
    tree: str = ""

    def check(self) -> None:
        """See that one thing is meant.

        Raises:
            WrongRequestError: two are, or a range has one end.
        """
        if self.ref and (self.start or self.end):
            raise WrongRequestError(400, "ref is not used with start and end")
        if bool(self.start) != bool(self.end):
            raise WrongRequestError(400, "start and end are used together")


@dataclass(frozen=True, slots=True)
class Text:
    """A document that is cited.

    Attributes:
        identifier: the document's.
        root: its TEI element.
        trees: its citation trees.
    """

    identifier: str
    root: etree._Element
    trees: tuple[Tree, ...]

    @classmethod
    def of(cls, identifier: str, root: etree._Element) -> Text:
        """Read the trees of a document."""
        return cls(identifier, root, read_trees(root))

    def units(self, tree: str = "") -> list[Unit]:
        """Return the places of one tree.

        Raises:
            WrongRequestError: there is no such tree.
        """
        found = next((each for each in self.trees if each.identifier == tree), None)
        if found is None and (tree or self.trees):
            raise WrongRequestError(404, f'the document has no citation tree "{tree}"')
        return read_units(self.root, found) if found else []


def ends(units: Sequence[Unit], places: Places) -> tuple[Unit, Unit]:
    """Return the first and the last place that are meant; the same where it is one.

    Args:
        units: the places of the tree.
        places: what is meant; not the document as a whole.

    Raises:
        WrongRequestError: there is no such place, or the last comes before the first.
    """
    one = _found(units, places.ref or places.start)
    other = _found(units, places.ref or places.end)
    if units.index(other) < units.index(one):
        raise WrongRequestError(404, f'"{places.end}" comes before "{places.start}"')
    return one, other


def resource(text: Text, addresses: Addresses) -> dict[str, Any]:
    """Return what each answer says of the document."""
    return {
        "@id": text.identifier,
        "@type": "Resource",
        **addresses.document(text.identifier),
        "citationTrees": [tree.outline() for tree in text.trees],
        "mediaTypes": ["application/tei+xml"],
    }


def navigation(text: Text, places: Places, down: int | None, addresses: Addresses) -> dict[str, Any]:
    """Return the places that a request means, all but the envelope of the answer.

    Args:
        text: the document.
        places: the place or range that is asked about; as a whole, the document.
        down: how deep below it; `WHOLE` for all, 0 for what stands beside it, None for itself.
        addresses: those of the site.

    Raises:
        WrongRequestError: see the specification's table of parameters.
    """
    places.check()
    about = {"resource": resource(text, addresses)}
    if not text.trees and not places.tree:
        return {**about, "member": []}
    whole = not (places.ref or places.start)
    if down is None and whole:
        raise WrongRequestError(400, "ref, start and end, or down must be given")
    if down == 0 and not places.ref:
        raise WrongRequestError(400, "down=0 is used with ref")
    page = addresses.page(text.identifier)
    units = text.units(places.tree)
    if whole:
        return {**about, "member": [unit_of(each, page) for each in _to(units, down or 0)]}
    one, other = ends(units, places)
    return {**about, **_asked(places, one, other, page), **_members(units, one, other, down, page)}


def _asked(places: Places, one: Unit, other: Unit, page: str) -> dict[str, Any]:
    if places.ref:
        return {"ref": unit_of(one, page)}
    return {"start": unit_of(one, page), "end": unit_of(other, page)}


def _members(units: Sequence[Unit], one: Unit, other: Unit, down: int | None, page: str) -> dict[str, Any]:
    if down is None:
        return {}
    if down == 0:
        above = one.parent.identifier if one.parent else None
        chosen = [each for each in units if (each.parent.identifier if each.parent else None) == above]
    else:
        chosen = _range(units, one, other)
        chosen = _to(chosen, WHOLE if down == WHOLE else max(one.level, other.level) + down)
    return {"member": [unit_of(each, page) for each in chosen]}


def _range(units: Sequence[Unit], one: Unit, other: Unit) -> list[Unit]:
    """Return the places from one to another, with those in the last."""
    first = units.index(one)
    return list(units[first : max(_after(units, first), _after(units, units.index(other)))])


def _after(units: Sequence[Unit], place: int) -> int:
    """Return where the places in the one at `place` end."""
    last = place + 1
    while last < len(units) and units[last].level > units[place].level:
        last += 1
    return last


def _to(units: Sequence[Unit], level: int) -> list[Unit]:
    return [unit for unit in units if level == WHOLE or unit.level <= level]


def _found(units: Sequence[Unit], identifier: str) -> Unit:
    unit = next((unit for unit in units if unit.identifier == identifier), None)
    if unit is None:
        raise WrongRequestError(404, f'the document has no place "{identifier}"')
    return unit


def unit_of(unit: Unit, page: str) -> dict[str, Any]:
    """Return a place as JSON.

    Args:
        unit: the place.
        page: the address of the document's page.
    """
    terms: dict[str, list[Mapping[str, str]]] = {}
    for term, language, words in unit.terms:
        terms.setdefault(term, []).append({"lang": language, "value": words})
    return {
        **({"@id": f"{page}#{unit.anchor}"} if unit.anchor else {}),
        "@type": "CitableUnit",
        "identifier": unit.identifier,
        "level": unit.level,
        "parent": unit.parent.identifier if unit.parent else None,
        "citeType": unit.kind,
        **({"dublinCore": terms} if terms else {}),
    }
