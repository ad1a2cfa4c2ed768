"""How a transcript is understood, in a form that can be compared: its TEI without what tells of lines and columns.

Two texts that are read alike have the same words, the same elements around them and the same header; the reasons are
the same, for words in other columns.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from lxml import etree

from teiedit.encode import encode
from teiedit.make import all_rules
from teiedit.model.source import WHITE
from teiedit.read.transcript import read_transcript
from teiedit.recognise.document import recognise
from teiedit.tools.tei import NS
from teiedit.validate.fidelity import check_fidelity

if TYPE_CHECKING:
    from teiedit.model.decisions import Decisions
    from teiedit.model.edition import Edition
    from teiedit.model.source import Source

_PLACE = re.compile(r"lines? \d+(?:, columns \d+ to \d+| to \d+)")
# The name of no element.
_SIGN = "sign"
_SPACE = re.compile(f"[{WHITE}]+")

Reading = tuple[bytes, tuple[str, ...]]


class Reader:
    """Reads versions of one transcript."""

    def __init__(self, source: Source, identifier: str, edition: Edition, decisions: Decisions) -> None:
        """Say whose versions they are.

        Args:
            source: the transcript as it is.
            identifier: the document's.
            edition: its settings.
            decisions: what its editors have decided: a version in which one is lost is read otherwise.
        """
        self._source = source
        self._identifier = identifier
        self._edition = edition
        self._decisions = decisions
        self._known: dict[tuple[str, bool], Reading | None] = {}

    def same(self, one: str, other: str) -> bool:
        """Say whether two versions have the same words and are read alike."""
        if [word for word in _SPACE.split(one) if word] != [word for word in _SPACE.split(other) if word]:
            return False
        return self._alike(one, other, signs=True)

    def same_but_for_signs(self, one: str, other: str) -> bool:
        """Say whether two versions are read alike, whatever signs the transcriber's marks are made with."""
        return self._alike(one, other, signs=False)

    def _alike(self, one: str, other: str, *, signs: bool) -> bool:
        ours, theirs = self._read(one, signs=signs), self._read(other, signs=signs)
        return ours is not None and ours == theirs

    def _read(self, text: str, *, signs: bool) -> Reading | None:
        """Return how a version is read, or None if it is not whole in its TEI."""
        key = (text, signs)
        if key not in self._known:
            transcript = read_transcript(replace(self._source, text=text))
            document = recognise(transcript, self._identifier, self._edition, self._decisions)
            root = encode(document, transcript, self._edition, all_rules()).root
            whole = not check_fidelity(root, transcript)
            codes = tuple(found.code for found in document.diagnostics)
            self._known[key] = (_comparable(root, signs=signs), codes) if whole else None
        return self._known[key]


def _comparable(root: etree._Element, *, signs: bool) -> bytes:
    for reason in root.iterfind(".//tei:certainty/tei:desc", NS):
        # reasons quote signs, and count words among which signs are; which rule it was, and of what, stays
        reason.text = _PLACE.sub("", reason.text or "") if signs else ""
    if not signs:
        for sign in root.iterfind(".//tei:metamark[@function='transcriber']", NS):
            sign.tag = _SIGN
        etree.strip_elements(root, _SIGN, with_tail=False)
    return etree.tostring(root)
