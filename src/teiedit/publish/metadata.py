"""TEI becomes records for catalogues and harvesters: Dublin Core and more, each in the form that its readers want.

In: TEI; out: `metadata/<format>/<id>.xml` in the formats of `teiedit.model.records`, the facts of the header as
`metadata/json/<id>.json`, and schema.org as `metadata/jsonld/<id>.jsonld`. One run of the stylesheet makes them all
(`xslt/records/`), from the header and the records of people and places. What can be cited in the document is said in
`dts/navigation/<id>.jsonld`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from teiedit.model.around import AMONG
from teiedit.model.diagnostic import Diagnostic, Severity
from teiedit.model.output import Output
from teiedit.model.position import Place
from teiedit.model.records import ENDINGS
from teiedit.publish._rights import rights
from teiedit.publish.dts import site
from teiedit.publish.html import settings
from teiedit.publish.report import diagnostics
from teiedit.tools.saxon import transform
from teiedit.tools.tei import parse

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from teiedit.model.around import Around
    from teiedit.model.edition import Edition

STYLESHEET = "xslt/records/edition.xsl"
FOLDER = "metadata"


def document(tei: str, edition: Edition, around: Around = AMONG) -> Output:  # noqa: ARG001 - records name no neighbours
    """Return one document's records.

    Args:
        tei: a whole TEI document.
        edition: whose document it is.
        around: what stands before and after it.

    Raises:
        TransformError: see `teiedit.tools.saxon.transform`.
    """
    made = transform(STYLESHEET, tei, **settings(edition), **_harvest(edition))
    files = {}
    root = parse(made.result.encode())
    name = root.get("id", "document")
    for record in root:
        if not len(record) and not record.text:
            # a format that asks for more than is known of the document
            continue
        kind = record.get("format", "")
        files[f"{FOLDER}/{kind}/{name}.{ENDINGS.get(kind, 'xml')}"] = _content(record)
    files |= site.document(parse(tei.encode()), edition)
    return Output(files, diagnostics(made.messages, f"{name}.xml"))


def volume(documents: Iterable[str], edition: Edition) -> Output:  # noqa: ARG001 - see teiedit.publish.harvest
    """Return what the edition does not say that records need; what they give together is made from the catalogue."""
    return Output({}, tuple(_not_said(edition)) if edition.base_url else ())


def _harvest(edition: Edition) -> dict[str, str]:
    return {"provider": edition.harvest.provider or edition.publisher, "rights": rights(edition)}


def _not_said(edition: Edition) -> Iterator[Diagnostic]:
    """Yield why formats are not made; of an edition without an address nobody harvests any."""
    harvest = _harvest(edition)
    if not harvest["rights"] and edition.harvest.rights:
        yield _left_out("M001", "EDM", f'Europeana does not know the rights "{edition.harvest.rights}"', _RIGHTS)
    elif not harvest["rights"]:
        yield _left_out("M001", "EDM", "the edition states no rights that Europeana knows", _RIGHTS)
    if not harvest["provider"]:
        yield _left_out("M001", "EDM", "nobody is named who gives them", "name the publisher, or [harvest] provider")
    if not edition.date:
        yield _left_out("M002", "DataCite", "the edition has no year", "give edition.toml a date")


def _left_out(code: str, name: str, why: str, hint: str) -> Diagnostic:
    return Diagnostic(code, Severity.INFO, Place("edition.toml"), f"no records of {name} are made: {why}", hint)


_RIGHTS = "give [harvest] rights the address of a Creative Commons licence, or of a statement of rightsstatements.org"


def _content(record: etree._Element) -> bytes:
    """Return the record's one element as a file; a text is one already."""
    if not len(record):
        return f"{record.text or ''}\n".encode()
    child = record[0]
    # apart from the others, so that it declares only its own namespaces
    record.remove(child)
    etree.cleanup_namespaces(child)
    return etree.tostring(child, encoding="UTF-8", xml_declaration=True) + b"\n"
