"""Does the signature name the sender, and the salutation the addressee?

What somebody does twice is a habit and no slip: a signature that is met in two letters of the same sender is a pet
name or a pseudonym, and so is a salutation in two letters to the same addressee.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from teiedit.model.diagnostic import Severity
from teiedit.model.finding import Witness, found

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from teiedit.model.finding import Finding
    from teiedit.model.testimony import Name, Party, Testimony

_EXCHANGED = "perhaps the heading has sender and addressee the wrong way round"


def find(documents: Sequence[Testimony]) -> Iterator[Finding]:
    """Yield D020 for signatures, and C001 for salutations, that are somebody else's."""
    signed = Counter(key for one in documents for key in _habits(one.signature, one.senders))
    saluted = Counter(key for one in documents for key in _habits(one.salute, one.addressees))
    for one in documents:
        name = one.signature
        if name and _speaks(name) and not _is_habit(name, one.senders, signed):
            message = f'signed "{name.quote.words}", but the heading names {_called(one.senders)} as sender'
            hint = "if somebody signed for the sender, leave it; else correct the heading"
            yield _finding("D020", one, name, message, hint)
        name = one.salute
        if name and _speaks(name) and not _is_habit(name, one.addressees, saluted):
            message = f'"{name.quote.words}" is spoken to, but the heading names {_called(one.addressees)} as addressee'
            hint = "check whether heading and letter belong together"
            yield _finding("C001", one, name, message, hint)


def _speaks(name: Name) -> bool:
    return name.verdict in ("differs", "other side")


def _habits(name: Name | None, persons: Sequence[Party]) -> list[tuple[str, str]]:
    """Return under which keys a name is counted that somebody else's would be."""
    if name is None or name.verdict != "differs":
        return []
    return [(person.key, name.quote.words.casefold().rstrip(" .")) for person in persons]


def _is_habit(name: Name, persons: Sequence[Party], seen: Counter[tuple[str, str]]) -> bool:
    return any(seen[key] > 1 for key in _habits(name, persons))


def _finding(code: str, one: Testimony, name: Name, message: str, hint: str) -> Finding:
    exchanged = name.verdict == "other side"
    evidence = (Witness(one.id, name.heading),) if name.heading else ()
    return found(code, Severity.WARNING, one.id, name.quote, message, _EXCHANGED if exchanged else hint, evidence)


def _called(persons: Sequence[Party]) -> str:
    return ", ".join(person.name for person in persons) or "nobody"
