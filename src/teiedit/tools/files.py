"""Files are written whole or not at all, and left alone where nothing would change."""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


def write(folder: Path, name: str, content: bytes) -> bool:
    """Write a file below `folder`, making folders as needed; say whether anything changed.

    Args:
        folder: the output folder.
        name: a relative path with forward slashes, without "..".
        content: the whole file.

    Raises:
        OSError: it cannot be written; what stood there before is untouched.
        ValueError: `name` leads out of `folder`.
    """
    parts = PurePosixPath(name)
    if parts.is_absolute() or ".." in parts.parts:
        raise ValueError(name)
    return replace(folder / parts, content)


def replace(path: Path, content: bytes) -> bool:
    """Write one file whole or not at all, unless it holds `content` already; say whether anything changed.

    Raises:
        OSError: it cannot be written; what stood there before is untouched.
    """
    if _holds(path, content):
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    with _beside(path) as temporary:
        temporary.write_bytes(content)
    return True


def move(source: Path, path: Path) -> None:
    """Put a file that is whole in the place of another, from another file system too.

    Raises:
        OSError: it cannot be written; what stood there before is untouched.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with _beside(path) as temporary:
        shutil.copyfile(source, temporary)
    source.unlink()


@contextlib.contextmanager
def _beside(path: Path) -> Iterator[Path]:
    """Give a file beside `path` that takes its place at the end."""
    handle, name = tempfile.mkstemp(prefix=".teiedit-", dir=path.parent)
    os.close(handle)
    temporary = Path(name)
    try:
        yield temporary
        # mkstemp makes files that only their owner can read; these are for a web server
        umask = os.umask(0)
        os.umask(umask)
        temporary.chmod(0o666 & ~umask)
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def _holds(path: Path, content: bytes) -> bool:
    try:
        return path.stat().st_size == len(content) and path.read_bytes() == content
    except OSError:
        return False
