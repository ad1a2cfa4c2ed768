"""From RELAX NG to W3C XML Schema 1.0, for grammars such as ours.

Possible without loss because each element name has one definition, there is no interleave, and text is either
alone or anywhere between the children. (One thing cannot be said in XML Schema 1.0: that an element that must be
empty may hold white space.) Only <TEI> is a global element, so that nothing else can be the root.
https://www.w3.org/TR/xmlschema-1/
"""

from __future__ import annotations

from lxml import etree

RNG = "http://relaxng.org/ns/structure/1.0"
XS = "http://www.w3.org/2001/XMLSchema"
XML = "http://www.w3.org/XML/1998/namespace"


def xsd(rng: etree._Element) -> etree._Element:
    """Return the schema for the grammar `rng`.

    Raises:
        ValueError: the grammar has a pattern that has no counterpart.
    """
    return _Converter(rng).schema()


def _local(node: etree._Element) -> str:
    return etree.QName(node).localname


def _patterns(node: etree._Element) -> list[etree._Element]:
    return [c for c in node if isinstance(c.tag, str) and c.tag != f"{{{RNG}}}name"]


def _name(node: etree._Element) -> str:
    """The local name of an element or attribute pattern."""
    return str(node.get("name") or node.findtext(f"{{{RNG}}}name", "").strip())


def _xs(tag: str, /, *children: etree._Element, **attributes: str) -> etree._Element:
    node = etree.Element(f"{{{XS}}}{tag}", attributes)
    node.extend(children)
    return node


class _Converter:
    """Holds the definitions of one grammar, and knows of each what it stands for."""

    def __init__(self, rng: etree._Element) -> None:
        self.target = rng.get("ns", "")
        self.defines = {str(d.get("name")): _patterns(d) for d in rng.findall(f"{{{RNG}}}define")}
        self.start = [p for s in rng.findall(f"{{{RNG}}}start") for p in _patterns(s)]

    def schema(self) -> etree._Element:
        nsmap: dict[str | None, str] = {None: self.target, "xs": XS}
        root = etree.Element(
            f"{{{XS}}}schema", {"targetNamespace": self.target, "elementFormDefault": "qualified"}, nsmap
        )
        root.append(_xs("import", namespace=XML, schemaLocation="xml.xsd"))
        root.extend(self.element(pattern) for pattern in self.start)
        for name, patterns in self.defines.items():
            root.append(self.definition(name, patterns))
        return root

    def definition(self, name: str, patterns: list[etree._Element]) -> etree._Element:
        match self.nature(patterns):
            case "element":
                return self.complex_type(patterns[0])
            case "attribute":
                return _xs("attributeGroup", *(a for p in patterns for a in self.attributes(p, True)), name=name)
            case "value":
                simple = self.simple(patterns[0])
                simple.set("name", name)
                return simple
        group = _wrapped(self.particles(patterns), "sequence")
        if _local_xs(group) == "group" or group.keys():
            group = _xs("sequence", group)
        return _xs("group", group, name=name)

    def nature(self, patterns: list[etree._Element]) -> str:
        """What a definition stands for: an "element", "attribute"s, a "value", or "content"."""
        for pattern in patterns:
            match _local(pattern):
                case "element" | "attribute" as kind:
                    return kind if kind == "attribute" or len(patterns) == 1 else "content"
                case "data" | "value" | "list":
                    return "value"
                case "ref":
                    inner = self.nature(self.defines[str(pattern.get("name"))])
                    return "content" if inner == "element" else inner
                case "text":
                    return "content"
                case _:
                    inner = self.nature(_patterns(pattern))
                    return "content" if inner == "element" else inner
        return "content"

    def complex_type(self, element: etree._Element) -> etree._Element:
        content, attributes, mixed = [], [], False
        for pattern in _patterns(element):
            if self.nature([pattern]) == "attribute":
                attributes.extend(self.attributes(pattern, True))
            elif _local(pattern) != "empty":
                content.append(pattern)
                mixed = mixed or self.has_text(pattern)
        particles = self.particles(content)
        if len(particles) == 1 and _local_xs(particles[0]) == "element":
            particles = [_xs("sequence", particles[0])]
        body = [_wrapped(particles, "sequence")] if particles else []
        node = _xs("complexType", *body, *attributes, name=_name(element))
        if mixed:
            node.set("mixed", "true")
        return node

    def has_text(self, pattern: etree._Element) -> bool:
        """Whether text is allowed; where it is, it must be allowed everywhere, or XML Schema cannot say it."""
        match _local(pattern):
            case "text":
                return True
            case "element":
                return False
            case "ref":
                patterns = self.defines[str(pattern.get("name"))]
                return self.nature(patterns) != "element" and any(self.has_text(p) for p in patterns)
            case "zeroOrMore" | "choice":
                return any(self.has_text(p) for p in _patterns(pattern))
        if any(self.has_text(p) for p in _patterns(pattern)):
            raise ValueError(f"text at one point of a sequence only, in <{_local(pattern)}>")
        return False

    def particles(self, patterns: list[etree._Element]) -> list[etree._Element]:
        return [p for pattern in patterns if (p := self.particle(pattern)) is not None]

    def particle(self, pattern: etree._Element) -> etree._Element | None:  # noqa: PLR0911 - one line a kind
        """The particle for a pattern; None for text and for nothing, which need none."""
        kind = _local(pattern)
        match kind:
            case "text" | "empty":
                return None
            case "element":
                return self.element(pattern)
            case "ref":
                name = str(pattern.get("name"))
                if self.nature(self.defines[name]) == "element":
                    return self.element(pattern)
                return _xs("group", ref=name)
        inner = self.particles(_patterns(pattern))
        match kind:
            case "choice":
                return _wrapped(inner, "choice")
            case "group":
                return _wrapped(inner, "sequence")
            case "optional":
                return _occurring(_wrapped(inner, "sequence"), "0", "1")
            case "zeroOrMore":
                return _occurring(_wrapped(inner, "sequence"), "0", "unbounded")
            case "oneOrMore":
                return _occurring(_wrapped(inner, "sequence"), "1", "unbounded")
        raise ValueError(f"<{kind}> has no counterpart")

    def element(self, pattern: etree._Element) -> etree._Element:
        if _local(pattern) == "ref":
            pattern = self.defines[str(pattern.get("name"))][0]
        return _xs("element", name=_name(pattern), type=_name(pattern))

    def attributes(self, pattern: etree._Element, required: bool) -> list[etree._Element]:
        kind = _local(pattern)
        if kind == "ref":
            return [_xs("attributeGroup", ref=str(pattern.get("name")))]
        if kind != "attribute":
            return [a for p in _patterns(pattern) for a in self.attributes(p, required and kind == "group")]
        use = {"use": "required"} if required else {}
        name = pattern.find(f"{{{RNG}}}name")
        if name is not None and name.get("ns") == XML:  # xml.xsd has its type
            return [_xs("attribute", ref=f"xml:{name.text}", **use)]
        patterns = _patterns(pattern)
        node = _xs("attribute", name=_name(pattern), **use)
        if not patterns or _local(patterns[0]) == "text":
            node.set("type", "xs:string")
        elif _local(patterns[0]) == "ref" or (_local(patterns[0]) == "data" and not len(patterns[0])):
            node.set("type", self.type_name(patterns[0]))
        else:
            node.append(self.simple(patterns[0]))
        return [node]

    def type_name(self, pattern: etree._Element) -> str:
        return str(pattern.get("name") or f"xs:{pattern.get('type')}")

    def simple(self, pattern: etree._Element) -> etree._Element:
        match _local(pattern):
            case "data":
                facets = (_xs(str(p.get("name")), value=p.text or "") for p in pattern)
                return _xs("simpleType", _xs("restriction", *facets, base=f"xs:{pattern.get('type')}"))
            case "value":
                return _xs("simpleType", _enumeration([pattern]))
            case "choice":
                members = _patterns(pattern)
                if all(_local(member) == "value" for member in members):
                    return _xs("simpleType", _enumeration(members))
                return _xs("simpleType", _xs("union", memberTypes=" ".join(self.type_name(m) for m in members)))
            case "list":
                return self.list_type(_patterns(pattern)[0])
        raise ValueError(f"<{_local(pattern)}> is no datatype")

    def list_type(self, repeated: etree._Element) -> etree._Element:
        if _local(repeated) != "oneOrMore":
            raise ValueError("a list of another length than one or more")
        item = _patterns(repeated)[0]
        if _local(item) == "ref":
            several = _xs("list", itemType=self.type_name(item))
        else:
            several = _xs("list", self.simple(item))
        return _xs("simpleType", _xs("restriction", _xs("simpleType", several), _xs("minLength", value="1")))


def _local_xs(node: etree._Element) -> str:
    return etree.QName(node).localname


def _enumeration(values: list[etree._Element]) -> etree._Element:
    return _xs("restriction", *(_xs("enumeration", value=value.text or "") for value in values), base="xs:token")


def _wrapped(particles: list[etree._Element], compositor: str) -> etree._Element:
    """One particle for several."""
    return particles[0] if len(particles) == 1 else _xs(compositor, *particles)


def _occurring(particle: etree._Element, least: str, most: str) -> etree._Element:
    if particle.get("minOccurs") or particle.get("maxOccurs"):
        particle = _xs("sequence", particle)
    if least != "1":
        particle.set("minOccurs", least)
    if most != "1":
        particle.set("maxOccurs", most)
    return particle
