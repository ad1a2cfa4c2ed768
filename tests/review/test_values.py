"""What an editor writes becomes what a decision says, or a hint at what can be written."""

from __future__ import annotations

import pytest

from desks import desk, question
from teiedit.model.register import Entry, Register
from teiedit.review import values

REGISTER = Register(
    (
        Entry("p-weber", "persName", "Weber, Anna", ("Änne",)),
        Entry("p-weber-2", "persName", "Weber, Anna"),
        Entry("p-bär", "persName", "Bär, Otto"),
        Entry("o-verein", "orgName", "Verein"),
        Entry("pl-bremen", "placeName", "Bremen"),
    )
)


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    return desk(tmp_path_factory.mktemp("values"))


@pytest.mark.parametrize(
    ("kind", "words", "value", "wanted"),
    [
        ("date", "9th", "1894-02", {"is": "date", "when": "1894-02"}),
        ("date", "9th", "1894-02-01/1894-02-03", {"is": "date", "from": "1894-02-01", "to": "1894-02-03"}),
        (
            "date",
            "9th",
            "[1894-02-01..1894-02-03]",
            {"is": "date", "not-before": "1894-02-01", "not-after": "1894-02-03"},
        ),
        ("date", "9th", "..1894-02", {"is": "date", "not-after": "1894-02"}),
        ("place", "Bremen", "bremen", {"is": "place", "entry": "pl-bremen"}),
        ("place", "Bremen", "#o-verein", {"is": "organisation", "entry": "o-verein"}),
        ("place", "Bremen", "Otto Bar", {"is": "person", "entry": "p-bär"}),
        ("place", "Bremen", "person", {"is": "person"}),
        ("signature", "Anna Weber", "Office", {"is": "office"}),
        ("sender", None, "p-weber; Otto Bär", {"is": ["p-weber", "Otto Bär"]}),
        ("sender", None, "Weber, Anna", {"is": "Weber, Anna"}),
        ("sender", None, "Nobody", {"is": []}),
        ("genre", None, "telegram", {"is": "telegram"}),
    ],
)
def test_what_can_be_is_taken(made, kind, words, value, wanted):
    assert values.changed(question(made, kind, words), value, REGISTER) == wanted


@pytest.mark.parametrize(
    ("kind", "words", "value", "hint"),
    [
        ("date", "9th", "9.2.1894", "1962-10-27"),
        ("date", "9th", "", "1962-10-27"),
        ("date", "9th", "..", "1962-10-27"),
        ("place", "Bremen", "Anna Weber", "several are called so: p-weber, p-weber-2"),
        ("place", "Bremen", "Hamburg", 'the register knows no "Hamburg"'),
        ("signature", "Anna Weber", "date", "write one of: heading"),
        ("sender", None, "p-webber", 'the register knows no "p-webber"'),
        ("genre", None, "novel", "letter, telegram"),
    ],
)
def test_what_cannot_be_is_answered_with_what_can(made, kind, words, value, hint):
    with pytest.raises(values.ImpossibleError, match=r".") as raised:
        values.changed(question(made, kind, words), value, REGISTER)
    assert hint in str(raised.value)


def test_entries_are_found_by_the_beginnings_of_their_words():
    assert [e.id for e in values.found(REGISTER.entries, "web an")] == ["p-weber", "p-weber-2"]
    assert [e.id for e in values.found(REGISTER.entries, "BAR")] == ["p-bär"]
    assert [e.id for e in values.found(REGISTER.entries, "eber")] == []
    assert list(values.found(REGISTER.entries, " ")) == []
