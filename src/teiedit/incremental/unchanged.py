"""Whether anything has changed since the last build, seen from times and sizes alone.

This is asked before most of the program is loaded, so that a build with nothing to do is over at once. The transcripts
and whatever else lies in the edition's folder count by time and size, as in make; the site by the times of its
folders, which change when a file in them is made, renamed or removed.
"""

from __future__ import annotations

import hashlib
import json
import os
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from teiedit.incremental.program import stamp
from teiedit.incremental.room import FOLDER, discard
from teiedit.model.diagnostic import Diagnostic, Severity
from teiedit.model.position import Place
from teiedit.model.report import Report
from teiedit.read.folder import MARKER
from teiedit.tools import files

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

NAME = "last.json"
# A process that was killed; a ledger that could not be written.
_PASSING = ("P003", "E031")


def unchanged(folder: Path, output: Path, arguments: Sequence[str]) -> Report | None:
    """Return what the last build reported, if this one would do the same; None if it might not.

    Args:
        folder: the edition's.
        output: the site's.
        arguments: what else the build was told.
    """
    try:
        last = json.loads((output / FOLDER / NAME).read_bytes())
        if last["arguments"] != _hash(folder.as_posix(), *arguments) or last["program"] != stamp():
            return None
        if last["edition"] != _edition(folder, output) or last["site"] != _site(output, last["folders"]):
            return None
        return _report(last["report"])
    except (OSError, ValueError, KeyError, TypeError):
        return None


def told(formats: Iterable[str], *, strict: bool) -> list[str]:
    """Return what a build was told beside its folders, as the last build's is compared with it."""
    return [*formats, f"strict={strict}"]


def begin(output: Path) -> bool:
    """Note that files are about to change; say whether the site is as the last build has left it.

    Raises:
        OSError: the note cannot be made.
    """
    path = output / FOLDER / NAME
    try:
        last = json.loads(path.read_bytes())
        whole = last["site"] == _site(output, last["folders"])
    except (OSError, ValueError, KeyError, TypeError):
        whole = False
    if path.exists():
        # the note that nothing has changed is gone from the disk before anything changes
        discard(path)
        files.to_disk(path.parent)
    return bool(whole)


def finish(folder: Path, output: Path, arguments: Sequence[str], report: Report) -> None:
    """Note that all is made; unless trying again, with nothing changed, might come to something else.

    Raises:
        OSError: the note cannot be made.
    """
    if passes(report.diagnostics):
        return
    folders = sorted(_folders(output))
    said = {
        "arguments": _hash(folder.as_posix(), *arguments),
        "program": stamp(),
        "edition": _edition(folder, output),
        "folders": folders,
        "site": _site(output, folders),
        "report": asdict(report),
    }
    files.replace(output / FOLDER / NAME, json.dumps(said, ensure_ascii=False).encode())


def passes(found: Iterable[Diagnostic]) -> bool:
    """Say whether any finding is of this run, and not of what it was made from."""
    return any(finding.code in _PASSING for finding in found)


def _hash(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogateescape")).hexdigest()


def _edition(folder: Path, output: Path) -> str:
    """Return what can be compared of all files below the edition's folder, but for the site."""
    found = hashlib.sha256()
    for line in sorted(_stats(folder, os.path.realpath(output))):
        found.update(line.encode("utf-8", "surrogateescape"))
    return found.hexdigest()


def _stats(folder: Path | str, aside: str) -> Iterator[str]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.startswith("."):
                continue
            if entry.is_dir():
                if os.path.realpath(entry.path) != aside:
                    yield from _stats(entry.path, aside)
                continue
            status = entry.stat()
            yield f"{entry.path}\0{status.st_size}\0{status.st_mtime_ns}\n"


def _folders(output: Path) -> Iterator[str]:
    for path, names, _ in os.walk(output):
        names[:] = [name for name in names if not name.startswith(".")]
        yield Path(path).relative_to(output).as_posix()


def _site(output: Path, folders: Sequence[str]) -> list[int]:
    return [(output / name).stat().st_mtime_ns for name in (MARKER, *folders)]


def _report(said: dict[str, Any]) -> Report:
    found = tuple(diagnostic(finding) for finding in said["diagnostics"])
    return Report(said["documents"], said["published"], 0, found, said["fail_on"])


def diagnostic(said: dict[str, Any]) -> Diagnostic:
    """Return a finding from what `asdict` makes of it."""
    return Diagnostic(**{**said, "severity": Severity(said["severity"]), "place": Place(**said["place"])})
