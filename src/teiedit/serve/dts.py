"""Distributed Text Services 1.0, answered: https://dtsapi.org/specifications/versions/v1.0/.

One function, which knows no server: the path and the query of a request become status, headers and content.
"""

from __future__ import annotations

import json
import re
from http import HTTPStatus
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl

from lxml import etree

from teiedit.publish.dts.addresses import Addresses
from teiedit.publish.dts.collections import Describer, collection, entry, item_json, parents, rendered
from teiedit.publish.dts.navigation import Places, Text, WrongRequestError, ends, navigation
from teiedit.publish.dts.passages import passage
from teiedit.tools.tei import parse

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from teiedit.catalogue.reader import Catalogue

Answer = tuple[int, dict[str, str], bytes]

# The path of the entry endpoint; the others lie below it.
PATH = "/dts"
JSON = "application/ld+json"
TEI = "application/tei+xml"  # RFC 6129
_DOWN = re.compile(r"-1|[0-9]{1,6}")
_PAGE = re.compile(r"[1-9][0-9]{0,6}")


def answer(path: str, query: str, catalogue: Catalogue, output: Path, base: str) -> Answer:
    """Answer a GET request.

    Args:
        path: that of the request: `/dts`, or one below it.
        query: what stands after its question mark, as it came.
        catalogue: that of the edition.
        output: the folder of the site, for the documents' files.
        base: the address of the site, with a stroke at its end.

    Returns:
        The status, the headers, the content. What cannot be answered is a status of 400 or 404 with the reason as
        JSON.
    """
    endpoint = ENDPOINTS.get(path.rstrip("/").removeprefix(PATH))
    try:
        if endpoint is None:
            raise WrongRequestError(404, f'there is no endpoint "{path}"')
        return endpoint(_Request(_parameters(query), catalogue, output, Addresses(base)))
    except WrongRequestError as error:
        return _error(error)


def _parameters(query: str) -> dict[str, str]:
    """Return the parameters of a query; an empty one counts as not given.

    Raises:
        WrongRequestError: one is given twice, or cannot be decoded.
    """
    try:
        pairs = [(name, value) for name, value in parse_qsl(query, errors="strict", max_num_fields=50) if value]
    except ValueError as error:
        raise WrongRequestError(400, "the query cannot be read") from error
    given = dict(pairs)
    if len(given) < len(pairs):
        raise WrongRequestError(400, "a parameter is given twice")
    return given


def _error(error: WrongRequestError) -> Answer:
    content = {
        "@context": "http://www.w3.org/ns/hydra/context.jsonld",
        "@type": "Status",
        "statusCode": error.status,
        "title": HTTPStatus(error.status).phrase,
        "description": str(error),
    }
    return error.status, {"Content-Type": JSON}, f"{json.dumps(content, ensure_ascii=False)}\n".encode()


class _Request:
    """What is asked for, and what it can be answered from."""

    def __init__(self, query: Mapping[str, str], catalogue: Catalogue, output: Path, addresses: Addresses) -> None:
        self.query = query
        self.addresses = addresses
        self.shelves = catalogue.shelves
        self.describe = Describer(self.shelves, addresses)
        self._output = output
        # where the edition says it stands, which is not `addresses` while it is tried out
        self._address = catalogue.meta.get("address", "")

    def number(self, name: str, form: re.Pattern[str]) -> int | None:
        """Return a parameter that is a number, or None where it is not given."""
        given = self.query.get(name)
        if given is None:
            return None
        if not form.fullmatch(given):
            raise WrongRequestError(400, f'{name}="{given}" is no number that can be meant')
        return int(given)

    def identifier(self, name: str) -> str:
        """Return a parameter that names a document, by its identifier or the address of its page."""
        given = self.query.get(name, "").partition("#")[0]
        for site in (self.addresses.base, self._address):
            page = re.fullmatch(re.escape(f"{site}documents/") + r"([^/]+)\.html", given) if site else None
            if page:
                return page[1]
        return given

    def file(self, identifier: str) -> bytes:
        """Return the file of a document.

        Raises:
            WrongRequestError: there is no such document, or it is published without its TEI.
        """
        # only what the catalogue has becomes part of a path
        if self.shelves.item(identifier) is not None:
            try:
                return (self._output / "tei" / f"{identifier}.xml").read_bytes()
            except OSError:
                raise WrongRequestError(404, f'the TEI of "{identifier}" is not published') from None
        raise WrongRequestError(404, f'there is no document "{identifier}"')

    def text(self, identifier: str) -> Text:
        """Return a document that can be cited."""
        try:
            return Text.of(identifier, parse(self.file(identifier)))
        except etree.XMLSyntaxError:
            raise WrongRequestError(404, f'the TEI of "{identifier}" cannot be read') from None

    def outlines(self, identifier: str) -> list[dict[str, Any]]:
        """Return the citation trees of a document; none where its TEI is not to be had."""
        try:
            return [tree.outline() for tree in self.text(identifier).trees]
        except WrongRequestError:
            return []

    def places(self) -> Places:
        """Return what is meant within the document."""
        return Places(*(self.query.get(name, "") for name in ("ref", "start", "end", "tree")))

    def resource(self) -> str:
        """Return the document that is asked about.

        Raises:
            WrongRequestError: none is named.
        """
        identifier = self.identifier("resource")
        if not identifier:
            raise WrongRequestError(400, "resource must be given")
        return identifier


def _entry(request: _Request) -> Answer:
    return _json(rendered(entry(request.addresses)))


def _collection(request: _Request) -> Answer:
    nav = request.query.get("nav", "children")
    if nav not in ("children", "parents"):
        raise WrongRequestError(400, f'nav="{nav}" is neither children nor parents')
    page = request.number("page", _PAGE) or 0
    all_of = request.shelves.all
    identifier = request.identifier("id") or next(iter(all_of))
    shelf = all_of.get(identifier)
    describe = request.describe
    if page > 1 and (shelf is None or nav == "parents"):
        raise WrongRequestError(404, "there is one page")
    if shelf is None:
        item = request.shelves.item(identifier)
        if item is None:
            raise WrongRequestError(404, f'there is no collection or document "{identifier}"')
        about = {**describe.item(item), "citationTrees": request.outlines(identifier)}
        return _json(parents(about, describe, request.shelves.around(item)) if nav == "parents" else rendered(about))
    if nav == "parents":
        above = [all_of[shelf.above]] if shelf.above else []
        return _json(parents(describe.shelf(shelf), describe, above))
    return _json(collection(describe, shelf, page, lambda each: item_json(describe, each)))


def _navigation(request: _Request) -> Answer:
    identifier, places = request.resource(), request.places()
    places.check()
    down = request.number("down", _DOWN)
    page = request.number("page", _PAGE) or 1
    made = navigation(request.text(identifier), places, down, request.addresses)
    if page > 1:
        raise WrongRequestError(404, "there is one page")
    known = {name: request.query.get(name, "") for name in _OF_NAVIGATION}
    about = {"@id": request.addresses.asked("navigation", known), "@type": "Navigation"}
    return _json(rendered({**about, **made}))


_OF_NAVIGATION = ("resource", "ref", "start", "end", "down", "tree", "page")


def _document(request: _Request) -> Answer:
    identifier, places = request.resource(), request.places()
    places.check()
    # a plus that was not escaped is a space in a query
    wanted = request.query.get("mediaType", TEI).replace(" ", "+")
    if wanted != TEI:
        raise WrongRequestError(404, f'the document is not to be had as "{wanted}"')
    if places.ref or places.start:
        text = request.text(identifier)
        one, other = ends(text.units(places.tree), places)
        content = passage(text.root, one.node, other.node)
    else:
        content = request.file(identifier)
    link = f'<{request.addresses.one(identifier)}>; rel="collection"'
    return 200, {"Content-Type": TEI, "Link": link}, content


def _json(content: bytes) -> Answer:
    return 200, {"Content-Type": JSON}, content


ENDPOINTS: Mapping[str, Callable[[_Request], Answer]] = {
    "": _entry,
    "/collection": _collection,
    "/navigation": _navigation,
    "/document": _document,
}
