"""Names made comparable: without case and accents, as they sound, as they are misread, and how far two are apart.

Comparison costs no more than the names themselves: each key is looked up in a table, and the names that one letter
parts are found by their forms with one letter left out.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_LETTERS = str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "ſ": "s"}
)
# Cyrillic and Greek by the sounds of their letters; of the many systems none is followed to the letter, since `sound`
# takes their results for one.
_CYRILLIC = dict(
    zip(
        "абвгдежзийклмнопрстуфхцчшщъыьэюяёєіїґў",
        "a b v g d e zh z i i k l m n o p r s t u f kh ts ch sh shch - y - e iu ia e ie i i g u".split(),
        strict=True,
    )
)
_GREEK = dict(
    zip("αβγδεζηθικλμνξοπρσςτυφχψω", "a v g d e z i th i k l m n x o p r s s t y f ch ps o".split(), strict=True)
)
_SCRIPT = str.maketrans({k: v.replace("-", "") for k, v in (_CYRILLIC | _GREEK).items()})
# How one sound is spelt in English, German and French: the longest first.
_SOUNDS = (
    (re.compile(r"stch|schtsch|shch|chtch|szcz|shtsh"), "S"),
    (re.compile(r"tsch|tch|cz|tsh"), "C"),
    (re.compile(r"dzh|dsch|dj"), "J"),
    (re.compile(r"sch|sh|sz"), "s"),
    (re.compile(r"zh"), "z"),
    (re.compile(r"kh|ch|gh"), "h"),
    (re.compile(r"ph"), "f"),
    (re.compile(r"th|dt"), "t"),
    (re.compile(r"ck|qu|c(?![eiy])|q"), "k"),
    (re.compile(r"tz|ts|c"), "z"),
    (re.compile(r"[ao]ff$|[eo]ff$|[eo]w$"), "v"),
    (re.compile(r"w"), "v"),
    (re.compile(r"ou|oo"), "u"),
    (re.compile(r"ey|ei|ai|ay|ie|y|j"), "i"),
)
# What is taken for one another where print or writing is bad.
_MISREAD = (
    ("rn", "m"),
    ("vv", "w"),
    ("cl", "d"),
    ("ii", "u"),
    ("1", "l"),
    ("0", "o"),
    ("in", "m"),
    ("ni", "m"),
    ("li", "h"),
)


@lru_cache(maxsize=65536)
def folded(name: str) -> str:
    """Return a name in small letters of the Latin script without accents, its words parted by one space."""
    lower = name.casefold().translate(_LETTERS).translate(_SCRIPT)
    plain = "".join(c for c in unicodedata.normalize("NFKD", lower) if not unicodedata.combining(c))
    return " ".join(re.sub(r"[^\w]+", " ", plain).replace("_", " ").split())


@lru_cache(maxsize=65536)
def umlauts(name: str) -> str:
    """Return a name as `folded` does, with "ä", "ö", "ü" spelt out: "Mueller" for "Müller"."""
    return folded(re.sub("[äöü]", lambda m: {"ä": "ae", "ö": "oe", "ü": "ue"}[m.group()], name.casefold()))


@lru_cache(maxsize=65536)
def sound(name: str) -> str:
    """Return about how a name sounds, so that transliterations and old spellings come together; "" for short ones."""
    plain = umlauts(name).replace(" ", "")
    for pattern, letter in _SOUNDS:
        plain = pattern.sub(letter, plain)
    kept = plain[:1] + re.sub("[aeiou]", "", plain[1:])
    shape = re.sub(r"(.)\1+", r"\1", kept)
    return shape if len(shape) > 3 else ""


@lru_cache(maxsize=65536)
def misread(name: str) -> str:
    """Return a name with one sign for the letters that are taken for one another."""
    plain = folded(name)
    for seen, meant in _MISREAD:
        plain = plain.replace(seen, meant)
    return plain


def keys(name: str) -> Iterator[tuple[str, str]]:
    """Yield the keys by which a name may be found, each with what two names that share it have in common."""
    plain = folded(name)
    yield plain, "the same but for case or accents"
    yield f"ä{umlauts(name)}", "the same but for umlauts"
    if len(plain) > 4:
        yield f"m{misread(name)}", "letters that are easily misread"
        if sound(name):
            yield f"s{sound(name)}", "sounds alike: another spelling or transliteration"
        yield f"1{plain}", "one letter differs"
        for index in range(len(plain)):
            yield f"1{plain[:index]}{plain[index + 1 :]}", "one letter differs"


def one_apart(one: str, other: str) -> bool:
    """Say whether two words differ by one letter at most: another, one more, or two neighbours changed over."""
    if len(one) > len(other):
        one, other = other, one
    if len(other) - len(one) > 1:
        return False
    start = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), len(one))
    if one[start + 1 :] == other[start + 1 :] or one[start:] == other[start + 1 :]:
        return True
    return (
        len(one) == len(other)
        and one[start + 2 :] == other[start + 2 :]
        and one[start : start + 2] == other[start : start + 2][::-1]
    )


def why_alike(one: str, other: str) -> str:
    """Return what two different spellings of a name have in common, or "" if that is too little."""
    shared = [(key, why) for key, why in keys(one)]
    theirs = {key for key, _ in keys(other)}
    for key, why in shared:
        if key in theirs and (not key.startswith("1") or one_apart(folded(one), folded(other))):
            return why
    return ""
