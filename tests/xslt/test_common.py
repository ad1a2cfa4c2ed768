"""The functions that every output shares."""

from __future__ import annotations

import re

import pytest
from lxml import etree

from pages import EVERYTHING, letter, sent
from support import ROOT
from teiedit.tools.saxon import TransformError, call

COMMON = ROOT / "xslt/common/common.xsl"
LANGUAGES = ("en", "de", "fr")


def f(name, *arguments):
    return call(COMMON, f"{{https://teiedit.org/ns/function}}{name}", *arguments)


def date(attributes, text="x"):
    return f'<date xmlns="http://www.tei-c.org/ns/1.0" {attributes}>{text}</date>'


def words(language):
    return {w.get("key"): w.text for w in etree.parse(ROOT / f"xslt/common/i18n/{language}.xml").iter("word")}


@pytest.mark.parametrize(
    ("attributes", "label"),
    [
        ('when="1962-10-27"', ("27 October 1962", "27. Oktober 1962", "27 octobre 1962")),
        ('when="1962-10-01"', ("1 October 1962", "1. Oktober 1962", "1er octobre 1962")),
        ('when="1962-10"', ("October 1962", "Oktober 1962", "octobre 1962")),
        ('when="0962"', ("962", "962", "962")),
        ('when="1962-10-27T20:05:00-04:00"', ("27 October 1962", "27. Oktober 1962", "27 octobre 1962")),
        (
            'from="1962-10-26" to="1962-10-28"',
            ("26 to 28 October 1962", "26. bis 28. Oktober 1962", "26 au 28 octobre 1962"),
        ),
        (
            'notBefore="1962-10" notAfter="1962-11-05"',
            (
                "between October 1962 and 5 November 1962",
                "zwischen Oktober 1962 und 5. November 1962",
                "entre octobre 1962 et 5 novembre 1962",
            ),
        ),
        (
            'notAfter="1962-11-05"',
            ("5 November 1962 or earlier", "5. November 1962 oder früher", "5 novembre 1962 ou avant"),
        ),
        ('from="1962"', ("1962 or later", "1962 oder später", "1962 ou après")),
        ("", ("x", "x", "x")),
        ('when="--10-27"', ("--10-27", "--10-27", "--10-27")),
    ],
)
def test_a_date_is_written_as_the_language_writes_it(attributes, label):
    assert tuple(f("date-label", date(attributes), language) for language in LANGUAGES) == label


def test_a_region_does_not_change_the_words_and_an_unknown_language_gets_english():
    assert f("date-label", date('when="1962-10-27"'), "de-AT") == "27. Oktober 1962"
    assert f("date-label", date('when="1962-10-27"'), "nl") == "27 October 1962"


@pytest.mark.parametrize(
    ("attributes", "key"),
    [
        ('when="1962-10-27"', "1962-10-27"),
        ('when="1962"', "1962-12-31"),
        ('notBefore="1962-10-01" notAfter="1962-10"', "1962-10-31"),
        ("", "9999"),
    ],
)
def test_an_uncertain_date_is_sorted_at_its_latest_day(attributes, key):
    assert f("date-sort", date(attributes)) == key


@pytest.mark.parametrize(
    ("when", "value"),
    [
        ("1962-10-27", "1962-10-27"),
        ("1962-13-99", ""),
        ("1900-02-29", ""),
        ("1962-10", "1962-10"),
        ("1962", "1962"),
        ("0000", ""),
        ("1962-10-27T20:05:00-04:00", "1962-10-27T20:05:00-04:00"),
        ("1962-10-27T20:05:00", ""),
        ("--10-27", ""),
    ],
)
def test_html_is_given_only_moments_that_it_can_say(when, value):
    assert f("datetime", date(f'when="{when}"')) == value


def test_the_header_is_read_and_silence_is_empty():
    tei = letter(profile=sent('<date when="1962-10-27"/>'))
    facts = {
        name: f(name, tei) for name in ("title", "sender", "recipient", "sent-place", "kind", "reference", "repository")
    }
    assert facts == {
        "title": "A letter",
        "sender": "Ada",
        "recipient": "Ben",
        "sent-place": "",
        "kind": "letter",
        "reference": "",
        "repository": "",
    }


def test_a_name_without_words_is_that_of_its_record():
    assert f("sender", EVERYTHING.split("?>", 1)[1].strip()) == "Herbert Marchant"


def test_copies_are_not_recipients():
    assert f("recipient", EVERYTHING.split("?>", 1)[1].strip()) == "Foreign Office"


def test_a_key_without_words_stops():
    with pytest.raises(TransformError, match="no words for nothing"):
        f("word", "nothing", "en")


def test_a_key_made_from_data_falls_back():
    assert f("word", "kind-poem", "en", "poem") == "poem"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_the_same_keys_and_gaps_to_fill(language):
    english, other = words("en"), words(language)
    assert other.keys() == english.keys()
    for key, text in english.items():
        assert text.strip() == text != ""
        assert other[key].strip() == other[key] != ""
        if key != "date-first":
            gaps = re.compile(r"\{\d?\}")
            assert sorted(gaps.findall(other[key])) == sorted(gaps.findall(text)), key


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_key_comes_twice(language):
    keys = [w.get("key") for w in etree.parse(ROOT / f"xslt/common/i18n/{language}.xml").iter("word")]
    assert len(keys) == len(set(keys))
