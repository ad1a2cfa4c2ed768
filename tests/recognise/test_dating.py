import pytest

from letters import document, find, sheet, tei, words


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
