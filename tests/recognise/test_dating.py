import pytest

from letters import document, find, sheet, tei, transcript, words
from teiedit.model.document import Dated
from teiedit.model.position import Span
from teiedit.recognise import dates as recognise_dates
from teiedit.recognise import dating
from teiedit.recognise.dating import find_dates
from teiedit.tools.tei import serialise
from teiedit.validate import check_file


def dates(body, date="27 October 1962"):
    return find(tei(sheet(body, date=date)), "//tei:body//tei:p//tei:date")


def test_a_date_without_a_year_takes_that_of_the_document_and_says_so():
    root = tei(sheet("Your note of October 26th came."))
    (date,) = find(root, "//tei:body//tei:p/tei:date")
    assert (date.get("when"), date.get("cert"), date.get("evidence")) == ("1962-10-26", "high", "internal")
    (reason,) = find(root, f"//tei:certainty[@target = '#{date.get('{http://www.w3.org/XML/1998/namespace}id')}']")
    assert reason.get("ana") == "#r-date-context-year"
    assert "the year 1962 is that of the document" in words(reason)


def test_december_in_a_letter_of_january_is_that_of_the_year_before():
    (date,) = dates("Your note of December 30th came.", date="4 January 1963")
    assert date.get("when") == "1962-12-30"


def test_a_date_far_from_the_document_is_less_certain():
    (date,) = dates("We met on 1 May.", date="27 October 1962")
    assert (date.get("when"), date.get("cert")) == ("1962-05-01", "medium")


def test_a_full_date_is_read_and_not_inferred():
    (date,) = dates("We met on 1 May 1961.")
    assert (date.get("when"), date.get("cert"), date.get("resp")) == ("1961-05-01", None, None)


def test_a_date_without_a_year_anywhere_keeps_day_and_month():
    (date,) = find(tei("Dear Sir,\n\nWe met on October 26th.\n"), "//tei:date")
    assert date.get("when") == "--10-26"


def test_a_range_of_days_is_from_and_to():
    (date,) = dates("We met on 3-5 October.")
    assert (date.get("from"), date.get("to")) == ("1962-10-03", "1962-10-05")


def test_a_day_that_no_calendar_has_gets_no_value_and_a_finding():
    text = sheet("We met on 31 June 1962.")
    (date,) = find(tei(text), "//tei:body//tei:p//tei:date")
    assert date.get("when") is None
    (finding,) = document(text).diagnostics
    assert (finding.code, finding.place.line, finding.place.column) == ("D012", 10, 11)
    assert '"31 June 1962"' in finding.message


@pytest.mark.parametrize(("day", "codes"), [("Saturday", []), ("Monday", ["D013"])])
def test_a_weekday_is_compared_with_its_date(day, codes):
    assert [d.code for d in document(sheet(f"We met on {day}, 27 October 1962.")).diagnostics] == codes


def settled(words, context="", tag="en", **more):
    (found,) = recognise_dates.find(words, [tag])
    return dating.settle(found, context, **more)


@pytest.mark.parametrize(
    ("tag", "words", "context", "value", "rule", "cert"),
    [
        ("de", "8. VIII. 06.", "1906-08-08", "1906-08-08", "date.short-year", "high"),
        ("en", "May 14 '79", "1879", "1879-05-14", "date.short-year", "high"),
        ("de", "3. 5. 99", "1901-01-01", "1899-05-03", "date.short-year", "high"),
        ("de", "3. 5. 48", "1901-01-01", "1948-05-03", "date.short-year", "medium"),
        ("en", "the 11th instant", "1850-05-20", "1850-05-11", "date.relative", "high"),
        ("en", "the 23d ultimo", "1850-01-20", "1849-12-23", "date.relative", "high"),
        ("de", "am 3. n. M.", "1850-12-20", "1851-01-03", "date.relative", "high"),
        ("en", "26th October last", "1862-05-01", "1861-10-26", "date.relative", "high"),
        ("en", "7th March next", "1850-03-08", "1851-03-07", "date.relative", "high"),
        ("de", "am 3. Mai v. J.", "1862-08-01", "1861-05-03", "date.relative", "high"),
        ("fr", "23 Septembre dernier", "1914-10-03", "1914-09-23", "date.relative", "high"),
        ("de", "Ende Mai", "1903-06-04", "1903-05-21/1903-05-31", "date.context-year", "medium"),
        ("en", "before June 15", "1901-06-01", "1901-06-15", "date.context-year", "high"),
        ("en", "October 25 O.S.", "1917-11-20", "1917-11-07", "date.context-year", "high"),
        ("de", "[5. 8. 1895?]", "", "1895-08-05", "date.supplied", "low"),
        ("en", "5/3/1862", "", "1862", "date.reading", "medium"),
        ("en", "3 May 1862", "1850", "1862-05-03", "", "high"),
    ],
)
def test_what_the_words_leave_open_is_taken_from_the_document(tag, words, context, value, rule, cert):
    result = settled(words, context, tag)
    assert "/".join(v for name, v in result.found.attributes() if name != "calendar") == value
    assert (result.rule, result.cert) == (rule, cert)


@pytest.mark.parametrize(("tag", "words"), [("de", "8. VIII. 06."), ("en", "the 11th instant"), ("de", "Ende Mai")])
def test_without_a_document_date_no_year_is_invented(tag, words):
    result = settled(words, "", tag)
    assert result.found.start.year == 0


def test_a_weekday_tells_the_century_of_a_short_year():
    result = settled("Mittwochs 13.XII.54", "", "de")
    assert result.found.attributes() == (("when", "1854-12-13"),)
    assert (result.rule, result.cert) == ("date.weekday-year", "medium")
    assert "only in 1854 did it fall on a Wednesday" in result.note


def test_a_weekday_tells_which_of_two_years_is_meant():
    result = settled("Thursday, October 26", "1962-10-27")
    assert (result.found.start.year, result.cert) == (1961, "medium")


def test_a_year_that_the_caller_only_guesses_makes_no_date_certain():
    result = settled("8. VIII. 06.", "", "de", year=1900)
    assert (result.found.start.year, result.cert) == (1906, "medium")


def test_a_month_that_is_too_short_for_the_day_gives_no_value():
    assert settled("the 30th ult.", "1850-03-02").found.attributes() == ()


def test_a_time_beside_a_date_is_marked():
    text = transcript("Lima, April 4, 1934—10 p.m. [Received April 5—1:12 a.m.]\n")
    found = find_dates(text, Span(0, len(text.source.text)), ["en"], None)
    times = [(text.words(mark.span), dict(mark.attributes)) for mark in found.marks if mark.kind == "time"]
    assert times == [("10 p.m.", {"when": "22:00:00"}), ("1:12 a.m.", {"when": "01:12:00"})]


def test_a_time_far_from_any_date_is_left_to_the_text():
    text = transcript("He came at 10 p.m. and left again.\n")
    assert find_dates(text, Span(0, len(text.source.text)), ["en"], None).marks == ()


def test_every_rule_that_evidence_names_is_described():
    assert {rule for name, rule in vars(dating).items() if name.endswith("_RULE")} == set(dating.RULES)


def test_what_the_dates_of_a_text_become_is_valid_tei():
    body = (
        "On [5. 8. 1895?], between 3 May and 5 June 1890, late October, the 11th inst., "
        "25 October 1917 O.S., 3d and 4th May."
    )
    root = tei(sheet(body))
    assert len(find(root, "//tei:body//tei:p//tei:date")) == 7
    assert [d.message for d in check_file(serialise(root), "letter.xml")] == []


def test_dates_of_three_calendars_are_declared_and_valid():
    root = tei(sheet("We met on 25 October 1917 O.S., on 3/15 May 1848 and on 18 Brumaire VIII."))
    dates_found = find(root, "//tei:body//tei:p//tei:date")
    assert [date.get("when") for date in dates_found] == ["1917-11-07", "1848-05-15", "1799-11-09"]
    assert [date.get("calendar") for date in dates_found] == ["#julian", "#gregorian #julian", "#republican"]
    assert [d.message for d in check_file(serialise(root), "letter.xml") if d.code != "S007"] == []


@pytest.mark.parametrize(
    ("text", "tags", "expected"),
    [
        ("I have your letter of the 9th.", ["en"], [("9th", "1914-11-09")]),
        ("I have your letter of the 12th.", ["en"], [("12th", "1914-10-12")]),
        ("I have his telegram of the 31st, and am glad.", ["en"], [("31st", "1914-10-31")]),
        ("Ihr Brief vom 3. liegt vor mir.", ["de"], [("3.", "1914-11-03")]),
        ("Votre lettre du 11 m'a trouvé.", ["fr"], [("11", "1914-11-11")]),
        ("Votre lettre du 1er m'a trouvé.", ["fr"], [("1er", "1914-11-01")]),
        ("your letter of the 9th of December", ["en"], [("9th of December", "1913-12-09")]),
        ("sa lettre du 14 décembre", ["fr"], [("14 décembre", "1913-12-14")]),
        ("We meet on the 9th of December.", ["en"], [("9th of December", "1914-12-09")]),
        ("I meet him on the 9th; of letters none.", ["en"], []),
    ],
)
def test_a_letter_that_is_named_is_older_than_the_one_that_names_it(text, tags, expected):
    read = transcript(text)
    sent = Dated("12 November 1914", (("when", "1914-11-12"),))
    marks = find_dates(read, Span(0, len(text)), tags, sent).marks
    assert [(read.words(mark.span), dict(mark.attributes)["when"]) for mark in marks] == expected


def test_a_day_that_the_month_before_lacks_is_of_an_earlier_one():
    read = transcript("your letter of the 31st")
    (mark,) = find_dates(read, Span(0, 23), ["en"], Dated("", (("when", "1914-03-02"),))).marks
    assert (mark.attributes, mark.evidence.rule, mark.evidence.cert) == (
        (("when", "1914-01-31"),),
        "date.day-of-letter",
        "medium",
    )
