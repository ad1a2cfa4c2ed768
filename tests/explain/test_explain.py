"""What a build would change is told with its cause, nothing is touched, and what is accepted is a clean build."""

from __future__ import annotations

import json
import shutil

import pytest

from editions import edition, teiedit, tree
from letters import sheet
from teiedit.build import build
from teiedit.explain.run import explain
from teiedit.incremental.room import FOLDER

FORMATS = ("tei",)
SETTINGS = 'title = "Test edition"\nlanguages = ["en"]\n'
REGISTER = "id;name;variants\nroe;Jane Roe;J. Roe\ndoe;John Doe;\n"
FIRST = "2026-01-01T10:00:00Z"


@pytest.fixture
def letters(tmp_path):
    folder = edition(
        tmp_path / "letters", SETTINGS, one=sheet("I saw Ann Smith in May 1961."), two=sheet("I go to Bremen.")
    )
    (folder / "register").mkdir()
    (folder / "register" / "persons.csv").write_text(REGISTER, "utf-8")
    built(folder)
    return folder


def built(folder, output=None):
    return build(folder, output or folder / "output", formats=FORMATS, jobs=1, now=lambda: FIRST)


def told(folder, tmp_path, **more):
    aside = tmp_path / "aside"
    shutil.rmtree(aside, ignore_errors=True)
    aside.mkdir()
    found = explain(folder, folder / "output", aside, formats=FORMATS, **{"jobs": 1, **more})
    return found, {one.id: one for one in found.told()}


def differences(one, *kinds):
    return [(d.kind, d.before, d.after, d.words, d.cause) for d in one.differences if not kinds or d.kind in kinds]


def register(folder, text):
    (folder / "register" / "persons.csv").write_text(text, "utf-8")


def older(folder, name, was, before):
    """Leave a published file as an older version of the program would have made it."""
    path = folder / "output" / "tei" / f"{name}.xml"
    text = path.read_text("utf-8")
    assert was in text
    path.write_text(text.replace(was, before), "utf-8")
    shutil.rmtree(folder / "output" / FOLDER)


def test_nothing_would_change(letters, tmp_path):
    found, documents = told(letters, tmp_path)
    assert (found.nothing, found.same, documents) == (True, 2, {})


def test_an_entry_that_is_added_to_the_register_is_the_cause(letters, tmp_path):
    register(letters, REGISTER + "smith;Ann Smith;\n")
    found, documents = told(letters, tmp_path)
    (name,) = differences(documents["one"], "name")
    assert name[2:] == ("person “Ann Smith” (p-smith)", "Ann Smith", "register")
    (said,) = [d for d in documents["one"].differences if d.kind == "name"]
    assert "p-smith" in said.why
    assert said.line == 1 + next(
        i for i, line in enumerate((letters / "one.txt").read_text().splitlines()) if "Ann" in line
    )
    assert set(found.causes) == {"register"}
    assert (found.changed, found.same) == (1, 1)


def test_an_entry_that_gets_another_name_is_the_cause(letters, tmp_path):
    register(letters, REGISTER.replace("roe;Jane Roe;", "roe;Johanna Roe;Jane Roe|"))
    found, documents = told(letters, tmp_path)
    assert set(found.causes) == {"register"}
    records = differences(documents["two"], "record")
    assert records == [("record", "name: Jane Roe", "name: Johanna Roe", "p-roe", "register")]


def test_an_entry_that_is_removed_is_the_cause(letters, tmp_path):
    register(letters, REGISTER + "smith;Ann Smith;\n")
    built(letters)
    register(letters, REGISTER)
    found, documents = told(letters, tmp_path)
    (name,) = differences(documents["one"], "name")
    assert name[1] == "person “Ann Smith” (p-smith)"
    assert set(found.causes) == {"register"}
    assert "no entry p-smith any more" in documents["one"].differences[-1].why


def test_a_decision_is_the_cause(letters, tmp_path):
    decision = '[[decision]]\nwords = "Bremen"\nis = "place"\nwhy = "the town"\n'
    (letters / "two.decisions.toml").write_text(decision, "utf-8")
    found, documents = told(letters, tmp_path)
    assert set(documents) == {"two"}
    assert set(found.causes) == {"decisions"}
    (name,) = [d for d in documents["two"].differences if d.kind == "name"]
    assert name.words == "Bremen"
    assert "the town" in name.why


def test_a_transcript_that_was_edited_is_the_cause(letters, tmp_path):
    path = letters / "two.txt"
    path.write_text(path.read_text("utf-8").replace("I go to Bremen.", "I went to Bremen in June 1962."), "utf-8")
    found, documents = told(letters, tmp_path)
    assert set(documents) == {"two"}
    assert set(found.causes) == {"transcript"}
    kinds = {d.kind for d in documents["two"].differences}
    assert kinds == {"words", "text-date"}, "what stands at other places but says the same is not told"


def test_spaces_alone_are_told_as_such(letters, tmp_path):
    path = letters / "two.txt"
    path.write_text(path.read_text("utf-8") + "\n\n", "utf-8")
    _, documents = told(letters, tmp_path)
    assert [d.kind for d in documents["two"].differences] == ["spacing"]


def test_other_rules_are_the_cause_where_nothing_else_has_changed(letters, tmp_path):
    older(letters, "one", 'when="1961-05"', 'when="1961"')
    found, documents = told(letters, tmp_path)
    assert differences(documents["one"]) == [("text-date", "1961", "1961-05", "May 1961", "rules")]
    assert (found.counts["rules", "text-date"], found.same) == (1, 1)


def test_another_function_of_a_line_is_told_as_one_difference(letters, tmp_path):
    path = letters / "output" / "tei" / "two.xml"
    text = path.read_text("utf-8")
    salute = text[text.index("<salute") : text.index("</salute>") + len("</salute>")]
    inner = salute[salute.index(">") + 1 : -len("</salute>")]
    older(letters, "two", salute, f"<p>{inner}</p>")
    _, documents = told(letters, tmp_path)
    ((kind, before, after, _, cause),) = differences(documents["two"], "line")
    assert (kind, before, after, cause) == ("line", "paragraph", "salutation", "rules")


def test_a_setting_is_the_cause(letters, tmp_path):
    (letters / "edition.toml").write_text(SETTINGS + 'publisher = "Somebody"\n', "utf-8")
    found, documents = told(letters, tmp_path)
    assert set(found.causes) == {"settings"}
    assert ("statement", "Test edition", "Somebody", "publisher", "settings") in differences(documents["one"])


def test_a_published_file_that_was_changed_by_hand_is_told(letters, tmp_path):
    path = letters / "output" / "tei" / "one.xml"
    path.write_text(path.read_text("utf-8").replace('when="1961-05"', 'when="1961"'), "utf-8")
    found, _ = told(letters, tmp_path)
    assert set(found.causes) == {"file"}


def test_documents_that_are_new_or_gone_are_told(letters, tmp_path):
    (letters / "two.txt").rename(letters / "three.txt")
    found, documents = told(letters, tmp_path)
    assert {name: one.state for name, one in documents.items()} == {"two": "gone", "three": "new"}
    assert (found.new, found.gone, found.same) == (1, 1, 1)


def test_what_documents_are_to_each_other_is_no_change(tmp_path):
    answer = sheet("Your letter of 27 October 1962 came.").replace("27 October 1962", "3 November 1962", 1)
    other = sheet("Nothing.").replace("Jane Roe", "Mary Doe")
    folder = edition(tmp_path / "letters", SETTINGS, one=sheet("One."), two=answer, three=other)
    built(folder)
    assert told(folder, tmp_path)[0].nothing
    shutil.rmtree(folder / "output" / FOLDER)
    assert told(folder, tmp_path)[0].nothing


def stamps(folder):
    return {p.relative_to(folder).as_posix(): p.stat().st_mtime_ns for p in (folder, *folder.rglob("*"))}


def contents(folder):
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def test_nothing_at_all_is_touched(letters):
    register(letters, REGISTER + "smith;Ann Smith;\n")
    before = stamps(letters), contents(letters)
    ran = teiedit("build", letters, "-f", "tei", "--explain-changes")
    assert ran.returncode == 3
    assert (stamps(letters), contents(letters)) == before
    assert b"because of the register" in ran.stdout


def test_where_nothing_is_published_nothing_is_made(tmp_path):
    folder = edition(tmp_path / "letters", SETTINGS)
    ran = teiedit("build", folder, "-f", "tei", "--explain-changes")
    assert ran.returncode == 3
    assert not (folder / "output").exists()


@pytest.mark.parametrize("by_hand", [False, True])
def test_what_is_accepted_is_what_a_clean_build_makes(letters, tmp_path, by_hand):
    if by_hand:
        path = letters / "output" / "tei" / "one.xml"
        path.write_text(path.read_text("utf-8").replace("Ann", "Eve"), "utf-8")
    else:
        register(letters, REGISTER + "smith;Ann Smith;\n")
    without = teiedit("build", letters, "-f", "tei", "--explain-changes")
    ran = teiedit("build", letters, "-f", "tei", "--explain-changes", "--accept")
    assert ran.returncode == 0
    assert ran.stdout.startswith(without.stdout)
    built(letters, tmp_path / "clean")
    assert tree(letters / "output") == tree(tmp_path / "clean")
    assert teiedit("build", letters, "-f", "tei", "--explain-changes").returncode == 0


def test_the_list_is_the_same_by_any_number_of_processes(tmp_path):
    texts = {f"letter{i:02}": sheet(f"I saw Ann Smith on {i} May 1961.") for i in range(1, 13)}
    folder = edition(tmp_path / "letters", SETTINGS, **texts)
    built(folder)
    (folder / "register").mkdir()
    register(folder, REGISTER + "smith;Ann Smith;\n")
    one, two = (teiedit("build", folder, "-f", "tei", "--explain-changes", "-j", jobs).stdout for jobs in "12")
    assert one == two
    assert one.count(b"line ") >= 12


def test_the_list_as_json(letters):
    register(letters, REGISTER + "smith;Ann Smith;\n")
    ran = teiedit("build", letters, "-f", "tei", "--explain-changes", "--json")
    said = json.loads(ran.stdout)
    assert said["causes"]["register"]["documents"] == said["changed"] == 1
    assert said["explained"][0]["id"] == "one"
    shutil.rmtree(letters / "output")
    assert json.loads(teiedit("build", letters, "-f", "tei", "--explain-changes", "--json").stdout)["new"] == 2


def test_an_edition_without_tei_cannot_be_compared(letters):
    ran = teiedit("build", letters, "-f", "text", "--explain-changes")
    assert ran.returncode == 2
    assert b"E032" in ran.stderr


def test_accept_alone_is_refused(letters):
    assert teiedit("build", letters, "--accept").returncode == 2


def test_a_document_with_an_error_stays_as_it_is(letters, tmp_path):
    (letters / "two.txt").write_text("", "utf-8")
    found, documents = told(letters, tmp_path)
    assert (found.held, found.same, documents) == (1, 1, {})
