"""The secret that resumption tokens are signed with: a file of the server's own, made once.

It must outlive restarts and builds, or harvesters would have to begin their lists anew, and must not lie in the
folder that is served.
"""

from __future__ import annotations

import contextlib
import os
import secrets
import tempfile
from pathlib import Path

_BYTES = 32


def read_key(path: Path) -> bytes:
    """Return the secret in a file; the file is made, for its owner's eyes only, where there is none.

    Raises:
        OSError: it cannot be read or made.
        ValueError: it holds too little to be a secret.
    """
    if not path.exists():
        _make(path)
    key = path.read_bytes().strip()
    if len(key) < _BYTES:
        raise ValueError(path.as_posix())
    return key


def passing_key() -> bytes:
    """Return a secret for as long as this process runs."""
    return secrets.token_hex(_BYTES).encode()


def _make(path: Path) -> None:
    """Make the file whole or not at all; one that another process made meanwhile stays."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=".key-", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(passing_key() + b"\n")
        with contextlib.suppress(FileExistsError):
            os.link(name, path)
    finally:
        Path(name).unlink()
