"""Files that an edition brings beside its transcripts: read only where they lie in its folder."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from teiedit.model.diagnostic import Diagnostic, Severity

if TYPE_CHECKING:
    from pathlib import Path

    from teiedit.model.position import Place

# More than a page can want of one file; what is read is held in memory.
LARGEST = 20_000_000
_NAMES = re.compile(r"(?!/)(?!.*(?:^|/)\.\.?(?:/|$))[^\\:\x00-\x1f]+")


class Unusable(Exception):  # noqa: N818 - says what happened
    """Raised when a file cannot be used; carries what is to be said."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        """Carry the diagnostic."""
        super().__init__(diagnostic.message)
        self.diagnostic = diagnostic


def content_of(folder: Path, name: str, place: Place) -> bytes:
    """Return the bytes of a file in an edition's folder.

    Args:
        folder: the edition's.
        name: the file's path in it, with forward slashes; as somebody has written it.
        place: where the file is named, or the file itself.

    Raises:
        Unusable: E020 the path, or a link on it, leads out of the folder; E021 there is no such file, it cannot be
            read, or it is too large.
    """
    hint = "put the file into the edition's folder and name it by its path there, such as images/seal.svg"
    if not _NAMES.fullmatch(name):
        raise _refused("E020", place, f'"{name}" is not the path of a file in the edition\'s folder', hint)
    path = folder / name
    try:
        if not path.resolve(strict=True).is_relative_to(folder.resolve()):
            raise _refused("E020", place, f'"{name}" is a link that leads out of the edition\'s folder', hint)
        if path.stat().st_size > LARGEST:
            raise _refused("E021", place, f'"{name}" is larger than {LARGEST // 1_000_000} MB', "make it smaller")
        return path.read_bytes()
    except (OSError, RuntimeError) as error:  # a link that leads to itself is a RuntimeError before Python 3.13
        reason = getattr(error, "strerror", None) or "a link that leads to itself"
        raise _refused(
            "E021", place, f'cannot read "{name}": {reason.lower()}', "check the name of the file"
        ) from error


def text_of(folder: Path, name: str, place: Place) -> str:
    """Return the text of a file in UTF-8, without a byte order mark.

    Raises:
        Unusable: as `content_of`; E021 it is not in UTF-8.
    """
    try:
        return content_of(folder, name, place).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _refused("E021", place, f'"{name}" is not in UTF-8', "save it as plain text in UTF-8") from error


def _refused(code: str, place: Place, message: str, hint: str) -> Unusable:
    return Unusable(Diagnostic(code, Severity.ERROR, place, message, hint))
