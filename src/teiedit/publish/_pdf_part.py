"""One part of a book, set in a process of its own where it is large: a sheet's file in, a PDF file out."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from teiedit.publish._pdf_events import known, substituted
from teiedit.publish._pdf_typst import typeset

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Task:
    """A part to be set.

    Attributes:
        sheet: file of what book.typ takes as `sys.inputs.data`, in JSON.
        pdf: the file to be written.
        known: file of the identifiers of all documents of the book, and of the passages that are pointed to, in JSON.
        look: the measures of the page.
        more: what is known of the sheet only now.
        own: files of the edition that stand in place of our templates.
    """

    sheet: Path
    pdf: Path
    known: Path
    look: Mapping[str, Any]
    more: Mapping[str, Any]
    own: Mapping[str, bytes]


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of a part.

    Attributes:
        reason: why there is no PDF; "" if there is one.
        where: line and column in the edition's own template, where that is why.
        pages: how many it has.
        marks: each name that is marked, with its page in the part, from 1.
        openings: each document's number, with page and distance from the page's top in points.
        passages: each that is pointed to, with page and distance from the page's top in points.
        entries: the same of each entry of an index.
        missing: the characters, or clusters of them, whose numbers stand in their place.
    """

    reason: str
    where: tuple[int, int] = (0, 0)
    pages: int = 0
    marks: tuple[tuple[str, int], ...] = ()
    openings: tuple[tuple[int, int, float], ...] = ()
    passages: tuple[tuple[str, int, float], ...] = ()
    entries: tuple[tuple[str, int, float], ...] = ()
    missing: frozenset[str] = frozenset()


def set_part(task: Task) -> Answer:
    """Set one part, and say on which page everything stands."""
    sheet = json.loads(task.sheet.read_text("utf-8")) | task.more
    documents, passages = map(set, json.loads(task.known.read_text("utf-8")))
    for document in sheet["documents"]:
        document["events"] = known(document["events"], documents, passages)
    made = typeset("book.typ", sheet, _changed, task.look, task.own, asked=True)
    if made.pdf is None:
        return Answer(made.reason, made.where)
    task.pdf.write_bytes(made.pdf)
    (places,) = made.found
    marks = dict.fromkeys((name, page) for name, page in places["marks"])
    openings = tuple((number, page, top) for number, page, top in places["openings"])
    standing, entries = (tuple((name, page, top) for name, page, top in places[key]) for key in ("passages", "entries"))
    return Answer("", (0, 0), places["pages"], tuple(marks), openings, standing, entries, made.missing)


def _changed(sheet: dict[str, Any], change: Callable[[str], str]) -> dict[str, Any]:
    meta = sheet["meta"] | {"short": change(sheet["meta"]["short"])}
    documents = [
        document
        | {key: change(document[key]) for key in ("short", "corner", "head")}
        | {"events": substituted(document["events"], change)}
        for document in sheet["documents"]
    ]
    title = {key: change(words) for key, words in sheet["title"].items()}
    return sheet | {"meta": meta, "title": title, "documents": documents}
