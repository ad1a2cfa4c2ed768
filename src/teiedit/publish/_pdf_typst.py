"""Typst's part in a PDF: compiling one sheet, and the signs that its fonts lack.

Templates are files of ours (xslt/typst/*.typ); what is set arrives as data in `sys.inputs`.
"""

from __future__ import annotations

import json
import re
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any

from teiedit.publish._pdf_events import NEVER_SHOWN
from teiedit.publish._pdf_notes import noted
from teiedit.tools import files
from teiedit.tools.resources import resource

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

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
        where: line and column in the edition's own template at which Typst stopped; zeros where it names none.
        found: what the template labels "found".
    """

    pdf: bytes | None
    missing: frozenset[str] = field(default=frozenset())
    reason: str = ""
    where: tuple[int, int] = (0, 0)
    found: tuple[Any, ...] = ()


def typeset(
    template: str,
    sheet: dict[str, Any],
    change: Change,
    look: Mapping[str, Any],
    own: Mapping[str, bytes] | None = None,
    *,
    asked: bool = False,
    **inputs: str,
) -> Pages:
    """Set a sheet; where Typst has no glyph, put the character's number in its place and set it again.

    Args:
        template: its name in xslt/typst/.
        sheet: what the template takes as `sys.inputs.data`.
        change: changes all texts of a sheet that are seen on the page.
        look: what set.typ takes as `sys.inputs.look`.
        own: files of the edition that stand in place of ours or beside them.
        asked: whether what the template labels "found" is wanted.
        inputs: what else the template takes.
    """
    missing: set[str] = set()
    sheet = _substituted(sheet, change, NEVER_SHOWN, missing)
    with _templates(own or {}) as folder:
        compiler = _kept(folder / template) if not own else _compiler(folder / template)
        for _ in range(_ROUNDS):
            try:
                text = json.dumps(sheet, ensure_ascii=False)
                seen = json.dumps({**look, "scripts": _BEYOND.search(text) is not None})
                data = {"data": text, "look": seen, **inputs}
                made = noted(_compiled(compiler, data), sheet["words"]["note"])
                return Pages(made, frozenset(missing), found=_found(compiler) if asked else ())
            except _typst_error() as error:
                absent = set(_absent(error))
                if not absent:
                    reason = str(error.message).replace(f"{folder}/", "")
                    return Pages(None, frozenset(missing), reason, _where(error))
            longest_first = sorted(absent, key=lambda cluster: (-len(cluster), cluster))
            sheet = _substituted(sheet, change, re.compile("|".join(map(re.escape, longest_first))), missing)
    return Pages(None, frozenset(missing), "characters without a glyph remain")


@contextmanager
def _templates(own: Mapping[str, bytes]) -> Iterator[Path]:
    """Give a folder of templates: ours, or a copy in which the edition's own files stand too.

    It is the root of what Typst reads, so that the edition's own template can read nothing else.
    """
    ours = resource("xslt/typst")
    if not own:
        yield ours
        return
    with files.temporary() as folder:
        for path in sorted(ours.glob("*.typ")):
            (folder / path.name).write_bytes(path.read_bytes())
        for file, content in own.items():
            (folder / file).parent.mkdir(parents=True, exist_ok=True)
            (folder / file).write_bytes(content)
        yield folder


_WHERE = re.compile(r"\bhouse\.typ:(\d+):(\d+)")


def _where(error: Any) -> tuple[int, int]:
    place = _WHERE.search(error.diagnostic)
    # Typst counts columns from 0
    return (int(place[1]), int(place[2]) + 1) if place else (0, 0)


def families() -> list[str]:
    """Return the names of the faces that there are."""
    import typst  # noqa: PLC0415 - as below

    return sorted(set(typst.Fonts(include_system_fonts=False).families()))


def _found(compiler: Any) -> Any:
    return json.loads(compiler.query("<found>", field="value"))


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


def _compiled(compiler: Any, inputs: dict[str, str]) -> bytes:
    return compiler.compile(  # type: ignore[no-any-return]
        format="pdf", pdf_standards=list(STANDARDS), sys_inputs=inputs, timestamp=MOMENT
    )


def _compiler(path: Path) -> Any:
    """Return a compiler of a template.

    Fonts of the machine are left out, since the same edition must look the same everywhere.
    """
    import typst  # noqa: PLC0415 - 50 MB that the other formats do not need

    fonts = typst.Fonts(include_system_fonts=False, font_paths=[str(resource(SCRIPTS))])
    return typst.Compiler(str(path), root=str(path.parent), font_paths=fonts)


# One for each template of ours in a process: it keeps fonts and layouts from one document to the next.
_kept = cache(_compiler)


def _typst_error() -> type[Any]:
    from typst import TypstError  # noqa: PLC0415 - as above

    return TypstError
