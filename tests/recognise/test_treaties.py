"""Treaties: what is an article, and what only looks like one."""

import pytest

from letters import document, find, tei, words
from teiedit.model.edition import Edition
from teiedit.model.register import Entry, Register

TREATY = """\
CONVENTION BETWEEN ELM AND ASH

Elm and Ash have agreed as follows:

{articles}

IN WITNESS WHEREOF they have signed.

DONE at Oakham, 3 May 1921.

For Elm: John Reed
For Ash: Thomas Hart
"""


def articles(text):
    return [(node.get("n"), node.xpath("string(@xml:id)")) for node in divisions(text, "article")]


def divisions(text, kind):
    return find(tei(text), f"//tei:div[@type = '{kind}']")


@pytest.mark.parametrize(
    ("heads", "numbers"),
    [
        (("ARTICLE I.", "ARTICLE II."), ["1", "2"]),
        (("Article 1", "Article 1 bis", "Article 2"), ["1", "1bis", "2"]),
        (("Article the First.", "Article the Second."), ["1", "2"]),
        (("Art. 4.", "Art. 7."), ["4", "7"]),
        (("Sole Article",), ["1"]),
    ],
)
def test_headings_are_read_with_their_numbers(heads, numbers):
    text = TREATY.format(articles="\n\n".join(f"{head}\n\nThey shall keep the peace." for head in heads))
    assert [number for number, _ in articles(text)] == numbers


def test_a_number_that_does_not_go_on_heads_nothing():
    body = "Article 1\n\nThey keep the peace.\n\nArticle 2\n\nThey trade.\n\nArticle 1\n\nis hereby confirmed."
    assert [number for number, _ in articles(TREATY.format(articles=body))] == ["1", "2"]


def test_a_short_first_sentence_without_the_next_article_is_no_title():
    body = "Article 1\n\nPeace is made\n\nArticle 2\n\nTrade is free."
    heads = [words(head) for head in find(tei(TREATY.format(articles=body)), "//tei:div[@type='article']/tei:head")]
    assert heads == ["Article 1", "Article 2"]


def test_articles_in_sections_are_counted_on_or_anew():
    body = "PART I\n\nArticle 1\n\nPeace.\n\nPART II\n\nArticle 1\n\nTrade.\n\nArticle 2\n\nTolls."
    found = articles(TREATY.format(articles=body))
    assert found == [("1", "art-1"), ("1", "sec-part-2-art-1"), ("2", "art-2")]


def test_a_treaty_has_no_sender_and_its_date_and_place_are_in_the_header():
    root = tei(TREATY.format(articles="Article 1\n\nPeace."))
    assert find(root, "//tei:correspDesc") == []
    assert find(root, "//tei:body/tei:div/@decls") == []
    (creation,) = find(root, "//tei:creation")
    assert words(creation) == "Oakham, 3 May 1921"


def test_whoever_signs_is_found_in_the_register():
    register = Register((Entry("p-reed", "persName", "John Reed"),))
    edition = Edition(title="T", publisher="P", languages=("en",), register=register)
    found = find(tei(TREATY.format(articles="Article 1\n\nPeace."), edition), "//tei:signed/tei:persName")
    assert [(words(name), name.get("ref")) for name in found] == [("John Reed", "#p-reed"), ("Thomas Hart", None)]


@pytest.mark.parametrize(
    "text",
    [
        "Dear Sir,\n\nARTICLE 1.\n\nPeace.\n\nARTICLE 2.\n\nTrade.\n\nYours truly,\n\nA. Bell\n",
        "The convention\n\nArticle 4 was read.\n\nArticle 5 was not.\n",
        "I like it.\n\nArticle 1. is what I mean.\n",
    ],
)
def test_a_letter_about_articles_has_none(text):
    assert divisions(text, "article") == []


def test_a_statute_has_articles_and_is_no_treaty():
    text = "Rules of the Reading Club\n\nArt. 1. The Club has a library.\n\nArt. 2. It meets on Mondays.\n"
    assert document(text).genre == "other"
    assert [number for number, _ in articles(text)] == ["1", "2"]


@pytest.mark.parametrize(
    ("said", "target"),
    [
        ("paragraph 2 of Article 1", "#art-1-2"),
        ("Article 1, paragraph 2,", "#art-1-2"),
        ("Article 1(2)", "#art-1-2"),
        ("paragraph 9 of Article 1", None),
        ("paragraph 2 of Article 1 of the Treaty of Elm", None),
    ],
)
def test_a_paragraph_of_an_article_is_found(said, target):
    body = f"Article 1\n\n1. Peace.\n\n2. Trade.\n\nArticle 2\n\nThe rule of {said} holds."
    refs = find(tei(TREATY.format(articles=body)), "//tei:div[@n='2']//tei:ref")
    paragraph = next(ref for ref in refs if "2" in words(ref) or "9" in words(ref))
    assert paragraph.get("target") == target


def test_a_paragraph_named_alone_is_that_of_the_same_article():
    body = "Article 1\n\n1. Peace.\n\n2. Trade.\n\nArticle 2\n\n1. Tolls.\n\n2. They follow paragraph 1."
    refs = find(tei(TREATY.format(articles=body)), "//tei:ref")
    assert [ref.get("target") for ref in refs] == ["#art-2-1"]


@pytest.mark.parametrize(("between", "signatures"), [("\n", 1), ("\n\n", 2), ("\nFor Ash: ", 2), ("\n(s) ", 2)])
def test_names_in_a_row_under_a_date_sign_together_and_each_is_marked(between, signatures):
    names = f"John Reed{between}Thomas Hart"
    root = tei(f"AGREEMENT BETWEEN ELM AND ASH\n\nArticle 1\n\nPeace.\n\nOakham, 3 May 1921.\n\n{names}\n")
    assert len(find(root, "//tei:closer/tei:signed")) == signatures
    assert [words(node) for node in find(root, "//tei:signed//tei:persName")] == ["John Reed", "Thomas Hart"]
    assert [words(node) for node in find(root, "//tei:closer/tei:dateline")] == ["Oakham, 3 May 1921."]


def test_what_stands_below_the_signatures_is_kept_there():
    text = TREATY.format(articles="Article 1\n\nPeace.") + "\nThe ratifications were exchanged on 1 June 1921.\n"
    (after,) = find(tei(text), "//tei:closer/following-sibling::tei:postscript")
    assert words(after) == "The ratifications were exchanged on 1 June 1921."


def test_a_line_of_white_space_that_is_no_blank_is_read_without_a_fault():
    assert document("For Elm: J. Doe\r\n\xa0\n1)To: Mr. Bell; A. Doe").body
