import pytest

from letters import document, sheet
from teiedit.recognise.genres import RULES


@pytest.mark.parametrize(
    ("rule", "text"), [pytest.param(r, t, id=f"{r.id}: {t[:30]}") for r in RULES for t in r.examples]
)
def test_an_example_shows_the_signs_of_its_kind(rule, text):
    assert rule.found(text)


@pytest.mark.parametrize(
    ("rule", "text"), [pytest.param(r, t, id=f"{r.id}: {t[:30]}") for r in RULES for t in r.counterexamples]
)
def test_a_counterexample_does_not(rule, text):
    assert not rule.found(text)


def test_what_the_heading_says_wins():
    assert document(sheet("ALL WELL STOP WRITE STOP LOVE STOP")).genre == "letter"


def test_without_a_heading_the_signs_decide_and_are_named():
    found = document("Madrid, 29 June 1917\n\nSHIPS HAVE TURNED BACK STOP NO INCIDENT STOP\n\nBELL\n")
    assert found.genre == "telegram"
    (why,) = [finding for finding in found.findings if finding.rule.startswith("genre")]
    assert (why.rule, why.cert) == ("genre.telegram-stop", "high")


def test_a_greeting_makes_a_letter_and_nothing_makes_nothing():
    assert document("Dear Sir,\n\nAll is well.\n").genre == "letter"
    assert document("A list of plants of the northern coast, with notes.\n").genre == "other"
