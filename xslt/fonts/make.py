"""Make the fonts for scripts and signs that the faces of the text have not, from fonts under the SIL Open Font License.

Not needed to build an edition: what it makes is kept beside it. To make them again, in an environment with the
program and `fonttools`, on Debian 12:

    apt-get install fonts-junicode fonts-noto-core fonts-noto-cjk
    python xslt/fonts/make.py

Fonts that may be changed may not all keep their names, so that all are called "Edition" and what they are for.
https://openfontlicense.org/
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.ttLib.scaleUpem import scale_upem

if TYPE_CHECKING:
    from collections.abc import Iterable

HERE = Path(__file__).resolve().parent
DEBIAN = Path("/usr/share/fonts")

# Of Libertinus Serif, in ems.
CAPITALS = 0.645

# Letters and marks of medieval hands, and the bases that only the same font can set such marks on.
MEDIEVAL = (
    "0180-024F 02B0-036F 1D00-1DFF 1E00-1EFF 2010-205F 2150-218B 2300-23FF 2C60-2C7F 2E00-2E5D A720-A7FF AB30-AB6F "
    "0041-005A 0061-007A 00C0-017F 0020"
)
# Each script's own blocks; between them stand the signs that bind its letters or turn its direction.
BINDING = "0020 200C-200F 25CC"
RANGES = {
    "hebrew": "0590-05FF FB1D-FB4F 20AA",
    "arabic": "0600-06FF 0750-077F 08A0-08FF FB50-FDFF FE70-FEFC",
    "syriac": "0700-074F",
    "armenian": "0530-058F FB13-FB17",
    "georgian": "10A0-10FF 1C90-1CBF 2D00-2D2F",
    "coptic": "03E2-03EF 2C80-2CFF",
    "ethiopic": "1200-139F 2D80-2DDF",
}


@dataclass(frozen=True, slots=True)
class Face:
    """One font: its name, the file it is cut from, its characters, how much larger it is drawn, how high it stands."""

    name: str
    source: str
    characters: frozenset[int]
    features: tuple[str, ...] = ("*",)
    size: float = 1.0
    style: str = "Regular"
    height: float = CAPITALS


def characters(text: str) -> frozenset[int]:
    """Return the numbers that ranges in hexadecimals name."""
    found: set[int] = set()
    for part in text.split():
        first, _, last = part.partition("-")
        found.update(range(int(first, 16), int(last or first, 16) + 1))
    return frozenset(found)


def han() -> frozenset[int]:
    """Return the characters that the standards of Japan, China, Taiwan (level 1) and Korea hold in common use.

    JIS X 0208, GB 2312, Big5 level 1, KS X 1001: ideographs, kana, hangul and their punctuation.
    """
    high = range(0xA1, 0xFF)
    found = set[int]()
    for codec in ("euc_jp", "gb2312", "euc_kr"):
        found |= _coded(codec, high, high)
    found |= _coded("big5", range(0xA1, 0xC7), (*range(0x40, 0x7F), *high))
    return frozenset(number for number in found if number >= 0x2E80) | characters("3000-30FF 3105-312F FF01-FF60")


def _coded(codec: str, leads: Iterable[int], trails: Iterable[int]) -> set[int]:
    trails = tuple(trails)
    pairs = (bytes((lead, trail)) for lead in leads for trail in trails)
    return {ord(letter) for pair in pairs for letter in pair.decode(codec, errors="ignore") if len(letter) == 1}


_TEXT = tuple("ccmp locl mark mkmk kern liga clig calt".split())
_NOTO = "truetype/noto/Noto"
_JUNICODE = "opentype/junicode/JunicodeTwoBeta"
FACES = (
    Face("medieval", f"{_JUNICODE}-Regular.otf", characters(MEDIEVAL), _TEXT),
    Face("medieval-italic", f"{_JUNICODE}-Italic.otf", characters(MEDIEVAL), _TEXT, style="Italic"),
    # beside small letters of Libertinus, the Hebrew of Noto is large
    Face("hebrew", f"{_NOTO}SerifHebrew-Regular.ttf", characters(f"{RANGES['hebrew']} {BINDING}"), size=0.95),
    Face("arabic", f"{_NOTO}NaskhArabic-Regular.ttf", characters(f"{RANGES['arabic']} {BINDING}"), height=0.7),
    Face("syriac", f"{_NOTO}SansSyriac-Regular.ttf", characters(f"{RANGES['syriac']} {BINDING}")),
    Face("armenian", f"{_NOTO}SerifArmenian-Regular.ttf", characters(f"{RANGES['armenian']} 0020"), size=0.92),
    Face("georgian", f"{_NOTO}SerifGeorgian-Regular.ttf", characters(f"{RANGES['georgian']} 0020"), size=0.92),
    Face("coptic", f"{_NOTO}SansCoptic-Regular.ttf", characters(f"{RANGES['coptic']} 0020 0300-036F"), size=0.92),
    Face("ethiopic", f"{_NOTO}SerifEthiopic-Regular.ttf", characters(f"{RANGES['ethiopic']} 0020"), size=0.92),
    Face("han", "opentype/noto/NotoSerifCJK-Regular.ttc", han() | {0x20}, ("ccmp",), size=0.94),
)


def main() -> None:
    """Write the fonts beside this file."""
    for face in FACES:
        font = _cut(face)
        _rename(font, face)
        _enlarge(font, face.size)
        _level(font, face.height)
        path = HERE / f"{face.name}.{'otf' if 'CFF ' in font else 'ttf'}"
        font.save(path)
        sys.stdout.write(f"{path.stat().st_size:9,} {path.name}: {len(font.getBestCmap())} characters\n")


def _cut(face: Face) -> TTFont:
    font = TTFont(DEBIAN / face.source, fontNumber=0, recalcTimestamp=False, lazy=True)
    options = Options(
        layout_features=list(face.features),
        hinting=False,
        notdef_outline=True,
        glyph_names=False,
        name_IDs=[0, 1, 2, 3, 4, 5, 6, 13, 14],
    )
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=face.characters)
    subsetter.subset(font)
    return font


def _rename(font: TTFont, face: Face) -> None:
    family = f"Edition {face.name.partition('-')[0].title()}"
    names = {1: family, 2: face.style, 3: f"{family} {face.style}", 4: f"{family} {face.style}"}
    names[6] = f"{family.replace(' ', '')}-{face.style}"
    for number, text in names.items():
        font["name"].setName(text, number, 3, 1, 0x409)
    if "CFF " in font:
        cff = font["CFF "].cff
        cff.fontNames = [names[6]]
        cff.topDictIndex[0].FamilyName, cff.topDictIndex[0].FullName = family, names[4]


def _enlarge(font: TTFont, size: float) -> None:
    """Draw a font larger or smaller: by what it calls an em, and where a PDF reads the outlines alone, by these."""
    em = font["head"].unitsPerEm
    if "CFF " in font and size != 1.0:
        scale_upem(font, round(em * size))
        font["head"].unitsPerEm = em
        font["CFF "].cff.topDictIndex[0].FontMatrix = [1 / em, 0, 0, 1 / em, 0, 0]
    elif size != 1.0:
        font["head"].unitsPerEm = round(em / size)


def _level(font: TTFont, height: float) -> None:
    """Give a font the height of capitals by which lines are set apart, so that they stand as elsewhere."""
    table = font["OS/2"]
    table.version = max(table.version, 2)
    table.sCapHeight = round(height * font["head"].unitsPerEm)


if __name__ == "__main__":
    main()
