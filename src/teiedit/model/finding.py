"""What does not go together, with both sides of it, under a name that stays the same while lines move."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from teiedit.model.diagnostic import Diagnostic
from teiedit.model.source import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

    from teiedit.model.catalogue import Days
    from teiedit.model.diagnostic import Severity
    from teiedit.model.position import Place, Span


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of a transcript, and where they stand; `span` is None for those of another file."""

    words: str
    span: Span | None
    place: Place


@dataclass(frozen=True, slots=True)
class Witness:
    """The other side of a contradiction: what a document says; `document` is "" for the register."""

    document: str
    quote: Quote


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that an editor should look at.

    Attributes:
        id: see `finding_id`.
        document: the document's identifier; "" where it is about the edition as a whole.
        code: a key of `teiedit.model.codes.CODES`.
        severity: how much it matters.
        quote: the words concerned; empty words where it is about the document as a whole.
        message: names both sides of the contradiction; otherwise as in a Diagnostic.
        hint: what to do about it; may be "".
        evidence: the other side, or sides.
        excerpt: the line that the words stand in; may be "".
    """

    id: str
    document: str
    code: str
    severity: Severity
    quote: Quote
    message: str
    hint: str = ""
    evidence: tuple[Witness, ...] = ()
    excerpt: str = ""

    @property
    def span(self) -> Span | None:
        """Where the words stand in the transcript's exact text."""
        return self.quote.span

    def diagnostic(self) -> Diagnostic:
        """Return it in the form in which everything is said to people."""
        return Diagnostic(self.code, self.severity, self.quote.place, self.message, self.hint, self.excerpt)


@dataclass(frozen=True, slots=True)
class MissingLetter:
    """A letter that the edition's documents name, and that it does not have.

    Attributes:
        sender: who wrote it, as the documents call them.
        addressee: to whom.
        days: its date.
        named: where it is named, and with which words; never empty.
        perhaps: documents of nearly that day between the same people.
    """

    sender: str
    addressee: str
    days: Days
    named: tuple[Witness, ...]
    perhaps: tuple[str, ...] = ()


def finding_id(code: str, document: str, words: str, others: Iterable[str] = (), number: int = 1) -> str:
    """Return the name of a finding, such as "A003-5f1d09ab27".

    It depends on what is said of which words, and never on where they stand: a line more at the top of a transcript
    changes nothing.

    Args:
        code: the finding's code.
        document: the document's identifier.
        words: the words concerned, white space aside.
        others: identifiers of the other documents that it is about.
        number: which it is of several that are the same in all this, counted from 1.
    """
    said = "\x1f".join((code, document, fold(words).strip(), *sorted(others), *([str(number)] if number > 1 else [])))
    return f"{code}-{hashlib.sha256(said.encode()).hexdigest()[:10]}"


def found(
    code: str,
    severity: Severity,
    document: str,
    quote: Quote,
    message: str,
    hint: str,
    evidence: tuple[Witness, ...] = (),
) -> Finding:
    """Return a finding with its name."""
    others = [one.document for one in evidence if one.document not in ("", document)]
    name = finding_id(code, document, quote.words, others)
    return Finding(name, document, code, severity, quote, message, hint, evidence)


def numbered(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return findings whose names are all different: the second of two that are alike has a number in its name."""
    seen: dict[str, int] = {}
    result = []
    for one in findings:
        count = seen[one.id] = seen.get(one.id, 0) + 1
        others = [side.document for side in one.evidence if side.document not in ("", one.document)]
        name = finding_id(one.code, one.document, one.quote.words, others, count)
        result.append(replace(one, id=name) if count > 1 else one)
    return tuple(result)
