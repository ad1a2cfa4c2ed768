"""Letters that are named in letters: the examples of every language, and what no language's file can show."""

import pytest

from teiedit.model.position import Span
from teiedit.recognise import dates, formulas, letters

EXAMPLES = [(tag, *example) for tag in letters.languages() for example in letters.words(tag).examples]
COUNTEREXAMPLES = [(tag, text) for tag in letters.languages() for text in letters.words(tag).counterexamples]


def read(text, tag):
    spans = [found.span for found in dates.find(text, [tag])]
    spans += [span for span, _ in letters.days_alone(text, [tag]) if not any(span.overlaps(one) for one in spans)]
    return letters.named(text, sorted(spans), [tag])


@pytest.mark.parametrize(("tag", "text", "whose", "date"), EXAMPLES, ids=[f"{e[0]}: {e[1][:40]}" for e in EXAMPLES])
def test_an_example_names_one_letter(tag, text, whose, date):
    assert [(named.whose, text[named.date.start : named.date.end]) for named in read(text, tag)] == [(whose, date)]


@pytest.mark.parametrize(("tag", "text"), COUNTEREXAMPLES, ids=[f"{c[0]}: {c[1][:40]}" for c in COUNTEREXAMPLES])
def test_a_counterexample_names_none(tag, text):
    assert read(text, tag) == ()


def test_every_language_of_set_phrases_can_name_letters():
    assert set(letters.languages()) == set(formulas.languages()) - {"und"}


def test_several_letters_are_each_named():
    text = "I have your letters of May 3, 1862, and June 5, 1862, before me."
    assert [named.whose for named in read(text, "en")] == ["yours", "yours"]


def test_the_words_that_name_a_letter_end_with_its_date():
    text = "I have your kind letter of May 3, 1862."
    (named,) = read(text, "en")
    assert named.span == Span(text.index("your"), text.index(".", 30))
    assert named.genre == "letter"
