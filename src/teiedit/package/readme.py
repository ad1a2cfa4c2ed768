"""README.txt: the package in plain words, for whoever opens it when no program of today runs any more."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from teiedit.package.bag import PAYLOAD, size_in_words
from teiedit.package.crate import FOLDERS
from teiedit.package.formats import format_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from teiedit.model.edition import Edition
    from teiedit.package.release import Release
    from teiedit.package.sinks import Written

NAME = "README.txt"
_WIDTH = 76


def readme(edition: Edition, release: Release, files: Sequence[Written], documents: int, *, changes: bool) -> bytes:
    """Return README.txt.

    Args:
        edition: its settings.
        release: which it is.
        files: what else is in the payload.
        documents: how many transcripts there are.
        changes: whether there is a list of changes.
    """
    names = [file.name.removeprefix(PAYLOAD) for file in files]
    parts = [
        _head(edition, release),
        _what(edition, files, documents),
        *_folders(names, changes=changes),
        *_formats(names),
        *_reading(names),
        _whole(),
        _terms(edition),
    ]
    return ("\n\n".join(parts) + "\n").encode()


def _head(edition: Edition, release: Release) -> str:
    title = f"{edition.title}: {edition.subtitle}" if edition.subtitle else edition.title
    lines = [
        *textwrap.wrap(title, _WIDTH),
        f"Release {release.name}" if release.name == release.date else f"Release {release.name}, {release.date}",
        *([f"Edited by {', '.join(edition.editors)}"] if edition.editors else []),
        *([f"Transcribed by {edition.transcriber}"] if edition.transcriber else []),
        *([f"Published by {edition.publisher}"] if edition.publisher else []),
        *([f"Published at {edition.base_url}"] if edition.base_url else []),
        *([f"Letters to {edition.contact}"] if edition.contact else []),
    ]
    return "\n".join([*lines, "", "=" * _WIDTH])


def _what(edition: Edition, files: Sequence[Written], documents: int) -> str:
    number = "1 document" if documents == 1 else f"{documents:,} documents"
    size = size_in_words(sum(file.size for file in files))
    words = (
        f"This is an edition of historical documents, kept for the long term: {number}, in {len(files):,} files "
        f"({size}). It holds what the editors typed, what was made of it for readers, and descriptions of both."
    )
    return "\n\n".join(
        ["WHAT THIS IS", _filled(words), *([_filled(edition.description)] if edition.description else [])]
    )


def _folders(names: Iterable[str], *, changes: bool) -> Iterator[str]:
    known = {folder for folder in FOLDERS if any(name.startswith(folder) for name in names)}
    rows = [(folder, words) for folder, words in FOLDERS.items() if folder in known]
    if changes:
        rows.append(("CHANGES.md", "what has changed since the release before, document by document"))
        rows.append(("changes.json", "the same, for programs"))
    rows.append(("ro-crate-preview.html", "this package at a glance, as a web page"))
    rows.append(("ro-crate-metadata.json", "every file with its format, size and SHA-256, for programs (RO-Crate)"))
    lines = [f"{name}\n{textwrap.indent(_filled(words, _WIDTH - 4), '    ')}" for name, words in rows]
    yield "WHERE TO FIND WHAT"
    yield "\n".join(lines)


def _formats(names: Iterable[str]) -> Iterator[str]:
    found = {}
    for name in names:
        kind = format_of(name)
        suffix = name.rpartition("/")[2].rpartition(".")[2].lower()
        found[suffix, kind.media] = f"{suffix:<12}{kind.media:<40}{kind.puid}".rstrip()
    yield "WHAT THE FILES ARE"
    yield _filled(
        "The ending of a file's name, its media type, and its identifier in the PRONOM registry where it has one:"
    )
    yield "\n".join(found[key] for key in sorted(found))


_PLAIN = """HOW TO READ IT WITHOUT ANY PROGRAM

Nearly every file here is text, in letters of the Unicode standard, most of
it written as UTF-8. Anything that can show text can show it.

The files in sources/ that end in .txt are the transcripts: one document
each, as it was typed from the original."""

_MARKED = """The files in output/tei/ say more. They are XML: text, with names in angle
brackets around it. <p> begins a paragraph and </p> ends it; <persName> is
the name of a person, <placeName> of a place, <date when="1923-09-14"> is a
date and what day is meant; <opener> and <closer> hold what stands above and
below a letter. What comes before <text> describes the document: who wrote
to whom, when, where the original is kept, and who made the transcript. The
vocabulary is that of the Text Encoding Initiative (TEI P5); what is used of
it is explained in output/schema/teiedit.odd.

resp="#teiedit" means that a program has inferred something; cert says how
sure it was, and the <certainty> that points to it says why. resp="#editor"
means that a person has decided."""

_REGISTERS = """The files in sources/ that end in .csv are registers: tables of people,
places and organisations, one row each, the names of the columns in the
first row. In the TEI, ref="#p-..." points to a person of them, "#pl-..." to
a place, "#o-..." to an organisation."""

_PAGES = """The files that end in .html are web pages; they need no server and no
network. Open output/index.html."""


def _reading(names: Sequence[str]) -> Iterator[str]:
    """Give how to read the files that there are."""
    yield _PLAIN
    if any(name.startswith("output/tei/") for name in names):
        yield _MARKED
    if any(name.startswith("sources/") and name.lower().endswith(".csv") for name in names):
        yield _REGISTERS
    if "output/index.html" in names:
        yield _PAGES


def _whole() -> str:
    words = (
        "The folder above this one holds manifest-sha256.txt and manifest-sha512.txt: a sum for every file here, by "
        "two methods. Compute the sum of a file by the same method; if it is the same, not a bit of the file has "
        "changed. The form of the package is BagIt 1.0 (RFC 8493), so that programs for archives can do it at once. "
        "Each TEI file names the SHA-256 of the transcript that it was made of."
    )
    return f"HOW TO KNOW THAT NOTHING WAS LOST\n\n{_filled(words)}"


def _terms(edition: Edition) -> str:
    lines = []
    for what, licence in (("The edition", edition.licence), ("The transcripts", edition.transcript_licence)):
        if licence:
            lines.append(f"{what}: {licence.name}{f' ({licence.url})' if licence.url else ''}")
    lines = lines or ["No licence is stated. Ask the publisher before any use."]
    return "TERMS OF USE\n\n" + "\n".join(lines)


def _filled(words: str, width: int = _WIDTH) -> str:
    return textwrap.fill(" ".join(words.split()), width, break_long_words=False, break_on_hyphens=False)
