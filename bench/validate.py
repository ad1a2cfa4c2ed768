"""What validation costs, beside what it cannot do without: `python bench/validate.py`.

In one run and on one file, warm: the grammar, the rules and the links, against a bare RELAX NG check by lxml and a
bare identity transformation by Saxon. Then what loading costs, what the slower validators cost, and thousands of files.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from lxml import etree

from teiedit.make import make_tei
from teiedit.model.edition import Edition
from teiedit.model.position import Place
from teiedit.read.source import read_source
from teiedit.tools import saxon
from teiedit.tools.resources import resource
from teiedit.tools.tei import parse
from teiedit.validate import check, check_file
from teiedit.validate.xsd import check_xsd

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = ROOT / "sources/heroes-and-villains/source7.txt"
FILES = 2000
IDENTITY = saxon.Xml(
    '<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">'
    '<xsl:mode on-no-match="shallow-copy"/></xsl:stylesheet>'
)


def letter() -> bytes:
    """The sample letter of some 600 words, as TEI."""
    source, _ = read_source(SAMPLE, "source7.txt", "source7.txt", strict=True)
    tei = make_tei(source, "source7", Edition(languages=("en",))).tei
    assert tei is not None
    return tei


def once(function: Callable[[], object]) -> float:
    start = time.perf_counter()
    function()
    return (time.perf_counter() - start) * 1000


def together(*functions: Callable[[], object], rounds: int = 200) -> list[float]:
    """The median of each, in milliseconds; they take turns, so that they see the same machine."""
    times: list[list[float]] = [[] for _ in functions]
    for _ in range(rounds):
        for function, found in zip(functions, times, strict=True):
            found.append(once(function))
    return [sorted(found)[rounds // 2] for found in times]


def place(index: int) -> Place:
    return Place("letter.xml", index)


def loading() -> tuple[float, float]:
    """How long the grammar and the rules take to load, in a process of their own."""
    code = (
        "import time; from teiedit.validate import _relaxng; from teiedit.tools import saxon;"
        f"saxon.transform(saxon.Xml({IDENTITY.text!r}), '<x/>');"
        "a = time.perf_counter(); _relaxng(); b = time.perf_counter();"
        "saxon._compiled(str(saxon.resource('schema/teiedit-schematron.xsl'))); c = time.perf_counter();"
        "print((b - a) * 1000, (c - b) * 1000)"
    )
    times = [
        tuple(map(float, subprocess.run([sys.executable, "-c", code], capture_output=True, check=True).stdout.split()))
        for _ in range(5)
    ]
    grammar, rules = zip(*times, strict=True)
    return sorted(grammar)[2], sorted(rules)[2]


def thousands(tei: bytes, jobs: int) -> float:
    """How long `teiedit validate` takes over many files, in seconds."""
    with tempfile.TemporaryDirectory() as folder:
        for number in range(FILES):
            (Path(folder) / f"{number:05}.xml").write_bytes(tei)
        code = "from teiedit.cli import main; main()"
        command = [sys.executable, "-c", code, "validate", folder, "-j", str(jobs)]
        return once(lambda: subprocess.run(command, check=True, capture_output=True)) / 1000


def main() -> None:
    tei = letter()
    text = tei.decode().split("?>", 1)[1]
    broken = tei.replace(b"<salute", b"<salut", 1).replace(b"</salute", b"</salut", 1)
    rng = etree.RelaxNG(etree.parse(resource("schema/teiedit.rng")))
    assert check(tei, place) == ()
    assert check_file(broken, "letter.xml")
    bare, identity, ours = together(
        lambda: rng.validate(parse(tei)), lambda: saxon.transform(IDENTITY, text), lambda: check(tei, place)
    )
    (explained,) = together(lambda: check_file(broken, "letter.xml"), rounds=50)
    check_xsd(tei, place)
    (second,) = together(lambda: check_xsd(tei, place), rounds=10)
    xsd = etree.XMLSchema(etree.parse(resource("schema/teiedit.xsd")))
    (lxml_xsd,) = together(lambda: xsd.validate(parse(tei)))
    grammar, rules = loading()
    floor = bare + identity
    rows = [
        ("bare RELAX NG check by lxml, with parsing", f"{bare:.2f} ms", ""),
        ("bare identity transformation by Saxon, with parsing", f"{identity:.2f} ms", ""),
        ("both: the floor", f"{floor:.2f} ms", "1"),
        ("grammar, rules and links of a valid letter", f"{ours:.2f} ms", f"{ours / floor:.2f}"),
        ("the same of a letter with a fault, explained", f"{explained:.2f} ms", f"{explained / floor:.2f}"),
        ("XML Schema by lxml, with parsing", f"{lxml_xsd:.2f} ms", f"{lxml_xsd / floor:.2f}"),
        ("XML Schema by xmlschema (`--xsd`)", f"{second:.0f} ms", f"{second / floor:.0f}"),
        ("loading the grammar, once a process", f"{grammar:.0f} ms", ""),
        ("loading the rules, once a process", f"{rules:.0f} ms", ""),
    ]
    for jobs in (1, 2):
        seconds = thousands(tei, jobs)
        rate = f"{FILES / seconds:.0f} files a second"
        rows.append((f"{FILES:,} files by `teiedit validate -j {jobs}`, from the start", f"{seconds:.1f} s", rate))
    print(f"| what ({len(tei):,} bytes of TEI) | time | times the floor |\n| --- | --- | --- |")
    for row in rows:
        print(f"| {' | '.join(row)} |")
    if ours > 3 * floor or grammar + rules > 150:
        sys.exit("over the limit: 3 times the floor, and 150 ms for loading")


if __name__ == "__main__":
    main()
