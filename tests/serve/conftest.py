"""The official schemas, as one; an edition with all kinds of records."""

from __future__ import annotations

import pytest
from lxml import etree

from serving import Edition, titles
from support import shared


@pytest.fixture(scope="session")
def schema(tmp_path_factory):
    folder = shared("official/oai").as_uri()
    path = tmp_path_factory.mktemp("schema") / "all.xsd"
    path.write_text(
        '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">'
        f'<xs:import namespace="http://www.openarchives.org/OAI/2.0/" schemaLocation="{folder}/OAI-PMH.xsd"/>'
        '<xs:import namespace="http://www.openarchives.org/OAI/2.0/oai_dc/" '
        f'schemaLocation="{folder}/oai_dc.xsd"/></xs:schema>'
    )
    return etree.XMLSchema(etree.parse(path))


def small(folder):
    """250 letters of three builds: some changed, some withdrawn."""
    edition = Edition(folder / "output")
    edition.build(titles(240), "2026-01-01T10:00:00Z")
    changed = titles(250) | {"letter-00003": "Changed", "letter-00150": "Changed"}
    edition.build(changed, "2026-02-01T10:00:00Z")
    for name in ("letter-00010", "letter-00200"):
        del changed[name]
        (edition.folder / f"tei/{name}.xml").unlink()
    return edition.build(changed, "2026-03-01T10:00:00Z")


@pytest.fixture(scope="session")
def edition(tmp_path_factory):
    return small(tmp_path_factory.mktemp("edition"))
