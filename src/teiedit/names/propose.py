"""Proposals for the registers, from the names of the whole edition: new entries, other forms, entries that are one."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from teiedit.model.register import PREFIXES
from teiedit.names.against import duplicates, exact, known_of
from teiedit.names.evidence import read_document
from teiedit.names.examples import with_examples
from teiedit.names.folding import folded
from teiedit.names.form import read_name, registered
from teiedit.names.gather import gather
from teiedit.names.matching import match
from teiedit.names.people import find_people
from teiedit.names.proposal import Proposal
from teiedit.names.things import find_things
from teiedit.names.weights import rules_of, strength, weigh, why
from teiedit.tools.tei import slug
from teiedit.tools.workers import each

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from teiedit.model.diagnostic import Diagnostic
    from teiedit.model.edition import Edition
    from teiedit.model.register import Entry, Register
    from teiedit.names.against import Known
    from teiedit.names.decisions import Refused
    from teiedit.names.form import Name
    from teiedit.names.gather import Facts, Gathered
    from teiedit.names.people import Person
    from teiedit.names.records import AuthorityRecord
    from teiedit.read.folder import File


@dataclass(frozen=True, slots=True)
class Proposed:
    """What an edition's documents propose.

    Attributes:
        proposals: the weightiest first.
        documents: how many documents were read.
        refused: how many proposals are left out because somebody has refused them.
        diagnostics: of documents that could not be read.
    """

    proposals: tuple[Proposal, ...]
    documents: int
    refused: int
    diagnostics: tuple[Diagnostic, ...]


def propose(
    files: Sequence[File],
    edition: Edition,
    processes: int | None = None,
    *,
    records: Iterable[AuthorityRecord] = (),
    refused: Refused | None = None,
) -> Proposed:
    """Return what could be added to an edition's registers, or mended in them.

    Args:
        files: the transcripts.
        edition: its settings and registers.
        processes: how many processes read the transcripts; None for one a core.
        records: of authority files, to be matched.
        refused: what somebody has refused before.

    Raises:
        EditionError: an authority file cannot be read.
    """
    found = gather(each(partial(read_document, edition), files, len(files), processes))
    apart = refused.forms() if refused else frozenset()
    proposals = proposals_of(found, edition.register, apart)
    proposals = match(records, edition.register, proposals, found.years, frozenset(found.parties))
    kept = [proposal for proposal in proposals if not (refused and refused.stands(proposal))]
    kept.sort(key=lambda p: (-p.weight, p.action, p.name, p.variants))
    shown = with_examples(kept, files, edition)
    return Proposed(shown, found.documents, len(proposals) - len(kept), tuple(found.diagnostics))


def proposals_of(
    found: Gathered, register: Register, apart: frozenset[tuple[str, str]] = frozenset()
) -> list[Proposal]:
    """Return all proposals, in no order.

    Args:
        found: the names of all documents.
        register: what is known already.
        apart: entries, and forms that somebody has said are not theirs.
    """
    known = known_of(register, apart)
    people = find_people(found, known.given())
    proposals = [proposal for person in people for proposal in _person(person, known)]
    proposals += _called(found, known)
    proposals = _with_aliases(found, proposals, known)
    families = {person.full.key for person in people} | set(known.families)
    proposals += find_things(found, known, families)
    proposals += _within(register, found)
    return _identified(_one_each(proposals), register)


def _person(person: Person, known: Known) -> Iterator[Proposal]:
    """Yield what somebody's names propose: a new entry, or other forms of one."""
    forms = [(name, facts) for name, facts in person.forms if not known.has(facts.form)]
    entries = [
        (entry, reason)
        for entry, reason in _entries(person, known)
        if not forms or any((entry.id, facts.form) not in known.apart for _, facts in forms)
    ]
    if len(entries) == 1 and not _another(person, entries[0][0], known):
        entry, reason = entries[0]
        for name, facts in person.forms:
            for form in _new_forms(name, facts, known):
                yield _variant(entry, form, facts, (person.alike.get(facts.form, reason),), ())
    elif entries:
        yield from _unclear(forms, entries, known)
    elif forms and not any(known.has(facts.form) for _, facts in person.forms):
        yield _new(person)


def _entries(person: Person, known: Known) -> list[tuple[Entry, str]]:
    """Return the entries that somebody may be; those that have one of the names win."""
    heads = [facts.form.partition(",")[0] for name, facts in person.forms if name.given or "," in facts.form]
    same = {entry.id: entry for head in heads for entry in known.exact.get(exact(head), ())[:1]}
    if same:
        return [(entry, f"the same name: {entry.name}") for entry in same.values()]
    return known.people(person.full)


def _another(person: Person, entry: Entry, known: Known) -> bool:
    """Say whether given names, if there are any, have nothing to stand on in an entry that has only a family name."""
    return bool(person.full.given) and not any(name.given for name in known.names.get(entry.id, ()))


def _variant(entry: Entry, form: str, facts: Facts, reasons: tuple[str, ...], clashes: tuple[str, ...]) -> Proposal:
    counted = rules_of(facts.rules)
    return Proposal(
        "variant",
        entry.kind,
        entry.id,
        entry.name,
        (form,),
        weight=weigh(counted, facts.documents) * (0.5 if "one letter differs" in " ".join(reasons) else 1),
        count=facts.count,
        documents=facts.documents,
        years=facts.years,
        rules=tuple(sorted(counted)),
        reasons=(*reasons, *why(counted)),
        clashes=clashes,
        spots=tuple(facts.spots),
    )


def _new_forms(name: Name, facts: Facts, known: Known) -> list[str]:
    """Return what an entry would get: the form, or with its titles what several of a family may be called."""
    if name.given or len(known.families.get(name.key, ())) < 2:
        forms = [facts.form] if len(facts.form.rstrip(".")) > 1 else []
    else:
        forms = [f"{title} {facts.form}" for title in facts.titles]
    return [form for form in forms if not known.has(form)]


def _unclear(
    forms: Sequence[tuple[Name, Facts]], entries: Sequence[tuple[Entry, str]], known: Known
) -> Iterator[Proposal]:
    """Yield forms that several entries may have: somebody has to say whose they are."""
    who = ", ".join(f"{entry.name} ({entry.id})" for entry, _ in entries[:4])
    entry, reason = entries[0]
    for name, facts in forms:
        for form in _new_forms(name, facts, known):
            if facts.rules.keys() - {"alone"}:
                yield _variant(entry, form, facts, (reason,), (f'"{form}" may be any of {who}',))


def _new(person: Person) -> Proposal:
    counted = rules_of(person.rules)
    forms = list(dict.fromkeys(facts.form for _, facts in person.forms if facts.form != person.name))
    clashes = [f'"{form}" may also be somebody else of that family' for form in dict.fromkeys(person.unclear)]
    years = [year for _, facts in person.forms for year in facts.years if year]
    best = max(person.forms, key=lambda form: (strength(form[1].rules), form[1].documents))[1]
    alike = [f"{form}: {reason}" for form, reason in person.alike.items()]
    return Proposal(
        "new",
        "persName",
        "",
        person.name,
        tuple(forms),
        weight=weigh(counted, person.documents),
        count=sum(facts.count for _, facts in person.forms),
        documents=person.documents,
        years=(min(years), max(years)) if years else (0, 0),
        rules=tuple(sorted(counted)),
        reasons=(*why(counted), *alike),
        clashes=tuple(clashes[:3]),
        spots=tuple(best.spots),
    )


def _called(found: Gathered, known: Known) -> Iterator[Proposal]:
    """Yield other forms by which documents call parties whom the register knows."""
    for (kind, form, _), facts in found.names.items():
        if not facts.entries or known.has(form) or len(form) < 3:
            continue
        if facts.titles and all(known.has(f"{title} {form}") for title in facts.titles):
            continue
        ids = [entry for entry, _ in facts.entries.most_common()]
        entry = known.by_id[ids[0]]
        clashes = tuple(f'"{form}" is also {known.by_id[other].name} ({other})' for other in ids[1:3])
        if kind == entry.kind:
            yield _variant(entry, form, facts, (f"whoever is called so is {entry.name}",), clashes)


def _with_aliases(found: Gathered, proposals: Sequence[Proposal], known: Known) -> list[Proposal]:
    """Return proposals with the names by which new people sign, or are addressed.

    A given name alone is one of them only where nobody else has it.
    """
    new = [proposal for proposal in proposals if proposal.action == "new" and proposal.kind == "persName"]
    by_name = {form: proposal.name for proposal in new for form in (proposal.name, *proposal.variants)}
    given = Counter(name.given[0] for proposal in new if (name := read_name(proposal.name)).given)
    given.update({name.given[0] for names in known.names.values() for name in names if name.given})
    called: dict[str, list[str]] = {}
    for facts in found.names.values():
        of = by_name.get(next(iter(facts.of)), "") if len(facts.of) == 1 and facts.documents > 1 else ""
        if of and facts.form not in by_name and not known.has(facts.form):
            called.setdefault(of, []).append(facts.form)
    return [
        _called_so(p, called[p.name], given) if p.name in called and (p.action, p.kind) == ("new", "persName") else p
        for p in proposals
    ]


def _called_so(proposal: Proposal, forms: Sequence[str], given: Mapping[str, int]) -> Proposal:
    alone = [form for form in dict.fromkeys(forms) if given.get(folded(form), 0) < 2]
    shared = tuple(f'signs "{form}", as others may' for form in dict.fromkeys(forms) if form not in alone)
    return replace(proposal, variants=(*proposal.variants, *alone), clashes=(*proposal.clashes, *shared))


def _one_each(proposals: Sequence[Proposal]) -> list[Proposal]:
    """Return each proposal once, where two kinds of evidence make the same: the weightier."""
    kept: dict[tuple[str, str, str], Proposal] = {}
    for proposal in proposals:
        first = kept.get(proposal.key)
        if first is None or proposal.weight > first.weight:
            kept[proposal.key] = proposal
    return list(kept.values())


def _within(register: Register, found: Gathered) -> Iterator[Proposal]:
    """Yield what the register itself shows: entries that may be one, and entries that no document names."""
    gone: set[str] = set()
    for entry, other, reason, weight in duplicates(register):
        gone.add(other.id)
        reasons = (
            reason,
            f"{other.name} ({other.id}) would go; {found.used[entry.id]} and {found.used[other.id]} documents",
        )
        yield Proposal(
            "merge",
            entry.kind,
            entry.id,
            entry.name,
            other.forms,
            other.id,
            weight,
            rules=("register",),
            reasons=reasons,
        )
    for entry in register.entries:
        if not found.used[entry.id] and entry.id not in gone:
            never = ("no document names it by a form that the register has",)
            yield Proposal("unused", entry.kind, entry.id, entry.name, weight=0.1, rules=("register",), reasons=never)


def _identified(proposals: Sequence[Proposal], register: Register) -> list[Proposal]:
    """Return proposals with an identifier for each new entry, and names turned as the register turns them."""
    taken = {entry.id for entry in register.entries}
    people = [entry.name for entry in register.entries if entry.kind == "persName"]
    turned = sum("," in name for name in people) * 2 > len(people)
    families = Counter(read_name(p.name).key for p in proposals if p.action == "new" and p.kind == "persName")
    families.update(registered(name).key for name in people)
    result: list[Proposal] = []
    for proposal in sorted(proposals, key=lambda p: (-p.weight, p.name)):
        if proposal.action != "new":
            result.append(proposal)
            continue
        name = read_name(proposal.name)
        given = f"-{name.given[0]}" if name.given and families[name.key] > 1 else ""
        stem = slug(f"{name.family}{given}" if proposal.kind == "persName" else proposal.name) or "1"
        prefix = PREFIXES.get(proposal.kind, "")
        identifier, number = f"{prefix}{stem}", 2
        while identifier in taken:
            identifier, number = f"{prefix}{stem}-{number}", number + 1
        taken.add(identifier)
        shown = proposal.name
        if turned and proposal.kind == "persName" and name.given and "," not in shown and shown.endswith(name.family):
            shown = f"{name.family}, {shown.removesuffix(name.family).strip()}"
        result.append(replace(proposal, id=identifier, name=shown))
    return result
