"""The formats of records: what a harvester is told of each."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RecordFormat:
    """One format that OAI-PMH gives: an item of ListMetadataFormats.

    Attributes:
        prefix: what a harvester asks by, and the folder of the records.
        schema: the address of its XML Schema.
        namespace: that of the record's root.
        title: its name, for readers.
    """

    prefix: str
    schema: str
    namespace: str
    title: str


_TEI_SCHEMA = "https://www.tei-c.org/release/xml/tei/custom/schema/xsd/tei_all.xsd"
_TEI = "http://www.tei-c.org/ns/1.0"

# OAI-PMH wants Dublin Core of each item; "tei" is the document itself, which the site has as tei/ID.xml.
OAI_FORMATS = (
    RecordFormat(
        "oai_dc",
        "http://www.openarchives.org/OAI/2.0/oai_dc.xsd",
        "http://www.openarchives.org/OAI/2.0/oai_dc/",
        "Dublin Core",
    ),
    RecordFormat("tei", _TEI_SCHEMA, _TEI, "TEI P5, the whole document"),
    RecordFormat("tei_header", _TEI_SCHEMA, _TEI, "TEI P5, the header"),
    RecordFormat("mods", "http://www.loc.gov/standards/mods/v3/mods-3-8.xsd", "http://www.loc.gov/mods/v3", "MODS 3.8"),
    RecordFormat(
        "edm",
        "http://www.europeana.eu/schemas/edm/EDM.xsd",
        "http://www.europeana.eu/schemas/edm/",
        "Europeana Data Model",
    ),
    RecordFormat(
        "oai_datacite",
        "http://schema.datacite.org/oai/oai-1.1/oai.xsd",
        "http://schema.datacite.org/oai/oai-1.1/",
        "DataCite 4.6",
    ),
    RecordFormat("ead", "http://www.loc.gov/ead/ead.xsd", "urn:isbn:1-931666-22-9", "EAD 2002"),
)

OAI_PREFIXES = tuple(each.prefix for each in OAI_FORMATS)

# Records that are not XML: files beside the others, no formats of OAI-PMH.
FACTS = "json"
LINKED_DATA = "jsonld"
ENDINGS = {FACTS: "json", LINKED_DATA: "jsonld"}
