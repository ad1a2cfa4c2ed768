"""What one document says of itself and of others: little enough to keep for every document of an edition."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from teiedit.model.catalogue import UNDATED, Days

if TYPE_CHECKING:
    from teiedit.model.finding import Quote
    from teiedit.model.position import Span

Verdict = Literal["agrees", "differs", "other side", ""]
"""Whether a name is that of whom it should name, somebody else's, the other party's; "" where nobody can tell."""


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody who wrote or received a document.

    Attributes:
        key: the identifier of the record, by family name for those whom the register does not know.
        name: the name as the document gives it.
        registered: whether the record is the register's.
        body: whether it is a body or an office, for which anybody may sign.
    """

    key: str
    name: str
    registered: bool = False
    body: bool = False


@dataclass(frozen=True, slots=True)
class Name:
    """A name in a signature or a salutation.

    Attributes:
        quote: its words.
        verdict: whether it is the name of the sender, or of the addressee.
        heading: the words of the heading that say who sent it, or to whom; None if there are none.
    """

    quote: Quote
    verdict: Verdict
    heading: Quote | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """A letter that the document names by its date.

    Attributes:
        quote: the words.
        whose: "yours", "ours" or "", as in `teiedit.recognise.letters`.
        days: its date.
        full: whether the words give the year.
    """

    quote: Quote
    whose: str
    days: Days
    full: bool


@dataclass(frozen=True, slots=True)
class Passage:
    """A place of another letter that the document refers to: "paragraph 3 of your letter of May 5".

    Attributes:
        quote: the words "paragraph 3".
        kind: "paragraph", "clause" or "article".
        number: its enumerator, as those of `Testimony.numbers`.
        letter: the letter that is named.
    """

    quote: Quote
    kind: str
    number: str
    letter: Mention


@dataclass(frozen=True, slots=True)
class Sketch:
    """A text in a few numbers.

    Attributes:
        digest: of its words, without case and signs.
        smallest: the smallest hashes of its runs of words, in rising order.
        length: how many words it has.
    """

    digest: str = ""
    smallest: tuple[int, ...] = ()
    length: int = 0


NO_SKETCH = Sketch()


@dataclass(frozen=True, slots=True)
class Testimony:
    """What one document says.

    Attributes:
        id: its identifier.
        name: its transcript's path within the edition.
        opening: its first line.
        senders: who wrote it.
        addressees: to whom.
        sent: when.
        dated: the words of its date; None if it has none.
        julian: whether a date in it counts by the Julian calendar.
        place: the words of the place that it was sent from; None if it has none.
        located: the identifier of that place in the register, or "".
        signature: the first signature; None if nobody signed.
        salute: whom the salutation names; None if nobody.
        mentions: letters that it names.
        passages: places of other letters that it refers to.
        numbers: the enumerators of its own paragraphs and clauses, and of its articles.
        entries: the identifiers of the register's entries that it names.
        text: its words in a few numbers.
        dismissed: findings that an editor has looked at, by code and words.
    """

    id: str
    name: str
    opening: Quote
    senders: tuple[Party, ...] = ()
    addressees: tuple[Party, ...] = ()
    sent: Days = field(default=UNDATED)
    dated: Quote | None = None
    julian: bool = False
    place: Quote | None = None
    located: str = ""
    signature: Name | None = None
    salute: Name | None = None
    mentions: tuple[Mention, ...] = ()
    passages: tuple[Passage, ...] = ()
    numbers: frozenset[str] = frozenset()
    entries: tuple[str, ...] = ()
    text: Sketch = NO_SKETCH
    dismissed: tuple[tuple[str, Span], ...] = ()

    def has_dismissed(self, code: str, quote: Quote) -> bool:
        """Say whether an editor has looked at what is said of these words."""
        return quote.span is not None and any(
            code == other and quote.span.overlaps(span) for other, span in self.dismissed
        )
