"""teiedit.odd: the prose of guide.xml with the rules of teiedit.sch and the specification of each element."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING, Any

from lxml import etree
from rng2odd import schema_spec

from teiedit.model.codes import CODES

if TYPE_CHECKING:
    from pathlib import Path

TEI = "http://www.tei-c.org/ns/1.0"
EXAMPLES = "http://www.tei-c.org/ns/Examples"
SCH = "http://purl.oclc.org/dsdl/schematron"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
_CHAPTERS = 3  # so many chapters are named with an element; <p> is in all of them
_SEVERITIES = {"error": "error", "warning": "check", "info": "note"}


def odd(folder: Path, rng: etree._Element) -> etree._Element:
    """Return the document, made from the sources in `folder` and the grammar."""
    parser = etree.XMLParser(collect_ids=False)
    root = etree.parse(folder / "guide.xml", parser).getroot()
    words: dict[str, Any] = tomllib.loads((folder / "elements.toml").read_text("utf-8"))
    rules = list(etree.parse(folder / "teiedit.sch").iter(f"{{{SCH}}}assert"))
    severities: dict[str, list[str]] = {}
    for rule in rules:
        severities.setdefault(str(rule.get("id")), []).append(_SEVERITIES[rule.get("role", "error")])
    codes = {code: CODES[code].what for code in sorted(severities)}
    _replace(root, "rules", _rules(severities))
    specification = schema_spec(rng, words, _chapters(root), codes)
    etree.indent(specification, "  ", level=4)
    _replace(root, "schema", _division("specification", "The specification", _SPECIFICATION, specification))
    return root


_SPECIFICATION = (
    "Each element is written out in full: what it may hold, and which attributes it has. "
    "It is made from the grammar, teiedit.rnc, which says the same."
)
_RULES = (
    "What a grammar cannot say is in teiedit.sch. An error has to be mended; "
    "a check is for a person to look at, and may be right as it stands; a note is only to be known."
)


def _element(tag: str, /, *children: etree._Element, text: str = "", **attributes: str) -> etree._Element:
    node = etree.Element(f"{{{TEI}}}{tag}", attributes, {None: TEI})
    node.text = text or None
    node.extend(children)
    return node


def _division(identifier: str, head: str, paragraph: str, *rest: etree._Element) -> etree._Element:
    division = _element("div", _element("head", text=head), _element("p", text=paragraph), *rest)
    division.set(XML_ID, identifier)
    return division


def _rules(severities: dict[str, list[str]]) -> etree._Element:
    rows = [_row("label", "code", "name", "kind", "what was found")]
    for code, words in sorted(severities.items()):
        kinds = ", ".join(dict.fromkeys(words))
        rows.append(_row("data", code, CODES[code].name, kinds, CODES[code].what))
    table = _element("table", *rows)
    division = _division("schematron", "Rules", _RULES, table)
    etree.indent(division, "  ", level=3)
    return division


def _row(role: str, *cells: str) -> etree._Element:
    return _element("row", *(_element("cell", text=cell) for cell in cells), role=role)


def _chapters(root: etree._Element) -> dict[str, list[str]]:
    """The chapters that have an example of an element, by its name."""
    found: dict[str, list[str]] = {}
    for example in root.iter(f"{{{EXAMPLES}}}egXML"):
        chapter = next(str(a.get(XML_ID)) for a in example.iterancestors(f"{{{TEI}}}div") if a.get(XML_ID))
        for element in example.iter(f"{{{EXAMPLES}}}*"):
            chapters = found.setdefault(etree.QName(element).localname, [])
            if chapter not in chapters and len(chapters) < _CHAPTERS:
                chapters.append(chapter)
    return found


def _replace(root: etree._Element, target: str, node: etree._Element) -> None:
    """Put `node` in the place of the processing instruction `target`."""
    for instruction in root.iter(etree.PI):
        if str(instruction).startswith(f"<?{target}"):
            node.tail = instruction.tail
            parent = instruction.getparent()
            if parent is not None:
                parent.replace(instruction, node)
            return
    raise ValueError(f"guide.xml has no <?{target}?>")
