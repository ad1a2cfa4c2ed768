"""The fonts of a book: of those that all pages share, the ones that its characters need; and what none of them has.

They lie in `xslt/html/fonts/`, cut by script, each with the range of its characters in the style sheet beside them.
The fonts for further scripts are those of `_scripts.py`.
"""

from __future__ import annotations

import io
import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from teiedit.publish._scripts import seen
from teiedit.tools.resources import resource

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

FONTS = "xslt/html/fonts"
_SHEET = f"{FONTS}/fonts.css"
FAMILY = "Libertinus Serif"
LICENCE = "OFL.txt"

_RULE = re.compile(r'@font-face \{ font-family: "(?P<family>[^"]+)"; .*?url\("(?P<file>[^"]+)"\).*?(?:\n|$)')
_RANGE = re.compile(r"U\+([0-9A-F]+)(?:-([0-9A-F]+))?")
# The letters that medieval signs combine with are in every text: they are no reason for a font.
_BASES = ((0x41, 0x5A), (0x61, 0x7A))
# What most letters are written in; the files of all faces have it.
_COMMON = frozenset((*range(0x20, 0x100), *range(0x2010, 0x2027), 0x20AC))


@dataclass(frozen=True, slots=True)
class Typeface:
    """One file of a font: its name, its rule for a style sheet beside it, and the ranges of its characters."""

    file: str
    rule: str
    ranges: tuple[tuple[int, int], ...]

    def rules(self, folder: str = "") -> str:
        """Return the rule for a style sheet in whose `folder` the file lies."""
        return self.rule.replace('url("', f'url("{folder}')

    @property
    def content(self) -> bytes:
        """The file."""
        return (resource(FONTS) / self.file).read_bytes()


def typefaces(characters: Collection[str]) -> tuple[Typeface, ...]:
    """Return the files that have one of the characters, in the order in which a style sheet must name them."""
    codes = sorted({ord(character) for character in characters} - set(range(0x21)))
    return tuple(face for face in _all() if any(first <= code <= last for code in codes for first, last in face.ranges))


def lacking(characters: Iterable[str]) -> set[int]:
    """Return the numbers of the characters, of those that a page shows, that no file of the faces has."""
    rest = seen(characters) - _COMMON
    if not rest:
        return rest
    faces = typefaces([chr(number) for number in rest])
    return rest.difference(*(_characters(face.file) for face in faces))


@cache
def _characters(file: str) -> frozenset[int]:
    from fontTools.ttLib import TTFont  # noqa: PLC0415 - few editions need it

    return frozenset(TTFont(io.BytesIO((resource(FONTS) / file).read_bytes()), lazy=True).getBestCmap())


@cache
def _all() -> tuple[Typeface, ...]:
    rules = _RULE.finditer(resource(_SHEET).read_text("utf-8"))
    # bold italics are so rare that a slanted bold does
    wanted = (rule for rule in rules if rule["family"] == FAMILY and "semibold-italic" not in rule["file"])
    return tuple(_typeface(rule) for rule in wanted)


def _typeface(rule: re.Match[str]) -> Typeface:
    runs = ((int(first, 16), int(last or first, 16)) for first, last in _RANGE.findall(rule[0]))
    medieval = rule["file"].startswith("medieval")
    return Typeface(rule["file"], rule[0].strip(), tuple(run for run in runs if not (medieval and run in _BASES)))
