"""Bytes of a transcript become exact text."""

from __future__ import annotations

import hashlib
import os
from typing import TYPE_CHECKING

from teiedit.model.diagnostic import Diagnostic, EditionError, Severity
from teiedit.model.position import Place
from teiedit.model.source import Source

if TYPE_CHECKING:
    from pathlib import Path

_BOM = b"\xef\xbb\xbf"


def read_source(path: Path, shown: str, name: str, *, strict: bool = False) -> tuple[Source, tuple[Diagnostic, ...]]:
    """Read a transcript's file.

    Args:
        path: the file.
        shown: the file as the user knows it, for messages.
        name: its path within the edition, or its bare name.
        strict: refuse what is not UTF-8.

    Raises:
        EditionError: T001 cannot be read, or as `decode`.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        reason = (error.strerror or os.strerror(error.errno or 0)).lower()
        raise EditionError(
            Diagnostic("T001", Severity.ERROR, Place(shown), f'cannot read "{shown}": {reason}', _hint(error))
        ) from error
    return decode(data, shown, name, strict=strict)


def decode(data: bytes, shown: str, name: str, *, strict: bool = False) -> tuple[Source, tuple[Diagnostic, ...]]:
    """Make text of bytes: UTF-8, or else what the bytes themselves suggest, with a warning that names it.

    Args:
        data: the file's content.
        shown: as for `read_source`.
        name: as for `read_source`.
        strict: refuse what is not UTF-8.

    Raises:
        EditionError: T002 the file is empty, T003 it is no text, T004 it is not UTF-8 and `strict` is set.
    """
    body = data.removeprefix(_BOM)
    if not body.strip():
        raise _refusal("T002", shown, f'"{shown}" is empty', "put the transcript into it, or remove the file")
    digest = hashlib.sha256(data).hexdigest()
    try:
        if b"\0" not in body:
            return Source(shown, name, body.decode("utf-8"), digest), ()
        offset = 0
    except UnicodeDecodeError as error:
        offset = error.start
    text, encoding = _detected(data, _guess(data))
    if not text.strip():
        hint = "save the transcript as plain text (.txt) in UTF-8"
        raise _refusal("T003", shown, f'"{shown}" is not a text file', hint)
    if strict:
        hint = "save it as UTF-8, or run without --strict"
        raise _refusal("T004", shown, f'"{shown}" is not in UTF-8; it looks like {encoding}', hint)
    place = Place(shown, data.count(b"\n", 0, offset) + 1)
    message = f'"{shown}" is not in UTF-8 and was read as {encoding}'
    hint = "compare the accented letters with the original, then save the file as UTF-8"
    return Source(shown, name, text, digest, encoding), (Diagnostic("T005", Severity.WARNING, place, message, hint),)


def _detected(data: bytes, encoding: str) -> tuple[str, str]:
    """Return the text and the encoding, or nothing if the bytes are not text in it."""
    try:
        return (data.decode(encoding).removeprefix("\ufeff"), encoding) if encoding else ("", "")
    except (UnicodeDecodeError, LookupError):
        return "", ""


def _guess(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    if b"\0" in data:
        return ""
    import chardet  # noqa: PLC0415 - rarely needed, and slow to load

    found = chardet.detect(data)["encoding"] or ""
    text_share = sum(byte >= 32 or byte in (9, 10, 13) for byte in data[:4096]) / min(len(data), 4096)
    return str(found).lower() if text_share > 0.95 else ""


def _refusal(code: str, name: str, message: str, hint: str) -> EditionError:
    return EditionError(Diagnostic(code, Severity.ERROR, Place(name), message, hint))


def _hint(error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return "check the spelling of the file's name and its folder"
    if isinstance(error, IsADirectoryError):
        return "name a transcript, not a folder"
    return "check that you are allowed to read it"
