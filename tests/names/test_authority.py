"""Authority files of all forms, whole and broken, and how their records are matched."""

import gzip
import json
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from teiedit.model.diagnostic import EditionError
from teiedit.model.register import Entry, Register
from teiedit.names.authority import read_authority
from teiedit.names.matching import match
from teiedit.names.proposal import Proposal

GND = "https://d-nb.info/gnd/118540238"
LOBID = {
    "id": GND,
    "gndIdentifier": "118540238",
    "type": ["DifferentiatedPerson", "Person"],
    "preferredName": "Oddie, William",
    "variantName": ["Oddie, W.", "Oddy, William"],
    "dateOfBirth": ["1841-05-02"],
    "dateOfDeath": ["1909"],
    "professionOrOccupation": [{"id": "x", "label": "Botaniker"}],
}
WIKIDATA = {
    "id": "Q42",
    "labels": {"en": {"language": "en", "value": "William Oddie"}, "de": {"value": "Wilhelm Oddie"}},
    "aliases": {"en": [{"value": "W. Oddie"}]},
    "descriptions": {"en": {"value": "botanist"}},
    "claims": {
        "P31": [{"mainsnak": {"datavalue": {"value": {"id": "Q5"}}}}],
        "P569": [{"mainsnak": {"datavalue": {"value": {"time": "+1841-00-00T00:00:00Z", "precision": 9}}}}],
        "P570": [{"mainsnak": {"datavalue": {"value": {"time": "+1909-03-01T00:00:00Z", "precision": 11}}}}],
        "P227": [{"mainsnak": {"datavalue": {"value": "118540238"}}}],
    },
}
VIAF = {
    "viafID": "24602065",
    "nameType": "Personal",
    "birthDate": "1841",
    "deathDate": "1909",
    "mainHeadings": {"data": [{"text": "Oddie, William, 1841-1909"}]},
}
SPARQL = {
    "head": {"vars": ["item"]},
    "results": {
        "bindings": [
            {
                "item": {"type": "uri", "value": "http://www.wikidata.org/entity/Q42"},
                "itemLabel": {"type": "literal", "value": "William Oddie"},
                "dob": {"type": "literal", "value": "1841-05-02T00:00:00Z"},
            }
        ]
    },
}


def records(tmp_path, content, name="extract.json", columns=None):
    path = tmp_path / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    found = []
    return list(read_authority(path, name, columns or {}, found)), found


@pytest.mark.parametrize(
    ("data", "uri", "name", "life"),
    [
        (LOBID, GND, "Oddie, William", ("1841-05-02", "1909")),
        (WIKIDATA, "http://www.wikidata.org/entity/Q42", "William Oddie", ("1841", "1909-03-01")),
        (VIAF, "http://viaf.org/viaf/24602065", "Oddie, William", ("1841", "1909")),
        ({"ns1:" + key: value for key, value in VIAF.items()}, "http://viaf.org/viaf/24602065", "Oddie, William", None),
        (SPARQL, "http://www.wikidata.org/entity/Q42", "William Oddie", ("1841-05-02", "")),
    ],
    ids=["gnd", "wikidata", "viaf", "viaf-ns1", "sparql"],
)
@pytest.mark.parametrize("form", ["object", "pretty", "lines", "array", "pretty-array", "dump", "member", "gzip"])
def test_a_record_is_read_in_every_form(tmp_path, data, uri, name, life, form):
    line = json.dumps(data)
    pretty = json.dumps(data, indent=2)
    content, file = {
        "object": (line, "a.json"),
        "pretty": (pretty, "a.json"),
        "lines": (f"{line}\n{line}\n", "a.jsonl"),
        "array": (f"[{line},{line}]", "a.json"),
        "pretty-array": (json.dumps([data, data], indent=2), "a.json"),
        "dump": (f"[\n{line},\n{line}\n]\n", "a.json"),
        "member": (json.dumps({"totalItems": 1, "member": [data]}), "a.json"),
        "gzip": (gzip.compress(line.encode()), "a.jsonl.gz"),
    }[form]
    found, faults = records(tmp_path, content, file)
    if form == "member" and data is SPARQL:
        # an answer within an answer is of no known form
        return
    assert not faults
    assert len(found) == (2 if form in ("lines", "array", "pretty-array", "dump") else 1)
    assert (found[0].uris[0][1], found[0].names[0]) == (uri, name)
    if life is not None:
        assert (found[0].birth, found[0].death) == life


def test_records_of_other_authorities_go_with_one(tmp_path):
    found, _ = records(tmp_path, json.dumps(WIKIDATA))
    assert found[0].uris == (("wikidata", "http://www.wikidata.org/entity/Q42"), ("gnd", GND))
    assert found[0].kind == "persName"


@pytest.mark.parametrize(
    ("table", "columns"),
    [
        ("gnd;preferredName;dateOfBirth;dateOfDeath\n118540238;Oddie, William;1841;1909\n", {}),
        ('item,itemLabel,born,died\nhttps://d-nb.info/gnd/118540238,"Oddie, William",1841,1909\n', {}),
        ("nr\twer\tdates\n118540238\tOddie, William\t1841–1909\n", {"uri": "nr", "name": "wer"}),
        ("118540238;Oddie, William;x;1841;1909\n", {"uri": "1", "name": "2", "birth": "4", "death": "5"}),
        (f"{GND};Oddie, William;1841;1909\n", {}),
    ],
    ids=["gnd", "sparql", "named", "numbered", "guessed"],
)
def test_a_table_is_read_with_and_without_a_header(tmp_path, table, columns):
    found, faults = records(tmp_path, table, "a.csv", columns)
    assert not faults
    assert [(r.uris, r.names, r.birth, r.death) for r in found] == [
        ((("gnd", GND),), ("Oddie, William",), "1841", "1909")
    ]


def test_faulty_lines_are_passed_over_and_told(tmp_path):
    lines = [json.dumps(LOBID), '{"broken": ', '{"id": 3}', json.dumps(LOBID), "[1, 2]", "null", json.dumps(LOBID)]
    found, faults = records(tmp_path, "\n".join(lines), "a.jsonl")
    assert len(found) == 3
    assert {d.code for d in faults} == {"N006"}
    assert min(d.place.line for d in faults) == 2


def test_many_faults_are_summed_up(tmp_path):
    _, faults = records(tmp_path, "id;name\n" + ";\n" * 3 + "x;\n" * 1000, "a.csv")
    assert len(faults) == 7
    assert "995 more rows" in faults[-2].message
    assert "no record" in faults[-1].message


def test_a_record_longer_than_what_is_read_at_once_is_whole(tmp_path):
    data = {**LOBID, "other": ["x" * 100] * 30_000}
    found, faults = records(tmp_path, json.dumps([LOBID, data, LOBID], indent=1))
    assert (len(found), faults) == (3, [])


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[" * 100_000,
        b'{"a":' * 100_000,
        b"\xff\xfe\x00",
        b'id;name\n"',
        b"\x00;\x00\n",
        b'{"id":' + b"9" * 6000 + b"}",
        b'{"id": "Q1", "labels": {"en": 3}, "claims": [], "aliases": 7, "descriptions": []}',
        b'{"viafID": {}, "mainHeadings": 4}',
        b'{"results": {"bindings": [3, null, []]}}',
        b'{"labels": {"en": {"value": "x"}}, "id": 7}',
    ],
)
def test_nothing_in_a_file_ends_in_a_traceback(tmp_path, content):
    found, faults = records(tmp_path, content)
    assert not found
    assert faults


@settings(max_examples=150, deadline=None)
@given(
    st.recursive(
        st.none() | st.integers() | st.text(max_size=8) | st.just("Q42"),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(
                st.sampled_from([*LOBID, *WIKIDATA, *VIAF, "value", "results", "bindings"]), inner, max_size=5
            )
        ),
        max_leaves=12,
    )
)
def test_any_json_is_read_or_passed_over(tmp_path_factory, data):
    records(tmp_path_factory.getbasetemp(), json.dumps(data))


def test_a_file_that_is_not_there_is_told(tmp_path):
    with pytest.raises(EditionError) as error:
        list(read_authority(tmp_path / "none.csv", "none.csv", {}, []))
    assert error.value.diagnostics[0].code == "N006"
    (tmp_path / "bad.gz").write_bytes(b"no gzip")
    with pytest.raises(EditionError):
        list(read_authority(tmp_path / "bad.gz", "bad.gz", {}, []))


def matched(tmp_path, data, *entries, proposals=(), years=(0, 0), wrote=True):
    found, _ = records(tmp_path, "\n".join(map(json.dumps, data)), "a.jsonl")
    register = Register(tuple(entries))
    spans = {entry.id: years for entry in entries}
    writers = frozenset(spans) if wrote else frozenset()
    return match(found, register, proposals, spans, writers)


ODDIE = Entry("p-oddie", "persName", "William Oddie")


def test_a_record_is_proposed_with_its_reasons(tmp_path):
    (proposal,) = matched(tmp_path, [LOBID], replace(ODDIE, birth="1841", office="Botaniker"), years=(1870, 1890))
    assert (proposal.action, proposal.id, proposal.authorities) == ("authority", "p-oddie", (("gnd", GND),))
    reasons = " ".join(proposal.reasons)
    for part in ("the same names", "born 1841 in both", "lived 1841–1909, documents 1870–1890", "office: botaniker"):
        assert part in reasons
    assert proposal.candidates[0].score == 100


@pytest.mark.parametrize(
    ("entry", "years", "wrote"),
    [
        (replace(ODDIE, birth="1850"), (0, 0), True),
        (replace(ODDIE, death="1910"), (0, 0), True),
        (ODDIE, (1845, 1846), True),
        (ODDIE, (1900, 1915), True),
        (ODDIE, (1820, 1830), False),
        (Entry("p-oddie", "persName", "Henry Oddie"), (0, 0), True),
        (Entry("p-oddie", "persName", "Mrs. Oddie"), (0, 0), True),
        (Entry("pl-oddie", "placeName", "William Oddie"), (0, 0), True),
        (replace(ODDIE, authorities=(("gnd", "https://d-nb.info/gnd/118607626"),)), (0, 0), True),
    ],
    ids=["birth", "death", "a child", "dead", "not born", "given name", "a woman", "a place", "has one"],
)
def test_what_speaks_against_a_record_rules_it_out(tmp_path, entry, years, wrote):
    assert matched(tmp_path, [LOBID], entry, years=years, wrote=wrote) == []


def test_who_is_only_named_may_be_long_dead(tmp_path):
    assert matched(tmp_path, [LOBID], ODDIE, years=(1950, 1960), wrote=False)


def test_two_records_that_fit_as_well_are_a_clash(tmp_path):
    other = {**LOBID, "id": "https://d-nb.info/gnd/118607626", "gndIdentifier": "118607626"}
    (proposal,) = matched(tmp_path, [LOBID, other], ODDIE)
    assert len(proposal.candidates) == 2
    assert "118607626" in proposal.clashes[0]


def test_a_new_entry_gets_the_record_only_where_it_is_clear(tmp_path):
    new = Proposal("new", "persName", "p-oddie", "William Oddie", rules=("party",), years=(1870, 1890))
    other = {**LOBID, "id": "https://d-nb.info/gnd/118607626", "gndIdentifier": "118607626"}
    (clear,) = matched(tmp_path, [LOBID], proposals=[new])
    (unclear,) = matched(tmp_path, [LOBID, other], proposals=[new])
    assert (clear.authorities, clear.dates) == ((("gnd", GND),), "1841-05-02/1909")
    assert (unclear.authorities, unclear.dates, len(unclear.candidates)) == ((), "", 2)


def test_an_initial_counts_for_less_than_a_name(tmp_path):
    (full,) = matched(tmp_path, [LOBID], ODDIE)
    (initial,) = matched(tmp_path, [LOBID], Entry("p-oddie", "persName", "W. Oddie"))
    assert full.candidates[0].score > initial.candidates[0].score


def test_places_and_bodies_are_matched_by_their_whole_names(tmp_path):
    place = {"id": "https://d-nb.info/gnd/4066009-6", "type": ["PlaceOrGeographicName"], "preferredName": "Lörmel"}
    found = matched(tmp_path, [place], Entry("pl-l", "placeName", "Loermel"), Entry("pl-x", "placeName", "Lörmel Hill"))
    assert [proposal.id for proposal in found] == ["pl-l"]
