"""Which lines are the dateline, the salutation, a paragraph, the signature: one reading of the whole transcript.

Each line may have one of a few functions. Rules say how well a line fits a function, a small grammar of letters
says which function may follow which, and the best path through both is found for the transcript as a whole
(Viterbi), so that a signature in the middle or a heading at the end loses against what surrounds it. Neither
order nor shape is absolute: a letter without salutation, or two letters on one sheet, can be read.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from teiedit.model.evidence import Evidence, Zone
from teiedit.model.position import Span
from teiedit.model.source import FORM_FEED, WHITE
from teiedit.recognise.zones.forced import Forced, cut, decides, force
from teiedit.recognise.zones.layout import Row, rows
from teiedit.recognise.zones.path import best_path
from teiedit.recognise.zones.postcard import cut_card
from teiedit.recognise.zones.scores import Scored, is_name, is_sentence, look, score
from teiedit.recognise.zones.several import pieces

if TYPE_CHECKING:
    from collections.abc import Sequence

    from teiedit.model.source import Transcript

__all__ = ["Forced", "find_zones"]


def find_zones(transcript: Transcript, tags: Sequence[str], decided: Sequence[Forced] = ()) -> tuple[Zone, ...]:
    """Return the zones of a transcript in order: together they hold every line that is not blank.

    Args:
        transcript: the lines.
        tags: the languages whose set phrases to look for.
        decided: lines whose function is not the program's to find.
    """
    lines = cut(cut_card(rows(transcript), tags), decided)
    known = look(lines, tags)
    # above the salutation there are headings, whose lines end where their writer ended them
    lines[: known.greeted + 1] = [replace(row, runs_on=False) for row in lines[: known.greeted + 1]]
    scored = [force(score(lines, index, tags, known), row, decided) for index, row in enumerate(lines)]
    path = _offices_first(lines, scored, best_path(lines, [one.scores for one in scored]))
    zones: list[Zone] = []
    for row, one, state in zip(lines, scored, path, strict=True):
        if state == "runin":
            zones += _split(row, one.salute_end, one.evidence.get("runin"))
        elif zones and _joins(zones[-1].kind, state, row):
            last = zones[-1]
            zones[-1] = Zone(last.kind, Span(last.span.start, row.span.end), last.evidence or one.evidence.get(state))
        else:
            sentence = state == "valediction" and is_sentence(row) and not decides(one.evidence.get(state))
            kind = "p" if sentence else _KINDS.get(state, state)
            zones += [Zone(kind, span, one.evidence.get(state)) for span in pieces(row, state)]
    return tuple(zones)


def _offices_first(lines: Sequence[Row], scored: Sequence[Scored], path: Sequence[str]) -> list[str]:
    """Where an office stands above the name, "Le Directeur," and "P. Vasseur", the name is the signature."""
    result = list(path)
    for index in range(len(path) - 1):
        below, named = lines[index + 1], scored[index + 1].evidence
        office = result[index] == "signed" and "role" in scored[index].evidence
        name = result[index + 1] in ("signed", "role") and "role" not in named and is_name(below.text)
        if office and name and not below.after_blank:
            result[index : index + 2] = ["role", "signed"]
    return result


# Functions whose lines in one block are one: a dateline in three lines, an address, a heading.
_ONE = ("dateline", "address", "footaddress", "footdate", "salute", "main", "letterhead")


_KINDS = {"middate": "footdate", "more": "p", "psmore": "postscript", "afterword": "postscript"}


def _joins(kind: str, state: str, row: Row) -> bool:
    if state == "more":
        return True
    return state == kind and state in _ONE and not row.after_blank


def _split(row: Row, end: int, evidence: Evidence | None) -> list[Zone]:
    """A salutation run into the first paragraph ("Sir: I have…") is a zone of its own."""
    salute = Span(row.span.start, row.span.start + len(row.text[:end].rstrip(WHITE + FORM_FEED)))
    rest = Span(row.span.start + end, row.span.end)
    return [Zone("salute", salute, evidence), Zone("p", rest)]
