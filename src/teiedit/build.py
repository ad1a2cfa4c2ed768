"""A whole edition: from its folder to a folder of files that is a static site.

Only what would come out otherwise is made (`steps.py`, `incremental/`), and all that is made comes out as if nothing
had been there. A document against which an error stands is not written; what was published of it before stays.
"""

from __future__ import annotations

import contextlib
import functools
import sqlite3
from dataclasses import asdict, replace
from typing import TYPE_CHECKING, Any

from teiedit.accession import Accession
from teiedit.catalogue.store import NAME as STORE
from teiedit.incremental.program import READ, fingerprint
from teiedit.incremental.room import working
from teiedit.incremental.shelf import PartlyThere
from teiedit.incremental.state import Damaged, Kept, State, begin_anew, is_damage
from teiedit.incremental.unchanged import Look, diagnostic
from teiedit.make import PUBLISH, Made, make_document, publish_document, stopped
from teiedit.model.diagnostic import Diagnostic, EditionError, Severity
from teiedit.model.formats import METADATA
from teiedit.model.position import Place
from teiedit.model.report import Report
from teiedit.model.volume import BOOKS
from teiedit.opening import opened
from teiedit.read.folder import File, read_beside
from teiedit.read.ledger import FILE as LEDGER
from teiedit.site import WHOLE, Site, not_writable, prepare
from teiedit.steps import Steps
from teiedit.tools import rooms
from teiedit.tools.clock import moment
from teiedit.tools.cluster import Cluster, ClusterError
from teiedit.tools.saxon import TransformError
from teiedit.tools.sums import short_sum, sum_of
from teiedit.tools.traced import asking, traced
from teiedit.tools.workers import WorkerDied, each

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from pathlib import Path

    from teiedit.make import Task
    from teiedit.model.edition import Edition

__all__ = ["Report", "build", "build_seen", "worker_died"]

_PAGES = "html"
_TEI = "tei"


def build(
    folder: Path,
    output: Path,
    *,
    formats: tuple[str, ...] = (),
    strict: bool = False,
    jobs: int | Cluster | None = None,
    progress: Callable[[str, int, int, str], None] | None = None,
    now: Callable[[], str] = moment,
) -> Report:
    """Build the edition in `folder` into `output`.

    Args:
        folder: holds edition.toml and, anywhere below, the transcripts.
        output: is made if it is not there.
        formats: what to make, in place of what edition.toml says.
        strict: refuse transcripts that are not UTF-8.
        jobs: how many processes; None for one a core; or a cluster that makes the documents.
        progress: called with what is done ("reading", then "publishing", then of each format's volume), how much of it
            is done, how much there is, and the document's identifier, if it is one.
        now: gives the moment for what is new in the ledger; asked once at most, and for nothing else.

    Raises:
        EditionError: the folder, its edition.toml or the output folder cannot be used, or nothing is there.
    """
    return build_seen(Look(folder, output, formats, strict=strict), jobs=jobs, progress=progress, now=now)


def build_seen(
    look: Look,
    *,
    jobs: int | Cluster | None = None,
    progress: Callable[[str, int, int, str], None] | None = None,
    now: Callable[[], str] = moment,
) -> Report:
    """Build an edition that was looked at; all else as for `build`."""
    folder, output = look.folder, look.output
    edition, sources, found = opened(folder, look.formats, strict=look.strict)
    prepare(folder, output)

    def once() -> Report:
        with working(output) as aside, contextlib.closing(State(output)) as state:
            one = _Build(folder, output, edition, sources, state, aside, trusted=look.begin())
            report = one.run(_hands(jobs), progress or (lambda *_: None), now, found)
            # in this order: what is claimed to be there is there
            state.finish()
            look.finish(report, [LEDGER])
            return report

    with _told(folder, output):
        try:
            return once()
        except (sqlite3.Error, Damaged) as error:
            if not is_damage(error):
                raise
            begin_anew(output)
            return once()


@contextlib.contextmanager
def _told(folder: Path, output: Path) -> Iterator[None]:
    """Say what keeps a build from going on as a diagnostic."""
    try:
        yield
    except WorkerDied as error:
        raise EditionError(worker_died(folder)) from error
    except ClusterError as error:
        raise EditionError(no_cluster(error)) from error
    except (OSError, sqlite3.Error, Damaged) as error:
        raise EditionError(not_writable(output, error)) from error


def _hands(jobs: int | Cluster | None) -> Callable[..., Iterator[Made]]:
    """Return what gives a function's results for items, `total` of them, and what `lost` says of one that is lost."""
    if not isinstance(jobs, Cluster):
        return functools.partial(each, jobs=jobs)
    cluster = jobs

    def far(
        function: Callable[[Any], Made], items: Iterable[Any], _: int, lost: Callable[[Any], Made]
    ) -> Iterator[Made]:
        return cluster.each(function, map(_sent, items), lost)

    return far


def _sent(item: Any) -> Any:
    """Return what is to be worked on elsewhere: a transcript with its bytes, since its file may not be seen there."""
    if isinstance(item, File):
        with contextlib.suppress(OSError):
            return replace(item, content=item.path.read_bytes(), beside=tuple(read_beside(item).items()))
    return item


def no_cluster(error: ClusterError) -> Diagnostic:
    """Return what to say where a cluster cannot be used."""
    hint = "start a scheduler and workers with this program installed, or build here, without --cluster"
    return Diagnostic("P004", Severity.ERROR, Place("--cluster"), f"the cluster cannot be used: {error}", hint)


def worker_died(folder: Path) -> Diagnostic:
    """Return what to say where a process of a build ended without a result."""
    message = "a process that set a book was ended from outside, or ran out of memory"
    return Diagnostic("P003", Severity.ERROR, Place(folder.as_posix()), message, _MEMORY)


_MEMORY = "close other programs and build again, or build with fewer processes: --jobs 1"


class _Build:
    """One build of one edition."""

    def __init__(
        self,
        folder: Path,
        output: Path,
        edition: Edition,
        sources: tuple[File, ...],
        state: State,
        aside: Path,
        *,
        trusted: bool,
    ) -> None:
        self._folder = folder
        self._output = output
        self._edition = traced(edition)
        self._shown = {file.id: file.shown for file in sources}
        self._state = state
        self._aside = aside
        self._site = Site(output, edition.formats, aside)
        self._trusted = trusted
        self._steps = Steps(state, self._edition, sources, output, trusted=trusted)

    def run(
        self,
        hands: Callable[..., Iterator[Made]],
        tell: Callable[[str, int, int, str], None],
        now: Callable[[], str],
        found: Iterable[Diagnostic],
    ) -> Report:
        """Take the steps.

        Args:
            hands: gives a function's results for items, as `teiedit.tools.workers.each` does.
            tell: as `progress` for `build`.
            now: as for `build`.
            found: what was found before.

        Raises:
            OSError: the site cannot be written to.
        """
        steps, edition = self._steps, self._edition
        unread = steps.unread()
        reading = functools.partial(make_document, edition=edition)
        for count, made in enumerate(hands(reading, unread, len(unread), lost=self._ended), 1):
            steps.read(made)
            steps.save([READ], self._site.place)
            tell("reading", count, len(unread), made.id)
        wanted = steps.plan()
        if not self._trusted:
            self._site.recall(self._state.files())
            for name, identifier, paths in steps.standing():
                self._site.note(name, identifier, paths)
        accession = Accession(self._folder, self._output, self._aside) if METADATA in edition.formats else None
        publishing = functools.partial(publish_document, edition=edition)
        for count, made in enumerate(hands(publishing, map(steps.task, wanted), len(wanted), lost=self._ended), 1):
            self._published(made)
            steps.save(edition.formats, self._site.place)
            tell("publishing", count, len(wanted), made.id)
        steps.settings()
        diagnostics = [*found, *steps.found()]
        changed: Mapping[str, str] = {}
        if accession is not None:
            more, changed = self._enter(accession, now)
            diagnostics += more
        diagnostics += self._volumes(changed, tell)
        self._site.finish(set(self._shown), trusted=self._trusted)
        return Report(len(self._shown), len(steps.complete), self._site.written, tuple(diagnostics), edition.fail_on)

    def _ended(self, item: File | Task) -> Made:
        """Return what to say where the process that read or made a document was ended."""
        message = f'the process that made "{item.shown}" was ended from outside, or ran out of memory'
        return Made(item.id, None, {}, (Diagnostic("P003", Severity.ERROR, Place(item.shown), message, _MEMORY),))

    def _published(self, made: Made) -> None:
        self._steps.published(made)
        for name, files in made.files.items():
            self._site.write(name, made.id, files)

    def _enter(self, accession: Accession, now: Callable[[], str]) -> tuple[list[Diagnostic], Mapping[str, str]]:
        """Enter the documents in catalogue and ledger; return what was found, and when each was changed."""
        # what a build without metadata, or with nothing new in them, does not wait for
        from teiedit.publish.dts import site as texts  # noqa: PLC0415 - as said
        from teiedit.publish.harvest import Harvest  # noqa: PLC0415 - as said

        step = "catalogue"
        key = self._key(METADATA, self._ledger())
        kept = self._state.kept(step, "")
        if kept is not None and kept.key == key and accession.readable and self._stays(METADATA, step, kept):
            return [diagnostic(said) for said in kept.value["found"]], kept.value["changed"]
        # what the catalogue names is there before it
        self._site.note(METADATA, WHOLE, [STORE])
        self._site.settle()
        entering = self._steps.entering()
        before = self._steps.entered() if self._is_ours(kept) else {}
        for identifier, entry in entering.items():
            if before.get(identifier) != entry or not accession.keep(identifier):
                files = {name: self._steps.files(name, identifier) for name in (METADATA, _TEI)}
                if files[METADATA]:
                    accession.document(identifier, files[METADATA], files[_TEI].values())
        with asking() as asked:
            found = accession.finish(list(self._shown), now, self._edition)
            with contextlib.closing(accession.catalogue()) as catalogue:
                harvest = Harvest(catalogue, self._edition)
                listed = self._written(METADATA, harvest.files())
                listed |= self._written(METADATA, texts.volume(catalogue.shelves, self._edition))
                found += harvest.findings()
        listed[STORE] = short_sum((self._output / STORE).read_bytes())
        self._site.note(METADATA, WHOLE, listed)
        value = {"files": listed, "found": [asdict(d) for d in found], "changed": dict(harvest.changed)}
        self._state.keep(step, "", Kept(self._key(METADATA, self._ledger()), value))
        self._state.keep_asked(step, self._edition, asked, fingerprint(METADATA))
        self._steps.enter(entering)
        return found, harvest.changed

    def _is_ours(self, kept: Kept | None) -> bool:
        """Say whether the catalogue that is there is the one that was made last."""
        if self._trusted or kept is None:
            return kept is not None
        try:
            return bool(short_sum((self._output / STORE).read_bytes()) == kept.value["files"][STORE])
        except OSError:
            return False

    def _ledger(self) -> str:
        path = self._folder / LEDGER
        return short_sum(path.read_bytes()) if path.is_file() else ""

    def _key(self, name: str, *more: str) -> str:
        return sum_of(name, self._steps.key_of_all(), *more)

    def _stays(self, name: str, step: str, kept: Kept) -> bool:
        """Say whether what was made of the whole edition in one format stays as it is."""
        if not self._state.asked_for_the_same(step, self._edition, fingerprint(name)):
            return False
        files: dict[str, str] = kept.value["files"]
        try:
            whole = self._trusted or all(short_sum((self._output / p).read_bytes()) == h for p, h in files.items())
        except OSError:
            whole = False
        if whole:
            self._site.note(name, WHOLE, files)
        return whole

    def _volumes(self, changed: Mapping[str, str], tell: Callable[[str, int, int, str], None]) -> list[Diagnostic]:
        """Write what belongs to the edition as a whole, from the TEI of all documents."""
        diagnostics: list[Diagnostic] = []
        for name in self._edition.formats:
            step = f"volume {name}"
            key = self._key(name, repr(sorted(changed.items())) if name == _PAGES else "")
            kept = self._state.kept(step, "")
            if kept is not None and kept.key == key and self._stays(name, step, kept):
                diagnostics += [diagnostic(said) for said in kept.value["found"]]
                continue
            try:
                with asking() as asked:
                    found, value = self._volume(name, changed, kept, tell)
            except TransformError as error:
                diagnostics.append(stopped(name, self._edition.id, error))
                continue
            self._site.note(name, WHOLE, value["files"])
            self._state.keep(step, "", Kept(key, {**value, "found": [asdict(d) for d in found]}))
            self._state.keep_asked(step, self._edition, asked, fingerprint(name))
            self._steps.save((), self._site.place)
            diagnostics += found
        return diagnostics

    def _volume(
        self, name: str, changed: Mapping[str, str], kept: Kept | None, tell: Callable[[str, int, int, str], None]
    ) -> tuple[tuple[Diagnostic, ...], dict[str, Any]]:
        """Write what belongs to the edition in one format; return what was found, and what is to be kept."""
        steps, edition, module = self._steps, self._edition, rooms.module(PUBLISH, name)
        total = len(steps.complete)

        def counted(items: Iterable[Any]) -> Iterator[Any]:
            for done, item in enumerate(items, 1):
                yield item
                tell(f"{name}, documents", done, max(done, total), "")

        if name == _PAGES:
            write = functools.partial(self._site.write, name, WHOLE)
            shelf = PartlyThere(write, self._output, kept, fingerprint(name), trusted=self._trusted)
            digests = counted(steps.digests(name, module.digest))
            return module.whole(digests, edition, changed, shelf, large=steps.large), shelf.value()
        if name in BOOKS:
            chapters = steps.chapters()
            texts = counted(steps.texts(chapters))
            output = module.volume(texts, edition, chapters, lambda what, done, of: tell(what, done, of, ""))
        else:
            output = module.volume(counted(steps.texts()), edition)
        return output.diagnostics, {"files": self._written(name, output.files.items())}

    def _written(self, name: str, files: Iterable[tuple[str, bytes]]) -> dict[str, str]:
        listed = {}
        for path, content in files:
            self._site.write(name, WHOLE, {path: content})
            listed[path] = short_sum(content)
        return listed
