"""`teiedit evaluate` as a user meets it."""

from __future__ import annotations

import json

from archive import archive
from editions import teiedit


def test_the_table_has_a_row_for_each_field_and_says_what_was_wrong(tmp_path):
    folder = archive(tmp_path)
    text = folder / "letters/one.txt"
    text.write_text(text.read_text("utf-8").replace("Yours sincerely,", "Yours ever,"), "utf-8")
    run = teiedit("evaluate", folder / "tei", folder / "letters")
    out = run.stdout.decode()
    assert run.returncode == 0
    assert out.startswith("1 letter; text kept: 0.9")
    assert [line.split()[0] for line in out.splitlines() if "│" in line][:4] == ["field", "sender", "addressee", "date"]
    assert f"{folder.as_posix()}/tei/one.xml:" in out
    assert "ours:   Yours ever," in out


def test_json_holds_every_figure(tmp_path):
    folder = archive(tmp_path)
    run = teiedit("evaluate", folder / "tei", "--output", "json")
    data = json.loads(run.stdout)
    assert data["letters"] == 1
    assert data["fields"]["signed"]["strict"] == 1.0
    assert data["certainty"]["high"]["values"] > 0


def test_a_folder_without_encodings_is_answered_plainly(tmp_path):
    run = teiedit("evaluate", tmp_path)
    assert run.returncode == 2
    assert "there are no TEI files (.xml) in" in run.stderr.decode()


def test_a_field_that_is_none_is_refused(tmp_path):
    run = teiedit("evaluate", archive(tmp_path) / "tei", "--field", "salutation")
    assert run.returncode == 2
    assert "the fields are: sender, addressee" in run.stderr.decode()
