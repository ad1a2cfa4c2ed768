"""The catalogue that is there now: a build puts another in its place while the server runs."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from teiedit.catalogue.reader import Catalogue, NoCatalogueError

if TYPE_CHECKING:
    from pathlib import Path


class Catalogues:
    """Gives each thread the newest catalogue; one that a thread is reading stays whole until it asks again."""

    def __init__(self, path: Path) -> None:
        """Name the file; it may come later."""
        self._path = path
        self._local = threading.local()

    def newest(self) -> Catalogue:
        """Return the catalogue for this thread.

        Raises:
            NoCatalogueError: there is none.
        """
        try:
            status = self._path.stat()
        except OSError as error:
            raise NoCatalogueError(str(error)) from error
        # asked before it is opened: should another come between, it is opened once more the next time
        now = (status.st_dev, status.st_ino, status.st_mtime_ns, status.st_size)
        kept: tuple[tuple[int, ...], Catalogue] | None = getattr(self._local, "kept", None)
        if kept is not None and kept[0] == now:
            return kept[1]
        if kept is not None:
            self._local.kept = None
            kept[1].close()
        catalogue = Catalogue(self._path)
        self._local.kept = (now, catalogue)
        return catalogue
