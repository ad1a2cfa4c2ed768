"""Distributed Text Services over HTTP: the requests of `teiedit.serve.dts` at /dts and below.

Only the endpoints are answered here; what else lies in dts/ are files of the site.
"""

from __future__ import annotations

import functools
import hashlib
import ipaddress
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from teiedit.catalogue.reader import NoCatalogueError
from teiedit.serve import dts
from teiedit.serve.desk import LATER, BusyError

if TYPE_CHECKING:
    from starlette.datastructures import URL
    from starlette.requests import Request
    from starlette.routing import BaseRoute

    from teiedit.serve.served import Served

# Seconds until a catalogue may be there.
_BUILT = 120


def routes(served: Served) -> list[BaseRoute]:
    """Return the endpoints."""
    answer = functools.partial(_texts, served)
    paths = [f"{dts.PATH}{endpoint}" for endpoint in dts.ENDPOINTS]
    return [Route(path, answer) for each in paths for path in (each, f"{each}/")]


async def _texts(served: Served, request: Request) -> Response:
    query = request.scope["query_string"].decode("latin-1")
    known = request.headers.get("if-none-match", "")
    work = functools.partial(_answered, served, request.url, query, known)
    try:
        return await served.desk.ask(work)
    except BusyError:
        return PlainTextResponse("too many ask at once; ask again later\n", 503, {"Retry-After": str(LATER)})
    except NoCatalogueError:
        words = "there is no catalogue yet: the edition was not built, or without its records\n"
        return PlainTextResponse(words, 503, {"Retry-After": str(_BUILT)})


def _answered(served: Served, url: URL, query: str, known: str) -> Response:
    catalogue = served.catalogues.newest()
    base = _base(url, catalogue.meta.get("address", ""))
    parts = "\0".join((catalogue.meta.get("digest", ""), base, url.path, query))
    headers = {"Cache-Control": "no-cache", "ETag": f'W/"{hashlib.sha256(parts.encode()).hexdigest()[:24]}"'}
    if headers["ETag"] in known:
        return Response(status_code=304, headers=headers)
    status, own, content = dts.answer(url.path, query, catalogue, served.folder, base)
    return Response(content, status, {**(headers if status == 200 else {}), **own})


def _base(url: URL, address: str) -> str:
    """Return the address of the site: what the edition says it is, but to this machine, where it is tried out."""
    asked = f"{url.scheme}://{url.netloc}/"
    return (
        asked if not address or (_here(url.hostname or "") and not _here(urlsplit(address).hostname or "")) else address
    )


def _here(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost" or host.endswith(".localhost")
