"""Make the fonts of the pages and their style sheet, from fonts under the SIL Open Font License.

Not needed to build an edition: what it makes is kept beside it, with the style sheet that names it. To make them
again, in an environment with the program, `fonttools[woff]` and `brotli`:

    npm pack source-sans@3.52.0 && tar xzf source-sans-3.52.0.tgz
    apt-get install fonts-junicode fonts-liberation fonts-noto-core fonts-roboto
    python xslt/html/fonts/make.py package/OTF

Libertinus Serif is taken from the typst library, which carries it, so that page and PDF are set in one type.
Source Sans may not keep its name in another form ("Source" is reserved), so that it is called Edition Sans here.
The fonts of Debian are Junicode, for medieval letters and signs that Libertinus has not, and those whose
widths the stand-ins are fitted to: while a font is on its way, nothing moves when it comes.
https://www.w3.org/TR/css-fonts-4/
"""

from __future__ import annotations

import io
import struct
import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import typst
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

if TYPE_CHECKING:
    from collections.abc import Iterator

HERE = Path(__file__).resolve().parent
CSS = HERE / "fonts.css"
DEBIAN = Path("/usr/share/fonts")

SERIF, SANS = "Libertinus Serif", "Edition Sans"

# Small capitals are for text only.
_FEATURES = "ccmp locl mark mkmk kern liga clig calt onum lnum pnum tnum frac numr dnom sups".split()
FEATURES = {SERIF: [*_FEATURES, "smcp"], SANS: _FEATURES}

# What most letters of Western Europe are written in, with the signs of editors, in one small file.
_LATIN = (
    "0020-007E 00A0-00FF 0131 0152-0153 0160-0161 0178 017D-017F 02C6 02DA 02DC 2010-2027 202F-203A 2044 20AC 2116 "
    "2122 2190-2193 2212 27E6-27E9 2E22-2E25"
)
# Letters and the marks that combine with them are drawn from one font or not at all; where there is a single
# character for both, browsers take that one.
_COMBINING = "0303-0308 030A 0323 0331 0363-036F"
_REST = {
    "latin-ext": "0100-036F 1D00-1DBF 1E00-1EFF 2010-218B 2190-22FF 2300-23FF 2500-27FF 2C60-2C7F 2E00-2E5D A720-A7FF "
    "AB30-AB6F FB00-FB06",
    "greek": "0370-03FF 1F00-1FFF",
    "cyrillic": "0400-052F 1C80-1C8F 2DE0-2DFF A640-A69F",
}
RANGES = {SERIF: {"latin": f"{_LATIN} {_COMBINING}", **_REST}, SANS: {"latin": _LATIN, **_REST}}
MEDIEVAL = (
    "0180-024F 02B0-02FF 1D00-1DFF 2010-205F 2150-218B 2300-23FF 2C60-2C7F 2E00-2E5D A720-A7FF AB30-AB6F E000-F8FF"
)
# Bases for the combining letters above: only a font that has both can place them.
BASES = "0041-005A 0061-007A"

# How often letters stand in running text, roughly, over English, German and French; for the mean width.
_OFTEN = (
    " 170 e 120 n 70 i 68 t 62 a 60 s 60 r 60 o 45 l 36 d 36 u 36 h 30 c 25 m 24 p 18 g 18 f 14 b 13 v 12 w 10 , 9 . 9 "
    "y 8 k 6 z 5 S 3 D 3 B 2 E 2 A 2 I 2 M 2 T 2 G 2 - 2 ’ 2"
).split()
OFTEN = {" ": 170} | {letter: int(count) for letter, count in zip(_OFTEN[1::2], _OFTEN[2::2], strict=True)}


@dataclass(frozen=True, slots=True)
class Face:
    """One style of a family: what it is called here, and the file it is made from."""

    family: str
    name: str
    style: str
    weight: str
    source: str
    medieval: str = ""


@dataclass(frozen=True, slots=True)
class StandIn:
    """A font of the reader's system that is shown until a face has come, drawn to the same widths."""

    family: str
    style: str
    weight: str
    local: tuple[str, ...]
    measured: str
    source: str


FACES = (
    Face(SERIF, "serif-regular", "normal", "400 500", "LibertinusSerif-Regular", "JunicodeTwoBeta-Regular"),
    Face(SERIF, "serif-italic", "italic", "400 500", "LibertinusSerif-Italic", "JunicodeTwoBeta-Italic"),
    Face(SERIF, "serif-semibold", "normal", "600 700", "LibertinusSerif-Semibold"),
    Face(SERIF, "serif-semibold-italic", "italic", "600 700", "LibertinusSerif-SemiboldItalic"),
    Face(SANS, "sans-regular", "normal", "400 500", "SourceSans3-Regular"),
    Face(SANS, "sans-italic", "italic", "400 500", "SourceSans3-It"),
    Face(SANS, "sans-semibold", "normal", "600 700", "SourceSans3-Semibold"),
)


def _times(style: str) -> tuple[str, ...]:
    return tuple(f"{name}{style}" for name in ("Times New Roman", "Liberation Serif", "Tinos"))


def _arial(style: str) -> tuple[str, ...]:
    return tuple(f"{name}{style}" for name in ("Arial", "Liberation Sans", "Arimo"))


_LIBERATION = "truetype/liberation/Liberation"
STAND_INS = (
    StandIn("Edition Times", "normal", "400 500", _times(""), f"{_LIBERATION}Serif-Regular", "LibertinusSerif-Regular"),
    StandIn(
        "Edition Times", "italic", "400 700", _times(" Italic"), f"{_LIBERATION}Serif-Italic", "LibertinusSerif-Italic"
    ),
    StandIn(
        "Edition Times", "normal", "600 700", _times(" Bold"), f"{_LIBERATION}Serif-Bold", "LibertinusSerif-Semibold"
    ),
    StandIn(
        "Edition Noto",
        "normal",
        "400 700",
        ("Noto Serif",),
        "truetype/noto/NotoSerif-Regular",
        "LibertinusSerif-Regular",
    ),
    StandIn("Edition Arial", "normal", "400 500", _arial(""), f"{_LIBERATION}Sans-Regular", "SourceSans3-Regular"),
    StandIn("Edition Arial", "normal", "600 700", _arial(" Bold"), f"{_LIBERATION}Sans-Bold", "SourceSans3-Semibold"),
    StandIn(
        "Edition Roboto",
        "normal",
        "400 700",
        ("Roboto",),
        "truetype/roboto/unhinted/RobotoTTF/Roboto-Regular",
        "SourceSans3-Regular",
    ),
)

HEAD = """/* The fonts. Made by make.py: do not edit. Each is fetched only where a page has letters of it. */
"""


def main(sans: Path) -> None:
    """Write the fonts and their style sheet; `sans` is the folder of Source Sans's OTF files."""
    rules = [HEAD]
    for face in FACES:
        source = _source(face.source, sans)
        files = _files(face, source)
        for name, (font, characters) in files.items():
            others = set().union(*(other for key, (_, other) in files.items() if key != name))
            rules.append(_face(face, name, font, characters, others))
    rules += [_stand_in(one, sans) for one in STAND_INS]
    CSS.write_text("\n".join(rules) + "\n", "utf-8")


def _files(face: Face, source: bytes) -> dict[str, tuple[bytes, set[int]]]:
    """Return the files of a face, each with the font it is cut from and its characters.

    Of two that have a letter, browsers ask the later first: so Latin stands last, and the medieval letters, which
    bring their bases, first.
    """
    had = _characters(source)
    files = {}
    left = set(had)
    for script, ranges in RANGES[face.family].items():
        files[f"{face.name}-{script}"] = (source, left & _range(ranges))
        left -= _range(ranges)
    if face.medieval:
        junicode = (DEBIAN / f"opentype/junicode/{face.medieval}.otf").read_bytes()
        files[face.name.replace("serif", "medieval")] = (junicode, (_characters(junicode) & _range(MEDIEVAL)) - had)
    return dict(reversed(files.items()))


def _source(name: str, sans: Path) -> bytes:
    if name.startswith("Libertinus"):
        return _embedded()[name]
    return (sans / f"{name}.otf").read_bytes()


@cache
def _embedded() -> dict[str, bytes]:
    """Return the OpenType fonts that lie, whole, in typst's library, by their PostScript names."""
    library = next(Path(typst.__file__).parent.glob("*.so")).read_bytes()
    fonts = {}
    start = library.find(b"OTTO")
    while start >= 0:
        font = library[start : start + _length(library, start)]
        if len(font) > 12:
            fonts[str(TTFont(io.BytesIO(font))["name"].getDebugName(6))] = font
        start = library.find(b"OTTO", start + 4)
    return fonts


def _length(data: bytes, start: int) -> int:
    """Return how long the font at `start` is, by its table directory; 0 if these bytes are none."""
    (count,) = struct.unpack_from(">H", data, start + 4)
    if not 5 < count < 40:
        return 0
    tables = [struct.unpack_from(">4sIII", data, start + 12 + 16 * number) for number in range(count)]
    if not all(tag.isascii() and tag.decode().isprintable() for tag, *_ in tables):
        return 0
    return max(offset + (length + 3) // 4 * 4 for _, _, offset, length in tables)


def _characters(source: bytes) -> set[int]:
    return set(TTFont(io.BytesIO(source)).getBestCmap())


def _range(text: str) -> set[int]:
    found: set[int] = set()
    for part in text.split():
        first, _, last = part.partition("-")
        found |= set(range(int(first, 16), int(last or first, 16) + 1))
    return found


def _face(face: Face, name: str, source: bytes, characters: set[int], others: set[int]) -> str:
    """Write one file and return its rule; its range may close over characters that no file of the face has."""
    medieval = name.startswith("medieval")
    options = Options(
        layout_features=FEATURES[face.family],
        hinting=False,
        desubroutinize=True,
        name_IDs=[0, 1, 2, 3, 4, 5, 6, 13, 14],
    )
    font = TTFont(io.BytesIO(source), recalcTimestamp=False)
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=characters | (_range(BASES) if medieval else set()))
    subsetter.subset(font)
    if face.family == SANS:
        _rename(font, face.name)
    font.flavor = "woff2"
    path = HERE / f"{name}.woff2"
    font.save(path)
    sys.stdout.write(f"{path.stat().st_size:7,} {path.name}: {len(characters)} characters\n")
    ranges = _css_range(_range(BASES), others) + "," if medieval else ""
    return (
        f'@font-face {{ font-family: "{face.family}"; font-style: {face.style}; font-weight: {face.weight}; '
        f'font-display: swap; src: url("{path.name}") format("woff2"); '
        f"unicode-range: {ranges}{_css_range(characters, others)}; }}"
    )


def _rename(font: TTFont, name: str) -> None:
    for number, text in {1: SANS, 3: name, 4: f"{SANS} {name}", 6: name}.items():
        font["name"].setName(text, number, 3, 1, 0x409)
    cff = font["CFF "].cff
    cff.fontNames = [name]
    cff.topDictIndex[0].FamilyName = cff.topDictIndex[0].FullName = SANS


def _css_range(characters: set[int], others: set[int]) -> str:
    return ",".join(f"U+{a:X}" if a == b else f"U+{a:X}-{b:X}" for a, b in _runs(sorted(characters), others))


def _runs(numbers: list[int], others: set[int]) -> Iterator[tuple[int, int]]:
    """Give first and last of each run; a gap that holds nothing of the others does not end it."""
    start = last = numbers[0]
    for number in numbers[1:]:
        if not others.isdisjoint(range(last + 1, number)):
            yield start, last
            start = number
        last = number
    yield start, last


def _stand_in(one: StandIn, sans: Path) -> str:
    """Return the rule that draws a font of the system as wide as the face, on the same base line."""
    face = TTFont(io.BytesIO(_source(one.source, sans)))
    scale = _width(face) / _width(TTFont(DEBIAN / f"{one.measured}.ttf"))
    em = face["head"].unitsPerEm
    up, down, gap = (getattr(face["hhea"], part) / em / scale for part in ("ascent", "descent", "lineGap"))
    local = ", ".join(f'local("{name}")' for name in one.local)
    return (
        f'@font-face {{ font-family: "{one.family}"; font-style: {one.style}; font-weight: {one.weight}; src: {local}; '
        f"size-adjust: {scale:.1%}; ascent-override: {up:.1%}; descent-override: {-down:.1%}; "
        f"line-gap-override: {gap:.1%}; }}"
    )


def _width(font: TTFont) -> float:
    """Return the mean width of letters as they stand in running text, in ems."""
    names, widths = font.getBestCmap(), font["hmtx"]
    total = sum(count * widths[names[ord(letter)]][0] for letter, count in OFTEN.items())
    return float(total / sum(OFTEN.values()) / font["head"].unitsPerEm)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
