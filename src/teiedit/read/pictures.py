"""A picture of an edition's own: PNG, JPEG or SVG, with its size, so that pages do not move when it comes.

https://www.w3.org/TR/png-3/ https://www.w3.org/Graphics/JPEG/itu-t81.pdf https://www.w3.org/TR/SVG2/
"""

from __future__ import annotations

import re
import struct
from typing import TYPE_CHECKING

from lxml import etree

from teiedit.model.diagnostic import Diagnostic, Severity
from teiedit.model.house import Picture
from teiedit.read.inside import Unusable, content_of
from teiedit.tools.tei import parse

if TYPE_CHECKING:
    from pathlib import Path

    from teiedit.model.position import Place

_SVG = "{http://www.w3.org/2000/svg}"
_XHTML = "http://www.w3.org/1999/xhtml"
_LENGTH = re.compile(r"\s*([0-9]{1,6}(?:\.[0-9]{1,9})?)(?:px)?\s*")
_PNG = b"\x89PNG\r\n\x1a\n"
# Frames of JPEG, which hold the size: SOF0 to SOF15 without DHT, JPG and DAC.
_FRAMES = {*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC}


def picture(folder: Path, name: str, place: Place) -> Picture:
    """Read a picture in an edition's folder.

    Args:
        folder: the edition's.
        name: the picture's path in it.
        place: where it is named.

    Raises:
        Unusable: as `teiedit.read.inside.content_of`; E021 it is no such picture, or an SVG that holds a program.
    """
    content = content_of(folder, name, place)
    kind = name.rpartition(".")[2].lower()
    size = {"png": _png, "jpg": _jpeg, "jpeg": _jpeg, "svg": _svg}.get(kind, lambda _: None)(content)
    if size is None or not all(0 < side < 100_000 for side in size):
        hint = (
            "pictures are PNG, JPEG or SVG files, named .png, .jpg or .svg; an SVG says its size and holds no scripts"
        )
        message = f'"{name}" is not a picture that can be shown'
        raise Unusable(Diagnostic("E021", Severity.ERROR, place, message, hint))
    return Picture(name, content, *size)


def _png(content: bytes) -> tuple[int, int] | None:
    if not content.startswith(_PNG) or len(content) < 24:
        return None
    width, height = struct.unpack(">II", content[16:24])
    return width, height


def _jpeg(content: bytes) -> tuple[int, int] | None:
    """Go from segment to segment until the frame."""
    at = 2
    while content.startswith(b"\xff\xd8") and at + 9 <= len(content) and content[at] == 0xFF:
        marker = content[at + 1]
        if marker in _FRAMES:
            height, width = struct.unpack(">HH", content[at + 5 : at + 9])
            return width, height
        at += 1 if marker == 0xFF else 2 + struct.unpack(">H", content[at + 2 : at + 4])[0]
    return None


def _svg(content: bytes) -> tuple[int, int] | None:
    try:
        root = parse(content)
    except etree.XMLSyntaxError:
        return None
    if root.tag != f"{_SVG}svg" or root.getroottree().docinfo.doctype or any(map(_acts, root.iter("*"))):
        return None
    around = (*root.itersiblings(preceding=True), *root.iter())
    if any(isinstance(node, etree._ProcessingInstruction) for node in around):
        return None
    sides = [_LENGTH.fullmatch(root.get(side, "")) for side in ("width", "height")]
    if all(sides):
        return _whole(*(float(side[1]) for side in sides if side))
    box = re.findall(r"-?[0-9]{1,6}(?:\.[0-9]{1,9})?", root.get("viewBox", "")[:80])
    return _whole(float(box[2]), float(box[3])) if len(box) == 4 else None


def _whole(width: float, height: float) -> tuple[int, int]:
    return max(round(width), 1), max(round(height), 1)


def _acts(element: etree._Element) -> bool:
    """Say whether an element of an SVG would run a program where somebody opens the file itself."""
    qualified = etree.QName(element)
    name = qualified.localname.lower()
    if qualified.namespace == _XHTML:
        return True
    return name in ("script", "foreignobject", "handler") or any(
        etree.QName(key).localname.lower().startswith("on") or _leads_astray("".join(value.split()).lower())
        for key, value in ((str(key), str(value)) for key, value in element.attrib.items())
    )


def _leads_astray(value: str) -> bool:
    return "javascript:" in value or (value.startswith("data:") and not value.startswith("data:image/"))
