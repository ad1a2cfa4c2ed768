"""The fonts of a book: of those that all pages share, the ones that its characters need.

They lie in `xslt/html/fonts/`, cut by script, each with the range of its characters in the style sheet beside them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from teiedit.tools.resources import resource

if TYPE_CHECKING:
    from collections.abc import Collection

FONTS = "xslt/html/fonts"
_SHEET = f"{FONTS}/fonts.css"
FAMILY = "Libertinus Serif"
LICENCE = "OFL.txt"

_RULE = re.compile(r'@font-face \{ font-family: "(?P<family>[^"]+)"; .*?url\("(?P<file>[^"]+)"\).*?(?:\n|$)')
_RANGE = re.compile(r"U\+([0-9A-F]+)(?:-([0-9A-F]+))?")
# The letters that medieval signs combine with are in every text: they are no reason for a font.
_BASES = ((0x41, 0x5A), (0x61, 0x7A))


@dataclass(frozen=True, slots=True)
class Typeface:
    """One file of a font: its name, its rule for a style sheet beside fonts/, and the ranges of its characters."""

    file: str
    rule: str
    ranges: tuple[tuple[int, int], ...]

    @property
    def content(self) -> bytes:
        """The file."""
        return (resource(FONTS) / self.file).read_bytes()


def typefaces(characters: Collection[str]) -> tuple[Typeface, ...]:
    """Return the files that have one of the characters, in the order in which a style sheet must name them."""
    codes = sorted({ord(character) for character in characters} - set(range(0x21)))
    return tuple(face for face in _all() if any(first <= code <= last for code in codes for first, last in face.ranges))


@cache
def _all() -> tuple[Typeface, ...]:
    rules = _RULE.finditer(resource(_SHEET).read_text("utf-8"))
    # bold italics are so rare that a slanted bold does
    wanted = (rule for rule in rules if rule["family"] == FAMILY and "semibold-italic" not in rule["file"])
    return tuple(_typeface(rule) for rule in wanted)


def _typeface(rule: re.Match[str]) -> Typeface:
    runs = ((int(first, 16), int(last or first, 16)) for first, last in _RANGE.findall(rule[0]))
    medieval = rule["file"].startswith("medieval")
    text = rule[0].strip().replace('url("', 'url("fonts/')
    return Typeface(rule["file"], text, tuple(run for run in runs if not (medieval and run in _BASES)))
