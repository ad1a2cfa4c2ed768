"""TEI to HTML: a page for each document and one for its source, pages of the edition, and files by which to cite.

In: TEI; out: HTML 5 (https://html.spec.whatwg.org/) for any browser, on paper and read aloud, as WCAG 2.2 AA asks
(https://www.w3.org/TR/WCAG22/). Every page is complete without its script. What the pages look like is said in
`xslt/html/`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from teiedit.model.around import AMONG
from teiedit.model.catalogue import NO_CHANGES
from teiedit.model.output import Held, Output
from teiedit.publish import _cite, _house, _volume
from teiedit.publish import tei as tei_file
from teiedit.publish._digest import digested, unpacked
from teiedit.publish._site import STYLESHEET, folders, own, pages, scripts, settings, style
from teiedit.tools.saxon import Param, Xml
from teiedit.tools.tei import XML_ID, element, parse

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from teiedit.model.around import Around
    from teiedit.model.diagnostic import Diagnostic
    from teiedit.model.edition import Edition
    from teiedit.model.output import Shelf
    from teiedit.publish._digest import Digest

__all__ = [
    "STYLESHEET",
    "document",
    "document_id",
    "folders",
    "pages",
    "scripts",
    "settings",
    "style",
    "volume",
    "whole",
]


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
    around_it: dict[str, Param] = {"alone": around.alone, "css": style() if around.alone else "", **_beside(around)}
    files: dict[str, bytes] = {}
    found: list[Diagnostic] = []
    for language, folder in folders(edition):
        house = _house.parameter(edition, language, own(edition))
        params: dict[str, Param] = {**settings(edition), **around_it, "language": language, "house": house}
        page, said = _house.transformed(STYLESHEET, tei, edition, f"{name}.xml", params)
        files[f"{folder}documents/{name}.html"] = page.encode()
        found += [] if folder else said
        if not around.alone:
            source, of_source = _source(tei, edition, params)
            files[f"{folder}documents/{name}.tei.html"] = source.encode()
            found += [] if folder else of_source
    if around.alone:
        return Output(files, tuple(found))
    files |= _cite.files(tei, name, settings(edition))
    digest, texts = digested(parse(tei.encode()))
    return Output(files | texts, tuple(found), digest.packed())


def volume(
    documents: Iterable[str], edition: Edition, changed: Mapping[str, str] = NO_CHANGES, *, large: bool = False
) -> Output:
    """Return the pages of the edition as a whole, the files that all pages share, and the texts of the search.

    Args:
        documents: whole TEI documents, in the edition's order.
        edition: whose they are.
        changed: when each was last changed, by its identifier, of those of which it is known.
        large: whether lists are divided; their pages are told so too, by what is around them.
    """
    shelf = Held()

    def digests() -> Iterator[Digest]:
        for tei in documents:
            digest, texts = digested(parse(tei.encode()))
            shelf.update(texts)
            yield digest

    found = _volume.volume(digests(), edition, changed, shelf, large=large)
    return Output(shelf, found)


def whole(
    digests: Iterable[bytes], edition: Edition, changed: Mapping[str, str], shelf: Shelf, *, large: bool
) -> tuple[Diagnostic, ...]:
    """Make the same, but for the texts of the search, from what `document` gave to be kept.

    Args:
        digests: of each document, in the edition's order.
        edition: as for `volume`.
        changed: as for `volume`.
        shelf: where the files go.
        large: as for `volume`.
    """
    return _volume.volume(map(unpacked, digests), edition, changed, shelf, large=large)


def digest(tei: str) -> bytes:
    """Return what `whole` must know of a document that was published before."""
    return digested(parse(tei.encode()))[0].packed()


def _source(tei: str, edition: Edition, params: Mapping[str, Param]) -> tuple[str, tuple[Diagnostic, ...]]:
    """The page that shows the TEI file as it is published."""
    (file,) = tei_file.document(tei, edition).files.values()
    shown = {**params, "page": "source"}
    return _house.transformed(STYLESHEET, file.decode(), edition, f"{document_id(tei)}.xml", shown)


def _beside(around: Around) -> dict[str, Param]:
    """Return the documents that a page leads on to, as the stylesheet takes them."""
    ways = {"previous": around.previous, "next": around.next, "earlier": around.earlier, "later": around.later}
    links = element("list")
    for name, other in ways.items():
        if other is not None:
            ref = element("ref", other.title, type=name, target=f"{other.id}.html", xml_lang=other.language)
            links.append(element("item", ref))
    large: dict[str, Param] = {"large": True} if around.large else {}
    return {**large, "beside": Xml(etree.tostring(links, encoding="unicode"))}


def document_id(tei: str) -> str:
    """Return the document's xml:id, after which its files are named."""
    return parse(tei.encode()).get(XML_ID, "document")
