import pytest

from letters import document, find, tei, words
from support import ROOT
from teiedit.model.edition import Edition
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
        ("cc: Mr. Bell", ("cc", "cc:", "Mr. Bell")),
        ("JFK:el", ("reference", None, "JFK:el")),
        ("P.J. 1", ("enclosures", None, "P.J. 1")),
        ("Citissime!", ("precedence", None, "Citissime!")),
        ("Streng geheim", ("classification", None, "Streng geheim")),
        ("D. 8.15 p.m. 27 October 1962", ("date", "D.", "8.15 p.m. 27 October 1962")),
        ("Eingegangen: 4. Mai 1915", ("date", "Eingegangen:", "4. Mai 1915")),
        ("[Received 3:20 p.m.]", ("time", "Received", "3:20 p.m.]")),
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


def fields(text, kind):
    return find(tei(text), f"//tei:seg[@subtype='{kind}']")


def test_people_of_a_list_below_its_label_are_named_each():
    text = MEMORANDUM.format("CC: Mr. Hale\n    Miss Lisle\n    Foreign Office\nSUBJECT: Shelving\n")
    (copies,) = fields(text, "cc")
    assert [words(node) for node in copies[1:]] == ["Mr. Hale", "Miss Lisle", "Foreign Office"]
    assert [person.name for person in document(text).copied.people] == ["Mr. Hale", "Miss Lisle", "Foreign Office"]


def test_those_who_have_a_copy_are_in_the_header_apart_from_addressees():
    root = tei(MEMORANDUM.format("CC: Mr. Hale; Miss Lisle\n"))
    names = find(root, "//tei:correspAction[@type='received'][@subtype='cc']/tei:persName")
    assert [words(name) for name in names] == ["Hale", "Lisle"]
    assert len(find(root, "//tei:person")) == 4


def test_a_label_alone_heads_its_list():
    foot = "Dear Sir,\n\nAll is well.\n\nYours truly,\nJane Roe\n\nDistribution:\nForeign Office\nWar Office\n"
    (listed,) = fields(foot, "distribution")
    assert words(listed) == "Distribution: Foreign Office War Office"


def test_what_follows_a_field_is_no_part_of_its_list():
    text = MEMORANDUM.format("CC: Mr. Hale\nSteel is short, and so is coal.\n")
    assert [words(node) for node in fields(text, "cc")] == ["CC: Mr. Hale"]


TELEGRAM = "FROM: HAVANA\nTO: FOREIGN OFFICE\n{}\n\nSHIPS HAVE TURNED BACK STOP NO INCIDENT STOP\n\nMARCHANT\n"


@pytest.mark.parametrize(
    "lines",
    [
        "D. 8.15 p.m. 27 October 1962\nR. 3.20 a.m. 28 October 1962",
        "D. 8.15 p.m. 27 October 1962     R. 3.20 a.m. 28 October 1962",
        "Despatched: 8.15 p.m., 27 October 1962\nReceived: 3.20 a.m., 28 October",
    ],
)
def test_a_telegram_tells_when_it_was_handed_in_and_received(lines):
    text = TELEGRAM.format(lines)
    assert [node.xpath("string(@when)") for node in find(tei(text), "//tei:seg//tei:time")] == ["20:15:00", "03:20:00"]
    read = document(text)
    assert read.sent.date.attributes == (("when", "1962-10-27"),)
    assert read.received.date.attributes == (("when", "1962-10-28"),)
    assert read.genre == "telegram"


@pytest.mark.parametrize(
    "line", ["Received your letter of 3 May 1962, 8 p.m.", "D. 3 May 1962", "R. Roe of 3 May 1962 is here, at 8 p.m."]
)
def test_other_lines_do_not_tell_the_times_of_a_telegram(line):
    root = tei(f"Dear Sir,\n\n{line}\n\nAll is well.\n\nYours truly,\nJane Roe\n")
    assert find(root, "//tei:seg") == []


def test_an_hour_of_receipt_alone_is_a_field_of_time():
    root = tei("London, 3 May 1962.\n\n[Received 3:20 p.m.]\n\nDear Sir,\n\nAll is well.\n\nJane Roe\n")
    assert find(root, "//tei:seg[@subtype='time']/tei:time[@type='received']/@when") == ["15:20:00"]


def test_a_memorandum_without_signature_has_its_enclosures():
    assert find(tei(MEMORANDUM.format("") + "\n2 encls.\n"), "//tei:closer/tei:seg/@subtype") == ["enclosures"]


def test_the_labelled_lines_of_the_documentation_become_what_it_says():
    page = (ROOT / "docs/transcripts.md").read_text("utf-8")
    block = next(part for part in page.split("```\n") if part.startswith("From: "))
    root = tei(block + "\nI have come.\n\nYours truly,\nJane Roe\n")
    action = "//tei:correspAction[@type='{}']{}"
    assert [words(node) for node in find(root, action.format("sent", "/tei:persName"))] == ["Jane Roe"]
    received = action.format("received", "[not(@subtype)]/tei:persName")
    assert [words(node) for node in find(root, received)] == ["John Doe", "A. Bell"]
    assert [words(node) for node in find(root, "//tei:correspAction[@subtype='cc']/tei:persName")] == ["Carl Dorn"]
    assert find(root, action.format("sent", "/tei:date/@when")) == ["1962-10-27"]
    assert [words(node) for node in find(root, action.format("sent", "/tei:placeName"))] == ["Bremen"]
    labels = [line.partition(":")[0] + ":" for line in block.splitlines() if ":" in line]
    assert [words(node) for node in find(root, "//tei:opener/tei:seg/tei:label")] == labels


@pytest.mark.parametrize(
    ("line", "greeting", "tag", "place"),
    [
        ("Place: Stoke under Elm", "Dear Sir,", "en", "Stoke under Elm"),
        ("Ort: Sankt Georgen", "Lieber Hans!", "de", "Sankt Georgen"),
        ("Lieu : L’Isle", "Mon cher ami,", "fr", "L’Isle"),
        ("Place: Room 3", "Dear Sir,", "en", ""),
        ("Place: not known", "Dear Sir,", "en", ""),
    ],
)
def test_a_field_names_the_place_of_writing_if_it_has_the_form_of_a_name(line, greeting, tag, place):
    text = f"{line}\n\n{greeting}\n\nWe are well.\n\nA. Bell\n"
    read = document(text, Edition(title="x", languages=(tag,)))
    assert read.sent.place == place


def test_the_place_of_a_dateline_is_nearer_than_that_of_a_field():
    read = document("Place: Bremen\n\nOakham, 3 May 1921\n\nDear Sir,\n\nI am.\n\nYours truly,\nA. Bell\n")
    assert read.sent.place == "Oakham"
