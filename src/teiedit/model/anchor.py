"""What somebody says of words of a transcript, held to the words themselves and not to their place.

The form is that of a TextQuoteSelector: https://www.w3.org/TR/annotation-model/#text-quote-selector
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from teiedit.model.position import Span


@dataclass(frozen=True, slots=True)
class Anchor:
    """Words, with those around them; white space counts as one space wherever there is some.

    Attributes:
        words: the words that are meant, as the transcript has them.
        before: words right before them, or "".
        after: words right after them, or "".
    """

    words: str
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Lost:
    """Words that are not to be found, or that may be several.

    Attributes:
        candidates: what may be meant, the likeliest first.
        several: the words stand there more than once, and what is around them tells no difference.
    """

    candidates: tuple[Span, ...] = ()
    several: bool = False
