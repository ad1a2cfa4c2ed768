import pytest

from letters import document, find, tei, words
from teiedit.recognise.fields import read_field

MEMORANDUM = "TO: Mr. Lyle Bell\nFROM: Edna Dorn\nDATE: 14 July 1958\n{}\nSteel is short.\n"


def parts(line):
    read = read_field(line)
    label = line[read.label.start : read.label.end] if read.label else None
    return read.subtype, label, line[read.value.start : read.value.end]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("SUBJECT: Shipping", ("subject", "SUBJECT:", "Shipping")),
        ("Objet : congés", ("subject", "Objet :", "congés")),
        ("FROM     Consulate, Lyons", ("from", "FROM", "Consulate, Lyons")),
        ("Our ref: AB/12", ("reference", "Our ref:", "AB/12")),
        ("STRICTLY CONFIDENTIAL", ("classification", None, "STRICTLY CONFIDENTIAL")),
        ("IMMEDIATE", ("precedence", None, "IMMEDIATE")),
        ("2 Anlagen", ("enclosures", None, "2 Anlagen")),
        ("Distribution: Cabinet", ("distribution", "Distribution:", "Cabinet")),
    ],
)
def test_a_field_is_read_as_label_and_value(line, expected):
    assert parts(line) == expected


def test_fields_at_the_head_stand_in_the_opener_with_their_labels():
    root = tei(MEMORANDUM.format("SUBJECT: Shelving\n"))
    fields = find(root, "//tei:opener/tei:seg[@type='field']")
    assert [node.get("subtype") for node in fields] == ["to", "from", "date", "subject"]
    assert [words(node[0]) for node in fields] == ["TO:", "FROM:", "DATE:", "SUBJECT:"]
    assert find(root, "//tei:opener/tei:seg/tei:date/@when") == ["1958-07-14"]


def test_fields_name_sender_addressee_and_date():
    read = document(MEMORANDUM.format(""))
    assert [person.name for person in read.sent.people] == ["Edna Dorn"]
    assert [person.name for person in read.received.people] == ["Mr. Lyle Bell"]
    assert read.sent.date.attributes == (("when", "1958-07-14"),)


def test_one_field_does_not_silence_signature_or_salutation():
    read = document("From: The Secretary\n\nDear Mr. Doe,\n\nAll is well.\n\nYours truly,\n\nJane Roe\n")
    assert [person.name for person in read.received.people] == ["Mr. Doe"]


def test_words_of_a_label_in_running_text_are_text():
    head = "London, 3 May 1901\n\nDear Sir,\n\n"
    tail = "From: that day on all was well, and is.\n\nYours,\nJ. Roe\n"
    root = tei(f"{head}To: this I answer: no.\n\n{tail}")
    assert find(root, "//tei:seg[@type='field']") == []


def test_enclosure_alone_at_the_end_is_counted_and_before_a_text_heads_it():
    letter = "Dear Sir,\n\nI send a copy.\n\nYours truly,\nJane Roe\n\nEnclosure\n"
    assert find(tei(letter), "//tei:closer/tei:seg/@subtype") == ["enclosures"]
    more = letter + "\nDear Jane,\n\nHere is the text of what we agreed upon last year.\n\nYours ever,\nA. Bell\n"
    assert find(tei(more), "//tei:div[@type='enclosure']/tei:head/text()") == ["Enclosure"]
