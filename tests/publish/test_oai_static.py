"""The edition as an OAI Static Repository, before the official schemas of OAI-PMH and of Dublin Core."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path
from xml.sax.saxutils import escape

import pytest
from lxml import etree

from holdings import HARVESTED, HOSTILE, catalogue, harvested, written
from pages import letter
from support import shared
from teiedit.model.catalogue import Item
from teiedit.model.edition import Harvest as Settings
from teiedit.publish._harvest_oai import MOST, Repository
from teiedit.publish.harvest import Harvest

OAI = {"o": "http://www.openarchives.org/OAI/2.0/", "s": "http://www.openarchives.org/OAI/2.0/static-repository"}
FILE = "metadata/oai-static.xml"


@pytest.fixture(scope="module")
def schema(tmp_path_factory):
    folder = tmp_path_factory.mktemp("schemas")
    for path in shared("official/oai").iterdir():
        shutil.copy(path, folder)
    shutil.copy(Path(__file__).parent / "static-repository.xsd", folder)
    return etree.XMLSchema(etree.parse(folder / "static-repository.xsd"))


@pytest.fixture(scope="module")
def dublin_core():
    return etree.XMLSchema(etree.parse(shared("official/oai/oai_dc.xsd")))


def test_the_file_is_valid_and_so_is_each_record(tmp_path, schema, dublin_core):
    documents = [written(), letter(name="hostile", title=escape(HOSTILE))]
    found = etree.fromstring(harvested(tmp_path, documents, title=HOSTILE[:50])[0][FILE])
    assert schema.validate(found), schema.error_log.last_error
    records = found.findall("s:ListRecords/o:record/o:metadata/*", OAI)
    assert len(records) == 2
    for record in records:
        alone = etree.fromstring(etree.tostring(record))
        assert dublin_core.validate(alone), dublin_core.error_log.last_error


def test_the_schema_of_these_tests_refuses_what_the_guidelines_do(tmp_path, schema):
    content = harvested(tmp_path, [written(), written("letter-2")])[0][FILE]
    for wrong in (
        content.replace(b"letter-2</oai:id", b"letter-1</oai:id"),
        content.replace(b' metadataPrefix="', b' x="'),
    ):
        assert not schema.validate(etree.fromstring(wrong))


def test_the_repository_says_who_it_is_and_by_what_its_records_are_dated(tmp_path):
    found = etree.fromstring(harvested(tmp_path, [written()])[0][FILE])
    assert [(etree.QName(child).localname, child.text) for child in found.find("s:Identify", OAI)] == [
        ("repositoryName", "Letters of the North"),
        ("baseURL", "https://example.org/letters/metadata/oai-static.xml"),
        ("protocolVersion", "2.0"),
        ("adminEmail", "letters@example.org"),
        ("earliestDatestamp", "2026-03-01"),
        ("deletedRecord", "no"),
        ("granularity", "YYYY-MM-DD"),
    ]
    header = found.find("s:ListRecords/o:record/o:header", OAI)
    assert [child.text for child in header] == ["oai:example.org:letter-1", "2026-03-01"]


def test_a_gateway_and_a_domain_of_the_edition_s_own_are_used(tmp_path):
    settings = Settings(oai="https://gateway.example.net/oai/example.org/letters/", repository="archive.example.org")
    found = etree.fromstring(harvested(tmp_path, [written()], harvest=settings)[0][FILE])
    assert (
        found.findtext("s:Identify/o:baseURL", namespaces=OAI) == "https://gateway.example.net/oai/example.org/letters"
    )
    assert found.findtext(".//o:identifier", namespaces=OAI) == "oai:archive.example.org:letter-1"


def test_a_record_is_the_one_of_the_catalogue(tmp_path):
    held = catalogue(tmp_path, [written(title="A &amp; B")])
    found = etree.fromstring(dict(Harvest(held, HARVESTED).files())[FILE])
    (record,) = found.findall("s:ListRecords/o:record/o:metadata/*", OAI)
    kept = etree.fromstring(held.content("letter-1", "oai_dc"))
    assert etree.tostring(record, method="c14n2", strip_text=True, with_tail=False) == etree.tostring(
        kept, method="c14n2", strip_text=True
    )


def test_nobody_to_write_to_makes_no_repository_and_is_said(tmp_path):
    files, found = harvested(tmp_path, [letter(profile="")], contact="")
    assert FILE not in files
    assert [d.code for d in found] == ["M021"]


def test_more_records_than_the_guidelines_allow_make_no_repository():
    repository = Repository(HARVESTED)
    for number in range(MOST):
        repository.add(Item(f"l-{number}", {}, "", {"oai_dc": "2026-03-01T12:00:00Z"}, ()), b"<dc/>")
    assert [path for path, _ in repository.files()] == [FILE]
    repository.add(Item("one-more", {}, "", {"oai_dc": "2026-03-01T12:00:00Z"}, ()), b"<dc/>")
    assert list(repository.files()) == []


def test_too_many_records_are_said(tmp_path):
    harvest = Harvest(catalogue(tmp_path, [letter(profile="")]), replace(HARVESTED))
    list(harvest.files())
    harvest._repository.count = MOST + 1
    assert [(d.code, "5,000" in d.message and "5,001" in d.message) for d in harvest.findings()] == [("M025", True)]
