"""Birth and death as registers give them: "1917–1963", "1917-05-29/1963-11-22", "* 1917", "† 1963"."""

from __future__ import annotations

import re
from datetime import date

_DAY = r"\d{4}(?:-\d\d(?:-\d\d)?)?"
_FORMS = (
    re.compile(rf"(?:\*\s*)?(?P<birth>{_DAY})?\s*(?:[–—/,-]|\bbis\b|\bto\b)\s*(?:†\s*)?(?P<death>{_DAY})?", re.ASCII),
    re.compile(rf"(?:\*|born|b\.|geb\.|né|née)\s*(?P<birth>{_DAY})(?P<death>)", re.ASCII | re.IGNORECASE),
    re.compile(rf"(?:†|died|d\.|gest\.|mort|morte)\s*(?P<death>{_DAY})(?P<birth>)", re.ASCII | re.IGNORECASE),
)
# Figures and signs, and not a word: meant as dates.
_MEANT = re.compile(r"[\d\s./–—-]+")


def lifetime(typed: str) -> tuple[str, str] | None:
    """Return birth and death, "" for what is not said; both are "" for words, None for figures that are no dates.

    A year may be followed by its month and day: TEI takes dates as ISO 8601 has them
    (https://tei-c.org/release/doc/tei-p5-doc/en/html/ref-teidata.temporal.w3c.html).
    """
    for form in _FORMS:
        match = form.fullmatch(typed)
        if match and (match["birth"] or match["death"]):
            birth, death = match["birth"] or "", match["death"] or ""
            length = min(len(birth), len(death))
            in_order = not length or birth[:length] <= death[:length]
            return (birth, death) if _possible(birth) and _possible(death) and in_order else None
    return None if _MEANT.fullmatch(typed) else ("", "")


def _possible(day: str) -> bool:
    if not day:
        return True
    try:
        date.fromisoformat((day + "-01-01")[:10])
    except ValueError:
        return False
    return True
