"""Names against the register: which entry a name may be another form of, and which entries may be one."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from teiedit.names.folding import folded, keys, why_alike
from teiedit.names.form import agree, registered
from teiedit.recognise.register import TOKEN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from teiedit.model.register import Entry, Register
    from teiedit.names.form import Name

# Words that do not tell one body or place from another.
_FILLING = frozenset(
    "the of for and on a der die das des dem den für und in zu von de du la le les l d pour et il lo".split()
)


@dataclass(slots=True)
class Known:
    """A register, to be asked for names.

    Attributes:
        by_id: the entries.
        exact: entries by each form, as the recognisers fold it.
        families: persons by the family name of each form.
        near: persons by the keys of their family names, places and bodies by those of their whole names.
        names: the parts of each form of a person.
        apart: entries, and forms that somebody has said are not theirs.
    """

    by_id: dict[str, Entry] = field(default_factory=dict)
    exact: dict[str, list[Entry]] = field(default_factory=lambda: defaultdict(list))
    families: dict[str, list[Entry]] = field(default_factory=lambda: defaultdict(list))
    near: dict[str, list[Entry]] = field(default_factory=lambda: defaultdict(list))
    names: dict[str, tuple[Name, ...]] = field(default_factory=dict)
    apart: frozenset[tuple[str, str]] = frozenset()

    def has(self, form: str) -> bool:
        """Say whether the register has a form, so that the recognisers find it."""
        return exact(form) in self.exact

    def given(self) -> set[str]:
        """Return the given names of the register's people."""
        return {given for found in self.names.values() for name in found for given in name.given if len(given) > 2}

    def people(self, name: Name) -> list[tuple[Entry, str]]:
        """Return the persons whose form of a name this may be, each with why; the same family name comes first."""
        same = [
            (entry, self._same(name, entry)) for entry in self.families.get(name.key, ()) if self.agrees(name, entry)
        ]
        if same or len(name.key) < 5:
            return same
        found: dict[str, tuple[Entry, str]] = {}
        for key, _ in keys(name.word):
            for entry in self.near.get(key, ()):
                if entry.id not in found and entry.kind == "persName" and (why := self._alike(name, entry)):
                    found[entry.id] = (entry, why)
        return list(found.values())

    def _same(self, name: Name, entry: Entry) -> str:
        written = [known.word for known in self.names[entry.id] if known.key == name.key]
        return "the same family name" if name.word in written else f"the same family name but for accents: {written[0]}"

    def agrees(self, name: Name, entry: Entry) -> bool:
        """Say whether no form of an entry speaks against a name's being its."""
        return all(agree(name, known) for known in self.names[entry.id] if known.key == name.key)

    def _alike(self, name: Name, entry: Entry) -> str:
        for known in self.names[entry.id]:
            why = why_alike(name.word, known.word)
            both = bool(name.given and known.given) and agree(name, known)
            if why and self._fits(name, entry) and (both or why.startswith("the same") or len(name.key) > 6):
                return f"{why}: {known.family}"
        return ""

    def _fits(self, name: Name, entry: Entry) -> bool:
        """Say whether no form of an entry, of whatever family name, speaks against given names."""
        return all(agree(name, known) for known in self.names[entry.id])

    def things(self, form: str, kind: str) -> list[tuple[Entry, str]]:
        """Return the places or bodies whose name this may be, each with why."""
        found: dict[str, tuple[Entry, str]] = {}
        bare = content(form)
        for key, _ in keys(bare):
            for entry in self.near.get(key, ()):
                if entry.kind != kind or entry.id in found:
                    continue
                for known in entry.forms:
                    why = why_alike(bare, content(known))
                    if why and not (why == "one letter differs" and len(bare) < 7):
                        found[entry.id] = (entry, f"{why}: {known}")
                        break
        return list(found.values())


def known_of(register: Register, apart: frozenset[tuple[str, str]] = frozenset()) -> Known:
    """Return a register as it is asked; the work is done once for each form."""
    known = Known(apart=apart)
    for entry in register.entries:
        known.by_id[entry.id] = entry
        for form in entry.forms:
            _once(known.exact[exact(form)], entry)
        if entry.kind == "persName":
            known.names[entry.id] = tuple(registered(form) for form in entry.forms)
            for name in known.names[entry.id]:
                _once(known.families[name.key], entry)
                for key, _ in keys(name.word):
                    _once(known.near[key], entry)
        else:
            for form in entry.forms:
                for key, _ in keys(content(form)):
                    _once(known.near[key], entry)
    return known


def exact(form: str) -> str:
    """Return a form as the recognisers compare it."""
    return " ".join(TOKEN.findall(form)).casefold()


def content(form: str) -> str:
    """Return the words of a name that tell it from others, in a fixed order and folded."""
    words = [word for word in folded(form).split() if word not in _FILLING]
    return " ".join(sorted(words)) if len(words) > 1 else folded(form)


def _once(entries: list[Entry], entry: Entry) -> None:
    if not entries or entries[-1] is not entry:
        entries.append(entry)


def duplicates(register: Register) -> Iterator[tuple[Entry, Entry, str, float]]:
    """Yield entries that may be one, each pair once: what is the same, and how sure that makes it (to 10).

    Nothing is compared with everything: entries meet by an authority's record, or by a form of the name.
    """
    met: set[tuple[str, str]] = set()
    tables: tuple[dict[tuple[str, str], list[Entry]], dict[tuple[str, str], list[Entry]]] = (
        defaultdict(list),
        defaultdict(list),
    )
    for entry in register.entries:
        for _, uri in entry.authorities:
            tables[0][entry.kind, uri].append(entry)
        for form in {folded(form) for form in entry.forms}:
            tables[1][entry.kind, form].append(entry)
    for number, table in enumerate(tables):
        for (_, shared), entries in table.items():
            for other in entries[1:]:
                first = entries[0]
                if (first.id, other.id) in met or first is other:
                    continue
                judged = (f"both have the record {shared}", 10.0) if number == 0 else _same_name(first, other)
                if judged[0]:
                    met.add((first.id, other.id))
                    yield first, other, *judged


def _same_name(one: Entry, other: Entry) -> tuple[str, float]:
    """Return why two entries that share a form may be one, or "" if something speaks against it."""
    for mine, theirs in ((one.birth, other.birth), (one.death, other.death)):
        length = min(len(mine), len(theirs))
        if length and mine[:length] != theirs[:length]:
            return "", 0.0
    records = dict(one.authorities)
    if any(records.get(kind, uri) != uri for kind, uri in other.authorities):
        return "", 0.0
    if folded(one.name) == folded(other.name):
        dated = one.birth and one.birth[:4] == other.birth[:4]
        return ("the same name and dates", 9.0) if dated else ("the same name, and no dates that differ", 7.0)
    shared = sorted({folded(form) for form in one.forms} & {folded(form) for form in other.forms})
    longer = [form for form in shared if " " in form]
    if one.kind == "persName":
        first, second = registered(one.name), registered(other.name)
        if not longer or not agree(first, second):
            return "", 0.0
    return f'both are called "{(longer or shared)[0]}"', 4.0
