"""Speed and scale, beside the floors and beside what else is there: python bench/speed.py [SIZE ...].

Prints three tables, made in one run on the same invented letters (`editions.py`): what each stage takes for a
document, beside its floor; what editions of each size take, beside a build of as many files by ninja with nothing to
do; and the targets, met or missed by how much. Processor time is that of all processes together, which other work on
the machine disturbs less than the clock.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import platform
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from measuring import TEIEDIT, Run, median, run

from editions import Edition

HERE = Path(__file__).resolve().parent
SIZES = (1000, 10_000)
# So many documents are taken through the stages.
SAMPLE = 60
# The stages of a document, each with the floor below it and what that is.
STAGES = (
    ("read, recognise and encode", ("read", "recognise", "encode"), ("floor read", "floor regex"), "one regex pass"),
    ("prove that nothing was lost", ("fidelity",), (), ""),
    ("validate: grammar, rules and links", ("validate",), ("floor rng",), "bare RELAX NG by lxml"),
    ("TEI written as bytes, read for the catalogue", ("serialise", "record"), ("floor lxml",), "lxml, there and back"),
    ("HTML: page, source page, citations", ("html",), ("floor saxon",), "identity by Saxon"),
    ("HTML", ("html",), ("floor sheet",), "one bare run of its own sheet"),
    ("PDF", ("pdf",), ("floor typst",), "bare Typst on the same words"),
    ("EPUB", ("epub",), ("floor zip",), "zip of the same files"),
    ("text", ("text",), ("floor saxon",), "identity by Saxon"),
    ("metadata", ("metadata",), ("floor saxon",), "identity by Saxon"),
)
# What ENGINES counts as the floor from transcript to HTML, for one process.
FLOORS = ("floor read", "floor regex", "floor rng", "floor saxon", "floor write")


@dataclass(frozen=True)
class Scale:
    """What an edition of one size took."""

    tei: Run
    html: Run
    idle: Run
    edited: Run
    ninja: Run | None

    @property
    def whole(self) -> float:
        return self.tei.processor + self.html.processor


def build(folder: Path, output: Path, *formats: str) -> list[str]:
    chosen = [part for name in formats for part in ("-f", name)]
    return [*TEIEDIT, "build", str(folder), "-o", str(output), *chosen]


def stages(folder: Path) -> dict[str, float]:
    command = [sys.executable, str(HERE / "stages.py"), str(folder), "--count", str(SAMPLE)]
    found: dict[str, float] = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    print("| a document, warm, on one core | processor time | the floor | times | a second |\n" + "| --- " * 5 + "|")
    for name, parts, floor, what in STAGES:
        took, least = (sum(found[part] for part in some) for some in (parts, floor))
        beside = f"{what}: {least:.2f} ms | {took / least:.1f}" if least else " | "
        print(f"| {name} | {took:.2f} ms | {beside} | {1000 / took:,.0f} |")
    return found


def scale(count: int, folder: Path) -> Scale:
    """Build an edition, build it again, and again with one transcript edited."""
    source, output = folder / str(count), folder / f"{count}-site"
    Edition(count).write(source)
    tei = run(build(source, output, "tei"))
    html = run(build(source, output, "tei", "html"))
    idle = median(build(source, output, "tei", "html"))
    transcripts = sorted((source / "transcripts").rglob("letter-*.txt"))
    edited = transcripts[len(transcripts) // 2]
    edited.write_text(edited.read_text("utf-8").replace(". ", ".  ", 1) + "\nA word was added.\n", "utf-8")
    return Scale(tei, html, idle, run(build(source, output, "tei", "html")), ninja(count, folder))


def ninja(count: int, folder: Path) -> Run | None:
    """A build with nothing to do, of as many files, by ninja."""
    program = shutil.which("ninja") or shutil.which("ninja", path=str(Path(sys.executable).parent))
    if program is None:
        return None
    there = folder / f"{count}-ninja"
    there.mkdir()
    rules = "rule made\n  command = touch $out\n"
    edges = "".join(f"build out/{number}: made in/{number}\n" for number in range(count))
    (there / "build.ninja").write_text(rules + edges, "ascii")
    (there / "in").mkdir()
    for number in range(count):
        (there / "in" / str(number)).touch()
    run([program], there)
    return median([program], folder=there)


def scales(sizes: list[int], folder: Path) -> dict[int, Scale]:
    print("\n| documents | step | processor time | by the clock | a second | memory: program | a worker |")
    print("| --- " * 7 + "|")
    found = {}
    for count in sizes:
        found[count] = scale(count, folder)
        names = {
            "transcripts to validated TEI": found[count].tei,
            "TEI to HTML, with the pages of the edition": found[count].html,
            "nothing to do": found[count].idle,
            "one transcript edited": found[count].edited,
            "ninja, nothing to do": found[count].ninja,
        }
        for name, took in names.items():
            if took is None:
                print(f"| {count:,} | {name} | not installed: apt-get install ninja-build, or pip install ninja |")
                continue
            rate = f"{count / took.clock:,.0f}" if took.processor > 5 else ""
            cells = (f"{took.processor:.2f} s", f"{took.clock:.2f} s", rate, f"{took.memory:,.0f} MB")
            workers = f"{took.workers:,.0f} MB" if took.workers else ""
            print(f"| {count:,} | {name} | {' | '.join(cells)} | {workers} |", flush=True)
    return found


def cold(folder: Path) -> Run:
    """One letter, in a process that has just begun, to everything that is made of it."""
    Edition(1).write(folder / "one")
    runs = [run(build(folder / "one", folder / f"one-site-{number}")) for number in range(6)]
    return sorted(runs[1:], key=lambda one: one.clock)[2]


def verdict(name: str, took: float, limit: float, unit: str = "", *, of: str = "") -> bool:
    met = took <= limit
    share = abs(took / limit - 1)
    said = f"met, with {share:.0%} to spare" if met else f"missed: {took / limit:.1f} times the limit"
    print(f"| {name} | {took:,.2f}{unit}{of} | {limit:,.2f}{unit} | {said} |")
    return met


def targets(of_stage: dict[str, float], found: dict[int, Scale], one: Run) -> None:
    print("\n| target | took | limit | |\n| --- | --- | --- | --- |")
    count, most = max(found.items())
    floor = sum(of_stage[name] for name in FLOORS) * count / 1000
    verdict(f"{count:,} transcripts to TEI to HTML, processor time: 1.5 × the floors", most.whole, 1.5 * floor, " s")
    verdict("a PDF: 1.3 × bare Typst", of_stage["pdf"], 1.3 * of_stage["floor typst"], " ms")
    verdict("one letter, cold, to all outputs", one.clock, 0.35, " s")
    if most.ninja:
        verdict(f"nothing to do, {count:,} documents: 2 × ninja", most.idle.clock, 2 * most.ninja.clock, " s")
    verdict(f"one transcript edited among {count:,}", most.edited.clock, 0.5, " s")
    if len(found) > 1:
        least = min(found)
        growth = math.log(most.whole / found[least].whole) / math.log(count / least)
        verdict(f"growth from {least:,} to {count:,}, exponent", growth, 1.05)
    verdict("memory of a worker", max(most.tei.workers, most.html.workers), 150, " MB")
    verdict("memory of the program itself", max(most.tei.memory, most.html.memory), 150, " MB")
    print("\nThe search index beside Pagefind: python bench/search.py. A letter's PDF, cold and warm: bench/pdf.py.")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sizes", nargs="*", type=int, default=list(SIZES))
    given = parser.parse_args()
    print(f"Python {platform.python_version()}, {machine()}\n", flush=True)
    with tempfile.TemporaryDirectory(prefix="teiedit-bench-") as name:
        folder = Path(name)
        Edition(SAMPLE + 10).write(folder / "sample")
        of_stage = stages(folder / "sample")
        one = cold(folder)
        print(
            f"\nOne letter, cold, to all outputs: {one.clock:.2f} s by the clock, {one.processor:.2f} s of processor."
        )
        found = scales(sorted(given.sizes), folder)
        targets(of_stage, found, one)


def machine() -> str:
    """Which machine this is, as far as Linux says."""
    facts = Path("/proc/cpuinfo").read_text("utf-8")
    model = next((line.partition(":")[2].strip() for line in facts.splitlines() if "model name" in line), "?")
    pages = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") / 2**30
    return f"{os.cpu_count()} cores of {model}, {pages:.0f} GB, load {os.getloadavg()[0]:.1f}"


if __name__ == "__main__":
    main()
