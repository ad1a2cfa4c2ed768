"""The command line as a user meets it: in a process of its own, by its words and its exit status."""

from __future__ import annotations

import contextlib
import json
import os
import pty
import re
import subprocess
import sys

import pytest

from editions import edition, teiedit, tree
from letters import sheet
from support import ROOT
from teiedit import __version__
from teiedit.model.codes import CODES

SAMPLE = ROOT / "sources/heroes-and-villains/source7.txt"
COMMANDS = (
    "init",
    "build",
    "check",
    "fmt",
    "encode",
    "validate",
    "transform",
    "package",
    "changes",
    "evaluate",
    "explain",
)


def test_version():
    assert teiedit("--version").stdout.decode().strip() == f"teiedit {__version__}"


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_explains_itself(command):
    run = teiedit(command, "--help")
    assert run.returncode == 0
    assert len(run.stdout.decode().splitlines()) > 8


def test_help_lists_every_command():
    words = teiedit("--help").stdout.decode()
    assert all(f"\n  {command} " in words for command in COMMANDS)


def test_help_loads_no_heavy_library():
    code = "import sys; from teiedit.cli._main import _group; _group.main(['--help'], standalone_mode=False); "
    code += "print([m for m in ('lxml', 'saxonche', 'typst', 'xmlschema', 'chardet', 'fontTools') if m in sys.modules])"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    assert run.stdout.decode().splitlines()[-1] == "[]"


def test_a_mistyped_command_is_answered_with_the_nearest():
    run = teiedit("biuld")
    assert run.returncode == 2
    assert 'did you mean "build"' in run.stderr.decode()


def test_a_new_edition_builds_at_once_and_clean(tmp_path):
    assert teiedit("init", "My letters", cwd=tmp_path).returncode == 0
    run = teiedit("build", cwd=tmp_path / "My letters")
    assert run.returncode == 0
    # nobody can know where a new edition will stand
    assert re.findall(rb"\[([A-Z]\d+)\]", run.stderr) == [b"M020"]
    assert "1 document, 0 errors, 0 checks" in run.stdout.decode()
    assert "output/index.html".split("/")[1] in tree(tmp_path / "My letters/output")


def test_init_touches_no_folder_that_is_not_empty(tmp_path):
    (tmp_path / "mine.txt").write_text("x", "utf-8")
    run = teiedit("init", tmp_path)
    assert run.returncode == 2
    assert "not empty" in run.stderr.decode()
    assert set(tree(tmp_path)) == {"mine.txt"}


def test_encode_writes_tei_to_standard_output():
    run = teiedit("encode", SAMPLE)
    assert (run.returncode, run.stderr) == (0, b"")
    assert run.stdout.startswith(b'<?xml version="1.0" encoding="UTF-8"?>\n<TEI ')


def test_encode_reads_standard_input_and_needs_no_edition(tmp_path):
    run = teiedit("encode", "-", cwd=tmp_path, stdin=sheet().encode())
    assert run.returncode == 0
    assert b"Jane Roe" in run.stdout


def test_encode_writes_many_into_a_folder(tmp_path):
    folder = edition(tmp_path / "e", **{f"l{n}": sheet(f"No {n}.") for n in range(10)})
    run = teiedit("encode", folder, "-o", tmp_path / "tei")
    assert run.returncode == 0
    assert set(tree(tmp_path / "tei")) == {f"l{n}.xml" for n in range(10)}
    assert "10 documents, 0 errors" in run.stderr.decode()


def test_encode_of_several_needs_a_folder(tmp_path):
    folder = edition(tmp_path / "e", a=sheet(), b=sheet())
    run = teiedit("encode", folder / "a.txt", folder / "b.txt")
    assert (run.returncode, run.stdout) == (2, b"")
    assert "-o FOLDER" in run.stderr.decode()


def test_check_gives_findings_as_data_and_writes_nothing(tmp_path):
    folder = edition(tmp_path / "e", a=sheet("We met on 31 June 1962."))
    before = tree(tmp_path)
    run = teiedit("check", folder, "--output", "json")
    data = json.loads(run.stdout)
    (finding,) = data["diagnostics"]
    assert (finding["code"], finding["line"], finding["column"], finding["endColumn"]) == ("D012", 10, 11, 23)
    assert finding["file"].endswith("e/a.txt")
    assert data["summary"] == {"documents": 1, "errors": 0, "warnings": 1}
    assert run.returncode == 0
    assert tree(tmp_path) == before


def test_check_shows_place_line_and_hint(tmp_path):
    folder = edition(tmp_path / "e", a=sheet("We met on 31 June 1962."))
    words = teiedit("check", cwd=folder).stderr.decode()
    assert words.splitlines()[0] == 'a.txt:10:11: check[D012]: "31 June 1962" is not a day of the calendar'
    assert words.splitlines()[2] == "      |           ^^^^^^^^^^^^"
    assert "hint: " in words


def test_validate_accepts_what_we_make_and_reports_what_is_broken(tmp_path):
    good = tmp_path / "good.xml"
    good.write_bytes(teiedit("encode", SAMPLE).stdout)
    assert teiedit("validate", good, "--xsd").returncode == 0
    bad = tmp_path / "bad.xml"
    bad.write_bytes(good.read_bytes().replace(b"<salute", b"<salut").replace(b"</salute", b"</salut"))
    run = teiedit("validate", bad)
    assert run.returncode == 1
    assert "salute" in run.stderr.decode()
    assert f"{bad.as_posix()}:" in run.stderr.decode()


@pytest.mark.parametrize(
    ("target", "start"), [("html", b"<!DOCTYPE"), ("pdf", b"%PDF"), ("epub", b"PK"), ("text", b"")]
)
def test_transform_makes_one_complete_file(tmp_path, target, start):
    tei = tmp_path / "a.xml"
    tei.write_bytes(teiedit("encode", SAMPLE).stdout)
    run = teiedit("transform", tei, "--to", target, "-o", tmp_path / "result")
    assert (run.returncode, run.stderr) == (0, b"")
    content = (tmp_path / "result").read_bytes()
    assert content.startswith(start)
    if target == "html":
        assert b"<style>" in content
        assert b'<link rel="stylesheet"' not in content


@pytest.mark.parametrize("code", sorted(CODES))
def test_every_code_is_explained(code):
    entry = CODES[code]
    assert entry.what.endswith(".")
    assert entry.why.endswith(".")
    assert entry.example


def test_explain_prints_what_why_and_example():
    words = teiedit("explain", "D012").stdout.decode()
    assert words.startswith("D012: no such day")
    assert "Why it matters" in words


def test_explain_of_an_unknown_code_says_so():
    run = teiedit("explain", "D999")
    assert run.returncode == 2
    assert "no code" in run.stderr.decode()


# Exit 2: could not run. Exit 1: ran, and a document has an error. Never a traceback.
BAD = {
    "empty file": ({"a": ""}, (), 1, "T002"),
    "binary file": ({"a": bytes(range(256))}, (), 1, "T003"),
    "no transcripts": ({}, (), 2, "E006"),
    "characters XML cannot hold": ({"a": sheet("\x0b")}, (), 1, "T006"),
    "another encoding": ({"a": sheet("Genève où reçu").encode("windows-1252")}, (), 0, "T005"),
    "another encoding, strict": ({"a": sheet("Genève où reçu").encode("windows-1252")}, ("--strict",), 1, "T004"),
}


@pytest.mark.parametrize("case", BAD)
def test_bad_input_gives_one_diagnostic_and_the_right_exit_status(case, tmp_path):
    transcripts, options, status, code = BAD[case]
    folder = edition(tmp_path / "e", **(transcripts or {"x": "x"}))
    if not transcripts:
        (folder / "x.txt").unlink()
    run = teiedit("build", folder, "-f", "tei", *options)
    words = run.stderr.decode()
    assert (run.returncode, words.count(f"[{code}]"), words.count("[")) == (status, 1, 1), words
    assert "Traceback" not in words
    assert "hint:" in words


def test_a_wrong_key_in_the_settings_is_refused(tmp_path):
    folder = edition(tmp_path / "e", settings='title = "T"\nlangauges = ["en"]\n')
    run = teiedit("build", folder)
    assert run.returncode == 2
    assert ':2:1: error[E001]: unknown key "langauges"' in run.stderr.decode()
    assert not (folder / "output").exists()


@pytest.mark.parametrize(
    "arguments", [("encode", "nowhere.txt"), ("check", "nowhere"), ("build", "nowhere"), ("validate", "no.xml")]
)
def test_what_is_not_there_is_named(arguments, tmp_path):
    run = teiedit(*arguments, cwd=tmp_path)
    assert run.returncode == 2
    assert arguments[1] in run.stderr.decode()
    assert "Traceback" not in run.stderr.decode()


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="needs /proc")
def test_an_output_folder_that_cannot_be_written_is_a_diagnostic(tmp_path):
    # /proc refuses new files even to the superuser
    run = teiedit("build", edition(tmp_path / "e"), "-o", "/proc/teiedit")
    assert run.returncode == 2
    assert "error[P001]" in run.stderr.decode()
    assert "Traceback" not in run.stderr.decode()


def test_a_transcript_cannot_steer_the_terminal(tmp_path):
    folder = edition(tmp_path / "e", a=sheet("\x1b[2J\x1b]0;owned\x07"))
    words = teiedit("check", folder).stderr.decode()
    assert "\x1b" not in words
    assert "<U+001B>" in words


def test_a_terminal_is_shown_how_far_a_volume_has_come_and_a_log_is_not(tmp_path):
    folder = edition(tmp_path / "letters")
    command = [
        sys.executable,
        "-c",
        "from teiedit.cli import main; main()",
        "build",
        str(folder),
        "-f",
        "pdf",
        "-f",
        "epub",
    ]
    ours, theirs = pty.openpty()
    run = subprocess.Popen(command, stderr=theirs, stdout=subprocess.DEVNULL)
    os.close(theirs)
    shown = b""
    with contextlib.suppress(OSError):  # the end of a terminal is an error
        while more := os.read(ours, 4096):
            shown += more
    os.close(ours)
    assert run.wait() == 0
    text = shown.decode()
    for stage in ("reading", "publishing", "pdf, parts of the book", "pdf, binding the book", "epub, pages"):
        assert f"{stage} " in text
    assert text.endswith("\r\x1b[K")
    assert teiedit("build", folder, "-f", "pdf", "-f", "epub").stderr == b""
