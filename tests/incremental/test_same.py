"""Whatever was changed, and in whatever order: an incremental build gives byte for byte what a clean one gives."""

from __future__ import annotations

import contextlib
import os
import random
import shutil

import pytest

import teiedit.build as program
from editions import edition, tree
from letters import sheet
from teiedit.build import build
from teiedit.incremental import state
from teiedit.incremental.room import forget
from teiedit.incremental.unchanged import Look
from teiedit.publish import _house

FORMATS = ("tei", "html", "text", "metadata")
NOW = "2026-01-01T10:00:00Z"
REGISTER = "id;name;variants\nroe;Jane Roe;J. Roe\ndoe;John Doe;\n"
SETTINGS = 'title = "Test edition"\nlanguages = ["en"]\nbase_url = "https://example.org/letters/"\n'


def letter(chance):
    day, month = chance.randint(1, 28), chance.choice(["March", "April", "May"])
    one, other = chance.sample(["Jane Roe", "John Doe", "Ann Smith", "Mary Smith"], 2)
    text = chance.choice(["Nothing.", "See paragraph 2.", f"Your letter of {chance.randint(1, 28)} April came."])
    return (
        sheet(text)
        .replace("27 October 1962", f"{day} {month} 1962")
        .replace("Jane Roe", "@1").replace("John Doe", "@2").replace("@1", one).replace("@2", other)
    )  # fmt: skip


KINDS = ["edit"] * 3 + ["add", "remove", "touch", "break", "title", "place", "register", "page"]


def change(folder, chance):
    """Do to an edition what an editor might."""
    letters = sorted(folder.glob("letter*.txt"))
    what = chance.choice(
        ["edit", "edit", "edit", "add", "remove", "touch", "break", "title", "place", "register", "page"]
    )
    one = chance.choice(letters)
    if what == "edit":
        one.write_text(letter(chance), "utf-8")
    elif what == "add":
        (folder / f"letter{chance.randint(10, 99)}.txt").write_text(letter(chance), "utf-8")
    elif what == "remove" and len(letters) > 2:
        one.unlink()
    elif what == "touch":
        os.utime(one, (chance.randint(1, 10**9),) * 2)
    elif what == "break":
        one.write_text("", "utf-8")
    elif what in {"title", "place"}:
        settings = SETTINGS.replace(
            "Test edition", f"Test {chance.randint(1, 3)}" if what == "title" else "Test edition"
        )
        (folder / "edition.toml").write_text(settings + (f'place = "{what}"\n' if what == "place" else ""), "utf-8")
    elif what == "register":
        (folder / "register").mkdir(exist_ok=True)
        (folder / "register/persons.csv").write_text(REGISTER[: chance.choice([0, 37, len(REGISTER)])], "utf-8")
    elif what == "page":
        (folder / "introduction.md").write_text(f"# Welcome\n\nEdition {chance.randint(1, 3)}.\n", "utf-8")
    return what


def new(folder, chance):
    return edition(folder, SETTINGS, **{f"letter{n}": letter(chance) for n in range(4)})


def outcome(folder, output, formats=FORMATS):
    report = build(folder, output, formats=formats, jobs=1, now=lambda: NOW)
    return report.diagnostics, report.published, tree(output)


@pytest.fixture
def few(monkeypatch):
    """Three documents make an edition large, and two of anything a page."""
    monkeypatch.setattr("teiedit.catalogue.order._LARGE", 3)
    for name in ("DOCUMENTS", "ENTRIES", "EXCHANGES"):
        monkeypatch.setattr(f"teiedit.publish._lists.{name}", 2)


@pytest.mark.usefixtures("few")
@pytest.mark.parametrize("seed", range(12, 20))
def test_so_do_random_edits_of_an_edition_whose_lists_are_divided(tmp_path, seed):
    test_random_edits_end_as_a_clean_build(tmp_path, seed)


@pytest.mark.usefixtures("few")
def test_a_page_of_a_list_is_made_again_only_where_something_on_it_changed(tmp_path, monkeypatch):
    months = "January February March April May June July August September".split()
    letters = {f"letter{n}": sheet().replace("27 October 1962", f"3 {month} 1962") for n, month in enumerate(months)}
    folder = edition(tmp_path / "letters", SETTINGS, **letters)
    outcome(folder, tmp_path / "out")
    made = []
    transformed = _house.transformed

    def noting(stylesheet, xml, edition, file, params):
        made.append(str(params.get("part") or params.get("page") or "document"))
        return transformed(stylesheet, xml, edition, file, params)

    monkeypatch.setattr(_house, "transformed", noting)
    (folder / "letter4.txt").write_text(letters["letter4"].replace("Yours sincerely", "Yours faithfully"), "utf-8")
    outcome(folder, tmp_path / "out")
    lists = [page for page in made if page.startswith("lists/")]
    assert (tmp_path / "out/lists/documents-1962-04.html").is_file()
    assert lists == ["lists/documents-1962-05", "lists/chronology-1962-05"]
    assert "persons/p-roe" not in made


@pytest.mark.parametrize("seed", range(12))
def test_random_edits_end_as_a_clean_build(tmp_path, seed):
    chance = random.Random(seed)
    folder = new(tmp_path / "letters", chance)
    outcome(folder, tmp_path / "out")
    published = {}
    for _ in range(5):
        done = [change(folder, chance) for _ in range(chance.randint(1, 3))]
        # what a broken document was published as stays, which a build into an empty folder cannot know
        published = tree(tmp_path / "out")
        ledger = (folder / "ledger.tsv").read_bytes()
        found, count, files = outcome(folder, tmp_path / "out")
        (folder / "ledger.tsv").write_bytes(ledger)
        clean = tmp_path / "clean"
        shutil.rmtree(clean, ignore_errors=True)
        for name, content in published.items():
            (clean / name).parent.mkdir(parents=True, exist_ok=True)
            (clean / name).write_bytes(content)
        forget(clean)
        assert (found, count, files) == outcome(folder, clean), done


def test_a_build_with_nothing_to_do_is_seen_and_reported_as_before(tmp_path):
    folder = new(tmp_path / "letters", random.Random(1))
    found, count, _ = outcome(folder, tmp_path / "out")
    report = Look(folder, tmp_path / "out", FORMATS).report()
    assert (report.diagnostics, report.published, report.written) == (found, count, 0)


@pytest.mark.parametrize(
    "name", ["documents/letter1.html", "index.html", "metadata/mods/letter1.xml", "tei/letter1.xml"]
)
def test_a_file_that_is_gone_comes_back(tmp_path, name):
    folder = new(tmp_path / "letters", random.Random(1))
    _, _, files = outcome(folder, tmp_path / "out")
    (tmp_path / "out" / name).unlink()
    assert Look(folder, tmp_path / "out", FORMATS).report() is None
    assert outcome(folder, tmp_path / "out")[2] == files


def test_only_what_changed_is_made(tmp_path, monkeypatch):
    folder = new(tmp_path / "letters", random.Random(1))
    outcome(folder, tmp_path / "out")
    read, published = [], []
    make, publish = program.make_document, program.publish_document

    def noting_make(file, edition):
        read.append(file.id)
        return make(file, edition)

    def noting_publish(task, edition):
        published.append((task.id, task.formats))
        return publish(task, edition)

    monkeypatch.setattr(program, "make_document", noting_make)
    monkeypatch.setattr(program, "publish_document", noting_publish)
    text = (folder / "letter2.txt").read_text("utf-8")
    (folder / "letter2.txt").write_text(text.replace("Yours sincerely", "Yours faithfully"), "utf-8")
    outcome(folder, tmp_path / "out")
    assert (read, published) == (["letter2"], [("letter2", FORMATS)])
    read.clear()
    published.clear()
    (folder / "edition.toml").write_text(SETTINGS + '[pdf]\npaper = "letter"\n', "utf-8")
    outcome(folder, tmp_path / "out")
    assert (read, published) == ([], [])
    (folder / "introduction.md").write_text("# Welcome\n\nHere.\n", "utf-8")
    outcome(folder, tmp_path / "out")
    assert read == []
    assert {formats for _, formats in published} == {("html",)}


def test_a_ledger_that_somebody_has_changed_takes_no_file_away(tmp_path):
    folder = new(tmp_path / "letters", random.Random(1))
    _, _, files = outcome(folder, tmp_path / "out")
    ledger = (folder / "ledger.tsv").read_text("utf-8")
    (folder / "ledger.tsv").write_text(ledger.replace(NOW, "2025-01-01T10:00:00Z"), "utf-8")
    assert outcome(folder, tmp_path / "out")[2].keys() == files.keys()


class Stopped(BaseException):
    """In the place of an interrupt."""


@pytest.mark.parametrize("seed", range(8))
def test_builds_that_are_stopped_end_as_a_clean_build_and_keep_what_was_done(tmp_path, seed, monkeypatch):
    chance = random.Random(seed)
    monkeypatch.setattr(state, "_PAUSE", 0)
    monkeypatch.setattr(state, "_SHARE", 0)
    folder, clean = new(tmp_path / "letters", chance), tmp_path / "clean"
    if seed % 2:
        outcome(folder, tmp_path / "out")
    published = tree(tmp_path / "out") if seed % 2 else {}
    ledger = (folder / "ledger.tsv").read_bytes() if seed % 2 else b""
    for _ in range(4):
        change(folder, chance)
        left = chance.randint(1, 12)

        def stop(*_):
            nonlocal left
            left -= 1
            if not left:
                raise Stopped

        with contextlib.suppress(Stopped):
            build(folder, tmp_path / "out", formats=FORMATS, jobs=1, progress=stop, now=lambda: NOW)
            published, ledger = tree(tmp_path / "out"), (folder / "ledger.tsv").read_bytes()
    found, count, files = outcome(folder, tmp_path / "out")
    if any(finding.severity >= 2 for finding in found):
        # which of its versions of a broken document was published last, depends on where it was stopped
        return
    (folder / "ledger.tsv").write_bytes(ledger)
    for name, content in published.items():
        (clean / name).parent.mkdir(parents=True, exist_ok=True)
        (clean / name).write_bytes(content)
    clean_found, clean_count, clean_files = outcome(folder, clean)
    assert [name for name in files | clean_files if files.get(name) != clean_files.get(name)] == []
    assert (found, count) == (clean_found, clean_count)


def test_what_was_done_before_a_build_was_stopped_is_not_done_again(tmp_path, monkeypatch):
    monkeypatch.setattr(state, "_PAUSE", 0)
    monkeypatch.setattr(state, "_SHARE", 0)
    folder = new(tmp_path / "letters", random.Random(1))

    def stop(what, done, *_):
        if (what, done) == ("publishing", 2):
            raise Stopped

    with pytest.raises(Stopped):
        build(folder, tmp_path / "out", formats=FORMATS, jobs=1, progress=stop, now=lambda: NOW)
    done = []
    build(folder, tmp_path / "out", formats=FORMATS, jobs=1, progress=lambda *said: done.append(said), now=lambda: NOW)
    assert [(what, name) for what, _, _, name in done if name] == [("publishing", f"letter{n}") for n in (2, 3)]
    (folder / "edition.toml").write_text(SETTINGS + 'place = "elsewhere"\n', "utf-8")
    with pytest.raises(Stopped):
        build(folder, tmp_path / "out", formats=FORMATS, jobs=1, progress=stop, now=lambda: NOW)
    # what was done with other settings is not taken for what these give
    (folder / "edition.toml").write_text(SETTINGS, "utf-8")
    found = outcome(folder, tmp_path / "out")
    (folder / "ledger.tsv").unlink()
    forget(tmp_path / "clean")
    assert found == outcome(folder, tmp_path / "clean")


def test_after_a_build_that_did_not_end_each_file_is_compared(tmp_path):
    folder = new(tmp_path / "letters", random.Random(1))
    _, _, files = outcome(folder, tmp_path / "out")
    (tmp_path / "out/.teiedit-cache/last.json").unlink()
    (tmp_path / "out/documents/letter1.html").write_text("half a pa")
    (tmp_path / "out/index.html").write_text("")
    assert outcome(folder, tmp_path / "out")[2] == files
