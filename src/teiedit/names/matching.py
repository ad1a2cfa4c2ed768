"""Records of an authority file that may be somebody of the register, or of the proposals: scored, with the reasons."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from teiedit.names.against import content
from teiedit.names.folding import folded, umlauts
from teiedit.names.form import agree, read_name, registered
from teiedit.names.proposal import Candidate, Proposal

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from teiedit.model.register import Entry, Register
    from teiedit.names.form import Name
    from teiedit.names.records import AuthorityRecord

# What a match is worth: full names that agree, an initial that agrees, the family name alone; dates; an office.
_FULL, _INITIAL, _FAMILY = 55, 40, 20
_LIFE, _LIVED, _OFFICE = 35, 20, 10
# A candidate has so much; one that is taken for clear has so much, and so much more than the next.
_ENOUGH, _CLEAR, _AHEAD = 40, 70, 15
_KEPT = 3
# Nobody writes letters younger than this.
_WRITES = 10


@dataclass(slots=True)
class Wanted:
    """Somebody or something that a record is looked for.

    Attributes:
        kind: of the names.
        forms: the names.
        names: the parts of each, of a person.
        years: of the first and last document; (0, 0) if they are not known.
        wrote: the documents are letters from or to the person.
        birth: as the register has it, or "".
        death: the same.
        office: words.
        has: the authorities whose record is known.
        candidates: the best so far.
    """

    kind: str
    forms: tuple[str, ...]
    names: tuple[Name, ...]
    years: tuple[int, int] = (0, 0)
    wrote: bool = False
    birth: str = ""
    death: str = ""
    office: str = ""
    has: frozenset[str] = frozenset()
    candidates: list[Candidate] = field(default_factory=list)

    def keep(self, candidate: Candidate) -> None:
        """Keep a candidate if it is among the best."""
        others = [known for known in self.candidates if known.uri != candidate.uri]
        self.candidates = sorted([*others, candidate], key=lambda c: (-c.score, c.uri))[: _KEPT + 1]


def match(
    records: Iterable[AuthorityRecord],
    register: Register,
    proposals: Sequence[Proposal],
    years: dict[str, tuple[int, int]],
    writers: frozenset[str],
) -> list[Proposal]:
    """Return proposals with candidates for new entries, and a proposal for each entry that may get a record.

    Args:
        records: of any number of authority files; each is seen once, and forgotten.
        register: whose entries lack records.
        proposals: those made of the documents.
        years: of the first and last document that names an entry.
        writers: entries that have written or got letters.
    """
    entries = {e.id: _of_entry(e, years.get(e.id, (0, 0)), wrote=e.id in writers) for e in register.entries}
    new = {p.key: _of_proposal(p) for p in proposals if p.action == "new" and p.kind}
    table: dict[str, list[Wanted]] = defaultdict(list)
    for wanted in (*entries.values(), *new.values()):
        for key in {key for form, name in _named(wanted) for key in _keys(wanted.kind, form, name, _initial(name))}:
            table[key].append(wanted)
    for record in records:
        _look(record, table)
    known = {entry.id: entry for entry in register.entries}
    made = [_with_candidates(p, new[p.key]) if p.key in new else p for p in proposals]
    return made + [_proposed(known[i], wanted) for i, wanted in entries.items() if wanted.candidates]


def _of_entry(entry: Entry, years: tuple[int, int], *, wrote: bool) -> Wanted:
    names = tuple(map(registered, entry.forms)) if entry.kind == "persName" else ()
    has = frozenset(kind for kind, _ in entry.authorities)
    office = f"{entry.office} {entry.note}"
    return Wanted(entry.kind, entry.forms, names, years, wrote, entry.birth, entry.death, office, has)


def _of_proposal(proposal: Proposal) -> Wanted:
    forms = (proposal.name, *proposal.variants)
    names = tuple(map(registered, forms)) if proposal.kind == "persName" else ()
    wrote = bool({"party", "signature"} & set(proposal.rules))
    return Wanted(proposal.kind, forms, names, proposal.years, wrote)


def _named(wanted: Wanted) -> Iterable[tuple[str, Name | None]]:
    return zip(wanted.forms, wanted.names or [None] * len(wanted.forms), strict=True)


def _initial(name: Name | None) -> str:
    """Return the first letter of a given name, so that not all Smiths are held against all Smiths; "" for none."""
    return name.given[0][:1].replace("c", "k") if name is not None and name.given else ""


def _keys(kind: str, form: str, name: Name | None, initial: str = "") -> tuple[str, ...]:
    """Return under what a form is looked up."""
    if name is not None:
        return f"{initial} {name.key}", f"{initial} {umlauts(name.word).replace(' ', '')}"
    return f"{kind} {content(form)}", f"{kind} {umlauts(form)}"


def _look(record: AuthorityRecord, table: dict[str, list[Wanted]]) -> None:
    """Hold a record against those who bear one of its names."""
    met: dict[int, Wanted] = {}
    for form in record.names:
        if record.kind in ("persName", ""):
            name = registered(form) if "," in form else read_name(form)
            for key in {*_keys("persName", form, name, _initial(name)), *_keys("persName", form, name)}:
                met.update((id(wanted), wanted) for wanted in table.get(key, ()) if wanted.kind == "persName")
        if record.kind != "persName":
            plain = form.partition(" (")[0]
            for kind in ("placeName", "orgName"):
                for key in _keys(kind, plain, None):
                    met.update((id(wanted), wanted) for wanted in table.get(key, ()))
    for wanted in met.values():
        if record.kind in ("", wanted.kind) and record.uris[0][0] not in wanted.has:
            score, reasons = _score(wanted, record)
            if score >= _ENOUGH:
                dates = record.dates if wanted.kind == "persName" else ""
                wanted.keep(Candidate(record.uris, record.names[0], score, reasons, dates))


def _score(wanted: Wanted, record: AuthorityRecord) -> tuple[int, tuple[str, ...]]:
    """Return how well a record fits, to 100, and why; 0 if something speaks against it."""
    score, reason = _by_name(wanted, record)
    reasons = [reason]
    if wanted.kind == "persName" and score:
        for mine, theirs, what in ((wanted.birth, record.birth, "born"), (wanted.death, record.death, "died")):
            if mine and theirs:
                if mine[:4] != theirs[:4]:
                    return 0, ()
                score += _LIFE
                reasons.append(f"{what} {theirs[:4]} in both")
        lived = _lived(wanted, record)
        if lived is None:
            return 0, ()
        if lived:
            score += _LIVED
            reasons.append(lived)
    shared = sorted(_longer(wanted.office) & _longer(record.office))
    if shared and score:
        score += _OFFICE
        reasons.append(f"office: {', '.join(shared[:3])}")
    return min(score, 100), tuple(reasons)


def _by_name(wanted: Wanted, record: AuthorityRecord) -> tuple[int, str]:
    best = (0, "")
    for number, form in enumerate(record.names):
        less = 3 if number else 0
        what = f'"{form}"' + (" is a variant" if number else "")
        if wanted.kind != "persName":
            plain = form.partition(" (")[0]
            same = any(content(plain) == content(mine) or umlauts(plain) == umlauts(mine) for mine in wanted.forms)
            best = max(best, (_FULL - less, f"the same name: {what}")) if same else best
            continue
        theirs = registered(form) if "," in form else read_name(form)
        for mine in wanted.names:
            if set(_keys("", "", mine)).isdisjoint(_keys("", "", theirs)):
                continue
            if not all(agree(theirs, name) for name in wanted.names if name.key == mine.key):
                continue
            best = max(best, _given(mine, theirs, less, what))
    return best


def _given(mine: Name, theirs: Name, less: int, what: str) -> tuple[int, str]:
    if not mine.given or not theirs.given:
        return _FAMILY - less, f"the same family name: {what}"
    if len(mine.given[0]) > 1 and len(theirs.given[0]) > 1:
        return _FULL - less + (5 if mine.given == theirs.given else 0), f"the same names: {what}"
    return _INITIAL - less, f"the same family name and initial: {what}"


def _lived(wanted: Wanted, record: AuthorityRecord) -> str | None:
    """Return how somebody's life fits the documents; None if it does not, "" if nothing can be said."""
    first, last = wanted.years
    if not first or not (record.birth or record.death):
        return ""
    birth, death = int(record.birth[:4] or 0), int(record.death[:4] or 9999)
    if birth and birth + (_WRITES if wanted.wrote else 0) > (first if wanted.wrote else last):
        return None
    if wanted.wrote and death < last:
        return None
    return f"lived {record.birth[:4] or '?'}–{record.death[:4] or '?'}, documents {first}–{last}"


def _longer(words: str) -> set[str]:
    return {word for word in folded(words).split() if len(word) > 4}


def _with_candidates(proposal: Proposal, wanted: Wanted) -> Proposal:
    found = tuple(wanted.candidates[:_KEPT])
    if found and found[0].score >= _CLEAR and (len(found) == 1 or found[0].score - found[1].score >= _AHEAD):
        best = found[0]
        return replace(proposal, candidates=found, authorities=best.uris, dates=best.dates)
    return replace(proposal, candidates=found)


def _proposed(entry: Entry, wanted: Wanted) -> Proposal:
    best, *others = wanted.candidates[:_KEPT]
    near = [other for other in others if best.score - other.score < _AHEAD]
    clashes = tuple(f"{other.uri} ({other.name}) fits about as well" for other in near)
    dates = "" if entry.birth or entry.death or entry.dates else best.dates
    return Proposal(
        "authority",
        entry.kind,
        entry.id,
        entry.name,
        weight=best.score / 10,
        rules=("authority",),
        years=wanted.years,
        reasons=(f"{best.uri} {best.name}, {best.dates}".rstrip(", "), *best.reasons),
        clashes=clashes,
        authorities=tuple((kind, uri) for kind, uri in best.uris if kind not in wanted.has),
        dates=dates,
        candidates=tuple(wanted.candidates[:_KEPT]),
    )
