"""Kill a build at random moments, build again, and compare with a clean build: python bench/crash.py [TIMES [SEED]].

Says how often it went wrong (never, if all is well), and what bringing files to the disk costs: each on its own, all
together as the program does it, and not at all.
"""

from __future__ import annotations

import random
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from crashes import Edited
from teiedit.tools import files

FILES, SIZE = 4000, 8192


def main(times: int, seed: int) -> int:
    """Run both; return the exit status."""
    with tempfile.TemporaryDirectory() as place:
        written(Path(place))
    with tempfile.TemporaryDirectory() as place:
        edited = Edited.made(Path(place))
        print(f"a build takes {edited.seconds:.2f} s")
        chance = random.Random(seed)
        wrong = 0
        for number in range(1, times + 1):
            found = edited.killed(Path(place) / "out", chance)
            if found:
                wrong += 1
                print(f"{number}: {found}", flush=True)
            if number % 20 == 0:
                print(f"{number} kills", flush=True)
        print(f"killed {times} times, wrong {wrong} times")
    return int(wrong > 0)


def written(place: Path) -> None:
    """Write many small files in three ways."""
    content = random.Random(0).randbytes(SIZE)

    def plain(folder: Path) -> None:
        for number in range(FILES):
            files.write(folder, f"{number}", content)

    def singly(folder: Path) -> None:
        for number in range(FILES):
            files.replace(folder / f"{number}", content)

    def together(folder: Path) -> None:
        aside = folder / "aside"
        aside.mkdir()
        batch = files.Batch(aside, lambda: None)
        for number in range(FILES):
            batch.write(folder, f"{number}", content)
        batch.settle()

    for name, way in (("not at all", plain), ("each on its own", singly), ("together", together)) * 2:
        folder = place / f"{time.monotonic_ns()}"
        folder.mkdir()
        begun = time.monotonic()
        way(folder)
        print(f"{FILES} files of {SIZE} bytes brought to the disk {name}: {time.monotonic() - begun:.2f} s", flush=True)


if __name__ == "__main__":
    given = dict(enumerate(map(int, sys.argv[1:])))
    sys.exit(main(given.get(0, 200), given.get(1, 1)))
