"""The chapters of the edition's books."""

from __future__ import annotations

import pytest

from teiedit.catalogue import divide
from teiedit.catalogue.parties import told_apart
from teiedit.model.catalogue import Days, Record
from teiedit.model.volume import Chapter, Volume

PEOPLE = {"ada": "Ada Byron", "ben": "Ben Jonson", "cy": "Cy Young"}


def record(name: str, day: str, sender: str = "", recipient: str = "") -> Record:
    senders, recipients = ((f"#p-{who}",) if who else () for who in (sender, recipient))
    people = tuple((f"p-{who}", PEOPLE[who]) for who in (sender, recipient) if who in PEOPLE)
    called = tuple((f"#p-{who}", who.title()) for who in (sender, recipient) if who)
    return Record(name, name, "en", senders, recipients, Days(day, day), None, people, called)


LETTERS = [
    record("late", "1912-01-01", "cy", "ada"),
    record("first", "1911-01-01", "ada", "ben"),
    record("answer", "1911-02-01", "ben", "ada"),
    record("aside", "1911-03-01", "eve", "cy"),
    record("undated", "", "ada", "ben"),
    record("minutes", "1911-01-05"),
]


def divided(chapters: str | tuple[Chapter, ...]) -> list[tuple[str, tuple[str, ...]]]:
    return [(one.title or one.word, one.documents) for one in divide(LETTERS, Volume(chapters))]


def test_a_chapter_for_each_year_and_one_for_what_is_undated() -> None:
    assert divided("year") == [
        ("1911", ("first", "minutes", "answer", "aside")),
        ("1912", ("late",)),
        ("undated", ("undated",)),
    ]


def test_a_chapter_for_each_correspondence_called_after_the_other_party() -> None:
    assert divided("correspondent") == [
        ("Ben Jonson", ("first", "answer", "undated")),
        ("Cy Young – Eve", ("aside",)),
        ("Cy Young", ("late",)),
        ("others", ("minutes",)),
    ]


def test_without_somebody_who_is_in_most_letters_both_parties_are_named() -> None:
    letters = [record("a", "1911", "ada", "ben"), record("b", "1912", "cy", "nobody")]
    assert [one.title for one in divide(letters, Volume("correspondent"))] == [
        "Ada Byron – Ben Jonson",
        "Cy Young – Nobody",
    ]


def test_the_editors_chapters_and_their_order_with_what_is_left_at_the_end() -> None:
    given = (
        Chapter("Late", ("late", "none", "minutes")),
        Chapter("Empty", ("none",)),
        Chapter("Early", ("first", "late")),
    )
    assert divided(given) == [
        ("Late", ("late", "minutes")),
        ("Early", ("first",)),
        ("others", ("answer", "aside", "undated")),
    ]


@pytest.mark.parametrize("chapters", ["year", "correspondent", (Chapter("A", ("aside",)),)])
def test_every_document_stands_in_one_chapter(chapters: str | tuple[Chapter, ...]) -> None:
    assert sorted(name for _, documents in divided(chapters) for name in documents) == sorted(r.id for r in LETTERS)


@pytest.mark.parametrize("chapters", ["year", "correspondent", "none"])
def test_what_is_not_divided_has_no_chapters(chapters: str) -> None:
    assert divide(LETTERS[1:3], Volume(chapters)) == ()
    assert divide(LETTERS, Volume("none")) == ()


def test_two_of_one_family_name_have_a_chapter_each() -> None:
    letters = [
        record("a", "1911", "ada", "smith"),
        record("b", "1912", "ada", "smith"),
        record("c", "1913", "ben", "ada"),
    ]
    letters[1] = told_apart(letters[1], {"p-smith": "p-mary-smith"})
    assert letters[1].recipients == ("#p-mary-smith",)
    assert [one.documents for one in divide(letters, Volume("correspondent"))] == [("a",), ("b",), ("c",)]
