"""All changes from one release of an edition to the next.

Documents are read one after the other, and what was found about them goes into a file at once, so that releases may be
larger than memory. Kept are counts, and the records of people, places and bodies.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING

from lxml import etree

from teiedit.model.diagnostic import Diagnostic, Severity
from teiedit.model.position import Place
from teiedit.package.compare import compare
from teiedit.package.facts import read_facts, read_statement
from teiedit.package.kinds import KINDS, Change
from teiedit.package.records import Records, changed_records

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path
    from typing import TextIO

    from teiedit.package.editions import Documents
    from teiedit.package.facts import Facts

    _Side = tuple[Documents, Records]

# What `facts` compares for the edition: where only that differs, as it does with every new day of publication, a
# document is the same.
_STATED = re.compile(rb"<(publicationStmt|respStmt|appInfo)\b.*?</\1>", re.S)
_RECORD = re.compile(rb'<(?:person|org|place) xml:id="([^"]+)"')


@dataclass(slots=True)
class Changes:
    """What has changed; `documents` gives what was found about each.

    Attributes:
        old: what the earlier release is called.
        new: what the later one is called.
        spool: a file with what was found about each document that is not the same, one a line.
        before: how many documents the earlier release has.
        after: how many the later one has.
        same: how many are in both, and the same.
        counts: how often each kind of change was found.
        records: changes of people, places and bodies, by their identifiers.
        statement: what is said of the edition in its documents: what it is, before, after; in how many.
        found: documents that could not be read.
    """

    old: str
    new: str
    spool: Path
    before: int = 0
    after: int = 0
    same: int = 0
    counts: Counter[str] = field(default_factory=Counter)
    records: dict[str, Change] = field(default_factory=dict)
    statement: Counter[tuple[str, str, str]] = field(default_factory=Counter)
    found: list[Diagnostic] = field(default_factory=list)

    def documents(self) -> Iterator[tuple[str, str, tuple[Change, ...]]]:
        """Give identifier, title and changes of each document that is not the same, in the order of identifiers."""
        with self.spool.open(encoding="utf-8") as lines:
            for line in lines:
                one = json.loads(line)
                yield one["id"], one["title"], tuple(Change(**change) for change in one["changes"])

    def summary(self) -> tuple[str, ...]:
        """Return what has changed, by kind, with counts, in words."""
        told = [(kind, self.counts[kind]) for kind in KINDS if self.counts[kind]]
        return tuple(KINDS[kind].one if n == 1 else KINDS[kind].many.format(f"{n:,}") for kind, n in told)


def find_changes(old: Documents, new: Documents, spool: Path) -> Changes:
    """Compare two releases.

    Args:
        old: the earlier one.
        new: the later one.
        spool: a file to be written.

    Raises:
        OSError: `spool` cannot be written.
    """
    changes = Changes(old.name, new.name, spool, len(old.identifiers), len(new.identifiers))
    with spool.open("w", encoding="utf-8") as out:
        _Comparison(old, new, changes, out).run()
    return changes


class _Comparison:
    """Two releases while they are gone through."""

    def __init__(self, old: Documents, new: Documents, changes: Changes, out: TextIO) -> None:
        self._old, self._new = (old, Records()), (new, Records())
        self._changes = changes
        self._out = out

    def run(self) -> None:
        """Go through both."""
        before, after = set(self._old[0].identifiers), set(self._new[0].identifiers)
        gone = {name: self._mark(self._old, name) for name in sorted(before - after)}
        come = {name: self._mark(self._new, name) for name in sorted(after - before)}
        origins = _origins(gone, come)
        moved = set(origins.values())
        for name in sorted(before | after):
            if name in origins:
                self._moved(origins[name], name)
            elif name in come:
                self._tell(name, come[name].title, (Change("added"),))
            elif name in after:
                self._both(name)
            elif name not in moved:
                self._tell(name, gone[name].title, (Change("withdrawn"),))
        self._changes.records = changed_records(self._old[1], self._new[1])
        self._changes.counts.update(change.kind for change in self._changes.records.values())

    def _mark(self, side: _Side, name: str) -> _Mark:
        facts = self._facts(side, name, self._content(side, name))
        if facts is None:
            return _Mark()
        words = hashlib.sha256("\n".join(facts.text).encode()).hexdigest() if facts.text else ""
        return _Mark(facts.title, facts.transcript, words)

    def _moved(self, before: str, after: str) -> None:
        old = self._facts(self._old, before, self._content(self._old, before))
        new = self._facts(self._new, after, self._content(self._new, after))
        if old and new:
            self._tell(after, new.title, (Change("renamed", before, after), *compare(old, new)))

    def _both(self, name: str) -> None:
        one, other = self._content(self._old, name), self._content(self._new, name)
        if one is not None and other is not None and self._same(one, other):
            self._changes.same += 1
            return
        old, new = self._facts(self._old, name, one), self._facts(self._new, name, other)
        if old is None or new is None:
            self._tell(name, "", (Change("unreadable"),))
            return
        self._state(old.statement, new.statement)
        found = compare(old, new)
        if found:
            self._tell(name, new.title, found)
        else:
            self._changes.same += 1

    def _same(self, one: bytes, other: bytes) -> bool:
        """Say whether two states of a document are plainly the same, and note what they state of the edition."""
        if one != other:
            if _STATED.sub(b"", one) != _STATED.sub(b"", other):
                return False
            try:
                self._state(read_statement(one), read_statement(other))
            except etree.XMLSyntaxError:
                return False
        for _, records in (self._old, self._new):
            records.name(identifier.decode("utf-8", "replace") for identifier in _RECORD.findall(one))
        return True

    def _state(self, old: Mapping[str, str], new: Mapping[str, str]) -> None:
        for what, value in new.items():
            if old.get(what, "") != value:
                self._changes.statement[what, old.get(what, ""), value] += 1

    def _content(self, side: _Side, name: str) -> bytes | None:
        try:
            return side[0].read(name)
        except OSError as error:
            self._unreadable(side, name, (error.strerror or str(error)).lower())
            return None

    def _facts(self, side: _Side, name: str, content: bytes | None) -> Facts | None:
        if content is None:
            return None
        try:
            facts = read_facts(content)
        except etree.XMLSyntaxError:
            self._unreadable(side, name, "it is not well-formed XML")
            return None
        side[1].add(facts.records)
        return facts

    def _unreadable(self, side: _Side, name: str, reason: str) -> None:
        message = f'"{name}" of the release "{side[0].name}" cannot be read: {reason}'
        hint = "the document is left out of the comparison; take the release from another copy"
        self._changes.found.append(Diagnostic("K013", Severity.WARNING, Place(f"{name}.xml"), message, hint))

    def _tell(self, name: str, title: str, changes: tuple[Change, ...]) -> None:
        seen: set[str] = set()
        for change in changes:
            if KINDS[change.kind].each:
                self._changes.counts[change.kind] += change.times
            elif change.kind not in seen:
                self._changes.counts[change.kind] += 1
            seen.add(change.kind)
        data = {"id": name, "title": title, "changes": [asdict(change) for change in changes]}
        self._out.write(json.dumps(data, ensure_ascii=False) + "\n")


@dataclass(frozen=True, slots=True)
class _Mark:
    """By what a document is known that has another name: its transcript, or its words."""

    title: str = ""
    transcript: str = ""
    words: str = ""


def _origins(gone: Mapping[str, _Mark], come: Mapping[str, _Mark]) -> dict[str, str]:
    """Return the former names of documents that were renamed, by their new ones."""
    origins: dict[str, str] = {}
    for key in ("transcript", "words"):
        left = {name: getattr(mark, key) for name, mark in gone.items() if name not in origins.values()}
        by_mark = {mark: name for name, mark in sorted(left.items(), reverse=True) if mark}
        for name, mark in come.items():
            if name not in origins and getattr(mark, key) in by_mark:
                origins[name] = by_mark.pop(getattr(mark, key))
    return origins
