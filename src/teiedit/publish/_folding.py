"""Words as a search compares them: without accents, capitals and old forms of letters.

`xslt/html/js/words.js` does the same in the browser; a test compares the two, letter by letter.
"""

from __future__ import annotations

import unicodedata

from teiedit.tools.expressions import expression

# Letters that Unicode does not take apart (https://www.unicode.org/reports/tr15/), and an apostrophe and a stretching
# sign that it counts among the letters.
_LETTERS = {
    "ß": "ss",
    "æ": "ae",
    "œ": "oe",
    "ø": "o",
    "ł": "l",
    "đ": "d",
    "ð": "d",
    "þ": "th",
    "ħ": "h",
    "ŧ": "t",
    "ı": "i",
    "ĸ": "k",
    "ŋ": "n",
    "ƀ": "b",
    "ʒ": "z",
    "ƿ": "w",
    "ꝛ": "r",
    "ꞃ": "r",
    "ꞅ": "s",
    "ꝺ": "d",
    "ꝼ": "f",
    "ᵹ": "g",
    "ꞇ": "t",
    "ꜳ": "aa",
    "ꜵ": "ao",
    "ꜷ": "au",
    "ꜹ": "av",
    "ꝏ": "oo",
    "ς": "σ",
    "ʼ": "'",
    "ـ": "",
}


class _Folded(dict[int, str]):
    """A table for str.translate that works out each character once."""

    def __missing__(self, code: int) -> str:
        parts = unicodedata.normalize("NFKD", chr(code)).lower()
        self[code] = "".join(_LETTERS.get(sign, sign) for sign in parts if unicodedata.category(sign) not in _DROPPED)
        return self[code]


_DROPPED = {"Mn", "Mc", "Me", "Cf"}
_FOLDED = _Folded()

# A run of letters and digits; of scripts without spaces, and there only, each sign is a word.
_SIGNS = "\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_WORD = expression(rf"[{_SIGNS}]|[^\W_{_SIGNS}]+")


def fold(text: str) -> str:
    """Return `text` in the form in which it is compared."""
    return text.lower() if text.isascii() else text.translate(_FOLDED)


def words(text: str) -> list[str]:
    """Return the words of `text` in order, folded."""
    return _WORD.findall(fold(text))
