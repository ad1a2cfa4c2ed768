"""What a search knows of a document from its header, as `xslt/common/header.xsl` reads it for the pages.

https://tei-c.org/release/doc/tei-p5-doc/en/html/HD.html
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from teiedit.tools.header import actions, is_known, party_names, plain, sent_date, title
from teiedit.tools.tei import NS, XML_ID, XML_LANG

if TYPE_CHECKING:
    from lxml import etree

DATES = ("when", "from", "to", "notBefore", "notAfter")


@dataclass(frozen=True, slots=True)
class Party:
    """Who sent or received.

    Attributes:
        key: what tells one person from another: where the record lies, or the name.
        name: as this document writes it.
        label: as a list of persons writes it: the record's name, or the document's.
    """

    key: str
    name: str
    label: str


@dataclass(frozen=True, slots=True)
class Facts:
    """What the header says; texts are "" where it is silent.

    Attributes:
        id: the document's xml:id.
        title: its title.
        senders: who sent it, or else its authors.
        recipients: who received it, copies left out.
        place: where it was sent from.
        date: attributes of the date of sending, those of DATES that it has.
        date_text: the date in the header's words.
        genre: the kind of document: "letter".
        language: BCP 47 tag.
        reference: of the archive.
    """

    id: str
    title: str
    senders: tuple[Party, ...]
    recipients: tuple[Party, ...]
    place: str
    date: tuple[tuple[str, str], ...]
    date_text: str
    genre: str
    language: str
    reference: str

    @property
    def day(self) -> int:
        """The first day that the date allows, as the number YYYYMMDD with 00 for what is not known; 0 for no date."""
        values = dict(self.date)
        earliest = next(
            (values[name] for name in ("when", "from", "notBefore", "to", "notAfter") if name in values), ""
        )
        found = re.match(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", earliest)
        return int("".join(part or "00" for part in found.groups())) if found else 0


def facts(tei: etree._Element) -> Facts:
    """Return what the header of a document says."""
    sent = actions(tei, "sent")
    authors = _all(tei, "tei:teiHeader/tei:fileDesc/tei:titleStmt/tei:author")
    senders = party_names(sent) or [next(iter(_all(author, "tei:persName")), author) for author in authors]
    date = sent_date(tei)
    places = [place for action in sent for place in _all(action, "tei:placeName")]
    return Facts(
        id=tei.get(XML_ID, "document"),
        title=title(tei),
        senders=_parties(tei, senders),
        recipients=_parties(tei, party_names(actions(tei, "received"))),
        place=", ".join(party.name for party in _parties(tei, places)),
        date=() if date is None else tuple((name, value) for name in DATES if (value := date.get(name))),
        date_text=plain(date),
        genre=_genre(tei),
        language=_language(tei),
        reference=plain(_first(tei, _REFERENCE)),
    )


_REFERENCE = "tei:teiHeader/tei:fileDesc/tei:sourceDesc/tei:msDesc/tei:msIdentifier/tei:idno"


def _all(node: etree._Element | None, path: str) -> list[etree._Element]:
    return [] if node is None else list(node.xpath(path, namespaces=NS))


def _first(node: etree._Element | None, path: str) -> etree._Element | None:
    return next(iter(_all(node, path)), None)


def _parties(tei: etree._Element, names: list[etree._Element]) -> tuple[Party, ...]:
    made = [_party(tei, name) for name in names]
    return tuple({party.key: party for party in made if is_known(party.name)}.values())


def _party(tei: etree._Element, name: etree._Element) -> Party:
    pointer = (name.get("ref", "").split() or [""])[0]
    record = next(iter(tei.xpath("//*[@xml:id = $id]", id=pointer[1:])), None) if pointer.startswith("#") else None
    recorded = _first(record, "tei:persName | tei:orgName | tei:placeName")
    shown = plain(name) or plain(recorded)
    return Party(pointer or shown, shown, _sorted(recorded) or _sorted(name) or shown)


def _sorted(name: etree._Element | None) -> str:
    """The name for a list: "Family, Given" where the two are told apart."""
    surname, forenames = plain(_first(name, "tei:surname")), _all(name, "tei:forename")
    return f"{surname}, {' '.join(map(plain, forenames))}" if surname and forenames else plain(name)


def _genre(tei: etree._Element) -> str:
    category = _first(tei, "tei:teiHeader/tei:profileDesc/tei:textClass/tei:catRef[@scheme = '#doctypes']")
    division = _first(tei, "tei:text/tei:body/tei:div")
    if category is not None:
        return category.get("target", "").removeprefix("#dt-")
    return division.get("type", "") if division is not None else ""


def _language(tei: etree._Element) -> str:
    used = _first(tei, "tei:teiHeader/tei:profileDesc/tei:langUsage/tei:language")
    return tei.get(XML_LANG, "" if used is None else used.get("ident", "")) or "und"
