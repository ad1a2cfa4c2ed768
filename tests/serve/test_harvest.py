"""Real harvesters at a real server: what they bring home is the catalogue, also while it is rebuilt."""

from __future__ import annotations

import threading
import time
import warnings
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import quote

import pytest
from lxml import etree
from oaipmh_scythe import Scythe
from sickle import Sickle

from editions import edition as edition_of
from letters import sheet
from serving import Edition, Server, titles
from teiedit.build import build

NS = {"o": "http://www.openarchives.org/OAI/2.0/"}


@pytest.fixture(scope="module")
def server(edition):
    with Server(edition.folder, "--no-access-log") as server:
        yield server


def test_sickle_brings_home_the_catalogue(edition, server):
    sickle = Sickle(f"{server.url}/oai")
    assert sickle.Identify().baseURL == f"{server.url}/oai"
    for prefix in ("oai_dc", "tei"):
        found = {
            r.header.identifier: (r.header.datestamp, r.deleted) for r in sickle.ListRecords(metadataPrefix=prefix)
        }
        assert found == edition.records(prefix)
    titled = {
        r.header.identifier: r.metadata["title"] for r in sickle.ListRecords(metadataPrefix="oai_dc") if not r.deleted
    }
    assert titled == {f"oai:letters.example.org:{name}": [title] for name, title in edition.titles.items()}
    assert len(list(sickle.ListSets())) == 8


def test_scythe_brings_home_the_catalogue(edition, server):
    with Scythe(f"{server.url}/oai") as scythe:
        found = {
            r.header.identifier: (r.header.datestamp, r.deleted) for r in scythe.list_records(metadata_prefix="oai_dc")
        }
        assert found == edition.records("oai_dc")
        headers = {h.identifier: (h.datestamp, h.deleted) for h in scythe.list_identifiers(metadata_prefix="tei")}
        assert headers == edition.records("tei")
        dated = list(scythe.list_records(metadata_prefix="oai_dc", from_="2026-02-01", set_="genre:letter"))
        assert len(dated) == 14


def test_every_answer_of_the_server_is_valid_in_either_method(server, schema):
    ours = "oai:letters.example.org:letter-00001"
    for query in ("verb=Identify", f"verb=GetRecord&identifier={ours}&metadataPrefix=oai_dc", "verb=junk"):
        for method in ("GET", "POST"):
            form = {"Content-Type": "application/x-www-form-urlencoded"}
            if method == "GET":
                status, headers, content = server.ask(f"/oai?{query}")
            else:
                status, headers, content = server.ask("/oai", "POST", query.encode(), form)
            assert (status, headers["Content-Type"]) == (200, "text/xml; charset=utf-8")
            schema.assertValid(etree.fromstring(content))


def test_the_base_url_is_byte_for_byte_the_one_that_is_asked(tmp_path, server):
    assert (
        f"<baseURL>{server.url}/oai</baseURL>".encode()
        in server.ask("/oai?verb=Identify", headers={"Host": server.url.removeprefix("http://")})[2]
    )
    about = {"title": "T", "contact": "a@b.org", "oai": "https://b.org/x/oai", "repository": "b.org"}
    edition = Edition(tmp_path / "output", about).build(titles(1), "2026-01-01T10:00:00Z")
    with Server(edition.folder) as other:
        assert b"<baseURL>https://b.org/x/oai</baseURL>" in other.ask("/oai?verb=Identify")[2]


def whole(server, requests, prefix="oai_dc"):
    """Go through a list as a patient harvester does; return the identifiers in the order in which they came."""
    query, found = f"verb=ListRecords&metadataPrefix={prefix}", []
    while query:
        status, headers, content = server.ask(f"/oai?{query}")
        requests.append(status)
        if status == 503:
            time.sleep(0.05 * int(headers["Retry-After"]))
            continue
        assert status == 200
        page = etree.fromstring(content)
        assert page.find("o:error", NS) is None
        found += page.xpath("//o:header/o:identifier/text()", namespaces=NS)
        token = page.findtext(".//o:resumptionToken", "", NS)
        query = f"verb=ListRecords&resumptionToken={quote(token)}" if token else ""
    return found


def test_a_thousand_requests_lose_nothing_and_bring_nothing_twice_while_the_edition_is_rebuilt(tmp_path):
    before = titles(900)
    edition = Edition(tmp_path / "output").build(before, "2026-01-01T10:00:00Z", tei=False)
    after = before | dict.fromkeys(list(before)[::4], "Changed") | titles(100, 900) | {"letter-00100a": "New"}
    for name in list(before)[7::50]:
        del after[name]
    requests, begun = [], threading.Event()

    def one(number):
        if number == 40:
            begun.set()
        return whole(server, requests)

    with Server(edition.folder, "--no-access-log") as server, ThreadPoolExecutor(64) as pool:
        lists = [pool.submit(one, number) for number in range(110)]
        begun.wait(60)
        edition.build(after, "2026-02-01T10:00:00Z", tei=False)
        found = [each.result() for each in lists]
        last = whole(server, requests)
        assert server.stop()[::2] == (0, "")
    must = {f"oai:letters.example.org:{name}" for name in before}
    assert requests.count(200) >= 1_000
    for identifiers in found:
        assert len(identifiers) == len(set(identifiers))
        assert must <= set(identifiers)
    assert sorted(last) == sorted(edition.records("oai_dc"))
    # the edition was indeed rebuilt in the middle of lists
    assert len({len(identifiers) for identifiers in found}) > 1


def test_a_thousand_at_once_are_answered_or_asked_to_come_again(tmp_path):
    edition = Edition(tmp_path / "output").build(titles(300), "2026-01-01T10:00:00Z", tei=False)
    with Server(edition.folder, "--no-access-log") as server:

        def one(_):
            return server.ask("/oai?verb=ListRecords&metadataPrefix=oai_dc")

        with ThreadPoolExecutor(200) as pool:
            answers = list(pool.map(one, range(1_000)))
        assert {status for status, _, _ in answers} <= {200, 503}
        assert all(headers["Retry-After"] for status, headers, _ in answers if status == 503)
        assert sum(status == 200 for status, _, _ in answers) > 100
        assert server.ask("/healthz")[0] == 200
        assert server.stop()[::2] == (0, "")


def test_incremental_harvests_miss_nothing(tmp_path):
    edition = Edition(tmp_path / "output").build(titles(30), "2026-01-01T10:00:00Z", tei=False)
    with Server(edition.folder) as server:
        sickle = Sickle(f"{server.url}/oai")
        held = {r.header.identifier: r.header.datestamp for r in sickle.ListRecords(metadataPrefix="oai_dc")}
        edition.build(titles(29, 5), "2026-02-01T10:00:00Z", tei=False)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            changes = sickle.ListRecords(metadataPrefix="oai_dc", **{"from": "2026-01-02"})
            held |= {r.header.identifier: r.header.datestamp for r in changes}
        assert held == {name: moment for name, (moment, _) in edition.records("oai_dc").items()}


def test_a_built_edition_is_harvested_as_it_says_of_itself(tmp_path, schema):
    said = (
        'title = "Letters & papers"\nlanguages = ["en"]\n'
        'base_url = "https://letters.example.org/all/"\ncontact = "ada@example.org"\n'
    )
    folder = edition_of(tmp_path / "letters", said, one=sheet("One."), two=sheet("Two."))
    output = folder / "output"
    build(folder, output, formats=("tei", "metadata"), now=lambda: "2026-01-01T10:00:00Z")
    with Server(folder) as server:
        known = etree.fromstring(server.ask("/oai?verb=Identify")[2])
        schema.assertValid(known)
        assert known.findtext(".//o:baseURL", "", NS) == "https://letters.example.org/all/oai"
        assert known.findtext(".//o:adminEmail", "", NS) == "ada@example.org"
        sickle = Sickle(f"{server.url}/oai")
        for form in sickle.ListMetadataFormats():
            for record in sickle.ListRecords(metadataPrefix=form.metadataPrefix):
                schema.assertValid(etree.fromstring(server.ask(_get(record.header.identifier, form.metadataPrefix))[2]))
        (tei,) = etree.fromstring(server.ask(_get("oai:letters.example.org:two", "tei"))[2]).iterfind(
            ".//o:metadata", NS
        )
        assert len(list(tei[0].iter())) == len(list(etree.parse(output / "tei/two.xml").getroot().iter()))
        # what the edition says of itself is new at once, though no record has changed
        (folder / "edition.toml").write_text(said.replace("ada@", "ben@"), "utf-8")
        build(folder, output, formats=("tei", "metadata"), now=lambda: "2026-02-01T10:00:00Z")
        assert b"<adminEmail>ben@example.org<" in server.ask("/oai?verb=Identify")[2]
        stamps = {record.header.datestamp for record in sickle.ListRecords(metadataPrefix="oai_dc")}
        assert stamps == {"2026-01-01T10:00:00Z"}
        assert server.stop()[2] == ""


def _get(identifier, prefix):
    return f"/oai?verb=GetRecord&metadataPrefix={prefix}&identifier={identifier}"
