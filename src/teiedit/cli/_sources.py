"""What `encode` and `check` are given: files, folders, standard input; and the edition they belong to."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from teiedit.cli import _files
from teiedit.model.diagnostic import Diagnostic, EditionError, Severity
from teiedit.model.edition import Edition
from teiedit.model.position import Place
from teiedit.read.edition import FILE, read_edition
from teiedit.read.folder import File, document_id, find_files, same_identifier, with_beside
from teiedit.read.register import with_register
from teiedit.read.source import decode

if TYPE_CHECKING:
    from teiedit.model.source import Source

Job = tuple[File, Edition]


@dataclass(slots=True)
class _Known:
    """The editions met so far, by the folders that belong to them, and what is wrong with their registers."""

    folders: dict[Path, tuple[Path | None, Edition]] = field(default_factory=dict)
    editions: dict[Path | None, Edition] = field(default_factory=dict)
    diagnostics: list[Diagnostic] = field(default_factory=list)


def jobs(paths: tuple[Path, ...], *, strict: bool) -> tuple[list[Job], list[Diagnostic]]:
    """Return the transcripts that `paths` name, each with the settings that hold for it.

    A folder stands for all transcripts below it. Settings are those of the nearest edition.toml above a file, or
    the defaults.

    Raises:
        EditionError: an edition.toml has faults; E006 a folder holds no transcripts; E007 there is no such path.
    """
    found: list[Job] = []
    diagnostics: list[Diagnostic] = []
    known = _Known()
    for path in paths:
        if path.is_dir():
            files, noted = find_files(path)
            diagnostics += noted
            if not files:
                raise _nothing(path, "E006", f'there are no transcripts (.txt files) in "{path.as_posix()}"')
            for file in files:
                top, edition = _edition(file.path, known, strict=strict)
                found.append((replace(file, name=_name(file.path, top, file.name)), edition))
        elif path.exists():
            top, edition = _edition(path, known, strict=strict)
            name = _name(path, top, path.name)
            found.append((with_beside(File(document_id(path.name), path, path.as_posix(), name)), edition))
        else:
            raise _nothing(path, "E007", f'there is no file or folder "{path.as_posix()}"')
    single, doubled = _one_each(found)
    return single, [*known.diagnostics, *diagnostics, *doubled]


def _name(path: Path, top: Path | None, otherwise: str) -> str:
    """Return a transcript's path within its edition, however it was named on the command line."""
    return path.resolve().relative_to(top).as_posix() if top else otherwise


def _one_each(found: list[Job]) -> tuple[list[Job], list[Diagnostic]]:
    """Leave out a transcript that would overwrite another."""
    first: dict[str, Job] = {}
    diagnostics = []
    for job in found:
        other = first.setdefault(job[0].id.casefold(), job)
        if other is not job:
            diagnostics.append(same_identifier(job[0].shown, other[0]))
    return list(first.values()), diagnostics


def standard_input(*, strict: bool) -> tuple[Source, tuple[Diagnostic, ...], Edition]:
    """Return what stands on standard input, as a transcript with the default settings."""
    source, found = decode(_files.read(_files.STANDARD), "<stdin>", "stdin.txt", strict=strict)
    return source, found, Edition(languages=(), strict=strict)


def _nothing(path: Path, code: str, message: str) -> EditionError:
    hint = "check the spelling, and in which folder you are"
    return EditionError(Diagnostic(code, Severity.ERROR, Place(path.as_posix()), message, hint))


def settings_for(folder: Path) -> Edition:
    """Return the settings of the nearest edition.toml in or above a folder, or the defaults."""
    return _edition(folder / FILE, _Known(), strict=False)[1]


def top_of(path: Path) -> Path | None:
    """Return the nearest folder above a file that holds an edition.toml."""
    folder = path.resolve().parent
    return next((up for up in (folder, *folder.parents) if (up / FILE).is_file()), None)


def _edition(path: Path, known: _Known, *, strict: bool) -> tuple[Path | None, Edition]:
    folder = path.resolve().parent
    if folder not in known.folders:
        top = top_of(path)
        if top not in known.editions:
            known.editions[top] = _read(top, known, strict=strict)
        known.folders[folder] = (top, known.editions[top])
    return known.folders[folder]


def _read(top: Path | None, known: _Known, *, strict: bool) -> Edition:
    """Return the settings and registers of the edition in a folder, or the defaults."""
    if top is None:
        return Edition(languages=(), strict=strict)
    edition, found = with_register(read_edition(top / FILE, shown(top / FILE)), top, shown(top))
    known.diagnostics += found
    return replace(edition, strict=strict or edition.strict)


def shown(path: Path) -> str:
    """Return a path as the user knows it: from here, if it lies here."""
    here = Path.cwd()
    return path.relative_to(here).as_posix() if path.is_relative_to(here) else path.as_posix()
