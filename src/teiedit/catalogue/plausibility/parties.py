"""Does the signature name the sender, and the salutation the addressee?

What somebody does twice is a habit and no slip: a signature that is met in two letters of the same sender is a pet
name or a pseudonym, and so is a salutation in two letters to the same addressee. On the other hand a name alone
("Lieber Arthur", "Dear Bell") is somebody else's where the sender calls another so again and again, or where it is the
surname of another.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from teiedit.model.diagnostic import Severity
from teiedit.model.finding import Witness, found

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from teiedit.model.finding import Finding
    from teiedit.model.testimony import Name, Party, Testimony

# So often a sender must call somebody by a name alone.
_OFTEN = 2
_EXCHANGED = "perhaps the heading has sender and addressee the wrong way round"


def find(documents: Sequence[Testimony]) -> Iterator[Finding]:
    """Yield D020 for signatures, and A001 for salutations, that are somebody else's."""
    signed = Counter(key for one in documents for key in _habits(one.signature, one.senders))
    saluted = Counter(key for one in documents for key in _habits(one.salute, one.addressees))
    for one in documents:
        name = one.signature
        if name and _speaks(name) and not _is_habit(name, one.senders, signed):
            message = f'signed "{name.quote.words}", but the heading names {_called(one.senders)} as sender'
            hint = "if somebody signed for the sender, leave it; else correct the heading"
            yield _finding("D020", one, name, message, hint)
    others = _Others(documents)
    for one in documents:
        name = one.salute
        if name is None or _is_habit(name, one.addressees, saluted):
            continue
        other = "" if _speaks(name) else others.meant(one, name)
        if _speaks(name) or other:
            message = f'"{name.quote.words}" is spoken to, but the heading names {_called(one.addressees)} as addressee'
            hint = (
                f"in this edition {other} is called so" if other else "check whether heading and letter belong together"
            )
            yield _finding("A001", one, name, message, hint)


class _Others:
    """Whom the senders of an edition call how, and the surnames in it."""

    def __init__(self, documents: Sequence[Testimony]) -> None:
        """Count salutations by sender, and collect surnames."""
        self._calls: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
        self._surnames: dict[str, dict[str, str]] = defaultdict(dict)
        self._names: dict[str, str] = {}
        for one in documents:
            for person in (*one.senders, *one.addressees):
                if not person.body:
                    self._names[person.key] = person.name
                    self._surnames[_last(person.name)][person.key] = person.name
            if one.salute and len(one.senders) == len(one.addressees) == 1:
                self._calls[one.senders[0].key, _said(one.salute)][one.addressees[0].key] += 1

    def meant(self, one: Testimony, name: Name) -> str:
        """Return who else is meant by a name of which the document alone cannot tell, or ""."""
        if name.verdict or not len(one.senders) == len(one.addressees) == 1:
            return ""
        sender, addressee = one.senders[0].key, one.addressees[0].key
        (key, count), *_ = [*self._calls[sender, _said(name)].most_common(1), ("", 0)]
        if key != addressee and count >= _OFTEN:
            return self._names.get(key, "")
        surname = self._surnames.get(_said(name), {})
        return next(iter(surname.values())) if surname and addressee not in surname else ""


def _last(name: str) -> str:
    *_, last = ["", *name.split()]
    return last.casefold().rstrip(".")


def _said(name: Name) -> str:
    return name.quote.words.casefold().rstrip(" .")


def _speaks(name: Name) -> bool:
    return name.verdict in ("differs", "other side")


def _habits(name: Name | None, persons: Sequence[Party]) -> list[tuple[str, str]]:
    """Return under which keys a name is counted that somebody else's would be."""
    if name is None or name.verdict not in ("differs", ""):
        return []
    # those whom the register does not know have one identifier with all of their surname
    return [(person.key if person.registered else person.name, _said(name)) for person in persons]


def _is_habit(name: Name, persons: Sequence[Party], seen: Counter[tuple[str, str]]) -> bool:
    return any(seen[key] > 1 for key in _habits(name, persons))


def _finding(code: str, one: Testimony, name: Name, message: str, hint: str) -> Finding:
    exchanged = name.verdict == "other side"
    evidence = (Witness(one.id, name.heading),) if name.heading else ()
    return found(code, Severity.WARNING, one.id, name.quote, message, _EXCHANGED if exchanged else hint, evidence)


def _called(persons: Sequence[Party]) -> str:
    return ", ".join(person.name for person in persons) or "nobody"
