"""Pages as pictures, compared with those that somebody has looked at: tests/golden-pages/.

A page is drawn a little differently by each version of a browser; it is not to be a failure that a letter's edge is
greyer. So pages are compared as they look from some way off: in tiles, by how dark each is. A word that is missing, a
block that has moved or a colour that has changed is seen; antialiasing is not.
"""

from __future__ import annotations

import io
import os
import tempfile
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageFilter

from support import ROOT

GOLDEN = ROOT / "tests/golden-pages"
SHADES = 16
# How wide a tile is in pixels, how many of 255 shades it may differ, and how many tiles in a thousand may differ more.
TILE, SHADE, FEW = 8, 20, 0.5


def normal(png: bytes, width: int) -> Image.Image:
    """The picture in few shades of grey and of this width, as it is kept."""
    with Image.open(io.BytesIO(png)) as opened:
        grey = opened.convert("L")
    if grey.width != width:
        grey = grey.resize((width, round(grey.height * width / grey.width)), Image.Resampling.BOX)
    return grey.quantize(SHADES, dither=Image.Dither.NONE).convert("L")


def tiles(picture: Image.Image) -> Image.Image:
    """The picture from some way off: one pixel a tile."""
    soft = picture.filter(ImageFilter.GaussianBlur(1.5))
    return soft.resize((-(-picture.width // TILE), -(-picture.height // TILE)), Image.Resampling.BOX)


def differing(made: Image.Image, expected: Image.Image) -> Image.Image:
    """The tiles that differ by more than a little: white on black."""
    size = max(made.width, expected.width), max(made.height, expected.height)
    sheets = []
    for picture in (made, expected):
        sheets.append(Image.new("L", size, 128))
        sheets[-1].paste(picture)
    return ImageChops.difference(*map(tiles, sheets)).point(lambda shade: 255 * (shade > SHADE))


def share(found: Image.Image) -> float:
    """How many tiles in a thousand are white."""
    return 1000 * found.histogram()[255] / (found.width * found.height)


def check(name: str, png: bytes, width: int, update: bool) -> None:
    """Fail if the picture is not as it was; then it lies beside a picture of where the two differ."""
    __tracebackhide__ = True
    made = normal(png, width)
    path = GOLDEN / f"{name}.png"
    if update:
        made.quantize(SHADES).save(path, optimize=True)
    if not path.exists():
        pytest.fail(f"there is no {path.relative_to(ROOT)}: make it by pytest --update-golden, and look at it")
    with Image.open(path) as opened:
        expected = opened.convert("L")
    found = differing(made, expected)
    if made.size == expected.size and share(found) <= FEW:
        return
    folder = _kept(name, made, expected, found)
    pytest.fail(
        f"{name}: {share(found):.2f} tiles in a thousand differ (at most {FEW}), {made.size} for {expected.size} "
        f"pixels; see made, expected and difference in {folder}; if it is right so: pytest --update-golden"
    )


def _kept(name: str, made: Image.Image, expected: Image.Image, found: Image.Image) -> Path:
    folder = Path(os.environ.get("TEIEDIT_PICTURES") or Path(tempfile.gettempdir()) / "teiedit-pictures") / name
    folder.mkdir(parents=True, exist_ok=True)
    made.save(folder / "made.png")
    expected.save(folder / "expected.png")
    where = found.resize((found.width * TILE, found.height * TILE), Image.Resampling.NEAREST).crop((0, 0, *made.size))
    red = Image.composite(Image.new("RGB", made.size, "red"), made.convert("RGB"), where)
    Image.blend(made.convert("RGB"), red, 0.5).save(folder / "difference.png")
    return folder
