"""The server: the site's files, bounds, hostile and slow clients, and how it ends."""

from __future__ import annotations

import asyncio
import gzip
import re
import socket
import stat
import subprocess
import sys
import threading
import time
from pathlib import PurePath

import pytest
from lxml import etree

from serving import Edition, Server, titles
from teiedit.serve import patience
from teiedit.serve.catalogues import Catalogues
from teiedit.serve.desk import BusyError, Desk
from teiedit.serve.key import read_key
from teiedit.serve.site import media_type

FORM = {"Content-Type": "application/x-www-form-urlencoded"}


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    folder = tmp_path_factory.mktemp("site")
    edition = Edition(folder / "output").build(titles(3), "2026-01-01T10:00:00Z")
    output = edition.folder
    (output / "404.html").write_text("<title>Nothing here</title>")
    (output / "documents").mkdir()
    (output / "documents/index.html").write_text("<title>Documents</title>")
    (output / ".well-known").mkdir()
    (output / ".well-known/resourcesync").write_text("<x/>")
    (output / ".git").mkdir()
    (output / ".git/config").write_text("secret")
    (folder / "secret.txt").write_text("secret")
    (output / "link.txt").symlink_to(folder / "secret.txt")
    (output / "away").symlink_to(folder)
    return edition


@pytest.fixture(scope="module")
def server(site):
    with Server(site.folder) as server:
        yield server


@pytest.mark.parametrize(
    ("target", "kind"),
    [
        ("/", "text/html; charset=utf-8"),
        ("/documents/", "text/html; charset=utf-8"),
        ("/tei/letter-00001.xml", "application/tei+xml"),
        ("/metadata/catalogue.sqlite", "application/vnd.sqlite3"),
        ("/.well-known/resourcesync", "application/octet-stream"),
        ("/oai/style.xsl", "text/xml; charset=utf-8"),
    ],
)
def test_a_file_has_its_media_type(server, target, kind):
    status, headers, content = server.ask(target)
    assert (status, headers["Content-Type"]) == (200, kind)
    assert content
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Access-Control-Allow-Origin"] == "*"
    assert server.ask(target, "HEAD")[::2] == (200, b"")


def test_media_types_go_by_the_path():
    assert media_type(PurePath("sitemap.xml")) == "application/xml"
    assert media_type(PurePath("metadata/linkset.json")) == "application/linkset+json"
    assert media_type(PurePath("fonts/a.WOFF2")) == "font/woff2"


def test_what_the_client_has_is_not_sent_again(server):
    for target in ("/", "/tei/letter-00001.xml", "/oai?verb=ListRecords&metadataPrefix=oai_dc"):
        etag = server.ask(target)[1]["ETag"]
        status, headers, content = server.ask(target, headers={"If-None-Match": etag})
        assert (status, content, headers["ETag"]) == (304, b"", etag)
        assert server.ask(target, headers={"If-None-Match": '"other"'})[0] == 200
    changed = server.ask("/")[1]["Last-Modified"]
    assert server.ask("/", headers={"If-Modified-Since": changed})[0] == 304


def test_an_answer_is_another_when_the_catalogue_is(tmp_path):
    edition = Edition(tmp_path / "output").build(titles(1), "2026-01-01T10:00:00Z")
    with Server(edition.folder) as server:
        query = "/oai?verb=ListRecords&metadataPrefix=oai_dc"
        etag = server.ask(query)[1]["ETag"]
        edition.build(titles(2), "2026-02-01T10:00:00Z")
        assert server.ask(query, headers={"If-None-Match": etag})[0] == 200
        error = server.ask("/oai?verb=junk")[1]
        assert error["ETag"] is None


def test_a_part_of_a_file_can_be_had(server, site):
    status, headers, content = server.ask("/tei/letter-00001.xml", headers={"Range": "bytes=5-9"})
    whole = (site.folder / "tei/letter-00001.xml").read_bytes()
    assert (status, content) == (206, whole[5:10])
    assert headers["Content-Range"] == f"bytes 5-9/{len(whole)}"
    assert server.ask("/", headers={"Range": "bytes=999999-"})[0] == 416


def test_what_is_not_there_is_answered_by_the_page_of_the_site(server):
    status, headers, content = server.ask("/nothing")
    assert (status, headers["Content-Type"]) == (404, "text/html; charset=utf-8")
    assert b"Nothing here" in content


@pytest.mark.parametrize(
    "target",
    [
        "/../secret.txt",
        "/documents/../../secret.txt",
        "/%2e%2e/secret.txt",
        "/%2e%2e%2fsecret.txt",
        "/..%5csecret.txt",
        "/documents/%2e%2e/%2e%2e/secret.txt",
        "//secret.txt",
        "/%2fetc%2fpasswd",
        "//etc/passwd",
        "/link.txt",
        "/away/secret.txt",
        "/away/state/serve.key",
        "/.teiedit",
        "/%2eteiedit",
        "/documents/../.teiedit",
        "/.git/config",
        "/.well-known/../.teiedit",
        "/tei/letter-00001.xml%00.html",
        "/%00",
        "/%ff",
        "/" + "a" * 5000,
    ],
)
def test_nothing_outside_the_folder_and_nothing_hidden_is_shown(server, target):
    status, _, content = server.ask(target)
    assert status == 404
    assert b"secret" not in content
    assert b"# ours" not in content


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "JUNK"])
@pytest.mark.parametrize("target", ["/", "/index.html", "/oai?verb=Identify", "/healthz"])
def test_nothing_can_be_changed(server, method, target):
    status, headers, _ = server.ask(target, method)
    assert status == 405
    assert "GET" in headers["Allow"]


def test_a_post_is_for_oai_alone(server):
    assert server.ask("/", "POST", b"x")[0] == 405
    assert server.ask("/oai", "POST", b"verb=Identify", FORM)[0] == 200
    assert server.ask("/oai", "POST", b"verb=Identify", {"Content-Type": "text/plain"})[0] == 415


def test_what_is_too_long_is_refused(server):
    assert server.ask("/oai?verb=" + "x" * 8200)[0] == 414
    assert server.ask("/oai?verb=" + "x" * 100_000)[0] in (400, 414)
    assert server.ask("/oai", "POST", b"verb=Identify&x=" + b"x" * 70_000, FORM)[0] == 413
    chunked = {**FORM, "Transfer-Encoding": "chunked", "Content-Length": ""}
    del chunked["Content-Length"]
    with socket.create_connection(("127.0.0.1", server.port), 10) as client:
        head = "POST /oai HTTP/1.1\r\nHost: x\r\n" + "".join(f"{n}: {v}\r\n" for n, v in chunked.items()) + "\r\n"
        client.sendall(head.encode() + b"11170\r\n" + b"x" * 0x11170 + b"\r\n0\r\n\r\n")
        assert client.recv(100).startswith(b"HTTP/1.1 413")


def test_a_request_that_is_no_http_is_refused_in_a_line(server):
    for words in (b"hello\r\n\r\n", b"GET / HTTP/1.1\r\nHost: a\x00b\r\n\r\n", b"\x16\x03\x01\x02\x00\x01\r\n\r\n"):
        with socket.create_connection(("127.0.0.1", server.port), 10) as client:
            client.sendall(words)
            assert client.recv(100).startswith(b"HTTP/1.1 400")


def test_answers_are_compressed_for_those_who_read_it(server):
    plain = server.ask("/oai?verb=ListSets")
    for accept, compressed in (("gzip", True), ("br, gzip;q=0.5", True), ("gzip;q=0", False), ("identity", False)):
        _, headers, content = server.ask("/oai?verb=ListSets", headers={"Accept-Encoding": accept})
        assert (headers["Content-Encoding"] == "gzip") is compressed
        body = gzip.decompress(content) if compressed else content
        assert body.partition(b"<request")[2] == plain[2].partition(b"<request")[2]
        assert "Accept-Encoding" in headers["Vary"]


def test_people_can_look_at_every_answer(server):
    for query in ("", "?verb=ListSets", "?verb=ListMetadataFormats", "?verb=ListRecords&metadataPrefix=oai_dc",
                  "?verb=ListIdentifiers&metadataPrefix=oai_dc", "?verb=ListRecords&metadataPrefix=tei", "?junk",
                  "?verb=GetRecord&metadataPrefix=oai_dc&identifier=oai:letters.example.org:letter-00001"):  # fmt: skip
        status, headers, content = server.ask(f"/oai/browse{query}")
        assert (status, headers["Content-Type"]) == (200, "text/html; charset=utf-8")
        page = etree.fromstring(content, etree.HTMLParser())
        assert page.get("lang") == "en"
        assert len(page.findall(".//h1")) == 1
        assert page.findtext(".//title")
    assert b'Letters &amp; "Papers" &lt;of&gt; Ada' in server.ask("/oai/browse")[2]


def test_a_harvester_of_an_edition_without_a_catalogue_is_asked_to_come_later(tmp_path):
    edition = Edition(tmp_path / "output")
    with Server(edition.folder) as server:
        for _ in range(2):
            status, headers, _ = server.ask("/oai?verb=Identify")
            assert (status, headers["Retry-After"]) == (503, "120")
        assert server.ask("/healthz")[::2] == (200, b'{"status":"ok","documents":null}')
        edition.build(titles(2), "2026-01-01T10:00:00Z")
        assert server.ask("/oai?verb=Identify")[0] == 200
        assert server.ask("/healthz")[::2] == (200, b'{"status":"ok","documents":2}')
        (edition.folder / "metadata/catalogue.sqlite").write_bytes(b"no catalogue")
        assert server.ask("/oai?verb=Identify")[0] == 503
        status, _, errors = server.stop()
    assert status == 0
    assert "V004" in errors
    assert "Traceback" not in errors


def test_who_sends_nothing_or_a_letter_at_a_time_is_let_go(server):
    clients = []
    for words in (b"", b"GET / HTTP/1.1\r\nHost:", b"GET / HTTP/1.1\r\nHost: x\r\n\r\nGET "):
        client = socket.create_connection(("127.0.0.1", server.port), patience.HEAD + 10)
        client.sendall(words)
        clients.append(client)
    body = socket.create_connection(("127.0.0.1", server.port), patience.HEAD + 10)
    body.sendall(b"POST /oai HTTP/1.1\r\nHost: x\r\nContent-Length: 50\r\n"
                 b"Content-Type: application/x-www-form-urlencoded\r\n\r\nverb=")  # fmt: skip
    start = time.monotonic()
    assert server.ask("/")[0] == 200
    for client in clients:
        received = b"".join(iter(lambda c=client: _received(c), b""))
        assert received == b"" or received.startswith(b"HTTP/1.1 200")
        client.close()
    assert body.recv(100).startswith(b"HTTP/1.1 408")
    body.close()
    assert time.monotonic() - start < patience.HEAD + 8


def _received(client):
    try:
        return client.recv(65536)
    except ConnectionResetError:
        return b""


def test_who_takes_nothing_of_what_is_sent_is_let_go(tmp_path):
    edition = Edition(tmp_path / "output").build(titles(1), "2026-01-01T10:00:00Z")
    (edition.folder / "large.bin").write_bytes(b"x" * 30_000_000)
    impatient = "import teiedit.serve.patience as patience; patience.TAKE = 1"
    with Server(edition.folder, before=impatient) as server:
        with socket.create_connection(("127.0.0.1", server.port), 20) as client:
            client.sendall(b"GET /large.bin HTTP/1.1\r\nHost: x\r\n\r\n")
            time.sleep(4)
            received = 0
            while chunk := _received(client):
                received += len(chunk)
            assert received < 30_000_000
        assert server.ask("/")[0] == 200


def test_an_output_that_is_a_link_may_be_turned_to_another_build(tmp_path):
    for name, number in (("one", 1), ("two", 2)):
        Edition(tmp_path / name).build(titles(number), "2026-01-01T10:00:00Z")
    link = tmp_path / "current"
    link.symlink_to("one")
    with Server(link) as server:
        assert server.ask("/healthz")[2] == b'{"status":"ok","documents":1}'
        assert server.ask("/tei/letter-00001.xml")[0] == 404
        (tmp_path / "next").symlink_to("two")
        (tmp_path / "next").rename(link)
        assert server.ask("/healthz")[2] == b'{"status":"ok","documents":2}'
        status, headers, _ = server.ask("/tei/letter-00001.xml")
        assert (status, headers["Content-Type"]) == (200, "application/tei+xml")


def test_a_false_host_is_only_text(server):
    for host in ('a"><b c="', "&x;", "a b"):
        status, _, content = server.ask("/oai?verb=Identify", headers={"Host": host})
        assert status in (200, 400)
        if status == 200:
            etree.fromstring(content)


def test_a_log_has_one_line_for_each_request_and_no_more_of_a_person_than_the_address(tmp_path):
    edition = Edition(tmp_path / "output").build(titles(1), "2026-01-01T10:00:00Z")
    with Server(edition.folder) as server:
        server.ask("/oai?verb=Identify", headers={"User-Agent": "Ada", "Referer": "http://a/", "Cookie": "a=b"})
        server.ask('/a"b\\c%0a\x7f')
        server.ask("/nothing", "PUT")
        _, said, _ = server.stop()
    with Server(edition.folder, "--no-access-log") as quiet:
        quiet.ask("/")
        assert quiet.stop()[1] == "stopped\n"
    lines = said.splitlines()
    moment = r"\[\d\d/[A-Z][a-z]{2}/\d{4}:\d\d:\d\d:\d\d \+0000\]"
    form = rf'127\.0\.0\.1 - - {moment} "(GET|PUT) [^ "]+ HTTP/1\.1" \d{{3}} \d+ "-" "-"'
    assert lines[-1] == "stopped"
    assert len(lines) in (3, 4)  # the second request is refused by the parser, where that is strict
    assert all(re.fullmatch(form, line) for line in lines[:-1])
    assert "Ada" not in said


def test_what_was_begun_is_finished_when_the_server_stops(tmp_path):
    edition = Edition(tmp_path / "output").build(titles(1), "2026-01-01T10:00:00Z")
    (edition.folder / "large.bin").write_bytes(b"x" * 30_000_000)
    with Server(edition.folder) as server, socket.create_connection(("127.0.0.1", server.port), 20) as client:
        client.sendall(b"GET /large.bin HTTP/1.1\r\nHost: x\r\n\r\n")
        received = len(client.recv(65536))
        stopping = threading.Thread(target=server.process.terminate)
        stopping.start()
        time.sleep(0.5)
        with pytest.raises(OSError, match=r"."):
            server.ask("/")
        while chunk := client.recv(1_000_000):
            received += len(chunk)
        stopping.join()
        assert received > 30_000_000
        assert server.process.wait(20) == 0


def test_who_stops_it_at_once_is_heard(tmp_path):
    edition = Edition(tmp_path / "output").build(titles(1), "2026-01-01T10:00:00Z")
    with Server(edition.folder) as server:
        assert server.stop()[0] == 0


def run(*arguments, **environment):
    code = "from teiedit.cli import main; main()"
    command = [sys.executable, "-c", code, "serve", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, timeout=60, check=False, **environment)


def test_a_port_that_another_has_is_said_in_a_line(server, site, tmp_path):
    made = run(site.folder, "--port", server.port, "--key-file", tmp_path / "key")
    assert made.returncode == 2
    assert f'error[V003]: cannot listen at "127.0.0.1", port {server.port}: address already in use' in made.stderr
    assert "Traceback" not in made.stderr
    made = run(site.folder, "--host", "no.such.host.invalid", "--key-file", tmp_path / "key")
    assert made.returncode == 2
    assert "V003" in made.stderr


def test_a_folder_that_was_not_built_is_said_in_a_line(tmp_path):
    (tmp_path / "edition.toml").write_text('title = "Letters"\n')
    for folder, words in (
        (tmp_path, "has no output"),
        (tmp_path / "x", "there is no folder"),
        (tmp_path.parent, "nothing to serve"),
    ):
        made = run(folder, "--no-preview", "--key-file", tmp_path / "key")
        assert made.returncode == 2
        assert "V002" in made.stderr
        assert words in made.stderr


def test_without_the_extra_the_line_that_installs_it_is_said(tmp_path):
    for name in ("starlette", "uvicorn"):
        code = (
            "import importlib.util as u, sys; find = u.find_spec; "
            f"u.find_spec = lambda name, *a: None if name == {name!r} else find(name, *a); "
            f"sys.argv = ['teiedit', 'serve', {str(tmp_path)!r}]; from teiedit.cli import main; main()"
        )
        made = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=False)
        assert made.returncode == 2
        assert "pip install 'teiedit[serve]'" in made.stderr


def test_an_editions_folder_means_its_output(tmp_path):
    Edition(tmp_path / "letters/output").build(titles(1), "2026-01-01T10:00:00Z")
    (tmp_path / "letters/edition.toml").write_text('title = "Letters"\n')
    with Server(tmp_path / "letters", "--no-preview") as server:
        assert server.ask("/oai?verb=Identify")[0] == 200
        assert server.said[0] == f"{tmp_path}/letters/output is served; Ctrl-C stops it"


def test_what_harvesters_will_miss_is_said_at_the_start(tmp_path):
    edition = Edition(tmp_path / "output", {"title": "Letters"}).build(titles(1), "2026-01-01T10:00:00Z")
    with Server(edition.folder) as server:
        errors = server.stop()[2]
    assert "check[V005]" in errors
    assert "check[V006]" in errors


def test_the_secret_is_made_once_for_its_owner_alone_and_kept(tmp_path):
    path = tmp_path / "state/teiedit/serve.key"
    key = read_key(path)
    assert read_key(path) == key
    assert len(key) == 64
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert list(path.parent.iterdir()) == [path]


def test_a_secret_that_cannot_be_kept_is_said_and_one_in_the_site_is_refused(site, tmp_path):
    short = tmp_path / "short.key"
    short.write_text("abc")
    for key in (short, site.folder / "index.html/key", tmp_path):
        if key.is_relative_to(site.folder):
            made = run(site.folder, "--key-file", key)
            assert made.returncode == 2
            assert "V007" in made.stderr
        elif key == short:
            with Server(site.folder, key=key) as server:
                assert "V007" in server.stop()[2]


def test_too_many_at_the_desk_are_sent_away():
    async def crowd():
        desk, gate = Desk(threads=1, waiting=1), threading.Event()
        first = [asyncio.ensure_future(desk.ask(gate.wait)) for _ in range(2)]
        await asyncio.sleep(0.01)
        with pytest.raises(BusyError):
            await desk.ask(gate.wait)
        gate.set()
        assert await asyncio.gather(*first) == [True, True]
        assert await desk.ask(lambda: "next") == "next"
        desk.close()

    asyncio.run(crowd())


def test_a_catalogue_is_opened_once_for_each_thread_and_build(tmp_path):
    edition = Edition(tmp_path / "output").build(titles(1), "2026-01-01T10:00:00Z")
    catalogues = Catalogues(edition.folder / "metadata/catalogue.sqlite")
    first = catalogues.newest()
    assert catalogues.newest() is first
    other = []
    thread = threading.Thread(target=lambda: other.append(catalogues.newest()))
    thread.start()
    thread.join()
    assert other[0] is not first
    edition.build(titles(2), "2026-02-01T10:00:00Z")
    assert catalogues.newest() is not first
    assert len(list(catalogues.newest().items())) == 2
