"""The folder of a site: what is written there, and the list of it.

The folder carries a marker, a list of what was written for which document. By it a later build knows what to remove
when a transcript is gone, and never touches a file that it did not write.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from teiedit.model.diagnostic import Diagnostic, EditionError, Severity
from teiedit.model.position import Place
from teiedit.read.folder import MARKER, read_marker
from teiedit.tools import files

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

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
        (output / MARKER).touch()
    except OSError as error:
        raise EditionError(not_writable(output, error)) from error


def not_writable(output: Path, error: OSError) -> Diagnostic:
    """Return what to say where the output folder cannot be written to."""
    shown = output.as_posix()
    reason = (error.strerror or str(error)).lower()
    hint = "check that you may write there and that the disk is not full, or name another folder with -o"
    return Diagnostic("P001", Severity.ERROR, Place(shown), f'cannot write to "{shown}": {reason}', hint)


class Site:
    """Writes one build's files and keeps the list of them."""

    def __init__(self, output: Path, formats: Iterable[str]) -> None:
        """Read the list of the build before.

        Args:
            output: the site's folder.
            formats: what this build makes; what others are there of the edition as a whole stays.
        """
        self._output = output
        self._formats = frozenset(formats)
        self._before = read_marker(output / MARKER)
        self._now: set[tuple[str, str, str]] = set()
        # what was made anew: what was written for it before goes, unless it was written again
        self._made: set[tuple[str, str]] = set()
        self._kept: set[str] = set()
        self.written = 0

    def write(self, name: str, identifier: str, outputs: Mapping[str, bytes]) -> None:
        """Write files of one format of a document, or of WHOLE."""
        for path, content in outputs.items():
            self.written += files.write(self._output, path, content)
        self.note(name, identifier, outputs)

    def note(self, name: str, identifier: str, paths: Iterable[str]) -> None:
        """Note files that are there already."""
        self._now.update((name, identifier, path) for path in paths)
        self._made.add((name, identifier))

    def keep(self, name: str) -> None:
        """Note that what was made of the whole edition in one format stays."""
        self._kept.add(name)

    def finish(self, identifiers: set[str]) -> None:
        """Remove what this program wrote for documents and volumes that are no more, and write the list."""
        kept = {entry for entry in self._before if self._stays(entry, identifiers)}
        paths = {path for _, _, path in self._now | kept}
        for _, _, path in sorted(self._before - kept - self._now):
            if path not in paths:
                (self._output / path).unlink(missing_ok=True)
        lines = ["\t".join(entry) for entry in sorted(self._now | kept)]
        files.replace(self._output / MARKER, ("\n".join([_HEAD, *lines]) + "\n").encode())

    def _stays(self, entry: tuple[str, str, str], identifiers: set[str]) -> bool:
        name, identifier, _ = entry
        if (name, identifier) in self._made:
            return False
        if identifier == WHOLE:
            return name not in self._formats or name in self._kept
        return identifier in identifiers


_HEAD = "# What teiedit wrote here: format, document, file. Do not edit; other files in this folder are left alone."
