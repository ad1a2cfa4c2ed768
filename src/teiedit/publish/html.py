"""TEI to HTML: a page for each document and a home page for the edition, without scripts.

In: TEI; out: HTML 5 (https://html.spec.whatwg.org/) for any browser, on paper and read aloud, as WCAG 2.2 AA asks
(https://www.w3.org/TR/WCAG22/). What the pages look like is said in `xslt/html/`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from teiedit.model.around import AMONG
from teiedit.model.output import Output
from teiedit.publish._corpus import corpus
from teiedit.publish._feeds import feeds
from teiedit.publish._search import Index
from teiedit.publish.report import diagnostics
from teiedit.tools.resources import resource
from teiedit.tools.saxon import Param, Xml, transform
from teiedit.tools.tei import XML_ID, element, parse

if TYPE_CHECKING:
    from collections.abc import Iterable

    from teiedit.model.around import Around
    from teiedit.model.diagnostic import Diagnostic
    from teiedit.model.edition import Edition

STYLESHEET = "xslt/html/edition.xsl"
STYLES = "xslt/html/css"
SCRIPTS = "xslt/html/js"


def document(tei: str, edition: Edition, around: Around = AMONG) -> Output:
    """Return the pages of one document, one for each language that the site speaks.

    Args:
        tei: a whole TEI document.
        edition: whose document it is.
        around: what stands before and after it.

    Raises:
        TransformError: see `teiedit.tools.saxon.transform`.
    """
    name = document_id(tei)
    own: dict[str, Param] = {"alone": around.alone, "css": style() if around.alone else "", **_beside(around)}
    files: dict[str, bytes] = {}
    found: list[Diagnostic] = []
    for language, folder in folders(edition):
        made = transform(STYLESHEET, tei, **{**settings(edition), **own, "language": language})
        files[f"{folder}documents/{name}.html"] = made.result.encode()
        found += [] if folder else diagnostics(made.messages, f"{name}.xml")
    return Output(files, tuple(found))


def volume(documents: Iterable[str], edition: Edition) -> Output:
    """Return the pages of the edition as a whole, and the files that all pages share."""
    search = Index()
    headers = corpus(search.passing(documents))
    files = {"assets/style.css": style().encode(), **scripts(), **search.files()}
    found: list[Diagnostic] = []
    for language, folder in folders(edition):
        for page in pages(edition):
            made = transform(STYLESHEET, headers, **{**settings(edition), "language": language, **_at(page, edition)})
            files[f"{folder}{page}.html"] = made.result.encode()
            found += [] if folder else diagnostics(made.messages, f"{page}.html")
    public = [page for page in pages(edition) if page != NOT_FOUND]
    files.update(feeds(headers, edition, settings(edition), public))
    return Output(files, tuple(found))


def _at(page: str, edition: Edition) -> dict[str, Param]:
    """Return where a page stands. A web server shows 404.html in the place of any page: its links begin at the site."""
    return {"page": page, "up": edition.base_url if page == NOT_FOUND else ""}


def _beside(around: Around) -> dict[str, Param]:
    """Return the documents that a page leads on to, as the stylesheet takes them."""
    ways = {"previous": around.previous, "next": around.next, "earlier": around.earlier, "later": around.later}
    links = element("list")
    for name, other in ways.items():
        if other is not None:
            ref = element("ref", other.title, type=name, target=f"{other.id}.html", xml_lang=other.language)
            links.append(element("item", ref))
    return {"beside": Xml(etree.tostring(links, encoding="unicode"))}


def folders(edition: Edition) -> tuple[tuple[str, str], ...]:
    """Return each language that the site speaks, and its folder: none for the first."""
    first, *more = dict.fromkeys((edition.language, *edition.interface))
    return ((first, ""), *((language, f"{language}/") for language in more))


def pages(edition: Edition) -> tuple[str, ...]:
    """Return the names of the pages that are not documents'."""
    return ("index", *banner(edition), *FOOT, NOT_FOUND)


def banner(edition: Edition) -> tuple[str, ...]:
    """Return the pages that the banner leads to: the registers only if there can be something in them."""
    kinds = {entry.kind for entry in edition.register.entries}
    registers = ("places",) if "placeName" in kinds else ()
    return ("documents", "chronology", "correspondence", "persons", *registers, "organisations", "search")


FOOT = ("statistics", "principles", "accessibility")
NOT_FOUND = "404"


def scripts() -> dict[str, bytes]:
    """Return the scripts of the site, by their paths. Every page is whole without them."""
    return {f"assets/{file.name}": file.read_bytes() for file in sorted(resource(SCRIPTS).glob("*.js"))}


def style() -> str:
    """Return the style sheet of all pages: the parts in the order of their names."""
    parts = sorted(resource(STYLES).glob("*.css"))
    return "\n".join(part.read_text(encoding="utf-8") for part in parts)


def document_id(tei: str) -> str:
    """Return the document's xml:id, after which its files are named."""
    return parse(tei.encode()).get(XML_ID, "document")


def settings(edition: Edition) -> dict[str, Param]:
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
        "languages_of_site": " ".join(language for language, _ in folders(edition)),
        "site": " ".join(banner(edition)),
        "site_foot": " ".join(FOOT),
    }
