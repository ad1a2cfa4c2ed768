"""A whole edition: what a build would change of what is published.

Nothing is written but in a temporary folder. The work is that of a build, up to the TEI: what the last build has kept
is used, in a copy. Differences go into a file as they are found; kept in memory are counts, and each document's record,
as in a build.
"""

from __future__ import annotations

import contextlib
import functools
import json
import shutil
import sqlite3
from collections import Counter
from dataclasses import asdict, dataclass, field, replace
from typing import TYPE_CHECKING, Any

from lxml import etree

from teiedit.catalogue import read_record
from teiedit.explain.difference import Difference
from teiedit.explain.document import Explained, Work, explain_document
from teiedit.incremental.program import READ, fingerprint
from teiedit.incremental.room import FOLDER
from teiedit.incremental.state import NAME, Damaged, State, begin_anew, is_damage
from teiedit.make import Made, make_document
from teiedit.model.diagnostic import Diagnostic, EditionError, Severity
from teiedit.model.position import Place
from teiedit.opening import opened
from teiedit.read.folder import MARKER, read_marker
from teiedit.steps import Steps
from teiedit.tools.traced import traced
from teiedit.tools.workers import each

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path
    from typing import TextIO

    from teiedit.make import Task
    from teiedit.model.edition import Edition
    from teiedit.read.folder import File

_TEI = "tei"


@dataclass(slots=True)
class Explanation:
    """What would change.

    Attributes:
        spool: a file with what would change in each document, one a line.
        documents: how many transcripts there are.
        same: how many documents would be as they are published.
        changed: how many would be others.
        new: how many are not published yet.
        gone: how many are published and have no transcript any more.
        held: how many have an error and are not published; what was published before stays.
        counts: how often each kind of difference was found, by its cause.
        causes: in how many documents each cause has changed something.
        found: what was found in the transcripts and settings.
        fail_on: from which severity on a build fails.
    """

    spool: Path
    documents: int = 0
    same: int = 0
    changed: int = 0
    new: int = 0
    gone: int = 0
    held: int = 0
    counts: Counter[tuple[str, str]] = field(default_factory=Counter)
    causes: Counter[str] = field(default_factory=Counter)
    found: tuple[Diagnostic, ...] = ()
    fail_on: str = "error"

    @property
    def nothing(self) -> bool:
        """Whether nothing would change."""
        return not (self.changed or self.new or self.gone)

    def told(self) -> Iterator[Explained]:
        """Give each document that would not be as it is published, in the order of the transcripts; those gone last."""
        with self.spool.open(encoding="utf-8") as lines:
            for line in lines:
                said: dict[str, Any] = json.loads(line)
                differences = tuple(Difference(**one) for one in said.pop("differences"))
                yield Explained(**said, differences=differences)


def explain(  # noqa: PLR0913 - as many as a build has
    folder: Path,
    output: Path,
    aside: Path,
    *,
    formats: tuple[str, ...] = (),
    strict: bool = False,
    fresh: bool = False,
    jobs: int | None = None,
    progress: Callable[[str, int, int, str], None] | None = None,
) -> Explanation:
    """Return what a build of the edition in `folder` would change of the TEI published in `output`.

    Args:
        folder: as for `teiedit.build.build`.
        output: the site's folder; it is only read, and need not be there.
        aside: an empty folder to work in.
        formats: as for `build`.
        strict: as for `build`.
        fresh: use nothing that the last build has kept.
        jobs: how many processes; None for one a core.
        progress: as for `build`, with "reading" and "comparing".

    Raises:
        EditionError: the edition cannot be used, or publishes no TEI to compare with (E032).
        OSError: `aside` cannot be written.
    """
    edition, sources, found = opened(folder, formats, strict=strict)
    if _TEI not in edition.formats:
        raise EditionError(_no_tei(folder))
    if not fresh:
        _copy_state(output, aside)
    published = {name: path for kind, name, path in _marked(output) if kind == _TEI and name != "*"}

    def once() -> Explanation:
        with contextlib.closing(State(aside)) as state:
            one = _Run(edition, sources, output, state, published, Explanation(aside / "documents"))
            return one.run(found, jobs, progress or (lambda *_: None))

    try:
        return once()
    except (sqlite3.Error, Damaged) as error:
        if not is_damage(error):
            raise
        begin_anew(aside)
        return once()


def _copy_state(output: Path, aside: Path) -> None:
    """Copy what the last build has kept, unless a build is writing to it, or has been ended while it did."""
    path = output / FOLDER / NAME
    with contextlib.suppress(OSError):
        before = path.stat()
        (aside / FOLDER).mkdir()
        shutil.copyfile(path, aside / FOLDER / NAME)
        after = path.stat()
        if any(path.parent.glob(f"{NAME}-*")) or (before.st_size, before.st_mtime_ns) != (
            after.st_size,
            after.st_mtime_ns,
        ):
            (aside / FOLDER / NAME).unlink()


def _marked(output: Path) -> set[tuple[str, str, str]]:
    try:
        return read_marker(output / MARKER)
    except OSError:
        return set()


def _no_tei(folder: Path) -> Diagnostic:
    message = "the edition publishes no TEI, and by that it is compared"
    hint = 'add "tei" to the formats in edition.toml, or with -f tei'
    return Diagnostic("E032", Severity.ERROR, Place(folder.as_posix()), message, hint)


class _Run:
    """One comparison of one edition."""

    def __init__(
        self,
        edition: Edition,
        sources: tuple[File, ...],
        output: Path,
        state: State,
        published: Mapping[str, str],
        told: Explanation,
    ) -> None:
        self._edition = edition
        self._files = {file.id: file for file in sources}
        self._output = output
        self._state = state
        self._published = published
        self._told = told
        # of the formats only the TEI is wanted, and none is to be planned
        self._watched = traced(replace(edition, formats=()))
        self._others = state.other_settings(READ, self._watched, fingerprint(READ))
        self._steps = Steps(state, self._watched, sources, output, trusted=False)

    def run(
        self, found: tuple[Diagnostic, ...], jobs: int | None, tell: Callable[[str, int, int, str], None]
    ) -> Explanation:
        """Read what is to be read, compare all, and count."""
        steps, told = self._steps, self._told
        unread = steps.unread()
        reading = functools.partial(make_document, edition=self._watched)
        for count, made in enumerate(each(reading, unread, len(unread), jobs, self._lost), 1):
            steps.read(made)
            tell("reading", count, len(unread), made.id)
        steps.plan()
        names = steps.complete
        comparing = functools.partial(explain_document, edition=self._watched, others=self._others)
        with told.spool.open("w", encoding="utf-8") as out:
            for count, one in enumerate(each(comparing, map(self._work, names), len(names), jobs), 1):
                self._take(one, out)
                tell("comparing", count, len(names), one.id)
            for name in sorted(set(self._published) - set(self._files)):
                self._take(Explained(name, "gone", self._title(name)), out)
        told.documents = len(self._files)
        told.held = len(self._files) - len(names)
        told.found = (*found, *steps.found())
        told.fail_on = self._edition.fail_on
        return told

    def _lost(self, file: File) -> Made:
        message = f'the process that made "{file.shown}" was ended from outside, or ran out of memory'
        hint = "close other programs and try again, or with fewer processes: --jobs 1"
        return Made(file.id, None, {}, (Diagnostic("P003", Severity.ERROR, Place(file.shown), message, hint),))

    def _work(self, name: str) -> Work:
        task: Task = replace(self._steps.task(name), formats=(_TEI,))
        kept = self._state.kept(_TEI, name)
        path = self._published.get(name)
        return Work(
            task,
            self._files[name],
            self._output / path if path else None,
            str(kept.value["files"].get(path, "")) if kept is not None and path else "",
        )

    def _title(self, name: str) -> str:
        try:
            return read_record((self._output / self._published[name]).read_bytes()).title
        except (OSError, etree.XMLSyntaxError):
            return ""

    def _take(self, one: Explained, out: TextIO) -> None:
        told = self._told
        if one.state == "same":
            told.same += 1
            return
        setattr(told, one.state, getattr(told, one.state) + 1)
        told.counts.update((said.cause, said.kind) for said in one.differences)
        told.causes.update({said.cause for said in one.differences})
        out.write(json.dumps(asdict(one), ensure_ascii=False) + "\n")
