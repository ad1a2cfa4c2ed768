"""What an OAI-PMH server of 300,000 records costs: a page at the beginning, in the middle and at the end of a list.

    python bench/oai.py [RECORDS]
    python bench/oai.py [RECORDS] --harvesters    what sickle and oaipmh-scythe bring home, and whether it is all

The catalogue is made of invented records, the same in every run, by the code that makes it in a build. They come from
fifty builds: each brought new documents and changed some old ones; one in a hundred documents is withdrawn. The times
of pages are processor time of the provider alone, without HTTP; those of a whole harvest are a client's.
"""

from __future__ import annotations

import contextlib
import http.client
import json
import os
import random
import re
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from oaipmh_scythe import Scythe
from sickle import Sickle

from teiedit.catalogue.ledger import digest
from teiedit.catalogue.reader import Catalogue
from teiedit.catalogue.store import NAME, Store
from teiedit.model.ledger import Entry, Stamp
from teiedit.serve import oai

if TYPE_CHECKING:
    from collections.abc import Iterator

BUILDS = [f"20{20 + n // 12}-{n % 12 + 1:02}-15T08:00:00Z" for n in range(50)]
NOW = "2026-01-15T08:00:00Z"
ABOUT = {
    "title": "Bench",
    "contact": "bench@example.org",
    "oai": "https://example.org/oai",
    "repository": "example.org",
}
DC = (
    '<oai_dc:dc xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/" xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
    'xsi:schemaLocation="http://www.openarchives.org/OAI/2.0/oai_dc/ http://www.openarchives.org/OAI/2.0/oai_dc.xsd">'
    "<dc:title>{title}</dc:title><dc:creator>{sender}</dc:creator><dc:contributor>{recipient}</dc:contributor>"
    "<dc:date>{year}-05-01</dc:date><dc:type>letter</dc:type><dc:type>Text</dc:type><dc:format>text/html</dc:format>"
    "<dc:identifier>https://example.org/documents/{name}.html</dc:identifier><dc:language>en</dc:language>"
    "<dc:description>{words}</dc:description><dc:publisher>Bench</dc:publisher><dc:rights>CC BY 4.0</dc:rights>"
    "</oai_dc:dc>\n"
)


def make(path: Path, number: int) -> None:
    """Make the catalogue."""
    chance = random.Random(417)
    words = [f"{a}{b}{c}" for a in "bcdfghklm" for b in "aeiou" for c in ("n", "rt", "lle", "sk", "ving")]
    people = [(f"p-{word}-{n}", f"{word.title()}, Ada {n}") for n in range(40) for word in words[::4]]
    ledger: dict[str, Entry] = {}
    records: dict[str, tuple[bytes, bytes]] = {}
    for n in range(number):
        name = f"letter-{n:06}"
        born = n * len(BUILDS) // number
        changed = BUILDS[chance.randrange(born, len(BUILDS)) if chance.random() < 0.05 else born]
        sender, recipient = chance.sample(people, 2)
        title, text = " ".join(chance.choices(words, k=6)), " ".join(chance.choices(words, k=30))
        year = str(1850 + n % 80)
        content = DC.format(
            title=title, sender=sender[1], recipient=recipient[1], year=year, name=name, words=text
        ).encode()
        ledger[name] = Entry(BUILDS[born], "", (), {"oai_dc": Stamp(digest(content), changed)})
        facts = {
            "id": name,
            "title": title,
            "kind": ("letter", "telegram", "memorandum")[n % 3],
            "kindLabel": "Letter",
            "year": year,
            "senders": [{"name": sender[1], "ref": sender[0]}],
            "recipients": [{"name": recipient[1], "ref": recipient[0]}],
            "source": {"collection": f"Box {n % 20}"},
        }
        if n % 100 != 57:
            records[name] = (json.dumps(facts).encode(), content)
    store = Store(path, ledger, None)
    for name, (known, content) in records.items():
        store.add(name, known, {"oai_dc": content})
    store.finish(NOW, (), ABOUT)


def measure(path: Path) -> None:
    """Print the time of a page, by what was asked."""
    catalogue = Catalogue(path)
    repository = oai.named(catalogue.meta, b"k" * 32, lambda _: None, lambda: datetime.now(UTC))
    asked = {
        "all": "",
        "a set of a third": "&set=genre:letter",
        "a set of one in eighty": "&set=year:1901",
        "the last build": f"&from={NOW}",
        "one month, clustered": "&from=2023-06-01&until=2023-06-30",
        "the last year": "&from=2024-02-01",
        "up to the second year": "&until=2021-12-31",
        "a set of a third, the last build but one": f"&set=genre:letter&from={BUILDS[-1]}&until={BUILDS[-1]}",
        "a set of one in eighty, one month": "&set=year:1901&from=2023-06-01&until=2023-06-30",
        "a correspondent, the last year": "&set=correspondent:p-ban-1&from=2024-02-01",
    }
    print("| what | records | size known | first page | resumed page, median | resumed page, slowest |")
    print("| --- | --- | --- | --- | --- | --- |")
    for words, arguments in asked.items():
        for verb in ("ListRecords",) if words != "all" else ("ListRecords", "ListIdentifiers"):
            query = f"verb={verb}&metadataPrefix=oai_dc{arguments}"
            first = min(_timed(query, catalogue, repository)[0] for _ in range(5))
            times, count, size, pages = [], 0, "no", 0
            while query and pages < 400:
                taken, content = _timed(query, catalogue, repository)
                if pages:
                    times.append(taken)
                pages += 1
                count += content.count("<header")
                token = re.search(r"<resumptionToken([^>]*)>([^<]*)", content)
                if token and (known := re.search(r'completeListSize="(\d+)"', token[1])):
                    size = f"{int(known[1]):,}"
                elif not token:
                    size = "–"
                query = f"verb={verb}&resumptionToken={quote(token[2])}" if token and token[2] else ""
            rest = (statistics.median(times), max(times)) if times else None
            shown = [f"{t * 1000:.1f} ms" for t in rest] if rest else ["–", "–"]
            seen = f"{count:,}" if not query else f"{count:,} of more"
            print(f"| {words}, {verb} | {seen} | {size} | {first * 1000:.1f} ms | {shown[0]} | {shown[1]} |")
    for query in ("verb=Identify", "verb=ListSets", f"verb=GetRecord&metadataPrefix=oai_dc&identifier={_ONE}"):
        taken = min(_timed(query, catalogue, repository)[0] for _ in range(5))
        print(f"| {query[5:].partition('&')[0]} | – | – | {taken * 1000:.1f} ms | – | – |")


_ONE = "oai:example.org:letter-150000"


def _timed(query: str, catalogue: Catalogue, repository: oai.Repository) -> tuple[float, str]:
    start = time.process_time()
    made = oai.answer(query.encode(), catalogue, repository)
    taken = time.process_time() - start
    return taken, made.content.decode()


@contextlib.contextmanager
def served(folder: Path) -> Iterator[tuple[int, int]]:
    """Serve an output; give the port and the process."""
    (folder / ".teiedit").touch()
    command = ["-m", "teiedit.cli", "serve", str(folder), "--port", "0", "--no-access-log"]
    command = ["-c", "from teiedit.cli import main; main()", *command[2:], "--key-file", str(folder.parent / "key")]
    environment = {**os.environ, "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen([sys.executable, *command], stdout=subprocess.PIPE, text=True, env=environment) as server:
        said = [server.stdout.readline() for _ in range(3)]
        yield int(re.search(r":(\d+)/oai", said[2])[1]), server.pid
        server.terminate()


def harvest(folder: Path) -> None:
    """Print what a whole harvest costs, over HTTP."""
    with served(folder) as (port, process):
        client = http.client.HTTPConnection("127.0.0.1", port)
        query, pages, count, times, memory = "verb=ListRecords&metadataPrefix=oai_dc", 0, 0, [], {}
        while query:
            start = time.perf_counter()
            client.request("GET", f"/oai?{query}")
            content = client.getresponse().read().decode()
            times.append(time.perf_counter() - start)
            pages += 1
            count += content.count("<header")
            memory[pages] = _memory(process)
            token = re.search(r"<resumptionToken[^>]*>([^<]*)", content)
            query = f"verb=ListRecords&resumptionToken={quote(token[1])}" if token and token[1] else ""
    a_page = statistics.median(times) * 1000
    print(f"\n{count:,} records in {pages:,} pages and {sum(times):.0f} s; a page over HTTP {a_page:.1f} ms")
    said = [f"{memory[page]:.0f} MB after page {page:,}" for page in (1, min(100, pages), pages)]
    print(f"memory of the server: {', '.join(said)}")


def harvesters(folder: Path) -> None:
    """Harvest by two programs that others wrote, and say whether they bring home exactly the catalogue."""
    with contextlib.closing(Catalogue(folder / NAME)) as catalogue:
        rows = catalogue.base.execute("SELECT id, changed, deleted FROM record").fetchall()
        held = {f"oai:example.org:{name}": (changed, bool(deleted)) for name, changed, deleted in rows}
        titles = {f"oai:example.org:{item.id}": item.facts["title"] for item in catalogue.items()}
    print("| harvester | request | records | of them deleted | time | is the catalogue |")
    print("| --- | --- | --- | --- | --- | --- |")
    with served(folder) as (port, process):
        for name, ask in (("sickle", _by_sickle), ("oaipmh-scythe", _by_scythe)):
            for verb in ("ListRecords", "ListIdentifiers"):
                start = time.perf_counter()
                found: dict[str, tuple[str, bool]] = {}
                right = True
                for header, title in ask(f"http://127.0.0.1:{port}/oai", verb):
                    right &= header.identifier not in found
                    found[header.identifier] = header.datestamp, header.deleted
                    right &= title is None or title == titles[header.identifier]
                taken = time.perf_counter() - start
                gone = sum(deleted for _, deleted in found.values())
                said = "yes" if right and found == held else "NO"
                print(f"| {name} | {verb} | {len(found):,} | {gone:,} | {taken:.0f} s | {said} |")
        print(f"\nmemory of the server: {_memory(process):.0f} MB")


def _by_sickle(url: str, verb: str) -> Iterator[tuple[Any, str | None]]:
    """Give each header, and the title if there is a record with it."""
    sickle = Sickle(url)
    if verb == "ListIdentifiers":
        yield from ((header, None) for header in sickle.ListIdentifiers(metadataPrefix="oai_dc"))
        return
    for record in sickle.ListRecords(metadataPrefix="oai_dc"):
        yield record.header, None if record.deleted else record.metadata["title"][0]


def _by_scythe(url: str, verb: str) -> Iterator[tuple[Any, str | None]]:
    """The same by another program."""
    with Scythe(url) as scythe:
        if verb == "ListIdentifiers":
            yield from ((header, None) for header in scythe.list_identifiers(metadata_prefix="oai_dc"))
            return
        for record in scythe.list_records(metadata_prefix="oai_dc"):
            yield record.header, None if record.deleted else record.metadata["title"][0]


def _memory(process: int) -> float:
    status = Path(f"/proc/{process}/status").read_text()
    return int(re.search(r"VmRSS:\s+(\d+)", status)[1]) / 1024


def main() -> None:
    """Make, measure, harvest."""
    numbers = [argument for argument in sys.argv[1:] if argument.isdigit()]
    compared = "--harvesters" in sys.argv
    number = int(numbers[0]) if numbers else 50_000 if compared else 300_000
    with tempfile.TemporaryDirectory() as spool:
        folder = Path(spool) / "output"
        (folder / "metadata").mkdir(parents=True)
        start = time.perf_counter()
        make(folder / NAME, number)
        size = (folder / NAME).stat().st_size / 1e6
        print(f"{number:,} records, made in {time.perf_counter() - start:.0f} s, {size:.0f} MB\n")
        if compared:
            harvesters(folder)
            return
        measure(folder / NAME)
        harvest(folder)


if __name__ == "__main__":
    main()
