"""TEI becomes records for catalogues and harvesters: Dublin Core and more, each in the form that its readers want.

In: TEI; out: `metadata/<format>/<id>.xml`, and the facts of the header as `metadata/json/<id>.json`. One run of the
stylesheet makes them all (`xslt/records/`), from the header and the records of people and places. What can be cited
in the document is said in `dts/navigation/<id>.jsonld`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from teiedit.model.around import AMONG
from teiedit.model.output import Output
from teiedit.publish.dts import site
from teiedit.publish.html import settings
from teiedit.publish.report import diagnostics
from teiedit.tools.saxon import transform
from teiedit.tools.tei import parse

if TYPE_CHECKING:
    from collections.abc import Iterable

    from teiedit.model.around import Around
    from teiedit.model.edition import Edition

STYLESHEET = "xslt/records/edition.xsl"
FOLDER = "metadata"
FACTS = "json"


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
        ending = "json" if record.get("format") == FACTS else "xml"
        files[f"{FOLDER}/{record.get('format')}/{name}.{ending}"] = _content(record)
    files |= site.document(parse(tei.encode()), edition)
    return Output(files, diagnostics(made.messages, f"{name}.xml"))


def volume(documents: Iterable[str], edition: Edition) -> Output:  # noqa: ARG001 - see teiedit.publish.harvest
    """Return nothing: what the records give together is made from the catalogue."""
    return Output({})


def _harvest(edition: Edition) -> dict[str, str]:
    return {"provider": edition.harvest.provider or edition.publisher, "rights": edition.harvest.rights}


def _content(record: etree._Element) -> bytes:
    """Return the record's one element as a file; a text is one already."""
    if not len(record):
        return f"{record.text or ''}\n".encode()
    child = record[0]
    # apart from the others, so that it declares only its own namespaces
    record.remove(child)
    etree.cleanup_namespaces(child)
    return etree.tostring(child, encoding="UTF-8", xml_declaration=True) + b"\n"
