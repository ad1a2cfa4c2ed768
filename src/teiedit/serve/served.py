"""What is served: one output folder, and what belongs to it while the server runs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from teiedit.catalogue.store import NAME
from teiedit.serve.catalogues import Catalogues
from teiedit.serve.desk import Desk

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Served:
    """One edition on its way out.

    Attributes:
        folder: the output folder.
        secret: what resumption tokens are signed with.
        catalogues: gives the catalogue that is there now.
        desk: does what takes a moment.
    """

    folder: Path
    secret: bytes
    catalogues: Catalogues
    desk: Desk

    def tei(self, document: str) -> bytes | None:
        """Return a document's TEI as the site has it; None where there is none."""
        try:
            return (self.folder / "tei" / f"{document}.xml").read_bytes()
        except (OSError, ValueError):
            return None


def served(folder: Path, secret: bytes) -> Served:
    """Return what is to be served of an output folder."""
    return Served(folder, secret, Catalogues(folder / NAME), Desk())
