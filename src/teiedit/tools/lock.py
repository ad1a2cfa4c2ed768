"""A file that one process holds at a time; the system lets it go when the process ends, however it ends."""

from __future__ import annotations

import contextlib
import errno
import os
import sys
from typing import TYPE_CHECKING

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

# The system's locks hold between processes alone.
_here: set[str] = set()


class Busy(Exception):  # noqa: N818 - says what is the case
    """Raised where another holds the file."""


@contextlib.contextmanager
def holding(path: Path) -> Iterator[None]:
    """Hold a file, made if need be.

    Raises:
        Busy: another process holds it, or another part of this one.
        OSError: the file cannot be made, or the file system has no locks.
    """
    name = os.path.realpath(path)
    if name in _here:
        raise Busy
    _here.add(name)
    handle = -1
    try:
        handle = _taken(path)
        yield
    finally:
        if handle >= 0:
            os.close(handle)
        _here.discard(name)


def _taken(path: Path) -> int:
    while True:
        handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
        try:
            _lock(handle)
            if _is(handle, path):
                return handle
        except BaseException:
            os.close(handle)
            raise
        # who held it before has removed it: a new one is the one to hold
        os.close(handle)


def _is(handle: int, path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(handle), path.stat())
    except FileNotFoundError:
        return False


def _lock(handle: int) -> None:
    # a lock of this kind is not inherited: a worker that outlives its build by a moment holds nothing
    try:
        if sys.platform == "win32":
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        else:
            fcntl.lockf(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        if error.errno in (errno.EACCES, errno.EAGAIN, errno.EDEADLK):
            raise Busy from error
        raise
