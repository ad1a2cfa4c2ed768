"""Two encodings of one letter compared, field by field: what is right, wrong, missed or too much.

Strict means equal in letters and figures, word order included. Lenient asks what an editor would call the same:
nearly the same words, the same family name, dates that overlap, a clause that begins alike.
"""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from teiedit.evaluate.fields import FIELDS, Value, key

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from teiedit.evaluate.fields import Fields

_ALIKE = 0.85
_OPENING = 24
# A paragraph is known by how it begins: where it ends is the question of the next one.
_PARAGRAPH = 40
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Judged:
    """One value of a field, judged.

    Attributes:
        field: one of FIELDS.
        verdict: "right", "alike" (right only when lenient), "wrong" (theirs and ours differ), "missed" (only theirs)
            or "extra" (only ours).
        theirs: the scholars' value, or None.
        ours: this program's value, or None.
    """

    field: str
    verdict: str
    theirs: Value | None
    ours: Value | None

    @property
    def cert(self) -> str:
        """How sure this program was of its value."""
        return self.ours.cert if self.ours else ""


def compare(theirs: Fields, ours: Fields) -> tuple[Judged, ...]:
    """Return a judgement on each value of either side, habits of encoding that are as good as ours apart."""
    theirs_of, ours_of = dict(theirs.values), dict(ours.values)
    farewells = {key(value.text) for value in ours_of["closer"]}
    paragraphs = theirs_of["paragraphs"]
    # they may leave the farewell a paragraph, or within the last one, where we say closer
    theirs_of["paragraphs"] = tuple(value for value in paragraphs if key(value.text) not in farewells)
    if not theirs_of["closer"] and any(key(p.text).endswith(f) for p in paragraphs[-3:] for f in farewells if f):
        ours_of["closer"] = ()
    ours_of["paragraphs"] = tuple(value for value in ours_of["paragraphs"] if key(value.text) not in theirs.rows)
    return tuple(judged for name in FIELDS for judged in _field(name, theirs_of[name], ours_of[name]))


def _field(name: str, theirs: tuple[Value, ...], ours: tuple[Value, ...]) -> Iterable[Judged]:
    left = list(ours)
    open_: list[Value] = []
    for verdict, same in (("right", _STRICT.get(name, _equal)), ("alike", _LENIENT.get(name, _similar))):
        open_ = []
        for value in theirs:
            found = next((mine for mine in left if same(value, mine)), None)
            if found is None:
                open_.append(value)
            else:
                left.remove(found)
                yield Judged(name, verdict, value, found)
        theirs = tuple(open_)
    # what is left on both sides is paired in order, so that a wrong value is one fault and not two
    paired = min(len(open_), len(left)) if name not in ("clauses", "paragraphs") else 0
    for value, mine in zip(open_[:paired], left[:paired], strict=True):
        yield Judged(name, "wrong", value, mine)
    yield from (Judged(name, "missed", value, None) for value in open_[paired:])
    yield from (Judged(name, "extra", None, mine) for mine in left[paired:])


def _equal(theirs: Value, ours: Value) -> bool:
    return key(theirs.text) == key(ours.text)


def _similar(theirs: Value, ours: Value) -> bool:
    one, two = " ".join(_WORD.findall(theirs.text.casefold())), " ".join(_WORD.findall(ours.text.casefold()))
    if not one or not two or min(len(one), len(two)) * 2 < max(len(one), len(two)) * _ALIKE:
        return False
    matcher = difflib.SequenceMatcher(None, one, two, autojunk=False)
    return matcher.quick_ratio() >= _ALIKE and matcher.ratio() >= _ALIKE


def _same_words(theirs: Value, ours: Value) -> bool:
    """The same names in any order: "Doe, John" is "John Doe"."""
    return sorted(_WORD.findall(theirs.text.casefold())) == sorted(_WORD.findall(ours.text.casefold()))


def _same_family(theirs: Value, ours: Value) -> bool:
    """The family name of one is among the words of the other."""
    inverted = "," in theirs.text
    words = _WORD.findall((theirs.text.split(",")[0] if inverted else theirs.text.split("(")[0]).casefold())
    mine = set(_WORD.findall(ours.text.casefold()))
    return bool(words) and words[-1] in mine


def _contained(theirs: Value, ours: Value) -> bool:
    one, two = set(_WORD.findall(theirs.text.casefold())), set(_WORD.findall(ours.text.casefold()))
    return bool(one and two) and (one <= two or two <= one)


def _same_date(theirs: Value, ours: Value) -> bool:
    return theirs.key == ours.key


def _overlap(theirs: Value, ours: Value) -> bool:
    """The two share a day; a date without its year ("--10-12") is less, and not another one."""
    if ours.key.startswith("--") or theirs.key.startswith("--"):
        return ours.key[-5:] == theirs.key[-5:]
    (start, end), (first, last) = _interval(theirs.key), _interval(ours.key)
    return start <= last and first <= end


def _interval(date: str) -> tuple[str, str]:
    first, _, last = date.partition("/")
    return (first + "-01-01"[len(first) - 4 :] if len(first) < 10 else first), _end(last or first)


def _end(date: str) -> str:
    return date + {4: "-12-31", 7: "-31"}.get(len(date), "")


def _same_clause(theirs: Value, ours: Value) -> bool:
    return theirs.key == ours.key and _begins(theirs, ours)


def _begins(theirs: Value, ours: Value) -> bool:
    length = min(len(key(theirs.text)), _OPENING)
    return key(theirs.text)[:length] == key(ours.text)[:length] and (length > 0 or not key(ours.text))


def _same_paragraph(theirs: Value, ours: Value) -> bool:
    return _start(theirs.text, _PARAGRAPH) == _start(ours.text, _PARAGRAPH)


def _near_paragraph(theirs: Value, ours: Value) -> bool:
    return _start(theirs.text, _PARAGRAPH // 3) == _start(ours.text, _PARAGRAPH // 3)


def _start(text: str, length: int) -> str:
    return key(text[: length * 3])[:length]


_STRICT: dict[str, Callable[[Value, Value], bool]] = {
    "sender": _same_words,
    "addressee": _same_words,
    "date": _same_date,
    "clauses": _same_clause,
    "paragraphs": _same_paragraph,
}
_LENIENT: dict[str, Callable[[Value, Value], bool]] = {
    "sender": _same_family,
    "addressee": _same_family,
    "date": _overlap,
    "place": _contained,
    "clauses": _begins,
    "paragraphs": _near_paragraph,
}


def text_kept(theirs: str, ours: str) -> float:
    """Return which part of the words of `theirs` is in `ours`, in order: 1.0 for all of them."""
    one, two = key(theirs), key(ours)
    if not one or one in two:
        return 1.0
    left, right = _WORD.findall(theirs.casefold()), _WORD.findall(ours.casefold())
    matcher = difflib.SequenceMatcher(None, left, right, autojunk=False)
    kept = sum(len(word) for block in matcher.get_matching_blocks() for word in left[block.a : block.a + block.size])
    return kept / sum(map(len, left))
