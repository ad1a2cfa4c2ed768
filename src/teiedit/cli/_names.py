"""Proposals for the registers, as people and programs read them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from teiedit.cli._report import as_data as diagnostic_data
from teiedit.cli._report import plural
from teiedit.names.table import REGISTERS
from teiedit.tools.printable import printable

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from teiedit.model.diagnostic import Diagnostic
    from teiedit.names.proposal import Example, Proposal
    from teiedit.names.propose import Proposed

_KINDS = {"persName": "person", "placeName": "place", "orgName": "organisation", "": "person, place or organisation"}
_COLOUR = {"new": "green", "variant": "cyan", "merge": "magenta", "authority": "blue", "unused": "yellow"}
# So many forms and examples of one proposal are listed.
_SHOWN = 3


def chosen(proposals: Sequence[Proposal], actions: Sequence[str], registers: Sequence[str]) -> list[Proposal]:
    """Return the proposals of some kinds, for some registers; all, where none are named."""
    return [
        proposal
        for proposal in proposals
        if (not actions or proposal.action in actions)
        and (not registers or REGISTERS.get(proposal.kind, "") in registers)
    ]


def listed(proposals: Sequence[Proposal], limit: int, proposed: Proposed) -> Iterator[str]:
    """Yield the lines of the list: proposals with why and where, then entries that no document names, then counts."""
    changes = [proposal for proposal in proposals if proposal.action != "unused"]
    unused = [proposal for proposal in proposals if proposal.action == "unused"]
    for number, proposal in enumerate(changes[: limit or None], 1):
        yield from described(proposal, f"{number}. ")
        yield ""
    if unused:
        names = ", ".join(f"{printable(proposal.name)} ({proposal.id})" for proposal in unused[:20])
        more = f" and {len(unused) - 20:,} more" if len(unused) > 20 else ""
        yield f"named in no document: {names}{more}"
        yield ""
    counts = [f"{sum(p.action == action for p in proposals):,} {action}" for action in _COLOUR]
    yield f"{plural(proposed.documents, 'document')}, {plural(len(proposals), 'proposal')}: {', '.join(counts)}"
    if limit and len(changes) > limit:
        yield f"{limit:,} are listed; --limit 0 lists all, --interactive asks about them, --csv FILE writes a table"
    if proposed.refused:
        yield f"{proposed.refused:,} were refused before and are left out; --again shows them"


def described(proposal: Proposal, number: str = "") -> Iterator[str]:
    """Yield the lines about one proposal."""
    action = click.style(proposal.action, fg=_COLOUR[proposal.action], bold=True)
    yield f"{number}{action} {_KINDS[proposal.kind]}: {_what(proposal)}"
    if proposal.documents:
        first, last = proposal.years
        years = "" if not first else f", {first}" if first == last else f", {first}–{last}"
        yield f"    {plural(proposal.documents, 'document')}, {plural(proposal.count, 'time')}{years}"
    if proposal.action == "new" and proposal.variants:
        forms = ", ".join(map(printable, proposal.variants[:8]))
        yield f"    forms: {forms}{' …' if len(proposal.variants) > 8 else ''}"
    yield f"    why: {printable('; '.join(proposal.reasons))}"
    if proposal.clashes:
        yield f"    {click.style('but:', fg='yellow')} {printable('; '.join(proposal.clashes))}"
    if proposal.action == "new":
        for record in proposal.candidates:
            reasons = printable(", ".join(record.reasons))
            yield f"    record: {record.uri} {printable(record.name)} ({record.score}: {reasons})"
    yield from (f"    {line}" for line in map(_in_context, proposal.examples[:_SHOWN]))


def _what(proposal: Proposal) -> str:
    name = f"{click.style(printable(proposal.name), bold=True)} ({proposal.id})"
    if proposal.action == "variant":
        forms = ", ".join(f'"{printable(form)}"' for form in proposal.variants)
        return f"{forms} for {name}"
    if proposal.action == "merge":
        return f"{name} takes in {proposal.other}"
    if proposal.action == "authority":
        return f"{name} is {', '.join(uri for _, uri in proposal.authorities)}"
    return name


def _in_context(example: Example) -> str:
    words = click.style(printable(example.words), bold=True)
    return f"{example.place}: …{printable(example.before)}{words}{printable(example.after)}…"


def as_data(proposals: Sequence[Proposal], proposed: Proposed, found: Sequence[Diagnostic]) -> str:
    """Return proposals as JSON."""
    data = {
        "proposals": [_data(proposal) for proposal in proposals],
        "diagnostics": [diagnostic_data(diagnostic) for diagnostic in found],
        "summary": {"documents": proposed.documents, "proposals": len(proposals), "refused": proposed.refused},
    }
    return json.dumps(data, ensure_ascii=False, indent=2)


def _data(proposal: Proposal) -> dict[str, object]:
    return {
        "action": proposal.action,
        "register": REGISTERS.get(proposal.kind),
        "id": proposal.id,
        "name": proposal.name,
        "variants": list(proposal.variants),
        "other": proposal.other or None,
        "weight": proposal.weight,
        "count": proposal.count,
        "documents": proposal.documents,
        "years": list(proposal.years) if proposal.years[0] else None,
        "evidence": list(proposal.rules),
        "reasons": list(proposal.reasons),
        "clashes": list(proposal.clashes),
        "authorities": [uri for _, uri in proposal.authorities],
        "dates": proposal.dates or None,
        "candidates": [
            {"uri": c.uri, "name": c.name, "score": c.score, "dates": c.dates or None, "reasons": list(c.reasons)}
            for c in proposal.candidates
        ],
        "examples": [_example(example) for example in proposal.examples],
    }


def _example(example: Example) -> dict[str, object]:
    place = {"file": example.place.file, "line": example.place.line, "column": example.place.column}
    return {**place, "before": example.before, "words": example.words, "after": example.after}
