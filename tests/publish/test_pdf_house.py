"""The edition's own Typst template: what it changes, and what becomes of one that fails."""

from __future__ import annotations

import io
import re
import subprocess
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from editions import edition as written_edition
from editions import tree
from letters import sheet
from pages import letter
from pdfs import read_aloud, verapdf, written
from teiedit.build import build
from teiedit.model.edition import Edition, Pdf
from teiedit.model.house import House, Picture, Template
from teiedit.model.volume import Chapter
from teiedit.publish import pdf

SEAL = Picture(
    "images/seal.svg",
    b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><circle cx="4" cy="4" r="4"/></svg>',
    9,
    9,
)
EDITION = Edition(id="sample", title="Plants", subtitle="of Rome", editors=("Ada",), publisher="House", date="2026")
TEMPLATE = """#let ink = rgb("#102030")
#let quiet = rgb("#405060")
#let size = 14pt
#let face = "New Computer Modern"
#let rules(body) = { show emph: set text(fill: red); body }
#let headed(kind, body) = [#kind: #body]
#let framed(kind, body) = if kind == "salute" { [GREETED #body] } else { body }
#let head(it) = [HEAD #it.edition, #it.title #it.ours]
#let foot(it) = [FOOT #it.page]
#let title-page(it) = {
  image("images/seal.svg", alt: "The seal")
  it.title
  [#it.subtitle, #it.editors, #it.published]
}
"""
BODY = "<opener><salute>Sir,</salute></opener>" + "<p>Words <hi rend='italic'>red</hi>.</p>" * 60


def housed(text: str) -> Edition:
    return replace(EDITION, house=House(logo=SEAL, template=Template(text, "house.typ")))


def text_of(path: Path) -> str:
    return subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, text=True, check=True).stdout


def test_a_template_changes_what_it_names_and_the_standards_are_kept(tmp_path: Path) -> None:
    edition, found = pdf.tried(housed(TEMPLATE))
    assert (edition.house.template is not None, found) == (True, ())
    tei, edition = letter(BODY), replace(edition, title="Plants \ue000")
    alone = written(tmp_path, pdf.document(tei, edition).files["pdf/letter-1.pdf"], "alone")
    bound = written(
        tmp_path, pdf.volume([tei], edition, [Chapter("One", ("letter-1",))]).files["pdf/sample.pdf"], "bound"
    )
    assert not any(verapdf([alone, bound]).values())
    assert "GREETEDSir," in read_aloud(alone)
    assert "title:" in read_aloud(alone)
    told = read_aloud(bound)
    assert told.startswith("Plants[U+E000]ofRome,EditedbyAda,House")
    assert "chapter:One" in told
    shown = text_of(bound)
    assert re.search(r"HEAD Plants \[U\+E000\], \S", shown)
    assert "FOOT 2" in shown
    with pikepdf.open(bound) as opened:
        fonts = {str(font.BaseFont) for page in opened.pages for font in page.Resources.Font.values()}
        painted = b"".join(page.Contents.read_bytes() for page in opened.pages)
    assert any("NewCM" in font for font in fonts)
    assert b"0.0627" in painted


def test_the_same_template_gives_the_same_bytes() -> None:
    made = [pdf.document(letter(BODY), housed(TEMPLATE)).files for _ in range(2)]
    assert made[0] == made[1]
    assert made[0] != pdf.document(letter(BODY), EDITION).files


FAULTY = {
    "an unknown name": ("#let ink = black\n#let quiet = navvy\n", (2, 14), "unknown variable: navvy"),
    "no Typst": ("#let ink = (\n", (1, 12), "unclosed delimiter"),
    "a value of the wrong type": ('#let ink = "red"\n', (0, 0), '"ink" in house.typ is of the type str'),
    "a function of the wrong form": ("#let head() = []\n", (0, 0), "unexpected argument"),
    "a fault in a function": ("#let foot(it) = it.pages\n", (1, 20), "pages"),
    "a picture without words": ('#let title-page(it) = image("images/seal.svg")\n', (1, 23), "alt"),
    "a file of the machine": ('#let foot(it) = read("/etc/hostname")\n', (1, 22), "file not found"),
    "a file above": ('#let foot(it) = read("../secret")\n', (1, 22), "escape"),
    "a heading that skips a level": ("#let title-page(it) = { it.title; heading(level: 4)[x] }\n", (1, 35), "level"),
}


@pytest.mark.parametrize("case", FAULTY)
def test_a_template_that_fails_is_told_at_its_place_and_left_out(case: str) -> None:
    text, (line, column), reason = FAULTY[case]
    edition, found = pdf.tried(housed(text))
    assert edition.house.template is None
    assert {d.code for d in found} == {"X007"}
    assert reason in found[0].message
    assert "/tmp" not in found[0].message
    if column:
        assert (found[0].place.file, found[0].place.line, found[0].place.column) == ("house.typ", line, column)


def test_where_a_template_fails_at_one_document_that_is_set_by_ours() -> None:
    edition, found = pdf.tried(
        housed('#let framed(kind, body) = { if kind == "stamp" { panic("no stamps") }; body }\n')
    )
    assert found == ()
    tei = letter("<opener><stamp>SEEN</stamp></opener><p>a</p>")
    made = pdf.document(tei, edition)
    assert [(d.code, d.place.line, d.place.column) for d in made.diagnostics] == [("X007", 1, 50)]
    bound = pdf.volume([tei], edition)
    assert [(d.code, d.place.line) for d in bound.diagnostics] == [("X007", 1)]
    plain = replace(edition, house=House(logo=SEAL))
    assert (made.files, bound.files) == (pdf.document(tei, plain).files, pdf.volume([tei], plain).files)


def test_a_face_that_is_not_there_is_told() -> None:
    edition, found = pdf.tried(housed('#let ink = black\n#let face = ("Garamont", "Libertinus Serif")\n'))
    assert edition.house.template is not None
    assert [(d.code, d.place.line) for d in found] == [("X008", 2)]
    assert "Garamont" in found[0].message


def test_large_print_keeps_its_size() -> None:
    large = replace(housed("#let size = 8pt\n"), pdf=Pdf(large_print=True))
    made = pdf.document(letter("<p>Words.</p>"), large)
    assert made.diagnostics == ()


def test_a_build_goes_on_without_a_template_that_fails(tmp_path: Path) -> None:
    folder = written_edition(tmp_path / "letters", one=sheet())
    plain = build(folder, tmp_path / "plain", formats=("pdf",))
    (folder / "house.typ").write_text("#let ink = navvy\n", "utf-8")
    report = build(folder, tmp_path / "out", formats=("pdf",))
    assert [(d.code, d.place.line, d.place.column) for d in report.diagnostics] == [("X007", 1, 12)]
    assert (plain.published, report.published) == (1, 1)
    assert tree(tmp_path / "out") == tree(tmp_path / "plain")
    (folder / "house.typ").write_text('#import "x"\n', "utf-8")
    report = build(folder, tmp_path / "out", formats=("pdf",))
    assert [(d.code, d.place.line, d.place.column) for d in report.diagnostics] == [("X006", 1, 2)]
    assert tree(tmp_path / "out") == tree(tmp_path / "plain")


COLOURED = '#let ink = rgb("#1a1a2e")\n#let face = "DejaVu Sans Mono"\n'


def test_what_the_editions_face_lacks_is_set_in_ours() -> None:
    body = "<p>Words שׁוֹבֶרֶת and 虎耳草.</p>"
    (made,) = pdf.document(letter(body), housed(COLOURED)).files.values()
    with pikepdf.open(io.BytesIO(made)) as opened:
        fonts = {str(font.BaseFont).partition("+")[2] for page in opened.pages for font in page.Resources.Font.values()}
    assert {font.partition("-")[0] for font in fonts} == {"DejaVuSansMono", "EditionHebrew", "EditionHan"}


def test_each_page_of_a_book_has_the_colours_of_the_edition(tmp_path: Path) -> None:
    output = pdf.volume([letter(BODY)], housed(COLOURED))
    assert output.diagnostics == ()
    (made,) = output.files.values()
    with pikepdf.open(io.BytesIO(made)) as opened:
        for page in opened.pages:
            for _, profile in page.Resources.get("/ColorSpace", {}).values():
                assert isinstance(profile, pikepdf.Stream)
    path = written(tmp_path, made)
    said = subprocess.run(["pdftoppm", "-r", "20", path, tmp_path / "page"], capture_output=True, text=True, check=True)
    assert said.stderr == ""
    assert not any(verapdf([path]).values())


def test_a_book_without_publisher_and_subtitle_has_no_lonely_points(tmp_path: Path) -> None:
    edition = Edition(id="sample", title="Plants", date="2026")
    (made,) = pdf.volume([letter(BODY)], edition).files.values()
    lines = [" ".join(line.split()) for line in text_of(written(tmp_path, made)).splitlines()]
    assert "Publisher 2026" in lines
    assert "Edition Plants" in lines
