"""introduction.md and pages/*.md become pages of the edition.

A page's file may begin with a number, which gives its place among them ("10-chronicle.md"), and end in a language
("chronicle.de.md"); what is left is its name. A file without language is in the edition's own.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING
from urllib.parse import unquote

from teiedit.model.diagnostic import Diagnostic, Severity
from teiedit.model.house import Link, Page, Picture
from teiedit.model.position import Place
from teiedit.read.inside import Unusable, text_of
from teiedit.read.pictures import picture
from teiedit.tools.expressions import expression
from teiedit.tools.markdown import is_within, marked
from teiedit.tools.tei import slug

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

INTRODUCTION = "introduction"
FOLDER = "pages"
# Where pictures are published; the same for all languages.
ASSETS = "assets/pictures/"
# Pages without a number follow those that have one.
_LAST = 1_000_000
_NAME = expression(
    r"(?:(?P<number>\d+)[-_. ]+)?(?P<name>.+?)(?:\.(?P<language>[a-z]{2}(?:-[A-Za-z0-9]{2,8})*))?\.md", re.I
)
# Numbers of which some are tags of languages as well (Yi, Vietnamese).
_ROMAN = expression(r"[ivxlcdm]+", re.I)


class Pages:
    """The pages of one edition, as they are read.

    Attributes:
        introduction: of the home page, in one or several languages.
        pages: the others, in their order.
        pictures: what they show.
        found: what is wrong with them: as `teiedit.read.inside.text_of`, and E022 two pages of one name, or a
            language that the site does not speak.
    """

    def __init__(self, folder: Path, shown: str, languages: tuple[str, ...]) -> None:
        """Read the pages in an edition's folder; `languages` are those of the site, its own first."""
        self._folder = folder
        self._shown = shown
        self._languages = languages
        self._pictures: dict[str, Picture] = {}
        self.found: list[Diagnostic] = []
        self.introduction = tuple(self._read(_files(folder, f"{INTRODUCTION}*.md"), introduction=True))
        self.pages = tuple(self._read(_files(folder / FOLDER, "*.md", FOLDER), introduction=False))
        self.pictures = tuple(self._pictures.values())

    def _read(self, names: Iterable[str], *, introduction: bool) -> list[Page]:
        pages: dict[tuple[str, str], Page] = {}
        order: dict[str, int] = defaultdict(lambda: _LAST)
        for file in names:
            parts = self._parts(file)
            if not parts or (introduction and parts["name"] != INTRODUCTION):
                continue
            name = "" if introduction else slug(parts["name"] or "")
            try:
                page = self._page(file, name, self._language(parts["language"], file))
            except Unusable as error:
                self.found.append(error.diagnostic)
                continue
            other = pages.setdefault((name, page.language), page)
            if other is not page:
                message = f'"{page.shown}" and "{other.shown}" would both become the page "{name}"'
                self.found.append(_name_fault(page.shown, message, "rename one of the two; the second was left out"))
                continue
            order[name] = min(order[name], int(parts["number"] or _LAST))
        return sorted(pages.values(), key=lambda page: (order[page.name], page.name, page.language))

    def _language(self, tag: str | None, file: str) -> str:
        """Return the language of a file; "" for the edition's own.

        Raises:
            Unusable: E022 the site does not speak it.
        """
        if tag is None or tag == self._languages[0]:
            return ""
        if tag not in self._languages:
            message = f'"{file}" is in the language "{tag}", which this site does not speak'
            hint = f'name it under "interface" in edition.toml; now the site speaks: {", ".join(self._languages)}'
            raise Unusable(_name_fault(self._path(file), message, hint))
        return tag

    def _page(self, file: str, name: str, language: str) -> Page:
        shown = self._path(file)

        def show(address: str, line: int) -> Mapping[str, str] | None:
            return self._picture(address, Place(shown, line))

        titled = file.startswith(FOLDER)
        made = marked(text_of(self._folder, file, Place(shown)), show, self._led, titled=titled)
        if titled and not name:
            message = f'the name of "{shown}" has no letter that an address can have'
            raise Unusable(_name_fault(shown, message, "rename it in plain letters, such as chronicle.md"))
        title = made.title or name.replace("-", " ").capitalize()
        links = tuple(Link(address, line) for address, line in made.links)
        return Page(name, title, made.body, shown, language, links, made.line)

    def _parts(self, file: str) -> Mapping[str, str | None] | None:
        """Return number, name and language of a file's name: "vol.ii.md" is the second volume and not in Yi."""
        parts = _NAME.fullmatch(file.rpartition("/")[2])
        tag = parts["language"] if parts else None
        if parts and tag and tag not in self._languages and _ROMAN.fullmatch(tag):
            return {**parts.groupdict(), "name": f"{parts['name']}.{tag}", "language": None}
        return parts.groupdict() if parts else None

    def _led(self, address: str) -> str:
        """Return where a link leads: one to a Markdown file, which editors of Markdown can follow, to its page."""
        path, mark, place = _from_home(address).partition("#")
        parts = self._parts(unquote(path))
        if parts:
            name = parts["name"] or ""
            path = "index.html" if name == INTRODUCTION else f"{slug(name)}.html"
        return f"{path}{mark}{place}"

    def _picture(self, address: str, place: Place) -> Mapping[str, str] | None:
        """Return what an img says of a picture; None, and a diagnostic, where it cannot be shown."""
        try:
            if not is_within(address):
                message = f'the picture "{address}" lies on another site, and was left out'
                hint = "put it into the edition's folder, if its terms allow that"
                raise Unusable(Diagnostic("E021", Severity.ERROR, place, message, hint))
            name = unquote(_from_home(address))
            if name not in self._pictures:
                self._pictures[name] = picture(self._folder, name, place)
        except Unusable as error:
            self.found.append(error.diagnostic)
            return None
        found = self._pictures[name]
        return {
            "src": f"{ASSETS}{_from_home(address)}",
            "width": str(found.width),
            "height": str(found.height),
            "loading": "lazy",
        }

    def _path(self, file: str) -> str:
        return f"{self._shown}/{file}" if self._shown not in ("", ".") else file


def _files(folder: Path, pattern: str, within: str = "") -> list[str]:
    """Return the paths in the edition's folder of the files that match, in the order of their names."""
    names = sorted(path.name for path in folder.glob(pattern)) if folder.is_dir() else []
    return [f"{within}/{name}" if within else name for name in names if not name.startswith(".")]


def _from_home(address: str) -> str:
    """Return an address as from the edition's folder; one in pages/ may be written as from there."""
    return address.removeprefix("./").removeprefix("../")


def _name_fault(shown: str, message: str, hint: str) -> Diagnostic:
    return Diagnostic("E022", Severity.ERROR, Place(shown), message, hint)
