"""The transcriber's marks: each becomes what the encoding says, and can be written back."""

import re
import time

import pytest

from letters import document, encoded, find, sheet, tei, transcript, words
from support import ROOT
from teiedit.model.edition import Edition
from teiedit.model.evidence import Zone
from teiedit.model.position import Span
from teiedit.publish import text as plain
from teiedit.recognise.conventions import PAIRS
from teiedit.recognise.editorial import find_editorial, transcribers_marks
from teiedit.tools.tei import serialise
from teiedit.validate.fidelity import check_fidelity


def marked(text, own=()):
    """Kind and words of each mark, without its signs."""
    found = find_editorial(transcript(text), Span(0, len(text)), own)
    return [(mark.kind, text[mark.span.start + mark.signs[0] : mark.span.end - mark.signs[1]]) for mark in found.marks]


def attributes(text):
    return dict(find_editorial(transcript(text), Span(0, len(text))).marks[0].attributes)


def unknown(text):
    return [text[s.start : s.end] for s in find_editorial(transcript(text), Span(0, len(text))).unknown]


@pytest.mark.parametrize(("pair", "example"), [(p, e) for p in PAIRS for e in p.examples], ids=lambda v: str(v)[:30])
def test_each_convention_finds_its_examples(pair, example):
    text, _, inside = example.partition(" → ")
    assert [(kind, found.strip()) for kind, found in marked(text)] == [(pair.kind, inside)]


@pytest.mark.parametrize("text", [c for p in PAIRS for c in p.counterexamples])
def test_no_convention_finds_a_counterexample(text):
    assert marked(text) == []


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("[illegible]", {"reason": "illegible"}),
        ("[2 words illegible]", {"reason": "illegible", "unit": "word", "quantity": "2"}),
        ("[ein Wort unleserlich]", {"reason": "illegible", "unit": "word", "quantity": "1"}),
        ("[trois lignes illisibles]", {"reason": "illegible", "unit": "line", "quantity": "3"}),
        ("[several words illegible]", {"reason": "illegible", "unit": "word"}),
        ("[less than 1 line not declassified]", {"reason": "classified", "unit": "line"}),
        ("[torn]", {"reason": "damage"}),
        ("[Loch im Papier]", {"reason": "damage"}),
        ("[one word crossed out]", {"reason": "deleted", "unit": "word", "quantity": "1"}),
        ("[...]", {"reason": "editorial"}),
        ("[…]", {"reason": "editorial"}),
        ("[Here follows a paragraph on expenses.]", {"reason": "omitted"}),
    ],
)
def test_a_loss_says_its_reason_and_its_size(typed, expected):
    found = attributes(f"at {typed} and on")
    assert found == {**expected, "resp": "#transcriber"}


@pytest.mark.parametrize(
    ("typed", "kind", "inside"),
    [
        ("to Ankara [?], where", "unclear", "Ankara"),
        ("to Ankara[?] where", "unclear", "Ankara"),
        ("the [six?] ships", "unclear", "six"),
        ("les [six ?] navires", "unclear", "six "),
        ("it recieved [sic] it", "sic", "recieved"),
        ("where it [was] seen", "supplied", "was"),
        ("the representative[s] of", "supplied", "s"),
        ("J[ohn] went", "supplied", "ohn"),
        ("in 18[95] he", "supplied", "95"),
        ("he came[,] and", "supplied", ","),
    ],
)
def test_a_doubtful_supplied_or_wrong_word_is_marked_without_its_signs(typed, kind, inside):
    assert (kind, inside) in marked(typed)


@pytest.mark.parametrize("typed", ["a [see plan] b", "[Extract.]", "a word.[1] b", "a [2] b", "a [Note: x; y] b"])
def test_brackets_that_say_nothing_known_stay_text(typed):
    assert marked(typed) == []
    assert len(unknown(typed)) == 1


@pytest.mark.parametrize("typed", ["[Signed] J. Doe", "[L. S.] J. Doe", "[seal]", "[Signé]"])
def test_signs_of_signature_and_seal_are_left_to_others(typed):
    assert marked(typed) == []
    assert unknown(typed) == []


def test_the_author_s_points_are_no_omission_and_stars_are():
    assert marked("He said ... well . . . nothing") == []
    assert marked("He said * * * nothing") == [("gap", "* * *")]
    assert marked("One.\n. . . .\nTwo.") == [("gap", ". . . .")]
    assert marked("M. de *** is here") == []


def test_a_page_number_in_brackets_is_a_page_break_with_its_words():
    (pb,) = find(tei(sheet("We go [page 2] on.")), "//tei:pb")
    assert pb.get("n") == "2"
    assert words(pb.getnext()) == "[page 2]"
    (folio,) = find(tei(sheet("We go [fol. 12v] on.")), "//tei:milestone")
    assert (folio.get("unit"), folio.get("n")) == ("folio", "12v")


def test_a_page_number_on_a_line_of_its_own_stands_between_paragraphs():
    root = tei(sheet("We go.\n\n[page 2]\n\nOn we go."))
    assert [node.tag.split("}")[1] for node in find(root, "//tei:pb/../*")] == [
        "opener", "p", "pb", "metamark", "p", "closer"
    ]  # fmt: skip


def test_a_telegram_is_punctuated_by_stop_in_capitals_and_nothing_else_is():
    telegram = "Telegram from A. Bell to C. Dorn, 1 May 1871\n\nSHIPS TURNED STOP PLEASE STOP THEM STOP We stop here.\n"
    assert [words(n) for n in find(tei(telegram), "//tei:pc[@type='stop']")] == ["STOP", "STOP"]
    assert find(tei(sheet("SHIPS TURNED STOP")), "//tei:pc") == []


def test_the_transcriber_is_named_in_the_header_where_a_mark_is_theirs():
    assert (
        words(find(tei(sheet("It [was] so.")), "//tei:respStmt[@xml:id='transcriber']/tei:name")[0])
        == "the transcriber"
    )
    assert find(tei(sheet("It was so.")), "//tei:respStmt[@xml:id='transcriber']") == []


def test_unknown_brackets_are_listed_once_for_a_document():
    found = [
        d for d in document(sheet("See [the plan: A] and [plan: B].\n\nOr [plan: C].")).diagnostics if d.code == "D030"
    ]
    assert len(found) == 1
    assert '"[the plan: A]", "[plan: B]", "[plan: C]"' in found[0].message


def test_an_edition_s_own_signs_win():
    own = (("xxx", "illegible"), ("¿¿¿ … ¿¿¿", "unclear"), ("[ … ]", "deleted"), ("+", "plain"))
    assert marked("a xxx b ¿¿¿Wort¿¿¿ [five]", own) == [("gap", "xxx"), ("unclear", "Wort"), ("del", "five")]


MARKS = (
    r"It [was] to Ankara [?], [six?] ~~five~~ \ten/ _must_ recieved [sic] <ins>now</ins> [deleted: x] [in margin: I] "
    "go [2 words illegible] ‹a›."
)
EDITION = Edition(title="T", conventions=(("‹ … ›", "supplied"),))


def test_what_was_dropped_is_written_back_by_the_proof():
    text = sheet(MARKS)
    made = encoded(text, EDITION)
    assert check_fidelity(made.root, transcript(text)) == ()
    paragraph = words(find(made.root, "//tei:p")[-1])
    assert paragraph.startswith("It was to Ankara [?], six five ten must recieved [sic] <ins>now</ins> [deleted: x]")


def test_the_plain_text_writes_the_same_signs():
    output = plain.document(serialise(tei(sheet(MARKS), EDITION)).decode(), EDITION)
    (content,) = output.files.values()
    line = next(line for line in content.decode().splitlines() if line.startswith("It "))
    assert re.sub(r"\[a\]", "[in margin: I]", line) == MARKS


@pytest.mark.parametrize(
    ("path", "change"),
    [
        ("//tei:supplied", lambda n: setattr(n, "tag", n.tag.replace("supplied", "seg"))),
        ("//tei:del", lambda n: setattr(n, "tag", n.tag.replace("}del", "}seg"))),
        ("//tei:metamark[@function='uncertain']", lambda n: n.set("function", "sic")),
        ("//tei:hi", lambda n: n.set("rend", "italic")),
        ("//tei:unclear[2]", lambda n: setattr(n, "text", "sixty")),
    ],
)
def test_a_sign_that_cannot_be_written_back_is_found(path, change):
    text = sheet(MARKS)
    root = encoded(text, EDITION).root
    change(find(root, path)[0])
    assert [d.code for d in check_fidelity(root, transcript(text))] == ["L001"]


def test_each_convention_is_in_the_documentation():
    page = (ROOT / "docs/transcripts.md").read_text("utf-8")
    missing = [p.id for p in PAIRS if p.examples[0].partition(" → ")[0] not in page]
    assert missing == []


@pytest.mark.parametrize(
    "unit", ["~~a ", "[", "[[", r"\a", "_a ", "* ", ". ", "<del>", "[deleted: ", "a-\n", "a" * 50, "STOP ", "Art. 4, "]
)
def test_no_text_however_odd_takes_more_than_its_share_of_time(unit):
    text = unit * (100_000 // len(unit))
    read = transcript(text)
    zones = [Zone("p", Span(0, len(text)))]
    start = time.process_time()
    transcribers_marks(read, zones, "telegram", (("xxx … yyy", "deleted"), ("a … b", "plain")))
    assert time.process_time() - start < 5
