"""Every line rule and heading rule reads its examples and leaves its counterexamples alone."""

from __future__ import annotations

import pytest

from teiedit.recognise import formulas

LINES = [rule for language in formulas.languages() for rule in formulas.rules(language)]
HEADINGS = formulas.headings(formulas.languages())


@pytest.mark.parametrize(("rule", "line"), [pytest.param(r, t, id=f"{r.id}: {t}") for r in LINES for t in r.examples])
def test_a_line_rule_matches_its_example(rule, line):
    assert rule.pattern.match(line)


@pytest.mark.parametrize(
    ("rule", "line"), [pytest.param(r, t, id=f"{r.id}: {t}") for r in LINES for t in r.counterexamples]
)
def test_a_line_rule_leaves_its_counterexample_alone(rule, line):
    assert not rule.pattern.match(line)


@pytest.mark.parametrize(
    ("rule", "heading", "sender", "addressee"),
    [pytest.param(r, *e, id=f"{r.id}: {e[0]}") for r in HEADINGS for e in r.examples],
)
def test_a_heading_rule_reads_sender_and_addressee(rule, heading, sender, addressee):
    match = rule.pattern.fullmatch(heading)
    assert match
    assert (match["sender"], match["addressee"]) == (sender, addressee)


@pytest.mark.parametrize(
    ("rule", "heading"), [pytest.param(r, t, id=f"{r.id}: {t}") for r in HEADINGS for t in r.counterexamples]
)
def test_a_heading_rule_leaves_its_counterexample_alone(rule, heading):
    assert not rule.pattern.fullmatch(heading)


def test_rule_ids_are_unique():
    ids = [rule.id for rule in LINES] + [rule.id for rule in HEADINGS]
    assert len(ids) == len(set(ids))
