"""Files for reference managers, read back by programs that are not ours, and compared with the TEI."""

from __future__ import annotations

import json
import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

import csl
from pages import EDITION, EVERYTHING, imported, letter, sent
from teiedit.publish import _cite, html
from teiedit.tools.tei import NS

WHOLE = replace(
    EDITION,
    title="Letters & papers: 100 % of {them}",
    editors=("Jane Roe", "Clara von Wendt"),
    publisher="Field_Press",
    place="Oxford",
    base_url="https://example.org/ed_1/",
)

HELD = (
    "<sourceDesc><msDesc><msIdentifier><country>France</country><settlement>Lyon</settlement>"
    "<repository>Archives du Nord</repository><collection>B 7</collection>"
    "<idno>B 7/12_a</idno></msIdentifier></msDesc></sourceDesc>"
)
KIND = '<textClass><catRef scheme="#doctypes" target="#dt-{}"/></textClass>'
PARTIES = KIND.format("letter") + (
    '<correspDesc><correspAction type="sent"><persName>Ludwig van Berg</persName><orgName>Board of Trade</orgName>'
    '<placeName>Køge</placeName>{}</correspAction><correspAction type="received"><persName>Cole, Ben</persName>'
    "</correspAction></correspDesc>"
)
LETTER = letter(
    title="Ada &amp; “Ben” #1: 5% ~ {x} \\ ^_$ é Ж", profile=PARTIES.format('<date when="1871-03-05"/>')
).replace("<sourceDesc><bibl>Transcript.</bibl></sourceDesc>", HELD)
TITLE = "Ada & “Ben” #1: 5% ~ {x} \\ ^_$ é Ж"


def made(tei, edition=WHOLE):
    files = html.document(tei, edition).files
    return {name.rpartition(".")[2]: text.decode() for name, text in files.items() if name.startswith("cite/")}


def bibtex(text):
    imported("pybtex", "pip install pybtex")
    return imported("pybtex.database", "pip install pybtex").parse_string(text, "bibtex").entries


def ris(text):
    return imported("rispy", "pip install rispy").loads(text)


def plain(latex):
    """What LaTeX prints of what we write."""
    signs = {"textbackslash": "\\", "textbraceleft": "{", "textbraceright": "}", "textasciitilde": "~"}
    signs["textasciicircum"] = "^"
    words = re.sub(r"\\(\w+)\{\}", lambda found: f"\0{ord(signs[found[1]])}\0", latex)
    words = re.sub(r"\\([&%$#_])", r"\1", words.replace("{", "").replace("}", ""))
    return re.sub("\0(\\d+)\0", lambda found: chr(int(found[1])), words)


def dated(attributes):
    return letter(profile=sent(f"<date {attributes}/>" if attributes else ""))


def test_bibtex_says_what_the_header_says():
    entry = bibtex(made(LETTER)["bib"])["letter-1"]
    assert entry.type == "misc"
    assert plain(entry.fields["title"]) == TITLE
    assert [(p.last_names, p.first_names) for p in entry.persons["author"]] == [
        (["Berg"], ["Ludwig"]),
        (["{Board of Trade}"], []),
    ]
    assert entry.persons["author"][0].prelast_names == ["van"]
    assert {key: plain(value) for key, value in entry.fields.items() if key not in ("title", "recipient")} == {
        "entrysubtype": "letter",
        "type": "Letter",
        "date": "1871-03-05",
        "year": "1871",
        "month": "March",
        "howpublished": "Letters & papers: 100 % of {them}. Oxford: Field_Press, 2026",
        "location": "Køge",
        "note": "Archives du Nord, Lyon, France, B 7/12_a",
        "url": "https://example.org/ed_1/documents/letter-1.html",
        "langid": "en",
    }
    assert entry.fields["recipient"] == "Cole, Ben"


def test_ris_says_what_the_header_says():
    (record,) = ris(made(LETTER)["ris"])
    assert record == {
        "type_of_reference": "PCOMM",
        "id": "letter-1",
        "authors": ["Berg, Ludwig van", "Board of Trade"],
        "secondary_authors": ["Cole, Ben"],
        "title": TITLE,
        "type_of_work": "Letter",
        "year": "1871",
        "date": "1871/03/05/",
        "place_published": "Køge",
        "secondary_title": "Letters & papers: 100 % of {them}",
        "publisher": "Field_Press",
        "name_of_database": "Archives du Nord, Lyon, France",
        "call_number": "B 7/12_a",
        "language": "en",
        "urls": ["https://example.org/ed_1/documents/letter-1.html"],
        "unknown_tag": {"ED": ["Roe, Jane", "Wendt, Clara von"], "AV": ["B 7/12_a"]},
    }


def test_csl_says_what_the_header_says():
    (item,) = json.loads(made(LETTER)["json"])
    assert item == {
        "id": "letter-1",
        "type": "personal_communication",
        "author": [
            {"family": "Berg", "given": "Ludwig", "dropping-particle": "van"},
            {"literal": "Board of Trade"},
        ],
        "recipient": [{"family": "Cole", "given": "Ben"}],
        "title": TITLE,
        "genre": "Letter",
        "issued": {"date-parts": [[1871, 3, 5]]},
        "event-place": "Køge",
        "archive": "Archives du Nord",
        "archive-place": "Lyon, France",
        "archive_collection": "B 7",
        "archive_location": "B 7/12_a",
        "collection-title": "Letters & papers: 100 % of {them}",
        "editor": [
            {"family": "Roe", "given": "Jane"},
            {"family": "Wendt", "given": "Clara", "dropping-particle": "von"},
        ],
        "publisher": "Field_Press",
        "publisher-place": "Oxford",
        "language": "en",
        "URL": "https://example.org/ed_1/documents/letter-1.html",
    }


@pytest.mark.parametrize("tei", [LETTER, EVERYTHING, letter(), dated('notAfter="1801"')])
def test_csl_has_only_what_its_data_model_has(tei):
    imported("jsonschema", "pip install jsonschema").validate(json.loads(made(tei)["json"]), csl.SCHEMA)


@pytest.mark.parametrize(
    ("attributes", "issued", "biblatex", "slashes"),
    [
        ('when="1871"', {"date-parts": [[1871]]}, "1871", "1871///"),
        ('when="1871-03"', {"date-parts": [[1871, 3]]}, "1871-03", "1871/03//"),
        ('when="1871" cert="low"', {"date-parts": [[1871]], "circa": True}, "1871?", "1871///[1871?]"),
        (
            'from="1871-03-05" to="1871-03-07"',
            {"date-parts": [[1871, 3, 5], [1871, 3, 7]]},
            "1871-03-05/1871-03-07",
            "1871///5 to 7 March 1871",
        ),
        (
            'notBefore="1871" notAfter="1873"',
            {"date-parts": [[1871], [1873]], "circa": True},
            "1871/1873",
            "///[between 1871 and 1873]",
        ),
        ('notBefore="1871"', {"literal": "1871 or later"}, "1871/..", "///[1871 or later]"),
        ('to="1871-02"', {"literal": "February 1871 or earlier"}, "../1871-02", "///February 1871 or earlier"),
        ('when="--03-05"', {"literal": "--03-05"}, None, None),
        ("", None, None, None),
    ],
)
def test_a_date_is_never_finer_than_the_source(attributes, issued, biblatex, slashes):
    files = made(dated(attributes))
    assert json.loads(files["json"])[0].get("issued") == issued
    assert bibtex(files["bib"])["letter-1"].fields.get("date") == biblatex
    assert ris(files["ris"])[0].get("date") == slashes


@pytest.mark.parametrize(
    ("kind", "csl_type", "ris_type"),
    [
        ("telegram", "personal_communication", "PCOMM"),
        ("memorandum", "manuscript", "MANSCPT"),
        ("report", "report", "RPRT"),
        ("speech", "speech", "UNPB"),
        ("treaty", "treaty", "GOVDOC"),
        ("other", "manuscript", "MANSCPT"),
    ],
)
def test_each_kind_has_its_type(kind, csl_type, ris_type):
    files = made(letter(profile=KIND.format(kind)))
    assert json.loads(files["json"])[0]["type"] == csl_type
    assert ris(files["ris"])[0]["type_of_reference"] == ris_type


def test_of_nothing_known_there_is_a_title_and_no_empty_field():
    files = made(letter(), replace(EDITION, title="", publisher="", date="", licence=None))
    assert json.loads(files["json"]) == [
        {"id": "letter-1", "type": "personal_communication", "title": "A letter", "genre": "Letter", "language": "en"}
    ]
    assert "{}" not in files["bib"]
    assert set(ris(files["ris"])[0]) == {"type_of_reference", "id", "title", "type_of_work", "language"}


@settings(deadline=None)
@given(
    st.text(st.characters(codec="utf-8", categories=("L", "P", "S", "N"), include_characters=" "), min_size=1).filter(
        lambda text: text.strip(" ")
    )
)
def test_any_title_comes_back_from_bibtex_as_it_was(title):
    tei = letter(title=title.replace("&", "&amp;").replace("<", "&lt;"))
    expected = etree.fromstring(tei).xpath("normalize-space(//tei:title)", namespaces=NS)
    text = _cite.files(tei, "letter-1", {})["cite/letter-1.bib"].decode()
    assert plain(bibtex(text)["letter-1"].fields["title"]) == expected


def test_the_edition_is_one_file_with_all_its_documents():
    documents = [LETTER, letter(name="letter-2", profile=KIND.format("report") + sent())]
    files = html.volume(documents, WHOLE).files
    entries = bibtex(files["cite/edition.bib"].decode())
    assert list(entries) == ["test-edition", "letter-1", "letter-2"]
    whole = entries["test-edition"]
    assert (whole.type, whole.fields["year"], whole.fields["address"]) == ("book", "2026", "Oxford")
    assert [str(person) for person in whole.persons["editor"]] == ["Roe, Jane", "von Wendt, Clara"]
    records = ris(files["cite/edition.ris"].decode())
    assert [record["id"] for record in records] == ["test-edition", "letter-1", "letter-2"]
    assert records[0]["unknown_tag"]["ED"] == ["Roe, Jane", "Wendt, Clara von"]
    items = json.loads(files["cite/edition.json"])
    assert [item["id"] for item in items] == ["test-edition", "letter-1", "letter-2"]
    assert items[0]["issued"] == {"date-parts": [[2026]]}
    assert items[1:] == json.loads(made(documents[0])["json"]) + json.loads(made(documents[1])["json"])


def test_the_files_are_the_same_in_every_language_of_the_site():
    alone = made(LETTER)
    assert made(LETTER, replace(WHOLE, interface=("de", "fr"))) == alone
