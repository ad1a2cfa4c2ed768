"""What a publisher makes: files, and what it has to say about them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping

    from teiedit.model.diagnostic import Diagnostic


@dataclass(frozen=True, slots=True)
class Output:
    """Files to be written, and findings.

    Attributes:
        files: path relative to the output folder, with forward slashes, to the file's bytes.
        diagnostics: what was noticed while making them.
        digest: what the files of the edition as a whole need of a document, for their publisher alone to read.
    """

    files: Mapping[str, bytes]
    diagnostics: tuple[Diagnostic, ...] = field(default=())
    digest: bytes = b""


class Shelf(Protocol):
    """Where the files of an edition go, one by one, so that not all of them are held."""

    def put(self, path: str, content: bytes, key: str = "") -> None:
        """Take a file.

        Args:
            path: as in `Output.files`.
            content: the whole file.
            key: what can be compared of all that it was made from; "" where it is to be made each time.
        """

    def stays(self, path: str, key: str) -> bool:
        """Say whether the file is there already, made from what the key stands for; then it is not to be put."""


class Held(dict[str, bytes]):
    """A shelf in memory, for few files."""

    def put(self, path: str, content: bytes, key: str = "") -> None:  # noqa: ARG002 - nothing is kept
        """Take a file."""
        self[path] = content

    def stays(self, path: str, key: str) -> bool:  # noqa: ARG002 - as above
        """Say that nothing is there."""
        return False
