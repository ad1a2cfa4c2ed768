"""What gives the pages of an edition their look beside `xslt/html/css/`: the fonts.

The fonts and the style sheet that names them are made by `xslt/html/fonts/make.py`.
"""

from __future__ import annotations

from teiedit.tools.resources import resource

FONTS = "xslt/html/fonts"
# A page alone has no folder beside it, and so no fonts of its own.
FONT_STYLES = "05-fonts.css"


def fonts() -> dict[str, bytes]:
    """Return the fonts of all pages, with their licence, by their paths in the output folder."""
    found = (path for path in sorted(resource(FONTS).iterdir()) if path.suffix in (".woff2", ".txt"))
    return {f"assets/fonts/{path.name}": path.read_bytes() for path in found}
