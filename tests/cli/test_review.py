"""`teiedit review` as it is called."""

from __future__ import annotations

import csv
import importlib.util
import io
import subprocess
import sys
import urllib.request

import pytest

from desks import LETTER, SETTINGS, decisions, folder
from editions import teiedit
from teiedit.cli.review import command
from teiedit.model.diagnostic import EditionError


def test_the_summary_counts(tmp_path):
    folder(tmp_path)
    done = teiedit("review", tmp_path, "--summary")
    assert (done.returncode, done.stdout) == (0, b"2 documents, 17 questions asked, 17 open, 0 decided\n")
    teiedit("review", tmp_path, "--text", stdin=b"a\n")
    (tmp_path / "letter1.decisions.toml").write_text(
        decisions(tmp_path).replace("(genre.letter)", "(genre.of-another-version)"), "utf-8"
    )
    done = teiedit("review", tmp_path, "--summary")
    assert b"17 open, 0 decided, 1 changed since" in done.stdout


@pytest.mark.parametrize(
    ("setting", "option", "number"),
    [("", (), 8), ('[review]\nbelow = "medium"\n', (), 1), ("", ("--below", "medium"), 1)],
)
def test_how_sure_is_sure_enough(tmp_path, setting, option, number):
    folder(tmp_path, SETTINGS + setting, letter1=LETTER)
    done = teiedit("review", tmp_path, "--summary", *option)
    assert f"{number} question".encode() in done.stdout


def test_a_setting_that_cannot_be_is_told(tmp_path):
    folder(tmp_path, SETTINGS + '[review]\nbelow = "low"\n')
    done = teiedit("review", tmp_path, "--summary")
    assert done.returncode == 2
    assert b"E003" in done.stderr
    assert b"high, medium" in done.stderr


def test_report_and_table_are_written_and_the_table_comes_back(tmp_path):
    folder(tmp_path / "e")
    report, table = tmp_path / "r.html", tmp_path / "q.csv"
    done = teiedit("review", tmp_path / "e", "--report", report, "--csv", table)
    assert done.returncode == 0
    assert report.read_bytes().startswith(b"<!DOCTYPE html>")
    rows = list(csv.reader(io.StringIO(table.read_text("utf-8-sig"), newline="")))
    for row in rows[1:]:
        row[12:14] = ("change", "nonsense") if row[0] == "letter2" and row[5] == "date" else ("accept", "")
    with table.open("w", encoding="utf-8", newline="") as target:
        csv.writer(target, delimiter=";").writerows(rows)
    done = teiedit("review", tmp_path / "e", "--apply", table, "--by", "AB")
    assert done.returncode == 1
    assert b"8 answers about 1 document written, 1 row not taken, 8 left with them" in done.stdout
    assert b"[C008]" in done.stderr
    assert 'by = "AB"' in decisions(tmp_path / "e")
    assert decisions(tmp_path / "e", "letter2") == ""


def test_the_table_can_go_to_standard_output(tmp_path):
    folder(tmp_path)
    done = teiedit("review", tmp_path, "--csv", "-")
    assert done.stdout.startswith(b"\xef\xbb\xbfdocument,")
    assert b"questions asked" not in done.stdout


def test_a_table_and_questions_do_not_go_together(tmp_path):
    folder(tmp_path)
    done = teiedit("review", tmp_path, "--apply", "q.csv", "--text")
    assert done.returncode == 2
    assert b"--apply" in done.stderr


def test_what_is_no_edition_is_told(tmp_path):
    done = teiedit("review", tmp_path / "nowhere", "--text")
    assert done.returncode == 2
    assert b"E005" in done.stderr


def test_without_the_server_the_terminal_is_named(tmp_path, monkeypatch):
    folder(tmp_path)
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None if name == "starlette" else name)
    with pytest.raises(EditionError) as raised:
        command.main([str(tmp_path)], standalone_mode=False)
    assert raised.value.diagnostics[0].code == "V001"
    assert "--text" in raised.value.diagnostics[0].hint


def test_without_an_option_the_browser_is_given_a_page(tmp_path):
    folder(tmp_path)
    run = [sys.executable, "-c", "from teiedit.cli import main; main()", "review", str(tmp_path), "--no-browser"]
    with subprocess.Popen(run, stdout=subprocess.PIPE, text=True) as process:
        assert "is on the desk" in process.stdout.readline()
        address = process.stdout.readline().strip()
        with urllib.request.urlopen(address, timeout=30) as page:
            assert b"<html" in page.read()
        process.terminate()
        assert process.wait(30) == 0
