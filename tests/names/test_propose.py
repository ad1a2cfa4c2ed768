"""What is proposed for the registers: each kind of evidence, each action, and what is left alone."""

import pytest

from teiedit.model.edition import Edition
from teiedit.names.proposal import RULES
from teiedit.names.propose import propose
from teiedit.read.folder import find_files
from teiedit.read.register import with_register

LETTER = "{sender} to {addressee}, 4 May 1912\n\n{place}, 4 May 1912\n\nDear Sir,\n\n{text}\n\nYours truly,\n{signed}\n"


def letter(text, sender="Ada Quill", addressee="Tom Brandreth", place="Wexcombe", signed="A. Quill"):
    return LETTER.format(sender=sender, addressee=addressee, place=place, text=text, signed=signed)


def proposals(tmp_path, texts, languages=("en", "de", "fr"), **registers):
    for number, text in enumerate(texts, 1):
        (tmp_path / f"{number:03}.txt").write_text(text, "utf-8")
    for name, table in registers.items():
        (tmp_path / "register").mkdir(exist_ok=True)
        (tmp_path / "register" / f"{name}.csv").write_text(table, "utf-8")
    edition, _ = with_register(Edition(languages=languages), tmp_path, "")
    return propose(find_files(tmp_path)[0], edition, 1).proposals


def one(found, name):
    return next(p for p in found if p.name == name)


def names(found, action="new"):
    return {p.name for p in found if p.action == action}


def test_parties_become_one_entry_with_the_forms_of_their_signatures(tmp_path):
    found = proposals(tmp_path, [letter("It rains again."), letter("It rains still.")])
    quill = one(found, "Ada Quill")
    assert (quill.action, quill.kind, quill.id) == ("new", "persName", "p-quill")
    assert "A. Quill" in quill.variants
    assert quill.documents == 2
    assert {"party", "signature"} <= set(quill.rules)
    assert quill.years == (1912, 1912)


def test_an_example_has_its_place_and_what_stands_around_it(tmp_path):
    found = proposals(tmp_path, [letter("We had a visit from Mr. Oddie on Monday, and he stayed.")])
    example = one(found, "Mr. Oddie").examples[0]
    text = (tmp_path / "001.txt").read_text("utf-8").split("\n")
    assert example.words == "Oddie"
    assert text[example.place.line - 1][example.place.column - 1 :].startswith("Oddie")
    assert example.before.endswith("from Mr. ")
    assert example.after.startswith(" on Monday")


@pytest.mark.parametrize(
    ("text", "name", "rule"),
    [
        ("You will meet Mr. Oddie there.", "Mr. Oddie", "titled"),
        ("We were told by Captain Oddie of it.", "Captain Oddie", "titled"),
        ("I have it from J. R. Oddie himself.", "J. R. Oddie", "initials"),
        ("I have it from William Oddie himself.", "William Oddie", "given"),
        ("It was sent by the Wexcombe Harbour Company on Friday.", "Wexcombe Harbour Company", "body"),
        ("The papers are with the Board of Health in town.", "Board of Health", "body"),
    ],
)
def test_a_name_in_running_text_says_why_it_is_taken_for_one(tmp_path, text, name, rule):
    proposal = one(proposals(tmp_path, [letter(text)]), name)
    assert rule in proposal.rules
    assert any(RULES[rule].what in reason for reason in proposal.reasons)


@pytest.mark.parametrize(
    "text",
    [
        "Herr Oddie ist gestern angekommen, und wir haben ihn gesehen.",
        "Gestern war Frau Oddie bei uns, und wir haben gelacht.",
        "Ich habe die Nachricht von Oberst Oddie, der sie nicht glauben will.",
    ],
)
def test_german_titles_are_read_and_only_one_noun_after_them(tmp_path, text):
    found = proposals(tmp_path, [letter(text, "Ada Quill", "Tom Brandreth").replace("Dear Sir", "Lieber Freund")])
    assert any("Oddie" in p.name for p in found)
    assert not any("Oddie " in p.name for p in found)


def test_french_offices_of_a_place_name_nobody(tmp_path):
    text = "Je vous prie de croire que le Maire de Lormel est venu chez nous avec Monsieur Oddie et son frère."
    found = proposals(tmp_path, [letter(text)])
    assert any("Oddie" in p.name for p in found)
    assert not any("Lormel" in p.name for p in found)


@pytest.mark.parametrize(
    "text",
    [
        "Perhaps Tomorrow will be better. Nobody knows.",
        "The Gardener came. Then the Gardener went. A gardener is a good thing.",
        "We met on Monday in March, and spoke English.",
        "Dear Mother was well, and the Doctor said so.",
        "The shop in the rue William Oddie is closed.",
    ],
)
def test_capitals_that_are_no_names_are_left_alone(tmp_path, text):
    found = proposals(tmp_path, [letter(text)])
    assert names(found) == {"Ada Quill", "Tom Brandreth", "Wexcombe"}


def test_the_family_name_alone_counts_for_who_is_known_by_more(tmp_path):
    found = proposals(
        tmp_path, [letter("We saw Mr. Oddie. It was clear that Oddie had gone."), letter("Of Oddie nothing.")]
    )
    oddie = one(found, "Mr. Oddie")
    assert (oddie.count, oddie.documents) == (3, 2)
    assert "Oddie" in oddie.variants


def test_two_of_one_family_are_told_apart_and_the_bare_name_is_a_clash(tmp_path):
    texts = [letter("We saw William Oddie and Henry Oddie. It was Mr. Oddie who spoke.")]
    found = proposals(tmp_path, texts)
    assert {"William Oddie", "Henry Oddie"} <= names(found)
    assert "Oddie" not in (*one(found, "William Oddie").variants, *one(found, "Henry Oddie").variants)
    assert one(found, "William Oddie").clashes
    assert {one(found, "William Oddie").id, one(found, "Henry Oddie").id} == {"p-oddie-william", "p-oddie-henry"}


def test_a_man_and_a_woman_of_one_name_are_two(tmp_path):
    found = proposals(tmp_path, [letter("We saw Mr. Oddie, and on the way back it was Mrs. Oddie whom we met.")])
    assert {"Mr. Oddie", "Mrs. Oddie"} <= names(found)


def test_a_rare_misspelling_becomes_a_form_of_the_name(tmp_path):
    found = proposals(tmp_path, [letter("Yes."), letter("Yes."), letter("We saw Mr. Brandleth again.")])
    assert "Brandleth" in one(found, "Tom Brandreth").variants
    assert "one letter" in " ".join(one(found, "Tom Brandreth").reasons)


def test_places_come_from_datelines_and_prepositions(tmp_path):
    texts = [letter("I was in Lormel, and went home."), letter("They were in Lormel. It rained.")]
    found = proposals(tmp_path, texts)
    assert one(found, "Wexcombe").kind == "placeName"
    assert one(found, "Lormel").rules == ("preposition",)


def test_german_nouns_after_prepositions_are_no_places(tmp_path):
    text = "Es kam nicht in Betracht, und wir waren nicht dort, und sie auch nicht, in Bezug auf das, was war."
    found = proposals(tmp_path, [letter(text).replace("Dear Sir", "Lieber Freund")] * 3)
    assert not {"Betracht", "Bezug"} & names(found)


def test_capitals_that_recur_are_shown_without_a_register(tmp_path):
    found = proposals(tmp_path, [letter("We spoke of the Grey Owl and went.")] * 3)
    assert (one(found, "Grey Owl").kind, one(found, "Grey Owl").rules) == ("", ("capitals",))
    assert not any(p.name == "Grey Owl" for p in proposals(tmp_path, [letter("Of the Grey Owl. A grey owl came.")] * 3))


REGISTER = "id;name;variants;dates\nquill;Ada Quill;Quill;1870–1940\nbrandreth;Tom Brandreth;;\n"


def test_what_the_register_has_is_not_proposed(tmp_path):
    found = proposals(tmp_path, [letter("Yes.", signed="Quill")], persons=REGISTER)
    assert not any(p.kind == "persName" for p in found)


def test_another_form_is_proposed_for_the_entry(tmp_path):
    found = proposals(tmp_path, [letter("We saw Mr. Brandreth.", signed="A. M. Quill")], persons=REGISTER)
    assert {(p.id, p.variants) for p in found if p.action == "variant"} >= {
        ("p-quill", ("A. M. Quill",)),
        ("p-brandreth", ("Brandreth",)),
    }
    assert not [p for p in found if p.action == "new" and p.kind == "persName"]


def test_another_given_name_is_another_person(tmp_path):
    found = proposals(tmp_path, [letter("We saw Henry Brandreth.")], persons=REGISTER)
    assert one(found, "Henry Brandreth").action == "new"


@pytest.mark.parametrize(
    ("written", "known", "why"),
    [
        ("Khrouchtchev", "Nikita Chruschtschow", "sounds alike"),
        ("Muller", "Nikita Müller", "accents"),
        ("Mueller", "Nikita Müller", "umlauts"),
        ("Thombury", "Nikita Thornbury", "misread"),
    ],
)
def test_other_spellings_are_known_again(tmp_path, written, known, why):
    table = f"id;name\nn;{known}\n"
    found = proposals(tmp_path, [letter(f"We saw Nikita {written} there.")], persons=table)
    variant = next(p for p in found if p.action == "variant" and p.id == "p-n")
    assert variant.variants == (f"Nikita {written}",)
    assert why in " ".join(variant.reasons)


def test_a_form_that_two_entries_may_have_is_a_clash(tmp_path):
    table = "id;name\na;Ada Oddie\nb;Berta Oddie\n"
    found = proposals(tmp_path, [letter("We saw Dr. Oddie there.")], persons=table)
    variant = next(p for p in found if p.action == "variant")
    assert variant.variants == ("Dr. Oddie",)
    assert "p-a" in variant.clashes[0]
    assert "p-b" in variant.clashes[0]


def test_places_and_bodies_are_held_against_the_register_without_accents_and_articles(tmp_path):
    text = "The papers are with the Board of the Health in town."
    found = proposals(
        tmp_path,
        [letter(text, place="Lörmel")],
        places="id;name\nl;Lormel\n",
        organisations="id;name\nb;Board of Health\n",
    )
    assert {(p.id, p.variants) for p in found if p.action == "variant"} >= {
        ("pl-l", ("Lörmel",)),
        ("o-b", ("Board of the Health",)),
    }


@pytest.mark.parametrize(
    ("rows", "merges"),
    [
        ("a;Ada Quill;1870–1940;118540238\nb;A. M. Quill;;118540238\n", 1),
        ("a;Ada Quill;1870–1940;\nb;Ada Quill;1870–1940;\n", 1),
        ("a;Ada Quill;1870–1940;\nb;Ada Quill;;\n", 1),
        ("a;Ada Quill;1870–1940;\nb;Ada Quill;1901–1960;\n", 0),
        ("a;Ada Quill;;118540238\nb;Ada Quill;;118607626\n", 0),
        ("a;Ada Quill;;\nb;Berta Quill;;\n", 0),
    ],
)
def test_entries_that_may_be_one_are_proposed_as_one(tmp_path, rows, merges):
    found = proposals(tmp_path, [letter("Yes.")], persons=f"id;name;dates;gnd\n{rows}")
    assert [(p.id, p.other) for p in found if p.action == "merge"] == [("p-a", "p-b")] * merges


def test_entries_that_no_document_names_are_listed_last(tmp_path):
    found = proposals(tmp_path, [letter("Yes.")], persons=f"{REGISTER}nobody;Nemo Nobody;;\n")
    assert (found[-1].action, found[-1].id) == ("unused", "p-nobody")
    assert [p.id for p in found if p.action == "unused"] == ["p-nobody"]


def test_a_new_entry_is_called_as_the_register_calls_its_people(tmp_path):
    found = proposals(tmp_path, [letter("We saw William Oddie.")], persons="id;name\na;Quill, Ada\n")
    assert one(found, "Oddie, William").id == "p-oddie"


def test_an_identifier_that_is_taken_is_numbered(tmp_path):
    found = proposals(tmp_path, [letter("We saw Mr. Oddie.")], persons="id;name\noddie;Somebody Else\n")
    assert one(found, "Mr. Oddie").id == "p-oddie-2"


def test_the_weight_grows_with_documents_and_strength(tmp_path):
    texts = [letter("We saw Mr. Oddie, and then the people of the Harbour Company.")] * 4 + [letter("And Mr. Pell.")]
    found = proposals(tmp_path, texts)
    assert one(found, "Mr. Oddie").weight > one(found, "Mr. Pell").weight
    assert one(found, "Mr. Oddie").weight > one(found, "Harbour Company").weight
    assert [p.weight for p in found] == sorted((p.weight for p in found), reverse=True)


def test_the_number_of_processes_changes_nothing(tmp_path):
    texts = [letter(f"We saw Mr. Oddie and Mrs. Pell{'a' * n}.") for n in range(12)]
    alone = proposals(tmp_path, texts)
    edition, _ = with_register(Edition(languages=("en", "de", "fr")), tmp_path, "")
    assert propose(find_files(tmp_path)[0], edition, 2).proposals == alone


def test_a_transcript_that_cannot_be_read_is_reported_and_the_others_are_read(tmp_path):
    (tmp_path / "000.txt").write_bytes(b"\x00\x01")
    proposals(tmp_path, [letter("We saw Mr. Oddie.")])
    edition, _ = with_register(Edition(), tmp_path, "")
    proposed = propose(find_files(tmp_path)[0], edition, 1)
    assert [d.place.file for d in proposed.diagnostics] == [(tmp_path / "000.txt").as_posix()]
    example = next(p for p in proposed.proposals if p.name == "Mr. Oddie").examples[0]
    assert example.place.file.endswith("001.txt")


@pytest.mark.parametrize(
    "text", ["A. " * 400, "Mr. " * 400, "von " * 400, "Of The " * 400, "Aa " * 4000, "O'" * 500, "d’" * 400]
)
def test_nothing_that_is_typed_ends_in_a_traceback_or_takes_long(tmp_path, text):
    proposals(tmp_path, [letter(f"so {text} it"), text])


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("M. Paul DURAND", "Paul Durand"),
        ("Mr. Paul d’ESTREE", "Paul d'Estree"),
        ("Sir W. MacGregor", "W. MacGregor"),
        ("Lord O’Brien", "Lord O'Brien"),
    ],
)
def test_family_names_in_capitals_are_written_as_others_are(tmp_path, written, name):
    assert name in names(proposals(tmp_path, [letter(f"It was then that {written} came to see us.")]))
