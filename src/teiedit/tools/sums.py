"""What is compared in the place of contents: SHA-256, shortened where nobody gains by making two alike."""

from __future__ import annotations

import hashlib

# 64 bits: among a million contents two are alike by chance once in forty million times.
_DIGITS = 16


def short_sum(content: bytes) -> str:
    """Return the shortened sum of a content."""
    return hashlib.sha256(content).hexdigest()[:_DIGITS]


def sum_of(*parts: str) -> str:
    """Return the shortened sum of several texts, also of names of files that are not in UTF-8."""
    return short_sum("\0".join(parts).encode("utf-8", "surrogateescape"))
