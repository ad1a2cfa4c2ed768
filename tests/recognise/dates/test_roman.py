import pytest

from teiedit.recognise import dates


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Basileae, Calendis Iunii 1544", "1544-06-01"),
        ("Nonis Iulii 1530", "1530-07-07"),
        ("VI. Idus Ianuarias anno 1541", "1541-01-08"),
        ("XVI. Cal. Martias 1543", "1543-02-14"),
        ("prid. Non. Aprilis 1536", "1536-04-04"),
        ("a. d. V. Kal. Septembres 1538", "1538-08-28"),
    ],
)
def test_a_day_of_the_roman_calendar_is_counted_back(text, value):
    (found,) = dates.find(text, ["la"])
    assert found.attributes() == (("when", value),)
    assert found.cert != "low"


def test_over_new_year_the_year_is_less_sure():
    (found,) = dates.find("X. Cal. Ianuarias 1545", ["la"])
    assert (found.start.month, found.start.day, found.cert) == (12, 23, "low")


@pytest.mark.parametrize("text", ["XXV. Idus Maias", "ix. Nonas Maias", "id. Maii", "Non. Maii"])
def test_no_day_is_counted_that_the_romans_did_not_have(text):
    assert not any(found.start.day for found in dates.find(text, ["la"]))
