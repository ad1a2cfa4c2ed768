"""The cover of a book: its words, set by us in the edition's colours, as one SVG picture.

Words are drawn as outlines of Libertinus Serif (`xslt/epub/cover/`), since a picture may not ask for a font; a line
with a letter that those have not is written as text, in whatever serif the reading system has.
https://www.w3.org/TR/epub-33/#sec-cover-image
"""

from __future__ import annotations

import json
import unicodedata
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from lxml import etree

from teiedit.publish._colours import light
from teiedit.tools.resources import resource

if TYPE_CHECKING:
    from collections.abc import Sequence

    from teiedit.model.house import Style

LETTERS = "xslt/epub/cover/letters.json"
WIDTH, HEIGHT = 1600, 2560
_MARGIN = 160
_MEASURE = WIDTH - 2 * _MARGIN
# The title is set as large as it can be: the type sizes that are tried, each with the most lines that it may have.
_SIZES = ((184, 4), (152, 5), (124, 7), (100, 9), (80, 12))
_LEADING = 1.18
_SVG = "http://www.w3.org/2000/svg"
# What a letter that is not ours is taken to be wide, in thousandths; twice so much where the script writes in squares.
_UNKNOWN = 560


@dataclass(frozen=True, slots=True)
class Words:
    """What stands on a cover; "" for what does not.

    Attributes:
        title: the book's.
        subtitle: below it.
        above: who made the book.
        below: who publishes it, where and when.
    """

    title: str
    subtitle: str = ""
    above: str = ""
    below: str = ""

    def said(self) -> str:
        """Return the words as they are read out."""
        return ". ".join(part for part in (self.title, self.subtitle, self.above, self.below) if part)


def cover(words: Words, style: Style, language: str) -> bytes:
    """Return the cover as an SVG file.

    Args:
        words: what stands on it.
        style: its colours are the edition's.
        language: of the words.
    """
    colour = light(style)
    root = etree.Element(f"{{{_SVG}}}svg", nsmap={None: _SVG})
    facts = {"viewBox": f"0 0 {WIDTH} {HEIGHT}", "width": str(WIDTH), "height": str(HEIGHT), "role": "img"}
    for name, value in facts.items():
        root.set(name, value)
    root.set("{http://www.w3.org/XML/1998/namespace}lang", language)
    _add(root, "title").text = words.said()
    _add(root, "rect", width=str(WIDTH), height=str(HEIGHT), fill=colour["paper"])
    _add(root, "rect", width="44", height=str(HEIGHT), fill=colour["accent"])
    _lines(root, wrapped(words.above, 60, 3), 60, 300, colour["quiet"])
    size, lines = _title(words.title)
    below = _lines(root, lines, size, 720 + size * 0.4, colour["ink"])
    _add(root, "rect", x=str(_MARGIN), y=_n(below - size * 0.55), width="240", height="8", fill=colour["accent"])
    _lines(root, wrapped(words.subtitle, 72, 6), 72, below - size * 0.55 + 140, colour["ink"])
    foot = wrapped(words.below, 60, 3)
    _lines(root, foot, 60, HEIGHT - 200 - 60 * _LEADING * (len(foot) - 1), colour["quiet"])
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8")


def _title(text: str) -> tuple[int, tuple[str, ...]]:
    for size, most in _SIZES:
        lines = wrapped(text, size, most + 1)
        if len(lines) <= most and all(_width(line) * size <= _MEASURE * 1000 for line in text.split()):
            return size, lines
    size, most = _SIZES[-1]
    return size, wrapped(text, size, most)


def wrapped(text: str, size: float, most: int) -> tuple[str, ...]:
    """Return text as lines that fit a cover's measure, as few as can be and as even as these can be.

    Args:
        text: words with spaces between them; a word that is wider than the measure is cut where it ends.
        size: of the type.
        most: how many lines there may be; the last of more ends in "…".
    """
    room = _MEASURE * 1000 / size
    words = [piece for word in text.split() for piece in _pieces(word, room)]
    lines = _filled(words, room)
    if len(lines) > most:
        return (*lines[: most - 1], _shortened(lines[most - 1], room))
    low, high = room / 2, room
    while high - low > 20:  # the narrowest measure that needs no line more makes the lines even
        middle = (low + high) / 2
        fits = len(_filled(words, middle)) == len(lines) and all(_width(word) <= middle for word in words)
        low, high = (low, middle) if fits else (middle, high)
    return tuple(_filled(words, high))


def _filled(words: Sequence[str], room: float) -> list[str]:
    lines: list[str] = []
    for word in words:
        if lines and _width(f"{lines[-1]} {word}") <= room:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def _pieces(word: str, room: float) -> list[str]:
    pieces = [""]
    for character in word:
        # a mark stays with its letter
        if pieces[-1] and not unicodedata.combining(character) and _width(pieces[-1] + character) > room:
            pieces.append("")
        pieces[-1] += character
    return pieces


def _shortened(line: str, room: float) -> str:
    while line and _width(f"{line}…") > room:
        line = line[:-1]
    return f"{line.rstrip()}…"


def _width(text: str) -> int:
    return sum(_letter(character)[0] for character in text)


def _letter(character: str) -> tuple[int, str]:
    known = _letters().get(character)
    if known is not None:
        return known
    if unicodedata.combining(character):
        return 0, ""
    return (1000 if unicodedata.east_asian_width(character) in "WF" else _UNKNOWN), ""


@cache
def _letters() -> dict[str, tuple[int, str]]:
    read = json.loads(resource(LETTERS).read_text("utf-8"))
    return {letter: (width, outline) for letter, (width, outline) in read.items()}


def _lines(root: etree._Element, lines: Sequence[str], size: float, top: float, fill: str) -> float:
    """Draw lines, the first on the base line `top`, and return the base line after the last."""
    for number, line in enumerate(lines):
        _line(root, line, size, top + number * size * _LEADING, fill)
    return top + len(lines) * size * _LEADING


def _line(root: etree._Element, line: str, size: float, base: float, fill: str) -> None:
    if all(character in _letters() for character in line):
        place = f"translate({_MARGIN} {_n(base)}) scale({_n(size / 1000)})"
        group = _add(root, "g", fill=fill, transform=place)
        _add(group, "title").text = line
        x = 0
        for character in line:
            width, outline = _letters()[character]
            if outline:
                _add(group, "path", transform=f"translate({x} 0)", d=outline)
            x += width
        return
    turned = any(unicodedata.bidirectional(character) in ("R", "AL") for character in line)
    facts = {"x": str(WIDTH - _MARGIN), "direction": "rtl"} if turned else {"x": str(_MARGIN)}
    family = "'Libertinus Serif', 'Noto Serif', Georgia, serif"
    text = _add(root, "text", y=_n(base), fill=fill, **facts)
    text.set("font-size", _n(size))
    text.set("font-family", family)
    text.text = line


def _add(parent: etree._Element, name: str, **facts: str) -> etree._Element:
    child = etree.SubElement(parent, f"{{{_SVG}}}{name}")
    for key, value in facts.items():
        child.set(key, value)
    return child


def _n(number: float) -> str:
    return f"{number:.3f}".rstrip("0").rstrip(".")
