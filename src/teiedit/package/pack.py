"""A package is made: gathered, checked, compared with the release before, written whole or not at all."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from teiedit.model.diagnostic import Diagnostic, EditionError, Severity
from teiedit.model.position import Place
from teiedit.package import changelist, crate, readme
from teiedit.package.bag import DECLARATION, PAYLOAD, close_bag
from teiedit.package.changes import find_changes
from teiedit.package.contents import OUTPUT, gather
from teiedit.package.editions import open_release
from teiedit.package.preview import preview
from teiedit.package.published import outdated
from teiedit.package.release import release_of
from teiedit.package.sinks import FolderSink, ZipSink, chunks_of
from teiedit.read.edition import FILE as SETTINGS
from teiedit.read.edition import read_edition
from teiedit.read.ledger import FILE as LEDGER
from teiedit.read.ledger import read_ledger
from teiedit.tools import files

if TYPE_CHECKING:
    from collections.abc import Iterator

    from teiedit.model.edition import Edition
    from teiedit.package.changes import Changes
    from teiedit.package.contents import Contents
    from teiedit.package.release import Release
    from teiedit.package.sinks import Sink, Written

SUFFIX = ".zip"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What kind of package is wanted.

    Attributes:
        output: where the edition was built.
        target: a .zip file or a folder to be made; None for a .zip file in the present folder, named by the release.
        release: what it is called; "" for its day.
        date: its day, as YYYY-MM-DD; "" for the edition's or the ledger's.
        previous: the release before, or None.
        formats: which of the output; all that is there if empty.
    """

    output: Path
    target: Path | None = None
    release: str = ""
    date: str = ""
    previous: Path | None = None
    formats: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Packed:
    """What was made.

    Attributes:
        path: the package.
        release: which release it holds.
        documents: how many transcripts.
        files: how many files of payload.
        octets: their size.
        summary: what has changed since the release before, in words; empty where none was given.
        diagnostics: everything found.
        edition: the settings.
    """

    path: Path
    release: Release
    documents: int
    files: int
    octets: int
    summary: tuple[str, ...]
    diagnostics: tuple[Diagnostic, ...]
    edition: Edition


def pack(folder: Path, wanted: Wanted) -> Packed:
    """Make a package of the edition in `folder`.

    Raises:
        EditionError: the edition cannot be read, nothing has been built, or the package would not be right; then
            nothing is written.
    """
    edition = _settings(folder)
    contents = gather(folder, wanted.output, edition, wanted.formats)
    _stop_at_errors(contents)
    ledger = read_ledger(folder / LEDGER, (folder / LEDGER).as_posix())
    shown = (folder / SETTINGS).as_posix()
    release = release_of(edition, ledger.values(), wanted.release, wanted.date, shown)
    target = wanted.target or Path(f"{release.base}{SUFFIX}")
    _check_target(target, folder, wanted.previous)
    found = [*contents.found, *outdated(contents.transcripts, wanted.output)]
    try:
        with files.temporary() as spool:
            changes = _changes(wanted, release, spool / "changes") if wanted.previous else None
            payload = _write(target, spool, contents, edition, release, changes)
    except OSError as error:
        raise EditionError(_not_written(target, error)) from error
    return Packed(
        target,
        release,
        len(contents.transcripts),
        len(payload),
        sum(file.size for file in payload),
        (changes.summary() or ("nothing has changed in the documents",)) if changes else (),
        (*found, *(changes.found if changes else ())),
        edition,
    )


def _settings(folder: Path) -> Edition:
    path = folder / SETTINGS
    if not path.is_file():
        message = f'"{folder.as_posix()}" holds no {SETTINGS}' if folder.is_dir() else f'there is no folder "{folder}"'
        hint = "name the folder of an edition, or make a new one with: teiedit init FOLDER"
        raise EditionError(Diagnostic("E005", Severity.ERROR, Place(folder.as_posix()), message, hint))
    return read_edition(path, path.as_posix())


def _stop_at_errors(contents: Contents) -> None:
    if any(found.severity is Severity.ERROR for found in contents.found):
        raise EditionError(*contents.found)


def _check_target(target: Path, folder: Path, previous: Path | None) -> None:
    """Refuse a place where something would be lost, or later be taken for a transcript."""
    shown = target.as_posix()
    packed = target.suffix.lower() == SUFFIX
    reason = hint = ""
    if packed and target.is_dir():
        reason, hint = f'"{shown}" is a folder', "name another file"
    elif previous and previous.exists() and target.exists() and target.samefile(previous):
        reason, hint = f'"{shown}" is the release before', "name another file, so that both are kept"
    elif not packed and target.exists():
        reason, hint = f'"{shown}" is there already', "name a new folder, or a .zip file"
    elif not packed and target.resolve().is_relative_to(folder.resolve()):
        reason = f'"{shown}" lies in the edition\'s folder, where its files would be read as transcripts'
        hint = "name a folder elsewhere, or a .zip file"
    if reason:
        raise EditionError(Diagnostic("K008", Severity.ERROR, Place(shown), reason, hint))


def _changes(wanted: Wanted, release: Release, spool: Path) -> Changes:
    old, new = open_release(wanted.previous or wanted.output), open_release(wanted.output)
    new.name = release.name
    return find_changes(old, new, spool)


def _write(
    target: Path, spool: Path, contents: Contents, edition: Edition, release: Release, changes: Changes | None
) -> list[Written]:
    """Write the package beside its place, and put it there when it is whole."""
    if target.suffix.lower() == SUFFIX:
        path = spool / "package"
        payload = _fill(ZipSink(path, release.base), contents, edition, release, changes)
        files.move(path, target)
        return payload
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".teiedit-", dir=target.parent) as beside:
        path = Path(beside) / "package"
        payload = _fill(FolderSink(path), contents, edition, release, changes)
        path.rename(target)
    return payload


def _fill(sink: Sink, contents: Contents, edition: Edition, release: Release, changes: Changes | None) -> list[Written]:
    """Write all files of a package; those that describe others come after them."""
    declaration = sink.add("bagit.txt", [DECLARATION])
    payload = [sink.add(PAYLOAD + item.name, chunks_of(item.path), item.path.stat().st_size) for item in contents.items]
    paths = {PAYLOAD + item.name: item.path for item in contents.items if item.name.startswith(f"{OUTPUT}tei/")}
    payload += [sink.add(PAYLOAD + name, chunks) for name, chunks in _listed(changes)]
    about = readme.readme(edition, release, payload, len(contents.transcripts), changes=changes is not None)
    payload.append(sink.add(PAYLOAD + readme.NAME, [about]))
    payload.append(sink.add(PAYLOAD + crate.PREVIEW, [preview(edition, release, payload)]))
    described = crate.Crate(edition, release, payload, paths)
    payload.append(sink.add(PAYLOAD + crate.NAME, described.chunks()))
    payload.sort(key=lambda file: file.name)
    close_bag(sink, declaration, payload, edition, release)
    return payload


def _listed(changes: Changes | None) -> Iterator[tuple[str, Iterator[bytes]]]:
    if changes:
        yield "CHANGES.md", changelist.markdown(changes)
        yield "changes.json", changelist.data(changes)


def _not_written(target: Path, error: OSError) -> Diagnostic:
    shown = target.as_posix()
    what = f' ("{error.filename}")' if error.filename and Path(str(error.filename)) != target else ""
    reason = (error.strerror or str(error)).lower()
    message = f'the package "{shown}" could not be made: {reason}{what}'
    hint = "check that the edition can be read and the package be written there, and that the disk is not full"
    return Diagnostic("K014", Severity.ERROR, Place(shown), message, hint)
