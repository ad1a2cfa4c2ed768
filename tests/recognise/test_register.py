from __future__ import annotations

import time
from dataclasses import replace

import pytest

from letters import ENGLISH, document, find, sheet, tei, transcript, words
from teiedit.make import make_tei
from teiedit.model.position import Span
from teiedit.model.register import Entry, Register
from teiedit.read.source import decode
from teiedit.recognise.mentions import find_mentions
from teiedit.recognise.register import index_of
from teiedit.tools.tei import parse, serialise

JFK = Entry("p-jfk", "persName", "John F. Kennedy", ("President Kennedy", "Jack"), "1917-05-29", "1963-11-22")
NIKITA = Entry("p-nikita", "persName", "Khrushchev, Nikita", ("Khruschev",), "1894", "1971", office="Chairman")
CUBA = Entry("pl-cuba", "placeName", "Cuba", geo="21.5 -80.0")
NEW_YORK = Entry("pl-ny", "placeName", "New York", authorities=(("geonames", "https://www.geonames.org/5128581"),))
UN = Entry("o-un", "orgName", "United Nations", ("U.N.",), note="Founded in 1945.")
KNOWN = (JFK, NIKITA, CUBA, NEW_YORK, UN)


def edition(*entries, **changes):
    return replace(ENGLISH, register=Register(entries or KNOWN), **changes)


def parties(text, *entries):
    found = document(text, edition(*entries))
    return [p.id for p in found.sent.people], [p.id for p in found.received.people]


def named(sentence, *entries, language="en"):
    """The names that are found in a sentence, with their records."""
    read = transcript(sentence)
    found = find_mentions(read, [Span(0, len(sentence))], index_of(Register(entries)), language=language)
    return [(read.words(mark.span), dict(mark.attributes)["ref"][1:]) for mark in found.marks]


def person(name, *variants, **more):
    return Entry("p-1", "persName", name, variants, **more)


def place(name, *variants):
    return Entry("pl-1", "placeName", name, variants)


# Who sender and addressee are


@pytest.mark.parametrize(
    "name", ["John F. Kennedy", "J. F. Kennedy", "JOHN F. KENNEDY", "President Kennedy", "Mr. Kennedy"]
)
def test_the_sender_is_found_by_a_form_of_his_name(name):
    assert parties(sheet(sender=name))[0] == ["p-jfk"]


@pytest.mark.parametrize(
    "name", ["Nikita Khrushchev", "Khrushchev, Nikita", "Khruschev", "N. Khrushchev", "Mr. Khrushchev"]
)
def test_the_addressee_is_found_also_by_a_name_that_is_filed_by_surname(name):
    assert parties(sheet(addressee=name))[1] == ["p-nikita"]


def test_the_record_is_that_of_the_register():
    root = tei(sheet(sender="Kennedy", addressee="Khruschev"), edition(editors=("E. Ditor",)))
    assert find(root, "//tei:person/@xml:id") == ["p-jfk", "p-nikita"]
    assert [words(n) for n in find(root, "//tei:person/tei:persName")] == ["John F. Kennedy", "Khrushchev, Nikita"]
    assert [words(n) for n in find(root, "//tei:correspAction/tei:persName")] == [
        "John F. Kennedy",
        "Khrushchev, Nikita",
    ]
    (office,) = find(root, "//tei:occupation[@type='office']")
    assert (words(office), office.get("resp")) == ("Chairman", "#editor")
    assert find(root, "//tei:person/tei:birth/@when") == ["1917-05-29", "1894"]


def test_a_family_name_that_one_entry_has_is_less_certain_and_says_why():
    root = tei(sheet(sender="Mr. Kennedy"), edition())
    (name,) = find(root, "//tei:correspAction[@type='sent']/tei:persName")
    assert (name.get("ref"), name.get("cert"), name.get("resp")) == ("#p-jfk", "medium", "#teiedit")
    (reason,) = find(root, f"//tei:certainty[@target='#{find(name, '@xml:id')[0]}']")
    assert reason.get("match") == "@ref"
    assert words(reason) == "John F. Kennedy (p-jfk) is the only Kennedy of the register who can be meant"


@pytest.mark.parametrize("name", ["Robert Kennedy", "Mrs. Kennedy", "R. F. Kennedy", "Kennedy & Sons Company"])
def test_a_forename_or_title_of_somebody_else_speaks_against_an_entry(name):
    (found,) = parties(sheet(sender=name))[0]
    assert found != "p-jfk"


@pytest.mark.parametrize("year", ["1894", "1975"])
def test_nobody_writes_before_birth_or_after_death(year):
    assert parties(sheet(sender="John F. Kennedy", date=f"27 October {year}"))[0] == ["p-kennedy"]


def test_of_two_that_fit_none_is_chosen():
    robert = Entry("p-rfk", "persName", "Robert F. Kennedy", birth="1925", death="1968")
    found = document(sheet(sender="Mr. Kennedy"), edition(JFK, robert))
    assert [p.id for p in found.sent.people] == ["p-kennedy"]
    (note,) = [d for d in found.diagnostics if d.code == "D040"]
    assert '"Kennedy" may be John F. Kennedy (p-jfk) or Robert F. Kennedy (p-rfk)' in note.message
    assert (note.severity.word, note.place.line) == ("note", 5)
    assert parties(sheet(sender="Mr. R. Kennedy"), JFK, robert)[0] == ["p-rfk"]


def test_an_inferred_record_never_takes_the_identifier_of_an_entry():
    other = Entry("p-kennedy", "persName", "Joseph Kennedy", death="1950")
    found = tei(sheet("With Joseph Kennedy I met you.", sender="Edward Kennedy"), edition(other))
    assert find(found, "//tei:person/@xml:id") == ["p-kennedy-2", "p-doe", "p-kennedy"]


def test_a_signature_that_only_the_register_explains_is_the_senders():
    text = sheet(sender="Kennedy").replace("\nKennedy\n", "\n(s) Jack\n")
    assert [d.code for d in document(text).diagnostics] == ["D020"]
    found = document(text, edition())
    assert (found.diagnostics, found.sent.evidence.note) == ((), "the signature agrees with it, by the register")
    assert find(tei(text, edition()), "//tei:signed/tei:persName/@ref") == ["#p-jfk"]


def test_without_a_heading_signature_and_salutation_are_looked_up():
    text = "Dear Mr. Khrushchev:\n\nAll is well.\n\nYours sincerely,\n\nJack\n"
    assert parties(text) == (["p-jfk"], ["p-nikita"])


def test_a_forename_alone_is_no_family_name():
    paul = person("Jean Paul")
    assert parties("Dear Sir,\n\nAll is well.\n\nYours sincerely,\n\nPaul\n", paul)[0] == ["p-paul"]


def test_a_salutation_by_name_is_a_name_and_a_form_of_address_is_not():
    root = tei(sheet(addressee="Khruschev"), edition())
    assert find(root, "//tei:salute/tei:persName/@ref") == ["#p-nikita"]
    root = tei(sheet(addressee="Khruschev").replace("Dear Khruschev", "Dear Mr. Chairman"), edition())
    assert find(root, "//tei:salute/tei:rs/@ref") == ["#p-nikita"]


def test_a_body_of_the_register_may_write():
    root = tei(sheet(sender="the United Nations"), edition())
    assert find(root, "//tei:correspAction[@type='sent']/tei:orgName/@ref") == ["#o-un"]
    assert find(root, "//tei:org/tei:note/text()") == ["Founded in 1945."]


# Where it was sent from

HAVANA = "Dear Sir,\n\nAll is well.\n\nYours sincerely,\n\nJane Roe\n"


def test_the_place_of_the_dateline_has_its_record():
    root = tei("New York, 3 May 1962\n\n" + HAVANA, edition())
    (name,) = find(root, "//tei:dateline/tei:placeName")
    assert (words(name), name.get("ref"), name.get("cert")) == ("New York", "#pl-ny", "high")
    assert find(root, "//tei:correspAction[@type='sent']/tei:placeName/@ref") == ["#pl-ny"]
    assert find(root, "//tei:place/tei:idno/text()") == ["https://www.geonames.org/5128581"]


def test_of_a_longer_dateline_the_part_is_marked_that_the_register_has():
    root = tei("Hotel Plaza, New York, 3 May 1962\n\n" + HAVANA, edition())
    assert [words(n) for n in find(root, "//tei:dateline/tei:placeName[@ref='#pl-ny'][@cert='medium']")] == ["New York"]
    assert find(root, "//tei:correspAction[@type='sent']/tei:placeName/@ref") == ["#pl-ny"]


def test_a_place_that_the_register_has_not_stays_as_it_was():
    text = "Havana, 3 May 1962\n\n" + HAVANA
    assert serialise(tei(text, edition())) == serialise(tei(text))


# Names in running text


@pytest.mark.parametrize(
    ("sentence", "entry", "found"),
    [
        ("Ships left Cuba for Spain.", place("Cuba"), ["Cuba"]),
        ("In Cuba, all is well; “Cuba” is near.", place("Cuba"), ["Cuba", "Cuba"]),
        ("Cuba is an island, and Cuba’s coast is long.", place("Cuba"), ["Cuba", "Cuba"]),
        ("The Cuban problem, Cubans and CUBA and cuba.", place("Cuba"), []),
        ("We went to New\nYork by sea.", place("New York"), ["New York"]),
        ("the United Nations arrangements", Entry("o-1", "orgName", "United Nations"), ["United Nations"]),
        ("the U.N. has met, in the U.N.", Entry("o-1", "orgName", "U.N."), ["U.N.", "U.N."]),
        ("in the U.S.A. and the U.S.", place("U.S."), ["U.S."]),
        ("I saw Mr. Kennedy, President Kennedy and Kennedy.", person("Kennedy"), ["Kennedy"] * 3),
        ("I saw Robert Kennedy and R. Kennedy.", person("Kennedy"), []),
        ("I saw J.F. Kennedy and J. F. Kennedy.", person("J. F. Kennedy"), ["J.F. Kennedy", "J. F. Kennedy"]),
        ("We met at Kennedy Airport.", person("Kennedy"), []),
        ("We read the New York Times.", place("New York"), []),
        ("When Kennedy came, he stayed.", person("Kennedy"), ["Kennedy"]),
        ("Both O'Brien and Flann O’Brien wrote.", person("Brien"), []),
        ("Jean-Paul and the Anglo-Irish, Paul-like.", person("Paul", "Irish"), []),
        ("l'Italie, d’Italie et L'Italie", place("Italie"), ["Italie"] * 3),
        ("He left--Cuba--in May.", place("Cuba"), ["Cuba"]),
        ("Will you come? I saw Will.", person("Will"), ["Will"]),
        ("Hope is dear to us. To Hope we write.", person("Hope"), ["Hope"]),
        ("Reading is dear. Near Reading all is well.", place("Reading"), ["Reading"]),
        ("Peace is near; we want peace, says Peace.", person("Peace"), ["Peace"]),
        ("We came in May with Mr. May.", person("May"), ["May"]),
        ("St. Petersburg is far.", place("Petersburg"), []),
        ("SHIPS HAVE LEFT HAVANA FOR NEW YORK STOP", place("NEW YORK"), ["NEW YORK"]),
        ("A letter to K.", person("K"), []),
        ("my_Cuba_ Cuba1 1Cuba", place("Cuba"), []),
    ],
)
def test_a_name_is_marked_where_it_stands_alone(sentence, entry, found):
    assert named(sentence, entry) == [(name, entry.id) for name in found]


@pytest.mark.parametrize(
    ("sentence", "entry", "found"),
    [
        ("Ich war in der Stadt Wien bei Freund Stein.", place("Wien"), ["Wien"]),
        ("Gestern sah ich Herrn Stein.", person("Stein"), ["Stein"]),
        ("Da fiel ein Stein, und der Stein rollte.", person("Stein"), []),
        ("Wir sprachen von Stein und Nachricht kam.", person("Stein"), ["Stein"]),
        ("Die Kuba-Krise und die Kuba-\nfrage, Kubas Lage.", place("Kuba"), []),
    ],
)
def test_in_german_a_capital_is_no_sign_of_a_name(sentence, entry, found):
    assert named(sentence, entry, language="de") == [(name, entry.id) for name in found]


def test_the_longest_name_wins():
    york, paper = place("New York"), Entry("o-nyt", "orgName", "New York Times")
    assert named("He reads the New York Times in New York.", york, paper) == [
        ("New York Times", "o-nyt"),
        ("New York", "pl-1"),
    ]


def test_names_that_two_entries_share_are_left_alone_with_one_note():
    other = Entry("p-w", "persName", "Washington", birth="1732")
    body = "We left Washington. All in Washington and Springfield know it. Cuba is far."
    springfields = (Entry("pl-s1", "placeName", "Springfield"), Entry("pl-s2", "placeName", "Springfield"))
    found = document(sheet(body), edition(other, place("Washington"), CUBA, *springfields))
    (note,) = found.diagnostics
    assert (note.code, note.severity.word) == ("D040", "note")
    assert note.message == (
        '"Washington" may be Washington (p-w) or Washington (pl-1) of the register, and was left without a record; '
        'the same holds for "Springfield"'
    )
    assert [e.id for e in found.entries] == ["pl-cuba"]


def test_nobody_is_named_before_birth():
    early = Entry("p-old", "persName", "Adams", birth="1735")
    late = Entry("p-new", "persName", "Adams", birth="1902")
    root = tei(sheet("We met with Adams.", date="1 May 1800"), edition(early, late))
    assert find(root, "//tei:p/tei:persName/@ref") == ["#p-old"]


def test_the_record_of_each_entry_that_is_named_is_in_the_file_and_no_other():
    root = tei(sheet("The United Nations met; Cuba was named. Cuba again."), edition())
    assert find(root, "//tei:standOff[@type='entities']//@xml:id") == ["p-roe", "p-doe", "o-un", "pl-cuba"]
    assert find(root, "//tei:place/tei:location/tei:geo/text()") == ["21.5 -80.0"]
    names = find(root, "//tei:p/tei:placeName")
    assert [(n.get("ref"), n.get("cert"), n.get("evidence")) for n in names] == [("#pl-cuba", "high", "external")] * 2


def test_names_in_an_address_are_marked_line_by_line():
    text = "Mr. John Doe\nUnited Nations\nNew York\n\nNew York, 3 May 1962\n\n" + HAVANA
    root = tei(text, edition())
    refs = find(root, "//tei:address//@ref") or find(root, "//tei:opener//@ref")
    assert "#pl-ny" in refs


def test_a_name_across_a_clause_or_a_quotation_is_left_alone():
    root = tei(sheet("We agreed (a) to leave New and (b) York to stay, and “New” York."), edition())
    assert find(root, "//tei:p//tei:placeName") == []


SCRIPT = "<script>alert(1)</script>"
HOSTILE = (
    Entry("p-x", "persName", '=HYPERLINK("http://example.org")', ("<b>&amp;", "Jane Roe"), note=SCRIPT),
    Entry("pl-x", "placeName", "(", ("[", "\\d+", ".*", "{0}", "%s"), note="' onclick='x"),
)


def made(text, *entries):
    """The TEI of a transcript, proved to be valid and to have lost nothing."""
    source, _ = decode(text.encode(), "letter.txt", "letter.txt")
    result = make_tei(source, "letter", edition(*entries, editors=("E. Ditor",)))
    assert result.diagnostics == ()
    return parse(result.tei)


def test_what_stands_in_a_register_is_text_wherever_it_goes():
    text = 'We know .* and \\d+ and ( and <b>&amp; and ]]> and =HYPERLINK("http://example.org") here.'
    root = made(sheet(text), *HOSTILE)
    assert words(find(root, "//tei:person/tei:note")[0]) == SCRIPT
    assert [words(name) for name in find(root, "//tei:p/tei:persName")] == [
        "b>&amp;",
        'HYPERLINK("http://example.org")',
    ]


def test_the_whole_is_valid_and_nothing_is_lost():
    body = (
        "The United Nations met.\n\n1) Cuba met Mr. Kennedy.\n\n2) He “saw Cuba” on May 3, as I have told you before."
    )
    root = made(sheet(body))
    assert find(root, "//tei:body//tei:placeName/@ref") == ["#pl-cuba"] * 2


def test_fifty_thousand_names_cost_a_letter_less_than_a_millisecond():
    entries = tuple(
        Entry(f"p-{i}", "persName", f"Jane {i:05d}x. Roe{i}", (f"Roe{i}", f"The {i}th Earl")) for i in range(50_000)
    )
    index = index_of(Register(entries))
    letter = "We met The 7th Earl and Jane 00009x. Roe9 of old." + " In May all was well, near the sea at noon." * 60
    read = transcript(letter)
    spans = [Span(0, len(letter))]

    def once():
        start = time.perf_counter()
        found = find_mentions(read, spans, index, language="en")
        assert [dict(mark.attributes)["ref"] for mark in found.marks] == ["#p-7", "#p-9"]
        return time.perf_counter() - start

    assert min(once() for _ in range(20)) < 0.001
