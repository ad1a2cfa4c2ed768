"""`teiedit names` as a user runs it: the list, the questions, the table, and what is written."""

from __future__ import annotations

import csv
import io
import json

import pytest

from editions import edition, teiedit, tree
from letters import sheet

PERSONS = "id;name;variants;gnd\njroe;Jane Roe;;\n"
LETTERS = {
    f"letter{n}": sheet(f"This is letter {n}; I saw Mr. Oddie, and Jane Roe, and Mrs. Roe's cat, in town.")
    for n in range(1, 4)
}


@pytest.fixture
def letters(tmp_path):
    folder = edition(tmp_path / "letters", **LETTERS)
    (folder / "register").mkdir()
    (folder / "register/persons.csv").write_text(PERSONS, "utf-8")
    return folder


def run(*arguments, status=0, stdin=b""):
    made = teiedit("names", *arguments, stdin=stdin)
    assert made.returncode == status, made.stderr.decode()
    return made.stdout.decode(), made.stderr.decode()


def proposed(folder, *options):
    return json.loads(run(folder, "--json", *options)[0])["proposals"]


def test_the_list_says_what_why_and_where_and_writes_nothing(letters):
    before = tree(letters)
    out, err = run(letters)
    assert "new person: Mr. Oddie (p-oddie)" in out
    assert "after a title (3)" in out
    assert f"{letters.as_posix()}/letter1.txt:" in out
    assert "3 documents, " in out.splitlines()[-1]
    assert err == ""
    assert tree(letters) == before


def test_json_has_every_proposal_with_its_examples(letters):
    data = json.loads(run(letters, "--json")[0])
    oddie = next(p for p in data["proposals"] if p["id"] == "p-oddie")
    assert (oddie["action"], oddie["register"], oddie["documents"], oddie["evidence"]) == (
        "new",
        "persons",
        3,
        ["titled"],
    )
    example = oddie["examples"][0]
    line = (letters / "letter1.txt").read_text("utf-8").split("\n")[example["line"] - 1]
    assert line[example["column"] - 1 :].startswith("Oddie")
    assert data["summary"]["documents"] == 3


@pytest.mark.parametrize("processes", ["1", "2"])
def test_the_list_is_the_same_each_time(letters, processes):
    assert run(letters, "--limit", "0", "-j", processes) == run(letters, "--limit", "0")


def test_proposals_are_picked_by_action_and_register(letters):
    assert {p["action"] for p in proposed(letters, "--only", "variant")} <= {"variant"}
    assert {p["register"] for p in proposed(letters, "--register", "places")} <= {"places"}


def test_questions_are_answered_one_by_one(letters):
    number = next(i for i, p in enumerate(proposed(letters)) if p["id"] == "p-oddie")
    answers = b"s\n" * number + b"e\nHenry Oddie\n\n\n1841-1909\ny\nq\n"
    out, _ = run(letters, "--interactive", stdin=answers)
    assert "1 proposal was written" in out
    row = (letters / "register/persons.csv").read_text("utf-8").splitlines()[-1]
    assert row.startswith("oddie;Henry Oddie;Oddie;")
    assert "p-oddie" not in [p["id"] for p in proposed(letters) if p["action"] == "new"]


def test_the_end_of_the_input_keeps_what_was_decided(letters):
    first = proposed(letters)[0]
    out, _ = run(letters, "-i", stdin=b"n\n")
    assert "0 proposals were written, 1 refused" in out
    assert first["id"] not in [
        p["id"] for p in proposed(letters) if p["action"] == first["action"] and p["name"] == first["name"]
    ]
    assert first["name"] in [p["name"] for p in proposed(letters, "--again")]


def filled(path, **decisions):
    """Fill in a table by the identifiers of its rows, and save it with commas, as some spreadsheets do."""
    rows = list(csv.DictReader(io.StringIO(path.read_text("utf-8-sig")), delimiter=";"))
    for row in rows:
        row["decision"] = decisions.get(row["id"].replace("-", "_"), "")
    out = io.StringIO()
    writer = csv.DictWriter(out, rows[0].keys())
    writer.writeheader()
    writer.writerows(rows)
    path.write_text(out.getvalue(), "utf-8")


def test_a_table_goes_out_and_comes_back(letters, tmp_path):
    table = tmp_path / "proposals.csv"
    run(letters, "--csv", table)
    assert table.read_bytes().startswith(b"\xef\xbb\xbfdecision;")
    filled(table, p_oddie="ja")
    before = tree(letters)
    diff, _ = run(letters, "--apply", table, "--dry-run")
    assert "+oddie;Mr. Oddie;Oddie;" in diff
    assert tree(letters) == before
    run(letters, "--apply", table)
    after = tree(letters)
    assert {name for name in after if after[name] != before.get(name)} == {"register/persons.csv"}
    assert after["register/persons.csv"] == PERSONS.encode() + b"oddie;Mr. Oddie;Oddie;\n"
    run(letters, "--apply", table)
    assert tree(letters) == after


def test_a_row_that_cannot_be_carried_out_does_not_keep_back_the_others(letters, tmp_path):
    table = tmp_path / "proposals.csv"
    run(letters, "--csv", table)
    filled(table, p_oddie="yes")
    table.write_text(table.read_text("utf-8") + "yes,new,persons,p-jroe,Somebody Else,,,,,,,,,,,,,\n", "utf-8")
    _, err = run(letters, "--apply", table, status=1)
    assert "error[N001]" in err
    assert 'there is an entry "p-jroe" already' in err
    assert "oddie;" in (letters / "register/persons.csv").read_text("utf-8")


def test_records_of_an_authority_file_are_proposed_and_written(letters, tmp_path):
    extract = tmp_path / "gnd.csv"
    extract.write_text("id;name;born;died\n118540238;Roe, Jane;1900;1980\n;broken;;\n", "utf-8")
    out, err = run(letters, "--authority", extract)
    assert "authority person: Jane Roe (p-jroe) is https://d-nb.info/gnd/118540238" in out
    assert "check[N006]" in err
    assert f"{extract.as_posix()}:3" in err
    table = tmp_path / "proposals.csv"
    run(letters, "--authority", extract, "--csv", table, "--only", "authority")
    filled(table, p_jroe="yes")
    run(letters, "--apply", table)
    lines = (letters / "register/persons.csv").read_text("utf-8").splitlines()
    assert lines == ["id;name;variants;gnd;dates", "jroe;Jane Roe;;118540238;1900–1980"]


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--interactive", "--json"), "take one of"),
        (("--columns", "x"), "says of no column"),
        (("--authority", "nowhere.csv"), "N006"),
        (("--apply", "nowhere.csv"), "does not exist"),
    ],
)
def test_what_cannot_be_asked_for_is_said(letters, options, words):
    _, err = run(letters, *options, status=2)
    assert words in err
    assert "Traceback" not in err


def test_a_table_that_is_no_table_is_said_in_words(letters, tmp_path):
    (tmp_path / "x.csv").write_bytes(b'a;"b\n')
    _, err = run(letters, "--apply", tmp_path / "x.csv", status=2)
    assert "error[N002]" in err
    assert "Traceback" not in err


def test_a_register_with_an_open_quotation_mark_is_not_written(letters, tmp_path):
    table = tmp_path / "proposals.csv"
    run(letters, "--csv", table)
    filled(table, p_oddie="yes")
    broken = PERSONS + 'x;"Open\n'
    (letters / "register/persons.csv").write_text(broken, "utf-8")
    _, err = run(letters, "--apply", table, status=2)
    assert "error[N002]" in err
    assert (letters / "register/persons.csv").read_text("utf-8") == broken


def test_a_transcript_cannot_steer_the_terminal(tmp_path):
    folder = edition(tmp_path / "e", letter1=sheet("I saw Mr. Oddie \u202e\u009b31m and went."))
    out, _ = run(folder)
    assert "<U+202E><U+009B>31m" in out


def test_a_folder_without_settings_has_proposals_too(tmp_path):
    (tmp_path / "a.txt").write_text(sheet("I saw Mr. Oddie."), "utf-8")
    assert "p-oddie" in [p["id"] for p in proposed(tmp_path)]
