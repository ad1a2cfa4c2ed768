"""What Zotero keeps of a document's page, by the rules of its translator (see `zotero.py`)."""

from __future__ import annotations

from dataclasses import replace

import pytest

import zotero
from pages import EDITION, EVERYTHING, letter, parsed, sent
from teiedit.publish import html

ON_THE_WEB = replace(
    EDITION,
    title="Letters of the North",
    editors=("Jane Roe",),
    publisher="Field Press",
    base_url="https://example.org/ed/",
)

HELD = (
    "<sourceDesc><msDesc><msIdentifier><country>France</country><settlement>Lyon</settlement>"
    "<repository>Archives du Nord</repository><collection>B 7</collection>"
    "<idno>B 7/12</idno></msIdentifier></msDesc></sourceDesc>"
)


def item(tei, edition=ON_THE_WEB):
    files = html.document(tei, edition).files
    return zotero.saved(parsed(next(v for k, v in files.items() if k.startswith("documents/")).decode()))


def held(tei):
    return tei.replace("<sourceDesc><bibl>Transcript.</bibl></sourceDesc>", HELD)


def kind(name):
    return f'<textClass><catRef scheme="#doctypes" target="#dt-{name}"/></textClass>'


def test_a_letter_is_kept_as_a_letter_with_all_that_is_known_of_it():
    made = item(held(letter(profile=sent('<date when="1871-03-05"/>', "Ada Berg", "Ben Cole"))))
    assert made == {
        "itemType": "letter",
        "letterType": "Letter",
        "title": "A letter",
        "date": "1871/03/05",
        "creators": [("author", "Berg", "Ada"), ("recipient", "Cole", "Ben")],
        "archive": "Archives du Nord, Lyon, France",
        "archiveLocation": "B 7/12",
        "language": "en",
        "url": "https://example.org/ed/documents/letter-1.html",
        "abstractNote": "Letter. From: Ada Berg. To: Ben Cole. 5 March 1871. B 7/12",
        "attachments": [("application/pdf", "https://example.org/ed/pdf/letter-1.pdf")],
        "extra": ["Collection Title: Letters of the North", "Editor: Roe || Jane", "Publisher: Field Press, 2026"],
    }


@pytest.mark.parametrize(
    ("names", "creators"),
    [
        ("<persName>Johann Wolfgang von Goethe</persName>", [("Goethe", "Johann Wolfgang von")]),
        ("<persName>de la Mare, Walter John</persName>", [("de la Mare", "Walter John")]),
        ("<persName>Karl der Große</persName>", [("Karl der Große", "")]),
        ("<orgName>Foreign Office</orgName>", [("Foreign Office", "")]),
        ("<persName>Ada Berg</persName><persName>Cole, Ben</persName>", [("Berg", "Ada"), ("Cole", "Ben")]),
        ("<persName>Unknown</persName>", []),
    ],
)
def test_each_writer_is_one_author_in_the_right_parts(names, creators):
    profile = (
        f'<correspDesc><correspAction type="sent">{names}</correspAction>'
        '<correspAction type="received"><persName>Ben Cole</persName></correspAction></correspDesc>'
    )
    made = item(letter(profile=profile))
    assert [c[1:] for c in made["creators"] if c[0] == "author"] == creators
    assert ("recipient", "Cole", "Ben") in made["creators"]


@pytest.mark.parametrize(
    ("date", "kept"),
    [
        ('<date when="1871"/>', "1871"),
        ('<date when="1871-03"/>', "1871/03"),
        ('<date when="1871-03-05T10:00:00Z"/>', "1871/03/05"),
        ('<date from="1871-03-05" to="1871-03-07"/>', "5 to 7 March 1871"),
        ('<date notAfter="1871"/>', "[1871 or earlier]"),
        ("", "n.d."),
    ],
)
def test_the_date_is_the_letters_and_no_finer_than_it_is_known(date, kept):
    """Also where the text names other days: the first of them is not taken for the letter's."""
    body = '<p>On <date when="1899-01-01">New Year’s Day</date>.</p>'
    assert item(letter(body, profile=sent(date)))["date"] == kept


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("telegram", "letter"),
        ("note", "letter"),
        ("report", "report"),
        ("memorandum", "manuscript"),
        ("minutes", "manuscript"),
        ("treaty", "manuscript"),
    ],
)
def test_what_is_no_letter_keeps_its_archive_all_the_same(name, kept):
    made = item(held(letter(profile=sent() + kind(name))))
    assert made["itemType"] == kept
    assert made[f"{kept}Type"] == name.capitalize()
    assert made["archiveLocation"] == "B 7/12"


def test_an_editor_never_becomes_an_author():
    assert [c for c in item(letter(profile="")).get("creators") if "Roe" in c] == []


def test_a_page_without_an_address_is_kept_too():
    made = item(EVERYTHING, replace(ON_THE_WEB, base_url=""))
    assert (made["itemType"], made["letterType"]) == ("letter", "Telegram")
    assert made["creators"] == [("author", "Marchant", "Herbert"), ("recipient", "Foreign Office", "")]
    assert made["url"] == "https://example.org/page.html"
    assert made["attachments"] == [("text/html", "snapshot")]


def test_the_rules_here_know_what_would_go_wrong():
    """The reader of these tests is no echo of the page: other names give other items."""
    page = parsed(
        '<html><head><meta name="citation_title" content="T"><meta name="citation_inbook_title" content="B">'
        '<meta name="DC.type" content="letter"><meta name="citation_author" content="von Goethe, Johann Wolfgang">'
        '<meta name="citation_publication_date" content="2026"></head><body></body></html>'
    )
    made = zotero.saved(page)
    assert made["itemType"] == "bookSection"
    assert made["creators"] == [("author", "Goethe", "von"), ("author", "Wolfgang", "Johann")]
    assert made["date"] == "2026"
