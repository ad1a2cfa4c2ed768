"""The TEI file is written as it is, below the lines that name its schema; the schema lies beside it."""

from __future__ import annotations

import re

from lxml import etree

from editions import edition
from support import ROOT
from teiedit.build import build
from teiedit.model.around import ALONE, AMONG
from teiedit.model.edition import Edition
from teiedit.publish import tei
from teiedit.tools.tei import parse

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
BODY = '<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="a-1">é 中</TEI>\n'


def written(text: str, *, alone: bool = False) -> str:
    (content,) = tei.document(text, Edition(), ALONE if alone else AMONG).files.values()
    return content.decode()


def test_the_file_is_named_after_the_document_and_only_told_its_schema() -> None:
    output = tei.document(HEAD + BODY, Edition())
    assert list(output.files) == ["tei/a-1.xml"]
    assert output.diagnostics == ()
    text = written(HEAD + BODY)
    assert text.startswith(f"{HEAD}<?xml-model ")
    assert re.sub(r"<\?xml-model .*\?>\n", "", text) == HEAD + BODY


def test_a_file_without_a_declaration_begins_with_its_schema() -> None:
    assert re.sub(r"<\?xml-model .*\?>\n", "", written(BODY)) == BODY


def test_a_file_that_names_its_schema_is_not_told_twice() -> None:
    assert written(written(HEAD + BODY)) == written(HEAD + BODY)


def test_a_file_that_stands_alone_names_no_schema_that_is_not_there() -> None:
    assert written(HEAD + BODY, alone=True) == HEAD + BODY


def test_a_document_without_an_identifier_still_has_a_file() -> None:
    assert list(tei.document("<TEI/>", Edition()).files) == ["tei/document.xml"]


def test_the_schema_is_published_whole() -> None:
    files = tei.volume([BODY], Edition()).files
    assert set(files) == {f"schema/{name}" for name in tei.SCHEMA}
    for name, content in files.items():
        assert content == (ROOT / name).read_bytes()


def test_in_a_built_edition_every_line_leads_to_a_schema_that_accepts_the_file(tmp_path) -> None:
    folder = edition(tmp_path / "e")
    build(folder, tmp_path / "out", formats=("tei", "html"))
    (path,) = (tmp_path / "out/tei").glob("*.xml")
    root = parse(path.read_bytes())
    models = [
        node.attrib for node in root.itersiblings(preceding=True) if isinstance(node, etree._ProcessingInstruction)
    ]
    assert len(models) == 2
    for model in models:
        assert (path.parent / model["href"]).is_file()
        schema = etree.parse(path.parent / model["href"]).getroot()
        assert etree.QName(schema).namespace == model["schematypens"]
        if model["schematypens"].startswith("http://relaxng.org"):
            assert etree.RelaxNG(schema.getroottree()).validate(root)
    assert etree.XMLSchema(etree.parse(tmp_path / "out/schema/teiedit.xsd")).validate(root)
