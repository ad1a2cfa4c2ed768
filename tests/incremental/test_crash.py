"""Builds that are killed, stopped, short of room or not alone: what is published is whole; the next mends the rest."""

from __future__ import annotations

import contextlib
import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from crashes import FIRST, FORMATS, LEDGER, SECOND, SETTINGS, Edited, ended, started
from editions import edition, teiedit, tree
from letters import sheet
from teiedit import accession
from teiedit.build import build
from teiedit.catalogue.ledger import render
from teiedit.incremental.room import FOLDER, PENDING, forget, working
from teiedit.incremental.state import NAME, State
from teiedit.incremental.unchanged import Look
from teiedit.model.diagnostic import EditionError
from teiedit.read.folder import MARKER
from teiedit.read.ledger import read_ledger
from teiedit.tools import files

THIRD = "2026-03-01T10:00:00Z"


@pytest.fixture
def letters(tmp_path):
    return edition(tmp_path / "letters", SETTINGS, one=sheet("One."), two=sheet("Two."))


def built(folder, output, now=FIRST, formats=FORMATS):
    return build(folder, output, formats=formats, jobs=1, now=lambda: now)


def refused(folder, output):
    with pytest.raises(EditionError) as caught:
        built(folder, output)
    return caught.value.diagnostics


def left(folder):
    return [path.name for path in folder.rglob(".teiedit-????????")]


def test_after_a_kill_at_any_moment_a_build_comes_to_what_a_clean_one_does(tmp_path):
    edited, chance = Edited.made(tmp_path), random.Random(1)
    assert [found for _ in range(25) if (found := edited.killed(tmp_path / "out", chance))] == []


@contextlib.contextmanager
def mounted(place, *options):
    """Mount a small file system in memory, where that is allowed."""
    place.mkdir(exist_ok=True)
    if subprocess.run(["mount", *options, place], capture_output=True, check=False).returncode:
        pytest.skip("mounting needs root")
    try:
        yield place
    finally:
        subprocess.run(["umount", "--lazy", place], check=True)


def test_a_full_disk_is_said_and_what_is_published_stays_whole(tmp_path, letters):
    with mounted(tmp_path / "disk", "-t", "tmpfs", "-o", "size=4m", "none") as disk:
        built(letters, disk / "out")
        before = tree(disk / "out")
        (letters / "one.txt").write_text(sheet("Changed."), "utf-8")
        for room in (0, 20_000, 60_000, 200_000, 400_000):
            size = os.statvfs(disk).f_bavail * 4096 - room
            (disk / "full").write_bytes(b"\1" * size)
            with contextlib.suppress(EditionError):
                built(letters, disk / "out", SECOND)
                break
            now = tree(disk / "out")
            assert set(before) <= set(now)
            assert not left(disk)
            (disk / "full").unlink()
        else:
            pytest.fail("there was room enough")
        assert room > 0
        (disk / "full").unlink()
        built(letters, disk / "out", SECOND)
        after = tree(disk / "out")
    built(letters, tmp_path / "clean", SECOND)
    assert after.keys() == tree(tmp_path / "clean").keys()


def test_a_full_disk_is_named_as_the_reason(tmp_path, letters):
    with mounted(tmp_path / "disk", "-t", "tmpfs", "-o", "size=256k", "none") as disk:
        (found,) = refused(letters, disk / "out")
    assert found.code == "P001"
    assert "no space left" in found.message or "full" in found.message


@pytest.mark.parametrize("limit", [8, 64, 100])
def test_a_file_that_may_not_grow_is_a_diagnostic(tmp_path, letters, limit):
    # SQLite's own files meet the limit too
    program = "import signal; signal.signal(signal.SIGXFSZ, signal.SIG_IGN); from teiedit.cli import main; main()"
    limited = f'ulimit -f {limit}; exec "$@"'
    command = ["bash", "-c", limited, "-", sys.executable, "-c", program, "build", letters, "-o", tmp_path / "out"]
    run = subprocess.run([*command, "-f", "html", "-j", "1"], capture_output=True, text=True, check=False, timeout=120)
    assert "Traceback" not in run.stderr
    assert (run.returncode, "P001" in run.stderr) == (2, True)
    assert not left(tmp_path)


def test_an_output_that_can_only_be_read_is_a_diagnostic(tmp_path, letters):
    built(letters, tmp_path / "out")
    (letters / "one.txt").write_text(sheet("Changed."), "utf-8")
    before = tree(tmp_path / "out")
    with mounted(tmp_path / "out", "--bind", tmp_path / "out"):
        subprocess.run(["mount", "-o", "remount,ro,bind", tmp_path / "out"], check=True)
        (found,) = refused(letters, tmp_path / "out")
        assert (found.code, "read-only" in found.message) == ("P001", True)
    assert tree(tmp_path / "out") == before


def test_an_edition_that_can_only_be_read_is_built_and_its_ledger_written_when_it_can_be(tmp_path, letters):
    built(letters, tmp_path / "out")
    (letters / "two.txt").unlink()
    ledger = (letters / LEDGER).read_bytes()
    with mounted(letters, "--bind", letters):
        subprocess.run(["mount", "-o", "remount,ro,bind", letters], check=True)
        for now in (SECOND, THIRD):
            report = built(letters, tmp_path / "out", now)
            assert "E031" in [d.code for d in report.diagnostics]
        assert (letters / LEDGER).read_bytes() == ledger
    report = built(letters, tmp_path / "out", THIRD)
    assert "E031" not in [d.code for d in report.diagnostics]
    entries = read_ledger(letters / LEDGER, LEDGER)
    assert (entries["two"].withdrawn, entries["one"].published) == (SECOND, FIRST)


class Killed(BaseException):
    """In the place of a kill."""


@pytest.mark.parametrize("restored", [True, False])
def test_what_a_catalogue_said_before_the_ledger_was_written_is_not_forgotten(tmp_path, letters, monkeypatch, restored):
    built(letters, tmp_path / "out")
    two = (letters / "two.txt").read_bytes()
    (letters / "two.txt").unlink()
    (letters / "one.txt").write_text(sheet("Changed."), "utf-8")
    with monkeypatch.context() as patch:

        def killed(*_):
            raise Killed

        patch.setattr(accession.Accession, "_write", killed)
        with pytest.raises(Killed):
            built(letters, tmp_path / "out", SECOND)
    with sqlite3.connect(tmp_path / "out/metadata/catalogue.sqlite") as base:
        assert base.execute("SELECT withdrawn FROM document WHERE id = 'two'").fetchone() == (SECOND,)
    if restored:
        (letters / "two.txt").write_bytes(two)
        (letters / "one.txt").write_text(sheet("One."), "utf-8")
    built(letters, tmp_path / "out", THIRD)
    entries = read_ledger(letters / LEDGER, LEDGER)
    assert entries["two"].withdrawn == ("" if restored else SECOND)
    # whoever was told of the change or the withdrawal is told of what came after
    assert entries["two"].stamps["oai_dc"].changed == (THIRD if restored else FIRST)
    assert entries["one"].stamps["tei"].changed == (THIRD if restored else SECOND)
    assert not (tmp_path / "out" / FOLDER / PENDING).exists()


def test_a_ledger_that_was_not_seen_by_anybody_is_dropped(tmp_path, letters, monkeypatch):
    built(letters, tmp_path / "out")
    (letters / "two.txt").unlink()
    with monkeypatch.context() as patch:

        def killed(*_):
            raise Killed

        patch.setattr(accession.files, "move", killed)
        with pytest.raises(Killed):
            built(letters, tmp_path / "out", SECOND)
    assert (tmp_path / "out" / FOLDER / PENDING).exists()
    built(letters, tmp_path / "out", THIRD)
    assert read_ledger(letters / LEDGER, LEDGER)["two"].withdrawn == THIRD


def test_a_ledger_that_somebody_has_changed_meanwhile_counts(tmp_path, letters, monkeypatch):
    built(letters, tmp_path / "out")
    (letters / "two.txt").unlink()
    with monkeypatch.context() as patch:

        def killed(*_):
            raise Killed

        patch.setattr(accession.Accession, "_write", killed)
        with pytest.raises(Killed):
            built(letters, tmp_path / "out", SECOND)
    entries = read_ledger(letters / LEDGER, LEDGER)
    (letters / LEDGER).write_bytes(render({"one": entries["one"]}))
    built(letters, tmp_path / "out", THIRD)
    assert "two" not in read_ledger(letters / LEDGER, LEDGER)


def test_files_of_a_document_that_went_after_a_kill_go_too(tmp_path, letters, monkeypatch):
    (letters / "three.txt").write_text(sheet("Three."), "utf-8")
    with monkeypatch.context() as patch:

        def killed(*_, **__):
            raise Killed

        patch.setattr(State, "finish", killed)
        patch.setattr("teiedit.build.Site.finish", killed)
        with pytest.raises(Killed):
            built(letters, tmp_path / "out")
    assert (tmp_path / "out/tei/three.xml").exists()
    (letters / "three.txt").unlink()
    built(letters, tmp_path / "out")
    assert not [path for path in tree(tmp_path / "out") if "three" in path]


_SUICIDE = """
import os, signal, sys
from pathlib import Path
import teiedit.build as program
whole = getattr(program, sys.argv[3])
def fatal(item, edition):
    if item.id == "letter5":
        os.kill(os.getpid(), signal.SIGKILL)
    return whole(item, edition)
setattr(program, sys.argv[3], fatal)
report = program.build(Path(sys.argv[1]), Path(sys.argv[2]), formats=("tei", "html"), jobs=2)
print(report.published, *[f"{d.code} {d.place.file.rsplit('/')[-1]}" for d in report.diagnostics], sep="|")
"""


@pytest.mark.parametrize("step", ["make_document", "publish_document"])
def test_a_process_that_dies_costs_its_document_alone(tmp_path, step):
    folder = edition(tmp_path / "letters", SETTINGS, **{f"letter{n}": sheet(f"{n}.") for n in range(12)})
    command = [sys.executable, "-c", _SUICIDE, folder, tmp_path / "out", step]
    run = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
    assert run.stdout.strip() == "11|P003 letter5.txt", run.stderr
    assert Look(folder, tmp_path / "out", ("tei", "html")).report() is None
    published = {path.stem for path in (tmp_path / "out/tei").iterdir()}
    assert published == {f"letter{n}" for n in range(12)} - {"letter5"}
    assert build(folder, tmp_path / "out", formats=("tei", "html"), jobs=1).published == 12


def spent(process):
    """Return the seconds that a process has worked, with the children that it has waited for."""
    fields = (Path("/proc") / str(process) / "stat").read_text("utf-8").rpartition(")")[2].split()
    return sum(map(int, fields[11:15])) / os.sysconf("SC_CLK_TCK")


@pytest.mark.parametrize("moment", ["reading", "publishing", "html, documents"])
def test_an_interrupt_stops_at_once_and_leaves_all_whole(tmp_path, moment):
    folder = edition(tmp_path / "letters", SETTINGS, **{f"letter{n}": sheet(f"{n}.") for n in range(60)})
    program = (
        "import sys, teiedit.build, teiedit.cli.build as c; u = c.Progress.update\n"
        f"c.Progress.update = lambda s, what, *r: (u(s, what, *r), what == '{moment}' and print(what, flush=True))\n"
        "from teiedit.cli import main; main()"
    )
    command = [sys.executable, "-c", program, "build", folder, "-o", tmp_path / "out", "-j", "2", "-f", "tei"]
    run = subprocess.Popen(
        [*command, "-f", "html"],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True,
    )  # fmt: skip
    assert run.stdout.readline().strip() == moment
    before = spent(run.pid)
    os.killpg(run.pid, signal.SIGINT)
    said = run.stderr.read()
    # that it stops, without end of work to do: how soon it is, a bench can say and no test
    assert spent(run.pid) - before < 3
    run.communicate(timeout=20)
    assert (run.returncode, said.splitlines()[-1]) == (130, "stopped; everything that was written is whole")
    assert ended(run.pid)
    assert not left(tmp_path)
    build(folder, tmp_path / "out", formats=("tei", "html"), jobs=1)
    build(folder, tmp_path / "clean", formats=("tei", "html"), jobs=1)
    assert tree(tmp_path / "out") == tree(tmp_path / "clean")


def test_a_second_build_of_an_output_is_refused_and_touches_nothing(tmp_path, letters):
    built(letters, tmp_path / "out")
    (letters / "two.txt").unlink()
    with working(tmp_path / "out"):
        before = {path: path.stat().st_mtime_ns for path in (tmp_path / "out").rglob("*")}
        for more in ([], ["--fresh"]):
            run = teiedit("build", letters, "-o", tmp_path / "out", "-f", "tei", *more)
            assert (run.returncode, b"another build writes to" in run.stderr) == (2, True)
            assert b"P005" in run.stderr
        assert [d.code for d in refused(letters, tmp_path / "out")] == ["P005"]
        assert {path: path.stat().st_mtime_ns for path in (tmp_path / "out").rglob("*")} == before
    built(letters, tmp_path / "out")


def test_what_a_killed_build_held_is_free(tmp_path, letters):
    process = started(letters, tmp_path / "out")
    end = time.monotonic() + 20
    while not (tmp_path / "out" / FOLDER / NAME).exists() and time.monotonic() < end:
        time.sleep(0.005)
    assert [d.code for d in refused(letters, tmp_path / "out")] == ["P005"]
    os.kill(process, signal.SIGKILL)
    os.waitpid(process, 0)
    assert built(letters, tmp_path / "out").published == 2


def cache(output, name=""):
    return output / FOLDER / name


def a_folder(path):
    path.unlink()
    (path / "in the way").mkdir(parents=True)


def half_overwritten(path):
    content = bytearray(path.read_bytes())
    content[4096:] = b"\xee" * (len(content) - 4096)
    path.write_bytes(content)


def other_values(path):
    with contextlib.closing(sqlite3.connect(path)) as base, base:
        base.execute("UPDATE result SET value = substr(value, 2), content = x'00'")


def replaced(path):
    forget(path.parent)
    path.write_text("a file")


@pytest.mark.parametrize(
    "spoil",
    [
        forget,
        lambda out: replaced(cache(out)),
        lambda out: a_folder(cache(out, NAME)),
        lambda out: a_folder(cache(out, "last.json")),
        lambda out: a_folder(cache(out, "lock")),
        lambda out: a_folder(cache(out, "CACHEDIR.TAG")),
        lambda out: half_overwritten(cache(out, NAME)),
        lambda out: other_values(cache(out, NAME)),
        lambda out: half_overwritten(out / "metadata/catalogue.sqlite"),
        lambda out: cache(out, "new").write_text("a file"),
        lambda out: cache(out, "last.json").write_text("[]"),
        lambda out: cache(out, PENDING).write_text(json.dumps({"catalogue": 1})),
        lambda out: (out / MARKER).write_text(""),
        lambda out: (out / MARKER).write_bytes((out / MARKER).read_bytes()[:-150]),
        lambda out: (out / MARKER).write_text("tei\tone\n\n\t\t\ntei\ttwo\ttei/two.xml"),
        lambda out: (out / "tei/.teiedit-abcd_123").write_text("half"),
    ],
)
def test_whatever_is_odd_in_an_output_is_mended(tmp_path, letters, spoil):
    (letters / "three.txt").write_text(sheet("Three."), "utf-8")
    built(letters, tmp_path / "out")
    spoil(tmp_path / "out")
    (letters / "three.txt").unlink()
    (letters / "one.txt").write_text(sheet("Changed."), "utf-8")
    ledger = (letters / LEDGER).read_bytes()
    found = built(letters, tmp_path / "out", SECOND)
    mended = tree(tmp_path / "out")
    (letters / LEDGER).write_bytes(ledger)
    assert built(letters, tmp_path / "clean", SECOND).diagnostics == found.diagnostics
    clean = tree(tmp_path / "clean")
    # which sets the withdrawn document was in, an empty folder cannot know
    del mended["metadata/catalogue.sqlite"], clean["metadata/catalogue.sqlite"]
    if not (tmp_path / "out/tei/three.xml").exists():
        assert mended == clean


@pytest.mark.parametrize("name", ["tei/one.xml", "documents", "metadata", MARKER, "metadata/catalogue.sqlite"])
def test_what_stands_in_the_way_is_named(tmp_path, letters, name):
    path = tmp_path / "out" / name
    built(letters, tmp_path / "out")
    if path.is_dir():
        path.rename(tmp_path / "aside")
        path.write_text("a file")
    else:
        a_folder(path)
    run = teiedit("build", letters, "-o", tmp_path / "out", "-j", "1", *(f"-f{name}" for name in FORMATS))
    assert b"Traceback" not in run.stderr
    assert (run.returncode, b"P001" in run.stderr) == (2, True), run.stderr
    assert name.encode() in run.stderr


def test_a_cache_that_goes_during_a_build_is_a_diagnostic(tmp_path, letters):
    def progress(what, *_):
        if what == "publishing":
            files.sweep([tmp_path])
            subprocess.run(["rm", "-rf", tmp_path / "out" / FOLDER], check=True)

    with pytest.raises(EditionError) as caught:
        build(letters, tmp_path / "out", formats=FORMATS, jobs=1, progress=progress, now=lambda: FIRST)
    assert [d.code for d in caught.value.diagnostics] == ["P001"]
    assert built(letters, tmp_path / "out").published == 2
    built(letters, tmp_path / "clean")
    assert tree(tmp_path / "out") == tree(tmp_path / "clean")


@pytest.mark.parametrize("command", ["build", "package", "changes"])
def test_a_full_folder_for_temporary_files_is_named(tmp_path, letters, command):
    built(letters, tmp_path / "out", formats=("tei", "metadata"))
    words = {
        "build": ["build", letters, "-o", tmp_path / "out", "-j", "1", "-f", "pdf"],
        "package": ["package", letters, "--built", tmp_path / "out", "-o", tmp_path / "p.zip"],
        "changes": ["changes", tmp_path / "out", letters / "none"],
    }
    with mounted(tmp_path / "small", "-t", "tmpfs", "-o", "size=8k", "none") as small:
        code = (
            "from pathlib import Path; import teiedit.package.changes as c; from teiedit.cli import main\n"
            "c.find_changes = lambda old, new, spool: spool.write_bytes(bytes(9999))\n"
            "import teiedit.package.editions as e; e.open_release = lambda path: path\n"
            "main()"
        )
        run = subprocess.run(
            [sys.executable, "-c", code if command == "changes" else "from teiedit.cli import main; main()"]
            + words[command],
            env={**os.environ, "TMPDIR": str(small)}, capture_output=True, text=True, check=False, timeout=180,
        )  # fmt: skip
        assert not list(small.iterdir())
    assert "Traceback" not in run.stderr
    assert (run.returncode, "no space left" in run.stderr, str(small) in run.stderr) == (2, True, True), run.stderr
    built(letters, tmp_path / "out", formats=("tei", "metadata"))


def test_the_catalogue_can_be_read_while_it_is_replaced(tmp_path, letters):
    built(letters, tmp_path / "out")
    with contextlib.closing(sqlite3.connect(tmp_path / "out/metadata/catalogue.sqlite")) as reader:
        rows = reader.execute("SELECT id FROM document ORDER BY id")
        first = rows.fetchone()
        (letters / "one.txt").unlink()
        built(letters, tmp_path / "out", SECOND)
        assert [first, *rows.fetchall()] == [("one",), ("two",)]
