"""Which release of an edition a package holds: its name and its day, neither of them from the clock."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from teiedit.model.diagnostic import Diagnostic, EditionError, Severity
from teiedit.model.position import Place
from teiedit.tools.tei import slug

if TYPE_CHECKING:
    from collections.abc import Iterable

    from teiedit.model.edition import Edition
    from teiedit.model.ledger import Entry

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_NAME = re.compile(r"[^\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]{1,80}")


@dataclass(frozen=True, slots=True)
class Release:
    """One state of an edition that is kept.

    Attributes:
        name: what it is called, such as "2.0" or "2026-03-31".
        date: its day, as YYYY-MM-DD.
        base: the name of the folder that holds it in an archive, in ASCII.
    """

    name: str
    date: str
    base: str


def release_of(edition: Edition, ledger: Iterable[Entry], name: str, day: str, shown: str) -> Release:
    """Return the release.

    Args:
        edition: its settings.
        ledger: when its records were published, changed and withdrawn.
        name: what the release is called; "" to call it by its day.
        day: its day, as YYYY-MM-DD; "" for the edition's, or else the latest of the ledger.
        shown: edition.toml as the user knows it, for messages.

    Raises:
        EditionError: K004 no day is known, or what was given is none; K011 the name cannot be used.
    """
    found = day or (edition.date if _DAY.fullmatch(edition.date) else "") or _latest(ledger)
    if not _is_day(found):
        message = f'"{found}" is no day' if found else "the day of the release is not known"
        hint = 'say it with --date 2026-03-31, or give edition.toml a whole day: date = "2026-03-31"'
        raise EditionError(Diagnostic("K004", Severity.ERROR, Place(shown), message, hint))
    called = name.strip() or found
    if not _NAME.fullmatch(called):
        message = "the name of the release is longer than 80 characters, or holds characters that cannot be written"
        raise EditionError(
            Diagnostic("K011", Severity.ERROR, Place(shown), message, 'call it by a number or a word: --release "2.0"')
        )
    part = re.sub(r"[^A-Za-z0-9.]+", "-", called).strip("-.") or slug(called) or found
    return Release(called, found, f"{edition.id}-{part}")


def _latest(ledger: Iterable[Entry]) -> str:
    moments = [
        moment
        for entry in ledger
        for moment in (entry.published, entry.withdrawn, *(stamp.changed for stamp in entry.stamps.values()))
    ]
    return max(moments, default="")[:10]


def _is_day(text: str) -> bool:
    if not _DAY.fullmatch(text):
        return False
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
