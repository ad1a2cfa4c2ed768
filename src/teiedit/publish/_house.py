"""What gives the pages of an edition their look beside `xslt/html/css/`, and the pages of its own.

The fonts and the style sheet that names them are made by `xslt/html/fonts/make.py`.
"""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

from lxml import etree

from teiedit.model import house as model
from teiedit.model.diagnostic import Diagnostic, Severity
from teiedit.model.position import Place
from teiedit.publish._colours import colours
from teiedit.publish._scripts import cuts
from teiedit.publish._typefaces import FONTS, lacking
from teiedit.publish.report import diagnostics
from teiedit.tools.resources import resource
from teiedit.tools.saxon import Param, TransformError, Xml, transform
from teiedit.tools.stylesheet import STOPPED
from teiedit.tools.tei import parse

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from teiedit.model.edition import Edition
    from teiedit.model.house import Page

# The edition's colours, made of edition.toml; its own style.css; its logo and other pictures.
COLOURS = "assets/house.css"
FONT_RULES = "assets/fonts/fonts.css"
OWN_STYLE = "assets/edition.css"
PICTURES = "assets/pictures/"

_NAMESPACE = "https://teiedit.org/ns/house"
_XHTML = "http://www.w3.org/1999/xhtml"


def assets(edition: Edition, characters: Iterable[str]) -> dict[str, bytes]:
    """Return the files of an edition's look that all pages share, by their paths in the output folder.

    Args:
        edition: whose pages they are.
        characters: those of all pages.
    """
    files = fonts(characters)
    if css := colours(edition.style):
        files[COLOURS] = css.encode()
    if edition.house.css:
        files[OWN_STYLE] = edition.house.css
    shown = (*edition.house.pictures, *([edition.house.logo] if edition.house.logo else ()))
    return {**files, **{f"{PICTURES}{picture.name}": picture.content for picture in shown}}


def fonts(characters: Iterable[str]) -> dict[str, bytes]:
    """Return the fonts, their style sheet and their licence, by their paths in the output folder.

    Fonts for further scripts are added only where there are such characters, cut to these.
    """
    found = (path for path in sorted(resource(FONTS).iterdir()) if path.suffix in (".woff2", ".css", ".txt"))
    files = {f"assets/fonts/{path.name}": path.read_bytes() for path in found}
    for cut in cuts(lacking(characters)):
        files[f"assets/fonts/{cut.file}"] = cut.content
        files[FONT_RULES] += f"{cut.rules()}\n".encode()
    return files


def own_pages(edition: Edition, others: Iterable[str]) -> tuple[tuple[Page, ...], ...]:
    """Return the edition's own pages in order, each in its languages; none that has the name of another page."""
    by_name = groupby(edition.house.pages, key=lambda page: page.name)
    return tuple(tuple(pages) for name, pages in by_name if name not in set(others))


def name_faults(edition: Edition, others: Iterable[str]) -> list[Diagnostic]:
    """Return E022 for each page of the edition's own that has the name of one of the `others`."""
    hint = "rename the file; the page was left out"
    return [
        Diagnostic("E022", Severity.ERROR, Place(page.shown), f'every edition has a page "{page.name}" already', hint)
        for page in edition.house.pages
        if page.name in set(others)
    ]


def parameter(edition: Edition, language: str, pages: Iterable[tuple[Page, ...]], page: str = "") -> Xml:
    """Return what `xslt/html/own.xsl` takes of the edition's look and its own pages.

    Args:
        edition: whose pages are made.
        language: of the page.
        pages: as from `own_pages`.
        page: which page is made: "index", or one of the edition's own; only that has a body.
    """
    root = etree.Element(f"{{{_NAMESPACE}}}house", nsmap={None: _NAMESPACE})
    for path, there in ((COLOURS, colours(edition.style)), (OWN_STYLE, edition.house.css)):
        if there:
            _element("style", {"href": path}, root)
    if logo := edition.house.logo:
        facts = {"src": f"{PICTURES}{logo.name}", "width": str(logo.width), "height": str(logo.height)}
        _element("logo", {**facts, "alt": edition.style.logo_alt}, root)
    if edition.house.footer:
        _element("footer", {}, root).append(_fragment(edition.house.footer.body))
    introduction = model.in_language(edition.house.introduction, language)
    if introduction and page == "index":
        _page(introduction, "introduction", edition, root, with_body=True)
    for translations in pages:
        if one := model.in_language(translations, language):
            _page(one, "page", edition, root, with_body=one.name == page)
    return Xml(etree.tostring(root, encoding="unicode"))


def _page(page: Page, tag: str, edition: Edition, root: etree._Element, *, with_body: bool) -> None:
    facts = {"name": page.name, "title": page.title, "lang": page.language or edition.language}
    element = _element(tag, facts, root)
    if with_body:
        _element("body", {}, element).append(_fragment(page.body))


def _element(tag: str, facts: Mapping[str, str], parent: etree._Element) -> etree._Element:
    element = etree.SubElement(parent, f"{{{_NAMESPACE}}}{tag}")
    for name, value in facts.items():
        element.set(name, value)
    return element


def _fragment(xhtml: str) -> etree._Element:
    return parse(f'<div xmlns="{_XHTML}">{xhtml}</div>'.encode())


def transformed(
    stylesheet: str, xml: str, edition: Edition, file: str, params: Mapping[str, Param]
) -> tuple[str, tuple[Diagnostic, ...]]:
    """Return a page and what is to be said of it: by the edition's own stylesheet, or by ours where that stops.

    Args:
        stylesheet: ours.
        xml: what the page is made from.
        edition: whose page it is.
        file: what the page is made from, as messages name it.
        params: of the stylesheet.

    Raises:
        TransformError: ours stopped; see `teiedit.tools.saxon.transform`.
    """
    before: tuple[Diagnostic, ...] = ()
    if sheet := edition.house.sheet:
        try:
            made = transform(Xml(sheet.text), xml, **params)
            before = _stops(made.messages, sheet.shown, file)
            said = diagnostics((message for message in made.messages if STOPPED not in message), file)
            if not before:
                return made.result, said
            before = (*before, *said)
        except TransformError as error:
            before = (_stopped(sheet.shown, 0, file, str(error)),)
    made = transform(stylesheet, xml, **params)
    return made.result, tuple(dict.fromkeys((*before, *diagnostics(made.messages, file))))


def _stops(messages: Iterable[str], shown: str, file: str) -> tuple[Diagnostic, ...]:
    """Return X005 where the edition's own stylesheet said that it stopped: see `teiedit.tools.stylesheet`."""
    return tuple(
        _stop(element, shown, file)
        for message in messages
        if STOPPED in message
        for element in parse(message.strip().encode()).iter(f"{{{STOPPED}}}stopped")
    )


def _stop(element: etree._Element, shown: str, file: str) -> Diagnostic:
    module, line = element.get("module", ""), int(element.get("line") or 0)
    reason = _NOWHERE.sub("", " ".join("".join(element.itertext()).split()))
    # what was compiled from text has no file of its own
    if module.endswith(".xsl"):
        return _stopped(shown, 0, file, f"{module.rpartition('/')[2]}, line {line}: {reason}")
    return _stopped(shown, max(line, 0), file, reason)


# What was compiled from text is called after the folder that the program runs in, which is nobody's business.
_NOWHERE = re.compile(r" (?:at line \d+ )?in file:\S+")


def _stopped(shown: str, line: int, file: str, reason: str) -> Diagnostic:
    message = f'"{shown}" stopped at "{file}": {reason}'
    return Diagnostic("X005", Severity.ERROR, Place(shown, line), message, model.WITHOUT_SHEET)
