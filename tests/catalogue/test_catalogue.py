"""All documents together: their order, what stands beside each, and which answers which."""

from __future__ import annotations

import pytest
from lxml import etree

from pages import letter, sent
from support import ROOT
from teiedit.catalogue import arrange, find_namesakes, find_replies, read_record, renamed
from teiedit.encode import with_replies
from teiedit.model.catalogue import Days, Record

ADA, BEN, CY = ("#p-ada",), ("#p-ben",), ("#p-cy",)


def record(name, day="", senders=ADA, recipients=BEN, answers=None):
    return Record(name, f"Title of {name}", "en", senders, recipients, Days(day, day), answers)


def test_a_record_has_title_parties_and_days_of_the_header():
    profile = (
        '<correspDesc><correspAction type="sent"><persName ref="#p-ada">Ada</persName>'
        '<date when="1911-03"/></correspAction>'
        '<correspAction type="received"><persName>Ben  Smith</persName></correspAction>'
        '<correspAction type="received" subtype="cc"><persName>Cy</persName></correspAction>'
        '<correspContext><ref type="prev">Letter, <date when="1911-02-28">28 February</date></ref></correspContext>'
        "</correspDesc>"
    )
    found = read_record(letter(name="a-1", title="A  title", lang="de", profile=profile).encode())
    assert found == Record(
        "a-1",
        "A title",
        "de",
        ("#p-ada",),
        ("ben smith",),
        Days("1911-03-01", "1911-03-31"),
        Days("1911-02-28", "1911-02-28"),
        called=(("#p-ada", "Ada"), ("ben smith", "Ben Smith")),
    )


@pytest.mark.parametrize(
    ("date", "days"),
    [
        ('<date when="1912-02"/>', ("1912-02-01", "1912-02-29")),
        ('<date when="1912"/>', ("1912-01-01", "1912-12-31")),
        ('<date when="1912-02-03T10:00:00"/>', ("1912-02-03", "1912-02-03")),
        ('<date from="1912-02-03" to="1912-02-05"/>', ("1912-02-03", "1912-02-05")),
        ('<date notBefore="1912"/>', ("1912-01-01", "")),
        ('<date notAfter="1912-05"/>', ("", "1912-05-31")),
        ('<date when="--02-03"/>', ("", "")),
        ('<date when="1912-13"/>', ("", "")),
        ("<date>soon</date>", ("", "")),
        ("", ("", "")),
    ],
)
def test_a_date_is_the_days_that_it_allows(date, days):
    found = read_record(letter(profile=sent(date)).encode()).sent
    assert (found.first, found.last) == days


def test_nobody_unknown_is_a_party():
    assert read_record(letter(profile=sent(sender="Unknown")).encode()).senders == ()


def test_the_order_is_that_of_the_dates_an_uncertain_one_after_a_sure_one_and_none_last():
    records = [record("none"), record("day", "1912-05-01"), record("early", "1911-01-01")]
    records.append(Record("month", "", "en", ADA, BEN, Days("1912-05-01", "1912-05-31"), None))
    assert list(arrange(records)) == ["early", "day", "month", "none"]


def test_beside_a_document_stand_those_of_the_edition_and_of_its_correspondence():
    around = arrange(
        [
            record("a", "1911-01-01"),
            record("b", "1911-01-02", senders=CY),
            record("c", "1911-01-03", senders=BEN, recipients=ADA),
        ]
    )
    ends = around["a"]
    assert (ends.previous, ends.next.id, ends.earlier, ends.later.id) == (None, "b", None, "c")
    assert (around["b"].previous.id, around["b"].next.id, around["b"].earlier, around["b"].later) == (
        "a",
        "c",
        None,
        None,
    )
    assert (around["c"].earlier.id, around["c"].later) == ("a", None)


def test_a_letter_answers_the_one_of_that_day_from_its_addressee_and_both_say_so():
    first, answer = (
        record("first", "1911-03-02"),
        record("answer", "1911-03-14", BEN, ADA, Days("1911-03-02", "1911-03-02")),
    )
    replies = find_replies([answer, first, record("other", "1911-03-02", CY, ADA)])
    assert {name: [(r.type, r.id, r.cert) for r in found] for name, found in replies.items()} == {
        "answer": [("prev", "first", "high")],
        "first": [("next", "answer", "high")],
    }


@pytest.mark.parametrize(
    "others",
    [
        [record("first", "1911-03-02"), record("second", "1911-03-02")],
        [record("first", "1911-03-03")],
        [record("first", "1911-03-02", recipients=CY)],
        [record("first", "1911-03-02", senders=())],
        [record("first", "")],
    ],
    ids=["two fit", "another day", "to another", "nobody's", "undated"],
)
def test_where_not_exactly_one_letter_fits_none_is_linked(others):
    assert find_replies([*others, record("answer", "1911-03-14", BEN, ADA, Days("1911-03-02", "1911-03-02"))]) == {}


def test_a_letter_does_not_answer_a_later_one():
    later = record("later", "1911-04-02")
    assert find_replies([later, record("answer", "1911-03-14", BEN, ADA, Days("1911-04-02", "1911-04-02"))]) == {}


def test_a_letter_of_a_month_is_linked_with_less_certainty():
    answer = record("answer", "1911-04-14", BEN, ADA, Days("1911-03-01", "1911-03-31"))
    assert find_replies([record("first", "1911-03-02"), answer])["answer"][0].cert == "medium"


def test_replies_stand_in_the_header_with_their_reason_and_the_document_stays_valid():
    tei = (ROOT / "tests/golden/bare-letter/out.xml").read_bytes()
    replies = find_replies(
        [record("first", "1911-03-02"), record("answer", "1911-03-14", BEN, ADA, Days("1911-03-02", "1911-03-02"))]
    )
    made = with_replies(tei, replies["first"], "context.answered", "what the rule does")
    root = etree.fromstring(made)
    names = {"t": "http://www.tei-c.org/ns/1.0"}
    (ref,) = root.xpath("//t:correspContext/t:ref[@type='next']", namespaces=names)
    assert (ref.get("target"), ref.get("cert"), ref.text) == ("answer.xml", "high", "Title of answer")
    (why,) = root.xpath("//t:certainty[@target='#i-reply-1']/t:desc", namespaces=names)
    assert "1911-03-02" in why.text
    grammar = etree.RelaxNG(etree.parse(ROOT / "schema/teiedit.rng"))
    grammar.assertValid(root)
    rules = root.xpath("//t:taxonomy[@xml:id='rules']/t:category/@xml:id", namespaces=names)
    assert "r-context-answered" in rules
    assert rules == sorted(rules)


def test_without_replies_a_document_stays_as_it_is():
    tei = (ROOT / "tests/golden/bare-letter/out.xml").read_bytes()
    assert with_replies(tei, (), "context.answered", "") is tei


def named(name, *people):
    return Record(name, "", "en", (), (), Days(), None, people)


def test_two_of_one_family_name_are_told_apart_and_whoever_the_register_knows_keeps_its_name():
    records = [
        named("a", ("p-smith", "John Smith"), ("p-bell", "A. Bell")),
        named("b", ("p-smith", "Mary Smith"), ("p-bell", "A. Bell")),
        named("c", ("p-roe", "Jane Roe")),
        named("d", ("p-roe", "Roe")),
    ]
    assert find_namesakes(records, {"p-roe"}) == {"a": {"p-smith": "p-john-smith"}, "b": {"p-smith": "p-mary-smith"}}


def test_all_that_points_to_somebody_follows_the_new_name():
    tei = (ROOT / "tests/golden/bare-letter/out.xml").read_bytes()
    (identifier, _), *_ = read_record(tei).people
    made = renamed(tei, {identifier: "p-whole-name"})
    assert identifier.encode() + b'"' not in made
    assert made.count(b"p-whole-name") == tei.count(identifier.encode())
    etree.RelaxNG(etree.parse(ROOT / "schema/teiedit.rng")).assertValid(etree.fromstring(made))
