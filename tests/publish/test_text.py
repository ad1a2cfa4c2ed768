"""Plain text: every word of the transcript, in order, one paragraph a line."""

from __future__ import annotations

from pathlib import Path
from xml.sax.saxutils import escape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from teiedit.model.edition import Edition
from teiedit.publish import text
from teiedit.tools.tei import NOT_XML, NS, parse

EVERYTHING = Path(__file__).with_name("everything.xml")
EDITION = Edition(title="Heroes & Villains")
HEADER = '<teiHeader><fileDesc><titleStmt><title type="main">A letter</title></titleStmt></fileDesc></teiHeader>'


def letter(body: str) -> str:
    return (
        f'<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="a" xml:lang="en">{HEADER}'
        f'<text><body><div type="letter">{body}</div></body></text></TEI>'
    )


def made(body: str) -> str:
    """The transcript's part of the file."""
    (content,) = text.document(letter(body), EDITION).files.values()
    return content.decode().split("\n\n* * *\n\n")[1]


@pytest.fixture(scope="module")
def everything() -> str:
    output = text.document(EVERYTHING.read_text(encoding="utf-8"), EDITION)
    return output.files["text/everything.txt"].decode()


def test_the_head_says_who_when_and_where(everything: str) -> None:
    lines = everything.splitlines()
    assert lines[0].startswith("Telegram No. 812 <script>")
    assert lines[1] == "=" * len(lines[0])
    assert lines[3:6] == ["From: Herbert Marchant (probable)", "To: Foreign Office", "Place: Havana (probable)"]


def test_every_word_of_the_transcript_is_there_in_order(everything: str) -> None:
    editors = " or ".join(f"ancestor::tei:{name}" for name in ("corr", "reg", "expan", "figDesc", "note"))
    root = parse(EVERYTHING.read_bytes())
    place = everything.index("* * *")
    for words in root.xpath(f"tei:text//text()[not({editors})]", namespaces=NS):
        for word in words.split():
            found = everything.find(word, place)
            assert found >= 0, (word, everything[place : place + 80])
            place = found + len(word)


def test_the_words_of_notes_stand_at_the_foot_with_their_numbers(everything: str) -> None:
    text_, foot = everything.split("* * *")[1:]
    assert "in Cuba.[1] It goes on.[b]" in text_
    assert "[1] Of 26 October; see below." in foot
    assert "[b] Two paragraphs.\nThe second, with italics." in foot
    assert "[f] In the margin, in the left margin, Unidentified, in pencil: I agree. P.D." in foot


def test_a_correction_is_proposed_at_the_foot(everything: str) -> None:
    assert "ships; as are follows[c];" in everything
    assert "[c] as are follows] to be read as: are as follows" in everything


@pytest.mark.parametrize(
    ("tei", "typed"),
    [
        ("a <supplied>word</supplied>", "a [word]"),
        ("<unclear>word</unclear>", "[word?]"),
        ('<unclear>word</unclear> <metamark function="uncertain">[?]</metamark>', "word [?]"),
        ('<sic>wrod</sic> <metamark function="sic">[sic]</metamark>', "wrod [sic]"),
        ("<choice><unclear>six</unclear><unclear>ten</unclear></choice>", "[six / ten?]"),
        ('we <hi rend="underline">must</hi>', "we _must_"),
        ('<gap reason="illegible"><desc>[2 words]</desc></gap>', "[2 words]"),
        ('<gap reason="illegible"/>', "[illegible]"),
        ("<del>shall</del> <add>may</add>", "~~shall~~ \\may/"),
        ('mis-<lb break="no"/>sile', "mis-sile"),
        ("one<lb/> two", "one\ntwo"),
        ('of <pb n="2"/>work', "of [p. 2] work"),
        ('of <pb n="[2]"/>work', "of p. [2] work"),
    ],
)
def test_notation_is_written_again(tei: str, typed: str) -> None:
    assert made(f"<p>{tei}</p>") == typed


@pytest.mark.parametrize(
    ("tei", "typed"),
    [
        ("<p>One\n   paragraph.</p><p>Another.</p>", "One paragraph.\n\nAnother."),
        (
            '<list type="clauses"><label>1)</label><item n="1">a;</item><label>2)</label><item n="2">b.</item></list>',
            "1) a;\n\n2) b.",
        ),
        (
            (
                '<p>We agree <list rend="inline numbered"><label>(a)</label> <item>to x and</item> <label>(b)</label> '
                "<item>to y.</item></list> So.</p>"
            ),
            "We agree (a) to x and (b) to y. So.",
        ),
        ('<list rend="simple"><head>Present:</head><item>A</item><item>B</item></list>', "Present:\n\nA\nB"),
        (
            (
                '<opener><seg type="field"><label>FROM:</label> HAVANA</seg>\n<seg type="field">SECRET</seg>'
                "<salute>Sir,</salute></opener>"
            ),
            "FROM: HAVANA\nSECRET\n\nSir,",
        ),
        ("<opener><address><addrLine>a</addrLine><addrLine>b</addrLine></address></opener><p>c</p>", "a\nb\n\nc"),
        (
            "<table><head>T</head><row><cell>a</cell><cell>b</cell></row><row><cell>c</cell></row></table>",
            "T\n\na\tb\nc",
        ),
        ("<sp><speaker>MR. X:</speaker> <p>Yes.</p><stage>[Laughter]</stage></sp>", "MR. X: Yes.\n\n[Laughter]"),
        ("<p>a</p><postscript><label>P.S.</label><p>b</p></postscript>", "a\n\nP.S. b"),
        ("<p>a</p><quote><p>b</p><p>c</p></quote><p>d</p>", "a\n\n    b\n\n    c\n\nd"),
        ("<p>a <list type='clauses'><label>1</label><item>b</item></list> c</p>", "a\n\n1 b\n\nc"),
    ],
)
def test_blocks_are_set_apart(tei: str, typed: str) -> None:
    assert made(tei) == typed


def test_an_unknown_element_keeps_its_text_and_is_reported() -> None:
    output = text.document(letter("<p>a <zork>b</zork></p>"), EDITION)
    assert [d.code for d in output.diagnostics] == ["X001"]
    assert "a b" in output.files["text/a.txt"].decode()


@settings(max_examples=80, deadline=None)
@given(st.text(min_size=1, max_size=60).map(lambda words: NOT_XML.sub("", words)))
def test_any_text_comes_out_as_it_went_in(words: str) -> None:
    xml_spaces = words.translate(dict.fromkeys(map(ord, "\t\r\n"), " "))
    folded = " ".join(part for part in xml_spaces.split(" ") if part)
    assert made(f"<p>a{escape(words)}z</p>") == (
        "a" + (" " if xml_spaces[:1] == " " else "") + folded + (" " if xml_spaces[-1:] == " " and folded else "") + "z"
    )


def test_a_hundred_nested_lists_keep_their_words() -> None:
    made_ = made('<list type="clauses"><label>1)</label><item>a ' * 100 + "end" + "</item></list>" * 100)
    assert made_.count("1) a") == 100
    assert made_.endswith("end")


def test_the_file_is_utf_8_and_ends_with_one_line_end(everything: str) -> None:
    assert everything.endswith(".\n")
    assert not everything.endswith("\n\n")
    assert "السلام عليكم" in everything


def test_the_volume_has_no_text() -> None:
    assert text.volume([], EDITION).files == {}


def test_a_quotation_of_paragraphs_inside_a_division_matches_one_rule() -> None:
    assert made("<div type='section'><quote><p>a</p></quote></div>") == "    a"
