"""Hyphens at the ends of lines: which only divide a word, and which belong to it.

A hyphen is taken to divide a word only where that is sure; every other stays as it stands, with its line end as
white space. https://tei-c.org/release/doc/tei-p5-doc/en/html/CO.html#COPU-2
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from teiedit.model.evidence import Evidence, Mark
from teiedit.model.position import Span
from teiedit.tools.expressions import expression

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable

    from teiedit.model.source import Transcript

RULE = "line.hyphen"
WHAT = "a hyphen at the end of a line divides a word that occurs undivided elsewhere, or whose parts are no words"

# Hyphens of type and typewriter, the double hyphen of blackletter, the not sign of transcribers, the soft hyphen.
_AT_LINE_END = expression(
    r"(?<![^\W\d_])(?P<head>[^\W\d_]+)(?P<sign>[-‐=¬\u00ad])(?P<end>[ \t]*(?:\r\n|\r|\n)[ \t]*)"
    r"(?P<tail>[^\W\d_]+)(?P<next>[-‐=’']?)"
)
_WORD = expression(r"[^\W\d_]+(?:-[^\W\d_]+)*")
# First members of words that keep their hyphen, and second members that stand after one.
_KEEPS_AFTER = frozenset(
    "self well non ex co anti semi half quasi vice pre post all ill long short high low so to by up down off on in out "
    "mid neo pro re un over under ultra anglo franco russo austro sino war peace arch "
    "peut vis c est lui moi toi eux elle elles nous vous leur ci celui celle ceux là quelques quelqu dix vingt trente "
    "quarante cinquante soixante au par avant après demi sous contre grand haut bas sud nord non".split()
)
_KEEPS_BEFORE = frozenset(
    "and or to in by of law at "
    "und oder bis bzw als noch wie "
    "je tu il elle on nous vous ils elles ce ci là le la les lui leur moi toi soi même mêmes y en t être dire dessus "
    "dessous delà devant vis à un uns unes deux trois quatre cinq six sept huit neuf dix".split()
)


def find_hyphens(transcript: Transcript, spans: Iterable[Span]) -> tuple[Mark, ...]:
    """Return a mark for each line end, within `spans`, that only divides a word.

    The mark covers the white space after the hyphen, which is no part of the text.
    """
    text = transcript.source.text
    found = [match for span in spans for match in _AT_LINE_END.finditer(text, span.start, span.end)]
    if not found:
        return ()
    words = frozenset(word.casefold() for word in _WORD.findall(_AT_LINE_END.sub(" ", text)))
    return tuple(_mark(match, evidence) for match in found if (evidence := _why(match, words)))


def _mark(match: re.Match[str], evidence: Evidence) -> Mark:
    start, end = match.span("end")
    return Mark(Span(start, end), "lb", (("break", "no"),), evidence, signs=(end - start, 0))


def _why(match: re.Match[str], words: frozenset[str]) -> Evidence | None:
    """Return the evidence that a hyphen divides one word, or None where that is not sure."""
    head, tail = match["head"].casefold(), match["tail"].casefold()
    whole = head + tail
    span = (Span(match.start("head"), match.end("tail")),)
    if not match["tail"].islower() or match["next"] in ("-", "‐") or f"{head}-{tail}" in words:
        return None
    if match["sign"] in "¬\u00ad":
        return Evidence(RULE, "high", "the sign is one for dividing words", span)
    if whole in words:
        return Evidence(RULE, "high", f'"{whole}" occurs undivided', span)
    own = head in words or tail in words or head in _KEEPS_AFTER or tail in _KEEPS_BEFORE
    if own or len(tail) < 2 or (match["sign"] == "=" and len(head) < 2):
        return None
    return Evidence(RULE, "medium", f'neither "{head}" nor "{tail}" is a word of the document', span)
