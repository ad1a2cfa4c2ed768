"""Records for libraries: valid in each format, true to the header, and with nothing that it does not say."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from lxml import etree

from catalogues import schema
from pages import EDITION, EVERYTHING, letter
from support import ROOT
from teiedit.make import make_tei
from teiedit.model.edition import Edition, Harvest, Licence
from teiedit.model.records import OAI_FORMATS
from teiedit.publish import html, metadata
from teiedit.read.edition import read_edition
from teiedit.read.folder import find_files
from teiedit.read.register import read_register
from teiedit.read.source import read_source

XML_FORMATS = [each.prefix for each in OAI_FORMATS if each.prefix != "tei"]
SAMPLES = ("heroes-and-villains", "specimens")
WEB = replace(EDITION, base_url="https://example.org/papers/", harvest=Harvest(provider="A & B"))
PAGE = f"{WEB.base_url}documents/letter-1.html"


def sample(name):
    """The TEI of all documents of a sample edition, and the edition."""
    folder = ROOT / "sources" / name
    register, _ = read_register(folder, name)
    edition = replace(read_edition(folder / "edition.toml", "edition.toml"), register=register)
    for file in find_files(folder)[0]:
        source, _ = read_source(file.path, file.shown, file.name)
        yield file.id, make_tei(source, file.id, edition).tei.decode(), edition


@pytest.fixture(scope="module")
def samples():
    return {name: (tei, edition) for folder in SAMPLES for name, tei, edition in sample(folder)}


def records(tei, edition=WEB):
    """Each record by its format: an element, or what the JSON says."""
    made = metadata.document(tei, edition)
    assert made.diagnostics == ()
    # what can be cited in a document is no record, and stands elsewhere
    return {path.split("/")[1]: _read(path, content) for path, content in made.files.items() if path[:4] != "dts/"}


def _read(path, content):
    return etree.fromstring(content) if path.endswith(".xml") else json.loads(content)


def texts(record, name):
    """The texts of the elements of a name, in order."""
    return [" ".join("".join(e.itertext()).split()) for e in record.iter(f"{{*}}{name}")]


def valid(made):
    for prefix in XML_FORMATS:
        if prefix in made:
            checked = schema(prefix)
            assert checked.validate(made[prefix]), (prefix, [str(e.message) for e in checked.error_log])


# --- validity ---------------------------------------------------------------------------------------------------------


def test_each_record_of_the_samples_is_valid(samples):
    for tei, edition in samples.values():
        made = records(tei, edition)
        assert set(made) >= {"json", "jsonld", "tei_header", "oai_dc", "mods", "oai_datacite", "ead"}
        assert ("edm" in made) == bool(edition.base_url)
        valid(made)


def test_each_record_of_everything_that_a_header_says_is_valid():
    made = records(EVERYTHING)
    assert set(made) == {"json", "jsonld", "cmif", *XML_FORMATS}
    valid(made)


def test_a_record_has_the_root_that_a_harvester_is_told_of():
    made = records(EVERYTHING)
    for each in OAI_FORMATS:
        if each.prefix not in ("tei", "edm"):
            assert etree.QName(made[each.prefix]).namespace == each.namespace
            assert each.schema in made[each.prefix].xpath("string(//@*[local-name()='schemaLocation'])") or (
                each.prefix == "tei_header"
            )
    assert made["edm"].tag == "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}RDF"


HOSTILE = '</script><script>alert("1")</script> &amp; ]]&gt; é'


def hostile():
    words = HOSTILE.replace("<", "&lt;")
    party = f'<persName ref="#p-1">{words}</persName><persName>B, C</persName><orgName ref="#p-1">{words}</orgName>'
    profile = (
        f"<abstract><p>{words}</p></abstract><correspDesc><correspAction type='sent'>{party}"
        f'<placeName>{words}</placeName><date when="--02-03">{words}</date></correspAction>'
        f'<correspAction type="received">{party}</correspAction><correspContext>'
        f'<ref type="prev" target="../../etc/passwd.xml">{words}</ref><ref type="next" target="a b.xml">x</ref>'
        f"</correspContext></correspDesc><textClass><keywords><term>{words}</term></keywords></textClass>"
    )
    record = (
        f'<standOff><listPerson><person xml:id="p-1"><persName>{words}</persName><idno>javascript:alert(1)</idno>'
        f'<idno>https://d-nb.info/gnd/"&lt;1&gt;é</idno></person></listPerson></standOff>'
    )
    tei = letter(title=words, profile=profile).replace("<text>", f"{record}<text>")
    licence = f'<availability><licence target="javascript:alert(2)">{words}</licence></availability>'
    return tei.replace("</publicationStmt>", f"{licence}</publicationStmt>")


@pytest.mark.parametrize("edition", [WEB, replace(WEB, title="<b>&", publisher='"', harvest=Harvest(provider="<"))])
def test_hostile_words_are_words_everywhere(edition):
    made = records(hostile(), edition)
    for prefix in set(XML_FORMATS) - {"tei_header"}:
        checked = schema(prefix)
        assert checked.validate(made[prefix]), (prefix, [str(e.message) for e in checked.error_log])
        whole = etree.tostring(made[prefix], encoding="unicode")
        assert "javascript:" not in whole
        assert "passwd" not in "".join(made[prefix].xpath("//@*"))
        title = "unittitle" if prefix == "ead" else "title"
        assert HOSTILE.replace("&amp;", "&").replace("&gt;", ">") in texts(made[prefix], title)
    assert made["jsonld"]["name"] == HOSTILE.replace("&amp;", "&").replace("&gt;", ">")
    assert made["jsonld"]["sender"][0]["sameAs"] == 'https://d-nb.info/gnd/"<1>é'


EMPTY = (
    '<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="e"><teiHeader><fileDesc><titleStmt><title/></titleStmt>'
    "<publicationStmt><p/></publicationStmt><sourceDesc><p/></sourceDesc></fileDesc></teiHeader>"
    "<text><body><p/></body></text></TEI>"
)


def test_of_an_empty_header_nothing_is_invented():
    made = records(EMPTY, Edition())
    assert set(made) == {"json", "jsonld", "tei_header", "oai_dc", "mods", "ead"}
    valid(made)
    assert [(e.tag.rpartition("}")[2], e.text) for e in made["oai_dc"]] == [
        ("title", "e"),
        ("type", "Text"),
        ("identifier", "e"),
    ]
    mods = [(e.tag.rpartition("}")[2], "".join(e.itertext())) for e in made["mods"]]
    origin = "Made from the header of the TEI document."
    said = [("titleInfo", "e"), ("typeOfResource", "text"), ("identifier", "e"), ("recordInfo", f"e{origin}eng")]
    assert mods == said
    did = made["ead"].find(".//{*}did")
    assert [(e.tag.rpartition("}")[2], e.text) for e in did] == [("unitid", "e"), ("unittitle", "e")]


def test_datacite_has_its_own_words_for_what_is_not_known():
    made = records(EMPTY, Edition(date="2026", base_url="https://example.org/"))
    valid(made)
    assert texts(made["oai_datacite"], "creatorName") == [":unkn"]
    assert texts(made["oai_datacite"], "publisher") == [":unav"]
    assert texts(made["oai_datacite"], "publicationYear") == ["2026"]
    assert texts(made["oai_datacite"], "dates") == ["2026"]


# --- what is said -----------------------------------------------------------------------------------------------------


def test_people_have_parts_roles_and_authority_files(samples):
    tei, edition = samples["doc-1911-10-05-mauvoisin-circular-3"]
    made = records(tei, edition)
    (author,) = [n for n in made["mods"] if "aut" in texts(n, "roleTerm")]
    assert [(p.get("type"), p.text) for p in author.findall("{*}namePart")] == [
        ("family", "Mauvoisin"),
        ("given", "Étienne"),
    ]
    assert author.get("valueURI") == "https://example.org/authority/person/mauvoisin"
    assert texts(made["oai_dc"], "creator") == ["Mauvoisin, Étienne"]
    assert texts(made["oai_datacite"], "familyName")[0] == "Mauvoisin"
    assert made["edm"].xpath("string(//*[local-name()='creator']/@*)") == (
        "https://example.org/specimens/persons.html#p-mauvoisin"
    )
    origin = made["ead"].find(".//{*}origination/*")
    assert (origin.get("normal"), origin.get("role"), origin.text) == ("Mauvoisin, Étienne", "aut", "Étienne Mauvoisin")


def test_a_letter_in_german_has_its_language_in_the_form_of_each(samples):
    tei, edition = samples["doc-1914-07-28-dorrenbach-telegram"]
    made = records(tei, edition)
    assert texts(made["mods"].find("{*}language"), "languageTerm") == ["ger", "de"]
    assert texts(made["oai_dc"], "language") == ["de"]
    assert made["ead"].find(".//{*}langmaterial/{*}language").get("langcode") == "ger"
    assert texts(made["oai_datacite"], "language") == ["de"]
    assert texts(made["edm"], "language") == ["de"]
    assert texts(made["mods"], "genre") == ["telegrams"]
    assert texts(made["oai_dc"], "type") == ["Telegram", "http://vocab.getty.edu/aat/300026909", "Text"]


def test_a_treaty_has_no_author_but_a_place_and_a_day(samples):
    tei, edition = samples["doc-1923-09-14-agreement"]
    made = records(tei, edition)
    assert texts(made["oai_dc"], "creator") == []
    assert texts(made["oai_dc"], "coverage") == ["Geneva"]
    assert texts(made["oai_dc"], "date") == ["1923-09-14"]
    assert texts(made["mods"], "genre") == ["treaty"]
    place = made["mods"].find(".//{*}placeTerm")
    assert (place.get("authority"), place.get("valueURI")) == ("wikidata", "http://www.wikidata.org/entity/Q71")
    assert [n for n in made["mods"] if "aut" in texts(n, "roleTerm")] == []
    assert texts(made["oai_datacite"], "geoLocationPlace") == ["Geneva"]


def test_everything_that_a_header_says_is_said():
    made = records(EVERYTHING)
    dc = made["oai_dc"]
    assert texts(dc, "contributor") == ["Foreign Office", "Embassy, Moscow", "Editor, Sample", "Education Service"]
    assert texts(dc, "source") == ["The National Archives, Kew, FO 371/162389"]
    assert texts(dc, "identifier") == [f"{WEB.base_url}documents/everything.html", "FO 371/162389"]
    assert texts(dc, "rights") == [
        "Encoding and notes: CC BY 4.0.",
        "https://creativecommons.org/licenses/by/4.0/",
        "Transcript: ask first.",
    ]
    assert f"{WEB.base_url}documents/fo-371-162388.html" in texts(dc, "relation")
    mods = made["mods"]
    assert [n.get("type") for n in mods.findall("{*}name") if "rcp" in texts(n, "roleTerm")] == ["corporate"] * 2
    assert texts(mods, "physicalLocation") == ["The National Archives, Kew"]
    assert texts(mods, "shelfLocator") == ["FO 371/162389"]
    assert mods.xpath("string(//*[local-name()='relatedItem'][@type='references'])").strip().endswith("162388.html")
    ead = made["ead"]
    assert texts(ead, "unitid") == ["FO 371/162389", "everything"]
    assert texts(ead, "repository") == ["The National ArchivesKew"]
    assert [e.get("role") for e in ead.iter("{*}corpname") if e.get("role")] == ["rcp", "rcp"]
    data = made["oai_datacite"]
    assert [e.get("contributorType") for e in data.iter("{*}contributor")] == [
        "Other",
        "Other",
        "Editor",
        "Other",
        "HostingInstitution",
    ]
    assert [e.get("nameIdentifierScheme") for e in data.iter("{*}nameIdentifier")] == ["Wikidata"]


def dated(date):
    action = f'<correspAction type="sent"><persName>Ada</persName>{date}</correspAction>'
    return records(letter(profile=f"<correspDesc>{action}</correspDesc>"))


@pytest.mark.parametrize(
    ("date", "edtf", "mods", "normal", "datacite"),
    [
        ('<date when="1914-07"/>', "1914-07", [("1914-07", None, None)], "1914-07", "1914-07"),
        ('<date when="1914" cert="low"/>', "1914?", [("1914", "questionable", None)], "1914", "1914"),
        ('<date when="1914" evidence="external"/>', "1914", [("1914", "inferred", None)], "1914", "1914"),
        (
            '<date from="1914-07-01" to="1914-07-03"/>',
            "1914-07-01/1914-07-03",
            [("1914-07-01", None, "start"), ("1914-07-03", None, "end")],
            "1914-07-01/1914-07-03",
            "1914-07-01/1914-07-03",
        ),
        (
            '<date notBefore="1914-07" notAfter="1914-08"/>',
            "1914-07~/1914-08~",
            [("1914-07", "approximate", "start"), ("1914-08", "approximate", "end")],
            "1914-07/1914-08",
            "1914-07/1914-08",
        ),
        (
            '<date notAfter="1914" evidence="conjecture"/>',
            "../1914%",
            [("1914", "questionable", "end")],
            None,
            "/1914",
        ),
        ('<date notBefore="1914"/>', "1914~/..", [("1914", "approximate", "start")], None, "1914/"),
        ('<date when="--07-28">28 July</date>', None, [], None, None),
        ("", None, [], None, None),
    ],
)
def test_a_date_is_as_sure_and_as_fine_as_in_the_header(date, edtf, mods, normal, datacite):
    made = dated(date)
    valid(made)
    assert texts(made["oai_dc"], "date") == ([edtf] if edtf else [])
    assert texts(made["edm"], "created") == ([edtf] if edtf else [])
    found = [(e.text, e.get("qualifier"), e.get("point")) for e in made["mods"].iter("{*}dateCreated")]
    assert found == mods
    assert [e.get("normal") for e in made["ead"].iter("{*}unitdate")] == ([normal] if date else [])
    created = [e.text for e in made["oai_datacite"].iter("{*}date") if e.get("dateType") == "Created"]
    assert created == ([datacite] if datacite else [])


def test_several_senders_are_several_names():
    sent = "<persName>Ada Byron</persName><persName>Unknown</persName><orgName>The Board</orgName>"
    profile = f'<correspDesc><correspAction type="sent">{sent}</correspAction></correspDesc>'
    made = records(letter(profile=profile))
    valid(made)
    assert texts(made["oai_dc"], "creator") == ["Byron, Ada", "The Board"]
    assert [e.get("nameType") for e in made["oai_datacite"].iter("{*}creatorName")] == ["Personal", "Organizational"]
    assert [e.tag.rpartition("}")[2] for e in made["ead"].find(".//{*}origination")] == ["persname", "corpname"]


@pytest.mark.parametrize(
    ("address", "code", "name"),
    [
        ("https://d-nb.info/gnd/1", "gnd", "GND"),
        ("https://d-nb.info/standards/1", None, "d-nb.info"),
        ("http://www.wikidata.org/entity/Q1", "wikidata", "Wikidata"),
        ("http://id.loc.gov/authorities/names/n1", "naf", "LCNAF"),
        ("http://id.loc.gov/authorities/subjects/sh1", None, "id.loc.gov"),
        ("http://vocab.getty.edu/ulan/5", "ulan", "ULAN"),
        ("https://example.org", None, "example.org"),
    ],
)
def test_an_authority_file_is_known_by_how_its_addresses_begin(address, code, name):
    people = f'<person xml:id="p"><persName>Ada Byron</persName><idno>{address}</idno></person>'
    profile = '<correspDesc><correspAction type="sent"><persName ref="#p"/></correspAction></correspDesc>'
    tei = letter(profile=profile).replace("<text>", f"<standOff><listPerson>{people}</listPerson></standOff><text>")
    made = records(tei)
    valid(made)
    found = made["mods"].find("{*}name")
    assert (found.get("authority"), found.get("valueURI")) == (code, address)
    assert made["oai_datacite"].find(".//{*}nameIdentifier").get("nameIdentifierScheme") == name
    assert made["ead"].find(".//{*}origination/*").get("source") == code


def test_a_doi_is_the_identifier():
    tei = letter().replace(
        "</publicationStmt>", '<idno type="DOI">https://doi.org/10.1234/x-1</idno></publicationStmt>'
    )
    made = records(tei)
    valid(made)
    identifier = made["oai_datacite"].find(".//{*}identifier")
    assert (identifier.get("identifierType"), identifier.text) == ("DOI", "10.1234/x-1")
    assert texts(made["oai_datacite"], "alternateIdentifier") == [PAGE, "letter-1"]
    assert "10.1234/x-1" in texts(made["mods"], "identifier")


def test_the_header_alone_is_that_of_the_file_and_says_where_its_pointers_lead():
    header = records(EVERYTHING)["tei_header"]
    assert header.get("{http://www.w3.org/XML/1998/namespace}base") == f"{WEB.base_url}tei/everything.xml"
    whole = etree.fromstring(EVERYTHING.encode()).find("{*}teiHeader")
    assert [(e.tag, dict(e.attrib), e.text) for e in header.iterdescendants("*")] == [
        (e.tag, dict(e.attrib), e.text) for e in whole.iterdescendants("*")
    ]


def test_the_page_and_the_record_have_the_same_linked_data():
    made = metadata.document(EVERYTHING, WEB).files["metadata/jsonld/everything.jsonld"]
    page = html.document(EVERYTHING, WEB).files["documents/everything.html"].decode()
    script = page.partition('<script type="application/ld+json">')[2].partition("</script>")[0]
    assert json.loads(script) == json.loads(made)


def test_records_are_the_same_each_time():
    assert metadata.document(EVERYTHING, WEB) == metadata.document(EVERYTHING, WEB)


# --- rights -----------------------------------------------------------------------------------------------------------

CC = "http://creativecommons.org/licenses/by/4.0/"


@pytest.mark.parametrize(
    ("stated", "licence", "transcript", "rights"),
    [
        ("", "https://creativecommons.org/licenses/by/4.0/deed.en", None, CC),
        ("", "https://creativecommons.org/licenses/by/4.0", None, CC),
        ("", "https://example.org/terms", None, ""),
        ("", CC, Licence("ask first"), ""),
        (
            "https://rightsstatements.org/page/InC/1.0/?language=en",
            CC,
            None,
            "http://rightsstatements.org/vocab/InC/1.0/",
        ),
        ("https://rightsstatements.org/vocab/UND/1.0/", CC, None, ""),
        (
            "http://creativecommons.org/publicdomain/zero/1.0/",
            "",
            None,
            "http://creativecommons.org/publicdomain/zero/1.0/",
        ),
    ],
)
def test_rights_are_what_europeana_knows_and_never_more_than_is_said(stated, licence, transcript, rights):
    edition = replace(WEB, licence=Licence("L", licence), transcript_licence=transcript, harvest=Harvest(rights=stated))
    made = records(letter(), edition)
    valid(made)
    found = [
        e.get("{http://www.w3.org/1999/02/22-rdf-syntax-ns#}resource")
        for e in made.get("edm", ())
        for e in e.iter("{*}rights")
    ]
    assert {each for each in found if each} == ({rights} if rights else set())
    said = [each.code for each in metadata.volume([], edition).diagnostics]
    assert said == ([] if rights else ["M001"])


def test_what_the_edition_does_not_say_is_told_once_and_only_where_somebody_could_harvest():
    silent = Edition(base_url="https://example.org/")
    found = metadata.volume([], silent).diagnostics
    assert [(each.code, each.severity.word) for each in found] == [
        ("M001", "note"),
        ("M001", "note"),
        ("M002", "note"),
    ]
    assert metadata.volume([], Edition()).diagnostics == ()
