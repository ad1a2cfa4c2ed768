"""The rules where they must be silent as well as where they speak."""

from __future__ import annotations

import time

import pytest
from lxml import etree

from support import ROOT
from teiedit.model.position import Place
from teiedit.tools.tei import NS, TEI, element, parse
from teiedit.validate import check

CLEAN = (ROOT / "tests/diagnostics/clean/in.xml").read_bytes()


def letter(fragment: str = "", *, dated: str = "1962-10-27") -> etree._Element:
    """A clean letter with `fragment` before its closer."""
    root = parse(CLEAN.replace(b'when="1962-10-27"', f'when="{dated}"'.encode()))
    division = root.find(".//tei:body/tei:div", NS)
    assert division is not None
    for node in reversed(parse(f'<x xmlns="{TEI}">{fragment}</x>'.encode())):
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


def test_two_sure_people_are_enough_without_a_reason() -> None:
    reason = '<p><rs type="person" xml:id="i-1" resp="#teiedit" cert="{}">he</rs></p>'
    assert codes(letter(reason.format("high"))) == []
    root = letter(reason.format("medium"))
    assert codes(root) == ["S012"]
    root.find(".//tei:standOff", NS).append(element("certainty", target="#x #i-1", locus="value", cert="medium"))
    assert codes(root) == ["S001"], "the reason is there, and only its other target is not"


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
