"""When an edition was last changed: as edition.toml says, since no output may depend on the clock."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from teiedit.model.edition import Edition

# Books and feeds must say when they were last changed (https://www.w3.org/TR/epub-33/#sec-metadata-last-modified),
# and the same edition must give the same bytes: its date, or, where edition.toml gives none, this day.
UNDATED = "2000-01-01"


def modified(edition: Edition) -> str:
    """Return when the edition was last changed, as EPUB and Atom write it: the first moment of the edition's date."""
    day = edition.date if re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", edition.date) else UNDATED
    return f"{(day + '-01-01')[:10]}T00:00:00Z"
