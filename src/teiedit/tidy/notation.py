r"""The transcriber's marks in one notation: "[deleted: five]" as "~~five~~".

Only where both become the same element with the same attributes: "[inserted: ten]" says nothing of where the words
were added and `\ten/` says above the line, so it stays. Signs that the edition has declared for itself stay.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from teiedit.model.notation import NOTATION
from teiedit.model.position import Span
from teiedit.recognise.conventions import PAIRS
from teiedit.recognise.editorial import find_editorial

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from teiedit.model.evidence import Mark
    from teiedit.model.source import Transcript
    from teiedit.recognise.editorial import Conventions

# What the canonical signs of an element say beside its name.
_SAID = {pair.kind: pair.attributes for pair in PAIRS if pair.canonical} | {"unclear": (("cert", "low"),)}


def respelt(
    transcript: Transcript, own: Conventions, same: Callable[[str, str], bool]
) -> tuple[str, int, tuple[Span, ...]]:
    """Return the text with its marks in one notation, how many were changed, and those that could not be.

    Args:
        transcript: the text.
        own: the edition's own signs.
        same: whether a second text is understood as the first is, but for the signs.
    """
    text = transcript.source.text
    marks = list(_changeable(transcript, own))
    whole = _written(text, marks)
    if not marks or same(text, whole):
        return whole, len(marks), ()
    kept = [mark for mark in marks if not same(text, _written(text, [mark]))]
    changed = [mark for mark in marks if mark not in kept]
    whole = _written(text, changed)
    if same(text, whole):
        return whole, len(changed), tuple(mark.span for mark in kept)
    return text, 0, tuple(mark.span for mark in marks)


def _changeable(transcript: Transcript, own: Conventions) -> Iterator[Mark]:
    """Yield the marks in signs other than the canonical ones that say the same; of nested ones the outer."""
    text = transcript.source.text
    declared = {sign.partition("…")[0].strip() for sign, _ in own}
    end = 0
    for mark in sorted(find_editorial(transcript, Span(0, len(text)), own).marks, key=lambda m: m.span):
        opening = text[mark.span.start : mark.span.start + mark.signs[0]].strip()
        said = tuple(pair for pair in mark.attributes if pair[0] != "resp")
        if mark.kept and mark.span.start >= end and opening not in declared and _SAID.get(mark.kind) == said:
            end = mark.span.end
            yield mark


def _written(text: str, marks: list[Mark]) -> str:
    parts, end = [], 0
    for mark in marks:
        opening, closing = NOTATION[mark.kind]
        words = text[mark.span.start + mark.signs[0] : mark.span.end - mark.signs[1]]
        parts += [text[end : mark.span.start], opening, words, closing]
        end = mark.span.end
    return "".join((*parts, text[end:]))
