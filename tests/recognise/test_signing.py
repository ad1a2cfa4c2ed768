"""Which signatures are names at all, and whose they may be."""

import pytest

from letters import document
from teiedit.recognise import names, people


@pytest.mark.parametrize("signature", ["Jack", "K. Brown", "C. E. Bell", "Dein Paul", "BROWN", "Prof. Dr. Weber"])
def test_names(signature):
    assert names.is_signed_name(signature)


@pytest.mark.parametrize(
    "signature", ["Der Präsident", "The Secretary", "Lbb. Lic. Theol.", "Herrn Karl Weber, Wien", "Dein tr.", ""]
)
def test_what_stands_at_the_foot_and_is_no_name(signature):
    assert not names.is_signed_name(signature)


def test_a_contraction_is_made_of_the_beginnings_of_a_name():
    assert names.contracted("Karl Weber", "KarWeb")
    assert not names.contracted("Karl Weber", "Kar Web")
    assert not names.contracted("Karl Weber", "MaxBro")


def test_an_office_without_a_name_is_one_that_others_sign_for():
    assert people.signs_for_office("Commissioner of the United States")
    assert not people.signs_for_office("Mrs. Bell")
    assert people.is_incumbent("Secretary of State")
    assert not people.is_incumbent("Mrs. Bell")


@pytest.mark.parametrize(("foot", "told"), [("Max Brown", True), ("Der Präsident", False), ("KarWeb", False)])
def test_the_sender_is_in_doubt_where_another_signs_and_not_where_nobody_is_named(foot, told):
    head = "Karl Weber an Anna Kern, 3. Mai 1902\n\nWien, 3. Mai 1902\n\nLiebe Anna!\n\n"
    text = f"{head}Es geht gut, und wir bleiben noch bis Pfingsten.\n\nHerzlich\n{foot}\n"
    assert ("D020" in {one.code for one in document(text).diagnostics}) is told
