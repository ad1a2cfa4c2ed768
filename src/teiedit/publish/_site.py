"""What all pages of a site share: which there are, in which languages, their styles and scripts, their settings."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from teiedit.publish import _house, _signposting
from teiedit.tools.resources import resource

if TYPE_CHECKING:
    from teiedit.model.edition import Edition
    from teiedit.model.house import Page
    from teiedit.tools.saxon import Param

STYLESHEET = "xslt/html/edition.xsl"
STYLES = "xslt/html/css"
SCRIPTS = "xslt/html/js"


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


def own(edition: Edition) -> tuple[tuple[Page, ...], ...]:
    return _house.own_pages(edition, pages(edition))


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
