"""Fonts for scripts that the faces of the text have not, cut to the characters that are there.

They lie in `xslt/fonts/`, where the PDFs take them from; for pages and books they are cut, since all ideographs weigh
megabytes and a letter has a dozen. In: characters; out: WOFF2 (https://www.w3.org/TR/WOFF2/), the same bytes every
time, and rules of CSS.
"""

from __future__ import annotations

import io
import unicodedata
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from teiedit.tools.resources import resource

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

FOLDER = "xslt/fonts"
# Stands after the face of the text in each list of families.
FAMILY = "Edition Scripts"
# The space between words, and what binds letters or turns their direction: whichever font is at work has them.
_BINDING = frozenset((0x20, *range(0x200C, 0x2010)))
# Blank, or a hint to the program that sets the text: no sign is missing where a font has none.
_UNSEEN = frozenset(("Cc", "Cf", "Zs", "Zl", "Zp"))
_VARIANTS = frozenset((*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0)))
# The medieval letters of the pages have files of their own (xslt/html/fonts/).
_ELSEWHERE = "medieval"


@dataclass(frozen=True, slots=True)
class Cut:
    """A font cut to some characters: its file's name, its content, and the numbers of the characters."""

    file: str
    content: bytes
    characters: frozenset[int]

    def rules(self, folder: str = "") -> str:
        """Return the rules of a style sheet in whose `folder` the file lies.

        There is one for upright and one for slanted text, so that no browser slants letters that never are.
        """
        ranges = ",".join(f"U+{a:X}" if a == b else f"U+{a:X}-{b:X}" for a, b in _runs(sorted(self.characters)))
        return "\n".join(
            f'@font-face {{ font-family: "{FAMILY}"; font-style: {style}; font-display: swap; '
            f'src: url("{folder}{self.file}") format("woff2"); unicode-range: {ranges}; }}'
            for style in ("normal", "italic")
        )


def cuts(characters: Iterable[int]) -> tuple[Cut, ...]:
    """Return a font for each script that one of the characters is of, with these alone."""
    wanted = set(characters) - _BINDING
    found = []
    for name, had in _fonts() if wanted else ():
        if here := frozenset(wanted & had):
            found.append(Cut(f"{name.partition('.')[0]}.woff2", _cut(name, here), here))
            wanted -= here
    return tuple(found)


def seen(characters: Iterable[str]) -> set[int]:
    """Return the numbers of those characters that a page shows by a sign."""
    numbers = ((ord(c), unicodedata.category(c)) for c in characters)
    return {number for number, kind in numbers if kind not in _UNSEEN and number not in _VARIANTS}


@cache
def _fonts() -> tuple[tuple[str, frozenset[int]], ...]:
    """Return each file with the characters that it has, in the order of their names."""
    from fontTools.ttLib import TTFont  # noqa: PLC0415 - most editions never need it

    files = (file for file in sorted(resource(FOLDER).iterdir()) if file.suffix in (".ttf", ".otf"))
    return tuple(
        (file.name, frozenset(TTFont(io.BytesIO(file.read_bytes()), lazy=True).getBestCmap()) - _BINDING)
        for file in files
        if not file.name.startswith(_ELSEWHERE)
    )


def _cut(name: str, characters: Collection[int]) -> bytes:
    from fontTools.subset import Options, Subsetter  # noqa: PLC0415 - as above
    from fontTools.ttLib import TTFont  # noqa: PLC0415

    font = TTFont(io.BytesIO((resource(FOLDER) / name).read_bytes()), lazy=True, recalcTimestamp=False)
    options = Options(
        layout_features="*", notdef_outline=True, glyph_names=False, name_IDs=[0, 1, 2, 3, 4, 5, 6, 13, 14]
    )
    subsetter = Subsetter(options)
    subsetter.populate(unicodes={*characters, *_BINDING})
    subsetter.subset(font)
    font.flavor = "woff2"
    out = io.BytesIO()
    font.save(out)
    return out.getvalue()


def _runs(numbers: Iterable[int]) -> Iterator[tuple[int, int]]:
    first = last = None
    for number in numbers:
        if first is None or last is None:
            first = last = number
        elif number == last + 1:
            last = number
        else:
            yield first, last
            first = last = number
    if first is not None and last is not None:
        yield first, last
