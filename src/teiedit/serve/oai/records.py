"""Headers and records, OAI-PMH 2.0, 2.5."""

from __future__ import annotations

from typing import TYPE_CHECKING

from teiedit.serve.oai.xml import element, located, root

if TYPE_CHECKING:
    from teiedit.catalogue.reader import Catalogue
    from teiedit.catalogue.selection import Header
    from teiedit.model.records import RecordFormat
    from teiedit.serve.oai.repository import Repository

# The format whose records are the site's own files.
_TEI = "tei"


def header(found: Header, repository: Repository) -> str:
    """Return a record's header."""
    status = ' status="deleted"' if found.deleted else ""
    sets = "".join(element("setSpec", spec) for spec in found.sets)
    named = element("identifier", repository.identifier(found.id))
    return f"<header{status}>{named}{element('datestamp', found.changed)}{sets}</header>"


def record(found: Header, form: RecordFormat, catalogue: Catalogue, repository: Repository) -> bytes | None:
    """Return a record; None where its content is not to be had, because somebody has removed it."""
    head = header(found, repository).encode()
    if found.deleted:
        return b"<record>" + head + b"</record>"
    content = repository.tei(found.id) if form.prefix == _TEI else catalogue.content(found.id, form.prefix)
    if content is None:
        return None
    metadata = located(root(content), form.namespace, form.schema)
    return b"<record>" + head + b"<metadata>" + metadata + b"</metadata></record>"
