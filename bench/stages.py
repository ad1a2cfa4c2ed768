"""What each stage takes for one document, beside the floor below it: python bench/stages.py EDITION [--count 200].

All warm, in one process, in milliseconds of processor time for a document; a floor is what the stage cannot do without,
done on the same documents and by the same library. Prints JSON.
"""

from __future__ import annotations

import argparse
import functools
import json
import re
import tempfile
import time
import zipfile
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from lxml import etree
from pdf import plain

from teiedit.catalogue import read_record
from teiedit.encode import encode
from teiedit.make import all_rules
from teiedit.model.around import AMONG
from teiedit.opening import opened
from teiedit.publish import _house, epub, html, metadata, pdf, text
from teiedit.read.source import read_source
from teiedit.read.transcript import read_transcript
from teiedit.recognise.document import recognise
from teiedit.tools import saxon
from teiedit.tools.resources import resource
from teiedit.tools.tei import parse, serialise
from teiedit.validate import check
from teiedit.validate.fidelity import check_fidelity
from validate import IDENTITY, place

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TypeVar

    from teiedit.model.edition import Edition
    from teiedit.read.folder import File

    Result = TypeVar("Result")

# A pass of the kind that nobody can do without who looks for dates and names.
PASS = re.compile(r"\b\d{1,2}\b|\b(?:1[0-9]|20)\d\d\b|\b[A-ZÄÖÜÉÈ]\w+(?:\s+[A-ZÄÖÜÉÈ]\w+)*|[“”„«»\[\]]|\b\w+\b")
WARM = 5
FORMATS = {"html": html, "pdf": pdf, "epub": epub, "text": text, "metadata": metadata}


class Watch:
    """Adds up what is done, by its name."""

    def __init__(self) -> None:
        self.spent: Counter[str] = Counter()

    def of(self, name: str, function: Callable[[], Result]) -> Result:
        start = time.process_time()
        result = function()
        self.spent[name] += time.process_time() - start
        return result


def one(file: File, edition: Edition, watch: Watch, folder: Path) -> None:
    """Take one document through all stages and floors."""
    source, _ = watch.of("read", lambda: read_source(file.path, file.shown, file.name, strict=False))
    transcript = watch.of("read", lambda: read_transcript(source))
    document = watch.of("recognise", lambda: recognise(transcript, file.id, edition))
    encoded = watch.of("encode", lambda: encode(document, transcript, edition, all_rules()))
    watch.of("fidelity", functools.partial(check_fidelity, encoded.root, transcript))
    watch.of("validate", functools.partial(check, encoded.root, place))
    tei = watch.of("serialise", lambda: serialise(encoded.root))
    watch.of("record", lambda: read_record(tei))
    decoded = tei.decode()
    for name, module in FORMATS.items():
        made = watch.of(name, functools.partial(module.document, decoded, edition, AMONG))
        if name == "epub":
            content = next(iter(made.files.values()))
    floors(file, tei, edition, watch, folder, content)


def floors(file: File, tei: bytes, edition: Edition, watch: Watch, folder: Path, book: bytes) -> None:
    words = watch.of("floor read", file.path.read_bytes).decode()
    watch.of("floor regex", lambda: [match.span() for match in PASS.finditer(words)])
    watch.of("floor lxml", lambda: etree.tostring(parse(tei), encoding="UTF-8"))
    watch.of("floor rng", lambda: _grammar().validate(parse(tei)))
    text_only = tei.decode().split("?>", 1)[1]
    watch.of("floor saxon", lambda: saxon.transform(IDENTITY, text_only))
    house = _house.parameter(edition, edition.language, ())
    params = {**html.settings(edition), "house": house}
    watch.of("floor sheet", lambda: saxon.transform(html.STYLESHEET, text_only, **params))
    watch.of("floor typst", lambda: plain(tei.decode()))
    (folder / "book.epub").write_bytes(book)
    with zipfile.ZipFile(folder / "book.epub") as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    watch.of("floor zip", lambda: _zipped(parts, folder / "again.epub"))
    watch.of("floor write", lambda: (folder / f"{file.id}.xml").write_bytes(tei))


@functools.cache
def _grammar() -> etree.RelaxNG:
    return etree.RelaxNG(etree.parse(resource("schema/teiedit.rng")))


def _zipped(parts: dict[str, bytes], path: Path) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("edition", type=Path)
    parser.add_argument("--count", type=int, default=200)
    given = parser.parse_args()
    edition, files, _ = opened(given.edition)
    watch = Watch()
    with tempfile.TemporaryDirectory() as folder:
        for file in files[:WARM]:
            one(file, edition, Watch(), Path(folder))
        some = files[WARM : WARM + given.count]
        for file in some:
            one(file, edition, watch, Path(folder))
    print(json.dumps({name: 1000 * spent / len(some) for name, spent in watch.spent.items()}))


if __name__ == "__main__":
    main()
