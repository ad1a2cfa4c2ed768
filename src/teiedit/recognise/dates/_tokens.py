"""Text near a date becomes a row of letters, one for each word, number or sign: "13ten Mai 37." is "om2.".

Letters: 1 2 3 4 a number of so many figures (4 a year's), 0 any other; o a day as ordinal; s a short year with its
apostrophe; I a date as ISO 8601 writes it; m a month, u one in small letters where capitals are usual, g one
misspelt; r and i a Roman month; M a republican month, A its year; w a weekday; those of _lexicon.py; signs as they
are; x what no date holds. Square brackets and the question marks in them leave no letter.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from teiedit.recognise.dates._lexicon import phrase_pattern, plain, squeezed
from teiedit.recognise.dates.und import LEXICON as ANY
from teiedit.tools.expressions import expression

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from teiedit.recognise.dates._lexicon import Lexicon, Word

_ROMAN = {name: n for n, name in enumerate("I II III IV V VI VII VIII IX X XI XII XIII XIV".split(), 1)}
_NEAR = 44
# how much further a year in words may reach
_IN_WORDS = 80
_DIGITS = expression(r"\d+")
_TYPED_ONES = str.maketrans("lIO", "110")
_SIGNS = {"–": "-", "—": "-", "−": "-", "‑": "-", "[": "", "]": "", "?": "?", "°": ".", "º": "."}
_SIGN_KINDS = frozenset(",./-:()&")
_SHAPES = r"""
(?P<iso>(?<![\w.-])[12]\d{3}-\d\d-\d\d(?![\d-]))
|(?P<typed>(?<![^\W_])(?=\w{0,3}\d\w{0,3}\d)[1lI][0-9lIO]{3}(?![^\W_])|(?<![^\W_])[lI]\d(?![^\W_]))
|(?P<filled>(?<![\w\]])(?:\d\[\d\?\]|\[\d\?\]\d|\d{1,3}\[\d{1,3}\??\]|\[\d{1,3}\??\]\d{1,3})(?!\w))
|(?P<short>['’‘`´]\d\d(?!\w))
|(?P<glued>(?<=[^\W\d_])\d+)
|(?P<number>\d+)(?P<ending>[^\W\d_]+|[°º])?
|(?P<word>[^\W\d_]+['’]?)
|(?P<gap>\n\s*\n)
|(?P<sign>\S)
"""

Token = tuple[str, int, int, int]


@dataclass(frozen=True, slots=True)
class Row:
    """A stretch of text as letters.

    Attributes:
        text: the whole text.
        code: one letter for each token.
        tokens: letter, start, end and value of each.
    """

    text: str
    code: str
    tokens: tuple[Token, ...]


@cache
def _pattern(phrases: tuple[str, ...], spelled: str) -> re.Pattern[str]:
    return expression(rf"(?P<spelled>{spelled})|(?P<phrase>{phrase_pattern(phrases)})|" + _SHAPES.replace("\n", ""))


def windows(text: str, lexicon: Lexicon) -> list[tuple[int, int]]:
    """Return the stretches of `text` in which a date may stand: those around figures and full names of months."""
    if not text:
        return []
    anchors = [match.span() for match in _DIGITS.finditer(text)]
    small = text.lower()
    if len(small) == len(text):
        for name in lexicon.sought:
            at = small.find(name)
            while at >= 0:
                anchors.append((at, at + len(name) + _IN_WORDS))
                at = small.find(name, at + 1)
    anchors.sort()
    found: list[tuple[int, int]] = []
    for start, end in anchors:
        a, b = max(0, start - _NEAR), min(len(text), end + _NEAR)
        if found and a <= found[-1][1]:
            found[-1] = (found[-1][0], max(b, found[-1][1]))
        else:
            found.append((a, b))
    return [(_edge(text, a, -1), _edge(text, b, 1)) for a, b in found]


def _edge(text: str, at: int, step: int) -> int:
    """Move an edge outwards to the end of the word, if it is not far."""
    for _ in range(30):
        if at in (0, len(text)) or text[at - 1].isspace() or text[min(at, len(text) - 1)].isspace():
            break
        at += step
    return at


def row(text: str, start: int, end: int, lexicon: Lexicon) -> Row:
    """Return the letters for `text` from `start` to `end`."""
    tokens = _with_endings(list(_tokens(text, start, end, lexicon)), text, lexicon)
    tokens = _guess(tokens, text, lexicon)
    return Row(text, "".join(token[0] for token in tokens), tuple(tokens))


def _tokens(text: str, start: int, end: int, lexicon: Lexicon) -> Iterator[Token]:
    pattern = _pattern(lexicon.phrase_list, lexicon.numerals.pattern if lexicon.numerals else r"(?!)")
    depth = 0
    for match in pattern.finditer(text, start, end):
        group = match.lastgroup
        a, b = match.span()
        if group == "sign":
            sign = match[0]
            depth += (sign == "[") - (sign == "]")
            if sign in "[]" or (sign == "?" and depth > 0):
                continue
            kind = _SIGNS.get(sign, sign)
            yield (kind if kind in _SIGN_KINDS else "#" if sign in "£$€№§#" else "x", a, b, 0)
        elif group == "word":
            yield from _word(match[0], a, b, lexicon)
        elif group == "ending":
            yield _with_ending(match["number"], match["ending"], a, b, lexicon)
        else:
            yield _other(group or "", match[0], a, b, lexicon)


def _other(group: str, words: str, a: int, b: int, lexicon: Lexicon) -> Token:
    if group == "phrase":
        kind, value = lexicon.phrase[squeezed(words)]
    elif group == "spelled" and lexicon.numerals:
        value = lexicon.numerals.year(words)
        kind = "4" if 1400 <= value < 2100 else "x"
    else:
        kind, value = _NUMBERS[group](words) if group in _NUMBERS else ("x", 0)
    return (kind, a, b, value)


def _typed(words: str) -> Word:
    """Read a year in which the typewriter's l or I stands for 1: "l921"."""
    value = int(words.translate(_TYPED_ONES))
    return (_figures(str(value)), value)


def _filled(words: str) -> Word:
    """Read a number that an editor completed or doubted: "1[0?]", "18[95]"; "3[1]" may be a footnote."""
    figures = "".join(character for character in words if character.isdigit())
    return (_figures(figures) if len(figures) == 4 or "?" in words else "x", int(figures))


def _figures(words: str) -> str:
    if len(words) == 4:
        return "4" if 1000 <= int(words) < 2100 else "0"
    return str(len(words)) if len(words) < 4 else "0"


def _word(word: str, a: int, b: int, lexicon: Lexicon) -> Iterator[Token]:
    low = plain(word)
    found = lexicon.word.get(low)
    if found:
        # "May" may be a month and a small word in none of our languages, but "Mar" and "Mart" are
        yield (found[0], a, b, found[1])
        return
    if word[-1] in "'’":
        word, low, b = word[:-1], low[:-1], b - 1
    if low in lexicon.month:
        yield ("m" if lexicon.small or word[0].isupper() else "u", a, b, lexicon.month[low])
    elif word in _ROMAN:
        yield ("r", a, b, _ROMAN[word])
    elif low in lexicon.weekday:
        yield ("w" if lexicon.small or word[0].isupper() else "x", a, b, lexicon.weekday[low])
    elif word.upper() in _ROMAN:
        yield ("i", a, b, _ROMAN[word.upper()])
    elif low in REPUBLICAN:
        yield ("M", a, b, REPUBLICAN[low])
    else:
        yield ("x", a, b, 0)


def _with_ending(number: str, ending: str, a: int, b: int, lexicon: Lexicon) -> Token:
    low = plain(ending)
    value = int(number) if len(number) <= 2 else 0
    if number + low in lexicon.month:
        return ("m", a, b, lexicon.month[number + low])
    if 1 <= value <= 31 and (low in lexicon.ordinal or low in "°º"):
        return ("o", a, b, value)
    return ("x", a, b, 0)


def _with_endings(tokens: list[Token], text: str, lexicon: Lexicon) -> list[Token]:
    """Join a day and its ending where a stop or a space parts them: "3.ten Mai", "4 th"."""
    joined: list[Token] = []
    for kind, a, b, value in tokens:
        word = text[a:b]
        if kind == "x" and joined and 2 <= b - a <= 4 and plain(word) in lexicon.ordinal:
            stop = joined[-1][0] == "." and len(joined) > 1 and a == joined[-1][2]
            day = joined[-2] if stop else joined[-1]
            if day[0] in "12" and 1 <= day[3] <= 31 and a - day[2] <= 1:
                del joined[-2 if stop else -1 :]
                joined.append(("o", day[1], b, day[3]))
                continue
        joined.append((kind, a, b, value))
    return joined


def _guess(tokens: list[Token], text: str, lexicon: Lexicon) -> list[Token]:
    """Give a month to words that can hardly be anything else: after a day, before a full year or a stop."""
    for at in range(1, len(tokens)):
        kind, a, b, _ = tokens[at]
        if kind == "o" and tokens[at - 1][0] in "12o." and plain(text[a:b]) in lexicon.month:
            # "3 sept" is September, "sept juillet" the seventh
            tokens[at] = ("m", a, b, lexicon.month[plain(text[a:b])])
        if kind != "x" or not text[a:b].isalpha() or not 3 <= b - a <= 12:
            continue
        before = tokens[at - 2] if tokens[at - 1][0] == "." and at > 1 else tokens[at - 1]
        if before[0] not in "12o" or text[a - 1] == "-":
            continue
        after = "".join(token[0] for token in tokens[at + 1 : at + 4])
        year = re.match(r"[.:,]{0,2}4", after) is not None
        if year or after[:1] in (".", ":") or re.match(r"[23s]", after):
            word = plain(text[a:b])
            month = lexicon.abbreviated(word) or (ANY.month.get(word, 0) if year else 0)
            kind = "m" if month else "g"
            month = month or (lexicon.misspelt(word) if year else 0)
            if month:
                tokens[at] = (kind, a, b, month)
    return tokens


_NUMBERS: dict[str, Callable[[str], Word]] = {
    "number": lambda words: (_figures(words), int(words) if len(words) <= 4 else 0),
    "iso": lambda words: ("I", int(words.replace("-", ""))),
    "typed": _typed,
    "filled": _filled,
    "short": lambda words: ("s", int(words[1:])),
}

REPUBLICAN = {
    plain(name): number
    for number, names in enumerate(
        (
            "vendémiaire",
            "brumaire",
            "frimaire",
            "nivôse",
            "pluviôse",
            "ventôse",
            "germinal",
            "floréal",
            "prairial",
            "messidor",
            "thermidor",
            "fructidor",
            "complémentaire complémentaires",
        ),
        1,
    )
    for name in names.split()
}
