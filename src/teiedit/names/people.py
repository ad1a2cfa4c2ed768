"""Who the people are whom the forms of names belong to: those of one family name, told apart by their given names."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from teiedit.names import lexicon
from teiedit.names.folding import folded, keys, why_alike
from teiedit.names.form import agree, read_name, same_given
from teiedit.names.gather import Facts
from teiedit.names.proposal import RULES
from teiedit.recognise import names
from teiedit.recognise.people import is_office

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from teiedit.names.form import Name
    from teiedit.names.gather import Gathered

# Evidence that makes a family name known: the family name alone is then enough elsewhere.
_PARTY = ("party", "signature", "salutation")
_SURE = (*_PARTY, "titled", "initials")


@dataclass(slots=True)
class Person:
    """Somebody, by the forms of the name.

    Attributes:
        forms: each form with its parts and counts, the fullest first.
        unclear: names of others of the family, who may be meant where only the family is named.
        alike: forms in another spelling, each with why it is taken to be the same name.
    """

    forms: list[tuple[Name, Facts]] = field(default_factory=list)
    unclear: list[str] = field(default_factory=list)
    alike: dict[str, str] = field(default_factory=dict)

    @property
    def full(self) -> Name:
        """The parts of the fullest form."""
        return self.forms[0][0]

    @property
    def name(self) -> str:
        """The name as an entry would have it: the fullest form; with its title if it is a family name alone."""
        name, facts = self.forms[0]
        title = next(iter(facts.titles), "")
        return f"{title} {facts.form}" if title and not name.given else facts.form

    @property
    def documents(self) -> int:
        """In how many documents at least: the forms may stand together in one."""
        return max(facts.documents for _, facts in self.forms)

    @property
    def rules(self) -> Counter[str]:
        """In how many documents each rule has seen a form."""
        total: Counter[str] = Counter()
        for _, facts in self.forms:
            total.update({rule: n for rule, n in facts.rules.items() if rule in RULES})
        return total


def find_people(found: Gathered, known: Iterable[str]) -> list[Person]:
    """Return the people who are named in the documents.

    Args:
        found: the names of all documents.
        known: given names beside the common ones, folded: those of the register.
    """
    families = _families(found, {*map(folded, lexicon.GIVEN), *known, *_given_of_parties(found)})
    people = [person for key in families for person in _told_apart(families[key])]
    return _spelt_otherwise(people)


def _given_of_parties(found: Gathered) -> Iterator[str]:
    for (kind, form, _), facts in found.names.items():
        if kind == "persName" and facts.rules["party"]:
            given = read_name(form).given
            if given and len(given[0]) > 2:
                yield given[0]


def _families(found: Gathered, given: set[str]) -> dict[str, list[tuple[Name, Facts]]]:
    """Return the forms by family name; capitals count where their given name and their family name are known."""
    families: dict[str, list[tuple[Name, Facts]]] = {}
    for (kind, form, _), facts in found.names.items():
        if kind == "persName" and not facts.entries and not _called_otherwise(facts):
            name = read_name(form, next(iter(facts.titles), ""))
            if _is_family(name, facts, found, given):
                families.setdefault(name.key, []).append((name, facts))
    known = {key for key, forms in families.items() if any(set(_SURE) & set(facts.rules) for _, facts in forms)}
    for form, facts in found.words.items():
        name = read_name(form)
        if name.key not in known or found.is_common(name.family):
            continue
        if not name.given or (name.given[0] in given and len(name.given) < 3):
            rule = "given" if name.given else "alone"
            copied = Facts(
                form, facts.count, facts.documents, facts.years, Counter({rule: facts.documents}), spots=facts.spots
            )
            families[name.key].append((name, copied))
    return families


def _called_otherwise(facts: Facts) -> bool:
    """Say whether a form is only another word for a party who is named: "Freund Paul"."""
    return bool(facts.of) and all(read_name(of).key != read_name(facts.form).key for of in facts.of)


def _is_family(name: Name, facts: Facts, found: Gathered, given: set[str]) -> bool:
    place = ("placeName", name.family, False) in found.names
    if place and not facts.rules["party"] and (name.given or not name.titled):
        return False
    if not name.key or len(name.key) < 2 or is_office(facts.form) or names.is_body(facts.form):
        return False
    if any(rule in facts.rules for rule in _PARTY):
        # a given name alone is nobody's family name
        return bool(name.given) or name.titled or name.key not in given
    return not found.is_common(name.family.split()[-1])


def _told_apart(forms: list[tuple[Name, Facts]]) -> list[Person]:
    """Return the people of one family name."""
    ordered = sorted(
        forms, key=lambda form: (-_fullness(form[0]), form[1].rules["alone"] > 0, -form[1].documents, form[1].form)
    )
    people: list[Person] = []
    for name, facts in ordered:
        same = [person for person in people if any(other.form in facts.of for _, other in person.forms)]
        # a signature whose sender the heading names is the sender's
        fitting = same or [person for person in people if all(agree(name, other) for other, _ in person.forms)]
        if not fitting:
            people.append(Person([(name, facts)]))
        elif len(fitting) == 1:
            fitting[0].forms.append((name, facts))
        else:
            for person in fitting:
                person.unclear.append(facts.form)
    return people


def _fullness(name: Name) -> int:
    """Return how much of a name is there: given names in full count most."""
    return sum(4 if len(given) > 3 else len(given) for given in name.given)


def _spelt_otherwise(people: list[Person]) -> list[Person]:
    """Return the people with those put together whose names differ in spelling alone.

    Both must have the same given name in full, or one spelling must be rare and the family name long.
    """
    table: dict[str, list[Person]] = {}
    kept: list[Person] = []
    for person in sorted(people, key=lambda person: (-person.documents, person.name)):
        near = [other for key, _ in keys(person.full.word) for other in table.get(key, ())]
        twin = next(((other, why) for other in near if (why := _one_person(person, other))), None)
        if twin:
            other, why = twin
            for _, facts in person.forms:
                other.alike[facts.form] = why
            other.forms += person.forms
            continue
        kept.append(person)
        for key, _ in keys(person.full.word):
            table.setdefault(key, []).append(person)
    return kept


def _one_person(rare: Person, often: Person) -> str:
    why = why_alike(rare.full.word, often.full.word)
    if not why or not agree(rare.full, often.full):
        return ""
    if same_given(rare.full, often.full) or why.startswith("the same"):
        return why
    party = any(rule in often.rules for rule in _PARTY)
    own = any(rule in rare.rules for rule in _PARTY)
    rarely = rare.documents * 5 <= often.documents or (party and not own and rare.documents <= often.documents)
    return why if rarely and len(rare.full.key) > 6 and not (rare.full.given and often.full.given) else ""
