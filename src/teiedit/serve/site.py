"""The static site, as files: https://www.rfc-editor.org/rfc/rfc9110 (ETag, Last-Modified, ranges)."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

from starlette.exceptions import HTTPException
from starlette.staticfiles import StaticFiles

if TYPE_CHECKING:
    import os
    from collections.abc import Mapping
    from pathlib import Path

    from starlette.responses import Response
    from starlette.types import Scope

_TEI = "application/tei+xml"  # RFC 6129
# By the ending alone, so that every machine says the same.
_TYPES: Mapping[str, str] = {
    ".atom": "application/atom+xml",
    ".avif": "image/avif",
    ".bib": "application/x-bibtex; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".epub": "application/epub+zip",
    ".gif": "image/gif",
    ".gz": "application/gzip",
    ".htm": "text/html; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".ico": "image/vnd.microsoft.icon",
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".jsonl": "application/jsonl; charset=utf-8",
    ".jsonld": "application/ld+json",
    ".linkset": "application/linkset; charset=utf-8",
    ".md": "text/markdown; charset=utf-8",
    ".mjs": "text/javascript; charset=utf-8",
    ".nq": "application/n-quads",
    ".nt": "application/n-triples",
    ".odd": _TEI,
    ".opds": "application/atom+xml;profile=opds-catalog",
    ".otf": "font/otf",
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".rdf": "application/rdf+xml",
    ".ris": "application/x-research-info-systems; charset=utf-8",
    ".rnc": "application/relax-ng-compact-syntax",
    ".rng": "application/xml",
    ".sch": "application/xml",
    ".sqlite": "application/vnd.sqlite3",
    ".svg": "image/svg+xml",
    ".tei": _TEI,
    ".tif": "image/tiff",
    ".tiff": "image/tiff",
    ".tsv": "text/tab-separated-values; charset=utf-8",
    ".ttf": "font/ttf",
    ".ttl": "text/turtle; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".webmanifest": "application/manifest+json",
    ".webp": "image/webp",
    ".woff": "font/woff",
    ".woff2": "font/woff2",
    ".xhtml": "application/xhtml+xml",
    ".xml": "application/xml",
    ".xsd": "application/xml",
    ".xsl": "application/xslt+xml",
    ".zip": "application/zip",
}
_UNKNOWN = "application/octet-stream"
# The folder of documents as TEI; other XML is no TEI.
_TEI_FOLDER = "tei"
# What begins with a dot is ours alone, but for what the web has agreed on: https://www.rfc-editor.org/rfc/rfc8615
_WELL_KNOWN = ".well-known"


def media_type(path: PurePath) -> str:
    """Return the media type of a file of the site, by its path below the site's folder."""
    if path.parts[:1] == (_TEI_FOLDER,) and path.suffix == ".xml":
        return _TEI
    if path.name.endswith("linkset.json"):
        return "application/linkset+json"
    return _TYPES.get(path.suffix.lower(), _UNKNOWN)


class SiteFiles(StaticFiles):
    """The files of an output folder; nothing outside it, not through links either, and no hidden ones."""

    def __init__(self, folder: Path) -> None:
        """Serve a folder, with the index of each folder in it."""
        super().__init__(directory=folder, html=True)
        self._folder = folder

    def lookup_path(self, path: str) -> tuple[str, os.stat_result | None]:
        """Return a file by its path below the folder; ("", None) where there is none that may be shown."""
        parts = PurePath(path).parts
        if "\0" in path or any(part.startswith(".") and part != _WELL_KNOWN for part in parts if part != "."):
            return "", None
        return super().lookup_path(path)

    async def get_response(self, path: str, scope: Scope) -> Response:
        """Return a file, the index of a folder, or the page for what is not there."""
        if scope["method"] not in ("GET", "HEAD"):
            raise HTTPException(405, headers={"Allow": "GET, HEAD"})
        try:
            response = await super().get_response(path, scope)
        except HTTPException as error:
            # what the server may not read is nobody's business, and no password would help
            raise HTTPException(
                404 if error.status_code == 401 else error.status_code, headers=error.headers
            ) from error
        if "etag" in response.headers:
            response.headers["Cache-Control"] = "no-cache"
        return response

    def file_response(
        self, full_path: str | os.PathLike[str], stat_result: os.stat_result, scope: Scope, status_code: int = 200
    ) -> Response:
        """Return a file, with its media type."""
        response = super().file_response(full_path, stat_result, scope, status_code)
        if response.status_code == status_code:
            # asked anew each time: the folder may be a link that is turned to another build
            path = PurePath(full_path).relative_to(self._folder.resolve())
            response.headers["content-type"] = media_type(path)
        return response
