"""/healthz: whether the server can answer, for whoever watches over it."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from teiedit.catalogue.reader import NoCatalogueError
from teiedit.serve.desk import LATER, BusyError

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.routing import BaseRoute

    from teiedit.serve.served import Served


def routes(served: Served) -> list[BaseRoute]:
    """Return the address that is watched."""
    return [Route("/healthz", functools.partial(_health, served))]


async def _health(served: Served, _: Request) -> Response:
    headers = {"Cache-Control": "no-store"}
    try:
        return JSONResponse(await served.desk.ask(functools.partial(_state, served)), headers=headers)
    except (BusyError, OSError):
        return JSONResponse({"status": "busy"}, 503, {**headers, "Retry-After": str(LATER)})


def _state(served: Served) -> dict[str, object]:
    next(served.folder.iterdir(), None)
    try:
        catalogue = served.catalogues.newest()
    except NoCatalogueError:
        return {"status": "ok", "documents": None}
    (documents,) = catalogue.base.execute("SELECT max(number) FROM total WHERE spec = ''").fetchone()
    return {"status": "ok", "documents": documents or 0}
