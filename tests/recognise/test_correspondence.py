import pytest

from letters import document, find, sheet, tei, words


def sent(text):
    return [person.name for person in document(text).sent.people]


def received(text):
    return [person.name for person in document(text).received.people]


def test_sender_and_addressee_come_from_the_heading():
    text = sheet(sender="Jane Roe", addressee="John Doe")
    assert (sent(text), received(text)) == (["Jane Roe"], ["John Doe"])


def test_a_surname_in_the_heading_is_completed_from_the_signature():
    text = sheet(sender="Roe").replace("\nRoe\n", "\n(s) Jane A. Roe\n")
    assert sent(text) == ["Jane A. Roe"]
    assert document(text).sent.evidence.note == "the signature agrees with it"


def test_a_signature_in_capitals_completes_the_name_in_mixed_case():
    text = sheet(sender="Roe").replace("\nRoe\n", "\nJANE ROE\n")
    assert sent(text) == ["Jane Roe"]


def test_a_signature_of_somebody_else_is_reported_and_lowers_certainty():
    text = sheet(sender="Roe").replace("\nRoe\n", "\n(s) A. Smith\n")
    assert [d.code for d in document(text).diagnostics] == ["D020"]
    assert document(text).sent.evidence.cert == "medium"
    assert sent(text) == ["Roe"]


def test_several_senders_stay_apart():
    assert sent(sheet(sender="Ann Bell and Carl Dorn")) == ["Ann Bell", "Carl Dorn"]


def test_a_body_is_no_person():
    root = tei(sheet(sender="the Foreign Office"))
    assert words(find(root, "//tei:correspAction[@type='sent']/tei:orgName")[0]) == "Foreign Office"
    assert find(root, "//tei:listOrg/tei:org/@xml:id") == ["o-the-foreign-office"]


def test_without_a_heading_the_signature_tells_the_sender_less_certainly():
    text = "Dear Mr. Doe,\n\nAll is well.\n\nYours sincerely,\n\nJane Roe\n"
    found = document(text)
    assert (sent(text), found.sent.evidence.cert) == (["Jane Roe"], "medium")
    assert received(text) == ["Mr. Doe"]


@pytest.mark.parametrize("salute", ["Dear Sir,", "Mr. President:", "Gentlemen:"])
def test_a_form_of_address_names_nobody(salute):
    assert received(f"{salute}\n\nAll is well.\n\nYours sincerely,\n\nJane Roe\n") == []


def test_an_unknown_party_is_said_to_be_unknown():
    root = tei("All is well.\n")
    assert [words(n) for n in find(root, "//tei:correspAction/tei:persName")] == ["Unknown", "Unknown"]


def test_the_form_of_address_points_to_the_addressee():
    root = tei(sheet(addressee="Khan").replace("Dear Khan,", "Dear Mr. Chairman:"))
    (rs,) = find(root, "//tei:salute/tei:rs")
    assert (words(rs), rs.get("ref"), rs.get("type")) == ("Mr. Chairman", "#p-khan", "person")


def test_the_letter_answered_is_named_in_the_first_sentence():
    root = tei(sheet("I have your kind letter of October 26th.", sender="Roe", addressee="Doe"))
    (ref,) = find(root, "//tei:correspContext/tei:ref[@type='prev']")
    assert words(ref) == "Letter from Doe to Roe, October 26th"
    assert find(ref, "tei:date/@when") == ["1962-10-26"]


def test_the_letter_answered_may_be_named_in_any_sentence_of_the_first_paragraph_and_not_later():
    first, later = (
        "All is well. I have your letter of October 26th.",
        "All is well.\n\nI have your letter of October 26th.",
    )
    assert len(find(tei(sheet(first)), "//tei:correspContext")) == 1
    assert find(tei(sheet(later)), "//tei:correspContext") == []


def test_a_date_before_that_of_the_letter_answered_is_not_taken_for_it():
    (ref,) = find(tei(sheet("On October 20th I had your letter of October 18th.")), "//tei:correspContext/tei:ref")
    assert find(ref, "tei:date/@when") == ["1962-10-18"]


def test_place_and_date_come_from_the_dateline():
    root = tei("Bremen, 3 March 1894\n\nDear Sir,\n\nAll is well.\n\nYours truly,\n\nC. Wendt\n")
    (action,) = find(root, "//tei:correspAction[@type='sent']")
    assert [words(n) for n in find(action, "tei:placeName")] == ["Bremen"]
    assert find(action, "tei:date/@when") == ["1894-03-03"]


@pytest.mark.parametrize(
    ("word", "genre"),
    [("Letter", "letter"), ("Message", "letter"), ("Telegram", "telegram"), ("Memorandum", "memorandum")],
)
def test_the_heading_names_the_kind_of_document(word, genre):
    assert document(sheet().replace("Letter from", f"{word} from")).genre == genre
