"""Files are written whole or not at all, and left alone where nothing would change.

A file takes its name by being renamed, which shows either the old one or the new one to whoever looks. After a power
loss that holds only where the new one was on the disk before it was renamed: many small files are brought there
together (`Batch`), since a disk takes as long for one as for hundreds.
"""

from __future__ import annotations

import contextlib
import errno
import os
import re
import stat
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

# So many files are brought to the disk together, or fewer where they are large; up to `_FEW` each on its own, so that
# a small build does not wait for what other programs have written.
_MANY, _FEW = 512, 16
_LARGE = 256 * 1024 * 1024
_NO_ROOM = (errno.ENOSPC, errno.EDQUOT)
_LEFT = re.compile(r"\.teiedit-[a-z0-9_]{8}")


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
    return replace(_below(folder, name), content, lasting=False)


def replace(path: Path, content: bytes, *, lasting: bool = True, like: os.stat_result | None = None) -> bool:
    """Write one file whole or not at all, unless it holds `content` already; say whether anything changed.

    Args:
        path: where it is to stand.
        content: the whole file.
        lasting: it is on the disk when this returns, whatever happens to the machine.
        like: a file whose permissions it gets and, where the system allows it, owner; None for those of a new file.

    Raises:
        OSError: it cannot be written; what stood there before is untouched.
    """
    if _holds(path, content):
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    with _beside(path, lasting=lasting, like=like) as temporary:
        temporary.write_bytes(content)
    return True


def move(source: Path, path: Path) -> None:
    """Put a file that is whole in the place of another, from another file system too; it lasts.

    Raises:
        OSError: it cannot be written; what stood there before is untouched.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        with _naming(path):
            _open_to_all(source)
            to_disk(source)
            source.replace(path)
            to_disk(path.parent)
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        import shutil  # noqa: PLC0415 - seldom needed, and a build with nothing to do is to be over at once

        with _beside(path, lasting=True) as temporary:
            shutil.copyfile(source, temporary)
        source.unlink()


def append(path: Path, content: bytes) -> None:
    """Add to the end of a file; it lasts.

    Raises:
        OSError: it cannot be written.
    """
    with path.open("ab") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def remove(path: Path) -> bool:
    """Remove a file; say whether there was one. What has a file's name but is a folder is none of ours.

    Raises:
        OSError: it cannot be removed.
    """
    try:
        path.unlink()
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError:
        if path.is_dir():
            return False
        raise
    return True


@contextlib.contextmanager
def temporary() -> Iterator[Path]:
    """Give a folder for files that are of no use afterwards, where the system has such folders (TMPDIR).

    Raises:
        OSError: there is no room; it names the system's folder, where the error does not name another.
    """
    import tempfile  # noqa: PLC0415 - not needed where nothing is to be done

    with tempfile.TemporaryDirectory(prefix="teiedit-") as name:
        try:
            yield Path(name)
        except OSError as error:
            if error.errno not in _NO_ROOM or not str(error.filename or name).startswith(name):
                raise
            raise OSError(error.errno, error.strerror, tempfile.gettempdir()) from error


def temporary_folder() -> Path | None:
    """Return the system's folder for temporary files, or None if there is none that can be written to."""
    import tempfile  # noqa: PLC0415 - as above

    with contextlib.suppress(FileNotFoundError):
        return Path(tempfile.gettempdir())
    return None


def sweep(folders: Iterable[Path]) -> None:
    """Remove what a process that was killed has left in folders that this program writes to.

    Raises:
        OSError: it cannot be removed.
    """
    for folder in folders:
        with contextlib.suppress(FileNotFoundError, NotADirectoryError), os.scandir(folder) as entries:
            for entry in entries:
                if _LEFT.fullmatch(entry.name) and entry.is_file(follow_symlinks=False):
                    Path(entry.path).unlink(missing_ok=True)


class Batch:
    """Files that are written aside, and take their places together once they are on the disk."""

    def __init__(self, aside: Path, before: Callable[[], None]) -> None:
        """Begin.

        Args:
            aside: a folder for them, best on the file system of their places.
            before: called each time before files take their places.
        """
        self._aside = aside
        self._before = before
        self._waiting: dict[Path, Path] = {}
        self._size = 0
        self._number = 0
        self._folders: set[Path] = set()

    def write(self, folder: Path, name: str, content: bytes) -> bool:
        """Write a file below `folder`, as the function `write` does, but for the time at which it takes its place.

        Raises:
            OSError: as for `write`.
            ValueError: as for `write`.
        """
        path = _below(folder, name)
        if path in self._waiting:
            self.place()
        if _holds(path, content):
            return False
        path.parent.mkdir(parents=True, exist_ok=True)
        self._number += 1
        temporary = self._aside / str(self._number)
        with _naming(path):
            temporary.write_bytes(content)
        self._waiting[path] = temporary
        self._size += len(content)
        if len(self._waiting) >= _MANY or self._size >= _LARGE:
            self.place()
        return True

    def place(self) -> None:
        """Let the files that wait take their places.

        Raises:
            OSError: one cannot be written; what stands in the places is whole, old or new.
        """
        self._before()
        if len(self._waiting) > _FEW:
            _all_to_disk(self._aside)
        for path, temporary in self._waiting.items():
            with _naming(path):
                if len(self._waiting) <= _FEW:
                    to_disk(temporary)
                _renamed(temporary, path)
            self._folders.add(path.parent)
        self._waiting = {}
        self._size = 0

    def settle(self, gone: Iterable[Path] = ()) -> None:
        """Let them take their places for good: when this returns, a power loss takes none of them back.

        Args:
            gone: files that were removed, for good as well.

        Raises:
            OSError: as for `place`.
        """
        self.place()
        folders = self._folders | {path.parent for path in gone}
        if self._number > _FEW:
            _all_to_disk(self._aside)
        else:
            for folder in sorted(folders):
                to_disk(folder)
        self._folders = set()


def _below(folder: Path, name: str) -> Path:
    parts = PurePosixPath(name)
    if parts.is_absolute() or ".." in parts.parts:
        raise ValueError(name)
    return folder / parts


def _renamed(temporary: Path, path: Path) -> None:
    try:
        temporary.replace(path)
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        replace(path, temporary.read_bytes())
        temporary.unlink()


@contextlib.contextmanager
def _naming(path: Path) -> Iterator[None]:
    """Say in errors which file could not be written, not where it was written aside."""
    try:
        yield
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(path)) from error


@contextlib.contextmanager
def _beside(path: Path, *, lasting: bool, like: os.stat_result | None = None) -> Iterator[Path]:
    """Give a file beside `path` that takes its place at the end."""
    import tempfile  # noqa: PLC0415 - not needed where nothing is written

    with _naming(path):
        handle, name = tempfile.mkstemp(prefix=".teiedit-", dir=path.parent)
        os.close(handle)
        temporary = Path(name)
        try:
            yield temporary
            if like is not None:
                _like(temporary, like)
            else:
                # mkstemp makes files that only their owner can read; these are for a web server
                _open_to_all(temporary)
            if lasting:
                to_disk(temporary)
            temporary.replace(path)
            if lasting:
                to_disk(path.parent)
        except BaseException:
            temporary.unlink(missing_ok=True)
            raise


def _like(path: Path, other: os.stat_result) -> None:
    if hasattr(os, "chown"):
        with contextlib.suppress(PermissionError):
            os.chown(path, other.st_uid, other.st_gid)
    # after the owner, since a change of owner takes bits away
    path.chmod(stat.S_IMODE(other.st_mode))


def _open_to_all(path: Path) -> None:
    umask = os.umask(0)
    os.umask(umask)
    path.chmod(0o666 & ~umask)


def to_disk(path: Path) -> None:
    """Wait until a file, or the names in a folder, are on the disk."""
    if os.name == "nt" and path.is_dir():
        # there a folder cannot be opened, and names are kept in order by the file system
        return
    handle = os.open(path, os.O_RDWR if os.name == "nt" else os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError as error:
        # some file systems cannot do it for folders; there is nothing to wait for then
        if error.errno not in (errno.EINVAL, errno.ENOTSUP):
            raise
    finally:
        os.close(handle)


def _all_to_disk(folder: Path) -> None:
    """Wait until all files of a folder's file system are on the disk."""
    import ctypes  # noqa: PLC0415 - not needed where little is written

    syncfs = getattr(ctypes.CDLL(None, use_errno=True), "syncfs", None) if os.name == "posix" else None
    if syncfs is not None:
        handle = os.open(folder, os.O_RDONLY)
        try:
            if syncfs(handle) != 0:
                code = ctypes.get_errno()
                raise OSError(code, os.strerror(code), str(folder))
        finally:
            os.close(handle)
    elif hasattr(os, "sync"):
        os.sync()


def _holds(path: Path, content: bytes) -> bool:
    try:
        return path.stat().st_size == len(content) and path.read_bytes() == content
    except OSError:
        return False
