"""The folder of a site: what is written there, and the list of it.

The folder carries a marker, a list of what was written for which document. By it a later build knows what to remove
when a transcript is gone, and never touches a file that it did not write.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from teiedit.model.diagnostic import Diagnostic, EditionError, Severity
from teiedit.model.position import Place
from teiedit.read.folder import MARKER, read_marker
from teiedit.tools import files

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

# Stands for the edition as a whole, in the place of a document's identifier.
WHOLE = "*"


def prepare(folder: Path, output: Path) -> None:
    """Make the folder of a site, unless it holds what is not ours.

    Raises:
        EditionError: P002 it holds the edition, or other files; P001 it cannot be written to.
    """
    shown = output.as_posix()
    if folder.resolve().is_relative_to(output.resolve()):
        message = f'the output folder "{shown}" holds the edition itself'
        raise EditionError(
            Diagnostic("P002", Severity.ERROR, Place(shown), message, "name another folder with -o, such as output")
        )
    try:
        output.mkdir(parents=True, exist_ok=True)
        if not (output / MARKER).exists() and any(output.iterdir()):
            message = f'the output folder "{shown}" holds files that this program did not write'
            hint = "name a new or empty folder with -o; nothing was touched"
            raise EditionError(Diagnostic("P002", Severity.ERROR, Place(shown), message, hint))
        if not (output / MARKER).exists():
            (output / MARKER).touch()
    except OSError as error:
        raise EditionError(not_writable(output, error)) from error


def not_writable(output: Path, error: Exception) -> Diagnostic:
    """Return what to say where the output folder, or the file that an OSError names, cannot be written to."""
    named = getattr(error, "filename", None)
    shown = Path(named).as_posix() if isinstance(named, str) else output.as_posix()
    reason = (getattr(error, "strerror", None) or str(error)).lower()
    hint = "check that you may write there and that the disk is not full, or name another folder with -o"
    if shown != output.as_posix() and Path(shown) == files.temporary_folder():
        hint = "make room there, or name another folder for what is under way in the environment variable TMPDIR"
    return Diagnostic("P001", Severity.ERROR, Place(shown), f'cannot write to "{shown}": {reason}', hint)


class Site:
    """Writes one build's files and keeps the list of them."""

    def __init__(self, output: Path, formats: Iterable[str], aside: Path) -> None:
        """Read the list of the build before.

        Args:
            output: the site's folder.
            formats: what this build makes; what others are there of the edition as a whole stays.
            aside: a folder for files that are under way.
        """
        self._output = output
        self._formats = frozenset(formats)
        self._batch = files.Batch(aside, self._enlist)
        self._before = read_marker(output / MARKER)
        # what the marker on the disk names, and what is to be added to it
        self._listed = set(self._before)
        self._unlisted: list[tuple[str, str, str]] = []
        if not (output / MARKER).read_bytes().endswith(b"\n"):
            self._list(self._before)
        self._now: set[tuple[str, str, str]] = set()
        # what was made anew: what was written for it before goes, unless it was written again
        self._made: set[tuple[str, str]] = set()
        self.written = 0

    def write(self, name: str, identifier: str, outputs: Mapping[str, bytes]) -> None:
        """Write files of one format of a document, or of WHOLE."""
        self.note(name, identifier, outputs)
        for path, content in outputs.items():
            self.written += self._batch.write(self._output, path, content)

    def note(self, name: str, identifier: str, paths: Iterable[str]) -> None:
        """Note files that are there already."""
        entries = [(name, identifier, path) for path in paths]
        self._now.update(entries)
        self._made.add((name, identifier))
        self._unlisted += [entry for entry in entries if entry not in self._listed]
        self._listed.update(entries)

    def recall(self, entries: Iterable[tuple[str, str, str]]) -> None:
        """Take files for ours that an earlier build is known to have written, whatever the marker says."""
        self._before.update(entries)

    def place(self) -> None:
        """Let all files that were written stand in their places.

        Raises:
            OSError: one cannot be written.
        """
        self._batch.place()

    def settle(self) -> None:
        """Let all files that were written stand in their places, for good.

        Raises:
            OSError: one cannot be written.
        """
        self._batch.settle()

    def _enlist(self) -> None:
        """Add to the marker what is about to stand in the folder: it is ours, though the build may not come to its end.

        A line that is cut off by the end of the machine lacks its end, and the next build mends the list.
        """
        if self._unlisted:
            lines = "".join("\t".join(entry) + "\n" for entry in self._unlisted)
            files.append(self._output / MARKER, lines.encode())
            self._unlisted = []

    def finish(self, identifiers: set[str], *, trusted: bool) -> None:
        """Remove what this program wrote for documents and volumes that are no more, and write the list.

        Args:
            identifiers: the documents that there are.
            trusted: the build before came to its end; otherwise what it left lying is removed too.

        Raises:
            OSError: a file cannot be written or removed.
        """
        self._batch.place()
        kept = {entry for entry in self._before if self._stays(entry, identifiers)}
        paths = {path for _, _, path in self._now | kept}
        gone = sorted({path for _, _, path in self._before - kept - self._now if path not in paths})
        removed = [self._output / path for path in gone if files.remove(self._output / path)]
        if not trusted:
            files.sweep({self._output, *((self._output / path).parent for path in paths)})
        # the list may forget a file only when it is gone from the disk
        self._batch.settle(removed)
        self._list(self._now | kept)

    def _list(self, entries: set[tuple[str, str, str]]) -> None:
        lines = ["\t".join(entry) for entry in sorted(entries)]
        files.replace(self._output / MARKER, ("\n".join([_HEAD, *lines]) + "\n").encode())

    def _stays(self, entry: tuple[str, str, str], identifiers: set[str]) -> bool:
        name, identifier, _ = entry
        if (name, identifier) in self._made:
            return False
        if identifier == WHOLE:
            return name not in self._formats
        return identifier in identifiers


_HEAD = "# What teiedit wrote here: format, document, file. Do not edit; other files in this folder are left alone."
