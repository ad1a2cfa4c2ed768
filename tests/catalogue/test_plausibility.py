"""For each kind of contradiction a planted fault that is found, and what is like it and none."""

import dataclasses
from datetime import timedelta

import pytest

from correspondences import ANN, DAYS, OTTO, chatter, correspondence, day_of, english, letter
from editions import edition
from teiedit.cli import _sources
from teiedit.examination import examine
from teiedit.model.finding import finding_id
from teiedit.read.register import entry_places

PERSONS = (
    "id;name;variants;dates\nbell;Ann Bell;;1860/1920\n"
    "kern;Otto Kern;O. Kern|Ottchen;1855/1901-05-20\nlost;Ida Lost;;\n"
)
PLACES = (
    "id;name;lat;lon\nlondon;London;51.5;-0.12\nberlin;Berlin;52.5;13.4\nvladivostok;Vladivostok;43.1;131.9\n"
    "windsor;Windsor;51.48;-0.6\n"
)
TEXT = "the ferns are well, and so are all who look after them here"


def look(folder, texts, *, register=False, processes=1):
    edition(folder, **texts)
    if register:
        (folder / "persons.csv").write_text(PERSONS, "utf-8")
        (folder / "places.csv").write_text(PLACES, "utf-8")
    jobs, diagnostics = _sources.jobs((folder,), strict=False)
    assert diagnostics == []
    return examine([file for file, _ in jobs], jobs[0][1], entry_places(folder, "."), processes)


def codes(found, *but):
    return [one.code for one in found.findings if one.code not in but]


def one(found, code):
    (finding,) = [each for each in found.findings if each.code == code]
    return finding


def test_a_correspondence_without_a_fault_is_silent(tmp_path):
    found = look(tmp_path, correspondence())
    assert found.findings == ()
    assert found.missing == ()
    assert found.documents == 12


# signature and sender


def test_a_signature_that_is_not_the_senders(tmp_path):
    found = look(tmp_path, correspondence(letter03=letter(day_of(3), TEXT, OTTO, ANN, "Berlin", signed="Max Brown")))
    finding = one(found, "D020")
    assert finding.message == 'signed "Max Brown", but the heading names Otto Kern as sender'
    assert finding.quote.words == "Max Brown"
    assert finding.evidence[0].quote.words == "Otto Kern"


def test_parties_the_wrong_way_round(tmp_path):
    found = look(
        tmp_path, correspondence(letter03=letter(day_of(3), TEXT, OTTO, ANN, "Berlin", signed=ANN, salute="Mr. Kern"))
    )
    assert "wrong way round" in one(found, "D020").hint
    assert "wrong way round" in one(found, "A001").hint


@pytest.mark.parametrize("signed", ["O. K.", "Otto", "O. Kern", "OKern", "The Director", "Kern"])
def test_a_signature_that_may_be_the_senders(tmp_path, signed):
    found = look(tmp_path, correspondence(letter03=letter(day_of(3), TEXT, OTTO, ANN, "Berlin", signed=signed)))
    assert "D020" not in codes(found)


def test_what_somebody_signs_twice_is_a_habit(tmp_path):
    twice = {f"letter{n:02d}": letter(day_of(n), f"{TEXT} {n}", OTTO, ANN, "Berlin", signed="Bärchen") for n in (3, 5)}
    assert "D020" not in codes(look(tmp_path, correspondence(**twice)))


def test_a_signature_that_the_register_knows(tmp_path):
    text = letter(day_of(3), TEXT, OTTO, ANN, "Berlin", signed="Ottchen")
    assert "D020" not in codes(look(tmp_path, correspondence(letter03=text), register=True))


# salutation and addressee


def test_a_salutation_to_somebody_else(tmp_path):
    found = look(tmp_path, correspondence(letter03=letter(day_of(3), TEXT, OTTO, ANN, "Berlin", salute="Mr. Thornton")))
    assert one(found, "A001").message == '"Mr. Thornton" is spoken to, but the heading names Ann Bell as addressee'


@pytest.mark.parametrize("salute", ["Miss Bell", "Annie", "Madam", "Friend", "Mrs. Bel", "Sir"])
def test_a_salutation_that_may_be_the_addressees(tmp_path, salute):
    found = look(tmp_path, correspondence(letter03=letter(day_of(3), TEXT, OTTO, ANN, "Berlin", salute=salute)))
    assert "A001" not in codes(found)


def test_a_forename_by_which_the_sender_calls_another(tmp_path):
    used = {f"x{n}": letter(day_of(n), chatter(n + 20), ANN, "Paul Dorn", salute="Paul") for n in range(3)}
    stray = letter(day_of(4), TEXT, ANN, OTTO, salute="Paul")
    assert (
        one(look(tmp_path, correspondence(**used, letter04=stray)), "A001").hint
        == "in this edition Paul Dorn is called so"
    )
    pet = {f"letter{n:02d}": letter(day_of(n), f"{TEXT} {n}", ANN, OTTO, salute="Paul") for n in (4, 6)}
    assert "A001" not in codes(look(tmp_path / "pet", correspondence(**used, **pet)))


def test_a_surname_alone_that_is_anothers(tmp_path):
    other = letter(day_of(3), chatter(33), ANN, "Paul Dorn")
    stray = letter(day_of(4), TEXT, ANN, OTTO, salute="Dorn")
    assert one(look(tmp_path, correspondence(x=other, letter04=stray)), "A001").quote.words == "Dorn"


# dates


def test_a_date_among_later_ones(tmp_path):
    stray = day_of(6) - timedelta(days=365)
    found = look(tmp_path, correspondence(letter06=letter(stray, TEXT)))
    finding = one(found, "A002")
    assert finding.message == (
        f"dated {stray}, but stands between documents of {day_of(5)} (letter05) and {day_of(7)} (letter07)"
    )
    assert [side.document for side in finding.evidence] == ["letter05", "letter07"]


def test_files_in_no_order_of_time_say_nothing_of_dates(tmp_path):
    mixed = correspondence(**{f"letter{n:02d}": letter(day_of(n * 5 % 12), f"{TEXT} {n}") for n in range(12)})
    assert "A002" not in codes(look(tmp_path, mixed))


def test_a_file_called_by_another_date(tmp_path):
    named = {f"{day_of(n)}-bell": letter(day_of(n), chatter(n)) for n in range(6)}
    named["1901-04-30-bell"] = letter(day_of(6), TEXT)
    assert "the file is called 1901-04-30-bell.txt" in one(look(tmp_path, named), "A002").message


def test_a_letter_decades_away_from_the_correspondence(tmp_path):
    apart = {f"{name}{n}": letter(day_of(n), chatter(n)) for n, name in enumerate("qjxkvbzw")}
    apart["a-stray"] = letter(day_of(0).replace(year=1961), TEXT)
    assert "the other 8 letters between the two are of 1901 to 1901" in one(look(tmp_path, apart), "A002").message


# weekdays


def test_a_weekday_on_which_the_day_did_not_fall(tmp_path):
    day = day_of(3)
    wrong, right = DAYS[(day.weekday() + 2) % 7], DAYS[day.weekday()]
    text = f"It happened on {wrong}, {english(day)}."
    found = look(tmp_path, correspondence(extra=letter(day_of(4), text)))
    assert one(found, "D013").quote.words == f"{wrong}, {english(day)}"
    fine = look(tmp_path / "fine", correspondence(extra=letter(day_of(4), text.replace(wrong, right))))
    assert codes(fine) == []


def test_a_weekday_by_the_calendar_that_the_words_count_by(tmp_path):
    # 25 October 1917 of the Julian calendar is 7 November, a Wednesday
    fine = letter(day_of(3), "They met on Wednesday, 25 October 1917 (Old Style), and again.")
    assert "D013" not in codes(look(tmp_path, {"letter": fine}))
    wrong = letter(day_of(3), "They met on Thursday, 25 October 1917 (Old Style), and again.")
    assert "D013" in codes(look(tmp_path / "wrong", {"letter": wrong}))


def test_a_weekday_that_fits_the_julian_calendar_alone_says_so(tmp_path):
    text = letter(day_of(3), "They met on Wednesday, 25 October 1917, and again.")
    assert "Julian" in one(look(tmp_path, {"letter": text}), "D013").hint


# letters that are named


def test_a_letter_that_is_missing(tmp_path):
    text = f"I have your letter of 3 April 1901. {TEXT}"
    found = look(tmp_path, correspondence(letter04=letter(day_of(4), text)))
    (missing,) = [row for row in found.missing if row.days.first == "1901-04-03"]
    assert (missing.sender, missing.addressee) == (OTTO, ANN)
    assert [(side.document, side.quote.words) for side in missing.named] == [
        ("letter04", "your letter of 3 April 1901")
    ]
    assert missing.perhaps == ("letter03",)
    assert one(found, "A003").message.endswith(f"it has one of {day_of(3)} (letter03)")


def test_a_letter_that_is_named_twice_is_one_missing_letter(tmp_path):
    text = f"I have your letter of 21 March 1901. {TEXT}"
    found = look(tmp_path, correspondence(x=letter(day_of(4), text), y=letter(day_of(6), "Again: " + text)))
    (missing,) = found.missing
    assert [side.document for side in missing.named] == ["x", "y"]


@pytest.mark.parametrize(
    "words",
    [
        f"I have your letter of {english(day_of(3))}.",
        f"I have your letter of the {day_of(3).day}st inst.",
        "I have your letter of May 1862 to Mr. Brown.",
        "The agreement of 21 March 1901 is in your letter.",
    ],
)
def test_a_letter_that_is_there_or_is_not_named(tmp_path, words):
    assert look(tmp_path, correspondence(x=letter(day_of(4), f"{words} {TEXT}"))).missing == ()


def test_a_letter_dated_by_the_old_calendar_is_there(tmp_path):
    old = day_of(3) - timedelta(days=13)
    named = letter(day_of(4), f"I have your letter of {english(old)}. {TEXT}")
    assert len(look(tmp_path, correspondence(x=named)).missing) == 1
    style = letter(day_of(11) + timedelta(days=1), "It was on 1 April 1901 (Old Style).", OTTO, ANN, "Kiev")
    assert look(tmp_path / "old", correspondence(x=named, y=style)).missing == ()


def test_a_reply_before_its_letter(tmp_path):
    text = f"I have your letter of {english(day_of(9))}. {TEXT}"
    found = look(tmp_path, correspondence(letter04=letter(day_of(4), text)))
    assert one(found, "A004").message == (
        f'dated {day_of(4)}, but names a letter of {day_of(9)}: "your letter of {english(day_of(9))}"'
    )


def test_a_reply_with_the_old_year_in_january(tmp_path):
    december, january = day_of(0).replace(month=12, day=28), day_of(0).replace(month=1, day=3)
    texts = {
        "a": letter(december, chatter(1), OTTO, ANN, "Berlin"),
        "b": letter(january, f"I have your letter of 28 December. {TEXT}"),
    }
    # the reply is of January 1902 and says 1901
    finding = one(look(tmp_path, texts), "A004")
    assert "(a) is of 1901-12-28" in finding.message
    texts["b"] = letter(january.replace(year=1902), f"I have your letter of 28 December. {TEXT}")
    assert codes(look(tmp_path / "fine", texts)) == []


# places


def test_two_places_too_far_apart(tmp_path):
    far = letter(day_of(4) + timedelta(days=1), TEXT, place="Vladivostok")
    found = look(tmp_path, correspondence(letter04x=far), register=True)
    finding = one(found, "A005")
    assert finding.quote.words == "Vladivostok"
    assert (
        f'Ann Bell writes from "Vladivostok" on {day_of(4) + timedelta(days=1)}, and 1 day before from "London"'
        in finding.message
    )


def test_two_places_that_can_be_reached(tmp_path):
    near = letter(day_of(4), TEXT, place="Windsor")
    far = letter(day_of(8) - timedelta(days=2), f"{TEXT}, sir", place="Berlin")
    assert "A005" not in codes(look(tmp_path, correspondence(letter04x=near, letter07x=far), register=True))


def test_places_without_coordinates_are_silent(tmp_path):
    far = letter(day_of(4), TEXT, place="Vladivostok")
    assert codes(look(tmp_path, correspondence(letter04x=far))) == []


# duplicates


def test_a_document_that_is_there_twice(tmp_path):
    texts = correspondence()
    found = look(tmp_path, {**texts, "letter03b": texts["letter03"]})
    finding = one(found, "A006")
    assert finding.document == "letter03b"
    assert "has the same words as" in finding.message
    assert finding.severity.word == "check"


def test_a_document_that_is_there_twice_and_was_read_otherwise(tmp_path):
    texts = correspondence()
    again = texts["letter03"].replace("ferns", "fens", 1).replace("box 3", "bex 3", 2)
    assert "of its runs of words in common" in one(look(tmp_path, {**texts, "letter03b": again}), "A006").message


def test_a_circular_is_a_note(tmp_path):
    other = letter(day_of(3), chatter(3), OTTO, "Jane Dorn", "Berlin")
    first = letter(day_of(3), chatter(3), OTTO, ANN, "Berlin")
    finding = one(look(tmp_path, correspondence(letter03=first, letter03b=other)), "A006")
    assert finding.severity.word == "note"
    assert "addressees differ" in finding.hint


# clauses of other letters


def test_a_paragraph_that_the_letter_named_has_not(tmp_path):
    counted = "There are three things:\n\n1. The ferns.\n\n2. The lilies.\n\n3. The pears.\n\nThat is all."
    texts = {"a": letter(day_of(0), counted, OTTO, ANN, "Berlin")}
    asked = "I cannot agree to paragraph {} of your letter of " + english(day_of(0)) + f". {TEXT}"
    finding = one(look(tmp_path, {**texts, "b": letter(day_of(1), asked.format(7))}), "A007")
    assert finding.quote.words == "paragraph 7"
    assert "a counts from 1 to 3" in finding.message
    assert codes(look(tmp_path / "fine", {**texts, "b": letter(day_of(1), asked.format(2))})) == []


# the register


def test_somebody_who_was_dead(tmp_path):
    late = day_of(0).replace(year=1903)
    found = look(tmp_path, {"a": letter(late, TEXT, OTTO, ANN, "Berlin")}, register=True)
    assert "Otto Kern (p-kern) of the register died in 1901-05-20" in one(found, "A009").message
    assert "A009" not in codes(look(tmp_path / "b", {"a": letter(day_of(1), TEXT, OTTO, ANN)}, register=True))


def test_entries_of_the_register_that_nobody_names(tmp_path):
    found = look(tmp_path, {"a": letter(day_of(1), TEXT, OTTO, ANN, "Berlin")}, register=True)
    unused = [(each.quote.words, each.quote.place.file, each.quote.place.line) for each in found.findings]
    assert unused == [
        ("p-lost", "persons.csv", 4),
        ("pl-london", "places.csv", 2),
        ("pl-vladivostok", "places.csv", 4),
        ("pl-windsor", "places.csv", 5),
    ]


# names of findings, and the way there


def test_a_finding_keeps_its_name_when_lines_move(tmp_path):
    text = letter(day_of(3), TEXT, OTTO, ANN, "Berlin", signed="Max Brown")
    before = one(look(tmp_path, correspondence(letter03=text)), "D020")
    after = one(look(tmp_path, correspondence(letter03=text.replace(TEXT, f"{chatter(5)}\n\n{TEXT}"))), "D020")
    assert before.id == after.id == finding_id("D020", "letter03", "Max Brown")
    assert before.span != after.span


def test_the_span_of_a_finding_holds_its_words(tmp_path):
    text = letter(day_of(3), f"I have your letter\nof 1 May 1900. {TEXT}", OTTO, ANN, "Berlin", signed="Max Brown")
    found = look(tmp_path, correspondence(letter03=text))
    for finding in found.findings:
        assert " ".join(text[finding.span.start : finding.span.end].split()) == finding.quote.words
        assert finding.excerpt
    assert len({finding.id for finding in found.findings}) == len(found.findings) == 2


def test_findings_that_are_alike_have_different_names(tmp_path):
    text = "It was on Monday, 27 October 1962. Yes, on Monday, 27 October 1962."
    first, second = [each for each in look(tmp_path, {"a": letter(day_of(3), text)}).findings if each.code == "D013"]
    assert first.id != second.id


def test_what_an_editor_dismissed_is_not_told_again(tmp_path):
    text = letter(day_of(3), f"I have your letter of 1 May 1900. {TEXT}", OTTO, ANN, "Berlin", signed="Max Brown")
    edition(tmp_path, **correspondence(letter03=text))
    decision = '[[decision]]\nwords = "{}"\ndismiss = "{}"\nby = "Ida Lost"\non = 2026-11-24\n'
    (tmp_path / "letter03.decisions.toml").write_text(
        decision.format("Yours sincerely, Max Brown", "D020") + decision.format("letter of 1 May 1900", "A003"), "utf-8"
    )
    found = look(tmp_path, correspondence(letter03=text))
    assert codes(found) == []
    assert found.missing == ()


def test_documents_go_on_when_one_fails(tmp_path):
    stray = letter(day_of(3), TEXT, OTTO, ANN, "Berlin", signed="Max Brown")
    found = look(tmp_path, correspondence(letter03=stray, letter05="", letter07=b"\x00\x01 not a letter"))
    assert "D020" in codes(found)
    assert {each.document for each in found.findings if each.severity.word == "error"} == {"letter05", "letter07"}


def test_many_processes_find_the_same(tmp_path):
    texts = correspondence(letter06=letter(day_of(6) - timedelta(days=365), TEXT, signed="Max Brown"))
    alone, together = look(tmp_path, texts), look(tmp_path, texts, processes=2)
    assert dataclasses.astuple(alone) == dataclasses.astuple(together)
