"""TEI becomes a PDF: PDF/UA-1 and PDF/A-3a in one file, set by Typst: of each document, and of the edition as a book.

XSLT makes a flat list of events of the TEI (xslt/typst/edition.xsl); fixed templates set them (xslt/typst/*.typ).
What a transcript says reaches Typst as data only, so none of it can be markup. The TEI file is attached.

ISO 14289-1 (https://pdfa.org/resource/iso-14289-pdfua/), ISO 19005-3 (https://pdfa.org/resource/iso-19005-pdfa/).
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from teiedit.model.around import AMONG
from teiedit.model.diagnostic import Diagnostic, Severity
from teiedit.model.output import Output
from teiedit.model.position import Place
from teiedit.model.progress import untold
from teiedit.model.volume import Chapter
from teiedit.publish import _pdf_house
from teiedit.publish._glyphs import without_glyph
from teiedit.publish._pdf_book import book
from teiedit.publish._pdf_events import folded, linked, substituted, together
from teiedit.publish._pdf_facts import failure, issued, parameters, shortened
from teiedit.publish._pdf_look import look
from teiedit.publish._pdf_typst import typeset
from teiedit.publish.report import diagnostics
from teiedit.tools.saxon import TransformError, transform

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from teiedit.model.around import Around
    from teiedit.model.edition import Edition
    from teiedit.model.progress import Told

STYLESHEET = "xslt/typst/edition.xsl"


def document(tei: str, edition: Edition, around: Around = AMONG) -> Output:  # noqa: ARG001 - a PDF stands alone always
    """Return `pdf/<id>.pdf` of one TEI document.

    Diagnostics: P201 no PDF could be made (an error; there is no file then), P202 characters without a glyph,
    P203 a document without a title, X007 the edition's own template stopped; and what the stylesheet reports.
    """
    try:
        transformed = transform(STYLESHEET, tei, **parameters(edition))
    except TransformError as error:
        return Output({}, (failure(f"{_name(tei)}.xml", str(error)),))
    sheet = json.loads(transformed.result)
    meta = _completed(sheet["meta"], edition)
    sheet["events"] = together(linked(folded(sheet["events"])))
    place = meta["file"] or f"{meta['id']}.xml"
    found = (*diagnostics(transformed.messages, place), *_untitled(meta, place))
    sheet["edition"] = shortened(edition.title or edition.id) if edition.house.template else ""
    made = typeset("document.typ", sheet, _changed, look(edition.pdf), _pdf_house.own(edition), tei=tei)
    if made.pdf is None and edition.house.template:
        found = (*found, _pdf_house.stopped(edition, place, made.reason, made.where))
        made = typeset("document.typ", sheet, _changed, look(edition.pdf), tei=tei)
    if made.pdf is None:
        return Output({}, (*found, failure(place, made.reason)))
    return Output({f"pdf/{meta['id']}.pdf": made.pdf}, (*found, *without_glyph(made.missing, place)))


def volume(documents: Iterable[str], edition: Edition, chapters: Sequence[Chapter] = (), told: Told = untold) -> Output:
    """Return `pdf/<edition.id>.pdf`, the edition as a book; no file if there is no document.

    Args:
        documents: whole TEI documents, in the order of the chapters; only one of them is held at a time.
        edition: whose documents they are.
        chapters: how the book is divided, if it is.
        told: is told which part is set.

    Diagnostics: P201 no book could be made, P202 characters without a glyph, X007 the edition's own template stopped.

    Raises:
        WorkerDied: see `teiedit.tools.workers.alone`.
    """
    return book(documents, edition, chapters, told)


def tried(edition: Edition) -> tuple[Edition, tuple[Diagnostic, ...]]:
    """Return the edition, without its own template if that cannot set a specimen.

    Diagnostics: X007 for each fault of the template, X008 for each face in it that is not there.
    """
    if edition.house.template is None:
        return edition, ()
    alone = document(_pdf_house.SPECIMEN, edition)
    bound = volume([_pdf_house.SPECIMEN], edition, (Chapter("1900", ("specimen",)),))
    faults = [d for output in (alone, bound) for d in output.diagnostics if d.code == _pdf_house.STOPPED]
    reasons = dict.fromkeys((d.message.partition(": ")[2], (d.place.line, d.place.column)) for d in faults)
    found = tuple(_pdf_house.stopped(edition, "", *reason) for reason in reasons)
    strangers = _pdf_house.strangers(edition)
    return (_pdf_house.without(edition) if found else edition), (*found, *strangers)


def _completed(meta: dict[str, Any], edition: Edition) -> dict[str, Any]:
    """Give the template all it needs: PDF/UA-1 wants a title (7.1), a file needs a name."""
    meta["id"] = meta["id"] or "document"
    meta["title"] = meta["title"] or meta["id"]
    meta["short"] = shortened(meta["title"])
    meta["issued"] = issued(edition)
    return meta


def _name(tei: str) -> str:
    """Return the identifier of a document that could not be parsed, for a message about it."""
    found = re.search(r'<TEI\b[^>]*\bxml:id="([^"]+)"', tei)
    return found[1] if found else "document"


def _untitled(meta: dict[str, Any], place: str) -> tuple[Diagnostic, ...]:
    if meta["titled"]:
        return ()
    message = f'the document has no title: the PDF is called "{meta["title"]}"'
    hint = "give titleStmt a title, or the transcript a title line"
    return (Diagnostic("P203", Severity.WARNING, Place(place), message, hint),)


def _changed(sheet: dict[str, Any], change: Callable[[str], str]) -> dict[str, Any]:
    """Change what is seen on the page; the title in the file's metadata needs no glyph."""
    meta = sheet["meta"] | {key: change(sheet["meta"][key]) for key in ("short", "corner")}
    return sheet | {"meta": meta, "edition": change(sheet["edition"]), "events": substituted(sheet["events"], change)}
