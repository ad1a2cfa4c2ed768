"""All documents of an edition as one small TEI corpus, from which the edition's pages are made.

Of each document it keeps the header without its principles, the people, places and bodies that it names, and, in the
place of the text, where each of them is named and how much text there is. The principles stand once, in the header
of the corpus, with the rules that fired anywhere and how often.
https://tei-c.org/release/doc/tei-p5-doc/en/html/CC.html
"""

from __future__ import annotations

import re
from collections import Counter
from copy import deepcopy
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING

from lxml import etree

from teiedit.publish._anchors import PLACES, Anchors
from teiedit.tools.tei import NS, TEI, XML_ID, by_editors, element, parse

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from teiedit.publish._digest import Digest

_NAMES = ("persName", "orgName", "placeName", "rs", "name")
_WORD = re.compile(r"\w+(?:[’'-]\w+)*")
# What may be many times in a long text is named so many times in one document.
_MOST = 200


@dataclass(slots=True)
class Rules:
    """The rules that fired: in how many documents, and for how many inferences of each certainty."""

    what: dict[str, str] = field(default_factory=dict)
    documents: Counter[str] = field(default_factory=Counter)
    inferences: Counter[tuple[str, str]] = field(default_factory=Counter)
    principles: etree._Element | None = None

    def add(self, root: etree._Element) -> None:
        """Add the rules of a document; it is not changed."""
        description = root.find("tei:teiHeader/tei:encodingDesc", NS)
        if description is None:
            return
        if self.principles is None:
            self.principles = description.find("tei:editorialDecl", NS)
        for category in description.iterfind("tei:classDecl/tei:taxonomy/tei:category", NS):
            rule = category.get(XML_ID, "")
            if rule.startswith("r-"):
                self.what.setdefault(rule, "".join(category.itertext()).strip())
                self.documents[rule] += 1
        for reason in root.iterfind("tei:standOff/tei:certainty", NS):
            self.inferences[reason.get("ana", "")[1:], reason.get("cert", "unknown")] += 1

    def take(self, digest: Digest) -> None:
        """Add the rules of a document that was digested."""
        if self.principles is None and digest.principles:
            self.principles = parse(
                digest.principles.replace("<editorialDecl", f'<editorialDecl xmlns="{TEI}"', 1).encode()
            )
        for rule, what in digest.rules.items():
            self.what.setdefault(rule, what)
            self.documents[rule] += 1
        for rule, cert, count in digest.inferences:
            self.inferences[rule, cert] += count

    def header(self) -> etree._Element:
        """Return what the header of a corpus says of the encoding."""
        taxonomy = element("taxonomy", xml_id="rules")
        for rule in sorted(self.what):
            counts = {level: str(self.inferences[rule, level]) for level in ("high", "medium", "low")}
            notes = [element("note", count, type=level) for level, count in counts.items() if count != "0"]
            category = element("category", element("catDesc", self.what[rule]), *notes, xml_id=rule)
            category.set("n", str(self.documents[rule]))
            taxonomy.append(category)
        principles = deepcopy(self.principles) if self.principles is not None else None
        return element("teiHeader", element("encodingDesc", principles, element("classDecl", taxonomy)))


def corpus(documents: Iterable[str]) -> str:
    """Return a teiCorpus of the documents, in the order given and numbered by it.

    Args:
        documents: whole TEI documents; only one of them is held at a time.
    """
    rules = Rules()
    entries = []
    for tei in documents:
        root = parse(tei.encode())
        rules.add(root)
        entries.append(entry(root, mentions(root)))
    return bound(rules, entries)


def bound(rules: Rules | None, entries: Iterable[str], first: int = 1) -> str:
    """Return a teiCorpus of entries.

    Args:
        rules: those that fired, for its header; None where that is not asked for.
        entries: as `entry` gives them, or other TEI elements.
        first: the number of the first.
    """
    header = etree.tostring(rules.header(), encoding="unicode") if rules else ""
    numbered = (one.replace("<TEI ", f'<TEI n="{number}" ', 1) for number, one in enumerate(entries, first))
    return f'<teiCorpus xmlns="{TEI}">{header}{"".join(numbered)}</teiCorpus>'


def entry(root: etree._Element, named: Mentions) -> str:
    """Return a document's entry in a corpus; the element is changed, and of no use after."""
    root.append(named.element())
    for gone in root.xpath(_NOT_KEPT, namespaces=NS):
        gone.getparent().remove(gone)
    return etree.tostring(root, encoding="unicode", with_tail=False)


_NOT_KEPT = "tei:text | tei:facsimile | tei:standOff[@type = 'provenance'] | tei:teiHeader/tei:encodingDesc"


@dataclass(frozen=True, slots=True)
class Mentions:
    """Where names stand in a text, and how long it is.

    Attributes:
        words: how many there are.
        found: the pointer of each name, the anchor of its place, and its words.
    """

    words: int
    found: tuple[tuple[str, str, str], ...]

    def element(self) -> etree._Element:
        """Return it as a standOff of type "digest"."""
        refs = [
            element("ref", words, type="mention", target=pointer, n=anchor) for pointer, anchor, words in self.found
        ]
        return element("standOff", element("note", str(self.words), type="words"), *refs, type="digest")


def mentions(root: etree._Element) -> Mentions:
    """Return where names stand in the text of a document."""
    text = root.find("tei:text", NS)
    if text is None:
        return Mentions(0, ())
    found = (
        (pointer, anchor, " ".join("".join(name.itertext()).split()))
        for name, anchor in _named(text)
        for pointer in name.get("ref", "").split()
        if pointer.startswith("#")
    )
    return Mentions(len(_WORD.findall("".join(_words(text)))), tuple(islice(found, _MOST)))


def _words(node: etree._Element) -> Iterator[str]:
    """Give the words of a text, without those that the editors have written."""
    yield node.text or ""
    for child in node:
        if isinstance(child.tag, str) and not by_editors(child):
            yield from _words(child)
        yield child.tail or ""


def _named(text: etree._Element) -> Iterator[tuple[etree._Element, str]]:
    """Give each name of the text with the name of the place where it stands."""
    anchors = Anchors()
    places: list[str] = []
    notes = 0
    for event, node in etree.iterwalk(text, events=("start", "end")):
        if not isinstance(node.tag, str):
            continue
        tag = node.tag.rpartition("}")[2]
        if event == "end":
            notes -= tag == "note"
            if tag in PLACES:
                places.pop()
            continue
        if tag in PLACES:
            places.append(anchors.of(node, tag, in_note=notes > 0) or (places[-1] if places else ""))
        notes += tag == "note"
        if tag in _NAMES and node.get("ref"):
            yield node, places[-1] if places else ""
