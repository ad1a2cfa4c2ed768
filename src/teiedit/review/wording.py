"""Questions in words, as an editor is asked them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from teiedit.model.decisions import FACTS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from teiedit.model.evidence import Cert
    from teiedit.model.question import Question
    from teiedit.model.register import Register
    from teiedit.review.desk import Sheet

# Of a document as a whole: what is asked where the rules say something, and where they found nothing.
_FACTS: Mapping[str, tuple[str, str]] = {
    "sender": ("Is it from {}?", "From whom is it?"),
    "addressee": ("Is it to {}?", "To whom is it?"),
    "copies": ("Did {} have a copy?", "Who had a copy?"),
    "date": ("Is it of {}?", "Of what date is it?"),
    "received": ("Was it received on {}?", "When was it received?"),
    "place": ("Was it written in {}?", "Where was it written?"),
    "genre": ("Is its kind “{}”?", "Of what kind is it?"),
    "language": ("Is its language “{}”?", "In what language is it?"),
    "title": ("Is its title “{}”?", "What is its title?"),
}
# Of parts, which are too long to be named by their words.
_PARTS: Mapping[str, str] = {
    "list": "Does a list begin here?",
    "turn": "Does somebody begin to speak here?",
    "division": "Does a part of the text begin here?",
    "enclosure": "Does an enclosure begin here?",
    "line break": "Is this one word, divided at the end of a line?",
    "clause": "Is this a clause of its own?",
    "finding": "Is this right as it stands?",
}
_LONG = 60
NOTHING = "nothing"
_SEEN = re.compile(r"(?P<says>.*?) ?\((?P<rule>[^()]*)\)", re.DOTALL)


def ask(question: Question, register: Register) -> str:
    """Return what is asked, as a sentence."""
    says = what(question, register)
    if question.anchor is None and question.kind in FACTS:
        some, none = _FACTS[question.kind]
        return some.format(says) if question.rule else none
    if question.kind in _PARTS:
        return _PARTS[question.kind]
    words = " ".join(question.anchor.words.split()) if question.anchor else ""
    words = words if len(words) <= _LONG else words[:_LONG].rpartition(" ")[0] + " …"
    kind = question.kind
    if kind == "cross-reference" and says:
        return f"Does “{words}” point to {says}?"
    return f"Is “{words}” the {kind} {says}?" if says else f"Is “{words}” {_article(kind)} {kind}?"


def what(question: Question, register: Register) -> str:
    """Return what the rules say, a record of the register with its name; "" for no more than the kind."""
    if question.kind in ("person", "place", "organisation", "form of address") and question.says.startswith("#"):
        names = {entry.id: entry.name for entry in register.entries} if register.entries else {}
        identifier = question.says.removeprefix("#")
        return f"{names[identifier]} ({identifier})" if identifier in names else identifier
    return question.says


def certainty(question: Question) -> str:
    """Return how sure the rules are, in a word or two."""
    if question.kind == "finding":
        return "doubtful"
    return question.cert if question.rule else "nothing found"


def decided(question: Question) -> str:
    """Return what was decided, by whom, when and why; "" if nothing was."""
    if question.answer is None:
        return ""
    said = question.answer
    by = " ".join(filter(None, (f"by {said.by}" if said.by else "", f"on {said.on}" if said.on else "")))
    signed = f"{question.decided}, {by}" if by else question.decided
    return f"{signed}: {said.why}" if said.why else signed


def change(question: Question) -> str:
    """Return what has changed since a question was answered; "" if nothing has."""
    if question.status != "changed" or question.answer is None:
        return ""
    return f"The rules said {_said(question.answer.seen)} when this was decided, and now say {_said(question.seen)}."


def _said(seen: str) -> str:
    match = _SEEN.fullmatch(seen)
    if match is None:
        return f"“{seen}”"
    if match["rule"] == NOTHING:
        return NOTHING
    says = f"“{match['says']}”" if match["says"] else "that it is so"
    return f"{says} (by {match['rule']})"


def _article(kind: str) -> str:
    return "an" if kind[0] in "aeiou" else "a"


@dataclass(frozen=True, slots=True)
class Tally:
    """How many questions there are.

    Attributes:
        documents: in which they are.
        asked: in all.
        open: not answered, or answered on other evidence.
        changed: those of them that were answered on other evidence.
        decided: answered.
    """

    documents: int
    asked: int
    open: int
    changed: int
    decided: int


def tally(sheets: Iterable[Sheet], below: Cert) -> Tally:
    """Count the questions about documents that are asked."""
    listed = list(sheets)
    states = [one.status for sheet in listed for one in sheet.questions if one.is_asked(below)]
    decided_ = states.count("decided")
    return Tally(len(listed), len(states), len(states) - decided_, states.count("changed"), decided_)
