"""The server's life: an address is taken, requests are answered, and at the end those that were begun are finished."""

from __future__ import annotations

import contextlib
import signal
import socket
from typing import TYPE_CHECKING

import uvicorn

from teiedit.model.diagnostic import Diagnostic, EditionError, Severity
from teiedit.model.position import Place
from teiedit.serve.patience import PatientProtocol

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from starlette.types import ASGIApp

_CONNECTIONS = 2_000
_KEEP_ALIVE = 5
_LAST_WORDS = 20
_HEAD_BYTES = 32 * 1024


def listen(host: str, port: int) -> socket.socket:
    """Return a socket that listens.

    Args:
        host: a name or an address of this machine.
        port: 0 for any that is free.

    Raises:
        EditionError: V003, the address cannot be had.
    """
    try:
        family, _, _, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)[0]
        return socket.create_server(address[:2], family=family, backlog=_CONNECTIONS)
    except (OSError, UnicodeError) as error:
        reason = (getattr(error, "strerror", "") or "there is no such address").lower()
        message = f'cannot listen at "{host}", port {port}: {reason}'
        hint = "name another port with --port, or 0 for any that is free; another program may have this one"
        raise EditionError(Diagnostic("V003", Severity.ERROR, Place("serve"), message, hint)) from error


def address(listening: socket.socket) -> str:
    """Return the address of a socket as browsers write it, without a path."""
    host, port = listening.getsockname()[:2]
    return f"http://{f'[{host}]' if ':' in host else host}:{port}"


def run(
    app: ASGIApp, listening: socket.socket, ready: Callable[[], None], ending: Callable[[], None] | None = None
) -> None:
    """Answer until SIGTERM or SIGINT; what was begun is then finished, for at most 20 seconds.

    Args:
        app: answers.
        listening: where it is asked.
        ready: called as soon as requests are answered, and signals heard.
        ending: called when it is to stop, before it waits for what was begun.
    """
    config = uvicorn.Config(
        app,
        http=PatientProtocol,
        ws="none",
        lifespan="on",
        log_config=None,
        log_level="error",
        access_log=False,
        server_header=False,
        proxy_headers=True,
        limit_concurrency=_CONNECTIONS,
        timeout_keep_alive=_KEEP_ALIVE,
        timeout_graceful_shutdown=_LAST_WORDS,
        h11_max_incomplete_event_size=_HEAD_BYTES,
    )
    _many_files()
    server = _Server(config, ready, ending)
    with _ending_well(server):
        server.run(sockets=[listening])


class _Server(uvicorn.Server):
    """Says when it is ready, and when it ends."""

    def __init__(self, config: uvicorn.Config, ready: Callable[[], None], ending: Callable[[], None] | None) -> None:
        super().__init__(config)
        self._ready = ready
        self._ending = ending

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        if self._ending:
            self._ending()
        await super().shutdown(sockets)

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if self.started:
            self._ready()


def _many_files() -> None:
    """Let the process have as many connections as the system lets it."""
    try:
        import resource  # noqa: PLC0415 - Windows has none
    except ImportError:
        return
    _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))


@contextlib.contextmanager
def _ending_well(server: uvicorn.Server) -> Iterator[None]:
    """Take the signals that uvicorn does not: before it listens to them, and when it passes them on at the end.

    It was asked to stop, and that is no failure.
    """

    def stop(*_: object) -> None:
        server.should_exit = True

    before = {sign: signal.signal(sign, stop) for sign in (signal.SIGTERM, signal.SIGINT)}
    try:
        yield
    finally:
        for sign, handler in before.items():
            signal.signal(sign, handler)
