"""What is said about two states of a document, fact by fact."""

from __future__ import annotations

import json

import pytest

from teiedit.package.changelist import data, markdown
from teiedit.package.changes import find_changes
from teiedit.package.editions import open_release
from teiedit.package.kinds import KINDS, Change

FRAME = """<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="{id}" xml:lang="en"><teiHeader><fileDesc><titleStmt>
<title type="main">Letter 1</title></titleStmt><publicationStmt><publisher>{publisher}</publisher></publicationStmt>
<sourceDesc><bibl><idno type="file">{id}.txt</idno><idno type="sha256">{sha}</idno></bibl><msDesc><msIdentifier>
<idno type="catalogue">FO 1</idno></msIdentifier></msDesc></sourceDesc></fileDesc><profileDesc><creation>
<date when="{date}">a day</date></creation><textClass><catRef target="#dt-{kind}"/></textClass><correspDesc>
<correspAction type="sent"><persName ref="#{sender}">Ada</persName><date when="{date}">a day</date></correspAction>
<correspAction type="received"><persName>Ben</persName></correspAction></correspDesc></profileDesc></teiHeader>
<standOff type="entities"><listPerson>
<person xml:id="p-ada"><persName>Ada Byron</persName><birth>{birth}</birth></person>
<person xml:id="p-eve"><persName>Eve</persName></person></listPerson></standOff><standOff type="provenance">
<note>{reason}</note></standOff><text><body><div type="letter"><p>We met <name>him</name> in {words} at
<placeName{place}>Rome</placeName>.</p>{more}<closer><signed><persName ref="#{signer}">Ada</persName></signed></closer>
</div></body></text></TEI>"""
PLAIN = {
    "id": "a", "publisher": "P", "sha": "1", "date": "1900-01-02", "kind": "letter", "sender": "p-ada", "birth": "1815",
    "reason": "", "words": "March", "place": "", "more": "", "signer": "p-ada",
}  # fmt: skip


def release(folder, *documents):
    """A folder with TEI files, each a change of PLAIN."""
    (folder / "tei").mkdir(parents=True)
    for changed in documents:
        facts = PLAIN | changed
        (folder / f"tei/{facts['id']}.xml").write_text(FRAME.format(**facts), "utf-8")
    return folder


def changed(tmp_path, old, new):
    """The changes between two releases; each a list of documents."""
    before, after = release(tmp_path / "old", *old), release(tmp_path / "new", *new)
    return find_changes(open_release(before), open_release(after), tmp_path / "spool")


CASES = {
    "a date": ({"date": "1900-01-03"}, Change("date", "1900-01-02", "1900-01-03")),
    "a kind": ({"kind": "memorandum"}, Change("kind", "letter", "memorandum")),
    "a sender": ({"sender": "p-eve"}, Change("sender", "Ada (Ada Byron, p-ada)", "Ada (Eve, p-eve)")),
    "a signature": (
        {"signer": "p-eve"},
        Change("signature-attributed", "Ada (Ada Byron, p-ada)", "Ada (Eve, p-eve)"),
    ),
    "a word": (
        {"words": "May", "sha": "2"},
        Change("words", "… met him in March at Rome.", "… met him in May at Rome."),
    ),
    "a name": ({"place": ' ref="#pl-rome"'}, Change("name-linked", "Rome", "Rome (pl-rome)")),
    "spaces": ({"sha": "2"}, Change("spacing")),
    "a reason": ({"reason": "another"}, Change("encoding")),
    "the element of a word": ({"words": "<hi>March</hi>"}, Change("mark-added", "", "set off: March")),
}


@pytest.mark.parametrize("case", CASES)
def test_one_change_is_told_as_what_it_is(case, tmp_path):
    difference, expected = CASES[case]
    changes = changed(tmp_path, [{}], [difference])
    ((identifier, title, found),) = changes.documents()
    assert (identifier, title, found) == ("a", "Letter 1", (expected,))
    assert changes.counts == {expected.kind: 1}
    assert changes.summary() == (KINDS[expected.kind].one,)


def test_clauses_are_renumbered(tmp_path):
    clause = '<p n="{0}"><label>x</label> y</p>'
    old, new = ("".join(clause.format(n) for n in numbers) for numbers in ("1234", "1244"))
    ((*_, found),) = changed(tmp_path, [{"more": old}], [{"more": new}]).documents()
    assert found == (Change("renumbered", "3", "4"),)


def test_an_enclosure_more_is_told_with_its_beginning(tmp_path):
    more = '<p>See below.</p></div><div type="enclosure"><p>The enclosed copy.</p>'
    ((*_, found),) = changed(tmp_path, [{}], [{"more": more, "sha": "2"}]).documents()
    assert Change("enclosures", "", "The enclosed copy.") in found
    assert Change("paragraphs", "1", "3") in found


def test_documents_are_added_withdrawn_and_renamed(tmp_path):
    old = [{"id": "a"}, {"id": "b", "sha": "2"}, {"id": "c", "sha": "3", "words": "Spring"}]
    new = [{"id": "a"}, {"id": "d", "sha": "2"}, {"id": "e", "sha": "4", "words": "Summer"}]
    changes = changed(tmp_path, old, new)
    assert [(name, [c.kind for c in found]) for name, _, found in changes.documents()] == [
        ("c", ["withdrawn"]),
        ("d", ["renamed"]),
        ("e", ["added"]),
    ]
    assert (changes.before, changes.after, changes.same) == (3, 3, 1)


def test_a_record_of_the_register_is_told_once_and_not_for_each_document(tmp_path):
    changes = changed(tmp_path, [{"id": "a"}, {"id": "b"}], [{"id": n, "birth": "1816"} for n in "ab"])
    assert changes.records == {"p-ada": Change("record-changed", "birth: 1815", "birth: 1816")}
    assert list(changes.documents()) == []
    assert changes.same == 2


def test_what_is_said_of_the_edition_is_told_once(tmp_path):
    changes = changed(tmp_path, [{"id": "a"}, {"id": "b"}], [{"id": n, "publisher": "Q"} for n in "ab"])
    assert changes.statement == {("publisher", "P", "Q"): 2}
    assert list(changes.documents()) == []
    assert "Publisher (in 2 documents): “P” → “Q”" in b"".join(markdown(changes)).decode()


def test_the_list_counts_by_kind_and_gives_each_document_before_and_after(tmp_path):
    old = [{"id": "a"}, {"id": "b"}, {"id": "c"}]
    new = [{"id": "a", "date": "1901"}, {"id": "b", "date": "1902"}, {"id": "c", "place": ' ref="#pl-rome"'}]
    changes = changed(tmp_path, old, new)
    words = b"".join(markdown(changes)).decode()
    assert words.startswith(
        "# Changes from old to new\n\n3 documents, before 3; 0 unchanged.\n\n- 2 dates corrected.\n"
    )
    assert "- 1 name newly linked.\n" in words
    assert "### Letter 1 (`b`)\n\n- Date: “1900-01-02” → “1902”\n" in words
    told = json.loads(b"".join(data(changes)))
    assert told["counts"] == {"date": 2, "name-linked": 1}
    assert told["documents"][2]["changes"][0]["after"] == "Rome (pl-rome)"


def test_what_a_document_says_cannot_become_markup_of_the_list(tmp_path):
    hostile = "&lt;script&gt;alert(1)&lt;/script&gt; [x](http://example.org) \u202e **y**"
    words = b"".join(markdown(changed(tmp_path, [{}], [{"words": hostile, "sha": "2"}]))).decode()
    assert "\\<script\\>" in words
    assert "\\[x\\](http" in words
    assert "\u202e" not in words
    assert "\\*\\*y" in words


def test_a_damaged_document_is_named_and_the_others_are_compared(tmp_path):
    old, new = (
        release(tmp_path / "old", {"id": "a"}, {"id": "b"}),
        release(tmp_path / "new", {"id": "a", "date": "1901"}),
    )
    (old / "tei/b.xml").write_text("<TEI>", "utf-8")
    (new / "tei/b.xml").write_text("<TEI/>", "utf-8")
    changes = find_changes(open_release(old), open_release(new), tmp_path / "spool")
    assert [d.code for d in changes.found] == ["K013"]
    assert changes.counts == {"date": 1, "unreadable": 1}


def test_two_long_texts_that_share_nothing_are_compared_in_a_moment(tmp_path):
    old, new = (" ".join(f"{sign}{n}" for n in range(20_000)) for sign in "ab")
    ((*_, found),) = changed(tmp_path, [{"words": old}], [{"words": new, "sha": "2"}]).documents()
    assert [c.kind for c in found] == ["words"]
    assert all(len(words) < 260 for words in (found[0].before, found[0].after))
