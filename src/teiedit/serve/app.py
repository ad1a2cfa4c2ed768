"""The application: what stands at which address, the first that fits; the site has all the rest."""

from __future__ import annotations

import asyncio
import contextlib
from typing import TYPE_CHECKING

from starlette.applications import Starlette
from starlette.routing import BaseRoute, Mount

from teiedit.serve import harvest, health, texts
from teiedit.serve.around import Bounded, Logged
from teiedit.serve.live import Listening
from teiedit.serve.site import SiteFiles

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from starlette.types import ASGIApp

    from teiedit.serve.live import Live
    from teiedit.serve.review import Review
    from teiedit.serve.served import Served

# Each gives the routes of one service.
SERVICES: tuple[Callable[[Served], list[BaseRoute]], ...] = (health.routes, harvest.routes, texts.routes)


def application(
    served: Served,
    log: Callable[[str], None] | None = None,
    live: Live | None = None,
    review: Review | None = None,
) -> ASGIApp:
    """Return the application for one output folder.

    Args:
        served: what is served.
        log: takes each line of the access log; None for no log.
        live: the preview of an edition that is worked on, whose site is shown in place of the one in the folder.
        review: the editor's desk, for whoever sits at this machine.
    """

    @contextlib.asynccontextmanager
    async def life(_: Starlette) -> AsyncIterator[None]:
        following = asyncio.create_task(live.follow()) if live else None
        yield
        if following:
            following.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await following
        served.desk.close()

    routes = [route for service in SERVICES for route in service(served)]
    site: ASGIApp = Listening(SiteFiles(live.site)) if live else SiteFiles(served.folder)
    more = [*(live.routes if live else []), *(review.routes if review else [])]
    app: ASGIApp = Starlette(routes=[*routes, *more, Mount("/", site)], lifespan=life)
    app = Bounded(app)
    return app if log is None else Logged(app, log)
