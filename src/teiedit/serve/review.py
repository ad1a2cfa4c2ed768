"""The editor's desk in the browser, for whoever sits at this machine and for nobody else.

Answers are taken from the desk's own page alone: it has a word that no other page knows, and the server answers to no
name but the loopback's, whatever a name server says
(https://owasp.org/www-community/attacks/csrf, https://en.wikipedia.org/wiki/DNS_rebinding).
"""

from __future__ import annotations

import asyncio
import json
import secrets
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from teiedit.model.diagnostic import EditionError
from teiedit.model.question import RefusedError, StaleError
from teiedit.serve.around import Bounded, Logged

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from starlette.requests import Request
    from starlette.types import ASGIApp

BASE = "/-/review"
HEADER = "x-teiedit-desk"
_HERE = ("127.0.0.1", "localhost", "[::1]")
_LARGEST = 1 << 20
_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; frame-src 'self'; img-src data:"
# The reading text runs nothing and asks for nothing.
_PAGE_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; sandbox allow-same-origin"
_KINDS = {"html": "text/html", "css": "text/css", "js": "text/javascript"}


class WebDesk(Protocol):
    """What the page asks for: see `teiedit.review.web.WebDesk`."""

    def state(self) -> dict[str, Any]:
        """Return how far the desk is."""

    def document(self, identifier: str) -> dict[str, Any]:
        """Return a document."""

    def version(self, identifier: str) -> str:
        """Return what can be compared of a document."""

    def answer(self, identifier: str, seen: str, said: Mapping[str, Any]) -> dict[str, Any]:
        """Take an answer."""

    def undo(self) -> dict[str, Any] | None:
        """Take back the last answer."""

    def page(self, identifier: str) -> bytes:
        """Return a document's reading text."""


class Review:
    """The desk's addresses."""

    def __init__(self, desk: Callable[[], WebDesk]) -> None:
        """Begin.

        Args:
            desk: gives the desk when somebody first asks for it.
        """
        self._make = desk
        self._desk: WebDesk | None = None
        self._word = secrets.token_urlsafe(24)
        # the desk keeps its files safe by working for one at a time
        self._working = ThreadPoolExecutor(1, "teiedit-desk")

    @property
    def routes(self) -> list[Route]:
        """The addresses of the page and of what it asks for."""
        return [
            Route(BASE, self._page),
            Route(f"{BASE}/{{name}}.{{kind}}", _file),
            Route(f"{BASE}/api/state", self._state),
            Route(f"{BASE}/api/undo", self._undo, methods=["POST"]),
            Route(f"{BASE}/api/documents/{{id}}", self._document),
            Route(f"{BASE}/api/documents/{{id}}/version", self._version),
            Route(f"{BASE}/api/documents/{{id}}/page", self._reading),
            Route(f"{BASE}/api/documents/{{id}}/answers", self._answer, methods=["POST"]),
        ]

    async def _ask(self, request: Request, work: Callable[[WebDesk], Any], *, known: bool = True) -> Any:
        _loopback(request)
        if known and not secrets.compare_digest(request.headers.get(HEADER, ""), self._word):
            raise HTTPException(403, "this is not the desk's own page; load it again")
        return await asyncio.get_running_loop().run_in_executor(self._working, self._worked, work)

    def _worked(self, work: Callable[[WebDesk], Any]) -> Any:
        if self._desk is None:
            self._desk = self._make()
        try:
            return work(self._desk)
        except KeyError as error:
            raise HTTPException(404, "there is no such document or question") from error

    async def _page(self, request: Request) -> Response:
        _loopback(request)
        page = _read("review.html").replace("{word}", self._word)
        return Response(page, media_type="text/html", headers=_headers(_POLICY))

    async def _state(self, request: Request) -> Response:
        return _json(await self._ask(request, lambda desk: desk.state()))

    async def _document(self, request: Request) -> Response:
        return _json(await self._ask(request, lambda desk: desk.document(request.path_params["id"])))

    async def _version(self, request: Request) -> Response:
        return _json({"version": await self._ask(request, lambda desk: desk.version(request.path_params["id"]))})

    async def _reading(self, request: Request) -> Response:
        # a frame cannot send the desk's word; what it shows can be read by no other page
        page = await self._ask(request, lambda desk: desk.page(request.path_params["id"]), known=False)
        return Response(page or b"", media_type="text/html", headers=_headers(_PAGE_POLICY))

    async def _answer(self, request: Request) -> Response:
        said = await _said(request)
        seen = said.get("version")

        def work(desk: WebDesk) -> dict[str, Any]:
            return desk.answer(request.path_params["id"], seen if isinstance(seen, str) else "", said)

        return await self._written(request, work)

    async def _undo(self, request: Request) -> Response:
        return await self._written(request, lambda desk: desk.undo())

    async def _written(self, request: Request, work: Callable[[WebDesk], dict[str, Any] | None]) -> Response:
        try:
            return _json(await self._ask(request, work))
        except StaleError:
            message = "the transcript or its decisions were changed by somebody else; they are shown anew"
            return _json({"message": message}, 409)
        except (RefusedError, EditionError) as error:
            return _json({"message": "; ".join(f"{d.message}: {d.hint}" for d in error.diagnostics)}, 422)
        except OSError as error:
            return _json({"message": f"the file could not be written: {error.strerror or error}"}, 507)


def _loopback(request: Request) -> None:
    host = request.headers.get("host", "")
    name = host.rpartition(":")[0] if host.rpartition(":")[2].isdigit() else host
    if name not in _HERE:
        raise HTTPException(403, "the desk answers on this machine alone")
    origin = request.headers.get("origin")
    if origin is not None and origin != f"http://{host}":
        raise HTTPException(403, "the desk answers to its own page alone")


async def _said(request: Request) -> dict[str, Any]:
    body = bytearray()
    async for part in request.stream():
        body += part
        if len(body) > _LARGEST:
            raise HTTPException(413, "the answer is too large")
    try:
        said = json.loads(body)
    except ValueError as error:
        raise HTTPException(400, "the answer is no JSON") from error
    if not isinstance(said, dict):
        raise HTTPException(400, "the answer is no object")
    return said


async def _file(request: Request) -> Response:
    _loopback(request)
    name, kind = request.path_params["name"], request.path_params["kind"]
    if name != "review" or kind not in ("css", "js"):
        raise HTTPException(404)
    return Response(_read(f"review.{kind}"), media_type=_KINDS[kind], headers=_headers(_POLICY))


def _read(name: str) -> str:
    return Path(__file__).with_name(name).read_text("utf-8")


def _json(said: Any, status: int = 200) -> Response:
    return JSONResponse(said, status, headers={"Cache-Control": "no-store"})


def _headers(policy: str) -> dict[str, str]:
    return {
        "Cache-Control": "no-store",
        "Content-Security-Policy": policy,
        "Referrer-Policy": "no-referrer",
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "SAMEORIGIN",
    }


def alone(review: Review, log: Callable[[str], None] | None = None) -> ASGIApp:
    """Return an application that is the desk, and nothing else."""

    async def begin(_: Request) -> Response:
        return RedirectResponse(BASE)

    app: ASGIApp = Bounded(Starlette(routes=[Route("/", begin), *review.routes]))
    return app if log is None else Logged(app, log)
