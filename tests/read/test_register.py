from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from teiedit.read.register import read_register

KENNEDY = "id;name;variants;dates;office;wikidata\nkennedy;John F. Kennedy;Kennedy|JFK;1917–1963;President;Q9696\n"


def read(tmp_path, persons="", **others):
    for name, content in {"persons": persons, **others}.items():
        if content:
            data = content if isinstance(content, bytes) else content.encode()
            (tmp_path / f"{name}.csv").write_bytes(data)
    return read_register(tmp_path, "letters")


def entries(tmp_path, persons="", **others):
    register, found = read(tmp_path, persons, **others)
    assert found == ()
    return register.entries


def faults(tmp_path, persons="", **others):
    return [(d.code, str(d.place)) for d in read(tmp_path, persons, **others)[1]]


def test_an_edition_without_registers_has_none_and_nothing_is_said(tmp_path):
    register, found = read_register(tmp_path, "letters")
    assert (register.entries, found) == ((), ())


@pytest.mark.parametrize("separator", [";", ",", "\t"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_separator_and_byte_order_mark_are_found_out(tmp_path, separator, mark):
    (entry,) = entries(tmp_path, mark + KENNEDY.replace(";", separator).encode())
    assert (entry.id, entry.kind, entry.name) == ("p-kennedy", "persName", "John F. Kennedy")
    assert (entry.variants, entry.birth, entry.death) == (("Kennedy", "JFK"), "1917", "1963")
    assert entry.office == "President"
    assert entry.authorities == (("wikidata", "http://www.wikidata.org/entity/Q9696"),)


def test_a_line_that_names_the_separator_is_no_header(tmp_path):
    assert entries(tmp_path, "sep=,\nname,variants\nJane Roe,J. Roe; Miss Roe\n")[0].variants == ("J. Roe; Miss Roe",)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_line_end_counts_as_one(tmp_path, end):
    assert faults(tmp_path, KENNEDY.replace("\n", end) + f"x;{end}") == [("E012", "letters/persons.csv:3:1")]


def test_registers_lie_beside_the_settings_or_in_a_folder_of_their_own(tmp_path):
    (tmp_path / "register").mkdir()
    (tmp_path / "register/places.csv").write_text("name;lat;lon\nCuba;21,5;-80\n", "utf-8")
    person, place = entries(tmp_path, KENNEDY)
    assert (person.id, place.id, place.kind, place.geo) == ("p-kennedy", "pl-cuba", "placeName", "21.5 -80")


def test_both_spellings_of_organisations_are_read(tmp_path):
    found = entries(tmp_path, organisations="name\nNATO\n", organizations="name\nUnited Nations\n")
    assert [entry.id for entry in found] == ["o-nato", "o-united-nations"]


def test_blank_rows_and_remarks_are_passed_over(tmp_path):
    assert len(entries(tmp_path, "# our people\n\n;;\n" + KENNEDY + "# the end;;\n\n")) == 1


def test_an_identifier_is_made_of_the_name_where_none_is_given(tmp_path):
    assert [e.id for e in entries(tmp_path, "name\nFrançois Müller\n")] == ["p-francois-muller"]


@pytest.mark.parametrize("typed", ["1234", "müller", "p-müller", "GND_118540238", "a.b"])
def test_identifiers_of_the_editors_own_are_kept(tmp_path, typed):
    (entry,) = entries(tmp_path, f"id;name\n{typed};A\n")
    assert entry.id == "p-" + typed.removeprefix("p-")


@pytest.mark.parametrize("typed", ["a b", "a/b", "a:b", "<a>", '"a"""', "pl-cuba", "o-un"])
def test_an_identifier_that_cannot_be_one_is_refused(tmp_path, typed):
    assert [code for code, _ in faults(tmp_path, f"id;name\n{typed};A\nb;B\n")] == ["E014"]
    assert [e.id for e in read_register(tmp_path, "letters")[0].entries] == ["p-b"]


def test_an_identifier_twice_is_reported_with_the_first_place(tmp_path):
    register, (fault,) = read(tmp_path, KENNEDY + "p-kennedy;Robert Kennedy\n")
    assert (fault.code, str(fault.place)) == ("E013", "letters/persons.csv:3:11")
    assert "letters/persons.csv:2" in fault.message
    assert [e.name for e in register.entries] == ["John F. Kennedy"]


def test_an_unknown_column_is_answered_with_the_nearest(tmp_path):
    _, (fault,) = read(tmp_path, "id;name;varients\na;A;B\n")
    assert (fault.code, str(fault.place), fault.hint) == (
        "E010",
        "letters/persons.csv:1:9",
        'did you mean "variants"?',
    )


def test_a_column_twice_is_reported(tmp_path):
    assert faults(tmp_path, "name;note;note\nA;x;y\n") == [("E010", "letters/persons.csv:1:6")]


def test_a_value_in_a_column_of_another_register_is_reported(tmp_path):
    assert faults(tmp_path, "name;lat\nA;\nB;21.5\n") == [("E010", "letters/persons.csv:3:3")]


def test_without_a_column_of_names_nothing_is_read(tmp_path):
    register, (fault,) = read(tmp_path, "id;gnd\na;118540238\n")
    assert (register.entries, fault.code) == ((), "E011")


def test_a_row_with_more_fields_than_the_header_is_left_out(tmp_path):
    assert faults(tmp_path, "name,note\nHome, Lord,x\nA,b\n") == [("E011", "letters/persons.csv:2")]


def test_a_separator_in_quotation_marks_is_part_of_the_field(tmp_path):
    (entry,) = entries(tmp_path, 'name,note\n"Home, Lord","the ""Sun""\n inn"\n')
    assert (entry.name, entry.note) == ("Home, Lord", 'the "Sun" inn')
    assert entry.forms == ("Home, Lord", "Lord Home")


def test_two_entries_that_share_a_name_are_pointed_out(tmp_path):
    register, (fault,) = read(tmp_path, "name;variants\nJohn Roe;Roe\nJane Roe;Roe\n")
    assert (fault.code, fault.severity.word, fault.place.line) == ("E016", "check", 3)
    assert len(register.entries) == 2


def test_a_name_may_be_shared_by_two_registers_too(tmp_path):
    found = faults(tmp_path, "name\nWashington\n", places="name\nWashington\n")
    assert found == [("E016", "letters/places.csv:2:1")]


@pytest.mark.parametrize(
    ("column", "typed", "uri"),
    [
        ("gnd", "118540238", "https://d-nb.info/gnd/118540238"),
        ("gnd", "4005728-8", "https://d-nb.info/gnd/4005728-8"),
        ("gnd", "http://d-nb.info/gnd/118540238", "https://d-nb.info/gnd/118540238"),
        ("viaf", "24602065", "http://viaf.org/viaf/24602065"),
        ("viaf", "https://viaf.org/viaf/24602065/", "http://viaf.org/viaf/24602065"),
        ("wikidata", "Q5879", "http://www.wikidata.org/entity/Q5879"),
        ("wikidata", "https://www.wikidata.org/wiki/Q5879", "http://www.wikidata.org/entity/Q5879"),
        ("geonames", "2950159", "https://www.geonames.org/2950159"),
        ("geonames", "https://www.geonames.org/2950159/berlin.html", "https://www.geonames.org/2950159"),
        ("lc", "n79003362", "http://id.loc.gov/authorities/names/n79003362"),
        ("lc", "sh85038796", "http://id.loc.gov/authorities/subjects/sh85038796"),
    ],
)
def test_a_number_or_address_becomes_the_full_uri(tmp_path, column, typed, uri):
    assert entries(tmp_path, f"name;{column}\nA;{typed}\n")[0].authorities == ((column, uri),)


def test_addresses_tell_their_authority(tmp_path):
    (entry,) = entries(tmp_path, "name;authority\nA;https://d-nb.info/gnd/118540238|https://example.org/p/7?a=1\n")
    assert entry.authorities == (("gnd", "https://d-nb.info/gnd/118540238"), ("URI", "https://example.org/p/7?a=1"))


@pytest.mark.parametrize(
    ("column", "typed"),
    [
        ("gnd", "1.19E+08"),
        ("gnd", "Goethe"),
        ("viaf", "0"),
        ("wikidata", "5879"),
        ("geonames", "Berlin"),
        ("lc", "79003362"),
        ("gnd", "https://viaf.org/viaf/24602065"),
        ("authority", "javascript:alert(1)"),
        ("authority", "example.org"),
        ("authority", "https://example.org/a b"),
        ("authority", 'https://example.org/""'),
        ("gnd", "١١٨٥٤٠٢٣٨"),
    ],
)
def test_what_is_no_record_is_left_out_and_reported(tmp_path, column, typed):
    register, (fault,) = read(tmp_path, f"name;{column}\nA;{typed}\n")
    assert (fault.code, fault.place.line) == ("E015", 2)
    assert register.entries[0].authorities == ()


@pytest.mark.parametrize(
    ("typed", "life"),
    [
        ("1917–1963", ("1917", "1963")),
        ("1917-1963", ("1917", "1963")),
        ("1917-05-29/1963-11-22", ("1917-05-29", "1963-11-22")),
        ("1917–", ("1917", "")),
        ("–1963", ("", "1963")),
        ("* 1917", ("1917", "")),
        ("† 1963-11", ("", "1963-11")),
        ("*1917 – †1963", ("1917", "1963")),
    ],
)
def test_birth_and_death_are_read(tmp_path, typed, life):
    (entry,) = entries(tmp_path, f"name;dates\nA;{typed}\n")
    assert (entry.birth, entry.death, entry.dates) == (*life, "")


def test_dates_in_words_are_kept_as_they_are(tmp_path):
    (entry,) = entries(tmp_path, "name;dates\nA;um 1800–1850\n")
    assert (entry.birth, entry.death, entry.dates) == ("", "", "um 1800–1850")


@pytest.mark.parametrize("typed", ["29.5.1917", "1963–1917", "1917-13-01/1963", "1917-02-30/", "0000–1900"])
def test_figures_that_are_no_dates_are_reported(tmp_path, typed):
    register, (fault,) = read(tmp_path, f"name;dates\nA;{typed}\n")
    assert fault.code == "E018"
    assert (register.entries[0].birth, register.entries[0].death) == ("", "")


@pytest.mark.parametrize(("lat", "lon"), [("91", "0"), ("x", "0"), ("21.5", ""), ("1e1", "0"), ("nan", "0")])
def test_coordinates_that_are_none_are_reported(tmp_path, lat, lon):
    register, found = read(tmp_path, places=f"name;lat;lon\nCuba;{lat};{lon}\n")
    assert {d.code for d in found} == {"E018"}
    assert register.entries[0].geo == ""


def test_a_file_that_is_almost_a_register_is_not_passed_over(tmp_path):
    (tmp_path / "person.csv").write_text("name\nA\n", "utf-8")
    (tmp_path / "budget.csv").write_text("sum\n1\n", "utf-8")
    _, (fault,) = read_register(tmp_path, "letters")
    assert (fault.code, fault.place.file, fault.hint) == ("E017", "letters/person.csv", 'did you mean "persons.csv"?')


def test_a_link_out_of_the_edition_is_left_out(tmp_path):
    (tmp_path / "secret.csv").write_text("name\nA\n", "utf-8")
    folder = tmp_path / "letters"
    folder.mkdir()
    (folder / "persons.csv").symlink_to(tmp_path / "secret.csv")
    register, (fault,) = read_register(folder, "letters")
    assert (register.entries, fault.code) == ((), "T009")


HOSTILE = {
    "not UTF-8": (b"name\nM\xfcller\n", "E011", 2),
    "UTF-16": ("name\nA\n".encode("utf-16"), "E011", 1),
    "NUL": (b"name\nA\0B\nC\n", "E011", 2),
    "control character": (b"name\nA\x07\nC\n", "E011", 2),
    "quotation mark never closed": (b'name;note\nA;b\n"B;c\nC;d\n', "E011", 3),
    "text after a quotation": (b'name;note\n"A"x;b\nC;d\n', "E011", 2),
    "huge field": (b"name;note\nA;" + b"x" * 200_000 + b"\nC;d\n", "E011", 2),
    "no rows, no header": (b"\xff", "E011", 1),
}


@pytest.mark.parametrize("what", HOSTILE)
def test_what_cannot_be_read_is_said_at_its_line(tmp_path, what):
    data, code, line = HOSTILE[what]
    found = read(tmp_path, data)[1]
    assert [(d.code, d.place.line) for d in found] == [(code, line)]


def test_rows_after_a_broken_one_are_read(tmp_path):
    assert [e.name for e in read(tmp_path, b'name;note\n"A"x;b\nC;d\n')[0].entries] == ["C"]


def test_a_folder_called_like_a_register_is_reported(tmp_path):
    (tmp_path / "persons.csv").mkdir()
    assert [d.code for d in read_register(tmp_path, "letters")[1]] == ["E011"]


def test_a_thousand_faults_of_one_kind_are_summed_up(tmp_path):
    found = read(tmp_path, "id;name\n" + "x;\n" * 1000)[1]
    assert len(found) == 21
    assert found[-1].message == "980 more rows have the same fault (E012)"


PIECES = (
    *"id name variants dates lat ; , | A p-a # sep= 1917–1963 =cmd() é".split(),
    *'"\t\n\r\0\ufeff\u2028 ',
    "x" * 1000,
)


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.sampled_from(PIECES),
        max_size=40,
    ).map("".join)
)
def test_nothing_that_is_typed_ends_in_a_traceback(tmp_path, text):
    for name in ("persons", "places"):
        (tmp_path / f"{name}.csv").write_bytes(text.encode())
    register, found = read_register(tmp_path, "")
    assert all(entry.name and entry.id for entry in register.entries)
    assert all(diagnostic.place.line >= 0 and diagnostic.message for diagnostic in found)


def test_nonsense_bytes_end_in_a_diagnostic(tmp_path):
    for data in (bytes(range(256)), b"\xfe\xff" * 10, b"\x80" * 1000):
        assert [d.code for d in read(tmp_path, data)[1]] == ["E011"]
