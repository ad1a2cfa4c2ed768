"""A PDF file written object by object, so that a book of any length needs little memory (ISO 32000-1, 7.5).

Objects arrive as they stand in the file, in any order; those that are no streams are packed into object streams
(7.5.7), and the table of where everything lies is a stream too (7.5.8).
"""

from __future__ import annotations

import hashlib
import zlib
from array import array
from typing import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    from collections.abc import Iterable

# PDF/A wants four bytes above 127 behind the first line (ISO 19005-3, 6.1.2).
_HEAD = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
_PACKED = 200
# Kinds of places in the table: free, at an offset, in an object stream.
_FREE, _AT, _IN = 0, 1, 2


class PdfFile:
    """Takes the objects of a PDF file and writes them as they come."""

    def __init__(self, out: BinaryIO) -> None:
        self._out = out
        self._hash = hashlib.md5(usedforsecurity=False)
        self._length = 0
        # one number for each object: kind, offset or object stream, place in it
        self._places = array("Q", [0])
        self._waiting: list[tuple[int, bytes]] = []
        self._write(_HEAD)

    def reserve(self, count: int = 1) -> int:
        """Return the first of `count` new numbers of objects."""
        first = len(self._places)
        self._places.extend([0] * count)
        return first

    def put(self, number: int, content: bytes) -> None:
        """Take an object that is no stream."""
        self._waiting.append((number, content))
        if len(self._waiting) == _PACKED:
            self._pack()

    def add(self, content: bytes) -> int:
        """Take an object that is no stream; return the number that it gets."""
        number = self.reserve()
        self.put(number, content)
        return number

    def stream(self, number: int, dictionary: bytes, data: bytes) -> None:
        """Take a stream: its dictionary, which says its length, and its bytes as they are filtered."""
        self._places[number] = _AT << 56 | self._length << 16
        self._write(b"%d 0 obj\n%b\nstream\n" % (number, dictionary), data, b"\nendstream\nendobj\n")

    def close(self, root: int, info: int) -> None:
        """Write the table of all objects, and the identifier: a digest of all that came before.

        Args:
            root: the number of the catalogue.
            info: the number of the information dictionary.
        """
        self._pack()
        number, start = self.reserve(), self._length
        self._places[number] = _AT << 56 | start << 16
        packer = zlib.compressobj()
        table = b"".join((*map(packer.compress, self._rows()), packer.flush()))
        identifier = self._hash.hexdigest().encode()
        self._write(
            b"%d 0 obj\n<< /Type /XRef /Size %d /W [ 1 5 2 ] /Root %d 0 R /Info %d 0 R /ID [ <%b> <%b> ] "
            % (number, number + 1, root, info, identifier, identifier),
            b"/Filter /FlateDecode /Length %d >>\nstream\n" % len(table),
            table,
            b"\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n" % start,
        )

    def _rows(self) -> Iterable[bytes]:
        yield b"\0\0\0\0\0\0\xff\xff"
        for place in self._places[1:]:
            yield place.to_bytes(8, "big")

    def _pack(self) -> None:
        if not self._waiting:
            return
        waiting, self._waiting = self._waiting, []
        number = self.reserve()
        heads, offset = [], 0
        for place, (inner, content) in enumerate(waiting):
            self._places[inner] = _IN << 56 | number << 16 | place
            heads.append(b"%d %d" % (inner, offset))
            offset += len(content) + 1
        head = b" ".join(heads) + b"\n"
        data = zlib.compress(head + b"\n".join(content for _, content in waiting))
        dictionary = b"<< /Type /ObjStm /N %d /First %d /Filter /FlateDecode /Length %d >>"
        self.stream(number, dictionary % (len(waiting), len(head), len(data)), data)

    def _write(self, *pieces: bytes) -> None:
        for piece in pieces:
            self._out.write(piece)
            self._hash.update(piece)
            self._length += len(piece)
