"""Distributed Text Services as a server answers them, on the specimens: every place, every range, every error."""

from __future__ import annotations

import itertools
import json
import random
import re
import shutil
from contextlib import closing
from urllib.parse import quote, unquote

import pytest

from editions import edition as new_edition
from editions import tree
from support import ROOT
from teiedit.build import build
from teiedit.catalogue.reader import Catalogue
from teiedit.catalogue.store import NAME
from teiedit.publish import html
from teiedit.publish.dts.passages import WRAPPER
from teiedit.publish.dts.trees import read_trees, read_units
from teiedit.publish.dts.xpath import compiled
from teiedit.read.edition import read_edition
from teiedit.serve.dts import answer
from teiedit.tools.citing import DIVISION, PARAGRAPH, numbers
from teiedit.tools.tei import NS, TEI, XML_ID, parse, serialise

BASE = "http://127.0.0.1:8000/edition/"
SPECIMENS = ROOT / "sources/specimens"
AGREEMENT = "doc-1923-09-14-agreement"


def built(folder):
    shutil.copytree(SPECIMENS, folder / "specimens", ignore=shutil.ignore_patterns("ledger.tsv"))
    output = folder / "out"
    build(folder / "specimens", output, formats=("tei", "metadata"), jobs=1, now=lambda: "2026-01-01T00:00:00Z")
    return output


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    return built(tmp_path_factory.mktemp("dts"))


@pytest.fixture(scope="module")
def ask(site):
    with closing(Catalogue(site / NAME)) as catalogue:

        def asked(path, query="", **given):
            given = "&".join(f"{name}={quote(str(value))}" for name, value in given.items())
            return answer(path, query or given, catalogue, site, BASE)

        yield asked


@pytest.fixture(scope="module")
def documents(site):
    return {path.stem: parse(path.read_bytes()) for path in sorted((site / "tei").glob("*.xml"))}


def got(response):
    status, headers, content = response
    assert status == 200, content
    assert headers["Content-Type"] == "application/ld+json"
    return json.loads(content)


def expand(template, **values):
    """RFC 6570, as far as the templates go: {?a,b}, {&a,b}, {/a}, {a}."""

    def replaced(match):
        sign, names = match[1], match[2].split(",")
        given = [(name, quote(str(values[name]), safe="")) for name in names if name in values]
        if sign in ("?", "&"):
            return (sign if given else "") + "&".join("=".join(pair) for pair in given)
        return "".join(("/" if sign == "/" else "") + value for _, value in given)

    return re.sub(r"\{([?&/]?)([^}]*)\}", replaced, template)


def follow(ask, url):
    path, _, query = url.removeprefix(BASE).partition("?")
    return ask(f"/{path}", query)


def units_of(root):
    return [unit for tree in read_trees(root) for unit in read_units(root, tree)]


def text_of(node):
    return "".join(node.itertext())


# --- what the specification says MUST be there


def check_unit(unit):
    assert unit["@type"] == "CitableUnit"
    assert isinstance(unit["identifier"], str)
    assert unit["level"] >= 1
    assert (unit["parent"] is None) == (unit["level"] == 1)
    assert unit["@id"].startswith(BASE)


def check_member(member):
    assert member["@type"] in ("Collection", "Resource")
    assert all(isinstance(member[key], str) for key in ("@id", "title"))
    assert all(isinstance(member[key], int) for key in ("totalParents", "totalChildren"))
    for key in ("collection", *(("navigation", "document") if member["@type"] == "Resource" else ())):
        assert member[key].startswith(BASE)
    check_terms(member["dublinCore"])


def check_terms(terms):
    """A MetadataObject: literals, or arrays of words with their language or of URIs; nothing empty, nothing null."""
    assert terms
    for value in terms.values():
        assert isinstance(value, (str, list))
        assert value
        for each in value if isinstance(value, list) else ():
            assert isinstance(each, str) or (set(each) == {"lang", "value"} and each["lang"] and each["value"])


def check_envelope(found):
    assert found["@context"] == "https://dtsapi.org/context/v1.0.json"
    assert found["dtsVersion"] == "1.0"


def test_the_entry_names_the_endpoints(ask):
    for path in ("/dts", "/dts/"):
        found = got(ask(path))
        check_envelope(found)
        assert (found["@id"], found["@type"]) == (f"{BASE}dts", "EntryPoint")
        assert all(found[key].startswith(BASE) for key in ("collection", "navigation", "document"))
        assert expand(found["document"], resource="a", ref="b/c") == f"{BASE}dts/document?resource=a&ref=b%2Fc"


def test_a_client_finds_every_document_from_the_entry_down(ask, documents):
    found, waiting = set(), [got(follow(ask, expand(got(ask("/dts"))["collection"])))]
    while waiting:
        answer = waiting.pop()
        check_envelope(answer)
        check_member(answer)
        assert len(answer.get("member", ())) == answer["totalChildren"]
        for member in answer.get("member", ()):
            check_member(member)
            if member["@type"] == "Collection":
                waiting.append(got(follow(ask, expand(member["collection"]))))
            else:
                found.add(member["@id"])
    assert found == set(documents)


def test_parents_and_children_agree(ask, documents):
    for identifier in documents:
        answer = got(ask("/dts/collection", id=identifier, nav="parents"))
        assert answer["totalParents"] == len(answer["member"]) > 1
        for parent in answer["member"]:
            children = got(ask("/dts/collection", id=parent["@id"]))["member"]
            assert identifier in [child["@id"] for child in children]
    (year,) = [each for each in answer["member"] if each["@id"].startswith("year.")]
    (above,) = got(ask("/dts/collection", id=year["@id"], nav="parents"))["member"]
    assert above["@id"] == "by.year"
    assert got(ask("/dts/collection", nav="parents"))["member"] == []


def test_a_document_alone_says_how_it_is_cited(ask):
    found = got(ask("/dts/collection", id=AGREEMENT))
    check_envelope(found)
    check_member(found)
    assert "member" not in found
    assert found["mediaTypes"] == ["application/tei+xml"]
    kinds = [each["citeType"] for each in found["citationTrees"][0]["citeStructure"]]
    assert "article" in kinds
    for site in (BASE, "https://example.org/specimens/"):
        by_page = got(ask("/dts/collection", id=f"{site}documents/{AGREEMENT}.html#art-1"))
        assert by_page == found


def test_every_place_of_every_document_is_navigated_to_and_its_passage_is_its_text(ask, documents):
    count = 0
    for identifier, root in documents.items():
        whole = got(ask("/dts/navigation", resource=identifier, down=-1))
        check_envelope(whole)
        assert whole["@type"] == "Navigation"
        assert whole["@id"] == f"{BASE}dts/navigation?resource={identifier}&down=-1"
        nodes = {unit.identifier: unit.node for unit in units_of(root)}
        assert [unit["identifier"] for unit in whole["member"]] == list(nodes)
        for unit in whole["member"]:
            check_unit(unit)
            one = got(follow(ask, expand(whole["resource"]["navigation"], ref=unit["identifier"])))
            assert one["ref"] == unit
            assert "member" not in one
            url = expand(whole["resource"]["document"], ref=unit["identifier"])
            status, headers, content = follow(ask, url)
            assert (status, headers["Content-Type"]) == (200, "application/tei+xml")
            assert headers["Link"] == f'<{BASE}dts/collection?id={identifier}>; rel="collection"'
            made = parse(content)
            assert made.tag == f"{{{TEI}}}TEI"
            (wrapper,) = made.iter(WRAPPER)
            assert text_of(wrapper) == text_of(nodes[unit["identifier"]])
            assert made.find("tei:teiHeader", NS) is not None
            count += 1
    assert count > 300


def test_a_reference_leads_to_its_place_in_the_page(ask, documents):
    edition = read_edition(SPECIMENS / "edition.toml", "edition.toml")
    for identifier, root in documents.items():
        page = html.document(serialise(root).decode(), edition).files[f"documents/{identifier}.html"]
        anchors = set(re.findall(r' id="([^"]+)"', page.decode()))
        whole = got(ask("/dts/navigation", resource=identifier, down=-1))
        for unit in whole["member"]:
            address, _, anchor = unit["@id"].partition("#")
            assert address == f"{BASE}documents/{identifier}.html"
            assert anchor == unit["identifier"].rpartition("/")[2]
            assert anchor in anchors


def test_all_that_can_be_cited_in_a_page_has_a_reference(documents):
    for root in documents.values():
        nodes = {unit.node for unit in units_of(root)}
        # what editors have translated is not the document's to be cited
        own = "[not(ancestor::tei:note or ancestor::tei:div[@type = 'translation'])]"
        paragraphs = root.xpath(f"tei:text//tei:p{own} | tei:text//tei:item[@n]{own}", namespaces=NS)
        assert set(paragraphs) <= nodes
        assert nodes - set(paragraphs) <= set(root.iter(f"{{{TEI}}}div"))


def test_numbers_are_what_the_expressions_in_the_files_say(documents):
    for root in documents.values():
        made = numbers(root)
        for expression, tags in ((PARAGRAPH, ("p",)), (DIVISION, ("div", "floatingText"))):
            judge = compiled(expression, {})
            for node in root.find("tei:text", NS).iter(*(f"{{{TEI}}}{tag}" for tag in tags)):
                assert made[expression][node] == judge(node)


def test_ranges_have_the_text_from_the_one_place_to_the_other(ask, documents):
    chosen = random.Random(417)
    for identifier, root in documents.items():
        units = units_of(root)
        pairs = list(itertools.combinations(units, 2))
        for one, other in chosen.sample(pairs, min(6, len(pairs))):
            status, _, content = ask("/dts/document", resource=identifier, start=one.identifier, end=other.identifier)
            assert status == 200
            (wrapper,) = parse(content).iter(WRAPPER)
            assert text_of(wrapper) == between(root, one.node, other.node)


def between(root, one, other):
    """The words from the beginning of an element to the end of another, counted in the document's whole text."""
    whole, starts, ends = [], {}, {}

    def walk(node):
        starts[node] = sum(map(len, whole))
        whole.append(node.text or "")
        for child in node:
            walk(child)
            whole.append(child.tail or "")
        ends[node] = sum(map(len, whole))

    walk(root.find("tei:text", NS))
    return "".join(whole)[starts[one] : max(ends[one], ends[other])]


def test_a_whole_document_is_its_file(ask, site):
    _, _, content = ask("/dts/document", resource=AGREEMENT)
    assert content == (site / f"tei/{AGREEMENT}.xml").read_bytes()
    for wanted in ("mediaType=application/tei+xml", "mediaType=application%2Ftei%2Bxml", "tree=ignored"):
        assert ask("/dts/document", f"resource={AGREEMENT}&{wanted}")[2] == content


HOSTILE = [
    ("/dts/nothing", "", 404),
    ("/dts/collection/x", "", 404),
    ("/dtsx", "", 404),
    ("/dts/collection", "id=nobody", 404),
    ("/dts/collection", "id=../../etc/passwd", 404),
    ("/dts/collection", "id=year.1914&id=year.1914", 400),
    ("/dts/collection", "id=year", 404),
    ("/dts/collection", "id=year:1914", 404),
    ("/dts/collection", "id=year.1&nav=children'--", 400),
    ("/dts/collection", "nav=sideways", 400),
    ("/dts/collection", "page=0", 400),
    ("/dts/collection", "page=-1", 400),
    ("/dts/collection", "page=x", 400),
    ("/dts/collection", "page=%D9%A1", 400),
    ("/dts/collection", "page=9999999", 404),
    ("/dts/collection", f"page={'9' * 5000}", 400),
    ("/dts/collection", f"id={AGREEMENT}&page=2", 404),
    ("/dts/collection", "id=%ff%fe", 400),
    ("/dts/collection", "&".join(f"a{n}=1" for n in range(99)), 400),
    ("/dts/navigation", "", 400),
    ("/dts/navigation", "resource=", 400),
    ("/dts/navigation", "down=1", 400),
    ("/dts/navigation", "resource=nobody&down=1", 404),
    ("/dts/navigation", "resource=edition&down=1", 404),
    ("/dts/navigation", f"resource={AGREEMENT}", 400),
    ("/dts/navigation", f"resource={AGREEMENT}&down=", 400),
    ("/dts/navigation", f"resource={AGREEMENT}&down=-2", 400),
    ("/dts/navigation", f"resource={AGREEMENT}&down=1.5", 400),
    ("/dts/navigation", f"resource={AGREEMENT}&down=0", 400),
    ("/dts/navigation", f"resource={AGREEMENT}&down=0&start=art-1&end=art-2", 400),
    ("/dts/navigation", f"resource={AGREEMENT}&ref=art-99", 404),
    ("/dts/navigation", f"resource={AGREEMENT}&ref=art-1&start=art-1", 400),
    ("/dts/navigation", f"resource={AGREEMENT}&start=art-1", 400),
    ("/dts/navigation", f"resource={AGREEMENT}&start=art-2&end=art-1&down=1", 404),
    ("/dts/navigation", f"resource={AGREEMENT}&ref=art-1&tree=pages", 404),
    ("/dts/navigation", f"resource={AGREEMENT}&ref='%5D|//*[%00&down=1", 404),
    ("/dts/navigation", f"resource={AGREEMENT}&down=1&page=2", 404),
    ("/dts/document", "", 400),
    ("/dts/document", "resource=%2e%2e%2fmetadata%2fcatalogue", 404),
    ("/dts/document", "resource=..%2F..%2Fsecret", 404),
    ("/dts/document", "resource=by.year", 404),
    ("/dts/document", f"resource={AGREEMENT}%00", 404),
    ("/dts/document", f"resource={AGREEMENT}&ref=%3Cscript%3E", 404),
    ("/dts/document", f"resource={AGREEMENT}&end=art-1", 400),
    ("/dts/document", f"resource={AGREEMENT}&start=art-1&end=nothing", 404),
    ("/dts/document", f"resource={AGREEMENT}&mediaType=text/html", 404),
    ("/dts/document", f"resource={AGREEMENT}&ref=art-1&tree=x", 404),
]


@pytest.mark.parametrize(("path", "query", "status"), HOSTILE, ids=[f"{p}?{q[:60]}" for p, q, _ in HOSTILE])
def test_what_cannot_be_answered_is_said_in_json(ask, path, query, status):
    found, headers, content = ask(path, query)
    assert found == status, content
    assert headers["Content-Type"] == "application/ld+json"
    error = json.loads(content)
    assert error["statusCode"] == status
    assert error["description"]


def test_a_document_whose_file_is_damaged_or_gone_is_not_found(site, tmp_path):
    (tmp_path / "tei").mkdir()
    with closing(Catalogue(site / NAME)) as catalogue:
        query = f"resource={AGREEMENT}&ref=art-1"
        assert answer("/dts/document", query, catalogue, tmp_path, BASE)[0] == 404
        (tmp_path / f"tei/{AGREEMENT}.xml").write_bytes(b"<TEI")
        assert answer("/dts/document", query, catalogue, tmp_path, BASE)[0] == 404
        found = got(answer("/dts/collection", f"id={AGREEMENT}", catalogue, tmp_path, BASE))
        assert found["citationTrees"] == []


def test_a_large_collection_comes_in_pages(ask, monkeypatch):
    monkeypatch.setattr("teiedit.publish.dts.collections.PAGE", 10)
    first = got(ask("/dts/collection"))
    view, members, seen = first["view"], list(first["member"]), 1
    assert (view["@type"], view["@id"], view["previous"]) == ("Pagination", view["first"], None)
    while view["next"]:
        found = got(follow(ask, view["next"]))
        assert found["view"]["previous"] == expand(view["first"]).replace("page=1", f"page={seen}")
        assert found["view"]["@id"] == view["next"]
        view, seen = found["view"], seen + 1
        members += found["member"]
    assert view["@id"] == view["last"]
    assert len({member["@id"] for member in members}) == len(members) == first["totalChildren"]
    assert ask("/dts/collection", page=seen + 1)[0] == 404


# --- the same as files


def test_every_address_of_the_static_files_leads_to_a_file(site, documents):
    files = tree(site)
    base = "https://example.org/specimens/"
    entry = json.loads(files["dts/index.jsonld"])
    check_envelope(entry)
    assert expand(entry["collection"]) == f"{base}dts/collection/index.jsonld"
    waiting, seen = [expand(entry["collection"])], set()
    while waiting:
        url = unquote(waiting.pop()).removeprefix(base)
        if url in seen:
            continue
        seen.add(url)
        found = json.loads(files[url])
        check_envelope(found)
        assert len(found.get("member", ())) == found["totalChildren"]
        for member in found.get("member", ()):
            waiting.append(expand(member["collection"]))
            assert expand(entry["collection"], id=member["@id"]) == waiting[-1]
            if member["@type"] == "Resource":
                assert unquote(member["document"]).removeprefix(base) in files
                assert member["navigation"] == expand(entry["navigation"], resource=member["@id"])
                navigation = json.loads(files[unquote(member["navigation"]).removeprefix(base)])
                check_envelope(navigation)
                assert navigation["@id"] == member["navigation"]
                root = documents[member["@id"]]
                assert [u["identifier"] for u in navigation["member"]] == [u.identifier for u in units_of(root)]
    made = {path for path in files if path.startswith("dts/collection/")}
    whole = json.loads(files["dts/collection/index.jsonld"])["@id"]
    assert made - seen == {f"dts/collection/{whole}/index.jsonld"}


def test_the_same_transcripts_give_the_same_files(site, tmp_path):
    again = tree(built(tmp_path))
    assert {k: v for k, v in again.items() if k.startswith("dts/")} == {
        k: v for k, v in tree(site).items() if k.startswith("dts/")
    }


def test_without_an_address_there_are_no_files(tmp_path):
    build(new_edition(tmp_path / "e"), tmp_path / "out", formats=("tei", "metadata"), jobs=1)
    assert not (tmp_path / "out/dts").exists()
    assert XML_ID in parse((tmp_path / "out/tei/letter1.xml").read_bytes()).attrib
