"""What the pages of the edition must know of one document: made once, beside its own pages, and kept with them.

So the pages of the edition are made without a document's TEI being read again.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from lxml import etree

from teiedit.publish._corpus import Mentions, Rules, entry, mentions
from teiedit.publish._facts import facts
from teiedit.publish._search import Searched, searched
from teiedit.tools.header import actions, party_names, plain, sent_date
from teiedit.tools.tei import NS, TEI, XML_ID, element

if TYPE_CHECKING:
    from collections.abc import Iterator

# How a record occurs in a document: it sent it, received it, got a copy, or is named in it.
SENT, RECEIVED, COPIED, MENTIONED = "srcm"
_REGISTERS = {"person": "persons", "org": "organisations", "place": "places"}


@dataclass(frozen=True, slots=True)
class Digest:
    """One document, as the pages of the edition see it.

    Attributes:
        id: its identifier.
        day: the last day that its date allows, which it is put in order by; "9999" where it has none.
        entry: its TEI without text and principles, with where names stand in the text; see `_corpus`.
        title: its title, as TEI.
        date: its date, as TEI; "" where it has none.
        language: the BCP 47 tag of its language and the language's name in its header.
        kind: the kind of document.
        words: how many there are.
        mentions: how often something is named.
        parties: whoever sent it and whoever received it, each as pointer and name.
        records: its people, bodies and places: register, identifier, name, how much is known, and the TEI.
        occurrences: of each record how it occurs, and the places in the text.
        rules: the rules that fired, with their descriptions.
        inferences: how many of each rule and certainty.
        principles: the editorial declaration.
        characters: those that are not ASCII.
        searched: what the search knows of it.
    """

    id: str
    day: str
    entry: str
    title: str
    date: str
    language: tuple[str, str]
    kind: str
    words: int
    mentions: int
    parties: tuple[list[tuple[str, str]], list[tuple[str, str]]]
    records: list[tuple[str, str, str, int, str]]
    occurrences: list[tuple[str, str, str]]
    rules: dict[str, str]
    inferences: list[tuple[str, str, int]]
    principles: str
    characters: str
    searched: Searched

    def packed(self) -> bytes:
        """Return it as bytes that `unpacked` reads."""
        parts = [getattr(self, name) for name in Digest.__slots__[:-1]]
        return json.dumps([*parts, self.searched], ensure_ascii=False, separators=(",", ":")).encode()


def unpacked(packed: bytes) -> Digest:
    """Return what `Digest.packed` has written.

    Raises:
        ValueError: nothing that it has written.
    """
    known: list[Any] = json.loads(packed)
    if len(known) != len(Digest.__slots__):
        raise ValueError(len(known))
    known[-1] = Searched(*known[-1])
    return Digest(*known)


def digested(root: etree._Element) -> tuple[Digest, dict[str, bytes]]:
    """Return what is to be known of a document, and the files with its texts that the search shows.

    Args:
        root: its TEI; the element is changed, and of no use after.
    """
    known = facts(root)
    found, texts = searched(root)
    rules = Rules()
    rules.add(root)
    named = mentions(root)
    characters = "".join(sorted(set(etree.tostring(root, encoding="unicode"))))
    used = root.find("tei:teiHeader/tei:profileDesc/tei:langUsage/tei:language", NS)
    records = list(_records(root))
    title = root.find("tei:teiHeader/tei:fileDesc/tei:titleStmt/tei:title", NS)
    made = Digest(
        id=known.id,
        day=_day(sent_date(root)),
        title=_alone(element("title", known.title)) if title is not None else "",
        date=_alone(sent_date(root)),
        language=(known.language, plain(used)),
        kind=known.genre,
        parties=(_parties(root, "sent"), _parties(root, "received")),
        records=records,
        occurrences=_occurrences(root, named),
        rules=rules.what,
        inferences=[(rule, cert, count) for (rule, cert), count in sorted(rules.inferences.items())],
        principles=_alone(rules.principles),
        characters="".join(c for c in characters if not c.isascii()),
        searched=found,
        words=named.words,
        mentions=len(named.found),
        entry=entry(root, named),
    )
    return made, texts


def _alone(node: etree._Element | None) -> str:
    if node is None:
        return ""
    return etree.tostring(node, encoding="unicode", with_tail=False).replace(f' xmlns="{TEI}"', "")


def _day(date: etree._Element | None) -> str:
    """Return the day as `f:date-sort` of the stylesheets has it."""
    if date is None:
        return _UNDATED
    value = next((date.get(name, "") for name in _LAST if date.get(name)), "")
    if not (value[:4].isascii() and value[:4].isdigit() and len(value) >= 4):
        return _UNDATED
    return value + {4: "-12-31", 7: "-31"}.get(len(value), "")


_UNDATED = "9999"
_LAST = ("when", "to", "notAfter", "from", "notBefore")


def _parties(root: etree._Element, kind: str) -> list[tuple[str, str]]:
    """Return whoever acted, by the pointer, and how they are called."""
    return [(name.get("ref", ""), plain(name)) for name in party_names(actions(root, kind)) if name.get("ref")]


def _records(root: etree._Element) -> Iterator[tuple[str, str, str, int, str]]:
    for record in root.iterfind("tei:standOff/*/*", NS):
        register = _REGISTERS.get(etree.QName(record).localname)
        if register and record.get(XML_ID):
            name = next(record.iterchildren(*_NAME_TAGS), None)
            yield register, record.get(XML_ID, ""), plain(name), len(record), _alone(record)


_NAME_TAGS = tuple(f"{{{TEI}}}{name}" for name in ("persName", "orgName", "placeName"))


_ACTS = {"sent": SENT, "received": RECEIVED}


def _occurrences(root: etree._Element, named: Mentions) -> list[tuple[str, str, str]]:
    """Return the records that occur, with how, and the anchors of the places where they are named."""
    kinds: dict[str, set[str]] = {}
    for action in root.iterfind("tei:teiHeader/tei:profileDesc/tei:correspDesc/tei:correspAction", NS):
        kind = COPIED if action.get("subtype") == "cc" else _ACTS.get(action.get("type", ""))
        for name in action.iterchildren(*_NAME_TAGS):
            for pointer in name.get("ref", "").split():
                if kind:
                    kinds.setdefault(pointer[1:], set()).add(kind)
    places: dict[str, list[str]] = {}
    for pointer, anchor, _ in named.found:
        kinds.setdefault(pointer[1:], set()).add(MENTIONED)
        places.setdefault(pointer[1:], []).append(anchor)
    return [
        (record, "".join(sorted(how)), " ".join(anchor for anchor in dict.fromkeys(places.get(record, ())) if anchor))
        for record, how in kinds.items()
    ]
