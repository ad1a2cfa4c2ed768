"""The verbs that answer whole: Identify, ListMetadataFormats, GetRecord."""

from __future__ import annotations

from typing import TYPE_CHECKING

from teiedit.catalogue import selection
from teiedit.model.ledger import MOMENT
from teiedit.model.records import OAI_FORMATS, RecordFormat
from teiedit.serve.oai.errors import OaiError
from teiedit.serve.oai.records import record
from teiedit.serve.oai.xml import element

if TYPE_CHECKING:
    from collections.abc import Mapping

    from teiedit.catalogue.reader import Catalogue
    from teiedit.serve.oai.repository import Repository

_IDENTIFIER = "http://www.openarchives.org/OAI/2.0/oai-identifier"


def identify(arguments: Mapping[str, str], catalogue: Catalogue, repository: Repository) -> bytes:  # noqa: ARG001 - as the other verbs
    """Return what the repository is, 4.2."""
    earliest = selection.earliest(catalogue) or repository.now().strftime(MOMENT)
    (sample,) = catalogue.base.execute("SELECT min(id) FROM document").fetchone()
    said = (
        element("repositoryName", repository.title),
        element("baseURL", repository.address),
        element("protocolVersion", "2.0"),
        element("adminEmail", repository.contact),
        element("earliestDatestamp", earliest),
        element("deletedRecord", "persistent"),
        element("granularity", "YYYY-MM-DDThh:mm:ssZ"),
        element("compression", "gzip"),
        "<description>",
        f'<oai-identifier xmlns="{_IDENTIFIER}" xsi:schemaLocation="{_IDENTIFIER} {_IDENTIFIER}.xsd">',
        element("scheme", "oai"),
        element("repositoryIdentifier", repository.domain),
        element("delimiter", ":"),
        element("sampleIdentifier", repository.identifier(sample or "letter-1")),
        "</oai-identifier>",
        "</description>",
    )
    return "\n".join(("<Identify>", *said, "</Identify>")).encode()


def list_metadata_formats(arguments: Mapping[str, str], catalogue: Catalogue, repository: Repository) -> bytes:
    """Return the formats of the repository, or of one document, 4.4.

    Raises:
        OaiError: idDoesNotExist, noMetadataFormats.
    """
    identifier = arguments.get("identifier", "")
    document = repository.document(identifier) if identifier else ""
    if identifier and not (document and _known(catalogue, document)):
        raise OaiError("idDoesNotExist", _UNKNOWN)
    names = selection.formats(catalogue, document)
    offered = [each for each in OAI_FORMATS if each.prefix in names]
    if not offered:
        raise OaiError("noMetadataFormats", "there are no records of this document")
    return "\n".join(("<ListMetadataFormats>", *map(_format, offered), "</ListMetadataFormats>")).encode()


def get_record(arguments: Mapping[str, str], catalogue: Catalogue, repository: Repository) -> bytes:
    """Return one record, 4.1.

    Raises:
        OaiError: idDoesNotExist, cannotDisseminateFormat.
    """
    document = repository.document(arguments["identifier"])
    if not (document and _known(catalogue, document)):
        raise OaiError("idDoesNotExist", _UNKNOWN)
    found = selection.one(catalogue, arguments["metadataPrefix"], document)
    form = offered_format(catalogue, arguments["metadataPrefix"])
    made = record(found, form, catalogue, repository) if found else None
    if made is None:
        raise OaiError("cannotDisseminateFormat", "the document has no record in this format")
    return b"<GetRecord>\n" + made + b"\n</GetRecord>"


def offered_format(catalogue: Catalogue, prefix: str) -> RecordFormat:
    """Return a format by its prefix.

    Raises:
        OaiError: cannotDisseminateFormat.
    """
    names = selection.formats(catalogue)
    offered = {each.prefix: each for each in OAI_FORMATS if each.prefix in names}
    if prefix in offered:
        return offered[prefix]
    raise OaiError("cannotDisseminateFormat", f"the formats are: {', '.join(offered)}")


def _known(catalogue: Catalogue, document: str) -> bool:
    return catalogue.base.execute("SELECT 1 FROM document WHERE id = ?", (document,)).fetchone() is not None


def _format(form: RecordFormat) -> str:
    parts = (
        element("metadataPrefix", form.prefix),
        element("schema", form.schema),
        element("metadataNamespace", form.namespace),
    )
    return f"<metadataFormat>{''.join(parts)}</metadataFormat>"


_UNKNOWN = "there is no such record in this repository"
