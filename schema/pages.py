"""docs/elements/: a page for each element, and an index, made from teiedit.odd."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Iterator

TEI = "http://www.tei-c.org/ns/1.0"
EXAMPLES = "http://www.tei-c.org/ns/Examples"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
_GUIDELINES = "https://www.tei-c.org/release/doc/tei-p5-doc/en/html/ref-{}.html"
_SIGN = {("0", "1"): "?", ("0", "unbounded"): "*", ("1", "unbounded"): "+"}
_TYPES = {
    "teidata.pointer": "a link, such as `#id`",
    "teidata.word": "a word",
    "teidata.text": "any text",
    "teiedit.when": "a date or time",
    "ID": "an identifier",
    "NCName": "a name",
    "Name": "a name",
    "language": "a language tag",
    "decimal": "a number",
    "double": "a number from 0 to 1",
    "nonNegativeInteger": "a whole number",
    "string": "any text",
    "token": "a version number",
}


def pages(odd: etree._Element) -> dict[str, bytes]:
    """Return the pages, by file name."""
    book = _Book(odd)
    found = {f"{name}.md": book.page(name) for name in book.elements}
    return {name: text.encode() for name, text in {"index.md": book.index(), **found}.items()}


def _tag(name: str) -> str:
    return f"{{{TEI}}}{name}"


class _Book:
    """The specifications, and who may hold whom."""

    def __init__(self, odd: etree._Element) -> None:
        self.odd = odd
        self.elements = {str(e.get("ident")): e for e in odd.iter(_tag("elementSpec"))}
        self.classes = {str(e.get("ident")): e for e in odd.iter(_tag("classSpec"))}
        self.macros = {str(e.get("ident")): e for e in odd.iter(_tag("macroSpec"))}
        self.children = {name: self.held(spec) for name, spec in self.elements.items()}
        self.examples = list(odd.iter(f"{{{EXAMPLES}}}egXML"))

    def held(self, node: etree._Element) -> frozenset[str]:
        """The elements in the content of an element or macro, "" for text."""
        content = node.find(_tag("content"))
        names: set[str] = set()
        for part in () if content is None else content.iter(_tag("*")):
            match etree.QName(part).localname:
                case "elementRef":
                    names.add(str(part.get("key")))
                case "macroRef":
                    names |= self.held(self.macros[str(part.get("key"))])
                case "textNode":
                    names.add("")
        return frozenset(names)

    def index(self) -> str:
        lines = [
            "# Elements",
            "",
            "Made from `schema/teiedit.odd`, which also has the prose; [the schema](../schema.md) says how it is used.",
            "",
        ]
        modules: dict[str, list[str]] = {}
        for name, spec in self.elements.items():
            modules.setdefault(str(spec.get("module")), []).append(name)
        for module, names in modules.items():
            lines += [f"## {module}", "", *(f"- {_link(n)}: {self.desc(self.elements[n])}" for n in sorted(names)), ""]
        lines += ["## What every element may have", "", *self.table(self.classes["att.teiedit.core"]), ""]
        lines += ["## What the names in content models stand for", ""]
        for name, spec in self.macros.items():
            lines += [f'- <a id="{_short(name)}"></a>**{_short(name)}**: {self.desc(spec)}: {self.model(spec)}']
        return "\n".join([*lines, ""])

    def page(self, name: str) -> str:
        spec = self.elements[name]
        parents = sorted(parent for parent, held in self.children.items() if name in held)
        where = ", ".join(_link(parent) for parent in parents) or "It is the file itself."
        return "\n".join(
            [
                f"# &lt;{name}>",
                "",
                f"{_sentence(self.desc(spec))}",
                f"[All elements](index.md); [what TEI says of it]({_GUIDELINES.format(name)}).",
                "",
                *("## Where it may stand", "", where, ""),
                *("## What it may hold", "", *self.holding(spec, name), ""),
                *("## Attributes", "", *self.attributes(spec), ""),
                *("## Example", "", "```xml", self.example(name), "```", ""),
            ]
        )

    def holding(self, spec: etree._Element, name: str) -> list[str]:
        held = sorted(self.children[name] - {""})
        parts = [*(["text"] if "" in self.children[name] else []), *(_link(child) for child in held)]
        if not parts:
            return ["Nothing."]
        return [f"In order: {self.model(spec)}.", "", f"All in all: {', '.join(parts)}."]

    def attributes(self, spec: etree._Element) -> list[str]:
        members = [str(m.get("key")) for m in spec.iter(_tag("memberOf")) if m.get("key") != "att.teiedit.core"]
        rows = [row for member in members for row in self.rows(self.classes[member])] + list(self.rows(spec))
        common = "[What every element may have](index.md#what-every-element-may-have)"
        return [*_HEAD, *rows, "", f"{common}."] if rows else [f"{common}, and no others."]

    def table(self, spec: etree._Element) -> list[str]:
        return [*_HEAD, *self.rows(spec)]

    def rows(self, spec: etree._Element) -> Iterator[str]:
        for attribute in spec.iter(_tag("attDef")):
            needed = "yes" if attribute.get("usage") == "req" else ""
            yield f"| `{attribute.get('ident')}` | {needed} | {_value(attribute)} | {self.desc(attribute)} |"

    def desc(self, spec: etree._Element) -> str:
        return spec.findtext(_tag("desc"), "")

    def model(self, spec: etree._Element) -> str:
        content = spec.find(_tag("content"))
        return self.particle(content[0]) if content is not None else ""

    def particle(self, node: etree._Element) -> str:
        kind = etree.QName(node).localname
        sign = _SIGN.get((node.get("minOccurs", "1"), node.get("maxOccurs", "1")), "")
        match kind:
            case "textNode":
                return "text"
            case "empty":
                return "nothing"
            case "elementRef":
                return _link(str(node.get("key"))) + _escaped(sign)
            case "macroRef":
                name = _short(str(node.get("key")))
                return f"[{name}](index.md#{name})"
        parts = [self.particle(child) for child in node]
        if len(parts) == 1 and etree.QName(node[0]).localname == "macroRef":
            return parts[0] + _escaped(sign)
        inner = (" | " if kind == "alternate" else ", ").join(parts)
        top = etree.QName(node.getparent()).localname == "content" and not sign  # type: ignore[arg-type]
        return inner if top or (len(parts) == 1 and not sign) else f"({inner}){_escaped(sign)}"

    def example(self, name: str) -> str:
        """The shortest example that has the element; within it, the part that shows it."""
        found = []
        for example in self.examples:
            for node in example.iter(f"{{{EXAMPLES}}}{name}"):
                parent = node.getparent()
                shown = node if len(node) > 1 or parent is None or parent in self.examples else parent
                found.append(_source(shown))
        return min(found, key=lambda text: (len(text) < 40, len(text)))


_HEAD = ("| attribute | needed | value | meaning |", "| --- | --- | --- | --- |")


def _link(name: str) -> str:
    return f"[`<{name}>`]({name}.md)"


def _short(macro: str) -> str:
    return macro.removeprefix("teiedit.").replace(".", "-")


def _escaped(sign: str) -> str:
    return "\\*" if sign == "*" else sign


def _sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}."


def _value(attribute: etree._Element) -> str:
    items = [str(item.get("ident")) for item in attribute.iter(_tag("valItem"))]
    datatype = attribute.find(_tag("datatype"))
    several = datatype is not None and datatype.get("maxOccurs") == "unbounded"
    if items:
        glosses = {str(i.get("ident")): i.findtext(_tag("desc"), "") for i in attribute.iter(_tag("valItem"))}
        words = [f"`{name}`" + (f" ({glosses[name]})" if glosses[name] else "") for name in items]
        return ("one or more of " if several else "") + ", ".join(words)
    ref = attribute.find(f".//{_tag('dataRef')}")
    name = "" if ref is None else str(ref.get("key") or ref.get("name"))
    if ref is not None and "cm|mm" in (ref.get("restriction") or ""):
        return "a length, such as `10cm`"
    return f"{_TYPES[name]}{'; several are parted by spaces' if several else ''}"


def _source(node: etree._Element) -> str:
    text = etree.tostring(node, encoding="unicode", with_tail=False)
    text = re.sub(r' xmlns(:\w+)?="[^"]*"', "", text)
    lines = text.split("\n")
    margin = min((len(line) - len(line.lstrip()) for line in lines[1:] if line.strip()), default=0)
    return "\n".join([lines[0], *(line[margin:] for line in lines[1:])])
