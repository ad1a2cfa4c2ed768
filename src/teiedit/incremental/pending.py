"""The ledger that belongs to a catalogue, from before the catalogue is published until the ledger is written.

Harvesters may have read of a document in the catalogue as soon as that is in its place. Were the build killed then,
or the ledger not to be written, the next one would not know what they were told; from here it learns it.
"""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

from teiedit.incremental.room import FOLDER, PENDING, discard, made
from teiedit.tools import files

if TYPE_CHECKING:
    from pathlib import Path


def note(output: Path, catalogue: str, before: bytes, after: bytes) -> None:
    """Note the ledger that is to be written.

    Args:
        output: the site's folder.
        catalogue: the digest of the catalogue that is about to be published.
        before: the ledger's file as it is, b"" where there is none.
        after: what is to be written.

    Raises:
        OSError: the note cannot be made.
    """
    said = {"catalogue": catalogue, "before": _hash(before), "after": after.decode()}
    files.replace(made(output) / PENDING, json.dumps(said, ensure_ascii=False).encode())


def due(output: Path, catalogue: str, ledger: bytes) -> bytes | None:
    """Return the ledger that should stand in the place of `ledger`, or None if that is as it should be.

    Args:
        output: the site's folder.
        catalogue: the digest of the catalogue that is published.
        ledger: the ledger's file as it is, b"" where there is none; if somebody has changed it since, theirs counts.
    """
    try:
        said = json.loads((output / FOLDER / PENDING).read_bytes())
        if catalogue and said["catalogue"] == catalogue and said["before"] == _hash(ledger):
            return str(said["after"]).encode()
    except (OSError, ValueError, KeyError, TypeError):
        pass
    return None


def done(output: Path) -> None:
    """Note that the ledger is written.

    Raises:
        OSError: the note cannot be removed.
    """
    discard(output / FOLDER / PENDING)


def _hash(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
