"""Whether anything has changed since the last build, seen from times and sizes alone.

This is asked before most of the program is loaded, so that a build with nothing to do is over at once. The transcripts
and whatever else lies in the edition's folder count by time and size, as in make; the site by the times of its
folders, which change when a file in them is made, renamed or removed.
"""

from __future__ import annotations

import contextlib
import json
import os
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from teiedit.incremental.program import stamp
from teiedit.incremental.room import FOLDER, discard
from teiedit.model.diagnostic import Diagnostic, Severity
from teiedit.model.position import Place
from teiedit.model.report import Report
from teiedit.read.folder import MARKER
from teiedit.tools import files
from teiedit.tools.sums import sum_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

NAME = "last.json"
# A process that was killed; a ledger that could not be written.
_PASSING = ("P003", "E031")


class Look:
    """How the edition, the program and the site look when a build begins.

    What is changed while a build is at work is of the next one, so the edition is looked at before anything of it is
    read, and not again.
    """

    def __init__(self, folder: Path, output: Path, formats: Iterable[str] = (), *, strict: bool = False) -> None:
        """Look.

        Args:
            folder: the edition's.
            output: the site's.
            formats: as the build was told.
            strict: as the build was told.
        """
        self.output = output
        self.folder = folder
        self.formats = tuple(formats)
        self.strict = strict
        self._arguments = sum_of(folder.as_posix(), *self.formats, f"strict={strict}")
        self._program = stamp()
        self._edition: dict[str, str] = {}
        _look(self._edition, os.fspath(folder), os.path.realpath(output))

    def report(self) -> Report | None:
        """Return what the last build reported, if this one would do the same; None if it might not."""
        try:
            last = json.loads((self.output / FOLDER / NAME).read_bytes())
            if last["arguments"] != self._arguments or last["program"] != self._program:
                return None
            if last["edition"] != self._sum() or last["site"] != _site(self.output, last["folders"]):
                return None
            return _report(last["report"])
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def begin(self) -> bool:
        """Note that files are about to change; say whether the site is as the last build has left it.

        Raises:
            OSError: the note cannot be made.
        """
        path = self.output / FOLDER / NAME
        try:
            last = json.loads(path.read_bytes())
            whole = last["site"] == _site(self.output, last["folders"])
        except (OSError, ValueError, KeyError, TypeError):
            whole = False
        if path.exists():
            # the note that nothing has changed is gone from the disk before anything changes
            discard(path)
            files.to_disk(path.parent)
        return bool(whole)

    def finish(self, report: Report, written: Iterable[str] = ()) -> None:
        """Note that all is made; unless trying again, with nothing changed, might come to something else.

        Args:
            report: what was found.
            written: the files in the edition's folder that the build itself has written, or might have.

        Raises:
            OSError: the note cannot be made.
        """
        if passes(report.diagnostics):
            return
        for path in (os.path.join(self.folder, name) for name in written):  # noqa: PTH118 - as scandir has it
            self._edition.pop(path, None)
            with contextlib.suppress(FileNotFoundError):
                status = os.stat(path)  # noqa: PTH116 - as above
                self._edition[path] = f"{status.st_size} {status.st_mtime_ns}"
        folders = sorted(_folders(self.output, ""))
        said = {
            "arguments": self._arguments,
            "program": self._program,
            "edition": self._sum(),
            "folders": folders,
            "site": _site(self.output, folders),
            "report": asdict(report),
        }
        files.replace(self.output / FOLDER / NAME, json.dumps(said, ensure_ascii=False).encode())

    def _sum(self) -> str:
        """Return what can be compared of all files below the edition's folder, but for the site."""
        return sum_of(*(f"{path} {self._edition[path]}" for path in sorted(self._edition)))


def distrust(output: Path) -> None:
    """Let the next build look at each file of the site, whatever the times of its folders say.

    Raises:
        OSError: the note of the last build cannot be removed.
    """
    (output / FOLDER / NAME).unlink(missing_ok=True)


def passes(found: Iterable[Diagnostic]) -> bool:
    """Say whether any finding is of this run, and not of what it was made from."""
    return any(finding.code in _PASSING for finding in found)


def _look(seen: dict[str, str], folder: str, aside: str) -> None:
    """Note all files below a folder with their sizes and times; what cannot be looked at may be so again."""
    try:
        with os.scandir(folder) as listed:
            entries = list(listed)
    except OSError as error:
        seen[folder] = str(error)
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        try:
            if not entry.is_dir():
                status = entry.stat()
                seen[entry.path] = f"{status.st_size} {status.st_mtime_ns}"
                continue
        except OSError as error:
            # a link that leads nowhere
            seen[entry.path] = str(error)
            continue
        if os.path.realpath(entry.path) != aside:
            _look(seen, entry.path, aside)


def _folders(output: Path, name: str) -> Iterator[str]:
    """Give the folders of a site, by their paths below it; hidden ones are none of it."""
    yield name
    with os.scandir(output / name) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False) and not entry.name.startswith("."):
                yield from _folders(output, f"{name}/{entry.name}" if name else entry.name)


def _site(output: Path, folders: Sequence[str]) -> list[int]:
    return [(output / name).stat().st_mtime_ns for name in (MARKER, *folders)]


def _report(said: dict[str, Any]) -> Report:
    found = tuple(diagnostic(finding) for finding in said["diagnostics"])
    return Report(said["documents"], said["published"], 0, found, said["fail_on"])


def diagnostic(said: dict[str, Any]) -> Diagnostic:
    """Return a finding from what `asdict` makes of it."""
    return Diagnostic(**{**said, "severity": Severity(said["severity"]), "place": Place(**said["place"])})
