"""Parts of a book become one PDF: pages, tag tree, links, bookmarks and labels of pages, as the standards want them.

Typst makes each part a whole file of PDF/UA-1 and PDF/A-3a. The first part's catalogue stays (metadata, output intent,
attachments); pages and tags of the others are put behind its own, and numbers, names and targets are made anew, so
that the tag tree is one (ISO 32000-1, 14.7.4: structure hierarchy, parent tree, identifiers). Objects go from part to
book one by one: of the book itself only the places of its objects are in memory.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import accumulate
from typing import TYPE_CHECKING, Any

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from teiedit.publish._pdf_events import WITHIN
from teiedit.publish._pdf_file import PdfFile

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
        passages: where passages stand that other documents point to, by DOCUMENT#NAME.
        entries: where each entry of an index stands, and its words, by the identifier of its record.
        deeper: the numbers of the parts whose headings are to be one level lower.
    """

    bookmarks: tuple[Bookmark, ...]
    roman: int
    documents: Mapping[str, tuple[Target, str]]
    page: str
    passages: Mapping[str, Target]
    entries: Mapping[str, tuple[Target, str]]
    deeper: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class _Survey:
    """What must be known of a part before any is written.

    Attributes:
        objects: how many objects it has.
        pages: the numbers of its pages' objects, with the height of each.
    """

    objects: int
    pages: tuple[tuple[int, float], ...]


def bind(parts: Sequence[Path], out: Path, plan: Plan) -> None:
    """Write the book of `parts`, in their order, to `out`. Memory grows with the largest part."""
    surveys = [_survey(path) for path in parts]
    with out.open("wb") as stream:
        file = PdfFile(stream)
        binding = _Binding(file, plan, surveys)
        for number, path in enumerate(parts):
            with pikepdf.open(path) as part:
                binding.add(part, number)
        binding.close()


def _survey(path: Path) -> _Survey:
    with pikepdf.open(path) as part:
        pages = tuple((page.obj.objgen[0], float(page.obj.MediaBox[3])) for page in part.pages)
        return _Survey(len(part.objects), pages)


# What stands for a page until it is written: its number in the book, and the distance from its foot.
_PLACE = "/TeTo-{}-{}"
# In an object as qpdf writes it: strings, which are left alone, places, and references to other objects.
_TOKEN = re.compile(
    rb"\((?:[^\\()]|\\.)*\)|<[0-9A-Fa-f]*>|/TeTo-(?P<page>\d+)-(?P<y>-?[\d.]+)|(?<![\w.#])(?P<number>\d+) 0 R\b", re.S
)
_LOWER: Mapping[Any, Any] = {Name.H1: Name.H2, Name.H2: Name.H3, Name.H3: Name.H4, Name.H4: Name.H5, Name.H5: Name.H6}


@dataclass(slots=True)
class _Tags:
    """What the parts' tag trees come to."""

    kids: list[bytes] = field(default_factory=list)
    parents: list[int] = field(default_factory=list)
    names: list[int] = field(default_factory=list)
    roles: dict[str, bytes] = field(default_factory=dict)
    next: int = 0


class _Binding:
    """Takes the parts one after the other."""

    def __init__(self, file: PdfFile, plan: Plan, surveys: Sequence[_Survey]) -> None:
        self._file = file
        self._plan = plan
        self._catalogue, self._pages, self._root, self._document = (file.reserve() for _ in range(4))
        first = file.reserve(sum(survey.objects for survey in surveys))
        # an object's number in the book is that in its part and this
        self._bases = [first - 1, *accumulate((s.objects for s in surveys[:-1]), initial=first - 1)][1:]
        self._leaves = [
            (base + number, height)
            for base, survey in zip(self._bases, surveys, strict=True)
            for number, height in survey.pages
        ]
        self._before = [0, *accumulate(len(survey.pages) for survey in surveys)]
        self._tags = _Tags()
        self._bundles: list[int] = []
        self._head = b""
        self._info = 0
        self._profile = 0

    def add(self, part: pikepdf.Pdf, number: int) -> None:
        """Write the objects of a part, with the numbers and names that they have in the book."""
        tree = part.Root.StructTreeRoot
        elements = tree.K if isinstance(tree.K, Array) else Array([tree.K])
        base = self._bases[number]
        shared = {tree.objgen[0]: self._root} | {one.objgen[0]: self._document for one in elements}
        if number == 0:
            _as_contents(elements)
            self._profile = base + _profile(part).objgen[0]
        else:
            # the profile of the output is the profile of colours too
            shared[_profile(part).objgen[0]] = self._profile
        self._renumber(part)
        _rename(tree, f"{number:04d} ")
        bundle = part.Root.Pages.objgen[0]
        part.Root.Pages.Parent = Name("/TeUp")
        self._bundles.append(base + bundle)

        def placed(token: re.Match[bytes]) -> bytes:
            if given := token["number"]:
                return b"%d 0 R" % shared.get(int(given), base + int(given))
            return self._dest(int(token["page"]), token["y"]) if token["page"] else token[0]

        self._learn(tree, elements, placed)
        if number == 0:
            self._first(part, placed)
        gone = self._gone(part, number, shared)
        for item in part.objects:
            name = base + item.objgen[0]
            if item.objgen[0] in gone:
                self._file.put(name, b"null")
            elif isinstance(item, pikepdf.Stream):
                self._file.stream(name, _TOKEN.sub(placed, item.stream_dict.unparse()), item.read_raw_bytes())
            else:
                content = _TOKEN.sub(placed, _mended(item, f"{number:04d} ", lower=number in self._plan.deeper))
                self._file.put(name, content.replace(b"/TeUp", b"%d 0 R" % self._pages))

    def _renumber(self, part: pikepdf.Pdf) -> None:
        """Give pages and links the numbers by which they are found in the parent tree, and links their targets."""
        ahead = self._tags.next
        for page in part.pages:
            if "/StructParents" in page.obj:
                page.obj.StructParents = int(page.obj.StructParents) + ahead
            for annotation in page.obj.get("/Annots", []):
                if "/StructParent" in annotation:
                    annotation.StructParent = int(annotation.StructParent) + ahead
                if (address := _address(annotation)).startswith(WITHIN):
                    self._lead(annotation, address.removeprefix(WITHIN))

    def _lead(self, annotation: Any, place: str) -> None:
        kind, _, name = place.partition("/")
        if kind == "document":
            target, words = self._plan.documents[name.partition("#")[0]]
            target = self._plan.passages.get(name, target)
        elif kind == "index":
            # a name without an entry leads to the last page: the links of a book must lead somewhere
            target, words = self._plan.entries.get(name, (Target(len(self._leaves) - 1), name))
        else:
            target, words = Target(int(name) - 1 + self._plan.roman), self._plan.page.replace("{}", name)
        del annotation["/A"]
        annotation.Dest = Name(_PLACE.format(target.page, round(self._leaves[target.page][1] - target.top, 4)))
        annotation.Contents = String(words)

    def _dest(self, page: int, y: bytes) -> bytes:
        return b"[ %d 0 R /XYZ 0 %b 0 ]" % (self._leaves[page][0], y)

    def _learn(self, tree: Any, elements: Any, placed: Any) -> None:
        """Take over what a part's tag tree says of itself."""
        tags = self._tags
        for element in elements:
            inner = element.K if isinstance(element.K, Array) else Array([element.K])
            tags.kids += [_TOKEN.sub(placed, kid.unparse()) for kid in inner]
        pairs = [
            (int(key) + tags.next, _TOKEN.sub(placed, value.unparse()))
            for key, value in _pairs(tree.ParentTree, "/Nums")
        ]
        if pairs:
            nums = b" ".join(b"%d %b" % pair for pair in pairs)
            leaf = b"<< /Limits [ %d %d ] /Nums [ %b ] >>" % (pairs[0][0], pairs[-1][0], nums)
            tags.parents.append(self._file.add(leaf))
        named = sorted(
            (
                (bytes(key), _TOKEN.sub(placed, value.unparse()))
                for key, value in _pairs(tree.get("/IDTree", {}), "/Names")
            ),
        )
        if named:
            names = b" ".join(b"%b %b" % (String(key).unparse(), value) for key, value in named)
            limits = b"%b %b" % (String(named[0][0]).unparse(), String(named[-1][0]).unparse())
            tags.names.append(self._file.add(b"<< /Limits [ %b ] /Names [ %b ] >>" % (limits, names)))
        tags.next += int(tree.get("/ParentTreeNextKey", 0))
        for role, standard in tree.get("/RoleMap", {}).items():
            tags.roles.setdefault(str(role), standard.unparse())

    def _first(self, part: pikepdf.Pdf, placed: Any) -> None:
        """Keep the catalogue of the first part."""
        root: Any = Dictionary(dict(part.Root.items()))
        for key in ("/Pages", "/StructTreeRoot", "/Outlines", "/PageLabels"):
            if key in root:
                del root[key]
        if "/Dests" in root.get("/Names", {}):
            root.Names = Dictionary({key: value for key, value in root.Names.items() if key != "/Dests"})
        self._head = _TOKEN.sub(placed, root.unparse()).strip().removesuffix(b">>")
        self._info = self._bases[0] + part.trailer.Info.objgen[0]

    def _gone(self, part: pikepdf.Pdf, number: int, shared: Mapping[int, int]) -> set[int]:
        """Return the objects of a part that the book has once, or does not have."""
        root, tree = part.Root, part.Root.StructTreeRoot
        gone = [root, *map(root.get, ("/Outlines", "/PageLabels")), *map(tree.get, ("/ParentTree", "/IDTree", "/K"))]
        if number:
            gone += [part.trailer.get("/Info"), root.get("/Metadata"), root.get("/OutputIntents")]
            gone += list(root.get("/OutputIntents", []))
        indirect = {one.objgen[0] for one in gone if isinstance(one, pikepdf.Object) and one.is_indirect}
        return indirect | set(shared)

    def close(self) -> None:
        """Write what is above all parts."""
        file, tags = self._file, self._tags
        kids = b" ".join(b"%d 0 R" % number for number in self._bundles)
        file.put(self._pages, b"<< /Type /Pages /Count %d /Kids [ %b ] >>" % (len(self._leaves), kids))
        above = b"<< /Type /StructElem /S /Document /P %d 0 R /K [ %b ] >>"
        file.put(self._document, above % (self._root, b" ".join(tags.kids)))
        file.put(self._root, self._tree())
        labels = b"<< /Nums [ 0 << /S /r /St 1 >> %d << /S /D /St 1 >> ] >>" % self._plan.roman
        outlines = self._hang(self._plan.bookmarks, None)
        file.put(
            self._catalogue,
            self._head
            + b"/Pages %d 0 R /StructTreeRoot %d 0 R /Outlines %d 0 R /PageLabels %b >>"
            % (self._pages, self._root, outlines, labels),
        )
        file.close(self._catalogue, self._info)

    def _tree(self) -> bytes:
        tags = self._tags
        parents = b" ".join(b"%d 0 R" % number for number in tags.parents)
        text = b"<< /Type /StructTreeRoot /K [ %d 0 R ] /ParentTree << /Kids [ %b ] >> /ParentTreeNextKey %d "
        made = text % (self._document, parents, tags.next)
        if tags.names:
            made += b"/IDTree << /Kids [ %b ] >> " % b" ".join(b"%d 0 R" % number for number in tags.names)
        if tags.roles:
            roles = b" ".join(b"%b %b" % (role.encode(), standard) for role, standard in sorted(tags.roles.items()))
            made += b"/RoleMap << %b >> " % roles
        return made + b">>"

    def _hang(self, bookmarks: Sequence[Bookmark], mark: Bookmark | None, parent: int = 0, beside: bytes = b"") -> int:
        """Write a bookmark and those below it, which are folded from the second level on (ISO 32000-1, 12.3.3)."""
        number = self._file.reserve()
        return self._hung(number, bookmarks, mark, parent, beside)

    def _hung(self, number: int, below: Sequence[Bookmark], mark: Bookmark | None, parent: int, beside: bytes) -> int:
        first = self._file.reserve(len(below))
        for place, one in enumerate(below):
            sides = b"/Prev %d 0 R " % (first + place - 1) if place else b""
            sides += b"/Next %d 0 R " % (first + place + 1) if place + 1 < len(below) else b""
            self._hung(first + place, one.below, one, number, sides)
        content = b"/Type /Outlines " if mark is None else self._marked(mark, parent) + beside
        if below:
            count = len(below) if mark is None else -len(below)
            content += b"/First %d 0 R /Last %d 0 R /Count %d " % (first, first + len(below) - 1, count)
        self._file.put(number, b"<< %b>>" % content)
        return number

    def _marked(self, mark: Bookmark, parent: int) -> bytes:
        y = b"%.4f" % (self._leaves[mark.target.page][1] - mark.target.top)
        words = (String(mark.title).unparse(), parent, self._dest(mark.target.page, y))
        return b"/Title %b /Parent %d 0 R /Dest %b " % words


def _profile(part: pikepdf.Pdf) -> Any:
    (intent,) = part.Root.OutputIntents
    return intent.DestOutputProfile


def _mended(item: Any, prefix: str, *, lower: bool) -> bytes:
    """Return an object's words, with headings one level lower, and the names of heads of tables as in the book."""
    if lower and isinstance(item, Dictionary) and item.get("/Type") == Name.StructElem:
        item.S = _LOWER.get(item.S, item.S)
    words: bytes = item.unparse(resolved=True)
    if b"/Headers" in words:
        _rename_headers(item, prefix)
        words = item.unparse(resolved=True)
    return words


def _rename_headers(item: Any, prefix: str) -> None:
    """Give the names of heads of tables their beginning, in an object and in what it holds itself."""
    if isinstance(item, Array):
        inner = list(item)
    elif "/Headers" in item:
        item.Headers = Array([String(prefix + str(name)) for name in item.Headers])
        return
    else:
        inner = [item.get("/A")]
    for one in inner:
        if isinstance(one, (Array, Dictionary)) and not one.is_indirect:
            _rename_headers(one, prefix)


def _rename(tree: Any, prefix: str) -> None:
    """Give the identifiers of a part's elements (notes, heads of tables) a beginning that no other part has."""
    fresh = Array()
    for key, element in _pairs(tree.get("/IDTree", Dictionary()), "/Names"):
        element.ID = String(prefix + str(key))
        fresh.extend([element.ID, element])
    if len(fresh):
        tree.IDTree = Dictionary(Names=fresh)


def _address(annotation: Any) -> str:
    """Return the address that a link leads to, or "" where it leads to a place."""
    action = annotation.get("/A")
    return str(action.get("/URI", "")) if isinstance(action, Dictionary) else ""


def _pairs(node: Any, key: str) -> Iterator[tuple[Any, Any]]:
    """Give the pairs of a number tree or name tree, in order (ISO 32000-1, 7.9.6 and 7.9.7)."""
    values = node.get(key, Array())
    for place in range(0, len(values), 2):
        yield values[place], values[place + 1]
    for kid in node.get("/Kids", Array()):
        yield from _pairs(kid, key)


_IN_CONTENTS: Mapping[Any, Any] = {Name.LBody: Name.NonStruct}


def _as_contents(elements: Any) -> None:
    """Tag as contents the lists whose every item is a link to a page of the book (ISO 32000-1, 14.8.4.3).

    Typst has no words for it; a list's body may not stand in an item of contents, and becomes nothing in particular.
    """
    for document in elements:
        for element in document.K if isinstance(document.K, Array) else [document.K]:
            items: Any = element.get("/K", []) if element.get("/S") == Name.L else []
            if len(items) and all(_leads(item) for item in items):
                element.S = Name.TOC
                if "/A" in element:
                    del element.A
                for item in items:
                    item.S = Name.TOCI
                    for kid in item.K:
                        kid.S = _IN_CONTENTS.get(kid.S, kid.S)


def _leads(item: Any) -> bool:
    """Say whether the first link in an element leads to a place in the book."""
    waiting = [item]
    while waiting:
        one = waiting.pop()
        if isinstance(one, Array):
            waiting += reversed(list(one))
        elif isinstance(one, Dictionary) and one.get("/Type") == Name.OBJR:
            return "/Dest" in one.Obj or _address(one.Obj).startswith(WITHIN)
        elif isinstance(one, Dictionary) and "/K" in one:
            waiting.append(one.K)
    return False
