"""What machines read in the head of a page: Open Graph, links to other forms, and schema.org as JSON-LD."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from pages import EDITION, EVERYTHING, imported, letter, parsed, sent
from teiedit.publish import html

WEB = "https://example.org/ed/"
WHOLE = replace(EDITION, title="Letters of the North", editors=("Jane Roe",), base_url=WEB, interface=("de", "fr"))
PAGE = f"{WEB}documents/letter-1.html"

# The terms of schema.org that we use: those whose values are addresses, and the others.
# https://schema.org/docs/full.html
LINKS = "contentUrl license sameAs url".split()
TERMS = """abstract author ccRecipient dateCreated datePublished dateReceived dateSent editor encoding encodingFormat
    genre geo holdingArchive identifier inLanguage isPartOf itemLocation keywords latitude location
    locationCreated longitude mentions name propertyID publisher recipient sender value""".split()
TYPES = """ArchiveComponent ArchiveOrganization Collection CreativeWork GeoCoordinates MediaObject Message Organization
    Person Place PropertyValue""".split()
CONTEXT = {
    **{term: f"https://schema.org/{term}" for term in (*TERMS, *TYPES)},
    **{term: {"@id": f"https://schema.org/{term}", "@type": "@id"} for term in LINKS},
}

RECORDS = """<standOff type="entities">
<listPerson><person xml:id="p-ada"><persName>Ada Berg</persName><idno type="gnd">https://d-nb.info/gnd/1</idno>
<idno type="viaf">https://viaf.org/viaf/2</idno><idno type="URI">javascript:alert(1)</idno></person>
<person xml:id="p-eve"><persName>Eve Dorn</persName><idno type="gnd">https://d-nb.info/gnd/3</idno></person></listPerson>
<listPlace><place xml:id="pl-lyon"><placeName>Lyon</placeName><location><geo>45.75 4.85</geo></location>
<idno type="geonames">https://sws.geonames.org/2996944/</idno></place></listPlace></standOff>"""
HELD = (
    "<sourceDesc><msDesc><msIdentifier><country>France</country><settlement>Lyon</settlement>"
    "<repository>Archives du Nord</repository><collection>B 7</collection>"
    "<idno>B 7/12</idno></msIdentifier></msDesc></sourceDesc>"
)


def full(date='<date when="1871-03-05"/>', kind="letter"):
    profile = (
        "<abstract><p>About the roads.</p></abstract>"
        f'<textClass><catRef scheme="#doctypes" target="#dt-{kind}"/>'
        "<keywords><term>roads</term><term>toll; tax</term></keywords></textClass>"
        f'<correspDesc><correspAction type="sent"><persName ref="#p-ada">Ada Berg</persName>'
        f'<placeName ref="#pl-lyon">Lyon</placeName>{date}</correspAction>'
        '<correspAction type="received"><orgName>Board of Trade</orgName><date when="1871-03-09T08:00:00Z"/>'
        "</correspAction>"
        '<correspAction type="received" subtype="cc"><persName>Ben Cole</persName></correspAction></correspDesc>'
    )
    made = letter(profile=profile).replace("<sourceDesc><bibl>Transcript.</bibl></sourceDesc>", HELD)
    return made.replace("<text>", RECORDS + "<text>")


def page(tei, edition=WHOLE, folder=""):
    files = html.document(tei, edition).files
    return parsed(next(v for k, v in files.items() if k.startswith(f"{folder}documents/")).decode())


def data(tei, edition=WHOLE):
    (script,) = page(tei, edition).xpath("//script[@type='application/ld+json']/text()")
    return json.loads(script)


def graph(tei, edition=WHOLE):
    """The data expanded by a JSON-LD processor, with a context that has the terms we know and no others."""
    imported("pyld", "pip install pyld")
    jsonld = imported("pyld.jsonld", "pip install pyld")

    def loader(url, _options=None):
        assert url == "https://schema.org"
        return {
            "contentType": "application/ld+json",
            "contextUrl": None,
            "documentUrl": url,
            "document": {"@context": CONTEXT},
        }

    (node,) = jsonld.expand(data(tei, edition), {"documentLoader": loader, "base": PAGE})
    return node


@pytest.mark.parametrize("tei", [full(), full(kind="treaty"), EVERYTHING, letter()])
def test_every_term_is_one_of_schema_org(tei):
    """Expanding drops what the context does not have, so nothing may be missing afterwards."""
    names = lambda node: {k.rpartition("/")[2] for k in node if not k.startswith("@")}  # noqa: E731
    node = graph(tei)
    assert names(node) == {key for key in data(tei) if not key.startswith("@")}
    for value in node.get("https://schema.org/isPartOf", []):
        assert "https://schema.org/name" in value
    assert all(kind.removeprefix("https://schema.org/") in TYPES for kind in node["@type"])


def test_a_letter_is_a_message_in_an_archive_with_everything_that_is_known():
    assert data(full()) == {
        "@context": "https://schema.org",
        "@type": ["Message", "ArchiveComponent"],
        "@id": PAGE,
        "url": PAGE,
        "name": "A letter",
        "identifier": ["letter-1", {"@type": "PropertyValue", "propertyID": "Reference", "value": "B 7/12"}],
        "sender": [
            {
                "@type": "Person",
                "@id": f"{WEB}persons.html#p-ada",
                "name": "Ada Berg",
                "sameAs": ["https://d-nb.info/gnd/1", "https://viaf.org/viaf/2"],
            }
        ],
        "recipient": [{"@type": "Organization", "name": "Board of Trade"}],
        "ccRecipient": [{"@type": "Person", "name": "Ben Cole"}],
        "dateCreated": "1871-03-05",
        "dateSent": "1871-03-05",
        "dateReceived": "1871-03-09",
        "locationCreated": {
            "@type": "Place",
            "name": "Lyon",
            "sameAs": "https://sws.geonames.org/2996944/",
            "geo": {"@type": "GeoCoordinates", "latitude": 45.75, "longitude": 4.85},
        },
        "holdingArchive": {
            "@type": "ArchiveOrganization",
            "name": "Archives du Nord",
            "location": {"@type": "Place", "name": "Lyon, France"},
        },
        "itemLocation": "B 7/12",
        "isPartOf": [
            {
                "@type": "Collection",
                "@id": WEB,
                "url": WEB,
                "name": "Letters of the North",
                "editor": [{"@type": "Person", "name": "Jane Roe"}],
                "publisher": [{"@type": "Organization", "name": "Sample edition"}],
                "datePublished": "2026",
                "license": "https://creativecommons.org/licenses/by/4.0/",
            },
            {"@type": "ArchiveComponent", "name": "B 7"},
        ],
        "genre": "Letter",
        "inLanguage": "en",
        "abstract": "About the roads.",
        "keywords": ["roads", "toll; tax"],
        "encoding": [
            {"@type": "MediaObject", "name": name, "encodingFormat": media, "contentUrl": f"{WEB}{path}"}
            for name, media, path in (
                ("PDF", "application/pdf", "pdf/letter-1.pdf"),
                ("EPUB", "application/epub+zip", "epub/letter-1.epub"),
                ("Plain text", "text/plain", "text/letter-1.txt"),
                ("TEI XML", "application/tei+xml", "tei/letter-1.xml"),
            )
        ],
        "mentions": [
            {
                "@type": "Person",
                "@id": f"{WEB}persons.html#p-eve",
                "name": "Eve Dorn",
                "sameAs": "https://d-nb.info/gnd/3",
            }
        ],
    }


def test_addresses_are_addresses_and_not_words():
    node = graph(full(), replace(WHOLE, base_url=""))
    files = node["https://schema.org/encoding"]
    assert files[0]["https://schema.org/contentUrl"] == [{"@id": f"{WEB}pdf/letter-1.pdf"}]
    assert "@id" not in node


def test_what_is_no_message_has_authors_and_no_recipient():
    made = data(full(kind="treaty"))
    assert made["@type"] == ["CreativeWork", "ArchiveComponent"]
    assert [author["name"] for author in made["author"]] == ["Ada Berg"]
    assert not {"sender", "recipient", "dateSent", "dateReceived"} & made.keys()
    assert made["dateCreated"] == "1871-03-05"


@pytest.mark.parametrize(
    ("date", "created", "day"),
    [
        ('<date when="1871"/>', "1871", "1871"),
        ('<date when="1871-03"/>', "1871-03", "1871-03"),
        ('<date when="1871-03-05T10:00:00+02:00"/>', "1871-03-05", "1871-03-05"),
        ('<date from="1871-03-05" to="1871-03-07"/>', "1871-03-05/1871-03-07", None),
        ('<date notBefore="1871" notAfter="1872-05"/>', "1871/1872-05", None),
        ('<date notBefore="1871"/>', "1871/..", None),
        ('<date notAfter="1871"/>', "../1871", None),
        ('<date when="--03-05"/>', None, None),
        ("", None, None),
    ],
)
def test_no_date_is_finer_than_the_source(date, created, day):
    made = data(full(date))
    assert (made.get("dateCreated"), made.get("dateSent")) == (created, day)


def test_of_a_bare_letter_nothing_is_made_up():
    made = data(letter(), replace(EDITION, title="", formats=("html",)))
    assert made == {
        "@context": "https://schema.org",
        "@type": "Message",
        "name": "A letter",
        "identifier": ["letter-1"],
        "genre": "Letter",
        "inLanguage": "en",
    }


def test_open_graph_is_complete_and_in_the_language_of_the_page():
    made = {m.get("property"): m.get("content") for m in page(full(), folder="de/").xpath("//meta[@property]")}
    alternates = page(full()).xpath("//meta[@property='og:locale:alternate']/@content")
    assert made == {
        "og:type": "article",
        "og:title": "A letter",
        "og:description": "About the roads.",
        "og:url": f"{WEB}de/documents/letter-1.html",
        "og:site_name": "Letters of the North",
        "og:locale": "de_DE",
        "og:locale:alternate": "fr_FR",
    }
    assert alternates == ["de_DE", "fr_FR"]


@pytest.mark.parametrize(
    ("language", "locale"), [("en", "en_GB"), ("de-AT", "de_AT"), ("fr-CA", "fr_CA"), ("nl", "en_GB")]
)
def test_a_locale_has_a_country(language, locale):
    made = page(letter(), replace(EDITION, language=language))
    assert made.xpath("//meta[@property='og:locale']/@content") == [locale]


def test_every_form_of_the_document_is_linked_with_its_type():
    links = {
        (link.get("type"), link.get("href"))
        for link in page(full(), folder="fr/").xpath("//link[@rel='alternate'][@type]")
    }
    assert links == {
        ("application/pdf", "../../pdf/letter-1.pdf"),
        ("application/epub+zip", "../../epub/letter-1.epub"),
        ("text/plain", "../../text/letter-1.txt"),
        ("application/tei+xml", "../../tei/letter-1.xml"),
        ("application/x-bibtex", "../../cite/letter-1.bib"),
        ("application/x-research-info-systems", "../../cite/letter-1.ris"),
        ("application/vnd.citationstyles.csl+json", "../../cite/letter-1.json"),
    }


def test_keywords_and_abstract_are_told_to_reference_managers():
    names = [(m.get("name"), m.get("content")) for m in page(full()).xpath("//meta[@name]")]
    assert ("citation_keywords", "roads; toll; tax") in names
    assert ("citation_abstract", "About the roads.") in names
    assert ("DC.subject", "toll; tax") in names
    assert [value for name, value in names if name == "DC.type"] == ["letter", "Text"]
    assert ("DC.date", "1871-03-05") in names


def test_several_senders_are_several_names():
    profile = sent().replace("</persName>", "</persName><persName>Eve Dorn</persName>", 1)
    made = page(letter(profile=profile)).xpath("//meta[@name='DC.creator']/@content")
    assert made == ["Ada", "Dorn, Eve"]
