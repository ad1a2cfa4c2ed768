"""The preview in a browser: a transcript is saved, and the page that is open shows it."""

from __future__ import annotations

import json
import urllib.request

import pytest

from editions import edition
from letters import sheet
from serving import Server
from teiedit.serve.live import EVENTS, SCRIPT

SETTINGS = 'title = "Test edition"\nlanguages = ["en"]\n'


@pytest.fixture
def letters(tmp_path):
    return edition(tmp_path / "letters", SETTINGS, one=sheet("First words."), two=sheet("Two."))


@pytest.fixture
def server(letters):
    with Server(letters) as running:
        yield running


@pytest.fixture
def page(browser, server):
    context = browser.new_context()
    opened = context.new_page()
    opened.faults = []
    opened.on("pageerror", lambda error: opened.faults.append(str(error)))
    opened.goto(f"{server.url}/documents/one.html")
    yield opened
    assert opened.faults == []
    context.close()


def has(page, words):
    page.wait_for_function("words => document.body.innerText.includes(words)", arg=words, timeout=20_000)


@pytest.mark.tool("chromium")
def test_a_saved_transcript_is_seen_at_once_and_nothing_is_published(page, letters):
    has(page, "First words.")
    (letters / "one.txt").write_text(sheet("Other words."), "utf-8")
    has(page, "Other words.")
    assert not (letters / "output").exists()
    assert not (letters / "ledger.tsv").exists()


@pytest.mark.tool("chromium")
def test_a_page_that_did_not_change_is_not_loaded_again(page, letters):
    page.evaluate("window.same = true")
    with page.expect_response(lambda answer: answer.request.method == "HEAD"):
        (letters / "two.txt").write_text(sheet("Other words."), "utf-8")
    assert page.evaluate("window.same") is True


@pytest.mark.tool("chromium")
def test_what_is_found_is_shown_on_the_page_and_goes_when_it_is_mended(page, letters):
    panel = page.locator("aside[aria-label=Preview]")
    assert panel.is_hidden()
    (letters / "one.txt").write_text("", "utf-8")
    panel.wait_for(state="visible", timeout=20_000)
    assert "T002" in panel.inner_text()
    has(page, "First words.")
    (letters / "one.txt").write_text(sheet("<b>Mended</b>."), "utf-8")
    has(page, "<b>Mended</b>.")
    assert page.locator("aside[aria-label=Preview]").is_hidden()


@pytest.mark.tool("chromium")
def test_a_new_transcript_and_a_new_title_come_with_the_whole(page, letters, server):
    (letters / "three.txt").write_text(sheet("Three."), "utf-8")
    page.goto(f"{server.url}/documents.html")
    has(page, "3 documents")
    (letters / "edition.toml").write_text(SETTINGS.replace("Test edition", "Another title"), "utf-8")
    has(page, "Another title")


def test_the_answer_is_whole_and_as_long_as_it_says(server):
    whole = urllib.request.urlopen(f"{server.url}/documents/one.html", timeout=20)
    content = whole.read()
    assert content.count(SCRIPT.encode()) == 1
    assert int(whole.headers["Content-Length"]) == len(content)
    asked = urllib.request.Request(f"{server.url}/documents/one.html", method="HEAD")
    assert urllib.request.urlopen(asked, timeout=20).headers["ETag"] == whole.headers["ETag"]
    other = urllib.request.urlopen(f"{server.url}/tei/one.xml", timeout=20)
    assert SCRIPT.encode() not in other.read()


def test_it_stops_at_once_though_a_page_listens(server):
    listening = urllib.request.urlopen(f"{server.url}{EVENTS}", timeout=20)
    assert listening.readline() == b"retry: 500\n"
    status, _, errors = server.stop(timeout=10)
    assert (status, errors) == (0, "")
    listening.close()


def test_those_who_come_later_learn_what_was_found(letters):
    (letters / "one.txt").write_text("", "utf-8")
    with Server(letters) as server, urllib.request.urlopen(f"{server.url}{EVENTS}", timeout=20) as listening:
        said = [listening.readline() for _ in range(3)][-1]
        (found,) = json.loads(said.removeprefix(b"data: "))
        assert (found["code"], found["severity"], found["file"]) == ("T002", "error", "one")
