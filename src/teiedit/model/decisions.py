"""What editors have decided of one document, as it stands in the file beside its transcript.

Each decision is about words (an `Anchor`), or about the document as a whole (a `Fact`).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from teiedit.model.anchor import Anchor
    from teiedit.model.evidence import Attributes, Cert

SUFFIX = "decisions.toml"

# What an editor calls the function of a line, and the functions of the grammar of letters that it may be.
LINES: Mapping[str, tuple[str, ...]] = {
    "heading": ("main",),
    "series": ("series",),
    "reference": ("reference",),
    "letterhead": ("letterhead",),
    "address": ("address", "footaddress"),
    "field": ("field", "footfield"),
    "subject": ("subject",),
    "dateline": ("dateline", "footdate", "middate"),
    "salutation": ("salute",),
    "paragraph": ("p",),
    "continuation": ("more",),
    "closing": ("valediction",),
    "signature": ("signed",),
    "office": ("role",),
    "postscript": ("postscript", "psmore", "afterword"),
    "part": ("part",),
    "enclosure": ("enclosure",),
}
# What an editor calls words of a line, and the TEI element.
WORDS: Mapping[str, str] = {
    "date": "date",
    "time": "time",
    "person": "persName",
    "place": "placeName",
    "organisation": "orgName",
    "quotation": "q",
    "foreign": "foreign",
    "cross-reference": "ref",
    "omission": "gap",
    "enumeration": "list",
    "clause": "item",
    "form of address": "rs",
}
# What an editor calls parts of a document that are confirmed, but not made, by a decision; and the TEI element.
STRUCTURES: Mapping[str, str] = {
    "list": "list",
    "turn": "sp",
    "division": "div",
    "line break": "lb",
}
# What a decision can only confirm, or refuse: what makes it is more than its words.
CONFIRMED: Mapping[str, str] = {
    **STRUCTURES,
    **{kind: WORDS[kind] for kind in ("cross-reference", "enumeration", "clause")},
}
# The facts of a document.
FACTS = ("sender", "addressee", "copies", "date", "received", "place", "genre", "language", "title")
# How the parts of a date's value are called, and the TEI attribute.
DATES: Mapping[str, str] = {
    "when": "when",
    "from": "from",
    "to": "to",
    "not-before": "notBefore",
    "not-after": "notAfter",
}


@dataclass(frozen=True, slots=True)
class Said:
    """Who has decided, when and why.

    Attributes:
        by: the editor's name or initials; "" for the editor of the edition.
        on: the day, as YYYY-MM-DD, or "".
        why: may be "".
        cert: how sure.
        seen: what the rules said when it was decided; "" if nobody has looked.
        line: where it stands in its file.
    """

    by: str = ""
    on: str = ""
    why: str = ""
    cert: Cert = "high"
    seen: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class Fact:
    """A decision about the document as a whole.

    Attributes:
        name: one of FACTS.
        values: names or identifiers of people, or one value; nothing where an editor says that there is none.
        dated: the value of a date.
        said: by whom.
    """

    name: str
    values: tuple[str, ...]
    dated: Attributes
    said: Said


@dataclass(frozen=True, slots=True)
class Decision:
    """A decision about words.

    Attributes:
        anchor: the words.
        verb: "is" or "is-not" (with a key of LINES or WORDS), "level" (of a clause), "read" (a correction), "note",
            or "dismiss" (with the code of a finding).
        value: what the verb says; a number for "level".
        entry: the identifier of an entry of the register, for a name.
        dated: the value of a date.
        language: of foreign words, a BCP 47 tag; or "".
        said: by whom.
    """

    anchor: Anchor
    verb: str
    value: str
    entry: str = ""
    dated: Attributes = ()
    language: str = ""
    said: Said = field(default_factory=Said)


@dataclass(frozen=True, slots=True)
class Decisions:
    """All decisions about one document.

    Attributes:
        shown: their file as the user knows it, with forward slashes; "" if there is none.
        facts: by name.
        decisions: in the order of the file.
    """

    shown: str = ""
    facts: Mapping[str, Fact] = field(default_factory=dict)
    decisions: tuple[Decision, ...] = ()

    def __bool__(self) -> bool:
        """Say whether anything is decided."""
        return bool(self.facts or self.decisions)

    def said(self) -> tuple[Said, ...]:
        """Return by whom, for each of them."""
        return (*(fact.said for fact in self.facts.values()), *(decision.said for decision in self.decisions))


NO_DECISIONS = Decisions()


def responsible(editors: tuple[str, ...], named: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """Return the identifier of each editor by which a document names them, with the name.

    Args:
        editors: those of the edition, who come first.
        named: by whom decisions are, as names or initials; "" is the first editor.
    """
    found = [(_identifier(number), name) for number, name in enumerate(editors, 1)]
    for name in dict.fromkeys(named):
        if _known(name, found) is None:
            found.append((_identifier(len(found) + 1), name or "the editor"))
    return tuple(found)


def identifier_of(name: str, known: tuple[tuple[str, str], ...]) -> str:
    """Return the identifier of an editor, given by name or initials, among those that `responsible` has returned."""
    found = _known(name, known)
    return found if found is not None else _identifier(1)


def _known(name: str, known: tuple[tuple[str, str], ...] | list[tuple[str, str]]) -> str | None:
    if not name:
        return known[0][0] if known else None
    for called in (lambda full: full, _initials):
        for identifier, full in known:
            if called(full).casefold() == name.casefold():
                return identifier
    return None


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.replace("-", " ").split())


def _identifier(number: int) -> str:
    return "editor" if number == 1 else f"editor-{number}"
