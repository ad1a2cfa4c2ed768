"""What the program has to say about what it was given: one form for every stage and every validator."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from teiedit.model.position import Place


class Severity(IntEnum):
    """How much a finding matters, in rising order.

    Shown to people as "note", "check" (look at it yourself) and "error".
    """

    INFO = 1
    WARNING = 2
    ERROR = 3

    @property
    def word(self) -> str:
        """The word that people are shown."""
        return {Severity.INFO: "note", Severity.WARNING: "check", Severity.ERROR: "error"}[self]


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding.

    Attributes:
        code: a key of `teiedit.model.codes.CODES`, such as "D012".
        severity: how much it matters.
        place: where it is, in the file that the user can mend (the transcript whenever there is one).
        message: lower case, no final period, stands alone and quotes the text concerned.
        hint: what to do about it; may be empty.
        excerpt: the line of the file that `place` points into, without its line end; may be empty.
    """

    code: str
    severity: Severity
    place: Place
    message: str
    hint: str = ""
    excerpt: str = ""


class EditionError(Exception):
    """Raised where nothing can go on: no such folder, an unreadable edition.toml."""

    def __init__(self, *diagnostics: Diagnostic) -> None:
        """Carry at least one diagnostic; all of them are shown."""
        super().__init__("; ".join(d.message for d in diagnostics))
        self.diagnostics = diagnostics

    def __reduce__(self) -> tuple[type[EditionError], tuple[Diagnostic, ...]]:
        """Let it cross from one process to another: exceptions are made again of their message otherwise."""
        return EditionError, self.diagnostics


def worst(diagnostics: tuple[Diagnostic, ...]) -> Severity | None:
    """Return the highest severity among `diagnostics`, or None if there are none."""
    return max((d.severity for d in diagnostics), default=None)
