"""Citations as files: BibTeX, RIS and CSL JSON of each document, and of the edition with all of them.

In: TEI; out: `cite/<id>.bib`, `.ris` and `.json`, and CITATION.cff for the edition.
What they say is in `xslt/metadata/`, from the headers alone.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from teiedit.publish import _cff
from teiedit.tools.saxon import transform

if TYPE_CHECKING:
    from collections.abc import Mapping

    from teiedit.model.edition import Edition
    from teiedit.tools.saxon import Param

STYLESHEET = "xslt/metadata/edition.xsl"

# The files of the edition as a whole; they hold the entry of a document of that name too, if there is one.
WHOLE = "edition"


def edition_files(headers: str, edition: Edition, settings: Mapping[str, Param]) -> dict[str, bytes]:
    """Return the files for the edition with all its documents.

    Args:
        headers: a teiCorpus.
        edition: whose documents they are.
        settings: the parameters of the pages.

    Raises:
        TransformError: see `teiedit.tools.saxon.transform`.
    """
    made = files(headers, WHOLE, settings)
    whole = json.loads(made[f"cite/{WHOLE}.json"])[0]
    return {**made, _cff.FILE: _cff.citation_file(whole, edition)}


def files(xml: str, name: str, settings: Mapping[str, Param]) -> dict[str, bytes]:
    """Return the files for reference managers.

    Args:
        xml: a TEI document, or a teiCorpus of headers for the edition as a whole.
        name: the document's identifier, or `WHOLE`.
        settings: the parameters of the pages, see `teiedit.publish.html.settings`.

    Raises:
        TransformError: see `teiedit.tools.saxon.transform`.
    """
    made = json.loads(transform(STYLESHEET, xml, **settings).result)
    items = json.dumps(made["json"], ensure_ascii=False, indent=1) + "\n"
    texts = {"bib": made["bib"], "ris": made["ris"], "json": items}
    return {f"cite/{name}.{ending}": text.encode() for ending, text in texts.items()}
