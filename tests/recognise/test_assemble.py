from hypothesis import given
from hypothesis import strategies as st

from letters import document, find, sheet, tei, words
from teiedit.model.document import Element
from teiedit.model.evidence import Evidence, Mark
from teiedit.model.position import Span
from teiedit.recognise.assemble import fill, settle

SPANS = st.tuples(st.integers(0, 30), st.integers(1, 12)).map(lambda t: Span(t[0], min(t[0] + t[1], 31)))
MARKS = st.builds(
    Mark,
    SPANS,
    st.sampled_from(["date", "q", "persName", "list"]),
    st.just(()),
    st.sampled_from([None, Evidence("a", "high"), Evidence("b", "medium")]),
)


def spans(nodes):
    for node in nodes:
        if isinstance(node, Element):
            yield from spans(node.content)
        else:
            yield node.span


@given(st.lists(MARKS, max_size=12))
def test_whatever_the_marks_the_text_is_whole_and_in_order(marks):
    leaves = list(spans(fill(Span(0, 31), settle(marks))))
    assert [i for span in leaves for i in range(span.start, span.end)] == list(range(31))


@given(st.lists(MARKS, max_size=12))
def test_settled_marks_nest(marks):
    kept = settle(marks)
    for one in kept:
        for other in kept:
            assert not one.span.overlaps(other.span) or one.span.contains(other.span) or other.span.contains(one.span)


def test_what_the_transcript_says_wins_over_what_was_inferred():
    said = Mark(Span(0, 5), "date")
    inferred = Mark(Span(3, 20), "date", (), Evidence("a", "high"))
    assert settle([inferred, said]) == (said,)


def test_quotation_marks_that_pair_are_a_quotation_with_its_marks():
    (q,) = find(tei(sheet("He spoke of “other armaments”, as ever.")), "//tei:q")
    assert words(q) == "“other armaments”"


def test_an_unpaired_quotation_mark_stays_text():
    assert find(tei(sheet("He spoke of “other armaments, as ever.")), "//tei:q") == []
    assert find(tei(sheet('A "b" and "c, as ever.')), "//tei:q") == []


def test_a_quotation_that_crosses_clauses_stays_text():
    assert find(tei(sheet("We (a) say “go and (b) stay” now.")), "//tei:q") == []


def test_a_paragraph_that_runs_over_a_part_is_joined():
    root = tei("Source 1\n\nThe threat would surely\n\nSource 2\n\nlead to war.\n")
    first, second = find(root, "//tei:body//tei:p")
    assert (first.get("part"), second.get("part")) == ("I", "F")
    assert first.get("next") == "#" + second.get("{http://www.w3.org/XML/1998/namespace}id")
    assert second.get("prev") == "#" + first.get("{http://www.w3.org/XML/1998/namespace}id")


def test_a_signature_amid_paragraphs_does_not_change_their_order():
    text = "Dear Sir,\n\nOne.\n\nYours sincerely,\n\n(s) A. Bell\n\nTwo comes after the signature here.\n"
    assert words(find(tei(text), "//tei:body")[0]) == " ".join(text.split())


def test_a_transcript_of_headings_alone_is_an_error():
    found = document("Transcript: Letter 1\n\nLetter from A. Bell to C. Dorn, 1 May 1871\n(Catalogue ref: AB 1/2)\n")
    assert [d.code for d in found.diagnostics] == ["D001"]
