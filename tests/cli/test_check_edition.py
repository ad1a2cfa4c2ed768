"""`teiedit check --edition` as a user runs it."""

import csv
import io
import json

from correspondences import ANN, OTTO, correspondence, day_of, letter
from editions import edition, teiedit

TEXT = "I have your letter of 1 May 1900. The ferns are well, and so are all who look after them here."


def faulty(folder):
    return edition(folder, **correspondence(letter03=letter(day_of(3), TEXT, OTTO, ANN, "Berlin", signed="Max Brown")))


def test_a_contradiction_is_told_at_its_line_and_the_missing_letters_as_a_list(tmp_path):
    done = teiedit("check", "--edition", ".", cwd=faulty(tmp_path))
    assert done.returncode == 0
    assert done.stderr.decode().startswith('letter03.txt:10:1: check[D020]: signed "Max Brown", but the heading names')
    out = done.stdout.decode().splitlines()
    assert out[1] == "Letters that are named, and that the edition does not have:"
    assert out[3].split() == ["date", "from", "to", "named", "in", "words"]
    assert out[4] == "1900-05-01  Ann Bell  Otto Kern  letter03  your letter of 1 May 1900"
    assert out[-1] == "12 documents, 0 errors, 1 check, 1 missing letter"


def test_without_it_nothing_is_compared(tmp_path):
    done = teiedit("check", ".", cwd=faulty(tmp_path))
    assert b"Letters that are named" not in done.stdout


def test_the_missing_letters_as_a_table(tmp_path):
    table = tmp_path / "missing.csv"
    teiedit("check", "--missing", table, ".", cwd=faulty(tmp_path / "edition"))
    (row,) = csv.DictReader(io.StringIO(table.read_text("utf-8")))
    assert row == {
        "date": "1900-05-01",
        "from": "Ann Bell",
        "to": "Otto Kern",
        "named in": "letter03",
        "at": "letter03.txt:7:8",
        "words": "your letter of 1 May 1900",
        "perhaps": "",
    }


def test_a_cell_is_no_formula(tmp_path):
    texts = {"a": letter(day_of(0), TEXT, ANN, "=HYPERLINK Kern", head="Letter from Ann Bell to =HYPERLINK Kern")}
    table = tmp_path / "missing.csv"
    teiedit("check", "--missing", table, ".", cwd=edition(tmp_path / "edition", **texts))
    assert ",=" not in table.read_text("utf-8")


def test_findings_for_programs(tmp_path):
    done = teiedit("check", "--edition", "--output", "json", ".", cwd=faulty(tmp_path))
    data = json.loads(done.stdout)
    signed = next(one for one in data["diagnostics"] if one["code"] == "D020")
    assert signed["document"] == "letter03"
    assert signed["words"] == "Max Brown"
    assert signed["evidence"] == [{"document": "letter03", "place": "letter03.txt:1:13", "words": "Otto Kern"}]
    (missing,) = data["missing"]
    assert missing["named"][0]["words"] == "your letter of 1 May 1900"
    assert data["summary"] == {"documents": 12, "errors": 0, "warnings": 1}


def test_standard_input_is_no_edition():
    done = teiedit("check", "--edition", "-", stdin=b"Dear Sir,")
    assert done.returncode == 2
    assert b"standard input is one transcript" in done.stderr
