"""What programs read of an edition as a whole: sitemap.xml, atom.xml, opds.xml, robots.txt.

https://www.sitemaps.org/protocol.html, RFC 4287 (Atom), https://specs.opds.io/opds-1.2, RFC 9309 (robots.txt).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from teiedit.publish._time import modified
from teiedit.tools.saxon import transform

if TYPE_CHECKING:
    from collections.abc import Sequence

    from teiedit.model.edition import Edition
    from teiedit.tools.saxon import Param

_STYLESHEET = "xslt/feeds/edition.xsl"
_KEYS = (
    "language",
    "languages_of_site",
    "edition_id",
    "edition_title",
    "edition_subtitle",
    "edition_publisher",
    "edition_editors",
    "licence_url",
    "base_url",
    "formats",
)


def feeds(headers: str, edition: Edition, settings: dict[str, Param], pages: Sequence[str]) -> dict[str, bytes]:
    """Return the feeds by their paths.

    A sitemap needs whole addresses, so there is one only where edition.toml gives `base_url`; the other feeds have
    addresses relative to themselves without it. The catalogue of e-books is there where e-books are made.

    Args:
        headers: the corpus of all documents, see `teiedit.publish._corpus`.
        edition: whose documents they are.
        settings: what the pages take from the edition.
        pages: the names of the pages that are not documents'.
    """
    wanted = ["atom"]
    if edition.base_url:
        wanted.append("sitemap")
    if "epub" in edition.formats:
        wanted.append("opds")
    params: dict[str, Param] = {
        **{key: settings[key] for key in _KEYS},
        "identifier": edition.base_url or f"https://teiedit.org/edition/{edition.id}/",
        "updated": modified(edition),
        "pages": " ".join(pages),
    }
    made = {f"{feed}.xml": transform(_STYLESHEET, headers, feed=feed, **params).result.encode() for feed in wanted}
    return {**made, "robots.txt": _robots(edition).encode()}


def _robots(edition: Edition) -> str:
    sitemap = f"\nSitemap: {edition.base_url}sitemap.xml\n" if edition.base_url else ""
    return f"User-agent: *\nDisallow:\n{sitemap}"
