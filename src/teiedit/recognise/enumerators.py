"""Enumerators: "1)", "(a)", "iv." as typed, and the ordinal that each can stand for.

One sign can belong to several series ("i" is 9 among letters, 1 among Roman numerals); which one is meant is
decided by what comes before and after it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from teiedit.model.position import Span
from teiedit.tools.expressions import expression

_ROMAN = expression(r"(?=[ivxlc])(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})")
_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}

# At the head of a paragraph: "1)", "1.", "(1)", "a)", "(a)", "iv.", "IV)", "1°", "2d:", "First.", "Article 3.", "§ 4";
# a lone capital with a stop is an initial.
_WORDS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_HEAD = expression(
    r"(?:\((?P<both>\d{1,3}|[a-z]|[ivxlc]{1,6}|[A-Z]|[IVXLC]{2,6})\)|"
    r"(?P<degree>\d{1,3})\s?[°º][.)]?[-–—]?|"
    r"(?P<ordinal>\d{1,2})(?:st|nd|rd|d|th)[.:,]|"
    rf"(?P<word>{'|'.join(w.capitalize() for w in _WORDS)})(?:ly)?[.,:;]|"
    r"(?P<article>(?:Article|Artikel|Art\.|Section|Sec\.|Clause|§)\s?(?:\d{1,3}|[IVXLC]{1,6}))\s?[.:)]?|"
    r"(?P<one>\d{1,3}|[a-z]|[ivxlc]{1,6}|[IVXLC]{1,6})(?P<stop>[.)][-–—]?))(?=[ \t\r\n])"
)
_SIGN = expression(r"\d+|[IVXLC]+$")
# Inside a sentence only signs in brackets are looked at: "(a)", or "a)" after white space.
_INLINE = expression(
    r"(?:(?<=[\s—–(:;,])|^)"
    r"(?:\((?P<both>\d{1,2}|[a-z]|[ivx]{1,5})\)|(?P<one>\d{1,2}|[a-z]|[ivx]{1,5})\))(?=[ \t\r\n])"
)


@dataclass(frozen=True, slots=True)
class Enumerator:
    """A printed label.

    Attributes:
        span: where it stands, in the text that was searched.
        sign: the enumerator without its punctuation, as typed: "1", "a", "iv".
        style: what surrounds the sign: "(", ")" or "."; members of one series share it.
        readings: the ordinals it can stand for, by series: ("arabic", 1), ("alpha", 9), ("roman", 1).
    """

    span: Span
    sign: str
    style: str
    readings: tuple[tuple[str, int], ...]

    def ordinal(self, series: str) -> int:
        """Return its ordinal in `series`, or 0 if it cannot belong to it."""
        return dict(self.readings).get(series, 0)


def at_head(text: str) -> Enumerator | None:
    """Return the enumerator with which `text` begins, or None."""
    match = _HEAD.match(text)
    if match is None or len(text) == match.end():
        return None
    kind = match.lastgroup if match.lastgroup != "stop" else "one"
    sign = match[kind or "one"]
    if kind == "article":
        # in the middle of a sentence "Article 3" is what is spoken of
        if not re.match(r"\s+[“\"A-ZÀ-Þ(]", text[match.end() :]):
            return None
        sign = _SIGN.findall(sign)[-1]
    style = {"one": (match["stop"] or ".")[0], "both": "("}.get(kind or "", kind or "")
    return _enumerator(match, sign, style)


def inline(text: str) -> tuple[Enumerator, ...]:
    """Return all signs in `text` that could be inline enumerators."""
    return tuple(
        _enumerator(match, match["both"] or match["one"], "(" if match["both"] else ")")
        for match in _INLINE.finditer(text)
    )


def _enumerator(match: re.Match[str], sign: str, style: str) -> Enumerator:
    return Enumerator(Span(*match.span()), sign, style, _readings(sign))


def _readings(sign: str) -> tuple[tuple[str, int], ...]:
    if sign.isdigit():
        return (("arabic", int(sign)),)
    if sign.lower() in _WORDS:
        return (("words", _WORDS.index(sign.lower()) + 1),)
    case = "upper" if sign.isupper() else "lower"
    readings = []
    if len(sign) == 1:
        readings.append((f"alpha-{case}", ord(sign.lower()) - 96))
    if _ROMAN.fullmatch(sign.lower()):
        readings.append((f"roman-{case}", _roman(sign.lower())))
    return tuple(readings)


def _roman(sign: str) -> int:
    values = [_VALUES[letter] for letter in sign]
    return sum(-v if any(v < w for w in values[i + 1 : i + 2]) else v for i, v in enumerate(values))


def roman(sign: str) -> int:
    """Return the value of a Roman numeral in small letters, or 0 if it is none."""
    return _roman(sign) if _ROMAN.fullmatch(sign) else 0


def normal(step: str) -> str:
    """Return an enumerator as it is compared: small letters, large Roman numerals as figures."""
    if step == "premier":
        return "1"
    if step.isupper() and step.isalpha() and (value := roman(step.lower())):
        return str(value)
    return step.casefold()
