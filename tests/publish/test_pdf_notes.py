"""Labels of notes lead to their notes and back, in a document and in a book, and are labels in the tag tree."""

from __future__ import annotations

import io
from typing import Any

import pikepdf
import pytest

from pdfs import tags
from teiedit.model.edition import Edition
from teiedit.publish import pdf
from teiedit.publish._pdf_notes import noted

EDITION = Edition(id="sample", title="Sample", date="2026")
LABELS = ("1", "a)\\(", "ß(a)", "жук", "2")


def letter(name: str) -> str:
    notes = "".join(
        f'<p>{"Words and words. " * 40}<note place="bottom" n="{label}"><p>Said of {name}.</p></note> And on.</p>'
        for label in LABELS
    )
    head = '<row role="label"><cell>Head<note place="bottom" n="9"><p>Of the head.</p></note></cell></row>'
    rows = "".join(f"<row><cell>{number}</cell></row>" for number in range(70))
    return (
        f'<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="{name}" xml:lang="en"><teiHeader><fileDesc><titleStmt>'
        f"<title>{name}</title></titleStmt><publicationStmt><publisher>P</publisher></publicationStmt><sourceDesc>"
        f"<p>S</p></sourceDesc></fileDesc></teiHeader><text><body>{notes}<table>{head}{rows}</table></body></text></TEI>"
    )


def made(kind: str) -> pikepdf.Pdf:
    if kind == "document":
        (file,) = pdf.document(letter("one"), EDITION).files.values()
    else:
        (file,) = pdf.volume([letter("one"), letter("two")], EDITION).files.values()
    assert b"teiedit:" not in file
    return pikepdf.open(io.BytesIO(file))


def _ends(opened: pikepdf.Pdf) -> list[tuple[int, Any]]:
    """Every link to a place, with the number of its page, from 0."""
    return [
        (number, one)
        for number, page in enumerate(opened.pages)
        for one in page.obj.get("/Annots", [])
        if isinstance(one.get("/Dest"), pikepdf.Array)
    ]


@pytest.mark.parametrize("kind", ["document", "book"])
def test_a_label_leads_to_its_note_and_the_note_back(kind: str) -> None:
    opened = made(kind)
    assert not opened.check_pdf_syntax()
    numbers = {page.obj.objgen: number for number, page in enumerate(opened.pages)}
    places = {
        (number, round(float(one.Rect[0]), 2), round(float(one.Rect[3]), 2)): str(one.Contents)
        for number, one in _ends(opened)
    }
    calls = [(number, one) for number, one in _ends(opened) if str(one.Contents).startswith("Footnote ")]
    for _, call in calls:
        x, y = (round(float(part), 2) for part in call.Dest[2:4])
        assert places[numbers[call.Dest[0].objgen], x, y] == str(call.Contents).removeprefix("Footnote ")
    said = [str(call.Contents).removeprefix("Footnote ") for _, call in calls]
    # the head of the table is not repeated, since it has a note
    assert said == [*LABELS, "9"] * (1 if kind == "document" else 2)
    backs = [one for _, one in _ends(opened) if str(one.Contents) in (*LABELS, "9")]
    led = {str(one.Contents): places[numbers[one.Dest[0].objgen], *_place(one)] for one in backs}
    assert led == {label: f"Footnote {label}" for label in (*LABELS, "9")}


def _place(link: Any) -> tuple[float, float]:
    return round(float(link.Dest[2]), 2), round(float(link.Dest[3]), 2)


@pytest.mark.parametrize("kind", ["document", "book"])
def test_a_label_is_a_label_in_the_tag_tree_beside_and_within_its_note(kind: str) -> None:
    opened = made(kind)
    notes = [element for _, tag, element in tags(opened) if tag == "Note"]
    assert len(notes) == (6 if kind == "document" else 12)
    for note in notes:
        _is_label(note.K[0])
        kids = list(note.P.K)
        before = kids[[getattr(kid, "objgen", None) for kid in kids].index(note.objgen) - 1]
        _is_label(before)


def _is_label(element: Any) -> None:
    assert element.S == "/Lbl"
    (link,) = element.K
    assert link.S == "/Link"
    assert link.P.objgen == element.objgen
    assert {kid.get("/Type") for kid in link.K} == {"/OBJR", "/StructElem"}


@pytest.mark.parametrize("look", ["underline", "bold", "italic", "strikethrough", "superscript", "smallcaps"])
def test_a_note_within_a_look_is_led_to_its_note(look: str) -> None:
    note = '<note place="bottom" n="7"><p>Said.</p></note>'
    looking = f'<p>Plain <hi rend="{look}">and marked{note} and on</hi> and plain.</p></body>'
    output = pdf.document(letter("one").replace("</body>", looking), EDITION)
    (file,) = output.files.values()
    opened = pikepdf.open(io.BytesIO(file))
    assert not opened.check_pdf_syntax()
    assert [str(one.Contents) for _, one in _ends(opened) if str(one.Contents).endswith("7")] == ["Footnote 7", "7"]
    assert [element.P.S for _, tag, element in tags(opened) if tag == "Note"][-1] != "/Link"


def test_a_file_without_notes_stays_as_it_is() -> None:
    assert noted(b"%PDF-1.7\nnothing", "Footnote {}") == b"%PDF-1.7\nnothing"
