"""How names are put in order, as `xslt/common/names.xsl` does it."""

from __future__ import annotations

import unicodedata


def fold(text: str) -> str:
    """Return letters without accents, in lower case."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if unicodedata.category(c)[0] != "M")
    return plain.lower().replace("ß", "ss")


def name_key(name: str, *, family_first: bool) -> str:
    """Return what a name is put in order by.

    Args:
        name: it.
        family_first: it is a person's, and looked for by its last word.
    """
    words = name.split()
    if not family_first:
        return fold(name)
    if not words:
        return "~"
    return fold(name if "," in name else " ".join((words[-1], *words[:-1])))


def looked_for(name: str) -> str:
    """Return the part of a person's name that comes first in order."""
    return name.partition(",")[0] if "," in name else (name.split() or [name])[-1]


def initial(key: str) -> str:
    """Return the letter under which a name stands, or "#"."""
    first = key[:1].upper()
    return first if first and unicodedata.category(first[0])[0] == "L" else "#"
