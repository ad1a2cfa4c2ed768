"""Typst's part in a PDF: compiling one sheet, and the signs that its fonts lack.

Templates are files of ours (xslt/typst/*.typ); what is set arrives as data in `sys.inputs`.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any

from teiedit.publish._pdf_events import NEVER_SHOWN
from teiedit.tools.resources import resource

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    # Returns a sheet with all texts changed that are seen on the page.
    Change = Callable[[dict[str, Any], Callable[[str], str]], dict[str, Any]]

SCRIPTS = "xslt/fonts"
# What the face of the text does not have in each of its styles: only then are others asked, which costs a twelfth of
# the time.
_BEYOND = re.compile(
    "[^\0-\u017f\u0218-\u021b\u02c6-\u02dd\u0384-\u03ce\u0400-\u045f\u0472-\u0475\u0490-\u04c4\u1f00-\u1fff"
    "\u2000-\u2037\u2039-\u203e\u2044\u20ac\u2116\u2122\u2190-\u2193\u2212]"
)

STANDARDS = ("ua-1", "a-3a")

# PDF/A wants a date of the file; the clock is not asked, so that two runs give the same bytes.
MOMENT = 0

# How Typst names what it has no glyph for: in the notation of Rust's string literals.
_NO_GLYPH = re.compile(r'the text `"((?:[^"\\]|\\.)*)"` could not be displayed')
_ESCAPE = re.compile(r"\\(?:u\{([0-9a-f]+)\}|(.))")
_ROUNDS = 4


@dataclass(frozen=True, slots=True)
class Pages:
    """What Typst made.

    Attributes:
        pdf: the file; None where none could be made.
        missing: the characters, or clusters of them, whose numbers stand in their place.
        reason: why there is no file.
    """

    pdf: bytes | None
    missing: frozenset[str] = field(default=frozenset())
    reason: str = ""


def typeset(template: str, sheet: dict[str, Any], change: Change, look: Mapping[str, Any], **inputs: str) -> Pages:
    """Set a sheet; where Typst has no glyph, put the character's number in its place and set it again.

    Args:
        template: its name in xslt/typst/.
        sheet: what the template takes as `sys.inputs.data`.
        change: changes all texts of a sheet that are seen on the page.
        look: what set.typ takes as `sys.inputs.look`.
        inputs: what else the template takes.
    """
    missing: set[str] = set()
    sheet = _substituted(sheet, change, NEVER_SHOWN, missing)
    for _ in range(_ROUNDS):
        try:
            text = json.dumps(sheet, ensure_ascii=False)
            seen = json.dumps({**look, "scripts": _BEYOND.search(text) is not None})
            data = {"data": text, "look": seen, **inputs}
            return Pages(_compiled(template, data), frozenset(missing))
        except _typst_error() as error:
            absent = set(_absent(error))
            if not absent:
                return Pages(None, frozenset(missing), str(error.message))
        longest_first = sorted(absent, key=lambda cluster: (-len(cluster), cluster))
        sheet = _substituted(sheet, change, re.compile("|".join(map(re.escape, longest_first))), missing)
    return Pages(None, frozenset(missing), "characters without a glyph remain")


def found(template: str) -> Any:
    """Return what the template labels "found" in what was set last."""
    return json.loads(_compiler(template).query("<found>", field="value", one=True))


def _substituted(sheet: dict[str, Any], change: Change, pattern: re.Pattern[str], missing: set[str]) -> dict[str, Any]:
    """Put numbers for what `pattern` finds in all that is seen on the page, and add it to `missing`."""

    def numbered(text: str) -> str:
        missing.update(pattern.findall(text))
        return pattern.sub(lambda match: _number(match[0]), text)

    return change(sheet, numbered)


def _number(cluster: str) -> str:
    return "".join(f"[U+{ord(c):04X}]" for c in cluster)


def _absent(error: Any) -> Iterator[str]:
    """Yield what Typst says it cannot show, each cluster of characters that makes one sign."""
    for match in _NO_GLYPH.finditer(error.diagnostic):
        yield _ESCAPE.sub(lambda m: chr(int(m[1], 16)) if m[1] else m[2], match[1])


def _compiled(template: str, inputs: dict[str, str]) -> bytes:
    return _compiler(template).compile(  # type: ignore[no-any-return]
        format="pdf", pdf_standards=list(STANDARDS), sys_inputs=inputs, timestamp=MOMENT
    )


@cache
def _compiler(template: str) -> Any:
    """Return the process's one compiler of a template: it keeps fonts and layouts from one document to the next.

    Fonts of the machine are left out, since the same edition must look the same everywhere.
    """
    import typst  # noqa: PLC0415 - 50 MB that the other formats do not need

    path = resource(f"xslt/typst/{template}")
    fonts = typst.Fonts(include_system_fonts=False, font_paths=[str(resource(SCRIPTS))])
    return typst.Compiler(str(path), root=str(path.parent), font_paths=fonts)


def _typst_error() -> type[Any]:
    from typst import TypstError  # noqa: PLC0415 - as above

    return TypstError
