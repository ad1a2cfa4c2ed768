"""One proposal after the other, on the terminal."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import click

from teiedit.cli._names import described
from teiedit.model.position import Place
from teiedit.model.register import PREFIXES
from teiedit.names.confirm import Decision
from teiedit.names.table import REGISTERS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from teiedit.names.proposal import Proposal

_KEYS = "y yes, n no, e edit, s skip, q quit"


def ask(proposals: Sequence[Proposal]) -> Iterator[Decision]:
    """Yield what somebody decides; what is skipped, or comes after quitting, is not among it."""
    for number, proposal in enumerate(proposals, 1):
        click.echo("\n".join(described(proposal, f"[{number}/{len(proposals)}] ")))
        answer, edited = _answered(proposal)
        if answer == "q":
            return
        if answer != "s":
            yield Decision(answer == "y", edited, Place("terminal", number), proposal.key)
        click.echo()


def _answered(proposal: Proposal) -> tuple[str, Proposal]:
    """Return the answer to one proposal, one of "ynsq", and the proposal as it was edited."""
    now = proposal
    while True:
        answer = _answer(f"{_KEYS}: ")
        if answer == "e":
            now = _edited(now)
            click.echo("\n".join(described(now)))
        elif answer == "y":
            return answer, now if now.kind else _in_register(now)
        elif answer in ("n", "s", "q"):
            return answer, proposal


def _answer(question: str) -> str:
    """Return the first letter of an answer; the end of the input quits."""
    try:
        return str(click.prompt(question, default="", show_default=False, prompt_suffix="")).strip().lower()[:1]
    except click.Abort:
        return "q"


def _edited(proposal: Proposal) -> Proposal:
    """Return a proposal with what somebody has typed in place of what it was."""
    if proposal.action == "new":
        proposal = proposal if proposal.kind else _in_register(proposal)
        name = str(click.prompt("name", default=proposal.name))
        identifier = str(click.prompt("id", default=proposal.id))
        forms = str(click.prompt("variants, parted by |", default="|".join(proposal.variants)))
        dates = str(click.prompt("dates", default=proposal.dates))
        return replace(proposal, name=name, id=identifier, variants=_parts(forms), dates=dates)
    if proposal.action == "variant":
        identifier = str(click.prompt("entry", default=proposal.id))
        forms = str(click.prompt("variants, parted by |", default="|".join(proposal.variants)))
        return replace(proposal, id=identifier, variants=_parts(forms))
    if proposal.action == "authority" and len(proposal.candidates) > 1:
        for number, record in enumerate(proposal.candidates, 1):
            click.echo(f"  {number}  {record.uri} {record.name} {record.dates} ({record.score})")
        number = click.prompt("which", type=click.IntRange(1, len(proposal.candidates)), default=1)
        record = proposal.candidates[number - 1]
        return replace(proposal, authorities=record.uris, dates=record.dates if proposal.dates else "")
    if proposal.action == "merge" and click.confirm(f"keep {proposal.other} instead?"):
        return replace(proposal, id=proposal.other, other=proposal.id)
    return proposal


def _in_register(proposal: Proposal) -> Proposal:
    """Return a proposal with the register that somebody names."""
    kinds = {name: kind for kind, name in REGISTERS.items()}
    word = click.prompt("register", type=click.Choice(tuple(kinds)))
    kind = kinds[word]
    identifier = proposal.id if proposal.id.startswith(PREFIXES[kind]) else PREFIXES[kind] + proposal.id
    return replace(proposal, kind=kind, id=identifier)


def _parts(typed: str) -> tuple[str, ...]:
    return tuple(part for part in map(str.strip, typed.split("|")) if part)
