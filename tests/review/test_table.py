"""A table goes out to a spreadsheet and comes back, whatever the spreadsheet does to it."""

from __future__ import annotations

import csv
import io
import re
import time
import tomllib
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desks import LETTER, decisions, desk, opened, question
from teiedit.model.diagnostic import EditionError
from teiedit.review.applying import apply
from teiedit.review.table import COLUMNS, guarded, read_table, table, unguarded


def rows(content):
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def filled(content, answers, separator=",", ends="\r\n"):
    """The table with decision, value and note by kind and document, as a spreadsheet saves it."""
    target = io.StringIO(newline="")
    writer = csv.DictWriter(target, COLUMNS, delimiter=separator, lineterminator=ends)
    writer.writeheader()
    for row in rows(content):
        given = answers.get((row["document"], row["kind"], row["words"])) or answers.get((row["document"], row["kind"]))
        if given:
            row |= dict(zip(("decision", "value", "note"), given, strict=False))
        writer.writerow(row)
    return target.getvalue().encode()


def applied(made, content):
    return apply(made, read_table(content, "q.csv"), "q.csv")


def codes(result):
    return [(one.code, one.place.line) for one in result.diagnostics]


def number(content, document, kind):
    return next(i for i, r in enumerate(rows(content), 2) if (r["document"], r["kind"]) == (document, kind))


@pytest.fixture
def made(tmp_path):
    return desk(tmp_path)


def test_a_spreadsheet_opens_it_in_the_right_encoding_and_runs_nothing(made):
    content = table(made)
    assert content.startswith(b"\xef\xbb\xbf")
    listed = rows(content)
    assert len(listed) == sum(q.is_asked("high") for s in made.sheets.values() for q in s.questions)
    assert not any(re.match(r"\s*[=+\-@\t\r]", cell) for row in listed for cell in row.values())
    assert all(re.fullmatch(r"q[0-9a-f-]+", row["id"]) for row in listed)
    (date,) = [row for row in listed if row["words"] == "9th"]
    assert date["context"].startswith("Bremen, 3 March 1894 My dear Carl, I recieved your letter of the ⟦9th⟧. Clara")
    assert (date["says"], date["line"], date["certainty"], date["status"]) == ("1894-02-09", "5", "medium", "open")
    assert table(made) == content


FORMULAS = st.text(st.sampled_from("'=+-@\t\r\n ab;,\"＝"), max_size=6)


@given(st.one_of(FORMULAS, st.text()))
def test_a_cell_comes_back_as_it_was_and_is_no_formula(cell):
    out = guarded(cell)
    assert not re.match(r"\s*[=+\-@＝]|[\t\r\n]", out)
    assert unguarded(out) == cell


@given(
    st.lists(st.tuples(FORMULAS, FORMULAS), min_size=1, max_size=5),
    st.sampled_from(",;\t"),
    st.sampled_from(["\n", "\r\n", "\r"]),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
)
def test_what_an_editor_writes_is_read_whatever_the_spreadsheet_does(notes, separator, ends, encoding):
    target = io.StringIO(newline="")
    writer = csv.writer(target, delimiter=separator, lineterminator=ends, quoting=csv.QUOTE_ALL)
    writer.writerow(["Document", "id", "seen", "decision", "value", "note"])
    for value, note in notes:
        writer.writerow(["letter1", "q12", "s34", "Change", guarded(value), guarded(note)])
    found = read_table(target.getvalue().encode(encoding), "q.csv")
    assert [(r.value, r.note) for r in found] == [(value.strip(), note.strip()) for value, note in notes]
    assert {(r.id, r.seen, r.decision) for r in found} == {("12", "s34", "change")}


@pytest.mark.parametrize(("separator", "ends"), [(",", "\r\n"), (";", "\n"), ("\t", "\r")])
def test_answers_become_decisions(made, tmp_path, separator, ends):
    answers = {
        ("letter1", "sender"): ("accept",),
        ("letter1", "date"): ("Change", "1894-02-08", "=HYPERLINK"),
        ("letter1", "closing"): ("reject", "", "part of the text"),
        ("letter2", "signature"): ("change", "office"),
    }
    result = applied(made, filled(table(made), answers, separator, ends))
    assert (result.answers, result.documents, codes(result)) == (4, 2, [])
    file = tomllib.loads(decisions(tmp_path))
    assert file["document"]["sender"] | {"on": 0} == {
        "is": "p-weber",
        "by": "AB",
        "on": 0,
        "seen": "Weber, Anna (p-weber) (parties.signature)",
    }
    assert [(d.get("is"), d.get("is-not"), d.get("when"), d.get("why")) for d in file["decision"]] == [
        ("date", None, "1894-02-08", "=HYPERLINK"),
        (None, "closing", None, "part of the text"),
    ]
    assert question(made, "signature", "Anna Weber", "letter2").decided == "office"


def test_the_same_table_twice_changes_nothing(made, tmp_path):
    content = filled(table(made), {("letter1", "sender"): ("accept",), ("letter1", "date"): ("reject",)})
    applied(made, content)
    before = decisions(tmp_path)
    result = applied(opened(tmp_path), content)
    assert (result.answers, result.same, codes(result)) == (0, 2, [])
    assert decisions(tmp_path) == before


def test_a_decision_is_taken_back(made, tmp_path):
    made.answer("letter1", "", {"question": question(made, "sender").id, "do": "accept"})
    result = applied(
        made, filled(table(made), {("letter1", "sender"): ("retract",), ("letter2", "sender"): ("retract",)})
    )
    assert (result.answers, result.same, codes(result)) == (1, 1, [])
    assert "sender" not in decisions(tmp_path)


@pytest.mark.parametrize(
    ("kind", "answer"),
    [
        ("date", ("change", "8.2.1894")),
        ("date", ("change", "1894-02-31")),
        ("date", ("change", "")),
        ("date", ("yes",)),
        ("date", ("", "1894-02-08")),
        ("date", ("accept", "1894-02-08")),
        ("genre", ("reject",)),
    ],
)
def test_a_row_that_cannot_be_keeps_its_document_as_it_was(made, tmp_path, kind, answer):
    content = table(made)
    answers = {("letter1", kind): answer, ("letter1", "sender"): ("accept",), ("letter2", "sender"): ("accept",)}
    result = applied(made, filled(content, answers))
    assert codes(result) == [("C008", number(content, "letter1", kind))]
    assert all(one.hint for one in result.diagnostics)
    assert (result.answers, result.left) == (1, 1)
    assert decisions(tmp_path) == ""
    assert 'is = "p-weber"' in decisions(tmp_path, "letter2")


def test_what_has_changed_since_is_refused(made, tmp_path):
    content = table(made)
    file = tmp_path / "letter1.txt"
    file.write_text(LETTER.replace("3 March", "3 April"), "utf-8")
    made.answer("letter2", "", {"question": question(made, "sender", None, "letter2").id, "set": {"is": "p-carl"}})
    answers = {("letter1", "date"): ("accept",), ("letter2", "sender"): ("accept",)}
    result = applied(opened(tmp_path), filled(content, answers))
    assert [code for code, _ in codes(result)] == ["C009", "C009"]
    assert "1894-02-09" in result.diagnostics[0].message
    assert "1894-03-09" in result.diagnostics[0].message
    assert "p-carl" in result.diagnostics[1].message
    assert decisions(tmp_path) == ""


def test_rows_of_unknown_questions_and_documents_are_told(made):
    listed = read_table(filled(table(made), {("letter1", "sender"): ("accept",)}), "q.csv")
    strange = [
        replace(listed[0], id="00000000", number=2),
        replace(listed[0], document="letter9", number=9),
        replace(listed[0], number=10),
        replace(listed[0], number=11),
    ]
    result = apply(made, strange, "q.csv")
    assert sorted(codes(result)) == [("C008", 9), ("C008", 11), ("C009", 2)]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff\xfe\x00",
        b"document,id\n1,2\n",
        "document,id,seen,decision,value\nä,b,c,accept,\n".encode("latin-1"),
        b'document,id,seen,decision,value\na,"b"c,d,e,f\n',
        b'document,id,seen,decision,value\na,"b\n',
    ],
)
def test_what_is_no_table_is_told(content):
    with pytest.raises(EditionError) as raised:
        read_table(content, "q.csv")
    assert [one.code for one in raised.value.diagnostics] == ["C010"]


def test_a_line_that_names_the_separator_is_passed_over():
    content = b"sep=;\r\ndocument;id;seen;decision;value\r\nletter1;q1;s1;accept;\r\n"
    assert [row.document for row in read_table(content, "q.csv")] == ["letter1"]


def test_a_file_of_decisions_that_cannot_be_read_is_left_alone(made, tmp_path):
    content = filled(table(made), {("letter1", "sender"): ("accept",)})
    (tmp_path / "letter1.decisions.toml").write_text("sender = ", "utf-8")
    result = applied(opened(tmp_path), content)
    assert result.answers == 0
    assert result.diagnostics
    assert decisions(tmp_path) == "sender = "


def test_ten_thousand_rows_take_seconds(made):
    sheet = made.sheet("letter1")
    asked = [q for q in sheet.questions if q.is_asked("high")]
    copies = tuple(replace(asked[i % len(asked)], id=f"{i:08x}") for i in range(10_000))
    made.sheets = {"letter1": replace(sheet, questions=copies)}
    begun = time.perf_counter()
    content = table(made)
    assert len(read_table(content.replace(b",,,\r\n", b",accept,,\r\n"), "q.csv")) == 10_000
    assert time.perf_counter() - begun < 10
