"""What is different between two states of one document, each difference with its cause."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from teiedit.explain.aligned import aligned
from teiedit.explain.causes import Change, Known, cause, entry
from teiedit.explain.difference import CAUSES, KINDS, Difference
from teiedit.explain.pairs import pairs
from teiedit.package.words import differences

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from teiedit.explain.state import Stated
    from teiedit.explain.statements import Statement, Why
    from teiedit.package.facts import Said

_FIELDS = (
    "title",
    "sender",
    "recipient",
    "copy",
    "date",
    "receipt",
    "place",
    "destination",
    "kind",
    "language",
    "reference",
    "answer",
)
_KINDS = {"date": "text-date", "reference": "link"}
_LONGEST = 90


def differ(old: Stated, new: Stated, known: Known, line: Callable[[int], int]) -> tuple[Difference, ...]:
    """Return the differences between two states of a document, in the order in which they are told.

    Args:
        old: what is published.
        new: what would be.
        known: what can have changed.
        line: gives the transcript's line of a place in the new text, 0 where none is known.
    """
    found = _Differ(old, new, known, line)
    told = [*found.fields(), *found.words(), *found.records(), *found.text(), *found.edition()]
    if not told:
        told = list(found.markup())
    return tuple(_following(told))


class _Differ:
    """Two states while they are compared."""

    def __init__(self, old: Stated, new: Stated, known: Known, line: Callable[[int], int]) -> None:
        self._old, self._new, self._known, self._line = old, new, known, line

    def fields(self) -> Iterator[Difference]:
        """Give what is different about the document as a whole."""
        for kind in _FIELDS:
            before, after = self._old.facts.fields.get(kind, ()), self._new.facts.fields.get(kind, ())
            was, now = self._old.fields.get(kind), self._new.fields.get(kind)
            change = Change(was, now, tuple(sorted(_records(before) ^ _records(after))))
            if before != after:
                one = self._because(Difference(kind, _joined(before), _joined(after)), change)
                if kind == "answer":
                    why = "what the letters are to each other is read from the dates and parties of all of them"
                    one = replace(one, cause="documents", why=f"{why}; {now.reason}" if now else why)
                yield one
            elif kind in ("date", "place", "destination", "receipt"):
                # their reason is that of sender or addressee, or stands with the words of the text
                continue
            elif was and now:
                yield from self._reasons(was, now, _called(kind), 0, change)
            elif was or now:
                one = Difference("reason", was.does if was else "", now.does if now else "", _called(kind))
                yield self._because(one, change)

    def words(self) -> Iterator[Difference]:
        """Give what is different in the words of the transcript."""
        if not self._known.transcript:
            return
        for before, after in differences(self._old.facts.text, self._new.facts.text):
            yield Difference("words", before, after, "", 0, "transcript", "the transcript was edited")

    def records(self) -> Iterator[Difference]:
        """Give what is different in the records of people, places and bodies that both states have."""
        old, new = self._old.facts.records, self._new.facts.records
        for name in (name for name in new if name in old and old[name] != new[name]):
            gone = [line for line in old[name] if line not in new[name]]
            come = [line for line in new[name] if line not in old[name]]
            yield self._record(name, "; ".join(gone), "; ".join(come))

    def text(self) -> Iterator[Difference]:
        """Give what is different in what is stated of the words."""
        place: Callable[[int, int], tuple[int, int]] = _unmoved
        if self._known.transcript:
            place = aligned(_split(self._old.facts.text), _split(self._new.facts.text))
        for before, after in pairs(self._old.statements, self._new.statements, place):
            yield from self._pair(before, after)

    def edition(self) -> Iterator[Difference]:
        """Give what is different in what is said of the edition, and of the editors' decisions."""
        if self._old.decisions != self._new.decisions:
            before, after = "; ".join(self._old.decisions), "; ".join(self._new.decisions)
            yield Difference("revision", before, after, "", 0, "decisions", "editors have decided otherwise")
        for what, after in self._new.facts.statement.items():
            before = self._old.facts.statement.get(what, "")
            if before == after:
                continue
            said, why = ("rules", "another version of the program") if what == "program" else self._stated(what)
            yield Difference("statement", before, after, what, 0, said, why)

    def markup(self) -> Iterator[Difference]:
        """Give what is different where no fact is."""
        parts = [name for name, digest in self._new.parts.items() if self._old.parts.get(name) != digest]
        where = f"in {' and '.join(parts)}" if parts else "before the document's first element"
        if self._known.transcript:
            why = "only its spaces, line ends or character encoding are others"
            yield Difference("spacing", "", where, "", 0, "transcript", why)
            return
        yield self._because(Difference("markup", "", where), Change())

    def _stated(self, what: str) -> tuple[str, str]:
        if what == "people responsible" and self._known.decisions:
            return "decisions", "who has decided is named"
        return "settings", "changed in edition.toml"

    def _record(self, name: str, gone: str, come: str) -> Difference:
        known = self._known
        one = Difference("record", gone, come, name)
        if (name in known.register or name in known.published) and known.may("register"):
            return replace(one, cause="register", why=entry(name, known))
        return self._because(one, Change())

    def _pair(self, before: Statement | None, after: Statement | None) -> Iterator[Difference]:
        statement = after or before
        assert statement is not None  # noqa: S101 - a pair has one
        line = self._line(statement.start) if after or not self._known.transcript else 0
        records = tuple(sorted(set(before.records if before else ()) ^ set(after.records if after else ())))
        here = self._known.transcript and (before is None or after is None or before.words != after.words)
        change = Change(before.why if before else None, after.why if after else None, records, here)
        kind = _KINDS.get(statement.kind, statement.kind)
        if before and after and _same(before, after):
            if before.words == after.words or self._known.transcript:
                if change.before and change.after and not self._recorded(after):
                    yield from self._reasons(change.before, change.after, statement.words, line, change)
                return
            # the same is now said of more or fewer words
            was, now = (f"{one.value}: “{_short(one.words)}”" for one in (before, after))
            yield self._because(Difference(kind, was, now, "", line), change)
            return
        was, now = self._value(before, self._old), self._value(after, self._new)
        yield self._because(Difference(kind, was, now, _short(statement.words), line), change)

    def _recorded(self, statement: Statement) -> bool:
        """Say whether the record of what is named is another: that is told, and the reason only repeats it."""
        old, new = self._old.facts.records, self._new.facts.records
        return any(old.get(name) != new.get(name) for name in statement.records)

    def _value(self, statement: Statement | None, state: Stated) -> str:
        if statement is None:
            return "not marked"
        if statement.kind == "name" and not statement.records:
            return f"{statement.value}, without a record"
        named = [_name(state.facts.records.get(record, ()), record) for record in statement.records]
        return f"{statement.value} {'; '.join(named)}" if named else statement.value

    def _reasons(self, before: Why, after: Why, words: str, line: int, change: Change) -> Iterator[Difference]:
        """Give what is different in how sure a statement is, or in the reason for it."""
        words = _short(words)
        if before.cert != after.cert:
            yield self._because(Difference("certainty", before.cert, after.cert, words, line), change)
        elif before.rule != after.rule or before.resp != after.resp:
            yield self._because(Difference("reason", before.does, after.does, words, line), change)
        elif not self._known.transcript and before.reason != after.reason:
            one = Difference("reason", before.reason, after.reason, words, line)
            said, why = cause(change, self._known)
            yield replace(one, cause=said, why=f"the rule is as before: {after.does}" if said == "rules" else why)

    def _because(self, one: Difference, change: Change) -> Difference:
        said, why = cause(change, self._known)
        return replace(one, cause=said, why=why)


def _called(kind: str) -> str:
    return f"the {KINDS[kind][0]}"


def _unmoved(start: int, end: int) -> tuple[int, int]:
    return start, end


def _split(text: Iterable[str]) -> list[str]:
    return " ".join(text).split()


def _same(before: Statement, after: Statement) -> bool:
    return (before.kind, before.value, before.records) == (after.kind, after.value, after.records)


def _records(said: Iterable[Said]) -> set[str]:
    return {name for one in said for name in one.value.split() if name[:2] in ("p-", "o-") or name[:3] == "pl-"}


def _joined(said: Iterable[Said]) -> str:
    return "; ".join(map(str, said))


def _name(record: Sequence[str], identifier: str) -> str:
    name = next((line.removeprefix("name: ") for line in record if line.startswith("name: ")), "")
    return f"“{name}” ({identifier})" if name else f"({identifier})"


def _short(words: str) -> str:
    return words if len(words) <= _LONGEST else f"{words[:60].rstrip()} … {words[-20:].lstrip()}"


def _following(told: Sequence[Difference]) -> Iterator[Difference]:
    """Give the differences; a fact about the document, read by the rules as before, follows from what it rests on."""
    order = list(CAUSES)
    others = {one.cause for one in told if one.cause in ("decisions", "register")}
    first = min(others, key=order.index, default="")
    for one in told:
        follows = one.cause == "rules" and one.kind in _FIELDS and one.why.startswith("rule: ")
        if first and follows:
            yield replace(one, cause=first, why=f"by the same rule as before, since {CAUSES[first]} changed")
        else:
            yield one
