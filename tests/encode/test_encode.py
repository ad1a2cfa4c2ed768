import re
from dataclasses import replace

from letters import ENGLISH, encoded, find, sheet, tei, words
from teiedit.model.edition import Licence
from teiedit.tools.tei import XML_ID, serialise


def test_every_pointer_in_the_file_resolves():
    root = tei(sheet("We met on 3 May and (a) ate and (b) drank. Then we left."))
    ids = set(find(root, "//@xml:id"))
    pointers = {
        p
        for v in find(root, "//@target | //@ref | //@resp | //@ana | //@decls | //@who | //@scheme")
        for p in v.split()
    }
    assert {p[1:] for p in pointers if p.startswith("#")} <= ids


def test_every_inference_has_one_record_of_its_reason():
    root = tei(sheet("We met on 3 May and (a) ate and (b) drank. Then we left."))
    inferred = {node.get(XML_ID) for node in find(root, "//*[@resp = '#teiedit'][@cert][not(self::tei:certainty)]")}
    targets = [p[1:] for v in find(root, "//tei:certainty/@target") for p in v.split()]
    assert inferred == set(targets)
    assert len(targets) == len(set(targets))


def test_only_the_rules_that_fired_are_declared():
    root = tei("Dear Sir,\n\nAll is well.\n")
    declared = set(find(root, "//tei:taxonomy[@xml:id='rules']/tei:category/@xml:id"))
    used = {v[1:] for v in find(root, "//tei:certainty/@ana")}
    assert declared == used


def test_a_reason_names_line_and_columns_as_an_editor_counts_them():
    root = tei("Dear Sir,\n\nAll is well.\n")
    assert words(find(root, "//tei:certainty/tei:desc")[0]) == 'line 1, columns 1 to 9: "Dear Sir,"'


def test_each_element_of_the_text_knows_its_words():
    text = sheet()
    made = encoded(text)
    nodes = [node for node in made.root.iter() if isinstance(node.tag, str)]
    for node, span in zip(nodes, made.spans, strict=True):
        if span is not None and len(node) == 0:
            assert " ".join(text[span.start : span.end].split()) == words(node)


def test_markup_in_a_transcript_is_text():
    body = "A <b>&amp; 'x'</b> ]]> <!-- y --> <?z?> of &lt;p&gt;."
    xml = serialise(tei(sheet(body))).decode()
    assert "&lt;b&gt;&amp;amp; 'x'&lt;/b&gt; ]]&gt; &lt;!-- y --&gt; &lt;?z?&gt; of &amp;lt;p&amp;gt;." in xml


def test_publication_says_what_the_edition_says():
    edition = replace(
        ENGLISH,
        place="Bremen",
        date="2026-03",
        editors=("A. Editor", "B. Editor"),
        transcriber="Volunteers",
        base_url="https://example.org/e/",
        licence=Licence("CC BY 4.0", "https://example.org/by"),
        transcript_licence=Licence("Public domain"),
    )
    root = tei(sheet(), edition)
    statement = words(find(root, "//tei:publicationStmt")[0])
    assert "Test publisher" in statement
    assert "Bremen" in statement
    assert find(root, "//tei:publicationStmt/tei:date/@when") == ["2026-03"]
    assert find(root, "//tei:idno[@type='URI']/text()") == ["https://example.org/e/documents/letter.html"]
    assert find(root, "//tei:licence/@target") == ["https://example.org/by"]
    assert find(root, "//tei:respStmt/@xml:id") == ["teiedit", "transcriber", "editor", "editor-2"]


def test_without_a_licence_none_is_invented():
    assert find(tei(sheet()), "//tei:availability/@status") == ["unknown"]


def test_the_transcript_is_named_with_its_checksum():
    root = tei(sheet())
    assert find(root, "//tei:sourceDesc//tei:idno[@type='file']/text()") == ["letter.txt"]
    assert re.fullmatch("[0-9a-f]{64}", find(root, "//tei:sourceDesc//tei:idno[@type='sha256']/text()")[0])


def test_no_clock_and_no_chance_is_in_the_file():
    assert serialise(tei(sheet())) == serialise(tei(sheet()))
