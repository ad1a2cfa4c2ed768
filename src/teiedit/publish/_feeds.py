"""What programs read of an edition as a whole: atom.xml, opds.xml, robots.txt.

RFC 4287 (Atom), https://specs.opds.io/opds-1.2, RFC 9309 (robots.txt).
"""

from __future__ import annotations

from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class Ways:
    """One page of a feed that has several, and those around it, by the ends of their names; the first has none.

    https://www.rfc-editor.org/rfc/rfc5005#section-3
    """

    here: str = ""
    previous: str | None = None
    next: str | None = None
    last: str | None = None

    def path(self, feed: str, end: str | None = None) -> str:
        """Return the path of a page of a feed, of this one unless `end` says which."""
        end = self.here if end is None else end
        return f"{feed}-{end}.xml" if end else f"{feed}.xml"

    def params(self, feed: str) -> dict[str, Param]:
        """Return what the stylesheet takes of it."""
        if self.last is None:
            return {}
        ends = {"first": "", "previous": self.previous, "next": self.next, "last": self.last}
        refs = [element("ref", type=way, target=self.path(feed, end)) for way, end in ends.items() if end is not None]
        return {
            "file": self.path(feed),
            "ways": Xml(etree.tostring(element("list", *refs), encoding="unicode")),
        }


ALONE = Ways()


def feeds(
    headers: str, edition: Edition, settings: Mapping[str, Param], changed: Mapping[str, str], ways: Ways = ALONE
) -> dict[str, bytes]:
    """Return the feeds by their paths, or one page of each.

    Their addresses are relative to themselves where edition.toml gives no `base_url`. The catalogue of e-books is
    there where e-books are made.

    Args:
        headers: the corpus of all documents, see `teiedit.publish._corpus`.
        edition: whose documents they are.
        settings: what the pages take from the edition.
        changed: when each document was last changed, of those of which it is known.
        ways: the pages of the feeds, where they have several.
    """
    wanted = ["atom", "opds"] if "epub" in edition.formats else ["atom"]
    params: dict[str, Param] = {
        **{key: settings[key] for key in _KEYS},
        "identifier": edition.base_url or f"https://teiedit.org/edition/{edition.id}/",
        "updated": max(changed.values(), default=modified(edition)),
        "changed": _changes(changed),
    }
    return {
        ways.path(feed): transform(_STYLESHEET, headers, feed=feed, **params, **ways.params(feed)).result.encode()
        for feed in wanted
    }


def _changes(changed: Mapping[str, str]) -> Xml:
    """Return the moments as the stylesheet takes them."""
    items = [element("item", element("date", when=moment), n=document) for document, moment in sorted(changed.items())]
    return Xml(etree.tostring(element("list", *items), encoding="unicode"))


def robots(edition: Edition) -> bytes:
    """Return robots.txt."""
    sitemap = f"\nSitemap: {edition.base_url}sitemap.xml\n" if edition.base_url else ""
    return f"User-agent: *\nDisallow:\n{sitemap}".encode()
