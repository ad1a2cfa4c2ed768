import pytest

from letters import encoded, find, tei, transcript, words
from teiedit.validate.fidelity import check_fidelity

LETTER = "London, 3 May 1901.\n\nDear Sir,\n\n{}\n\nYours truly,\n\nA. Bell\n"


def body(text):
    return tei(LETTER.format(text))


def kept(text):
    return check_fidelity(encoded(text).root, transcript(text)) == ()


def test_a_number_between_dashes_is_a_typed_page_number_after_its_boundary():
    (pb,) = find(body("All is well.\n\n- 2 -\n\nIt rains."), "//tei:div/tei:pb")
    number = pb.getnext()
    assert (pb.get("n"), number.tag.split("}")[1], number.get("type"), words(number)) == ("2", "fw", "pageNum", "- 2 -")


def test_numbers_that_begin_with_one_at_the_foot_end_their_pages():
    root = body("All is well.\n\n- 1 -\n\nIt rains.\n\n- 2 -\n\nIt pours.")
    assert find(root, "//tei:fw/@place") == ["bottom", "bottom"]
    assert find(root, "//tei:fw/following-sibling::*[1]/self::tei:pb/@n") == ["[2]", "[3]"]


def test_numbers_that_do_not_count_upwards_are_text():
    assert find(body("All is well.\n\n- 5 -\n\nIt rains.\n\n- 3 -\n\nIt pours."), "//tei:pb") == []


def test_a_paragraph_runs_over_a_page_boundary():
    root = body("We wait for the\n\n- 2 -\n\nreply that you promised. It rains.")
    (paragraph,) = find(root, "//tei:body//tei:p")
    assert words(paragraph) == "We wait for the - 2 - reply that you promised. It rains."
    assert paragraph.get("cert") == "medium"
    identifier = paragraph.get("{http://www.w3.org/XML/1998/namespace}id")
    (reason,) = find(root, f"//tei:certainty[@target='#{identifier}']/tei:desc")
    assert "line 5, columns 13 to 15" in words(reason) or "lines 5 to 9" in words(reason)
    assert "a small letter after it" in words(reason)


@pytest.mark.parametrize(
    "halves", [("All is well.", "it rains"), ("We wait for", "Mr. Dorn"), ("“No,” he said:", "yes")]
)
def test_paragraphs_that_are_whole_stay_apart(halves):
    root = body(f"{halves[0]} \n\n[page 2]\n\n{halves[1]} and so on.")
    assert len(find(root, "//tei:body//tei:p")) == 2
    assert find(root, "//tei:div/tei:pb/@n") == ["2"]


def test_a_word_divided_over_pages_is_in_one_paragraph():
    assert len(find(body("the mis-\n\n[page 2]\n\nsile sites are gone."), "//tei:body//tei:p")) == 1


def test_a_clause_runs_over_a_page_boundary():
    root = body("We agree:\n\n1) to go\n\n2) to wait for\n\n[page 2]\n\nthe others.")
    assert [words(item) for item in find(root, "//tei:item")] == ["to go", "to wait for [page 2] the others."]


def test_a_boundary_between_two_clauses_stands_between_them():
    root = body("We agree:\n\n1) to go;\n\n- 2 -\n\n2) to stay.")
    tags = [node.tag.split("}")[1] for node in find(root, "//tei:list/*")]
    assert tags == ["label", "item", "pb", "fw", "label", "item"]


def test_a_boundary_in_the_closing_leaves_the_signature_what_it_is():
    root = tei("London, 3 May 1901.\n\nDear Sir,\n\nAll is well.\n\nYours truly,\n\n- 2 -\n\nA. Bell\n")
    assert [node.tag.split("}")[1] for node in find(root, "//tei:closer/*")] == ["salute", "pb", "fw", "signed"]


@pytest.mark.parametrize(
    "text",
    [
        "All is well.\n\fIt rains.",
        "All is well.\f\nIt rains.",
        "All is well.\n\f\nIt rains.",
        "All is\fwell.",
        "All is well.\n\f\f\nIt rains.",
        "\fAll is well.\f",
        "All is well.\n1\n\fIt rains.\n2\n\f",
        "All (see [illeg\fible]) is well.",
    ],
)
def test_a_form_feed_is_a_page_boundary_and_nothing_is_lost(text):
    letter = LETTER.format(text)
    feeds = find(tei(letter), "//tei:pb[@rend='form-feed']")
    assert len(feeds) == text.count("\f")
    assert kept(letter)
    assert kept("\f" + letter + "\f")


def test_the_proof_misses_a_form_feed():
    letter = LETTER.format("All is well.\n\fIt rains.")
    root = encoded(letter).root
    (feed,) = find(root, "//tei:pb")
    del feed.attrib["rend"]
    assert [d.code for d in check_fidelity(root, transcript(letter))] == ["L001"]


def test_form_feeds_count_pages_from_one():
    root = body("All is well.\n\n\fIt rains.\n\n\fIt pours.")
    assert find(root, "//tei:pb/@n") == ["[2]", "[3]"]


def test_a_number_beside_a_form_feed_numbers_its_page():
    head = body("All is well.\n\n\f- 7 -\n\nIt rains.")
    assert (find(head, "//tei:pb/@n"), find(head, "//tei:fw/@n")) == (["7"], ["7"])
    foot = body("All is well.\n\n6\n\f\nIt rains.")
    assert (find(foot, "//tei:pb/@n"), find(foot, "//tei:fw/@n")) == (["7"], ["6"])


def test_a_bare_number_without_form_feed_is_text():
    assert find(body("All is well.\n\n6\n\nIt rains."), "//tei:pb") == []


def test_lines_go_on_over_a_form_feed():
    line = "The reading room will be closed for a week in June while the floor of"
    root = body(f"{line}\n\fthe Bodley tower is mended by the men who came last year to do it all\nagain. All is well.")
    assert len(find(root, "//tei:body//tei:p")) == 1


def test_many_boundaries_take_no_more_than_their_share_of_time():
    assert kept(LETTER.format("a b c.\n\n\f" * 3000))
