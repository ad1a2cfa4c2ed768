"""An edition while it is worked on: its site in a folder of its own, which follows the transcripts.

A change to one transcript makes that document's page anew at once, beside what is known of the others; the lists,
the search and the neighbours follow with a whole build when the editor pauses. What is published is not touched, and
nothing is entered in the ledger.
"""

from __future__ import annotations

import functools
import threading
from typing import TYPE_CHECKING

from teiedit.build import build, worker_died
from teiedit.catalogue import read_record, relate
from teiedit.make import Task, make_document, publish_document
from teiedit.model.diagnostic import EditionError
from teiedit.model.update import Update
from teiedit.opening import opened
from teiedit.read.folder import with_beside
from teiedit.site import not_writable
from teiedit.tools import files
from teiedit.tools.workers import WorkerDied, alone

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

    from teiedit.build import Report
    from teiedit.model.catalogue import Record
    from teiedit.model.diagnostic import Diagnostic
    from teiedit.read.folder import File

# What a preview makes: the pages, and the files that they lead to.
FORMATS = ("tei", "html")


class Preview:
    """The site of one edition, kept up.

    Changes may be made from one thread, and at the same time the whole built from another.
    """

    def __init__(self, folder: Path, site: Path, jobs: int | None = None) -> None:
        """Begin.

        Args:
            folder: the edition's.
            site: an empty folder for its pages.
            jobs: as for `teiedit.build.build`.
        """
        self._folder = folder
        self._site = site
        self._jobs = jobs
        self._records: dict[str, Record] = {}
        self._files: dict[str, File] = {}
        self._lock = threading.Lock()
        self._meanwhile: set[Path] = set()

    def begin(self, progress: Callable[[str, int, int, str], None] | None = None) -> Report:
        """Build the whole site, in this process.

        Raises:
            EditionError: see `teiedit.build.build`.
        """
        report = build(self._folder, self._site, formats=FORMATS, jobs=self._jobs, progress=progress)
        self._learn()
        for file in list(self._files.values())[:1]:
            # stylesheets are compiled once a process, and the first change is not to wait for it
            self._made(file)
        return report

    def rebuild(self) -> Update:
        """Build the whole site again, in a process of its own."""
        whole = functools.partial(build, self._folder, formats=FORMATS, jobs=self._jobs)
        self._meanwhile = set()
        try:
            report = alone(whole, self._site)
            with self._lock:
                self._learn()
        except EditionError as error:
            return Update(error.diagnostics, (), whole=False)
        except WorkerDied:
            return Update((worker_died(self._folder),), (), whole=False)
        # what changed while the whole was built may have been read before
        later = self.change(set(self._meanwhile)) if self._meanwhile else Update((), (), whole=False)
        return Update((*report.diagnostics, *later.findings), tuple(self._files), later.whole)

    def change(self, paths: Iterable[Path]) -> Update:
        """Make the pages of changed transcripts anew.

        Args:
            paths: the files of the edition's folder that were changed, added or removed.
        """
        changed = {path.resolve() for path in paths}
        self._meanwhile |= changed
        with self._lock:
            known = {file.path.resolve(): file for file in self._files.values()}
            # what stands beside a transcript is its own: decisions, notes
            stems = {path.with_suffix(""): path for path in known}
            of = {path: path if path in known else _beside(path, stems) for path in changed}
            if None in of.values() or not all(path is not None and path.is_file() for path in of.values()):
                return Update((), (), whole=True)
            documents = [known[path] for path in sorted({path for path in of.values() if path is not None})]
            try:
                made = [self._made(with_beside(file)) for file in documents]
            except OSError as error:
                return Update((not_writable(self._site, error),), (), whole=False)
        findings = tuple(finding for of_one, _ in made for finding in of_one)
        return Update(findings, tuple(file.id for file in documents), any(more for _, more in made))

    def _learn(self) -> None:
        """Read what the site now holds."""
        self._edition, sources, _ = opened(self._folder, FORMATS)
        self._files = {file.id: file for file in sources}
        self._records = {}
        for file in sources:
            tei = self._site / "tei" / f"{file.id}.xml"
            if tei.is_file():
                self._records[file.id] = read_record(tei.read_bytes())

    def _made(self, file: File) -> tuple[tuple[Diagnostic, ...], bool]:
        """Make one document's page; return what was found, and whether other pages depend on what changed."""
        made = make_document(file, self._edition)
        if made.tei is None or made.record is None:
            return made.diagnostics, True
        depends = self._records.get(file.id) != made.record
        self._records[file.id] = made.record
        registered = {entry.id for entry in self._edition.register.entries}
        around, replies, namesakes = relate(self._records.values(), registered)
        context = around[file.id], replies.get(file.id, ()), namesakes.get(file.id, {})
        published = publish_document(Task(file.id, file.shown, made.tei, *context, FORMATS), self._edition)
        for content in published.files.values():
            for name, page in content.items():
                files.write(self._site, name, page)
        return (*made.diagnostics, *published.diagnostics), depends or published.tei is None


def _beside(path: Path, stems: Mapping[Path, Path]) -> Path | None:
    """Return the transcript beside which a file stands that bears its name; None if there is none."""
    if path.suffix not in (".toml", ".md"):
        return None
    stem = path.with_suffix("")
    while stem.suffix:
        stem = stem.with_suffix("")
        if stem in stems:
            return stems[stem]
    return None
