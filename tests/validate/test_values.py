"""Datatypes, and what is said about values that do not fit them."""

from __future__ import annotations

import pytest

from teiedit.validate.datatypes import Data, Datatype, ListOf, Nothing, OneOf, Repeat, Text, Value, accepts, within
from teiedit.validate.grammar import ours
from teiedit.validate.values import advice, described, kind

WHEN = ours().elements["date"].attributes["when"].datatypes[0]
WORDS = OneOf((Value("high"), Value("medium"), Value("low")))


@pytest.mark.parametrize("value", ["1962-10-27", "1962-10", "1962", "--10-27", "1962-10-27T20:05:00-04:00", "19:00:00"])
def test_dates_are_accepted_at_the_precision_they_have(value: str) -> None:
    assert accepts(WHEN, value)


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("26-10-1962", 'write "1962-10-26"'),
        ("1962/10/26", 'write "1962-10-26"'),
        ("1962-2-3", 'write "1962-02-03"'),
        ("26.10.1962", 'write "1962-10-26"'),
        ("05.05.1962", 'write "1962-05-05"'),
        ("03/04/1962", 'the year comes first: write "1962-04-03" or "1962-03-04", whichever day is meant'),
        ("10/26/1962", 'there is no month 26; did you mean "1962-10-26"?'),
        ("October 26, 1962", 'write "1962-10-26"'),
        ("26th October 1962", 'write "1962-10-26"'),
        ("October 1962", 'write "1962-10"'),
        (
            "1900-02-29",
            'February 1900 has 28 days: write the right day, or only the month, "1900-02"',
        ),
        ("1962-26-10", 'there is no month 26; did you mean "1962-10-26"?'),
        ("19:00", 'a time has seconds too: write "19:00:00"'),
        ("1962-45-45", 'write a date as "1962-10-27", "1962-10" or "1962"; a time as "19:00:00"'),
        ("yesterday", 'write a date as "1962-10-27", "1962-10" or "1962"; a time as "19:00:00"'),
        ("99 99 9999", 'write a date as "1962-10-27", "1962-10" or "1962"; a time as "19:00:00"'),
    ],
)
def test_a_wrong_date_is_told_the_right_form(value: str, said: str) -> None:
    assert not accepts(WHEN, value)
    assert advice(value, WHEN) == said


@pytest.mark.parametrize(
    ("value", "datatype", "said"),
    [
        ("hihg", WORDS, 'did you mean "high"?'),
        ("HIGH", WORDS, 'did you mean "high"?'),
        ("sure", WORDS, "write one of high, medium, low"),
        ("", Data("anyURI"), "say what it points to, or take the attribute away"),
        ("a b", Data("anyURI"), 'a space in a link is written "%20"'),
        ("1 a", Data("ID"), 'an identifier begins with a letter and has no spaces: "x-1-a" would do'),
        ("two", Data("nonNegativeInteger"), 'write a whole number, such as "2"'),
        ("2", Value("1"), 'write "1"'),
    ],
)
def test_other_values_are_told_what_would_do(value: str, datatype: Datatype, said: str) -> None:
    assert advice(value, datatype) == said


def test_every_attribute_of_the_schema_has_words_for_what_it_wants() -> None:
    for rule in ours().elements.values():
        for name, attribute in rule.attributes.items():
            for datatype in attribute.datatypes:
                free = isinstance(datatype, Text)
                assert free or described(datatype) != "any text", (rule.name, name)
                assert free or kind("?", datatype) != "a value it may have", (rule.name, name)


def test_a_value_with_a_character_that_xml_lacks_is_refused() -> None:
    assert not accepts(Text(), "\x00")


@pytest.mark.parametrize(
    ("inner", "outer", "holds"),
    [
        (Value("high"), WORDS, True),
        (WORDS, Value("high"), False),
        (WORDS, Data("token"), True),
        (Text(), Data("string"), True),
        (Text(), Data("token"), False),
        (Data("nonNegativeInteger"), Data("decimal"), True),
        (Data("decimal"), Data("nonNegativeInteger"), False),
        (Data("token", (("pattern", "a"),)), Data("token"), True),
        (Data("token"), Data("token", (("pattern", "a"),)), False),
        (Data("anyURI"), ListOf((Repeat("oneOrMore", Data("anyURI")),)), True),
        (ListOf((Repeat("oneOrMore", WORDS),)), ListOf((Repeat("zeroOrMore", Data("token")),)), True),
        (Nothing(), Data("anyURI"), False),
    ],
)
def test_one_datatype_lies_within_another(inner: Datatype, outer: Datatype, holds: bool) -> None:
    assert within(inner, outer) is holds
