"""Cross-references: linked where exactly one place is meant."""

import pytest

from letters import find, sheet, tei, transcript, words
from teiedit.model.document import Action, Document, Element, Text
from teiedit.model.position import Span
from teiedit.recognise.references import with_references

CLAUSES = "We propose:\n\n1) to sail;\n\n2) to agree:\n\n(a) on peace;\n\n(b) on trade.\n\n"


def refs(body):
    return [(words(n), n.get("type"), n.get("target")) for n in find(tei(sheet(body)), "//tei:body//tei:ref")]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("As stated in paragraph 2(b) above, we go.", ("paragraph 2(b)", "clause", "#c-2-b")),
        ("See point 1, please.", ("point 1", "clause", "#c-1")),
        ("Under clause 2 (a) we go.", ("clause 2 (a)", "clause", "#c-2-a")),
        ("In para. 1 of this letter we go.", ("para. 1", "clause", "#c-1")),
        ("In Ziffer 2 wird es gesagt.", ("Ziffer 2", "clause", "#c-2")),
        ("L'alinéa 2 le dit.", ("alinéa 2", "clause", "#c-2")),
        ("In paragraph 9 it is said.", ("paragraph 9", "paragraph", None)),
        ("In Article 4 it is said.", ("Article 4", "document", None)),
        ("Paragraph 2 of the Treaty of Vienna says so.", ("Paragraph 2", "document", None)),
        ("Your telegram, paragraph 1 of your note, says so.", ("paragraph 1", "document", None)),
        ("In your paragraph 1 you say so.", ("paragraph 1", "document", None)),
    ],
)
def test_words_that_refer_are_marked_and_linked_where_they_resolve(said, expected):
    assert refs(CLAUSES + said) == [expected]


@pytest.mark.parametrize(
    "said",
    [
        "From that point 30 ships sailed.",
        "At this point I believe you.",
        "The items 9 and 10 are lost.",
        "The paragraphs are many.",
        "We part 2 by 2.",
        "An article 2.5 inches long.",
    ],
)
def test_words_of_other_meaning_are_no_references(said):
    assert refs(CLAUSES + said) == []


def test_several_numbers_are_several_references():
    found = refs(CLAUSES + "See paragraphs 1 and 2(b) above.")
    assert found == [("paragraphs 1", "clause", "#c-1"), ("2(b)", "clause", "#c-2-b")]


def test_a_letter_alone_is_looked_for_in_the_clause_that_speaks():
    first = "1) to agree:\n\n(a) on peace;\n\n(b) on trade as in paragraph (a).\n\n"
    body = f"We propose:\n\n{first}2) to sail:\n\n(a) now;\n\n(b) soon.\n\n"
    assert [target for _, _, target in refs(body)] == ["#c-1-a"]


def test_a_number_that_stands_for_two_places_is_not_linked():
    two = CLAUSES + "They propose:\n\n1) to stay;\n\n2) to go.\n\n" + "See paragraph 1 above."
    assert refs(two)[-1] == ("paragraph 1", "paragraph", None)


def test_a_reference_to_a_numbered_paragraph_leads_to_it():
    body = "1. I have the honour to write.\n\n2. The ships sailed.\n\n3. As said in paragraph 2, they sailed."
    assert refs(body) == [("paragraph 2", "paragraph", "#para-2")]


def test_where_nothing_is_numbered_another_document_is_meant():
    assert refs("In paragraph 9 it is said.") == [("paragraph 9", "document", None)]


def test_an_article_in_roman_numerals_is_that_in_figures():
    text = "Preamble. Article IV holds."
    article = Element(
        "div",
        (Element("p", (Text(Span(10, len(text))),), Span(10, len(text))),),
        Span(0, len(text)),
        (("type", "article"), ("n", "4")),
        None,
        "art-4",
    )
    made = with_references(
        Document("a", "treaty", "en", "A", (), (article,), Action("sent"), Action("received")), transcript(text)
    )
    ref = made.body[0].content[0].content[0]
    assert (ref.tag, dict(ref.attributes)["target"]) == ("ref", "#art-4")


def test_a_reference_is_surer_where_the_words_say_that_this_document_is_meant():
    root = tei(sheet(CLAUSES + "See point 1 above, and point 1, and point 2(a)."))
    assert [n.get("cert") for n in find(root, "//tei:body//tei:ref")] == ["high", "medium", "high"]


SECTIONS = "I. The roof\n\n1. It leaks.\n\n2. It wants:\n\na) tiles;\n\nb) nails.\n\nII. The wall\n\n{}\n\n"


@pytest.mark.parametrize(
    ("said", "target"),
    [("Punkt 2 b)", "#c-i-2-b"), ("point 2(a)", "#c-i-2-a"), ("point 1", "#c-i-1"), ("point 9", None)],
)
def test_a_point_is_not_a_section_of_that_number(said, target):
    found = refs(SECTIONS.format(f"We come back to {said} in spring."))
    assert [ref[2] for ref in found] == ([target] if target else [])


def test_what_a_numbered_paragraph_leads_to_is_found_by_its_number():
    paragraphs = "1. We sail.\n\nThis is all.\n\n2. We agree on this:\n\n(a) peace;\n\n(b) trade.\n\nThat is all.\n\n"
    (ref,) = refs(paragraphs + "3. As paragraph 2(b) says, we trade.")
    assert ref[2] is not None
    assert ref[2].endswith("b")
