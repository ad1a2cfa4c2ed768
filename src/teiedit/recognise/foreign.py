"""Words in a script that runs the other way: a quotation in Hebrew, a title in Arabic.

A transcript has no sign for where such words begin and end, but their letters tell it surely, and who sets or reads
them aloud must know. Of the language only the script is certain, so that it alone is said.
https://tei-c.org/release/doc/tei-p5-doc/en/html/CO.html#COHQF, https://www.rfc-editor.org/rfc/rfc5646#section-4.1
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from teiedit.model.evidence import Evidence, Mark
from teiedit.model.position import Span
from teiedit.tools.expressions import expression

if TYPE_CHECKING:
    from collections.abc import Iterable

    from teiedit.model.source import Transcript

RULE = "language.script"
WHAT = "words in letters that run from right to left are in another language than the document"

# Scripts by their codes in ISO 15924, with their letters and the marks that stand on these.
_LETTERS = {
    "Hebr": "\u0590-\u05ff\ufb1d-\ufb4f",
    "Arab": "\u0600-\u06ff\u0750-\u077f\u0870-\u08ff\ufb50-\ufdff\ufe70-\ufefc",
    "Syrc": "\u0700-\u074f",
}
# What may stand between two words of one passage; brackets and quotation marks may be the writer's own.
_BETWEEN = r"[\s\d,.;:!?'’/\u200c-\u200f–—-]"
_PASSAGES = {script: expression(f"[{letters}]+(?:{_BETWEEN}+[{letters}]+)*") for script, letters in _LETTERS.items()}
_ANY = expression(f"[{''.join(_LETTERS.values())}]")
_LETTER = expression(r"[^\W\d_]")


def find_foreign(transcript: Transcript, spans: Iterable[Span]) -> tuple[Mark, ...]:
    """Return a mark for each passage within one of `spans` whose script runs from right to left.

    None where most letters of the transcript do: then it is no other language.
    """
    text = transcript.source.text
    if not _ANY.search(text) or len(_ANY.findall(text)) * 2 > len(_LETTER.findall(text)):
        return ()
    return tuple(
        _mark(Span(*match.span()), script)
        for span in spans
        for script, passages in _PASSAGES.items()
        for match in passages.finditer(text, span.start, span.end)
        if _LETTER.search(match[0])
    )


def _mark(span: Span, script: str) -> Mark:
    return Mark(span, "foreign", (("xml:lang", f"und-{script}"),), Evidence(RULE, "high", "", (span,)))
