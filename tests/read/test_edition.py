import pytest

from teiedit.cli.init import settings
from teiedit.model.diagnostic import EditionError
from teiedit.model.edition import Licence
from teiedit.model.volume import Chapter, Volume
from teiedit.read.edition import KEYS, read_edition


def read(tmp_path, text):
    folder = tmp_path / "My Letters"
    folder.mkdir(exist_ok=True)
    path = folder / "edition.toml"
    path.write_text(text, "utf-8")
    return read_edition(path, "edition.toml")


def faults(tmp_path, text):
    with pytest.raises(EditionError) as caught:
        read(tmp_path, text)
    return [(d.code, d.place.line, d.hint) for d in caught.value.diagnostics]


def test_all_keys_arrive_as_types(tmp_path):
    edition = read(
        tmp_path,
        'title = "A & B"\neditors = ["X", "Y"]\ndate = "2026-03"\nlanguages = ["en", "de"]\nformats = ["html"]\n'
        'base_url = "https://example.org/a"\nlicence = { name = "CC0", url = "https://example.org/cc0" }\n',
    )
    assert (edition.id, edition.title, edition.editors) == ("my-letters", "A & B", ("X", "Y"))
    assert edition.base_url == "https://example.org/a/"
    assert edition.licence == Licence("CC0", "https://example.org/cc0")


def test_an_unknown_key_is_refused_with_the_nearest_name_at_its_line(tmp_path):
    assert faults(tmp_path, 'title = "A"\nlangauges = ["en"]\n') == [("E001", 2, 'did you mean "languages"?')]


def test_all_faults_are_reported_together(tmp_path):
    found = faults(tmp_path, 'titel = "A"\nlanguages = "en"\ndate = "March"\nstrict = 1\nformats = ["docx"]\n')
    assert [code for code, _, _ in found] == ["E001", "E003", "E003", "E003", "E003", "E004"]


def test_broken_toml_is_reported_at_its_line(tmp_path):
    assert faults(tmp_path, 'title = "A"\nplace = London\n')[0][:2] == ("E002", 2)


@pytest.mark.parametrize(
    "line",
    [
        'title = "a\\nb"',
        'title = "a\\u0000b"',
        'base_url = "javascript:alert(1)"',
        '[harvest]\nuuid = "15055f00-9182-4728-8f81-a0cf016b616b"',
        '[harvest]\nuuid = "f5055f00"',
        '[harvest]\nmetadata_licence = "CC BY"',
        'licence = "CC0"',
        'licence = { name = "X", url = "ftp://x" }',
        'licence = { nam = "X" }',
        'language = "English"',
        "languages = []",
        'date = "2026-13"',
        "title = 3",
        'fail_on = "info"',
        '[volume]\nchapters = "decade"',
        "[volume]\nchapters = []",
        '[[volume.chapters]]\ntitle = "A"',
        '[[volume.chapters]]\ntitle = " "\ndocuments = []',
        '[[volume.chapters]]\ntitle = "A"\ndocuments = [1]',
        '[[volume.chapters]]\ntitle = "A"\ndocuments = []\nnote = ""',
    ],
)
def test_a_value_of_the_wrong_kind_is_refused(tmp_path, line):
    first = "" if line.startswith("title") else 'title = "T"\n'
    assert [code for code, _, _ in faults(tmp_path, f"{first}{line}\n")] == ["E003"]


def test_chapters_arrive_as_types(tmp_path):
    text = 'title = "T"\n[[volume.chapters]]\ntitle = "A  b"\ndocuments = ["x", "y"]\n'
    assert read(tmp_path, text).volume == Volume((Chapter("A b", ("x", "y")),))
    assert read(tmp_path, 'title = "T"\n[volume]\nchapters = "correspondent"\n').volume == Volume("correspondent")
    assert read(tmp_path, 'title = "T"\n').volume == Volume("year")


def test_a_new_editions_settings_name_every_key_and_are_valid_when_all_are_in_force(tmp_path):
    text = settings("Letters")
    read(tmp_path, text)
    in_force = "\n".join(line.removeprefix("# ") if " = " in line else line for line in text.splitlines())
    read(tmp_path, in_force)
    assert all(f"{key} = " in text for key in KEYS)


def test_conventions_are_signs_with_meanings(tmp_path):
    edition = read(tmp_path, 'title = "A"\n[conventions]\n"xxx" = "illegible"\n"⟨ … ⟩" = "supplied"\n')
    assert edition.conventions == (("xxx", "illegible"), ("⟨ … ⟩", "supplied"))


@pytest.mark.parametrize(
    ("line", "hint"),
    [
        ('"xxx" = "supplied"', "what stands alone can mean: illegible"),
        ('"⟨ … ⟩" = "illegible"', "what stands around words can mean: unclear"),
        ('"a" = "illegible"', "more than one letter"),
        ('" … ⟩" = "supplied"', "more than one letter"),
        ('"xxx" = 3', "what stands alone can mean"),
    ],
)
def test_a_convention_that_cannot_be_followed_is_refused_at_its_line(tmp_path, line, hint):
    ((code, number, found),) = faults(tmp_path, f'title = "A"\n[conventions]\n{line}\n')
    assert (code, number) == ("E003", 3)
    assert hint in found
