"""What holds for the search as a whole: no invention, no crash, and time in proportion to the text."""

from __future__ import annotations

import sys
import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from teiedit.recognise import dates

PIECES = (
    *"1 3 12 31 32 906 1848 19223 99 0 '90 I921 3d 13ten 1er 7ber ½ ¾ IV VIII i v I".split(),
    *"May Octobre März 8bre Sept. JuiIlet brumaire Monday Freitag lundi den le the of d. M. inst. ult. v. J.".split(),
    *"before nach um c. between und et & to bis - – — / . , : ; ? ! [ ] ( ) O.S. Ende late fin No. § £ an l'an".split(),
    *"twenty-first hundred one thousand eight hundred mil huit cent achtzehnhundert noon 10 p.m. 11 Uhr".split(),
    "\n",
    "\n\n",
    "\t",
    " ",
    "",
)
TEXTS = st.lists(st.sampled_from(PIECES), max_size=30).flatmap(
    lambda words: st.sampled_from((" ", "", ". ", "/")).map(lambda gap: gap.join(words))
)
TAGS = ("en", "de", "fr", "it", "nl", "es", "la", "und")


@settings(deadline=None, max_examples=300)
@given(TEXTS, st.lists(st.sampled_from(TAGS), min_size=1, max_size=3))
def test_any_text_is_read_without_failing(text, tags):
    found = dates.find(text, tags)
    assert list(found) == sorted(found, key=lambda date: date.span)
    for one, other in pairwise(found):
        assert not one.span.overlaps(other.span)
    for date in found:
        assert text[date.span.start : date.span.end].strip()
        assert all(value for _, value in date.attributes())
        assert date.in_year(1850).start.year or date.start.day
    rest, last = dates.heading(text, tags)
    assert text.startswith(rest)
    assert last is None or last.span.start >= len(rest)
    dates.times(text, tags)


@settings(deadline=None, max_examples=100)
@given(st.text(max_size=60), st.sampled_from(TAGS))
def test_any_characters_are_read_without_failing(text, tag):
    for date in dates.find(text, [tag]):
        assert 0 <= date.span.start < date.span.end <= len(text)


def _calls(text):
    """Count the calls that reading `text` takes: unlike time, the same on every machine."""
    count = 0

    def note(_frame, event, _argument):
        nonlocal count
        count += event == "call"

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        dates.find(text, ["en", "de", "fr"])
    finally:
        sys.setprofile(before)
    return count


HARD = (
    "1. ",
    "1/",
    "[",
    "[3? ",
    "May ",
    "3 May ",
    "den ",
    "12, 13, ",
    "3-",
    "a",
    "1",
    " ",
    "eight hundred ",
    "le 3 et ",
    "?]",
)


@pytest.mark.parametrize("piece", HARD)
def test_the_work_grows_no_faster_than_the_text(piece):
    dates.find(piece, ["en", "de", "fr"])
    small, large = _calls(piece * 100), _calls(piece * 1600)
    assert large <= 16 * small + 1000


@pytest.mark.parametrize("piece", HARD)
def test_no_pattern_runs_away(piece):
    start = time.process_time()
    dates.find(piece * 4000, ["en", "de", "fr"])
    dates.heading(piece * 400, ["en", "de", "fr"])
    dates.times(piece * 4000, ["en", "de", "fr"])
    assert time.process_time() - start < 5


@pytest.mark.parametrize(
    "text",
    [
        "",
        "No date here.",
        "He may come.",
        "You must march on.",
        "Lot 5, £3. 10. 6.",
        "FO 371/162388",
        "Psalm 5, 3",
        "5/8",
    ],
)
def test_what_is_no_date_is_left_alone(text):
    assert dates.find(text, TAGS) == ()


def values(text, tag):
    return [date.attributes() for date in dates.find(text, [tag])]


def test_a_year_without_its_thousand_is_of_the_second_millennium():
    assert values("Wien, 19/12 906.", "de") == [(("when", "1906-12-19"),)]


def test_a_short_year_is_kept_apart_and_no_century_is_invented():
    (found,) = dates.find("8. VIII. 06.", ["de"])
    assert (found.start.year, found.short) == (0, 6)
    assert found.attributes() == (("when", "--08-08"),)
    assert found.in_year(1906).attributes() == (("when", "1906-08-08"),)


def test_a_day_counted_from_the_documents_month_has_no_value_of_its_own():
    (found,) = dates.find("your letter of the 23d ultimo", ["en"])
    assert (found.months, found.attributes()) == (-1, ())
    assert found.within(1849, 12).attributes() == (("when", "1849-12-23"),)


def test_brackets_of_an_editor_are_part_of_the_date_and_lower_its_certainty():
    text = "A an B, [22.? 8. 1891]"
    (found,) = dates.find(text, ["de"])
    assert text[found.span.start : found.span.end] == "[22.? 8. 1891]"
    assert (found.supplied, found.doubtful, found.cert) == (True, True, "low")


def test_a_bracket_that_closes_something_else_is_left_outside():
    text = "[Received June 30, 1917]"
    (found,) = dates.find(text, ["en"])
    assert text[found.span.start : found.span.end] == "June 30, 1917"
    assert not found.supplied


def test_a_question_that_ends_with_a_date_is_not_a_doubtful_date():
    (found,) = dates.find("Did you come on 3 May 1890?", ["en"])
    assert (found.doubtful, found.cert) == (False, "high")


def test_days_joined_by_and_are_each_a_date():
    assert values("the 3d and 5th of May, 1862", "en") == [(("when", "1862-05-03"),), (("when", "1862-05-05"),)]


def test_the_value_of_an_old_style_date_is_gregorian():
    (found,) = dates.find("25 October 1917, O.S.", ["en"])
    assert (found.calendar, found.attributes()) == ("julian", (("when", "1917-11-07"), ("calendar", "#julian")))


def test_an_old_style_date_without_its_year_has_no_value_until_the_year_is_known():
    (found,) = dates.find("25 October O.S.", ["en"])
    assert found.attributes() == ()
    assert found.in_year(1917).attributes() == (("when", "1917-11-07"), ("calendar", "#julian"))


def test_a_dual_date_that_does_not_fit_its_century_is_less_sure():
    (right,) = dates.find("3/15 May 1848", ["en"])
    (wrong,) = dates.find("3/14 May 1848", ["en"])
    assert (right.cert, wrong.cert) == ("high", "medium")


def test_a_range_over_new_year_ends_in_the_year_after():
    (found,) = dates.find("vom 28. Dezember bis 3. Januar", ["de"])
    assert found.in_year(1850).attributes() == (("from", "1850-12-28"), ("to", "1851-01-03"))


def test_the_language_named_first_decides_between_equal_readings():
    (found,) = dates.find("Mai 1848", ["de", "fr"])
    assert found.rule.id == "de.month-year"
