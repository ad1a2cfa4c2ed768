"""What an editor is asked about a document."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from teiedit.model.evidence import CERTS

if TYPE_CHECKING:
    from teiedit.model.anchor import Anchor
    from teiedit.model.decisions import Said
    from teiedit.model.diagnostic import Diagnostic
    from teiedit.model.evidence import Attributes, Cert
    from teiedit.model.position import Place, Span

# Asked and not answered; answered; answered, but what it was answered on has changed.
Status = Literal["open", "decided", "changed"]


@dataclass(frozen=True, slots=True)
class Question:
    """One thing that the rules conclude, could not conclude, or find doubtful.

    Attributes:
        id: within its document; it stays as long as the words, those next to them, and the kind do.
        kind: as an editor calls it: a key of LINES, WORDS or STRUCTURES, a name of FACTS, or "finding".
        anchor: the words, or None for the document as a whole.
        span: where they stand now.
        place: the same in lines and columns.
        says: what the rules say: a date's value, a name, a reference; "" for nothing more than the kind.
        cert: how sure they are; "low" where they found nothing.
        rule: by which rule, or the code of a finding; "" where they found nothing.
        why: the reason, in words.
        status: whether it is answered.
        answer: who has answered, and what the rules said then; or None.
        decided: what was decided, in short; "" if nothing.
        value: what the rules say as TEI attributes, for words; what a decision would confirm.
        values: what the rules say of the whole document: identifiers of the register, names, or one value.
    """

    id: str
    kind: str
    anchor: Anchor | None
    span: Span | None
    place: Place
    says: str
    cert: Cert
    rule: str
    why: str
    status: Status = "open"
    answer: Said | None = None
    decided: str = ""
    value: Attributes = ()
    values: tuple[str, ...] = ()

    @property
    def seen(self) -> str:
        """What the rules say, as a decision keeps it for later comparison."""
        return " ".join(filter(None, (self.says, f"({self.rule})" if self.rule else "(nothing)")))

    def is_asked(self, below: Cert) -> bool:
        """Say whether it is put to an editor who is asked about what is less sure than `below`.

        What was answered on other evidence is asked again, however sure the rules are.
        """
        if self.status == "changed":
            return True
        return self.kind == "finding" or not self.rule or CERTS.index(self.cert) > CERTS.index(below)


class StaleError(Exception):
    """Raised where a file is not any more as it was when it was read."""


class RefusedError(Exception):
    """Raised where an answer cannot be a decision."""

    def __init__(self, *diagnostics: Diagnostic) -> None:
        """Carry what is wrong with it."""
        super().__init__("; ".join(one.message for one in diagnostics))
        self.diagnostics = diagnostics
