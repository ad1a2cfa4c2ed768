"""What the files of a package are: media types, and the records of PRONOM where they are sure.

https://www.nationalarchives.gov.uk/PRONOM/
"""

from __future__ import annotations

from dataclasses import dataclass

PRONOM = "https://www.nationalarchives.gov.uk/PRONOM/"


@dataclass(frozen=True, slots=True)
class Format:
    """A file format.

    Attributes:
        media: its media type.
        name: as people know it.
        puid: its identifier in PRONOM, such as "fmt/101"; "" where there is none, or it depends on the file.
        puid_name: as PRONOM calls it.
    """

    media: str
    name: str
    puid: str = ""
    puid_name: str = ""


_XML = ("fmt/101", "Extensible Markup Language 1.0")
_HTML = Format("text/html", "HTML", "fmt/471", "Hypertext Markup Language 5")
_TEXT = Format("text/plain", "plain text", "x-fmt/111", "Plain Text File")

# TEI has no record of its own in PRONOM.
TEI = Format("application/tei+xml", "TEI XML", *_XML)
# What `publish` makes of documents is PDF/A-3a; a PDF from elsewhere could be anything.
PDF = Format("application/pdf", "PDF/A-3a", "fmt/479", "Acrobat PDF/A - Portable Document Format 3a")

_BY_SUFFIX = {
    "atom": Format("application/atom+xml", "Atom", *_XML),
    "css": Format("text/css", "style sheet", "x-fmt/224", "Cascading Style Sheet"),
    "csv": Format("text/csv", "table", "x-fmt/18", "Comma Separated Values"),
    "epub": Format("application/epub+zip", "EPUB", "fmt/483", "ePub format"),
    "gif": Format("image/gif", "picture"),
    "htm": _HTML,
    "html": _HTML,
    "jpeg": Format("image/jpeg", "picture"),
    "jpg": Format("image/jpeg", "picture"),
    "js": Format("text/javascript", "script", "x-fmt/423", "JavaScript file"),
    "json": Format("application/json", "JSON", "fmt/817", "JSON Data Interchange Format"),
    "jsonl": Format("application/jsonl", "JSON, one record a line"),
    "jsonld": Format("application/ld+json", "JSON-LD", "fmt/880", "JSON-LD"),
    "md": Format("text/markdown", "Markdown", "fmt/1149", "Markdown"),
    "odd": Format("application/tei+xml", "TEI customisation", *_XML),
    "pdf": Format("application/pdf", "PDF"),
    "png": Format("image/png", "picture"),
    "rdf": Format("application/rdf+xml", "RDF", *_XML),
    "rnc": Format("application/relax-ng-compact-syntax", "RELAX NG, compact"),
    "rng": Format("application/xml", "RELAX NG", *_XML),
    "sch": Format("application/xml", "Schematron", *_XML),
    "sqlite": Format("application/vnd.sqlite3", "database", "fmt/729", "SQLite Database File Format 3"),
    "svg": Format("image/svg+xml", "drawing"),
    "toml": Format("application/toml", "settings (TOML)"),
    "tsv": Format("text/tab-separated-values", "table", "x-fmt/13", "Tab-separated values"),
    "ttl": Format("text/turtle", "RDF (Turtle)"),
    "txt": _TEXT,
    "webmanifest": Format("application/manifest+json", "JSON"),
    "woff2": Format("font/woff2", "font"),
    "xhtml": Format("application/xhtml+xml", "XHTML", *_XML),
    "xml": Format("application/xml", "XML", *_XML),
    "xsd": Format("application/xml", "XML Schema", "x-fmt/280", "XML Schema Definition"),
    "xsl": Format("application/xslt+xml", "XSLT", "x-fmt/281", "Extensible Stylesheet Language"),
}
_OTHER = Format("application/octet-stream", "file")


def format_of(name: str) -> Format:
    """Return the format of a file in a package, by its path in the payload."""
    suffix = name.rpartition("/")[2].rpartition(".")[2].lower()
    if name.startswith("output/tei/") and suffix == "xml":
        return TEI
    if name.startswith("output/pdf/") and suffix == "pdf":
        return PDF
    return _BY_SUFFIX.get(suffix, _OTHER)
