"""What a PDF costs, beside what it cannot do without and beside WeasyPrint: python bench/pdf.py [--book 500].

In one run and on the same invented letters (those of bench/book.py), warm: a letter's PDF, the share of it that is
Typst's compiling, a bare run of Typst on the same words, and WeasyPrint twice: on the letter's page as the site has
it, and on its text alone with a style of five lines. Then the documents of an edition on one core and on all.
With --book: the letters as one book, each maker in a process of its own; WeasyPrint is given their texts as one page,
without contents, places of notes and indexes, once without and once with tags. WeasyPrint may be absent (pip install
weasyprint); that is said.
"""

from __future__ import annotations

import argparse
import functools
import importlib.util
import os
import re
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pikepdf
import typst
from book import bare, letter, letters
from book import book as ours

from teiedit.model.around import ALONE
from teiedit.model.edition import Edition
from teiedit.publish import _pdf_typst, epub, html, pdf, text
from teiedit.tools import workers

if TYPE_CHECKING:
    from collections.abc import Callable

EDITION = Edition(id="bench", title="A bench of letters", date="2026")
FORMATS = {"html": html, "pdf": pdf, "epub": epub, "text": text}
STYLE = """@page { size: A4; margin: 25mm; @bottom-center { content: counter(page); } }
html { font: 11pt/1.4 "Libertinus Serif", "Liberation Serif", serif; hyphens: auto; }
p { text-align: justify; margin: 0; }
p + p { text-indent: 1em; }
article { break-before: page; }
h1 { font-size: 16pt; bookmark-level: 1; }"""
# What this bench holds the program to.
COMPILING, PAGE, PLAIN, BOOK, MEMORY = 1.3, 8, 4, 3, 800
DOCUMENTS = 500
NAMES = {
    "letter": "its PDF",
    "compiling": "of which Typst's compiling",
    "plain": "bare Typst on the same words",
    "page": "WeasyPrint on its page",
    "text": "WeasyPrint on its text alone",
}


def timed(function: Callable[[], object]) -> float:
    start = time.perf_counter()
    function()
    return time.perf_counter() - start


def whole(tei: str) -> str:
    """A document's page with its styles, those for paper too."""
    (page,) = html.document(tei, EDITION, ALONE).files.values()
    return page.decode()


def article(tei: str) -> str:
    """The reading text of a document's page, without its views and without what is known about it."""
    found = re.search(r"<article.*?</article>", whole(tei), re.DOTALL)
    assert found
    return found[0]


def page(articles: str) -> str:
    return f'<!DOCTYPE html><html lang="en"><title>Letters</title><style>{STYLE}</style>{articles}</html>'


def weasyprints(source: str, variant: str | None = None) -> bytes:
    from weasyprint import HTML  # noqa: PLC0415 - it may be absent

    return HTML(string=source).write_pdf(pdf_variant=variant)


def plain(tei: str) -> bytes:
    """Typst on the words alone."""
    words = re.sub("<[^>]+>", " ", tei[tei.index("<body>") :])
    source = f'#set text(lang: "en")\n#set par(justify: true)\n#set document(title: "Bench")\n{words}'
    return typst.Compiler(source.encode()).compile(format="pdf", pdf_standards=list(_pdf_typst.STANDARDS))


def one_letter(rounds: int, beside: bool) -> dict[str, float]:
    """The median of each, in milliseconds; they take turns, and each round has a letter that none has seen."""
    times: dict[str, list[float]] = {"letter": [], "compiling": [], "plain": [], "page": [], "text": []}
    compiled = _pdf_typst._compiled

    def watched(template: str, inputs: dict[str, str]) -> bytes:
        start = time.perf_counter()
        made = compiled(template, inputs)
        times["compiling"].append(time.perf_counter() - start)
        return made

    _pdf_typst._compiled = watched
    for number in range(rounds + 3):
        tei = letter(number)
        times["letter"].append(timed(functools.partial(pdf.document, tei, EDITION)))
        times["plain"].append(timed(functools.partial(plain, tei)))
        if beside:
            times["page"].append(timed(functools.partial(weasyprints, whole(tei))))
            times["text"].append(timed(functools.partial(weasyprints, page(article(tei)))))
    _pdf_typst._compiled = compiled
    # the first three warm what is kept from one document to the next
    return {what: 1000 * sorted(found[3:])[rounds // 2] for what, found in times.items() if found}


def every(tei: str) -> None:
    for module in FORMATS.values():
        module.document(tei, EDITION)


def documents(jobs: int) -> float:
    """How long all formats of many documents take, in seconds: in a process of its own, since it is forked."""
    command = [sys.executable, __file__, "--jobs", str(jobs)]
    return float(subprocess.run(command, capture_output=True, text=True, check=True).stdout)


def theirs(count: int, out: Path, variant: str | None = None) -> None:
    out.write_bytes(weasyprints(page("".join(article(tei) for tei in letters(count))), variant))


def tagged(count: int, out: Path) -> None:
    theirs(count, out, "pdf/ua-1")


MAKERS = {"teiedit": ours, "bare Typst": bare, "WeasyPrint": theirs, "WeasyPrint, with tags": tagged}


def made(maker: str, count: int) -> tuple[float, float, int]:
    """Make a book in a process of its own: seconds of all processors, most megabytes of one process, pages."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "book.pdf"
        command = [sys.executable, __file__, "--maker", maker, "--book", str(count), "--out", str(out)]
        seconds, memory = subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()
        with pikepdf.open(out) as opened:
            return float(seconds), float(memory), len(opened.pages)


def used() -> tuple[float, float]:
    each = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in each), max(one.ru_maxrss for one in each) / 1024


def books(count: int, beside: bool) -> list[str]:
    """Print a table, and return which limits were passed."""
    print(
        f"\n| a book of {count:,} letters | processor time | most memory of a process | pages |\n| --- "
        + "| --- " * 3
        + "|"
    )
    found = {}
    for maker in MAKERS if beside else list(MAKERS)[:2]:
        found[maker] = seconds, memory, pages = made(maker, count)
        print(f"| {maker} | {seconds:.1f} s | {memory:,.0f} MB | {pages:,} |", flush=True)
    over = [f"{MEMORY} MB for the book"] if found["teiedit"][1] > MEMORY else []
    if beside and found["WeasyPrint"][0] < BOOK * found["teiedit"][0]:
        over.append(f"{BOOK} times as fast as WeasyPrint for the book")
    return over


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--book", type=int, default=0, help="how many letters to make into a book")
    parser.add_argument("--rounds", type=int, default=40)
    parser.add_argument("--jobs", type=int, help=argparse.SUPPRESS)
    parser.add_argument("--maker", help=argparse.SUPPRESS)
    parser.add_argument("--out", type=Path, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.maker:
        MAKERS[given.maker](given.book, given.out)
        print(*used())
        return
    if given.jobs:
        print(timed(lambda: list(workers.each(every, list(letters(DOCUMENTS)), given.jobs))))
        return
    beside = importlib.util.find_spec("weasyprint") is not None
    if not beside:
        print("WeasyPrint is not here, and nothing is compared with it; install it with: pip install weasyprint\n")
    took = one_letter(given.rounds, beside)
    print("| a letter of some 600 words, warm | time | times the letter's PDF |\n| --- | --- | --- |")
    for what, milliseconds in took.items():
        print(f"| {NAMES[what]} | {milliseconds:.1f} ms | {milliseconds / took['letter']:.2f} |")
    count = 500
    print(
        f"\n| {count} documents as HTML, PDF, EPUB and text | by the clock | documents a second |\n| --- | --- | --- |"
    )
    for jobs in sorted({1, os.cpu_count() or 1}):
        seconds = documents(jobs)
        print(f"| on {jobs} core{'s' if jobs > 1 else ''} | {seconds:.1f} s | {DOCUMENTS / seconds:.0f} |", flush=True)
    over = books(given.book, beside) if given.book else []
    if took["letter"] > COMPILING * took["compiling"]:
        over.append(f"{COMPILING} times Typst's compiling for a letter")
    for what, times in (("page", PAGE), ("text", PLAIN)):
        if beside and took[what] < times * took["letter"]:
            over.append(f"{times} times as fast as {NAMES[what]}")
    if over:
        sys.exit(f"over the limit: {'; '.join(over)}")


if __name__ == "__main__":
    main()
