"""The parts of incremental builds: what was asked for, fingerprints of the program, what is kept, what has changed."""

from __future__ import annotations

import json
import os
import pickle
from importlib.metadata import version

import pytest

from editions import edition
from teiedit.incremental import program, unchanged
from teiedit.incremental.room import FOLDER, forget
from teiedit.incremental.state import NAME, Brief, Kept, State
from teiedit.incremental.unchanged import Look
from teiedit.model.diagnostic import Diagnostic, Severity
from teiedit.model.edition import Edition, Licence
from teiedit.model.position import Place
from teiedit.model.report import Report
from teiedit.read.folder import MARKER
from teiedit.tools.traced import asking, digests, traced

FOUND = Diagnostic("D001", Severity.WARNING, Place("a.txt", 1, 2, 3, 4), "a message", "a hint", "an excerpt")


def test_a_watched_edition_says_what_was_asked_for_and_equals_the_other():
    watched = traced(Edition(title="A", licence=Licence("CC0")))
    with asking() as asked:
        assert watched.title == "A"
        with asking() as inner:
            assert watched.licence == Licence("CC0")
    assert (asked, inner) == ({"title", "licence"}, {"licence"})
    again = pickle.loads(pickle.dumps(watched))
    with asking() as asked:
        assert again.title == "A"
    assert asked == {"title"}


def test_settings_are_compared_one_by_one():
    one, other = Edition(title="A", place="X"), Edition(title="A", place="Y")
    assert digests(one, ["title"]) == digests(other, ["title"])
    assert digests(one, ["place"]) != digests(other, ["place"])
    assert digests(one, ["gone"]) == {"gone": ""}


def test_libraries_count_by_their_versions():
    assert program._versions() == tuple(f"{name} {version(name)}" for name in program._LIBRARIES)


def test_each_step_has_a_fingerprint_of_its_own_part_of_the_program():
    prints = {step: program.fingerprint(step) for step in (program.READ, "tei", "html", "pdf", "epub", "text")}
    assert len(set(prints.values())) == len(prints)
    reached = program._reached(("html",))
    assert {"html", "common", "metadata"} <= reached
    assert "typst" not in reached


@pytest.mark.parametrize(("file", "touched"), [("xslt/html/notes.xsl", {"html"}), ("xslt/typst/set.typ", {"pdf"})])
def test_a_changed_stylesheet_concerns_the_formats_that_use_it(monkeypatch, file, touched):
    before = {step: program.fingerprint(step) for step in ("html", "pdf", "text", program.READ)}
    read = program.Path.read_bytes
    monkeypatch.setattr(
        program.Path, "read_bytes", lambda path: read(path) + (b" " if path.as_posix().endswith(file) else b"")
    )
    program.fingerprint.cache_clear()
    after = {step: program.fingerprint(step) for step in before}
    monkeypatch.undo()
    program.fingerprint.cache_clear()
    assert {step for step in before if before[step] != after[step]} == touched


def test_what_is_kept_is_there_for_the_next_build(tmp_path):
    state = State(tmp_path)
    state.keep_sources({"one": ("1 2", "h"), "gone": ("", "")}, [])
    state.keep("read", "one", Kept("k", {"a": ["ä"]}, b"\0", "sum", "of the record"))
    state.keep("read", "gone", Kept("k", {}))
    state.keep_sources({}, ["gone"])
    state.keep_asked("read", Edition(title="A"), ["title"], "p")
    state.finish()
    state = State(tmp_path)
    assert state.sources() == {"one": ("1 2", "h")}
    assert state.briefs("read") == {"one": Brief("k", "sum", "of the record")}
    assert state.kept("read", "one") == Kept("k", {"a": ["ä"]}, b"\0", "sum", "of the record")
    assert state.kept("read", "gone") is None
    assert state.asked_for_the_same("read", Edition(title="A", place="elsewhere"), "p")
    assert not state.asked_for_the_same("read", Edition(title="B"), "p")
    assert not state.asked_for_the_same("read", Edition(title="A"), "another")
    assert not state.asked_for_the_same("html", Edition(title="A"), "p")
    state.spend("read")
    assert state.briefs("read") == {"one": Brief("", "sum", "of the record")}
    state.close()


def test_what_was_found_is_asked_for_alone(tmp_path):
    state = State(tmp_path)
    state.keep("read", "one", Kept("k", {"found": ["x"]}))
    state.keep("read", "two", Kept("k", {"found": []}))
    assert dict(state.values("read", found=True)) == {"one": {"found": ["x"]}}
    assert len(dict(state.values("read"))) == 2
    state.close()


def test_what_is_not_finished_is_kept_as_far_as_it_was_saved(tmp_path):
    state = State(tmp_path)
    assert not state.due()
    state.keep_sources({"one": ("1 2", "h")}, [])
    with state.saving():
        pass
    state.keep_sources({"two": ("1 2", "h")}, [])
    state.close()
    again = State(tmp_path)
    assert again.sources() == {"one": ("1 2", "h")}
    again.close()


@pytest.mark.parametrize("content", [b"", b"no database", b"SQLite format 3\0" + b"\1" * 200])
def test_a_damaged_state_is_begun_anew(tmp_path, content):
    (tmp_path / FOLDER).mkdir()
    (tmp_path / FOLDER / NAME).write_bytes(content)
    state = State(tmp_path)
    assert state.sources() == {}
    state.close()
    forget(tmp_path)
    assert not (tmp_path / FOLDER).exists()


@pytest.fixture
def built(tmp_path):
    folder, output = edition(tmp_path / "letters"), tmp_path / "out"
    (output / FOLDER).mkdir(parents=True)
    (output / "tei").mkdir()
    (output / MARKER).touch()
    Look(folder, output, ("tei",)).finish(Report(1, 1, 7, (FOUND,), "error"))
    return folder, output


def test_with_nothing_changed_the_last_report_is_given_again(built):
    assert Look(*built, ("tei",)).report() == Report(1, 1, 0, (FOUND,), "error")


def touched(path):
    os.utime(path, ns=(1, 1))


@pytest.mark.parametrize(
    "change",
    [
        lambda folder, output: (folder / "letter1.txt").write_text("changed"),
        lambda folder, output: touched(folder / "letter1.txt"),
        lambda folder, output: (folder / "letter2.txt").write_text("new"),
        lambda folder, output: (folder / "letter1.txt").unlink(),
        lambda folder, output: (folder / "edition.toml").write_text("title = 'B'"),
        lambda folder, output: (output / "tei/letter1.xml").write_text("<TEI/>"),
        lambda folder, output: (output / FOLDER / unchanged.NAME).write_text("{"),
        lambda folder, output: (output / FOLDER / unchanged.NAME).write_text(json.dumps({"arguments": []})),
        lambda folder, output: Look(folder, output).begin(),
    ],
)
def test_whatever_changes_is_seen(built, change):
    change(*built)
    assert Look(*built, ("tei",)).report() is None


def test_what_changes_while_a_build_is_at_work_is_of_the_next_one(built):
    folder, output = built
    look = Look(folder, output)
    (folder / "ledger.tsv").write_text("")
    look.finish(Report(1, 1, 7, (), "error"), ["ledger.tsv", "another"])
    assert Look(folder, output).report() is not None
    (folder / "letter1.txt").write_text("changed")
    look.finish(Report(1, 1, 7, (), "error"), ["ledger.tsv"])
    assert Look(folder, output).report() is None


def test_what_cannot_be_looked_at_keeps_nothing_from_being_seen(built):
    folder, output = built
    (folder / "nowhere.txt").symlink_to(folder / "gone")
    assert Look(folder, output).report() is None
    Look(folder, output).finish(Report(1, 1, 7, (), "error"))
    assert Look(folder, output).report() is not None
    (folder / "letter1.txt").write_text("changed")
    assert Look(folder, output).report() is None


def test_other_arguments_are_another_build(built):
    assert Look(*built, ("html",)).report() is None


def test_another_program_is_another_build(built, monkeypatch):
    monkeypatch.setattr(unchanged, "stamp", lambda: "another")
    assert Look(*built, ("tei",)).report() is None
