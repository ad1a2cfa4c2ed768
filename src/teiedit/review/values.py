"""What it is instead: a value that an editor writes becomes what a decision says.

In: one line of text. Out: a table of TOML. What can be written depends on the kind of the question, and the new value
always answers it: a signature is another line, a name another name, a date another date.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Any

from teiedit.model.decisions import FACTS, LINES, STRUCTURES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from teiedit.model.question import Question
    from teiedit.model.register import Entry, Register

NAMES = ("person", "place", "organisation", "form of address")
GENRES = ("letter", "telegram", "memorandum", "minutes", "speech", "treaty", "note", "report", "other")
NOBODY = "nobody"
_KIND_OF_ENTRY = {"persName": "person", "placeName": "place", "orgName": "organisation"}
_IDENTIFIER = re.compile(r"(?:p|pl|o)-[\w.-]+")
_DATE = "write 1962-10-27; 1962-10-25/1962-10-28 for from … to; 1962-10-25..1962-10-28 for some time between"
_DAY = re.compile(r"-?\d{4}(-\d\d){0,2}|--\d\d-\d\d|\d\d:\d\d(:\d\d)?")
_LEVELS = 9
_PEOPLE = f'write names or identifiers of the register, with ";" between several, or "{NOBODY}"'
_LANGUAGE = 'write a language tag such as "en", "de", "fr-CA"'
_EXPECTED: Mapping[str, str] = {
    **dict.fromkeys(("sender", "addressee", "copies"), _PEOPLE),
    **dict.fromkeys(("date", "received"), _DATE),
    **dict.fromkeys(("language", "foreign"), _LANGUAGE),
    **dict.fromkeys(NAMES, f"write an identifier or a name of the register, or one of: {', '.join(NAMES)}"),
    "genre": f"write one of: {', '.join(GENRES)}",
    "title": "write the title",
    "time": "write 14:30",
    "clause": f"write the level, from 1 to {_LEVELS}, or 0 where it is no clause",
}
# What a decision cannot refuse: these follow from more than their words. And what has no other value.
_NOT_REFUSED = frozenset((*STRUCTURES, "finding", "genre", "language", "title"))
_UNCHANGED = frozenset((*STRUCTURES, "finding", "cross-reference", "enumeration", "omission", "quotation"))


class ImpossibleError(ValueError):
    """Raised where a value cannot be; its words say what can be written instead."""


def can_be_refused(question: Question) -> bool:
    """Say whether a decision can say that it is not so."""
    return question.kind not in _NOT_REFUSED


def can_be_changed(question: Question) -> bool:
    """Say whether a decision can say what it is instead."""
    return question.kind not in _UNCHANGED


def changed(question: Question, value: str, register: Register) -> dict[str, Any]:
    """Return the decision that it is what `value` says.

    Args:
        question: what was asked.
        value: a date ("1962-10-27", "1962-10-25/1962-10-28", "1962-10-25..1962-10-28", "..1962-10-28"), an identifier
            or a name of the register, the function of a line, the level of a clause, a language tag; for who wrote or
            received a letter names or identifiers with ";" between them, or "nobody".
        register: the edition's.

    Raises:
        ImpossibleError: it cannot be; what can is said.
    """
    value = " ".join(value.split())
    if not can_be_changed(question):
        raise ImpossibleError(_only(question))
    if not value:
        raise ImpossibleError(expected(question))
    if question.anchor is None and question.kind in FACTS:
        return _fact(question, value, register)
    return _words(question, value, register)


def _words(question: Question, value: str, register: Register) -> dict[str, Any]:
    kind, hint = question.kind, expected(question)
    if kind in NAMES:
        return _name(question, value, register)
    table: dict[str, Any] = {"is": value.casefold()}
    if kind in ("date", "time"):
        table = {"is": kind, **dated(value, hint)}
    elif kind == "foreign":
        table = {"is": kind, "language": value}
    elif kind == "clause":
        table = {"level": _level(value, hint)}
    elif table["is"] not in LINES:
        raise ImpossibleError(hint)
    return table


def expected(question: Question) -> str:
    """Return what can be written of a question, as a hint."""
    kind = question.kind
    if kind == "place" and question.anchor is None:
        return "write a name of the place, or its identifier in the register"
    return _EXPECTED.get(kind, f"write one of: {', '.join(LINES)}")


def _only(question: Question) -> str:
    if question.kind == "finding":
        return "a finding can only be accepted, as looked at; what is wrong is mended in the transcript"
    refused = "accepted or rejected" if can_be_refused(question) else "accepted"
    return f"this kind can only be {refused}"


def _fact(question: Question, value: str, register: Register) -> dict[str, Any]:
    kind = question.kind
    if kind in ("date", "received"):
        return dated(value, expected(question))
    if kind == "genre":
        if value.casefold() not in GENRES:
            raise ImpossibleError(expected(question))
        return {"is": value.casefold()}
    if kind not in ("sender", "addressee", "copies"):
        return {"is": value}
    if value.casefold() == NOBODY:
        return {"is": []}
    named = [one.strip() for one in value.split(";") if one.strip()]
    known = {entry.id for entry in register.entries}
    for name in named:
        if _IDENTIFIER.fullmatch(name) and name not in known:
            raise ImpossibleError(f'the register knows no "{name}"; {expected(question)}')
    return {"is": named[0] if len(named) == 1 else named}


def _name(question: Question, value: str, register: Register) -> dict[str, Any]:
    if value.casefold() in NAMES:
        return {"is": value.casefold()}
    asked = value.removeprefix("#")
    meant = [entry for entry in register.entries if entry.id == asked] or [
        entry for entry in register.entries if folded(value) in map(folded, entry.forms)
    ]
    if len(meant) != 1:
        several = ", ".join(entry.id for entry in meant)
        wrong = f"several are called so: {several}" if meant else f'the register knows no "{value}"'
        raise ImpossibleError(f"{wrong}; {expected(question)}")
    kind = _KIND_OF_ENTRY[meant[0].kind]
    # "the President" stays a form of address, whoever he is
    return {"is": question.kind if question.kind == NAMES[-1] and kind == "person" else kind, "entry": meant[0].id}


def _level(value: str, hint: str) -> int:
    if not re.fullmatch(rf"[0-{_LEVELS}]", value):
        raise ImpossibleError(hint)
    return int(value)


def dated(value: str, hint: str) -> dict[str, Any]:
    """Return the keys of a date; brackets around what lies between two days, as in EDTF, are no matter.

    https://www.loc.gov/standards/datetime/

    Raises:
        ImpossibleError: it is none.
    """
    value = value.strip("[]")
    parts = [("when", value)]
    for sign, keys in (("..", ("not-before", "not-after")), ("/", ("from", "to"))):
        if sign in value:
            first, _, last = value.partition(sign)
            parts = [(key, day.strip()) for key, day in zip(keys, (first, last), strict=True) if day.strip()]
            break
    if not parts or not all(_DAY.fullmatch(day) for _, day in parts):
        raise ImpossibleError(hint)
    return dict(parts)


def folded(words: str) -> str:
    """Return words in lower case and without accents, for comparison."""
    plain = unicodedata.normalize("NFKD", words.casefold())
    return "".join(c for c in plain if not unicodedata.combining(c))


def found(register: Iterable[Entry], typed: str) -> Iterator[Entry]:
    """Yield the entries in which each typed word begins a word of a name, or of the identifier."""
    wanted = folded(typed).split()
    for entry in register:
        words = re.split(r"[\s,.'’-]+", folded(" ".join((*entry.forms, entry.id))))
        if wanted and all(any(word.startswith(one) for word in words) for one in wanted):
            yield entry
