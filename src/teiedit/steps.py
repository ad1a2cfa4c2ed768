"""The steps from transcripts to files, document by document: which are to be taken, and what is there already.

A document's first step is made from its transcript alone; the second from its TEI and from what the others are to it.
What a step was made from is its **key**. Settings and program count for all documents alike: where one that a step
asked for has changed, the step is taken again for all.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Any

from lxml import etree

from teiedit.catalogue import arrange, divide, read_record, relate, told_apart
from teiedit.incremental.program import READ, fingerprint
from teiedit.incremental.state import Kept
from teiedit.incremental.unchanged import diagnostic, passes
from teiedit.make import Made, Task, completed
from teiedit.model.around import Around, Neighbour
from teiedit.model.catalogue import Days, Record, Reply
from teiedit.read.folder import read_beside

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from teiedit.incremental.state import State
    from teiedit.model.diagnostic import Diagnostic
    from teiedit.model.edition import Edition
    from teiedit.model.volume import Chapter
    from teiedit.read.folder import File

_CONTEXT = "context"


@dataclass(slots=True)
class _Document:
    """One document on its way."""

    file: File
    key: str
    hash: str = ""
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
        stats = _stats(sources, state.sources())
        self._documents = {
            file.id: _Document(file, _digest(stats[file.id][2], file.shown, file.name, *_beside(file)))
            for file in sources
        }
        self._asked: dict[str, set[str]] = {}
        before = set(state.sources())
        state.keep_sources(stats)
        # whether the documents are others, or others than before to each other
        self._others = before != set(self._documents)

    def unread(self) -> list[File]:
        """Return the transcripts of which TEI is to be made."""
        same = self._state.asked_for_the_same(READ, self._edition, fingerprint(READ))
        keys = self._state.keys(READ) if same else {}
        kept = {name for name, document in self._documents.items() if keys.get(name) == document.key}
        for name, value in self._state.values(READ):
            if name in kept:
                document = self._documents[name]
                document.hash, document.record = value["hash"], _record(value["record"])
                document.found = [diagnostic(said) for said in value["found"]]
        return [document.file for name, document in self._documents.items() if name not in kept]

    def read(self, made: Made) -> None:
        """Take the TEI of one document."""
        document = self._documents[made.id]
        before = self._state.kept(READ, made.id)
        record = made.record if made.tei is not None else None
        said = asdict(record) if record else None
        document.hash = hashlib.sha256(made.tei).hexdigest()[:16] if made.tei is not None else ""
        document.record, document.found = record, list(made.diagnostics)
        self._asked.setdefault(READ, set()).update(made.asked.get(READ, ()))
        value = {
            "hash": document.hash,
            "record": said,
            "found": [asdict(d) for d in made.diagnostics],
        }
        self._others = self._others or before is None or before.value["record"] != json.loads(json.dumps(said))
        key = "" if passes(made.diagnostics) else document.key
        self._state.keep(READ, made.id, Kept(key, value, made.tei))

    def plan(self) -> list[str]:
        """Return the documents of which something is to be published, in the order of the transcripts."""
        self._state.keep_asked(READ, self._edition, self._asked.get(READ, ()), fingerprint(READ))
        self._settle()
        formats = self._edition.formats
        kept = {name: self._kept_of(name) for name in formats}
        for name, document in self._documents.items():
            if document.record is not None and document.hash:
                document.missing = tuple(f for f in formats if kept[f].get(name) != document.context)
        self._recall(formats)
        return [name for name, document in self._documents.items() if document.missing]

    def _kept_of(self, name: str) -> dict[str, str]:
        """Return the keys of what is kept in one format, where it can still be used."""
        if not self._state.asked_for_the_same(name, self._edition, fingerprint(name)):
            return {}
        keys = self._state.keys(name)
        if self._trusted:
            return keys
        whole = {i for i, value in self._state.values(name) if _intact(self._output, value["files"])}
        return {identifier: key for identifier, key in keys.items() if identifier in whole}

    def _recall(self, formats: Iterable[str]) -> None:
        """Take what was found when the files were made that stay."""
        for name in formats:
            for identifier, value in self._state.values(name, found=True):
                document = self._documents[identifier]
                if name not in document.missing:
                    document.of_format[name] = tuple(diagnostic(said) for said in value["found"])

    def _settle(self) -> None:
        """Find out what the documents are to each other; nothing has changed where no record has."""
        keys = self._state.keys(_CONTEXT)
        if not self._others and all(name in keys for name, d in self._documents.items() if d.hash):
            for name, document in self._documents.items():
                document.context = _digest(document.hash, keys.get(name, ""))
            return
        self._stand_in()
        named = {name: document.record for name, document in self._documents.items() if document.record is not None}
        registered = {entry.id for entry in self._edition.register.entries}
        around, replies, namesakes = relate(named.values(), registered)
        for name, document in self._documents.items():
            if name not in around:
                continue
            said = {
                "around": asdict(around[name]),
                "replies": [asdict(reply) for reply in replies.get(name, ())],
                "namesakes": dict(namesakes.get(name, {})),
            }
            key = _digest(json.dumps(said, ensure_ascii=False, sort_keys=True))
            if keys.get(name) != key:
                self._state.keep(_CONTEXT, name, Kept(key, said))
            document.context = _digest(document.hash, key)

    def _stand_in(self) -> None:
        """Let the last good version of a document with an error stand for it among the others."""
        for name, document in self._documents.items():
            published = self._output / "tei" / f"{name}.xml"
            if document.record is None and published.is_file():
                # what somebody has damaged there is not taken for a document
                with contextlib.suppress(etree.XMLSyntaxError):
                    document.record = read_record(published.read_bytes())

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
            listed = {path: hashlib.sha256(content).hexdigest()[:16] for path, content in files.items()}
            value = {"files": listed, "found": [asdict(d) for d in document.of_format[name]]}
            self._state.keep(name, made.id, Kept(document.context, value, made.digests.get(name)))

    def settings(self) -> None:
        """Keep which settings the formats asked for."""
        for name in self._edition.formats:
            self._state.keep_asked(name, self._edition, self._asked.get(name, ()), fingerprint(name))

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
        return divide(self._records(), self._edition.volume)

    def order(self) -> list[str]:
        """Return the documents in the edition's order."""
        return list(arrange(self._records()))

    def _records(self) -> list[Record]:
        self._stand_in()
        return [
            told_apart(document.record, self._context(name)[2])
            for name, document in self._documents.items()
            if document.record is not None
        ]

    def key_of_all(self) -> str:
        """Return what the edition as a whole is made from, as far as that is its documents."""
        return _digest(*(part for name, d in self._documents.items() for part in (name, d.context, d.hash)))

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

    def files(self, name: str, identifier: str) -> dict[str, bytes]:
        """Return a document's files in one format from the site; {} if one is not there."""
        kept = self._state.kept(name, identifier)
        if kept is None:
            return {}
        try:
            return {path: (self._output / path).read_bytes() for path in kept.value["files"]}
        except OSError:
            return {}


def _digest(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogateescape")).hexdigest()[:16]


def _stats(sources: Sequence[File], before: Mapping[str, tuple[int, int, str]]) -> dict[str, tuple[int, int, str]]:
    """Return size, time and hash of the transcripts; only those with another size or time are read."""
    found = {}
    for file in sources:
        try:
            status = file.path.stat()
            size, time = status.st_size, status.st_mtime_ns
            old = before.get(file.id, (-1, 0, ""))
            value = old[2] if old[:2] == (size, time) else hashlib.sha256(file.path.read_bytes()).hexdigest()[:32]
        except OSError:
            # said with the reason when it is read
            size, time, value = -1, 0, "unreadable"
        found[file.id] = (size, time, value)
    return found


def _beside(file: File) -> Iterator[str]:
    """Yield what stands beside a transcript, each file by the end of its name and the hash of its content."""
    for suffix, content in read_beside(file).items():
        yield suffix
        yield hashlib.sha256(content).hexdigest()


def _intact(output: Path, listed: Mapping[str, str]) -> bool:
    try:
        return all(hashlib.sha256((output / p).read_bytes()).hexdigest()[:16] == h for p, h in listed.items())
    except OSError:
        return False


def _record(said: dict[str, Any] | None) -> Record | None:
    if said is None:
        return None
    days = {name: Days(**said[name]) if said[name] is not None else None for name in ("sent", "answers")}
    lists = {name: tuple(said[name]) for name in ("senders", "recipients")}
    pairs = {name: tuple((one, other) for one, other in said[name]) for name in ("people", "called")}
    return Record(**{**said, **days, **lists, **pairs})
