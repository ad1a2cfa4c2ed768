import pytest

from letters import document, find, tei, words
from teiedit.model.edition import Edition
from teiedit.recognise.people import each_party, form_of, named, signatories, with_lists


def names(text):
    return [party.name for party in named(text, 0)]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("Mr. Bell; Mr. Dorn and Mrs. Carr", ["Mr. Bell", "Mr. Dorn", "Mrs. Carr"]),
        ("Mr. Bell, Treasury, Sir Giles Orme", ["Mr. Bell", "Sir Giles Orme"]),
        ("K. Moor, A. Lenz", ["K. Moor", "A. Lenz"]),
        ("JB, KD", ["JB", "KD"]),
        ("Bell, Dorn, Carr and Hale", ["Bell", "Dorn", "Carr", "Hale"]),
        ("Mr. Bell\n   Mr. Dorn\r\n   Embassy, Valdora", ["Mr. Bell", "Mr. Dorn", "Embassy, Valdora"]),
        ("M. Ferrand ; Mme Lucie Aubin et M. Paul Renaud", ["M. Ferrand", "Mme Lucie Aubin", "M. Paul Renaud"]),
        ("Paul and Anna Weber", ["Paul Weber", "Anna Weber"]),
        ("Herrn Dr. Ahlers und Frau Ilse Brandt", ["Dr. Ahlers", "Ilse Brandt"]),
    ],
)
def test_each_of_several_people_in_a_field_is_named(value, expected):
    assert names(value) == expected


@pytest.mark.parametrize(
    ("value", "name"),
    [
        ("Secretary of State for War and Air", "Secretary of State for War and Air"),
        ("Müller & Co.", "Müller & Co."),
        ("Messrs. Smith and Jones", "Messrs. Smith and Jones"),
        ("Smith and Jones", "Smith and Jones"),
        ("Paul Weber, New York", "Paul Weber"),
        ("The Secretary of State,\n   Foreign Office", "Secretary of State"),
        ("Mr. Bell, Lyons", "Mr. Bell"),
    ],
)
def test_what_does_not_look_like_two_people_stays_one(value, name):
    assert names(value) == [name]


def test_the_places_of_the_names_are_those_of_their_words():
    value = "Mr. Bell; Mr. Dorn and Mrs. Carr, Treasury"
    assert [value[p.span.start : p.span.end] for p in named(value, 0)] == ["Mr. Bell", "Mr. Dorn", "Mrs. Carr"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the Minister of Trade and Industry", 1),
        ("Messrs. Smith and Jones", 1),
        ("the Foreign Office and Treasury", 2),
        ("the President and the Secretary of State", 2),
        ("Ann Bell and Carl Dorn", 2),
    ],
)
def test_the_words_of_one_office_are_not_two_parties(text, expected):
    assert len(each_party(text, 0)) == expected


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("Mr. Bell", "titled"),
        ("Mme Lucie Aubin", "titled"),
        ("A. B. Smythe", "initials"),
        ("J. Paul-Boncour,", "initials"),
        ("Karl von Moor", "full"),
        ("JANE ROE", "full"),
        ("Schulze.", "alone"),
        ("Secretary of State", ""),
        ("American Minister", ""),
        ("New York", ""),
        ("Foreign Office", ""),
        ("It is well", ""),
    ],
)
def test_the_form_of_a_name_is_told_from_offices_and_places(text, form):
    assert form_of(text) == form


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Müller.     Schulze.", ["Müller.", "Schulze."]),
        ("Ann Bell\tCarl Dorn", ["Ann Bell", "Carl Dorn"]),
        ("A. Bell, J. Dorn", ["A. Bell,", "J. Dorn"]),
        ("John Smythe     Secretary", ["John Smythe     Secretary"]),
        ("Smythe, London", ["Smythe, London"]),
        ("Ann Bell, Carl Dorn", ["Ann Bell, Carl Dorn"]),
    ],
)
def test_names_side_by_side_are_signatures_of_their_own(line, expected):
    assert [line[span.start : span.end] for span in signatories(line)] == expected


def test_the_commas_of_a_list_of_people_do_not_end_a_party():
    assert with_lists("Ann Bell, Carl Dorn and Eva Hale to Jane Roe").count(",") == 0
    assert with_lists("Mr. Bell, Lyons, and Mr. Dorn to Mr. Hale").count(",") == 2


def test_a_long_list_takes_no_more_than_its_share_of_time():
    text = ", ".join(["Herr Weber"] * 33)
    assert with_lists(text) == text


@pytest.mark.parametrize(
    ("heading", "sent", "received"),
    [
        (
            "Letter from Ann Bell, Carl Dorn and Eva Hale to Jane Roe",
            ["Ann Bell", "Carl Dorn", "Eva Hale"],
            ["Jane Roe"],
        ),
        ("Karl Moor an Anna Kern und Paul Weber", ["Karl Moor"], ["Anna Kern", "Paul Weber"]),
        ("Lettre de Paul Renaud à Lucie Aubin et Jean Ferrand", ["Paul Renaud"], ["Lucie Aubin", "Jean Ferrand"]),
    ],
)
def test_a_heading_may_name_several_on_either_side(heading, sent, received):
    read = document(f"{heading}, 3 May 1951\n\nDear friends,\n\nAll is well.\n")
    assert [person.name for person in read.sent.people] == sent
    assert [person.name for person in read.received.people] == received


def test_a_document_without_heading_is_called_after_all_its_parties():
    fields = "An: Dr. Ahlers; Frau Ilse Brandt\nVon: Anna Kern\nDatum: 3. Mai 1951\n\n"
    letter = f"{fields}Die Umstellung ist nun fertig, wie wir hoffen.\n"
    read = document(letter, Edition(languages=("de",)))
    assert read.title == "Anna Kern an Dr. Ahlers und Ilse Brandt, 3. Mai 1951"


FOOT = "London, 3 May 1901.\n\nDear Sir,\n\nAll is well here.\n\nYours truly,\n\n{}\n"


def signed(foot):
    return [words(node) for node in find(tei(FOOT.format(foot)), "//tei:signed")]


def test_two_names_below_each_other_are_two_signatures_and_senders():
    assert signed("John Smythe\nMary Brown") == ["John Smythe", "Mary Brown"]
    read = document(FOOT.format("John Smythe\nMary Brown"))
    assert [person.name for person in read.sent.people] == ["John Smythe", "Mary Brown"]


def test_each_signature_has_its_office_below_it():
    assert signed("A. B. Smythe\nChairman\nC. D. Jarrow\nSecretary") == [
        "A. B. SmytheChairman",
        "C. D. JarrowSecretary",
    ]


@pytest.mark.parametrize("second", ["Secretary of State", "American Minister", "New York", "Esq., Lyons"])
def test_a_line_that_is_no_name_is_no_second_signature(second):
    assert len(signed(f"Wm. Jones\n{second}")) == 1


def test_a_signature_is_marked_as_the_one_who_bears_its_name():
    root = tei(FOOT.format("John Smythe\nMary Smythe"))
    refs = find(root, "//tei:signed/tei:persName/@ref")
    assert len(set(refs)) == 2
