"""When each record was published, changed and withdrawn: what the ledger beside the transcripts says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

# The ledger's first line, and the columns that stand before those of the formats.
HEAD = "# teiedit ledger 1: when each record was published, changed, withdrawn. Keep it with the transcripts."
COLUMNS = ("id", "published", "withdrawn", "sets")

# Moments are written so, in UTC: the finest form that OAI-PMH knows.
MOMENT = "%Y-%m-%dT%H:%M:%SZ"

# Stands in the place of the hash where a document that is still published has no record in a format any more.
GONE = "0" * 16


@dataclass(frozen=True, slots=True)
class Stamp:
    """One record in one format.

    Attributes:
        hash: the first 16 figures of the record's SHA-256, in hexadecimal, or GONE.
        changed: when the record came to be as it is, as MOMENT; of one that is gone, when it went.
    """

    hash: str
    changed: str

    @property
    def gone(self) -> bool:
        """Whether the document has no record in this format any more."""
        return self.hash == GONE


@dataclass(frozen=True, slots=True)
class Entry:
    """One document in the ledger.

    Attributes:
        published: when it was first published, as MOMENT.
        withdrawn: since when it is no more, or "".
        sets: the sets that a withdrawn document was in, so that whoever harvests one of them learns that it is gone.
        stamps: its records, by format.
    """

    published: str
    withdrawn: str
    sets: tuple[str, ...]
    stamps: Mapping[str, Stamp]
