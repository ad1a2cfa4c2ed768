"""The documents made on a Dask cluster: the same bytes as here, also where a worker is lost on the way."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from contextlib import closing

import pytest

from editions import edition, teiedit, tree
from letters import sheet
from teiedit.build import build
from teiedit.incremental.program import whole
from teiedit.tools.cluster import Cluster, ClusterError

distributed = pytest.importorskip("distributed", reason="not installed: pip install 'teiedit[cluster]'")

FORMATS = ("tei", "html", "text")
PATIENCE = 60


def begun(*arguments):
    command = [sys.executable, "-m", f"distributed.cli.{arguments[0]}", *map(str, arguments[1:])]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


@pytest.fixture
def cluster(tmp_path):
    written = tmp_path / "scheduler.json"
    scheduler = begun(
        "dask_scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard", "--scheduler-file", written
    )
    workers = []
    try:
        end = time.monotonic() + PATIENCE
        while not written.exists() and time.monotonic() < end:
            time.sleep(0.1)
        address = json.loads(written.read_text("utf-8"))["address"]
        options = ("--nthreads", "1", "--no-dashboard", "--no-nanny", "--host", "127.0.0.1")
        workers += [begun("dask_worker", address, *options) for _ in range(3)]
        with distributed.Client(address) as client:
            client.wait_for_workers(3, timeout=PATIENCE)
        yield address, workers
    finally:
        for process in (*workers, scheduler):
            process.kill()
            process.wait()


def letters(tmp_path, count):
    texts = {f"letter{n}": sheet(f"Number {n} of 31 June 1962.") for n in range(count)}
    return edition(tmp_path / "letters", **texts)


def test_a_cluster_gives_the_same_bytes_and_findings_as_this_machine(tmp_path, cluster):
    folder = letters(tmp_path, 40)
    here = build(folder, tmp_path / "here", formats=FORMATS)
    with closing(Cluster(cluster[0], whole)) as far:
        there = build(folder, tmp_path / "there", formats=FORMATS, jobs=far)
    assert there.diagnostics == here.diagnostics
    assert tree(tmp_path / "there") == tree(tmp_path / "here")


def test_a_worker_that_is_killed_midway_costs_no_document(tmp_path, cluster):
    address, workers = cluster
    folder = letters(tmp_path, 120)
    killed = []

    def progress(what, done, total, _):
        if what == "publishing" and done > 20 and not killed:
            killed.append(done)
            os.kill(workers[0].pid, signal.SIGKILL)

    with closing(Cluster(address, whole)) as far:
        report = build(folder, tmp_path / "there", formats=FORMATS, jobs=far, progress=progress)
    assert killed
    assert report.published == 120
    build(folder, tmp_path / "here", formats=FORMATS)
    assert tree(tmp_path / "there") == tree(tmp_path / "here")


def test_where_nothing_answers_it_is_said_and_nothing_is_made(tmp_path):
    run = teiedit("build", letters(tmp_path, 1), "--cluster", "tcp://127.0.0.1:9", cwd=tmp_path)
    assert run.returncode == 2
    assert "P004" in run.stderr.decode()
    assert "Traceback" not in run.stderr.decode()
    assert not (tmp_path / "letters/output").exists()


def test_another_program_is_refused(cluster):
    with pytest.raises(ClusterError, match="another version"):
        Cluster(cluster[0], time.monotonic_ns)
