"""One transcript's file put in order: read, changed as far as it is read alike, and written whole."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from teiedit.model.decisions import NO_DECISIONS, SUFFIX
from teiedit.model.diagnostic import Diagnostic, EditionError, Severity
from teiedit.model.position import Place
from teiedit.read.decisions import read_decisions
from teiedit.read.folder import read_beside
from teiedit.read.source import decode
from teiedit.read.transcript import read_transcript
from teiedit.tidy.layout import in_order
from teiedit.tidy.notation import respelt
from teiedit.tidy.reading import Reader
from teiedit.tools import files

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from teiedit.model.edition import Edition
    from teiedit.model.source import Source
    from teiedit.read.folder import File

_BOM = b"\xef\xbb\xbf"
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
# Those of Windows and of old Macintoshes in Europe: a short file may be taken for almost any.
_COMMON = ("windows-1252", "mac-roman")
# So many words with accented letters are shown where an encoding was guessed.
_SHOWN = 5


@dataclass(frozen=True, slots=True)
class Order:
    """What is wanted.

    Attributes:
        marks: also write the transcriber's marks in one notation.
        encoding: that of files that are not in UTF-8; "" if nobody has said it.
    """

    marks: bool = False
    encoding: str = ""


@dataclass(frozen=True, slots=True)
class Tidied:
    """What became of one transcript.

    Attributes:
        file: the transcript's.
        before: its bytes; empty if it could not be read.
        after: its bytes in order; the same if nothing is to be changed.
        text: its text before, as far as it is known.
        changes: what is changed, in words.
        diagnostics: what is to be said.
    """

    file: File
    before: bytes
    after: bytes
    text: str = ""
    changes: tuple[str, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def in_order(self) -> bool:
        """Say whether nothing is to be changed, and nobody has to say how it is to be read."""
        return self.before == self.after and not any(found.code == "T005" for found in self.diagnostics)


def tidy(file: File, edition: Edition, order: Order) -> Tidied:
    """Return a transcript put in order; nothing is written.

    Args:
        file: the transcript, with its bytes or a path to them.
        edition: its settings.
        order: what is wanted.
    """
    data = b""
    try:
        data = _bytes(file)
        source, changes = _read(data, file, order.encoding)
        content = read_beside(file).get(SUFFIX)
        decisions = read_decisions(content, file.beside_shown(SUFFIX)) if content is not None else NO_DECISIONS
    except EditionError as error:
        return Tidied(file, data, data, diagnostics=error.diagnostics)
    impossible = tuple(d for d in read_transcript(source).diagnostics if d.severity is Severity.ERROR)
    if impossible:
        return Tidied(file, data, data, source.text, (), impossible)
    reader = Reader(source, file.id, edition, decisions)
    text, done, refused = in_order(source.text, reader.same)
    found = [_kept(file, step) for step in refused]
    changes += done
    if order.marks:
        text, number, unable = _with_marks(replace(source, text=text), file, edition, reader)
        found += unable
        changes += (f"{number} mark{'s' if number != 1 else ''}",) if number else ()
    return Tidied(file, data, text.encode(), source.text, changes, tuple(found))


def _bytes(file: File) -> bytes:
    if file.content is not None:
        return file.content
    try:
        return file.path.read_bytes()
    except OSError as error:
        reason = (error.strerror or os.strerror(error.errno or 0)).lower()
        message, hint = f'cannot read "{file.shown}": {reason}', "check that you are allowed to read it"
        raise EditionError(Diagnostic("T001", Severity.ERROR, Place(file.shown), message, hint)) from error


def _read(data: bytes, file: File, encoding: str) -> tuple[Source, tuple[str, ...]]:
    """Return the text of `data`, and what that changes of its bytes.

    Raises:
        EditionError: as `decode`; T005 its encoding is not sure, and nobody has said it; T013 it has another one than
            was said.
    """
    if encoding and not data.startswith(_UTF16) and not _is_utf8(data):
        return _said(data, file, encoding), (f"encoding ({encoding})",)
    source, found = decode(data, file.shown, file.name)
    if not found:
        return source, ("byte order mark",) if data.startswith(_BOM) else ()
    if data.startswith(_UTF16):
        return source, ("encoding (utf-16)",)
    read = "; ".join(f"as {name} it has {', '.join(words)}" for name, words in _likely(data, source))
    message = f'"{file.shown}" is not in UTF-8 and was left as it is; {read}'
    hint = f"name the encoding in which the words are right: teiedit fmt --encoding NAME {file.shown}"
    raise EditionError(replace(found[0], message=message, hint=hint))


def _likely(data: bytes, source: Source) -> Iterator[tuple[str, list[str]]]:
    """Yield encodings that `data` may be in, the guess first, each with words that it would have."""
    yield source.encoding, _telling(source.text)
    for name in _COMMON:
        try:
            text = data.decode(name)
        except UnicodeDecodeError:
            continue
        if text != source.text:
            yield name, _telling(text)


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _said(data: bytes, file: File, encoding: str) -> Source:
    try:
        text = data.decode(encoding)
        whole = text.encode(encoding) == data
    except UnicodeError:
        whole = False
    if not whole:
        message = f'"{file.shown}" is not in {encoding}, and was left as it is'
        hint = "name another encoding; without --encoding the likeliest are shown"
        raise EditionError(Diagnostic("T013", Severity.ERROR, Place(file.shown), message, hint))
    return decode(text.encode(), file.shown, file.name)[0]


def _telling(text: str) -> list[str]:
    """Return words, in quotation marks, by which a person sees whether an encoding is the right one."""
    words = (word.strip(".,;:!?()[]") for word in text.split())
    telling = dict.fromkeys(word for word in words if not word.isascii())
    # letters tell more than dashes and quotation marks
    best = sorted(telling, key=lambda word: not any(sign.isalpha() and not sign.isascii() for sign in word))
    return [f'"{word}"' for word in best[:_SHOWN]]


def _with_marks(
    source: Source, file: File, edition: Edition, reader: Reader
) -> tuple[str, int, tuple[Diagnostic, ...]]:
    transcript = read_transcript(source)
    text, number, kept = respelt(transcript, edition.conventions, reader.same_but_for_signs)
    notes = [suffix for suffix, _ in file.beside if suffix != SUFFIX]
    if number and notes:
        message = f'the marks in "{file.shown}" were left, since "{file.beside_path(notes[0]).name}" may quote them'
        hint = "both notations are read alike; nothing needs to be done"
        return source.text, 0, (Diagnostic("T014", Severity.INFO, Place(file.shown), message, hint),)
    return text, number, tuple(_kept(file, f'"{transcript.words(span)}"') for span in kept)


def _kept(file: File, what: str) -> Diagnostic:
    one = what.startswith('"')
    message = f'{what} {"was" if one else "were"} left in "{file.shown}", since the document would be read otherwise'
    hint = (
        "its other notation would not say the same here" if one else "what is read there hangs on it; see the document"
    )
    return Diagnostic("T012", Severity.INFO, Place(file.shown), message, hint)


def write(tidied: Tidied) -> tuple[Diagnostic, ...]:
    """Put what is in order in the place of the file; return what stands against it.

    The file keeps its permissions. A link stays one: what it leads to is written.
    """
    path, shown = tidied.file.path.resolve(), tidied.file.shown
    try:
        known = path.stat()
        if not known.st_mode & 0o222:
            return (_not_written(shown, "is write-protected", "take the protection off if you want it changed"),)
        if path.read_bytes() != tidied.before:
            return (_not_written(shown, "was changed meanwhile", "run the command again"),)
        files.replace(path, tidied.after, like=known)
    except OSError as error:
        return (_not_written(shown, f"cannot be written ({(error.strerror or '').lower()})", "check its folder"),)
    return ()


def _not_written(shown: str, why: str, hint: str) -> Diagnostic:
    return Diagnostic("T011", Severity.ERROR, Place(shown), f'"{shown}" {why}, and was left as it is', hint)


def each_once(found: list[tuple[File, Edition]]) -> Iterator[tuple[File, Edition]]:
    """Yield each file once, under the name that is no link if it has one."""
    first: dict[Path, tuple[File, Edition]] = {}
    for job in sorted(found, key=lambda job: job[0].path.is_symlink()):
        first.setdefault(job[0].path.resolve(), job)
    kept = {id(job) for job in first.values()}
    return (job for job in found if id(job) in kept)


def leads_out(path: Path) -> Diagnostic | None:
    """Return T009 for a file that is a link out of its edition's folder, or out of its own where there is none."""
    folder = path.parent.resolve()
    top = next((up for up in (folder, *folder.parents) if (up / "edition.toml").is_file()), folder)
    if path.resolve().is_relative_to(top):
        return None
    shown = path.as_posix()
    message = f'"{shown}" is a link that leads out of its folder, and was left as it is'
    return Diagnostic("T009", Severity.ERROR, Place(shown), message, "name the file that it leads to")
