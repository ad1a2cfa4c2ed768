"""The colours and the type that an edition has chosen, as a style sheet for all its pages.

What it does not name is made of what it does, so that it can be read: see `teiedit.tools.colour`.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from teiedit.model import house as model
from teiedit.tools.colour import contrast, mixed, readable

if TYPE_CHECKING:
    from collections.abc import Mapping

    from teiedit.model.house import Style


# How much of the ink there is in what is raised from the paper.
_RAISED = 0.05
# As clear as ink needs to be: above that, ours is taken before another.
_CLEAR = 8


# Letters, words and lines further apart, which helps many who read with effort:
# about the measures of https://www.w3.org/TR/WCAG22/#text-spacing.
SPACED = (
    "main, article, body > section { line-height: 1.9; letter-spacing: .05em; word-spacing: .16em; "
    "font-variant-ligatures: none; hyphens: manual; text-align: start; }"
)


@cache
def colours(style: Style) -> str:
    """Return the style sheet of an edition's colours and type; "" where it has none of its own.

    Colours that it does not name are made of those that it does, so that they can be read on its paper.
    They are for screens; paper stays white.
    """
    light = _palette(style.accent, style.paper, style.ink, dark=False)
    night = style.paper_dark or model.PAPER_DARK
    raised = mixed(night, style.ink_dark or model.INK_DARK, _RAISED)
    accent_dark = style.accent_dark or (style.accent and readable(style.accent, night, raised))
    dark = _palette(accent_dark, style.paper_dark, style.ink_dark, dark=True)
    rules = [SPACED] if style.spacing == "wide" else []
    if style.font == "sans":
        rules.append(":root { --serif: var(--sans); }")
    for scheme, palette in (("light", light), ("dark", dark)):
        if palette:
            rules.append(f"@media screen and (prefers-color-scheme: {scheme}) {{ :root {{ {_properties(palette)} }} }}")
    if "quiet" in {**light, **dark}:
        rules.append(_MORE_CONTRAST)
    return "\n".join(rules) + "\n" if rules else ""


def light(style: Style) -> dict[str, str]:
    """Return the colours of an edition by day: paper, ink, quiet (for what stands beside the text) and accent."""
    ours = {"paper": model.PAPER, "ink": model.INK, "quiet": QUIET, "accent": model.ACCENT}
    return {**ours, **_palette(style.accent, style.paper, style.ink, dark=False)}


# As xslt/html/css/10-base.css has it.
QUIET = "#5f5a51"

_MORE_CONTRAST = "@media screen and (prefers-contrast: more) { :root { --quiet: var(--ink); --line: var(--ink); } }"


def _palette(accent: str, paper: str, ink: str, *, dark: bool) -> dict[str, str]:
    """Return what an edition's choice of colours makes of the style sheet's."""
    ours = (
        (model.PAPER_DARK, model.INK_DARK, model.ACCENT_DARK, model.EDITOR_DARK)
        if dark
        else (model.PAPER, model.INK, model.ACCENT, model.EDITOR)
    )
    if not (paper or ink):
        return {"accent": accent} if accent else {}
    ground = paper or ours[0]
    text = ink or max(ours[1], model.INK, model.INK_DARK, key=lambda one: min(contrast(one, ground), _CLEAR))
    raised = mixed(ground, text, _RAISED)
    return {
        "paper": ground,
        "raised": raised,
        "ink": text,
        "quiet": readable(mixed(text, ground, 0.28), ground, raised),
        "line": mixed(ground, text, 0.17),
        "accent": accent or readable(ours[2], ground, raised),
        "editor": readable(ours[3], ground, raised),
    }


def _properties(values: Mapping[str, str]) -> str:
    return " ".join(f"--{name}: {value};" for name, value in values.items())
