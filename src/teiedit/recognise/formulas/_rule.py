"""What a language's file of set phrases consists of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from teiedit.model.evidence import Cert  # noqa: TC001 - the dataclasses' fields

if TYPE_CHECKING:
    import re


@dataclass(frozen=True, slots=True)
class LineRule:
    """One way in which a line shows its function.

    Attributes:
        id: a name such as "en.salute-dear", used in evidence.
        zone: the kind of zone that the line is evidence for.
        pattern: tried at the start of the line, without its indent.
        score: the weight of the evidence: 1 slight, 3 good, 5 hardly ever wrong.
        cert: how sure the result is where the rule decides.
        what: what it reads, as a reader of the edition is told.
        examples: lines that it must match.
        counterexamples: lines that it must not match.
    """

    id: str
    zone: str
    pattern: re.Pattern[str]
    score: float
    cert: Cert
    what: str
    examples: tuple[str, ...]
    counterexamples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class HeadingRule:
    """One form of a heading that names the kind of document, its sender and its addressee.

    Attributes:
        id: a name such as "en.from-to", used in evidence.
        pattern: must match the whole heading but for a date at its end; groups genre (optional), sender and
            addressee.
        genres: the words that `genre` can match, in lower case, to a kind of document.
        cert: how sure the result is.
        what: what it reads, as a reader of the edition is told.
        examples: headings with the expected sender and addressee.
        counterexamples: headings that it must not match.
    """

    id: str
    pattern: re.Pattern[str]
    genres: dict[str, str]
    cert: Cert
    what: str
    examples: tuple[tuple[str, str, str], ...]
    counterexamples: tuple[str, ...] = ()
