"""How alike two texts are, told from a few numbers of each.

Of a text's runs of five words the smallest hashes are kept. The share of them that two texts have in common is, on
the whole, the share of their runs (A. Z. Broder, On the resemblance and containment of documents, 1997).
"""

from __future__ import annotations

import hashlib
import re
from heapq import nsmallest
from zlib import crc32

from teiedit.model.testimony import Sketch

_RUN = 5
_KEPT = 64
_WORD = re.compile(r"[^\W_]+")


def sketch(text: str) -> Sketch:
    """Return the sketch of a text."""
    words = _WORD.findall(text.casefold())
    runs = {crc32(" ".join(words[at : at + _RUN]).encode()) for at in range(max(1, len(words) - _RUN + 1))}
    digest = hashlib.sha256(" ".join(words).encode()).hexdigest()[:16]
    return Sketch(digest, tuple(nsmallest(_KEPT, runs)), len(words))


def likeness(one: Sketch, other: Sketch) -> float:
    """Return the share of runs of words that two texts have in common, from 0 to 1."""
    smallest = nsmallest(_KEPT, {*one.smallest, *other.smallest})
    both = {*one.smallest}.intersection(other.smallest)
    return sum(value in both for value in smallest) / len(smallest) if smallest else 0.0
