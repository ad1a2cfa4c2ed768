"""The index of the search: how words are compared, what units there are, where each word stands."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest
from lxml import html as html_parser

from pages import EDITION, EVERYTHING, letter, sent
from support import ROOT
from teiedit.publish import html
from teiedit.publish._facts import facts
from teiedit.publish._folding import fold, words
from teiedit.publish._reading import units
from teiedit.publish._search import HALF, SIGNS, SIZE, Index, numbers, searched
from teiedit.tools.tei import parse


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Straße", "strasse"),
        ("STRASSE", "strasse"),
        ("loſen", "losen"),
        ("Ærøskøbing", "aeroskobing"),
        ("œuvre", "oeuvre"),
        ("Łódź", "lodz"),
        ("ﬁnal", "final"),
        ("De\u0301tente", "detente"),
        ("détente", "detente"),
        ("λόγος", "λογοσ"),
        ("İstanbul", "istanbul"),
        ("co\u00adoperate", "cooperate"),
        ("ꝛecht", "recht"),
        ("السَّلام", "السلام"),
    ],
)
def test_letters_are_compared_without_accents_capitals_and_old_forms(text, folded):
    assert fold(text) == folded


def test_words_are_letters_and_digits_and_single_signs_of_scripts_without_spaces():
    assert words("“Mr. O’Brien’s” to-day, 26th_x: 電報") == [
        "mr",
        "o",
        "brien",
        "s",
        "to",
        "day",
        "26th",
        "x",
        "電",
        "報",
    ]


def read(fragment, **options):
    return units(parse(letter(fragment, **options).encode()), "A letter")


def said(fragment):
    return [unit.text for unit in read(fragment)]


@pytest.mark.parametrize(
    ("fragment", "text"),
    [
        ('<p>mis-<lb break="no"/>sile</p>', ["missile"]),
        ('<p>mis-\n<pb n="2" break="no"/>sile</p>', ["missile"]),
        ("<p>one<lb/>two</p>", ["one two"]),
        ("<p>Cu<hi>ba</hi>, w<supplied>as</supplied></p>", ["Cuba, was"]),
        ("<p>a<!-- x -->b<?x y?>c</p>", ["abc"]),
        ("<p><choice><sic>recieved</sic><corr>received</corr></choice> it</p>", ["recieved [received] it"]),
        ("<p>in <subst><del>five</del><add>ten</add></subst> days</p>", ["in five [ten] days"]),
        ("<p>Cuba.<note>A note.</note> On.</p>", ["Cuba. On.", "A note."]),
        ("<p>As: <list><item>one;</item><item>two.</item></list> End.</p>", ["As: End.", "one;", "two."]),
        ("<list><label>(a)</label><item>one</item></list>", ["(a) one"]),
        ('<p>We <list rend="inline"><label>(a)</label><item>go</item></list></p>', ["We (a) go"]),
        ("<sp><speaker>X:</speaker><p>Yes.</p></sp>", ["X: Yes."]),
        ("<postscript><label>P.S.</label></postscript>", ["P.S."]),
        ("<table><row><cell>a</cell><cell>b</cell></row></table>", ["a b"]),
        ("<opener><address><addrLine>A</addrLine><addrLine>B</addrLine></address></opener>", ["A B"]),
        ("<p><del rend='overtyped'/></p>", []),
    ],
)
def test_a_unit_has_whole_words_and_blocks_are_units_of_their_own(fragment, text):
    assert said(fragment) == text


def test_a_unit_is_found_at_its_own_place_or_at_the_one_before_it():
    found = read(
        '<opener><salute>Dear Sir</salute></opener><p>A<note n="1"><p>B</p></note></p><p xml:id="x">C</p>'
        "<closer><signed>D</signed></closer>"
    )
    assert [(unit.text, unit.anchor, unit.kind, unit.number) for unit in found] == [
        ("Dear Sir", "te-s1", "opening", ""),
        ("A", "te-p1", "paragraph", "1"),
        ("B", "te-np1", "note", "1"),
        ("C", "x", "paragraph", "2"),
        ("D", "x", "closing", ""),
    ]


def test_a_paragraph_has_the_number_that_the_document_prints_or_else_its_own():
    found = read('<p>A</p><p n="7"><label>7.</label> B</p><p>C</p>')
    assert [(unit.text, unit.number) for unit in found] == [("A", "1"), ("7. B", "7"), ("C", "3")]


def test_a_clause_has_the_numbers_of_those_around_it():
    fragment = '<list><item n="2">a <list><item n="b" xml:id="c-2-b"><p>b</p></item></list></item></list>'
    assert [(unit.kind, unit.number, unit.anchor) for unit in read(fragment)] == [
        ("clause", "2", "te-s1"),
        ("clause", "2(b)", "te-p1"),
    ]


def test_the_heading_that_is_the_title_is_not_found_twice():
    front = '<front><titlePart type="main">A <hi>letter</hi></titlePart><titlePart type="series">S</titlePart></front>'
    assert [unit.text for unit in read("<p>x</p>", front=front)] == ["S", "x"]


def test_another_language_within_the_document_is_kept():
    assert [unit.language for unit in read('<p>a</p><div xml:lang="fr"><p>b</p></div>')] == ["", "fr"]


GOLDEN = sorted((ROOT / "tests/golden").rglob("*.xml"))


@pytest.mark.parametrize("tei", [EVERYTHING, *GOLDEN], ids=lambda tei: tei.parent.name if isinstance(tei, Path) else "")
def test_every_place_is_on_the_page(tei):
    text = tei if isinstance(tei, str) else tei.read_text("utf-8")
    page = html.document(text, EDITION).files[f"documents/{html.document_id(text)}.html"]
    ids = set(html_parser.fromstring(page.decode()).xpath("//@id"))
    found = units(parse(text.encode()), "")
    assert found
    assert {unit.anchor for unit in found} - {""} <= ids


def test_facts_are_those_of_the_page():
    known = facts(parse(EVERYTHING.encode()))
    assert [party.name for party in known.senders] == ["Herbert Marchant"]
    assert [party.label for party in known.senders] == ["Marchant, Herbert"]
    assert [party.name for party in known.recipients] == ["Foreign Office"]
    assert (known.genre, known.language, known.place, known.day) == ("telegram", "en", "Havana", 19621026)
    assert known.reference == "FO 371/162389"


@pytest.mark.parametrize(
    ("attributes", "day"),
    [
        ('when="1962-10-27"', 19621027),
        ('when="1962-10"', 19621000),
        ('notAfter="1801"', 18010000),
        ('from="1962-10-26" to="1962-10-28"', 19621026),
        ('when="--10-27"', 0),
        ("", 0),
    ],
)
def test_the_day_is_the_first_that_the_date_allows(attributes, day):
    assert facts(parse(letter(profile=sent(f"<date {attributes}>x</date>")).encode())).day == day


def test_an_author_stands_for_a_sender_who_is_not_named():
    tei = letter().replace("</title>", "</title><author><persName>Ada</persName></author>", 1)
    assert [party.name for party in facts(parse(tei.encode())).senders] == ["Ada"]


def index(*documents):
    made, files = Index(), {}
    for tei in documents:
        found, texts = searched(parse(tei.encode()))
        made.take(found)
        files |= texts
    return {name: content.decode() for name, content in {**files, **dict(made.files())}.items()}


def content(script):
    """What a script hands over."""
    return json.loads("[" + script.removeprefix("teSearch(").removesuffix(");\n") + "]")


def decode(signs):
    values, value, factor = [], 0, 1
    for sign in signs:
        digit = SIGNS.index(sign)
        if digit < HALF:
            values.append(value + digit * factor)
            value, factor = 0, 1
        else:
            value, factor = value + (digit - HALF) * factor, factor * HALF
    return values


def positions(files):
    """Each word of the index with where it stands."""
    found = {}
    for name, script in files.items():
        if "/words/" in name:
            parts, term = content(script)[1].split(" "), ""
            for head, signs in zip(parts[::2], parts[1::2], strict=True):
                term = term[: int(head[0], 36)] + head[1:]
                at = 0
                found.setdefault(term, []).extend([at := at + step for step in decode(signs)])
    return found


@pytest.mark.parametrize("value", [0, 1, HALF - 1, HALF, HALF * HALF - 1, HALF * HALF, 10**9])
def test_numbers_are_read_as_they_were_written(value):
    assert decode(numbers((value, 7))) == [value, 7]


def test_words_stand_one_after_another_and_units_apart():
    found = positions(index(letter("<p>one two one</p><p>three</p>", title="T")))
    assert found["t"] == [0]
    assert (found["one"], found["two"], found["three"]) == ([2, 4], [3], [6])


@pytest.mark.parametrize(
    ("fragment", "expected"),
    [
        ("<choice><sic>are follows</sic><corr>as follows</corr></choice>", {"are": [3], "as": [3], "follows": [4]}),
        ("<choice><orig>to-day</orig><reg>today</reg></choice>", {"to": [3], "day": [4], "today": [3, 4]}),
        ("<choice><unclear>six</unclear><unclear>sixty</unclear></choice>", {"six": [3], "sixty": [3]}),
        ("to<choice><orig>-</orig><reg/></choice>day", {"to": [3], "day": [4], "today": [3, 4]}),
    ],
)
def test_readings_of_one_place_have_its_positions(fragment, expected):
    found = positions(index(letter(f"<p>he {fragment} so</p>", title="T")))
    assert found["he"] == [2]
    assert {word: found[word] for word in expected} == expected


def test_the_index_of_many_words_is_in_files_of_one_size_in_order():
    documents = [letter(f"<p>{' '.join(f'w{n:05x}' for n in range(i, 90_000, 7))}</p>", name=f"d{i}") for i in range(7)]
    files = index(*documents)
    first = content(files["search/index.js"])[1]["words"]
    sizes = [len(script) for name, script in files.items() if "/words/" in name]
    assert len(first) > 5
    assert first == sorted(first)
    assert max(sizes) < SIZE + 100
    assert positions(files)["w00007"] == [3 + 1]


def test_a_word_that_fills_more_than_one_file_has_them_to_itself():
    files = index(letter(f"<p>{'so ' * 100_000}then</p>", title="A"))
    first = content(files["search/index.js"])[1]["words"]
    assert first == ["a", "so", "so", "so", "then"]
    assert positions(files)["so"] == [*range(2, 100_002)]


def test_a_long_document_is_shown_in_pieces():
    files = index(letter("<p>word</p>" * 5_000, name="long"))
    texts = [content(files[f"search/texts/{piece}/long.js"])[1] for piece in (0, 1)]
    assert [text["first"] for text in texts] == [0, len(texts[0]["units"])]
    assert sum(len(text["units"]) for text in texts) == 5_001


def test_no_text_can_end_its_script():
    hostile = "&lt;/script&gt;&lt;!-- \u2028\u2029 ]]&gt; \\u003c \" '"
    files = index(letter(f"<p>{hostile}</p>", title=hostile))
    for script in files.values():
        assert not {"<", ">", "&", "\u2028", "\u2029"} & set(script)
        assert script.count("\n") == 1
    assert content(files["search/texts/0/letter-1.js"])[1]["units"][1][4] == "</script><!-- ]]> \\u003c \" '"


def test_a_second_run_gives_the_same_bytes_and_the_documents_are_not_changed():
    tei = parse(EVERYTHING.encode())
    made = []
    for _ in range(2):
        search = Index()
        found, texts = searched(tei)
        search.take(found)
        made.append((texts, dict(search.files())))
    assert made[0] == made[1]


def test_the_values_to_filter_by_are_counted():
    documents = [
        letter(name="a", lang="de", profile=sent('<date when="1962"/>', "Ada", "Ben")),
        letter(name="b", profile=sent('<date when="1963"/>', "Ben", "Ada")),
        letter(name="c", profile=sent("", "Cy", "Ada")),
    ]
    known = content(index(*documents)["search/index.js"])[1]
    assert known["people"] == [["Ada", 3], ["Ben", 2], ["Cy", 1]]
    assert known["years"] == [[1962, 1], [1963, 1]]
    assert known["languages"] == [["de", 1], ["en", 2]]
    assert known["genres"] == [["letter", 3]]


def test_an_edition_without_documents_has_an_empty_index():
    assert [*index()] == ["search/index.js"]


def test_positions_that_are_put_by_give_the_same_index():
    chance = random.Random(1)
    words = "alpha beta gamma delta \U00010400epsilon \uff5awide zeta".split()
    documents = [
        searched(parse(letter(f"<p>{' '.join(chance.choices(words, k=9))}</p>", name=f"l{n}").encode()))[0]
        for n in range(30)
    ]
    made = []
    for most in (10, 10**6):
        search = Index(most)
        for found in documents:
            search.take(found)
        made.append(dict(search.files()))
    assert made[0] == made[1]
    assert any("zeta" in content.decode() for content in made[0].values())
