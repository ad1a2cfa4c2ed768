"""A command as a whole: its time on all processors, by the clock, and the most memory of it and of its processes."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_EVERY = 0.05
TEIEDIT = (sys.executable, "-c", "from teiedit.cli import main; main()")


@dataclass(frozen=True)
class Run:
    """What a command took.

    Attributes:
        processor: seconds of the command and all that it began.
        clock: seconds.
        memory: the most megabytes of the command itself.
        workers: the most megabytes of any process that it began; 0 if it began none.
    """

    processor: float
    clock: float
    memory: float
    workers: float


def run(command: Sequence[str | Path], folder: Path | None = None) -> Run:
    """Run a command to its end.

    Raises:
        subprocess.CalledProcessError: it failed.
    """
    start = time.perf_counter()
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    peaks: dict[int, float] = {}
    over = threading.Event()
    watching = threading.Thread(target=_watch, args=(process.pid, peaks, over))
    watching.start()
    _, status, used = os.wait4(process.pid, 0)
    clock = time.perf_counter() - start
    over.set()
    watching.join()
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    own = peaks.pop(process.pid, used.ru_maxrss / 1024)
    return Run(used.ru_utime + used.ru_stime, clock, own, max(peaks.values(), default=0))


def median(command: Sequence[str | Path], rounds: int = 5, folder: Path | None = None) -> Run:
    """The run of median processor time, after one that does not count."""
    run(command, folder)
    return sorted((run(command, folder) for _ in range(rounds)), key=lambda one: one.processor)[rounds // 2]


def _watch(pid: int, peaks: dict[int, float], over: threading.Event) -> None:
    while not over.wait(_EVERY):
        for one in _family(pid):
            with suppress(OSError, StopIteration):
                lines = Path(f"/proc/{one}/status").read_text("ascii").splitlines()
                peak = next(line for line in lines if line.startswith("VmHWM:"))
                peaks[one] = int(peak.split()[1]) / 1024


def _family(pid: int) -> list[int]:
    found, waiting = [], [pid]
    while waiting:
        found.append(one := waiting.pop())
        with suppress(OSError):
            waiting += map(int, Path(f"/proc/{one}/task/{one}/children").read_text("ascii").split())
    return found
