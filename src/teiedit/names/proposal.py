"""What was seen of a name, and what is proposed for the registers."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from teiedit.model.diagnostic import Diagnostic
    from teiedit.model.position import Place


class Rule(NamedTuple):
    """A kind of evidence: how strong it is, from 1 to 5, and what it says."""

    strength: int
    what: str


RULES = {
    "party": Rule(5, "named as sender or addressee"),
    "signature": Rule(4, "signed so"),
    "salutation": Rule(3, "addressed so in a salutation"),
    "family": Rule(4, "a party whom the register knows by the family name only"),
    "titled": Rule(4, "after a title"),
    "initials": Rule(4, "with initials"),
    "given": Rule(3, "after a given name"),
    "alone": Rule(1, "the family name alone"),
    "dateline": Rule(4, "the place of a dateline"),
    "preposition": Rule(2, "after a preposition of place, and never as a common word"),
    "body": Rule(3, "with a word for a body"),
    "capitals": Rule(1, "capitals together, again and again, not at the head of a sentence"),
}


class Seen(NamedTuple):
    """One form of a name in one document.

    Attributes:
        form: as it is written, without titles.
        title: the titles before it, or "".
        kind: "persName", "placeName", "orgName"; "" where it is not known.
        rule: a key of RULES.
        start: where it first stands in the text.
        end: where it ends there.
        times: how often it stands in the document.
        entry: the entry of the register that is meant, where that is known; or "".
        of: the name of the party that is meant, where it is called otherwise elsewhere; or "".
    """

    form: str
    title: str
    kind: str
    rule: str
    start: int
    end: int
    times: int = 1
    entry: str = ""
    of: str = ""


class Word(NamedTuple):
    """How a capitalised word or sequence is used in one document, away from the heads of sentences.

    Attributes:
        form: the words.
        times: how often.
        common: after an article, a possessive or an adjective, as common nouns are.
        placed: after a preposition of place.
        start: where it first stands, best after a preposition of place.
        end: where it ends there.
        after: the prepositions of place, each led by its language: "de nach".
    """

    form: str
    times: int
    common: int
    placed: int
    start: int
    end: int
    after: tuple[str, ...] = ()


class Document(NamedTuple):
    """What one document holds of names.

    Attributes:
        year: when it was sent; 0 if that is not known.
        seen: names.
        words: capitalised words and sequences that may be names.
        small: the words that it writes with a small letter.
        used: the entries of the register that it names.
        parties: those of them who have written or got it.
        diagnostics: why it could not be read.
    """

    year: int = 0
    seen: tuple[Seen, ...] = ()
    words: tuple[Word, ...] = ()
    small: tuple[str, ...] = ()
    used: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()


@dataclass(frozen=True, slots=True)
class Example:
    """A name in its context: where it stands, and the words before and after it."""

    place: Place
    before: str
    words: str
    after: str


@dataclass(frozen=True, slots=True)
class Candidate:
    """A record of an authority file that may be the one.

    Attributes:
        uris: type and URI of the record, then of those that it names as the same.
        name: its preferred form.
        score: how well it fits, to 100.
        reasons: why.
        dates: of a person, as a register has them.
    """

    uris: tuple[tuple[str, str], ...]
    name: str
    score: int
    reasons: tuple[str, ...] = ()
    dates: str = ""

    @property
    def uri(self) -> str:
        """The record itself."""
        return self.uris[0][1]


ACTIONS = ("new", "variant", "merge", "authority", "unused")


@dataclass(frozen=True, slots=True)
class Proposal:
    """One change to the registers that somebody may confirm.

    Attributes:
        action: one of ACTIONS.
        kind: "persName", "placeName", "orgName"; "" where somebody must say it.
        id: of the new entry; of the entry that gets a variant, an authority or another entry; of the one never named.
        name: of a new entry; of the entry concerned.
        variants: of a new entry; the forms to add.
        other: of a merge, the identifier of the entry that goes.
        weight: by which proposals are sorted.
        count: how often it was seen.
        documents: in how many documents.
        years: of the first and the last of them, or (0, 0).
        rules: the kinds of evidence, sorted.
        reasons: why, in words, the strongest first.
        clashes: what speaks against it.
        spots: number of the document, start and end, of a few examples.
        examples: those examples, read.
        authorities: the types and URIs to be written.
        dates: to be written, where an authority has them.
        candidates: records of authority files that may be the one.
    """

    action: str
    kind: str
    id: str
    name: str
    variants: tuple[str, ...] = ()
    other: str = ""
    weight: float = 0.0
    count: int = 0
    documents: int = 0
    years: tuple[int, int] = (0, 0)
    rules: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()
    clashes: tuple[str, ...] = ()
    spots: tuple[tuple[int, int, int], ...] = ()
    examples: tuple[Example, ...] = ()
    authorities: tuple[tuple[str, str], ...] = ()
    dates: str = ""
    candidates: tuple[Candidate, ...] = field(default=())

    @property
    def key(self) -> tuple[str, str, str]:
        """By what it is known again: the action, whom it is about, and what is to change."""
        if self.action == "new":
            return self.action, self.kind, self.name
        what = {"variant": "|".join(self.variants), "merge": self.other}.get(self.action, "")
        return self.action, self.id, what or "|".join(uri for _, uri in self.authorities)
