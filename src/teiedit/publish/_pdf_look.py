"""The measures of a page, for xslt/typst/set.typ: by the paper, and for readers who need large print."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from teiedit.model.edition import Pdf

# Millimetres: the paper, its margins, and how far from its edge words in the margin begin. Points: the size of the
# type, which gives a line some 66 letters. Letters: what the head of a page has room for.
_PAPERS: dict[str, dict[str, float]] = {
    "a4": {"width": 210, "height": 297, "side": 43, "top": 34, "bottom": 38, "edge": 14, "size": 11.5, "head": 56},
    "letter": {
        "width": 215.9,
        "height": 279.4,
        "side": 44,
        "top": 32,
        "bottom": 35,
        "edge": 15,
        "size": 11.5,
        "head": 56,
    },
    "trade": {"width": 152.4, "height": 228.6, "side": 25, "top": 24, "bottom": 26, "edge": 5, "size": 10, "head": 46},
}
# The clear print guidelines of associations of the blind ask for 16 to 18 points, no line of even width, no division
# of words, and wide lines.
_LARGE = {"large": True, "size": 18.0, "smallest": 16.0, "leading": 0.95, "head": 32}
_LARGE_SIDES = {"a4": 26, "letter": 27, "trade": 20}


def look(pdf: Pdf) -> dict[str, Any]:
    """Return the measures that set.typ takes as `sys.inputs.look`."""
    usual = {"large": False, "smallest": 0.0, "leading": 0.7, **_PAPERS[pdf.paper]}
    if not pdf.large_print:
        return usual
    return usual | _LARGE | {"side": _LARGE_SIDES[pdf.paper], "edge": 4}
