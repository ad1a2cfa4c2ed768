"""Releases to compare: a package, packed or not, or the folder that an edition was built in."""

from __future__ import annotations

import re
import zipfile
import zlib
from typing import TYPE_CHECKING, Protocol

from teiedit.model.diagnostic import Diagnostic, EditionError, Severity
from teiedit.model.position import Place
from teiedit.package.bag import INFO, PAYLOAD, RELEASE
from teiedit.package.contents import OUTPUT
from teiedit.read.edition import FILE as SETTINGS

if TYPE_CHECKING:
    from pathlib import Path

_TEI = "tei/"
_IN_ARCHIVE = re.compile(rf"([^/]+/){re.escape(PAYLOAD + OUTPUT + _TEI)}([^/]+)\.xml")
# More than a document can be: an archive from elsewhere may unpack to anything.
LARGEST = 100_000_000


class Documents(Protocol):
    """The TEI documents of one release.

    Attributes:
        name: what the release is called.
        identifiers: of its documents, in order.
    """

    name: str
    identifiers: tuple[str, ...]

    def read(self, identifier: str) -> bytes:
        """Return a document.

        Raises:
            OSError: it cannot be read, or is larger than a document can be.
        """


def open_release(path: Path) -> Documents:
    """Return the documents of a release.

    Args:
        path: a package (a ZIP archive or a folder), the folder that an edition was built in, or an edition's own.

    Raises:
        EditionError: K012 there is no release at `path`.
    """
    if path.is_file():
        return _Archive(path)
    places = (path / PAYLOAD / OUTPUT, path / "output") if (path / SETTINGS).is_file() else (path / PAYLOAD / OUTPUT,)
    for place in (*places, path):
        if (place / _TEI).is_dir():
            return _Folder(place / _TEI, _name(path))
    raise _none(path, "there is no package and no built edition")


class _Folder:
    """TEI files in a folder."""

    def __init__(self, folder: Path, name: str) -> None:
        self.name = name
        root = folder.resolve()
        self._paths = {
            path.stem: path
            for path in sorted(folder.glob("*.xml"))
            if path.is_file() and path.resolve().is_relative_to(root)
        }
        self.identifiers = tuple(sorted(self._paths))

    def read(self, identifier: str) -> bytes:
        """Return a document; see `Documents`."""
        path = self._paths[identifier]
        if path.stat().st_size > LARGEST:
            raise _too_large(identifier)
        return path.read_bytes()


class _Archive:
    """TEI files in a ZIP archive."""

    def __init__(self, path: Path) -> None:
        try:
            self._archive = zipfile.ZipFile(path)
        except (zipfile.BadZipFile, OSError, ValueError) as error:
            raise _none(path, "it cannot be read as a ZIP archive") from error
        found = [match for name in self._archive.namelist() if (match := _IN_ARCHIVE.fullmatch(name))]
        if not found:
            raise _none(path, "it holds no package with TEI documents")
        self._base = found[0][1]
        self._names = {match[2]: match[0] for match in found if match[1] == self._base}
        self.identifiers = tuple(sorted(self._names))
        self.name = self._release() or path.stem

    def read(self, identifier: str) -> bytes:
        """Return a document; see `Documents`."""
        return self._content(self._names[identifier], identifier)

    def _content(self, name: str, identifier: str) -> bytes:
        try:
            with self._archive.open(name) as file:
                content = file.read(LARGEST + 1)
        except (zipfile.BadZipFile, zlib.error, RuntimeError, EOFError) as error:
            raise OSError(f'"{identifier}" is damaged in the archive') from error
        if len(content) > LARGEST:
            raise _too_large(identifier)
        return content

    def _release(self) -> str:
        try:
            return _release_in(self._content(self._base + INFO, INFO))
        except (OSError, KeyError):
            return ""


def _name(path: Path) -> str:
    info = path / INFO
    found = _release_in(info.read_bytes()) if info.is_file() and info.stat().st_size < LARGEST else ""
    return found or path.resolve().name


def _release_in(info: bytes) -> str:
    lines = info.decode("utf-8", "replace").splitlines()
    return next((line.partition(":")[2].strip() for line in lines if line.startswith(f"{RELEASE}:")), "")


def _too_large(identifier: str) -> OSError:
    return OSError(f'"{identifier}" is larger than {LARGEST // 1_000_000} MB')


def _none(path: Path, reason: str) -> EditionError:
    shown = path.as_posix()
    message = f'"{shown}" is no release: {reason}' if path.exists() else f'there is no file or folder "{shown}"'
    hint = "name a package (a .zip file or a folder), or the folder that an edition was built in"
    return EditionError(Diagnostic("K012", Severity.ERROR, Place(shown), message, hint))
