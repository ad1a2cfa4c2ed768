"""The TEI file itself is one of the outputs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from teiedit.model.output import Output
from teiedit.tools.tei import XML_ID, parse

if TYPE_CHECKING:
    from collections.abc import Iterable

    from teiedit.model.edition import Edition


def document(tei: str, edition: Edition, *, alone: bool = False) -> Output:  # noqa: ARG001 - the file is the same for all
    """Return `tei/<id>.xml`: the document as it is, in UTF-8."""
    xml = tei.encode()
    return Output({f"tei/{parse(xml).get(XML_ID) or 'document'}.xml": xml})


def volume(documents: Iterable[str], edition: Edition) -> Output:  # noqa: ARG001 - the documents' files are all there is
    """Return nothing: each document has its file."""
    return Output({})
