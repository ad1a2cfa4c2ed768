"""A whole edition, harvested by two programs in every format: what they bring home is what was built."""

from __future__ import annotations

import contextlib
import shutil

import pytest
from lxml import etree
from oaipmh_scythe import Scythe
from sickle import Sickle

from serving import Server
from support import ROOT
from teiedit.build import build
from teiedit.catalogue.reader import Catalogue
from teiedit.catalogue.store import NAME
from teiedit.model.records import OAI_PREFIXES

FORMATS = ("tei", "metadata")
FIRST, SECOND = "2026-01-01T10:00:00Z", "2026-02-01T10:00:00Z"
# Not a statement that Europeana knows, so that there are no records for it.
OWN_RIGHTS = '\n[harvest]\nrights = "https://example.org/our-rights"\n'
OAI = "{http://www.openarchives.org/OAI/2.0/}"


@pytest.fixture
def specimens(tmp_path):
    """The folder of the sample edition, of which others may be made."""
    folder = tmp_path / "specimens"
    shutil.copytree(ROOT / "sources/specimens", folder, ignore=shutil.ignore_patterns("output", "ledger.tsv"))
    return folder


def catalogue(output):
    """What the catalogue has: by format and identifier, datestamp and whether it is deleted."""
    with contextlib.closing(Catalogue(output / NAME)) as found:
        rows = found.base.execute("SELECT format, id, changed, deleted FROM record").fetchall()
    return {
        (prefix, f"oai:example.org:{name}"): (changed, bool(deleted))
        for prefix, name, changed, deleted in rows
        if prefix in OAI_PREFIXES
    }


def files(output):
    """The records that were written beside the catalogue, each in its canonical form."""
    folders = {prefix: output / ("tei" if prefix == "tei" else f"metadata/{prefix}") for prefix in OAI_PREFIXES}
    return {
        (prefix, f"oai:example.org:{path.stem}"): canonical(etree.parse(path).getroot())
        for prefix, folder in folders.items()
        for path in folder.glob("*.xml")
        if path.stem != "specimens"
    }


def canonical(element):
    # the protocol wants it of each record (3.4), and the server adds it where the file has none
    element.attrib.pop("{http://www.w3.org/2001/XMLSchema-instance}schemaLocation", None)
    etree.cleanup_namespaces(element)
    for each in element.iter():
        # sickle leaves out what is only white space
        each.text = each.text if (each.text or "").strip() else None
        each.tail = each.tail if (each.tail or "").strip() else None
    return etree.tostring(element, method="c14n", exclusive=True)


def by_sickle(url):
    """What sickle brings home: header of each record, and the content of those that are there."""
    sickle = Sickle(url)
    headers, contents = {}, {}
    for prefix in (form.metadataPrefix for form in sickle.ListMetadataFormats()):
        for record in sickle.ListRecords(metadataPrefix=prefix):
            found = (prefix, record.header.identifier)
            assert found not in headers
            headers[found] = record.header.datestamp, record.deleted
            if not record.deleted:
                contents[found] = canonical(record.xml.find(f"{OAI}metadata")[0])
        named = {h.identifier: (h.datestamp, h.deleted) for h in sickle.ListIdentifiers(metadataPrefix=prefix)}
        assert named == {name: header for (of, name), header in headers.items() if of == prefix}
    return headers, contents


def by_scythe(url):
    """The same by oaipmh-scythe."""
    headers, contents = {}, {}
    with Scythe(url) as scythe:
        for prefix in [form.metadataPrefix for form in scythe.list_metadata_formats()]:
            for record in scythe.list_records(metadata_prefix=prefix):
                found = (prefix, record.header.identifier)
                assert found not in headers
                headers[found] = record.header.datestamp, record.deleted
                if not record.deleted:
                    contents[found] = canonical(record.xml.find(f"{OAI}metadata")[0])
            named = {h.identifier: (h.datestamp, h.deleted) for h in scythe.list_identifiers(metadata_prefix=prefix)}
            assert named == {name: header for (of, name), header in headers.items() if of == prefix}
    return headers, contents


def test_two_harvesters_bring_home_exactly_what_was_built_also_after_another_build(specimens):
    output = specimens / "output"
    build(specimens, output, formats=FORMATS, now=lambda: FIRST)
    with Server(output, "--no-access-log") as server:
        first = catalogue(output)
        assert {prefix for prefix, _ in first} == set(OAI_PREFIXES)
        assert len(first) == len(files(output)) >= 36 * len(OAI_PREFIXES)
        for harvested in (by_sickle(f"{server.url}/oai"), by_scythe(f"{server.url}/oai")):
            assert harvested == (first, files(output))

        # one document is taken away, and other rights are stated: while it is served
        gone = next(iter(sorted((specimens / "letters").glob("*.txt"))))
        gone.unlink()
        with (specimens / "edition.toml").open("a", encoding="utf-8") as settings:
            settings.write(OWN_RIGHTS)
        build(specimens, output, formats=FORMATS, now=lambda: SECOND)
        second = catalogue(output)
        assert set(second) == set(first)
        deleted = {found for found, (_, lost) in second.items() if lost}
        withdrawn = {name for prefix, name in deleted if prefix != "edm"}
        assert len(withdrawn) == 1
        assert {found for found in first if found[0] == "edm" or found[1] in withdrawn} == deleted
        assert {second[found][0] for found in deleted} == {SECOND}
        for harvested in (by_sickle(f"{server.url}/oai"), by_scythe(f"{server.url}/oai")):
            assert harvested == (second, files(output))
        assert server.stop()[::2] == (0, "")
