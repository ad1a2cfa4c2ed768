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
    pytest.param(rule, text, id=f"{rule.id}: {text}")
    for language in dates.languages()
    for rule in dates.rules(language)
    for text in rule.counterexamples
]


@pytest.mark.parametrize(("language", "rule", "text", "value"), EXAMPLES)
def test_an_example_is_read_whole_by_its_rule(language, rule, text, value):
    sentence = f"We met on {text}; it rained."
    (found,) = dates.find(sentence, [language])
    assert sentence[found.span.start : found.span.end].rstrip(".") == text.rstrip(".")
    assert found.rule is rule
    assert "/".join(v for _, v in found.attributes()) == value


@pytest.mark.parametrize(("rule", "text"), COUNTEREXAMPLES)
def test_a_counterexample_is_left_alone_by_its_rule(rule, text):
    assert not rule.pattern.search(text)


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


def test_a_language_without_rules_finds_nothing():
    assert dates.find("27 October 1962", ["xx"]) == ()
