"""TEI to EPUB 3.3: a book of each document, and one of the whole edition.

In: TEI; out: EPUB (https://www.w3.org/TR/epub-33/) without scripts, pictures or fonts, the same bytes every time.
The pages and the package are made by `xslt/epub/`, which imports the HTML; here they are put in the container.
"""

from __future__ import annotations

import io
import re
import uuid
import zipfile
from dataclasses import dataclass
from typing import TYPE_CHECKING

from teiedit.model.around import AMONG
from teiedit.model.output import Output
from teiedit.publish._time import modified
from teiedit.publish.html import document_id, settings
from teiedit.publish.report import diagnostics
from teiedit.tools.resources import resource
from teiedit.tools.saxon import transform

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from teiedit.model.around import Around
    from teiedit.model.diagnostic import Diagnostic
    from teiedit.model.edition import Edition

STYLESHEET = "xslt/epub/edition.xsl"
STYLE = "xslt/epub/style.css"

# The earliest time that a ZIP archive can give: the container's files have no history of their own.
_ZIP_TIME = (1980, 1, 1, 0, 0, 0)

# https://www.w3.org/TR/epub-33/#sec-container-metainf-container.xml
_CONTAINER = b"""<?xml version="1.0" encoding="UTF-8"?>
<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0">
  <rootfiles>
    <rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/>
  </rootfiles>
</container>
"""


@dataclass(frozen=True, slots=True)
class _Page:
    """One document as it stands in a book: its name, its XHTML, what the book must know of it, and findings."""

    name: str
    xhtml: str
    entry: str
    found: tuple[Diagnostic, ...]


def document(tei: str, edition: Edition, around: Around = AMONG) -> Output:  # noqa: ARG001 - a book is always alone
    """Return the book of one document.

    Args:
        tei: a whole TEI document.
        edition: whose document it is.
        around: makes no difference: a book is one self-contained file.

    Raises:
        TransformError: see `teiedit.tools.saxon.transform`.
    """
    name = document_id(tei)
    page = _page(tei, edition, (name,))
    return Output({f"epub/{name}.epub": _book((page,), edition, "document", name)}, page.found)


def volume(documents: Iterable[str], edition: Edition) -> Output:
    """Return one book of all documents, in the order given, with a title page; no file if there is no document."""
    texts = {document_id(tei): tei for tei in documents}
    pages = tuple(_page(tei, edition, tuple(texts)) for tei in texts.values())
    if not pages:
        return Output({})
    book = _book(pages, edition, "volume", "")
    return Output({f"epub/{edition.id}.epub": book}, tuple(found for page in pages for found in page.found))


def _page(tei: str, edition: Edition, mates: tuple[str, ...]) -> _Page:
    made = transform(STYLESHEET, tei, in_book=" ".join(mates), **settings(edition))
    name = document_id(tei)
    return _Page(name, made.result, made.documents["entry.xml"], diagnostics(made.messages, f"{name}.xml"))


def _book(pages: tuple[_Page, ...], edition: Edition, kind: str, name: str) -> bytes:
    entries = "".join(re.sub(r"^<\?xml[^>]*\?>", "", page.entry) for page in pages)
    params = {"identifier": identifier(edition, name), "modified": modified(edition), **settings(edition)}

    def file(which: str) -> bytes:
        return transform(STYLESHEET, f'<book file="{which}" kind="{kind}">{entries}</book>', **params).result.encode()

    files = {
        "META-INF/container.xml": _CONTAINER,
        "EPUB/package.opf": file("package"),
        "EPUB/nav.xhtml": file("nav"),
        "EPUB/style.css": resource(STYLE).read_bytes(),
        **({"EPUB/title.xhtml": file("title")} if kind == "volume" else {}),
        **{f"EPUB/{page.name}.xhtml": page.xhtml.encode() for page in pages},
    }
    return _container(files)


def _container(files: Mapping[str, bytes]) -> bytes:
    """Return the ZIP archive; its first file says, uncompressed, what it is.

    https://www.w3.org/TR/epub-33/#sec-zip-container-mime
    """
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(_info("mimetype", zipfile.ZIP_STORED), b"application/epub+zip")
        for name, content in files.items():
            archive.writestr(_info(name, zipfile.ZIP_DEFLATED), content, compresslevel=9)
    return out.getvalue()


def _info(name: str, method: int) -> zipfile.ZipInfo:
    """Return an entry that is the same on every system."""
    info = zipfile.ZipInfo(name, _ZIP_TIME)
    info.compress_type = method
    info.create_system = 3
    info.external_attr = 0o644 << 16
    return info


def identifier(edition: Edition, name: str) -> str:
    """Return the unique identifier of the book of document `name`, or of the volume if it is "".

    A name-based UUID (RFC 9562, section 5.5): the same for the same edition address or id, and document.
    """
    base = edition.base_url or f"https://teiedit.org/edition/{edition.id}/"
    return f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, f'{base}epub/{name or edition.id}.epub')}"
