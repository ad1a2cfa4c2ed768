"""A translation is laid beside its document, passage by passage.

Three things say what belongs together, the surest first: what the translator has marked; numbers and headings, where
the translation has the same in the same order; and the order of the passages between those, where there are as many
on both sides and their lengths are in proportion (as in Gale and Church, "A Program for Aligning Sentences in
Bilingual Corpora", https://aclanthology.org/J93-1004/). Opening and closing may be given line by line, in other lines,
or not at all, where only one reading of that fits. What does not fit is laid beside nothing, and said.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import groupby, pairwise, product
from typing import TYPE_CHECKING

from teiedit.model.commentary import is_passage, passages
from teiedit.model.diagnostic import Diagnostic, Severity
from teiedit.model.document import Added, Element

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from teiedit.model.commentary import Passage, Translation
    from teiedit.recognise.units import Unit, Units

# By how much the lengths of two passages may be out of proportion: where there are as many on both sides, and where
# opening or closing is divided otherwise. Short ones are not judged by a word more or less.
_MOST, _LESS, _SHORT = 2.5, 1.8, 20
# More ways to divide opening and closing than this are not tried.
_WAYS = 400
_MARKS = (
    "put a mark on a line of its own above a passage: {2(b)} by its number, {¶ 3} by paragraph, {#c-2} by name, "
    "or {-} for none"
)


@dataclass(frozen=True, slots=True)
class _Side:
    """A passage of the translation.

    Attributes:
        at: its number among them.
        tag: its element.
        length: how many characters it has.
        said: what is said of it.
    """

    at: int
    tag: str
    length: int
    said: Passage


@dataclass(slots=True)
class Alignment:
    """What lies beside what.

    Attributes:
        beside: for a passage of the translation, by number, the place of an element of the document.
        found: what does not fit.
    """

    beside: dict[int, int] = field(default_factory=dict)
    found: list[Diagnostic] = field(default_factory=list)


def align(translation: Translation, units: Units) -> Alignment:
    """Return what of a translation lies beside what of the document.

    The diagnostics: B007 a stretch that does not fit; B008 a mark that means no place, or several; B010 what has no
    translation.
    """
    return _Aligner(translation, units).run()


class _Aligner:
    def __init__(self, translation: Translation, units: Units) -> None:
        self.result = Alignment()
        self._lacking: list[Unit] = []
        self._place = translation.place
        self._all = units
        elements = list(passages(translation.content))
        sides = [
            _Side(at, element.tag, _length(element), said)
            for at, (element, said) in enumerate(zip(elements, translation.passages, strict=True))
        ]
        # the first heading of the first level is the translation's title
        titled = bool(elements) and elements[0].tag == "head" and dict(elements[0].attributes).get("n") == "1"
        self._sides = sides[1:] if titled else sides
        text = [unit for unit in units.passages if not (translation.paragraphs and unit.group)]
        self._units = text
        size = sum(unit.length for unit in text) or 1
        self._scale = (sum(side.length for side in self._sides) or 1) / size

    def run(self) -> Alignment:
        marked = self._marked()
        apart = {at for at in self.result.beside if at not in dict(marked)}
        sides = [side for side in self._sides if side.at not in apart and side.said.mark != "-"]
        taken = {self.result.beside[at] for at in apart}
        units = [unit for unit in self._units if unit.index not in taken]
        for side_part, unit_part in _stretches(sides, units, marked):
            self._stretch(side_part, unit_part)
        if self._lacking:
            self._left_out(self._lacking)
        return self.result

    def _marked(self) -> list[tuple[int, int]]:
        """Return the marks that go forward through the document; what others mean is settled."""
        forward: list[tuple[int, int]] = []
        for side in self._sides:
            if side.said.mark in ("", "-"):
                continue
            meant = self._meant(side.said.mark)
            if len(meant) != 1:
                self._unknown(side, several=bool(meant))
                continue
            self.result.beside[side.at] = meant[0]
            last = forward[-1][1] if forward else 0
            if meant[0] > last and any(unit.index == meant[0] for unit in self._units):
                forward.append((side.at, meant[0]))
        return forward

    def _meant(self, mark: str) -> list[int]:
        if mark.startswith("#"):
            return [index for index, name in self._all.names.items() if name == mark[1:]]
        paragraph = re.fullmatch(r"(?:¶|§)\s*(\d+)", mark)
        if paragraph:
            return [unit.index for unit in self._all.passages if unit.paragraph == int(paragraph[1])]
        path = _key(mark)
        found = [
            unit.index
            for unit in self._all.passages
            if (unit.label or unit.tag == "head") and path and _key(unit.path) == path
        ]
        return found or [index for name, places in self._all.inline.items() if _key(name) == path for index in places]

    def _unknown(self, side: _Side, *, several: bool) -> None:
        what = "means several places in the document" if several else "means no place in the document"
        hint = "name the place by its identifier, such as {#c-2}: the TEI has it" if several else _MARKS
        self._say("B008", side, f'the mark "{{{side.said.mark}}}" {what}', hint)

    def _stretch(self, sides: list[_Side], units: list[Unit]) -> None:
        """Align what stands from one mark to the next."""
        fixed = self._numbered(sides, units)
        if fixed is None:
            self._say(
                "B007",
                sides[0],
                "the numbers of this translation are not those of the transcript, in their order",
                _MARKS,
            )
            return
        self.result.beside.update(fixed)
        for side_part, unit_part in _stretches(sides, units, fixed):
            self._between(side_part, unit_part)

    def _numbered(self, sides: Sequence[_Side], units: Sequence[Unit]) -> list[tuple[int, int]] | None:
        """Return what belongs together by number or heading; None where the two sides differ in that."""
        labelled = [unit for unit in units if unit.label]
        known = {_key(unit.label) for unit in labelled}
        theirs = [side for side in sides if _key(side.said.label) in known]
        fixed: list[tuple[int, int]] = []
        if theirs:
            if [_key(side.said.label) for side in theirs] != [_key(unit.label) for unit in labelled]:
                return None
            fixed = [(side.at, unit.index) for side, unit in zip(theirs, labelled, strict=True)]
        ours, heads = [u for u in units if u.tag == "head"], [s for s in sides if s.tag == "head"]
        if len(ours) == len(heads):
            fixed += [(side.at, unit.index) for side, unit in zip(heads, ours, strict=True)]
        fixed.sort()
        return fixed if all(one[1] < other[1] for one, other in pairwise(fixed)) else None

    def _between(self, sides: list[_Side], units: list[Unit]) -> None:
        """Align passages that nothing but their order tells apart."""
        if not sides:
            self._lacking += [unit for unit in units if not unit.group]
            return
        pairs = self._in_order(sides, units)
        if pairs is None:
            self._unfit(sides, units)
        else:
            self.result.beside.update({side.at: index for side, index in pairs})

    def _in_order(self, sides: Sequence[_Side], units: Sequence[Unit]) -> list[tuple[_Side, int]] | None:
        runs = [(group, list(members)) for group, members in groupby(units, key=lambda unit: unit.group)]
        sizes = [[len(members)] if not group else range(len(members) + 2) for group, members in runs]
        if len(sides) == len(units):
            strict = self._laid(sides, runs, [len(members) for _, members in runs], _MOST)
            if strict is not None:
                return strict
        ways = 1
        for size in sizes:
            ways *= len(size)
        if ways > _WAYS:
            return None
        laid = [self._laid(sides, runs, way, _LESS) for way in product(*sizes) if sum(way) == len(sides)]
        fitting = [pairs for pairs in laid if pairs is not None]
        return fitting[0] if len(fitting) == 1 else None

    def _laid(
        self, sides: Sequence[_Side], runs: Sequence[tuple[int, list[Unit]]], way: Sequence[int], most: float
    ) -> list[tuple[_Side, int]] | None:
        """Lay so many passages beside each run of units; None where lengths say that it cannot be."""
        pairs: list[tuple[_Side, int]] = []
        left = iter(sides)
        for (group, members), count in zip(runs, way, strict=True):
            part = [next(left) for _ in range(count)]
            if group and count != len(members):
                together = sum(unit.length for unit in members)
                if part and not self._proportionate(sum(side.length for side in part), together, most):
                    return None
                pairs += [(side, group) for side in part]
            elif any(not self._proportionate(s.length, u.length, most) for s, u in zip(part, members, strict=True)):
                return None
            else:
                pairs += [(side, unit.index) for side, unit in zip(part, members, strict=True)]
        return pairs

    def _proportionate(self, theirs: int, ours: int, most: float) -> bool:
        ratio = (theirs + _SHORT) / (ours * self._scale + _SHORT)
        return 1 / most <= ratio <= most

    def _unfit(self, sides: Sequence[_Side], units: Sequence[Unit]) -> None:
        count, theirs = _many(len(units)), _many(len(sides))
        if len(sides) == len(units):
            message = f"{theirs} from here on are as many as in the transcript, but their lengths do not fit those"
        else:
            message = f"the translation has {theirs} from here on where the transcript has {count}"
        self._say("B007", sides[0], message, _MARKS)

    def _left_out(self, units: Sequence[Unit]) -> None:
        names = ", ".join(f"#{unit.name}" for unit in units[:3]) + (" …" if len(units) > 3 else "")
        message = f"the translation leaves out {_many(len(units))} of the transcript ({names})"
        hint = "add what is missing; if it is left out on purpose, leave it"
        self.result.found.append(Diagnostic("B010", Severity.INFO, self._place, message, hint))

    def _say(self, code: str, side: _Side, message: str, hint: str) -> None:
        self.result.found.append(Diagnostic(code, Severity.WARNING, side.said.place, message, hint))


def _stretches(
    sides: Sequence[_Side], units: Sequence[Unit], fixed: Sequence[tuple[int, int]]
) -> Iterator[tuple[list[_Side], list[Unit]]]:
    """Yield what stands between places that belong together, on both sides."""
    start, begin = 0, 0
    ats, indexes = [side.at for side in sides], [unit.index for unit in units]
    for at, index in fixed:
        end, stop = ats.index(at), indexes.index(index)
        yield list(sides[start:end]), list(units[begin:stop])
        start, begin = end + 1, stop + 1
    yield list(sides[start:]), list(units[begin:])


def _length(element: Element) -> int:
    """Return how many characters of text a passage has, without passages and notes in it."""
    return sum(
        len(child.text) if isinstance(child, Added) else _length(child)
        for child in element.content
        if isinstance(child, Added)
        or (isinstance(child, Element) and child.tag != "note" and not (element.tag != "table" and is_passage(child)))
    )


def _key(label: str) -> str:
    return re.sub(r"[^\w]+", ".", label).strip(".").casefold()


def _many(count: int) -> str:
    return "one passage" if count == 1 else f"{count or 'no'} passages"
