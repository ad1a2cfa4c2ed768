"""The editor's desk in a browser: a letter is put right by somebody who has never seen it."""

from __future__ import annotations

import http.client
import json
import re
import time

import pytest

from editions import edition
from pages import axe
from serving import Server
from teiedit.serve.review import BASE

SETTINGS = 'title = "Letters"\nlanguages = ["en"]\n'
LETTER = """\
Bremen, 3 March 1894

My dear Carl,

I recieved your letter of the 1st and thank you. 𝔊ood <b>news</b> & more.

1. to send the books
a. the large ones
b. the small ones
i. with the maps
2. to write.

Ever yours
the Old Bear
"""
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@pytest.fixture
def letters(tmp_path):
    return edition(tmp_path / "letters", SETTINGS, bear=LETTER, other=LETTER.replace("1894", "1895"))


@pytest.fixture
def server(letters):
    with Server(letters) as running:
        yield running


@pytest.fixture
def desk(browser, server):
    context = browser.new_context(viewport={"width": 1300, "height": 900})
    page = context.new_page()
    page.faults = []
    page.on("pageerror", lambda error: page.faults.append(str(error)))
    page.on("console", lambda said: page.faults.append(said.text) if "Security" in said.text else None)
    page.goto(f"{server.url}{BASE}#bear")
    page.wait_for_selector(".row")
    page.wait_for_function("() => document.querySelector('#progress').textContent.includes('answered')")
    yield page
    assert page.faults == []
    context.close()


def decisions(letters, name="bear"):
    path = letters / f"{name}.decisions.toml"
    return path.read_text("utf-8") if path.exists() else ""


def has(page, words, where="#card"):
    page.wait_for_function(
        "([words, where]) => document.querySelector(where).innerText.includes(words)",
        arg=[words, where],
        timeout=20_000,
    )


def saved(page):
    page.wait_for_selector("#form-dialog", state="hidden")


def choose(page, line, words):
    """Select words of a line, as a person does with the mouse."""
    page.evaluate(
        """([line, words]) => {
          const text = [...document.querySelectorAll(`.row[data-line="${line}"] [data-from]`)]
            .map((part) => part.firstChild).find((node) => node.data.includes(words));
          const range = document.createRange();
          range.setStart(text, text.data.indexOf(words));
          range.setEnd(text, text.data.indexOf(words) + words.length);
          getSelection().removeAllRanges();
          getSelection().addRange(range);
        }""",
        [line, words],
    )


@pytest.mark.tool("chromium")
def test_a_wrong_sender_a_missed_signature_and_a_wrong_clause_are_put_right(desk, letters):
    desk.click("button[aria-label='Change the sender']")
    desk.fill("#f-people", "Weber, Anna")
    desk.click("#form button.primary")
    saved(desk)
    has(desk, "Weber, Anna", "#facts")
    choose(desk, 14, "the Old Bear")
    desk.keyboard.press("w")
    desk.select_option("#f-what", "is:signature")
    desk.fill("#f-why", "her name at home")
    desk.keyboard.press("Enter")
    saved(desk)
    has(desk, "her name at home", "#decided")
    desk.keyboard.press("w")
    desk.fill("#f-words", "i. with the maps")
    desk.select_option("#f-what", "level:")
    desk.fill("#f-level", "2")
    desk.keyboard.press("Enter")
    saved(desk)
    has(desk, "clause of level 2", "#decided")
    said = decisions(letters)
    for part in ('sender = {is = ["Weber, Anna"]', 'is = "signature"', "level = 2", 'why = "her name at home"'):
        assert part in said
    reading = desk.frame_locator("#reading")
    reading.locator("text=the Old Bear").first.wait_for()
    assert "Anna Weber" in reading.locator("body").inner_text()


@pytest.mark.tool("chromium")
def test_questions_are_answered_by_keys_and_taken_back(desk, letters):
    has(desk, "No sender was found")
    desk.keyboard.press("n")
    has(desk, "genre")
    desk.keyboard.press("a")
    has(desk, "addressee")
    assert 'genre = {is = "letter"' in decisions(letters)
    desk.keyboard.press("r")
    has(desk, "Bremen")
    assert "addressee = {is = []" in decisions(letters)
    desk.keyboard.press("u")
    desk.wait_for_function("() => document.querySelector('#said').innerText.includes('Taken back')")
    assert "addressee" not in decisions(letters)
    desk.keyboard.press("?")
    assert desk.locator("#help").is_visible()


@pytest.mark.tool("chromium")
def test_a_note_on_words_behind_a_letter_of_another_plane_hangs_on_them(desk, letters):
    choose(desk, 5, "news")
    desk.keyboard.press("w")
    desk.select_option("#f-what", "note:")
    desk.fill("#f-note", "Good <i>news</i>.")
    desk.click("#form button.primary")
    has(desk, "Good <i>news</i>.", "#decided")
    assert 'words = "news"' in decisions(letters)
    desk.click("#decided button")
    desk.wait_for_function("() => document.querySelector('#decided').children.length === 0")
    assert "news" not in decisions(letters)


@pytest.mark.tool("chromium")
def test_what_is_impossible_is_said_in_the_form(desk, letters):
    choose(desk, 5, "1st")
    desk.keyboard.press("w")
    desk.select_option("#f-what", "is:date")
    desk.fill("#f-date", "1894-02-31")
    desk.click("#form button.primary")
    has(desk, '"1894-02-31" is no date', "#form-fault")
    assert decisions(letters) == ""


@pytest.mark.tool("chromium")
def test_what_somebody_else_writes_is_shown_and_not_overwritten(desk, letters):
    (letters / "bear.decisions.toml").write_text("# mine\n[document]\nplace = 'Bremen'\n", "utf-8")
    desk.wait_for_function(
        "() => [...document.querySelectorAll('#facts dd')].some((each) => each.innerText.includes('decided'))",
        timeout=15_000,
    )
    desk.keyboard.press("a")
    desk.keyboard.press("n")
    assert decisions(letters).startswith("# mine\n")


@pytest.mark.tool("chromium")
@pytest.mark.parametrize(("width", "scheme"), [(1300, "light"), (1300, "dark"), (390, "light")])
def test_axe_finds_nothing(browser, server, width, scheme):
    context = browser.new_context(viewport={"width": width, "height": 844}, color_scheme=scheme)
    page = context.new_page()
    page.goto(f"{server.url}{BASE}#bear")
    page.wait_for_selector(".row")
    page.wait_for_function("() => document.querySelector('#progress').textContent.includes('answered')")
    options = {"runOnly": RULES, "iframes": False}
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    for opened in (None, "w", "?"):
        if opened:
            page.keyboard.press(opened)
        found = axe().run(page, options=options).response["violations"]
        assert [(one["id"], [node["html"] for node in one["nodes"]]) for one in found] == []
        page.keyboard.press("Escape")
    context.close()


def asked(server, path, method="GET", body=None, **headers):
    host = server.url.removeprefix("http://")
    connection = http.client.HTTPConnection(host, timeout=20)
    connection.request(method, path, body, headers={k.replace("_", "-"): v for k, v in headers.items()})
    answer = connection.getresponse()
    found = answer.status, answer.read().decode()
    connection.close()
    return found


def word_of(server):
    """Return the desk's word, when all documents were looked at."""
    word = re.search(r'name="desk" content="([^"]+)"', asked(server, BASE)[1])[1]
    while not json.loads(asked(server, f"{BASE}/api/state", X_Teiedit_Desk=word)[1])["ready"]:
        time.sleep(0.05)
    return word


def test_the_desk_answers_to_its_own_page_alone(server, letters):
    word = word_of(server)
    host = server.url.removeprefix("http://")
    path = f"{BASE}/api/documents/bear/answers"
    body = json.dumps({"span": [0, 6], "set": {"is": "place"}})
    assert asked(server, path, "POST", body)[0] == 403
    assert asked(server, path, "POST", body, X_Teiedit_Desk="guess")[0] == 403
    assert asked(server, path, "POST", body, X_Teiedit_Desk=word, Origin="http://example.org")[0] == 403
    assert asked(server, path, "POST", body, X_Teiedit_Desk=word, Host="rebound.example.org")[0] == 403
    assert asked(server, BASE, Host=f"rebound.example.org:{host.rpartition(':')[2]}")[0] == 403
    assert decisions(letters) == ""
    assert asked(server, path, "POST", body, X_Teiedit_Desk=word, Origin=f"http://{host}")[0] == 200
    assert 'is = "place"' in decisions(letters)


@pytest.mark.parametrize(
    ("path", "body", "status"),
    [
        ("documents/nobody/answers", {}, 404),
        ("documents/..%2F..%2Fetc/answers", {}, 405),
        ("documents/bear/answers", "[]", 400),
        ("documents/bear/answers", "no json", 400),
        ("documents/bear/answers", {"question": "none", "do": "accept"}, 404),
        ("documents/bear/answers", {"span": [0, 6], "set": {"is": "poem"}}, 422),
        ("documents/bear/answers", {"version": "old", "span": [0, 6], "set": {"is": "place"}}, 409),
        ("documents/bear/answers", "x" * (1 << 21), 413),
    ],
)
def test_what_cannot_be_answered_is_said(server, letters, path, body, status):
    said = body if isinstance(body, str) else json.dumps(body)
    word = word_of(server)
    assert asked(server, f"{BASE}/api/{path}", "POST", said, X_Teiedit_Desk=word)[0] == status
    assert decisions(letters) == ""
