"""What editors write in Markdown beside a transcript: read as it is meant, or said not to be."""

from __future__ import annotations

import pytest

from commentary import read
from teiedit.model.anchor import Anchor
from teiedit.model.document import Added, Element
from teiedit.read.commentary import read_commentary


def shown(node):
    if isinstance(node, Added):
        return node.text
    assert isinstance(node, Element)
    names = "".join(f' {name}="{value}"' for name, value in node.attributes)
    return f"<{node.tag}{names}>{''.join(map(shown, node.content))}</{node.tag}>"


def prose(text):
    commentary = read(headnote=text)
    (headnote,) = commentary.headnotes
    return "".join(map(shown, headnote.content)), [d.code for d in commentary.diagnostics]


def test_a_note_hangs_on_the_words_quoted_above_it():
    first, second = read(notes="> the lodge\n\nA house.\n\nBuilt in 1870.\n\n> Mr. Bax\n\nUnknown.\n").notes
    assert (first.anchor, len(first.content), first.place.line) == (Anchor("the lodge"), 2, 1)
    assert (second.anchor, second.place.line, second.language) == (Anchor("Mr. Bax"), 7, "en")


@pytest.mark.parametrize(
    ("quoted", "anchor"),
    [
        ("> we met in **May** at home", Anchor("May", "we met in ", " at home")),
        ("> … in **May** at …", Anchor("May", " in ", " at ")),
        ("> … **May** …", Anchor("May", " ", " ")),
        ("> we met\n> in May", Anchor("we met\nin May")),
        ("> … we met …", Anchor("we met")),
        (r"> a \*star\* & <b>", Anchor("a *star* & <b>")),
        ("> [illegible] _so_ `typed`", Anchor("[illegible] _so_ `typed`")),
    ],
)
def test_words_are_quoted_as_they_stand(quoted, anchor):
    (note,) = read(notes=f"{quoted}\n\nA note.\n").notes
    assert note.anchor == anchor


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("A note without words.\n\n> words\n\nA note.\n", 1),
        ("> words\n\n> others\n\nA note.\n", 1),
        ("> words\n\nA note.\n\n> **two** and **three**\n\nA note.\n", 5),
    ],
)
def test_a_note_that_is_not_complete_is_reported_where_it_stands(text, line):
    commentary = read(notes=text)
    assert [(d.code, d.place.file, d.place.line) for d in commentary.diagnostics] == [("B004", "letter.notes.md", line)]
    assert len(commentary.notes) == 1


def test_a_quotation_within_a_quotation_is_one_of_the_notes_own():
    (note,) = read(notes="> words\n\nAs he says:\n\n> > All is well.\n").notes
    assert "".join(map(shown, note.content)) == "<p>As he says:</p><quote><p>All is well.</p></quote>"


def test_emphasis_lists_tables_links_and_foreign_words_have_elements():
    text = "*a* **b** [mot]{lang=fr}\\\nc [site](https://example.org/) [other](../x/letter8.txt#c-2)\n\n3) x\n\n- y\n"
    paragraph = (
        '<p><emph>a</emph> <hi rend="bold">b</hi> <foreign xml:lang="fr">mot</foreign><lb></lb>'
        'c <ref target="https://example.org/">site</ref> <ref type="document" target="letter8.xml#c-2">other</ref></p>'
    )
    lists = '<list rend="numbered"><label>3)</label><item>x</item></list><list rend="bulleted"><item>y</item></list>'
    assert prose(text) == (paragraph + lists, [])
    assert prose("| a | b |\n|---|---|\n| 1 | 2 |\n")[0] == (
        '<table><row role="label"><cell>a</cell><cell>b</cell></row><row><cell>1</cell><cell>2</cell></row></table>'
    )


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("# Context\n\nx", '<p><hi rend="bold">Context</hi></p><p>x</p>'),
        ("![a seal](seal.png)", "<p>a seal</p>"),
        ("x\n\n---\n\ny", "<p>x</p><p>y</p>"),
        ("```\ncode\n```", "<p>code</p>"),
        ("x[^1]\n\n[^1]: y", "<p>x[1]</p>"),
    ],
)
def test_what_has_no_element_keeps_its_words_and_is_reported(text, kept):
    assert prose(text) == (kept, ["B005"])


def test_html_is_text():
    assert prose("<script>x</script>") == ("<p><script>x</script></p>", [])
    commentary = read(headnote="<script>x</script>")
    (paragraph,) = commentary.headnotes[0].content
    assert all(isinstance(node, Added) for node in paragraph.content)


@pytest.mark.parametrize("address", ["mailto:a@example.org", "//example.org/x", "notes/../../secret.pdf"])
def test_a_link_to_anything_else_is_no_link(address):
    assert prose(f"[x]({address})") == ("<p><ref>x</ref></p>", ["B006"])


def test_no_script_can_be_linked_to():
    assert prose("[x](javascript:alert(1))") == ("<p>[x](javascript:alert(1))</p>", [])


def test_a_file_that_cannot_be_read_is_left_out_and_reported():
    files = {"notes.md": b"> caf\xe9\n\nA note.", "headnote.md": b" \n", "decisions.toml": b"", "regest.de.md": b"Gut."}
    commentary = read_commentary(files, lambda suffix: f"x/letter.{suffix}", "en")
    assert [(d.code, d.place.file) for d in commentary.diagnostics] == [
        ("B009", "x/letter.headnote.md"),
        ("B009", "x/letter.notes.md"),
    ]
    assert [regest.language for regest in commentary.regests] == ["de"]


def test_what_is_in_the_editions_language_stands_first():
    commentary = read(regest_de="Gut.", regest="Good.", regest_fr="Bon.")
    assert [regest.language for regest in commentary.regests] == ["en", "de", "fr"]
