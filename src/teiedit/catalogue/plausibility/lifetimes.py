"""Did sender and addressee live?

The register's entries are found by names only where they may be meant, so that somebody who was dead by the date of
the letter is not found: here the whole name is looked up without regard to the date.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from teiedit.model.diagnostic import Severity
from teiedit.model.finding import Quote, Witness, found

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from teiedit.model.finding import Finding
    from teiedit.model.register import Entry, Register
    from teiedit.model.testimony import Party, Testimony


def find(documents: Sequence[Testimony], register: Register) -> Iterator[Finding]:
    """Yield A009 for documents from or to somebody of the register who was dead by then, or not yet born."""
    by_id = {entry.id: entry for entry in register.entries if entry.kind == "persName"}
    by_name: dict[str, list[Entry]] = defaultdict(list)
    for entry in by_id.values():
        for form in entry.forms:
            by_name[_folded(form)].append(entry)
    for one in documents:
        for party in (*one.senders, *one.addressees) if one.sent.first and one.sent.last else ():
            yield from _outside(one, party, _meant(party, by_id, by_name))


def _meant(party: Party, by_id: Mapping[str, Entry], by_name: Mapping[str, Sequence[Entry]]) -> Sequence[Entry]:
    if party.registered:
        return [by_id[party.key]] if party.key in by_id else []
    # a surname alone may be that of a child
    return by_name.get(_folded(party.name), ()) if len(party.name.split()) > 1 else ()


def _outside(one: Testimony, party: Party, entries: Sequence[Entry]) -> Iterator[Finding]:
    if not entries or not all(_impossible(one, entry) for entry in entries):
        return
    entry = entries[0]
    what = f"died in {entry.death}" if entry.death and one.sent.first > entry.death else f"was born in {entry.birth}"
    act = "from" if party in one.senders else "to"
    message = f"dated {one.sent.first} and {act} {party.name}, but {entry.name} ({entry.id}) of the register {what}"
    hint = "check the date and the register; if somebody else of that name is meant, give them an entry"
    quote: Quote = one.dated or one.opening
    evidence = tuple(Witness(one.id, name.heading) for name in (one.signature,) if name and name.heading)
    yield found("A009", Severity.WARNING, one.id, quote, message, hint, evidence)


def _impossible(one: Testimony, entry: Entry) -> bool:
    """Say whether all days of a document lie outside a life, to the precision of the register."""
    after = bool(entry.death) and one.sent.first[: len(entry.death)] > entry.death
    return after or (bool(entry.birth) and one.sent.last[: len(entry.birth)] < entry.birth)


def _folded(name: str) -> str:
    return " ".join(name.casefold().split())
