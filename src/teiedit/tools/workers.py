"""One function over many items, on all cores, results in the items' order.

Each process has its own Saxon, compiles its stylesheets once, and works on a few items at a time. A process that is
killed, or runs out of memory, costs the item that it was at; another takes its place.
"""

from __future__ import annotations

import ctypes
import os
import signal
import sys
import threading
import time
from collections import deque
from contextlib import suppress
from itertools import islice
from typing import TYPE_CHECKING, Any, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess

Item = TypeVar("Item")
Result = TypeVar("Result")

# Below this many items starting processes costs more than it saves: each has to compile its stylesheets.
_WORTH = 8
# So many items a process is handed at most, and so many chunks a process may be ahead of the first that is not done:
# results wait in memory for those before them.
_CHUNK = 32
_AHEAD = 3
# Seconds after which a process looks again whether the one that began it is still there.
_LOOK = 0.5
# https://man7.org/linux/man-pages/man2/pr_set_pdeathsig.2const.html
_PR_SET_PDEATHSIG = 1


class WorkerDied(Exception):  # noqa: N818 - says what happened
    """Raised when a worker process ended without a result: killed, or out of memory."""


def each(
    function: Callable[[Item], Result],
    items: Iterable[Item],
    total: int,
    jobs: int | None = None,
    lost: Callable[[Item], Result] | None = None,
) -> Iterator[Result]:
    """Give `function(item)` for each item, in order.

    Args:
        function: a function that can be pickled (of a module, or a partial of one).
        items: what to work on; taken a few at a time.
        total: how many there are.
        jobs: how many processes; None for one a core. One, or few items, are done in this process.
        lost: gives the result for an item at which a process ended; without it that raises.

    Raises:
        WorkerDied: a process ended without a result, and `lost` is not given.
    """
    count = min(jobs or os.cpu_count() or 1, max(total // 2, 1))
    if count == 1 or total < _WORTH:
        yield from map(function, items)
        return
    crew = _Crew(function, count, max(1, min(_CHUNK, total // (count * 4))), lost)
    try:
        yield from crew.results(iter(items))
    finally:
        crew.dismiss()


class _Worker(Generic[Item]):
    """One process, and what it is at."""

    def __init__(self, function: Callable[[Item], Any]) -> None:
        import multiprocessing  # noqa: PLC0415 - 10 ms that few documents do not need

        # A forked process inherits what is compiled already; elsewhere than on Linux forking is not safe.
        context: Any = multiprocessing.get_context("fork" if sys.platform == "linux" else "spawn")
        self.pipe, theirs = context.Pipe()
        self.process: BaseProcess = context.Process(target=_work, args=(function, theirs, os.getpid()), daemon=False)
        self.process.start()
        theirs.close()
        self.waiting: deque[tuple[int, Item]] = deque()

    def hand(self, chunk: list[tuple[int, Item]]) -> None:
        """Hand over a chunk; one that has ended is found out about later."""
        self.waiting.extend(chunk)
        with suppress(OSError):
            self.pipe.send(chunk)


class _Crew(Generic[Item, Result]):
    """The processes of one `each`."""

    def __init__(
        self, function: Callable[[Item], Result], count: int, chunk: int, lost: Callable[[Item], Result] | None
    ) -> None:
        self._function = function
        self._lost = lost
        self._chunk = chunk
        self._most = chunk * count * _AHEAD
        self._workers: list[_Worker[Item]] = [_Worker(function) for _ in range(count)]
        self._done: dict[int, Result] = {}
        self._again: deque[tuple[int, Item]] = deque()
        self._handed = 0
        self._given = 0

    def results(self, items: Iterator[Item]) -> Iterator[Result]:
        """Give the results in order."""
        from multiprocessing.connection import wait  # noqa: PLC0415 - as in _Worker

        self._fill(items)
        while any(worker.waiting for worker in self._workers) or self._again:
            ready = wait([end for worker in self._workers for end in (worker.pipe, worker.process.sentinel)])
            for worker in list(self._workers):
                if worker.pipe in ready:
                    self._receive(worker)
                elif worker.process.sentinel in ready:
                    self._replace(worker)
            while self._given in self._done:
                yield self._done.pop(self._given)
                self._given += 1
            self._fill(items)

    def _fill(self, items: Iterator[Item]) -> None:
        """Hand something to each process that has nothing to do."""
        for worker in self._workers:
            if worker.waiting:
                continue
            chunk = [self._again.popleft() for _ in range(min(len(self._again), self._chunk))]
            if not chunk and self._handed - self._given < self._most:
                chunk = list(enumerate(islice(items, self._chunk), self._handed))
                self._handed += len(chunk)
            if chunk:
                worker.hand(chunk)

    def _receive(self, worker: _Worker[Item]) -> None:
        try:
            index, result, error = worker.pipe.recv()
        except (EOFError, OSError):
            self._replace(worker)
            return
        if error is not None:
            raise error
        worker.waiting.popleft()
        self._done[index] = result

    def _replace(self, worker: _Worker[Item]) -> None:
        """Put a new process in the place of one that has ended; the item that it was at is lost."""
        worker.process.join()
        worker.pipe.close()
        place = self._workers.index(worker)
        if worker.waiting:
            index, item = worker.waiting.popleft()
            if self._lost is None:
                raise WorkerDied
            self._done[index] = self._lost(item)
            self._again.extend(worker.waiting)
        self._workers[place] = _Worker(self._function)

    def dismiss(self) -> None:
        """End the processes, whatever they are at."""
        for worker in self._workers:
            worker.process.kill()
        for worker in self._workers:
            worker.process.join()
            worker.pipe.close()


def _work(function: Callable[[Any], Any], pipe: Connection, parent: int) -> None:
    """Work, in a process of its own, on what comes through the pipe."""
    # whoever began the processes ends them: not each of them with a traceback of its own
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _end_with(parent)
    while True:
        try:
            chunk = pipe.recv()
        except EOFError:
            return
        for index, item in chunk:
            answer: tuple[int, Any, Exception | None]
            try:
                answer = (index, function(item), None)
            except Exception as error:
                answer = (index, None, error)
            try:
                pipe.send(answer)
            except OSError:
                return


def alone(function: Callable[[Item], Result], item: Item) -> Result:
    """Return `function(item)` from a process of its own, whose memory is free again afterwards.

    Args:
        function: a function that can be pickled.
        item: what to work on.

    Raises:
        WorkerDied: the process ended without a result.
    """
    import multiprocessing  # noqa: PLC0415 - as in _Worker

    # A new process, not a fork: what this one holds in memory would count for the other too.
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_once, args=(function, item, theirs, os.getpid()), daemon=False)
    process.start()
    theirs.close()
    try:
        result, error = ours.recv()
    except (EOFError, OSError) as ended:
        raise WorkerDied from ended
    finally:
        process.kill()
        process.join()
        ours.close()
    if error is not None:
        raise error
    return result  # type: ignore[no-any-return]


def _once(function: Callable[[Any], Any], item: Any, pipe: Connection, parent: int) -> None:
    """Work, in a process of its own, on one item."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _end_with(parent)
    answer: tuple[Any, Exception | None]
    try:
        answer = (function(item), None)
    except Exception as error:
        answer = (None, error)
    with suppress(OSError):
        pipe.send(answer)


def _end_with(parent: int) -> None:
    """End this process when the one that began it has ended, however that was, and whatever this one is at."""
    if sys.platform == "linux":
        # the system does it; a thread beside a forked copy of the stylesheets' library is not safe
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
        if os.getppid() != parent:
            os._exit(1)
        return

    def watch() -> None:
        while os.getppid() == parent:
            time.sleep(_LOOK)
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()
