"""The ledger beside the transcripts, read: two sides of a merge, and what cannot be read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from teiedit.catalogue.ledger import entered, render, withdrawn
from teiedit.model.diagnostic import EditionError
from teiedit.model.ledger import HEAD, Entry, Stamp
from teiedit.read.ledger import read_ledger

OLD, NEW = "2026-01-01T00:00:00Z", "2026-02-01T00:00:00Z"
A, B = "a" * 16, "b" * 16


def written(tmp_path, *lines, columns="id\tpublished\twithdrawn\tsets\toai_dc\ttei"):
    path = tmp_path / "ledger.tsv"
    path.write_text("\n".join((HEAD, columns, *lines)) + "\n", "utf-8")
    return path


def faults(path):
    with pytest.raises(EditionError) as caught:
        read_ledger(path, "ledger.tsv")
    return [(d.code, d.place.line) for d in caught.value.diagnostics]


def test_no_file_is_an_empty_ledger(tmp_path):
    assert read_ledger(tmp_path / "ledger.tsv", "ledger.tsv") == {}


def test_a_record_that_never_changed_bears_the_moment_of_its_publication(tmp_path):
    entries = read_ledger(written(tmp_path, f"one\t{OLD}\t\t\t{A}\t{B}@{NEW}"), "ledger.tsv")
    assert entries == {"one": Entry(OLD, "", (), {"oai_dc": Stamp(A, OLD), "tei": Stamp(B, NEW)})}


def test_two_lines_of_one_document_are_read_as_one(tmp_path):
    lines = f"one\t{NEW}\t\t\t{A}\t", f"one\t{OLD}\t\t\t{B}@{NEW}\t{B}"
    entries = read_ledger(written(tmp_path, *lines), "ledger.tsv")
    assert entries["one"] == Entry(OLD, "", (), {"oai_dc": Stamp(A, NEW), "tei": Stamp(B, OLD)})


def test_a_document_is_withdrawn_where_both_sides_of_a_merge_say_so(tmp_path):
    gone, here = f"one\t{OLD}\t{NEW}\tyear:1914\t{A}\t", f"one\t{OLD}\t\t\t{A}\t"
    assert read_ledger(written(tmp_path, gone, here), "x")["one"].withdrawn == ""
    assert read_ledger(written(tmp_path, gone, gone), "x")["one"] == Entry(
        OLD, NEW, ("year:1914",), {"oai_dc": Stamp(A, OLD)}
    )


@pytest.mark.parametrize(
    "line",
    [
        "one",
        f"one\tyesterday\t\t\t{A}\t",
        f"one\t2026-13-01T00:00:00Z\t\t\t{A}\t",
        f"one\t{OLD}\tnever\t\t{A}\t",
        f"one\t{OLD}\t\t\tabc\t",
        f"../one\t{OLD}\t\t\t{A}\t",
        "<<<<<<< HEAD",
    ],
)
def test_a_line_that_cannot_be_read_stops_with_its_number(tmp_path, line):
    assert faults(written(tmp_path, f"first\t{OLD}\t\t\t{A}\t", line)) == [("E030", 4)]


def test_a_ledger_without_columns_or_text_is_refused(tmp_path):
    assert faults(written(tmp_path, f"one\t{OLD}\t\t\t{A}\t", columns="")) == [("E030", 3)]
    (tmp_path / "ledger.tsv").write_bytes(b"\xff\xfe\x00")
    assert faults(tmp_path / "ledger.tsv") == [("E030", 0)]


_MOMENTS = st.integers(0, 10**9).map(lambda n: f"{2000 + n % 90}-{n % 12 + 1:02}-{n % 28 + 1:02}T{n % 24:02}:00:00Z")
_HASHES = st.text("0123456789abcdef", min_size=16, max_size=16)
_STAMPS = st.dictionaries(st.sampled_from(["mods", "oai_dc", "tei"]), st.builds(Stamp, _HASHES, _MOMENTS))
_SETS = st.lists(st.sampled_from(["genre:letter", "year:1914"]), unique=True).map(tuple)
_ENTRIES = st.builds(Entry, _MOMENTS, st.just("") | _MOMENTS, _SETS, _STAMPS)


@given(entries=st.dictionaries(st.from_regex(r"[A-Za-z_][A-Za-z0-9._-]{0,9}", fullmatch=True), _ENTRIES))
def test_what_is_written_is_read_again(tmp_path_factory, entries):
    path = tmp_path_factory.mktemp("ledger") / "ledger.tsv"
    path.write_bytes(render(entries))
    assert read_ledger(path, "x") == entries
    assert render(read_ledger(path, "x")) == render(entries)


def test_a_stamp_moves_only_for_the_record_that_changed():
    first = entered(None, {"oai_dc": A, "tei": A}, OLD)
    assert entered(first, {"oai_dc": A, "tei": A}, NEW) == first
    assert entered(first, {"oai_dc": A, "tei": B}, NEW).stamps == {"oai_dc": Stamp(A, OLD), "tei": Stamp(B, NEW)}


def test_what_was_withdrawn_stays_so_and_what_returns_is_new_to_harvesters():
    first = entered(None, {"tei": A}, OLD)
    gone = withdrawn(first, ("year:1914",), NEW)
    assert (gone.withdrawn, gone.sets) == (NEW, ("year:1914",))
    assert withdrawn(gone, (), "2026-03-01T00:00:00Z") == gone
    again = entered(gone, {"tei": A}, "2026-03-01T00:00:00Z")
    assert again == Entry(OLD, "", (), {"tei": Stamp(A, "2026-03-01T00:00:00Z")})
