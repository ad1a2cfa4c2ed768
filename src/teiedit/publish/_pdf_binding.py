"""Parts of a book become one PDF: pages, tag tree, links, bookmarks and labels of pages, as the standards want them.

Typst makes each part a whole file of PDF/UA-1 and PDF/A-3a. The first part's catalogue stays (metadata, output intent,
attachments); pages and tags of the others are put behind its own, and numbers, names and targets are made anew, so
that the tag tree is one (ISO 32000-1, 14.7.4: structure hierarchy, parent tree, identifiers).
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from teiedit.publish._pdf_events import WITHIN

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Target:
    """A place in the book: page, from 0, and distance from its top in points."""

    page: int
    top: float = 0.0


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A bookmark, with those below it."""

    title: str
    target: Target
    below: tuple[Bookmark, ...] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """How parts are bound.

    Attributes:
        bookmarks: of the whole book.
        roman: how many pages at the beginning are counted by themselves, in Roman numerals.
        documents: where each begins, and its title.
        page: words for a link to a page, with {} for its number.
        deeper: the numbers of the parts whose headings are to be one level lower.
    """

    bookmarks: tuple[Bookmark, ...]
    roman: int
    documents: Mapping[str, tuple[Target, str]]
    page: str
    deeper: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class _Link:
    """A link that is to be set when all pages are there: the annotation's page and number, target and words."""

    page: int
    number: int
    target: Target
    rest: tuple[Any, ...] = ()
    words: str = ""


def bind(parts: Sequence[Path], out: Path, plan: Plan) -> None:
    """Write the book of `parts`, in their order, to `out`.

    Memory grows with the number of tags: 1.2 GB for 5,000 letters.
    """
    with pikepdf.open(parts[0]) as book:
        links = list(_links(book, 0, plan))
        tree = _Tree(book)
        for number, path in enumerate(parts[1:], 1):
            part = pikepdf.open(path)  # not closed: its streams are read when the book is written
            links += _links(part, len(book.pages), plan)
            tree.renumber(part)
            if number in plan.deeper:
                _lower(part.Root.StructTreeRoot)
            book.pages.extend(part.pages)
            tree.add(part, number)
            del part  # or the objects of all parts would be in memory twice
        tree.close()
        for link in links:
            _set(book, link)
        book.Root.Outlines = _outlines(book, plan.bookmarks)
        book.Root.PageLabels = _labels(plan.roman)
        if "/Dests" in book.Root.get("/Names", {}):
            del book.Root.Names["/Dests"]
        book.save(out, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)


def _links(part: pikepdf.Pdf, before: int, plan: Plan) -> Iterator[_Link]:
    """Take the targets out of a part's links: a page that is not there yet cannot be named."""
    pages = {page.obj.objgen: number for number, page in enumerate(part.pages)}
    for number, page in enumerate(part.pages):
        for place, link in enumerate(page.obj.get("/Annots", [])):
            if "/Dest" in link:
                to = link.Dest
                yield _Link(before + number, place, Target(before + pages[to[0].objgen]), tuple(list(to)[1:]))
                del link["/Dest"]
            elif "/A" in link and str(link.A.get("/URI", "")).startswith(WITHIN):
                yield _within(str(link.A.URI).removeprefix(WITHIN), before + number, place, plan)
                del link["/A"]


def _within(place: str, page: int, number: int, plan: Plan) -> _Link:
    kind, _, name = place.partition("/")
    if kind == "document":
        target, title = plan.documents[name]
        return _Link(page, number, target, words=title)
    to = int(name) - 1 + (plan.roman if kind == "page" else 0)
    return _Link(page, number, Target(to), words=plan.page.replace("{}", name))


def _set(book: pikepdf.Pdf, link: _Link) -> None:
    annotation = book.pages[link.page].obj.Annots[link.number]
    annotation.Dest = Array([book.pages[link.target.page].obj, *link.rest]) if link.rest else _dest(book, link.target)
    if link.words:
        annotation.Contents = String(link.words)


def _dest(book: pikepdf.Pdf, target: Target) -> Array:
    page = book.pages[target.page].obj
    return Array([page, Name.XYZ, 0, float(page.MediaBox[3]) - target.top, 0])


class _Tree:
    """The tag tree of the book, which grows by that of each part."""

    def __init__(self, book: pikepdf.Pdf) -> None:
        self._book = book
        self._root = book.Root.StructTreeRoot
        self._next = int(self._root.get("/ParentTreeNextKey", 0))
        _rename(self._root, f"{0:04d} ")
        self._parents = [_leaf(_numbers(self._root.ParentTree))]
        self._names = [_named(_pairs(self._root.get("/IDTree", Dictionary()), "/Names"))]
        kids = self._root.K
        self._document = kids[0] if isinstance(kids, Array) else kids

    def renumber(self, part: pikepdf.Pdf) -> None:
        """Give a part's pages and links the numbers by which they will be found in the book's parent tree."""
        for page in part.pages:
            if "/StructParents" in page.obj:
                page.obj.StructParents = int(page.obj.StructParents) + self._next
            for annotation in page.obj.get("/Annots", []):
                if "/StructParent" in annotation:
                    annotation.StructParent = int(annotation.StructParent) + self._next

    def add(self, part: pikepdf.Pdf, number: int) -> None:
        """Put the tags of a part, whose pages are in the book already, behind the others."""
        _rename(part.Root.StructTreeRoot, f"{number:04d} ")
        given = self._book.copy_foreign(part.Root.StructTreeRoot)
        kids = given.K if isinstance(given.K, Array) else Array([given.K])
        for document in kids:
            inner = document.K if isinstance(document.K, Array) else Array([document.K])
            for kid in inner:
                kid.P = self._document
                self._document.K.append(kid)
        pairs = [(key + self._next, value) for key, value in _numbers(given.ParentTree)]
        self._parents.append(_leaf(pairs))
        self._names.append(_named(_pairs(given.get("/IDTree", Dictionary()), "/Names")))
        self._next += int(given.get("/ParentTreeNextKey", 0))
        for role, standard in given.get("/RoleMap", {}).items():
            if role not in self._root.RoleMap:
                self._root.RoleMap[role] = standard

    def close(self) -> None:
        """Write the trees by which tags are found."""
        self._root.ParentTree = self._book.make_indirect(Dictionary(Kids=Array([k for k in self._parents if k])))
        self._root.ParentTreeNextKey = self._next
        names = [leaf for leaf in self._names if leaf]
        if names:
            self._root.IDTree = self._book.make_indirect(Dictionary(Kids=Array(names)))


def _pairs(node: Any, key: str) -> Iterator[tuple[Any, Any]]:
    """Give the pairs of a number tree or name tree, in order (ISO 32000-1, 7.9.6 and 7.9.7)."""
    values = node.get(key, Array())
    for place in range(0, len(values), 2):
        yield values[place], values[place + 1]
    for kid in node.get("/Kids", Array()):
        yield from _pairs(kid, key)


def _numbers(tree: Any) -> list[tuple[int, Any]]:
    return [(int(key), value) for key, value in _pairs(tree, "/Nums")]


def _leaf(pairs: Sequence[tuple[int, Any]]) -> Any:
    if not pairs:
        return None
    flat = [item for pair in pairs for item in pair]
    return Dictionary(Limits=Array([pairs[0][0], pairs[-1][0]]), Nums=Array(flat))


def _named(pairs: Iterator[tuple[Any, Any]]) -> Any:
    ordered = sorted(((bytes(key), value) for key, value in pairs), key=lambda pair: pair[0])
    if not ordered:
        return None
    flat = [item for key, value in ordered for item in (String(key), value)]
    return Dictionary(Limits=Array([String(ordered[0][0]), String(ordered[-1][0])]), Names=Array(flat))


def _rename(tree: Any, prefix: str) -> None:
    """Give the identifiers of a part's elements (notes, headings of tables) a beginning that no other part has."""
    names = tree.get("/IDTree", Dictionary())
    fresh = Array()
    for key, element in _pairs(names, "/Names"):
        element.ID = String(prefix + str(key))
        fresh.extend([element.ID, element])
    if len(fresh):
        tree.IDTree = Dictionary(Names=fresh)
    for element in _walk(tree.K):
        if element.get("/S") in (Name.TH, Name.TD):
            _rename_headers(element, prefix)


_LOWER = {Name.H1: Name.H2, Name.H2: Name.H3, Name.H3: Name.H4, Name.H4: Name.H5, Name.H5: Name.H6}


def _lower(tree: Any) -> None:
    """Set all headings one level lower."""
    for element in _walk(tree.K):
        element.S = _LOWER.get(element.S, element.S)


def _rename_headers(element: Any, prefix: str) -> None:
    given = element.get("/A", Array())
    for attributes in given if isinstance(given, Array) else [given]:
        if isinstance(attributes, Dictionary) and "/Headers" in attributes:
            attributes.Headers = Array([String(prefix + str(name)) for name in attributes.Headers])


def _walk(node: Any) -> Iterator[Any]:
    """Give the elements of a tag tree that can hold tables; what stands in lines holds none."""
    waiting = [node]
    while waiting:
        node = waiting.pop()
        if isinstance(node, Array):
            waiting.extend(node)
        elif isinstance(node, Dictionary) and "/S" in node:
            yield node
            if node.S not in _LINES and "/K" in node:
                waiting.append(node.K)


_LINES = frozenset((Name.P, Name.Span, Name.Link, Name.H1, Name.H2, Name.H3, Name.H4, Name.H5, Name.H6, Name.Lbl))


def _outlines(book: pikepdf.Pdf, bookmarks: Sequence[Bookmark]) -> Any:
    root = book.make_indirect(Dictionary(Type=Name.Outlines))
    _hang(book, root, bookmarks)
    return root


def _hang(book: pikepdf.Pdf, parent: Any, bookmarks: Sequence[Bookmark]) -> None:
    """Hang bookmarks below a parent, those of the second level and below folded (ISO 32000-1, 12.3.3)."""
    items = [
        book.make_indirect(Dictionary(Title=String(mark.title), Parent=parent, Dest=_dest(book, mark.target)))
        for mark in bookmarks
    ]
    for item, after in pairwise(items):
        item.Next, after.Prev = after, item
    for item, mark in zip(items, bookmarks, strict=True):
        if mark.below:
            _hang(book, item, mark.below)
            item.Count = -len(mark.below)
    if items:
        parent.First, parent.Last, parent.Count = items[0], items[-1], len(items)


def _labels(roman: int) -> Dictionary:
    """Number the first pages in Roman numerals, the others from 1 (ISO 32000-1, 12.4.2)."""
    decimal = Dictionary(S=Name.D, St=1)
    return Dictionary(Nums=Array([0, Dictionary(S=Name.r, St=1), roman, decimal]))
