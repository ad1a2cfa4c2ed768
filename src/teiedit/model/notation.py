"""Notation that an element stands for: the signs are not in the TEI, and are written back from its elements alone.

One sign for each element, so that nothing about it need be recorded. A transcript that uses others for the same
(`[deleted: x]`) keeps them as metamark inside the element, which then has nothing to write back.
"""

from __future__ import annotations

# Element to the signs before and after its content. Only an underlined `hi` has signs.
NOTATION = {
    "add": ("\\", "/"),
    "del": ("~~", "~~"),
    "hi": ("_", "_"),
    "supplied": ("[", "]"),
    "unclear": ("[", "?]"),
}
