"""Which entries of the register does no document name?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from teiedit.model.diagnostic import Severity
from teiedit.model.finding import Quote, found
from teiedit.model.position import Place

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from teiedit.model.finding import Finding
    from teiedit.model.register import Register
    from teiedit.model.testimony import Testimony


def find(documents: Sequence[Testimony], register: Register, places: Mapping[str, Place]) -> Iterator[Finding]:
    """Yield A008 for each entry that no document names, at its row."""
    used = {identifier for one in documents for identifier in one.entries}
    for entry in register.entries:
        if entry.id in used:
            continue
        place = places.get(entry.id, Place("register"))
        message = f"{entry.name} ({entry.id}) is named by no document of the edition"
        hint = "if documents call them otherwise, add those forms to the column variants"
        yield found("A008", Severity.INFO, "", Quote(entry.id, None, place), message, hint)
