"""A list of all pages for search engines, with when each was last changed where that is known.

https://www.sitemaps.org/protocol.html: a file holds 50,000 addresses at most, and 50 MiB; with more there is an index.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from teiedit.publish._web import at
from teiedit.tools.markup import escape

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from teiedit.model.edition import Edition

MOST_ADDRESSES = 50_000
MOST_BYTES = 50 * 1024 * 1024
_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_SET = f'{_HEAD}<urlset xmlns="{_NAMESPACE}" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
_SET_END = "</urlset>\n"


def sitemap(
    edition: Edition,
    pages: Iterable[str],
    documents: Iterable[str],
    languages: Sequence[tuple[str, str]],
    changed: Mapping[str, str],
) -> Iterator[tuple[str, bytes]]:
    """Give the files: `sitemap.xml`, and `sitemap-1.xml` and so on where it has become an index.

    Args:
        edition: one that has a `base_url`.
        pages: the names of the pages that are not documents'.
        documents: the documents' identifiers.
        languages: each language that the site speaks, and its folder.
        changed: when each document was last changed, of those of which it is known.
    """
    latest = max(changed.values(), default="")
    of_edition = (("" if page == "index" else f"{page}.html", latest) for page in pages)
    of_documents = ((f"documents/{document}.html", changed.get(document, "")) for document in documents)
    paths = chain(of_edition, of_documents)
    files = _files(entry for path, stamp in paths for entry in _entries(edition, path, stamp, languages))
    first = next(files)
    parts: list[str] = []
    for number, content in enumerate(files, 2):
        if not parts:
            parts.append("sitemap-1.xml")
            yield parts[0], first
        parts.append(f"sitemap-{number}.xml")
        yield parts[-1], content
    yield "sitemap.xml", _index(edition, parts, latest) if parts else first


def _entries(edition: Edition, path: str, stamp: str, languages: Sequence[tuple[str, str]]) -> Iterator[str]:
    """Give a page in each language; each names all its translations."""
    places = {language: escape(at(edition, folder + path)) for language, folder in languages}
    links = "".join(
        f'<xhtml:link rel="alternate" hreflang="{escape(language)}" href="{place}"/>'
        for language, place in places.items()
        if len(places) > 1
    )
    changed = f"<lastmod>{stamp}</lastmod>" if stamp else ""
    yield from (f"<url><loc>{place}</loc>{changed}{links}</url>\n" for place in places.values())


def _files(entries: Iterable[str]) -> Iterator[bytes]:
    """Give as many files as the entries need."""
    held: list[bytes] = []
    size = room = MOST_BYTES - len(_SET) - len(_SET_END)
    for entry in entries:
        line = entry.encode()
        if len(held) == MOST_ADDRESSES or len(line) > size:
            yield b"".join((_SET.encode(), *held, _SET_END.encode()))
            held, size = [], room
        held.append(line)
        size -= len(line)
    yield b"".join((_SET.encode(), *held, _SET_END.encode()))


def _index(edition: Edition, parts: Iterable[str], latest: str) -> bytes:
    changed = f"<lastmod>{latest}</lastmod>" if latest else ""
    lines = [f"<sitemap><loc>{escape(at(edition, part))}</loc>{changed}</sitemap>\n" for part in parts]
    return "".join((_HEAD, f'<sitemapindex xmlns="{_NAMESPACE}">\n', *lines, "</sitemapindex>\n")).encode()
