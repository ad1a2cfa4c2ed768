"""The rules where they must be silent as well as where they speak."""

from __future__ import annotations

import re
import time

import pytest
from lxml import etree

from support import ROOT
from teiedit.model.diagnostic import Severity
from teiedit.model.position import Place
from teiedit.tools.tei import NS, TEI, element, parse
from teiedit.validate import check

CLEAN = (ROOT / "tests/diagnostics/clean/in.xml").read_bytes()


def letter(fragment: str = "", *, dated: str = "1962-10-27") -> etree._Element:
    """A clean letter with `fragment` before its closer."""
    root = parse(CLEAN.replace(b'when="1962-10-27"', f'when="{dated}"'.encode()))
    division = root.find(".//tei:body/tei:div", NS)
    assert division is not None
    for node in list(parse(f'<x xmlns="{TEI}">{fragment}</x>'.encode())):
        division.insert(len(division) - 1, node)
    return root


def codes(root: etree._Element) -> list[str]:
    return [d.code for d in check(root, lambda i: Place("x", i))]


def clauses(*numbers: str) -> str:
    return '<list type="clauses">' + "".join(f'<item n="{n}">x</item>' for n in numbers) + "</list>"


@pytest.mark.parametrize(
    "numbers",
    [
        ("1", "2", "3"),
        ("a", "b", "c"),
        ("h", "i", "j"),
        ("i", "ii", "iii", "iv", "v"),
        ("IX", "X", "XI"),
        ("y", "z", "aa", "bb"),
        ("2.3", "2.4"),
        ("9", "10"),
        ("xcix", "c", "ci"),
        ("one", "two"),  # not a series that is known: nothing to say
    ],
)
def test_clauses_that_follow_each_other_are_left_alone(numbers: tuple[str, ...]) -> None:
    assert codes(letter(clauses(*numbers))) == []


@pytest.mark.parametrize("numbers", [("1", "3"), ("a", "c"), ("ii", "iv"), ("2", "1"), ("2.3", "2.5"), ("1", "1")])
def test_clauses_that_do_not_follow_each_other_are_noticed(numbers: tuple[str, ...]) -> None:
    assert codes(letter(clauses(*numbers))) == ["S009"]


@pytest.mark.parametrize(
    "words",
    [
        "“x”",
        "‘x’",
        "„x“",
        "‚x‘",
        "»x«",
        "«x»",
        "« x »",
        "‹x›",
        "「x」",
        "《x》",
        '"x"',
        "'x'",
        "”x”",
        "“x”<note>see</note>",
    ],
)
def test_quotation_marks_of_many_languages_are_known(words: str) -> None:
    assert codes(letter(f"<p><q>{words}</q></p>")) == []


@pytest.mark.parametrize(
    ("dated", "said", "found"),
    [
        ("1962-10-27", "1962-10", []),
        ("1962-10", "1962-10-27", []),
        ("1962", "1962-12-31", []),
        ("1962-10-27", "1962-10-27T20:05:00-04:00", []),
        ("1962-02", "1962-02-28", []),
        ("1964-02", "1964-02-29", []),
        ("1962-10", "1962-11-01", ["S006"]),
        ("1962-10-27", "1961", ["S006"]),
        ("1962-10-27", "--10-28", []),
        ("1962-10-27Z", "1962-10-27+14:00", []),
    ],
)
def test_a_dateline_agrees_at_the_precision_that_both_have(dated: str, said: str, found: list[str]) -> None:
    root = letter(dated=dated)
    date = root.find(".//tei:dateline/tei:date", NS)
    assert date is not None
    date.set("when", said)
    assert codes(root) == found


def test_a_dateline_with_the_day_of_receipt_is_right_if_one_of_its_dates_is() -> None:
    for sent, found in (("1962-10-27", []), ("1962-10-29", []), ("1962-10-28", ["S006"])):
        root = letter(dated=sent)
        dateline = root.find(".//tei:dateline", NS)
        assert dateline is not None
        dateline[0].set("when", "1962-10-27")
        dateline.append(element("date", "Received October 29", when="1962-10-29"))
        assert codes(root) == found, sent


def test_an_enclosure_has_a_date_of_its_own() -> None:
    body = (
        '<div type="enclosure"{}><opener><dateline><date when="1950-01-01">x</date></dateline></opener><p>x</p></div>'
    )
    other = element("correspDesc", element("correspAction", element("persName", "x"), type="sent"), xml_id="corresp-2")
    for decls, found in (("", []), (' decls="#corresp-2"', []), (' decls="#corresp-1"', ["S006"])):
        root = letter()
        root.find(".//tei:profileDesc", NS).append(other.__copy__())
        root.find(".//tei:body", NS).append(parse(f'<x xmlns="{TEI}">{body.format(decls)}</x>'.encode())[0])
        assert codes(root) == found, decls


@pytest.mark.parametrize(
    "fragment",
    [
        '<p><date when="1964-10-26">in two years</date></p>',
        '<p>x<note type="editorial">First printed in <date when="1992">1992</date>.</note></p>',
        '<p><stamp type="registry"><date when="1999-01-01">1 JAN 1999</date></stamp></p>',
        '<p><choice><unclear cert="medium">six</unclear><unclear cert="low">sixty</unclear></choice></p>',
        '<p><pb n="2"/><label>2.</label> The position.</p>',
        '<p><gap reason="illegible"/></p>',
        '<p><persName resp="#teiedit #editor" cert="high">x</persName></p>',
        '<p><ref target="other.xml#elsewhere">x</ref> <ref target="https://example.org/#x">y</ref></p>',
        '<p xml:id="p-1" part="I" next="#p-2">x</p><p xml:id="p-2" part="F" prev="#p-1">y</p>',
        '<p><date notBefore="1962" notAfter="1962-01">x</date></p>',
        '<p><date from="1962-10" to="1962-10-01">x</date></p>',
    ],
)
def test_what_is_right_is_passed_over(fragment: str) -> None:
    assert codes(letter(fragment)) == []


def test_an_inference_that_is_not_sure_needs_a_reason_and_a_sure_one_is_noted() -> None:
    reason = '<p><rs type="person" xml:id="i-1" resp="{}" cert="{}">he</rs></p>'
    for resp, cert, expected in (
        ("#teiedit", "medium", [("S012", Severity.WARNING)]),
        ("#teiedit", "high", [("S012", Severity.INFO)]),
        ("#teiedit #editor", "high", []),
        ("#editor", "medium", []),
    ):
        found = check(letter(reason.format(resp, cert)), lambda i: Place("x", i))
        assert [(d.code, d.severity) for d in found] == expected, (resp, cert)
    root = letter(reason.format("#teiedit", "medium"))
    root.find(".//tei:standOff", NS).append(element("certainty", target="#x #i-1", locus="value", cert="medium"))
    assert codes(root) == ["S001"], "the reason is there, and only its other target is not"


@pytest.mark.parametrize(
    "tag",
    """en EN en-GB en-gb de-AT-1996 de-CH-1901 ru-Latn sr-Cyrl-RS zh-Hans-CN zh-yue-HK es-419 sl-rozaj-biske
    de-DE-u-co-phonebk en-a-bbb-x-a-ccc x-whatever grc chu ang de-x-kurrent hy-Latn-IT-arevela i-navajo
    en-GB-oed und mul zxx ota""".split(),
)
def test_a_language_tag_of_bcp_47_is_accepted(tag: str) -> None:
    """Examples of RFC 5646, appendix A, and languages that archives have."""
    assert codes(letter(f'<p xml:lang="{tag}">x</p>')) == []


@pytest.mark.parametrize(
    ("tag", "hint"),
    [
        ("eng", '"en"'),
        ("english", '"en"'),
        ("jp", '"ja"'),
        ("en-UK", '"en-GB"'),
        ("de-419-DE", "with two or three letters"),
        ("a-DE", "with two or three letters"),
        ("ar-a-aaa-b-bbb-a-ccc", "with two or three letters"),
        ("en-latn-Latn", "with two or three letters"),
        ("en-x", "with two or three letters"),
        ("xx", "with two or three letters"),
        ("frenchy", "with two or three letters"),
    ],
)
def test_what_is_no_language_tag_is_an_error_with_the_right_one_if_it_is_known(tag: str, hint: str) -> None:
    (found,) = check(letter(f'<p xml:lang="{tag}">x</p>'), lambda i: Place("x", i))
    assert (found.code, found.severity) == ("S027", Severity.ERROR)
    assert hint in found.hint


@pytest.mark.parametrize(
    ("when", "words", "found"),
    [
        ("1917-11-07", "25 October 1917", ["S028"]),
        ("1917-11-07", "25 October / 7 November 1917", []),
        ("1917-11-07", "7 November 1917", []),
        ("1800-01-12", "1 January 1800", ["S028"]),
        ("1731-03-15", "4 March 1731", ["S028"]),
        ("1582-10-15", "5 October 1582", ["S028"]),
        ("1500-01-01", "1 January 1500", []),
        ("1794-07-27", "9 thermidor an II", ["S028"]),
        ("1794-07", "Thermidor, year II", ["S028"]),
        ("1731", "1731 O.S.", ["S028"]),
        ("1962-10-27", "last Saturday", []),
        ("1962-10-26", "the 27th, or the day before", []),
    ],
)
def test_a_date_by_another_calendar_says_so(when: str, words: str, found: list[str]) -> None:
    dated = letter(f'<p><date when="{when}">{words}</date></p>')
    assert codes(dated) == found
    stated = letter(f'<p><date when="{when}" calendar="#julian">{words}</date></p>')
    calendars = element("calendarDesc", element("calendar", element("p", "Julian"), xml_id="julian"))
    stated.find(".//tei:profileDesc", NS).insert(0, calendars)
    assert codes(stated) == []


def signed(signature: str, header: str = "") -> etree._Element:
    text = CLEAN.decode().replace("<signed>John F. Kennedy</signed>", f"<signed>{signature}</signed>")
    return parse(text.replace("</correspDesc>", f"{header}</correspDesc>").encode())


@pytest.mark.parametrize(
    ("signature", "header", "found"),
    [
        ("J. F. KENNEDY", "", []),
        ("J.F.K.", "", []),
        ('<metamark function="signed">(s)</metamark> Kennedy<lb/><roleName>Colonel Smith</roleName>', "", []),
        ('<persName ref="#p-kennedy">Jack</persName>', "", []),
        ("Dean Rusk", "", ["S030"]),
        ("Dean Rusk", "<note>Signed by Rusk in the absence of the President.</note>", []),
        ("p.p. Dean Rusk", "", []),
        ("For the President, Dean Rusk", "", []),
    ],
)
def test_a_signature_agrees_with_the_sender_or_somebody_says_why(signature: str, header: str, found: list[str]) -> None:
    assert codes(signed(signature, header)) == found


def test_a_sender_who_is_not_sure_may_be_another_than_who_signed() -> None:
    root = signed("Dean Rusk")
    root.find(".//tei:correspAction", NS).set("cert", "medium")
    root.find(".//tei:correspAction", NS).set("resp", "#editor")
    assert codes(root) == []


def test_the_signature_of_an_enclosure_is_not_that_of_the_letter() -> None:
    root = letter()
    body = '<div type="enclosure"><p>x</p><closer><signed>Dean Rusk</signed></closer></div>'
    root.find(".//tei:body", NS).append(parse(f'<x xmlns="{TEI}">{body}</x>'.encode())[0])
    assert codes(root) == []


def test_a_letter_without_recipient_may_say_why() -> None:
    text = re.sub(r'<correspAction type="received">.*</correspAction>', "{}", CLEAN.decode())
    assert codes(parse(text.format("").encode())) == ["S004"]
    assert codes(parse(text.format("<note>An open letter.</note>").encode())) == []


@pytest.mark.parametrize(
    ("fragment", "found"),
    [
        ('<div type="article" n="1"><p>x</p></div><div type="article" n="2"><p>x</p></div>', []),
        ('<div type="article" n="IX"><p>x</p></div><div type="article" n="X"><p>x</p></div>', []),
        ('<div type="article" n="1"><p>x</p></div><div type="article" n="3"><p>x</p></div>', ["S009"]),
        ('<div type="section" n="1"><p>x</p></div><div type="section" n="3"><p>x</p></div>', []),
        ('<p n="1"><label>1.</label> x</p><p>y</p><p n="2"><label>2.</label> x</p>', []),
        ('<p n="1"><label>1.</label> x</p><p>y</p><p n="4"><label>4.</label> x</p>', ["S009"]),
        ('<p n="1" part="I"><label>1.</label> x</p><p n="1" part="F"><label>1.</label> y</p>', []),
        (clauses("1", "2", "4", "5", "3"), ["S009", "S009"]),
        ('<p><ref type="clause" target="#c-9">2</ref></p><p n="1" xml:id="c-9"><label>1.</label> x</p>', []),
        ('<p><ref type="article">Article 4</ref></p>', ["S029"]),
        ('<p><ref type="article" target="#pl-cuba">Article 4</ref></p>', ["S018"]),
        ('<p><ref type="document">my letter</ref></p>', []),
    ],
)
def test_articles_paragraphs_and_references_are_counted_like_clauses(fragment: str, found: list[str]) -> None:
    assert codes(letter(fragment)) == found


@pytest.mark.parametrize(
    ("numbers", "said"), [(("1", "3"), "is missing"), (("2", "2"), "there twice"), (("b", "a"), "goes back")]
)
def test_a_break_in_the_count_is_named_with_both_labels(numbers: tuple[str, str], said: str) -> None:
    items = "".join(f'<label>({n})</label><item n="{n}">x</item>' for n in numbers)
    (found,) = check(letter(f'<list type="clauses">{items}</list>'), lambda i: Place("x", i))
    assert found.message.startswith(f'clause "({numbers[1]})" follows clause "({numbers[0]})"')
    assert said in found.message


def test_the_report_may_quote_anything_that_a_letter_may_hold() -> None:
    words = "& < > \" ' {x} {{ ]]> \u202e\u0645"
    item = element("list", element("item", words), type="clauses")
    root = letter()
    root.find(".//tei:body/tei:div", NS).insert(3, item)
    (found,) = check(root, lambda i: Place("x", i))
    assert found.message == f'the clause "{words}" has no number'


def test_a_long_document_takes_no_more_than_its_share() -> None:
    """Twice the length takes about twice the time: no rule compares everything with everything."""

    def seconds(items: int) -> float:
        root = letter(clauses(*(str(i + 1) for i in range(items))) + '<p><ref target="#p-kennedy">x</ref></p>' * items)
        check(root, lambda i: Place("x", i))
        start = time.perf_counter()
        assert check(root, lambda i: Place("x", i)) == ()
        return time.perf_counter() - start

    assert seconds(4000) < 6 * seconds(1000) + 0.1
