"""How long a saved transcript takes to be seen: an edition of many documents is previewed, and one transcript saved.

    python bench/preview.py [DOCUMENTS]

The server is the real one; what is measured is the time from the moment the transcript is written to the event that
tells open pages, and to the answer with another ETag. It fails above half a second for an edition of 1,000.
"""

from __future__ import annotations

import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

SPECIMENS = Path(__file__).resolve().parent.parent / "sources/specimens"
LIMIT = 0.5
ROUNDS = 9


def edition(folder: Path, count: int) -> None:
    """Copy the sample edition, and its letters under other names until there are enough."""
    shutil.copytree(SPECIMENS, folder)
    letters = sorted((folder / "letters").glob("*.txt"))
    more = count - len(list(folder.rglob("*.txt")))
    for number in range(more):
        source = letters[number % len(letters)]
        (source.with_name(f"{source.stem}-{number}.txt")).write_bytes(source.read_bytes())


def tag(address: str) -> str:
    asked = urllib.request.Request(address, method="HEAD")
    with urllib.request.urlopen(asked, timeout=60) as answer:
        return answer.headers["ETag"]


def next_change(events) -> None:
    """Wait for the next event that tells of a change."""
    for line in events:
        if line.startswith(b"event: change"):
            return


def saved(url: str, letter: Path) -> float:
    """Save a transcript; return the seconds until its page is another."""
    page = f"{url}/documents/doc-{letter.stem}.html"
    before = tag(page)
    with urllib.request.urlopen(f"{url}/-/live", timeout=60) as events:
        next_change(events)
        text = letter.read_text("utf-8").rstrip()
        start = time.perf_counter()
        letter.write_text(f"{text}\n\nAnd more of it.\n", "utf-8")
        while tag(page) == before:
            next_change(events)
        return time.perf_counter() - start


def main(count: int = 1_000) -> int:
    with tempfile.TemporaryDirectory() as folder:
        letters = Path(folder) / "edition"
        edition(letters, count)
        command = [sys.executable, "-c", "from teiedit.cli import main; main()", "serve", str(letters), "--port", "0"]
        start = time.perf_counter()
        server = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        try:
            url = next(found[0] for line in server.stdout if (found := re.search(r"http://[\d.:]+", line)))
            print(f"{count:,} documents: shown after {time.perf_counter() - start:.1f} s")
            texts = sorted((letters / "letters").glob("*.txt"))
            times = [saved(url, texts[(number * 7) % len(texts)]) for number in range(ROUNDS)]
        finally:
            server.terminate()
            server.wait()
    middle, worst = statistics.median(times), max(times)
    print(f"a saved transcript is seen after {middle:.2f} s (median of {ROUNDS}), {worst:.2f} s at most")
    print(f"limit {LIMIT} s: {'met' if middle <= LIMIT else 'missed'}")
    return int(middle > LIMIT)


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
