"""Make the letters of the covers: outlines and widths of Libertinus Serif, under the SIL Open Font License.

Not needed to build an edition: what it makes is kept beside it. A cover is a picture, and a picture may not ask for a
font; drawn as outlines, its words look the same in every reading system and on every shelf. To make them again, in an
environment with the program, `fonttools[woff]` and `brotli`: `python xslt/epub/cover/make.py`. The letters are those
of the pages: `xslt/html/fonts/`, where the licence stands.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from fontTools.pens.svgPathPen import SVGPathPen
from fontTools.pens.transformPen import TransformPen
from fontTools.ttLib import TTFont

HERE = Path(__file__).resolve().parent
FONTS = HERE.parents[1] / "html/fonts"
# Latin, Greek and Cyrillic, as titles are written in.
RANGES = ((0x20, 0x17F), (0x218, 0x21B), (0x370, 0x45F), (0x490, 0x491), (0x1E9E, 0x1E9E), (0x2010, 0x203A))
SIGNS = "⁄€№™−←→"
FILES = ("latin", "latin-ext", "greek", "cyrillic")


def main() -> None:
    """Write the letters: of each its width and its outline, in thousandths of the type size, y downwards."""
    wanted = {chr(code) for first, last in RANGES for code in range(first, last + 1)} | set(SIGNS)
    letters: dict[str, tuple[int, str]] = {}
    for file in FILES:
        font = TTFont(FONTS / f"serif-regular-{file}.woff2")
        glyphs = font.getGlyphSet()
        for code, name in font.getBestCmap().items():
            if chr(code) in wanted:
                letters[chr(code)] = (glyphs[name].width, _outline(glyphs, name))
    lines = (f"{json.dumps(letter)}: {json.dumps(letters[letter])}" for letter in sorted(letters))
    (HERE / "letters.json").write_text("{\n" + ",\n".join(lines) + "\n}\n", "utf-8")


def _outline(glyphs: Any, name: str) -> str:
    pen = SVGPathPen(glyphs, ntos=lambda number: str(round(number)))
    glyphs[name].draw(TransformPen(pen, (1, 0, 0, -1, 0, 0)))
    return pen.getCommands()


if __name__ == "__main__":
    main()
