"""From the grammar to the schema specification of an ODD: everything is written out, nothing is left to TEI's classes.

Groups of attributes become attribute classes, groups of content macros, element definitions `elementSpec` in mode
"replace". The words come from elements.toml. https://tei-c.org/release/doc/tei-p5-doc/en/html/TD.html
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

RNG = "http://relaxng.org/ns/structure/1.0"
TEI = "http://www.tei-c.org/ns/1.0"
XML = "http://www.w3.org/XML/1998/namespace"

_TEI_TYPES = {"v.ptr": "teidata.pointer", "v.word": "teidata.word"}
_OCCURS = {"optional": ("0", "1"), "zeroOrMore": ("0", "unbounded"), "oneOrMore": ("1", "unbounded")}


def schema_spec(
    rng: etree._Element, words: Mapping[str, Any], chapters: Mapping[str, list[str]], rules: Mapping[str, str]
) -> etree._Element:
    """Return the `schemaSpec`.

    Args:
        rng: the grammar.
        words: the content of elements.toml.
        chapters: element to the identifiers of the chapters that have an example of it.
        rules: code to what each Schematron rule finds.

    Raises:
        KeyError: elements.toml lacks a word for something in the grammar.
        ValueError: the grammar has a pattern that has no counterpart.
    """
    return _Specification(rng, words, chapters).schema(rules)


def _local(node: etree._Element) -> str:
    return etree.QName(node).localname


def _patterns(node: etree._Element) -> list[etree._Element]:
    return [c for c in node if isinstance(c.tag, str) and c.tag != f"{{{RNG}}}name"]


def _name(node: etree._Element) -> str:
    inner = node.find(f"{{{RNG}}}name")
    if inner is None:
        return str(node.get("name"))
    return ("xml:" if inner.get("ns") == XML else "") + (inner.text or "").strip()


def _tei(tag: str, /, *children: etree._Element | str | None, **attributes: str) -> etree._Element:
    node = etree.Element(f"{{{TEI}}}{tag}", attributes, {None: TEI})
    for child in children:
        if isinstance(child, str):
            node.text = child
        elif child is not None:
            node.append(child)
    return node


class _Specification:
    """Holds the definitions of the grammar and the words for them."""

    def __init__(self, rng: etree._Element, words: Mapping[str, Any], chapters: Mapping[str, list[str]]) -> None:
        self.defines = {str(d.get("name")): _patterns(d) for d in rng.findall(f"{{{RNG}}}define")}
        self.words = words
        self.chapters = chapters

    def schema(self, rules: Mapping[str, str]) -> etree._Element:
        root = _tei("schemaSpec", ident="teiedit", start="TEI", docLang="en")
        root.append(_tei("moduleRef", key="tei"))
        for table in self.words["elements"].values():
            names = sorted(name for name in table if name != "module")
            root.append(_tei("moduleRef", key=table["module"], include=" ".join(names)))
        for name, patterns in self.defines.items():
            root.extend(self.definition(name, patterns))
        for code, what in rules.items():
            root.append(_tei("constraintSpec", _tei("desc", what), ident=code, scheme="schematron"))
        return root

    def definition(self, name: str, patterns: list[etree._Element]) -> Iterator[etree._Element]:
        kind, _, rest = name.partition(".")
        if len(patterns) == 1 and _local(patterns[0]) == "element":
            yield self.element(patterns[0])
        elif kind == "a":
            attributes = self.attributes(patterns, "@")
            desc = _tei("desc", self.words["classes"][rest])
            yield _tei("classSpec", desc, attributes, ident=f"att.teiedit.{rest}", type="atts", mode="add")
        elif kind in ("m", "c"):
            desc = _tei("desc", self.words["macros"][name])
            content = _tei("content", self.one(self.contents(patterns)))
            yield _tei("macroSpec", desc, content, ident=_macro(name), mode="add")
        elif name in self.words["datatypes"]:
            parts = [self.data(pattern) for pattern in _patterns(patterns[0])]
            content = _tei("content", _tei("alternate", *parts))
            yield _tei("dataSpec", _tei("desc", self.words["datatypes"][name]), content, ident=_data(name), mode="add")

    def element(self, pattern: etree._Element) -> etree._Element:
        name = _name(pattern)
        table = next(t for t in self.words["elements"].values() if name in t)
        classes = [p for p in _patterns(pattern) if _local(p) == "ref" and str(p.get("name")).startswith("a.")]
        own = [p for p in _patterns(pattern) if p not in classes]
        members = (_tei("memberOf", key=f"att.teiedit.{str(c.get('name'))[2:]}") for c in classes)
        chapters = [_tei("ptr", target=f"#{chapter}") for chapter in self.chapters[name]]
        content = self.contents(p for p in own if not self.is_attribute(p))
        return _tei(
            "elementSpec",
            _tei("desc", table[name]),
            _tei("classes", *members, mode="replace"),
            _tei("content", self.one(content) if content else _tei("empty")),
            self.attributes([p for p in own if self.is_attribute(p)], name),
            _tei("listRef", *chapters),
            ident=name,
            module=table["module"],
            mode="replace",
        )

    def is_attribute(self, pattern: etree._Element) -> bool:
        inner = _patterns(pattern)[0] if _local(pattern) == "optional" else pattern
        return _local(inner) == "attribute"

    def attributes(self, patterns: Iterable[etree._Element], element: str) -> etree._Element | None:
        definitions = [self.attribute(pattern, element) for pattern in patterns]
        return _tei("attList", *definitions) if definitions else None

    def attribute(self, pattern: etree._Element, element: str) -> etree._Element:
        required = _local(pattern) == "attribute"
        pattern = pattern if required else _patterns(pattern)[0]
        name = _name(pattern)
        datatype, values = self.datatype(_patterns(pattern), f"{name} of {element}")
        words = self.words["attributes"]
        desc = _tei("desc", words.get(f"{name} of {element}") or words[name])
        return _tei("attDef", desc, datatype, values, ident=name, usage="req" if required else "opt")

    def datatype(self, patterns: list[etree._Element], what: str) -> tuple[etree._Element, etree._Element | None]:
        if not patterns or _local(patterns[0]) == "text":
            return _tei("datatype", _tei("dataRef", key="teidata.text")), None
        pattern, occurs = self.resolved(patterns[0]), {}
        if _local(pattern) == "list":
            pattern = self.resolved(_patterns(_patterns(pattern)[0])[0])
            occurs = {"minOccurs": "1", "maxOccurs": "unbounded"}
        values = _patterns(pattern) if _local(pattern) == "choice" else [pattern]
        if all(_local(value) == "value" for value in values):
            items = self.items([value.text or "" for value in values], what)
            return _tei("datatype", _tei("dataRef", key="teidata.enumerated"), **occurs), items
        return _tei("datatype", self.data(pattern), **occurs), None

    def resolved(self, pattern: etree._Element) -> etree._Element:
        """The value pattern behind a reference, but for those that TEI or we have a name for."""
        while _local(pattern) == "ref" and pattern.get("name") not in {*_TEI_TYPES, *self.words["datatypes"]}:
            pattern = self.defines[str(pattern.get("name"))][0]
        return pattern

    def items(self, values: list[str], what: str) -> etree._Element:
        words = self.words["values"]
        known = words.get(what) or words.get(f"{what.split(' of ', maxsplit=1)[0]} of @", {})
        return _tei(
            "valList",
            *(_tei("valItem", _tei("desc", known[v]) if v in known else None, ident=v) for v in values),
            type="closed",
        )

    def data(self, pattern: etree._Element) -> etree._Element:
        if _local(pattern) == "ref":
            name = str(pattern.get("name"))
            return _tei("dataRef", key=_TEI_TYPES.get(name) or _data(name))
        if _local(pattern) != "data":
            raise ValueError(f"<{_local(pattern)}> is no datatype")
        params = [(str(p.get("name")), p.text or "") for p in _patterns(pattern)]
        if [name for name, _ in params] == ["pattern"]:
            return _tei("dataRef", name=str(pattern.get("type")), restriction=params[0][1])
        facets = (_tei("dataFacet", name=name, value=value) for name, value in params)
        return _tei("dataRef", *facets, name=str(pattern.get("type")))

    def contents(self, patterns: Iterable[etree._Element]) -> list[etree._Element]:
        return [self.content(pattern) for pattern in patterns if _local(pattern) != "empty"]

    def content(self, pattern: etree._Element) -> etree._Element:
        kind = _local(pattern)
        match kind:
            case "text":
                return _tei("textNode")
            case "ref":
                return self.reference(str(pattern.get("name")))
            case "choice":
                return _tei("alternate", *self.contents(_patterns(pattern)))
            case "group":
                return _tei("sequence", *self.contents(_patterns(pattern)))
        if kind not in _OCCURS:
            raise ValueError(f"<{kind}> has no counterpart")
        inner = self.one(self.contents(_patterns(pattern)))
        if _local(inner) not in ("elementRef", "sequence", "alternate") or inner.get("minOccurs"):
            inner = _tei("sequence", inner)
        least, most = _OCCURS[kind]
        inner.set("minOccurs", least)
        inner.set("maxOccurs", most)
        return inner

    def reference(self, name: str) -> etree._Element:
        patterns = self.defines[name]
        if len(patterns) == 1 and _local(patterns[0]) == "element":
            return _tei("elementRef", key=_name(patterns[0]))
        return _tei("macroRef", key=_macro(name))

    def one(self, parts: list[etree._Element]) -> etree._Element:
        return parts[0] if len(parts) == 1 else _tei("sequence", *parts)


def _macro(name: str) -> str:
    kind, _, rest = name.partition(".")
    return f"teiedit.{'any' if kind == 'm' else 'content'}.{rest}"


def _data(name: str) -> str:
    return f"teiedit.{name.partition('.')[2]}"
