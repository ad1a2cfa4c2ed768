"""What a transcript may hold against us: markup of other languages, characters without glyphs, depth, odd structure."""

from __future__ import annotations

import io
import subprocess
import tempfile
from pathlib import Path
from xml.sax.saxutils import escape

import pikepdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pdfs import bare, read_aloud, tags, untagged, verapdf, written
from teiedit.model.edition import Edition
from teiedit.model.output import Output
from teiedit.publish import pdf
from teiedit.tools.tei import NOT_XML

EDITION = Edition(title="Sample", date="2026")
HEADER = """<teiHeader><fileDesc><titleStmt><title type="main">{title}</title></titleStmt>
<publicationStmt><publisher>P</publisher></publicationStmt>
<sourceDesc><bibl><idno type="file">a.txt</idno></bibl></sourceDesc></fileDesc></teiHeader>"""


def letter(body: str, title: str = "A letter", lang: str = "en") -> str:
    return (
        f'<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="a" xml:lang="{lang}">{HEADER.format(title=title)}'
        f'<text><body><div type="letter">{body}</div></body></text></TEI>'
    )


def made(body: str, **given: str) -> Output:
    return pdf.document(letter(body, **given), EDITION)


def told(output: Output) -> str:
    """The words of the document, between its title and its colophon."""
    with tempfile.TemporaryDirectory() as folder:
        text = read_aloud(written(Path(folder), output.files["pdf/a.pdf"]))
    return text[: text.rindex(bare("About this document"))]


HOSTILE = [
    '#read("/etc/passwd")',
    '#import "@preview/x:1.0.0"',
    '#eval("1+1") #sys.inputs #{ 1 }',
    '<script>alert("x")</script>',
    "]]> & &amp; &#x41; <!-- c --> <?pi ?>",
    "\\ \\u{41} \\n \\\\ \\#",
    "\" ' ` “ ” ‘ ’",
    "$x$ $ sum_(i=0)^n $ #let x = 1",
    "@ref <label> @preview",
    "// comment /* comment */ https://example.org/a_b",
    "= heading == heading + item / term: x",
    "*bold* _emph_ ~ … ... #h(1cm)",
    "[content] {code} (1, 2) => x",
    '0 {"s":"p"} [1] null "s"',
]


@pytest.mark.parametrize("text", HOSTILE)
def test_text_comes_out_as_it_went_in(text: str) -> None:
    output = made(f"<p>{escape(text)}</p>", title=escape(text))
    assert output.diagnostics == ()
    assert told(output) == bare(text) * 2
    with pikepdf.open(io.BytesIO(output.files["pdf/a.pdf"])) as opened, opened.open_metadata() as xmp:
        assert xmp["dc:title"] == text


TOKENS = st.sampled_from(
    [*list("#$*_`~@<>[](){}\\/\"'=+&;:.,!?%^|abZ019éß–—“”…"), " ", "#sys", "//", "/*", "*/", "http://a.b"]
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(TOKENS, min_size=1, max_size=30).map("".join))
def test_any_mix_of_signs_comes_out_as_it_went_in(text: str) -> None:
    assert told(made(f"<p>a{escape(text)}z</p>")) == bare("A letter" + "a" + text + "z")


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(min_size=1, max_size=40).map(lambda text: NOT_XML.sub("", text)))
def test_any_characters_at_all_make_a_pdf_and_those_without_a_glyph_are_named(text: str) -> None:
    output = made(f"<p>{escape(text)}</p>", title=escape(text) or "t")
    assert "pdf/a.pdf" in output.files
    assert {d.code for d in output.diagnostics} <= {"P202", "P203"}


def test_a_character_without_a_glyph_is_shown_by_its_number_and_named() -> None:
    output = made("<p>Seen \U00013000\U00013050 and \ue8b7.</p><note>\U00013050 again</note>")
    (found,) = output.diagnostics
    assert (found.code, found.place.file) == ("P202", "a.txt")
    assert "U+13000 EGYPTIAN HIEROGLYPH A001, U+13050" in found.message
    assert "U+E8B7 without a name" in found.message
    assert told(output).endswith(bare("Seen [U+13000][U+13050] and [U+E8B7]. Note: [U+13050] again"))


def test_a_note_number_or_title_without_a_glyph_stops_nothing() -> None:
    output = made('<p>x<note type="footnote" n="\U00013050">y</note></p>', title="\U00013000")
    assert [d.code for d in output.diagnostics] == ["P202"]
    with pikepdf.open(io.BytesIO(output.files["pdf/a.pdf"])) as opened, opened.open_metadata() as xmp:
        assert xmp["dc:title"] == "\U00013000"


def test_a_document_without_a_title_is_named_by_its_identifier_and_reported() -> None:
    output = made("<p>x</p>", title="")
    (found,) = output.diagnostics
    assert found.code == "P203"
    assert '"a"' in found.message
    assert "pdf/a.pdf" in output.files


def test_an_unknown_element_keeps_its_text_and_is_reported() -> None:
    output = made("<p>a <zork>kept <b>too</b></zork></p>")
    assert [d.code for d in output.diagnostics] == ["X001", "X001"]
    assert told(output).endswith("akepttoo")


def nested(before: str, after: str, depth: int) -> str:
    return before * depth + "end" + after * depth


DEEP = {
    "lists": nested('<list rend="numbered"><label>1)</label><item n="1">a ', "</item></list>", 120),
    "highlights": "<p>" + nested('<hi rend="italic bold"><q>b', "</q></hi>", 120) + "</p>",
    "notes": "<p>" + nested("c<note>d", "</note>", 240) + "</p>",
    "quotations": "<p>" + nested("<quote><p>e", "</p></quote>", 120) + "</p>",
    "tables": nested("<table><row><cell>f", "</cell></row></table>", 80),
    "divisions": nested('<div type="section"><head>g</head>', "</div>", 240).replace("end", "<p>end</p>"),
    "messages": nested('<floatingText><body><div type="letter">', "</div></body></floatingText>", 80).replace(
        "end", "<p>end</p>"
    ),
}


@pytest.mark.parametrize("kind", DEEP)
def test_depth_stops_nothing_and_loses_nothing(kind: str) -> None:
    output = made(DEEP[kind])
    assert output.diagnostics == ()
    words = told(output)
    assert "end" in words
    for letter_ in "abcdefg":
        assert words.count(letter_) >= DEEP[kind].replace("<", " <").count(f" {letter_} ")


def test_two_hundred_nested_lists_are_refused_in_words() -> None:
    output = made(nested("<list><item>a", "</item></list>", 200))
    (found,) = output.diagnostics
    assert (found.code, found.place.file) == ("P201", "a.xml")
    assert "depth" in found.message
    assert output.files == {}


ODD = {
    "table": '<table><row role="label"><cell rows="9" cols="3">a</cell></row>'
    '<row><cell rows="0" cols="-3">b</cell><cell/><cell>c</cell><cell cols="99999999999">d</cell></row>'
    "<row><cell>e</cell></row></table>",
    "empty": "<p/><list><item/></list><table><row><cell/></row></table><opener/><closer/><note/><quote/>"
    '<p><hi rend="bold"/></p>',
    "identifiers": '<p xml:id="x">1 <ref target="#x">2</ref> <ref target="#none">3</ref></p><p xml:id="x">4</p>'
    '<pb xml:id="y"/><p><ref target="#y">5</ref></p>',
    "pages": '<pb n="1"/><p>a</p><list><pb n="2"/><label>1</label><pb/><item>t-<pb n="4" break="no"/>u</item>'
    '<pb n="5"/></list><pb n="6"/>',
    "headings": '<div type="section"><div type="section"><head>deep</head><head>second</head><p>t</p></div></div>',
    "list": "<list><label>a</label><label>b</label><item>c</item><item>d</item><note>n</note></list>"
    "<label>e</label><item>f</item>",
    "row": "<row><cell>a</cell></row><p>b</p><cell>c</cell>",
}


@pytest.mark.parametrize("kind", ODD)
def test_odd_structure_still_makes_a_tagged_pdf(kind: str) -> None:
    output = made(ODD[kind])
    with pikepdf.open(io.BytesIO(output.files["pdf/a.pdf"])) as opened:
        assert untagged(opened) == []
        levels = [int(name[1:]) for _, name, _ in tags(opened) if name in {"H1", "H2", "H3"}]
        assert levels[:2] == [1, 2]


RIGHT_TO_LEFT = (
    "<p>שלום עולם, <foreign xml:lang='ar'>مرحبا</foreign> 1962.</p>"
    "<list rend='numbered'><label>א)</label><item n='1'>פריט</item></list>"
)


def test_verapdf_passes_odd_deep_foreign_and_substituted_documents(tmp_path: Path) -> None:
    bodies = {**ODD, **DEEP, "glyphs": "<p>\U00013000 \ue8b7 q\u0364 \U0001f600</p>", "hebrew": RIGHT_TO_LEFT}
    paths = [
        written(tmp_path, made(body, lang="he" if name == "hebrew" else "en").files["pdf/a.pdf"], name)
        for name, body in bodies.items()
    ]
    assert {name: faults for name, faults in verapdf(paths).items() if faults} == {}


def test_a_passage_from_right_to_left_is_set_from_the_right(tmp_path: Path) -> None:
    path = written(tmp_path, made("<p xml:lang='he'>שלום</p><p>left</p>").files["pdf/a.pdf"])
    boxes = subprocess.run(["pdftotext", "-bbox", path, "-"], capture_output=True, text=True, check=True).stdout
    words = {line.split(">")[1].split("<")[0]: line for line in boxes.splitlines() if "<word" in line}
    start = {word: float(line.split('xMin="')[1].split('"')[0]) for word, line in words.items()}
    assert next(x for word, x in start.items() if "ש" in word) > 300 > start["left"]


def test_a_word_that_fits_no_line_is_broken_and_not_lost() -> None:
    word = "abcdefghij" * 30
    assert told(made(f"<p>{word} <hi rend='bold'>{word}</hi>{word}</p>")).endswith(word * 3)


def test_links_lead_only_where_they_may() -> None:
    body = (
        '<p xml:id="here">a <ref target="#here">b</ref> <ref target="javascript:alert(1)">c</ref> '
        '<ref target="file:///etc/passwd">d</ref> <ref target="other.xml#x">e</ref> '
        '<ref target="https://example.org/">f</ref></p>'
    )
    output = pdf.document(letter(body), Edition(base_url="https://letters.example/"))
    with pikepdf.open(io.BytesIO(output.files["pdf/a.pdf"])) as opened:
        actions = [note.A for page in opened.pages for note in page.get("/Annots", []) if "/A" in note]
    addresses = {str(action.URI) for action in actions if "/URI" in action}
    assert addresses == {"https://letters.example/pdf/other.pdf", "https://example.org/"}
