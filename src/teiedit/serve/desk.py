"""Work that takes a moment is done beside the loop that listens, by a few threads; who would wait long is sent away."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

_Result = TypeVar("_Result")

_THREADS = 4
_WAITING = 64
# Seconds after which somebody who was sent away may ask again.
LATER = 2


class BusyError(Exception):
    """Raised where too many are waiting."""


class Desk:
    """Answers a few requests at a time, and lets some wait."""

    def __init__(self, threads: int = _THREADS, waiting: int = _WAITING) -> None:
        """Open the desk."""
        self._pool = ThreadPoolExecutor(threads, "teiedit-serve")
        self._most = threads + waiting
        self._now = 0

    async def ask(self, work: Callable[[], _Result]) -> _Result:
        """Do some work in a thread; it ends also where nobody waits for its result any more.

        Raises:
            BusyError: too many are waiting.
        """
        if self._now >= self._most:
            raise BusyError
        self._now += 1
        future = asyncio.get_running_loop().run_in_executor(self._pool, work)
        future.add_done_callback(self._left)
        return await asyncio.shield(future)

    def _left(self, _: object) -> None:
        self._now -= 1

    def close(self) -> None:
        """Let what was begun come to its end."""
        self._pool.shutdown(wait=True)
