"""What lies beside edition.toml to give an edition its look: logo, style sheets, templates, and its own pages."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from teiedit.model.diagnostic import Diagnostic, Severity
from teiedit.model.house import (
    PAPER,
    PAPER_DARK,
    WITHOUT_SHEET,
    House,
    Link,
    Page,
    Picture,
    Sheet,
    Style,
    Template,
)
from teiedit.model.position import Place
from teiedit.read.edition import FILE, place_of
from teiedit.read.inside import Unusable, text_of
from teiedit.read.pages import Pages
from teiedit.read.pictures import picture
from teiedit.tools import colour, template
from teiedit.tools.markdown import marked_line
from teiedit.tools.saxon import CompileError, compiles
from teiedit.tools.stylesheet import objections, on_ours

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from teiedit.model.edition import Edition

STYLE = "style.css"
BOOK_STYLE = "epub.css"
SHEET = "house.xsl"
TEMPLATE = "house.typ"
# Addresses of other hosts in a style sheet.
_ELSEWHERE = re.compile(r"""(?:@import|\b(?:url|src|image-set)\()\s*(?:url\()?\s*["']?\s*(?:https?:)?//""", re.I)
# Addresses of any file beside the style sheet: a book has none of the edition's.
_OTHER_FILE = re.compile(
    r"""@import\b|\burl\((?!\s*["']?\s*(?:data:|\#))|\b(?:image-set|src)\(\s*["'](?!data:)""", re.I
)
_COMMENT = re.compile(r"/\*.*?\*/", re.S)


def with_house(edition: Edition, folder: Path, shown: str) -> tuple[Edition, tuple[Diagnostic, ...]]:
    """Return `edition` with what its folder holds to give it a look, and what is wrong with that.

    Args:
        edition: its settings.
        folder: holds edition.toml.
        shown: the folder as the user knows it.

    Returns:
        The edition, without what cannot be used, and diagnostics: E019 colours that are hard to read, E020 and E021
        files that cannot be used, E022 names of pages, E024 a style sheet that asks for something from another host,
        E025 one of books that asks for any other file, X004 a stylesheet that does what it may not, X005 one that does
        not compile, X006 a template that does what it may not, X008 names in it that nothing reads.
    """
    toml = (folder / FILE).read_text("utf-8-sig")
    settings = f"{shown}/{FILE}" if shown not in ("", ".") else FILE
    found = list(_contrasts(edition.style, toml, settings))
    languages = tuple(dict.fromkeys((edition.language, *edition.interface)))
    pages = Pages(folder, shown, languages)
    house = House(
        logo=_logo(edition.style, folder, place_of("logo", toml, settings), found),
        footer=_footer(edition.style.footer, place_of("footer", toml, settings)),
        css=_css(folder, shown, found),
        epub=_book_css(folder, shown, found) if "epub" in edition.formats else b"",
        sheet=_sheet(folder, shown, found) if "html" in edition.formats else None,
        template=_template(folder, shown, found) if "pdf" in edition.formats else None,
        introduction=pages.introduction,
        pages=pages.pages,
        pictures=pages.pictures,
    )
    found += pages.found
    return replace(edition, house=house), tuple(found)


def _footer(text: str, place: Place) -> Page | None:
    if not text.strip():
        return None
    made = marked_line(text)
    links = tuple(Link(address, place.line) for address, _ in made.links)
    return Page("", "", made.body, place.file, links=links) if made.body.strip() else None


def _logo(style: Style, folder: Path, place: Place, found: list[Diagnostic]) -> Picture | None:
    if not style.logo:
        return None
    try:
        return picture(folder, style.logo, place)
    except Unusable as error:
        found.append(error.diagnostic)
        return None


def _css(folder: Path, shown: str, found: list[Diagnostic]) -> bytes:
    path = _path(shown, STYLE)
    css = _text(folder, STYLE, path, found)
    for line in _lines_of(_ELSEWHERE, _unescaped(css)):
        message = f'"{path}" asks for something from another host'
        hint = "readers would be known there, and the page would not last longer than it"
        found.append(Diagnostic("E024", Severity.WARNING, Place(path, line), message, hint))
    return css.encode()


# CSS may write any letter by its number: https://www.w3.org/TR/css-syntax-3/#consume-escaped-code-point
_ESCAPE = re.compile(r"\\([0-9a-f]{1,6})[ \t]?", re.I)


def _unescaped(css: str) -> str:
    """Return a style sheet with such letters written out; no line moves."""
    return _ESCAPE.sub(lambda m: chr(code) if (code := int(m[1], 16)) <= 0x10FFFF and code > 0x1F else "?", css)


def _book_css(folder: Path, shown: str, found: list[Diagnostic]) -> bytes:
    path = _path(shown, BOOK_STYLE)
    css = _text(folder, BOOK_STYLE, path, found)
    asked = _lines_of(_OTHER_FILE, _unescaped(css))
    for line in asked:
        message = f'"{path}" asks for another file, and a book holds none of the edition\'s'
        hint = (
            "write what is meant into the style sheet itself (as data:), or leave it out; the books are made without it"
        )
        found.append(Diagnostic("E025", Severity.ERROR, Place(path, line), message, hint))
    return b"" if asked else css.encode()


def _text(folder: Path, name: str, path: str, found: list[Diagnostic]) -> str:
    """Return the text of a file, or "" where there is none that can be used."""
    if not (folder / name).exists():
        return ""
    try:
        return text_of(folder, name, Place(path))
    except Unusable as error:
        found.append(error.diagnostic)
        return ""


def _lines_of(asking: re.Pattern[str], css: str) -> list[int]:
    """Return the line of each match that stands in no comment."""
    blank = _COMMENT.sub(lambda comment: re.sub(r"[^\n]", " ", comment[0]), css)
    return [blank.count("\n", 0, ask.start()) + 1 for ask in asking.finditer(blank)]


def _sheet(folder: Path, shown: str, found: list[Diagnostic]) -> Sheet | None:
    path = _path(shown, SHEET)
    if not (folder / SHEET).exists():
        return None
    try:
        text = text_of(folder, SHEET, Place(path))
        against = objections(text)
        if not against:
            sheet = Sheet(on_ours(text), path)
            compiles(sheet.text)
            return sheet
        message = f'"{path}" cannot be used: '
        found += [Diagnostic("X004", Severity.ERROR, Place(path, o.line), message + o.what, o.hint) for o in against]
    except Unusable as error:
        found.append(error.diagnostic)
    except CompileError as error:
        message = f'"{path}" does not compile: {error}'
        found.append(Diagnostic("X005", Severity.ERROR, Place(path, error.line), message, WITHOUT_SHEET))
    return None


def _template(folder: Path, shown: str, found: list[Diagnostic]) -> Template | None:
    path = _path(shown, TEMPLATE)
    text = _text(folder, TEMPLATE, path, found)
    against = template.objections(text)
    message = f'"{path}" cannot be used: '
    for code, severity, before, remarks in (
        ("X006", Severity.ERROR, message, against),
        ("X008", Severity.WARNING, f'in "{path}" ', template.misspelt(text)),
    ):
        found += [Diagnostic(code, severity, Place(path, r.line, r.column), before + r.what, r.hint) for r in remarks]
    return Template(text, path) if text.strip() and not against else None


def _path(shown: str, name: str) -> str:
    return f"{shown}/{name}" if shown not in ("", ".") else name


def _contrasts(style: Style, toml: str, settings: str) -> Iterator[Diagnostic]:
    """Give the colours that are hard to read on the edition's paper, each with the nearest that is not."""
    light, dark = style.paper or PAPER, style.paper_dark or PAPER_DARK
    chosen = {
        "ink": (style.ink, light),
        "accent": (style.accent, light),
        "ink_dark": (style.ink_dark, dark),
        "accent_dark": (style.accent_dark, dark),
    }
    for key, (value, paper) in chosen.items():
        ratio = colour.contrast(value, paper) if value else colour.ENOUGH
        if ratio < colour.ENOUGH:
            message = f'"{key}" {value} on the paper {paper} has a contrast of {ratio:.2f}:1, where text needs 4.5:1'
            hint = f'the nearest colour that can be read there is "{colour.readable(value, paper)}"'
            yield Diagnostic("E019", Severity.WARNING, place_of(key, toml, settings), message, hint)
