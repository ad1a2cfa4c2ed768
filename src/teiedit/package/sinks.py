"""Where a package is written: a ZIP archive that is the same every time, or a folder."""

from __future__ import annotations

import contextlib
import hashlib
import zipfile
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

# The earliest time that a ZIP archive can give; the sources have histories of their own, in the ledger.
_ZIP_TIME = (1980, 1, 1, 0, 0, 0)
_CHUNK = 1 << 20
# What is compressed already.
_COMPRESSED = (".epub", ".pdf", ".png", ".jpg", ".jpeg", ".webp", ".woff2", ".zip", ".gz")


@dataclass(frozen=True, slots=True)
class Written:
    """A file as it was written.

    Attributes:
        name: its path in the bag, with forward slashes.
        size: in bytes.
        sha256: of its bytes, in hexadecimal.
        sha512: as `sha256`.
    """

    name: str
    size: int
    sha256: str
    sha512: str


class Sink(Protocol):
    """Takes the files of a package one by one."""

    def add(self, name: str, chunks: Iterable[bytes], size: int = 0) -> Written:
        """Write one file.

        Args:
            name: its path in the bag, with forward slashes.
            chunks: its content.
            size: about how large it is, where that is known.
        """

    def close(self) -> None:
        """Finish the package."""


class ZipSink:
    """A ZIP archive whose files lie in one folder, as BagIt asks: https://www.rfc-editor.org/rfc/rfc8493#section-4."""

    def __init__(self, path: Path, base: str) -> None:
        """Begin the archive at `path`; `base` is the name of the folder in it."""
        self._base = base
        self._archive = zipfile.ZipFile(path, "w")

    def add(self, name: str, chunks: Iterable[bytes], size: int = 0) -> Written:
        """Write one file; see `Sink`."""
        info = zipfile.ZipInfo(f"{self._base}/{name}", _ZIP_TIME)
        info.compress_type = zipfile.ZIP_STORED if name.lower().endswith(_COMPRESSED) else zipfile.ZIP_DEFLATED
        info.create_system = 3
        info.external_attr = 0o100644 << 16
        try:
            with self._archive.open(info, "w", force_zip64=size > zipfile.ZIP64_LIMIT // 2) as out:
                return _hashed(name, chunks, out.write)
        except OSError:
            # closed here, where it may fail once more, and not by whoever collects the garbage
            with contextlib.suppress(OSError, ValueError):
                self._archive.close()
            raise

    def close(self) -> None:
        """Write the archive's directory."""
        self._archive.close()


class FolderSink:
    """A folder, which must be new."""

    def __init__(self, path: Path) -> None:
        """Make the folder at `path`."""
        self._path = path
        path.mkdir()

    def add(self, name: str, chunks: Iterable[bytes], size: int = 0) -> Written:  # noqa: ARG002 - as `Sink`
        """Write one file; see `Sink`."""
        path = self._path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            with path.open("xb") as out:
                return _hashed(name, chunks, out.write)
        except OSError as error:
            error.filename = error.filename or str(path)
            raise

    def close(self) -> None:
        """Every file is written already."""


def chunks_of(path: Path) -> Iterator[bytes]:
    """Give the bytes of a file, some at a time.

    Raises:
        OSError: it cannot be read.
    """
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            yield chunk


def _hashed(name: str, chunks: Iterable[bytes], write: _Write) -> Written:
    short, long, size = hashlib.sha256(), hashlib.sha512(), 0
    for chunk in chunks:
        short.update(chunk)
        long.update(chunk)
        size += len(chunk)
        write(chunk)
    return Written(name, size, short.hexdigest(), long.hexdigest())


class _Write(Protocol):
    def __call__(self, data: bytes, /) -> int: ...
