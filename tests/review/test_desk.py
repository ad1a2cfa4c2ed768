"""The desk writes what an editor answers, and nothing over what somebody else has written."""

from __future__ import annotations

import pytest

from editions import edition
from teiedit.model.question import RefusedError, StaleError
from teiedit.review.desk import Desk

SETTINGS = 'title = "Letters"\nlanguages = ["en"]\n'
LETTER = """\
Bremen, 3 March 1894

My dear Carl,

I recieved your letter of the 1st and thank you.

1. to send the books
a. the large ones
b. the small ones
i. with the maps
2. to write.

Ever yours
the Old Bear
"""


@pytest.fixture
def desk(tmp_path):
    folder = edition(tmp_path / "letters", SETTINGS, bear=LETTER)
    opened = Desk(folder, by="AB", jobs=1)
    opened.open()
    return opened


def asked(desk, kind, words=None):
    found = [q for q in desk.sheet("bear").questions if q.kind == kind]
    return next(q for q in found if words is None or (q.anchor and q.anchor.words == words))


def decisions(desk):
    path = desk.folder / "bear.decisions.toml"
    return path.read_text("utf-8") if path.exists() else ""


def test_each_inference_that_is_not_sure_is_a_question(desk):
    kinds = {(q.kind, q.cert) for q in desk.open_questions(desk.sheet("bear"))}
    assert {("sender", "low"), ("date", "medium"), ("closing", "medium"), ("place", "medium")} <= kinds
    assert all(cert != "high" for _, cert in kinds)


def test_what_is_accepted_is_not_asked_again(desk):
    before, _ = desk.counts()
    question = asked(desk, "date", "1st")
    sheet = desk.answer("bear", desk.sheet("bear").version, {"question": question.id, "do": "accept"})
    answered = next(q for q in sheet.questions if q.id == question.id)
    assert (answered.status, answered.answer.by) == ("decided", "AB")
    assert 'when = "1894-03-01"' in decisions(desk)
    assert desk.counts()[0] == before - 1


def test_a_question_keeps_its_name_when_lines_move(desk):
    question = asked(desk, "date", "1st")
    desk.answer("bear", "", {"question": question.id, "do": "accept"})
    path = desk.folder / "bear.txt"
    path.write_text("\n\n" + LETTER.replace("I recieved your\n", "I recieved\nyour "), "utf-8")
    again = asked(desk, "date", "1st")
    assert (again.id, again.status) == (question.id, "decided")


def test_other_evidence_is_asked_again_and_says_what_changed(desk):
    question = asked(desk, "date", "1st")
    desk.answer("bear", "", {"question": question.id, "do": "accept"})
    path = desk.folder / "bear.txt"
    path.write_text(LETTER.replace("3 March 1894", "3 April 1894"), "utf-8")
    again = asked(desk, "date", "1st")
    assert again.status == "changed"
    assert (again.answer.seen, again.seen) == ("1894-03-01 (date.day-of-letter)", "1894-04-01 (date.day-of-letter)")
    assert "C007" in [finding.code for finding in desk.sheet("bear").findings]
    assert again in list(desk.open_questions(desk.sheet("bear")))


def test_a_refusal_another_value_and_a_retraction_take_each_others_place(desk):
    question = asked(desk, "date", "1st")
    desk.answer("bear", "", {"question": question.id, "do": "reject", "why": "a bill"})
    assert 'is-not = "date"' in decisions(desk)
    desk.answer("bear", "", {"question": question.id, "set": {"is": "date", "when": "1894-02-01"}})
    assert decisions(desk).count("[[decision]]") == 1
    assert 'when = "1894-02-01"' in decisions(desk)
    assert "a bill" not in decisions(desk)
    sheet = desk.answer("bear", "", {"question": question.id, "do": "retract"})
    assert "[[decision]]" not in decisions(desk)
    assert next(q for q in sheet.questions if q.id == question.id).status == "open"


def test_words_are_chosen_by_where_they_stand(desk):
    start = LETTER.index("the Old Bear")
    sheet = desk.answer(
        "bear", "", {"span": [start, start + 12], "set": {"is": "signature"}, "why": "her name at home"}
    )
    assert [(d.value, s.start) for d, s in sheet.decided] == [("signature", start)]
    assert sheet.findings == ()
    (decision,) = [d for d, _ in sheet.decided]
    desk.answer("bear", "", {"retract": decision.said.line})
    assert "signature" not in decisions(desk)


def test_the_sender_is_decided(desk):
    question = asked(desk, "sender")
    sheet = desk.answer("bear", "", {"question": question.id, "set": {"is": ["Weber, Anna"]}})
    assert next(q for q in sheet.questions if q.kind == "sender").decided == "Weber, Anna"


def test_an_answer_to_what_is_not_there_any_more_is_not_written(desk):
    version = desk.sheet("bear").version
    path = desk.folder / "bear.decisions.toml"
    path.write_text("# mine\n", "utf-8")
    question = asked(desk, "date", "1st")
    with pytest.raises(StaleError):
        desk.answer("bear", version, {"question": question.id, "do": "accept"})
    assert decisions(desk) == "# mine\n"
    desk.answer("bear", desk.sheet("bear").version, {"question": question.id, "do": "accept"})
    assert decisions(desk).startswith("# mine\n")


def test_undo_gives_the_file_back_byte_for_byte_unless_somebody_else_wrote(desk):
    path = desk.folder / "bear.decisions.toml"
    path.write_bytes(b"# mine\r\n[document]\r\nplace = 'Bremen'   # sure\r\n")
    before = path.read_bytes()
    desk.answer("bear", "", {"question": asked(desk, "date", "1st").id, "do": "accept"})
    assert path.read_bytes().startswith(before)
    assert desk.undo().file.id == "bear"
    assert path.read_bytes() == before
    assert desk.undo() is None
    desk.answer("bear", "", {"question": asked(desk, "date", "1st").id, "do": "accept"})
    path.write_bytes(path.read_bytes() + b"# more\n")
    with pytest.raises(StaleError):
        desk.undo()


def test_undo_takes_the_file_away_that_it_made(desk):
    desk.answer("bear", "", {"question": asked(desk, "date", "1st").id, "do": "accept"})
    desk.undo()
    assert not (desk.folder / "bear.decisions.toml").exists()


@pytest.mark.parametrize(
    "said",
    [
        {"span": [0, 5], "set": {"is": "poem"}},
        {"span": [5, 0], "set": {"is": "date"}},
        {"span": "all", "set": {"is": "date"}},
        {"span": [0, 5], "set": {"is": "date", "when": "yesterday"}},
        {"span": [0, 5], "set": {"words": "x", "is": "date"}},
        {"span": [0, 5]},
        {"fact": "genre", "set": {"is": "poem"}},
        {"fact": "shoe size", "set": {"is": "7"}},
        {},
    ],
)
def test_what_can_be_no_decision_is_refused_and_nothing_is_written(desk, said):
    with pytest.raises(RefusedError):
        desk.answer("bear", "", said)
    assert decisions(desk) == ""


def test_a_file_with_a_fault_is_not_written_to(desk):
    path = desk.folder / "bear.decisions.toml"
    path.write_text("[document\n", "utf-8")
    with pytest.raises(RefusedError):
        desk.answer("bear", "", {"span": [0, 5], "set": {"is": "place"}})
    assert decisions(desk) == "[document\n"


def test_a_link_out_of_the_edition_is_not_written_through(desk, tmp_path):
    elsewhere = tmp_path / "elsewhere.toml"
    elsewhere.write_text("", "utf-8")
    (desk.folder / "bear.decisions.toml").symlink_to(elsewhere)
    with pytest.raises(RefusedError):
        desk.answer("bear", "", {"span": [0, 5], "set": {"is": "place"}})
    assert elsewhere.read_text("utf-8") == ""


def test_what_does_not_go_together_with_other_documents_is_a_question_until_it_was_looked_at(desk):
    desk.compare()
    (missing,) = [q for q in desk.sheet("bear").questions if q.rule == "A003"]
    assert (missing.kind, missing.status) == ("finding", "open")
    assert missing in list(desk.open_questions(desk.sheet("bear")))
    sheet = desk.answer("bear", "", {"question": missing.id, "do": "accept", "why": "it was burnt"})
    assert [q.status for q in sheet.questions if q.rule == "A003"] == ["decided"]
    again = Desk(desk.folder, jobs=1)
    again.open()
    again.compare()
    assert not [q for q in again.open_questions(again.sheet("bear")) if q.rule == "A003"]
