"""Typed links: in the page, in the linksets, in the headers of web servers, all saying the same."""

from __future__ import annotations

import http.client
import json
import re
import socket
import subprocess
import time
from contextlib import closing
from dataclasses import replace
from urllib.parse import urljoin

import pytest

from holdings import HARVESTED, HOSTILE, harvested, written
from pages import letter, parsed
from support import tool
from teiedit.model.edition import Edition, Licence
from teiedit.publish import html, metadata
from teiedit.publish._harvest_headers import MOST_RULES
from teiedit.publish._signposting import ALWAYS, RECORDS

BASE = "https://example.org/letters/"
LINK = re.compile(r'<([^<>"\s]*)>((?:\s*;\s*[a-z-]+="[^"<>\r\n]*")*)')


def links(text):
    """The links of a header, or of a linkset in that form, as relation, target and other attributes."""
    assert LINK.sub("", text).replace(",", "").strip() == ""
    found = []
    for target, attributes in LINK.findall(text):
        values = dict(re.findall(r'([a-z-]+)="([^"]*)"', attributes))
        found.append((values.pop("rel"), target, values))
    return found


def unfolded(linkset):
    """The links of a linkset in JSON, in the same form."""
    for context in json.loads(linkset)["linkset"]:
        for relation, targets in context.items():
            for target in targets if relation != "anchor" else ():
                more = {k: v if isinstance(v, str) else v[0] for k, v in target.items() if k != "href"}
                yield relation, target["href"], {**more, "anchor": context["anchor"]}


def others(link):
    """Whether a link leads to or from a record other than Dublin Core."""
    return any("/metadata/" in place and "/oai_dc/" not in place for place in (link[1], link[2].get("anchor", "")))


def test_both_forms_of_a_linkset_say_the_same(tmp_path):
    files, _ = harvested(tmp_path, [written(), letter(name="l-2", title="T", profile="")])
    for name in ("letter-1", "l-2"):
        text = files[f"linkset/{name}.txt"].decode()
        assert links(text) == list(unfolded(files[f"linkset/{name}.json"]))
        assert len(links(text)) > 10


def test_a_linkset_has_what_signposting_asks_for(tmp_path):
    files, _ = harvested(tmp_path, [written()])
    page = f"{BASE}documents/letter-1.html"
    all_of = [link for link in links(files["linkset/letter-1.txt"].decode()) if not others(link)]
    assert [link[:2] for link in all_of if link[2]["anchor"] == page] == [
        ("cite-as", page),
        ("author", "https://example.org/people/ada"),
        ("type", "https://schema.org/AboutPage"),
        ("type", "https://schema.org/Message"),
        ("license", "https://creativecommons.org/licenses/by/4.0/"),
        ("describedby", f"{BASE}metadata/oai_dc/letter-1.xml"),
        *(("describedby", f"{BASE}cite/letter-1.{ending}") for ending in ("bib", "ris", "json")),
        ("collection", BASE),
        ("item", f"{BASE}tei/letter-1.xml"),
        ("item", f"{BASE}pdf/letter-1.pdf"),
    ]
    types = {link[1].removeprefix(BASE): link[2] for link in all_of}
    assert types["metadata/oai_dc/letter-1.xml"]["profile"] == "http://www.openarchives.org/OAI/2.0/oai_dc/"
    back = [link for link in all_of if link[1] == page and link[0] != "cite-as"]
    assert {(relation, more["anchor"].removeprefix(BASE)) for relation, _, more in back} == {
        ("collection", "tei/letter-1.xml"),
        ("collection", "pdf/letter-1.pdf"),
        ("describes", "metadata/oai_dc/letter-1.xml"),
        *(("describes", f"cite/letter-1.{ending}") for ending in ("bib", "ris", "json")),
    }


def test_a_page_has_the_links_of_its_linkset(tmp_path):
    edition = replace(HARVESTED, interface=("de",))
    files, _ = harvested(tmp_path, [written()], edition)
    page = f"{BASE}documents/letter-1.html"
    of_linkset = {link[:2] for link in links(files["linkset/letter-1.txt"].decode()) if link[2]["anchor"] == page}
    made = html.document(written(), edition).files
    for place in ("documents/letter-1.html", "de/documents/letter-1.html"):
        head = parsed(made[place].decode()).find("head")
        wanted = ("cite-as", "author", "type", "license", "describedby", "collection", "item")
        of_page = {
            (link.get("rel"), urljoin(BASE + place, link.get("href")))
            for link in head.iter("link")
            if link.get("rel") in wanted
        }
        assert of_page <= of_linkset
        assert {relation for relation, _ in of_linkset - of_page} <= {"describedby"}
        for name in ALWAYS:
            assert ("describedby", BASE + RECORDS[name].path("letter-1")) in of_page
        sets = {
            link.get("type"): urljoin(BASE + place, link.get("href"))
            for link in head.iter("link")
            if link.get("rel") == "linkset"
        }
        assert sets == {
            "application/linkset+json": f"{BASE}linkset/letter-1.json",
            "application/linkset": f"{BASE}linkset/letter-1.txt",
        }


def test_the_nu_checker_knows_the_links_of_a_page(tmp_path):
    (tmp_path / "page.html").write_bytes(html.document(written(), HARVESTED).files["documents/letter-1.html"])
    command = [tool("java"), "-jar", tool("vnu"), str(tmp_path / "page.html")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("settings", [{"base_url": ""}, {"formats": ("tei", "html")}])
def test_without_an_address_or_records_a_page_names_no_linksets(tmp_path, settings):
    made = html.document(written(), replace(HARVESTED, **settings)).files["documents/letter-1.html"].decode()
    assert 'rel="linkset"' not in made
    assert 'rel="cite-as"' not in made
    files, _ = harvested(tmp_path, [written()], base_url="")
    assert not [name for name in files if not name.startswith("metadata/catalogue.")]


def test_the_records_that_pages_name_are_those_that_any_document_of_any_edition_has():
    made = metadata.document(letter(profile=""), Edition(title="Least")).files
    assert set(ALWAYS) == {name.split("/")[1] for name in made} & set(RECORDS)
    assert {RECORDS[name].path("letter-1") for name in ALWAYS} <= set(made)


HOSTILE_URL = "https://example.org/le'tt$ers/{a}\\%zz`b`;c,d/"


@pytest.fixture(scope="module")
def hostile(tmp_path_factory):
    """The files of an edition that means harm."""
    people = '<standOff><listPerson><person xml:id="p-ada"><persName>A</persName><idno type="URI">https://e.org/">%0d%0a&lt;x</idno></person></listPerson></standOff>'
    settings = {"base_url": HOSTILE_URL, "title": HOSTILE, "licence": Licence("x", "https://e.org/'\"")}
    documents = [
        written(people=people, title="T"),
        written("letter-2", people=people, title="&lt;/link&gt;&#13;&#10;Set-Cookie: a=b"),
    ]
    return harvested(tmp_path_factory.mktemp("hostile"), documents, **settings)[0]


def test_nothing_that_an_edition_says_ends_a_value_or_a_line(hostile):
    for name in ("letter-1", "letter-2"):
        assert links(hostile[f"linkset/{name}.txt"].decode()) == list(unfolded(hostile[f"linkset/{name}.json"]))
    for line in hostile["_headers"].decode().splitlines():
        assert line[:1] in ("", "#", "/") or re.fullmatch(r"  [A-Z][A-Za-z-]+: [\x20-\x7e]+", line)
        if line.startswith("  Link: "):
            assert len(links(line.removeprefix("  Link: "))) == 1
    assert b"Set-Cookie" not in b"".join(content for name, content in hostile.items() if "headers" in name)


def test_headers_are_of_the_form_that_hosts_read_and_no_two_rules_are_about_one_file(tmp_path):
    files, _ = harvested(tmp_path, [written(), written("letter-2")], interface=("de",))
    rules = {}
    for block in files["_headers"].decode().split("\n\n"):
        lines = [line for line in block.splitlines() if not line.startswith("#")]
        if lines:
            assert lines[0] not in rules
            rules[lines[0]] = [tuple(line.strip().split(": ", 1)) for line in lines[1:]]
    assert len(rules) <= MOST_RULES
    patterns = [re.compile("/" + re.escape(rule[1:]).replace(r"\*", ".*")) for rule in rules]
    for name in (
        *files,
        *(f"documents/{n}.html" for n in ("letter-1", "letter-2")),
        "tei/letter-1.xml",
        "de/documents/letter-1.html",
    ):
        assert sum(bool(p.fullmatch(f"/letters/{name}")) for p in patterns) <= 1, name
    assert ("Content-Type", "application/linkset+json") in rules["/letters/linkset/*.json"]
    assert ("Access-Control-Allow-Origin", "*") in rules["/letters/metadata/cmif.xml"]
    said = [links(value)[0][:2] for name, value in rules["/letters/de/documents/letter-2.html"] if name == "Link"]
    assert {"cite-as", "type", "license", "collection", "describedby", "item", "linkset"} == {link[0] for link in said}
    of_linkset = links(files["linkset/letter-2.txt"].decode())
    apart = {("linkset", f"{BASE}linkset/letter-2.{ending}") for ending in ("json", "txt")}
    assert set(said) - apart <= {link[:2] for link in of_linkset}


def test_an_edition_that_is_too_large_for_rules_of_its_documents_has_those_by_patterns(tmp_path):
    files, _ = harvested(tmp_path, [letter(name=f"l-{n}", profile="") for n in range(100)])
    assert b"/documents/" not in files["_headers"]
    assert b"cloudflare.txt" in files["_headers"]
    cloud = files["metadata/headers/cloudflare.txt"].decode()
    assert f'/letters/documents/:id\n  Link: <{BASE}documents/:id.html>; rel="cite-as"\n' in cloud
    assert cloud.count("\n\n") < 30
    assert max(map(len, cloud.splitlines())) < 2000


def asked(port, path):
    """What a server says of a file."""
    with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=10)) as connection:
        connection.request("HEAD", path)
        answer = connection.getresponse()
        return answer.status, answer.headers


@pytest.fixture
def site(tmp_path):
    """An edition's files below a server's root, and a free port."""
    files, _ = harvested(tmp_path / "c", [written()], interface=("de",))
    folder = tmp_path / "root/letters"
    more = ("documents/letter-1.html", "de/documents/letter-1.html", "documents/letter-1.tei.html", "tei/letter-1.xml")
    for name, content in {**files, **dict.fromkeys(more, b"x")}.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return tmp_path, free.getsockname()[1]


def check_answers(port):
    """What both servers are to say."""
    status, page = asked(port, "/letters/documents/letter-1.html")
    said = links(", ".join(page.get_all("Link")))
    assert status == 200
    assert [link[0] for link in said].count("describedby") >= 4
    assert ("linkset", f"{BASE}linkset/letter-1.json", {"type": "application/linkset+json"}) in said
    assert asked(port, "/letters/de/documents/letter-1.html")[1].get_all("Link") == page.get_all("Link")
    assert asked(port, "/letters/documents/letter-1.tei.html")[1].get_all("Link") is None
    types = {
        "tei/letter-1.xml": "application/tei+xml",
        "linkset/letter-1.json": "application/linkset+json",
        "linkset/letter-1.txt": "application/linkset",
        "metadata/cmif.xml": "application/xml",
        "metadata/catalogue.jsonl": "application/x-ndjson",
    }
    for name, media_type in types.items():
        status, headers = asked(port, f"/letters/{name}")
        assert (status, headers["Content-Type"]) == (200, media_type)
        assert headers.get_all("Access-Control-Allow-Origin") == ["*"]


def served(command, port):
    """Start a server, ask it, and stop it."""
    with subprocess.Popen(command) as process:
        try:
            for _ in range(100):
                with socket.socket() as client:
                    if client.connect_ex(("127.0.0.1", port)) == 0:
                        break
                assert process.poll() is None
                time.sleep(0.1)
            check_answers(port)
        finally:
            process.terminate()


def nginx_settings(folder, port, include):
    return (
        f'pid "{folder}/pid"; error_log "{folder}/error.log"; daemon off; master_process off; events {{ }}\n'
        f"http {{ access_log off; server {{ listen 127.0.0.1:{port}; root {folder}/root; include {include}; }} }}\n"
    )


def apache_settings(folder, port, include):
    modules = "\n".join(
        f"LoadModule {name}_module /usr/lib/apache2/modules/mod_{name}.so"
        for name in ("mpm_event", "authz_core", "setenvif", "headers", "mime")
    )
    return (
        f'{modules}\nServerRoot "{folder}"\nServerName localhost\nListen 127.0.0.1:{port}\nPidFile "{folder}/pid"\n'
        f'ErrorLog "{folder}/error.log"\nTypesConfig /dev/null\nDocumentRoot "{folder}/root"\nInclude "{include}"\n'
    )


def test_nginx_says_what_it_is_told(site):
    folder, port = site
    (folder / "nginx.conf").write_text(
        nginx_settings(folder, port, folder / "root/letters/metadata/headers/nginx.conf")
    )
    served([tool("nginx"), "-c", str(folder / "nginx.conf"), "-p", str(folder)], port)


def test_apache_says_what_it_is_told(site):
    folder, port = site
    (folder / "apache.conf").write_text(
        apache_settings(folder, port, folder / "root/letters/metadata/headers/apache.conf")
    )
    served([tool("apache2"), "-D", "FOREGROUND", "-f", str(folder / "apache.conf")], port)


@pytest.mark.parametrize(("name", "settings"), [("nginx", nginx_settings), ("apache2", apache_settings)])
def test_the_settings_of_an_edition_that_means_harm_are_read_as_they_are_meant(hostile, tmp_path, name, settings):
    file = tmp_path / "server.conf"
    (tmp_path / "rules.conf").write_bytes(hostile[f"metadata/headers/{name.removesuffix('2')}.conf"])
    (tmp_path / "root").mkdir()
    file.write_text(settings(tmp_path, 1, tmp_path / "rules.conf"))
    option = ["-c", str(file), "-p", str(tmp_path)] if name == "nginx" else ["-f", str(file)]
    done = subprocess.run([tool(name), "-t", *option], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "warn" not in done.stderr.lower()
