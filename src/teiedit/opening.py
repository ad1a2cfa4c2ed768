"""An edition that is about to be built: its folder read, but for the transcripts themselves."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from teiedit.model.diagnostic import Diagnostic, EditionError, Severity
from teiedit.model.position import Place
from teiedit.model.volume import BOOKS
from teiedit.read.edition import FILE, read_edition
from teiedit.read.folder import File, find_files
from teiedit.read.house import with_house
from teiedit.read.register import with_register
from teiedit.read.volume import check_volume

if TYPE_CHECKING:
    from pathlib import Path

    from teiedit.model.edition import Edition


def opened(
    folder: Path, formats: tuple[str, ...] = (), *, strict: bool = False
) -> tuple[Edition, tuple[File, ...], tuple[Diagnostic, ...]]:
    """Return an edition with its register and its own files, its transcripts, and what was found in all these.

    Args:
        folder: as for `teiedit.build.build`.
        formats: as for `teiedit.build.build`.
        strict: as for `teiedit.build.build`.

    Raises:
        EditionError: as for `teiedit.build.build`.
    """
    edition, registered = with_register(_settings(folder, formats, strict=strict), folder, folder.as_posix())
    edition, housed = with_house(edition, folder, folder.as_posix())
    sources, found = _sources(folder)
    taken = {file.id for file in sources}
    while edition.id in taken:
        # the edition's books are named after it, and no document's may be
        edition = replace(edition, id=f"{edition.id}-edition")
    tried: tuple[Diagnostic, ...] = ()
    if edition.house.template is not None:
        from teiedit.publish import pdf  # noqa: PLC0415 - no small thing, and few editions have their own template

        edition, tried = pdf.tried(edition)
    if set(edition.formats) & set(BOOKS):
        found = (*found, *check_volume(edition, sorted(taken), folder, folder.as_posix()))
    return edition, sources, (*registered, *housed, *tried, *found)


def _settings(folder: Path, formats: tuple[str, ...], *, strict: bool) -> Edition:
    path = folder / FILE
    if not folder.is_dir():
        message = f'there is no folder "{folder.as_posix()}"'
        raise EditionError(Diagnostic("E005", Severity.ERROR, Place(folder.as_posix()), message, _START))
    if not path.is_file():
        message = f'"{folder.as_posix()}" holds no {FILE}'
        raise EditionError(Diagnostic("E005", Severity.ERROR, Place(folder.as_posix()), message, _START))
    edition = read_edition(path, path.as_posix())
    return replace(edition, formats=formats or edition.formats, strict=strict or edition.strict)


_START = "name the folder of an edition, or make a new one with: teiedit init FOLDER"


def _sources(folder: Path) -> tuple[tuple[File, ...], tuple[Diagnostic, ...]]:
    sources, found = find_files(folder)
    if not sources:
        message = f'there are no transcripts (.txt files) in "{folder.as_posix()}"'
        hint = "put one plain text file for each document into the folder, or into folders in it"
        raise EditionError(*found, Diagnostic("E006", Severity.ERROR, Place(folder.as_posix()), message, hint))
    return sources, found
