"""The files of the edition as a whole that the build before has made, of which some may stay."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from teiedit.incremental.state import Kept


class PartlyThere:
    """A `teiedit.model.output.Shelf` in an output folder where files may stay that are made from the same."""

    def __init__(
        self,
        write: Callable[[Mapping[str, bytes]], None],
        output: Path,
        kept: Kept | None,
        program: str,
        *,
        trusted: bool,
    ) -> None:
        """Begin.

        Args:
            write: writes files.
            output: the folder.
            kept: what `value` said in the build before, if that is known.
            program: what can be compared of the program; another one's files do not stay.
            trusted: the files are as they were left; otherwise each is compared.
        """
        self._write = write
        self._output = output
        self._program = program
        self._trusted = trusted
        value = kept.value if kept is not None and kept.value.get("program") == program else {}
        self._before: tuple[dict[str, str], dict[str, str]] = (value.get("files", {}), value.get("keys", {}))
        self._files: dict[str, str] = {}
        self._keys: dict[str, str] = {}

    def put(self, path: str, content: bytes, key: str = "") -> None:
        """Take a file."""
        self._write({path: content})
        self._files[path] = _hash(content)
        if key:
            self._keys[path] = key

    def stays(self, path: str, key: str) -> bool:
        """Say whether the file is there already, made from what the key stands for."""
        files, keys = self._before
        if keys.get(path) != key or not (self._trusted or self._whole(path, files[path])):
            return False
        self._files[path], self._keys[path] = files[path], key
        return True

    def value(self) -> dict[str, Any]:
        """Return what is to be kept: the files with their digests, and what they were made from."""
        return {"files": self._files, "keys": self._keys, "program": self._program}

    def _whole(self, path: str, digest: str) -> bool:
        try:
            return _hash((self._output / path).read_bytes()) == digest
        except OSError:
            return False


def _hash(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:16]
