"""A plain text becomes one for translation into braille: signs that its tables know, lines as its readers want them.

Contracted braille is made by other programs (liblouis, https://liblouis.io/); they want one sign for each thing, no
drawing with characters, and either whole paragraphs, which they cut into lines of cells themselves, or short lines.
"""

from __future__ import annotations

import re
import textwrap
import unicodedata

CELLS = 40
# In the text of the stylesheet a tab begins a paragraph, behind a number too; in lines it is indented by two cells.
_PARAGRAPH = "\t"
_INDENT = "  "
_HYPHENS = dict.fromkeys(map(ord, "\u2010\u2011\u2043\u2212"), "-")
_BARS = dict.fromkeys(map(ord, "\u2012\u2015\u2e3a\u2e3b"), "\u2014")
_WITHOUT = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u2060\ufeff"), "")
_PLAIN = {**_HYPHENS, **_BARS, **_WITHOUT, ord("\u017f"): "s", ord("\u2026"): "..."}
# Letters joined for print, and spaces of other widths: compatibility characters that mean the plain ones.
_JOINED = re.compile("[\ufb00-\ufb06\u00a0\u2000-\u200a\u202f\u205f\u3000]")
_SPACES = re.compile(" {2,}")


def for_braille(text: str, form: str) -> str:
    """Return the text with plain signs, each paragraph as one line, or in lines of at most CELLS characters.

    Args:
        text: blocks set apart by empty lines, paragraphs begun by a tab.
        form: "paragraphs" or "lines".
    """
    blocks = _plain(text).split("\n\n")
    if form == "paragraphs":
        return "\n\n".join(block.replace(_PARAGRAPH, "") for block in blocks)
    return "\n\n".join(_short(block) for block in blocks)


def _plain(text: str) -> str:
    joined = _JOINED.sub(lambda sign: unicodedata.normalize("NFKC", sign[0]), unicodedata.normalize("NFC", text))
    lines = (_SPACES.sub(" ", line.translate(_PLAIN).strip(" ")) for line in joined.split("\n"))
    return "\n".join(lines)


def _short(block: str) -> str:
    """Break the lines of a block; the first of a paragraph, and the later ones of a note or clause, are indented."""
    first = _INDENT if block.startswith(_PARAGRAPH) else ""
    found = []
    for line in block.replace(_PARAGRAPH, "").split("\n"):
        later = "" if first else _INDENT
        found += textwrap.wrap(line, CELLS, initial_indent=first, subsequent_indent=later) or [""]
        first = ""
    return "\n".join(found)
