"""A document becomes TEI P5, and each element remembers which words of the transcript it came from."""

from __future__ import annotations

from teiedit.encode.document import Encoded, encode
from teiedit.encode.replies import with_replies

__all__ = ["Encoded", "encode", "with_replies"]
