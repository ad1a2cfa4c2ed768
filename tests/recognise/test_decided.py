"""What editors have decided is what the document becomes; what cannot be done is said, and nothing is lost."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from letters import ENGLISH, TRANSCRIPTS, find, transcript, words
from teiedit.encode import encode
from teiedit.model.anchor import Anchor
from teiedit.model.decisions import Decision, Decisions
from teiedit.model.diagnostic import EditionError
from teiedit.model.edition import Edition
from teiedit.model.position import Span
from teiedit.model.register import Entry, Register
from teiedit.read.decisions import read_decisions
from teiedit.recognise.document import recognise
from teiedit.recognise.rules import all_rules
from teiedit.tools.anchoring import Quotable
from teiedit.validate import check
from teiedit.validate.fidelity import check_fidelity

LETTER = """\
Bremen, 3 March 1894

My dear Carl,

I recieved your letter and thank you. Anatoly told me of it in May 1893.

I ask you
1. to send the books
a. the large ones
b. the small ones
i. with the maps
ii. without them
2. to write.

Ever yours
the Old Bear
"""
REGISTER = Register((Entry("p-bear", "persName", "Weber, Anna"), Entry("pl-bremen", "placeName", "Bremen")))


def decided(toml, text=LETTER, edition=ENGLISH):
    read = transcript(text)
    document = recognise(read, "letter", edition, read_decisions(toml.encode(), "letter.decisions.toml"))
    return read, document


def tei(toml, text=LETTER, edition=ENGLISH):
    read, document = decided(toml, text, edition)
    root = encode(document, read, edition, all_rules()).root
    assert check_fidelity(root, read) == ()
    assert [d for d in check(root, lambda _: read.place(Span(0, 1))) if d.severity == 3] == []
    return root


def codes(toml, text=LETTER, edition=ENGLISH):
    return [d.code for d in decided(toml, text, edition)[1].diagnostics]


def one(**said):
    return "[[decision]]\n" + "".join(f"{k.replace('_', '-')} = {v!r}\n" for k, v in said.items())


def test_a_missed_signature_is_a_signature():
    root = tei(one(words="the Old Bear", **{"is": "signature"}))
    (signed,) = find(root, "//tei:signed")
    assert words(signed) == "the Old Bear"
    assert (signed.get("resp"), signed.get("cert")) == ("#editor", "high")


def test_a_line_is_not_what_it_was_taken_for():
    text = LETTER.replace("the Old Bear", "Anna Weber")
    assert find(tei("", text), "//tei:signed")
    assert not find(tei(one(words="Anna Weber", is_not="signature"), text), "//tei:signed")


def test_a_salutation_that_runs_into_the_text_is_cut_from_it():
    text = LETTER.replace("My dear Carl,\n\nI recieved", "O best of brothers, I recieved")
    root = tei(one(words="O best of brothers,", **{"is": "salutation"}), text)
    assert [words(node) for node in find(root, "//tei:opener/tei:salute")] == ["O best of brothers,"]
    assert words(find(root, "//tei:body//tei:p")[0]).startswith("I recieved")


def test_the_sender_is_who_an_editor_says():
    root = tei('[document]\nsender = "Weber, Anna"\n')
    (name,) = find(root, "//tei:correspAction[@type='sent']/tei:persName")
    assert (words(name), name.get("resp")) == ("Anna Weber", "#editor")


def test_the_sender_is_the_entry_of_the_register():
    edition = Edition(title="T", languages=("en",), register=REGISTER)
    for said in ('"Weber, Anna"', '"p-bear"', '"Anna Weber"'):
        root = tei(f"[document]\nsender = {said}\n", edition=edition)
        assert find(root, "//tei:correspAction[@type='sent']/tei:persName/@ref") == ["#p-bear"]
        assert find(root, "//tei:person/@xml:id") == ["p-bear", "p-carl"]


def test_nobody_is_the_addressee_where_an_editor_says_so():
    root = tei("[document]\naddressee = []\n")
    assert [words(n) for n in find(root, "//tei:correspAction[@type='received']/tei:persName")] == ["Unknown"]


def test_date_place_genre_language_and_title_are_decided():
    root = tei(
        '[document]\ndate = "1894-03-04"\nplace = "Bremen"\ngenre = "note"\nlanguage = "fr"\n'
        'title = { is = "A note", by = "Ada Lovelace", on = 2026-11-20, why = "so called" }\n'
    )
    sent = find(root, "//tei:correspAction[@type='sent']")[0]
    assert find(sent, "tei:date/@when") == ["1894-03-04"]
    assert find(sent, "tei:placeName/@resp") == ["#editor"]
    assert find(root, "//tei:body/tei:div/@type") == ["note"]
    assert root.get("{http://www.w3.org/XML/1998/namespace}lang") == "fr"
    assert words(find(root, "//tei:titleStmt/tei:title")[0]) == "A note"
    assert find(root, "//tei:revisionDesc/tei:change/@when") == ["2026-11-20"]
    assert find(root, "//tei:respStmt[@xml:id='editor-2']/tei:name/text()") == ["Ada Lovelace"]


def test_a_date_of_the_dateline_is_the_date_of_sending():
    root = tei(one(words="3 March 1894", **{"is": "date"}, when="1894-03-13", why="postmark"))
    assert find(root, "//tei:dateline/tei:date/@when") == ["1894-03-13"]
    assert find(root, "//tei:correspAction/tei:date/@when") == ["1894-03-13"]
    assert "postmark" in find(root, "//tei:certainty[@resp='#editor']/tei:desc/text()")[0]


def test_an_inferred_date_is_refused_or_given_another_value():
    assert "May 1893" in [words(n) for n in find(tei(""), "//tei:p//tei:date")]
    assert find(tei(one(words="May 1893", is_not="date")), "//tei:p//tei:date") == []
    root = tei(one(words="in May 1893", **{"is": "date"}, when="1893-05-02"))
    assert [(words(n), n.get("when")) for n in find(root, "//tei:p//tei:date")] == [("in May 1893", "1893-05-02")]


def test_a_name_is_a_person_with_an_entry():
    edition = Edition(title="T", languages=("en",), register=REGISTER)
    root = tei(one(words="Anatoly", **{"is": "person"}, entry="p-bear"), edition=edition)
    assert find(root, "//tei:p/tei:persName/@ref") == ["#p-bear"]
    assert codes(one(words="Anatoly", **{"is": "person"}, entry="p-nobody"), edition=edition) == ["C006"]


def test_a_slip_has_its_correction_beside_it():
    root = tei(one(words="recieved", read="received", by="AB", on="2026-11-24"))
    (choice,) = find(root, "//tei:choice")
    assert [words(node) for node in choice] == ["recieved", "received"]
    assert choice[1].get("resp") == "#editor"
    assert "the editors correct" in words(find(root, "//tei:editorialDecl/tei:correction")[0])


def test_a_note_stands_behind_its_words():
    (note,) = find(tei(one(words="thank you", note="Ironically <meant> & more.")), "//tei:note")
    assert (words(note), note.get("type"), note.getprevious()) == ("Ironically <meant> & more.", "editorial", None)
    assert note.tail.startswith(". ")


def labels(root):
    """Return the labels of each list, the outermost first."""
    return [[words(label) for label in find(node, "tei:label")] for node in find(root, "//tei:list")]


def test_a_clause_is_moved_with_those_behind_it():
    assert labels(tei("")) == [["1.", "2."], ["a.", "b."], ["i.", "ii."]]
    root = tei("[[decision]]\nwords = 'i. with the maps'\nlevel = 2\n")
    assert labels(root) == [["1.", "2."], ["a.", "b.", "i.", "ii."]]
    assert find(root, "//tei:item[@resp='#editor']/@n") == ["i"]


def test_a_clause_is_none():
    root = tei("[[decision]]\nwords = '2. to write.'\nlevel = 0\n")
    assert labels(root)[0] == ["1."]
    assert "2. to write." in [words(paragraph) for paragraph in find(root, "//tei:p")]


def test_a_paragraph_without_label_belongs_to_a_clause():
    text = LETTER.replace("2. to write.\n", "2. to write.\n\nOften and at length.\n")
    root = tei("[[decision]]\nwords = 'Often and at length.'\nlevel = 1\n", text)
    assert words(find(root, "//tei:item[@n='2']")[0]).endswith("Often and at length.")


def test_words_that_are_gone_are_reported_with_what_is_like_them():
    _read, document = decided(one(words="I recieved your latter", note="x"))
    (found,) = document.diagnostics
    assert (found.code, found.place.file, found.place.line) == ("C003", "letter.decisions.toml", 1)
    assert "line 5" in found.hint
    assert "recieved your letter" in found.hint


def test_words_that_stand_there_twice_are_reported():
    text = LETTER.replace("in May 1893", "in May 1893 and in May 1893")
    assert codes(one(words="May 1893", is_not="date"), text) == ["C004"]
    root = tei(one(words="May 1893", before="and in ", is_not="date"), text)
    assert len(find(root, "//tei:p//tei:date")) == 1


def test_what_would_cross_an_element_is_reported():
    assert codes(one(words="of it in May", read="x")) == ["C005"]


def test_a_heading_below_the_text_is_reported():
    assert codes(one(words="a. the large ones", **{"is": "heading"})) == ["C005"]


def test_a_page_that_ends_within_a_signature_parts_its_lines():
    text = "Dear Sir,\n\nHello there.\n\nYours\nAnna\n- 2 -\nBerta\n"
    (signed,) = find(tei(one(words="Anna", **{"is": "signature"}), text), "//tei:signed")
    assert [node.tag.rpartition("}")[2] for node in signed] == ["persName", "lb", "pb", "fw", "lb", "roleName"]


@pytest.mark.parametrize(
    ("toml", "code", "line"),
    [
        ("[document]\nsender = [\n", "C001", 0),
        ("[document]\nsendr = 'x'\n", "C002", 2),
        ("[document]\ndate = '1894-13-01'\n", "C002", 2),
        ("[document]\ngenre = 'poem'\n", "C002", 2),
        ("\n[[decision]]\nwords = 'x'\n", "C002", 2),
        ("[[decision]]\nis = 'date'\n", "C002", 1),
        ("[[decision]]\nwords = 'x'\nis = 'verse'\n", "C002", 1),
        ("[[decision]]\nwords = 'x'\nis = 'date'\nread = 'y'\n", "C002", 1),
        ("[[decision]]\nwords = 'x'\nis = 'date'\nwhen = '1894-02-30'\n", "C002", 1),
        ("[[decision]]\nwords = 'x'\nis = 'date'\non = 2026\n", "C002", 1),
        ("[[decision]]\nwords = 'x'\nlevel = true\n", "C002", 1),
        ("decision = 3\n", "C002", 1),
        ("[other]\n", "C002", 1),
        ("a" * 9, "C001", 1),
    ],
)
def test_a_fault_in_the_file_is_reported_at_its_line(toml, code, line):
    with pytest.raises(EditionError) as error:
        read_decisions(toml.encode(), "x.decisions.toml")
    found = error.value.diagnostics[0]
    assert (found.code, found.severity) == (code, 3)
    assert found.place.line == line or code == "C001"


def test_a_file_in_another_encoding_is_refused():
    with pytest.raises(EditionError, match="UTF-8"):
        read_decisions("[document]\ntitle = 'é'".encode("latin-1"), "x.decisions.toml")


VALUES = st.one_of(
    st.tuples(st.just("is"), st.sampled_from(["signature", "salutation", "paragraph", "dateline", "part", "address"])),
    st.tuples(st.just("is"), st.sampled_from(["heading", "series", "office", "continuation", "enclosure", "field"])),
    st.tuples(st.just("is"), st.sampled_from(["date", "person", "place", "quotation", "omission"])),
    st.tuples(st.just("is-not"), st.sampled_from(["signature", "date", "clause", "quotation", "cross-reference"])),
    st.tuples(st.just("level"), st.integers(0, 3)),
    st.tuples(st.just("read"), st.sampled_from(["", "x", "<&>"])),
    st.tuples(st.just("note"), st.just("A note.")),
)


@settings(max_examples=300, deadline=None)
@given(TRANSCRIPTS, st.lists(st.tuples(st.floats(0, 1), st.integers(1, 40), VALUES), max_size=4))
def test_whatever_is_decided_nothing_of_the_text_is_lost(text, wanted):
    read = transcript(text)
    quotable = Quotable(text)
    made = []
    for where, length, (verb, value) in wanted:
        start = int(where * (len(text) - 1))
        chosen = Span(start, min(start + length, len(text)))
        if text[chosen.start : chosen.end].strip(" \t\r\n\f"):
            anchor: Anchor = quotable.anchor(chosen)
            made.append(Decision(anchor, verb, str(value)))
    document = recognise(read, "letter", ENGLISH, Decisions("letter.decisions.toml", {}, tuple(made)))
    root = encode(document, read, ENGLISH, all_rules()).root
    # where an editor makes headings of all lines, nothing is left to publish, and nothing is
    assert check_fidelity(root, read) == () or any(d.severity == 3 for d in document.diagnostics)
    said = [d.code for d in document.diagnostics if d.code[0] == "C"]
    assert len(said) <= len(made)


@pytest.mark.parametrize("kind", ["enumeration", "clause"])
@pytest.mark.parametrize("refused", ["(a) to write", "write and", "to come again.", "(b)"])
def test_of_a_refused_enumeration_no_part_is_left(kind, refused):
    text = LETTER.replace("Anatoly told", "I promise (a) to write and (b) to come again. Anatoly told")
    assert find(tei("", text), "//tei:p/tei:list")
    root = tei(one(words=refused, is_not=kind), text)
    assert not find(root, "//tei:p/tei:list | //tei:p/tei:item | //tei:p/tei:label")


def test_who_had_a_copy_is_decided_and_nobody_is_pointed_to_who_had_none():
    text = LETTER.replace("Ever yours\nthe Old Bear\n", "Ever yours\nAnna Weber\n\ncc: Otto Brandt\n")
    assert find(tei("", text), "//tei:correspAction[@subtype = 'cc']/tei:persName")
    root = tei("[document]\ncopies = []\n", text)
    assert not find(root, "//tei:correspAction[@subtype = 'cc']/tei:persName")
    assert not [ref for ref in root.xpath("//@ref") if "otto" in ref.lower()]


def test_an_hour_has_seconds_as_tei_wants_them():
    (time,) = find(tei(one(words="in May 1893", **{"is": "time"}, when="16:30")), "//tei:time")
    assert time.get("when") == "16:30:00"


@pytest.mark.parametrize("value", ["25:00", "16:60", "--13-01", "-0044-00", "1894-02-32"])
def test_a_day_that_cannot_be_is_told(value):
    with pytest.raises(EditionError):
        read_decisions(one(words="in May 1893", **{"is": "date"}, when=value).encode(), "x")
