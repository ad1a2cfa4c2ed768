"""What the encoder declares of how a document is cited."""

from __future__ import annotations

from hypothesis import given, settings

from letters import TRANSCRIPTS, find, sheet, tei
from teiedit.encode.citations import encode_citations
from teiedit.publish.dts.trees import read_trees, read_units
from teiedit.tools.tei import TEI, element, parse

CLAUSES = sheet("We offer:\n\n1. The first.\n\n2. The second, to (a) go and (b) come.\n\n3. The third.")
TREATY = """TREATY OF PEACE

Elm and Oak, wishing for peace, have agreed as follows:

ARTICLE 1

1. There is peace.

2. There is no war.

ARTICLE 2

This treaty is signed.

DONE at Oakham, 3 May 1921.

For Elm: J. Doe

For Oak: P. Cole
"""


def references(root):
    return [unit.identifier for tree in read_trees(root) for unit in read_units(root, tree)]


def declared(body):
    """The declaration of a text whose body is given, as lines."""
    text = parse(f'<text xmlns="{TEI}"><body>{body}</body></text>'.encode())
    made = encode_citations(text)
    root = element("TEI", element("teiHeader", element("encodingDesc", made)), text)
    return root, [(e.get("match"), e.get("use")[:10], e.get("delim")) for e in made.iter(f"{{{TEI}}}citeStructure")]


def test_paragraphs_and_clauses_of_a_letter_are_cited_by_the_names_that_they_have_in_its_page():
    assert references(tei(CLAUSES)) == ["te-p1", "c-1", "c-2", "c-2-a", "c-2-b", "c-3"]


def test_articles_of_a_treaty_and_their_paragraphs_are_cited():
    root = tei(TREATY)
    found = references(root)
    assert [each for each in found if each.startswith("art-1")] == ["art-1", "art-1-1", "art-1-2"]
    assert [each for each in found if each.startswith("art-2")][1].startswith("art-2/te-p")


def test_only_what_the_document_has_is_declared():
    assert len(find(tei(sheet()), "//tei:citeStructure")) == 1
    assert (
        encode_citations(parse(f'<text xmlns="{TEI}"><body><div><head>No.</head></div></body></text>'.encode())) is None
    )


def test_numbers_that_are_not_the_end_of_their_identifier_are_not_used():
    body = '<div><list><label>A</label><item xml:id="c-1" n="1"><list><label>(A)</label>{}</list></item></list></div>'
    root, lines = declared(body.format('<item xml:id="c-1-a" n="A">Ay.</item>'))
    assert lines[1] == ("list/item[@n]", "substring-", "-")
    assert references(root) == ["c-1", "c-1-a"]


def test_identifiers_that_do_not_begin_with_that_of_the_place_around_them_stand_after_a_stroke():
    root, lines = declared(
        '<div type="letter"><div type="section" xml:id="sec-1"><p xml:id="para-7" n="7">P.</p></div></div>'
    )
    assert lines[1] == ("p", "@xml:id", "/")
    assert references(root) == ["sec-1", "sec-1/para-7"]


def test_paragraphs_with_and_without_identifier_are_told_apart():
    root, lines = declared(
        '<div type="letter"><p xml:id="para-1" n="1">P.</p><p>Q.</p><p xml:id="para-2" n="2">R.</p></div>'
    )
    assert [line[0] for line in lines] == ["/TEI/text/body/div/p[@xml:id]", "/TEI/text/body/div/p[not(@xml:id)]"]
    assert references(root) == ["para-1", "te-p2", "para-2"]


def test_the_document_itself_is_not_cited_but_its_enclosures_are():
    root, _ = declared('<div type="letter"><p>P.</p></div><div type="enclosure" xml:id="enc-1"><p>Q.</p></div>')
    assert references(root) == ["te-p1", "enc-1", "enc-1/te-p2"]


@settings(max_examples=60, deadline=None)
@given(TRANSCRIPTS)
def test_every_paragraph_and_numbered_clause_can_be_cited_once(text):
    root = tei(text)
    found = [unit.node for tree in read_trees(root) for unit in read_units(root, tree)]
    wanted = find(root, "//tei:text//tei:p[not(ancestor::tei:note)] | //tei:text//tei:item[@n and @xml:id]")
    units = [node for node in found if not node.tag.endswith("}div")]
    assert units == wanted
