"""What a publisher makes: files in memory, and what it has to say about them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from teiedit.model.diagnostic import Diagnostic


@dataclass(frozen=True, slots=True)
class Output:
    """Files to be written, and findings.

    Attributes:
        files: path relative to the output folder, with forward slashes, to the file's bytes.
        diagnostics: what was noticed while making them.
    """

    files: Mapping[str, bytes]
    diagnostics: tuple[Diagnostic, ...] = field(default=())
