"""The transcripts of an edition: which files below its folder, and under which identifiers."""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from teiedit.model.diagnostic import Diagnostic, Severity
from teiedit.model.position import Place

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

# Names that the encoder gives to parts of a document; see docs/architecture.md.
_RESERVED = re.compile(
    r"(?:p|pl|o|c\d*|d|i|r|dt|n|s|h|z|para|art|part|sec|enc|corresp|editor|te|translation)(?:-.*)?|teiedit|transcriber|rules|doctypes"
)
_OTHER, _PLAIN, _FIRST = re.compile("[^A-Za-z0-9._-]+"), re.compile("[A-Za-z0-9]"), re.compile("[A-Za-z_]")
_DIGITS = re.compile(r"(\d+)")
MARKER = ".teiedit"
SUFFIX = ".txt"
# What may stand beside a transcript and bear its name: the editors' decisions, notes and commentary, translations.
_BESIDE = re.compile(
    r"(?P<stem>.+?)\.(?P<suffix>decisions\.toml|"
    r"(?:notes|headnote|regest|translation)(?:\.[A-Za-z]{2,3}(?:-[A-Za-z0-9]+)*)?\.md)"
)


@dataclass(frozen=True, slots=True)
class File:
    """One transcript to be read.

    Attributes:
        id: the document's identifier.
        path: where the file is.
        shown: the file as the user knows it.
        name: its path within the edition, with forward slashes.
        content: its bytes, for a machine that does not see the file; None to read it.
        beside: the files that stand beside it and bear its name, by what follows the name ("decisions.toml"); their
            bytes, for a machine that does not see them, or None to read them.
    """

    id: str
    path: Path
    shown: str
    name: str
    content: bytes | None = None
    beside: tuple[tuple[str, bytes | None], ...] = ()

    def beside_path(self, suffix: str) -> Path:
        """Return where the file stands, or would stand, that bears the transcript's name and ends in `suffix`."""
        return self.path.with_name(f"{_stem(self.path.name)}.{suffix}")

    def beside_shown(self, suffix: str) -> str:
        """Return such a file as the user knows it."""
        folder, slash, _ = self.shown.rpartition("/")
        return f"{folder}{slash}{_stem(self.path.name)}.{suffix}"


def _stem(name: str) -> str:
    return name[: -len(SUFFIX)] if name.lower().endswith(SUFFIX) and len(name) > len(SUFFIX) else name


def with_beside(file: File) -> File:
    """Return a transcript's file with those beside it that bear its name."""
    try:
        found = _by_stem(path.name for path in file.path.parent.iterdir()).get(_stem(file.path.name), [])
    except OSError:
        found = []
    return replace(file, beside=tuple((suffix, None) for suffix in found)) if found else file


def read_beside(file: File) -> dict[str, bytes]:
    """Return what stands beside a transcript and bears its name, by what follows the name; without what is gone."""
    found = {}
    for suffix, content in file.beside:
        with contextlib.suppress(OSError):
            found[suffix] = file.beside_path(suffix).read_bytes() if content is None else content
    return found


def _by_stem(names: Iterable[str]) -> dict[str, list[str]]:
    """Return what stands beside transcripts, by the name that they bear."""
    found: dict[str, list[str]] = {}
    for name in sorted(names):
        if match := _BESIDE.fullmatch(name):
            found.setdefault(match["stem"], []).append(match["suffix"])
    return found


def document_id(name: str) -> str:
    """Return the identifier of the document in the file called `name`: its stem, made an XML name in ASCII.

    It depends on the name alone, never on the other files. A name that begins with a digit, or that the encoder
    itself uses for parts of a document, is led by "doc-".
    """
    stem = _stem(name.rpartition("/")[2])
    if stem.isascii():
        plain = stem
    else:
        import unicodedata  # noqa: PLC0415 - only here

        plain = unicodedata.normalize("NFKD", stem).replace("ß", "ss").encode("ascii", "ignore").decode()
    identifier = _OTHER.sub("-", plain).strip("-.")
    if _PLAIN.search(identifier) is None:
        import unicodedata  # noqa: PLC0415 - as above

        return "doc-" + hashlib.sha256(unicodedata.normalize("NFC", stem).encode()).hexdigest()[:12]
    if not _FIRST.match(identifier) or _RESERVED.fullmatch(identifier):
        return f"doc-{identifier}"
    return identifier


def find_files(folder: Path) -> tuple[tuple[File, ...], tuple[Diagnostic, ...]]:
    """Return the transcripts below `folder` in the order of their names, and what is wrong with them.

    Folders that hold an edition's output (they carry a marker), hidden ones, and links that lead out of the
    folder are passed over. Diagnostics: T008 two files with one identifier (the second is left out), T009 a link
    that leads out of the folder.
    """
    found: dict[str, File] = {}
    diagnostics: list[Diagnostic] = []
    base = _shown(folder)
    for name, link, beside in _text_files(folder, ""):
        path, shown = folder / name, f"{base}{name}"
        if not _encodable(name):
            shown = shown.encode("utf-8", "replace").decode()
            message = f'the name of the file "{shown}" is not in UTF-8, and the file was left out'
            diagnostics.append(Diagnostic("T010", Severity.ERROR, Place(shown), message, "rename the file"))
            continue
        if link and not _inside(path, folder):
            diagnostics.append(_leads_out(shown))
            continue
        file = File(document_id(name), path, shown, name, beside=tuple((suffix, None) for suffix in beside))
        for suffix, _ in file.beside:
            if not _inside(file.beside_path(suffix), folder):
                diagnostics.append(_leads_out(file.beside_shown(suffix)))
                file = replace(file, beside=tuple(one for one in file.beside if one[0] != suffix))
        # case is no difference on many file systems, where one document would overwrite the other
        other = found.setdefault(file.id.casefold(), file)
        if other is not file:
            diagnostics.append(same_identifier(shown, other))
    return tuple(found.values()), tuple(diagnostics)


def _inside(path: Path, folder: Path) -> bool:
    """Say whether what a path leads to is below a folder: in it no folder is a link, but a file may be one."""
    return not path.is_symlink() or path.resolve().is_relative_to(folder.resolve())


def _leads_out(shown: str) -> Diagnostic:
    message = f'"{shown}" is a link that leads out of the edition\'s folder, and was left out'
    return Diagnostic("T009", Severity.WARNING, Place(shown), message, "copy the file into the folder")


def read_marker(path: Path) -> set[tuple[str, str, str]]:
    """Return what a build has written into an output folder: format, document ("*" for the edition), path.

    Args:
        path: the marker there. A line that names no file of the folder, or that was not written to its end, is passed
            over.
    """
    entries = set()
    for line in path.read_text("utf-8", errors="replace").split("\n")[:-1]:
        parts = line.removesuffix("\r").split("\t")
        if len(parts) == 3 and not line.startswith("#") and ".." not in parts[2].split("/"):
            entries.add((parts[0], parts[1], parts[2].lstrip("/")))
    return entries


def same_identifier(shown: str, other: File) -> Diagnostic:
    """Return what to say of a second file that would become the same document as `other`."""
    message = f'"{shown}" and "{other.shown}" would both become the document "{other.id}"'
    hint = "rename one of the two; the second was left out"
    return Diagnostic("T008", Severity.ERROR, Place(shown), message, hint)


def _text_files(folder: Path, within: str) -> Iterator[tuple[str, bool, list[str]]]:
    """Give each transcript's path below `folder`, whether it is a link, and what stands beside it."""
    try:
        with os.scandir(folder / within) as listed:
            entries = {entry.name: entry for entry in listed}
    except OSError:
        return
    files = [name for name, entry in entries.items() if not _is(entry.is_dir)]
    beside = _by_stem(files)
    for name in _sorted(files):
        if name.lower().endswith(SUFFIX) and not name.startswith(".") and _is(entries[name].is_file):
            yield f"{within}{name}", entries[name].is_symlink(), beside.get(_stem(name), [])
    for name in sorted(entries.keys() - set(files)):
        if not entries[name].is_symlink() and not _passed_over(folder / within / name):
            yield from _text_files(folder, f"{within}{name}/")


def _is(kind: Callable[[], bool]) -> bool:
    """Say whether an entry is of a kind; a link that leads in a circle is of none."""
    try:
        return kind()
    except OSError:
        return False


def _shown(folder: Path) -> str:
    """Return what the names of files below a folder are led by."""
    shown = (folder / "x").as_posix()
    return shown[:-1]


def _encodable(name: str) -> bool:
    """Say whether a name can be written; one from an old disk or archive may hold bytes that are no letters."""
    try:
        name.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def _passed_over(folder: Path) -> bool:
    return folder.name.startswith(".") or (folder / MARKER).exists()


def _sorted(names: Iterable[str]) -> list[str]:
    """Sort as a person would: letter 2 before letter 10."""
    return sorted(names, key=_by_number)


def _by_number(name: str) -> tuple[list[str | int], str]:
    """Splitting by a group gives text at even places and digits at odd ones."""
    parts: list[str | int] = list(_DIGITS.split(name))
    parts[1::2] = map(int, parts[1::2])
    return parts, name
