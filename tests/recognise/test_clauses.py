import pytest

from letters import find, tei, words

LEAD = "Dear Sir,\n\nI propose the following:\n\n"


def lists(text):
    return find(tei(text), "//tei:list")


def shape(node):
    """[(label, number, [nested ...])] of a list."""
    labels = find(node, "tei:label")
    items = find(node, "tei:item")
    return [
        (words(label), item.get("n"), [shape(inner) for inner in find(item, "tei:list | tei:p/tei:list")])
        for label, item in zip(labels, items, strict=True)
    ]


def test_numbered_paragraphs_after_a_lead_in_are_a_list():
    (found,) = lists(LEAD + "1) One.\n\n2) Two.\n\n3) Three.\n\nThat is all.\n")
    assert shape(found) == [("1)", "1", []), ("2)", "2", []), ("3)", "3", [])]


def test_clauses_nest_by_the_kind_and_order_of_their_labels():
    found = lists(LEAD + "1. One.\n\n(a) Aa.\n\n(b) Bb.\n\n(i) Deep.\n\n(ii) Deeper.\n\n2. Two.\n")
    assert shape(found[0]) == [
        ("1.", "1", [[("(a)", "a", []), ("(b)", "b", [[("(i)", "i", []), ("(ii)", "ii", [])]])]]),
        ("2.", "2", []),
    ]


def test_the_ninth_letter_is_not_taken_for_a_roman_number():
    text = LEAD + "\n\n".join(f"({letter}) Item." for letter in "abcdefghij")
    (found,) = lists(text)
    assert [number for _, number, _ in shape(found)] == list("abcdefghij")


def test_a_paragraph_between_two_clauses_belongs_to_the_first():
    (found,) = lists(LEAD + "1) One.\n\nMore on one.\n\n2) Two.\n")
    (first, _) = find(found, "tei:item")
    assert [words(p) for p in find(first, "tei:p")] == ["One.", "More on one."]


@pytest.mark.parametrize(
    "body", ["1) Only one.\n", "2) Two.\n\n3) Three.\n", "A. B. Smith came.\n\nB. C. Jones left.\n"]
)
def test_what_does_not_begin_at_one_and_go_on_is_no_list(body):
    assert lists(LEAD + body) == []


def test_numbers_without_a_lead_in_count_the_documents_own_paragraphs():
    root = tei("Sir,\n\n1. I have the honour to report.\n\n2. The position is this.\n")
    found = find(root, "//tei:p[@n]")
    assert [(p.get("n"), words(find(p, "tei:label")[0])) for p in found] == [("1", "1."), ("2", "2.")]
    assert find(root, "//tei:list") == []


def test_an_enumeration_inside_a_sentence_ends_with_it():
    (found,) = lists("Dear Sir,\n\nWe agree (a) to go and (b) to stay. I am glad of it.\n")
    assert [words(item) for item in find(found, "tei:item")] == ["to go and", "to stay."]
    last = find(found, "tei:item")[-1]
    assert (last.get("cert"), last.get("resp")) == ("medium", "#teiedit")
    assert found.tail.strip() == "I am glad of it."


def test_an_enumeration_that_ends_its_paragraph_is_certain():
    (found,) = lists("Dear Sir,\n\nWe agree (1) to go and (2) to stay.\n")
    assert all(item.get("cert") is None for item in find(found, "tei:item"))


@pytest.mark.parametrize(
    "sentence", ["We agree (a) to go.", "See (b) and (c).", "In 1962) and 1963).", "He (i.e. I) came."]
)
def test_a_lone_sign_in_a_sentence_is_no_enumeration(sentence):
    assert lists(f"Dear Sir,\n\n{sentence}\n") == []


def test_identifiers_of_clauses_name_their_path_and_never_collide():
    text = LEAD + "1) We (a) go and (b) stay.\n\n2) Two.\n\nBesides:\n\n1) Other one.\n\n2) Other two.\n"
    ids = find(tei(text), "//tei:item/@xml:id")
    assert ids == ["c-1", "c-1-a", "c-1-b", "c-2", "c2-1", "c2-2"]
