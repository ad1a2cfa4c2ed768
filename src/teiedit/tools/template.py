"""A Typst template that is not ours: what it may not do, and how near its names are to ours.

It may compute and set words. It may not fetch or run anything else: no import (which may ask for a package from the
web), no evaluated text, no plug-in. What may be read is kept by the root of the compiler, which holds our templates
alone. The test is stricter than it must be (the words count in prose and comments too), because it cannot be looser.
https://typst.app/docs/reference/
"""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

# What xslt/typst/set.typ reads of house.typ.
VALUES = ("ink", "quiet", "face", "size")
FUNCTIONS = ("rules", "headed", "framed", "head", "foot", "title-page")

_REFUSED = {
    "import": "it may import nothing; what Typst itself has needs no import",
    "include": "it may include nothing",
    "eval": "it may not run text as code",
    "std": "names are used without it",
    "plugin": "it may not run other programs",
}
_WORD = re.compile(rf"(?<![\w-])(?:{'|'.join(_REFUSED)})(?![\w-])")
_NAME = re.compile(r"^#?let\s+([^\W\d_][\w-]*)", re.M)


@dataclass(frozen=True, slots=True)
class Remark:
    """Something at a line and column of a template, from 1: what it is, and what to do."""

    line: int
    column: int
    what: str
    hint: str


def objections(text: str) -> tuple[Remark, ...]:
    """Return what stands against a template, in the order of its lines; nothing if it may be used."""
    return tuple(
        _remark(
            text, match.start(), f'it has the word "{match[0]}"', f"{_REFUSED[match[0]]}; call it otherwise in prose"
        )
        for match in _WORD.finditer(text)
    )


def misspelt(text: str) -> Iterator[Remark]:
    """Give the names that are not read, but are nearly one that is."""
    names = (*VALUES, *FUNCTIONS)
    for match in _NAME.finditer(text):
        near = difflib.get_close_matches(match[1], names, 1, 0.7)
        if near and match[1] not in names:
            hint = f'did you mean "{near[0]}"? If not, call it otherwise'
            yield _remark(text, match.start(1), f'nothing reads "{match[1]}"', hint)


def _remark(text: str, start: int, what: str, hint: str) -> Remark:
    return Remark(text.count("\n", 0, start) + 1, start - text.rfind("\n", 0, start), what, hint)
