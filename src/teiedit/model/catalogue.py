"""What is known of each document when all of an edition are looked at together."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


@dataclass(frozen=True, slots=True)
class Days:
    """A date as the first and the last day that it allows.

    Attributes:
        first: YYYY-MM-DD, or "" where the date has no beginning.
        last: YYYY-MM-DD, or "" where it has no end.
    """

    first: str = ""
    last: str = ""

    @property
    def one(self) -> bool:
        """Whether it is one day."""
        return self.first == self.last != ""

    def within(self, other: Days) -> bool:
        """Say whether each of its days is one of the other's; never where either is open."""
        return bool(self.first and self.last and other.first and other.last) and (
            other.first <= self.first and self.last <= other.last
        )


UNDATED = Days()
_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?:T.*)?")


def days_of(attributes: Mapping[str, str]) -> Days:
    """Return the days that a date allows, by its TEI attributes.

    https://tei-c.org/release/doc/tei-p5-doc/en/html/ref-att.datable.w3c.html
    """
    when = attributes.get("when")
    if when:
        return Days(_day(when, last=False), _day(when, last=True))
    return Days(
        _day(attributes.get("from") or attributes.get("notBefore") or "", last=False),
        _day(attributes.get("to") or attributes.get("notAfter") or "", last=True),
    )


def _day(value: str, *, last: bool) -> str:
    match = _DATE.fullmatch(value)
    if match is None or match[1] == "0000":
        return ""
    year, month, day = match.groups()
    month = month or ("12" if last else "01")
    if not 1 <= int(month) <= 12:
        return ""
    return f"{year}-{month}-{day or (f'{calendar.monthrange(int(year), int(month))[1]}' if last else '01')}"


@dataclass(frozen=True, slots=True)
class Record:
    """One document among the others.

    Attributes:
        id: its identifier.
        title: its title.
        language: BCP 47 tag of the document, or "und".
        senders: whoever sent it: the register's identifier ("#p-moreau"), or the name in lower case.
        recipients: whoever it was sent to, likewise.
        sent: when it was sent.
        people: the identifiers of its people and bodies, each with its name.
        called: whoever sent or received it, as `senders` have them, each with the words that name them.
        answers: the date of the letter that it says it answers; None where it names none.
    """

    id: str
    title: str
    language: str
    senders: tuple[str, ...]
    recipients: tuple[str, ...]
    sent: Days
    answers: Days | None
    people: tuple[tuple[str, str], ...] = ()
    called: tuple[tuple[str, str], ...] = ()

    @property
    def order(self) -> tuple[str, str]:
        """What the documents are put in order by: an uncertain date follows a sure one, none comes last."""
        return (self.sent.last or self.sent.first or "9999", self.id)


@dataclass(frozen=True, slots=True)
class Reply:
    """That one document answers another, as one of the two is to say it.

    Attributes:
        type: "prev" for the letter answered, "next" for the answer.
        id: the other document's identifier.
        title: its title.
        cert: "high" or "medium".
        note: why, in words for readers.
    """

    type: str
    id: str
    title: str
    cert: str
    note: str


@dataclass(frozen=True, slots=True)
class Item:
    """One published document in the catalogue.

    Attributes:
        id: its identifier.
        facts: what its header says, as `xslt/records/facts.xsl` puts it.
        published: when it was first published, YYYY-MM-DDThh:mm:ssZ.
        changed: when each of its records came to be as it is, by format.
        sets: the sets it is in, such as "year:1914".
    """

    id: str
    facts: Mapping[str, Any]
    published: str
    changed: Mapping[str, str]
    sets: tuple[str, ...]

    @property
    def modified(self) -> str:
        """When the document itself was last changed, as far as is known: its TEI, or else any of its records."""
        return self.changed.get("tei") or max(self.changed.values(), default=self.published)


# When documents were last changed, by their identifiers, where no ledger is kept.
NO_CHANGES: Mapping[str, str] = MappingProxyType({})


class Holdings(Protocol):
    """A finished catalogue, as those see it who make files of it."""

    def items(self) -> Iterator[Item]:
        """Give all documents that are published, in the order of their dates."""

    def content(self, identifier: str, name: str) -> bytes | None:
        """Return a record in one format, or None."""

    def latest(self) -> str:
        """Return the last moment at which any record was made, changed or withdrawn, or ""."""
