"""Measure the search: how long the index takes, how large it is, and what a query costs on a slow machine.

    python bench/search.py [DOCUMENTS] [FOLDER]

Writes an edition of invented documents of some 600 words to FOLDER (a temporary one if none is named): words of the
sample transcripts and made-up rare ones, as often as words are in a language, the same in every run. Then asks the
search page in Chromium, with the processor slowed down four times.
"""

from __future__ import annotations

import functools
import http.server
import random
import re
import resource
import shutil
import sys
import tempfile
import threading
import time
from itertools import accumulate
from pathlib import Path

from playwright.sync_api import sync_playwright

from teiedit.model.edition import Edition
from teiedit.publish import html
from teiedit.publish._search import Index, searched
from teiedit.tools.tei import parse

ROOT = Path(__file__).resolve().parent.parent
RARE = 150_000
PEOPLE = 400
SLOWER = 4
TEI = """<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="letter-{number}" xml:lang="en">
<teiHeader><fileDesc><titleStmt><title type="main">Letter from {sender} to {recipient}, {date}</title></titleStmt>
<publicationStmt><publisher>P</publisher></publicationStmt><sourceDesc><bibl>T.</bibl></sourceDesc></fileDesc><profileDesc><correspDesc>
<correspAction type="sent"><persName>{sender}</persName><date when="{date}"/></correspAction>
<correspAction type="received"><persName>{recipient}</persName></correspAction></correspDesc></profileDesc></teiHeader>
<text><body><div type="letter"><opener><salute>Dear {recipient},</salute></opener>{paragraphs}
<closer><signed>{sender}</signed></closer></div></body></text></TEI>"""


def vocabulary():
    """Words, the most frequent first: those of the transcripts, then made-up ones."""
    texts = " ".join(path.read_text("utf-8") for path in sorted((ROOT / "sources").rglob("*.txt")))
    counts = {}
    for word in re.findall(r"\w+", texts):
        counts[word.lower()] = counts.get(word.lower(), 0) + 1
    real = sorted(counts, key=lambda word: (-counts[word], word))
    return [*real, *(rare(number) for number in range(RARE))]


def rare(number):
    syllables = "ba con de fi gu hal kor lem mi nar os per qui ro sta tur ul ver wen zo".split()
    word = ""
    number += 400
    while number:
        number, rest = divmod(number, len(syllables))
        word += syllables[rest]
    return word


def documents(count):
    chance = random.Random(1)  # the same documents in every run
    words = vocabulary()
    weights = list(accumulate(1 / (rank + 2.7) for rank in range(len(words))))
    people = [f"{rare(n).title()} {rare(n * 7 + 13).title()}" for n in range(PEOPLE)]
    for number in range(count):
        paragraphs = "".join(
            f"<p>{' '.join(chance.choices(words, cum_weights=weights, k=chance.randint(20, 90)))}.</p>"
            for _ in range(11)
        )
        sender, recipient = chance.sample(people, 2)
        date = f"{1780 + number * 60 // count}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
        yield TEI.format(number=number, sender=sender, recipient=recipient, date=date, paragraphs=paragraphs)


def queries():
    """Words of every frequency, alone and together: of the words by rank, and of the first document."""
    words = vocabulary()
    paragraph = re.search("<p>(.*?)</p>", next(documents(1)))[1].split()
    asked = {
        "a rare word": words[40_000],
        "a word of middling frequency": words[2_000],
        "two such words": f"{words[2_000]} {words[1_500]}",
        "the most frequent word": words[0],
        "a phrase": f'"{" ".join(paragraph[3:6])}"',
        "three letters of a word": words[2_000][:3],
        "a frequent word without another": f"{words[300]} -{words[0]}",
        "no such word": "zzzz",
    }
    return {name: query if "letters" in name else f"{query} " for name, query in asked.items()}


def make(count, folder):
    """Make the index and the search page, and say what they cost."""
    search, spent, size = Index(), 0.0, 0
    files = {}
    for tei in documents(count):
        root = parse(tei.encode())
        size += len(tei)
        start = time.process_time()
        found, texts = searched(root)
        search.take(found)
        files |= texts
        spent += time.process_time() - start
    start = time.process_time()
    files |= dict(search.files())
    spent += time.process_time() - start
    print(f"{count} documents, {size / 1e6:.1f} MB of TEI")
    print(f"index: {spent:.1f} s of processor time, {spent / count * 1000:.2f} ms a document")
    print(f"memory of the process, at most: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")
    for part in ("index.js", "words", "documents", "texts"):
        found = [len(content) for name, content in files.items() if name.startswith(f"search/{part}")]
        print(f"{part}: {len(found)} files, {sum(found) / 1e6:.2f} MB, the largest {max(found) / 1000:.1f} KB")
    page = html.volume(iter(()), Edition(id="bench", title="Bench")).files
    for name, content in {**page, **files}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def ask(folder):
    """Ask the page, each time as if for the first time."""
    quiet = type("Quiet", (http.server.SimpleHTTPRequestHandler,), {"log_message": lambda *_: None})
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with sync_playwright() as p:
        browser = p.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        for name, query in queries().items():
            tab = browser.new_context().new_page()
            loaded = []
            tab.on("response", lambda response, loaded=loaded: loaded.append(int(response.headers["content-length"])))
            session = tab.context.new_cdp_session(tab)
            session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
            tab.goto(f"http://127.0.0.1:{server.server_port}/search.html")
            tab.wait_for_selector("form[data-ready]")
            before = sum(loaded)
            took = tab.evaluate(ASK, query)
            print(
                f"{name}: {tab.inner_text('#te-status')[:44]}; {took:.0f} ms, {(sum(loaded) - before) / 1000:.0f} KB"
                f" (the page: {before / 1000:.0f} KB)"
            )
            tab.close()
        browser.close()
    server.shutdown()


# From the key Enter to the first result, or to the words that there is none.
ASK = """query => new Promise(resolve => {
  const form = document.getElementById("te-search");
  const start = performance.now();
  const status = document.getElementById("te-status");
  const done = () => document.querySelector(".found > li") || /^Nothing/.test(status.textContent);
  new MutationObserver(() => { if (done()) resolve(performance.now() - start); })
    .observe(document.getElementById("te-results"), { childList: true, subtree: true, characterData: true });
  form.elements.q.value = query;
  form.requestSubmit();
})"""


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(sys.argv[2] if len(sys.argv) > 2 else temporary)
        make(count, folder)
        ask(folder)


if __name__ == "__main__":
    main()
