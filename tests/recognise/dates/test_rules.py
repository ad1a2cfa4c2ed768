"""Every date rule finds what its examples say, whole, and nothing in its counterexamples."""

from __future__ import annotations

import pytest

from teiedit.recognise import dates

EXAMPLES = [
    pytest.param(language, rule, text, value, id=f"{rule.id}: {text}")
    for language in dates.languages()
    for rule in dates.rules(language)
    for text, value in rule.examples
]
COUNTEREXAMPLES = [
    pytest.param(language, text, id=f"{language}: {text}")
    for language in dates.languages()
    for text in dates.lexicon(language).counterexamples
]


def values(found):
    return "/".join(value for name, value in found.attributes() if name != "calendar")


@pytest.mark.parametrize(("language", "rule", "text", "value"), EXAMPLES)
def test_an_example_is_read_whole_by_its_rule(language, rule, text, value):
    sentence = f"We met on {text}; it rained."
    (found,) = dates.find(sentence, [language])
    assert sentence[found.span.start : found.span.end].rstrip(".") == text.rstrip(".")
    assert found.rule is rule
    assert values(found) == value


@pytest.mark.parametrize(("language", "text"), COUNTEREXAMPLES)
def test_a_counterexample_holds_no_date(language, text):
    assert dates.find(text, [language]) == ()


def test_every_form_has_an_example_in_some_language():
    shown = {
        rule.id.partition(".")[2] for language in dates.languages() for rule in dates.rules(language) if rule.examples
    }
    assert shown == {rule.id.partition(".")[2] for rule in dates.rules("en")}


def test_a_day_that_no_calendar_has_is_not_possible():
    (found,) = dates.find("London, 31 June 1916", ["en"])
    assert not found.possible


def test_the_29th_of_february_is_possible_while_the_year_is_unknown():
    (found,) = dates.find("on February 29th", ["en"])
    assert found.possible
    assert not found.in_year(1963).possible


def test_the_longest_reading_wins_over_its_parts():
    (found,) = dates.find("from 26–28 October 1962.", ["en"])
    assert found.attributes() == (("from", "1962-10-26"), ("to", "1962-10-28"))


def test_a_language_without_a_file_reads_what_is_the_same_in_all():
    (found,) = dates.find("27. X. 1962", ["xx"])
    assert found.rule.id == "und.numeric"


def test_a_regional_tag_is_read_as_its_language():
    (found,) = dates.find("27. Jänner 1962", ["de-AT"])
    assert found.rule.id == "de.day-month-year"
