"""Minutes: who was present, what was discussed, who spoke, and what only looks so."""

import pytest

from letters import find, tei, words

MINUTES = "Minutes of the Board, 3 May 1921\n\n"


def turns(text):
    return [words(find(node, "tei:speaker")[0]) for node in find(tei(text), "//tei:sp")]


def items(text):
    return [words(find(node, "tei:head")[0]) for node in find(tei(text), "//tei:div[@type='item']")]


def listed(text):
    return [
        (node.get("subtype"), [words(item) for item in find(node, "tei:item")])
        for node in find(tei(text), "//tei:list[@type='participants']")
    ]


@pytest.mark.parametrize(
    "body",
    [
        "Bell: Good.\n\nHart: Yes.\n\n",
        "Mr. Bell: Good.\n\nThat was all.\n\nMr. Bell: Indeed.\n",
        "Decision: none.\n\nDecision: later.\n\nAction: Mr. Bell.\n\nAction: Mr. Hart.\n",
        "Cost: four pounds.\n\nTools: three spades.\n\nPlants: none.\n",
    ],
)
def test_names_that_do_not_recur_or_are_one_persons_are_no_turns(body):
    assert turns(MINUTES + body) == []


def test_only_minutes_have_turns():
    said = "Mr. Bell: Good.\n\nMr. Hart: Yes.\n\nMr. Bell: So be it.\n"
    assert len(turns(MINUTES + said)) == 3
    assert turns("Dear Sir,\n\n" + said + "\nYours truly,\n\nA. Cole\n") == []


def test_a_name_alone_on_its_line_speaks_the_next_paragraph():
    text = MINUTES + "MR. BELL:\n\nIt is so.\n\nMR. HART:\n\nIt is not.\n\nMR. BELL:\n\nIt is.\n"
    found = find(tei(text), "//tei:sp/tei:p")
    assert [words(p) for p in found] == ["It is so.", "It is not.", "It is."]


def test_a_name_alone_with_nothing_below_it_stays_a_paragraph():
    text = MINUTES + "MR. BELL:\n\nIt is so.\n\nMR. HART:\n\nMR. BELL:\n\nIt is.\n\nMR. HART: No.\n"
    assert turns(text) == ["MR. BELL:", "MR. BELL:", "MR. HART:"]


def test_initials_are_no_question_and_answer():
    text = MINUTES + "A. Bell came.\n\nQ. Dorn went.\n\nA. Hart stayed.\n"
    assert turns(text) == []


def test_what_a_speaker_goes_on_to_say_is_his_and_what_the_record_says_is_not():
    text = MINUTES + "Mr. Bell: Good.\n\nI move it.\n\nMr. Hart: No.\n\nIt was lost.\n\nMr. Bell: Well.\n"
    first, second, _ = find(tei(text), "//tei:sp")
    assert len(find(first, "tei:p")) == 2
    assert first.get("cert") == "medium"
    assert len(find(second, "tei:p")) == 1


@pytest.mark.parametrize(
    ("body", "heads"),
    [
        ("1. Cuba\n\nIt was discussed.\n\n2. Berlin\n\nNothing was said.\n", ["1. Cuba", "2. Berlin"]),
        ("Item 1: Cuba\n\nIt was discussed.\n\nItem 2: Berlin\n\nNothing.\n", ["Item 1: Cuba", "Item 2: Berlin"]),
        ("I. Cuba\n\nIt was discussed.\n\nII. Berlin\n\nNothing.\n", ["I. Cuba", "II. Berlin"]),
        ("Discussed:\n\n1. Cuba\n\n2. Berlin\n\nThat was all.\n", []),
        ("1. Cuba was discussed.\n\nAt length.\n\n2. Berlin was not.\n\nAt all.\n", []),
        ("2. Cuba\n\nIt was discussed.\n\n3. Berlin\n\nNothing.\n", []),
    ],
)
def test_items_are_short_numbered_lines_with_text_below_each(body, heads):
    assert items(MINUTES + "Present: Mr. Bell, Mr. Hart\n\n" + body) == heads


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("Present: Mr. Bell, Chairman, Mrs. Dorn and Dr. Hart", ["Mr. Bell, Chairman,", "Mrs. Dorn and", "Dr. Hart"]),
        ("Present: A. Bell (Elm); C. Dorn (Ash)", ["A. Bell (Elm);", "C. Dorn (Ash)"]),
        ("PRESENT\n\nMr. Bell\nMrs. Dorn, Clerk", ["Mr. Bell", "Mrs. Dorn, Clerk"]),
        ("Present:\n\nMr. Bell\n\nMrs. Dorn", ["Mr. Bell", "Mrs. Dorn"]),
    ],
)
def test_participants_stand_on_a_line_or_on_lines(lines, expected):
    assert listed(MINUTES + lines + "\n\nThe minutes were read.\n") == [("present", expected)]


def test_a_list_has_a_part_for_each_side():
    text = MINUTES + "Present:\n\nFor Elm:\nMr. Bell\nMr. Cole\n\nFor Ash:\nMrs. Dorn\n\nThey talked.\n"
    assert listed(text) == [("present", ["Mr. Bell", "Mr. Cole"]), ("present", ["Mrs. Dorn"])]


def test_a_chairman_who_speaks_is_no_list():
    text = MINUTES + "Chairman: I declare the meeting open.\n\nMr. Hart: Good.\n\nChairman: Who speaks?\n"
    assert listed(text) == []
    assert turns(text) == ["Chairman:", "Mr. Hart:", "Chairman:"]


def test_an_agenda_is_a_list_and_its_items_are_divisions():
    text = MINUTES + "Present: Mr. Bell\n\nAgenda\n1. Cuba\n2. Berlin\n\n1. Cuba\n\nTalk.\n\n2. Berlin\n\nTalk.\n"
    (agenda,) = find(tei(text), "//tei:list[@type='agenda']")
    assert [words(item) for item in find(agenda, "tei:item")] == ["Cuba", "Berlin"]
    assert items(text) == ["1. Cuba", "2. Berlin"]


def test_what_cannot_be_read_is_no_event():
    text = MINUTES + "Mr. Bell: Good.\n\n[illegible]\n\nMr. Hart: No. [sic]\n\nMr. Bell: [Laughter] Well.\n"
    root = tei(text)
    assert [words(node) for node in find(root, "//tei:stage")] == ["[Laughter]"]
    assert len(find(root, "//tei:gap")) == 1


def test_an_event_within_struck_out_words_stays_text():
    text = (
        MINUTES
        + "Mr. Bell: Good ~~at once, (Applause.) if I may~~ now.\n\nMr. Hart: No.\n\nMr. Bell: Yes. (Laughter.)\n"
    )
    root = tei(text)
    assert [words(node) for node in find(root, "//tei:stage")] == ["(Laughter.)"]
    assert [words(node) for node in find(root, "//tei:del")] == ["at once, (Applause.) if I may"]


def test_a_speech_has_events_too():
    root = tei("We shall not fail. [Applause]\n\n(Loud cheers.)\n\nGood night.\n")
    assert [words(node) for node in find(root, "//tei:stage")] == ["[Applause]", "(Loud cheers.)"]


def test_an_enclosure_below_minutes_is_read_as_a_letter():
    text = (
        MINUTES
        + "Present: Mr. Bell\n\nThey talked.\n\n[Enclosure]\n\nDear Sir,\n\nI agree.\n\nYours truly,\n\nA. Cole\n"
    )
    (enclosed,) = find(tei(text), "//tei:div[@type='enclosure']")
    assert [words(node) for node in find(enclosed, "tei:closer/tei:signed")] == ["A. Cole"]
