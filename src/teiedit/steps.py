"""The steps from transcripts to files, document by document: which are to be taken, and what is there already.

A document's first step is made from its transcript alone; the second from its TEI and from what the others are to it.
What a step was made from is its **key**. Settings and program count for all documents alike: where one that a step
asked for has changed, the step is taken again for all.
"""

from __future__ import annotations

import contextlib
import json
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Any

from lxml import etree

from teiedit.catalogue import arrange, divide, read_record, relate, told_apart
from teiedit.incremental.program import READ, fingerprint
from teiedit.incremental.state import Brief, Kept
from teiedit.incremental.unchanged import diagnostic, passes
from teiedit.make import Made, Task, completed
from teiedit.model.around import Around, Neighbour
from teiedit.model.catalogue import Days, Record, Reply
from teiedit.model.formats import METADATA
from teiedit.read.folder import read_beside
from teiedit.tools.sums import short_sum, sum_of

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from teiedit.incremental.state import State
    from teiedit.model.diagnostic import Diagnostic
    from teiedit.model.edition import Edition
    from teiedit.model.volume import Chapter
    from teiedit.read.folder import File

_TEI = "tei"
_CONTEXT, _RELATIONS, _ENTERED = "context", "relations", "entered"


@dataclass(slots=True)
class _Document:
    """One document on its way.

    Attributes:
        file: its transcript.
        key: what its TEI is made from.
        hash: the sum of its TEI; "" where there is none, or what is made of it has an error.
        told: the sum of its record, "" if it has none.
        record: what the others know of it, once that is asked for.
        context: what its files are made from; "" if none are.
        missing: the formats to be made.
        found: what was found on the way to its TEI.
        of_format: what was found on the way to each format.
    """

    file: File
    key: str
    hash: str = ""
    told: str = ""
    record: Record | None = None
    context: str = ""
    missing: tuple[str, ...] = ()
    found: list[Diagnostic] = field(default_factory=list)
    of_format: dict[str, tuple[Diagnostic, ...]] = field(default_factory=dict)


class Steps:
    """The documents of one build."""

    def __init__(self, state: State, edition: Edition, sources: Sequence[File], output: Path, *, trusted: bool) -> None:
        """Look at the transcripts.

        Args:
            state: what the build before has made.
            edition: its settings, watched.
            sources: the transcripts.
            output: the site's folder.
            trusted: the site is as the last build has left it; otherwise each file is compared.
        """
        self._state = state
        self._edition = edition
        self._output = output
        self._trusted = trusted
        before = state.sources()
        seen = {file.id: _seen(file, before.get(file.id)) for file in sources}
        self._documents = {file.id: _Document(file, seen[file.id][1]) for file in sources}
        self._asked: dict[str, set[str]] = {}
        changed = {name: row for name, row in seen.items() if before.get(name) != row}
        state.keep_sources(changed, [name for name in before if name not in seen])

    def unread(self) -> list[File]:
        """Return the transcripts of which TEI is to be made."""
        briefs = self._usable(READ)
        kept = set()
        for name, document in self._documents.items():
            brief = briefs.get(name)
            if brief is not None and brief.key == document.key:
                kept.add(name)
                document.hash, document.told = brief.gave, brief.record
        for name, value in self._state.values(READ, found=True):
            if name in kept:
                self._documents[name].found = [diagnostic(said) for said in value["found"]]
        return [document.file for name, document in self._documents.items() if name not in kept]

    def _usable(self, step: str) -> dict[str, Brief]:
        """Return what is kept of a step; where settings or program are others, nothing of it is used any more."""
        if self._state.asked_for_the_same(step, self._edition, fingerprint(step)):
            return self._state.briefs(step)
        self._state.spend(step)
        return {}

    def read(self, made: Made) -> None:
        """Take the TEI of one document."""
        document = self._documents[made.id]
        record = made.record if made.tei is not None else None
        said = asdict(record) if record else None
        document.hash = short_sum(made.tei) if made.tei is not None else ""
        document.told = _told(said) if said else ""
        document.record, document.found = record, list(made.diagnostics)
        self._asked.setdefault(READ, set()).update(made.asked.get(READ, ()))
        value = {"record": said, "found": [asdict(d) for d in made.diagnostics]}
        key = "" if passes(made.diagnostics) else document.key
        self._state.keep(READ, made.id, Kept(key, value, made.tei, document.hash, document.told))

    def save(self, steps: Iterable[str], place: Callable[[], None]) -> None:
        """Save, if it is time, what was done; then the next build need not do it again if this one is stopped.

        Args:
            steps: the steps that are under way, READ or formats.
            place: lets the files that were made take their places.
        """
        if self._state.due():
            with self._state.saving():
                place()
                self._keep_asked(steps)

    def _keep_asked(self, steps: Iterable[str]) -> None:
        for step in steps:
            self._state.keep_asked(step, self._edition, self._asked.get(step, ()), fingerprint(step))

    def plan(self) -> list[str]:
        """Return the documents of which something is to be published, in the order of the transcripts."""
        self._keep_asked([READ])
        self._settle()
        formats = self._edition.formats
        kept = {name: self._kept_of(name) for name in formats}
        for name, document in self._documents.items():
            if document.hash:
                document.missing = tuple(f for f in formats if kept[f].get(name) != document.context)
        self._recall(formats)
        return [name for name, document in self._documents.items() if document.missing]

    def _kept_of(self, name: str) -> dict[str, str]:
        """Return the keys of what is kept in one format, where it can still be used."""
        briefs = self._usable(name)
        keys = {identifier: brief.key for identifier, brief in briefs.items()}
        if self._trusted:
            return keys
        whole = {i for i, value in self._state.values(name) if _intact(self._output, value["files"])}
        return {identifier: key for identifier, key in keys.items() if identifier in whole}

    def standing(self) -> Iterator[tuple[str, str, Iterable[str]]]:
        """Give what is there of documents and is not made again: format, document, the files' paths."""
        for name in self._edition.formats:
            for identifier, value in self._state.values(name):
                document = self._documents[identifier]
                if document.hash and name not in document.missing:
                    yield name, identifier, value["files"]

    def _recall(self, formats: Iterable[str]) -> None:
        """Take what was found when the files were made that stay."""
        for name in formats:
            for identifier, value in self._state.values(name, found=True):
                document = self._documents[identifier]
                if name not in document.missing:
                    document.of_format[name] = tuple(diagnostic(said) for said in value["found"])

    def _settle(self) -> None:
        """Find out what the documents are to each other; nothing has changed where no record has."""
        self._stand_in()
        registered = sorted(entry.id for entry in self._edition.register.entries)
        told = [part for name, document in self._documents.items() for part in (name, document.told)]
        key = sum_of(*registered, "", *told)
        settled = self._state.kept(_RELATIONS, "")
        if settled is None or settled.key != key:
            self._relate(registered)
            self._state.keep(_RELATIONS, "", Kept(key, {}))
        briefs = self._state.briefs(_CONTEXT)
        for name, document in self._documents.items():
            if document.told and name in briefs:
                document.context = f"{document.hash} {briefs[name].key}"

    def _relate(self, registered: Collection[str]) -> None:
        briefs = self._state.briefs(_CONTEXT)
        around, replies, namesakes = relate(self._records(), registered)
        for name in self._documents:
            if name not in around:
                continue
            said = {
                "around": asdict(around[name]),
                "replies": [asdict(reply) for reply in replies.get(name, ())],
                "namesakes": dict(namesakes.get(name, {})),
            }
            key = sum_of(json.dumps(said, ensure_ascii=False, sort_keys=True))
            if name not in briefs or briefs[name].key != key:
                self._state.keep(_CONTEXT, name, Kept(key, said))

    def _records(self) -> list[Record]:
        """Return all records; those of documents that were not read now are asked for here first."""
        if any(document.told and document.record is None for document in self._documents.values()):
            for name, value in self._state.values(READ):
                document = self._documents[name]
                if document.told and document.record is None:
                    document.record = _record(value["record"])
        return [document.record for document in self._documents.values() if document.record is not None]

    def _stand_in(self) -> None:
        """Let the last good version of a document with an error stand for it among the others."""
        for name, document in self._documents.items():
            if document.hash or document.told:
                continue
            published = self._output / "tei" / f"{name}.xml"
            # what is not there, or somebody has damaged, is not taken for a document
            with contextlib.suppress(FileNotFoundError, etree.XMLSyntaxError):
                document.record = read_record(published.read_bytes())
                document.told = _told(asdict(document.record))

    def task(self, name: str) -> Task:
        """Return what is to be published of a document."""
        document = self._documents[name]
        around, replies, namesakes = self._context(name)
        return Task(name, document.file.shown, self._tei(name), around, replies, namesakes, document.missing)

    def _tei(self, name: str) -> bytes:
        kept = self._state.kept(READ, name)
        return kept.content or b"" if kept is not None else b""

    def _context(self, name: str) -> tuple[Around, tuple[Reply, ...], Mapping[str, str]]:
        kept = self._state.kept(_CONTEXT, name)
        said: dict[str, Any] = kept.value if kept is not None else {"around": {}, "replies": [], "namesakes": {}}
        ways: dict[str, Any] = {
            way: Neighbour(**to) if isinstance(to, dict) else to for way, to in said["around"].items()
        }
        return Around(**ways), tuple(Reply(**reply) for reply in said["replies"]), said["namesakes"]

    def published(self, made: Made) -> None:
        """Take what was published of a document."""
        document = self._documents[made.id]
        if made.tei is None:
            document.of_format = {"": made.diagnostics}
            document.hash = ""
            return
        for name, files in made.files.items():
            document.of_format[name] = made.found.get(name, ())
            self._asked.setdefault(name, set()).update(made.asked.get(name, ()))
            listed = {path: short_sum(content) for path, content in files.items()}
            value = {"files": listed, "found": [asdict(d) for d in document.of_format[name]]}
            gave = sum_of(*(part for entry in listed.items() for part in entry))
            self._state.keep(name, made.id, Kept(document.context, value, made.digests.get(name), gave=gave))

    def settings(self) -> None:
        """Keep which settings the formats asked for."""
        self._keep_asked(self._edition.formats)

    def found(self) -> Iterator[Diagnostic]:
        """Give everything found, in the order of the transcripts, and of each as it was met."""
        for document in self._documents.values():
            yield from document.found
            for name in ("", *self._edition.formats):
                yield from document.of_format.get(name, ())

    @property
    def complete(self) -> list[str]:
        """The documents that are published without an error."""
        return [name for name, document in self._documents.items() if document.hash]

    def chapters(self) -> tuple[Chapter, ...]:
        """Return how the edition's books are divided."""
        return divide(self._told_apart(), self._edition.volume)

    def order(self) -> list[str]:
        """Return the documents in the edition's order."""
        return list(arrange(self._told_apart()))

    def _told_apart(self) -> list[Record]:
        self._stand_in()
        return [told_apart(record, self._context(record.id)[2]) for record in self._records()]

    def key_of_all(self) -> str:
        """Return what the edition as a whole is made from, as far as that is its documents."""
        return sum_of(*(part for name, d in self._documents.items() for part in (name, d.context, d.hash)))

    def texts(self, chapters: Sequence[Chapter] = ()) -> Iterator[str]:
        """Give the TEI of each document, also of one whose last good version stays published.

        They come in the order of the chapters, or in that of the edition where there are none.
        """
        for name in [name for chapter in chapters for name in chapter.documents] or self.order():
            if (text := self._text(name)) is not None:
                yield text

    def _text(self, name: str) -> str | None:
        if self._documents[name].hash:
            _, replies, namesakes = self._context(name)
            return completed(self._tei(name), replies, namesakes).decode()
        published = self._output / "tei" / f"{name}.xml"
        return published.read_text("utf-8") if published.is_file() else None

    @property
    def large(self) -> bool:
        """Whether the documents were told that lists are divided."""
        return any(self._context(name)[0].large for name in self.complete[:1])

    def digests(self, kind: str, make: Callable[[str], bytes]) -> Iterator[bytes]:
        """Give what a format keeps of each document that `texts` would give.

        Args:
            kind: the format.
            make: makes it from the TEI where nothing is kept.
        """
        for name in self.order():
            document = self._documents[name]
            kept = self._state.kept(kind, name) if document.hash else None
            if kept is not None and kept.key == document.context and kept.content:
                yield kept.content
            elif (tei := self._text(name)) is not None:
                yield make(tei)

    def entering(self) -> dict[str, str]:
        """Return what the catalogue is made from of each complete document, as a sum."""
        records, teis = self._state.briefs(METADATA), self._state.briefs(_TEI)
        return {
            name: " ".join(briefs[name].gave for briefs in (records, teis) if name in briefs)
            for name in self.complete
            if name in records
        }

    def entered(self) -> dict[str, str]:
        """Return the same of the catalogue that was made last."""
        return {name: brief.key for name, brief in self._state.briefs(_ENTERED).items()}

    def enter(self, entering: Mapping[str, str]) -> None:
        """Keep what a catalogue was made from, as `entering` gives it."""
        before = self.entered()
        changed = {name: Brief(key, "", "") for name, key in entering.items() if before.get(name) != key}
        self._state.keep_brief(_ENTERED, changed)

    def files(self, name: str, identifier: str) -> dict[str, bytes]:
        """Return a document's files in one format from the site; {} if one is not there."""
        kept = self._state.kept(name, identifier)
        if kept is None:
            return {}
        try:
            return {path: (self._output / path).read_bytes() for path in kept.value["files"]}
        except OSError:
            return {}


def _seen(file: File, before: tuple[str, str] | None) -> tuple[str, str]:
    """Return what is seen of a transcript and what stands beside it from outside, and the sum of what is in them.

    They are read only where they look otherwise than before.
    """
    try:
        beside = [(suffix, file.beside_path(suffix)) for suffix, _ in file.beside]
        stats = [(suffix, path.stat()) for suffix, path in (("", file.path), *beside)]
        seen = [f"{suffix} {status.st_size} {status.st_mtime_ns}" for suffix, status in stats]
        stamp = "\0".join((file.shown, file.name, *seen))
        if before is not None and before[0] == stamp:
            return before
        aside = (part for suffix, content in read_beside(file).items() for part in (suffix, short_sum(content)))
        return stamp, sum_of(file.shown, file.name, short_sum(file.path.read_bytes()), *aside)
    except OSError:
        # said with the reason when it is read
        return "", sum_of(file.shown, file.name, "unreadable")


def _told(said: dict[str, Any]) -> str:
    """Return the sum of a record."""
    return sum_of(json.dumps(said, ensure_ascii=False, sort_keys=True))


def _intact(output: Path, listed: Mapping[str, str]) -> bool:
    try:
        return all(short_sum((output / p).read_bytes()) == h for p, h in listed.items())
    except OSError:
        return False


def _record(said: dict[str, Any] | None) -> Record | None:
    if said is None:
        return None
    days = {name: Days(**said[name]) if said[name] is not None else None for name in ("sent", "answers")}
    lists = {name: tuple(said[name]) for name in ("senders", "recipients")}
    pairs = {name: tuple((one, other) for one, other in said[name]) for name in ("people", "called")}
    return Record(**{**said, **days, **lists, **pairs})
