"""What editors write stands where it belongs, or is left out and said; the transcript's words stay whole."""

from __future__ import annotations

from dataclasses import replace

import pytest

from commentary import EDITION, LETTER, made, whole
from letters import find, words
from teiedit.tools.tei import XML_ID, XML_LANG
from teiedit.validate.fidelity import check_fidelity

COMPLETE = """\
Lyons, 3 May 1901

Madam,

I thank you for your letter of the month of May, which I have read with great pleasure and shall keep.

Please note the following:

1. The garden will be closed in the month of August.

2. The hothouse will stay open (a) on Mondays and (b) on Thursdays, from two o'clock to five, for those who write.

I add that the cat is well.

Yours sincerely

Paul Morel
"""


def beside(tei):
    """What is said to lie beside what: words of the translation, words of the document."""
    targets = {node.get(XML_ID): node for node in tei.iter() if node.get(XML_ID)}
    passages = find(tei, "//tei:back//*[@corresp and not(self::tei:div)]")
    return [(words(node)[:12], words(targets[node.get("corresp")[1:]])[:12]) for node in passages]


def codes(diagnostics):
    return [d.code for d in diagnostics if d.code.startswith("B")]


def test_a_note_stands_behind_its_words_and_is_the_editors():
    tei, found = made(notes="> le **chat** va\n\nCalled *Minou*.\n")
    (note,) = find(tei, "//tei:note[@type='editorial']")
    assert words(note) == "Called Minou."
    assert note.getparent().text == "J'ajoute que le chat"
    assert (note.get("resp"), note.get(XML_LANG)) == ("#editor", "en")
    assert find(tei, "//tei:respStmt[@xml:id='editor']/tei:name")[0].text == "A. Editor"
    assert codes(found) == []


@pytest.mark.parametrize(
    ("quoted", "code", "says"),
    [
        ("le chien va bien", "B001", 'letter.txt:15:14 "le chat va bien'),
        ("mois", "B002", "letter.txt:7:37"),
        ("mois **de mai** 1902", "B001", 'letter.txt:7:42 "de mai"'),
    ],
)
def test_a_note_whose_words_are_not_to_be_found_is_left_out_and_what_may_be_meant_is_said(quoted, code, says):
    tei, found = made(notes=f"> {quoted}\n\nLost.\n\n> le chat\n\nKept.\n")
    (lost,) = [d for d in found if d.code.startswith("B")]
    assert (lost.code, str(lost.place)) == (code, "letter.notes.md:1")
    assert says in lost.message + lost.hint
    assert [words(note) for note in find(tei, "//tei:note")] == ["Kept."]


def test_introduction_and_summaries_have_their_languages():
    tei, found = made(headnote="Who they were.", regest="He thanks her.", regest_fr="Il la remercie.\n\n- bien\n")
    (headnote,) = find(tei, "//tei:front/tei:note[@type='headnote']")
    assert (words(headnote), headnote.get(XML_LANG)) == ("Who they were.", "en")
    abstracts = find(tei, "//tei:profileDesc/tei:abstract")
    assert [(a.get(XML_LANG), words(a)) for a in abstracts] == [
        ("en", "He thanks her."),
        ("fr", "Il la remercie. bien"),
    ]
    assert codes(found) == []


def test_a_whole_translation_lies_beside_its_document_passage_by_passage():
    tei, found = made(translation_en=COMPLETE)
    assert beside(tei) == [
        ("Lyons, 3 May", "Lyon, le 3 m"),
        ("Madam,", "Madame,"),
        ("I thank you ", "Je vous reme"),
        ("Please note ", "Je vous prie"),
        ("The garden w", "Le jardin se"),
        ("The hothouse", "La serre res"),
        ("I add that t", "J'ajoute que"),
        ("Yours sincer", "Votre dévoué"),
        ("Paul Morel", "Paul Morel"),
    ]
    (division,) = find(tei, "//tei:back/tei:div")
    assert (division.get("type"), division.get(XML_LANG), division.get("corresp")) == ("translation", "en", "#letter")
    assert codes(found) == []


def test_paragraphs_keep_the_names_by_which_they_are_cited():
    plain, _ = made()
    tei, _ = made(translation_en=COMPLETE, headnote="Who they were.", notes="> le chat\n\nMinou.\n")
    assert [p.get(XML_ID) for p in find(tei, "//tei:body//tei:p[not(ancestor::tei:note)]")] == [
        "te-p1",
        "te-p2",
        "te-p3",
    ]
    assert {c.get("unit") for c in find(tei, "//tei:citeStructure")} == {
        c.get("unit") for c in find(plain, "//tei:citeStructure")
    }


def test_a_paragraph_left_out_moves_no_other_beside_words_that_it_does_not_translate():
    tei, found = made(translation_en=COMPLETE.replace("Please note the following:\n\n", ""))
    assert codes(found) == ["B007"]
    assert ("The garden w", "Le jardin se") in beside(tei)
    assert ("I add that t", "J'ajoute que") in beside(tei)
    assert not any(words(p).startswith("I thank") for p in find(tei, "//tei:back//tei:p[@corresp]"))
    assert "I thank you" in words(find(tei, "//tei:back")[0])


def test_as_many_passages_of_other_lengths_are_not_taken_for_a_translation():
    swapped = LETTER.partition("\n\n")[2].replace("1. ", "").replace("2. ", "")
    blocks = swapped.strip().split("\n\n")
    tei, found = made(translation_en="\n\n".join([blocks[2], *blocks[:2], *blocks[3:]]))
    assert codes(found) == ["B007"]
    assert beside(tei) == []


def test_numbers_that_are_not_those_of_the_transcript_are_reported():
    tei, found = made(translation_en=COMPLETE.replace("2. The", "1. The").replace("1. The garden", "2. The garden"))
    assert codes(found) == ["B007"]
    assert beside(tei) == []


def test_a_mark_says_what_lies_beside_what():
    text = "{¶ 1}\nThanks.\n\n{2(b)}\n\nOn Thursdays.\n\n{-}\n\nAdded by us.\n\n{#c-1}\nClosed.\n"
    tei, found = made(translation_en=text)
    assert beside(tei) == [("Thanks.", "Je vous reme"), ("On Thursdays", "le jeudi, de"), ("Closed.", "Le jardin se")]
    assert codes(found) == ["B010"]


@pytest.mark.parametrize("mark", ["{9}", "{¶ 8}", "{#nothing}"])
def test_a_mark_that_means_nothing_is_reported_with_its_line(mark):
    _, found = made(translation_en=COMPLETE.replace("I add", f"{mark}\nI add"))
    assert [(d.code, d.place.line) for d in found if d.code.startswith("B")] == [("B008", 14)]


def test_opening_and_closing_may_be_left_out_where_that_is_said():
    body = "\n\n".join(COMPLETE.split("\n\n")[2:7])
    tei, found = made(translation_en="{¶}\n\n" + body)
    assert [theirs for theirs, _ in beside(tei)][::4] == ["I thank you ", "I add that t"]
    assert codes(found) == []


def test_opening_and_closing_may_stand_in_other_lines():
    tei, found = made(translation_en=COMPLETE.replace("1901\n\nMadam", "1901\\\nMadam"))
    assert codes(found) == []
    assert beside(tei)[0] == ("Lyons, 3 May", "Lyon, le 3 m")
    assert ("I thank you ", "Je vous reme") in beside(tei)


def test_a_footnote_of_the_translator_is_a_note():
    tei, found = made(translation_en=COMPLETE.replace("cat", "cat[^1]") + "\n[^1]: Not a tiger.\n")
    (note,) = find(tei, "//tei:back//tei:note")
    assert (words(note), note.get("resp"), codes(found)) == ("Not a tiger.", "#editor", [])


def test_headings_of_a_translation_are_divisions():
    tei, _ = made(translation_en="# A letter\n\nx\n\n### One\n\ny\n\n## Two\n\nz\n")
    assert [words(head) for head in find(tei, "//tei:back/tei:div/tei:div/tei:head")] == ["One", "Two"]
    assert [words(head) for head in find(tei, "//tei:back/tei:div/tei:head")] == ["A letter"]


@pytest.mark.parametrize(("target", "left"), [("#c-2", ["#c-2"]), ("#te-p3", ["#te-p3"]), ("#c-9", [])])
def test_a_link_within_the_document_leads_somewhere_or_is_none(target, left):
    tei, found = made(notes=f"> le chat\n\nSee [there]({target}).\n")
    assert [ref.get("target") for ref in find(tei, "//tei:note//tei:ref[@target]")] == left
    assert codes(found) == ([] if left else ["B006"])


def test_an_edition_without_editors_has_one_who_wrote():
    tei, _ = made(edition=replace(EDITION, editors=()), notes="> le chat\n\nMinou.\n")
    assert words(find(tei, "//tei:respStmt[@xml:id='editor']/tei:name")[0]) == "the editor"


def test_the_proof_of_losslessness_leaves_out_the_editors_words_alone():
    files = {"notes": "> le chat\n\nMinou.\n", "headnote": "Who.", "regest": "What.", "translation_en": COMPLETE}
    root, transcript = whole(**files)
    assert check_fidelity(root, transcript) == ()
    for path, tag in (("//tei:body//tei:p[3]", "text"), ("//tei:note[@type='editorial']", "tail")):
        broken, _ = whole(**files)
        node = find(broken, path)[0]
        setattr(node, tag, getattr(node, tag)[:-1])
        assert [d.code for d in check_fidelity(broken, transcript)] == ["L001"]


def test_the_words_of_a_translation_are_no_excuse_for_those_of_the_transcript():
    root, transcript = whole(translation_en=LETTER.partition("\n\n")[2])
    body = find(root, "//tei:body//tei:p[1]")[0]
    body.getparent().remove(body)
    assert [d.code for d in check_fidelity(root, transcript)] == ["L001"]


def test_a_translation_that_the_transcript_has_itself_is_part_of_it():
    root, transcript = whole(translation_en=COMPLETE)
    find(root, "//tei:back/tei:div")[0].set("resp", "#transcriber")
    assert [d.code for d in check_fidelity(root, transcript)] == ["L001"]


@pytest.mark.parametrize("gone", range(9))
@pytest.mark.parametrize("change", ["dropped", "joined"])
def test_a_translation_with_one_passage_less_is_never_laid_beside_other_words(gone, change):
    blocks = [block.strip() for block in COMPLETE.split("\n\n")]
    right = dict(beside(made(translation_en=COMPLETE)[0]))
    kept = [block for at, block in enumerate(blocks) if at != gone]
    if change == "joined" and gone:
        kept[gone - 1] += " " + blocks[gone]
    tei, _ = made(translation_en="\n\n".join(kept))
    core = [(theirs, ours) for theirs, ours in beside(tei) if theirs in list(right)[2:7]]
    assert [pair for pair in core if right[pair[0]] != pair[1]] == []
