"""What came of a change to an edition that is worked on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from teiedit.model.diagnostic import Diagnostic


@dataclass(frozen=True, slots=True)
class Update:
    """What came of a change, or of a whole build.

    Attributes:
        findings: what was found in the documents concerned, or in the whole edition after a whole build.
        documents: the identifiers of the documents that were made anew.
        whole: more than these documents' pages depends on the change: a whole build is still to come.
    """

    findings: tuple[Diagnostic, ...]
    documents: tuple[str, ...]
    whole: bool
