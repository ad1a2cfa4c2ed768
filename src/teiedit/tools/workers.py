"""One function over many items, on all cores, results in the items' order."""

from __future__ import annotations

import multiprocessing
import os
import sys
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

Item = TypeVar("Item")
Result = TypeVar("Result")

# Below this many items starting processes costs more than it saves: each has to compile its stylesheets.
_WORTH = 8


class WorkerDied(Exception):  # noqa: N818 - says what happened
    """Raised when a worker process ended without a result: killed, or out of memory."""


def each(function: Callable[[Item], Result], items: Sequence[Item], jobs: int | None = None) -> Iterator[Result]:
    """Give `function(item)` for each item, in order.

    Args:
        function: a function that can be pickled (of a module, or a partial of one).
        items: what to work on.
        jobs: how many processes; None for one a core. One, or few items, are done in this process.

    Raises:
        WorkerDied: a process ended without a result.
    """
    count = min(jobs or os.cpu_count() or 1, max(len(items) // 2, 1))
    if count == 1 or len(items) < _WORTH:
        yield from map(function, items)
        return
    # A forked process inherits what is compiled already; elsewhere than on Linux forking is not safe.
    context = multiprocessing.get_context("fork" if sys.platform == "linux" else "spawn")
    chunk = max(1, min(32, len(items) // (count * 4)))
    # the function goes to each process once: an edition's register, which it may hold, can be large
    with ProcessPoolExecutor(count, mp_context=context, initializer=_start, initargs=(function,)) as pool:
        try:
            yield from pool.map(_work, items, chunksize=chunk)
        except BrokenProcessPool as error:
            raise WorkerDied from error
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise


_given: list[Callable[[Any], Any]] = []


def _start(function: Callable[[Any], Any]) -> None:
    """Keep, in a worker process, what it is to do."""
    _given[:] = [function]


def _work(item: Any) -> Any:
    return _given[0](item)


def alone(function: Callable[[Item], Result], item: Item) -> Result:
    """Return `function(item)` from a process of its own, whose memory is free again afterwards.

    Args:
        function: a function that can be pickled.
        item: what to work on.

    Raises:
        WorkerDied: the process ended without a result.
    """
    # A new process, not a fork: what this one holds in memory would count for the other too.
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as pool:
        try:
            return pool.submit(function, item).result()
        except BrokenProcessPool as error:
            raise WorkerDied from error
