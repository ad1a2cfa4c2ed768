"""The preview follows the transcripts: a change on disk makes pages anew, and whoever looks at one sees the new one.

Server-sent events (https://html.spec.whatwg.org/multipage/server-sent-events.html) tell open pages that something
changed; each asks whether it did itself, by its ETag, and loads again if so. What was found in a document is shown on
its page, and told to the terminal.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from starlette.responses import Response, StreamingResponse
from starlette.routing import Route

from teiedit.read.folder import MARKER

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Iterable, Mapping

    from starlette.requests import Request

    from teiedit.model.diagnostic import Diagnostic
    from teiedit.model.update import Update

EVENTS = "/-/live"
SCRIPT = "/-/live.js"

# Seconds without a change until the whole is built: at once where other pages are wrong, and otherwise when the
# editor pauses, for the search and the lists.
_SOON, _LATER = 0.5, 15.0
# A comment goes out so often, by which a server learns that a page was closed.
_BREATH = 15.0
# Milliseconds in which the writes of one save are taken together.
_TOGETHER, _STEP = 120, 20
_FOLLOWED = {".txt", ".toml", ".csv", ".md", ".css", ".xsl", ".typ", ".svg", ".png", ".jpg", ".jpeg"}


class Preview(Protocol):
    """What keeps a site up: see `teiedit.preview.Preview`."""

    def change(self, paths: Iterable[Path]) -> Update:
        """Make the pages of changed transcripts anew."""

    def rebuild(self) -> Update:
        """Build the whole site again."""


class Live:
    """Watches an edition's folder, keeps its preview up and tells open pages."""

    def __init__(self, folder: Path, preview: Preview, site: Path, tell: Callable[[Update], None]) -> None:
        """Begin.

        Args:
            folder: the edition's.
            preview: keeps its site up.
            site: the preview's site.
            tell: called with what came of each change, for the terminal.
        """
        self.site = site
        self._folder = folder.resolve()
        self._preview = preview
        self._tell = tell
        self._pages: set[asyncio.Queue[str | None]] = set()
        self._findings: dict[str, list[dict[str, str]]] = {}
        self._whole: asyncio.Task[None] | None = None
        # one thread for changes, one for whole builds: a change never waits for a build
        self._changing, self._building = ThreadPoolExecutor(1), ThreadPoolExecutor(1)

    def found(self, findings: Iterable[Diagnostic]) -> None:
        """Keep what was found in the whole edition."""
        self._findings = {}
        self._keep(findings)

    @property
    def routes(self) -> list[Route]:
        """The addresses at which pages listen."""
        return [Route(EVENTS, self._listen), Route(SCRIPT, _script)]

    async def follow(self) -> None:
        """Watch the folder until cancelled."""
        from watchfiles import awatch  # noqa: PLC0415 - only a preview needs it

        try:
            async for changes in awatch(self._folder, watch_filter=self._concerns, debounce=_TOGETHER, step=_STEP):
                await self._changed({Path(path) for _, path in changes})
        finally:
            if self._whole is not None:
                self._whole.cancel()
            self._changing.shutdown(wait=False, cancel_futures=True)
            self._building.shutdown(wait=False, cancel_futures=True)

    def _concerns(self, _: object, path: str) -> bool:
        """Say whether a file can matter: not the output, not what editors leave beside a file while they write it."""
        file = Path(path)
        inside = file.relative_to(self._folder) if file.is_relative_to(self._folder) else file
        hidden = any(part.startswith(".") for part in inside.parts)
        # a folder with a marker is a site that was built
        built = any((self._folder / parent / MARKER).is_file() for parent in inside.parents)
        return file.suffix.lower() in _FOLLOWED and not hidden and not built

    async def _changed(self, paths: set[Path]) -> None:
        loop = asyncio.get_running_loop()
        update = await loop.run_in_executor(self._changing, self._preview.change, paths)
        for path in paths:
            self._findings.pop(path.as_posix(), None)
        self._done(update)
        if self._whole is not None and not self._whole.done():
            self._whole.cancel()
        self._whole = asyncio.create_task(self._build(_SOON if update.whole else _LATER))

    async def _build(self, wait: float) -> None:
        await asyncio.sleep(wait)
        running = asyncio.get_running_loop().run_in_executor(self._building, self._preview.rebuild)
        # a build that has begun is let go on: it is a process of its own
        update = await asyncio.shield(running)
        self._findings = {}
        self._done(update)
        if update.whole:
            self._whole = asyncio.create_task(self._build(_SOON))

    def _done(self, update: Update) -> None:
        self._keep(update.findings)
        self._tell(update)
        for page in self._pages:
            page.put_nowait(self._state())

    def _keep(self, findings: Iterable[Diagnostic]) -> None:
        for finding in findings:
            file = Path(finding.place.file).resolve().as_posix()
            self._findings.setdefault(file, []).append(_shown(finding))

    def _state(self) -> str:
        shown = [finding for file in sorted(self._findings) for finding in self._findings[file]]
        return f"event: change\ndata: {json.dumps(shown, ensure_ascii=False)}\n\n"

    def end(self) -> None:
        """Let all pages go: the server stops."""
        for page in self._pages:
            page.put_nowait(None)

    async def _listen(self, _: Request) -> Response:
        return StreamingResponse(self._events(), media_type="text/event-stream", headers={"Cache-Control": "no-store"})

    async def _events(self) -> AsyncIterator[str]:
        page: asyncio.Queue[str | None] = asyncio.Queue()
        self._pages.add(page)
        try:
            yield f"retry: 500\n{self._state()}"
            while True:
                try:
                    said = await asyncio.wait_for(page.get(), _BREATH)
                except TimeoutError:
                    said = ": still here\n\n"
                if said is None:
                    return
                yield said
        finally:
            self._pages.discard(page)


def _shown(finding: Diagnostic) -> dict[str, str]:
    place = finding.place
    where = f"{place.file}:{place.line}:{place.column}" if place.line else place.file
    return {
        "severity": finding.severity.name.lower(),
        "code": finding.code,
        "file": Path(place.file).stem,
        "place": where,
        "message": finding.message,
        "hint": finding.hint,
    }


async def _script(_: Request) -> Response:
    return Response(_source(), media_type="text/javascript", headers={"Cache-Control": "no-store"})


def _source() -> str:
    return Path(__file__).with_name("live.js").read_text("utf-8")


_END = b"</head>"


def with_script(page: bytes, tag: str) -> bytes:
    """Return a page that listens.

    Args:
        page: an HTML page.
        tag: its ETag, by which it knows whether it has changed.
    """
    plain = tag.replace("&", "&amp;").replace('"', "&quot;").replace("<", "&lt;")
    script = f'<script src="{SCRIPT}" data-tag="{plain}" defer="defer"></script>'.encode()
    at = page.find(_END)
    return page[:at] + script + page[at:] if at >= 0 else page


class Listening:
    """An ASGI application around the site's: its pages listen. Other files pass through as they are."""

    def __init__(self, site: Any) -> None:
        """Stand around `site`."""
        self._site = site

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self._site(scope, receive, send)
            return
        # compressed or partial pages could not be added to
        unwanted = (b"accept-encoding", b"range", b"if-range")
        headers = [(name, value) for name, value in scope["headers"] if name not in unwanted]
        answer = _Answer(send)
        await self._site({**scope, "headers": headers}, receive, answer)
        await answer.end()


class _Answer:
    """Holds back a page until it is whole, and adds the script."""

    def __init__(self, send: Any) -> None:
        self._send = send
        self._start: dict[str, Any] | None = None
        self._body = bytearray()

    async def __call__(self, message: Mapping[str, Any]) -> None:
        if message["type"] == "http.response.start" and _is_page(message):
            self._start = dict(message)
        elif self._start is not None and message["type"] == "http.response.body":
            self._body += message.get("body", b"")
        else:
            await self._send(message)

    async def end(self) -> None:
        if self._start is None:
            return
        headers = dict(self._start["headers"])
        body = with_script(bytes(self._body), headers.get(b"etag", b"").decode("latin-1")) if self._body else b""
        if b"content-length" in headers:
            headers[b"content-length"] = str(len(body)).encode()
        headers[b"cache-control"] = b"no-store"
        await self._send({**self._start, "headers": list(headers.items())})
        with contextlib.suppress(OSError):
            await self._send({"type": "http.response.body", "body": body})


def _is_page(message: Mapping[str, Any]) -> bool:
    kinds = [value for name, value in message["headers"] if name == b"content-type"]
    return any(kind.startswith(b"text/html") for kind in kinds)
