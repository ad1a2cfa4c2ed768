"""The schemas that libraries check records with, for tests.

MODS and EAD are in the package eulxml, whose MODS is 3.4: what later versions added and the records use is added here,
as the list of changes in mods-3-8.xsd has it. Of EDM and DataCite no package holds the XML Schema; their rules are
written down in tests/schemas/*.rnc.
"""

from __future__ import annotations

import functools
import importlib.util
from pathlib import Path

import rnc2rng
from lxml import etree

from support import ROOT, module, shared

_XS = "{http://www.w3.org/2001/XMLSchema}"
_XML = """<schema xmlns="http://www.w3.org/2001/XMLSchema" targetNamespace="http://www.w3.org/XML/1998/namespace">
<attribute name="lang" type="language"/><attribute name="base" type="anyURI"/>
<attribute name="space" type="string"/></schema>"""


class _Beside(etree.Resolver):
    """Finds beside a schema what it imports from the web."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def resolve(self, url, _, context):
        name = url.rpartition("/")[2]
        if (self._folder / name).is_file():
            return self.resolve_filename(str(self._folder / name), context)
        return self.resolve_string(_XML, context) if name == "xml.xsd" else None


@functools.cache
def schema(prefix):
    """What says whether a record in the format is valid."""
    if prefix in ("edm", "oai_datacite"):
        grammar = rnc2rng.dumps(rnc2rng.load(str(ROOT / f"tests/schemas/{prefix}.rnc")))
        return etree.RelaxNG(etree.fromstring(grammar.encode()))
    path = _path(prefix)
    parser = etree.XMLParser()
    parser.resolvers.add(_Beside(path.parent))
    tree = etree.parse(str(path), parser)
    if prefix == "mods":
        _as_of_3_8(tree.getroot())
    return etree.XMLSchema(tree)


def _path(prefix):
    if prefix == "oai_dc":
        return shared("official/oai/oai_dc.xsd")
    if prefix == "tei_header":
        return shared("official/tei/xsd/tei_all.xsd")
    module("eulxml", "pip install eulxml")
    return Path(importlib.util.find_spec("eulxml").origin).parent / "schema_data" / FILES[prefix]


FILES = {"mods": "mods-3-4.xsd", "ead": "ead.xsd"}


def _as_of_3_8(root):
    """Add to MODS 3.4 what the records use of the later versions."""
    versions = _named(root, "simpleType", "modsVersionAttributeDefinition").find(f"{_XS}restriction")
    etree.SubElement(versions, f"{_XS}enumeration", value="3.8")
    # 3.7: identifiers of persons
    parts = _named(root, "complexType", "nameBaseDefinition").find(f"{_XS}choice")
    etree.SubElement(parts, f"{_XS}element", name="nameIdentifier", type="identifierDefinition")
    # 3.5: addresses of types
    simple = _named(root, "complexType", "identifierDefinition").find(f".//{_XS}extension")
    etree.SubElement(simple, f"{_XS}attribute", name="typeURI", type="xs:anyURI")
    # 3.6: kinds of events; 3.8: dates in words
    origin = _named(root, "complexType", "originInfoDefinition")
    etree.SubElement(origin, f"{_XS}attribute", name="eventType", type="xs:string")
    etree.SubElement(origin.find(f"{_XS}choice"), f"{_XS}element", name="displayDate", type="xs:string")
    # 3.8: any authority for languages and places
    for attribute in root.iter(f"{_XS}attribute"):
        if attribute.get("type") in ("languageAuthorityAttributeDefinition", "placeAuthorityAttributeDefinition"):
            attribute.set("type", "xs:string")


def _named(root, kind, name):
    return next(child for child in root.findall(f"{_XS}{kind}") if child.get("name") == name)
