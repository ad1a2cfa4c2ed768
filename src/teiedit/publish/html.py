"""TEI to HTML: a page for each document and one for its source, pages of the edition, and files by which to cite.

In: TEI; out: HTML 5 (https://html.spec.whatwg.org/) for any browser, on paper and read aloud, as WCAG 2.2 AA asks
(https://www.w3.org/TR/WCAG22/). Every page is complete without its script. What the pages look like is said in
`xslt/html/`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from lxml import etree

from teiedit.model.around import AMONG
from teiedit.model.catalogue import NO_CHANGES
from teiedit.model.output import Output
from teiedit.publish import _cite, _house, _signposting
from teiedit.publish import tei as tei_file
from teiedit.publish._corpus import corpus
from teiedit.publish._feeds import feeds
from teiedit.publish._links import broken_links
from teiedit.publish._search import Index
from teiedit.publish._sitemap import sitemap
from teiedit.tools.resources import resource
from teiedit.tools.saxon import Param, Xml
from teiedit.tools.tei import NS, TEI, XML_ID, element, parse

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from teiedit.model.around import Around
    from teiedit.model.diagnostic import Diagnostic
    from teiedit.model.edition import Edition
    from teiedit.model.house import Page

STYLESHEET = "xslt/html/edition.xsl"
STYLES = "xslt/html/css"
SCRIPTS = "xslt/html/js"


def document(tei: str, edition: Edition, around: Around = AMONG) -> Output:
    """Return the pages of one document and of its source, for each language that the site speaks.

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
        house = _house.parameter(edition, language, _own(edition))
        params: dict[str, Param] = {**settings(edition), **own, "language": language, "house": house}
        page, said = _house.transformed(STYLESHEET, tei, edition, f"{name}.xml", params)
        files[f"{folder}documents/{name}.html"] = page.encode()
        found += [] if folder else said
        if not around.alone:
            source, of_source = _source(tei, edition, params)
            files[f"{folder}documents/{name}.tei.html"] = source.encode()
            found += [] if folder else of_source
    if not around.alone:
        files |= _cite.files(tei, name, settings(edition))
    return Output(files, tuple(found))


def _source(tei: str, edition: Edition, params: Mapping[str, Param]) -> tuple[str, tuple[Diagnostic, ...]]:
    """The page that shows the TEI file as it is published."""
    (file,) = tei_file.document(tei, edition).files.values()
    shown = {**params, "page": "source"}
    return _house.transformed(STYLESHEET, file.decode(), edition, f"{document_id(tei)}.xml", shown)


def volume(documents: Iterable[str], edition: Edition, changed: Mapping[str, str] = NO_CHANGES) -> Output:
    """Return the pages of the edition as a whole, and the files that all pages share.

    Args:
        documents: whole TEI documents.
        edition: whose they are.
        changed: when each was last changed, by its identifier, of those of which it is known.
    """
    search, characters = Index(), set[str]()
    headers = corpus(_told(search.passing(documents), characters))
    files = {"assets/style.css": style().encode(), "assets/site.css": style(FOR_SITE).encode()}
    files |= scripts()
    for own_page, path, language in _searched(edition):
        search.add_page(own_page, path, language)
    files |= search.files()
    files |= _cite.edition_files(headers, edition, settings(edition))
    own = {page[0].name: NO_DOCUMENTS for page in _own(edition)}
    found: list[Diagnostic] = []
    for language, folder in folders(edition):
        for name, made_from in {**dict.fromkeys(pages(edition), headers), **own}.items():
            house = _house.parameter(edition, language, _own(edition), name)
            params = {**settings(edition), "language": language, **_at(name, edition), "house": house}
            page, said = _house.transformed(STYLESHEET, made_from, edition, f"{name}.html", params)
            files[f"{folder}{name}.html"] = page.encode()
            characters.update(page)
            found += [] if folder else said
    files |= _house.assets(edition, characters)
    public = [page for page in (*pages(edition), *own) if page != NOT_FOUND]
    files.update(feeds(headers, edition, settings(edition), changed))
    if edition.base_url:
        files.update(sitemap(edition, public, _identifiers(headers), folders(edition), changed))
    found += _house.name_faults(edition, pages(edition))
    found += broken_links(edition, files, _identifiers(headers))
    return Output(files, tuple(found))


def _told(documents: Iterable[str], characters: set[str]) -> Iterator[str]:
    """Give the documents on, and add the characters of each to `characters`."""
    for tei in documents:
        characters.update(tei)
        yield tei


# What a page of the edition's own is made from, which says nothing of the documents.
NO_DOCUMENTS = f'<teiCorpus xmlns="{TEI}"/>'


def _own(edition: Edition) -> tuple[tuple[Page, ...], ...]:
    return _house.own_pages(edition, pages(edition))


def _searched(edition: Edition) -> Iterator[tuple[Page, str, str]]:
    """Yield the edition's own pages and introductions, each with its path and its language."""
    spoken = dict(folders(edition))
    for page in (*edition.house.introduction, *(page for group in _own(edition) for page in group)):
        language = page.language or edition.language
        yield page, f"{spoken[language]}{page.name or 'index'}", language


def _identifiers(headers: str) -> list[str]:
    return [document.get(XML_ID, "") for document in parse(headers.encode()).iterfind("tei:TEI", NS)]


def _at(page: str, edition: Edition) -> dict[str, Param]:
    """Return where a page stands.

    A web server shows 404.html in the place of any page, so its links begin at the site: with a path, which leads to
    the same server wherever a copy of the site is tried out.
    """
    return {"page": page, "up": urlsplit(edition.base_url).path if page == NOT_FOUND else ""}


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
    files = sorted(resource(SCRIPTS).glob("*.js"))
    return {f"assets/{file.name}": _ASIDE.sub("", file.read_text("utf-8")).encode() for file in files}


# Indentation, empty lines, and comments that have lines of their own.
_ASIDE = re.compile(r"^\s*(?://[^\n]*\s*|/\*.*?\*/\s*)*", re.MULTILINE | re.DOTALL)


FOR_ALL = "[0-39]*.css"
FOR_SITE = "[4-8]*.css"


def style(parts: str = FOR_ALL) -> str:
    """Return a style sheet: its parts in the order of their names, without comments and needless white space.

    Parts 40 to 89 are for the pages that are not documents' alone, so that a document's page stays small.
    """
    files = sorted(resource(STYLES).glob(parts))
    return _PADDING.sub(_squeezed, "\n".join(part.read_text(encoding="utf-8") for part in files)).strip()


# A string, which stays; a comment; the end of a rule; white space around the signs that part rules and values, and
# after a property's colon; any other white space.
_PADDING = re.compile(r'("[^"]*")|/\*.*?\*/|;\s*(})\s*|\s*([{};,])\s*|(:)\s+|\s+', re.DOTALL)


def _squeezed(match: re.Match[str]) -> str:
    return match[match.lastindex] if match.lastindex else "" if match[0].startswith("/*") else " "


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
        "edition_editor_names": "\n".join(edition.editors),
        "licence": edition.licence.name if edition.licence else "",
        "licence_url": edition.licence.url if edition.licence else "",
        "base_url": edition.base_url,
        "formats": " ".join(edition.formats),
        "records": _signposting.of_every_document(edition),
        "languages_of_site": " ".join(language for language, _ in folders(edition)),
        "site": " ".join(banner(edition)),
        "site_foot": " ".join(FOOT),
    }
