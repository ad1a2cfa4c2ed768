"""The desk in a terminal: a person's keys, as lines of a pipe and as they are pressed."""

from __future__ import annotations

import io
import os
import re
import select
import subprocess
import sys
import time
import tomllib

import pytest

from desks import LETTER, decisions, desk, folder, opened
from editions import teiedit
from teiedit.review.screen import Screen
from teiedit.review.terminal import Terminal

posix = pytest.mark.skipif(os.name == "nt", reason="needs a pseudo-terminal")


def sat(made, *lines, colour=False):
    """What is shown when these lines are typed."""
    shown = io.StringIO()
    Terminal(made, Screen(io.StringIO("".join(f"{line}\n" for line in lines)), shown, colour=colour)).run()
    return shown.getvalue()


def asked(shown):
    """The questions, in the order in which they were put."""
    return re.findall(r"^((?:Is|Was|Does|Did|From|To|Of|Where|When|In) .*\?)$", shown, re.MULTILINE)


def test_each_question_is_shown_with_its_words_and_answered_with_a_key(tmp_path):
    made = desk(tmp_path, letter1=LETTER)
    shown = sat(made, "a", "a", "n", "n", "r", "q")
    assert asked(shown)[1] == "Is it from Weber, Anna (p-weber)?"
    assert asked(shown)[4] == "Is “9th” the date 1894-02-09?"
    assert "letter of the ⟦9th⟧. Clara" in shown
    assert "why     the last such day before 1894-03-03" in shown
    assert "3 answered; 4 of 7 open." in shown
    file = tomllib.loads(decisions(tmp_path))
    assert set(file["document"]) == {"genre", "sender"}
    assert [(d["words"], d["is-not"], d["by"]) for d in file["decision"]] == [("9th", "date", "AB")]


def test_what_was_answered_is_not_asked_again(tmp_path):
    first = sat(desk(tmp_path, letter1=LETTER), *"aaaaaaa")
    assert len(asked(first)) == 7
    assert "7 answered; 0 of 7 open." in first
    assert "There is nothing to answer." in sat(opened(tmp_path))


def test_what_it_rests_on_has_changed_is_said(tmp_path):
    sat(desk(tmp_path, letter1=LETTER), "n", "n", "n", "n", "a", "q")
    (tmp_path / "letter1.txt").write_text(LETTER.replace("3 March", "3 April"), "utf-8")
    shown = sat(opened(tmp_path), *"nnnnnnnn")
    assert "decided date 1894-02-09, by AB on" in shown
    words = " ".join(shown.split())
    assert (
        "The rules said “1894-02-09” (by date.day-of-letter) when this was decided, and now say “1894-03-09”" in words
    )


def test_back_undo_skip_and_help(tmp_path):
    made = desk(tmp_path)
    shown = sat(made, "p", "a", "p", "n", "u", "s", "?", "x", "q")
    assert "This is the first." in shown
    assert [q for q in asked(shown) if "kind" in q] == ["Is its kind “letter”?"] * 4
    assert "decided letter, by AB on" in shown
    assert "Taken back." in shown
    assert "letter2.txt · 8 of 14" in shown
    assert "Ctrl-D" in shown
    assert '"x" is no key here' in shown
    assert decisions(tmp_path) == ""
    assert "There is nothing to take back." in sat(made, "u", "q")


@pytest.mark.parametrize(
    ("moves", "typed", "wanted"),
    [
        (1, ["bra cl", "1"], {"sender": {"is": "p-clara"}}),
        (1, ["Otto Bär"], {"sender": {"is": "Otto Bär"}}),
        (1, ["bran", ""], {"sender": {"is": "bran"}}),
        (1, ["nobody"], {"sender": {"is": []}}),
        (0, ["te"], {"genre": {"is": "telegram"}}),
        (0, ["3"], {"genre": {"is": "memorandum"}}),
        (4, ["1894-02-01/1894-02-03"], {"is": "date", "from": "1894-02-01", "to": "1894-02-03"}),
        (6, ["off"], {"is": "office"}),
    ],
)
def test_what_it_is_instead_is_typed_or_chosen(tmp_path, moves, typed, wanted):
    made = desk(tmp_path, letter1=LETTER)
    sat(made, *"n" * moves, "w", "the envelope", "e", *typed, "q")
    file = tomllib.loads(decisions(tmp_path))
    ((name, given),) = wanted.items() if "is" not in wanted else (("", wanted),)
    found = file["document"][name] if name else file["decision"][0]
    assert found.items() >= given.items()
    assert found["why"] == "the envelope"


@pytest.mark.parametrize(
    ("moves", "typed", "said"),
    [
        (4, ["9.2.1894"], "1962-10-27"),
        (4, ["1894-02-31"], '"1894-02-31" is no date'),
        (4, [""], "Nothing was changed."),
        (0, ["novel"], "write one of: letter"),
        (0, ["99"], "write one of: letter"),
        (1, ["p-webber"], 'the register knows no "p-webber"'),
        (3, ["Hamburg"], 'the register knows no "Hamburg"'),
    ],
)
def test_what_cannot_be_is_said_and_asked_again(tmp_path, moves, typed, said):
    shown = sat(desk(tmp_path, letter1=LETTER), *"n" * moves, "e", *typed, "q")
    assert said in " ".join(shown.split())
    assert decisions(tmp_path) == ""


def test_a_kind_that_must_be_is_not_rejected(tmp_path):
    shown = sat(desk(tmp_path, letter1=LETTER), "r", "q")
    assert "“genre” cannot be rejected" in shown
    assert "r reject" not in shown.partition("Is its kind")[2].partition(">")[0]


def test_words_of_a_transcript_do_not_steer_the_terminal(tmp_path):
    shown = sat(desk(tmp_path, letter1=LETTER.replace("9th", "9th \x9b31m\u202e")), *"nnnnnnn")
    assert "<U+009B>31m<U+202E>" in shown
    assert "\x9b" not in shown


def test_a_decision_written_by_somebody_else_meanwhile_is_kept(tmp_path):
    made = desk(tmp_path, letter1=LETTER)

    class Source(io.StringIO):
        def readline(self, *args):
            (tmp_path / "letter1.decisions.toml").write_text('[document]\nsender = "p-carl"\n', "utf-8")
            return super().readline(*args)

    shown = io.StringIO()
    Terminal(made, Screen(Source("a\nq\n"), shown)).run()
    assert "have changed meanwhile" in shown.getvalue()
    assert decisions(tmp_path) == '[document]\nsender = "p-carl"\n'


def test_colours_only_where_they_are_wanted(tmp_path):
    made = desk(tmp_path, letter1=LETTER)
    assert "\x1b" not in sat(made, "n", "q")
    assert "\x1b[1;7m9th\x1b[0m" in sat(made, *"nnnnn", "q", colour=True)


def test_a_pipe_answers_and_no_colour_comes_out(tmp_path):
    folder(tmp_path)
    done = teiedit("review", tmp_path, "--text", "--by", "AB", stdin=b"a\n")
    assert done.returncode == 0
    assert b"1 answered; 16 of 17 open." in done.stdout
    assert b"\x1b" not in done.stdout
    assert 'by = "AB"' in decisions(tmp_path)


@posix
@pytest.mark.parametrize("colour", [True, False])
def test_keys_are_taken_as_they_are_pressed(tmp_path, colour):
    folder(tmp_path, letter1=LETTER)
    steps = ["n", "\x1b[D", "a", "e", "bra cl\r", "1\r", "\x04"]
    shown = pressed(tmp_path, steps, {} if colour else {"NO_COLOR": "1"})
    assert "2 answered; 6 of 8 open." in shown
    assert ("\x1b[1m" in shown) is colour
    assert set(tomllib.loads(decisions(tmp_path))["document"]) == {"genre", "sender"}


def pressed(path, steps, environment):
    """What a terminal shows when keys are pressed, each after the program has asked."""
    import pty  # noqa: PLC0415 - not on every system

    ours, theirs = pty.openpty()
    command = [sys.executable, "-c", "from teiedit.cli import main; main()", "review", str(path), "--text"]
    clean = {key: value for key, value in os.environ.items() if key != "NO_COLOR"} | {"TERM": "xterm"} | environment
    with subprocess.Popen(command, stdin=theirs, stdout=theirs, stderr=subprocess.DEVNULL, env=clean) as process:
        os.close(theirs)
        shown = "".join([read(ours, r"(> |: )\Z") + (os.write(ours, step.encode()) and "") for step in steps])
        shown += read(ours, r"open\.")
        assert process.wait(20) == 0
    os.close(ours)
    return shown


def read(handle, wanted):
    """What comes until the program waits for a key."""
    shown, until = "", time.monotonic() + 60
    while time.monotonic() < until:
        if select.select([handle], [], [], 0.2)[0]:
            try:
                shown += os.read(handle, 65536).decode("utf-8", "replace")
            except OSError:
                return shown
        elif re.search(wanted, shown):
            return shown
    raise AssertionError(shown)
