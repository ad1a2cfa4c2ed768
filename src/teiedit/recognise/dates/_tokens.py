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

if TYPE_CHECKING:
    from collections.abc import Iterator

    from teiedit.recognise.dates._lexicon import Lexicon

_ROMAN = {name: n for n, name in enumerate("I II III IV V VI VII VIII IX X XI XII XIII XIV".split(), 1)}
_NEAR = 44
_DIGITS = re.compile(r"\d+")
_TYPED_ONES = str.maketrans("lIO", "110")
_SIGNS = {"–": "-", "—": "-", "−": "-", "‑": "-", "[": "", "]": "", "?": "?", "°": ".", "º": "."}
_SIGN_KINDS = frozenset(",./-:()&")
_TOKEN = r"""
(?P<iso>(?<![\w.-])[12]\d{3}-\d\d-\d\d(?![\d-]))
|(?P<typed>(?<![^\W_])(?=\w{0,3}\d\w{0,3}\d)[1lI][0-9lIO]{3}(?![^\W_]))
|(?P<filled>(?<![\w\]])(?:\d\[\d\?\]|\[\d\?\]\d|\d{1,3}\[\d{1,3}\??\]|\[\d{1,3}\??\]\d{1,3})(?!\w))
|(?P<short>['’‘`´]\d\d(?!\w))
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
def _pattern(phrases: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?P<phrase>{phrase_pattern(phrases)})|" + _TOKEN.replace("\n", ""))


def windows(text: str, lexicon: Lexicon) -> list[tuple[int, int]]:
    """Return the stretches of `text` in which a date may stand: those around figures and full names of months."""
    if not text:
        return []
    anchors = [match.span() for match in _DIGITS.finditer(text)]
    small = text.lower()
    if len(small) == len(text):
        for name in lexicon.full:
            at = small.find(name)
            while at >= 0:
                anchors.append((at, at + len(name)))
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
    tokens = list(_tokens(text, start, end, lexicon))
    tokens = _guess(tokens, text, lexicon)
    return Row(text, "".join(token[0] for token in tokens), tuple(tokens))


def _tokens(text: str, start: int, end: int, lexicon: Lexicon) -> Iterator[Token]:
    pattern = _pattern(lexicon.phrase_list)
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
    if group == "number":
        return (_figures(words), a, b, int(words) if len(words) <= 4 else 0)
    if group == "phrase":
        kind, value = lexicon.phrase[squeezed(words)]
        return (kind, a, b, value)
    if group == "iso":
        return ("I", a, b, int(words.replace("-", "")))
    if group == "typed":
        value = int(words.translate(_TYPED_ONES))
        return ("4" if 1000 <= value < 2100 else "0", a, b, value)
    if group == "filled":
        figures = "".join(character for character in words if character.isdigit())
        sure = len(figures) == 4 or "?" in words
        return (_figures(figures) if sure else "x", a, b, int(figures))
    if group == "short":
        return ("s", a, b, int(words[1:]))
    return ("x", a, b, 0)


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
    if 1 <= value <= 31 and low in lexicon.ordinal:
        return ("o", a, b, value)
    return ("x", a, b, 0)


def _guess(tokens: list[Token], text: str, lexicon: Lexicon) -> list[Token]:
    """Give a month to words that can hardly be anything else: after a day, before a full year or a sign of shortening."""
    for at in range(1, len(tokens)):
        kind, a, b, _ = tokens[at]
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
