"""Lines as laid out on the sheet: indents, blank lines, and which line breaks are only the typist's margin."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from teiedit.model.position import Span
from teiedit.model.source import FORM_FEED, WHITE
from teiedit.recognise.enumerators import at_head
from teiedit.recognise.pages import page_lines

if TYPE_CHECKING:
    from teiedit.model.source import Transcript

# A typist's page is narrower than this; where a line is longer, each line is a whole paragraph.
_PAGE_WIDTH = 120
# Further in than any paragraph's indent: set to the right, or centred.
_RIGHT = 16


@dataclass(frozen=True, slots=True)
class Row:
    """A line that is not blank.

    Attributes:
        text: without white space at its ends.
        span: where `text` stands.
        indent: how many columns it is set in.
        after_blank: whether a blank line, or nothing, stands before it.
        before_blank: whether a blank line, or nothing, stands after it.
        runs_on: whether the line before was broken by the margin alone: this line's first word would not have
            fitted on it.
        block: the number of the block of lines between blank lines that it stands in.
        spaced: whether the transcript sets blocks apart by blank lines.
    """

    text: str
    span: Span
    indent: int
    after_blank: bool
    before_blank: bool
    runs_on: bool
    block: int
    spaced: bool

    @property
    def right(self) -> bool:
        """Say whether the line is set to the right, or centred."""
        return self.indent >= _RIGHT


def rows(transcript: Transcript) -> list[Row]:
    """Return the lines of a transcript that are not blank, without those that only part its pages."""
    apart = page_lines(transcript)
    lines = [line for line in transcript.lines if line.number not in apart]
    if all(line.blank for line in lines):
        # a sheet with nothing else
        lines = [line for line in transcript.lines if line.text.strip(WHITE + FORM_FEED)]
    # lines set to the right or centred say nothing of where the margin is
    width = _width([len(line.text.rstrip(WHITE)) for line in lines if not line.blank and _indent(line.text) < _RIGHT])
    wrapped = 0 < width <= _PAGE_WIDTH
    blanks = sum(line.blank for line in lines)
    filled = sum(not line.blank for line in lines)
    spaced = blanks * 4 >= filled
    result: list[Row] = []
    block = 0
    previous = ""
    for index, line in enumerate(lines):
        if line.blank:
            previous = ""
            continue
        text = line.text.strip(WHITE + FORM_FEED)
        indent = len(line.text[: line.text.index(text)].replace(FORM_FEED, "").expandtabs(8))
        block += not previous
        runs_on = bool(previous) and wrapped and indent < _RIGHT and _full(previous, text, width)
        start = line.span.start + line.text.index(text)
        ends = index + 1 == len(lines) or lines[index + 1].blank
        result.append(Row(text, Span(start, start + len(text)), indent, not previous, ends, runs_on, block, spaced))
        previous = line.text.rstrip(WHITE)
    return result


def _indent(text: str) -> int:
    return len(text[: len(text) - len(text.lstrip(WHITE))].expandtabs(8))


def _width(lengths: list[int]) -> int:
    """Return where a typist's right margin stands, or 0 if each line is as long as its paragraph.

    A line or two may run over the margin; where many do there is none.
    """
    if not lengths:
        return 0
    margin = sorted(lengths)[len(lengths) * 9 // 10]
    over = sum(length > margin * 1.25 for length in lengths)
    return margin if over * 25 <= len(lengths) else 0


def _full(previous: str, text: str, width: int) -> bool:
    """Say whether the next word would not have fitted on the line before."""
    if previous[-1] in ".:;" and at_head(text) is not None:
        # a numbered paragraph begins where the one before it happens to fill its line
        return False
    word = min((text.index(space) for space in WHITE if space in text), default=len(text))
    if len(previous) < width * 0.6:
        return False
    ragged = previous[-1] in "-¬" or (text[0].islower() and len(previous) >= width * 0.8)
    return ragged or len(previous) + 1 + word > width
