"""What somebody has decided is carried out: confirmed proposals in the registers, refused ones in the list of those."""

from __future__ import annotations

import difflib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from teiedit.names.change import still_used

if TYPE_CHECKING:
    from collections.abc import Iterable

    from teiedit.model.diagnostic import Diagnostic
    from teiedit.model.position import Place
    from teiedit.names.change import Registers
    from teiedit.names.decisions import Refused
    from teiedit.names.proposal import Proposal
    from teiedit.names.sheet import Sheet


class Decision(NamedTuple):
    """One decision.

    Attributes:
        confirmed: yes or no.
        proposal: as it was when somebody decided, perhaps edited.
        place: where the decision stands.
        key: of the proposal as it was made.
    """

    confirmed: bool
    proposal: Proposal
    place: Place
    key: tuple[str, str, str]


@dataclass(slots=True)
class Outcome:
    """What becomes of decisions.

    Attributes:
        sheets: the files that are to be written.
        confirmed: how many proposals change something.
        refused: how many are refused.
        idle: how many were carried out before.
        diagnostics: what could not be done, and what somebody has to look at.
    """

    sheets: list[Sheet] = field(default_factory=list)
    confirmed: int = 0
    refused: int = 0
    idle: int = 0
    diagnostics: list[Diagnostic] = field(default_factory=list)


def carry_out(decisions: Iterable[Decision], registers: Registers, refused: Refused) -> Outcome:
    """Return what decisions change; nothing is written yet.

    Args:
        decisions: in the order in which they are to be carried out.
        registers: the registers, which are changed in memory.
        refused: what was refused before, to which the new refusals are added.
    """
    outcome = Outcome()
    for decision in decisions:
        if not decision.confirmed:
            refused.add(decision.key, decision.proposal.documents, decision.proposal.rules)
            outcome.refused += 1
            continue
        faults = len(registers.diagnostics)
        changed = registers.apply(decision.proposal, decision.place)
        outcome.confirmed += changed
        outcome.idle += not changed and len(registers.diagnostics) == faults
    outcome.diagnostics = [*registers.diagnostics, *still_used(registers)]
    outcome.sheets = registers.changed()
    if outcome.refused and refused.sheet.content() != refused.sheet.before:
        outcome.sheets.append(refused.sheet)
    return outcome


def difference(sheets: Iterable[Sheet]) -> str:
    """Return what would change in files, as a unified diff."""
    lines: list[str] = []
    for sheet in sheets:
        before = (sheet.before or b"").decode("utf-8-sig").splitlines()
        old = sheet.shown if sheet.before is not None else "/dev/null"
        lines += difflib.unified_diff(before, sheet.text().splitlines(), old, sheet.shown, n=1, lineterm="")
    return "\n".join(lines)
