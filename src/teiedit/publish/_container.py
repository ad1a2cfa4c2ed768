"""The container of a book: a ZIP archive that is the same every time, written file by file.

https://www.w3.org/TR/epub-33/#sec-ocf
"""

from __future__ import annotations

import io
import zipfile

# The earliest time that a ZIP archive can give: the container's files have no history of their own.
_ZIP_TIME = (1980, 1, 1, 0, 0, 0)
FOLDER = "EPUB/"

# https://www.w3.org/TR/epub-33/#sec-container-metainf-container.xml
_CONTAINER = b"""<?xml version="1.0" encoding="UTF-8"?>
<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0">
  <rootfiles>
    <rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/>
  </rootfiles>
</container>
"""


class Container:
    """An archive that grows: of a large book only what is compressed already is held."""

    def __init__(self) -> None:
        """Begin with the file that says, uncompressed, what the archive is.

        https://www.w3.org/TR/epub-33/#sec-zip-container-mime
        """
        self._out = io.BytesIO()
        self._archive = zipfile.ZipFile(self._out, "w")
        self._archive.writestr(_info("mimetype", zipfile.ZIP_STORED), b"application/epub+zip")
        self._archive.writestr(_info("META-INF/container.xml", zipfile.ZIP_DEFLATED), _CONTAINER, compresslevel=9)

    def add(self, name: str, content: str | bytes) -> None:
        """Put in a file of the book; fonts are compressed already."""
        method = zipfile.ZIP_STORED if name.endswith(".woff2") else zipfile.ZIP_DEFLATED
        self._archive.writestr(_info(FOLDER + name, method), content, compresslevel=9)

    def close(self) -> bytes:
        """Return the archive; what is put in afterwards is an error."""
        self._archive.close()
        return self._out.getvalue()


def _info(name: str, method: int) -> zipfile.ZipInfo:
    """Return an entry that is the same on every system."""
    info = zipfile.ZipInfo(name, _ZIP_TIME)
    info.compress_type = method
    info.create_system = 3
    info.external_attr = 0o644 << 16
    return info
