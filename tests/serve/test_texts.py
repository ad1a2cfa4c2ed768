"""Distributed Text Services from a real server: a client goes from the entry to the words of a clause."""

from __future__ import annotations

import json
import shutil
from urllib.parse import quote

import pytest

from serving import Server
from support import ROOT
from teiedit.build import build
from teiedit.tools.tei import parse

AGREEMENT = "doc-1923-09-14-agreement"


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    folder = tmp_path_factory.mktemp("texts")
    shutil.copytree(ROOT / "sources/specimens", folder / "edition", ignore=shutil.ignore_patterns("ledger.tsv"))
    build(folder / "edition", folder / "out", formats=("tei", "metadata"), jobs=1)
    with Server(folder / "out", "--no-access-log") as server:
        yield server


def fetch(server, url, status=200, **headers):
    assert url.startswith(server.url), url
    found, given, content = server.ask(url.removeprefix(server.url), headers=headers)
    assert found == status, content
    return given, content


def read(server, url):
    headers, content = fetch(server, url)
    assert headers["Content-Type"] == "application/ld+json"
    return json.loads(content)


def plain(template):
    return template.partition("{")[0]


def test_a_client_comes_from_the_entry_to_the_words_of_a_clause(server):
    entry = read(server, f"{server.url}/dts")
    assert entry["@id"] == f"{server.url}/dts"
    root = read(server, plain(entry["collection"]))
    (years,) = [each for each in root["member"] if each["@id"] == "by.year"]
    (year,) = [each for each in read(server, plain(years["collection"]))["member"] if each["title"] == "1923"]
    found = {each["@id"]: each for each in read(server, plain(year["collection"]))["member"]}
    navigation = read(server, f"{plain(found[AGREEMENT]['navigation'])}&down=-1")
    unit = next(each for each in navigation["member"] if each["identifier"] == "art-3-a" or "art-3-a" in each["@id"])
    url = f"{plain(found[AGREEMENT]['document'])}&ref={quote(unit['identifier'])}"
    headers, content = fetch(server, url)
    assert headers["Content-Type"] == "application/tei+xml"
    assert headers["Access-Control-Allow-Origin"] == "*"
    (wrapper,) = parse(content).iter("{https://w3id.org/api/dts#}wrapper")
    assert wrapper[0].get("n") == "a"


def test_addresses_are_those_of_the_edition_for_all_but_this_machine(server):
    _, _, content = server.ask("/dts", headers={"Host": "library.example.net"})
    assert json.loads(content)["@id"] == "https://example.org/specimens/dts"
    _, _, content = server.ask("/dts", headers={"Host": "localhost:1"})
    assert json.loads(content)["@id"] == "http://localhost:1/dts"


def test_what_has_not_changed_is_not_sent_again(server):
    url = f"{server.url}/dts/document?resource={AGREEMENT}&ref=art-1"
    headers, _ = fetch(server, url)
    assert fetch(server, url, 304, **{"If-None-Match": headers["ETag"]})[1] == b""


@pytest.mark.parametrize(
    ("target", "status"),
    [
        ("/dts/navigation", 400),
        ("/dts/document?resource=x", 404),
        ("/dts/document?resource=%00", 404),
        ("/dts/collection?id=%ff", 400),
    ],
)
def test_what_cannot_be_answered_is_said_in_json(server, target, status):
    found, headers, content = server.ask(target)
    assert (found, headers["Content-Type"]) == (status, "application/ld+json")
    assert json.loads(content)["statusCode"] == status


def test_the_files_of_the_static_form_are_there_too(server):
    headers, content = fetch(server, f"{server.url}/dts/index.jsonld")
    assert headers["Content-Type"] == "application/ld+json"
    assert json.loads(content)["@id"] == "https://example.org/specimens/dts/index.jsonld"
