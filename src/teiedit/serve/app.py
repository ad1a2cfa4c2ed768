"""The application: what stands at which address, the first that fits; the site has all the rest."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from starlette.applications import Starlette
from starlette.routing import BaseRoute, Mount

from teiedit.serve import harvest, health, texts
from teiedit.serve.around import Bounded, Logged
from teiedit.serve.site import SiteFiles

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from starlette.types import ASGIApp

    from teiedit.serve.served import Served

# Each gives the routes of one service.
SERVICES: tuple[Callable[[Served], list[BaseRoute]], ...] = (health.routes, harvest.routes, texts.routes)


def application(served: Served, log: Callable[[str], None] | None = None) -> ASGIApp:
    """Return the application for one output folder.

    Args:
        served: what is served.
        log: takes each line of the access log; None for no log.
    """

    @contextlib.asynccontextmanager
    async def life(_: Starlette) -> AsyncIterator[None]:
        yield
        served.desk.close()

    routes = [route for service in SERVICES for route in service(served)]
    app: ASGIApp = Starlette(routes=[*routes, Mount("/", SiteFiles(served.folder))], lifespan=life)
    app = Bounded(app)
    return app if log is None else Logged(app, log)
