"""Turns of speech: paragraphs that begin with the name of whoever speaks.

In: the paragraphs of minutes or of a record of conversation. Out: which of them are turns; none where the names do
not recur. https://tei-c.org/release/doc/tei-p5-doc/en/html/DR.html#DRSPL
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from teiedit.model.evidence import Evidence, Mark
from teiedit.model.position import Span
from teiedit.recognise import acts
from teiedit.recognise.editorial import find_editorial
from teiedit.tools.expressions import expression

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from teiedit.model.source import Transcript
    from teiedit.recognise.outline import Paragraph

RULE = "act.turn"
CONTINUED_RULE = "act.turn-continued"
EVENT_RULE = "act.event"
RULES = {
    RULE: "paragraphs that begin with names which come again are turns of speech",
    EVENT_RULE: "words in brackets that tell what happened while somebody spoke",
    CONTINUED_RULE: "a paragraph below a turn in which somebody says I or we belongs to the same speaker",
}
_WORD = r"(?:[A-ZÀ-ÖØ-Þ][\w’'.-]*|[dlDL]['’][A-ZÀ-Þ][\w’'-]*)"
_LINK = r"(?:of|the|de|du|des|la|le|der|des|von|van|di|da|del|della|für|for|and|und|et|and)"
# "MR. BUNDY:", "M. Briand. —", "Herr Müller (Zentrum):"
_SPEAKER = expression(
    rf"(?P<name>{_WORD}(?:\s(?:{_WORD}|{_LINK}(?=\s))){{0,6}}?)(?:,?\s?[(\[][^()\[\]]{{1,40}}[)\]])?"
    r"(?P<stop>\s?:|\.?\s?[—–]{1,2}|\.\s?--?(?=\s))(?=\s|$|[“„«\"(A-ZÀ-Þ])"
)
_LETTER = expression(r"(?P<name>Q|A)(?P<stop>\.)(?=\s)")
_EVENT = expression(r"\[[A-ZÀ-Þ][^\[\]]{1,60}\]|\([A-ZÀ-Þ][^()]{1,60}\)")
_BRACKETED = expression(r"\[[^\[\]]{2,160}\][.]?|\([^()]{2,160}\)[.]?")
_LONGEST = 60
_LEAST = 3


@dataclass(frozen=True, slots=True)
class Speaker:
    """A name at the head of a paragraph: as it stands, and where the label with it ends."""

    name: str
    end: int

    @property
    def key(self) -> str:
        """The name as it is compared with others."""
        return " ".join(acts.without_title(self.name).casefold().split()).strip(".")


def find_turns(found: Sequence[Paragraph], listed: str) -> Mapping[int, tuple[Speaker, int]]:
    """Return the turns of speech by paragraph: who speaks, and how often.

    There must be two speakers at least, three turns, and somebody must speak twice. A name that comes but once is
    one if it has a title before it, or is among those listed.

    Args:
        found: the paragraphs.
        listed: the names of those present, as one text in small letters.
    """
    candidates = {index: one for index, paragraph in enumerate(found) if (one := speaker_of(paragraph.rows[0].text))}
    times = Counter(one.key for one in candidates.values())
    if min(times["q"], times["a"]) < 2:
        # "A. Bell" is a name
        candidates = {index: one for index, one in candidates.items() if one.key not in ("q", "a")}
    shown = {
        index: one
        for index, one in candidates.items()
        if times[one.key] > 1 or acts.is_titled(one.name) or (one.key and _is_listed(one.key, listed))
    }
    times = Counter(one.key for one in shown.values())
    if len(times) < 2 or len(shown) < _LEAST or max(times.values()) < 2:
        return {}
    return {index: (one, times[one.key]) for index, one in shown.items()}


def _is_listed(key: str, listed: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(key)}(?!\w)", listed) is not None


def speaker_of(line: str) -> Speaker | None:
    """Return the name with which a line begins as a speaker's would, or None; it may still be another label."""
    match = _LETTER.match(line) or _SPEAKER.match(line)
    if match is None or len(match["name"]) > _LONGEST or acts.is_label(match["name"]) or acts.numbered(line):
        return None
    name = " ".join(match["name"].split())
    plain = acts.without_title(name)
    if not any(character.isalpha() for character in plain):
        return None
    return Speaker(name, match.end("stop"))


def is_event(transcript: Transcript, span: Span) -> bool:
    """Say whether a whole paragraph between turns tells in brackets of what happened."""
    text = transcript.source.text[span.start : span.end]
    bracketed = _BRACKETED.fullmatch(text) is not None
    # in square brackets it may be the transcriber who speaks
    return bracketed and (acts.is_event(text) or text[0] == "(" or bool(find_editorial(transcript, span).unknown))


def find_events(transcript: Transcript, span: Span, *, whole: bool = False) -> Iterator[Mark]:
    """Yield what happened while somebody spoke: "[Laughter]" within a paragraph or as one.

    Args:
        transcript: the text.
        span: a paragraph.
        whole: whether it is known to be an event as a whole.
    """
    text = transcript.source.text[span.start : span.end]
    whole = whole or (_BRACKETED.fullmatch(text) is not None and acts.is_event(text))
    spans = (
        [Span(0, len(text))] if whole else [Span(*m.span()) for m in _EVENT.finditer(text) if acts.is_event(m.group())]
    )
    for found in spans:
        at = Span(span.start + found.start, span.start + found.end)
        yield Mark(at, "stage", (), Evidence(EVENT_RULE, "high", "", (at,)))
