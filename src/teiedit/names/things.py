"""Places and bodies among the names: by datelines, prepositions, words for bodies, and capitals that recur."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from teiedit.names import lexicon
from teiedit.names.against import content
from teiedit.names.folding import folded
from teiedit.names.proposal import Proposal
from teiedit.names.weights import rules_of, weigh, why
from teiedit.recognise import names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from teiedit.names.against import Known
    from teiedit.names.gather import Facts, Gathered

# Capitals together that nothing else explains are shown from so many documents on.
_RECURS = 3
# A place by prepositions alone stands in so many documents, and so often after one.
_PLACED_IN, _PLACED_SHARE = 2, 0.3


def find_things(found: Gathered, known: Known, families: set[str]) -> list[Proposal]:
    """Return proposals for places, bodies, and names of which nobody can say what they are.

    Args:
        found: the names of all documents.
        known: the register.
        families: family names, folded: what else may be a place is a person.
    """
    places = _places(found, families)
    proposals = list(_proposals(places, "placeName", known))
    bodies = _bodies(found)
    proposals += _proposals(bodies, "orgName", known)
    taken = {
        folded(form) for group in (*places.values(), *bodies.values()) for form in (facts.form for facts, _ in group)
    }
    proposals += _recurring(found, known, families, taken)
    return proposals


_Groups = dict[str, list[tuple["Facts", Counter[str]]]]


def _places(found: Gathered, families: set[str]) -> _Groups:
    """Return the places of datelines, and words that are used as places are, by what they are called."""
    groups: _Groups = defaultdict(list)
    for (kind, form, _), facts in found.names.items():
        if kind == "placeName":
            groups[content(form)].append((facts, Counter(rules_of(facts.rules))))
    for form, facts in found.words.items():
        key = content(form)
        if (key not in groups or key in families) and not _is_placed(facts, found, families):
            continue
        groups[key].append((facts, Counter({"preposition": max(facts.rules["placed in"], 1)})))
    return groups


def _is_placed(facts: Facts, found: Gathered, families: set[str]) -> bool:
    words = facts.form.split()
    return (
        facts.rules["placed in"] >= _PLACED_IN
        and facts.rules["placed"] >= facts.count * _PLACED_SHARE
        and facts.rules["common"] <= facts.count / 10
        and folded(words[-1]) not in families
        and not any(found.small[word.lower()] for word in words)
        and (
            not all(word.startswith("de ") for word in facts.after)
            or len(facts.after) > 1
            or lexicon.ends_as_place(words[-1])
        )
        and not any(folded(word) in _GIVEN for word in words[:1])
        and not names.is_body(facts.form)
    )


_GIVEN = frozenset(map(folded, lexicon.GIVEN))


def _bodies(found: Gathered) -> _Groups:
    groups: _Groups = defaultdict(list)
    for (kind, form, _), facts in found.names.items():
        if kind == "orgName" and not facts.entries and len(form) < 80:
            groups[content(form)].append((facts, Counter(rules_of(facts.rules))))
    for form, facts in found.words.items():
        if content(form) in groups:
            groups[content(form)].append((facts, Counter({"body": facts.documents})))
    return groups


def _proposals(groups: _Groups, kind: str, known: Known) -> Iterator[Proposal]:
    for forms in groups.values():
        forms.sort(key=lambda form: (-form[0].documents, form[0].form))
        new = [(facts, rules) for facts, rules in forms if not known.has(facts.form)]
        if not new:
            continue
        entries = [
            (entry, reason)
            for entry, reason in known.things(forms[0][0].form, kind)
            if any((entry.id, facts.form) not in known.apart for facts, _ in new)
        ]
        if entries:
            for facts, rules in new:
                entry, reason = entries[0]
                clashes = tuple(f'"{facts.form}" may also be {other.name} ({other.id})' for other, _ in entries[1:3])
                made = _proposal("variant", kind, facts.form, [(facts, rules)], (reason,))
                yield _of_entry(made, entry.id, entry.name, facts.form, clashes)
        elif len(new) == len(forms):
            yield _proposal("new", kind, forms[0][0].form, forms, ())


def _of_entry(proposal: Proposal, identifier: str, name: str, form: str, clashes: tuple[str, ...]) -> Proposal:
    from dataclasses import replace  # noqa: PLC0415

    return replace(proposal, id=identifier, name=name, variants=(form,), clashes=clashes)


def _proposal(
    action: str, kind: str, name: str, forms: list[tuple[Facts, Counter[str]]], reasons: tuple[str, ...]
) -> Proposal:
    counted: Counter[str] = Counter()
    for _, rules in forms:
        counted.update(rules)
    documents = max(facts.documents for facts, _ in forms)
    years = [year for facts, _ in forms for year in facts.years if year]
    return Proposal(
        action,
        kind,
        "",
        name,
        tuple(dict.fromkeys(facts.form for facts, _ in forms if facts.form != name)),
        weight=weigh(counted, documents),
        count=sum(facts.count for facts, _ in forms),
        documents=documents,
        years=(min(years), max(years)) if years else (0, 0),
        rules=tuple(sorted(counted)),
        reasons=(*reasons, *why(counted)),
        spots=tuple(spot for facts, _ in forms[:1] for spot in facts.spots),
    )


def _recurring(found: Gathered, known: Known, families: set[str], taken: set[str]) -> Iterator[Proposal]:
    """Yield sequences of capitals that recur, and of which no word is also a common one."""
    for form, facts in found.words.items():
        words = form.split()
        if len(words) < 2 or facts.documents < _RECURS or known.has(form) or folded(form) in taken:
            continue
        if folded(words[-1]) in families or any(found.small[word.lower()] > facts.documents / 2 for word in words):
            continue
        if any(found.is_common(word) for word in words):
            continue
        rules = Counter({"capitals": facts.documents})
        yield _proposal("new", "", form, [(facts, rules)], ())
