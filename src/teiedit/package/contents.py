"""Which files of an edition and of its output go into a package, and what is wrong with them.

Taken are files that the program knows: transcripts, settings, registers, the ledger, the edition's own pages, pictures
and style sheets; and of the output what the marker there lists. Whatever else lies beside them was not meant for
readers, and stays where it is.
"""

from __future__ import annotations

import os
import unicodedata
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from teiedit.model.diagnostic import Diagnostic, EditionError, Severity
from teiedit.model.position import Place
from teiedit.read.edition import FILE as SETTINGS
from teiedit.read.folder import MARKER, File, find_files, read_marker
from teiedit.read.house import BOOK_STYLE, SHEET, STYLE
from teiedit.read.ledger import FILE as LEDGER
from teiedit.read.pages import FOLDER as PAGES
from teiedit.read.pages import INTRODUCTION, Pages
from teiedit.read.register import FILES as REGISTERS
from teiedit.read.register import FOLDER as REGISTER

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from teiedit.model.edition import Edition

SOURCES = "sources/"
OUTPUT = "output/"
_WHOLE = "*"


@dataclass(frozen=True, slots=True)
class Item:
    """One file that goes into a package.

    Attributes:
        name: its path in the payload, in Unicode's form NFC, with forward slashes.
        path: where it is.
        format: the format of the output that it belongs to; "" for a source.
        document: the identifier of the document that it is made of; "" where it belongs to the edition.
    """

    name: str
    path: Path
    format: str = ""
    document: str = ""


@dataclass(slots=True)
class Contents:
    """What goes into a package.

    Attributes:
        items: the files, in the order of their names.
        transcripts: those of the edition.
        found: what is wrong with them.
    """

    items: list[Item] = field(default_factory=list)
    transcripts: tuple[File, ...] = ()
    found: list[Diagnostic] = field(default_factory=list)


def gather(folder: Path, output: Path, edition: Edition, formats: tuple[str, ...]) -> Contents:
    """Return what goes into a package of an edition.

    Args:
        folder: the edition's.
        output: where it was built.
        edition: its settings.
        formats: which of the output; all that is there if empty.

    Returns:
        The files, and diagnostics: K005 a link that leads elsewhere, K006 two names that many systems take for one,
        K007 a name that makes difficulties, K009 files of the output that are gone, K010 files left out; T008, T009
        and T010 of transcripts.

    Raises:
        EditionError: E006 there are no transcripts; K003 nothing has been built.
    """
    contents = Contents()
    contents.transcripts, found = find_files(folder)
    contents.found += found
    if not contents.transcripts:
        message = f'there are no transcripts (.txt files) in "{folder.as_posix()}"'
        hint = "put one plain text file for each document into the folder, and build the edition"
        raise EditionError(*found, Diagnostic("E006", Severity.ERROR, Place(folder.as_posix()), message, hint))
    if not (output / MARKER).is_file():
        message = f'"{output.as_posix()}" holds no edition that was built'
        hint = "build the edition first: teiedit build; or name the folder that it was built in with --built"
        raise EditionError(Diagnostic("K003", Severity.ERROR, Place(output.as_posix()), message, hint))
    known = sorted({*_named(folder, edition), *(file.name for file in contents.transcripts)})
    for name in known:
        _take(contents, folder, name, Item(_payload(SOURCES, name), folder / name))
    _of_output(contents, output, formats)
    contents.found += _left_out(folder, set(known), edition.id)
    contents.items.sort(key=lambda item: item.name)
    contents.found += _names(contents.items)
    return contents


def _payload(prefix: str, name: str) -> str:
    return unicodedata.normalize("NFC", prefix + name)


def _named(folder: Path, edition: Edition) -> Iterator[str]:
    """Give the files of an edition that are not transcripts, by their paths in it."""
    for name in (SETTINGS, LEDGER, STYLE, BOOK_STYLE, SHEET):
        if os.path.lexists(folder / name):
            yield name
    for place in (folder, folder / REGISTER):
        yield from (path.relative_to(folder).as_posix() for path in place.glob("*.*") if path.name.lower() in REGISTERS)
    yield from (path.name for path in folder.glob(f"{INTRODUCTION}*.md"))
    yield from (f"{PAGES}/{path.name}" for path in (folder / PAGES).glob("*.md"))
    pages = Pages(folder, folder.as_posix(), tuple(dict.fromkeys((edition.language, *edition.interface))))
    yield from (picture.name for picture in pages.pictures)
    if edition.style.logo and (folder / edition.style.logo).is_file():
        yield edition.style.logo


def _take(contents: Contents, folder: Path, name: str, item: Item) -> None:
    """Add a file, unless it cannot be had."""
    shown = _writable((folder / name).as_posix())
    try:
        inside = item.path.resolve(strict=True).is_relative_to(folder.resolve())
    except (OSError, RuntimeError):  # a link that leads to itself is a RuntimeError before Python 3.13
        message = f'"{shown}" is not there or cannot be read, and was built before' if item.format else ""
        contents.found.append(
            Diagnostic(
                "K009",
                Severity.ERROR,
                Place(shown),
                message or f'"{shown}" is a link that leads nowhere',
                "build the edition again: teiedit build" if item.format else "put the file itself into the folder",
            )
        )
        return
    if not inside:
        message = f'"{shown}" is a link that leads out of its folder'
        hint = "put the file itself into the folder; nothing from outside goes into a package"
        contents.found.append(Diagnostic("K005", Severity.ERROR, Place(shown), message, hint))
    elif item.path.is_file():
        contents.items.append(item)


def _of_output(contents: Contents, output: Path, formats: tuple[str, ...]) -> None:
    taken: set[str] = set()
    for name, identifier, path in sorted(read_marker(output / MARKER)):
        if path in taken or (formats and name not in formats):
            continue
        taken.add(path)
        document = "" if identifier == _WHOLE else identifier
        _take(contents, output, path, Item(_payload(OUTPUT, path), output / path, name, document))


def _left_out(folder: Path, known: set[str], identifier: str) -> list[Diagnostic]:
    """Return a note of the files beside the sources that do not go into the package; packages need none."""
    others: list[str] = []
    for parent, folders, names in os.walk(folder):
        at = folder if parent == str(folder) else folder / os.path.relpath(parent, folder)
        folders[:] = sorted(n for n in folders if not n.startswith(".") and not (at / n / MARKER).exists())
        paths = ((at / n).relative_to(folder).as_posix() for n in sorted(names) if not n.startswith("."))
        others += [path for path in paths if path not in known]
    others = [_writable(name) for name in others if not _is_package(name, identifier)]
    if not others:
        return []
    shown = ", ".join(f'"{name}"' for name in others[:3]) + (", …" if len(others) > 3 else "")
    number = "1 file" if len(others) == 1 else f"{len(others):,} files"
    message = f"{number} of the edition's folder not taken: {shown}"
    hint = "a package holds what the program reads; deposit anything else beside it"
    return [Diagnostic("K010", Severity.INFO, Place(folder.as_posix()), message, hint)]


def _is_package(name: str, identifier: str) -> bool:
    return name.startswith(f"{identifier}-") and name.endswith(".zip")


def _names(items: Iterable[Item]) -> Iterator[Diagnostic]:
    """Give what is wrong with the names of a package's files."""
    first: dict[str, Item] = {}
    for item in items:
        shown = Place(_writable(item.path.as_posix()))
        other = first.setdefault(item.name.casefold(), item)
        if _writable(item.name) != item.name:
            message = f'the name of "{_writable(item.name)}" is not in UTF-8'
            yield Diagnostic("K007", Severity.ERROR, shown, message, "rename the file")
        elif other is not item:
            message = f'"{item.name}" and "{other.name}" are one name on many systems'
            yield Diagnostic("K006", Severity.ERROR, shown, message, "rename one of the two")
        elif "\\" in item.name:
            message = f'"{item.name}" holds a backslash, which parts folders on some systems'
            yield Diagnostic("K007", Severity.ERROR, shown, message, "rename the file")
        elif any(sign in item.name for sign in "%\r\n"):
            message = f'"{item.name}" holds a percent sign or a line end, which not all programs read alike'
            hint = "rename the file, in letters, figures and hyphens; the package follows the standard"
            yield Diagnostic("K007", Severity.WARNING, shown, message, hint)


def _writable(name: str) -> str:
    """Return a name that can be shown: bytes that are no letters become question marks."""
    return name.encode("utf-8", "replace").decode()
