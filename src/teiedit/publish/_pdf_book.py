"""The edition as a book: title page, imprint, contents, introduction, documents in chapters, indexes, colophon.

A book is set in parts, since memory grows with what one run of Typst sets: the documents first, then what stands
behind them, whose pages the contents name, then what stands before. A large book's parts have a process each.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from dataclasses import dataclass, field
from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING, Any

from lxml import etree

from teiedit import __version__
from teiedit.model.house import in_language
from teiedit.model.output import Output
from teiedit.publish._chapters import Headings
from teiedit.publish._glyphs import without_glyph
from teiedit.publish._pdf_events import folded, in_book, levelled, linked, passages_of, pointed, together
from teiedit.publish._pdf_facts import failure, issued, parameters, shortened
from teiedit.publish._pdf_house import own, stopped, without
from teiedit.publish._pdf_index import INDEXES, Entry, Name, contents, index
from teiedit.publish._pdf_look import look
from teiedit.publish._pdf_part import Answer, Task, set_part
from teiedit.tools import files
from teiedit.tools.saxon import TransformError, transform
from teiedit.tools.tei import parse
from teiedit.tools.workers import alone

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from teiedit.model.diagnostic import Diagnostic
    from teiedit.model.edition import Edition
    from teiedit.model.progress import Told
    from teiedit.model.volume import Chapter
    from teiedit.publish._pdf_binding import Bookmark

DOCUMENTS = "xslt/typst/edition.xsl"
BOOK = "xslt/typst/book.xsl"
_NAMESPACE = "https://teiedit.org/ns/book"
_XHTML = "http://www.w3.org/1999/xhtml"

# Characters of JSON that one run of Typst sets, some 140 letters: 600 MB of memory. A part is closed at the end of a
# chapter where it is half full, since a chapter begins a page anyway.
_FULL = 800_000
# Below this, starting a process costs more than the memory is worth.
_SMALL = 300_000
# A chapter begins a page where chapters have so many documents as a rule; otherwise most pages would be half empty.
_PAGED = 6
# Attached are the files of so many documents, no larger together than this: a reader's list of attachments is flat,
# and each document's own PDF has its file in any case.
_ATTACHED = 100
_ATTACHED_SIZE = 4_000_000
# A date at the end of a title: "2. Mai 1916", "1er juillet 1931", "May 2nd, 1916".
_DATED = re.compile(
    r", (\d{1,2}(\.|er|st|nd|rd|th|º|ª)? (de )?[^\W\d]+\.? (de )?\d{4}|[^\W\d]+ \d{1,2}(st|nd|rd|th)?, \d{4})$"
)


def book(documents: Iterable[str], edition: Edition, chapters: Sequence[Chapter], told: Told) -> Output:
    """Return `pdf/<edition.id>.pdf`, the documents in the order given; see `teiedit.publish.pdf.volume`."""
    with files.temporary() as folder:
        manuscript = _Manuscript(folder, edition, Headings(chapters))
        for tei in documents:
            manuscript.add(tei)
        manuscript.close()
        if not manuscript.entries:
            return Output({})
        found: tuple[Diagnostic, ...] = ()
        try:
            try:
                setting = _Setting(manuscript, edition, told)
                made = setting.book()
            except _NotSet as error:
                if edition.house.template is None:
                    raise
                found = (stopped(edition, edition.id, str(error), error.where),)
                setting = _Setting(manuscript, without(edition), told)
                made = setting.book()
        except _NotSet as error:
            return Output({}, (*found, failure(edition.id, str(error))))
        return Output({f"pdf/{edition.id}.pdf": made}, (*found, *without_glyph(setting.missing, edition.id)))


class _NotSet(Exception):  # noqa: N818 - says what happened
    """Raised with Typst's words where a part cannot be set; `where` as in `Answer`."""

    def __init__(self, answer: Answer) -> None:
        super().__init__(answer.reason)
        self.where = answer.where


@dataclass(frozen=True, slots=True)
class _Part:
    """A part of the documents: its sheets, and whether it goes on with the chapter of the part before."""

    sheets: Path
    goes_on: bool


@dataclass(slots=True)
class _Manuscript:
    """The documents as events, in files of one part each, and what the book must know of them all."""

    folder: Path
    edition: Edition
    headings: Headings
    entries: list[Entry] = field(default_factory=list)
    names: dict[str, Name] = field(default_factory=dict)
    signs: set[str] = field(default_factory=set)
    principles: list[list[Any]] = field(default_factory=list)
    pointed: set[str] = field(default_factory=set)
    parts: list[_Part] = field(default_factory=list)
    attached: list[dict[str, str]] = field(default_factory=list)
    weight: int = 0
    _sheets: list[str] = field(default_factory=list)
    _size: int = 0
    _goes_on: bool = False
    _tei: int = 0

    def add(self, tei: str) -> None:
        """Take one document; one that no page can be made of has been reported with its own PDF."""
        try:
            made = json.loads(transform(DOCUMENTS, tei, in_book=True, **parameters(self.edition)).result)
        except TransformError:
            return
        meta, facts, number = made["meta"], made["book"], len(self.entries)
        chapter = self.headings.over(meta["id"], made["words"])
        opens = chapter is not None and (not self.entries or self.entries[-1].chapter != chapter)
        if self._size > _FULL or (opens and (self._goes_on or self._size > _FULL / 2)):
            self.close()
        if not self._sheets:
            self._goes_on = chapter is not None and not opens
        identifier = meta["id"] or f"document-{number + 1}"
        marked = passages_of(folded([*_marks(facts["parties"]), *made["events"]]), identifier)
        events = in_book(together(linked(marked)), f"{number}.")
        self.pointed |= pointed(events)
        year = facts["year"]
        short, date = self._head(meta["title"], facts["date"], year, meta["corner"])
        sheet = {
            "events": events,
            "language": meta["language"],
            "number": number,
            "short": short,
            "corner": date,
            "opens": chapter.title if chapter and opens else None,
            # a year is said by the dates already
            "head": shortened(chapter.title, 40) if chapter and self.edition.volume.chapters != "year" else "",
        }
        self._sheets.append(json.dumps(sheet, ensure_ascii=False))
        self._size += len(self._sheets[-1])
        date = "" if year and year in meta["title"] else facts["date"]
        self.entries.append(Entry(identifier, meta["title"] or identifier, date, chapter, tuple(facts["parties"])))
        self._learn(facts)
        self._attach(f"{identifier}.xml", tei)

    def _head(self, title: str, date: str, year: str, corner: str) -> tuple[str, str]:
        """Return what stands of a title at the head of a page, and the date beside it, where the title does not say it.

        A title that is too long goes without a date at its end.
        """
        room: int = look(self.edition.pdf)["head"]
        at_end = _DATED.search(title)
        if date and at_end and len(title) > room:
            return shortened(title[: at_end.start()], room), date
        short = shortened(title, room)
        return short, date if corner == date and not (year and year in short) else ""

    def _learn(self, facts: dict[str, Any]) -> None:
        for name in facts["names"]:
            given = Name(name["kind"], name["name"], name["surname"])
            if given.name and (name["id"] not in self.names or (given.surname and not self.names[name["id"]].surname)):
                self.names[name["id"]] = given
        self.signs.update(facts["signs"])
        self.principles = self.principles or facts["principles"]

    def _attach(self, name: str, tei: str) -> None:
        self._tei += len(tei)
        if len(self.entries) > _ATTACHED or self._tei > _ATTACHED_SIZE:
            self.attached = []
        elif all(file["name"] != name for file in self.attached):
            self.attached.append({"name": name, "text": tei})

    def close(self) -> None:
        """Write the part at hand, if it holds anything."""
        if self._sheets:
            part = self.folder / f"part-{len(self.parts):04d}.json"
            part.write_text(f'{{"documents":[{",".join(self._sheets)}]}}', "utf-8")
            self.parts.append(_Part(part, self._goes_on))
            self.weight += self._size
            self._sheets, self._size = [], 0


def _marks(names: Iterable[str]) -> list[Any]:
    """Return marks for the index: the correspondents stand where the document begins."""
    return [event for name in names for event in ({"s": "mark", "name": name}, 0)]


class _Setting:
    """Sets the parts of one book and binds them; `missing` are the characters that no font had a sign for."""

    def __init__(self, manuscript: _Manuscript, edition: Edition, told: Told) -> None:
        self._manuscript = manuscript
        self._told = told
        self._edition = edition
        self._look = look(edition.pdf)
        self._folder = manuscript.folder
        self._small = manuscript.weight < _SMALL
        self._paged = len(manuscript.entries) >= _PAGED * manuscript.headings.count
        made = transform(BOOK, _facts(manuscript, edition), **parameters(edition)).result
        self._own: dict[str, Any] = json.loads(made)
        passages = sorted(manuscript.pointed | pointed(self._own["introduction"]))
        self._known = self._folder / "known.json"
        self._known.write_text(json.dumps([[entry.id for entry in manuscript.entries], passages]), "utf-8")
        self._passages: dict[str, tuple[int, float]] = {}
        self._entries: dict[str, tuple[int, float]] = {}
        self._pages: dict[str, list[int]] = defaultdict(list)
        self.missing: set[str] = set()

    def book(self) -> bytes:
        """Return the book.

        Raises:
            _NotSet: Typst cannot set a part.
        """
        from teiedit.publish._pdf_binding import bind  # noqa: PLC0415 - a library that few formats need

        last, bodies = 0, []
        for number, part in enumerate(self._manuscript.parts):
            pdf = self._folder / f"body-{number:04d}.pdf"
            last += self._body(part, pdf, last + 1)
            bodies.append(pdf)
            self._told("pdf, parts of the book", number + 1, len(self._manuscript.parts))
        back, chapters = self._back(last + 1)
        front, places = self._front(chapters)
        out = self._folder / "book.pdf"
        binding = partial(bind, [front, *bodies, back], out)
        plan = self._plan(places, chapters)
        self._told("pdf, binding the book", 0, 1)
        binding(plan) if self._small else alone(binding, plan)
        return out.read_bytes()

    def _body(self, part: _Part, pdf: Path, first: int) -> int:
        # no file may begin with a heading of the second level (ISO 14289-1, 7.4.2): tags are mended in binding
        chaptered = bool(self._manuscript.headings.count) and not part.goes_on
        answer = self._set(part.sheets, pdf, self._sheet(first, "1") | {"chaptered": chaptered})
        for number, page, top in answer.openings:
            entry = self._manuscript.entries[number]
            entry.page, entry.top = first - 1 + page, top
        for name, page, top in answer.passages:
            self._passages.setdefault(name, (first - 1 + page, top))
        for name, page in answer.marks:
            self._pages[name].append(first - 1 + page)
        return answer.pages

    def _back(self, first: int) -> tuple[Path, list[tuple[str, int]]]:
        """Set what stands behind the documents; return its chapters with their pages."""
        words, events = self._own["words"], list[Any]()
        titles = {"=about": words["about"]}
        for kind in INDEXES:
            if listed := index(kind, self._manuscript.names, self._pages):
                titles[f"={kind}"] = words[kind]
                events += [{"s": "chapter", "name": f"={kind}", "runs": bool(events)}, words[kind], 0, *listed]
        pdf, answer = self._alone("back", [*events, *self._own["about"]], self._sheet(first, "1"))
        self._entries = {name: (first - 1 + page, top) for name, page, top in answer.entries}
        return pdf, [(titles[name], first - 1 + page) for name, page in answer.marks if name in titles]

    def _front(self, chapters: Sequence[tuple[str, int]]) -> tuple[Path, dict[str, int]]:
        """Set what stands before the documents; return where its chapters begin, and how many pages it has."""
        made = self._own
        listed = contents(_title(made["introduction"]), self._manuscript.entries, chapters)
        heading = [{"s": "chapter", "name": "=contents"}, made["words"]["contents"], 0]
        more = self._sheet(1, "i") | {"attached": self._manuscript.attached}
        pdf, answer = self._alone("front", [*made["titles"], *heading, *listed, *levelled(made["introduction"])], more)
        return pdf, dict(answer.marks) | {"": answer.pages}

    def _sheet(self, first: int, numbering: str) -> dict[str, Any]:
        edition = self._edition
        title = edition.title or edition.id
        return {
            "meta": {
                "title": title,
                "short": shortened(title, 40),
                "authors": list(edition.editors),
                "description": edition.description or edition.subtitle or title,
                "keywords": ["TEI", edition.publisher or title],
                "issued": issued(edition),
                "own": self._own["own"],
            },
            "words": self._own["words"],
            "title": {
                "title": title,
                "subtitle": edition.subtitle,
                "editors": self._own["edited"],
                "published": ", ".join(part for part in (edition.publisher, edition.place) if part),
            },
            "first": first,
            "chaptered": False,
            "numbering": numbering,
            "paged": self._paged,
            "attached": [],
        }

    def _alone(self, name: str, events: list[Any], more: dict[str, Any]) -> tuple[Path, Answer]:
        """Set what is no document: one run of events in the edition's language."""
        document = {"events": linked(folded(events)), "language": self._own["own"], "number": None, "short": ""}
        sheet = self._folder / f"{name}.json"
        sheet.write_text(json.dumps({"documents": [document | {"corner": "", "opens": None, "head": ""}]}), "utf-8")
        pdf = self._folder / f"{name}.pdf"
        return pdf, self._set(sheet, pdf, more)

    def _set(self, sheet: Path, pdf: Path, more: dict[str, Any]) -> Answer:
        task = Task(sheet, pdf, self._known, self._look, more, own(self._edition))
        answer = set_part(task) if self._small else alone(set_part, task)
        if answer.reason:
            raise _NotSet(answer)
        self.missing |= answer.missing
        return answer

    def _plan(self, places: dict[str, int], chapters: Sequence[tuple[str, int]]) -> Any:
        from teiedit.publish._pdf_binding import Bookmark, Plan, Target  # noqa: PLC0415 - as above

        roman, words, entries = places[""], self._own["words"], self._manuscript.entries
        marks = [Bookmark(self._edition.title or self._edition.id, Target(0))]
        marks += [
            Bookmark(title, Target(places[name] - 1))
            for name, title in (("=contents", words["contents"]), ("=introduction", _title(self._own["introduction"])))
            if name in places
        ]
        documents = [Bookmark(e.title, Target(roman + e.page - 1, e.top)) for e in entries]
        marks += _by_chapter(entries, documents)
        marks += [Bookmark(title, Target(roman + page - 1)) for title, page in chapters]
        first = zip(reversed(entries), reversed(documents), strict=True)  # of two with one name, the first
        targets = {entry.id: (mark.target, mark.title) for entry, mark in first}
        deeper = frozenset(number for number, part in enumerate(self._manuscript.parts, 1) if part.goes_on)
        passages = {name: Target(roman + page - 1, top) for name, (page, top) in self._passages.items()}
        listed = {
            name: (Target(roman + page - 1, top), self._manuscript.names[name].listed())
            for name, (page, top) in self._entries.items()
        }
        return Plan(tuple(marks), roman, targets, words["page"], passages, listed, deeper)


def _by_chapter(entries: Sequence[Entry], documents: Sequence[Bookmark]) -> list[Bookmark]:
    from teiedit.publish._pdf_binding import Bookmark, Target  # noqa: PLC0415 - as above

    marks: list[Bookmark] = []
    pairs = zip(entries, documents, strict=True)
    for chapter, group in groupby(pairs, key=lambda pair: pair[0].chapter):
        below = tuple(mark for _, mark in group)
        marks += [Bookmark(chapter.title, Target(below[0].target.page), below)] if chapter else below
    return marks


def _title(events: Sequence[Any]) -> str:
    """Return the title of the introduction, which its first frame holds; "" if there is none."""
    return next((event for event in events if isinstance(event, str)), "")


def _facts(manuscript: _Manuscript, edition: Edition) -> str:
    """Return what xslt/typst/book.xsl takes."""
    root = etree.Element(f"{{{_NAMESPACE}}}book", nsmap={None: _NAMESPACE})
    root.set("version", __version__)
    root.set("attached", "true" if manuscript.attached else "false")
    root.set("signs", " ".join(sorted(manuscript.signs)))
    facts = {
        "title": edition.title or edition.id,
        "subtitle": edition.subtitle,
        "description": edition.description,
        "publisher": edition.publisher,
        "place": edition.place,
        "date": edition.date,
        "transcriber": edition.transcriber,
    }
    for name, words in (*facts.items(), *(("editor", editor) for editor in edition.editors)):
        _child(root, name, words)
    for licence in (edition.licence, edition.transcript_licence):
        if licence:
            _child(root, "licence", licence.name).set("url", licence.url)
    for name, *paragraphs in manuscript.principles:
        _child(root, "principle", " ".join(paragraphs)).set("name", name)
    if page := in_language(edition.house.introduction, edition.language):
        body = _child(root, "introduction", "")
        body.set("title", page.title)
        body.append(parse(f'<div xmlns="{_XHTML}">{page.body}</div>'.encode()))
    return etree.tostring(root, encoding="unicode")


def _child(root: etree._Element, name: str, words: str) -> etree._Element:
    child = etree.SubElement(root, f"{{{_NAMESPACE}}}{name}")
    child.text = words
    return child
