"""TEI to EPUB 3.3: a book of each document, and one of the whole edition.

In: TEI; out: EPUB (https://www.w3.org/TR/epub-33/) without scripts, the same bytes every time. Pages and package are
made by `xslt/epub/`, which imports the HTML; here they are put in the container, with a cover and the fonts that the
text needs. Of a large book only what is compressed is held.
"""

from __future__ import annotations

import re
import uuid
import zlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Self

from teiedit.model import house as model
from teiedit.model.around import AMONG
from teiedit.model.output import Output
from teiedit.model.progress import untold
from teiedit.publish import _house
from teiedit.publish._colours import SPACED
from teiedit.publish._container import Container
from teiedit.publish._corpus import corpus
from teiedit.publish._cover import Words, cover
from teiedit.publish._glyphs import without_font
from teiedit.publish._passages import Passages
from teiedit.publish._scripts import Cut, cuts
from teiedit.publish._time import modified
from teiedit.publish._typefaces import FONTS, LICENCE, Typeface, lacking, typefaces
from teiedit.publish.html import document_id, settings
from teiedit.publish.report import diagnostics
from teiedit.tools.markup import escape, quoteattr
from teiedit.tools.resources import resource
from teiedit.tools.saxon import Param, transform
from teiedit.tools.tei import parse

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from teiedit.model.around import Around
    from teiedit.model.diagnostic import Diagnostic
    from teiedit.model.edition import Edition
    from teiedit.model.progress import Told
    from teiedit.model.volume import Chapter

STYLESHEET = "xslt/epub/edition.xsl"
STYLE = "xslt/epub/style.css"
# The files that say something of every document.
_OF_ALL = ("nav", "package")
REGISTERS = ("persons", "places", "organisations")


def document(tei: str, edition: Edition, around: Around = AMONG) -> Output:  # noqa: ARG001 - a book is always alone
    """Return the book of one document.

    Args:
        tei: a whole TEI document.
        edition: whose document it is.
        around: makes no difference: a book is one self-contained file.

    Raises:
        TransformError: see `teiedit.tools.saxon.transform`.
    """
    name = document_id(tei)
    with _Book(edition, name) as book:
        book.document(tei, {"in_book": name})
        content = book.closed()
        return Output({f"epub/{name}.epub": content}, tuple(book.found))


def volume(documents: Iterable[str], edition: Edition, chapters: Sequence[Chapter] = (), told: Told = untold) -> Output:
    """Return one book of all documents, in the order given; no file if there is no document.

    Title page, imprint, the edition's introduction, contents by chapter, documents, registers as indexes, principles.

    Args:
        documents: whole TEI documents; they are read once, and kept compressed.
        edition: whose documents they are.
        chapters: how the book is divided, if it is.
        told: is told how many documents are in the book.

    Raises:
        TransformError: see `teiedit.tools.saxon.transform`.
    """
    kept = {document_id(tei): zlib.compress(tei.encode(), 1) for tei in documents}
    if not kept:
        return Output({})
    numbers = {name: place for place, one in enumerate(chapters, 1) for name in one.documents}
    with _Book(edition, "", chapters) as book:
        for page in edition.house.introduction:
            book.want(page.body)
        for packed in kept.values():
            book.want(_unpacked(packed))
        # first of all, since names lead to the entries that there are
        book.indexes(corpus(map(_unpacked, kept.values())))
        for number, (name, packed) in enumerate(kept.items(), 1):
            tei = _unpacked(packed)
            own: dict[str, Param] = {
                "in_book": _mates(tei, kept),
                "number": number,
                "chapter": numbers.get(name, 0),
                "indexed": " ".join(sorted(book.indexed.intersection(_RECORD.findall(tei)))),
            }
            book.document(tei, own)
            told("epub, pages", number, len(kept))
        book.front(kept)
        content = book.closed()
        return Output({f"epub/{edition.id}.epub": content}, tuple(book.found))


def _unpacked(packed: bytes) -> str:
    return zlib.decompress(packed).decode()


# A pointer to another document of the edition.
_POINTER = re.compile(r"""["'\s]([^\s"'/#:?<>]+)\.xml(?=[#\s"'])""")
# What a record's name looks like in TEI, and its entry in an index.
_RECORD = re.compile(r'\sxml:id="([^"]+)"')
_ENTRY = re.compile(r'<li id="([^"]+)"')


def _mates(tei: str, names: Iterable[str]) -> str:
    """Return the documents of the book that a document points to."""
    return " ".join(sorted({document_id(tei), *_POINTER.findall(tei)} & set(names)))


@dataclass(slots=True)
class _Book:
    """A book that grows: of each document it keeps what contents and package must know of it.

    Attributes:
        edition: whose book it is.
        name: of its one document; "" for the volume.
        chapters: how it is divided.
        found: what was noticed.
        indexed: the records that have an entry in an index.
    """

    edition: Edition
    name: str
    chapters: Sequence[Chapter] = ()
    found: list[Diagnostic] = field(default_factory=list)
    indexed: set[str] = field(default_factory=set)
    _container: Container = field(default_factory=Container)
    _entries: list[str] = field(default_factory=list)
    _parts: list[str] = field(default_factory=list)
    _passages: Passages = field(default_factory=Passages)
    _characters: set[str] = field(default_factory=set)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._container.close()

    def document(self, tei: str, params: dict[str, Param]) -> None:
        """Put in the page of a document."""
        made = transform(STYLESHEET, tei, **params, **settings(self.edition))
        name = document_id(tei)
        if not self._passages.pass_by(f"documents/{name}", name, made.result):
            self._page(f"documents/{name}", made.result)
        self._entries.append(re.sub(r"^<\?xml[^>]*\?>", "", made.documents["entry.xml"]))
        self.found += diagnostics(made.messages, f"{name}.xml")

    def want(self, text: str) -> None:
        """Take note of the passages that a document, or the introduction, points to."""
        self._passages.want(text)

    def indexes(self, headers: str) -> None:
        """Put in an index of each register that has entries, and the principles."""
        for part in (*REGISTERS, "principles"):
            made = transform(STYLESHEET, headers, **{**settings(self.edition), "page": part})
            if "<html" in made.result:
                self._page(part, made.result)
                self._parts.append(part)
                self.indexed.update(_ENTRY.findall(made.result) if part in REGISTERS else ())

    def front(self, names: Iterable[str]) -> None:
        """Put in what stands before the documents."""
        house = _house.parameter(self.edition, self.edition.language, (), "index")
        introduction = model.in_language(self.edition.house.introduction, self.edition.language)
        mates = " ".join(names) if introduction else ""
        parts = ("title", "imprint", "introduction") if introduction else ("title", "imprint")
        self._parts += parts
        for part in parts:
            page = self._made(part, house=house, in_book=mates, in_front=True)
            if not self._passages.pass_by(part, "", page):
                self._page(part, page)

    def closed(self) -> bytes:
        """Put in what must know all the rest, and return the book."""
        for name, page in self._passages.settled():
            self._page(name, page)
        words = self._words()
        self._container.add("cover.svg", cover(words, self.edition.style, self.edition.language))
        self._page("cover", self._made("cover"))
        self._page("nav", self._made("nav"))
        faces: tuple[Typeface | Cut, ...] = (*typefaces(self._characters), *self._scripts())
        for face in faces:
            self._container.add(f"fonts/{face.file}", face.content)
        self._container.add(f"fonts/{LICENCE}", (resource(FONTS) / LICENCE).read_bytes())
        spaced = SPACED if self.edition.style.spacing == "wide" else ""
        ours = (*(face.rules("fonts/") for face in faces), resource(STYLE).read_text("utf-8"), spaced)
        style = "\n".join((*ours, self.edition.house.epub.decode())).rstrip() + "\n"
        self._container.add("style.css", style)
        self._container.add("package.opf", self._made("package", [face.file for face in faces]))
        return self._container.close()

    def _scripts(self) -> tuple[Cut, ...]:
        """Return the fonts for what the faces have not, and report what none has."""
        lacked = lacking(self._characters)
        scripts = cuts(lacked)
        missing = lacked.difference(*(cut.characters for cut in scripts))
        self.found += without_font(map(chr, missing), self._place())
        return scripts

    def _place(self) -> str:
        return f"{self.name}.xml" if self.name else self.edition.id

    def _page(self, name: str, xhtml: str) -> None:
        self._characters.update(xhtml)
        self._container.add(f"{name}.xhtml", xhtml)

    def _made(self, file: str, fonts: Iterable[str] = (), **params: Param) -> str:
        kind = "document" if self.name else "volume"
        head = f'file="{file}" kind="{kind}" parts="{" ".join(self._parts)}" cover={quoteattr(self._words().said())}'
        entries = self._entries if file in _OF_ALL else self._entries[:1]
        content = "".join((*(f"<font>{escape(name)}</font>" for name in fonts), *map(_said, self.chapters), *entries))
        own: dict[str, Param] = {
            "identifier": identifier(self.edition, self.name),
            "modified": modified(self.edition),
            **settings(self.edition),
            **params,
        }
        return transform(STYLESHEET, f"<book {head}>{content}</book>", **own).result

    def _words(self) -> Words:
        """Return what stands on the cover."""
        edition = self.edition
        published = ", ".join(part for part in (edition.publisher, edition.place, edition.date) if part)
        editors = ", ".join(edition.editors)
        if self.name:
            return Words(self._title(), "", edition.title, published)
        return Words(edition.title or edition.id, edition.subtitle, editors, published)

    def _title(self) -> str:
        title = parse(self._entries[0].encode()).findtext(f"{{{_DC}}}title", "")
        return " ".join(title.split())


def _said(chapter: Chapter) -> str:
    return f"<chapter word={quoteattr(chapter.word)}>{escape(chapter.title)}</chapter>"


_DC = "http://purl.org/dc/elements/1.1/"


def identifier(edition: Edition, name: str) -> str:
    """Return the unique identifier of the book of document `name`, or of the volume if it is "".

    A name-based UUID (RFC 9562, section 5.5): the same for the same edition address or id, and document.
    """
    base = edition.base_url or f"https://teiedit.org/edition/{edition.id}/"
    return f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, f'{base}epub/{name or edition.id}.epub')}"
