from __future__ import annotations

import json

import pytest

from editions import edition, teiedit
from letters import sheet

PERSONS = "id;name;variants\njroe;Jane Mary Roe;Jane Roe\n"


@pytest.fixture
def letters(tmp_path):
    """Enough letters for more than one process."""
    texts = {f"letter{n}": sheet(f"This is letter {n}; I saw Jane Roe.") for n in range(1, 11)}
    folder = edition(tmp_path / "letters", **texts)
    (folder / "persons.csv").write_text(PERSONS, "utf-8")
    return folder


@pytest.mark.parametrize("processes", [1, 2])
def test_every_process_knows_the_register(letters, tmp_path, processes):
    run = teiedit("encode", letters, "-o", tmp_path / "tei", "-j", processes)
    assert (run.returncode, run.stderr.decode()) == (0, "10 documents, 0 errors, 0 checks\n")
    made = [path.read_text("utf-8") for path in (tmp_path / "tei").glob("*.xml")]
    assert len(made) == 10
    assert all('<person xml:id="p-jroe">' in tei and 'ref="#p-jroe"' in tei for tei in made)


def test_a_fault_of_a_register_is_reported_once_and_the_edition_is_built(letters):
    (letters / "persons.csv").write_text(PERSONS + "x;\n", "utf-8")
    run = teiedit("build", ".", "-f", "tei", cwd=letters)
    assert run.returncode == 1
    assert run.stderr.decode().count("persons.csv:3:1: error[E012]: this entry has no name") == 1
    assert "10 documents, 1 error, 0 checks" in run.stdout.decode()
    assert 'ref="#p-jroe"' in (letters / "output/tei/letter1.xml").read_text("utf-8")


def test_check_reports_registers_as_data(letters):
    (letters / "register").mkdir()
    (letters / "register/places.csv").write_text("name;geonames\nCuba;Cuba\n", "utf-8")
    run = teiedit("check", letters, "--output", "json")
    assert run.returncode == 1
    (found,) = json.loads(run.stdout)["diagnostics"]
    assert found["code"] == "E015"


def test_editions_beside_each_other_keep_their_registers_apart(letters, tmp_path):
    other = edition(tmp_path / "other", letter2=sheet("I saw Jane Roe."))
    run = teiedit("encode", letters / "letter1.txt", other / "letter2.txt", "-o", tmp_path / "tei")
    assert run.returncode == 0
    (other / "persons.csv").write_text(PERSONS.replace("jroe", "else"), "utf-8")
    (other / "letter2.txt").write_text(sheet(), "utf-8")
    run = teiedit("encode", letters / "letter1.txt", other / "letter2.txt", "-o", tmp_path / "tei")
    assert "p-jroe" in (tmp_path / "tei/letter1.xml").read_text("utf-8")
    assert "p-else" in (tmp_path / "tei/letter2.xml").read_text("utf-8")


def test_a_new_edition_shows_how_a_register_works(tmp_path):
    assert teiedit("init", "letters", cwd=tmp_path).returncode == 0
    made = teiedit("encode", "letters/letters/letter-1.txt", cwd=tmp_path).stdout.decode()
    assert '<persName ref="#p-adler"' in made
    assert "Wilhelm Adler" in made
