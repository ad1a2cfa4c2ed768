"""An editor's answers become decisions: what is written into the file for each.

In: a question and what was done with it; or words chosen in a transcript, and what they are. Out: a table of TOML.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from teiedit.model.decisions import DATES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from teiedit.model.anchor import Anchor
    from teiedit.model.question import Question

_NAMES = ("person", "place", "organisation", "form of address")
_TEI_DATES = {attribute: key for key, attribute in DATES.items()}


def accepted(question: Question, entries: Mapping[str, object]) -> dict[str, Any]:
    """Return the decision that what the rules say is right; where they found nothing, that there is nothing.

    Args:
        question: what was asked.
        entries: the register, by identifiers.
    """
    if question.kind == "finding":
        return {"dismiss": question.rule}
    if question.anchor is None:
        if not question.rule:
            return {"is": []}
        if dates := _dates(question):
            return dates
        return {"is": list(question.values) if len(question.values) > 1 else "".join(question.values)}
    table: dict[str, Any] = {"is": question.kind}
    value = dict(question.value)
    if question.kind in ("date", "time"):
        table |= _dates(question)
    elif question.kind in _NAMES and (entry := value.get("ref", "").removeprefix("#")) in entries:
        table["entry"] = entry
    elif question.kind == "foreign" and value.get("xml:lang"):
        table["language"] = value["xml:lang"]
    return table


def _dates(question: Question) -> dict[str, Any]:
    """Return the parts of a date that the rules say."""
    return {_TEI_DATES[name]: part for name, part in question.value if name in _TEI_DATES}


def refused(question: Question) -> dict[str, Any]:
    """Return the decision that it is not what the rules say."""
    return {"is": []} if question.anchor is None else {"is-not": question.kind}


def anchored(anchor: Anchor) -> dict[str, Any]:
    """Return the keys that tell which words are meant."""
    sides = {"before": anchor.before, "after": anchor.after}
    return {"words": anchor.words, **{key: value for key, value in sides.items() if value.strip()}}


def signed(by: str, on: str, why: str, seen: str) -> dict[str, Any]:
    """Return the keys that tell who has decided, when, why, and on what."""
    return {key: value for key, value in (("by", by), ("on", on), ("why", why), ("seen", seen)) if value}
