"""Answers become decisions: several at once or none, and what they rest on is watched."""

from __future__ import annotations

import tomllib
from dataclasses import replace

import pytest

from desks import LETTER, decisions, desk, opened, question
from teiedit.model.question import RefusedError, StaleError
from teiedit.review.answers import accepted
from teiedit.review.desk import all_questions


def test_what_was_not_found_is_accepted_as_nothing(tmp_path):
    text = "\n".join(LETTER.splitlines()[2:9])  # neither dateline nor close
    made = desk(tmp_path, letter1=text)
    assert question(made, "date").rule == ""
    made.answer("letter1", "", {"question": question(made, "date").id, "do": "accept"})
    assert tomllib.loads(decisions(tmp_path))["document"]["date"]["is"] == []
    assert made.sheet("letter1").findings == ()
    assert question(made, "date").decided == "nobody"


def test_several_answers_are_written_together(tmp_path):
    made = desk(tmp_path)
    said = [
        {"question": question(made, "sender").id, "do": "accept"},
        {"question": question(made, "date", "9th").id, "set": {"is": "date", "when": "1894-02-08"}},
        {"question": question(made, "signature", "Anna Weber").id, "do": "accept", "why": "her hand"},
    ]
    made.answer_all("letter1", made.sheet("letter1").version, said)
    file = tomllib.loads(decisions(tmp_path))
    assert file["document"]["sender"]["is"] == "p-weber"
    assert [(d["words"], d["is"]) for d in file["decision"]] == [("9th", "date"), ("Anna Weber", "signature")]
    assert file["decision"][1]["why"] == "her hand"
    made.undo()
    assert decisions(tmp_path) == ""


def test_one_that_cannot_be_keeps_all_from_being_written(tmp_path):
    made = desk(tmp_path)
    said = [
        {"question": question(made, "sender").id, "do": "accept"},
        {"question": question(made, "date", "9th").id, "set": {"is": "date", "when": "1894-02-31"}},
    ]
    with pytest.raises(RefusedError):
        made.answer_all("letter1", "", said)
    assert decisions(tmp_path) == ""


def test_answers_are_replaced_and_taken_back_together(tmp_path):
    made = desk(tmp_path)
    kinds = [("date", "9th"), ("closing", "Ever yours"), ("signature", "Anna Weber")]
    first, second, third = (question(made, kind, words).id for kind, words in kinds)
    for one in (first, second, third):
        made.answer("letter1", "", {"question": one, "do": "accept"})
    again = [
        {"question": first, "do": "retract"},
        {"question": second, "do": "reject"},
        {"question": third, "do": "retract"},
    ]
    made.answer_all("letter1", "", again)
    (left,) = tomllib.loads(decisions(tmp_path))["decision"]
    assert (left["words"], left["is-not"]) == ("Ever yours", "closing")


def test_decisions_in_a_list_on_one_line_are_not_taken_for_one_another(tmp_path):
    made = desk(tmp_path)
    text = 'decision = [{words = "Ever yours", is = "closing"}, {words = "Anna Weber", is = "signature"}]\n'
    (tmp_path / "letter1.decisions.toml").write_text(text, "utf-8")
    asked = question(made, "signature", "Anna Weber")
    assert asked.status == "decided"
    with pytest.raises(RefusedError):
        made.answer("letter1", "", {"question": asked.id, "do": "reject"})
    assert decisions(tmp_path) == text


def test_what_was_sure_and_decided_is_asked_again_when_it_changes(tmp_path):
    made = desk(tmp_path)
    sure = question(made, "salutation", "My dear Carl,")
    assert sure.cert == "high"
    made.answer("letter1", "", {"question": sure.id, "do": "accept"})
    file = tmp_path / "letter1.decisions.toml"
    file.write_text(file.read_text("utf-8").replace(sure.seen, "(zone.of-another-version)"), "utf-8")
    again = question(opened(tmp_path), "salutation", "My dear Carl,")
    assert again.status == "changed"
    assert again.is_asked("medium")


def test_an_answer_to_what_has_changed_meanwhile_is_not_written(tmp_path):
    made = desk(tmp_path)
    seen, asked = made.sheet("letter1").version, question(made, "sender").id
    (tmp_path / "letter1.decisions.toml").write_text("# somebody is at work\n", "utf-8")
    with pytest.raises(StaleError):
        made.answer_all("letter1", seen, [{"question": asked, "do": "accept"}])
    assert decisions(tmp_path) == "# somebody is at work\n"


def test_questions_come_the_least_sure_first(tmp_path):
    made = desk(tmp_path, letter1="\n".join(LETTER.splitlines()[2:]))
    certs = [one.cert for _, one in all_questions(made.sheets.values(), "high")]
    assert certs == sorted(certs, key=("low", "medium", "high").index)
    assert len(set(certs)) > 1


def test_a_date_between_two_days_is_accepted_as_such(tmp_path):
    text = LETTER.replace("3 March 1894", "March 1894 [?]")
    made = desk(tmp_path, letter1=text)
    asked = question(made, "date")
    asked = replace(asked, value=(("notBefore", "1894-03-01"), ("notAfter", "1894-03-31")), rule="document")
    assert accepted(asked, {}) == {"not-before": "1894-03-01", "not-after": "1894-03-31"}
