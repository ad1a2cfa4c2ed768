"""What gives an edition a look and words of its own, as types: colours, pictures, pages, a stylesheet."""

from __future__ import annotations

from dataclasses import dataclass

# Colours of xslt/html/css/10-base.css, against which an edition's own are measured.
PAPER, INK, ACCENT, EDITOR = "#fbfaf6", "#211f1c", "#85281c", "#1d5572"
PAPER_DARK, INK_DARK, ACCENT_DARK, EDITOR_DARK = "#17181a", "#e5e1d8", "#eb9d8b", "#8fc4de"

TYPES = ("serif", "sans")
SPACINGS = ("normal", "wide")


@dataclass(frozen=True, slots=True)
class Style:
    """The table [style] of edition.toml; "" where it is silent.

    Attributes:
        accent: colour of links, as "#rrggbb".
        paper: colour behind the text.
        ink: colour of the text.
        accent_dark: as `accent`, for readers who have chosen a dark screen.
        paper_dark: as `paper`.
        ink_dark: as `ink`.
        font: one of TYPES, the type that texts are set in.
        spacing: one of SPACINGS, how far apart letters, words and lines are set.
        logo: a picture in the edition's folder, as a path with forward slashes.
        logo_alt: what is read out in its place.
        footer: a line of Markdown for the foot of each page.
    """

    accent: str = ""
    paper: str = ""
    ink: str = ""
    accent_dark: str = ""
    paper_dark: str = ""
    ink_dark: str = ""
    font: str = "serif"
    spacing: str = "normal"
    logo: str = ""
    logo_alt: str = ""
    footer: str = ""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of the edition's own.

    Attributes:
        name: its path in the edition's folder, with forward slashes.
        content: the file.
        width: in pixels.
        height: in pixels.
    """

    name: str
    content: bytes
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Link:
    """A link within the site that stands in a page of Markdown: its address as written there, and its line."""

    address: str
    line: int


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the edition's own, in one language.

    Attributes:
        name: its file's name in the site, without ".html"; "" for the introduction.
        title: as the ways through the site say it.
        body: what stands below the title, as a fragment of XHTML.
        shown: its Markdown file as the user knows it.
        language: BCP 47 tag, or "" for the edition's own language.
        links: to other pages of the site.
        line: where the title stands.
    """

    name: str
    title: str
    body: str
    shown: str
    language: str = ""
    links: tuple[Link, ...] = ()
    line: int = 1


@dataclass(frozen=True, slots=True)
class Sheet:
    """The edition's own stylesheet, house.xsl: its text, ready to be compiled, and its path as the user knows it."""

    text: str
    shown: str


@dataclass(frozen=True, slots=True)
class Template:
    """The edition's own Typst template, house.typ: its text, and its path as the user knows it."""

    text: str
    shown: str


@dataclass(frozen=True, slots=True)
class House:
    """What lies beside edition.toml to give the edition its look and its own pages.

    Attributes:
        logo: see `Style.logo`.
        footer: `Style.footer`, without a title; or None.
        css: the edition's own style.css, or b"".
        epub: its epub.css, for books, or b"".
        sheet: its house.xsl, or None.
        template: its house.typ, or None.
        introduction: introduction.md, in one or several languages.
        pages: pages/*.md, in order; each name in one or several languages.
        pictures: those that the pages show.
    """

    logo: Picture | None = None
    footer: Page | None = None
    css: bytes = b""
    epub: bytes = b""
    sheet: Sheet | None = None
    template: Template | None = None
    introduction: tuple[Page, ...] = ()
    pages: tuple[Page, ...] = ()
    pictures: tuple[Picture, ...] = ()


# What to say where the edition's own stylesheet cannot be used.
WITHOUT_SHEET = "the pages were made without it; mend it and build again"

NO_STYLE = Style()
NO_HOUSE = House()


def in_language(pages: tuple[Page, ...], language: str) -> Page | None:
    """Return the page for readers of `language`: in that language, else in the edition's own, else the first."""
    return next(
        (page for wanted in (language, "") for page in pages if page.language == wanted),
        pages[0] if pages else None,
    )
