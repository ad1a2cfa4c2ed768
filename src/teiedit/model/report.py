"""What a build did."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from teiedit.model.diagnostic import Diagnostic


@dataclass(frozen=True, slots=True)
class Report:
    """What a build did.

    Attributes:
        documents: how many transcripts there are.
        published: how many of them were made without error.
        written: how many files were new or changed.
        diagnostics: everything found, in the order of the transcripts.
        fail_on: the severity from which the run counts as failed: "error" or "warning".
    """

    documents: int
    published: int
    written: int
    diagnostics: tuple[Diagnostic, ...]
    fail_on: str
