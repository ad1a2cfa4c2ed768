"""The edition as an OAI Static Repository: `metadata/oai-static.xml`, one file that a gateway answers OAI-PMH from.

http://www.openarchives.org/OAI/2.0/guidelines-static-repository.htm: small (up to 5,000 records), no sets, no
deleted records, datestamps of days.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from teiedit.publish._web import at, domain
from teiedit.tools.markup import escape
from teiedit.tools.tei import parse

if TYPE_CHECKING:
    from collections.abc import Iterator

    from teiedit.model.catalogue import Item
    from teiedit.model.edition import Edition

FILE = "metadata/oai-static.xml"
DUBLIN_CORE = "oai_dc"
# How many records the guidelines allow.
MOST = 5000

_OAI = "http://www.openarchives.org/OAI/2.0/"
_STATIC = f"{_OAI}static-repository"
_HEAD = f"""<?xml version="1.0" encoding="UTF-8"?>
<Repository xmlns="{_STATIC}" xmlns:oai="{_OAI}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  xsi:schemaLocation="{_STATIC} {_STATIC}.xsd">
<Identify>
<oai:repositoryName>{{name}}</oai:repositoryName>
<oai:baseURL>{{base}}</oai:baseURL>
<oai:protocolVersion>2.0</oai:protocolVersion>
<oai:adminEmail>{{contact}}</oai:adminEmail>
<oai:earliestDatestamp>{{earliest}}</oai:earliestDatestamp>
<oai:deletedRecord>no</oai:deletedRecord>
<oai:granularity>YYYY-MM-DD</oai:granularity>
</Identify>
<ListMetadataFormats>
<oai:metadataFormat>
<oai:metadataPrefix>{DUBLIN_CORE}</oai:metadataPrefix>
<oai:schema>{_OAI}oai_dc.xsd</oai:schema>
<oai:metadataNamespace>{_OAI}oai_dc/</oai:metadataNamespace>
</oai:metadataFormat>
</ListMetadataFormats>
<ListRecords metadataPrefix="{DUBLIN_CORE}">
"""
_RECORD = """<oai:record>
<oai:header><oai:identifier>{identifier}</oai:identifier><oai:datestamp>{day}</oai:datestamp></oai:header>
<oai:metadata>{record}</oai:metadata>
</oai:record>
"""
_END = "</ListRecords>\n</Repository>\n"


class Repository:
    """The records of one edition, gathered one by one."""

    def __init__(self, edition: Edition) -> None:
        self._edition = edition
        self._records: list[str] = []
        self._days: list[str] = []
        self.count = 0

    def add(self, item: Item, record: bytes | None) -> None:
        """Take a document's Dublin Core record."""
        if record is None:
            return
        self.count += 1
        if self.count > MOST:
            self._records.clear()
            return
        day = item.changed[DUBLIN_CORE][:10]
        identifier = f"oai:{domain(self._edition)}:{item.id}"
        self._days.append(day)
        content = etree.tostring(parse(record), encoding="unicode")
        self._records.append(_RECORD.format(identifier=escape(identifier), day=day, record=content))

    def files(self) -> Iterator[tuple[str, bytes]]:
        """Give the file, where the guidelines allow one: somebody to write to, and not too many records."""
        if not self._records or not self._edition.contact:
            return
        head = _HEAD.format(
            name=escape(self._edition.title),
            base=escape(self._edition.harvest.oai.rstrip("/") or at(self._edition, FILE)),
            contact=escape(self._edition.contact),
            earliest=min(self._days),
        )
        yield FILE, "".join((head, *self._records, _END)).encode()
