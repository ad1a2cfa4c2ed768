"""Collections and their members: https://dtsapi.org/specifications/versions/v1.0/#collection-endpoint."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from teiedit.publish.dts.navigation import WrongRequestError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from teiedit.model.catalogue import Item
    from teiedit.model.shelf import Shelf, Shelves
    from teiedit.publish.dts.addresses import Addresses

VERSION = "1.0"
ENVELOPE = {"@context": "https://dtsapi.org/context/v1.0.json", "dtsVersion": VERSION}
# How many members a page has.
PAGE = 100


def rendered(answer: Mapping[str, Any]) -> bytes:
    """Return an answer as a file."""
    return f"{json.dumps({**ENVELOPE, **answer}, ensure_ascii=False, separators=(',', ':'))}\n".encode()


def entry(addresses: Addresses) -> dict[str, Any]:
    """Return the answer of the entry endpoint."""
    return {"@id": addresses.entry, "@type": "EntryPoint", **addresses.templates}


@dataclass(frozen=True, slots=True)
class Describer:
    """Says of each collection and document what an answer has of it.

    Attributes:
        shelves: the collections.
        addresses: those of the site.
    """

    shelves: Shelves
    addresses: Addresses

    def shelf(self, shelf: Shelf) -> dict[str, Any]:
        """Return a collection, without its members."""
        title = {"lang": self._language, "value": shelf.title}
        return {
            "@id": shelf.id,
            "@type": "Collection",
            "title": shelf.title,
            "totalParents": int(bool(shelf.above)),
            "totalChildren": shelf.shelves + shelf.documents,
            "collection": self.addresses.collection(shelf.id),
            "dublinCore": {"title": [title]},
        }

    def item(self, item: Item) -> dict[str, Any]:
        """Return a document, without what can be cited in it."""
        return {
            "@id": item.id,
            "@type": "Resource",
            "title": item.facts.get("title", "") or item.id,
            "totalParents": 1 + len(item.sets),
            "totalChildren": 0,
            **self.addresses.document(item.id),
            "download": self.addresses.tei(item.id),
            "mediaTypes": ["application/tei+xml"],
            "dublinCore": self._terms(item),
        }

    @property
    def _language(self) -> str:
        return self.shelves.about.get("language", "") or "und"

    def _terms(self, item: Item) -> dict[str, Any]:
        facts = item.facts
        sent = facts.get("sent", {})
        words = {
            "title": [facts.get("title", "")],
            "type": [facts.get("kindLabel", "")],
            "creator": [party["name"] for party in facts.get("senders", ())],
            "spatial": [place["name"] for place in facts.get("placesSent", ())],
            "abstract": [facts.get("abstract", "")],
            "source": [facts.get("source", {}).get("reference", "")],
        }
        terms: dict[str, Any] = {
            term: [{"lang": self._language, "value": value} for value in filter(None, values)]
            for term, values in words.items()
        }
        terms["created"] = sent.get("when", "") or "/".join(filter(None, (sent.get("from"), sent.get("to"))))
        terms["language"] = [facts[key] for key in ("language",) if facts.get(key)]
        terms["license"] = [facts[key] for key in ("licence",) if facts.get(key)]
        terms["identifier"] = [self.addresses.page(item.id)]
        return {term: value for term, value in terms.items() if value}


def collection(describe: Describer, shelf: Shelf, page: int, member: Callable[[str], str]) -> bytes:
    """Return one page of a collection.

    Args:
        describe: says what an answer has of each.
        shelf: the collection.
        page: the number of the page, from 1; 0 where none is named, which is the first.
        member: gives a document as JSON.

    Raises:
        WrongRequestError: there is no such page.
    """
    inner = [_json(describe.shelf(each)) for each in describe.shelves.within(shelf.id)]
    last = pages(shelf)
    if page > last:
        raise WrongRequestError(404, f"the collection has {last} pages")
    first = max(page - 1, 0) * PAGE
    chosen = inner[first : first + PAGE]
    before, room = max(first - len(inner), 0), PAGE - len(chosen)
    members = [*chosen, *map(member, describe.shelves.documents(shelf.id, before, room) if shelf.documents else ())]
    view = {"view": _view(describe.addresses, shelf.id, max(page, 1), last)} if last > 1 else {}
    return _with_members({**describe.shelf(shelf), **view}, members)


def pages(shelf: Shelf) -> int:
    """Return how many pages a collection has."""
    return max(1, -(-(shelf.shelves + shelf.documents) // PAGE))


def parents(about: Mapping[str, Any], describe: Describer, shelves: Iterable[Shelf]) -> bytes:
    """Return a document or a collection with the collections that it is in."""
    return _with_members(about, [_json(describe.shelf(shelf)) for shelf in shelves])


def item_json(describe: Describer, identifier: str) -> str:
    """Return a document as a member.

    Raises:
        WrongRequestError: there is no such document.
    """
    item = describe.shelves.item(identifier)
    if item is None:
        raise WrongRequestError(404, f'there is no document "{identifier}"')
    return _json(describe.item(item))


def alone(member: str) -> bytes:
    """Return a member as an answer of its own."""
    return _json(ENVELOPE)[:-1].encode() + f",{member[1:]}\n".encode()


def _view(addresses: Addresses, identifier: str, page: int, last: int) -> dict[str, Any]:
    return {
        "@id": addresses.one(identifier, page),
        "@type": "Pagination",
        "first": addresses.one(identifier, 1),
        "previous": addresses.one(identifier, page - 1) if page > 1 else None,
        "next": addresses.one(identifier, page + 1) if page < last else None,
        "last": addresses.one(identifier, last),
    }


def _with_members(answer: Mapping[str, Any], members: Sequence[str]) -> bytes:
    """Return an answer with members that are JSON already."""
    head = rendered(answer).rstrip()[:-1]
    return head + f',"member":[{",".join(members)}]}}\n'.encode()


def _json(value: Mapping[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
