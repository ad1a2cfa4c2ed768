"""What the PDF of a document and the book of an edition say alike: parameters, dates, titles, faults."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from teiedit.model.diagnostic import Diagnostic, Severity
from teiedit.model.position import Place

if TYPE_CHECKING:
    from teiedit.model.edition import Edition
    from teiedit.tools.saxon import Param

# PDF/A wants a date of the file. An edition without one takes the first day of computers' time, which nobody takes
# for a fact; the clock is not asked, so that two runs give the same bytes.
UNDATED = (1970, 1, 1)


def parameters(edition: Edition) -> dict[str, Param]:
    """Return what `xslt/typst/params.xsl` takes from the edition."""
    return {
        "language": edition.language,
        "edition_title": edition.title,
        "base_url": edition.base_url,
        "numbers": edition.pdf.numbers,
    }


def issued(edition: Edition) -> tuple[int, int, int]:
    """Return year, month and day that the edition's date begins with; a PDF's own date is a day at least."""
    try:
        first = datetime.date.fromisoformat((edition.date + "-01-01")[:10])
    except ValueError:
        return UNDATED
    return first.year, first.month, first.day


def shortened(title: str, length: int = 64) -> str:
    """Return a title for the head of a page, cut between words where it is too long."""
    if len(title) <= length:
        return title
    return title[:length].rsplit(" ", 1)[0].rstrip(" ,;:.") + "…"


def failure(place: str, reason: str) -> Diagnostic:
    """Return P201: there is no PDF, and why."""
    hint = "the other formats do not depend on it; a document that is valid and still fails shows a fault of ours"
    return Diagnostic("P201", Severity.ERROR, Place(place), f"no PDF could be made: {reason}", hint)
