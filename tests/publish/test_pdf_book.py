"""The edition as one PDF: its parts, its numbers, its tags, and that binding parts breaks none of them."""

from __future__ import annotations

import io
import itertools
import re
import subprocess
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from pdfs import bare, read_aloud, tags, untagged, verapdf, written
from support import ROOT
from teiedit.build import build
from teiedit.catalogue import divide, read_record
from teiedit.model.edition import Edition, Licence, Pdf
from teiedit.model.house import House, Page
from teiedit.model.volume import Chapter, Volume
from teiedit.publish import _pdf_book, pdf
from teiedit.tools.tei import NS, parse

EVERYTHING = (Path(__file__).with_name("everything.xml")).read_text(encoding="utf-8")
INTRODUCTION = Page(
    "",
    "A word before",
    '<h2>A word before</h2><p>We <em>begin</em> <a href="https://example.org/">here</a>.</p><h4>Deep</h4>'
    "<ul><li>one</li></ul><ol start='3'><li><p>three</p></li></ol><blockquote><p>quoted</p></blockquote>"
    "<table><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td>1</td><td>2</td></tr></tbody></table><h2>After</h2>",
    "introduction.md",
)
EDITION = Edition(
    id="sample",
    title="Heroes & Villains",
    subtitle="#set <letters>",
    publisher="Sample House",
    place="Geneva",
    date="2026-03",
    editors=("Ada Byron", "Ben Jonson"),
    licence=Licence("CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/"),
    house=House(introduction=(INTRODUCTION,)),
)


def letter(number: int, date: str, body: str = "", lang: str = "en") -> str:
    """A letter that names a person, a place and a body, has a note, a table head, and a link to the letter before."""
    when = f'<date when="{date}"/>' if date else ""
    usual = f"""<p xml:id="para-1">To <persName ref="#p-2">the Queen</persName> in
<placeName ref="#pl-1">Zürich</placeName>, of the <orgName ref="#o-1">Board</orgName>: words of letter {number}.<note
place="bottom" n="1"><p>Note of letter {number}.</p></note> See <ref target="l{number - 1}.xml">the last</ref>, <ref
target="#para-1">above</ref> and <ref target="none.xml">another</ref>.</p>
<table><row role="label"><cell>H</cell><cell>I</cell></row><row><cell>1</cell><cell>2</cell></row></table>
<list><label>(a)</label><item>first</item><label>(b)</label><item>second</item></list>"""
    return f"""<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="l{number}" xml:lang="{lang}">
<teiHeader><fileDesc><titleStmt>
<title type="main">Letter {number}</title></titleStmt><publicationStmt><publisher>P</publisher></publicationStmt>
<sourceDesc><bibl><idno type="file">a.txt</idno></bibl></sourceDesc></fileDesc><profileDesc><correspDesc>
<correspAction type="sent"><persName ref="#p-1">Ada Byron</persName>{when}</correspAction></correspDesc></profileDesc>
</teiHeader><standOff><listPerson><person xml:id="p-1"><persName>Ada Byron</persName></person>
<person xml:id="p-2"><persName>Elizabeth II</persName></person></listPerson>
<listPlace><place xml:id="pl-1"><placeName>Zürich</placeName></place></listPlace>
<listOrg><org xml:id="o-1"><orgName>Board of Trade</orgName></org></listOrg></standOff>
<text><body><div type="letter">{body or usual}</div></body></text></TEI>"""


LETTERS = [letter(n, f"{1900 + n // 4}-03-{n + 1:02d}", lang=("en", "de", "fr")[n % 3]) for n in range(12)]
LETTERS += [letter(12, "", "<p/>"), EVERYTHING]


CHAPTERS = divide([read_record(tei.encode()) for tei in LETTERS], Volume("year"))
ORDERED = [tei for one in CHAPTERS for name in one.documents for tei in LETTERS if f'xml:id="{name}"' in tei]


@pytest.fixture(scope="module")
def bound() -> bytes:
    """A book of several parts: a part is full with a few letters."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(_pdf_book, "_FULL", 4_000)
        output = pdf.volume(iter(ORDERED), EDITION, CHAPTERS)
    assert output.diagnostics == ()
    assert list(output.files) == ["pdf/sample.pdf"]
    return output.files["pdf/sample.pdf"]


@pytest.fixture(scope="module")
def opened(bound: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(bound))


@pytest.fixture(scope="module")
def path(bound: bytes, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(tmp_path_factory.mktemp("book"), bound)


def page_text(path: Path, number: int) -> str:
    command = ["pdftotext", "-f", str(number), "-l", str(number), path, "-"]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def roman(opened: pikepdf.Pdf) -> int:
    """How many pages stand before the first of the documents."""
    return int(opened.Root.PageLabels.Nums[2])


def test_verapdf_finds_both_standards_without_fault(path: Path) -> None:
    assert verapdf([path]) == {"document ua1": [], "document 3a": []}


def test_everything_painted_is_tagged_or_an_artifact(opened: pikepdf.Pdf) -> None:
    assert untagged(opened) == []


def test_headings_begin_at_one_and_skip_none(opened: pikepdf.Pdf) -> None:
    levels = [int(name[1:]) for _, name, _ in tags(opened) if re.fullmatch(r"H\d", name)]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))


def test_every_mark_of_a_page_is_found_by_the_parent_tree(opened: pikepdf.Pdf) -> None:
    parents = {}
    for kid in opened.Root.StructTreeRoot.ParentTree.Kids:
        numbers = [int(kid.Nums[place]) for place in range(0, len(kid.Nums), 2)]
        assert [int(kid.Limits[0]), int(kid.Limits[1])] == [numbers[0], numbers[-1]]
        parents |= {int(kid.Nums[place]): kid.Nums[place + 1] for place in range(0, len(kid.Nums), 2)}
    assert len(parents) == int(opened.Root.StructTreeRoot.ParentTreeNextKey)
    for page in opened.pages:
        row = parents[int(page.obj.StructParents)]
        for operands, operator in pikepdf.parse_content_stream(page):
            if str(operator) == "BDC" and "/MCID" in operands[1]:
                number = int(operands[1].MCID)
                assert number in _marks(row[number], page.obj)
        for annotation in page.obj.get("/Annots", []):
            assert str(parents[int(annotation.StructParent)].S) in ("/Link", "/Reference")


def _marks(element: pikepdf.Dictionary, page: pikepdf.Object) -> set[int]:
    """The marks of a page that an element holds; one that runs over pages names the page of each."""
    found = set()
    for kid in element.K if isinstance(element.K, pikepdf.Array) else [element.K]:
        if isinstance(kid, int) and element.Pg.objgen == page.objgen:
            found.add(kid)
        elif (
            isinstance(kid, pikepdf.Dictionary)
            and "/MCID" in kid
            and kid.get("/Pg", element.get("/Pg")).objgen == page.objgen
        ):
            found.add(int(kid.MCID))
    return found


def test_every_element_hangs_on_the_element_that_holds_it(opened: pikepdf.Pdf) -> None:
    (document,) = [node for depth, _, node in tags(opened) if depth == 0]
    assert all(kid.P.objgen == document.objgen for kid in document.K)
    assert document.S == "/Document"


def test_identifiers_are_unique_and_found_by_the_name_tree(opened: pikepdf.Pdf) -> None:
    given = [str(node.ID) for _, _, node in tags(opened) if "/ID" in node]
    assert len(given) == len(set(given))
    listed = [
        str(kid.Names[place]) for kid in opened.Root.StructTreeRoot.IDTree.Kids for place in range(0, len(kid.Names), 2)
    ]
    assert listed == sorted(listed)
    assert set(listed) == set(given)
    assert len([name for _, name, _ in tags(opened) if name == "Note"]) == 12 + 8
    headers = {str(node.ID) for _, name, node in tags(opened) if name == "TH"}
    for _, name, node in tags(opened):
        if name == "TD":
            assert {str(header) for attributes in node.A for header in attributes.get("/Headers", [])} <= headers


def test_labels_of_clauses_are_labels(opened: pikepdf.Pdf, path: Path) -> None:
    assert read_aloud(path).count("(a)first(b)second") == 12
    for _, name, node in tags(opened):
        if name == "LI":
            assert str(node.K[0].S if isinstance(node.K, pikepdf.Array) else node.K.S) in ("/Lbl", "/LBody")


def test_languages_of_documents_are_told(opened: pikepdf.Pdf) -> None:
    assert opened.Root.Lang == "en"
    assert {"de", "fr"} <= {str(node.Lang) for _, _, node in tags(opened) if "/Lang" in node}


def test_the_contents_are_tagged_as_contents(opened: pikepdf.Pdf) -> None:
    found = tags(opened)
    assert len([name for _, name, _ in found if name == "TOCI"]) == 1 + len(LETTERS) + 4
    for _, name, node in found:
        inner = {str(kid.S)[1:] for kid in node.K} if name in ("TOC", "TOCI") else set()
        if name == "TOC":
            assert inner == {"TOCI"}
            assert "/A" not in node
        else:
            assert inner <= {"Lbl", "NonStruct"}
    assert opened.check_pdf_syntax() == []


def test_the_text_is_read_in_the_order_of_the_documents(path: Path) -> None:
    told = read_aloud(path)
    told = told[told.index(bare("To the Queen")) :]
    place = 0
    for tei in LETTERS[:12]:
        for words in parse(tei.encode()).xpath("//tei:body//text()[not(ancestor::tei:note)]", namespaces=NS):
            found = told.find(bare(words), place)
            assert found >= 0, words
            place = found


def test_the_title_page_and_the_imprint_say_what_the_edition_is(path: Path) -> None:
    first, second = page_text(path, 1), page_text(path, 2)
    for words in ("Heroes & Villains", "#set <letters>", "Edited by Ada Byron, Ben Jonson", "Sample House, Geneva"):
        assert words in first
    for words in ("CC BY 4.0", "teiedit", "March 2026" if "March" in second else "2026"):
        assert words in second


def test_the_introduction_is_a_chapter_with_its_own_headings(path: Path, opened: pikepdf.Pdf) -> None:
    told = read_aloud(path)
    assert told.count(bare("A word before")) == 2
    assert bare("We begin here.") in told
    assert "3.three" in told
    with opened.open_outline() as outline:
        titles = [item.title for item in outline.root]
    assert titles[:3] == ["Heroes & Villains", "Contents", "A word before"]


def test_contents_name_the_pages_on_which_documents_begin(path: Path, opened: pikepdf.Pdf) -> None:
    before = roman(opened)
    listed = "".join(page_text(path, number) for number in range(3, before + 1))
    with opened.open_outline() as outline:
        years = [item for item in outline.root if item.title.isdigit() or item.title == "Undated"]
        found = {mark.title: mark.destination[0] for year in years for mark in year.children}
    pages = {page.obj.objgen: number for number, page in enumerate(opened.pages, 1)}
    assert [year.title for year in years] == ["1900", "1901", "1902", "1962", "Undated"]
    for number in range(13):
        page = pages[found[f"Letter {number}"].objgen]
        assert f"Letter {number}" in page_text(path, page)
        assert re.search(rf"^Letter {number}\b", listed, re.MULTILINE)
        if f"words of letter {number}." in page_text(path, page):
            assert str(page - before) in listed


def test_pages_are_numbered_from_one_behind_roman_numerals(path: Path, opened: pikepdf.Pdf) -> None:
    before = roman(opened)
    for number in range(before + 1, len(opened.pages) + 1):
        assert str(number - before) in page_text(path, number).strip().splitlines()[-3:]
    assert page_text(path, 3).strip().splitlines()[-1] == "iii"


def test_the_index_names_every_page_on_which_a_name_stands(path: Path, opened: pikepdf.Pdf) -> None:
    told, before = read_aloud(path), roman(opened)
    index = told[told.rindex(bare("Index of people")) : told.rindex(bare("About this edition"))]
    assert bare("Byron, Ada, ") in index
    assert bare("Elizabeth II, ") in index
    for name in ("Zürich", "Board of Trade"):
        said = re.search(rf"{bare(name)}((?:,\d+(?:–\d+)?)+)", index)
        assert said
        listed = set()
        for run in said[1].strip(",").split(","):
            first, _, last = run.partition("–")
            listed |= set(range(int(first), int(last or first) + 1))
        words = "Board:" if name.startswith("Board") else name
        assert listed == {n - before for n in range(before + 1, len(opened.pages) - 1) if words in page_text(path, n)}


def test_links_lead_to_places_in_the_book(opened: pikepdf.Pdf) -> None:
    pages = {page.obj.objgen for page in opened.pages}
    kinds = {"page": 0, "web": 0}
    for page in opened.pages:
        for link in page.obj.get("/Annots", []):
            assert link.Contents
            assert not str(link.Contents).startswith("teiedit:")
            if "/Dest" in link:
                assert link.Dest[0].objgen in pages
                kinds["page"] += 1
            else:
                assert str(link.A.URI).startswith("https://")
                kinds["web"] += 1
    assert kinds["page"] > 60
    assert kinds["web"] >= 2
    titles = [str(link.Contents) for page in opened.pages for link in page.obj.get("/Annots", [])]
    assert titles.count("Letter 3") == 1


def test_a_chapter_that_goes_on_in_the_next_part_has_its_headings_on_one_level(path: Path, opened: pikepdf.Pdf) -> None:
    command = ["pdfinfo", "-struct-text", "-enc", "UTF-8", path]
    told = subprocess.run(command, capture_output=True, check=True).stdout.decode(errors="replace")
    assert {level for level, _ in re.findall(r'(H\d)[^\n]*\n\s*"(Letter \d+)"', told)} == {"H2"}
    assert len(re.findall(r'(H\d)[^\n]*\n\s*"(Letter \d+)"', told)) == 13


@pytest.fixture(scope="module")
def divided(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A book of the editors' own chapters; the first is long."""
    chapters = (
        Chapter("To the Queen and to all her faithful subjects across the seas", ("l5", "l4", "l6", "l0", "l1")),
        Chapter("Rest #set", ("l2",)),
    )
    documents = [LETTERS[int(name[1:])] for one in chapters for name in one.documents]
    output = pdf.volume(iter(documents), replace(EDITION, volume=Volume(chapters)), chapters)
    return written(tmp_path_factory.mktemp("divided"), output.files["pdf/sample.pdf"])


def test_the_editors_chapters_are_headings_bookmarks_and_running_heads(divided: Path) -> None:
    with pikepdf.open(divided) as opened:
        with opened.open_outline() as outline:
            marks = {item.title: [kid.title for kid in item.children] for item in outline.root if item.children}
        texts = [page_text(divided, number) for number in range(roman(opened) + 1, len(opened.pages) + 1)]
    assert marks == {
        "To the Queen and to all her faithful subjects across the seas": [f"Letter {n}" for n in (5, 4, 6, 0, 1)],
        "Rest #set": ["Letter 2"],
    }
    assert "To the Queen and to all her faithful…" not in texts[0]
    assert any("To the Queen and to all her faithful…" in text for text in texts[1:])
    assert verapdf([divided]) == {"document ua1": [], "document 3a": []}


def test_a_page_that_begins_with_a_chapter_has_no_head(path: Path, opened: pikepdf.Pdf) -> None:
    begun = 0
    for number in range(roman(opened) + 1, len(opened.pages) + 1):
        lines = [line for line in page_text(path, number).splitlines() if line]
        begun += bool(re.fullmatch(r"19\d\d|Undated", lines[0]))
        if lines[0] == EDITION.title:
            assert not re.fullmatch(r"19\d\d|Undated", lines[2])
    assert begun > 1


def test_running_heads_are_the_editions_title_and_the_document(path: Path, opened: pikepdf.Pdf) -> None:
    pages = [page_text(path, number) for number in range(roman(opened) + 1, len(opened.pages) - 1)]
    heads = [page.splitlines()[0] + page.splitlines()[2] for page in pages if len(page.splitlines()) > 2]
    assert any(head.startswith("Heroes & Villains") for head in heads)


def test_the_tei_files_are_attached(opened: pikepdf.Pdf) -> None:
    names = {attached.filename for attached in opened.attachments.values()}
    assert names == {*(f"l{number}.xml" for number in range(13)), "everything.xml"}
    assert len(opened.Root.AF) == 14


def test_the_metadata_are_those_of_the_edition(opened: pikepdf.Pdf) -> None:
    with opened.open_metadata() as xmp:
        assert (xmp["pdfaid:part"], xmp["pdfaid:conformance"], xmp["pdfuaid:part"]) == ("3", "A", "1")
        assert xmp["dc:title"] == "Heroes & Villains"
        assert xmp["dc:creator"] == ["Ada Byron, Ben Jonson"]
    assert str(opened.docinfo["/CreationDate"]).startswith("D:20260301")


def test_the_same_documents_give_the_same_bytes(bound: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_pdf_book, "_FULL", 4_000)
    assert pdf.volume(iter(ORDERED), EDITION, CHAPTERS).files["pdf/sample.pdf"] == bound


def test_parts_in_processes_of_their_own_give_the_same_bytes(bound: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_pdf_book, "_FULL", 40_000)
    near = pdf.volume(iter(LETTERS[:3]), EDITION).files
    monkeypatch.setattr(_pdf_book, "_SMALL", 0)
    assert pdf.volume(iter(LETTERS[:3]), EDITION).files == near


def test_an_edition_of_no_document_has_no_book() -> None:
    assert pdf.volume(iter(()), EDITION).files == {}


HARD = {
    "one document": [LETTERS[0]],
    "an empty letter": [letter(1, "", "<p/>")],
    "two of one name": [LETTERS[3], LETTERS[3]],
    "no glyph": [letter(1, "1900", "<p>\ue000 \U00012000 \u0b95</p>")],
    "no title": [LETTERS[0].replace("Letter 0", "")],
}


def test_the_book_names_each_character_that_no_font_has() -> None:
    letters = [letter(1, "1900", "<p>\U00012000 here</p>"), letter(2, "1901", "<p>and \U00013000</p>")]
    (found,) = pdf.volume(iter(letters), Edition(id="e", title="\ue000")).diagnostics
    assert (found.code, found.place.file) == ("P202", "e")
    assert "U+12000 CUNEIFORM SIGN A, U+13000 EGYPTIAN HIEROGLYPH A001" in found.message
    assert "U+E000 without a name" in found.message


def test_a_letter_of_three_hundred_pages_is_whole_and_named_on_each(tmp_path: Path) -> None:
    words = " ".join(f"word{n % 7}" for n in range(330))
    body = "".join(f'<p>Paragraph {n}. {words}<note place="bottom" n="{n}"><p>N{n}.</p></note></p>' for n in range(380))
    long = letter(1, "1900-01-01", body)
    chapters = (Chapter("A", ("l0", "l1")), Chapter("B", ("l2",)))
    documents = [LETTERS[0], long, LETTERS[2].replace("<row", '<row xml:id="x"', 1)]
    path = written(tmp_path, pdf.volume(documents, EDITION, chapters).files["pdf/sample.pdf"])
    with pikepdf.open(path) as opened:
        count, before = len(opened.pages), roman(opened)
        assert count > 300
        assert opened.check_pdf_syntax() == []
        assert len([name for _, name, _ in tags(opened) if name == "Note"]) == 380 + 2
    told = page_text(path, before + 200)
    assert "Letter 1" in told.splitlines()[2]
    whole = bare(subprocess.run(["pdftotext", path, "-"], capture_output=True, text=True, check=True).stdout)
    places = [whole.index(f"Paragraph{n}.word0") for n in range(380)]
    assert places == sorted(places)


@pytest.mark.parametrize("case", HARD)
def test_hard_editions_are_books_too(case: str, tmp_path: Path) -> None:
    output = pdf.volume(iter(HARD[case]), Edition(id="e", title="", language="de"))
    assert [d.code for d in output.diagnostics] == (["P202"] if case == "no glyph" else [])
    made = written(tmp_path, output.files["pdf/e.pdf"])
    assert verapdf([made]) == {"document ua1": [], "document 3a": []}
    with pikepdf.open(made) as opened:
        assert untagged(opened) == []


@pytest.mark.parametrize(
    ("given", "size"),
    [
        (Pdf(), (595, 842)),
        (Pdf("letter"), (612, 792)),
        (Pdf("trade"), (432, 648)),
        (Pdf("a4", large_print=True), (595, 842)),
    ],
)
def test_the_paper_and_large_print(given: Pdf, size: tuple[int, int], tmp_path: Path) -> None:
    edition = replace(EDITION, pdf=given)
    made = [
        pdf.volume(iter(LETTERS[:2]), edition).files["pdf/sample.pdf"],
        pdf.document(EVERYTHING, edition).files["pdf/everything.pdf"],
    ]
    paths = [written(tmp_path, content, name) for name, content in zip("ab", made, strict=True)]
    assert not any(verapdf(paths).values())
    for path in paths:
        with pikepdf.open(path) as opened:
            assert [round(float(n)) for n in opened.pages[-1].mediabox[2:]] == list(size)
            smallest = min(_sizes(opened))
        assert smallest >= 9.5 if given.large_print else smallest > 4


def _sizes(opened: pikepdf.Pdf) -> list[float]:
    """The sizes of type; a raised letter has a little more than half of the text's."""
    return [
        float(operands[1])
        for page in opened.pages
        for operands, operator in pikepdf.parse_content_stream(page)
        if str(operator) == "Tf"
    ]


def test_paragraphs_are_counted_in_the_margin_where_that_is_wanted(tmp_path: Path) -> None:
    tei = letter(1, "1900", "<p>First words.</p><p>Second words.</p>")
    plain = read_aloud(written(tmp_path, pdf.document(tei, EDITION).files["pdf/l1.pdf"]))
    counted = replace(EDITION, pdf=Pdf(numbers="paragraphs"))
    told = read_aloud(written(tmp_path, pdf.document(tei, counted).files["pdf/l1.pdf"], "counted"))
    assert "Firstwords.Secondwords." in plain
    assert "1Firstwords.2Secondwords." in told


def test_the_home_page_leads_to_the_book(tmp_path: Path) -> None:
    report = build(ROOT / "sources/heroes-and-villains", tmp_path / "out", formats=("html", "pdf"))
    assert not [found for found in report.diagnostics if found.severity.name == "ERROR"]
    assert (tmp_path / "out/pdf/heroes-and-villains.pdf").is_file()
    assert 'href="pdf/heroes-and-villains.pdf"' in (tmp_path / "out/index.html").read_text("utf-8")


def test_the_two_columns_of_a_short_index_end_at_about_one_height(tmp_path: Path) -> None:
    names = [f"{first}{rest}" for first in "ABCDEFGHKL" for rest in ("aler", "ener")]
    people = "".join(f'<person xml:id="p-x{n}"><persName>Cy {name}</persName></person>' for n, name in enumerate(names))
    body = "".join(f'<p><persName ref="#p-x{n}">X</persName></p>' for n in range(len(names)))
    tei = letter(0, "1900-01-01", body).replace("<listPerson>", f"<listPerson>{people}")
    path = written(tmp_path, pdf.volume([tei], EDITION).files["pdf/sample.pdf"])
    command = ["pdftotext", "-layout", path, "-"]
    lines = subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()
    rows = [found for line in lines if (found := re.findall(r"(\w+), (?:Cy|Ada), ", line))]
    assert len(rows) in (10, 11, 12)
    assert len([row for row in rows if len(row) == 2]) >= 9
    assert verapdf([path]) == {"document ua1": [], "document 3a": []}


def _links(book: pikepdf.Pdf, words: str) -> list[tuple[int, float]]:
    """Where the links with these words for those who hear them lead: page, and height on it."""
    pages = [page.obj.objgen for page in book.pages]
    links = [link for page in book.pages for link in page.obj.get("/Annots", []) if str(link.Contents) == words]
    return [(pages.index(link.Dest[0].objgen), float(link.Dest[3])) for link in links]


def test_a_link_to_a_passage_of_another_document_leads_there_and_else_to_the_document() -> None:
    long = "".join(f'<p xml:id="para-{n}">{"Words that fill a page. " * 60}</p>' for n in range(2, 9))
    there = letter(1, "1900-01-01", long)
    places = {}
    for anchor in ("#para-8", "#none", ""):
        here = letter(2, "1901-01-01", f'<p xml:id="para-1">See <ref target="l1.xml{anchor}">it</ref>.</p>')
        made = pdf.volume([there, here], EDITION).files["pdf/sample.pdf"]
        with pikepdf.open(io.BytesIO(made)) as book:
            (places[anchor],) = _links(book, "Letter 1")
    assert places["#none"] == places[""]
    assert places["#para-8"][0] > places[""][0]


def test_a_name_leads_to_its_entry_in_the_index(tmp_path: Path) -> None:
    name = '<persName ref="#p-2">Her</persName>'
    body = f'<p xml:id="para-1">{name}, <ref target="l1.xml">with {name}</ref>.</p>'
    made = pdf.volume([letter(1, "1900-01-01"), letter(2, "1901-01-01", body)], EDITION).files["pdf/sample.pdf"]
    path = written(tmp_path, made)
    with pikepdf.open(path) as book:
        places = _links(book, "Elizabeth II")
    # one in each letter, since that inside another link is none
    assert len(places) == 2
    assert len(set(places)) == 1
    number = str(places[0][0] + 1)
    told = subprocess.run(["pdftotext", "-f", number, "-l", number, path, "-"], capture_output=True, check=True).stdout
    assert b"Elizabeth II, 1" in told
    assert not any(verapdf([path]).values())


def _close(words: int) -> str:
    """A letter whose text is so long, with a short last paragraph and a close."""
    long = f"<p>{'word ' * words}</p>"
    closer = "<closer><salute>Yours ever,</salute><signed>Sig Natory</signed></closer>"
    return f"{long}<p>Last paragraph.</p>{closer}"


@pytest.mark.parametrize("words", range(300, 460, 20))
def test_no_page_begins_with_a_signature(words: int, tmp_path: Path) -> None:
    output = pdf.volume([letter(1, "1911-01-01", _close(words))], replace(EDITION, house=House()))
    (made,) = output.files.values()
    path = written(tmp_path, made)
    with pikepdf.open(path) as opened:
        pages = [page_text(path, number) for number in range(1, len(opened.pages) + 1)]
    (page,) = [text for text in pages if "Sig Natory" in text]
    assert page.index("Last paragraph.") < page.index("Yours ever,") < page.index("Sig Natory")


def test_a_title_too_long_for_the_head_of_a_page_leaves_its_date_to_stand_beside_it(tmp_path: Path) -> None:
    title = "Letter from the Keeper of the Seeds to the Secretary, 14 November 1911"
    tei = letter(1, "1911-11-14", _close(900)).replace("Letter 1", title)
    (made,) = pdf.volume([tei], EDITION).files.values()
    path = written(tmp_path, made)
    with pikepdf.open(path) as opened:
        heads = [page_text(path, number).splitlines()[:4] for number in range(1, len(opened.pages) + 1)]
    said = "Letter from the Keeper of the Seeds to the Secretary, 14 November 1911"
    assert any(said in " ".join(lines) for lines in heads)
    assert not any("…" in " ".join(lines) for lines in heads)


def test_the_date_in_a_title_is_not_parted(tmp_path: Path) -> None:
    title = "Letter from Edith Marlowe to the Secretary, 14 November 1911"
    (made,) = pdf.volume([letter(1, "1911-11-14").replace("Letter 1", title)], EDITION).files.values()
    with pikepdf.open(io.BytesIO(made)) as opened:
        count = len(opened.pages)
    path = written(tmp_path, made)
    lines = [line.strip() for number in range(1, count + 1) for line in page_text(path, number).splitlines()]
    assert "14 November 1911" in lines
