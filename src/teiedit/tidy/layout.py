"""White space that says nothing: line ends of other systems, blanks at line ends, tabs in indents, blank lines.

Each step takes text and gives text, adds or removes no white space between two characters that had none or some, and
done twice is as if done once. What means something is not touched: single line breaks, how far a line is set in, the
gaps within a line, one blank line or two, form feeds, and spaces that XML does not count as white space.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

# As wide as the program counts a tab, and every typewriter's default.
_TAB = 8
_MOST_BLANK = 2

_LINE_END = re.compile(r"\r\n?")
_TRAILING = re.compile(r"[ \t]+(?=[\r\n]|\Z)")
_INDENT = re.compile(r"(?:(?<=[\r\n])|\A) *\t[ \t]*")
_BLANK_LINES = re.compile(rf"(?P<end>\r\n?|\n)(?:[ \t]*(?:\r\n?|\n)){{{_MOST_BLANK + 1},}}")
_HEAD = re.compile(r"\A(?:[ \t]*(?:\r\n?|\n))+")
_FOOT = re.compile(r"[ \t\r\n]*\Z")


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that is put in order.

    Attributes:
        name: what it puts in order, as it is told to people.
        apply: gives the text in order.
    """

    name: str
    apply: Callable[[str], str]


STEPS = (
    Step("line ends", lambda text: _LINE_END.sub("\n", text)),
    Step("blanks at line ends", lambda text: _TRAILING.sub("", text)),
    Step("tabs in indents", lambda text: _INDENT.sub(lambda found: found.group().expandtabs(_TAB), text)),
    Step("runs of blank lines", lambda text: _BLANK_LINES.sub(lambda found: found["end"] * (_MOST_BLANK + 1), text)),
    Step("blank lines at the head", lambda text: _HEAD.sub("", text)),
    Step("line end at the foot", lambda text: _FOOT.sub("", text, count=1) + "\n"),
)


def in_order(text: str, same: Callable[[str, str], bool]) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    """Return `text` in order, with the names of the steps that changed it and of those that were not allowed to.

    Args:
        text: a transcript.
        same: whether a second text is understood as the first is. Where it is not, the steps are tried one by one,
            again and again until none changes anything, so that what comes out is in order by the same measure.
    """
    whole, done = _all(text)
    if whole == text:
        return text, (), ()
    if same(text, whole):
        return whole, done, ()
    changed: dict[str, None] = {}
    refused: dict[str, None] = {}
    current, before = text, ""
    while current != before:
        before, refused = current, {}
        for step in STEPS:
            after = step.apply(current)
            if after == current:
                continue
            if same(current, after):
                current, changed[step.name] = after, None
            else:
                refused[step.name] = None
    return current, tuple(changed), tuple(refused)


def lines(text: str) -> list[str]:
    """Return the lines of a text without their line ends, of whichever kind; after the last of these there is none."""
    found = re.split(r"\r\n|\r|\n", text)
    return found if found[-1] else found[:-1]


def _all(text: str) -> tuple[str, tuple[str, ...]]:
    done = []
    for step in STEPS:
        after = step.apply(text)
        if after != text:
            done.append(step.name)
        text = after
    return text, tuple(done)
