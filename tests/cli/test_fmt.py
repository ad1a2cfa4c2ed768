"""`teiedit fmt` as an archivist meets it: files from other systems, protected ones, links."""

from __future__ import annotations

import stat
from dataclasses import replace

import pytest

from editions import edition, teiedit, tree
from letters import sheet
from teiedit.model.edition import Edition
from teiedit.read.folder import File
from teiedit.tidy.file import Order, tidy, write

MESSY = sheet("One line. \t").replace("\n", "\r\n").encode("utf-8-sig")
CLEAN = sheet("One line.").encode()


@pytest.fixture
def letters(tmp_path):
    return edition(tmp_path / "letters", messy=MESSY, clean=CLEAN)


def test_a_folder_is_put_in_order_and_says_what_was_done(letters):
    run = teiedit("fmt", letters)
    assert run.returncode == 0
    assert tree(letters)["messy.txt"] == tree(letters)["clean.txt"] == CLEAN
    said = run.stdout.decode()
    assert said.endswith("messy.txt: byte order mark, line ends, blanks at line ends\n")
    assert "clean.txt" not in said
    assert run.stderr.decode() == "1 transcript put in order, 1 in order already\n"
    again = teiedit("fmt", letters, "--check")
    assert (again.returncode, again.stdout) == (0, b"")


def test_check_lists_and_writes_nothing(letters):
    run = teiedit("fmt", "--check", cwd=letters)
    assert run.returncode == 1
    assert run.stdout.decode().startswith("messy.txt: ")
    assert tree(letters)["messy.txt"] == MESSY


def test_diff_shows_lines_whose_words_or_blanks_differ_and_writes_nothing(letters):
    run = teiedit("fmt", "--diff", "messy.txt", cwd=letters)
    assert run.returncode == 0
    lines = run.stdout.decode().splitlines()
    assert lines[:2] == ["--- messy.txt", "+++ messy.txt (in order)"]
    assert [line for line in lines[2:] if line[0] in "+-"] == ["-One line.·→", "+One line."]
    assert tree(letters)["messy.txt"] == MESSY
    assert teiedit("fmt", "--diff", "--check", "messy.txt", cwd=letters).returncode == 1


@pytest.mark.parametrize("argument", ["-", "--stdin"])
def test_standard_input_goes_to_standard_output(argument, tmp_path):
    run = teiedit("fmt", argument, cwd=tmp_path, stdin=MESSY)
    assert (run.returncode, run.stdout, run.stderr) == (0, CLEAN, b"")
    assert teiedit("fmt", argument, "--check", cwd=tmp_path, stdin=MESSY).returncode == 1


def test_what_cannot_be_read_goes_through_a_pipe_as_it_is(tmp_path):
    run = teiedit("fmt", "-", cwd=tmp_path, stdin=b"a\x07b  \n")
    assert (run.returncode, run.stdout) == (1, b"a\x07b  \n")


def test_a_file_keeps_its_permissions(letters):
    (letters / "messy.txt").chmod(0o640)
    assert teiedit("fmt", letters).returncode == 0
    assert stat.S_IMODE((letters / "messy.txt").stat().st_mode) == 0o640


def test_a_protected_file_is_left(letters):
    (letters / "messy.txt").chmod(0o444)
    run = teiedit("fmt", letters)
    assert run.returncode == 1
    assert "error[T011]" in run.stderr.decode()
    assert run.stderr.decode().endswith("0 transcripts put in order, 1 in order already, 1 left with an error\n")
    assert tree(letters)["messy.txt"] == MESSY


def test_a_link_within_the_folder_stays_one_and_a_link_out_of_it_is_left(letters, tmp_path):
    outside = tmp_path / "outside.txt"
    outside.write_bytes(MESSY)
    (letters / "out.txt").symlink_to(outside)
    (letters / "within.txt").symlink_to("messy.txt")
    run = teiedit("fmt", letters)
    assert run.returncode == 0
    assert "check[T009]" in run.stderr.decode()
    assert outside.read_bytes() == MESSY
    assert (letters / "within.txt").is_symlink()
    assert (letters / "messy.txt").read_bytes() == CLEAN
    named = teiedit("fmt", letters / "out.txt")
    assert named.returncode == 1
    assert "error[T009]" in named.stderr.decode()
    assert outside.read_bytes() == MESSY


def test_an_encoding_is_asked_for_and_then_taken(letters):
    text = "Lieber Jürgen,\n\nGrüße.\n"
    (letters / "messy.txt").write_bytes(text.encode("windows-1252"))
    run = teiedit("fmt", letters)
    assert run.returncode == 0
    assert 'as windows-1252 it has "Jürgen"' in run.stderr.decode()
    assert "1 left, since the encoding is not sure" in run.stderr.decode()
    assert teiedit("fmt", "--check", letters).returncode == 1
    done = teiedit("fmt", "--encoding", "windows-1252", letters)
    assert "messy.txt: encoding (windows-1252)" in done.stdout.decode()
    assert (letters / "messy.txt").read_text("utf-8") == text


def test_an_encoding_that_there_is_not_is_refused(letters):
    run = teiedit("fmt", "--encoding", "klingon", letters)
    assert run.returncode == 2
    assert 'there is no encoding "klingon"' in run.stderr.decode()


@pytest.mark.parametrize("processes", [1, 2])
def test_many_files_come_out_alike_whatever_the_processes(tmp_path, processes):
    folder = edition(tmp_path, **{f"letter{n}": MESSY for n in range(1, 11)})
    run = teiedit("fmt", ".", "-j", processes, cwd=folder)
    assert run.returncode == 0
    assert [line.partition(":")[0] for line in run.stdout.decode().splitlines()] == [
        f"letter{n}.txt" for n in range(1, 11)
    ]
    assert {content for name, content in tree(folder).items() if name.endswith(".txt")} == {CLEAN}


def test_a_file_that_was_saved_meanwhile_is_left(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(MESSY)
    tidied = tidy(File("a", path, "a.txt", "a.txt"), Edition(languages=()), Order())
    path.write_bytes(b"newer")
    assert [d.code for d in write(tidied)] == ["T011"]
    assert path.read_bytes() == b"newer"
    assert write(replace(tidied, before=b"newer")) == ()
    assert path.read_bytes() == CLEAN
