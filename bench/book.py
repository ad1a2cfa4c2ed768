"""How long a book takes, and how much memory: python bench/book.py [--verapdf] [letters ...].

Makes an edition of invented letters of some 600 words (the same in every run), sets it as a book in a process of its
own, and measures the processor time and the most memory of any one process; beside it, one bare run of Typst on the
same words as plain paragraphs. With --verapdf each book is put through veraPDF, for PDF/UA-1 and PDF/A-3a.
"""

from __future__ import annotations

import random
import re
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

import typst

from teiedit.model.edition import Edition
from teiedit.model.volume import Chapter
from teiedit.publish import pdf

if TYPE_CHECKING:
    from collections.abc import Iterator

SYLLABLES = "ba de fi go lu ma ne pi ro su ta ve wi xo za bren tor lin mar sel".split()
PEOPLE, PLACES = 300, 80
FIRST_YEAR, A_YEAR = 1850, 120


def word(chance: random.Random) -> str:
    return "".join(chance.choice(SYLLABLES) for _ in range(chance.randint(1, 4)))


def name(kind: str, number: int) -> str:
    chance = random.Random(f"{kind}{number}")
    return f"{word(chance).title()} {word(chance).title()}" if kind == "p" else word(chance).title()


def paragraph(chance: random.Random, words: int = 110) -> str:
    parts = [word(chance) for _ in range(words)]
    parts[10] = f'<persName ref="#p-{(number := chance.randrange(PEOPLE))}">{name("p", number)}</persName>'
    parts[40] = f'<placeName ref="#pl-{(number := chance.randrange(PLACES))}">{name("pl", number)}</placeName>'
    parts[70] += f'<note place="bottom" n="1"><p>{" ".join(word(chance) for _ in range(12))}.</p></note>'
    return f"<p>{parts[0].capitalize()} {' '.join(parts[1:])}.</p>"


def letter(number: int) -> str:
    chance = random.Random(number)
    sender, addressee = chance.sample(range(PEOPLE), 2)
    day = f"{FIRST_YEAR + number // A_YEAR}-{1 + number % A_YEAR // 10:02d}-{1 + number % 10:02d}"
    body = "".join(paragraph(chance) for _ in range(5))
    ids = sorted({part.split('"')[0] for part in body.split('ref="#')[1:]} | {f"p-{sender}", f"p-{addressee}"})
    records = "".join(
        f'<place xml:id="{i}"><placeName>{name("pl", int(i[3:]))}</placeName></place>'
        if i.startswith("pl-")
        else f'<person xml:id="{i}"><persName>{name("p", int(i[2:]))}</persName></person>'
        for i in ids
    )
    title = escape(f"Letter from {name('p', sender)} to {name('p', addressee)}")
    return (
        f'<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="letter-{number}" xml:lang="en"><teiHeader><fileDesc>'
        f'<titleStmt><title type="main">{title}</title></titleStmt><publicationStmt><publisher>Bench</publisher>'
        f"</publicationStmt><sourceDesc><p>Invented.</p></sourceDesc></fileDesc><profileDesc><correspDesc>"
        f'<correspAction type="sent"><persName ref="#p-{sender}"/><date when="{day}"/></correspAction>'
        f'<correspAction type="received"><persName ref="#p-{addressee}"/></correspAction></correspDesc></profileDesc>'
        f'</teiHeader><standOff><listPerson>{records}</listPerson></standOff><text><body><div type="letter">'
        f"<opener><salute>Dear friend,</salute></opener>{body}<closer><signed>{name('p', sender)}</signed></closer>"
        f"</div></body></text></TEI>"
    )


def letters(count: int) -> Iterator[str]:
    return (letter(number) for number in range(count))


def book(count: int, out: Path) -> None:
    years = [
        tuple(f"letter-{n}" for n in range(first, min(first + A_YEAR, count))) for first in range(0, count, A_YEAR)
    ]
    chapters = [Chapter(str(FIRST_YEAR + place), names) for place, names in enumerate(years)]
    output = pdf.volume(letters(count), Edition(id="bench", title="A bench of letters", date="2026"), chapters)
    assert not output.diagnostics, output.diagnostics
    out.write_bytes(output.files["pdf/bench.pdf"])


def bare(count: int, out: Path) -> None:
    texts = [re.sub("<[^>]+>", " ", tei[tei.index("<body>") :]) for tei in letters(count)]
    source = '#set text(lang: "en")\n#set par(justify: true)\n#set document(title: "Bench")\n= Bench\n'
    source += "\n\n#pagebreak()\n\n".join(texts)
    out.write_bytes(typst.Compiler(source.encode()).compile(format="pdf", pdf_standards=["ua-1", "a-3a"]))


def checked(out: Path) -> str:
    """What veraPDF says of a book, by flavour; see tests/pdfs.py for what that needs."""
    sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))
    from pdfs import verapdf  # noqa: PLC0415 - lies among the tests

    start = time.perf_counter()
    found = verapdf([out])
    said = "; ".join(f"{name.split()[-1]}: {', '.join(faults) or 'passed'}" for name, faults in found.items())
    return f"veraPDF: {said} ({time.perf_counter() - start:.0f} s)"


def main(*counts: str) -> None:
    if counts and counts[0] in ("book", "bare"):
        {"book": book, "bare": bare}[counts[0]](int(counts[1]), Path(counts[2]))
        own, others = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
        print(own.ru_utime + own.ru_stime + others.ru_utime + others.ru_stime, own.ru_maxrss, others.ru_maxrss)
        return
    check = "--verapdf" in counts
    counts = tuple(count for count in counts if count != "--verapdf")
    print("| letters | what | processor time | by the clock | most memory of a process | file |")
    print("| --- | --- | --- | --- | --- | --- |")
    with tempfile.TemporaryDirectory() as folder:
        for count in counts or ("500",):
            for what in ("book", "bare"):
                out = Path(folder) / f"{what}.pdf"
                start = time.perf_counter()
                command = [sys.executable, __file__, what, count, str(out)]
                said = subprocess.run(command, capture_output=True, text=True, check=False)
                clock = time.perf_counter() - start
                if said.returncode:
                    print(f"| {count} | {what} | failed: {said.stderr.strip().splitlines()[-1:]} |")
                    continue
                seconds, own, others = (float(number) for number in said.stdout.split())
                memory = f"{own / 1024:,.0f} MB, {others / 1024:,.0f} MB" if others else f"{own / 1024:,.0f} MB"
                size = out.stat().st_size / 1e6
                print(f"| {count} | {what} | {seconds:.1f} s | {clock:.1f} s | {memory} | {size:.1f} MB |", flush=True)
                if check and what == "book":
                    print(checked(out), flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
