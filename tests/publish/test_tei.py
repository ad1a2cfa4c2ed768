"""The TEI file is written as it is."""

from __future__ import annotations

from teiedit.model.edition import Edition
from teiedit.publish import tei

FILE = '<?xml version="1.0" encoding="UTF-8"?>\n<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="a-1">é 中</TEI>\n'


def test_the_file_is_named_after_the_document_and_not_changed() -> None:
    output = tei.document(FILE, Edition())
    assert output.files == {"tei/a-1.xml": FILE.encode()}
    assert output.diagnostics == ()


def test_a_document_without_an_identifier_still_has_a_file() -> None:
    assert list(tei.document("<TEI/>", Edition()).files) == ["tei/document.xml"]


def test_the_volume_has_no_file_of_its_own() -> None:
    assert tei.volume([FILE], Edition()).files == {}
