"""Judgements of many letters summed up: a table by field, how far each certainty can be trusted, the worst faults."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from teiedit.evaluate.fields import FIELDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from teiedit.evaluate.compare import Judged

# Ours alone counts as a fault only where the scholars encode the field as a rule: in this share of their letters.
_AS_A_RULE = 0.2


@dataclass(frozen=True, slots=True)
class Case:
    """One letter, judged.

    Attributes:
        name: the stem of its files.
        encoding: the scholars' file, as the user knows it.
        transcript: what was read, as the user knows it.
        judged: the judgement on each value.
        kept: which part of the text is in our TEI.
        failed: why there is no TEI of ours, or "".
    """

    name: str
    encoding: str
    transcript: str
    judged: tuple[Judged, ...]
    kept: float
    failed: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One field over all letters: counts, and what follows from them."""

    field: str
    theirs: int
    right: int
    alike: int
    wrong: int
    missed: int
    extra: int

    def f1(self, *, lenient: bool = False) -> float | None:
        """Return the harmonic mean of precision and recall, or None where there is nothing to judge."""
        total = self.theirs + self.right + self.alike + self.wrong + self.extra
        return 2 * self._hits(lenient=lenient) / total if total else None

    def precision(self, *, lenient: bool = False) -> float | None:
        """Return which part of what we say is right."""
        said = self.right + self.alike + self.wrong + self.extra
        return self._hits(lenient=lenient) / said if said else None

    def recall(self, *, lenient: bool = False) -> float | None:
        """Return which part of what they say we found."""
        return self._hits(lenient=lenient) / self.theirs if self.theirs else None

    def _hits(self, *, lenient: bool) -> int:
        return self.right + (self.alike if lenient else 0)


@dataclass(frozen=True, slots=True)
class Level:
    """Our values of one certainty: how many there are, and how many of them are right."""

    cert: str
    total: int
    right: int
    alike: int


@dataclass(frozen=True, slots=True)
class Report:
    """What was measured.

    Attributes:
        cases: every letter.
        rows: a row for each field that either side has.
        levels: a row for each certainty, "" for what was said without one.
        kept: which part of all text is in our TEI, the mean of the letters.
        faults: all faults that count, the gravest first, each with its letter.
    """

    cases: tuple[Case, ...]
    rows: tuple[Row, ...]
    levels: tuple[Level, ...]
    kept: float
    faults: tuple[tuple[Case, Judged], ...]


def sum_up(cases: Sequence[Case]) -> Report:
    """Return the report on `cases`."""
    encoded = Counter(name for case in cases for name in {j.field for j in case.judged if j.theirs})
    rule = {name for name in FIELDS if encoded[name] and encoded[name] >= len(cases) * _AS_A_RULE}
    counted = [(case, j) for case in cases for j in case.judged if j.verdict != "extra" or j.field in rule]
    rows = tuple(row for name in FIELDS if (row := _row(name, [j for _, j in counted if j.field == name])) is not None)
    faults = sorted(
        ((c, j) for c, j in counted if j.verdict not in ("right", "alike")), key=lambda fault: _gravity(fault[1])
    )
    kept = sum(case.kept for case in cases) / len(cases) if cases else 1.0
    return Report(tuple(cases), rows, tuple(_levels(j for _, j in counted)), kept, tuple(faults))


def _row(name: str, judged: Sequence[Judged]) -> Row | None:
    if not judged:
        return None
    verdicts = Counter(j.verdict for j in judged)
    theirs = sum(j.theirs is not None for j in judged)
    return Row(name, theirs, *(verdicts[v] for v in ("right", "alike", "wrong", "missed", "extra")))


def _levels(judged: Iterable[Judged]) -> Iterable[Level]:
    by_cert: dict[str, Counter[str]] = {}
    for one in judged:
        if one.ours is not None and one.field not in ("language", "paragraphs"):
            by_cert.setdefault(one.cert, Counter())[one.verdict] += 1
    for cert in ("high", "medium", "low", ""):
        if cert in by_cert:
            verdicts = by_cert[cert]
            yield Level(cert, sum(verdicts.values()), verdicts["right"], verdicts["alike"])


def _gravity(judged: Judged) -> tuple[int, int, int]:
    """A wrong value is worse than none, and the worse the surer the program was of it."""
    cert = ("high", "medium", "", "low").index(judged.cert if judged.cert in ("high", "medium", "low") else "")
    return ("wrong", "extra", "missed").index(judged.verdict), cert, FIELDS.index(judged.field)
