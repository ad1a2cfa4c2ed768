"""How well services can find the letters: who and where is identified, what is dated, and what is missing."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from teiedit.model.diagnostic import Diagnostic, Severity
from teiedit.model.position import Place
from teiedit.tools.tei import NS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

_PARTIES = ("persName", "orgName")
_SEARCHED = ("d-nb.info/gnd/", "viaf.org/", "id.loc.gov/authorities/", "bnf.fr/", "id.ndl.go.jp/auth/", "geonames.org/")
_WORDS = {"persName": "person", "orgName": "organisation", "placeName": "place"}
_NOBODY = "name sender and recipient in the transcript's heading, if they are known"
_UNSAID = "give it in the transcript's heading or dateline, if it is known; metadata/cmif-report.json names all letters"
# How many documents a message names.
_NAMED = 5


@dataclass(slots=True)
class Coverage:
    """What the letters that were gathered so far say.

    Attributes:
        documents: how many documents there are.
        letters: how many of them are letters.
        findable: how many letters have an identifier for a sender and for a recipient.
        named: how often somebody or somewhere is named, by what it is: "sender", "recipient", "placeSent",
            "placeReceived".
        identified: how often with an identifier by which services search.
        without: the letters in which something is not said, by what it is: those of `named`, and "dateSent".
        unidentified: who and where lacks such an identifier, as name and kind, in how many letters.
    """

    documents: int = 0
    letters: int = 0
    findable: int = 0
    named: Counter[str] = field(default_factory=Counter)
    identified: Counter[str] = field(default_factory=Counter)
    without: dict[str, list[str]] = field(default_factory=dict)
    unidentified: Counter[tuple[str, str]] = field(default_factory=Counter)

    def add(self, identifier: str, letter: etree._Element) -> None:
        """Count a letter, a `correspDesc` of CMIF."""
        self.letters += 1
        found = [
            self._count(identifier, letter, action, what, tags)
            for action, what, tags in (
                ("sent", "sender", _PARTIES),
                ("received", "recipient", _PARTIES),
                ("sent", "placeSent", ("placeName",)),
                ("received", "placeReceived", ("placeName",)),
            )
        ]
        self.findable += found[0] and found[1]
        if letter.find("tei:correspAction[@type='sent']/tei:date", NS) is None:
            self.without.setdefault("dateSent", []).append(identifier)

    def _count(self, identifier: str, letter: etree._Element, action: str, what: str, tags: tuple[str, ...]) -> bool:
        """Count the names of one sort, and say whether one of them is identified."""
        names = [
            (tag, name)
            for tag in tags
            for name in letter.iterfind(f"tei:correspAction[@type='{action}']/tei:{tag}", NS)
            if name.get("ref") or name.text != "Unknown"
        ]
        if not names:
            self.without.setdefault(what, []).append(identifier)
        known = [name for _, name in names if any(authority in name.get("ref", "") for authority in _SEARCHED)]
        self.named[what] += len(names)
        self.identified[what] += len(known)
        missing = {(name.text or "", _WORDS[tag]) for tag, name in names if name not in known}
        self.unidentified.update(sorted(missing))
        return bool(known)

    def report(self, address: str, latest: str) -> bytes:
        """Return the report as JSON.

        Args:
            address: of the file of letters.
            latest: when a record was last changed.
        """
        kinds = ("sender", "recipient", "placeSent", "placeReceived")
        shares = {what: _share(self.identified[what], self.named[what]) for what in kinds}
        ranked = sorted(self.unidentified.items(), key=lambda entry: (-entry[1], entry[0]))
        report: dict[str, Any] = {
            "file": address,
            "changed": latest,
            "documents": self.documents,
            "letters": self.letters,
            "findableBySenderAndRecipient": _share(self.findable, self.letters),
            "identified": shares,
            "dated": _share(self.letters - len(self.without.get("dateSent", ())), self.letters),
            "unidentified": [{"name": name, "type": kind, "letters": count} for (name, kind), count in ranked],
            "without": {what: self.without.get(what, []) for what in ("dateSent", *kinds)},
        }
        return (json.dumps(report, ensure_ascii=False, indent=1) + "\n").encode()

    def findings(self, shown: str) -> Iterator[Diagnostic]:
        """Say what keeps letters from being found: M023, M024.

        Args:
            shown: the file to name in messages.
        """
        of = f"of {self.letters:,} letters"
        if self.findable < self.letters:
            most = ", ".join(f'"{name}" ({count})' for (name, _), count in self._most())
            message = (
                f"{self.findable:,} {of} can be found by sender and recipient; the others lack a name or an identifier"
            )
            hint = (
                f"add GND, VIAF or Library of Congress numbers to the register, most of all for {most}" if most else ""
            )
            yield Diagnostic("M023", Severity.INFO, Place(shown), message, hint or _NOBODY)
        for what, words in (("dateSent", "date"), ("placeSent", "place of sending")):
            if lacking := self.without.get(what, []):
                named = ", ".join(lacking[:_NAMED]) + (" …" if len(lacking) > _NAMED else "")
                message = f"{len(lacking):,} {of} have no {words} that services can search by: {named}"
                yield Diagnostic("M024", Severity.INFO, Place(shown), message, _UNSAID)

    def _most(self) -> list[tuple[tuple[str, str], int]]:
        parties = [entry for entry in self.unidentified.items() if entry[0][1] != "place"]
        return sorted(parties, key=lambda entry: (-entry[1], entry[0]))[:_NAMED]


def _share(part: int, whole: int) -> dict[str, int]:
    """Return a share in whole percent, rounded down so that only all is 100."""
    return {"count": part, "of": whole, "percent": part * 100 // whole if whole else 100}
