"""What was inferred, and why: stand-off marks over the exact text."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from teiedit.model.position import Span

Cert = Literal["high", "medium", "low"]

CERTS: tuple[Cert, ...] = ("high", "medium", "low")

Attributes = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Evidence:
    """Why the program concludes something.

    Attributes:
        rule: the rule's identifier, such as "date.en.month-day".
        cert: how sure it is, in TEI's words.
        note: the reason in a few English words, ending without a stop; may be "".
        spans: the words that support it.
        resp: the identifier of the editor who has decided so; "" for what the program concludes.
    """

    rule: str
    cert: Cert
    note: str = ""
    spans: tuple[Span, ...] = ()
    resp: str = ""

    @property
    def by(self) -> str:
        """The pointer to who answers for it."""
        return f"#{self.resp or 'teiedit'}"


@dataclass(frozen=True, slots=True)
class Mark:
    """A stand-off statement: these characters are of this kind.

    Attributes:
        span: what is marked, without white space at its ends.
        kind: the name of the TEI element, such as "date".
        attributes: TEI attributes in order, such as (("when", "1962-10-26"),).
        evidence: why; None where the transcript itself says so.
        id: an identifier, where other parts of the text or the header point to the mark.
        signs: how many characters at its start and at its end are the transcriber's notation and no text.
        kept: whether those signs stay in the TEI as metamark; else the element says what they say, and they are
            written back by `teiedit.model.notation`.
    """

    span: Span
    kind: str
    attributes: Attributes = field(default=())
    evidence: Evidence | None = None
    id: str = ""
    signs: tuple[int, int] = (0, 0)
    kept: bool = False


@dataclass(frozen=True, slots=True)
class Zone:
    """One or more whole lines with one function in the document.

    Attributes:
        kind: "series", "transcript", "main", "reference", "part", "dateline", "salute", "p", "valediction",
            "signed", "role" (an office under a signature) or "postscript"; in treaties and minutes also "sub", "head",
            "done" (where and when it was done), "signatory", "speaker", "event" and "entry" (of a list).
        span: its text, without white space at its ends.
        evidence: why; None for plain paragraphs.
    """

    kind: str
    span: Span
    evidence: Evidence | None = None
