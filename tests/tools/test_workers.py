"""Many items on several processes: in order, lazily, and past a process that is killed."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from functools import partial

import pytest

from teiedit.tools.workers import WorkerDied, alone, each


def doubled(number):
    if number % 7 == 0:
        time.sleep(0.01)
    return number * 2


def killed_at(fatal, number):
    if number == fatal:
        os.kill(os.getpid(), signal.SIGKILL)
    return number


def refused(number):
    if number == 5:
        raise ValueError(number)
    return number


def said(number):
    return -number


@pytest.mark.parametrize(("count", "jobs"), [(0, 2), (3, 2), (40, 1), (40, 2), (500, 3)])
def test_the_results_come_in_the_order_of_the_items(count, jobs):
    assert list(each(doubled, range(count), count, jobs)) == [n * 2 for n in range(count)]


def test_items_are_taken_only_as_they_are_worked_on():
    taken = []
    results = each(doubled, (taken.append(n) or n for n in range(10_000)), 10_000, 2)
    assert next(results) == 0
    assert len(taken) < 500
    results.close()


@pytest.mark.parametrize("fatal", [0, 13, 99])
def test_the_item_at_which_a_process_was_killed_is_named_and_the_others_go_on(fatal):
    results = list(each(partial(killed_at, fatal), range(100), 100, 2, said))
    assert results == [-n if n == fatal else n for n in range(100)]


def test_without_a_word_for_lost_items_a_killed_process_raises():
    with pytest.raises(WorkerDied):
        list(each(partial(killed_at, 13), range(100), 100, 2))


def test_what_a_function_raises_is_raised_here_and_no_process_is_left():
    with pytest.raises(ValueError, match="5"):
        list(each(refused, range(100), 100, 2))
    children = subprocess.run(["pgrep", "-P", str(os.getpid()), "-f", "pytest"], capture_output=True, check=False)
    assert b"defunct" not in children.stdout


def test_a_process_alone_gives_its_result_or_says_that_it_died():
    assert alone(doubled, 4) == 8
    with pytest.raises(WorkerDied):
        alone(partial(killed_at, 1), 1)


_ENDLESS = """
import time
from teiedit.tools.workers import each

def slow(number):
    time.sleep(0.05)
    return number

if __name__ == "__main__":
    print("go", flush=True)
    for _ in each(slow, range(100_000), 100_000, 2):
        pass
"""


@pytest.mark.parametrize("ending", [signal.SIGINT, signal.SIGKILL])
def test_the_processes_end_with_the_one_that_began_them(tmp_path, ending):
    script = tmp_path / "endless.py"
    script.write_text(_ENDLESS)
    begun = subprocess.Popen(
        [sys.executable, script], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, start_new_session=True
    )
    begun.stdout.readline()
    time.sleep(0.5)
    assert len(members(begun.pid)) == 3
    (os.killpg if ending == signal.SIGINT else os.kill)(begun.pid, ending)
    begun.wait(timeout=10)
    end = time.monotonic() + 15
    while members(begun.pid) and time.monotonic() < end:
        time.sleep(0.1)
    assert members(begun.pid) == []
    begun.stdout.close()


def members(group):
    listed = subprocess.run(["ps", "-eo", "pgid,pid,stat"], capture_output=True, text=True, check=True).stdout
    rows = [line.split() for line in listed.splitlines()[1:]]
    return [pid for pgid, pid, state in rows if int(pgid) == group and not state.startswith("Z")]
