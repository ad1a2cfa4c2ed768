"""What the header of a TEI document says of its act of correspondence, as `xslt/common/header.xsl` reads it.

https://tei-c.org/release/doc/tei-p5-doc/en/html/HD.html#HD44CD
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from teiedit.tools.tei import NS, XML_ID

if TYPE_CHECKING:
    from lxml import etree

_HEADER = "tei:teiHeader"
_TITLES = f"{_HEADER}/tei:fileDesc/tei:titleStmt/tei:title"
_ACTS = f"{_HEADER}/tei:profileDesc/tei:correspDesc"
_CREATED = f"{_HEADER}/tei:profileDesc/tei:creation/tei:date"


def plain(node: etree._Element | None) -> str:
    """Return the words of an element, with single spaces; "" where there is none."""
    return "" if node is None else " ".join("".join(node.itertext()).split())


def title(tei: etree._Element) -> str:
    """Return the main title, or else the first; the document's identifier where there is none."""
    titles = tei.findall(_TITLES, NS)
    main = [one for one in titles if one.get("type") == "main"]
    return plain(next(iter(main or titles), None)) or tei.get(XML_ID, "document")


def correspondence(tei: etree._Element) -> etree._Element | None:
    """Return the one act of correspondence that the document itself is: what its division declares, or the first."""
    acts = tei.findall(_ACTS, NS)
    division = tei.find("tei:text/tei:body/tei:div", NS)
    declared = division.get("decls", "").split() if division is not None else []
    return next((act for act in acts if f"#{act.get(XML_ID)}" in declared), acts[0] if acts else None)


def actions(tei: etree._Element, kind: str) -> list[etree._Element]:
    """Return the actions of a kind, "sent" or "received", without the receipt of copies."""
    act = correspondence(tei)
    found = act.findall(f"tei:correspAction[@type='{kind}']", NS) if act is not None else []
    return [action for action in found if action.get("subtype") != "cc"]


def party_names(acts: list[etree._Element]) -> list[etree._Element]:
    """Return the names of those who act, people before bodies."""
    return [name for tag in ("persName", "orgName") for act in acts for name in act.findall(f"tei:{tag}", NS)]


def is_known(name: str) -> bool:
    """Tell whether a party has a name that is one."""
    return bool(name) and name.casefold() != "unknown"


def sent_date(tei: etree._Element) -> etree._Element | None:
    """Return the date of sending, or else of writing."""
    dates = [date for act in actions(tei, "sent") for date in act.findall("tei:date", NS)]
    return next(iter(dates), tei.find(_CREATED, NS))
