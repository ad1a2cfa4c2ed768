"""TEI becomes plain text: a head, the transcript's words as they were typed, and notes at the foot.

One paragraph is one line, blocks are set apart by an empty line. How it looks is said in `xslt/text/`. Where the
edition asks for it, a text for translation into braille is made beside it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from teiedit.model.around import AMONG
from teiedit.model.output import Output
from teiedit.publish._braille import for_braille
from teiedit.publish.report import diagnostics
from teiedit.tools.saxon import transform
from teiedit.tools.tei import XML_ID, parse

if TYPE_CHECKING:
    from collections.abc import Iterable

    from teiedit.model.around import Around
    from teiedit.model.edition import Edition
    from teiedit.tools.saxon import Param, Transformed


def document(tei: str, edition: Edition, around: Around = AMONG) -> Output:  # noqa: ARG001 - a text stands alone always
    """Return `text/<id>.txt` of one TEI document, in UTF-8 with a line end at the end, and `text/<id>.brl.txt`.

    Raises:
        TransformError: see `teiedit.tools.saxon.transform`.
    """
    name = parse(tei.encode()).get(XML_ID) or "document"
    made = _made(tei, edition, braille=False)
    files = {f"text/{name}.txt": made.result}
    if edition.text.braille != "none":
        files[f"text/{name}.brl.txt"] = for_braille(_made(tei, edition, braille=True).result, edition.text.braille)
    content = {file: f"{words.rstrip()}\n".encode() for file, words in files.items()}
    return Output(content, diagnostics(made.messages, f"{name}.xml"))


def _made(tei: str, edition: Edition, *, braille: bool) -> Transformed:
    params: dict[str, Param] = {"language": edition.language, "edition_title": edition.title, "braille": braille}
    return transform("xslt/text/edition.xsl", tei, **params)


def volume(documents: Iterable[str], edition: Edition) -> Output:  # noqa: ARG001 - the documents' texts are all there is
    """Return nothing: each document has its text."""
    return Output({})
