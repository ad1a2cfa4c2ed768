"""The TEI file itself is one of the outputs, with the schema that it follows beside it.

Each file names the schema in `xml-model` lines, so that editors and validators find it:
https://www.w3.org/TR/xml-model/
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from teiedit.model.around import AMONG
from teiedit.model.output import Output
from teiedit.tools.resources import resource
from teiedit.tools.tei import XML_ID, parse

if TYPE_CHECKING:
    from collections.abc import Iterable

    from teiedit.model.around import Around
    from teiedit.model.edition import Edition

# What is published of the schema: the grammar in three forms, the rules, and their documentation.
SCHEMA = ("teiedit.rng", "teiedit.rnc", "teiedit.xsd", "xml.xsd", "teiedit.sch", "teiedit.odd")
_MODELS = (
    ("teiedit.rng", "http://relaxng.org/ns/structure/1.0"),
    ("teiedit.sch", "http://purl.oclc.org/dsdl/schematron"),
)
_LINES = "".join(
    f'<?xml-model href="../schema/{name}" type="application/xml" schematypens="{namespace}"?>\n'
    for name, namespace in _MODELS
)


def document(tei: str, edition: Edition, around: Around = AMONG) -> Output:  # noqa: ARG001 - the file is the same for all
    """Return `tei/<id>.xml`: the document as it is, in UTF-8, below the lines that name its schema.

    A file that stands alone has no such lines: there is no schema beside it to which they could lead.
    """
    root = parse(tei.encode())
    named = around.alone or any(_is_model(node) for node in root.itersiblings(preceding=True))
    text = tei if named else _with_models(tei)
    return Output({f"tei/{root.get(XML_ID) or 'document'}.xml": text.encode()})


def volume(documents: Iterable[str], edition: Edition) -> Output:  # noqa: ARG001 - the schema is the same for all
    """Return the files of the schema, in `schema/`."""
    return Output({f"schema/{name}": resource(f"schema/{name}").read_bytes() for name in SCHEMA})


def _is_model(node: etree._Element) -> bool:
    return isinstance(node, etree._ProcessingInstruction) and node.target == "xml-model"


def _with_models(tei: str) -> str:
    """The file with its xml-model lines, which stand before the root element and after the XML declaration."""
    end = tei.index("?>") + 2 if tei.startswith("<?xml ") else 0
    head, rest = tei[:end], tei[end:].lstrip("\r\n")
    return (f"{head}\n" if head else "") + _LINES + rest
