"""The one place where the clock is read: for the ledger, which is kept with the transcripts and read ever after.

No output depends on it otherwise. https://reproducible-builds.org/specs/source-date-epoch/
"""

from __future__ import annotations

import os
from datetime import UTC, datetime

from teiedit.model.ledger import MOMENT


def moment() -> str:
    """Return the present moment in UTC as YYYY-MM-DDThh:mm:ssZ, or the one that SOURCE_DATE_EPOCH gives in seconds."""
    given = os.environ.get("SOURCE_DATE_EPOCH", "")
    now = datetime.fromtimestamp(int(given), UTC) if given.isdigit() and len(given) <= 11 else datetime.now(UTC)
    return now.strftime(MOMENT)


def present() -> datetime:
    """Return the present moment in UTC, for a server: it tells others the time, whatever builds are told."""
    return datetime.now(UTC)
