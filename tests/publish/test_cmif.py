"""The letters for correspSearch: valid by the official schemas, true to the letters, honest about what is missing."""

from __future__ import annotations

import json
import re
import uuid
from dataclasses import replace
from xml.sax.saxutils import escape

import pytest
from lxml import etree

from holdings import HARVESTED, HOSTILE, NOW, PEOPLE, catalogue, correspondence, harvested, written
from pages import letter, sent
from support import shared
from teiedit.model.edition import Harvest as Settings
from teiedit.model.edition import Licence
from teiedit.publish import harvest
from teiedit.validate.house import check_house

T = {"t": "http://www.tei-c.org/ns/1.0"}
TERMS = "https://lod.academy/cmif/vocab/terms#"


@pytest.fixture(scope="module")
def grammar():
    return etree.RelaxNG(etree.parse(shared("official/cmif/cmi-customization.rng")))


def cmif(folder, *documents, edition=HARVESTED, **settings):
    return etree.fromstring(harvested(folder, documents, edition, **settings)[0]["metadata/cmif.xml"])


def said(element):
    """An element as tag, attributes and text."""
    return etree.QName(element).localname, dict(element.attrib), element.text or ""


LETTERS = [
    written(),
    written("letter-2", correspondence('<date from="1871-10" to="1871-12" cert="medium"/>', recipient="> unknown ")),
    written("letter-3", correspondence('<date notBefore="1871" evidence="external">after 1871</date>', ' cert="low"')),
    written("letter-4", correspondence('<date when="1871-10-05T20:05:00-04:00" evidence="internal">8 p.m.</date>')),
    written("letter-5", correspondence('<date when="--10-05">5 October</date>')),
    letter(name="letter-6", profile=sent(sender="Unknown")),
    letter(name="memorandum", profile=""),
    letter(name="hostile", title=escape(HOSTILE), profile=sent(sender='A &amp; &lt;B&gt; "C" ]]&gt;')),
]


def test_the_file_is_valid_by_the_official_grammar(tmp_path, grammar):
    found = cmif(tmp_path, *LETTERS, contact="")
    assert grammar.validate(found), grammar.error_log.last_error
    found = cmif(tmp_path, *LETTERS, title='<T> & "t"', editors=(), publisher="", place="", date="", subtitle="")
    assert grammar.validate(found), grammar.error_log.last_error


def test_the_file_breaks_no_official_rule(tmp_path):
    rules = shared("official/cmif/cmif.sch")
    content = harvested(tmp_path, LETTERS)[0]["metadata/cmif.xml"]
    assert check_house(content, "cmif.xml", rules) == ()
    broken = content.replace(b'type="received"', b'type="sent"').replace(b'source="#', b'source="#x')
    assert len(check_house(broken, "cmif.xml", rules)) == 14


def test_the_envelope_says_whose_letters_these_are(tmp_path):
    found = cmif(tmp_path, *LETTERS)
    header = found.find("t:teiHeader/t:fileDesc", T)
    assert header.findtext("t:titleStmt/t:title", namespaces=T) == "Letters of the North"
    editors = header.iterfind("t:titleStmt/t:editor", T)
    assert [editor.text.strip() for editor in editors] == ["Jane Roe", "Clara von Wendt"]
    assert header.findtext("t:titleStmt/t:editor/t:email", namespaces=T) == "letters@example.org"
    publication = header.find("t:publicationStmt", T)
    assert publication.find("t:idno", T).get("type") == "url"
    assert publication.findtext("t:idno", namespaces=T) == "https://example.org/letters/metadata/cmif.xml"
    assert publication.find("t:date", T).get("when") == NOW
    licence = publication.find("t:availability/t:licence", T)
    assert licence.get("target") == "https://creativecommons.org/licenses/by/4.0/"
    assert licence.text == "This file is licensed under the terms of the Creative Commons License CC-BY 4.0"
    source = header.find("t:sourceDesc/t:bibl", T)
    assert source.get("type") == "online"
    identifier = source.get("{http://www.w3.org/XML/1998/namespace}id")
    assert str(uuid.UUID(identifier)) == identifier
    assert {d.get("source") for d in found.iter("{*}correspDesc")} == {f"#{identifier}"}
    assert " ".join("".join(source.itertext()).split()) == (
        "Letters of the North. A selection. ed. Jane Roe, Clara von Wendt. Field Press, Oxford, 2026. "
        "https://example.org/letters/"
    )


@pytest.mark.parametrize("number", range(20))
def test_the_identifier_of_an_edition_begins_with_a_letter_and_is_made_of_its_address(tmp_path, number):
    address = f"https://example.org/{number}/"
    one, other = (cmif(tmp_path, written(), base_url=address, title=title) for title in ("A", "B"))
    ids = [found.find(".//t:bibl", T).get("{http://www.w3.org/XML/1998/namespace}id") for found in (one, other)]
    assert ids[0] == ids[1]
    assert re.fullmatch(r"[a-f][0-9a-f]{7}-[0-9a-f]{4}-5[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}", ids[0])


def test_an_edition_may_give_its_identifier_and_a_licence_of_its_metadata(tmp_path):
    given = "F5055f00-9182-4728-8f81-a0cf016b616b"
    settings = Settings(uuid=given, metadata_licence="CC0 1.0")
    found = cmif(tmp_path, written(), harvest=settings, licence=Licence("All rights reserved"))
    assert found.find(".//t:bibl", T).get("{http://www.w3.org/XML/1998/namespace}id") == given.lower()
    assert found.find(".//t:licence", T).get("target") == "https://creativecommons.org/publicdomain/zero/1.0/"
    assert "CC0" in found.find(".//t:licence", T).text


def test_a_letter_has_its_address_its_parties_by_their_records_its_place_and_its_date(tmp_path):
    (found,) = cmif(tmp_path, written()).iter("{*}correspDesc")
    assert found.get("ref") == "https://example.org/letters/documents/letter-1.html"
    action, received = found.iterfind("t:correspAction", T)
    assert [said(child) for child in action] == [
        ("persName", {"ref": "https://d-nb.info/gnd/118540238"}, "Berg, Ada"),
        ("placeName", {"ref": "https://www.geonames.org/2996944"}, "Lyons"),
        ("date", {"when": "1871-10-05"}, "5 October 1871"),
    ]
    assert [said(child) for child in received] == [("persName", {}, "Cole, Ben")]  # nobody who has a copy


def test_who_and_what_is_named_is_told_in_the_terms_of_version_2(tmp_path):
    (found,) = cmif(tmp_path, written(lang="de")).iter("{*}correspDesc")
    note = found.find("t:note", T)
    refs = [(r.get("type").removeprefix(TERMS), r.get("target").removeprefix(TERMS), r.text) for r in note]
    assert refs == [
        ("hasLanguage", "de", None),
        ("isPublishedWith", "Transcription", None),
        ("isAvailableAsTEIfile", "https://example.org/letters/tei/letter-1.xml", None),
        ("mentionsPerson", "http://id.loc.gov/authorities/names/n79003362", "Cy Dean"),
        ("mentionsOrg", "https://d-nb.info/gnd/2117601-4", "Foreign Office"),
        ("mentionsPlace", "https://www.geonames.org/2778067", "Graz"),
    ]
    html_only = cmif(tmp_path, written(lang="und"), formats=("html", "metadata")).find(".//t:note", T)
    assert [ref.get("type").removeprefix(TERMS) for ref in html_only][:2] == ["isPublishedWith", "mentionsPerson"]


def test_a_date_is_cut_to_its_day_and_doubt_is_low_or_conjecture(tmp_path):
    found = cmif(tmp_path, *LETTERS[:5])
    letters = {d.get("ref").rpartition("/")[2][:8]: d for d in found.iter("{*}correspDesc")}
    dates = {name: [said(date)[1:] for date in d.iter("{*}date")] for name, d in letters.items()}
    assert dates == {
        "letter-1": [({"when": "1871-10-05"}, "5 October 1871")],
        "letter-2": [({"from": "1871-10", "to": "1871-12", "cert": "low"}, "")],
        "letter-3": [({"notBefore": "1871", "cert": "low", "evidence": "conjecture"}, "after 1871")],
        "letter-4": [({"when": "1871-10-05"}, "8 p.m.")],
        "letter-5": [],
    }
    assert [child.get("cert") for child in letters["letter-3"].find("t:correspAction", T)] == ["low"] * 3


def test_who_is_not_known_is_called_unknown_and_what_nobody_sent_is_no_letter(tmp_path):
    found = cmif(tmp_path, *LETTERS)
    letters = {d.get("ref").rpartition("/")[2]: d for d in found.iter("{*}correspDesc")}
    names = {name: [n.text for n in d.iter("{*}persName")] for name, d in letters.items()}
    assert names["letter-6.html"] == ["Unknown", "Ben"]
    assert names["letter-2.html"] == ["Berg, Ada", "Unknown"]
    assert names["hostile.html"] == ['A & <B> "C" ]]>', "Ben"]
    assert "memorandum.html" not in names


def test_what_the_file_says_is_what_the_catalogue_says(tmp_path):
    edition = HARVESTED
    held = catalogue(tmp_path, LETTERS, edition)
    items = {item.facts["address"]: item.facts for item in held.items()}
    found = etree.fromstring(dict(harvest.Harvest(held, edition).files())["metadata/cmif.xml"])
    letters = list(found.iter("{*}correspDesc"))
    assert [d.get("ref") for d in letters] == [address for address in items if "memorandum" not in address]
    for d in letters:
        facts = items[d.get("ref")]
        for action, key in (("sent", "senders"), ("received", "recipients")):
            all_of = d.find(f"t:correspAction[@type='{action}']", T).iter("{*}persName")
            names = [name for name in all_of if name.text != "Unknown"]
            assert len(names) == len(facts[key])
            for name, party in zip(names, facts[key], strict=True):
                assert name.get("ref") in {None, *party.get("uris", ())}
        said_of = ("when", "from", "to", "notBefore", "notAfter")
        values = {key: value[:10] for key, value in facts.get("sent", {}).items() if key in said_of}
        date = d.find("t:correspAction/t:date", T)
        assert date is None or {k: v for k, v in date.attrib.items() if k in values} == values


def test_the_report_counts_what_can_be_found_and_names_what_cannot(tmp_path):
    files, found = harvested(tmp_path, LETTERS)
    report = json.loads(files["metadata/cmif-report.json"])
    assert (report["documents"], report["letters"]) == (8, 7)
    assert report["findableBySenderAndRecipient"] == {"count": 0, "of": 7, "percent": 0}
    assert report["identified"]["sender"] == {"count": 5, "of": 6, "percent": 83}
    assert report["identified"]["placeSent"] == {"count": 5, "of": 5, "percent": 100}
    assert report["without"]["dateSent"] == ["hostile", "letter-5", "letter-6"]
    assert report["without"]["sender"] == ["letter-6"]
    assert report["unidentified"][0] == {"name": "Cole, Ben", "type": "person", "letters": 4}
    assert [d.code for d in found] == ["M023", "M024", "M024"]
    assert '"Cole, Ben" (4)' in found[0].hint
    assert "3 of 7 letters have no date" in found[1].message


def test_the_report_is_silent_when_everything_can_be_found(tmp_path):
    profile = correspondence(recipient='ref="#p-cy">Cy')
    files, found = harvested(tmp_path, [written(profile=profile)])
    assert json.loads(files["metadata/cmif-report.json"])["findableBySenderAndRecipient"]["percent"] == 100
    assert found == []


@pytest.mark.parametrize(
    ("settings", "codes"),
    [
        ({"base_url": ""}, ["M020"]),
        ({"licence": None}, ["M022"]),
        ({"licence": Licence("CC BY-NC 4.0", "https://creativecommons.org/licenses/by-nc/4.0/")}, ["M022"]),
        ({"licence": Licence("BY", "https://example.org/?https://creativecommons.org/licenses/by/4.0/")}, ["M022"]),
    ],
)
def test_without_an_address_or_an_open_licence_there_is_no_file_but_a_word_about_it(tmp_path, settings, codes):
    files, found = harvested(tmp_path, [written(profile=correspondence(recipient='ref="#p-cy">Cy'))], **settings)
    assert "metadata/cmif.xml" not in files
    assert "metadata/cmif-report.json" not in files
    assert [d.code for d in found] == codes


def test_an_edition_without_letters_has_no_file_of_letters_and_nothing_is_said(tmp_path):
    files, found = harvested(tmp_path, [letter(profile="")], licence=None)
    assert "metadata/cmif.xml" not in files
    assert found == []


def test_the_date_of_the_file_moves_with_the_last_change_only(tmp_path):
    held = catalogue(tmp_path, [written(), written("letter-2")])
    assert held.latest() == NOW
    one, other = (dict(harvest.Harvest(held, replace(HARVESTED)).files()) for _ in range(2))
    assert one == other


def test_identifiers_that_are_no_addresses_stay_out(tmp_path):
    people = PEOPLE.replace("https://d-nb.info/gnd/118540238", "javascript:alert(1)")
    people = people.replace("http://viaf.org/viaf/24602065", "24602065")
    (found,) = cmif(tmp_path, written(people=people)).iter("{*}correspDesc")
    assert found.find(".//t:persName", T).get("ref") == "https://example.org/people/ada"
