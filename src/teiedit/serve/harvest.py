"""OAI-PMH over HTTP: GET and POST at /oai, compressed and answered briefly where nothing has changed (3.1)."""

from __future__ import annotations

import asyncio
import functools
import gzip
import hashlib
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from lxml import etree
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from teiedit.catalogue.reader import NoCatalogueError
from teiedit.serve import oai
from teiedit.serve.desk import LATER, BusyError
from teiedit.serve.oai.tokens import expiry
from teiedit.tools.clock import present
from teiedit.tools.resources import resource

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from starlette.requests import Request
    from starlette.routing import BaseRoute

    from teiedit.catalogue.reader import Catalogue
    from teiedit.serve.served import Served

PATH = "/oai"
_BROWSE = "/browse"
_STYLE = "xslt/oai/oai.xsl"
_XML = "text/xml; charset=utf-8"
_FORM = "application/x-www-form-urlencoded"
_LONGEST_BODY = 64 * 1024
# Seconds for a whole body, and until a catalogue may be there.
_PATIENCE = 10
_BUILT = 120
_FAST = 5
# A page for people may do nothing but look well.
_QUIET = {
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'self'"
}


@dataclass(frozen=True, slots=True)
class _Asked:
    """A request, without its server.

    Attributes:
        query: its arguments, as they were sent.
        url: its own address, without arguments.
        known: the ETags that the client has.
        compressed: whether it reads gzip.
    """

    query: bytes
    url: str
    known: str
    compressed: bool


def routes(served: Served) -> list[BaseRoute]:
    """Return where harvesters ask, and the same as pages for people."""
    harvest = functools.partial(_harvest, served, _answered)
    browse = functools.partial(_harvest, served, _shown)
    return [
        Route(f"{PATH}/style.xsl", _style),
        Route(f"{PATH}{_BROWSE}", browse),
        *(Route(path, harvest, methods=["GET", "POST"]) for path in (PATH, f"{PATH}/")),
    ]


async def _style(_: Request) -> Response:
    return Response(resource(_STYLE).read_bytes(), media_type=_XML, headers={"Cache-Control": "max-age=3600"})


async def _harvest(served: Served, form: Callable[[Served, _Asked], Response], request: Request) -> Response:
    try:
        asked = await _asked(request)
    except _RefusedError as refused:
        return PlainTextResponse(refused.words, refused.status)
    try:
        return await served.desk.ask(functools.partial(form, served, asked))
    except BusyError:
        return PlainTextResponse("too many ask at once; ask again later\n", 503, {"Retry-After": str(LATER)})
    except NoCatalogueError:
        words = "there is no catalogue yet: the edition was not built, or without its records\n"
        return PlainTextResponse(words, 503, {"Retry-After": str(_BUILT)})


class _RefusedError(Exception):
    """Raised where a request is not read to its end."""

    def __init__(self, status: int, words: str) -> None:
        super().__init__(words)
        self.status = status
        self.words = f"{words}\n"


async def _asked(request: Request) -> _Asked:
    query: bytes = request.scope["query_string"]
    if request.method == "POST":
        if request.headers.get("content-type", "").partition(";")[0].strip().lower() != _FORM:
            raise _RefusedError(415, f"the arguments of a POST must be of type {_FORM}")
        body = await _in_time(_body(request))
        query = b"&".join(part for part in (query, body) if part)
    url = request.url
    offered = re.search(r"\bgzip\b\s*(?:;\s*q\s*=\s*([\d.]+))?", request.headers.get("accept-encoding", ""))
    compressed = offered is not None and (offered[1] or "1").strip("0.") != ""
    known = request.headers.get("if-none-match", "")
    return _Asked(query, f"{url.scheme}://{url.netloc}{url.path}", known, compressed)


async def _body(request: Request) -> bytes:
    if int(request.headers.get("content-length", "0")) > _LONGEST_BODY:
        raise _RefusedError(413, "the body is too long")
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > _LONGEST_BODY:
            raise _RefusedError(413, "the body is too long")
    return body


async def _in_time(reading: Awaitable[bytes]) -> bytes:
    try:
        return await asyncio.wait_for(reading, _PATIENCE)
    except TimeoutError as error:
        raise _RefusedError(408, "the body did not come") from error


def _answered(served: Served, asked: _Asked) -> Response:
    catalogue = served.catalogues.newest()
    headers = {"Cache-Control": "no-cache", "Vary": "Accept-Encoding"}
    tag = _tag(catalogue, asked)
    if tag in asked.known:
        return Response(status_code=304, headers={**headers, "ETag": tag})
    made = oai.answer(asked.query, catalogue, _repository(served, catalogue, asked))
    if not made.failed:
        headers["ETag"] = tag
    content = made.content
    if asked.compressed:
        content = gzip.compress(content, _FAST, mtime=0)
        headers["Content-Encoding"] = "gzip"
    return Response(content, media_type=_XML, headers=headers)


def _shown(served: Served, asked: _Asked) -> Response:
    """Return an answer as a page, for browsers that do not transform XML themselves."""
    catalogue = served.catalogues.newest()
    made = oai.answer(asked.query or b"verb=Identify", catalogue, _repository(served, catalogue, asked))
    denied = etree.XSLTAccessControl.DENY_ALL
    style = etree.XSLT(etree.parse(resource(_STYLE)), access_control=denied)
    page = style(etree.fromstring(made.content))
    return Response(str(page), media_type="text/html; charset=utf-8", headers={"Cache-Control": "no-cache", **_QUIET})


def _repository(served: Served, catalogue: Catalogue, asked: _Asked) -> oai.Repository:
    known = oai.named(catalogue.meta, served.secret, served.tei, present)
    return known if known.address else replace(known, address=asked.url.removesuffix(_BROWSE))


def _tag(catalogue: Catalogue, asked: _Asked) -> str:
    """Return what an answer is known by: it is the same while catalogue, question and the life of tokens are."""
    parts = (catalogue.meta.get("digest", ""), asked.url, expiry(present()))
    known = hashlib.sha256("\0".join(parts).encode() + b"\0" + asked.query).hexdigest()[:24]
    # the moment of the answer is in it, and it may come compressed: the same in meaning, not to the byte
    return f'W/"{known}"'
