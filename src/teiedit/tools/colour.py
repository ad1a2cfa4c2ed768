"""Colours: how well one can be read on another, and what to take instead.

https://www.w3.org/TR/WCAG22/#contrast-minimum
"""

from __future__ import annotations

# What the Guidelines ask of text.
ENOUGH = 4.5


def contrast(one: str, other: str) -> float:
    """Return the ratio of two colours' luminances, from 1 to 21; each is "#rrggbb".

    https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio
    """
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def mixed(one: str, other: str, share: float) -> str:
    """Return `one` with a share (0 to 1) of `other` mixed in, channel by channel in sRGB."""
    pairs = zip(_channels(one), _channels(other), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)


def readable(colour: str, *grounds: str) -> str:
    """Return the colour nearest to `colour`, darker or lighter, that can be read on all grounds.

    Where none can, as between a black and a white ground, it is the better of black and white.
    """
    for step in range(101):
        for end in ("#000000", "#ffffff"):
            nearer = mixed(colour, end, step / 100)
            if least(nearer, *grounds) >= ENOUGH:
                return nearer
    return max(("#000000", "#ffffff"), key=lambda end: least(end, *grounds))


def least(colour: str, *grounds: str) -> float:
    """Return the lowest of a colour's contrasts to several grounds."""
    return min(contrast(colour, ground) for ground in grounds)


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _luminance(colour: str) -> float:
    """https://www.w3.org/TR/WCAG22/#dfn-relative-luminance."""
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (channel / 255 for channel in _channels(colour))
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
