"""TEI to HTML: a page for each document and a home page for the edition, without scripts.

In: TEI; out: HTML 5 (https://html.spec.whatwg.org/) for any browser, on paper and read aloud, as WCAG 2.2 AA asks
(https://www.w3.org/TR/WCAG22/). What the pages look like is said in `xslt/html/`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from teiedit.model.output import Output
from teiedit.publish.report import diagnostics
from teiedit.tools.resources import resource
from teiedit.tools.saxon import transform
from teiedit.tools.tei import NS, TEI, XML_ID, parse

if TYPE_CHECKING:
    from collections.abc import Iterable

    from teiedit.model.edition import Edition

STYLESHEET = "xslt/html/edition.xsl"
STYLE = "xslt/html/style.css"


def document(tei: str, edition: Edition, *, alone: bool = False) -> Output:
    """Return the page of one document.

    Args:
        tei: a whole TEI document.
        edition: whose document it is.
        alone: make one file that needs no other, without links into the edition.

    Raises:
        TransformError: see `teiedit.tools.saxon.transform`.
    """
    name = document_id(tei)
    css = resource(STYLE).read_text(encoding="utf-8") if alone else ""
    made = transform(STYLESHEET, tei, alone=alone, css=css, **settings(edition))
    return Output({f"documents/{name}.html": made.result.encode()}, diagnostics(made.messages, f"{name}.xml"))


def volume(documents: Iterable[str], edition: Edition) -> Output:
    """Return the home page, which lists all documents by date, and the style sheet that all pages share."""
    made = transform(STYLESHEET, corpus(documents), **settings(edition))
    files = {"index.html": made.result.encode(), "assets/style.css": resource(STYLE).read_bytes()}
    return Output(files, diagnostics(made.messages, "index.html"))


def corpus(documents: Iterable[str]) -> str:
    """Return a teiCorpus of the documents' headers, without their texts, so that it stays small."""
    return f'<teiCorpus xmlns="{TEI}">{"".join(_header(tei) for tei in documents)}</teiCorpus>'


def document_id(tei: str) -> str:
    """Return the document's xml:id, after which its files are named."""
    return parse(tei.encode()).get(XML_ID, "document")


def settings(edition: Edition) -> dict[str, str]:
    """Return what `xslt/html/params.xsl` takes from the edition."""
    return {
        "language": edition.language,
        "edition_id": edition.id,
        "edition_title": edition.title,
        "edition_subtitle": edition.subtitle,
        "edition_description": edition.description,
        "edition_publisher": edition.publisher,
        "edition_place": edition.place,
        "edition_date": edition.date,
        "edition_editors": ", ".join(edition.editors),
        "licence": edition.licence.name if edition.licence else "",
        "licence_url": edition.licence.url if edition.licence else "",
        "base_url": edition.base_url,
        "formats": " ".join(edition.formats),
    }


_NOT_LISTED = "tei:text | tei:facsimile | tei:standOff[@type = 'provenance'] | tei:teiHeader/tei:encodingDesc"


def _header(tei: str) -> str:
    root = parse(tei.encode())
    for element in root.xpath(_NOT_LISTED, namespaces=NS):
        element.getparent().remove(element)
    return etree.tostring(root, encoding="unicode")
