"""The language of a transcript, by its function words.

The commonest short words of a language make up about a third of its running text and are rarely shared by
two languages with the same frequency; counting them is enough for a page and needs no model.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from teiedit.model.evidence import Evidence

if TYPE_CHECKING:
    from collections.abc import Sequence

_WORDS = {
    "en": "the of and to in that is was for it with as be on by at this have from are which not you my your we he his",
    "de": "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es ich sie wir ihr",
    "fr": "de la le et les des en un une du que est pour dans qui par sur au je vous nous pas ce il ne se mon votre",
    "it": "di che e la il un a per in una sono mi non si ho ma lo della con le del io gli ha alla nel dei più",
    "es": "de la que el en y a los se del las un por con no una su para es al lo como más pero sus le ha me usted",
    "nl": "de en van het een in is dat op te zijn voor met die niet aan er om ook als maar bij nog uit naar ik wij",
    "la": "et in est non ad quod cum ut si qui sed ex quam aut per sunt esse ab enim etiam nec autem ac quae me mihi",
}
_SETS = {tag: frozenset(words.split()) for tag, words in _WORDS.items()}
_LETTERS = re.compile(r"[^\W\d_]+")
RULE = "language.function-words"
WHAT = "the language whose commonest short words make up most of the text"


def find_language(text: str, expected: Sequence[str]) -> tuple[str, Evidence | None]:
    """Return the BCP 47 tag of the main language of `text`, and why.

    Args:
        text: the whole transcript; the first 20,000 characters are looked at.
        expected: the languages that the edition says its transcripts are in; if it is one, that is taken.
    """
    if len(expected) == 1:
        return expected[0], None
    words = _LETTERS.findall(text[:20_000].lower())
    candidates = [tag for tag in (expected or _SETS) if tag in _SETS]
    counts = sorted(((sum(word in _SETS[tag] for word in words), tag) for tag in candidates), reverse=True)
    if not counts or counts[0][0] < 3:
        return (expected[0] if expected else "und"), None
    (best, tag), second = counts[0], counts[1][0] if len(counts) > 1 else 0
    cert = "high" if best >= 2 * second + 5 else "medium"
    note = f"{best} of {len(words)} words are among the commonest of this language"
    return tag, Evidence(RULE, "high" if cert == "high" else "medium", note)
