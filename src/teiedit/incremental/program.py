"""The program's own files, as fingerprints: what each step of a build runs.

A step's Python is taken by rooms, its stylesheets by their imports. The libraries count by their versions.
"""

from __future__ import annotations

import os
import re
import sys
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from teiedit.tools.resources import resource
from teiedit.tools.sums import short_sum, sum_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

READ = "read"

_LIBRARIES = ("lxml", "saxonche", "typst", "pikepdf", "fonttools", "markdown-it-py", "mdit-py-plugins", "chardet")
# The rooms that every step's Python comes from.
_SHARED = ("model", "tools", "incremental")
_READING = ("read", "recognise", "encode", "validate", "catalogue", "make.py")
_PUBLISHING = ("publish", "catalogue", "encode", "make.py", "build.py")
# The folders of stylesheets that a format begins in; those that they import come with them.
_STYLESHEETS = {
    "tei": (),
    "html": ("html", "feeds", "metadata"),
    "pdf": ("typst",),
    "epub": ("epub",),
    "text": ("text",),
    "metadata": ("records",),
}
_IMPORT = re.compile(r'<xsl:(?:import|include)\s+href="\.\./([a-z]+)/')


@cache
def fingerprint(step: str) -> str:
    """Return what can be compared of the program's part in a step: READ, or a format."""
    code, data = Path(__file__).resolve().parent.parent, resource("xslt").parent
    rooms = (*_SHARED, *(_READING if step == READ else _PUBLISHING))
    found = ["\n".join(_versions()).encode()]
    schemas = ["schema"] if step in (READ, "tei") else []
    sheets = sorted(_reached(_STYLESHEETS.get(step, ())))
    for base, names in ((code, rooms), (data, schemas), (resource("xslt"), sheets)):
        found += [f"{path.relative_to(base).as_posix()}\0".encode() + path.read_bytes() for path in _files(base, names)]
    return short_sum(b"\0".join(found))


def whole() -> str:
    """Return what can be compared of the whole program: the same on all machines that would make the same."""
    return " ".join(fingerprint(step) for step in (READ, *_STYLESHEETS))


def stamp() -> str:
    """Return what can be compared of all files of the program by their times and sizes, without reading them."""
    bases = (Path(__file__).resolve().parent.parent, resource("xslt"), resource("schema"))
    return sum_of(*_versions(), *(line for base in bases for line in sorted(_stats(str(base), base.name))))


def _stats(folder: str, shown: str) -> Iterator[str]:
    with os.scandir(folder) as entries:
        for entry in entries:
            name = f"{shown}/{entry.name}"
            if not entry.is_dir():
                status = entry.stat()
                yield f"{name} {status.st_size} {status.st_mtime_ns}"
            elif entry.name != "__pycache__":
                yield from _stats(entry.path, name)


def _files(base: Path, names: Iterable[str]) -> Iterator[Path]:
    for name in names:
        path = base / name
        if path.is_file():
            yield path
        elif path.is_dir():
            yield from sorted(p for p in path.rglob("*") if p.is_file() and "__pycache__" not in p.parts)


def _reached(folders: Iterable[str]) -> set[str]:
    """Return the folders of stylesheets that those in `folders` import, and those themselves."""
    found: set[str] = set()
    waiting = list(folders)
    while waiting:
        folder = waiting.pop()
        if folder in found:
            continue
        found.add(folder)
        for sheet in (resource("xslt") / folder).glob("*.xsl"):
            waiting += _IMPORT.findall(sheet.read_text("utf-8"))
    return found


@cache
def _versions() -> tuple[str, ...]:
    """Return the libraries with their versions, by the names of the folders in which installers describe them.

    `importlib.metadata` would read what is in these folders; it takes as long as all else that is done here.
    """
    found: dict[str, str] = {}
    for folder in reversed(sys.path):
        for name in _listed(folder):
            if match := _DESCRIBED.fullmatch(name):
                found[match["library"].lower().replace("_", "-")] = match["version"]
    return tuple(f"{name} {found.get(name, '')}" for name in _LIBRARIES)


# https://packaging.python.org/en/latest/specifications/recording-installed-packages/#the-dist-info-directory
_DESCRIBED = re.compile(
    rf"(?P<library>{'|'.join(_LIBRARIES).replace('-', '[-_]')})-(?P<version>[^-]+)(?:-py[\d.]+)?\.(?:dist|egg)-info",
    re.IGNORECASE,
)


def _listed(folder: str) -> list[str]:
    try:
        with os.scandir(folder) as entries:
            return sorted(entry.name for entry in entries)
    except OSError:
        return []
