"""One function over many items, on the machines of a Dask cluster, results in the items' order.

https://distributed.dask.org. The workers are sent all that they need, but for the program itself, which must be
installed there in the same version. A worker that is lost costs time only: what it was at is done by another.
"""

from __future__ import annotations

import threading
from collections import deque
from itertools import islice
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

Item = TypeVar("Item")
Result = TypeVar("Result")

_CHUNK = 16
# So many chunks are under way for each worker: one that it is at, and the next ones on their way to it.
_AHEAD = 4
_PATIENCE = "10s"
# The native library of the stylesheets is not safe in two threads of a process, which a worker may have.
_one = threading.Lock()


class ClusterError(Exception):
    """Raised where the cluster cannot be used; the text says why, in words for people."""


class Cluster:
    """A cluster in use; to be closed."""

    def __init__(self, address: str, same: Callable[[], str]) -> None:
        """Join a cluster.

        Args:
            address: that of its scheduler, such as "tcp://10.0.0.1:8786".
            same: gives the same on all machines whose program is the same.

        Raises:
            ClusterError: it cannot be reached, has no workers, or has another program.
        """
        try:
            from distributed import Client  # noqa: PLC0415 - an extra, which takes a second to load
        except ImportError as error:
            message = "dask.distributed is not installed"
            raise ClusterError(message) from error
        try:
            self._client: Any = Client(address, timeout=_PATIENCE)  # type: ignore[no-untyped-call]
        except (OSError, TimeoutError, ValueError) as error:
            message = f"no scheduler answers at {address}"
            raise ClusterError(message) from error
        answers = self._client.run(same)
        if not answers or any(answer != same() for answer in answers.values()):
            self._client.close()  # type: ignore[no-untyped-call]
            others = sorted(name for name, answer in answers.items() if answer != same())
            message = f"another version of the program is at {', '.join(others)}" if others else "it has no workers"
            raise ClusterError(message)

    def close(self) -> None:
        """Leave the cluster as it was."""
        self._client.close()

    def each(
        self,
        function: Callable[[Item], Result],
        items: Iterable[Item],
        lost: Callable[[Item], Result],
    ) -> Iterator[Result]:
        """Give `function(item)` for each item, in order.

        Args:
            function: a function that can be pickled (of a module, or a partial of one).
            items: what to work on; taken a few at a time.
            lost: gives the result for an item at which one worker after another was lost.

        Raises:
            ClusterError: the cluster is no more.
        """
        client = self._client
        # the function goes to each worker once: an edition's register, which it may hold, can be large
        shared = client.scatter(function, broadcast=True, hash=False)
        waiting: deque[tuple[list[Item], Any]] = deque()
        source = iter(items)
        while True:
            most = _AHEAD * max(1, len(client.scheduler_info()["workers"]))
            while len(waiting) < most and (chunk := list(islice(source, _CHUNK))):
                waiting.append((chunk, client.submit(_chunk, shared, chunk, pure=False)))
            if not waiting:
                return
            chunk, future = waiting.popleft()
            yield from self._taken(function, chunk, future, lost)

    def _taken(self, function: Callable[[Item], Result], chunk: list[Item], future: Any, lost: Any) -> list[Result]:
        from distributed import CancelledError, KilledWorker  # noqa: PLC0415 - as above

        try:
            return future.result()  # type: ignore[no-any-return]
        except (KilledWorker, CancelledError):
            # one of them ends whatever takes it: they are tried apart
            if len(chunk) == 1:
                return [lost(chunk[0])]
            parts = [([item], self._client.submit(_chunk, function, [item], pure=False)) for item in chunk]
            return [result for one, part in parts for result in self._taken(function, one, part, lost)]
        except OSError as error:
            message = "the cluster is not there any more"
            raise ClusterError(message) from error


def _chunk(function: Callable[[Any], Any], chunk: list[Any]) -> list[Any]:
    with _one:
        return [function(item) for item in chunk]
