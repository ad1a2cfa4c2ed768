import re

import pytest

from teiedit.read.folder import MARKER, document_id, find_files


@pytest.mark.parametrize(
    ("name", "identifier"),
    [
        ("source7.txt", "source7"),
        ("1916-03-14 Müller an Weiß.txt", "doc-1916-03-14-Muller-an-Weiss"),
        ("letters/A b.c.txt", "A-b.c"),
        ("c-1.txt", "doc-c-1"),
        ("teiedit.txt", "doc-teiedit"),
        ("p-kennedy.TXT", "doc-p-kennedy"),
        ("..txt", "doc-"),
    ],
)
def test_a_documents_identifier_comes_from_its_name_alone(name, identifier):
    assert document_id(name).startswith(identifier)


@pytest.mark.parametrize("name", ["書簡.txt", "###.txt", "письмо 1.txt", "-.txt", "é.txt"])
def test_any_name_gives_an_identifier_that_is_valid_and_stable(name):
    assert re.fullmatch(r"[A-Za-z_][A-Za-z0-9._-]*", document_id(name))
    assert document_id(name) == document_id(name)


def write(folder, *names):
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("Dear Sir,\n", "utf-8")


def test_transcripts_are_found_anywhere_below_in_the_order_a_person_expects(tmp_path):
    write(tmp_path, "letter 10.txt", "letter 2.txt", "1870/a.txt", "notes.md", "letter²x.txt")
    files, found = find_files(tmp_path)
    assert [f.name for f in files] == ["letter 2.txt", "letter 10.txt", "letter²x.txt", "1870/a.txt"]
    assert found == ()


def test_output_and_hidden_folders_are_passed_over(tmp_path):
    write(tmp_path, "a.txt", "output/text/a.txt", ".git/b.txt", ".c.txt")
    (tmp_path / "output" / MARKER).touch()
    assert [f.name for f in find_files(tmp_path)[0]] == ["a.txt"]


def test_two_files_with_one_identifier_are_a_diagnostic_and_the_first_stays(tmp_path):
    write(tmp_path, "1/Letter.txt", "2/letter.txt")
    files, (found,) = find_files(tmp_path)
    assert [f.name for f in files] == ["1/Letter.txt"]
    assert found.code == "T008"
    assert "2/letter.txt" in found.message


def test_a_link_out_of_the_folder_is_left_out(tmp_path):
    outside = tmp_path / "secret.txt"
    outside.write_text("secret", "utf-8")
    folder = tmp_path / "edition"
    write(folder, "a.txt")
    (folder / "b.txt").symlink_to(outside)
    files, (found,) = find_files(folder)
    assert [f.name for f in files] == ["a.txt"]
    assert found.code == "T009"
