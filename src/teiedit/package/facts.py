"""What one document says, read from its TEI: the facts by which two releases are compared.

https://tei-c.org/release/doc/tei-p5-doc/en/html/HD.html
"""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from lxml import etree

from teiedit.tools.tei import NS, TEI, XML_ID, XML_LANG, parse
from teiedit.validate.fidelity import restored

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

_DATE = ("when", "from", "to", "notBefore", "notAfter")
_NAMES = ("persName", "orgName", "placeName")
_MARKS = {
    "add": "added",
    "corr": "corrected",
    "damage": "damaged",
    "del": "struck out",
    "gap": "gap",
    "hi": "set off",
    "note": "note",
    "sic": "sic",
    "supplied": "supplied",
    "unclear": "doubtful",
}
_ACTIONS = {"sent": "sender", "received": "recipient", "cc": "copy"}
# What says who publishes and made the file, and whom it names: compared for the edition, not for each document.
_APART = (
    "tei:teiHeader/tei:fileDesc/tei:publicationStmt",
    "tei:teiHeader/tei:fileDesc/tei:titleStmt/tei:respStmt",
    "tei:teiHeader/tei:fileDesc/tei:sourceDesc/tei:bibl",
    "tei:teiHeader/tei:encodingDesc/tei:appInfo",
    "tei:teiHeader/tei:revisionDesc",
    "tei:standOff[@type='entities']",
)


@dataclass(frozen=True, slots=True)
class Said:
    """Something that a document says: words, and what they mean.

    Attributes:
        words: as they are written, with single spaces.
        value: a date in figures, or the identifiers of records; may be "".
        shown: both, for readers.
    """

    words: str
    value: str = ""
    shown: str = field(default="", compare=False)

    def __str__(self) -> str:
        """For readers."""
        return self.shown or self.words


@dataclass(frozen=True, slots=True)
class Facts:
    """What one document says.

    Attributes:
        title: its title.
        transcript: the SHA-256 of its transcript, or "".
        fields: what the header says, by kind: "date", "sender" and so on.
        bags: what the text holds, by kind, with how often.
        order: numbers of clauses, kinds of divisions and enclosures, by kind, in order.
        paragraphs: how many.
        text: of the transcript, block by block.
        statement: who publishes, when, under what terms, and by which program, by what it is.
        records: people, places and bodies, by their identifiers.
        encoding: a digest of the TEI without what is compared for the edition.
    """

    title: str
    transcript: str
    fields: Mapping[str, tuple[Said, ...]]
    bags: Mapping[str, Counter[Said]]
    order: Mapping[str, tuple[str, ...]]
    paragraphs: int
    text: tuple[str, ...]
    statement: Mapping[str, str]
    records: Mapping[str, tuple[str, ...]]
    encoding: str


def read_facts(tei: bytes) -> Facts:
    """Return the facts of a TEI document.

    Raises:
        etree.XMLSyntaxError: it is not well-formed.
    """
    root = parse(tei)
    records = dict(_records(root))
    text = root.find("tei:text", NS)
    body = text if text is not None else etree.Element("none")
    return Facts(
        title=_one(root, "tei:teiHeader/tei:fileDesc/tei:titleStmt/tei:title"),
        transcript=_one(root, "tei:teiHeader/tei:fileDesc/tei:sourceDesc//tei:idno[@type='sha256']"),
        fields=_fields(root, records),
        bags=_bags(body, records),
        order=_order(body),
        paragraphs=sum(1 for _ in body.iter(f"{{{TEI}}}p")),
        text=restored(root),
        statement=_statement(root),
        records=records,
        encoding=_digest(root),
    )


def read_statement(tei: bytes) -> dict[str, str]:
    """Return only the `statement` of a TEI document's facts.

    Raises:
        etree.XMLSyntaxError: it is not well-formed.
    """
    return _statement(parse(tei))


def words_of(node: etree._Element) -> str:
    """Return the words of an element with single spaces."""
    return " ".join("".join(str(part) for part in node.itertext()).split())


def _one(root: etree._Element, path: str) -> str:
    found = root.find(path, NS)
    return words_of(found) if found is not None else ""


def _records(root: etree._Element) -> Iterator[tuple[str, tuple[str, ...]]]:
    for stand_off in root.findall("tei:standOff[@type='entities']", NS):
        for node in stand_off.iter(*(f"{{{TEI}}}{tag}" for tag in ("person", "org", "place"))):
            yield (
                node.get(XML_ID, ""),
                tuple(f"{_field(child)}: {words_of(child)}" for child in node.iter() if _leaf(child)),
            )


def _leaf(node: etree._Element) -> bool:
    return isinstance(node.tag, str) and not len(node) and bool((node.text or "").strip())


def _field(node: etree._Element) -> str:
    name = etree.QName(node).localname
    if name in _NAMES:
        return "name"
    return (node.get("type") or name) if name == "idno" else name


def _fields(root: etree._Element, records: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[Said, ...]]:
    profile = root.find("tei:teiHeader/tei:profileDesc", NS)
    header = profile if profile is not None else etree.Element("none")
    kinds = [(node.get("target") or "").rpartition("#dt-")[2] for node in header.iterfind(".//tei:catRef", NS)]
    manuscript = root.findall("tei:teiHeader/tei:fileDesc/tei:sourceDesc/tei:msDesc/tei:msIdentifier/*", NS)
    fields: dict[str, tuple[Said, ...]] = {
        "title": (Said(_one(root, "tei:teiHeader/tei:fileDesc/tei:titleStmt/tei:title")),),
        "kind": tuple(Said(kind) for kind in kinds),
        "language": (Said(root.get(XML_LANG, "")),),
        "date": tuple(_dated(node) for node in header.iterfind("tei:creation/tei:date", NS)),
        "place": tuple(_party(node, records) for node in header.iterfind("tei:creation/tei:placeName", NS)),
        "reference": tuple(Said(words_of(node)) for node in manuscript),
        "answer": tuple(_answer(node) for node in header.iterfind(".//tei:correspContext/tei:ref", NS)),
    }
    for action in header.iterfind("tei:correspDesc/tei:correspAction", NS):
        _of_action(action, fields, records)
    return fields


def _of_action(
    action: etree._Element, fields: dict[str, tuple[Said, ...]], records: Mapping[str, tuple[str, ...]]
) -> None:
    role = _ACTIONS.get(action.get("subtype") or action.get("type") or "", "recipient")
    places = {"sender": "place", "recipient": "destination"}
    dates = {"sender": "date", "recipient": "receipt"}
    for node in action:
        name = etree.QName(node).localname if isinstance(node.tag, str) else ""
        if name in ("persName", "orgName", "name"):
            fields[role] = (*fields.get(role, ()), _party(node, records))
        elif name == "placeName" and role in places:
            fields[places[role]] = (*fields.get(places[role], ()), _party(node, records))
        elif name == "date" and role in dates:
            # the header gives the date of a letter twice, of its making and of its sending
            fields[dates[role]] = tuple(dict.fromkeys((*fields.get(dates[role], ()), _dated(node))))


def _answer(node: etree._Element) -> Said:
    target = (node.get("target") or "").removesuffix(".xml")
    relation = {"prev": "answers", "next": "is answered by"}.get(node.get("type") or "", "belongs with")
    return Said(relation, target or words_of(node), f"{relation} {target or words_of(node)}")


def _dated(node: etree._Element) -> Said:
    """Return a date by its value; where it has one, its words are the text's."""
    value = _value(node)
    return Said("" if value else words_of(node), value, value or words_of(node))


def _value(node: etree._Element) -> str:
    found = {name: node.get(name) for name in _DATE if node.get(name)}
    if set(found) <= {"when"}:
        return found.get("when") or ""
    words = {"notBefore": "not before", "notAfter": "not after"}
    return " ".join(f"{words.get(name, name)} {value}" for name, value in found.items())


def _party(node: etree._Element, records: Mapping[str, tuple[str, ...]]) -> Said:
    """Return a name of the header; one that only repeats its record is known by the record alone."""
    said = _named(node, records)
    return Said("", said.value, str(said)) if f"name: {said.words}" in records.get(said.value, ()) else said


def _named(node: etree._Element, records: Mapping[str, tuple[str, ...]]) -> Said:
    pointers = (node.get("ref") or "").split()
    return _with_records(words_of(node), [pointer.removeprefix("#") for pointer in pointers], records)


def _with_records(words: str, identifiers: Iterable[str], records: Mapping[str, tuple[str, ...]]) -> Said:
    """Return words with what they point to; the record's name is shown where it is another."""
    given = tuple(dict.fromkeys(identifiers))
    known = []
    for identifier in given:
        name = next((line.removeprefix("name: ") for line in records.get(identifier, ()) if line[:6] == "name: "), "")
        known.append(f"{name}, {identifier}" if name and name != words else identifier)
    return Said(words, " ".join(given), f"{words} ({'; '.join(known)})" if known else words)


def _bags(body: etree._Element, records: Mapping[str, tuple[str, ...]]) -> dict[str, Counter[Said]]:
    bags: dict[str, Counter[Said]] = {kind: Counter() for kind in ("signature", "name", "text-date", "link", "mark")}
    for node in body.iter():
        name = etree.QName(node).localname if isinstance(node.tag, str) else ""
        if name == "signed":
            inside = [ref.get("ref") or "" for ref in node.iter() if isinstance(ref.tag, str) and ref.get("ref")]
            pointers = " ".join(inside).replace("#", "").split()
            bags["signature"][_with_records(words_of(node), pointers, records)] += 1
        elif name in _NAMES and next(node.iterancestors(f"{{{TEI}}}signed"), None) is None:
            bags["name"][_named(node, records)] += 1
        elif name == "date":
            words, value = words_of(node), _value(node)
            bags["text-date"][Said(words, value, f"{words} ({value})" if value else words)] += 1
        elif name == "ref":
            words, target = words_of(node), (node.get("target") or "").removeprefix("#")
            bags["link"][Said(words, target, f"{words} ({target})" if target else words)] += 1
        elif name in _MARKS:
            bags["mark"][Said(words_of(node), name, f"{_MARKS[name]}: {words_of(node)}".rstrip(": "))] += 1
    return bags


def _order(body: etree._Element) -> dict[str, tuple[str, ...]]:
    numbered = [node for node in body.iter(*(f"{{{TEI}}}{tag}" for tag in ("item", "p", "div"))) if node.get("n")]
    divisions = [node.get("type") or "division" for node in body.iter(f"{{{TEI}}}div")]
    enclosures = [node for node in body.iter(f"{{{TEI}}}div") if node.get("type") == "enclosure"]
    return {
        "clauses": tuple(node.get("n") or "" for node in numbered),
        "divisions": tuple(divisions),
        "enclosures": tuple(_beginning(node) for node in enclosures),
    }


def _beginning(division: etree._Element) -> str:
    """Return the first words of a division: those of the first part that has any."""
    words = next((words_of(node) for node in division if isinstance(node.tag, str) and words_of(node)), "")
    return words if len(words) <= 60 else f"{words[:59].rstrip()}…"


def _statement(root: etree._Element) -> dict[str, str]:
    header = "tei:teiHeader/tei:fileDesc"
    licences = root.iterfind(f"{header}/tei:publicationStmt/tei:availability/*", NS)
    people = root.iterfind(f"{header}/tei:titleStmt/tei:respStmt/tei:name", NS)
    application = root.find("tei:teiHeader/tei:encodingDesc/tei:appInfo/tei:application", NS)
    program = f"{application.get('ident', '')} {application.get('version', '')}" if application is not None else ""
    return {
        "publisher": _one(root, f"{header}/tei:publicationStmt/tei:publisher"),
        "place of publication": _one(root, f"{header}/tei:publicationStmt/tei:pubPlace"),
        "date of publication": _one(root, f"{header}/tei:publicationStmt/tei:date"),
        "terms": " ".join(words_of(node) for node in licences),
        "people responsible": "; ".join(dict.fromkeys(words_of(node) for node in people)),
        "program": program.strip(),
    }


def _digest(root: etree._Element) -> str:
    for path in _APART:
        for node in root.findall(path, NS):
            parent = node.getparent()
            if parent is not None:
                parent.remove(node)
    root.attrib.pop(XML_ID, None)
    return hashlib.sha256(etree.tostring(root, method="c14n")).hexdigest()
