"""Make one EPUB of many invented letters, and the same book by pandoc: time and memory of each.

    python bench/epub.py [500 5000] [--pandoc]

The letters are the same in every run. pandoc is given one HTML page a letter, as plain as can be: it knows nothing of
what ours has beside the text (indexes, notes, languages, pages), so that it has less to do.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from teiedit.model.edition import Edition, Licence
from teiedit.publish import epub

if TYPE_CHECKING:
    from collections.abc import Iterator

EDITION = Edition(
    id="bench",
    title="Letters for measuring",
    publisher="Nobody",
    date="2026",
    licence=Licence("CC0", "https://creativecommons.org/publicdomain/zero/1.0/"),
)
TEI = """<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="letter-{n}" xml:lang="en"><teiHeader><fileDesc><titleStmt>
<title type="main">{title}</title></titleStmt><publicationStmt><publisher>Nobody</publisher></publicationStmt>
<sourceDesc><bibl>Box {box}.</bibl></sourceDesc></fileDesc><profileDesc><correspDesc><correspAction type="sent">
<persName ref="#{a}">{sender}</persName><date when="{date}"/></correspAction><correspAction type="received">
<persName ref="#{b}">{recipient}</persName></correspAction>{context}</correspDesc></profileDesc></teiHeader>
<standOff><listPerson><person xml:id="{a}"><persName>{sender}</persName></person>
<person xml:id="{b}"><persName>{recipient}</persName></person></listPerson></standOff>
<text><body><div type="letter"><opener><dateline>{date}</dateline>
<salute>Dear <persName ref="#{b}">{recipient}</persName>,</salute></opener>{paragraphs}<closer><salute>Yours,</salute>
<signed><persName ref="#{a}">{sender}</persName></signed></closer></div></body></text></TEI>"""


def words(chance: random.Random, count: int) -> list[str]:
    """Words that nobody has written."""
    starts, ends = "b d f g k l m n p r s t v w st tr pl gr".split(), "n l r s t nd st m ck".split()
    return [
        "".join(chance.choice(starts) + chance.choice("aeiou") for _ in range(chance.randint(1, 3)))
        + chance.choice(ends)
        for _ in range(count)
    ]


def letters(count: int) -> Iterator[dict[str, str]]:
    """Letters of some 600 words, over fifty years, between eighty people."""
    chance = random.Random(417)
    vocabulary = words(chance, 20_000)
    people = [" ".join(word.title() for word in words(chance, 2)) for _ in range(80)]
    for n in range(count):
        a, b = chance.sample(range(len(people)), 2)
        date = f"{1900 + n * 50 // count}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
        texts = [" ".join(chance.choices(vocabulary, k=100)).capitalize() + "." for _ in range(6)]
        context = (
            f'<correspContext><ref type="prev" target="letter-{n - 1}.xml">Before</ref></correspContext>' if n else ""
        )
        yield {
            "n": str(n),
            "title": f"{people[a]} to {people[b]}, {date}",
            "box": str(n // 100),
            "a": f"p-{a}",
            "b": f"p-{b}",
            "sender": people[a],
            "recipient": people[b],
            "date": date,
            "context": context,
            "paragraphs": "".join(f"<p>{escape(text)}<note>{text[:60]}</note></p>" for text in texts),
        }


def ours(count: int) -> dict[str, float]:
    """Make the book in this process."""
    start, begun = time.perf_counter(), time.process_time()
    (book,) = epub.volume((TEI.format(**one) for one in letters(count)), EDITION).files.values()
    return {
        "seconds": time.perf_counter() - start,
        "processor": time.process_time() - begun,
        "MiB": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        "size": len(book) / 2**20,
    }


def pandocs(count: int) -> dict[str, float]:
    """Make the book of plain pages by pandoc."""
    with tempfile.TemporaryDirectory() as folder:
        paths = []
        for one in letters(count):
            path = Path(folder) / f"{int(one['n']):05}.html"
            text = one["paragraphs"].replace("<note>", " (").replace("</note>", ")")
            path.write_text(
                f"<h1>{one['title']}</h1><p>Dear {one['recipient']},</p>{text}<p>{one['sender']}</p>", "utf-8"
            )
            paths.append(str(path))
        out = Path(folder) / "book.epub"
        start = time.perf_counter()
        arguments = ["pandoc", "-f", "html", "-t", "epub3", "--toc", "--metadata", "title=Letters", "-o", str(out)]
        subprocess.run([*arguments, *paths], check=True)
        used = resource.getrusage(resource.RUSAGE_CHILDREN)
        return {
            "seconds": time.perf_counter() - start,
            "processor": used.ru_utime + used.ru_stime,
            "MiB": used.ru_maxrss / 1024,
            "size": out.stat().st_size / 2**20,
        }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("counts", nargs="*", type=int, default=[500, 5000])
    parser.add_argument("--pandoc", action="store_true", help="beside it, where it is installed")
    parser.add_argument("--one", choices=["ours", "pandocs"], help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.one:
        print(json.dumps({"ours": ours, "pandocs": pandocs}[given.one](given.counts[0])))
        return
    beside = given.pandoc and shutil.which("pandoc")
    if given.pandoc and not beside:
        print("pandoc is not here, and nothing is compared with it; install it with: apt-get install pandoc")
    makers = ["ours", "pandocs"] if beside else ["ours"]
    for count in given.counts:
        processor = {}
        for maker in makers:  # each in a process of its own, whose memory is its own
            run = [sys.executable, __file__, str(count), "--one", maker]
            figures = json.loads(subprocess.run(run, check=True, capture_output=True, text=True).stdout)
            processor[maker] = figures["processor"]
            shown = ", ".join(f"{value:,.1f} {name}" for name, value in figures.items())
            print(f"{count:,} letters, {maker}: {shown}", flush=True)
        if beside and processor["ours"] > processor["pandocs"] / 2:
            sys.exit("over the limit: half of pandoc's processor time")


if __name__ == "__main__":
    main()
