"""A file of decisions keeps what an editor has written in it, whatever is added, changed or taken back."""

from __future__ import annotations

import tomllib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from teiedit.review.writing import with_decision, with_fact, without_decision, without_fact

FILE = """\
# Letter 7: what we know.
[document]
sender = "Weber, Anna" # by the hand
# the envelope is lost

[[decision]]
words = "May"   # twice
before = "in "
is-not = "date"

# Look at the original again!
[[decision]]
words = "recieved"
read = "received"
# end
"""


def said(text):
    return tomllib.loads(text.removeprefix("\ufeff"))


def comments(text):
    return [line.partition("#")[2].strip() for line in text.splitlines() if "#" in line]


def test_a_new_decision_stands_at_the_end():
    after = with_decision(FILE, {"words": 'a "b" \\ c', "is": "person", "on": "2026-11-24"})
    assert after.startswith(FILE)
    assert said(after)["decision"][2]["words"] == 'a "b" \\ c'
    assert str(said(after)["decision"][2]["on"]) == "2026-11-24"


def test_the_first_decision_makes_the_file():
    assert said(with_decision("", {"words": "x", "is": "date"})) == {"decision": [{"words": "x", "is": "date"}]}


def test_another_answer_takes_the_place_of_the_first():
    after = with_decision(FILE, {"words": "May", "before": "in ", "is": "date", "when": "1893-05"}, 0)
    assert said(after)["decision"][0] == {"words": "May", "before": "in ", "is": "date", "when": "1893-05"}
    assert comments(after) == comments(FILE)


def test_a_decision_is_taken_back_and_the_comments_stay():
    first, last = without_decision(FILE, 0), without_decision(FILE, 1)
    assert [d["words"] for d in said(first)["decision"]] == ["recieved"]
    assert [d["words"] for d in said(last)["decision"]] == ["May"]
    assert "# Look at the original again!" in first
    assert comments(last) == comments(FILE)


def test_the_last_decision_of_a_file_is_taken_back():
    assert said(without_decision("[[decision]]\nwords = 'x'\nis = 'date'\n", 0)) == {}


def test_a_header_within_a_text_is_no_decision():
    text = "[[decision]]\nwords = 'x'\nnote = '''\n[[decision]]\n'''\n\n[[decision]]\nwords = 'y'\nlevel = 1\n"
    assert [d["words"] for d in said(without_decision(text, 1))["decision"]] == ["x"]


def test_a_fact_is_decided_and_taken_back():
    after = with_fact(FILE, "date", {"is": "1862", "by": "AB"})
    assert said(after)["document"]["date"] == {"is": "1862", "by": "AB"}
    assert said(without_fact(after, "date")) == said(FILE)
    assert comments(after) == comments(FILE)
    changed = with_fact(FILE, "sender", {"is": "p-weber"})
    assert said(changed)["document"]["sender"] == {"is": "p-weber"}


@pytest.mark.parametrize(
    "text", ["", "# x\n", "[[decision]]\nwords = 'x'\nis = 'date'\n", "# x\n\n[[decision]]\nwords='x'\nlevel=1"]
)
def test_a_fact_is_decided_where_none_was(text):
    after = with_fact(text, "sender", {"is": ["A", "B"]})
    assert said(after) == {**said(text), "document": {"sender": {"is": ["A", "B"]}}}
    assert comments(after) == comments(text)


def test_line_ends_and_the_byte_order_mark_stay():
    text = "\ufeff" + FILE.replace("\n", "\r\n")
    for after in (
        with_decision(text, {"words": "x", "is": "date"}),
        without_decision(text, 0),
        with_fact(text, "place", {"is": "Bremen"}),
    ):
        assert after.startswith("\ufeff#")
        assert "\n" not in after.replace("\r\n", "")


TEXTS = st.text(st.sampled_from("ab \"'\\#[]=\n\té\u2028"), min_size=1, max_size=12)
STEPS = st.one_of(
    st.tuples(st.just("add"), TEXTS),
    st.tuples(st.just("change"), TEXTS),
    st.tuples(st.just("remove"), st.just("")),
    st.tuples(st.just("fact"), TEXTS),
    st.tuples(st.just("no fact"), st.just("")),
)


@settings(deadline=None)
@given(st.lists(STEPS, max_size=8), st.data())
def test_whatever_is_done_the_file_says_just_that_and_keeps_its_comments(steps, data):
    text, wanted = FILE, said(FILE)
    for step, words in steps:
        listed, facts = wanted.get("decision", []), wanted.get("document", {})
        if step == "add":
            table = {"words": words, "note": words}
            text = with_decision(text, table)
            wanted = {**wanted, "decision": [*listed, table]}
        elif step == "change" and listed:
            number = data.draw(st.integers(0, len(listed) - 1))
            text = with_decision(text, {"words": words, "read": words}, number)
            kept = {k: v for k, v in listed[number].items() if k == "before"}
            listed = [*listed[:number], {**kept, "words": words, "read": words}, *listed[number + 1 :]]
            wanted = {**wanted, "decision": listed}
        elif step == "remove" and listed:
            number = data.draw(st.integers(0, len(listed) - 1))
            text = without_decision(text, number)
            wanted = {**wanted, "decision": [*listed[:number], *listed[number + 1 :]]}
        elif step == "fact":
            text = with_fact(text, "title", {"is": words})
            wanted = {**wanted, "document": {**facts, "title": {"is": words}}}
        elif step == "no fact" and "title" in facts:
            text = without_fact(text, "title")
            wanted = {**wanted, "document": {k: v for k, v in facts.items() if k != "title"}}
        now = said(text)
        assert now.get("decision", []) == wanted.get("decision", [])
        assert now.get("document", {}) == wanted.get("document", {})
    for line in ("# Letter 7: what we know.", "# the envelope is lost", "# Look at the original again!", "# end"):
        assert line in text
