"""Letters that others have encoded, read again and judged."""

import pytest

from archive import archive
from teiedit.evaluate.compare import compare, text_kept
from teiedit.evaluate.fields import FIELDS, Fields, Value, read_fields
from teiedit.evaluate.plain import plain_text
from teiedit.evaluate.report import Case, sum_up
from teiedit.evaluate.run import Pair, evaluate, find_pairs
from teiedit.model.edition import Edition
from teiedit.tools.tei import parse


def measure(folder, transcripts="letters"):
    pairs, _ = find_pairs(folder / "tei", folder / transcripts if transcripts else None)
    return evaluate(pairs, Edition(languages=("en",)), 1)


def fields(**values):
    found = {name: tuple(Value(v) if isinstance(v, str) else v for v in values.get(name, ())) for name in FIELDS}
    return Fields(found, "")


def verdicts(theirs, ours):
    return [(j.field, j.verdict) for j in compare(fields(**theirs), fields(**ours))]


def test_an_archive_s_own_letters_are_read_and_compared(tmp_path):
    report = measure(archive(tmp_path))
    rows = {row.field: row for row in report.rows}
    assert rows["sender"].right == 1
    assert rows["date"].right == rows["place"].right == rows["salute"].right == rows["signed"].right == 1
    assert (rows["clauses"].theirs, rows["clauses"].right) == (2, 2)
    assert report.kept == 1.0
    assert report.levels[0].cert == "high"


def test_without_transcripts_the_text_of_the_encoding_is_read(tmp_path):
    folder = archive(tmp_path)
    text = plain_text(parse((folder / "tei/one.xml").read_bytes()))
    assert text.splitlines()[0] == "Bremen, 3 March 1894"
    assert "1) that the ships sail at once;" in text.splitlines()
    assert "Not found" not in text
    assert {row.field: row.right for row in measure(folder, None).rows}["signed"] == 1


def test_a_field_reads_the_same_whoever_encoded_it():
    read = read_fields(
        parse(
            b'<TEI><text xml:lang="de"><body><div><opener><salute>Lieber A.,</salute></opener>'
            b'<p><date when="1900"/>Ja.</p><closer><salute>Dein</salute> <signed>B.</signed></closer></div>'
            b'<div type="enclosure"><opener>'
            b"<dateline>Wien</dateline></opener><p>Nein.</p></div></body></text></TEI>"
        )
    )
    assert [v.text for v in read.values["salute"]] == ["Lieber A.,"]
    assert [v.text for v in read.values["closer"]] == ["Dein"]
    assert read.values["dateline"] == ()
    assert [v.text for v in read.values["language"]] == ["de"]


@pytest.mark.parametrize(
    ("field", "theirs", "ours", "verdict"),
    [
        ("sender", "Doe, Jane", "Jane Doe", "right"),
        ("sender", "Jane Doe", "Miss Doe", "alike"),
        ("sender", "Jane Doe", "John Roe", "wrong"),
        ("salute", "Dear Sir,", "Dear Sir", "right"),
        ("dateline", "Bremen, the 3rd of March 1894", "Bremen, the 3d of March 1894", "alike"),
        ("place", "Bremen", "Bremen, Germany", "alike"),
        ("date", Value("", key="1894-03-03"), Value("", key="1894-03-03"), "right"),
        ("date", Value("", key="1894-03-03"), Value("", key="1894-03"), "alike"),
        ("date", Value("", key="1894-03-01/1894-03-05"), Value("", key="1894-03-03"), "alike"),
        ("date", Value("", key="1894-03-03"), Value("", key="--03-03"), "alike"),
        ("date", Value("", key="1894-03-03"), Value("", key="1895-03-03"), "wrong"),
    ],
)
def test_values_are_judged_strictly_and_leniently(field, theirs, ours, verdict):
    assert verdicts({field: [theirs]}, {field: [ours]}) == [(field, verdict)]


def test_what_only_one_side_has_is_missed_or_extra():
    assert verdicts({"salute": ["Dear Sir,"]}, {"signed": ["A. Bell"]}) == [("salute", "missed"), ("signed", "extra")]


def test_a_farewell_left_in_the_last_paragraph_is_no_fault():
    assert verdicts({"paragraphs": ["I am, Sir, yours"]}, {"closer": ["I am, Sir, yours"]}) == []


def case(*judged):
    return Case("a", "a.xml", "a.txt", judged, 1.0)


def test_what_is_found_beyond_the_encoding_counts_only_where_the_field_is_encoded_as_a_rule():
    extra = compare(fields(), fields(postscript=["P.S. No."]))
    report = sum_up([case(*extra)] * 9)
    assert report.rows == ()
    theirs = compare(fields(postscript=["P.S. Yes."]), fields())
    report = sum_up([case(*extra)] * 2 + [case(*theirs)])
    assert [(row.field, row.extra, row.missed) for row in report.rows] == [("postscript", 2, 1)]


def test_the_gravest_fault_is_a_wrong_value_that_was_sure():
    sure, unsure = Value("x", cert="high"), Value("y", cert="medium")
    judged = (
        *compare(fields(salute=["a"]), fields()),
        *compare(fields(signed=["b"]), fields(signed=[unsure])),
        *compare(fields(closer=["c"]), fields(closer=[sure])),
    )
    assert [j.field for _, j in sum_up([case(*judged)]).faults] == ["closer", "signed", "salute"]


def test_certainty_is_measured_by_level():
    judged = compare(
        fields(salute=["a"], signed=["b"]), fields(salute=[Value("a", cert="high")], signed=[Value("c", cert="high")])
    )
    (level,) = sum_up([case(*judged)]).levels
    assert (level.cert, level.total, level.right) == ("high", 2, 1)


def test_lost_words_lower_the_text_kept():
    assert text_kept("one two three", "A title. One two, three") == 1.0
    assert text_kept("one two three", "one three") == pytest.approx(8 / 11)


def test_a_file_that_is_no_xml_is_reported_and_not_fatal(tmp_path):
    folder = archive(tmp_path)
    (folder / "tei/one.xml").write_text("<TEI>", "utf-8")
    (only,) = measure(folder).cases
    assert only.failed == "the file is not well-formed XML"


def test_encodings_without_a_transcript_are_named(tmp_path):
    folder = archive(tmp_path)
    (folder / "tei/two.xml").write_text("<TEI/>", "utf-8")
    pairs, alone = find_pairs(folder / "tei", folder / "letters")
    assert [pair.encoding.stem for pair in pairs] == ["one"]
    assert alone == ("two",)
    assert find_pairs(folder / "tei", None)[0][1] == Pair(folder / "tei/two.xml")
