"""The pages of an edition as a whole, and the files that all pages share.

They are made from what was kept of each document (`_digest`), gathered in a file (`_gathering`). Where the edition is
large, its lists are divided (`_lists`), and nothing holds all documents at once.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from lxml import etree

from teiedit.publish import _cite, _house
from teiedit.publish._corpus import bound
from teiedit.publish._feeds import feeds, robots
from teiedit.publish._gathering import Gathering
from teiedit.publish._links import Watched
from teiedit.publish._lists import Lists
from teiedit.publish._search import Index, page_searched
from teiedit.publish._site import (
    FOR_SITE,
    NOT_FOUND,
    STYLESHEET,
    folders,
    own,
    pages,
    scripts,
    settings,
    style,
)
from teiedit.publish._sitemap import sitemap
from teiedit.tools.tei import TEI, element

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from teiedit.model.diagnostic import Diagnostic
    from teiedit.model.edition import Edition
    from teiedit.model.house import Page
    from teiedit.model.output import Shelf
    from teiedit.publish._digest import Digest
    from teiedit.tools.saxon import Param

# What a page of the edition's own is made from, which says nothing of the documents.
NO_DOCUMENTS = f'<teiCorpus xmlns="{TEI}"/>'


class Maker:
    """Makes pages of the edition, each in all languages of the site."""

    def __init__(self, edition: Edition, shelf: Shelf, *, large: bool) -> None:
        """Begin.

        Args:
            edition: whose pages they are.
            shelf: where they go.
            large: whether lists are divided.
        """
        self._edition = edition
        self._shelf = shelf
        self._settings: dict[str, Param] = {**settings(edition), **({"large": True} if large else {})}
        self._own = own(edition)
        self._houses = {language: _house.parameter(edition, language, self._own) for language, _ in folders(edition)}
        self._sheet = edition.house.sheet.text if edition.house.sheet else ""
        self.found: list[Diagnostic] = []
        # those of the pages that are made each time
        self.characters: set[str] = set()

    def page(self, name: str, made_from: str) -> None:
        """Make a page that is there once.

        Args:
            name: its own.
            made_from: a corpus.
        """
        # a web server shows 404.html in the place of any page, so its links begin at the site: with a path, which
        # leads to the same server wherever a copy of the site is tried out
        up = urlsplit(self._edition.base_url).path if name == NOT_FOUND else ""
        for language, folder in folders(self._edition):
            house = _house.parameter(self._edition, language, self._own, name)
            params = {**self._settings, "language": language, "page": name, "up": up, "house": house}
            self.characters.update(self._made(f"{folder}{name}.html", made_from, params, said=not folder))

    def part(self, path: str, name: str, made_from: str, **more: Param) -> None:
        """Make a page of a list that is divided, unless it is there, made from the same.

        Args:
            path: where it lies, without ".html".
            name: of the list; what it is made from is the same in all languages.
            made_from: a corpus.
            more: parameters.
        """
        for language, folder in folders(self._edition):
            own: dict[str, Param] = {"language": language, "page": name, "up": "../" * path.count("/"), **more}
            params = {**self._settings, **own, "house": self._houses[language]}
            if path != name:
                params["part"] = path
            key = hashlib.sha256(
                "\0".join((self._sheet, made_from, repr(sorted(params.items())))).encode()
            ).hexdigest()[:16]
            if not self._shelf.stays(f"{folder}{path}.html", key):
                self._made(f"{folder}{path}.html", made_from, params, said=not folder, key=key)

    def _made(self, path: str, made_from: str, params: Mapping[str, Param], *, said: bool, key: str = "") -> str:
        name = path.rpartition("/")[2]
        page, found = _house.transformed(STYLESHEET, made_from, self._edition, name, params)
        # a page of which something is to be said is made again, so that it is said again
        self._shelf.put(path, page.encode(), "" if found else key)
        self.found += found if said else ()
        return page


def volume(
    digests: Iterable[Digest], edition: Edition, changed: Mapping[str, str], shelf: Shelf, *, large: bool
) -> tuple[Diagnostic, ...]:
    """Make the pages of the edition and the files that all pages share.

    Args:
        digests: what is known of each document, in the edition's order.
        edition: whose they are.
        changed: when each was last changed, by its identifier, of those of which it is known.
        shelf: where the files go.
        large: whether lists are divided.

    Raises:
        TransformError: see `teiedit.tools.saxon.transform`.
    """
    gathering, characters = Gathering(), set[str]()
    shelf = Watched(shelf, edition, large=large)
    try:
        _search(_gathered(digests, gathering, characters), edition, shelf)
        gathering.ready()
        for path, content in {"assets/style.css": style(), "assets/site.css": style(FOR_SITE)}.items():
            shelf.put(path, content.encode())
        _put(shelf, scripts())
        return _pages(gathering, edition, changed, shelf, characters, large=large)
    finally:
        gathering.close()


def _gathered(digests: Iterable[Digest], gathering: Gathering, characters: set[str]) -> Iterator[Digest]:
    for digest in digests:
        gathering.take(digest)
        characters.update(digest.characters)
        yield digest


def _search(digests: Iterable[Digest], edition: Edition, shelf: Shelf) -> None:
    index = Index()
    for digest in digests:
        index.take(digest.searched)
    for page, path, language in _searched(edition):
        found, texts = page_searched(page, path, language)
        index.take(found)
        _put(shelf, texts)
    for name, content in index.files():
        shelf.put(name, content)


def _pages(
    gathering: Gathering,
    edition: Edition,
    changed: Mapping[str, str],
    shelf: Watched,
    characters: set[str],
    *,
    large: bool,
) -> tuple[Diagnostic, ...]:
    params = settings(edition)
    maker = Maker(edition, shelf, large=large)
    headers = _figures(gathering) if large else bound(gathering.rules, gathering.whole())
    _put(shelf, _cite.edition_files(headers, edition, {**params, "large": True} if large else params))
    lists = Lists(gathering, edition, maker, shelf, changed) if large else None
    for name in pages(edition):
        if lists is None or name not in lists.divided:
            maker.page(name, headers)
    for page in own(edition):
        maker.page(page[0].name, NO_DOCUMENTS)
    public = [page for page in (*pages(edition), *(page[0].name for page in own(edition))) if page != NOT_FOUND]
    if lists is None:
        _put(shelf, feeds(headers, edition, params, changed))
    else:
        lists.make(headers)
    shelf.put("robots.txt", robots(edition))
    _put(shelf, _house.assets(edition, characters | maker.characters))
    if edition.base_url:
        more = lists.paths() if lists is not None else ()
        for name, content in sitemap(edition, [*public, *more], gathering.identifiers(), folders(edition), changed):
            shelf.put(name, content)
    found = [*maker.found, *_house.name_faults(edition, pages(edition))]
    return (*found, *shelf.broken(gathering))


def _figures(gathering: Gathering) -> str:
    """Return a corpus that gives figures in the place of documents."""
    numbers = {
        "documents": gathering.documents,
        "words": gathering.words,
        "mentions": gathering.mentions,
        **dict(gathering.counts()),
    }
    figures = element("standOff", type="figures")
    for name, number in numbers.items():
        figures.append(element("measure", type=name, quantity=str(number)))
    for kind, number in sorted(gathering.kinds.items()):
        figures.append(element("measure", type="kind", n=kind, quantity=str(number)))
    for (tag, words), number in sorted(gathering.languages.items()):
        figures.append(element("measure", words, type="language", n=tag, quantity=str(number)))
    for year, number in sorted(gathering.years.items()):
        figures.append(element("measure", year, type="year", quantity=str(number)))
    return bound(gathering.rules, [etree.tostring(figures, encoding="unicode")])


def _put(shelf: Shelf, files: Mapping[str, bytes]) -> None:
    for path, content in files.items():
        shelf.put(path, content)


def _searched(edition: Edition) -> Iterator[tuple[Page, str, str]]:
    """Yield the edition's own pages and introductions, each with its path and its language."""
    spoken = dict(folders(edition))
    for page in (*edition.house.introduction, *(page for group in own(edition) for page in group)):
        language = page.language or edition.language
        yield page, f"{spoken[language]}{page.name or 'index'}", language
