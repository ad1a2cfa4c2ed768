"""An archive's encoded letters, read again from their transcripts by this program, and compared."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from lxml import etree

from teiedit.evaluate.compare import compare, text_kept
from teiedit.evaluate.fields import Fields, read_fields
from teiedit.evaluate.plain import plain_text
from teiedit.evaluate.report import Case, Report, sum_up
from teiedit.make import make_tei
from teiedit.model.diagnostic import EditionError, Severity
from teiedit.model.source import Source
from teiedit.read.source import read_source
from teiedit.tools.tei import parse
from teiedit.tools.workers import each

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from teiedit.model.edition import Edition


@dataclass(frozen=True, slots=True)
class Pair:
    """One letter to be judged.

    Attributes:
        encoding: the scholars' TEI.
        transcript: the plain text, or None to make one of the encoding itself.
    """

    encoding: Path
    transcript: Path | None = None


def find_pairs(encodings: Path, transcripts: Path | None) -> tuple[tuple[Pair, ...], tuple[str, ...]]:
    """Return the letters below a folder of TEI, and the names of those that have no transcript.

    Args:
        encodings: a folder of .xml files, or one file.
        transcripts: a folder of .txt files whose stems are those of the encodings; None to need none.
    """
    files = sorted(encodings.rglob("*.xml")) if encodings.is_dir() else [encodings]
    if transcripts is None:
        return tuple(Pair(file) for file in files), ()
    known = {path.stem: path for path in sorted(transcripts.rglob("*.txt"), reverse=True)}
    pairs = tuple(Pair(file, known[file.stem]) for file in files if file.stem in known)
    return pairs, tuple(file.stem for file in files if file.stem not in known)


def evaluate(pairs: Iterable[Pair], edition: Edition, processes: int | None = None) -> Report:
    """Return how this program's encoding compares with the scholars'.

    Args:
        pairs: the letters.
        edition: whose settings (languages, signs) hold.
        processes: how many processes; None for one a core.
    """
    known = tuple(pairs)
    return sum_up(tuple(each(partial(_case, edition), known, len(known), processes)))


def _case(edition: Edition, pair: Pair) -> Case:
    name, shown = pair.encoding.stem, pair.encoding.as_posix()
    transcript = pair.transcript.as_posix() if pair.transcript else shown
    try:
        root = parse(pair.encoding.read_bytes())
        source = _source(pair, root)
    except (etree.XMLSyntaxError, OSError, EditionError) as error:
        return Case(name, shown, transcript, (), 0.0, _reason(error))
    theirs = read_fields(root)
    made = make_tei(source, "letter", edition)
    if made.tei is None:
        fault = next(d for d in made.diagnostics if d.severity is Severity.ERROR)
        nothing = Fields(dict.fromkeys(theirs.values, ()))
        return Case(name, shown, transcript, compare(theirs, nothing), 0.0, f"{fault.code} {fault.message}")
    ours = read_fields(parse(made.tei))
    return Case(name, shown, transcript, compare(theirs, ours), text_kept(theirs.text, ours.text))


def _source(pair: Pair, root: etree._Element) -> Source:
    if pair.transcript is not None:
        return read_source(pair.transcript, pair.transcript.as_posix(), pair.transcript.name)[0]
    text = plain_text(root)
    return Source(pair.encoding.as_posix(), pair.encoding.name, text, hashlib.sha256(text.encode()).hexdigest())


def _reason(error: Exception) -> str:
    if isinstance(error, EditionError):
        return error.diagnostics[0].message
    if isinstance(error, OSError):
        return (error.strerror or "cannot be read").lower()
    return "the file is not well-formed XML"
