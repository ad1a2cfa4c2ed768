"""The edition's register as the recognisers use it: which entry is meant by a name.

https://tei-c.org/release/doc/tei-p5-doc/en/html/ND.html
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from teiedit.model.document import Person
from teiedit.model.evidence import Evidence
from teiedit.model.position import Span
from teiedit.model.source import fold
from teiedit.recognise import names
from teiedit.tools.expressions import expression

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from teiedit.model.evidence import Cert, Mark
    from teiedit.model.register import Entry, Register

REGISTER_RULE = "name.register"
FAMILY_RULE = "name.register-family"
WITHIN_RULE = "name.register-place"
RULES = {
    REGISTER_RULE: "a name that one entry of the edition's register bears, and no other",
    FAMILY_RULE: "a family name that one entry of the edition's register bears, with nothing against it",
    WITHIN_RULE: "the part of a dateline that is a place of the edition's register",
}
TOKEN = expression(r"[^\W_]+|[^\w\s]|_")
_JOIN = "\x1f"
# Titles that say of a person what a register does not: whether the surname is a woman's.
_OF_WOMEN = frozenset("mrs miss ms mme mlle madame mademoiselle lady dame frau fräulein frl signora señora".split())

_Entries = tuple["Entry", ...]


@dataclass(frozen=True, slots=True)
class Index:
    """A register by names.

    Attributes:
        by_id: each entry, by its identifier.
        parties: persons and bodies by every form of their names, folded.
        families: persons by their family names, folded.
        places: places by every form of their names, folded.
        phrases: everything, by the words of each form as they are written, joined.
        lengths: how many words phrases have that begin with a word, the longest first.
    """

    by_id: Mapping[str, Entry] = field(default_factory=dict)
    parties: Mapping[str, _Entries] = field(default_factory=dict)
    families: Mapping[str, _Entries] = field(default_factory=dict)
    places: Mapping[str, _Entries] = field(default_factory=dict)
    phrases: Mapping[str, _Entries] = field(default_factory=dict)
    lengths: Mapping[str, tuple[int, ...]] = field(default_factory=dict)

    def phrase(self, words: Sequence[str]) -> _Entries:
        """Return the entries that are called by exactly these words."""
        return self.phrases.get(_JOIN.join(words), ())


@lru_cache(maxsize=8)
def index_of(register: Register) -> Index:
    """Return the index of a register; it is made once in a process."""
    parties: dict[str, _Entries] = {}
    families: dict[str, _Entries] = {}
    places: dict[str, _Entries] = {}
    phrases: dict[str, _Entries] = {}
    lengths: dict[str, set[int]] = {}
    for entry in register.entries:
        for form in entry.forms:
            words = TOKEN.findall(form)
            _add(places if entry.kind == "placeName" else parties, " ".join(words).casefold(), entry)
            words = _phrase(words)
            if words:
                _add(phrases, _JOIN.join(words), entry)
                lengths.setdefault(words[0], set()).add(len(words))
        if entry.kind == "persName":
            _add(families, _family(entry.name), entry)
    return Index(
        {entry.id: entry for entry in register.entries},
        parties,
        families,
        places,
        phrases,
        {word: tuple(sorted(found, reverse=True)) for word, found in lengths.items()},
    )


def _add(table: dict[str, _Entries], key: str, entry: Entry) -> None:
    known = table.setdefault(key, (entry,))
    # identity: comparing entries field by field would cost more than all the rest
    if all(other is not entry for other in known):
        table[key] = (*known, entry)


def _phrase(words: list[str]) -> list[str]:
    """Return the words and signs of a form from its first word on; nothing if it has but one letter."""
    while words and not words[0].isalnum():
        words = words[1:]
    return words if sum(map(len, filter(str.isalnum, words))) > 1 else []


def _folded(form: str) -> str:
    return " ".join(TOKEN.findall(form)).casefold()


def _family(name: str) -> str:
    """Return the family name of an entry, folded: "Kennedy" of "John F. Kennedy" and of "Kennedy, John F."."""
    head, comma, _ = name.partition(",")
    return (head.strip() if comma else names.family_name(name)).casefold()


@dataclass(frozen=True, slots=True)
class Unclear:
    """A name that several entries bear."""

    name: str
    entries: _Entries


def resolve(called: Iterable[str], index: Index, *, year: int, surname: bool) -> Person | Unclear | None:
    """Return the person or body of the register who is meant, with the reason.

    Args:
        called: the forms by which a document calls somebody, the fullest first.
        index: the register.
        year: of the document, or 0: nobody writes before birth or after death.
        surname: whether a single word may be taken as a family name.
    """
    forms = tuple(dict.fromkeys(called))
    for form in forms:
        found = _possible(index.parties.get(_folded(form), ()), forms[0], year)
        if len(found) == 1:
            note = f'"{form}" is in the register as {_shown(found[0])}'
            return _person(found[0], REGISTER_RULE, "high", note)
        if found:
            return Unclear(form, found)
    if not surname and len(TOKEN.findall(forms[0])) == 1:
        return None
    family = names.family_name(forms[0])
    if _OF_WOMEN & set(_lower(forms[0])) or names.is_body(forms[0]):
        return None
    found = _possible(index.families.get(family.casefold(), ()), forms[0], year)
    if len(found) > 1:
        return Unclear(family, found)
    note = f"{_shown(found[0])} is the only {family} of the register who can be meant" if found else ""
    return _person(found[0], FAMILY_RULE, "medium", note) if found else None


def same_entry(one: str, other: str, index: Index) -> bool:
    """Say whether two names are names of one entry."""
    return not set(index.parties.get(_folded(one), ())).isdisjoint(index.parties.get(_folded(other), ()))


def _shown(entry: Entry) -> str:
    return f"{entry.name} ({entry.id})"


def _person(entry: Entry, rule: str, cert: Cert, note: str) -> Person:
    return Person(entry.id, entry.name, entry.kind, entry=entry, evidence=Evidence(rule, cert, note))


def _possible(entries: _Entries, name: str, year: int) -> _Entries:
    return tuple(entry for entry in entries if alive(entry, year) and _agrees(name, entry))


def born(entry: Entry, year: int) -> bool:
    """Say whether somebody may have been born by a year; 0 is a year that is not known."""
    return not (year and entry.birth and int(entry.birth[:4]) > year)


def alive(entry: Entry, year: int) -> bool:
    """Say whether somebody may have lived in a year; 0 is a year that is not known."""
    return born(entry, year) and not (year and entry.death and int(entry.death[:4]) < year)


def _agrees(name: str, entry: Entry) -> bool:
    """Say whether no forename or initial of a name speaks against an entry; particles such as "von" never do."""
    if _folded(name) in map(_folded, entry.forms):
        return True
    known = [word for form in entry.forms for word in _lower(form)]
    given = [word for word in TOKEN.findall(name) if word[0].isupper() and not names.is_title(word)]
    return all(any(k.startswith(g) or g.startswith(k) for k in known) for g in (word.casefold() for word in given))


def _lower(name: str) -> list[str]:
    return [word.casefold() for word in TOKEN.findall(name) if word.isalnum()]


def place_of(words: str, index: Index) -> tuple[Entry, int, int] | None:
    """Return the one place of the register that a dateline names, and where in its words it stands.

    "Washington, D.C." is Washington where the whole is in no register; two places are none.
    """
    whole = index.places.get(_folded(words), ())
    if whole:
        return (whole[0], 0, len(words)) if len(whole) == 1 else None
    parts = [match for match in re.finditer(r"[^,;()]*[^,;()\s]", words) if match.group().strip()]
    found = [(entries, match) for match in parts if (entries := index.places.get(_folded(match.group()), ()))]
    if len(found) != 1 or len(found[0][0]) != 1:
        return None
    (entry,), match = found[0]
    return entry, match.end() - len(match.group().lstrip()), match.end()


def place_mark(mark: Mark, text: str, index: Index) -> Mark:
    """Return a mark of a place with its record, narrowed to the words that the register has, if it has one."""
    words = fold(text[mark.span.start : mark.span.end])
    found = place_of(words, index)
    if found is None:
        return mark
    entry, start, end = found
    pattern = expression(r"\s+".join(map(re.escape, words[start:end].split())))
    part = pattern.search(text, mark.span.start, mark.span.end)
    if part is None:
        return mark
    evidence = place_evidence(entry, end - start, words)
    return replace(mark, span=Span(*part.span()), attributes=(("ref", f"#{entry.id}"),), evidence=evidence)


def name_mark(mark: Mark, name: str, index: Index, year: int) -> Mark:
    """Return a mark of a name with its record, if the register has exactly one who may be meant by it."""
    person = resolve((name,), index, year=year, surname=False)
    if not isinstance(person, Person):
        return mark
    return replace(mark, kind=person.kind, attributes=(("ref", f"#{person.id}"),), evidence=person.evidence)


def place_evidence(entry: Entry, length: int, words: str) -> Evidence:
    """Return why a dateline's place is taken to be `entry`, which is called so in `length` of its characters."""
    note = f'"{words}" is in the register as {_shown(entry)}'
    if length == len(words):
        return Evidence(REGISTER_RULE, "high", note)
    return Evidence(WITHIN_RULE, "medium", f'of "{words}" the register has {_shown(entry)}')
