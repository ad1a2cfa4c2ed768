"""Builds that are killed: in a process group of their own, at a given moment, and what is then looked at."""

from __future__ import annotations

import os
import re
import shutil
import signal
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from editions import edition, tree
from letters import sheet
from teiedit.build import build
from teiedit.incremental.room import FOLDER as CACHE
from teiedit.read.folder import MARKER

if TYPE_CHECKING:
    from random import Random

FORMATS = ("tei", "html", "text", "metadata")
FIRST, SECOND = "2026-01-01T10:00:00Z", "2026-02-01T10:00:00Z"
SETTINGS = 'title = "Test edition"\nlanguages = ["en"]\nbase_url = "https://example.org/letters/"\n'
LEDGER = "ledger.tsv"
_LEFT = re.compile(r"\.teiedit-[a-z0-9_]{8}")
_KEPT = {"CACHEDIR.TAG", "lock", "state.sqlite", "last.json"}


def started(folder: Path, output: Path, now: str = SECOND, jobs: int = 2) -> int:
    """Begin a build in a process of its own, which leads a group; return its number."""
    process = os.fork()
    if process:
        return process
    os.setsid()
    status = 1
    try:
        build(folder, output, formats=FORMATS, jobs=jobs, now=lambda: now)
        status = 0
    finally:
        os._exit(status)


def members(group: int) -> list[int]:
    """The processes of a group that still run."""
    found = []
    for place in Path("/proc").iterdir():
        if place.name.isdigit():
            try:
                state, _, of = (place / "stat").read_text("utf-8", "replace").rpartition(")")[2].split()[:3]
            except OSError:
                continue
            if int(of) == group and state not in "ZX":
                found.append(int(place.name))
    return found


def ended(group: int, patience: float = 10) -> bool:
    """Wait until nobody of a group is left."""
    end = time.monotonic() + patience
    while members(group):
        if time.monotonic() > end:
            return False
        time.sleep(0.01)
    return True


@dataclass
class Edited:
    """An edition that was built, and then edited; what a build would have to come to; and how long one takes."""

    folder: Path
    old: Path
    before: dict[str, bytes]
    ledger: bytes
    # what is there, and the ledger, after a build into an empty folder and after one into the old
    after: dict[bool, tuple[dict[str, bytes], bytes]]
    seconds: float

    @classmethod
    def made(cls, place: Path, documents: int = 12) -> Edited:
        """Make one in an empty folder."""
        texts = {f"letter{n}": sheet(f"Number {n}.") for n in range(documents)}
        folder, old = edition(place / "letters", SETTINGS, **texts), place / "old"
        build(folder, old, formats=FORMATS, jobs=1, now=lambda: FIRST)
        before, ledger = tree(old), (folder / LEDGER).read_bytes()
        (folder / "letter1.txt").unlink()
        (folder / "letter2.txt").write_text(sheet("Changed."), "utf-8")
        (folder / "another.txt").write_text(sheet("A new one."), "utf-8")
        (folder / "introduction.md").write_text("# Welcome\n\nHere.\n", "utf-8")
        one = cls(folder, old, before, ledger, {}, 0)
        for fresh in (False, True):
            one.seconds = max(one.seconds, one.clean(place / "clean", fresh))
        return one

    def clean(self, output: Path, fresh: bool) -> float:
        """Build without an accident, and keep what comes of it; return the seconds."""
        self.ready(output, fresh)
        begun = time.monotonic()
        process = started(self.folder, output)
        assert os.waitpid(process, 0)[1] == 0
        taken = time.monotonic() - begun
        self.after[fresh] = tree(output), (self.folder / LEDGER).read_bytes()
        shutil.rmtree(output)
        return taken

    def ready(self, output: Path, fresh: bool) -> None:
        """Lay things out as they are before the build that will be killed."""
        (self.folder / LEDGER).write_bytes(self.ledger)
        if not fresh:
            shutil.copytree(self.old, output)

    def killed(self, output: Path, chance: Random) -> str:
        """Kill a build at some moment and build again; return what went wrong, or ""."""
        fresh, alone = chance.random() < 0.4, chance.random() < 0.4
        moment = chance.uniform(0, self.seconds)
        self.ready(output, fresh)
        process = started(self.folder, output)
        time.sleep(moment)
        (os.kill if alone else killed_group)(process, signal.SIGKILL)
        os.waitpid(process, 0)
        wrong = "" if ended(process) else "a process is left; "
        wrong += self._half(output, fresh)
        build(self.folder, output, formats=FORMATS, jobs=1, now=lambda: SECOND)
        wrong += self._different(output, fresh)
        shutil.rmtree(output)
        return wrong and f"{wrong} (fresh: {fresh}, alone: {alone}, after {moment:.3f} s)"

    def _half(self, output: Path, fresh: bool) -> str:
        """Say which files are neither old nor new."""
        before, (after, ledger) = {} if fresh else self.before, self.after[fresh]
        found = {p: c for p, c in tree(output).items() if p != MARKER and not _LEFT.fullmatch(p.split("/")[-1])}
        half = [path for path, content in found.items() if content not in (before.get(path), after.get(path))]
        if (self.folder / LEDGER).read_bytes() not in (self.ledger, ledger):
            half.append(LEDGER)
        return f"neither old nor new: {half}; " if half else ""

    def _different(self, output: Path, fresh: bool) -> str:
        found, (after, ledger) = tree(output), self.after[fresh]
        wrong = sorted(p for p in {*found, *after} if found.get(p) != after.get(p))
        if (self.folder / LEDGER).read_bytes() != ledger:
            wrong.append(LEDGER)
        wrong += [p.name for folder in (output, self.folder) for p in folder.rglob(".teiedit-*") if _LEFT.match(p.name)]
        wrong += sorted({p.name for p in (output / CACHE).iterdir()} - _KEPT)
        return f"not as a clean build: {wrong}; " if wrong else ""


def killed_group(process: int, number: int) -> None:
    """Kill a process and those that it began; it may not have become a group yet."""
    try:
        os.killpg(process, number)
    except ProcessLookupError:
        os.kill(process, number)
