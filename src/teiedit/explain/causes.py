"""Why something would be another: what has changed since the document was published."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from teiedit.explain.difference import CAUSES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from teiedit.explain.statements import Why

REGISTER = "register"
PROGRAM = ""
# As they would be shown as a list of settings.
_AT_MOST = 6


@dataclass(frozen=True, slots=True)
class Known:
    """What can have changed for one document.

    Attributes:
        others: the settings that are others than at the last build, "register" and "" (the program) among them; None
            where nothing is known of it, and each may be.
        transcript: whether the transcript is another.
        decisions: whether the document records other decisions.
        file: whether the published file is not what the last build has written.
        register: the names of the register's entries, by their identifiers.
        published: the identifiers that came from the register in what is published.
        known: the identifiers of the records in what is published.
        renamed: identifiers that are what they are because of other documents.
    """

    others: frozenset[str] | None
    transcript: bool
    decisions: bool
    file: bool
    register: Mapping[str, str]
    published: frozenset[str]
    known: frozenset[str]
    renamed: frozenset[str]

    def may(self, what: str) -> bool:
        """Say whether a setting, the register or the program can have changed."""
        return self.others is None or what in self.others


@dataclass(frozen=True, slots=True)
class Change:
    """What is known of one difference before its cause is.

    Attributes:
        before: the reason given for what is published.
        after: the reason given for what it would be.
        records: the records that only one of both points to.
        here: whether it stands at words of the transcript that have changed.
    """

    before: Why | None = None
    after: Why | None = None
    records: tuple[str, ...] = ()
    here: bool = False


def cause(change: Change, known: Known) -> tuple[str, str]:
    """Return the cause of a difference, a key of CAUSES, and the reason in words."""
    if _decided(change):
        return "decisions", _decision(change)
    if change.here:
        return "transcript", "its words are others in the transcript"
    if known.renamed & set(change.records):
        return "documents", "in another document somebody else has the same name"
    entries = [name for name in change.records if name in known.register or name in known.published]
    if entries and known.may(REGISTER) and not _had(change, entries, known):
        return REGISTER, "; ".join(entry(name, known) for name in entries)
    if known.transcript:
        return "transcript", "it was read from a transcript that has changed"
    return _elsewhere(change, known)


def entry(identifier: str, known: Known) -> str:
    """Return what is the case with an entry of the register."""
    name = known.register.get(identifier)
    if name is None:
        return f"it has no entry {identifier} any more"
    if identifier in known.known:
        return f"its entry {identifier}, “{name}”"
    return f"its entry {identifier}, “{name}”, which this document did not name before"


def _had(change: Change, entries: Iterable[str], known: Known) -> bool:
    """Say whether a rule has newly found what the register had already, as far as the document shows that.

    Where the program is the same, no rule can have.
    """
    gone = any(name not in known.register for name in entries)
    rules = change.before is not None and change.after is not None and change.before.rule != change.after.rule
    return known.may(PROGRAM) and not gone and not rules and all(name in known.known for name in entries)


def _elsewhere(change: Change, known: Known) -> tuple[str, str]:
    """Return the cause among what concerns all documents, or the whole of this one."""
    settings = sorted(known.others - {REGISTER, PROGRAM}) if known.others is not None else []
    if known.may(PROGRAM):
        also = f"; or it comes from these settings: {', '.join(settings[:_AT_MOST])}" if settings else ""
        return "rules", f"{rule(change)}{also}"
    if settings:
        return "settings", f"changed in edition.toml or beside it: {', '.join(settings[:_AT_MOST])}"
    if known.decisions:
        return "decisions", "it follows from what an editor has decided in this document"
    if known.may(REGISTER):
        return REGISTER, "it follows from a change of the register"
    if known.file:
        return "file", "the published file was changed after it was built"
    return "rules", rule(change)


def rule(change: Change) -> str:
    """Return the rules for what is published and for what it would be."""
    before, after = change.before, change.after
    if before and after and before.rule == after.rule:
        found = f"; before, it found: {before.reason}" if before.reason != after.reason else ""
        return f"the rule is as before: {_shown(after)}{found}"
    if before and after:
        return f"now: {_shown(after)}; before: {_shown(before)}"
    if after:
        return f"now: {_shown(after)}"
    if before:
        return f"no rule says so now; before: {_shown(before)}"
    return "it is read otherwise now; the files give no rule for it"


def _shown(why: Why) -> str:
    does = why.does or why.rule
    return f"{does} ({why.reason})" if why.reason and why.reason != does else does


def _decided(change: Change) -> bool:
    before, after = (why if _edited(why) else None for why in (change.before, change.after))
    return before != after


def _decision(change: Change) -> str:
    after = change.after
    if after is not None and _edited(after):
        return f"decided by {after.resp}: {after.reason}"
    before = change.before
    return f"no longer decided by {before.resp}: {before.reason}" if before is not None else CAUSES["decisions"]


def _edited(why: Why | None) -> bool:
    return why is not None and why.resp not in ("", "teiedit", "transcriber")
