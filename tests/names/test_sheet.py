"""The tables that are written: what is not changed stays as it was, and what is confirmed is in them."""

from dataclasses import replace

import pytest

from teiedit.model.diagnostic import EditionError
from teiedit.model.position import Place
from teiedit.names.change import read_registers, write
from teiedit.names.confirm import Decision, carry_out, difference
from teiedit.names.decisions import read_refused
from teiedit.names.proposal import Proposal
from teiedit.names.sheet import read_sheet
from teiedit.names.table import NO, YES, read_table, table
from teiedit.read.register import COLUMNS, read_register

HERE = Place("proposals.csv", 2)
PERSONS = "id;name;variants;dates\nquill;Ada Quill;Quill;1870–1940\nbell;Tom Bell;;\n"


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "register").mkdir()
    return tmp_path


def persons(folder, text=PERSONS):
    path = folder / "register/persons.csv"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def apply(folder, *proposals):
    registers = read_registers(folder, "")
    decisions = [Decision(True, proposal, HERE, proposal.key) for proposal in proposals]
    outcome = carry_out(decisions, registers, read_refused(folder, "", registers.home))
    write(outcome.sheets)
    return outcome


NEW = Proposal("new", "persName", "p-oddie", "William Oddie", ("Oddie", "W. Oddie"))
VARIANT = Proposal("variant", "persName", "p-bell", "Tom Bell", ("T. Bell",))


@pytest.mark.parametrize("bom", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("sign", [";", ",", "\t"])
@pytest.mark.parametrize("last", [True, False])
def test_one_cell_is_changed_and_no_other_byte(folder, bom, end, sign, last):
    lines = ["# ours", "mine;variants;id;name", 'x  ;;"bell";Tom Bell', ";;;", '"a;b";"Q|""R""";quill;Ada Quill']
    text = end.join(line.replace(";", sign) for line in lines) + (end if last else "")
    path = persons(folder, bom + text.encode())
    apply(folder, VARIANT)
    row = 'x  ;T. Bell;"bell";Tom Bell'.replace(";", sign)
    old = 'x  ;;"bell";Tom Bell'.replace(";", sign)
    assert path.read_bytes() == bom + text.replace(old, row).encode()


@pytest.mark.parametrize("text", [PERSONS, PERSONS.rstrip("\n"), PERSONS.replace("\n", "\r\n"), PERSONS + "\n# end\n"])
def test_a_new_entry_is_a_row_at_the_end(folder, text):
    path = persons(folder, text)
    apply(folder, NEW)
    end = "\r\n" if "\r\n" in text else "\n"
    last = text if text.endswith("\n") else text + end
    row = f"oddie;William Oddie;Oddie|W. Oddie;{end if text.endswith(chr(10)) else ''}"
    assert path.read_bytes().decode() == last + row


def test_a_file_that_quotes_everything_gets_quoted_fields(folder):
    path = persons(folder, '"id","name"\n"bell","Tom Bell"\n')
    apply(folder, replace(NEW, variants=()))
    assert path.read_text() == '"id","name"\n"bell","Tom Bell"\n"oddie","William Oddie"\n'


def test_a_value_that_needs_quotation_marks_gets_them(folder):
    path = persons(folder)
    apply(folder, replace(VARIANT, variants=('Tom "the Bell"; Esq.',)))
    assert 'bell;Tom Bell;"Tom ""the Bell""; Esq.";' in path.read_text()
    register, found = read_register(folder, "")
    assert not found
    assert register.entries[1].variants == ('Tom "the Bell"; Esq.',)


def test_a_column_that_is_missing_is_added_and_other_rows_stay_short(folder):
    path = persons(folder, "id;name\nquill;Ada Quill\nbell;Tom Bell\n")
    apply(folder, VARIANT)
    assert path.read_text() == "id;name;variants\nquill;Ada Quill\nbell;Tom Bell;T. Bell\n"


def test_identifiers_are_led_by_their_prefix_where_the_file_has_it(folder):
    path = persons(folder, "id;name\np-quill;Ada Quill\n")
    apply(folder, NEW)
    assert path.read_text().splitlines()[-1].startswith("p-oddie;")


def test_a_register_that_is_missing_is_made_like_its_neighbours(folder):
    persons(folder, b"\xef\xbb\xbf" + PERSONS.replace(";", ",").replace("\n", "\r\n").encode())
    apply(folder, Proposal("new", "placeName", "pl-lormel", "Lormel"))
    made = (folder / "register/places.csv").read_bytes()
    assert made.startswith(b"\xef\xbb\xbfid,name,variants,lat,lon,")
    assert made.endswith(b"\r\nlormel,Lormel,,,,,,,\r\n") or b"\r\npl-lormel,Lormel" in made
    assert [entry.id for entry in read_register(folder, "")[0].entries] == ["p-quill", "p-bell", "pl-lormel"]


def test_an_edition_without_registers_gets_them(tmp_path):
    apply(tmp_path, NEW)
    register, found = read_register(tmp_path, "")
    assert (found, [entry.id for entry in register.entries]) == ((), ["p-oddie"])


def test_a_merge_keeps_names_and_fills_what_is_empty(folder):
    (folder / "register/places.csv").write_text("id;name;note\nx;Lormel;home of p-bell2 and of p-bell2x\n")
    text = "id;name;variants;dates;gnd;note;pupil\nbell;Tom Bell;;;118540238;one;\n"
    text += "bell2;Thomas Bell;T. Bell;1870–1940;118607626;two;\nquill;Ada Quill;;;;;p-bell2\n"
    path = persons(folder, text)
    outcome = apply(folder, Proposal("merge", "persName", "p-bell", "Tom Bell", other="p-bell2"))
    lines = path.read_text().splitlines()
    assert lines[1] == "bell;Tom Bell;Thomas Bell|T. Bell;1870–1940;118540238|118607626;one;"
    assert lines[2] == "quill;Ada Quill;;;;;p-bell"
    assert len(lines) == 3
    assert (folder / "register/places.csv").read_text().endswith("home of p-bell and of p-bell2x\n")
    assert [(d.code, "two" in d.message) for d in outcome.diagnostics] == [("N003", True)]


def test_uses_of_an_entry_that_is_gone_are_told_with_their_lines(folder):
    persons(folder, "id;name\nbell;Tom Bell\nbell2;Thomas Bell\n")
    (folder / "edition.toml").write_text('title = "x"\n# p-bell2\n# p-bell2-x\n')
    (folder / "letters").mkdir()
    (folder / "letters/a.decisions.toml").write_text('who = "p-bell2"\n')
    outcome = apply(folder, Proposal("merge", "persName", "p-bell", "Tom Bell", other="p-bell2"))
    places = [(d.place.file, d.place.line, d.hint) for d in outcome.diagnostics if d.code == "N003"]
    assert places == [("edition.toml", 2, 'write "p-bell"'), ("letters/a.decisions.toml", 1, 'write "p-bell"')]


def test_an_authority_is_added_to_its_column_with_dates_where_there_are_none(folder):
    path = persons(folder)
    records = (("gnd", "https://d-nb.info/gnd/118540238"), ("URI", "https://example.org/a"))
    apply(folder, Proposal("authority", "persName", "p-bell", "Tom Bell", authorities=records, dates="1870–1940"))
    assert path.read_text().splitlines()[0] == "id;name;variants;dates;gnd;authority"
    assert path.read_text().splitlines()[2] == "bell;Tom Bell;;1870–1940;118540238;https://example.org/a"


def test_what_was_carried_out_before_changes_nothing(folder):
    path = persons(folder)
    proposals = (NEW, VARIANT, Proposal("unused", "persName", "p-quill", "Ada Quill"))
    apply(folder, *proposals)
    before = path.read_bytes()
    outcome = apply(folder, *proposals)
    assert path.read_bytes() == before
    assert (outcome.confirmed, outcome.idle, outcome.diagnostics) == (0, 3, [])


@pytest.mark.parametrize(
    "proposal",
    [
        replace(NEW, id="oddie"),
        replace(NEW, id="p-a b"),
        replace(NEW, id="pl-oddie"),
        replace(NEW, id="p-bell"),
        replace(NEW, name=" "),
        replace(NEW, kind=""),
        replace(NEW, dates="1900–1800"),
        replace(NEW, variants=("a\x0b",)),
        replace(VARIANT, id="p-nobody"),
        Proposal("merge", "persName", "p-bell", "Tom Bell", other="p-bell"),
        Proposal("merge", "persName", "p-bell", "Tom Bell"),
    ],
)
def test_what_cannot_be_carried_out_is_told_and_nothing_is_written(folder, proposal):
    path = persons(folder)
    outcome = apply(folder, proposal)
    assert [(d.code, d.place) for d in outcome.diagnostics] == [("N001", HERE)]
    assert path.read_text() == PERSONS


def test_a_file_that_changed_meanwhile_is_left_alone_with_all_others(folder):
    path = persons(folder)
    registers = read_registers(folder, "")
    refused = read_refused(folder, "", registers.home)
    decisions = [Decision(True, NEW, HERE, NEW.key), Decision(False, VARIANT, HERE, VARIANT.key)]
    outcome = carry_out(decisions, registers, refused)
    path.write_text(PERSONS + "late;Late Comer;;\n")
    with pytest.raises(EditionError) as error:
        write(outcome.sheets)
    assert error.value.diagnostics[0].code == "N004"
    assert path.read_text() == PERSONS + "late;Late Comer;;\n"
    assert not (folder / "register/names.decisions.csv").exists()


@pytest.mark.parametrize("text", ['id;name\nbell;"Tom\n', 'id;name\nbell;"Tom"x\n', "", "\n\n", b"id;name\nb;\xff\n"])
def test_a_table_that_cannot_be_read_to_its_end_is_not_written(folder, text):
    persons(folder, text)
    with pytest.raises(EditionError) as error:
        read_registers(folder, "")
    assert error.value.diagnostics[0].code == "N002"


def test_line_breaks_within_fields_are_kept(folder):
    text = 'id;name;note\nbell;Tom Bell;"two\r\nlines"\nquill;Ada Quill;\n'
    path = persons(folder, text)
    apply(folder, Proposal("variant", "persName", "p-quill", "", ("Q.Q.",)))
    assert path.read_bytes().decode() == text.replace("note\n", "note;variants\n").replace("Quill;\n", "Quill;;Q.Q.\n")


def test_a_dry_run_shows_the_lines_that_change(folder):
    path = persons(folder)
    registers = read_registers(folder, "")
    outcome = carry_out([Decision(True, VARIANT, HERE, VARIANT.key)], registers, read_refused(folder, ""))
    shown = difference(outcome.sheets).splitlines()
    assert [line for line in shown if line[:1] in "+-" and line[:3] not in ("+++", "---")] == [
        "-bell;Tom Bell;;",
        "+bell;Tom Bell;T. Bell;",
    ]
    assert path.read_text() == PERSONS


def test_refusals_are_remembered_until_there_is_more_to_them(folder):
    persons(folder)
    seen = replace(VARIANT, documents=3, rules=("titled",))
    registers = read_registers(folder, "")
    outcome = carry_out([Decision(False, seen, HERE, seen.key)], registers, read_refused(folder, "", registers.home))
    write(outcome.sheets)
    refused = read_refused(folder, "")
    assert (folder / "register/names.decisions.csv").is_file()
    assert refused.stands(seen)
    assert refused.stands(replace(seen, documents=5))
    assert not refused.stands(replace(seen, documents=6))
    assert not refused.stands(replace(seen, rules=("party", "titled")))
    assert not refused.stands(replace(seen, variants=("Bell",)))
    assert read_register(folder, "")[1] == ()


def test_a_row_that_is_no_refusal_is_told(folder):
    path = folder / "register/names.decisions.csv"
    path.write_text("decision;action;about;what;documents;evidence\nperhaps;variant;p-bell;T. Bell;3;titled\n")
    refused = read_refused(folder, "")
    assert [(d.code, d.place.line) for d in refused.diagnostics] == [("N005", 2)]
    assert not refused.known


def filled(folder, *decisions, delimiter=";"):
    """Write a table of NEW and VARIANT, with decisions filled in, as a spreadsheet would save it."""
    path = folder / "proposals.csv"
    path.write_bytes(table(path, [replace(NEW, documents=2, rules=("party",)), VARIANT], ";"))
    sheet = read_sheet(path, "proposals.csv", COLUMNS)
    for row, decision in zip(sheet.data(), decisions, strict=True):
        sheet.set(row, "decision", decision)
    text = sheet.text()
    path.write_text(text if delimiter == ";" else text.replace(";", delimiter), "utf-8-sig")
    return path


@pytest.mark.parametrize(
    ("words", "decided"),
    [(("yes", "no"), [YES, NO]), (("J", "Nein"), [YES, NO]), (("", "x"), [YES]), (("skip", ""), [])],
)
@pytest.mark.parametrize("delimiter", [";", ","])
def test_a_table_that_was_filled_in_is_read(folder, words, decided, delimiter):
    rows, found = read_table(filled(folder, *words, delimiter=delimiter), "proposals.csv")
    assert (found, [row[0] for row in rows]) == ([], decided)


def test_a_proposal_comes_back_from_the_table_as_it_went(folder):
    (word, proposal, place, key), _ = read_table(filled(folder, "yes", "no"), "proposals.csv")[0]
    assert (word, place.line, key) == (YES, 2, NEW.key)
    assert (proposal.id, proposal.name, proposal.variants) == (NEW.id, NEW.name, NEW.variants)
    assert (proposal.documents, proposal.rules) == (2, ("party",))


def test_a_decision_that_is_none_is_told_at_its_line(folder):
    rows, found = read_table(filled(folder, "perhaps", "yes"), "proposals.csv")
    assert [(d.code, d.place.line) for d in found] == [("N001", 2)]
    assert [row[1].action for row in rows] == ["variant"]


@pytest.mark.parametrize("value", ["=1+1", "+1", "-1", "@x"])
def test_a_spreadsheet_takes_nothing_for_a_formula(folder, value):
    path = folder / "proposals.csv"
    path.write_bytes(table(path, [replace(NEW, name=value, variants=(value,))], ";"))
    assert f";'{value};" in path.read_text("utf-8-sig")
    path.write_text(path.read_text("utf-8-sig").replace("\n;", "\nyes;"), "utf-8")
    assert read_table(path, "p")[0][0][1].name == value


def test_a_table_without_its_columns_is_told(folder):
    path = folder / "proposals.csv"
    path.write_text("decision;name\nyes;x\n")
    rows, found = read_table(path, "proposals.csv")
    assert (rows, [d.code for d in found]) == ([], ["N001"])
