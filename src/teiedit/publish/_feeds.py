"""What programs read of an edition as a whole: atom.xml, opds.xml, robots.txt.

RFC 4287 (Atom), https://specs.opds.io/opds-1.2, RFC 9309 (robots.txt).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from teiedit.publish._time import modified
from teiedit.tools.saxon import Xml, transform
from teiedit.tools.tei import element

if TYPE_CHECKING:
    from collections.abc import Mapping

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


def feeds(
    headers: str, edition: Edition, settings: Mapping[str, Param], changed: Mapping[str, str]
) -> dict[str, bytes]:
    """Return the feeds by their paths.

    Their addresses are relative to themselves where edition.toml gives no `base_url`. The catalogue of e-books is
    there where e-books are made.

    Args:
        headers: the corpus of all documents, see `teiedit.publish._corpus`.
        edition: whose documents they are.
        settings: what the pages take from the edition.
        changed: when each document was last changed, of those of which it is known.
    """
    wanted = ["atom", "opds"] if "epub" in edition.formats else ["atom"]
    params: dict[str, Param] = {
        **{key: settings[key] for key in _KEYS},
        "identifier": edition.base_url or f"https://teiedit.org/edition/{edition.id}/",
        "updated": max(changed.values(), default=modified(edition)),
        "changed": _changes(changed),
    }
    made = {f"{feed}.xml": transform(_STYLESHEET, headers, feed=feed, **params).result.encode() for feed in wanted}
    return {**made, "robots.txt": _robots(edition).encode()}


def _changes(changed: Mapping[str, str]) -> Xml:
    """Return the moments as the stylesheet takes them."""
    items = [element("item", element("date", when=moment), n=document) for document, moment in sorted(changed.items())]
    return Xml(etree.tostring(element("list", *items), encoding="unicode"))


def _robots(edition: Edition) -> str:
    sitemap = f"\nSitemap: {edition.base_url}sitemap.xml\n" if edition.base_url else ""
    return f"User-agent: *\nDisallow:\n{sitemap}"
