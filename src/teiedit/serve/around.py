"""What is around every answer: headers, a bound for addresses, and the access log. Plain ASGI."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.datastructures import MutableHeaders
from starlette.responses import PlainTextResponse

from teiedit.tools.clock import present

if TYPE_CHECKING:
    from collections.abc import Callable

    from starlette.types import ASGIApp, Message, Receive, Scope, Send

_LONGEST_ADDRESS = 8 * 1024
# Everything here is public and only read, so that other sites' pages may read it too.
_HEADERS = {
    "Access-Control-Allow-Origin": "*",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
}


class Bounded:
    """Refuses addresses that are too long, and adds headers to every answer."""

    def __init__(self, app: ASGIApp) -> None:
        """Go around an application."""
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def marked(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in _HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        length = len(scope.get("raw_path", b"")) + len(scope["query_string"])
        app = PlainTextResponse("the address is too long\n", 414) if length > _LONGEST_ADDRESS else self._app
        await app(scope, receive, marked)


class Logged:
    """Writes a line for each request, in the combined format of web servers; nothing of a person but the address."""

    def __init__(self, app: ASGIApp, write: Callable[[str], None]) -> None:
        """Go around an application."""
        self._app = app
        self._write = write

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, and write the line when all is sent."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        status, length = 500, 0

        async def counted(message: Message) -> None:
            nonlocal status, length
            if message["type"] == "http.response.start":
                status = message["status"]
            length += len(message.get("body", b""))
            await send(message)

        try:
            await self._app(scope, receive, counted)
        finally:
            self._write(_line(scope, status, length))


def _line(scope: Scope, status: int, length: int) -> str:
    client = scope.get("client")
    address = _plain(client[0]) if client else "-"
    query = scope["query_string"]
    target = scope.get("raw_path", b"") + (b"?" + query if query else b"")
    request = f"{scope['method']} {_plain(target.decode('latin-1'))} HTTP/{scope.get('http_version', '1.1')}"
    return f'{address} - - [{present():%d/%b/%Y:%H:%M:%S %z}] "{request}" {status} {length} "-" "-"'


def _plain(words: str) -> str:
    """Return words that cannot end a field or steer a terminal."""
    return "".join(c if " " < c < "\x7f" and c not in '"\\' else f"\\x{ord(c):02x}" for c in words)
