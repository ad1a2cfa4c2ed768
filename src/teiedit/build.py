"""A whole edition: from its folder to a folder of files that is a static site.

The output folder carries a marker, a list of what was written for which document. By it a later build knows
what to remove when a transcript is gone, and never touches a file that it did not write. A document against
which an error stands is not written; what was published of it before stays.
"""

from __future__ import annotations

import contextlib
import functools
import tempfile
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from lxml import etree

from teiedit.accession import Accession
from teiedit.catalogue import arrange, find_namesakes, find_replies, read_record
from teiedit.catalogue.store import NAME as STORE
from teiedit.make import PUBLISH, Made, Task, make_document, publish_document, stopped
from teiedit.model.diagnostic import Diagnostic, EditionError, Severity
from teiedit.model.edition import METADATA
from teiedit.model.position import Place
from teiedit.publish import harvest
from teiedit.publish.dts import site
from teiedit.read.edition import FILE, read_edition
from teiedit.read.folder import MARKER, find_files
from teiedit.read.house import with_house
from teiedit.read.register import with_register
from teiedit.tools import files, rooms
from teiedit.tools.clock import moment
from teiedit.tools.saxon import TransformError
from teiedit.tools.workers import WorkerDied, each

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from teiedit.catalogue.reader import Catalogue
    from teiedit.model.catalogue import Record
    from teiedit.model.edition import Edition
    from teiedit.read.folder import File

_WHOLE = "*"


@dataclass(frozen=True, slots=True)
class Report:
    """What a build did.

    Attributes:
        documents: how many transcripts there are.
        published: how many of them were made without error.
        written: how many files were new or changed.
        diagnostics: everything found, in the order of the transcripts.
        edition: the settings that were used.
    """

    documents: int
    published: int
    written: int
    diagnostics: tuple[Diagnostic, ...]
    edition: Edition


def build(
    folder: Path,
    output: Path,
    *,
    formats: tuple[str, ...] = (),
    strict: bool = False,
    jobs: int | None = None,
    progress: Callable[[str, int, int, str], None] | None = None,
    now: Callable[[], str] = moment,
) -> Report:
    """Build the edition in `folder` into `output`.

    Args:
        folder: holds edition.toml and, anywhere below, the transcripts.
        output: is made if it is not there.
        formats: what to make, in place of what edition.toml says.
        strict: refuse transcripts that are not UTF-8.
        jobs: how many processes; None for one a core.
        progress: called after each document with what is done ("reading", then "publishing"), how many are done,
            how many there are, and its identifier.
        now: gives the moment for what is new in the ledger; asked once, and for nothing else.

    Raises:
        EditionError: the folder, its edition.toml or the output folder cannot be used, or nothing is there.
    """
    edition, sources, found = opened(folder, formats, strict=strict)
    _prepare(folder, output)
    diagnostics = [*found]
    writer = _Writer(output, edition)
    published: set[str] = set()
    found_of: dict[str, list[Diagnostic]] = {file.id: [] for file in sources}
    told = progress or (lambda *_: None)
    try:
        with tempfile.TemporaryDirectory(prefix="teiedit-") as spool:
            kept = _Kept(Path(spool), output)
            accession = Accession(folder, output, Path(spool)) if METADATA in edition.formats else None
            for count, one in enumerate(each(functools.partial(make_document, edition=edition), sources, jobs), 1):
                found_of[one.id] += one.diagnostics
                kept.add(one)
                told("reading", count, len(sources), one.id)
            tasks = kept.tasks(sources, {entry.id for entry in edition.register.entries})
            for count, one in enumerate(each(functools.partial(publish_document, edition=edition), tasks, jobs), 1):
                found_of[one.id] += one.diagnostics
                if one.tei is not None:
                    published.add(one.id)
                    writer.document(one)
                    if accession:
                        accession.document(one)
                told("publishing", count, len(tasks), one.id)
            diagnostics += [found for file in sources for found in found_of[file.id]]
            if accession:
                diagnostics += accession.finish([file.id for file in sources], now, edition)
                writer.catalogue(accession.catalogue())
            diagnostics += writer.volumes(functools.partial(kept.texts, published))
            writer.finish({file.id for file in sources})
    except WorkerDied as error:
        raise EditionError(worker_died(folder)) from error
    except OSError as error:
        raise EditionError(not_writable(output, error)) from error
    return Report(len(sources), len(published), writer.written, tuple(diagnostics), edition)


def opened(
    folder: Path, formats: tuple[str, ...] = (), *, strict: bool = False
) -> tuple[Edition, tuple[File, ...], tuple[Diagnostic, ...]]:
    """Return an edition with its register and its own files, its transcripts, and what was found in all these.

    Args:
        folder: as for `build`.
        formats: as for `build`.
        strict: as for `build`.

    Raises:
        EditionError: as for `build`.
    """
    edition, registered = with_register(_settings(folder, formats, strict=strict), folder, folder.as_posix())
    edition, housed = with_house(edition, folder, folder.as_posix())
    sources, found = _sources(folder)
    taken = {file.id for file in sources}
    while edition.id in taken:
        # the edition's books are named after it, and no document's may be
        edition = replace(edition, id=f"{edition.id}-edition")
    return edition, sources, (*registered, *housed, *found)


class _Kept:
    """The documents between being encoded and being published: their TEI on disk, their records in memory."""

    def __init__(self, spool: Path, output: Path) -> None:
        self._spool = spool
        self._output = output
        self._records: dict[str, Record] = {}
        self._fresh: set[str] = set()

    def add(self, made: Made) -> None:
        """Keep one document; of one with an error, what is published of it already."""
        if made.tei is not None and made.record is not None:
            self._path(made.id).write_bytes(made.tei)
            self._records[made.id] = made.record
            self._fresh.add(made.id)
            return
        published = self._output / "tei" / f"{made.id}.xml"
        if published.is_file():
            # what somebody has damaged there is not taken for a document
            with contextlib.suppress(etree.XMLSyntaxError):
                self._records[made.id] = read_record(published.read_bytes())

    def tasks(self, sources: Iterable[File], registered: set[str]) -> list[Task]:
        """Return what is to be published, in the order of the transcripts."""
        around = arrange(self._records.values())
        replies = find_replies(self._records.values())
        namesakes = find_namesakes(self._records.values(), registered)
        return [
            Task(
                file.id,
                file.shown,
                self._path(file.id),
                around[file.id],
                replies.get(file.id, ()),
                namesakes.get(file.id, {}),
            )
            for file in sources
            if file.id in self._fresh
        ]

    def texts(self, published: set[str]) -> Iterator[str]:
        """Give the TEI of each document in the edition's order, also of one whose last good version stays published."""
        for identifier in arrange(self._records.values()):
            path = self._path(identifier) if identifier in published else self._output / "tei" / f"{identifier}.xml"
            if path.is_file():
                yield path.read_text("utf-8")

    def _path(self, identifier: str) -> Path:
        return self._spool / f"{identifier}.xml"


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


def _prepare(folder: Path, output: Path) -> None:
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


def worker_died(folder: Path) -> Diagnostic:
    """Return what to say where a process of a build ended without a result."""
    message = "a process that made documents was ended from outside, or ran out of memory"
    hint = "close other programs and build again, or build with fewer processes: --jobs 1"
    return Diagnostic("P003", Severity.ERROR, Place(folder.as_posix()), message, hint)


class _Writer:
    """Writes one build's files and keeps the list of them."""

    def __init__(self, output: Path, edition: Edition) -> None:
        self._output = output
        self._edition = edition
        self._before = _read_marker(output / MARKER)
        self._now: set[tuple[str, str, str]] = set()
        self.written = 0

    def document(self, made: Made) -> None:
        """Write the files of one document."""
        for name, outputs in made.files.items():
            self._write(name, made.id, outputs.items())

    def volumes(self, texts: Callable[[], Iterator[str]]) -> list[Diagnostic]:
        """Write what belongs to the edition as a whole, from the TEI of all documents."""
        diagnostics: list[Diagnostic] = []
        for name in self._edition.formats:
            try:
                output = rooms.module(PUBLISH, name).volume(texts(), self._edition)
            except TransformError as error:
                diagnostics.append(stopped(name, self._edition.id, error))
                continue
            self._write(name, _WHOLE, output.files.items())
            diagnostics += output.diagnostics
        return diagnostics

    def catalogue(self, catalogue: Catalogue) -> None:
        """Write what is made of the catalogue, and note the catalogue itself."""
        with contextlib.closing(catalogue):
            self._write(METADATA, _WHOLE, harvest.files(catalogue.items(), self._edition).items())
            self._write(METADATA, _WHOLE, site.volume(catalogue.shelves, self._edition))
        self._now.add((METADATA, _WHOLE, STORE))

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
        if identifier == _WHOLE:
            return name not in self._edition.formats
        return identifier in identifiers

    def _write(self, name: str, identifier: str, outputs: Iterable[tuple[str, bytes]]) -> None:
        for path, content in outputs:
            self.written += files.write(self._output, path, content)
            self._now.add((name, identifier, path))


_HEAD = "# What teiedit wrote here: format, document, file. Do not edit; other files in this folder are left alone."


def _read_marker(path: Path) -> set[tuple[str, str, str]]:
    entries = set()
    for line in path.read_text("utf-8", errors="replace").splitlines():
        parts = line.split("\t")
        if len(parts) == 3 and not line.startswith("#") and ".." not in parts[2].split("/"):
            entries.add((parts[0], parts[1], parts[2].lstrip("/")))
    return entries
