"""What a language's file of set phrases consists of."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from teiedit.model.evidence import Cert  # noqa: TC001 - the dataclasses' fields
from teiedit.tools.expressions import expression

if TYPE_CHECKING:
    from collections.abc import Iterable


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


def word(*alternatives: str) -> str:
    """Return the pattern of one whole word (or phrase) of several, chosen once and for all.

    Without the choice being final, a row of such words could be read in very many ways before it fails to match.
    """
    return rf"(?>(?:{'|'.join(alternatives)})(?=[\s,.:;!?)–—-]|$))"


def labels(words: Iterable[str]) -> str:
    """Return the pattern of the label of a field: one of `words`, and a colon or the gap of a typist's column."""
    return (
        rf"(?P<label>(?:{_any(words)})(?:(?<=\w)\b)?\.?"
        r"(?:\s?:(?!\s*$)|(?-i:(?<=[A-ZÀ-Þ]))(?:[ ]{3,}|\t\s*)(?=\S)))"
    )


def _any(words: Iterable[str]) -> str:
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in sorted(words, key=len, reverse=True))


def field_rule(
    language: str, words: Iterable[str], examples: tuple[str, ...], counterexamples: tuple[str, ...] = ()
) -> LineRule:
    """Return the rule for lines such as "SUBJECT: Shipping" at the head of memoranda, telegrams and business letters.

    Args:
        language: whose file it belongs to.
        words: the labels, in small letters.
        examples: lines that it must match.
        counterexamples: lines that it must not match.
    """
    return LineRule(
        f"{language}.field",
        "field",
        expression(rf"{labels(words)}(?=.{{1,160}}$)", re.IGNORECASE),
        5,
        "high",
        "a line that begins with a label such as To, From, Date or Subject",
        examples,
        counterexamples,
    )


def foot_rule(
    language: str, words: Iterable[str], examples: tuple[str, ...], counterexamples: tuple[str, ...] = ()
) -> LineRule:
    """Return the rule for lines below the signature such as "2 enclosures" or "Distribution: Cabinet"."""
    return LineRule(
        f"{language}.foot",
        "footfield",
        expression(
            rf"(?:\d{{1,2}}\s+)?(?:{_any(words)})(?!\w)\.?\s*(?:\(?\d{{1,2}}\)?\.?|:\s*\S.{{0,100}})?$", re.IGNORECASE
        ),
        4.5,
        "high",
        "a line below the signature that tells what is enclosed, or who has copies",
        examples,
        counterexamples,
    )
