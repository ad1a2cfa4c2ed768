"""What lies beside edition.toml to give it a look: used where it is sound, told where it is not."""

from __future__ import annotations

import struct
import zlib

import pytest

from teiedit.model.diagnostic import EditionError
from teiedit.read.edition import STYLE_KEYS, read_edition
from teiedit.read.house import with_house

SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><path d="M0 0"/></svg>'
PNG = b"\x89PNG\r\n\x1a\n" + b"".join(
    struct.pack(">I", len(d)) + t + d + struct.pack(">I", zlib.crc32(t + d))
    for t, d in [(b"IHDR", struct.pack(">IIBBBBB", 3, 2, 8, 2, 0, 0, 0)), (b"IEND", b"")]
)
JPEG = b"\xff\xd8\xff\xe0\x00\x04ab\xff\xc0\x00\x11\x08\x00\x07\x00\x09\x03" + b"\0" * 12
HOUSE = (
    '<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" '
    'xmlns:m="https://teiedit.org/ns/mode" default-mode="m:html">\n<xsl:import href="teiedit:html.xsl"/>\n{}\n'
    "</xsl:stylesheet>\n"
)


def read(folder, style="", settings="", **files):
    """The edition in a folder, and what is wrong: code, file, line and message."""
    folder.mkdir(exist_ok=True)
    for name, content in files.items():
        path = folder / name.replace("__", "/").replace("_dot_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    (folder / "edition.toml").write_text(f'title = "A"\n{settings}\n[style]\n{style}\n', "utf-8")
    edition = read_edition(folder / "edition.toml", "ed/edition.toml")
    edition, found = with_house(edition, folder, "ed")
    return edition, [(d.code, d.place.file, d.place.line) for d in found], [f"{d.message} {d.hint}" for d in found]


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "ed"


def test_an_edition_without_any_of_it_is_left_as_it_is(folder):
    folder.mkdir()
    (folder / "edition.toml").write_text('title = "A"\n', "utf-8")
    edition = read_edition(folder / "edition.toml", "ed/edition.toml")
    assert with_house(edition, folder, "ed") == (edition, ())


def test_the_keys_of_style_arrive(folder):
    edition, found, _ = read(folder, 'accent = "#1f6b4a"\nfont = "sans"\nfooter = "*Hi*"\n')
    assert found == []
    assert (edition.style.accent, edition.style.font, edition.style.paper) == ("#1f6b4a", "sans", "")
    assert edition.house.footer.body == "<em>Hi</em>"


@pytest.mark.parametrize(
    "line",
    [
        'accent = "red"',
        'accent = "#fff"',
        'paper = "url(https://example.org/x)"',
        'ink = "#000000; } body { display: none"',
        'accent_dark = "#12345g"',
        "accent = 3",
        'font = "Comic Sans"',
        'logo = ["x"]',
        'footer = "two\\nlines"',
    ],
)
def test_a_wrong_value_is_refused_at_its_line(folder, line):
    with pytest.raises(EditionError) as caught:
        read(folder, line)
    assert [(d.code, d.place.line) for d in caught.value.diagnostics] == [("E003", 4)]


def test_an_unknown_key_is_refused_with_the_nearest(folder):
    with pytest.raises(EditionError) as caught:
        read(folder, 'acent = "#000000"')
    assert [(d.code, d.hint) for d in caught.value.diagnostics] == [("E001", 'did you mean "accent"?')]


def test_every_key_of_style_has_a_place_in_the_model(folder):
    edition, *_ = read(folder)
    assert set(STYLE_KEYS) == set(edition.style.__slots__)


def test_colours_that_are_hard_to_read_are_measured(folder):
    _, found, said = read(folder, 'accent = "#e0a030"\nink_dark = "#333333"\naccent_dark = "#ffffff"\n')
    assert found == [("E019", "ed/edition.toml", 4), ("E019", "ed/edition.toml", 5)]
    assert '"accent" #e0a030 on the paper #fbfaf6 has a contrast of 2.1' in said[0]
    assert 'the nearest colour that can be read there is "#' in said[0]


@pytest.mark.parametrize(
    ("name", "content", "size"), [("seal.svg", SVG, (40, 20)), ("a/seal.png", PNG, (3, 2)), ("seal.jpg", JPEG, (9, 7))]
)
def test_a_logo_is_read_with_its_size(folder, name, content, size):
    edition, found, _ = read(folder, f'logo = "{name}"', **{name.replace("/", "__"): content})
    assert found == []
    assert (edition.house.logo.name, edition.house.logo.width, edition.house.logo.height) == (name, *size)


@pytest.mark.parametrize(
    "name",
    [
        "../seal.svg",
        "../../etc/passwd",
        "/etc/passwd",
        "a/../../seal.svg",
        "C:/seal.svg",
        "a\\\\seal.svg",
        "./seal.svg",
        ".",
    ],
)
def test_a_logo_outside_the_edition_is_not_read(folder, name):
    (folder.parent / "seal.svg").write_text(SVG, "utf-8")
    edition, found, _ = read(folder, f'logo = "{name}"')
    assert found == [("E020", "ed/edition.toml", 4)]
    assert edition.house.logo is None


def test_a_link_out_of_the_edition_is_not_followed(folder):
    folder.mkdir()
    (folder.parent / "seal.svg").write_text(SVG, "utf-8")
    (folder / "seal.svg").symlink_to(folder.parent / "seal.svg")
    (folder / "out").symlink_to(folder.parent)
    for name in ("seal.svg", "out/seal.svg"):
        assert read(folder, f'logo = "{name}"')[1] == [("E020", "ed/edition.toml", 4)]


def test_every_file_of_the_look_must_lie_in_the_edition(folder):
    folder.mkdir()
    (folder / "pages").mkdir()
    for name in ("style.css", "house.xsl", "house.typ", "introduction.md", "pages/a.md"):
        (folder.parent / "elsewhere").write_text("secret", "utf-8")
        (folder / name).symlink_to(folder.parent / "elsewhere")
    edition, found, _ = read(folder)
    assert sorted(code for code, _, _ in found) == ["E020"] * 5
    assert (edition.house.css, edition.house.sheet, edition.house.introduction, edition.house.pages) == (
        b"",
        None,
        (),
        (),
    )


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("seal.svg", "<svg/>"),
        ("seal.svg", SVG.replace("<path", '<script href="x"/><path')),
        ("seal.svg", SVG.replace("<path", '<path onload="alert(1)"')),
        ("seal.svg", SVG.replace("<path", '<a href="java\nscript:alert(1)"/><path')),
        ("seal.svg", SVG.replace("<path d", "<foreignObject/><path d")),
        ("seal.svg", '<!DOCTYPE svg [<!ENTITY x SYSTEM "/etc/passwd">]>' + SVG),
        ("seal.svg", SVG.replace('width="40"', "")),
        ("seal.svg", "not XML"),
        ("seal.png", SVG),
        ("seal.png", b"\x89PNG\r\n\x1a\n"),
        ("seal.jpg", b"\xff\xd8\xff\xe0\x00\x00"),
        ("seal.jpg", b"\xff\xd8" + b"\xff" * 30),
        ("seal.gif", b"GIF89a"),
        ("seal.html", "<script>alert(1)</script>"),
        ("missing.svg.x", ""),
    ],
)
def test_what_is_no_picture_is_told(folder, name, content):
    edition, found, _ = read(folder, f'logo = "{name}"', **{name: content})
    assert found == [("E021", "ed/edition.toml", 4)]
    assert edition.house.logo is None


def test_a_logo_that_is_not_there_is_told(folder):
    assert read(folder, 'logo = "seal.svg"')[1] == [("E021", "ed/edition.toml", 4)]


def test_a_style_sheet_is_taken_as_it_is(folder):
    edition, found, _ = read(folder, style_dot_css="p { color: red }\n/* @import 'https://x' */")
    assert found == []
    assert edition.house.css.startswith(b"p { color: red }")


@pytest.mark.parametrize(
    "css",
    ["@import 'https://x.org/a.css';", '@import url("//x.org");', "p {\nbackground: url( https://x.org/a.png ) }"],
)
def test_a_style_sheet_that_asks_elsewhere_is_told(folder, css):
    assert read(folder, style_dot_css=f"\n{css}")[1] == [("E024", "ed/style.css", 2 + css.count("\n"))]


def test_a_style_sheet_of_books_is_taken_as_it_is(folder):
    css = """p { background: url(data:image/gif;base64,AA) } q { src: url( 'data:font/woff2,x' ) } /* url(a.png) */"""
    edition, found, _ = read(folder, epub_dot_css=css)
    assert (found, edition.house.epub) == ([], css.encode())


@pytest.mark.parametrize(
    "css",
    ["@import 'a.css';", "p { background: URL(images/a.png) }", "p {\nbackground: url( 'https://x.org/a.png' ) }"],
)
def test_a_style_sheet_of_books_that_asks_for_a_file_is_left_out(folder, css):
    edition, found, _ = read(folder, epub_dot_css=f"\n{css}")
    assert found == [("E025", "ed/epub.css", 2 + css.count("\n"))]
    assert edition.house.epub == b""


def test_a_style_sheet_not_in_utf_8_is_told(folder):
    assert read(folder, style_dot_css=b"\xff")[1] == [("E021", "ed/style.css", 0)]


def test_a_stylesheet_is_set_on_ours(folder):
    edition, found, _ = read(folder, house_dot_xsl=HOUSE.format(""))
    assert found == []
    assert "file:" in edition.house.sheet.text
    assert edition.house.sheet.shown == "ed/house.xsl"


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ('<xsl:variable name="a" select="doc(\'x\')"/>', "X004"),
        ("<xsl:foo/>", "X005"),
        ('<xsl:variable name="a" select="1 +"/>', "X005"),
        ('<xsl:variable name="a" select="nothing()"/>', "X005"),
        ('<xsl:template match="p" mode="m:htlm"/><p', "X004"),
    ],
)
def test_a_stylesheet_that_cannot_be_used_is_told_at_its_line(folder, body, code):
    edition, found, said = read(folder, house_dot_xsl=HOUSE.format(body))
    assert found[0] in ((code, "ed/house.xsl", 3), (code, "ed/house.xsl", 4))
    assert edition.house.sheet is None
    assert "file:" not in "".join(said)
    assert str(folder) not in "".join(said)


def test_a_stylesheet_is_not_looked_at_where_no_pages_are_made(folder):
    assert read(folder, settings='formats = ["tei"]', house_dot_xsl="<a")[1] == []
