"""Whatever is asked, each answer gives a document that can be published."""

from __future__ import annotations

import pytest

from desks import opened
from support import ROOT
from teiedit.make import make_tei
from teiedit.read.decisions import read_decisions
from teiedit.read.source import read_source
from teiedit.review import answers, values, writing


def answered(made):
    """Each question of an edition that is asked, with each way to answer it."""
    entries = {entry.id: entry for entry in made.edition.register.entries}
    for sheet in made.sheets.values():
        for question in sheet.questions:
            if question.is_asked("high") or question.kind == "copies":
                yield sheet, question, answers.accepted(question, entries)
                if values.can_be_refused(question):
                    yield sheet, question, answers.refused(question)


@pytest.mark.parametrize("name", ["heroes-and-villains", "specimens"])
def test_every_answer_leaves_a_document_that_can_be_published(name):
    made = opened(ROOT / "sources" / name)
    wrong = []
    for sheet, question, given in answered(made):
        if question.anchor is None:
            text = writing.with_fact("", question.kind, given)
        else:
            text = writing.with_decision("", {**answers.anchored(question.anchor), **given})
        source, _ = read_source(sheet.file.path, sheet.file.shown, sheet.file.name)
        result = make_tei(source, sheet.file.id, made.edition, read_decisions(text.encode(), ""))
        if result.tei is None or any(one.code[0] == "C" for one in result.diagnostics):
            wrong.append((sheet.file.id, question.kind, given, result.diagnostics))
    assert wrong == []
