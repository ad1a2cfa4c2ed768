"""What an archive is told of each document: read from its TEI, with the sum of the transcript it was made of."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lxml import etree

from teiedit.model.diagnostic import Diagnostic, Severity
from teiedit.model.position import Place
from teiedit.package.facts import words_of
from teiedit.package.sinks import chunks_of
from teiedit.tools.tei import NS, XML_LANG, parse

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from teiedit.read.folder import File

# So many documents are named one by one.
_TOLD = 20


@dataclass(frozen=True, slots=True)
class Published:
    """One document as its header describes it.

    Attributes:
        title: its title.
        language: BCP 47 tag, or "".
        authors: its authors, each with the element that names it: "persName" or "orgName".
        transcript: the SHA-256 of its transcript, or "".
    """

    title: str
    language: str
    authors: tuple[tuple[str, str], ...]
    transcript: str


def read_published(path: Path) -> Published | None:
    """Return what the header of a TEI file says, or None where the file is not there or is no XML."""
    try:
        root = parse(path.read_bytes())
    except (OSError, etree.XMLSyntaxError):
        return None
    file = root.find("tei:teiHeader/tei:fileDesc", NS)
    if file is None:
        return None
    title, digest = file.find("tei:titleStmt/tei:title", NS), file.find("tei:sourceDesc//tei:idno[@type='sha256']", NS)
    names = file.iterfind("tei:titleStmt/tei:author/*", NS)
    return Published(
        words_of(title) if title is not None else "",
        root.get(XML_LANG, ""),
        tuple((words_of(node), etree.QName(node).localname) for node in names if isinstance(node.tag, str)),
        words_of(digest) if digest is not None else "",
    )


def outdated(transcripts: Iterable[File], output: Path) -> tuple[Diagnostic, ...]:
    """Return what is wrong with an output: K001 made of another state of a transcript, K002 of none.

    Args:
        transcripts: of the edition.
        output: where it was built.
    """
    found = list(_outdated(transcripts, output))
    if len(found) <= _TOLD:
        return tuple(found)
    place = Place(output.as_posix())
    message = f"{len(found) - _TOLD:,} more transcripts are not in the output as they are now"
    return (*found[:_TOLD], Diagnostic("K001", Severity.WARNING, place, message, _BUILD))


_BUILD = "build the edition first, so that the package holds one state: teiedit build"


def _outdated(transcripts: Iterable[File], output: Path) -> Iterator[Diagnostic]:
    for file in transcripts:
        published = read_published(output / "tei" / f"{file.id}.xml")
        if published is None:
            message = f'"{file.name}" has no TEI in the output'
            hint = "build the edition first, and mend what keeps the document from being published"
            yield Diagnostic("K002", Severity.WARNING, Place(file.shown), message, hint)
        elif published.transcript and published.transcript != _sum(file.path):
            message = f'the output of "{file.name}" is older than the transcript'
            yield Diagnostic("K001", Severity.WARNING, Place(file.shown), message, _BUILD)


def _sum(path: Path) -> str:
    digest = hashlib.sha256()
    for chunk in chunks_of(path):
        digest.update(chunk)
    return digest.hexdigest()
